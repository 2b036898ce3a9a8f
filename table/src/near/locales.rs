//! What CLDR says of the languages of a table and their relatives.

use super::cldr::{ALIASES, LANGUAGES, PARENTS, REGIONS, SCRIPTS};
use super::tag::Tag;

pub(super) struct Locales {
    /// Old names of languages, with today's.
    aliases: Vec<(&'static str, &'static str)>,
    /// Each language with its likely script and region.
    languages: Vec<Tag<'static>>,
    /// Regions that write a language in another script than it likely has.
    regions: Vec<Tag<'static>>,
    /// Scripts of a language other than its likely one, with the region where it is written so.
    scripts: Vec<Tag<'static>>,
    /// Locales that inherit from another than truncation says, with that one.
    parents: Vec<(&'static str, &'static str)>,
}

impl Locales {
    /// Of the languages of these tags, those that have them as parents, and those that are their parents.
    pub(super) fn around(tags: &[&str]) -> Self {
        let mut families: Vec<&str> = tags.iter().map(|tag| renewed(Tag::new(tag).language)).collect();
        for (child, parent) in pairs(PARENTS) {
            if families.contains(&Tag::new(child).language) {
                families.push(Tag::new(parent).language);
            }
        }
        let is_near = |tag: &str| families.contains(&Tag::new(tag).language);
        let tags = |list: &'static str| list.split(' ').filter(|tag| is_near(tag)).map(Tag::new).collect();
        Self {
            aliases: pairs(ALIASES).filter(|(_, new)| is_near(new)).collect(),
            languages: tags(LANGUAGES),
            regions: tags(REGIONS),
            scripts: tags(SCRIPTS),
            parents: pairs(PARENTS).filter(|(child, parent)| is_near(child) || is_near(parent)).collect(),
        }
    }

    /// The requests that there is something to say of.
    pub(super) fn requests(&self) -> Vec<String> {
        let listed = [&self.languages, &self.regions, &self.scripts].into_iter().flatten();
        let shorter = listed.flat_map(|tag| tag.shorter());
        let parents = self.parents.iter().flat_map(|&(child, parent)| [child, parent]);
        let old = self.aliases.iter().map(|&(old, _)| old);
        shorter.chain(parents.chain(old).filter(|tag| *tag != "und").map(str::to_owned)).collect()
    }

    /// The language by today's name; with its script where the region writes it in another than the likely one.
    pub(super) fn canonical(&self, tag: &str) -> String {
        let tag = Tag::new(tag);
        let new = Tag::new(renewed(tag.language));
        let tag = Tag { language: new.language, ..tag.or(new) };
        let regional = self.regions.iter().find(|listed| tag.script.is_empty() && listed.is_in(tag));
        Tag { script: tag.script_or(regional.map_or("", |listed| listed.script)), ..tag }.join()
    }

    /// The language with the script and the region that it most likely has.
    pub(super) fn maximized(&self, tag: &str) -> String {
        let tag = Tag::new(tag);
        let fits = |likely: &&Tag<'_>| {
            likely.language == tag.language && (tag.script.is_empty() || tag.script == likely.script)
        };
        let regional = self.regions.iter().filter(fits).find(|likely| likely.is_in(tag));
        let likely = regional.or_else(|| self.languages.iter().chain(&self.scripts).find(fits));
        likely.map_or(tag, |likely| tag.or(*likely)).join()
    }

    /// The language that it inherits from; none at the root.
    pub(super) fn parent(&self, tag: &str) -> Option<String> {
        match self.parents.iter().find(|(child, _)| *child == tag) {
            Some((_, "und")) => None,
            Some((_, parent)) => Some((*parent).to_owned()),
            None => tag.rsplit_once('-').map(|(shorter, _)| shorter.to_owned()),
        }
    }
}

/// The name that a language has today.
fn renewed(language: &str) -> &str {
    pairs(ALIASES).find(|(old, _)| *old == language).map_or(language, |(_, new)| new)
}

fn pairs(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    list.split(' ').filter_map(|pair| pair.split_once('='))
}
