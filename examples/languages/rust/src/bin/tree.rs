//! Puts numbers into a binary search tree; publishes its height, how many numbers differ, and a checksum of them in order.
#![cfg_attr(target_os = "none", no_std, no_main)]

extern crate alloc;

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::cmp::Ordering;
use serde::{Deserialize, Serialize};
use zarf_guest::Guest;

#[derive(Deserialize)]
struct Numbers {
    values: Vec<i32>,
}

#[derive(Serialize, Default)]
struct Answer {
    height: u32,
    distinct: u32,
    checksum: i64,
}

struct Node {
    key: i32,
    count: u32,
    left: Tree,
    right: Tree,
}

type Tree = Option<Box<Node>>;

fn insert(mut at: &mut Tree, key: i32) {
    while let Some(node) = at {
        match key.cmp(&node.key) {
            Ordering::Less => at = &mut node.left,
            Ordering::Equal => return node.count += 1,
            Ordering::Greater => at = &mut node.right,
        }
    }
    *at = Some(Box::new(Node { key, count: 1, left: None, right: None }));
}

fn height(tree: &Tree) -> u32 {
    tree.as_ref().map_or(0, |node| 1 + height(&node.left).max(height(&node.right)))
}

fn walk(tree: &Tree, answer: &mut Answer) {
    if let Some(node) = tree {
        walk(&node.left, answer);
        answer.distinct += 1;
        let value = i64::from(node.key) * i64::from(node.count);
        answer.checksum = answer.checksum.wrapping_mul(31).wrapping_add(value);
        walk(&node.right, answer);
    }
}

fn guest(guest: &Guest) {
    let mut root = None;
    for key in guest.input::<Numbers>().values {
        insert(&mut root, key);
    }
    let mut answer = Answer { height: height(&root), ..Answer::default() };
    walk(&root, &mut answer);
    guest.publish(&answer);
}

zarf_guest::entry!(guest);
