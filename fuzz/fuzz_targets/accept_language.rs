//! `Accept-Language`: arbitrary headers, and headers with a known answer.
#![no_main]

use arbitrary::{Arbitrary, Unstructured};
use code_registry::websocket::CloseCode;
use libfuzzer_sys::fuzz_target;

#[derive(Debug, Arbitrary)]
struct Wish {
    language: u8,
    thousandths: u16,
    blanks: bool,
}

/// A requested range, the part of it that a language keeps, and the language of English and Italian that answers it.
const ASKED: [(&str, &str, Option<&str>); 8] = [
    ("en", "en", Some("en")),
    ("it", "it", Some("it")),
    ("IT-ch", "it-CH", Some("it")),
    ("en-GB-oxendict", "en-GB", Some("en")),
    ("de", "de", None),
    ("zh-Hant-TW", "zh-Hant-TW", None),
    ("it-x-private", "it", Some("it")),
    ("eng", "eng", None),
];

fuzz_target!(|bytes: &[u8]| {
    if let Ok(header) = std::str::from_utf8(bytes) {
        let answer = CloseCode::negotiate(header);
        assert!(answer.is_none_or(|language| CloseCode::LANGUAGES.contains(&language)));
        assert_eq!(answer, CloseCode::negotiate(header.to_ascii_uppercase()));
        let padded = header.replace(',', "\t , ");
        if padded.len() < 4096 {
            assert_eq!(answer, CloseCode::negotiate(&padded), "blanks around a comma");
        }
    }
    let Ok(mut wishes) = Vec::<Wish>::arbitrary(&mut Unstructured::new(bytes)) else { return };
    wishes.truncate(64);
    let header: Vec<String> = wishes.iter().map(written).collect();
    let header = header.join(",");
    let answer = CloseCode::negotiate(&header);
    assert_eq!(answer.map(|language| language.to_string()).as_deref(), expected(&wishes), "{header}");
});

fn asked(wish: &Wish) -> (&'static str, &'static str, Option<&'static str>) {
    ASKED[usize::from(wish.language) % ASKED.len()]
}

fn quality(wish: &Wish) -> u16 {
    wish.thousandths % 1001
}

fn written(wish: &Wish) -> String {
    let blank = if wish.blanks { " \t" } else { "" };
    let quality = quality(wish);
    let quality = if quality == 1000 { "1.000".to_owned() } else { format!("0.{quality:03}") };
    format!("{blank}{}{blank};{blank}q={quality}{blank}", asked(wish).0)
}

/// The first of the accepted ranges with the greatest quality, except those that a quality of 0 refuses.
fn expected(wishes: &[Wish]) -> Option<&'static str> {
    let refused = |language: &str| wishes.iter().any(|wish| quality(wish) == 0 && asked(wish).1 == language);
    let answers = wishes.iter().filter(|wish| quality(wish) > 0);
    let answers = answers.filter_map(|wish| Some((asked(wish).2?, quality(wish))));
    let answers: Vec<_> = answers.filter(|(language, _)| !refused(language)).collect();
    let best = answers.iter().map(|(_, quality)| *quality).max()?;
    answers.iter().find(|(_, quality)| *quality == best).map(|(language, _)| *language)
}
