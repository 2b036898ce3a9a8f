//! Names that are too long for where they are shown.

use crate::report::{Mistake, Sink};

use super::Text;

/// "A name over a set length", in characters.
pub(super) fn check(text: &Text<'_>, tag: &str, most: Option<usize>, sink: &mut Sink) {
    let Some(most) = most.filter(|_| text.is_name) else { return };
    for (name, _) in &text.sentences {
        let count = name.text.chars().count();
        if count > most {
            let mistake = Mistake::LongName { tag: tag.to_owned(), count, most };
            sink.report(name.place.clone(), &mistake);
        }
    }
}
