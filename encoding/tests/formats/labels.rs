//! Labels in hexadecimal digits, and labels that show parts of a value.

use code_registry_encoding::value::{LabelForm, LabelPart, Radix};

const HEXADECIMAL: LabelForm<'_> =
    LabelForm { before: "Err-", after: "-x", width: 4, radix: Radix::LowerHexadecimal, parts: &[] };

/// `AB/7:0c.`: 16 bits of any width, 3 of fixed width, and 8 of fixed width.
const PARTS: LabelForm<'_> = LabelForm {
    before: "not written",
    after: ".",
    width: 20,
    radix: Radix::Decimal,
    parts: &[
        LabelPart { before: "v", shift: 11, bits: 21, width: 2, radix: Radix::Decimal },
        LabelPart { before: "/", shift: 8, bits: 3, width: 1, radix: Radix::Decimal },
        LabelPart { before: "", shift: 0, bits: 8, width: 2, radix: Radix::LowerHexadecimal },
    ],
};

fn label(form: &LabelForm<'_>, number: u32) -> String {
    let mut label = String::new();
    form.write_number(&number, &mut label).unwrap();
    label
}

fn read(form: &LabelForm<'_>, text: &str) -> Option<i128> {
    form.read_number(text, 0, u32::MAX.into())
}

#[test]
fn letters_of_a_hexadecimal_label_may_be_of_either_case() {
    assert_eq!(label(&HEXADECIMAL, 0xABC), "Err-0abc-x");
    for text in ["Err-0abc-x", "ERR-0ABC-X", "err-aBc-x"] {
        assert_eq!(read(&HEXADECIMAL, text), Some(0xABC), "{text}");
    }
    for text in
        ["", "Err-", "-x", "Err-x", "Err--x", "Err-1", "1-x", "Erz-1-x", "Err-1-y", "éé-1-x", "Err-1é"]
    {
        assert_eq!(read(&HEXADECIMAL, text), None, "{text}");
    }
    let decimal = LabelForm { radix: Radix::Decimal, ..HEXADECIMAL };
    assert_eq!(read(&decimal, "Err-12-x"), Some(12));
    assert_eq!(read(&decimal, "err-12-x"), None);
}

#[test]
fn the_decimal_number_of_the_same_bits_is_read_too() {
    let (min, max) = (i32::MIN.into(), i32::MAX.into());
    let form = LabelForm { radix: Radix::UpperHexadecimal, before: "0x", after: "", ..HEXADECIMAL };
    assert_eq!(form.read_number("2147942405", min, max), Some(0x8007_0005_i128 - (1 << 32)));
    assert_eq!(form.read_number("2147483648", min, max), Some(min));
    assert_eq!(form.read_number("4294967295", min, max), Some(-1));
    assert_eq!(form.read_number("2147483647", min, max), None, "a number of the type is not a label");
    assert_eq!(form.read_number("4294967296", min, max), None);
    assert_eq!(form.read_number("0x80000000", min, max), Some(min));
    assert_eq!(form.read_number("0xFFFFFFFF", min, max), Some(-1));
    assert_eq!(form.read_number("0x7FFFFFFF", min, max), Some(max));
    assert_eq!(form.read_number("0x100000000", min, max), Some(1 << 32), "outside of the type");
    let decimal = LabelForm { radix: Radix::Decimal, ..form };
    assert_eq!(decimal.read_number("2147942405", min, max), None);
}

#[test]
fn a_label_of_parts_is_read_as_it_is_written() {
    assert_eq!(label(&PARTS, 0), "v00/000.");
    assert_eq!(label(&PARTS, u32::MAX), "v2097151/7ff.");
    assert_eq!(label(&PARTS, 5 << 11 | 3 << 8 | 0x0C), "v05/30c.");
    for number in [0, 1, 0xFF, 0x100, 0x7FF, 0x800, 0xFFFF_F800, u32::MAX, 123_456_789] {
        assert_eq!(read(&PARTS, &label(&PARTS, number)), Some(number.into()), "{number}");
    }
    assert_eq!(
        read(&PARTS, "V5/30C."),
        Some(5 << 11 | 3 << 8 | 0x0C),
        "letters of either case, fewer digits"
    );
    for text in [
        "",
        "v05/30c",
        "v05/30c.x",
        "v05/30.",
        "v05/3.",
        "v/30c.",
        "05/30c.",
        "w05/30c.",
        "v05-30c.",
        "v05/80c.",
        "v05/90c.",
        "v2097152/30c.",
        "v99999999999999999999/30c.",
        "v-5/30c.",
        "v05/3g0.",
        "v05/3é.",
        "vé/30c.",
    ] {
        assert_eq!(read(&PARTS, text), None, "{text}");
    }
    assert_eq!(
        PARTS.read_number("v05/30c.", 0, u16::MAX.into()),
        None,
        "the parts are not all bits of the type"
    );
}

#[test]
fn a_part_of_all_bits_is_read() {
    let part = LabelPart { before: "#", shift: 0, bits: 64, width: 0, radix: Radix::UpperHexadecimal };
    let form = LabelForm { before: "", after: "", width: 0, radix: Radix::Decimal, parts: &[part] };
    let mut label = String::new();
    form.write_number(&u64::MAX, &mut label).unwrap();
    assert_eq!(label, "#FFFFFFFFFFFFFFFF");
    assert_eq!(form.read_number(&label, 0, u64::MAX.into()), Some(u64::MAX.into()));
}

#[test]
fn a_part_has_a_fixed_width_if_its_greatest_number_does() {
    let part = |bits, width, radix| LabelPart { before: "", shift: 0, bits, width, radix };
    for (bits, digits) in [(1, 1), (3, 1), (4, 2), (6, 2), (7, 3), (10, 4), (64, 20)] {
        assert!(part(bits, digits, Radix::Decimal).has_fixed_width(), "{bits}");
        assert!(!part(bits, digits - 1, Radix::Decimal).has_fixed_width(), "{bits}");
    }
    for (bits, digits) in [(1, 1), (4, 1), (5, 2), (8, 2), (9, 3), (64, 16)] {
        for radix in [Radix::LowerHexadecimal, Radix::UpperHexadecimal] {
            assert!(part(bits, digits, radix).has_fixed_width(), "{bits}");
            assert!(!part(bits, digits - 1, radix).has_fixed_width(), "{bits}");
        }
    }
}

#[test]
fn digits_have_the_letter_of_format_strings() {
    assert_eq!(Radix::ALL.map(Radix::letter), ["", "x", "X"]);
}
