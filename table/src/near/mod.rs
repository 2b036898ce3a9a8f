//! Which language of a table is meant by a request that names none of them, by CLDR's likely subtags and parent
//! locales: `zh-TW` is written like `zh-Hant`, `pt-AO` reads `pt-PT`, `nn` and `nb` are `no`.

mod cldr;
mod locales;
mod tag;

use std::iter::successors;

use locales::Locales;

/// Every request that is to get another language than RFC 4647's lookup finds, with the index of that language; sorted.
///
/// ```
/// let near = code_registry_table::near(&["en", "zh-Hans", "zh-Hant"]);
/// assert!(near.contains(&("zh-TW".to_owned(), 2)));
/// assert!(near.contains(&("zh".to_owned(), 1)));
/// ```
pub fn near(languages: &[&str]) -> Vec<(String, usize)> {
    let locales = Locales::around(languages);
    let known: Vec<Known> = languages.iter().map(|tag| Known::new(tag, &locales)).collect();
    let mut requests = locales.requests();
    // What a short request finds is found by its longer forms, truncated.
    requests.sort_by_key(|tag| (tag.len(), tag.clone()));
    requests.dedup();
    let mut near: Vec<(String, usize)> = Vec::new();
    for request in requests {
        let meant = meant(&request, &known, &locales);
        if let Some(meant) = meant.filter(|_| meant != looked_up(&request, languages, &near)) {
            near.push((request, meant));
        }
    }
    near.sort();
    near
}

/// A language of the table.
struct Known {
    /// With the script and the region that it most likely has.
    full: String,
    /// Itself and the languages that it inherits from.
    lineage: Vec<String>,
}

impl Known {
    fn new(tag: &str, locales: &Locales) -> Self {
        let canonical = locales.canonical(tag);
        let full = locales.maximized(&canonical);
        Self { full, lineage: successors(Some(canonical), |tag| locales.parent(tag)).collect() }
    }

    /// How near the language is to a tag that a request comes to: the same, the same said in full, or a descendant.
    fn distance(&self, tag: &str, full: &str) -> Option<usize> {
        match self.lineage.iter().position(|ancestor| ancestor == tag) {
            Some(0) => Some(0),
            _ if self.full == full => Some(1),
            Some(_) => Some(2),
            None => None,
        }
    }
}

/// The language that is meant: along the parents of the request, the first that a language of the table is or
/// inherits from.
fn meant(request: &str, known: &[Known], locales: &Locales) -> Option<usize> {
    let mut tags = successors(Some(locales.canonical(request)), |tag| locales.parent(tag));
    tags.find_map(|tag| {
        let full = locales.maximized(&tag);
        let distances = known.iter().enumerate();
        let distances = distances.filter_map(|(index, known)| Some((known.distance(&tag, &full)?, index)));
        distances.min().map(|(_, index)| index)
    })
}

/// What lookup finds, with those requests that are known so far.
fn looked_up(request: &str, languages: &[&str], near: &[(String, usize)]) -> Option<usize> {
    let mut tags = successors(Some(request), |tag| Some(tag.rsplit_once('-')?.0));
    tags.find_map(|tag| {
        let itself = languages.iter().position(|language| *language == tag);
        itself.or_else(|| near.iter().find(|(request, _)| request == tag).map(|&(_, index)| index))
    })
}
