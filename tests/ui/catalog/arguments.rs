#[code_registry::codes("tests/tables/catalog.toml")]
enum BackupCode {}

fn main() {
    code_registry::catalog!(BackupCode, de, "tests/tables/catalog.pl.toml").install();
    code_registry::catalog!(BackupCode, "german", "tests/tables/catalog.pl.toml").install();
    code_registry::catalog!(BackupCode, "de", "../catalog.pl.toml").install();
    code_registry::catalog!(BackupCode, "de", "tests/tables/catalog.empty.toml").install();
    code_registry::catalog!(code_registry::Language, "de", "tests/tables/catalog.pl.toml").install();
}
