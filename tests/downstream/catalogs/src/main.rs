//! Languages of its own for the registry of `publisher`, whose errors come by way of `errors` and anyhow.

use std::{env, io};

use anyhow::Context as _;
use code_registry::{Catalog, catalog, language};
use errors::{FileError, StoreError};
use publisher::StoreCode;

static GERMAN: Catalog<StoreCode> = catalog!(StoreCode, "de", "i18n/store.de.toml");

fn main() -> anyhow::Result<()> {
    GERMAN.install();
    catalog!(publisher::StoreCode, "it", "i18n/store.it.toml").install();
    let folder = env::args().nth(1).context("where are the files?")?;
    Catalog::<StoreCode>::load("fr".parse()?, format!("{folder}/store.fr.toml"))?.install();
    for tag in ["en", "it", "de-AT", "fr"] {
        println!("{tag}");
        language::scope(tag.parse()?, say);
    }
    let asked = StoreCode::negotiate("ja, fr-CA;q=0.9, it;q=0.8");
    println!("negotiated: {}", asked.context("none")?);
    Ok(())
}

fn say() {
    let full = |left| StoreError::Full { name: "photo.jpg".into(), left };
    let locked = StoreError::Locked("photo.jpg".into(), "anna".into());
    let source = io::Error::other("EIO");
    let unreadable = FileError { path: "/srv/store".into(), source };
    for error in [full(0), full(1), full(7), locked, unreadable.into()] {
        println!("  {:#}", anyhow::Error::from(error).context("backup"));
    }
    let current = language::current().unwrap_or(StoreCode::DEFAULT_LANGUAGE);
    println!("  {}, {}", StoreCode::Full.name(current), StoreCode::Unreadable.name(current));
}
