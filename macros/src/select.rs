//! The languages that are compiled in, and what of their texts must be stored.

use code_registry_table::{Language, Localized, Message, Piece, Table, nearest};
use syn::LitStr;

/// The languages to compile in.
pub(crate) struct Selection<'t> {
    pub(crate) table: &'t Table,
    /// Columns of the table: those to speak, the default one first, then those that only help out: a message that
    /// falls back to one of these is still made by its plural rules and its direction.
    columns: Vec<usize>,
    spoken: usize,
    /// Of each column: where a text is looked for at run time.
    chains: Vec<Vec<usize>>,
}

impl<'t> Selection<'t> {
    /// All languages of the table, or those asked for; the mistake where one of them is none of the table's.
    pub(crate) fn new(table: &'t Table, wanted: Option<&[LitStr]>) -> (Self, Option<syn::Error>) {
        let (mut columns, mistakes) = match wanted {
            None => ((0..table.languages.len()).collect(), None),
            Some(wanted) => wanted_columns(table, wanted),
        };
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
        (selection, mistakes)
    }

    /// How many columns of texts there are.
    pub(crate) fn len(&self) -> usize {
        self.columns.len()
    }

    /// The language of each column of texts.
    pub(crate) fn languages(&self) -> impl Iterator<Item = &'t Language> {
        self.columns.iter().map(|&column| &self.table.languages[column])
    }

    /// The languages to speak.
    pub(crate) fn spoken(&self) -> impl Iterator<Item = &'t Language> {
        self.languages().take(self.spoken)
    }

    /// The same, each with its column of the table.
    pub(crate) fn spoken_columns(&self) -> impl Iterator<Item = (usize, &'t Language)> {
        self.columns.iter().copied().zip(self.spoken())
    }

    /// Where a text is looked for at run time: columns of texts.
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

    /// What a column must store of a text: nothing where the chain at run time leads to the same.
    pub(crate) fn stored<'a, T: Text>(&self, texts: &'a Localized<T>, position: usize) -> Option<&'a T> {
        if !self.is_spoken(position) {
            return self.lent(texts, position);
        }
        let (found, text) = self.found(texts, position)?;
        let own = found == self.columns[position];
        if !own && text.depends_on_language() {
            // It is in its own language's column.
            return None;
        }
        let mut others = self.chain(position).iter().skip(1).filter(|&&other| self.is_spoken(other));
        let inherited = others.find_map(|&other| texts.get(self.columns[other]));
        let same = inherited == Some(text) && !text.depends_on_language();
        (!same).then_some(text)
    }

    /// A text of a language that is not spoken, for one that is.
    fn lent<'a, T: Text>(&self, texts: &'a Localized<T>, position: usize) -> Option<&'a T> {
        let column = self.columns[position];
        let text = texts.get(column).filter(|text| text.depends_on_language())?;
        let is_needed = (0..self.spoken)
            .any(|spoken| self.found(texts, spoken).is_some_and(|(found, _)| found == column));
        is_needed.then_some(text)
    }

    /// The columns of the table that say a text in the languages to speak.
    pub(crate) fn columns_of<T>(&self, texts: &Localized<T>) -> Vec<usize> {
        (0..self.spoken).filter_map(|position| Some(self.found(texts, position)?.0)).collect()
    }

    /// The text for a language, and the column of the table that has it.
    fn found<'a, T>(&self, texts: &'a Localized<T>, position: usize) -> Option<(usize, &'a T)> {
        let chain = &self.table.languages[self.columns[position]].chain;
        chain.iter().find_map(|&column| Some((column, texts.get(column)?)))
    }
}

fn wanted_columns(table: &Table, wanted: &[LitStr]) -> (Vec<usize>, Option<syn::Error>) {
    let (found, unknown): (Vec<_>, Vec<_>) =
        wanted.iter().partition(|tag| table.language(&tag.value()).is_some());
    let mistakes = unknown.into_iter().map(|tag| unknown_language(table, tag)).reduce(|mut all, mistake| {
        all.combine(mistake);
        all
    });
    let mut columns: Vec<usize> = found.iter().filter_map(|tag| table.language(&tag.value())).collect();
    columns.sort_unstable();
    columns.dedup();
    (columns, mistakes)
}

fn unknown_language(table: &Table, tag: &LitStr) -> syn::Error {
    let wanted = tag.value();
    let tags = || table.languages.iter().map(|language| language.tag.as_str());
    let help = match nearest(&wanted, tags()) {
        Some(near) => format!("; did you mean `{near}`?"),
        None => format!("; it has {}", tags().map(|tag| format!("`{tag}`")).collect::<Vec<_>>().join(", ")),
    };
    syn::Error::new(tag.span(), format!("the table has no language `{wanted}`{help}"))
}

/// What a table says in a language.
pub(crate) trait Text: PartialEq {
    /// Whether the same words can read differently in another language.
    fn depends_on_language(&self) -> bool;
}

impl Text for String {
    fn depends_on_language(&self) -> bool {
        false
    }
}

impl Text for Message {
    fn depends_on_language(&self) -> bool {
        // A choice by the plural rules of its language; a place for an argument, by its direction.
        !matches!(self, Self::Pattern(pieces) if pieces.iter().all(Piece::is_text))
    }
}
