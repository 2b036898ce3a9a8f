//! What a value that no row covers is called: a table has no place for these texts, so they are built in.

use crate::schema::LiteralKind;

/// The texts for a value that no row of its table covers, in one language.
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

/// The texts in the language of a BCP 47 tag, in whatever case: its own, else those of the tag without its last
/// subtags (RFC 4647 section 3.4), else English.
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

/// By tag. `zh` is in simplified characters; where the traditional ones are usual, a tag need not name the script.
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
