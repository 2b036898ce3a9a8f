//! `page.html` with its places filled in.

use crate::failure::Failure;

/// Puts a part wherever the template says `{{its name}}`; what is put in is not looked at again.
pub(super) fn fill(
    template: &str,
    mut part: impl FnMut(&str) -> Result<String, Failure>,
) -> Result<String, Failure> {
    let mut places = template.split("{{");
    let mut filled = places.next().unwrap_or_default().to_owned();
    for place in places {
        let (name, after) = place.split_once("}}").unwrap_or((place, ""));
        filled += &part(name)?;
        filled += after;
    }
    Ok(filled)
}
