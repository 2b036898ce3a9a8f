//! A second registry of the same name, and a third one inside a function.

use code_registry::Coded;

#[code_registry::codes("jobs.toml")]
pub enum Code {}

#[derive(Debug, Coded)]
#[coded(Code::Late)]
struct Late(#[arg("place")] u32);

pub fn say() {
    #[code_registry::codes("jobs.toml", languages("en"))]
    enum JobCode {}

    #[derive(Debug, Coded)]
    #[coded(JobCode)]
    enum LateInEnglish {
        Late { place: u32 },
    }

    for place in [2, 3, 11] {
        println!("{}; {}", Late(place), LateInEnglish::Late { place });
    }
}
