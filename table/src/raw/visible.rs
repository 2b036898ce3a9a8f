//! Control characters, looked for sixteen bytes at a time: a macro runs unoptimised, over megabytes of texts.

/// A one in each byte.
const EACH: u128 = u128::MAX / 0xff;

/// Whether a text has no control character of ASCII, not even a tab or a newline.
pub(crate) fn is_visible(text: &str) -> bool {
    let (blocks, rest) = text.as_bytes().as_chunks::<16>();
    let mut at = 0;
    while at < blocks.len() {
        if has_control(blocks[at]) {
            return false;
        }
        at += 1;
    }
    let mut last = [b' '; 16];
    last[..rest.len()].copy_from_slice(rest);
    !has_control(last)
}

/// Whether a byte is less than a blank, or 0x7f: the borrow of a subtraction shows in its highest bit.
fn has_control(block: [u8; 16]) -> bool {
    let block = u128::from_ne_bytes(block);
    let deleted = block ^ (EACH * 0x7f);
    let below_blank = block.wrapping_sub(EACH * 0x20) & !block;
    let is_deleted = deleted.wrapping_sub(EACH) & !deleted;
    (below_blank | is_deleted) & (EACH * 0x80) != 0
}

#[cfg(test)]
mod tests {
    use super::is_visible;

    #[test]
    fn control_characters_are_seen_wherever_they_stand() {
        for text in ["", "a", "sixteen letters.", "più di sedici lettere, ‘über’ 0x80 hinaus … 日本語"]
        {
            assert!(is_visible(text), "{text}");
            for (at, _) in text.char_indices() {
                for control in (0..0x20).chain([0x7f]).map(char::from) {
                    assert!(
                        !is_visible(&format!("{}{control}{}", &text[..at], &text[at..])),
                        "{text:?} {at}"
                    );
                }
            }
        }
    }
}
