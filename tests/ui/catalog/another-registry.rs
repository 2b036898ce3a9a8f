#[code_registry::codes("tests/tables/catalog.toml")]
enum BackupCode {}

static POLISH: code_registry::Catalog<code_registry::websocket::CloseCode> =
    code_registry::catalog!(BackupCode, "pl", "tests/tables/catalog.pl.toml");

fn main() {
    POLISH.install();
}
