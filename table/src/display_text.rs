//! The texts of a row as programs display them and as the library stores them, and the built-in texts for unlisted
//! values.

use code_registry_encoding::message::{Case as StoredCase, EncodedMessage, Part};

use crate::model::{Argument, Case, Choice, Message, Piece, Row};
use crate::schema::{LiteralKind, TextKind};

impl Row {
    /// A short label. A row without a name displays its description, and a row without either displays its message.
    ///
    /// The text is looked up in these languages, one after the other: those of a [chain](crate::Language::chain).
    pub fn short(&self, languages: &[usize]) -> Option<String> {
        self.display(LiteralKind::Name, languages)
    }

    /// What the code means. A row without a description displays its name, and a row without either its message.
    pub fn meaning(&self, languages: &[usize]) -> Option<String> {
        self.display(LiteralKind::Description, languages)
    }

    /// The text of a kind, or of the first of its substitutes that the default language has. All languages use the same
    /// substitute.
    pub fn display(&self, kind: LiteralKind, languages: &[usize]) -> Option<String> {
        let kind = TextKind::Literal(kind).with_substitutes().find(|kind| self.has_text(*kind, 0))?;
        languages.iter().find_map(|&language| match kind {
            TextKind::Literal(kind) => self.text(kind).get(language).cloned(),
            TextKind::Message => Some(self.message.get(language)?.shown(&self.arguments)),
            TextKind::Note => None,
        })
    }
}

impl Message {
    /// The message as a reader of the table sees it: arguments as `{name}`, and `other` of a choice.
    pub fn shown(&self, arguments: &[Argument]) -> String {
        let shown = |piece: &Piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Argument(index) => placeholder(*index, arguments),
        };
        match self {
            Self::Pattern(pieces) => pieces.iter().map(shown).collect(),
            Self::Choice(choice) => choice.branches().1.shown(arguments),
        }
    }
}

fn placeholder(index: usize, arguments: &[Argument]) -> String {
    format!("{{{}}}", arguments[index].name)
}

/// A message as the library stores it: its text, and before it a program if it has arguments or choices.
pub fn entry(message: &Message, arguments: &[Argument], right_to_left: bool) -> String {
    encoded(message, arguments, right_to_left).into_entry()
}

fn encoded(message: &Message, arguments: &[Argument], right_to_left: bool) -> EncodedMessage {
    match message {
        Message::Pattern(pieces) => encoded_sentence(pieces, arguments, right_to_left),
        Message::Choice(choice) => encoded_choice(choice, arguments, right_to_left),
    }
}

fn encoded_sentence(pieces: &[Piece], arguments: &[Argument], right_to_left: bool) -> EncodedMessage {
    let placeholders: Vec<String> = (0..arguments.len()).map(|index| placeholder(index, arguments)).collect();
    let parts = pieces.iter().map(|piece| match piece {
        Piece::Text(text) => Part::Text(text),
        Piece::Argument(index) => Part::Argument { index: *index, placeholder: &placeholders[*index] },
    });
    EncodedMessage::sentence(parts, right_to_left)
}

fn encoded_choice(choice: &Choice, arguments: &[Argument], right_to_left: bool) -> EncodedMessage {
    let branch = |message: &Message| encoded(message, arguments, right_to_left);
    let (cases, other) = choice.branches();
    let keys: Vec<String> = cases.iter().map(|(case, _)| case.to_string()).collect();
    let cases = cases.iter().zip(&keys).map(|((case, message), key)| {
        let case = match case {
            Case::Category(category) => StoredCase::Category(*category),
            Case::Exact(_) | Case::Word(_) => StoredCase::Word(key),
        };
        (case, branch(message))
    });
    let placeholder = placeholder(choice.argument, arguments);
    EncodedMessage::choice(choice.selector, choice.argument, &placeholder, &branch(other), cases)
}

/// The texts for unlisted values in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unlisted {
    /// A short label, like a row's `name`.
    pub name: &'static str,
    /// A sentence, like a row's `description`.
    pub description: &'static str,
}

impl Unlisted {
    /// The text of a kind; empty if the kind is optional.
    pub fn text(self, kind: LiteralKind) -> &'static str {
        let questions = [(LiteralKind::Name, self.name), (LiteralKind::Description, self.description)];
        questions.into_iter().find(|(known, _)| *known == kind).map_or("", |(_, text)| text)
    }
}

/// The texts in the language of a BCP 47 tag in any case: its own, otherwise those of the tag without its last subtags
/// (RFC 4647 section 3.4), otherwise English.
///
/// ```
/// # use code_registry_table::unlisted;
/// assert_eq!(unlisted("it-CH").name, "Valore non elencato");
/// assert_eq!(unlisted("tlh").name, "Unlisted value");
/// ```
pub fn unlisted(tag: &str) -> Unlisted {
    prefixes(tag).find_map(built_in).unwrap_or(ENGLISH)
}

/// The tag, then the tag without its last subtag, and so on.
fn prefixes(tag: &str) -> impl Iterator<Item = &str> {
    core::iter::successors(Some(tag), |longer| longer.rsplit_once('-').map(|(shorter, _)| shorter))
}

