//! Messages as tables write them, and the arguments that they need not declare.

use code_registry_table::{Argument, ArgumentKind, Message, Piece, Row};

use super::Node;
use crate::display_text::Pattern;

/// A text, or a table that chooses between sentences.
pub(crate) fn node(pattern: Pattern<'_>) -> Node {
    match pattern.message {
        Message::Pattern(pieces) => Node::Text(pattern.sentence(pieces)),
        Message::Choice(choice) => {
            let argument = Node::text(pattern.name(choice.argument));
            let cases = pattern.cases(choice).map(|(case, message)| (case, node(message)));
            let selector = choice.selector.name().to_owned();
            Node::Table([(selector, argument)].into_iter().chain(cases).collect())
        }
    }
}

/// The arguments, where they are not those that the message in the default language implies.
pub(super) fn arguments(row: &Row) -> Option<Node> {
    let mut implied = Vec::new();
    row.message.get(0).iter().for_each(|message| imply(message, &mut implied));
    let declared: Vec<_> = row.arguments.iter().map(|argument| argument.kind).enumerate().collect();
    (implied != declared).then(|| Node::Table(row.arguments.iter().map(argument).collect()))
}

/// "Without `args`, the default language's message is the contract": in the order of use, and a number where one chooses
/// a plural.
fn imply(message: &Message, implied: &mut Vec<(usize, ArgumentKind)>) {
    let mut add = |index, kind| match implied.iter_mut().find(|(known, _)| *known == index) {
        Some(known) if kind != ArgumentKind::Text => known.1 = kind,
        Some(_) => {}
        None => implied.push((index, kind)),
    };
    match message {
        Message::Pattern(pieces) => {
            for piece in pieces {
                if let Piece::Argument(index) = piece {
                    add(*index, ArgumentKind::Text);
                }
            }
        }
        Message::Choice(choice) => {
            add(choice.argument, ArgumentKind::implied_by(choice.selector));
            choice.cases.iter().for_each(|(_, message)| imply(message, implied));
            imply(&choice.other, implied);
        }
    }
}

fn argument(argument: &Argument) -> (String, Node) {
    (argument.name.clone(), Node::text(argument.kind.name()))
}
