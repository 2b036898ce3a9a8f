//! Registries of unusual tables: ranges with the same start, omitted languages, names that an expansion might use.
#![allow(clippy::unwrap_used, reason = "a test that meets what it does not expect stops")]
#![allow(unreachable_pub, reason = "what a library makes public is made public here")]

use code_registry::{Code, Coded, InRange, Language, Unlisted, codes};

#[codes("tests/tables/ranges.toml")]
enum Ranges {}

#[test]
fn ranges_with_the_same_start_have_payloads_of_their_own() {
    for value in 0..=u16::MAX {
        let made = [
            InRange::new(value).map(Ranges::Outer),
            InRange::new(value).map(Ranges::Inner),
            InRange::new(value).map(Ranges::Innermost),
            Unlisted::new(value).map(Ranges::Elsewhere),
        ];
        let made: Vec<Ranges> = made.into_iter().flatten().collect();
        let code = Ranges::from(value);
        assert_eq!(made, if code == Ranges::First { vec![] } else { vec![code] }, "{value}");
        assert_eq!(code.value(), value);
    }
    assert!(
        InRange::<Ranges, 1000>::new(1009)
            .is_some_and(|value| matches!(Ranges::Innermost(value), Ranges::Innermost(_)))
    );
    assert!(InRange::<Ranges, 1010>::new(1499).is_some(), "the first value that is Inner's own");
    assert!(InRange::<Ranges, 1500>::new(1999).is_some(), "the first value that is Outer's own");
}

/// The texts are the same whether all languages of the table are compiled or some.
#[test]
fn an_omitted_language_is_a_fallback_with_its_own_rules() {
    #[codes("tests/tables/selection.toml")]
    enum All {}
    #[codes("tests/tables/selection.toml", languages("ja", "ar"))]
    enum Some {}
    #[codes("tests/tables/selection.toml", languages("ru"))]
    enum One {}

    fn said<E: Code>(value: E::Value, tag: &str) -> [String; 5] {
        let (code, language) = (E::from_value(value).unwrap(), Language::new(tag).unwrap());
        let filled = |count: &str| {
            code.format(
                language,
                &[("count", count.into()), ("folder", "/etc".into()), ("path", "/etc".into())],
            )
            .to_string()
        };
        let [name, description] = [code.name(language), code.description(language)].map(str::to_owned);
        [filled("1"), filled("5"), name, description, format!("{:?}", code.help(language))]
    }
    for value in [1, 2, 3] {
        for tag in ["ja", "ar"] {
            assert_eq!(said::<Some>(value, tag), said::<All>(value, tag), "{value} {tag}");
        }
        assert_eq!(said::<One>(value, "ru"), said::<All>(value, "ru"), "{value} ru");
    }
    assert_eq!(said::<Some>(1, "ja")[..3], ["one file in /etc", "5 files in /etc", "ファイル"]);
    assert_eq!(said::<Some>(1, "ar")[4], "Some(\"count them\")");
    assert_eq!(said::<Some>(3, "ar")[4], "None", "nobody can help with a value that no row covers");
    assert_eq!(said::<Some>(1, "ar")[0], "one file in /etc", "the sentence is English: nothing is isolated");
    let tags = |languages: &[Language]| languages.iter().map(Language::to_string).collect::<Vec<_>>();
    assert_eq!(tags(Some::LANGUAGES), ["ja", "ar"]);
    assert_eq!(tags(One::LANGUAGES), ["ru"]);
}

/// A language that is not compiled causes no warning.
mod quiet {
    #![deny(warnings)]

    #[code_registry::codes("tests/tables/partial.toml", languages("en"))]
    #[allow(dead_code)]
    enum English {}
}

/// A text that equals its fallback is not stored, but a chain that skips the language may lead to another one.
#[test]
fn what_is_not_stored_is_found_whichever_way_chains_cross() {
    #[codes("tests/tables/chains.toml")]
    enum All {}
    #[codes("tests/tables/chains.toml", languages("it", "es", "pl"))]
    enum Some {}
    #[codes("tests/tables/chains.toml", languages("es", "it"))]
    enum Two {}

    fn check<E: Code<Value = u8>>() {
        for language in E::LANGUAGES {
            let [between, far] = [1, 2].map(|value| E::from_value(value).unwrap());
            let (name, help) =
                if language.to_string() == "fr" { ("other", "other") } else { ("same", "same") };
            assert_eq!(
                (between.name(*language), between.help(*language)),
                (name, Option::Some(help)),
                "{language}"
            );
            let is_own = !["en", "fr"].contains(&language.to_string().as_str());
            assert_eq!(far.name(*language), if is_own { "own" } else { "last" }, "{language}");
        }
    }
    check::<All>();
    check::<Some>();
    check::<Two>();
}

