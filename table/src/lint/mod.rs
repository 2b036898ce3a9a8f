//! What is worth saying of a table that breaks no rule.

mod arguments;
mod capital;
mod names;
mod normal_form;
mod order;
mod punctuation;
mod sentence;
mod spaces;
mod texts;
mod untranslated;
mod zero_width;

use crate::read::Draft;
use crate::report::Sink;
use crate::source::Source;

use sentence::Sentence;
use texts::Text;

/// Looks at every row and at every text.
pub(crate) fn check(draft: &Draft, sources: &[Source], sink: &mut Sink) {
    order::check(draft, sink);
    for row in &draft.rows {
        arguments::check(row, sink);
    }
    let languages: Vec<&str> = draft.languages.list.iter().map(|language| language.tag.as_str()).collect();
    let most = draft.lints.name_length;
    texts::each(draft, |text| {
        let tag = languages[text.language];
        for (sentence, _) in &text.sentences {
            spaces::check(sentence, sources, sink);
            normal_form::check(sentence, sources, sink);
            zero_width::check(sentence, sources, sink);
        }
        if text.language > 0 {
            compare(text, tag, languages[0], sources, sink);
        }
        names::check(text, tag, most, sink);
    });
}

/// Holds a translation against the text of the default language.
fn compare(text: &Text<'_>, tag: &str, default_tag: &str, sources: &[Source], sink: &mut Sink) {
    let pairs = || text.sentences.iter().filter_map(|(own, default)| Some((own, default.as_ref()?)));
    if untranslated::check(pairs(), tag, default_tag, sink) {
        return;
    }
    for (own, default) in pairs() {
        let pair = Pair { own, default, tag, default_tag };
        punctuation::check(&pair, sources, sink);
        capital::check(&pair, sources, sink);
    }
}

/// A sentence and that of the default language which it stands for.
#[derive(Debug, Clone, Copy)]
struct Pair<'a> {
    own: &'a Sentence<'a>,
    default: &'a Sentence<'a>,
    tag: &'a str,
    default_tag: &'a str,
}

/// The language of a tag, without script and region.
fn language(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}
