//! Finds the language of a table for a request that names none of them, by CLDR's likely subtags and parent locales:
//! `zh-TW` is written like `zh-Hant`, `pt-AO` inherits from `pt-PT`, and `nn` and `nb` match `no`.

mod cldr;

use std::iter::successors;

use code_registry_encoding::tag::{Script, Tag};

use cldr::{ALIASES, LANGUAGES, PARENTS, REGIONS, SCRIPTS};

/// Every request that gets another language than RFC 4647's lookup finds, with the index of that language; sorted.
///
/// ```
/// let matches = code_registry_table::locale_matches(&["en", "zh-Hans", "zh-Hant"]);
/// assert!(matches.contains(&("zh-TW".to_owned(), 2)));
/// assert!(matches.contains(&("zh".to_owned(), 1)));
/// ```
pub fn locale_matches(languages: &[&str]) -> Vec<(String, usize)> {
    let tags = read_tags(languages);
    let matches = matches(&tags).into_iter();
    let mut matches: Vec<_> = matches.map(|(tag, index)| (tag.to_string(), index)).collect();
    matches.sort_unstable();
    matches
}

/// The language that a request gets, as the library looks it up: each step of RFC 4647's lookup also considers the
/// relations of CLDR. A variant is looked up before a region.
///
/// ```
/// use code_registry_table::best_language;
/// assert_eq!(best_language(&["en", "pt-BR"], "pt"), Some(1));
/// assert_eq!(best_language(&["en", "ca", "ca-valencia"], "ca-ES-valencia"), Some(2));
/// assert_eq!(best_language(&["en"], "it"), None);
/// ```
pub fn best_language(languages: &[&str], request: &str) -> Option<usize> {
    let (tag, variant) = (Tag::new(request)?, Tag::with_dropped_variant(request));
    let tags = read_tags(languages);
    let of_variant = variant.and_then(|_| tags.iter().position(|&tag| tag == variant));
    of_variant.or_else(|| looked_up(tag, &tags, &matches(&tags)))
}

/// A malformed tag matches no request.
fn read_tags(languages: &[&str]) -> Vec<Option<Tag>> {
    languages.iter().map(|tag| Tag::new(tag)).collect()
}

fn matches(tags: &[Option<Tag>]) -> Vec<(Tag, usize)> {
    let locales = Locales::around(tags.iter().copied().flatten());
    let known: Vec<_> = tags.iter().map(|&tag| Some(Known::new(tag?, &locales))).collect();
    let mut requests: Vec<(usize, String, Tag)> =
        locales.requests().map(|tag| (tag.text().len(), tag.to_string(), tag)).collect();
    // Shorter requests first: a longer one finds the same by truncation.
    requests.sort_unstable();
    requests.dedup();
    let mut matches: Vec<(Tag, usize)> = Vec::new();
    for (.., request) in requests {
        let meant = meant(request, &known, &locales);
        if let Some(meant) = meant.filter(|_| meant != looked_up(request, tags, &matches)) {
            matches.push((request, meant));
        }
    }
    matches
}

/// The locales from which a language takes its formats: its own, with and without its script, and then those from which
/// it inherits.
pub(crate) fn lineage(tag: &str) -> Vec<String> {
    let Some(tag) = Tag::new(tag) else { return Vec::new() };
    let locales = Locales::around([tag].into_iter());
    let tag = locales.without_likely_script(locales.canonical(tag));
    let ancestors = successors(Some(tag), |&tag| locales.parent(tag));
    let both = ancestors.flat_map(|tag| {
        let script = locales.maximized(tag).script();
        [tag, tag.with(tag.script().or(script), tag.region())]
    });
    let mut tags: Vec<String> = both.map(|tag| tag.to_string()).collect();
    tags.dedup();
    tags
}

/// A language of the table.
struct Known {
    /// With its likely script and region.
    full: Tag,
    /// The language itself and those that it inherits from.
    lineage: Vec<Tag>,
}

impl Known {
    fn new(tag: Tag, locales: &Locales) -> Self {
        let canonical = locales.canonical(tag);
        let full = locales.maximized(canonical);
        Self { full, lineage: successors(Some(canonical), |&tag| locales.parent(tag)).collect() }
    }

    /// How closely the language matches a tag: it is the same, it is the same with likely subtags, or it inherits from
    /// it.
    fn distance(&self, tag: Tag, full: Tag) -> Option<usize> {
        match self.lineage.iter().position(|&ancestor| ancestor == tag) {
            Some(0) => Some(0),
            _ if self.full == full => Some(1),
            Some(_) => Some(2),
            None => None,
        }
    }
}

/// The matching language: along the parents of the request, the first that a language of the table equals or inherits
/// from.
fn meant(request: Tag, known: &[Option<Known>], locales: &Locales) -> Option<usize> {
    let mut tags = successors(Some(locales.canonical(request)), |&tag| locales.parent(tag));
    tags.find_map(|tag| {
        let full = locales.maximized(tag);
        let distances = known.iter().enumerate();
        let distances =
            distances.filter_map(|(index, known)| Some((known.as_ref()?.distance(tag, full)?, index)));
        distances.min().map(|(_, index)| index)
    })
}

