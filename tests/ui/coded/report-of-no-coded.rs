use code_registry::{Language, report, report_dyn};

fn main() {
    let (error, en) = (std::fmt::Error, Language::new("en").unwrap());
    println!("{}", report(&error, en));
    println!("{}", report_dyn::<std::fmt::Error>(&error, en));
}
