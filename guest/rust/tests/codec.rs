//! The layout of encoded values is stated byte by byte; Java's codec has the same.

use std::collections::BTreeMap;
use std::fmt::Debug;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use zarf_guest::Guest;
use zarf_guest::codec::{from_bytes, to_bytes};

fn is_laid_out_as<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: T, bytes: &[u8]) {
    assert_eq!(to_bytes(&value).unwrap(), bytes);
    assert_eq!(from_bytes::<T>(bytes).unwrap(), value);
}

fn failure<T: DeserializeOwned + Debug>(bytes: &[u8]) -> String {
    from_bytes::<T>(bytes).unwrap_err().to_string()
}

#[derive(Serialize, Deserialize, PartialEq, Debug)]
struct Item {
    name: String,
    price: i64,
}

#[derive(Serialize, Deserialize, PartialEq, Debug)]
struct Order {
    items: Vec<Item>,
    note: Option<bool>,
}

#[derive(Serialize, Deserialize, PartialEq, Debug)]
enum Shape {
    Point,
    Circle(u8),
    Box { width: u16, height: u16 },
    Line(u8, u8),
}

#[test]
fn numbers_are_little_endian() {
    is_laid_out_as(true, &[1]);
    is_laid_out_as(-2i8, &[0xfe]);
    is_laid_out_as(0x1234u16, &[0x34, 0x12]);
    is_laid_out_as(-2i32, &[0xfe, 0xff, 0xff, 0xff]);
    is_laid_out_as(0x0102030405060708u64, &[8, 7, 6, 5, 4, 3, 2, 1]);
    is_laid_out_as(1.5f32, &[0, 0, 0xc0, 0x3f]);
    is_laid_out_as(-1.0f64, &[0, 0, 0, 0, 0, 0, 0xf0, 0xbf]);
    is_laid_out_as('ä', &[0xe4, 0, 0, 0]);
    is_laid_out_as(1u128, &[1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
}

#[test]
fn collections_have_counts_and_tuples_have_not() {
    is_laid_out_as("zä".to_string(), &[3, 0, 0, 0, b'z', 0xc3, 0xa4]);
    is_laid_out_as(vec![1u8, 2], &[2, 0, 0, 0, 1, 2]);
    is_laid_out_as([1u8, 2], &[1, 2]);
    is_laid_out_as((1u8, 2u16), &[1, 2, 0]);
    is_laid_out_as(BTreeMap::from([(7u8, true), (9, false)]), &[2, 0, 0, 0, 7, 1, 9, 0]);
    is_laid_out_as((), &[]);
}

#[test]
fn records_are_their_fields() {
    let items = vec![Item { name: "x".into(), price: 5 }];
    let bytes = [1, 0, 0, 0, 1, 0, 0, 0, b'x', 5, 0, 0, 0, 0, 0, 0, 0, 1, 0];
    is_laid_out_as(Order { items, note: Some(false) }, &bytes);
}

#[test]
fn variants_begin_with_their_index() {
    is_laid_out_as(Shape::Point, &[0, 0, 0, 0]);
    is_laid_out_as(Shape::Circle(9), &[1, 0, 0, 0, 9]);
    is_laid_out_as(Shape::Box { width: 1, height: 2 }, &[2, 0, 0, 0, 1, 0, 2, 0]);
    is_laid_out_as(Shape::Line(1, 2), &[3, 0, 0, 0, 1, 2]);
}

#[test]
fn values_may_point_into_the_bytes() {
    let (name, blob): (&str, &[u8]) = from_bytes(&[1, 0, 0, 0, b'x', 1, 0, 0, 0, 7]).unwrap();
    assert_eq!((name, blob), ("x", &[7][..]));
}

#[test]
fn errors_name_the_place() {
    let order = [1, 0, 0, 0, 1, 0, 0, 0, b'x', 5, 0, 0, 0, 0, 0, 0, 0, 1, 0];
    assert_eq!(
        failure::<Order>(&order[..12]),
        "items[0].price: the bytes end: 8 are needed, 3 are left"
    );
    let mut wrong = order;
    wrong[18] = 2;
    assert_eq!(failure::<Order>(&wrong), "note: 2 is no boolean: 0 is false, 1 is true");
    wrong[8] = 0xff;
    assert_eq!(failure::<Order>(&wrong), "items[0].name: no UTF-8 from byte 0 of the text on");
    let map = [1, 0, 0, 0, 7, 3];
    assert_eq!(
        failure::<BTreeMap<u8, bool>>(&map),
        "[0].value: 3 is no boolean: 0 is false, 1 is true"
    );
}

#[test]
fn nothing_but_encodings_is_decoded() {
    assert_eq!(failure::<u8>(&[1, 2]), "1 bytes are left over");
    assert_eq!(failure::<bool>(&[2]), "2 is no boolean: 0 is false, 1 is true");
    assert_eq!(failure::<Option<u8>>(&[9, 0]), "9 is no boolean: 0 is false, 1 is true");
    assert_eq!(failure::<char>(&[0, 0xd8, 0, 0]), "55296 is no character");
    assert_eq!(failure::<Shape>(&[4, 0, 0, 0]), "4 is no index into the 4 variants");
    assert_eq!(
        failure::<Vec<u64>>(&[255, 255, 255, 255, 1]),
        "4294967295 elements do not fit into the 1 bytes left"
    );
    assert_eq!(failure::<String>(&[2, 0, 0, 0, 1]), "the length 2 is beyond the 1 bytes left");
}

#[test]
fn a_guest_is_tested_without_the_machine() {
    let guest = Guest::with_input([3, 0, 0, 0, 1, 2, 3]);
    let numbers: Vec<u8> = guest.input();
    guest.publish(&numbers.iter().map(|&n| u16::from(n)).sum::<u16>());
    guest.publish_bytes(&[9]);
    assert_eq!(guest.journal(), [6, 0, 9]);
    assert!(guest.try_input::<u8>().is_err());
}

#[test]
#[should_panic(expected = "the input is not what the guest expects: 2 is no boolean")]
fn a_wrong_input_is_a_panic() {
    Guest::with_input([2]).input::<bool>();
}
