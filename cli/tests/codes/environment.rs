//! What depends on the environment: the language and the colours.

use crate::{codes, expect};

/// The status line of a page is in its language.
fn status(variables: &[(&str, &str)], words: &str) -> String {
    let output = codes(words).envs(variables.iter().copied()).output().unwrap();
    let page = String::from_utf8(output.stdout).unwrap();
    page.lines().find(|line| line.starts_with('S')).unwrap_or_default().to_owned()
}

#[track_caller]
fn speaks(italian: bool, variables: &[(&str, &str)]) {
    let status = status(variables, "explain 2001 loader.toml");
    assert_eq!(status.starts_with("Stato "), italian, "{variables:?}: {status}");
    assert_eq!(status.starts_with("Status "), !italian, "{variables:?}: {status}");
}

#[test]
fn locales_that_speak_italian() {
    for locale in ["it", "it_IT", "it_IT.UTF-8", "it_CH.UTF-8@euro", "it@euro", "IT_it"] {
        speaks(true, &[("LANG", locale)]);
    }
}

#[test]
fn locales_that_speak_english() {
    for locale in ["", "C", "POSIX", "C.UTF-8", "en_GB.UTF-8", "xx_YY", "ita_IT", "../../it"] {
        speaks(false, &[("LANG", locale)]);
    }
}

#[test]
fn order_of_the_variables() {
    speaks(true, &[("LC_ALL", "it_IT"), ("LC_MESSAGES", "en_US"), ("LANG", "en_US")]);
    speaks(true, &[("LC_ALL", ""), ("LC_MESSAGES", "it_IT"), ("LANG", "en_US")]);
    speaks(false, &[("LC_ALL", "C"), ("LC_MESSAGES", "it_IT"), ("LANG", "it_IT")]);
    speaks(false, &[("LC_MESSAGES", "en_US"), ("LANG", "it_IT")]);
}

#[test]
fn the_option_goes_before_the_environment() {
    let status = status(&[("LANG", "it_IT")], "explain 2001 loader.toml --language en-US-x-plain");
    assert!(status.starts_with("Status "), "{status}");
}

#[test]
fn the_option_takes_locales_too() {
    for locale in ["it_IT", "it_CH.UTF-8", "IT"] {
        let status = status(&[], &format!("explain 2001 loader.toml --language {locale}"));
        assert!(status.starts_with("Stato "), "{locale}: {status}");
    }
}

#[test]
fn without_english_the_default_language_speaks() {
    let status = status(&[("LANG", "de_DE")], "explain -5 signed.toml");
    assert!(status.starts_with("Stato "), "{status}");
}

#[test]
fn language_that_the_table_lacks() {
    expect("language-missing", codes("explain 2001 loader.toml --language de-AT"));
    expect("language-misspelt", codes("explain 1 foreign.toml --language pr-BR"));
    expect("language-none", codes("explain 1 foreign.toml --language C"));
    expect("language-missing-list", codes("list loader.toml --language i"));
}

#[test]
fn colours() {
    let escapes = |variables: &[(&str, &str)]| {
        let output = codes("check bad.toml").envs(variables.iter().copied()).output().unwrap();
        output.stdout.contains(&b'\x1b')
    };
    assert!(!escapes(&[]), "a pipe is not a terminal");
    assert!(escapes(&[("CLICOLOR_FORCE", "1")]));
    assert!(!escapes(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
}

#[test]
fn where_colours_stand() {
    let mut command = codes("check bad.toml");
    command.env("CLICOLOR_FORCE", "1");
    expect("check-colours", command);
}

#[test]
fn the_tool_speaks_the_language_too() {
    expect("spoken-option", codes("--language it check missing.toml loader.toml"));
    expect("spoken-unknown", codes("check missing.toml --language tlh"));
    let mut command = codes("explain NOT_FOUNT loader.toml");
    command.env("LANG", "it_IT.UTF-8");
    expect("spoken-environment", command);
}
