//! The mistakes of thiserror's own tests (`tests/ui`), each with the place that has it here: a test, or the line of the guide
//! that explains why it cannot be made.

use std::fs;

const ONE_ERROR: &str = "tests/one_error.rs";
const GUIDE: &str = "docs/migration.md";

/// The name of their test, and a text of a file here.
const MISTAKES: [(&str, &str, &str); 37] = [
    ("bad-field-attr", ONE_ERROR, "\"error-on-field\""),
    ("concat-display", GUIDE, "concat!"),
    ("display-underscore", ONE_ERROR, "\"underscore-argument\""),
    ("duplicate-enum-source", "tests/ui/coded/two-sources.rs", "enum"),
    ("duplicate-fmt", ONE_ERROR, "\"format-twice\""),
    ("duplicate-struct-source", "tests/ui/coded/two-sources.rs", "struct"),
    ("duplicate-transparent", ONE_ERROR, "\"code-given-twice\""),
    ("expression-fallback", ONE_ERROR, "\"expression-value\""),
    ("fallback-impl-with-display", ONE_ERROR, "\"display-by-hand\""),
    ("from-backtrace-backtrace", GUIDE, "`#[backtrace]`"),
    ("from-not-source", "tests/ui/coded/two-sources.rs", "#[from]"),
    ("invalid-input-impl-anyway", "tests/one_error/program.rs", "dyn std::error::Error"),
    ("lifetime", ONE_ERROR, "\"borrowed-source\""),
    ("missing-display", ONE_ERROR, "\"without-registry\""),
    ("missing-fmt", ONE_ERROR, "\"unknown\""),
    ("no-display", "tests/ui/coded/not-shown.rs", "#[derive(Debug, Coded)]"),
    ("numbered-positional-tuple", GUIDE, "an argument without a name"),
    ("raw-identifier", ONE_ERROR, "\"raw-argument\""),
    ("same-from-type", ONE_ERROR, "\"from-twice\""),
    ("source-enum-not-error", "tests/ui/coded/no-source.rs", "source: Option<String>"),
    ("source-enum-unnamed-field-not-error", "tests/ui/coded/no-source.rs", "Unnamed(#[source] String)"),
    ("source-struct-not-error", "tests/ui/coded/no-source.rs", "struct Named"),
    ("source-struct-unnamed-field-not-error", "tests/ui/coded/no-source.rs", "struct Unnamed"),
    ("struct-with-fmt", GUIDE, "`#[arg(fmt = path)]` on the field"),
    ("transparent-display", ONE_ERROR, "\"code-given-twice\""),
    ("transparent-enum-many", "tests/ui/coded/transparent-beside-a-field.rs", "enum"),
    ("transparent-enum-not-error", "tests/ui/coded/transparent-of-no-coded.rs", "NoError(String)"),
    ("transparent-enum-source", ONE_ERROR, "\"transparent-source\""),
    (
        "transparent-enum-unnamed-field-not-error",
        "tests/ui/coded/transparent-of-no-coded.rs",
        "NoError(String)",
    ),
    ("transparent-struct-many", "tests/ui/coded/transparent-beside-a-field.rs", "struct"),
    ("transparent-struct-not-error", "tests/ui/coded/transparent-of-no-coded.rs", "struct NoError"),
    ("transparent-struct-source", ONE_ERROR, "\"transparent-source\""),
    (
        "transparent-struct-unnamed-field-not-error",
        "tests/ui/coded/transparent-of-no-coded.rs",
        "struct NoError",
    ),
    ("unconditional-recursion", ONE_ERROR, "\"itself\""),
    ("unexpected-field-fmt", "tests/ui/coded/misplaced.rs", "#[code(JAM)]\n        tray"),
    ("unexpected-struct-source", ONE_ERROR, "\"source-on-struct\""),
    ("union", "tests/ui/coded/union.rs", "union"),
];

#[test]
fn each_mistake_of_thiserrors_tests_has_a_place_here() {
    for (name, file, text) in MISTAKES {
        let here = fs::read_to_string(file).expect("tests run in the root of the package");
        assert!(here.contains(text), "{name}: {file} lacks {text}");
    }
}
