//! The functions of messages in Go, Java and C: their names and parameters.

use code_registry_table::{Argument, Message, Row};

use super::model::{Entry, Model, unique_names};

/// The function of a message in Go, Java and C.
#[derive(Clone)]
pub(super) struct Function<'t> {
    pub(super) name: String,
    pub(super) row: &'t Row,
    /// The index of the row among the codes or ranges.
    pub(super) index: usize,
    /// The sentence in the default language, with placeholders.
    pub(super) sentence: String,
    /// The names and the kinds of the arguments, and a name for each parameter.
    pub(super) parameters: Vec<(&'t Argument, String)>,
}

/// How a language names functions and parameters.
pub(super) struct Naming<'r> {
    pub(super) function: fn(&str) -> String,
    pub(super) parameter: fn(&str) -> String,
    /// Lists of names separated by spaces.
    pub(super) reserved_functions: &'r [&'r str],
    pub(super) reserved_parameters: &'r [&'r str],
}

impl Naming<'_> {
    /// A function for each message.
    pub(super) fn functions<'t>(&self, model: &Model<'t>) -> Vec<Function<'t>> {
        let entries =
            [&model.codes, &model.ranges].into_iter().flat_map(|entries| entries.iter().enumerate());
        let with_message = |(index, entry): (usize, &Entry<'t>)| {
            let message: &'t Message = entry.row.message.get(0)?;
            Some((index, entry.row, message))
        };
        let messages: Vec<(usize, &'t Row, &'t Message)> = entries.filter_map(with_message).collect();
        let names = model.function_names(self.function, messages.iter().map(|(_, row, _)| *row));
        let names = unique_names(names, self.reserved_functions);
        let function = |((index, row, message), name): ((usize, &'t Row, &'t Message), String)| Function {
            name,
            row,
            index,
            sentence: message.shown(&row.arguments),
            parameters: self.parameters(&row.arguments),
        };
        messages.into_iter().zip(names).map(function).collect()
    }

    fn parameters<'t>(&self, arguments: &'t [Argument]) -> Vec<(&'t Argument, String)> {
        let name = |argument: &Argument| match argument.name.starts_with(|first: char| first.is_ascii_digit())
        {
            true => format!("arg{}", argument.name),
            false => (self.parameter)(&argument.name),
        };
        let names = unique_names(arguments.iter().map(name), self.reserved_parameters);
        arguments.iter().zip(names).collect()
    }
}
