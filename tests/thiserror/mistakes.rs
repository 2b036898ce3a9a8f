//! The mistakes in thiserror's own tests (`tests/ui`): where each is tested here, or which line of the guide explains why it
//! cannot be made.

use std::fs;

const ONE_ERROR: &str = "one_error";
const GUIDE: &str = "guide";
const VALID: &str = "valid";

/// The name of their test, and its place here: a case of `tests/one_error.rs`, a text of the guide or of the valid program, or
/// the place of an error in a case of `tests/ui/coded`.
const MISTAKES: [(&str, &str, &str); 37] = [
    ("bad-field-attr", ONE_ERROR, "error-on-field"),
    ("concat-display", GUIDE, "concat!"),
    ("display-underscore", ONE_ERROR, "underscore-argument"),
    ("duplicate-enum-source", "two-sources", "15:16-19"),
    ("duplicate-fmt", ONE_ERROR, "format-twice"),
    ("duplicate-struct-source", "two-sources", "25:12-15"),
    ("duplicate-transparent", ONE_ERROR, "code-given-twice"),
    ("expression-fallback", ONE_ERROR, "expression-value"),
    ("fallback-impl-with-display", ONE_ERROR, "display-by-hand"),
    ("from-backtrace-backtrace", GUIDE, "`#[backtrace]`"),
    ("from-not-source", "two-sources", "25:12-15"),
    ("invalid-input-impl-anyway", VALID, "dyn std::error::Error"),
    ("lifetime", ONE_ERROR, "borrowed-source"),
    ("missing-display", ONE_ERROR, "without-registry"),
    ("missing-fmt", ONE_ERROR, "unknown"),
    ("no-display", "not-shown", "11:22-25"),
    ("numbered-positional-tuple", GUIDE, "an argument without a name"),
    ("raw-identifier", ONE_ERROR, "raw-argument"),
    ("same-from-type", ONE_ERROR, "from-twice"),
    ("source-enum-not-error", "no-source", "16:22-28"),
    ("source-enum-unnamed-field-not-error", "no-source", "18:23-29"),
    ("source-struct-not-error", "no-source", "24:13-19"),
    ("source-struct-unnamed-field-not-error", "no-source", "29:26-32"),
    ("struct-with-fmt", GUIDE, "`#[arg(fmt = path)]` on the field"),
    ("transparent-display", ONE_ERROR, "code-given-twice"),
    ("transparent-enum-many", "transparent-beside-a-field", "11:12-23"),
    ("transparent-enum-not-error", "transparent-of-no-coded", "16:13-19"),
    ("transparent-enum-source", ONE_ERROR, "transparent-source"),
    ("transparent-enum-unnamed-field-not-error", "transparent-of-no-coded", "16:13-19"),
    ("transparent-struct-many", "transparent-beside-a-field", "23:8-19"),
    ("transparent-struct-not-error", "transparent-of-no-coded", "22:16-22"),
    ("transparent-struct-source", ONE_ERROR, "transparent-source"),
    ("transparent-struct-unnamed-field-not-error", "transparent-of-no-coded", "22:16-22"),
    ("unconditional-recursion", ONE_ERROR, "itself"),
    ("unexpected-field-fmt", "misplaced", "15:11-15"),
    ("unexpected-struct-source", ONE_ERROR, "source-on-struct"),
    ("union", "union", "10:1-6"),
];

#[test]
fn each_mistake_of_thiserrors_tests_has_a_place_here() {
    let read = |path: &str| fs::read_to_string(path).expect("tests run in the root of the package");
    let without_spaces = |text: &str| text.split_whitespace().collect::<String>();
    let one_error = without_spaces(&read("tests/one_error.rs"));
    for (name, case, key) in MISTAKES {
        let is_here = match case {
            ONE_ERROR => {
                ["program", "table"].iter().any(|kind| one_error.contains(&format!("{kind}(\"{key}\",")))
            }
            GUIDE => read("docs/migration.md").contains(key),
            VALID => read("tests/one_error/program.rs").contains(key),
            _ => read(&format!("tests/ui/coded/{case}.expected"))
                .lines()
                .any(|line| line.split_whitespace().next() == Some(key)),
        };
        assert!(is_here, "{name}: {case} lacks {key}");
    }
}