fn built_in(tag: &str) -> Option<Unlisted> {
    let (_, texts) = BUILT_IN.iter().find(|(own, _)| own.eq_ignore_ascii_case(tag))?;
    Some(*texts)
}

const fn texts(name: &'static str, description: &'static str) -> Unlisted {
    Unlisted { name, description }
}

const ENGLISH: Unlisted = texts("Unlisted value", "The table has no entry for this value.");
const NORWEGIAN: Unlisted =
    texts("Verdi utenfor tabellen", "Tabellen inneholder ingen oppføring for denne verdien.");
const TRADITIONAL_CHINESE: Unlisted = texts("未列出的值", "表中沒有與此值對應的項目。");

/// By tag. `zh` is in simplified characters. Where traditional ones are usual, a tag need not name the script.
const BUILT_IN: &[(&str, Unlisted)] = &[
    ("ar", texts("قيمة غير مدرجة", "لا يحتوي الجدول على إدخال لهذه القيمة.")),
    ("cs", texts("Neuvedená hodnota", "Tabulka pro tuto hodnotu neobsahuje žádnou položku.")),
    ("da", texts("Værdi uden for tabellen", "Tabellen indeholder ingen post for denne værdi.")),
    ("de", texts("Nicht aufgeführter Wert", "Die Tabelle enthält keinen Eintrag für diesen Wert.")),
    ("el", texts("Τιμή εκτός πίνακα", "Ο πίνακας δεν περιέχει καταχώριση για αυτή την τιμή.")),
    ("en", ENGLISH),
    ("es", texts("Valor fuera de la tabla", "La tabla no contiene ninguna entrada para este valor.")),
    ("fa", texts("مقدار فهرست‌نشده", "در جدول ردیفی برای این مقدار وجود ندارد.")),
    ("fi", texts("Luetteloimaton arvo", "Taulukossa ei ole riviä tälle arvolle.")),
    ("fr", texts("Valeur non répertoriée", "La table ne contient aucune entrée pour cette valeur.")),
    ("he", texts("ערך שאינו ברשימה", "אין בטבלה רשומה עבור ערך זה.")),
    ("hi", texts("असूचीबद्ध मान", "तालिका में इस मान के लिए कोई प्रविष्टि नहीं है।")),
    ("hu", texts("Listán kívüli érték", "A táblázat nem tartalmaz bejegyzést ehhez az értékhez.")),
    ("it", texts("Valore non elencato", "La tabella non contiene alcuna voce per questo valore.")),
    ("ja", texts("未登録の値", "この値に対応する項目は表にありません。")),
    ("ko", texts("목록에 없는 값", "표에 이 값에 해당하는 항목이 없습니다.")),
    ("nb", NORWEGIAN),
    ("nl", texts("Niet vermelde waarde", "De tabel bevat geen regel voor deze waarde.")),
    ("no", NORWEGIAN),
    ("pl", texts("Wartość spoza tabeli", "Tabela nie zawiera wpisu dla tej wartości.")),
    ("pt", texts("Valor fora da tabela", "A tabela não contém nenhuma entrada para este valor.")),
    ("ro", texts("Valoare absentă din tabel", "Tabelul nu conține nicio intrare pentru această valoare.")),
    ("ru", texts("Значение вне таблицы", "В таблице нет записи для этого значения.")),
    ("sv", texts("Värde utanför tabellen", "Tabellen innehåller ingen post för det här värdet.")),
    ("tr", texts("Listelenmemiş değer", "Tabloda bu değer için bir kayıt yok.")),
    ("uk", texts("Значення поза таблицею", "У таблиці немає запису для цього значення.")),
    ("zh", texts("未列出的值", "表中没有与此值对应的条目。")),
    ("zh-Hant", TRADITIONAL_CHINESE),
    ("zh-HK", TRADITIONAL_CHINESE),
    ("zh-MO", TRADITIONAL_CHINESE),
    ("zh-TW", TRADITIONAL_CHINESE),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_a_label_and_a_sentence() {
        for (tag, texts) in BUILT_IN {
            assert!(!texts.name.is_empty() && !texts.name.ends_with('.'), "{tag}");
            assert!(texts.description.ends_with(['.', '。', '।']), "{tag}");
            assert_eq!(unlisted(tag), *texts, "{tag} has two rows");
        }
    }

    #[test]
    fn a_tag_falls_back_to_its_shorter_forms() {
        check("it-CH", "it");
        check("pt-PT", "pt");
        check("pt-BR", "pt");
        check("zh-CN", "zh");
        check("zh-Hans-HK", "zh");
        check("zh-Hant-TW", "zh-Hant");
        check("zh-tw", "zh-Hant");
        check("zh-HK", "zh-Hant");
        check("tlh", "en");
        check("", "en");
    }

    /// Compares sentences too: some labels are the same in two languages.
    #[track_caller]
    fn check(tag: &str, expected: &str) {
        assert_eq!(Some(unlisted(tag)), built_in(expected), "{tag}");
    }
}
