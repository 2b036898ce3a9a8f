//! Messages with arguments: choices, arguments, and formatting options.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fmt::{self, Display};
use std::path::PathBuf;

use code_registry::{Argument, Coded, Language};

/// Messages of every form.
#[code_registry::codes("tests/tables/messages.toml")]
enum MessageCode {}

#[derive(Debug, Coded)]
#[coded(MessageCode)]
enum Failure {
    NotFound { path: PathBuf },
    Files { count: usize, folder: &'static str },
    Rate { rate: f32 },
}

#[derive(Debug, Coded)]
#[coded(MessageCode::Files)]
struct Owed {
    count: i64,
    folder: &'static str,
}

#[derive(Debug, Coded)]
#[coded(MessageCode)]
enum Chosen {
    Exact {
        count: i64,
    },
    Kind {
        kind: &'static str,
    },
    #[code(1)]
    Long {
        path: &'static str,
    },
}

const EN: Language = Language::new("en").unwrap();
const IT: Language = Language::new("it").unwrap();
const RU: Language = Language::new("ru").unwrap();
const AR: Language = Language::new("ar").unwrap();
const PL: Language = Language::new("pl").unwrap();
const HE: Language = Language::new("he").unwrap();

/// The message of a code with one argument.
fn said(code: MessageCode, language: Language, name: &str, argument: impl Display) -> String {
    code.format(language, &[(name, Argument::text(&argument))]).to_string()
}

#[track_caller]
fn check(code: MessageCode, language: Language, name: &str, cases: &[(&str, &str)]) {
    for (argument, expected) in cases {
        assert_eq!(said(code, language, name, argument), *expected, "{language}: {name} = {argument}");
    }
}

#[test]
fn cardinals_follow_the_language() {
    check(
        MessageCode::Files,
        EN,
        "count",
        &[
            ("0", "no file in {folder}"),
            ("1", "1 file in {folder}"),
            ("-1", "-1 file in {folder}"),
            ("2", "2 files in {folder}"),
            ("1.0", "1.0 files in {folder}"),
            ("1.5", "1.5 files in {folder}"),
        ],
    );
    check(
        MessageCode::Files,
        IT,
        "count",
        &[
            ("0", "nessun file in {folder}"),
            ("1", "un file in {folder}"),
            ("2", "2 file in {folder}"),
            ("1000000", "1000000 di file in {folder}"),
            ("1000001", "1000001 file in {folder}"),
        ],
    );
    check(
        MessageCode::Files,
        RU,
        "count",
        &[
            ("1", "1 файл"),
            ("3", "3 файла"),
            ("5", "5 файлов"),
            ("11", "11 файлов"),
            ("21", "21 файл"),
            ("112", "112 файлов"),
            ("1.5", "1.5 файла (дробь)"),
        ],
    );
    check(
        MessageCode::Files,
        PL,
        "count",
        &[
            ("1", "1 plik"),
            ("4", "4 pliki"),
            ("12", "12 plików"),
            ("21", "21 plików"),
            ("22", "22 pliki"),
            ("1.5", "1.5 pliku"),
        ],
    );
    check(
        MessageCode::Files,
        AR,
        "count",
        &[
            ("0", "لا ملفات"),
            ("1", "ملف واحد"),
            ("2", "ملفان"),
            ("3", "\u{2068}3\u{2069} ملفات"),
            ("11", "\u{2068}11\u{2069} ملفًا"),
            ("100", "\u{2068}100\u{2069} ملف"),
            ("103", "\u{2068}103\u{2069} ملفات"),
        ],
    );
}

#[test]
fn ordinals_follow_the_language() {
    let english = [("1", "1st"), ("2", "2nd"), ("3", "3rd"), ("4", "4th"), ("11", "11th"), ("22", "22nd")];
    check(MessageCode::Place, EN, "place", &english);
    check(
        MessageCode::Place,
        IT,
        "place",
        &[("1", "il 1º"), ("8", "l'8º"), ("11", "l'11º"), ("18", "il 18º")],
    );
}

/// There is no Russian message: the sentence is English, and so are its plural rules.
#[test]
fn a_fallback_speaks_by_its_own_rules() {
    check(MessageCode::Place, RU, "place", &[("2", "2nd"), ("3", "3rd")]);
    check(MessageCode::Rate, AR, "rate", &[("2.5", "it fell by 2.5 %")]);
}

#[test]
fn exact_numbers_go_before_categories() {
    let cases =
        [("1", "one by number"), ("-1", "one by category"), ("12", "a dozen"), ("12.0", "12.0 of them")];
    check(MessageCode::Exact, EN, "count", &cases);
}

#[test]
fn an_argument_that_is_not_a_number_is_other() {
    let too_long = "0.000000000000000001c18";
    for argument in ["many", "", "1 ", "0x1", "三", "NaN", "1_000", "--1", ".", too_long] {
        assert_eq!(said(MessageCode::Exact, EN, "count", argument), format!("{argument} of them"));
    }
}

#[test]
fn words_choose_sentences() {
    check(
        MessageCode::Kind,
        EN,
        "kind",
        &[
            ("file", "the file"),
            ("hard link", "the link"),
            ("files", "the files"),
            ("fil", "the fil"),
            ("", "the "),
        ],
    );
    check(MessageCode::Kind, IT, "kind", &[("file", "il file"), ("hard link", "l'elemento")]);
    let in_pieces = format_args!("{}{}", 'f', "ile");
    assert_eq!(said(MessageCode::Kind, EN, "kind", in_pieces), "the file");
}

#[test]
fn choices_nest() {
    let said = |kind: &str, count: u64, place: &str| {
        let arguments = [
            ("kind", Argument::text(&kind)),
            ("count", Argument::count(&count)),
            ("place", Argument::text(&place)),
        ];
        MessageCode::Nested.format(EN, &arguments).to_string()
    };
    assert_eq!(said("file", 0, "here"), "nothing");
    assert_eq!(said("file", 1, "here"), "one file here");
    assert_eq!(said("file", 1, "/tmp"), "one file in /tmp");
    assert_eq!(said("file", 2, "here"), "2 files");
    assert_eq!(said("link", 1, "here"), "1 of link");
}

#[test]
fn braces_are_written_twice() {
    check(MessageCode::Braces, EN, "path", &[("/", "{/} is no {path}, nor a }{; # and ' are themselves")]);
}

#[test]
fn a_missing_argument_shows_its_name() {
    let nothing: &[(&str, Argument<'_>)] = &[];
    assert_eq!(MessageCode::NotFound.format(EN, nothing).to_string(), "cannot find {path}");
    assert_eq!(MessageCode::NotFound.format(AR, nothing).to_string(), "تعذّر العثور على {path}");
    assert_eq!(MessageCode::Files.format(EN, nothing).to_string(), "{count} files in {folder}");
    assert_eq!(MessageCode::Nested.format(EN, nothing).to_string(), "{count} of {kind}");
    check(MessageCode::Nested, EN, "kind", &[("file", "{count} files")]);
}

#[test]
fn a_surplus_argument_is_not_shown() {
    let arguments = &[
        ("Path", Argument::from("wrong")),
        ("path", "/".into()),
        ("path", "second".into()),
        ("", Argument::integer(&1)),
    ];
    assert_eq!(MessageCode::NotFound.format(EN, arguments).to_string(), "cannot find /");
    assert_eq!(MessageCode::DescriptionOnly.format(EN, arguments).to_string(), "It has no message.");
    assert_eq!(MessageCode::DescriptionOnly.format(IT, arguments).to_string(), "Non ha un messaggio.");
}

#[test]
fn every_row_has_a_message_in_every_language() {
    for code in MessageCode::rows().filter_map(code_registry::Row::code).chain([MessageCode::from(99)]) {
        for &language in MessageCode::LANGUAGES {
            assert!(
                !code.format(language, &[("count", Argument::count(&1))]).to_string().is_empty(),
                "{code:?} {language}"
            );
        }
    }
}

#[test]
fn a_message_serves_as_the_description() {
    assert_eq!(MessageCode::MessageOnly.description(EN), "{count} of {most}");
    assert_eq!(MessageCode::MessageOnly.name(IT), "{count} of {most}");
    assert_eq!(MessageCode::MessageOnly.to_string(), "{count} of {most}");
    assert_eq!(MessageCode::Nested.description(EN), "Choices in choices");
}

#[test]
fn right_to_left_sentences_isolate_every_argument() {
    check(MessageCode::NotFound, AR, "path", &[("/etc", "تعذّر العثور على \u{2068}/etc\u{2069}")]);
    check(
        MessageCode::NotFound,
        HE,
        "path",
        &[
            ("/etc", "הקובץ \u{2068}/etc\u{2069} לא נמצא"),
            ("שלום", "הקובץ \u{2068}שלום\u{2069} לא נמצא"),
            ("", "הקובץ \u{2068}\u{2069} לא נמצא"),
        ],
    );
}

#[test]
fn right_to_left_arguments_are_isolated_in_every_sentence() {
    let hebrew_arabic_thaana_nko_adlam_forms = ["שלום", "ملف", "ދިވެހި", "ߒߞߏ", "𞤀𞤣𞤤𞤢𞤥", "ﷺ"];
    let marks = ["\u{200F}", "\u{202E}txt.exe", "a\u{2067}b\u{2069}"];
    for argument in hebrew_arabic_thaana_nko_adlam_forms.into_iter().chain(marks) {
        let expected = format!("cannot find \u{2068}{argument}\u{2069}");
        assert_eq!(said(MessageCode::NotFound, EN, "path", argument), expected);
    }
    // An argument can neither end the isolate around it nor leave one open.
    for (argument, isolated) in [
        ("a\u{2069}\u{202E}b", "\u{2068}a\u{2069}\u{2068}\u{202E}b\u{2069}"),
        ("\u{2067}a", "\u{2068}\u{2067}a\u{2069}\u{2069}"),
        ("\u{2066}a\u{2069}\u{2069}b", "\u{2068}\u{2066}a\u{2069}\u{2069}\u{2068}b\u{2069}"),
    ] {
        assert_eq!(said(MessageCode::NotFound, EN, "path", argument), format!("cannot find {isolated}"));
    }
    // The first and last characters do not decide these: both are alike, only one matters, or neither does.
    for path in
        ["שלוםשלום", "שלום/srv/etc/lib/", "/srv/etc/lib/שלום", "/srv/etc/lib/usr//שלום/srv/etc/lib/usr/"]
    {
        let error = Chosen::Long { path };
        assert_eq!(error.to_string(), format!("cannot find \u{2068}{path}\u{2069}"));
    }
    let path = Failure::NotFound { path: "/srv/ملف".into() };
    assert_eq!(path.localized(EN).to_string(), "cannot find \u{2068}/srv/ملف\u{2069}");
    let folder = Failure::Files { count: 2, folder: "/srv/קובץ" };
    assert_eq!(folder.localized(EN).to_string(), "2 files in \u{2068}/srv/קובץ\u{2069}");
    check(MessageCode::NotFound, EN, "path", &[("/srv/קובץ", "cannot find \u{2068}/srv/קובץ\u{2069}")]);
}

#[test]
fn left_to_right_arguments_have_no_marks_in_left_to_right_sentences() {
    let is_isolate = |character| matches!(character, '\u{2066}'..='\u{2069}');
    for argument in ["/etc", "caffè", "файл", "文件", "ไฟล์", "🦀", "", "1", "\u{200E}", "Ω→∞"]
    {
        for language in [EN, IT, RU, PL] {
            let said = said(MessageCode::NotFound, language, "path", argument);
            assert!(said.ends_with(argument) && !said.contains(is_isolate), "{language}: {said:?}");
        }
    }
}

/// Shows the options of its formatter.
struct Asked;

impl Display for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {:?} {} {:?}", f.width(), f.precision(), f.alternate(), f.fill())
    }
}

#[test]
fn formatting_options_do_not_reach_arguments() {
    let asked = &[("path", Argument::text(&Asked))];
    let message = MessageCode::NotFound.format(EN, asked);
    assert_eq!(format!("{message:*>40}"), "*********cannot find None None false ' '");
    assert_eq!(format!("{message:.3}"), "can");
    assert_eq!(format!("{message:#}"), "1 NOT_FOUND: cannot find None None false ' '");
    let error = Failure::Files { count: 2, folder: "/etc" };
    assert_eq!(format!("{error:>17}"), "  2 files in /etc");
    assert_eq!(format!("{error:017.9}"), "2 files i        ");
    assert_eq!(format!("{:+.20}", Failure::Rate { rate: 1.25 }), "it fell by 1.25 %");
    for count in [3, 12, 345] {
        let (files, owed) =
            (Failure::Files { count, folder: "/etc" }, Owed { count: count as i64, folder: "/etc" });
        let plain = files.to_string();
        assert!(plain.starts_with(&format!("{count} ")), "{plain}");
        assert_eq!([format!("{files:+}"), format!("{files:01}")], [plain.clone(), plain.clone()]);
        assert_eq!([format!("{owed:+}"), format!("{owed:01}")], [plain.clone(), plain.clone()]);
    }
}

#[test]
fn an_alternate_message_begins_with_number_and_symbol() {
    let error = Failure::NotFound { path: "/etc".into() };
    assert_eq!(format!("{error:#}"), "1 NOT_FOUND: cannot find /etc");
    assert_eq!(format!("{:#}", error.localized(IT)), "1 NOT_FOUND: impossibile trovare /etc");
    assert_eq!(format!("{:#}", error.code()), "1 NOT_FOUND: There is no such file.");
    assert_eq!(
        format!("{:#}", MessageCode::DescriptionOnly.format(IT, &[])),
        "9 DESCRIPTION_ONLY: Non ha un messaggio."
    );
}

/// A derive passes numbers and texts, which are compared as they would be shown.
#[test]
fn derived_errors_and_run_time_arguments_give_the_same_message() {
    for count in [0, 1, 2, 3, 5, 11, 21, 100, 1_000_000] {
        for &language in MessageCode::LANGUAGES {
            let arguments = &[("folder", "/etc".into()), ("count", Argument::count(&count))];
            let named = MessageCode::Files.format(language, arguments).to_string();
            let files = Failure::Files { count, folder: "/etc" };
            assert_eq!(files.localized(language).to_string(), named);
            let owed = Owed { count: count as i64, folder: "/etc" };
            assert_eq!(owed.localized(language).to_string(), named);
        }
    }
    for count in [i64::MIN, -13, -12, -1, 0, 1, 2, 12, 112, i64::MAX] {
        assert_eq!(
            Chosen::Exact { count }.to_string(),
            MessageCode::Exact.format(EN, &[("count", Argument::count(&count))]).to_string()
        );
    }
    for kind in ["file", "hard link", "fil", "files", ""] {
        assert_eq!(Chosen::Kind { kind }.to_string(), said(MessageCode::Kind, EN, "kind", kind));
    }
}
