//! The languages that are compiled in, and the texts that must be stored for them.

use crate::{Language, Localized, Message, Row, Table};

/// The languages to compile in.
#[derive(Debug)]
pub struct Selection<'t> {
    pub(crate) table: &'t Table,
    /// Columns of the table: first the spoken languages, beginning with the default one, then languages that are only
    /// fallbacks. What a spoken language takes from a fallback is stored in the fallback's column, because a message is
    /// formatted by the plural rules and the direction of its own language.
    columns: Vec<usize>,
    spoken: usize,
    /// For each column, the columns in which a text is looked for at run time.
    chains: Vec<Vec<usize>>,
}

impl<'t> Selection<'t> {
    /// All languages of the table, or those in these columns of it.
    pub fn new(table: &'t Table, wanted: Option<Vec<usize>>) -> Self {
        let mut columns = wanted.unwrap_or_else(|| (0..table.languages.len()).collect());
        columns.sort_unstable();
        columns.dedup();
        if columns.is_empty() {
            columns.push(0);
        }
        let spoken = columns.len();
        for position in 0..spoken {
            for &column in &table.languages[columns[position]].chain {
                if !columns.contains(&column) {
                    columns.push(column);
                }
            }
        }
        let mut selection = Self { table, columns, spoken, chains: Vec::new() };
        selection.chains = (0..selection.len()).map(|position| selection.new_chain(position)).collect();
        selection
    }

    /// The number of columns of texts.
    pub(crate) fn len(&self) -> usize {
        self.columns.len()
    }

    /// The language of each column of texts.
    pub(crate) fn languages(&self) -> impl Iterator<Item = &'t Language> {
        self.columns.iter().map(|&column| &self.table.languages[column])
    }

    /// The spoken languages.
    pub fn spoken(&self) -> impl Iterator<Item = &'t Language> {
        self.languages().take(self.spoken)
    }

    /// The spoken languages, each with its column of the table.
    pub(crate) fn spoken_columns(&self) -> impl Iterator<Item = (usize, &'t Language)> {
        self.columns.iter().copied().zip(self.spoken())
    }

    /// The columns of texts in which a text is looked for at run time.
    pub(crate) fn chain(&self, position: usize) -> &[usize] {
        &self.chains[position]
    }

    fn new_chain(&self, position: usize) -> Vec<usize> {
        let language = &self.table.languages[self.columns[position]];
        let mut chain = match self.is_spoken(position) {
            true => language.chain.iter().filter_map(|&column| self.position(column)).collect(),
            false => vec![position],
        };
        if !chain.contains(&0) {
            chain.push(0);
        }
        chain
    }

    fn is_spoken(&self, position: usize) -> bool {
        position < self.spoken
    }

    fn position(&self, column: usize) -> Option<usize> {
        self.columns.iter().position(|&selected| selected == column)
    }

    /// The text that a column must store: for a fallback, what a spoken language takes from it. Nothing is stored if
    /// the chain leads to the same text at run time.
    pub(crate) fn stored<'a, T: Text>(&self, texts: &'a Localized<T>, position: usize) -> Option<&'a T> {
        let column = self.columns[position];
        let is_needed = self.is_spoken(position) || self.columns_of(texts).contains(&column);
        let text = texts.get(column).filter(|_| is_needed)?;
        (!self.is_inherited(texts, text, position)).then_some(text)
    }

    /// Whether every spoken language stores the text itself.
    pub(crate) fn is_stored_in_all<T: Text>(&self, texts: &Localized<T>) -> bool {
        (0..self.spoken).all(|position| self.stored(texts, position).is_some())
    }

    /// Whether each chain leads to the same text without this one: every later text in the chain is equal, and the
    /// default language, the end of each chain, is always stored.
    fn is_inherited<T: Text>(&self, texts: &Localized<T>, text: &T, position: usize) -> bool {
        let is_same = |&other: &usize| texts.get(self.columns[other]).is_none_or(|other| other == text);
        let behind = |chain: &Vec<usize>| {
            let mut chain = chain.iter().skip_while(|&&other| other != position).skip(1);
            chain.all(is_same)
        };
        position > 0
            && self.columns[0] == 0
            && texts.get(0) == Some(text)
            && !text.depends_on_language()
            && self.chains.iter().all(behind)
    }

    /// Whether the help of a row has arguments in a language.
    pub(crate) fn has_help_arguments(&self, row: &Row) -> bool {
        let text = |position| self.stored(&row.help_message, position);
        (0..self.len()).filter_map(text).any(|message| !message.is_plain())
    }

    /// The columns of the table that have the text for the spoken languages.
    pub(crate) fn columns_of<T>(&self, texts: &Localized<T>) -> Vec<usize> {
        (0..self.spoken).filter_map(|position| Some(self.found(texts, position)?.0)).collect()
    }

    /// The text for a language, and the column of the table that has it.
    fn found<'a, T>(&self, texts: &'a Localized<T>, position: usize) -> Option<(usize, &'a T)> {
        let chain = &self.table.languages[self.columns[position]].chain;
        chain.iter().find_map(|&column| Some((column, texts.get(column)?)))
    }
}

/// A text of a table in a language.
pub(crate) trait Text: PartialEq {
    /// Whether the same words can be displayed differently in another language.
    fn depends_on_language(&self) -> bool;
}

impl Text for String {
    fn depends_on_language(&self) -> bool {
        false
    }
}

impl Text for Message {
    fn depends_on_language(&self) -> bool {
        // A choice depends on the plural rules of its language, an argument on the direction.
        !self.is_plain()
    }
}
