//! The subtags that CLDR's locales have.

/// A language with its script and its region; what is not there is empty.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tag<'a> {
    pub(super) language: &'a str,
    pub(super) script: &'a str,
    pub(super) region: &'a str,
}

impl<'a> Tag<'a> {
    /// The subtags of a tag in its canonical case; a variant is none of these.
    pub(super) fn new(tag: &'a str) -> Self {
        let mut subtags = tag.split('-').peekable();
        let language = subtags.next().unwrap_or_default();
        let script = subtags.next_if(|subtag| subtag.len() == 4).unwrap_or_default();
        let region = subtags.next_if(|subtag| matches!(subtag.len(), 2 | 3)).unwrap_or_default();
        Self { language, script, region }
    }

    /// The script, or where there is none this one.
    pub(super) fn script_or(self, other: &'a str) -> &'a str {
        if self.script.is_empty() { other } else { self.script }
    }

    /// What is there, and of the other what is not.
    pub(super) fn or(self, other: Self) -> Self {
        let region = if self.region.is_empty() { other.region } else { self.region };
        Self { script: self.script_or(other.script), region, ..self }
    }

    /// Whether this is the language of the other in the region of the other.
    pub(super) fn is_in(self, other: Tag<'_>) -> bool {
        self.language == other.language && self.region == other.region
    }

    /// The tag, and the same with less of its subtags.
    pub(super) fn shorter(self) -> [String; 4] {
        let bare = Self { script: "", region: "", ..self };
        [self, Self { script: "", ..self }, Self { region: "", ..self }, bare].map(Self::join)
    }

    pub(super) fn join(self) -> String {
        let mut tag = self.language.to_owned();
        for subtag in [self.script, self.region].into_iter().filter(|subtag| !subtag.is_empty()) {
            tag.push('-');
            tag.push_str(subtag);
        }
        tag
    }
}
