//! `requests.txt`: the languages of a table, and under them what is asked for and what is found.

use code_registry_table::near;

#[test]
fn requests_find_what_they_mean() {
    let mut languages = Vec::new();
    let mut count = 0;
    for line in include_str!("requests.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        match line.trim_start().split_once(" -> ") {
            None => languages = line.split(' ').collect(),
            Some((request, expected)) => {
                assert_eq!(found(request, &languages), expected, "{request} among {languages:?}");
                count += 1;
            }
        }
    }
    assert!(count > 80, "{count} requests");
}

/// RFC 4647's lookup, with what CLDR knows better.
fn found<'a>(request: &str, languages: &[&'a str]) -> &'a str {
    let near = near(languages);
    let mut tags = std::iter::successors(Some(request), |tag| Some(tag.rsplit_once('-')?.0));
    let found = tags.find_map(|tag| {
        let near = || near.iter().find(|(request, _)| request == tag).map(|&(_, index)| languages[index]);
        languages.iter().copied().find(|language| *language == tag).or_else(near)
    });
    found.unwrap_or("none")
}

/// Every locale that inherits from another finds that one, where the table has it and not itself.
#[test]
fn children_find_their_parents() {
    for (child, parent) in crate::cldr::parents() {
        let expected = if parent == "und" { child.split('-').next().unwrap() } else { &parent };
        assert_eq!(found(&child, &["und", expected]), expected, "{child}");
    }
}

#[test]
fn most_tables_need_nothing() {
    assert_eq!(near(&["it", "de", "ja"]), []);
}
