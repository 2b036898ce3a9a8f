use crate::ShopCode as Code;

#[test]
fn is_not_found() {
    assert_eq!(crate::code(), Code::NotFound);
    assert!(matches!(crate::ShopCode::from(2001), crate::ShopCode::NotFound));
}

/// An associated type is not another name of the registry.
impl core::str::FromStr for crate::Shop {
    type Err = crate::ShopCode;
}

enum Err {
    NotFound,
}

const NOT_A_CODE: Err = Err::NotFound;
