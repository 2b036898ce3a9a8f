//! The keys of entries in translators' files: `code.2002.message[select kind=folder, plural count=one]`.

use code_registry_table::{Case, Category, Selector};

use super::wording::Condition;

/// The content of a key's brackets.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Place {
    /// The conditions of the sentence.
    pub(super) conditions: Vec<Condition>,
    /// The argument that selects the plural forms, if the entry has all of them.
    pub(super) plural: Option<String>,
}

/// The key of the text `base` at this place.
pub(super) fn write(base: &str, place: &Place) -> String {
    let conditions = place.conditions.iter().map(condition);
    let plural = place.plural.iter().map(|argument| format!("plural {argument}"));
    let parts: Vec<_> = conditions.chain(plural).collect();
    if parts.is_empty() { base.to_owned() } else { format!("{base}[{}]", parts.join(", ")) }
}

fn condition(Condition { selector, argument, case }: &Condition) -> String {
    let case = match case {
        Case::Word(word) if !is_bare(word) => quoted(word),
        case => case.to_string(),
    };
    format!("{} {argument}={case}", selector.name())
}

fn is_bare(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|character| character.is_alphanumeric() || "_-".contains(character))
}

fn quoted(word: &str) -> String {
    let mut out = String::from('"');
    for character in word.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            _ if character.is_control() => out += &format!("\\u{{{:x}}}", u32::from(character)),
            _ => out.push(character),
        }
    }
    out + "\""
}

/// The base of a key, and the rest. Words in quotes may contain a bracket: `code."a[b]".message[plural n]`.
pub(super) fn split(key: &str) -> (&str, &str) {
    let (mut quote, mut is_escaped) = (None, false);
    let start = key.find(|character| {
        match (quote, character) {
            _ if is_escaped => is_escaped = false,
            (Some('"'), '\\') => is_escaped = true,
            (Some(open), _) if open == character => quote = None,
            (None, '"' | '\'') => quote = Some(character),
            (None, '[') => return true,
            _ => {}
        }
        false
    });
    key.split_at(start.unwrap_or(key.len()))
}

/// The part after the base of a key; `None` if it is not an output of [`write()`].
pub(super) fn read(brackets: &str) -> Option<Place> {
    let mut place = Place::default();
    if brackets.is_empty() {
        return Some(place);
    }
    let mut rest = brackets.strip_prefix('[')?;
    loop {
        let (selector, after) = rest.split_once(' ')?;
        let selector = Selector::named(selector)?;
        let (argument, after) = after.split_at(after.find(['=', ',', ']'])?);
        let argument = argument.to_owned();
        rest = match after.strip_prefix('=') {
            Some(after) => {
                let (case, after) = case(selector, after)?;
                place.conditions.push(Condition { selector, argument, case });
                after
            }
            None if selector == Selector::Plural && after == "]" => {
                place.plural = Some(argument);
                after
            }
            None => return None,
        };
        rest = match rest.strip_prefix(", ") {
            Some(next) => next,
            None => return (rest == "]").then_some(place),
        };
    }
}

/// A case, and the rest of the text.
fn case(selector: Selector, text: &str) -> Option<(Case, &str)> {
    if let Some(quoted) = text.strip_prefix('"') {
        let (word, rest) = unquoted(quoted)?;
        return Some((Case::Word(word), rest));
    }
    let (name, rest) = text.split_at(text.find([',', ']'])?);
    let case = match selector {
        _ if name == "other" => Case::Category(Category::Other),
        Selector::Select => Case::Word(name.to_owned()),
        Selector::Plural | Selector::Ordinal => match name.parse() {
            Ok(number) => Case::Exact(number),
            Err(_) => Case::Category(Category::named(name)?),
        },
    };
    Some((case, rest))
}

/// A word up to its closing quote, and the rest of the text.
fn unquoted(text: &str) -> Option<(String, &str)> {
    let (mut word, mut rest) = (String::new(), text);
    loop {
        let (before, after) = rest.split_at(rest.find(['"', '\\'])?);
        word += before;
        if let Some(rest) = after.strip_prefix('"') {
            return Some((word, rest));
        }
        let escape = &after[1..];
        let (character, after) = match escape.strip_prefix("u{") {
            Some(digits) => {
                let (digits, after) = digits.split_once('}')?;
                (char::from_u32(u32::from_str_radix(digits, 16).ok()?)?, after)
            }
            None => {
                let character = escape.chars().next()?;
                (character, &escape[character.len_utf8()..])
            }
        };
        word.push(character);
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn condition(selector: Selector, argument: &str, case: Case) -> Condition {
        Condition { selector, argument: argument.to_owned(), case }
    }

    #[track_caller]
    fn check(conditions: Vec<Condition>, plural: Option<&str>, key: &str) {
        let place = Place { conditions, plural: plural.map(str::to_owned) };
        assert_eq!(write("code.1.message", &place), ["code.1.message", key].concat());
        assert_eq!(read(key), Some(place), "{key}");
    }

    #[test]
    fn what_is_written_is_read() {
        use Selector::{Ordinal, Plural, Select};
        let word = |word: &str| condition(Select, "kind", Case::Word(word.to_owned()));
        check(vec![], None, "");
        check(vec![], Some("count"), "[plural count]");
        check(vec![condition(Plural, "count", Case::Exact(0))], None, "[plural count=0]");
        check(
            vec![word("folder"), condition(Ordinal, "place", Case::Category(Category::Two))],
            Some("count"),
            "[select kind=folder, ordinal place=two, plural count]",
        );
        check(
            vec![word("one"), word("5"), word("città")],
            None,
            "[select kind=one, select kind=5, select kind=città]",
        );
        check(vec![word("a, b]=\"\\\n")], None, r#"[select kind="a, b]=\"\\\u{a}"]"#);
        check(vec![word(""), word("u{a}")], None, r#"[select kind="", select kind="u{a}"]"#);
    }

    #[test]
    fn brackets_in_quotes_belong_to_the_base() {
        let bases = [
            "code.1.name",
            "code.\"a[b]/c\".name",
            "code.\"a\\\"[b\".name",
            "code.'a\\'.name",
            "code.'\"['.name",
        ];
        for base in bases {
            for brackets in ["", "[plural n]", "[select kind=\".b\"]", "[select kind=\"'[\"]"] {
                assert_eq!(split(&[base, brackets].concat()), (base, brackets));
            }
        }
    }

    #[test]
    fn what_is_no_key_is_none() {
        let keys = [
            "x",
            "[",
            "[]",
            "[plural]",
            "[plural count=]",
            "[plural count=lots]",
            "[plural count=one",
            "[ordinal count]",
            "[plural count, plural count]",
            "[plural count=one]x",
            "[select kind=\"a]",
            "[select kind=\"\\u{110000}\"]",
        ];
        for key in keys {
            assert_eq!(read(key), None, "{key}");
        }
    }
}
