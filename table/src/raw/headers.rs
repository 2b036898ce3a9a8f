//! The lines of a file that begin with a header, found without parsing: for what a mistake left unparsed.

/// Where the lines with a header begin, from the line after `offset` on.
pub(crate) fn headers_after(text: &str, offset: usize) -> impl Iterator<Item = usize> {
    let starts = text[offset..].match_indices('\n').map(move |(at, _)| offset + at + 1);
    starts.filter(|&at| is_header(text, at))
}

/// Where they begin, from the line around `offset` on backwards.
pub(crate) fn headers_before(text: &str, offset: usize) -> impl Iterator<Item = usize> {
    let starts = text[..offset].rmatch_indices('\n').map(|(at, _)| at + 1).chain([0]);
    starts.filter(|&at| is_header(text, at))
}

/// Whether this line begins with a bracket.
pub(crate) fn is_header(text: &str, at: usize) -> bool {
    text[at..].trim_start_matches([' ', '\t']).starts_with('[')
}
