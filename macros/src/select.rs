//! The languages that are compiled in, and what of their texts must be stored.

use code_registry_table::{Language, Localized, Message, Piece, Table, nearest};
use syn::LitStr;

/// The languages to compile in, as columns of the table, the default one first.
pub(crate) struct Selection<'t> {
    pub(crate) table: &'t Table,
    columns: Vec<usize>,
}

impl<'t> Selection<'t> {
    /// All languages of the table, or those asked for; the mistake where one of them is none of the table's.
    pub(crate) fn new(table: &'t Table, wanted: Option<&[LitStr]>) -> (Self, Option<syn::Error>) {
        let mut columns: Vec<usize> = (0..table.languages.len()).collect();
        let mut mistakes = None;
        if let Some(wanted) = wanted {
            let (found, unknown): (Vec<_>, Vec<_>) =
                wanted.iter().partition(|tag| table.language(&tag.value()).is_some());
            mistakes =
                unknown.into_iter().map(|tag| unknown_language(table, tag)).reduce(|mut all, mistake| {
                    all.combine(mistake);
                    all
                });
            columns.retain(|&column| found.iter().any(|tag| table.language(&tag.value()) == Some(column)));
        }
        if columns.is_empty() {
            columns.push(0);
        }
        (Self { table, columns }, mistakes)
    }

    /// The columns of the languages compiled in.
    pub(crate) fn columns(&self) -> &[usize] {
        &self.columns
    }

    pub(crate) fn len(&self) -> usize {
        self.columns.len()
    }

    pub(crate) fn languages(&self) -> impl Iterator<Item = &'t Language> {
        self.columns.iter().map(|&column| &self.table.languages[column])
    }

    /// Where a text is looked for at run time: positions among the languages compiled in.
    pub(crate) fn chain(&self, position: usize) -> Vec<u16> {
        let language = &self.table.languages[self.columns[position]];
        let mut chain: Vec<u16> = language.chain.iter().filter_map(|&column| self.position(column)).collect();
        if !chain.contains(&0) {
            chain.push(0);
        }
        chain
    }

    fn position(&self, column: usize) -> Option<u16> {
        let position = self.columns.iter().position(|&selected| selected == column)?;
        u16::try_from(position).ok()
    }

    /// What a language must store of a text: nothing where the chain at run time leads to the same.
    pub(crate) fn stored<'a, T: Text>(&self, texts: &'a Localized<T>, position: usize) -> Option<&'a T> {
        let own = self.columns[position];
        let chain = &self.table.languages[own].chain;
        let (column, text) = chain.iter().find_map(|&column| Some((column, texts.get(column)?)))?;
        let others = self.chain(position).into_iter().skip(1).map(|other| self.columns[usize::from(other)]);
        let inherited = others.filter_map(|column| texts.get(column)).next();
        let same = inherited == Some(text) && (column != own || !text.depends_on_language());
        (!same).then_some(text)
    }
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
