//! Sorts numbers; publishes the median and a checksum of the sorted sequence.
#![cfg_attr(target_os = "none", no_std, no_main)]

extern crate alloc;

use alloc::vec::Vec;
use serde::{Deserialize, Serialize};
use zarf_guest::Guest;

#[derive(Deserialize)]
struct Numbers {
    values: Vec<i32>,
}

#[derive(Serialize)]
struct Answer {
    median: i32,
    checksum: i64,
}

fn insertion_sort(a: &mut [i32]) {
    for i in 1..a.len() {
        let value = a[i];
        let mut j = i;
        while j > 0 && a[j - 1] > value {
            a[j] = a[j - 1];
            j -= 1;
        }
        a[j] = value;
    }
}

fn quicksort(mut a: &mut [i32]) {
    while a.len() > 16 {
        let pivot = a[(a.len() - 1) / 2];
        // One beyond the last that is not yet in its part, as there is no index below 0.
        let (mut i, mut end) = (0, a.len());
        while i < end {
            while a[i] < pivot {
                i += 1;
            }
            while a[end - 1] > pivot {
                end -= 1;
            }
            if i < end {
                a.swap(i, end - 1);
                i += 1;
                end -= 1;
            }
        }
        let (low, high) = a.split_at_mut(i);
        quicksort(&mut low[..end]);
        a = high;
    }
    insertion_sort(a);
}

fn guest(guest: &Guest) {
    let mut numbers = guest.input::<Numbers>().values;
    quicksort(&mut numbers);
    let mut checksum = 0i64;
    for &number in &numbers {
        checksum = checksum.wrapping_mul(31).wrapping_add(number.into());
    }
    guest.publish(&Answer { median: numbers[numbers.len() / 2], checksum });
}

zarf_guest::entry!(guest);
