use crate::ShopCode as Code;

#[test]
fn is_not_found() {
    assert_eq!(crate::code(), Code::NotFound);
    assert!(matches!(crate::ShopCode::from(2001), crate::ShopCode::NotFound));
}
