//! The words of a table's enums.
#![allow(clippy::unwrap_used, reason = "a test that meets what it does not expect stops")]

#[cfg(feature = "runtime")]
use code_registry::Catalog;
use code_registry::websocket::{CloseCode, CloseCodeDefinedBy, CloseCodeReconnect};
use code_registry::{Argument, Coded, Language, Localize, codes, language};

fn italian() -> Language {
    Language::new("it").unwrap()
}

#[test]
fn a_word_has_a_name_in_each_language() {
    let word = CloseCode::Abnormal.reconnect().unwrap();
    assert_eq!(
        (word, word.as_str(), word.name(italian())),
        (CloseCodeReconnect::Delayed, "delayed", "dopo un'attesa")
    );
    assert_eq!(word.localized(italian()).to_string(), "dopo un'attesa");
    assert_eq!(word.to_string(), "after a delay");
    language::scope(italian(), || assert_eq!(format!("{word:>16}"), "  dopo un'attesa"));
    assert_eq!(word.name(Language::new("it-CH").unwrap()), "dopo un'attesa");
    assert_eq!(word.name(Language::new("fr").unwrap()), "after a delay");
}

#[test]
fn words_are_listed_parsed_and_ordered() {
    for word in CloseCodeDefinedBy::ALL {
        assert_eq!(word.as_str().parse(), Ok(*word));
        assert!(
            word.name(italian()).parse::<CloseCodeDefinedBy>().is_err()
                || word.name(italian()) == word.as_str()
        );
    }
    assert!(CloseCodeDefinedBy::ALL.is_sorted());
    assert_eq!(CloseCodeReconnect::ALL.len(), 3);
}

#[cfg(feature = "serde")]
#[test]
fn serde_writes_the_word() {
    let text = serde_json::to_string(&CloseCodeReconnect::Elsewhere).unwrap();
    assert_eq!(text, "\"elsewhere\"");
    assert_eq!(serde_json::from_str::<CloseCodeReconnect>(&text).unwrap(), CloseCodeReconnect::Elsewhere);
    let error = serde_json::from_str::<CloseCodeReconnect>("\"never\"").unwrap_err();
    assert!(error.to_string().contains("a word of the table"), "{error}");
}

#[codes("tests/tables/words.toml")]
enum Missing {}

