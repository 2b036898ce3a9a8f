#[code_registry::codes("tests/tables/catalog.toml")]
enum BackupCode {}

static GERMAN: code_registry::Catalog<BackupCode> =
    code_registry::catalog!(BackupCode, "de", "tests/tables/catalog.mistakes.toml");

fn main() {
    GERMAN.install();
}
