//! Errors as problem details.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use code_registry::websocket::CloseCode;
use code_registry::{Coded, Integer, Language, Number, Problem, codes, language};
use serde_json::{Value, json};

#[codes("tests/tables/problem.toml")]
pub enum JobCode {}

#[derive(Debug, Coded)]
#[coded(JobCode)]
enum JobError {
    Clash {
        r#type: u8,
        status: &'static str,
        argument_status: i64,
        path: PathBuf,
    },
    Amounts {
        whole: u128,
        decimal: f32,
        count: i64,
        size: u64,
        share: f64,
        time: Duration,
        steps: Vec<&'static str>,
    },
    Price {
        price: Price,
    },
    Pages {
        pages: Pages,
    },
    Failed {
        cause: Box<JobError>,
        shown: CloseCode,
    },
    #[code(JOB_FAILED, shared, transparent)]
    Other(anyhow::Error),
}

/// A number of another crate, of which only the digits are known.
#[derive(Debug)]
struct Price(&'static str);

impl fmt::Display for Price {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Number for Price {}

/// An integer of another crate.
#[derive(Debug)]
struct Pages(u32);

impl fmt::Display for Pages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Number for Pages {}
impl Integer for Pages {}

#[test]
fn integers_of_other_types_are_numbers() {
    assert_eq!(in_italian(&JobError::Pages { pages: Pages(1200) })["pages"], json!(1200));
}

const IT: Language = language!("it");

fn in_italian(error: &JobError) -> Value {
    serde_json::to_value(Problem::new(error, IT)).unwrap()
}

fn amounts(decimal: f32, share: f64, whole: u128) -> JobError {
    let time = Duration::from_millis(1500);
    JobError::Amounts {
        whole,
        decimal,
        count: -1_234_567,
        size: 1_500_000,
        share,
        time,
        steps: vec!["a", "b, c"],
    }
}

#[test]
fn names_of_members_are_kept_apart() {
    let error = JobError::Clash { r#type: 1, status: "two", argument_status: 3, path: "/srv".into() };
    let expected = json!({
        "type": "https://example.org/en/JOB_CLASH",
        "title": "Conflitto",
        "status": 409,
        "detail": "1, two, 3 e /srv",
        "code": 1,
        "symbol": "JOB_CLASH",
        "help": "cambiare i nomi in /srv",
        "argument_type": 1,
        "argument_status": "two",
        "argument_argument_status": 3,
        "path": "/srv",
    });
    assert_eq!(in_italian(&error), expected);
}

#[test]
fn amounts_are_numbers() {
    let problem = in_italian(&amounts(0.1, 0.25, 12));
    assert_eq!(problem["detail"], "12, 0.1, -1.234.567, 1,5 MB, 0,25, 1 s e 500 ms, a e b, c");
    let values =
        ["whole", "decimal", "count", "size", "share", "time", "steps"].map(|name| problem[name].clone());
    let expected = [
        json!(12),
        json!(0.1),
        json!(-1_234_567),
        json!(1_500_000),
        json!(0.25),
        json!(1.5),
        json!(["a", "b, c"]),
    ];
    assert_eq!(values, expected);
}

#[test]
fn no_digit_is_lost() {
    let text = serde_json::to_string(&Problem::new(&amounts(1e-45, f64::MAX, u128::MAX >> 1), IT)).unwrap();
    assert!(text.contains(r#""whole":170141183460469231731687303715884105727,"decimal":1e-45,"#), "{text}");
    assert!(text.contains(r#""share":1.7976931348623157e+308,"#), "{text}");
}

#[test]
fn numbers_that_json_lacks_are_texts() {
    let problem = in_italian(&amounts(f32::NAN, f64::NEG_INFINITY, 0));
    assert_eq!((&problem["decimal"], &problem["share"]), (&json!("NaN"), &json!("-inf")));
    assert_eq!(in_italian(&JobError::Price { price: Price("0.10") })["price"], "0.10");
}

/// Whatever language is requested or current.
#[test]
fn arguments_are_in_the_default_language() {
    let error = JobError::Failed {
        cause: Box::new(JobError::Price { price: Price("1.5") }),
        shown: CloseCode::GoingAway,
    };
    let problem = language::scope(IT, || in_italian(&error));
    assert_eq!(problem["cause"], "it costs 1.5");
    assert_eq!(problem["shown"], CloseCode::GoingAway.description(language!("en")));
    let detail = format!("costa 1,5: {}", CloseCode::GoingAway.description(IT));
    assert_eq!(problem["detail"], detail);
}

/// Clients depend on the code of the variant, whatever the error inside is.
#[test]
fn an_error_inside_another_one_is_its_detail() {
    let inner = JobError::Pages { pages: Pages(2) };
    let problem = in_italian(&JobError::Other(anyhow::Error::from(inner)));
    let expected = json!({
        "type": "https://example.org/en/JOB_FAILED",
        "title": "Fallito",
        "status": 500,
        "detail": "ne mancano 2",
        "code": 4,
        "symbol": "JOB_FAILED",
    });
    assert_eq!(problem, expected);
}

#[codes("tests/tables/app.toml")]
pub enum AppCode {}

#[derive(Debug, Coded)]
#[coded(AppCode::Broken)]
struct Broken;

#[test]
fn without_a_url_or_a_column_a_problem_has_a_type_and_a_status() {
    let problem = Problem::with_status(&Broken, IT, 42);
    assert_eq!(problem.status(), 500, "not a valid status");
    let json = serde_json::to_value(problem).unwrap();
    assert_eq!((&json["type"], &json["status"]), (&json!("about:blank"), &json!(500)));
}

#[test]
fn the_language_is_one_of_the_table() {
    let error = JobError::Price { price: Price("1") };
    for (requested, language) in [("it-CH", "it"), ("en", "en"), ("ja", "en")] {
        assert_eq!(Problem::new(&error, requested.parse().unwrap()).language().to_string(), language);
    }
}

#[test]
fn nothing_is_allocated() {
    let error = amounts(0.5, 0.5, 1);
    let mut buffer = [0_u8; 1024];
    let allocations = allocation_counter::measure(|| {
        serde_json::to_writer(&mut buffer[..], &Problem::new(&error, IT)).unwrap();
    });
    assert_eq!(allocations.count_total, 0);
    assert!(buffer.starts_with(br#"{"type":"https://example.org/en/JOB_AMOUNTS","title":"#));
}