macro_rules! registry {
    ($module:ident) => {
        mod $module {
            #[code_registry::codes("tests/tables/ranges.toml")]
            pub enum Ranges {}

            #[derive(Debug, code_registry::Coded)]
            #[coded(Ranges::First)]
            pub struct First;
        }
    };
}

registry!(one);
registry!(other);

#[test]
fn one_macro_may_make_several_registries() {
    assert_eq!(one::First.code().value(), other::First.code().value());
}

/// Names that the expansion uses, and names of the prelude.
mod names {
    #![allow(dead_code)]

    use code_registry::codes;

    #[codes("tests/tables/ranges.toml")]
    pub enum Key {}
    #[codes("tests/tables/ranges.toml")]
    pub enum Option {}
    #[codes("tests/tables/ranges.toml")]
    pub enum r#Type {}
    #[codes("tests/tables/ranges.toml")]
    pub(super) enum _Match {}
    #[codes("tests/tables/ranges.toml")]
    pub enum String {}
    #[codes("tests/tables/ranges.toml")]
    pub enum Language {}
    #[codes("tests/tables/ranges.toml")]
    pub enum LANGUAGES {}
    #[codes("tests/tables/ranges.toml")]
    pub enum Rt {}
}

#[test]
fn a_registry_may_have_any_name() {
    assert_eq!(names::Key::from(7).value(), names::Option::from(7).value());
    assert_eq!(format!("{:?}", names::Type::from(7)), "Elsewhere(7)");
    assert_eq!(
        "none".parse::<names::Type>().unwrap_err().to_string(),
        "not the name or the number of a Type"
    );
    assert_eq!(names::_Match::from(1000), names::_Match::First);
    assert_eq!(names::String::from(1000).value(), names::Rt::from(1000).value());
    assert_eq!(names::LANGUAGES::from(1).symbol(), names::Language::from(1).symbol());
}

#[test]
fn rows_are_counted_and_compared() {
    let mut rows = Ranges::rows();
    let count = rows.clone().count();
    assert_eq!((rows.len(), format!("{rows:?}")), (count, format!("Rows {{ left: {count} }}")));
    let (first, last) = (rows.next().unwrap(), rows.next_back().unwrap());
    assert_eq!((rows.len(), format!("{rows:?}")), (count - 2, format!("Rows {{ left: {} }}", count - 2)));
    assert!(first != last && first == Ranges::rows().next().unwrap());
}

/// A numeric type of the user counts as the number that it shows; otherwise it is isolated like any text.
#[test]
fn numbers_of_the_users_own_are_what_they_show() {
    #[codes("tests/tables/selection.toml")]
    enum Codes {}

    #[derive(Debug)]
    struct Turning;

    impl std::fmt::Display for Turning {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("\u{202e}12")
        }
    }
    impl code_registry::Number for Turning {}
    impl code_registry::Integer for Turning {}

    #[derive(Debug)]
    struct Counted(u8);

    impl std::fmt::Display for Counted {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            write!(f, "{:02}", self.0)
        }
    }
    impl code_registry::Number for Counted {}
    impl code_registry::Integer for Counted {}

    #[derive(Debug, Coded)]
    #[coded(Codes)]
    enum Other {
        Files { count: Counted, folder: &'static str },
    }

    #[derive(Debug, Coded)]
    #[coded(Codes)]
    enum Failure {
        Files { count: Turning, folder: &'static str },
    }
    let en = Language::new("en").unwrap();
    let failure = Failure::Files { count: Turning, folder: "/etc" };
    assert_eq!(failure.localized(en).to_string(), "\u{2068}\u{202e}12\u{2069} files in /etc");
    let said =
        [1, 2].map(|count| Other::Files { count: Counted(count), folder: "/etc" }.localized(en).to_string());
    assert_eq!(said, ["one file in /etc", "02 files in /etc"]);
}
