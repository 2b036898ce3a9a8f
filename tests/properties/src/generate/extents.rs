//! Values of codes and ranges: nested, adjacent, at the ends of the type and of each other.

use super::Random;
use crate::table::{Extent, Repr, Value};

/// The characters of text values: some are special in TOML, in Rust, or in both.
const CHARACTERS: &[u8] = b"0123456789ABCXYZabz.-!~\"'\\#{}_";

pub fn extents(random: &mut Random, repr: &Repr) -> Vec<Extent> {
    let mut extents = Vec::new();
    match *repr {
        Repr::Number { min, max, .. } => {
            if random.chance(15) {
                extents.push(Extent::Numbers(min, max));
            }
            nest(random, (min, max), 3, &mut extents);
            let window = (min.max(-500), max.min(2000));
            nest(random, window, 3, &mut extents);
            codes(random, (min, max), &mut extents);
        }
        Repr::Text { length } => prefixes(random, length, &mut extents),
    }
    extents
}

/// Consecutive ranges among the values from `first` on, each with other ranges inside.
fn nest(random: &mut Random, (first, last): (i128, i128), depth: usize, extents: &mut Vec<Extent>) {
    let mut from = first;
    for _ in 0..random.up_to(2) {
        if from > last {
            return;
        }
        let longest = *random.pick(&[0, 1, 5, 100, last - from]);
        let gap = *random.pick(&[0, 0, 1, 40]);
        let start = (from + gap).min(last);
        let end = (start + random.between(0, longest)).min(last);
        let range = Extent::Numbers(start, end);
        // Two ranges that were generated separately may overlap.
        if extents.iter().all(|other| lie_well(other, &range)) {
            extents.push(range);
        }
        if depth > 0 && random.chance(70) {
            nest(random, (start, end), depth - 1, extents);
        }
        from = end + 1;
    }
}

/// Whether two ranges are disjoint, or one lies inside the other and they are not equal.
pub fn lie_well(one: &Extent, other: &Extent) -> bool {
    match (one, other) {
        (Extent::Numbers(a, b), Extent::Numbers(c, d)) => {
            (b < c || d < a) || ((a, b) != (c, d) && ((a <= c && d <= b) || (c <= a && b <= d)))
        }
        _ => one != other,
    }
}

/// Codes at and next to the ends of ranges and of the type, and anywhere else.
fn codes(random: &mut Random, (min, max): (i128, i128), extents: &mut Vec<Extent>) {
    let mut places = vec![min, max, 0, 1, -1];
    for extent in extents.iter() {
        if let Extent::Numbers(first, last) = *extent {
            places.extend([first - 1, first, first + 1, last - 1, last, last + 1]);
        }
    }
    for _ in 0..random.up_to(10) {
        let any = random.between(min, max);
        let near = random.between(0.max(min), max.min(300));
        let place = *random.pick(&places);
        let code = *random.pick(&[any, near, near, place, place]);
        let code = Extent::Code(Value::Number(code.clamp(min, max)));
        if !extents.contains(&code) {
            extents.push(code);
        }
    }
    // A range whose values are all taken by codes.
    let small = extents.iter().find_map(|extent| match *extent {
        Extent::Numbers(first, last) if last - first < 3 => Some((first, last)),
        _ => None,
    });
    if let Some((first, last)) = small.filter(|_| random.chance(50)) {
        for value in first..=last {
            let code = Extent::Code(Value::Number(value));
            if !extents.contains(&code) {
                extents.push(code);
            }
        }
    }
}

fn prefixes(random: &mut Random, length: usize, extents: &mut Vec<Extent>) {
    let mut texts = vec![text(random, 1)];
    for _ in 0..random.up_to(14) {
        let begin = if random.chance(60) { random.pick(&texts).clone() } else { String::new() };
        let more = 1 + random.up_to(length - 1);
        let mut value = begin + &text(random, more);
        value.truncate(length);
        let is_range = random.chance(40);
        let extent =
            if is_range { Extent::Prefix(value.clone()) } else { Extent::Code(Value::Text(value.clone())) };
        if !extents.contains(&extent) {
            extents.push(extent);
        }
        texts.push(value);
    }
}

pub fn text(random: &mut Random, length: usize) -> String {
    (0..length).map(|_| char::from(*random.pick(CHARACTERS))).collect()
}

/// A value of the type, often near those of rows.
pub fn value_near(random: &mut Random, repr: &Repr, near: &[Value]) -> Value {
    match *repr {
        Repr::Number { min, max, .. } => {
            let any = random.between(min, max);
            let known = near.iter().filter_map(|value| match value {
                Value::Number(number) => Some(*number),
                Value::Text(_) => None,
            });
            let known: Vec<i128> = known.chain([any]).collect();
            let number = *random.pick(&known) + random.between(-2, 2);
            Value::Number(if random.chance(30) { any } else { number.clamp(min, max) })
        }
        Repr::Text { length } => {
            let more = 1 + random.up_to(length - 1);
            let begin = match near.is_empty() || random.chance(20) {
                true => String::new(),
                false => random.pick(near).to_string(),
            };
            let mut value = begin + &text(random, more);
            value.truncate(length);
            Value::Text(value)
        }
    }
}
