//! `requests.txt` and `matching.txt`: the languages of a table, and below them requests and their results.

use code_registry_table::locale_matches;

#[test]
fn requests_find_what_they_mean() {
    let cases = cases(include_str!("requests.txt"));
    cases.iter().for_each(Case::check);
    println!("{} requests", cases.len());
}

/// The tests of CLDR's matcher, with the reason for each different result.
#[test]
fn requests_of_cldr_s_matcher() {
    let fixture = include_str!("matching.txt");
    let cases = cases(fixture);
    for case in &cases {
        case.check();
        if let Some((cldr, reason)) = case.cldr {
            assert_ne!(cldr, case.answer, "{case:?}");
            assert!(fixture.contains(&format!("\n#   {reason} ")), "no such reason: {case:?}");
        }
    }
    let others = cases.iter().filter(|case| case.cldr.is_some()).count();
    println!("{} requests, {others} of them with another answer than CLDR's matcher", cases.len());
}

#[derive(Debug)]
struct Case<'a> {
    languages: Vec<&'a str>,
    request: &'a str,
    answer: &'a str,
    /// The result of CLDR's matcher if it differs, and the reason.
    cldr: Option<(&'a str, &'a str)>,
}

impl Case<'_> {
    #[track_caller]
    fn check(&self) {
        assert_eq!(found(self.request, &self.languages), self.answer, "{self:?}");
    }
}

fn cases(fixture: &str) -> Vec<Case<'_>> {
    let (mut languages, mut cases) = (Vec::new(), Vec::new());
    for line in fixture.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line.trim_start().split_once(" -> ") {
            None => languages = line.split(' ').collect(),
            Some((request, answers)) => {
                let (answer, cldr) = answers.split_once("; CLDR ").unwrap_or((answers, ""));
                let (languages, cldr) = (languages.clone(), cldr.split_once(": "));
                cases.push(Case { languages, request, answer, cldr });
            }
        }
    }
    cases
}

/// RFC 4647's lookup of the requests, corrected by CLDR's data.
fn found<'a>(requests: &str, languages: &[&'a str]) -> &'a str {
    let matches = locale_matches(languages);
    let lookup = |request| {
        let mut tags = std::iter::successors(Some(request), |tag: &&str| Some(tag.rsplit_once('-')?.0));
        tags.find_map(|tag| {
            let near =
                || matches.iter().find(|(request, _)| request == tag).map(|&(_, index)| languages[index]);
            languages.iter().copied().find(|language| *language == tag).or_else(near)
        })
    };
    requests.split(", ").find_map(lookup).unwrap_or("none")
}

/// Every locale that inherits from another one finds that one, if the table has it and not the locale itself.
#[test]
fn children_find_their_parents() {
    for (child, parent) in crate::cldr::parents() {
        let expected = if parent == "und" { child.split('-').next().unwrap() } else { &parent };
        assert_eq!(found(&child, &["und", expected]), expected, "{child}");
    }
}

#[test]
fn most_tables_need_nothing() {
    assert_eq!(locale_matches(&["it", "de", "ja"]), []);
}
