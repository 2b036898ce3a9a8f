//! What CLDR 48.2 says about a language: the canonical form of its tag, its direction (`scriptMetadata.json` and
//! `likelySubtags.json`), and how it writes numbers, lists, sizes and durations.

use code_registry_encoding::formats::{
    DurationFormat, Elision, Formats, ListFormat, NumberFormat, SizeFormat,
};
use code_registry_encoding::tag::Tag;

use crate::locale_match::lineage;
use crate::{ArgumentKind, Table};

/// Sections of lines: the locales that share a format, and its fields. `table/tests/cldr/extract.py` writes it.
const FORMATS: &str = include_str!("locale/formats.txt");

/// The root of all locales, for a language that CLDR does not know.
const ROOT: &str = "und";

/// The formats of a language: those of its locale, otherwise those of the locale from which it inherits.
///
/// ```
/// # use code_registry_table::formats;
/// assert_eq!(formats("de-AT").number.group, "\u{a0}");
/// assert_eq!(formats("it").and_list.unwrap().end, " e {1}");
/// ```
pub fn formats(tag: &str) -> Formats<'static> {
    let tags = lineage(tag);
    let language = tags.first().and_then(|tag| tag.split('-').next()).unwrap_or_default();
    let lists = fields::<12>("lists", &tags);
    let [and, or, unit] = [0, 4, 8].map(|first| &lists[first..first + 4]);
    let (elision_and, elision_or) = match language {
        "es" => (Elision::SpanishAnd, Elision::SpanishOr),
        "it" => (Elision::ItalianAnd, Elision::None),
        "he" => (Elision::HebrewAnd, Elision::None),
        _ => (Elision::None, Elision::None),
    };
    let [b, kb, mb, gb, tb, pb, units @ ..] = fields::<13>("units", &tags);
    Formats {
        number: number(&tags),
        and_list: Some(list(and, elision_and)),
        or_list: Some(list(or, elision_or)),
        size: Some(SizeFormat([b, kb, mb, gb, tb, pb])),
        duration: Some(DurationFormat { units, pair: unit[0] }),
    }
}

/// The formats of a language that the arguments of a table need; `None` if they need none.
pub fn formats_of(table: &Table, tag: &str) -> Option<Formats<'static>> {
    formats_for(table.rows.iter().flat_map(|row| &row.arguments).map(|argument| argument.kind), tag)
}

/// The formats of a language that arguments of these kinds need; `None` if they need none.
pub fn formats_for(kinds: impl Iterator<Item = ArgumentKind>, tag: &str) -> Option<Formats<'static>> {
    let mut used = Vec::new();
    for kind in kinds {
        if !used.contains(&kind) {
            used.push(kind);
        }
    }
    let has = |kind| used.contains(&kind);
    let [and, or] = [has(ArgumentKind::AndList), has(ArgumentKind::OrList)];
    let has_amounts = used.iter().any(|kind| kind.is_amount());
    (and || or || has_amounts).then(|| {
        let all = formats(tag);
        Formats {
            number: if has_amounts { all.number } else { NumberFormat::PLAIN },
            and_list: all.and_list.filter(|_| and),
            or_list: all.or_list.filter(|_| or),
            size: all.size.filter(|_| has(ArgumentKind::Bytes)),
            duration: all.duration.filter(|_| has(ArgumentKind::Duration)),
        }
    })
}

fn number(tags: &[String]) -> NumberFormat<'static> {
    let [zero, decimal, group, minus, infinity, nan, last, others, first] = fields("numbers", tags);
    let count = |digits: &str| digits.parse().unwrap_or(3);
    NumberFormat {
        zero: zero.chars().next().unwrap_or('0'),
        decimal,
        group,
        minus,
        infinity,
        nan,
        last_group: count(last),
        other_groups: count(others),
        first_group: count(first),
    }
}