/// The language that lookup finds, with the requests matched so far.
fn looked_up(request: Tag, languages: &[Option<Tag>], matches: &[(Tag, usize)]) -> Option<usize> {
    let mut tags = successors(Some(request), |tag| tag.parent());
    tags.find_map(|tag| {
        let itself = languages.iter().position(|&language| language == Some(tag));
        itself.or_else(|| matches.iter().find(|&&(request, _)| request == tag).map(|&(_, index)| index))
    })
}

/// The data of CLDR about the languages of a table and their relatives.
struct Locales {
    /// Old names of languages, with the current ones.
    aliases: Vec<(Tag, Tag)>,
    /// Each language with its likely script and region.
    languages: Vec<Tag>,
    /// Regions that write a language in another script than its likely one.
    regions: Vec<Tag>,
    /// Scripts of a language other than its likely one, with the region that writes it so.
    scripts: Vec<Tag>,
    /// Locales that inherit from another one than truncation gives, with that one; the root is `None`.
    parents: Vec<(Tag, Option<Tag>)>,
}

impl Locales {
    /// The data about the languages of these tags, the languages that inherit from them, and those they inherit from.
    fn around(tags: impl Iterator<Item = Tag>) -> Self {
        let aliases: Vec<(Tag, Tag)> = pairs(ALIASES).collect();
        let parents: Vec<(Tag, Tag)> = pairs(PARENTS).collect();
        let mut families: Vec<Tag> = tags.map(|tag| renewed(tag, &aliases).language()).collect();
        for (child, parent) in &parents {
            if families.contains(&child.language()) {
                families.push(parent.language());
            }
        }
        let is_relative = |tag: Tag| families.contains(&tag.language());
        let relatives = |list: &'static str| {
            let listed = list.split(' ').filter(|tag| language_of(tag).is_some_and(is_relative));
            listed.filter_map(Tag::new).collect()
        };
        let root = Tag::new("und");
        let inherit =
            parents.into_iter().filter(|&(child, parent)| is_relative(child) || is_relative(parent));
        Self {
            parents: inherit
                .map(|(child, parent)| (child, Some(parent).filter(|_| Some(parent) != root)))
                .collect(),
            aliases: aliases.into_iter().filter(|&(_, new)| is_relative(new)).collect(),
            languages: relatives(LANGUAGES),
            regions: relatives(REGIONS),
            scripts: relatives(SCRIPTS),
        }
    }

    /// The requests about which CLDR has data.
    fn requests(&self) -> impl Iterator<Item = Tag> {
        let listed = [&self.languages, &self.regions, &self.scripts].into_iter().flatten().copied();
        let shorter = listed.flat_map(|tag| {
            let (script, region) = (tag.script(), tag.region());
            [tag, tag.with(None, region), tag.with(script, None), tag.language()]
        });
        let parents = self.parents.iter().flat_map(|&(child, parent)| [Some(child), parent]).flatten();
        shorter.chain(parents).chain(self.aliases.iter().map(|&(old, _)| old))
    }

    /// The language by its current name; with its script if the region writes it in another one than the likely one.
    fn canonical(&self, tag: Tag) -> Tag {
        let new = renewed(tag, &self.aliases);
        let (script, region) = (tag.script().or(new.script()), tag.region().or(new.region()));
        let script = script.or_else(|| self.script_in_region(new.with(None, region)));
        new.with(script, region)
    }

    /// The script of a language in its region, if it is another one than the likely one.
    fn script_in_region(&self, tag: Tag) -> Option<Script> {
        self.regions.iter().find(|listed| listed.with(None, listed.region()) == tag)?.script()
    }

    /// The language with its likely script and region.
    fn maximized(&self, tag: Tag) -> Tag {
        let fits = |likely: &&Tag| {
            likely.language() == tag.language() && (tag.script().is_none() || tag.script() == likely.script())
        };
        let regional = self.regions.iter().filter(fits).find(|likely| likely.region() == tag.region());
        let likely = regional.or_else(|| self.languages.iter().chain(&self.scripts).find(fits));
        likely.map_or(tag, |likely| {
            tag.with(tag.script().or(likely.script()), tag.region().or(likely.region()))
        })
    }

    /// The tag without its script if this does not change its meaning.
    fn without_likely_script(&self, tag: Tag) -> Tag {
        let shorter = tag.with(None, tag.region());
        let is_likely = |other: Tag| self.maximized(other).script() == tag.script();
        if tag.script().is_some() && is_likely(tag.language()) && is_likely(shorter) { shorter } else { tag }
    }

    /// The language from which this one inherits; `None` at the root.
    fn parent(&self, tag: Tag) -> Option<Tag> {
        match self.parents.iter().find(|&&(child, _)| child == tag) {
            Some(&(_, parent)) => parent,
            None => tag.parent(),
        }
    }
}

/// The current name of the language of a tag.
fn renewed(tag: Tag, aliases: &[(Tag, Tag)]) -> Tag {
    let language = tag.language();
    aliases.iter().find(|&&(old, _)| old == language).map_or(language, |&(_, new)| new)
}

fn pairs(list: &'static str) -> impl Iterator<Item = (Tag, Tag)> {
    list.split(' ').filter_map(|pair| {
        let (first, second) = pair.split_once('=')?;
        Some((Tag::new(first)?, Tag::new(second)?))
    })
}

/// The language of a tag, without reading the rest of it.
fn language_of(tag: &str) -> Option<Tag> {
    Tag::new(tag.split_once('-').map_or(tag, |(language, _)| language))
}
