//! Language tags of tables: their canonical form, and which languages are written from right to left by CLDR 48.2
//! (`scriptMetadata.json` and `likelySubtags.json`).

use code_registry_encoding::tag::Tag;

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
    use super::is_right_to_left;

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
