//! Addresses of codes, and names of members of problem details.

use std::fmt::{Result, Write as _};

use code_registry_encoding::problem::{MEMBERS, prefix};
use code_registry_encoding::url::{Placeholder, Segment, write, write_values};

fn address(template: &str, fill: impl FnMut(Placeholder, &mut Segment<'_, String>) -> Result) -> String {
    let mut address = String::new();
    write(template, &mut address, fill).unwrap();
    address
}

#[test]
fn each_placeholder_is_replaced() {
    for placeholder in Placeholder::ALL {
        assert_eq!(Placeholder::named(placeholder.name()), Some(placeholder));
    }
    assert_eq!(Placeholder::ALL.map(Placeholder::name), ["label", "value", "symbol", "language"]);
    assert_eq!(Placeholder::named("Label"), None);
    let fill = |placeholder, out: &mut Segment<'_, String>| write!(out, "{placeholder:?}");
    assert_eq!(address("/{label}{value}/{symbol}?{language}#", fill), "/LabelValue/Symbol?Language#");
    assert_eq!(address("no placeholder", fill), "no placeholder");
    assert_eq!(address("{unknown}a{label", fill), "aLabel");
}

#[test]
fn only_unreserved_characters_stay_as_they_are() {
    let unreserved = "ABCXYZabcxyz0189-._~";
    assert_eq!(address("{label}", |_, out| out.write_str(unreserved)), unreserved);
    assert_eq!(address("/{label}/", |_, out| out.write_str(" /%é\n")), "/%20%2F%25%C3%A9%0A/");
}

#[test]
fn an_error_of_the_filler_is_returned() {
    assert!(write("{label}", &mut String::new(), |_, _| Err(std::fmt::Error)).is_err());
}

#[test]
fn a_range_has_its_first_and_its_last_value() {
    let written = |last: Option<&u16>| {
        let mut text = String::new();
        write_values(&3_000, last, &mut text).unwrap();
        text
    };
    assert_eq!((written(None).as_str(), written(Some(&3_999)).as_str()), ("3000", "3000-3999"));
}

#[test]
fn an_argument_with_the_name_of_a_member_gets_a_prefix() {
    for member in MEMBERS {
        assert_eq!(prefix(member), "argument_");
        assert_eq!(prefix(&format!("argument_argument_{member}")), "argument_");
    }
    for argument in ["path", "argument_path", "argument_", "types"] {
        assert_eq!(prefix(argument), "");
    }
}
