//! The values of constant expressions of integers.

use std::collections::HashMap;

use syn::{BinOp, Expr, Ident, Lit, Type, UnOp};

/// The maximum depth of nested expressions, and of constants that refer to constants.
const DEEPEST: usize = 200;

/// The items that expressions may refer to.
#[derive(Default)]
pub(super) struct Constants<'a> {
    /// The type of the discriminants.
    pub(super) repr: Option<String>,
    /// `None` if several constants have the name.
    constants: HashMap<String, Option<&'a Expr>>,
    variants: HashMap<String, i128>,
}

impl<'a> Constants<'a> {
    pub(super) fn add(&mut self, name: &Ident, expression: &'a Expr) {
        let known = self.constants.entry(name.to_string());
        known.and_modify(|known| *known = None).or_insert(Some(expression));
    }

    pub(super) fn add_variant(&mut self, name: &Ident, value: i128) {
        self.variants.insert(name.to_string(), value);
    }

    /// The value of a discriminant.
    pub(super) fn value(&self, expression: &Expr) -> Option<i128> {
        let value = self.of(expression, 0)?;
        let repr = self.repr.as_deref().unwrap_or("isize");
        Some(wrapped(value, repr).unwrap_or(value))
    }

    fn of(&self, expression: &Expr, depth: usize) -> Option<i128> {
        if depth > DEEPEST {
            return None;
        }
        let inner = |expression: &Expr| self.of(expression, depth + 1);
        match expression {
            Expr::Lit(found) => match &found.lit {
                Lit::Int(number) => number.base10_parse().ok(),
                Lit::Byte(byte) => Some(byte.value().into()),
                Lit::Char(character) => Some(u32::from(character.value()).into()),
                Lit::Bool(found) => Some(found.value.into()),
                _ => None,
            },
            Expr::Paren(group) => inner(&group.expr),
            Expr::Group(group) => inner(&group.expr),
            Expr::Unary(unary) => match unary.op {
                UnOp::Neg(_) => inner(&unary.expr)?.checked_neg(),
                UnOp::Not(_) => Some(!inner(&unary.expr)?),
                _ => None,
            },
            Expr::Binary(binary) => calculated(&binary.op, inner(&binary.left)?, inner(&binary.right)?),
            Expr::Cast(cast) => {
                let value = inner(&cast.expr)?;
                match &*cast.ty {
                    Type::Path(target) => wrapped(value, &target.path.get_ident()?.to_string()),
                    Type::Infer(_) => Some(value),
                    _ => None,
                }
            }
            Expr::Path(path) => {
                let names: Vec<String> =
                    path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
                self.named(&names, depth)
            }
            _ => None,
        }
    }

    /// The value of a constant, of a variant, or of `u8::MAX`.
    fn named(&self, names: &[String], depth: usize) -> Option<i128> {
        if let [.., kind, bound] = names
            && let Some((is_signed, bits)) = integer(kind)
        {
            return match (bound.as_str(), is_signed) {
                ("MAX", true) => Some((1_i128 << (bits - 1)) - 1),
                ("MAX", false) => Some((1_i128 << bits) - 1),
                ("MIN", true) => Some(-(1_i128 << (bits - 1))),
                ("MIN", false) => Some(0),
                _ => None,
            };
        }
        let name = names.last()?;
        match (names.len(), self.constants.get(name)) {
            (1, Some(found)) => self.of((*found)?, depth + 1),
            (_, found) => match self.variants.get(name) {
                Some(value) => Some(*value),
                None => self.of((*found?)?, depth + 1),
            },
        }
    }
}

fn calculated(operator: &BinOp, left: i128, right: i128) -> Option<i128> {
    match operator {
        BinOp::Add(_) => left.checked_add(right),
        BinOp::Sub(_) => left.checked_sub(right),
        BinOp::Mul(_) => left.checked_mul(right),
        BinOp::Div(_) => left.checked_div(right),
        BinOp::Rem(_) => left.checked_rem(right),
        BinOp::BitAnd(_) => Some(left & right),
        BinOp::BitOr(_) => Some(left | right),
        BinOp::BitXor(_) => Some(left ^ right),
        BinOp::Shl(_) => left.checked_mul(1_i128.checked_shl(u32::try_from(right).ok()?)?),
        BinOp::Shr(_) => left.checked_shr(u32::try_from(right).ok()?),
        _ => None,
    }
}

/// The value in this type's two's complement.
fn wrapped(value: i128, kind: &str) -> Option<i128> {
    let (is_signed, bits) = integer(kind)?;
    let low = value & ((1 << bits) - 1);
    let is_negative = is_signed && low >> (bits - 1) == 1;
    Some(if is_negative { low - (1 << bits) } else { low })
}

/// Whether a type is signed, and its bits.
fn integer(name: &str) -> Option<(bool, u32)> {
    let kind = name.strip_prefix('i').map(|bits| (true, bits));
    let (is_signed, bits) = kind.or_else(|| name.strip_prefix('u').map(|bits| (false, bits)))?;
    match bits {
        "8" | "16" | "32" | "64" => Some((is_signed, bits.parse().ok()?)),
        "size" => Some((is_signed, 64)),
        _ => None,
    }
}

/// Whether an expression is a number in hexadecimal.
pub(super) fn is_hexadecimal(expression: &Expr) -> bool {
    let Expr::Lit(found) = expression else { return false };
    let Lit::Int(number) = &found.lit else { return false };
    number.token().to_string().starts_with("0x")
}
