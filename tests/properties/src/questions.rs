//! The questions to a table, and the model's answers.

use crate::generate::{Random, extents};
use crate::model::names;
use crate::model::say::{Argument, Arguments};
use crate::model::texts::Said;
use crate::table::{Repr, Row, Table, Value};

/// Any text that is not empty: the library's own texts for unlisted values.
pub const ANY: &str = "\u{0}any";

/// A table, the languages of it that are compiled in, and the questions.
#[derive(Clone)]
pub struct Asked {
    pub seed: u64,
    pub table: Table,
    pub subset: Option<Vec<String>>,
    pub questions: Vec<Question>,
}

#[derive(Debug, Clone)]
pub struct Question {
    /// The kind of question, then its subject.
    pub words: Vec<String>,
    pub expected: Vec<String>,
}

impl Asked {
    pub fn new(seed: u64, table: Table) -> Self {
        let mut random = Random::new(!seed);
        let tags = tags(&table);
        let subset = random.maybe(30, |random| random.some(&tags, 50)).filter(|subset| !subset.is_empty());
        Self::with_subset(seed, table, subset)
    }

    pub fn with_subset(seed: u64, table: Table, subset: Option<Vec<String>>) -> Self {
        let spoken = subset.clone().unwrap_or_else(|| tags(&table));
        let random = Random::new(seed ^ 0xA5C);
        let mut asking = Asking { random, table: &table, spoken, questions: Vec::new() };
        asking.registry();
        asking.values();
        asking.rows();
        asking.parsing();
        let questions = asking.questions;
        Self { seed, table, subset, questions }
    }
}

fn tags(table: &Table) -> Vec<String> {
    table.languages.iter().map(|language| language.tag.clone()).collect()
}

struct Asking<'t> {
    random: Random,
    table: &'t Table,
    /// The languages that are compiled in.
    spoken: Vec<String>,
    questions: Vec<Question>,
}