#[derive(Debug, Coded)]
#[coded(Missing)]
enum MissingError {
    Gone { item: MissingItem, count: u64 },
    Closed { item: MissingItem, name: &'static str },
    Owned { owner: &'static str },
}

#[derive(Debug, Coded)]
#[coded(Missing)]
enum Borrowed<'a, T: std::fmt::Debug> {
    Gone {
        item: &'a MissingItem,
        count: u8,
    },
    #[code(CLOSED)]
    #[arg("item" = MissingItem::from_name(.0))]
    Closed(&'a str, #[arg("name")] T),
}

impl MissingItem {
    fn from_name(name: &str) -> Self {
        name.parse().unwrap_or(Self::File)
    }
}

#[test]
fn a_message_shows_the_name_of_a_word_and_chooses_by_the_word() {
    let it = italian();
    let gone = |item, count| MissingError::Gone { item, count };
    assert_eq!(gone(MissingItem::File, 0).localized(it).to_string(), "il file non c'è più");
    assert_eq!(gone(MissingItem::Folder, 1).to_string(), "the folder with one file is gone");
    assert_eq!(
        gone(MissingItem::Folder, 1234).localized(it).to_string(),
        "la cartella con 1234 file non c'è più"
    );
    assert_eq!(gone(MissingItem::HardLink, 0).localized(it).to_string(), "il collegamento non c'è più");
    let closed = MissingError::Closed { item: MissingItem::Folder, name: "a" };
    assert_eq!(closed.to_string(), "cannot open the folder a");
    assert_eq!(closed.localized(it).to_string(), "impossibile aprire a (cartella)");
    // Its name is missing in Italian.
    let closed = MissingError::Closed { item: MissingItem::HardLink, name: "a" };
    assert_eq!(closed.localized(it).to_string(), "impossibile aprire a (hard link)");
    assert_eq!(MissingError::Owned { owner: "nobody" }.localized(it).to_string(), "non è di nessuno");
    assert_eq!(MissingError::Owned { owner: "root" }.to_string(), "root owns it");
}

#[test]
fn a_word_may_be_borrowed_or_an_expression() {
    let item = MissingItem::Folder;
    let gone: Borrowed<'_, u8> = Borrowed::Gone { item: &item, count: 2 };
    assert_eq!(gone.to_string(), "the folder with 2 files is gone");
    let closed: Borrowed<'_, u8> = Borrowed::Closed("hard-link", 7);
    assert_eq!(closed.localized(italian()).to_string(), "impossibile aprire 7 (hard link)");
}

#[test]
fn arguments_at_run_time_are_words_too() {
    let it = italian();
    let folder = [("item", Argument::word(&MissingItem::Folder)), ("count", Argument::count(&2))];
    assert_eq!(Missing::Gone.format(it, &folder).to_string(), "la cartella con 2 file non c'è più");
    let name = ("name", Argument::from("a"));
    let closed = [("item", Argument::word(&MissingItem::Folder)), name];
    assert_eq!(Missing::Closed.format(it, &closed).to_string(), "impossibile aprire a (cartella)");
    // The word as a text, and a value without a case: the last case replaces `other`.
    assert_eq!(Missing::Gone.format(it, &[("item", "file".into())]).to_string(), "il file non c'è più");
    let last = "la cartella con {count} file non c'è più";
    assert_eq!(Missing::Gone.format(it, &[("item", "cartella".into())]).to_string(), last);
    assert_eq!(Missing::Gone.format(it, &[]).to_string(), last);
}

#[test]
fn a_select_never_compares_the_name_of_a_word() {
    let it = italian();
    let by_text = [("item", Argument::text(&&MissingItem::HardLink))];
    assert_eq!(Missing::Gone.format(it, &by_text).to_string(), "il collegamento non c'è più");
    let by_reference = [("item", Argument::localized(&&MissingItem::HardLink))];
    assert_eq!(Missing::Gone.format(it, &by_reference).to_string(), "il collegamento non c'è più");
    let shown = [("item", Argument::text(&MissingItem::Folder)), ("name", "a".into())];
    assert_eq!(Missing::Closed.format(it, &shown).to_string(), "impossibile aprire a (cartella)");
}

#[test]
fn arguments_as_data_have_the_name_of_the_enum_as_their_kind() {
    let error = MissingError::Closed { item: MissingItem::Folder, name: "a" };
    let arguments: Vec<String> = error.arguments().map(|argument| format!("{argument:?}")).collect();
    assert_eq!(arguments, ["item: item = folder", "name: text = a"]);
    let item = error.arguments().next().unwrap();
    assert_eq!(item.localized(italian()).to_string(), "cartella");
    let owner = MissingError::Owned { owner: "root" };
    assert_eq!(owner.arguments().next().unwrap().kind(), "text");
}

#[cfg(feature = "runtime")]
#[test]
fn a_catalogue_names_words() {
    let de = Language::new("de").unwrap();
    let text = "[enum.item]\nname = { file = \"Datei\", folder = \"Ordner\" }\n\n[code.2]\nmessage = \"{item} {name} ist zu\"\n\
        \n[code.1]\nmessage = { select = \"item\", file = \"Datei fehlt\", other = \"Ordner fehlt\" }\n";
    let german = Catalog::<Missing>::read(de, "de.toml", text).unwrap();
    let missing: Vec<String> = german.missing().collect();
    assert_eq!(missing, ["code.3.message", "enum.severity.low", "enum.severity.high", "enum.item.hard-link"]);
    german.install();
    assert_eq!(MissingItem::Folder.name(de), "Ordner");
    assert_eq!(MissingItem::Folder.name(Language::new("de-AT").unwrap()), "Ordner");
    assert_eq!(MissingItem::HardLink.name(de), "hard link");
    assert_eq!(MissingSeverity::High.name(de), "high");
    assert_eq!(MissingItem::Folder.name(italian()), "cartella");
    let closed = MissingError::Closed { item: MissingItem::Folder, name: "a" };
    assert_eq!(closed.localized(de).to_string(), "Ordner a ist zu");
    let gone = MissingError::Gone { item: MissingItem::HardLink, count: 1 };
    assert_eq!(gone.localized(de).to_string(), "Ordner fehlt");

    let misspelt =
        "[code.1]\nmessage = { select = \"item\", fiel = \"Datei fehlt\", other = \"Ordner fehlt\" }\n";
    let error = Catalog::<Missing>::read(de, "de.toml", misspelt).unwrap_err().to_string();
    assert!(error.contains("de.toml:2:30: error[unknown-case]"), "{error}");
    assert!(error.contains("did you mean `file`?"), "{error}");
    let open = "[code.1]\nmessage = { select = \"item\", file = \"Datei fehlt\" }\n";
    let error = Catalog::<Missing>::read(de, "de.toml", open).unwrap_err().to_string();
    assert!(error.contains("no case for `folder`, `hard-link`"), "{error}");
}

mod library {
    mod inner {
        #[code_registry::codes("tests/tables/words.toml")]
        pub enum Shop {}
    }
    pub(crate) use inner::{Shop as Renamed, ShopItem as Thing};
}

/// Neither the registry nor the enum is in scope under its own name.
#[derive(Debug, Coded)]
#[coded(library::Renamed)]
enum ShopError {
    Closed { item: library::Thing, name: u8 },
}

#[test]
fn an_enum_is_found_through_a_registry_that_is_reexported() {
    let error = ShopError::Closed { item: library::Thing::Folder, name: 7 };
    assert_eq!(error.localized(italian()).to_string(), "impossibile aprire 7 (cartella)");
}