fn list(parts: &[&'static str], elision: Elision) -> ListFormat<'static> {
    ListFormat { pair: parts[0], start: parts[1], middle: parts[2], end: parts[3], elision }
}

/// The fields of the first of these locales that a section has.
fn fields<const N: usize>(section: &str, tags: &[String]) -> [&'static str; N] {
    let section = FORMATS.split_once(&format!("[{section}]\n")).map_or("", |(_, lines)| lines);
    let lines = section.lines().take_while(|line| !line.starts_with('['));
    let find = |tag: &str| {
        lines.clone().find_map(|line| {
            let (locales, fields) = line.split_once('\t')?;
            locales.split(' ').any(|locale| locale == tag).then_some(fields)
        })
    };
    let found = tags.iter().find_map(|tag| find(tag)).or_else(|| find(ROOT)).unwrap_or_default();
    let mut fields = found.split('\t');
    [(); N].map(|()| fields.next().unwrap_or_default())
}

/// A BCP 47 tag in its canonical case: a language with an optional script and region, or with a variant.
///
/// `None` if it is not such a tag. A tag with further subtags, which the library would drop, is refused.
pub fn canonical_tag(tag: &str) -> Option<String> {
    Tag::exact(tag).map(|tag| tag.to_string())
}

/// Whether a language is written from right to left: by the script that its tag names, or else by its usual script.
pub fn is_right_to_left(tag: &str) -> bool {
    let Some(tag) = Tag::new(tag) else { return false };
    let text = tag.text();
    let mut subtags = text.split('-');
    let language = subtags.next().unwrap_or_default();
    match subtags.next() {
        Some(script) if tag.script().is_some() => is_listed(script, SCRIPTS),
        Some(_) if tag.region().is_some() => {
            is_listed(&text, IN_REGIONS)
                || (is_listed(language, LANGUAGES) && !is_listed(&text, BUT_IN_REGIONS))
        }
        _ => is_listed(language, LANGUAGES),
    }
}

fn is_listed(subtags: &str, list: &str) -> bool {
    list.split(' ').any(|known| known.eq_ignore_ascii_case(subtags))
}

/// Scripts written from right to left (ISO 15924).
const SCRIPTS: &str = "\
    Adlm Arab Armi Avst Chrs Cprt Elym Gara Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero Narb Nbat \
    Nkoo Orkh Ougr Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sidt Sogd Sogo Syrc Thaa Yezi";

/// Languages that are usually written in one of them.
const LANGUAGES: &str = "\
    aao abh abv acm acq acw acx adf ae aeb aec aee aeq afb aib aii aij aiq amw apc apd ar arc arq ars \
    ary arz ask atn auj auz avd avl ayh ayl ayn ayp azb bal bdz bej bft bgn bgp bhe bhm bhn bjf bjm bqi \
    brh brk bsh bsk chg cja ckb clh czk dcc def deh dgl dmk dml dv ecy esh fa fay faz fia fub gbz ggg \
    gha ghr gig gjk gju glh glk grr gwc gwf gwt gzi hac haz hbo he hkh hnd hno hoh hrt hrz hss huy isk \
    itk iw jad jat jbe jbn jdg ji jnd jog jpa jpr jrb jye kbu kby kcy kfm khw klj kmz kqd ks ktl kvx kxp \
    lad lah lhs lki lrc lrk lrl lsa lsd lss luv luz mby mde mey mfa mfi mhj mid mki mnj mve mvy myz mzb \
    mzn nli nlm nqo ntz nyq oar obm odk oru ota otk oui pal pbt pgd phl phn phr phv plk prc prd prx ps \
    psh psi pst qxq rdb rhg rmt sam sbn scl sd sdb sdf sdg sdh sds sgr sgy shd shm shu shv siy siz skr \
    smp smy sog sqo sqt srh srz ssh sts swb syc syn syr tjo tks tmr tov tra trg trm trw ug ur ush uzs \
    vaf vgr vmh wbk wlo wne wni wsv xco xhe xka xkc xkj xkp xld xly xmn xmr xna xpr xsa xsd xvi ydg yhd \
    yi yih yud zba zdj zrp zum";

/// Languages that are usually written in one of them only in these regions.
const IN_REGIONS: &str = "\
    az-IQ az-IR ha-CM ha-SD kk-AF kk-CN kk-IR kk-MN ku-IQ ku-IR ku-LB ky-CN ms-CC pa-PK tg-PK uz-AF";

/// Languages of the list above that are not written in one of them in these regions.
const BUT_IN_REGIONS: &str = "\
    mey-SN sd-IN ug-KZ ug-MN";

#[cfg(test)]
mod tests {
    use crate::is_right_to_left;

    #[test]
    fn script_region_and_language_decide_in_this_order() {
        for tag in ["ar", "he-IL", "ckb", "pa-PK", "pa-Arab", "az-Arab-IR", "UR", "ff-Adlm", "uz-AF", "ar-EG"]
        {
            assert!(is_right_to_left(tag), "{tag}");
        }
        for tag in
            ["en", "it", "pa", "ug-Latn", "ug-KZ", "ku", "sr-Latn", "az", "mni-Mtei", "uz-Cyrl", "de-1996"]
        {
            assert!(!is_right_to_left(tag), "{tag}");
        }
    }
}
