use code_registry::{Language, report, report_any};

fn main() {
    let (error, en) = (std::fmt::Error, Language::new("en").unwrap());
    println!("{}", report(&error, en));
    println!("{}", report_any::<std::fmt::Error>(&error, en));
}