impl Asking<'_> {
    fn ask(&mut self, words: impl IntoIterator<Item = impl Into<String>>, expected: Vec<String>) {
        let words = words.into_iter().map(Into::into).collect();
        self.questions.push(Question { words, expected });
    }

    /// Languages, constants and rows, in order.
    fn registry(&mut self) {
        let table = self.table;
        let codes =
            table.in_order().into_iter().filter(|row| !row.extent.is_range() && table.has_variant(row));
        let constants = codes.flat_map(|row| row.aliases.iter().map(|_| row.extent.first().to_string()));
        let rows = table.in_order().into_iter().map(|row| {
            let (first, last) = (row.extent.first(), row.extent.last(&table.repr));
            let is_code = !row.extent.is_range();
            let code = if is_code && !row.is_retired() { first.to_string() } else { String::new() };
            let kind = if is_code { "code" } else { "range" };
            format!("{kind} {first} {last} {} {} {code}", row.symbol, row.status())
        });
        let expected = self.spoken.iter().cloned().chain(constants).chain(rows).collect();
        self.ask(["registry"], expected);
    }

    fn rows(&mut self) {
        for (number, row) in self.table.in_order().into_iter().enumerate() {
            for language in self.requests() {
                let said = self.table.said(row, self.table.answering(&language, &self.spoken));
                self.ask(["row", &number.to_string(), &language], texts(said));
            }
        }
    }

    /// The languages that are compiled in, longer tags of them, and others.
    fn requests(&mut self) -> Vec<String> {
        let longer: Vec<String> =
            self.spoken.iter().filter(|tag| !tag.contains('-')).map(|tag| format!("{tag}-CH")).collect();
        let others = ["tlh", "de-AT", "pt", "ja-JP", "it"].map(ToOwned::to_owned);
        let mut requests = self.spoken.clone();
        requests.extend([self.random.pick(&others).clone()]);
        requests.extend(self.random.some(&longer, 30));
        requests
    }

    fn values(&mut self) {
        let values = self.interesting_values();
        for value in &values {
            self.value(value);
        }
        let outside = match self.table.repr {
            Repr::Number { min, max, .. } => {
                vec![(min - 1).to_string(), (max + 1).to_string(), String::new()]
            }
            Repr::Text { length } => {
                vec!["x".repeat(length + 1), "a b".to_owned(), String::new(), "é".to_owned()]
            }
        };
        outside
            .into_iter()
            .for_each(|text| self.ask(["value".to_owned(), text], vec!["no value of the type".into()]));
        let codes: Vec<&Value> = values
            .iter()
            .filter(|value| self.table.unlisted.is_some() || self.table.owner(value).is_some())
            .collect();
        for pair in codes.windows(2).step_by(7) {
            let expected = format!("{:?}", pair[0].cmp(pair[1]));
            self.ask(["order".to_owned(), pair[0].to_string(), pair[1].to_string()], vec![expected]);
        }
    }

    /// All values of a small type; otherwise the ends of the type and of rows, their neighbours, and random values.
    fn interesting_values(&mut self) -> Vec<Value> {
        let repr = &self.table.repr;
        let ends: Vec<Value> =
            self.table.rows.iter().flat_map(|row| [row.extent.first(), row.extent.last(repr)]).collect();
        let mut values = ends.clone();
        if let Repr::Number { min, max, .. } = *repr {
            let beside = ends.iter().flat_map(|value| match value {
                Value::Number(number) => [-1, 1].map(|step| Value::Number(number + step)),
                Value::Text(_) => unreachable!("values are numbers"),
            });
            values.extend(beside);
            values.extend([min, max, 0].map(Value::Number));
            if max - min == 255 {
                values.extend((min..=max).map(Value::Number));
            }
        }
        values.extend((0..30).map(|_| extents::value_near(&mut self.random, repr, &ends)));
        values.retain(|value| repr.has(value));
        values.sort();
        values.dedup();
        values
    }

    fn value(&mut self, value: &Value) {
        let table = self.table;
        let owner = table.owner(value);
        let shown = value.to_string();
        if owner.is_none() && table.unlisted.is_none() {
            self.ask(["value", &shown], vec!["none".to_owned()]);
            return;
        }
        self.ask(["value", &shown], facts(table, owner, value));
        for language in self.requests() {
            self.texts(owner, value, &language);
        }
        for language in self.random.some(&self.spoken.clone(), 60) {
            self.say(owner, value, &language);
        }
    }

    fn texts(&mut self, owner: Option<&Row>, value: &Value, language: &str) {
        let answering = self.table.answering(language, &self.spoken);
        let said = owner.map_or_else(unlisted, |row| self.table.said(row, answering));
        let description = said.description.clone();
        let mut expected = texts(said);
        let head = self.head(owner, value);
        expected.extend([description.clone(), head + &description]);
        self.ask(["texts", &value.to_string(), language], expected);
    }

    /// What `{:#}` puts in front.
    fn head(&self, owner: Option<&Row>, value: &Value) -> String {
        format!("{} {}: ", self.table.label(value), symbol(self.table, owner))
    }

    fn say(&mut self, owner: Option<&Row>, value: &Value, language: &str) {
        let Some(row) = owner else {
            let head = self.head(None, value);
            self.ask(["say", &value.to_string(), language], vec![ANY.to_owned(), head + ANY]);
            return;
        };
        let arguments = self.arguments(row);
        let answering = self.table.answering(language, &self.spoken);
        let said = self.table.say(row, answering, &arguments);
        let mut words = vec!["say".to_owned(), value.to_string(), language.to_owned()];
        for (name, argument) in &arguments {
            let (kind, shown) = match argument {
                Argument::Integer(number) => ("integer", number.to_string()),
                Argument::Text(text) => ("text", text.clone()),
            };
            words.extend([name.clone(), kind.to_owned(), shown]);
        }
        let head = self.head(owner, value);
        self.ask(words, vec![said.clone(), head + &said]);
    }

    /// An argument of each kind; occasionally one is missing or superfluous.
    fn arguments(&mut self, row: &Row) -> Arguments {
        const INTEGERS: [i64; 20] =
            [0, 1, 2, 3, 4, 5, 8, 10, 11, 12, 13, 21, 22, 80, 100, 103, 112, 800, 1_000_000, -1];
        const TEXTS: [&str; 9] = ["", "file", "hard link", "é", "1", "{path}", "日本語", "שלום", "a ملف b"];
        let random = &mut self.random;
        let mut arguments = Arguments::new();
        for (name, kind) in self.table.contract(row) {
            let argument = match kind {
                "integer" => Argument::Integer(*random.pick(&INTEGERS)),
                "number" => Argument::Text((*random.pick(&["1.5", "-0.25", "1.0", "7"])).to_owned()),
                _ => Argument::Text((*random.pick(&TEXTS)).to_owned()),
            };
            if random.chance(95) {
                arguments.insert(name, argument);
            }
        }
        if random.chance(10) {
            arguments.insert("surplus".to_owned(), Argument::Integer(1));
        }
        arguments
    }

    /// Names, labels and numbers, and texts that differ slightly from them.
    fn parsing(&mut self) {
        let table = self.table;
        let mut texts: Vec<String> =
            ["", " ", "no such name", "+1", "1 ", "-", "0x", "é"].map(ToOwned::to_owned).to_vec();
        texts.extend(table.unlisted.iter().cloned());
        for row in &table.rows {
            texts.extend([row.symbol.clone(), names::variant(table, row), row.symbol.to_lowercase() + "_"]);
            texts.extend(row.aliases.iter().cloned());
            for value in [row.extent.first(), row.extent.last(&table.repr)] {
                texts.extend([value.to_string(), table.label(&value), format!("{} ", table.label(&value))]);
            }
        }
        if let Repr::Number { min, max, .. } = table.repr {
            texts.extend([min - 1, min, max, max + 1].map(|number| number.to_string()));
        }
        texts.sort();
        texts.dedup();
        for text in texts {
            let expected = table.parse(&text).map_or_else(|| REFUSED.to_owned(), |value| value.to_string());
            self.ask(["parse", &text], vec![expected]);
        }
    }
}

/// The error for a text that is not a code, without the name of the registry.
pub const REFUSED: &str = "not the name or the number of a Code\u{0}any";

/// The answers that are the same in every language, in the order in which `subject` gives them.
fn facts(table: &Table, owner: Option<&Row>, value: &Value) -> Vec<String> {
    let variant =
        owner.map_or_else(|| table.unlisted.clone().unwrap_or_default(), |row| names::variant(table, row));
    let payload = match value {
        Value::Number(number) => number.to_string(),
        Value::Text(text) => format!("{text:?}"),
    };
    let is_code = owner.is_some_and(|row| !row.extent.is_range());
    let symbol = symbol(table, owner);
    let json = match table.serde {
        Some("symbol") if is_code => format!("{symbol:?}"),
        Some("object") => format!("{{\"code\":{payload},\"symbol\":{symbol:?}}}"),
        _ => payload.clone(),
    };
    let ranges = table.in_order().into_iter().filter(|row| row.extent.is_range() && table.has_variant(row));
    let at = ranges
        .zip(0..)
        .find(|(row, _)| owner.is_some_and(|owner| owner == *row))
        .map(|(_, at): (_, usize)| at);
    let mut facts = vec![
        "true".to_owned(),
        if is_code { variant.clone() } else { format!("{variant}({payload})") },
        variant,
        symbol,
        table.label(value),
        owner.map_or("unassigned", Row::status).to_owned(),
        json,
        at.map_or_else(|| if owner.is_none() { "unlisted" } else { "" }.to_owned(), |at| at.to_string()),
    ];
    facts.extend(table.columns(owner));
    facts
}

fn symbol(table: &Table, owner: Option<&Row>) -> String {
    owner.map_or_else(|| table.unlisted.clone().unwrap_or_default(), |row| row.symbol.clone())
}

fn texts(said: Said) -> Vec<String> {
    let mut texts = vec![said.name, said.description, said.help.unwrap_or_default()];
    texts.extend(said.notes);
    texts
}

fn unlisted() -> Said {
    Said { name: ANY.to_owned(), description: ANY.to_owned(), help: None, notes: Vec::new() }
}
