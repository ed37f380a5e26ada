//! Copies and comparisons by whole words, whatever the alignment: the machine loads and stores
//! words at any address, which the compiler's own versions do not rely on. Loads and stores are
//! assembler, because the compiler would see what the loops do, and call them for it.

use core::arch::asm;

const WORD: usize = 8;

/// The word at any address.
#[inline(always)]
pub(crate) unsafe fn load(at: *const u8) -> u64 {
    let word;
    unsafe { asm!("ld {0}, 0({1})", out(reg) word, in(reg) at, options(nostack, readonly)) };
    word
}

#[inline(always)]
unsafe fn store(at: *mut u8, word: u64) {
    unsafe { asm!("sd {0}, 0({1})", in(reg) word, in(reg) at, options(nostack)) };
}

#[inline(always)]
unsafe fn load_byte(at: *const u8) -> u8 {
    let byte: u64;
    unsafe { asm!("lbu {0}, 0({1})", out(reg) byte, in(reg) at, options(nostack, readonly)) };
    byte as u8
}

#[inline(always)]
unsafe fn store_byte(at: *mut u8, byte: u8) {
    unsafe { asm!("sb {0}, 0({1})", in(reg) byte, in(reg) at, options(nostack)) };
}

/// Copies words from the lowest address on; `size` is at least a word. The last word, which may
/// overlap the one before it, is read first in case the areas overlap.
unsafe fn copy_upwards(mut to: *mut u8, mut from: *const u8, size: usize) {
    unsafe {
        let last = to.add(size - WORD);
        let last_word = load(from.add(size - WORD));
        while to.wrapping_add(4 * WORD) <= last {
            let words = [
                load(from),
                load(from.add(WORD)),
                load(from.add(2 * WORD)),
                load(from.add(3 * WORD)),
            ];
            store(to, words[0]);
            store(to.add(WORD), words[1]);
            store(to.add(2 * WORD), words[2]);
            store(to.add(3 * WORD), words[3]);
            to = to.add(4 * WORD);
            from = from.add(4 * WORD);
        }
        while to < last {
            store(to, load(from));
            to = to.add(WORD);
            from = from.add(WORD);
        }
        store(last, last_word);
    }
}

/// Copies words from the highest address down; `size` is at least a word.
unsafe fn copy_downwards(to: *mut u8, from: *const u8, size: usize) {
    unsafe {
        let first_word = load(from);
        let mut at = size;
        while at > WORD {
            store(to.add(at - WORD), load(from.add(at - WORD)));
            at -= WORD;
        }
        store(to, first_word);
    }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn memcpy(to: *mut u8, from: *const u8, size: usize) -> *mut u8 {
    unsafe {
        if size >= WORD {
            copy_upwards(to, from, size);
        } else {
            for i in 0..size {
                store_byte(to.add(i), load_byte(from.add(i)));
            }
        }
    }
    to
}

#[unsafe(no_mangle)]
unsafe extern "C" fn memmove(to: *mut u8, from: *const u8, size: usize) -> *mut u8 {
    // One comparison finds that the target starts inside the source: below it, the difference
    // wraps around.
    if (to as usize).wrapping_sub(from as usize) >= size {
        return unsafe { memcpy(to, from, size) };
    }
    unsafe {
        if size >= WORD {
            copy_downwards(to, from, size);
        } else {
            for i in (0..size).rev() {
                store_byte(to.add(i), load_byte(from.add(i)));
            }
        }
    }
    to
}

#[unsafe(no_mangle)]
unsafe extern "C" fn memcmp(left: *const u8, right: *const u8, size: usize) -> i32 {
    unsafe {
        let mut at = 0;
        while at + WORD <= size {
            let a = load(left.add(at));
            let b = load(right.add(at));
            if a != b {
                // The first byte that differs decides.
                let shift = (a ^ b).trailing_zeros() & !7;
                return i32::from((a >> shift) as u8) - i32::from((b >> shift) as u8);
            }
            at += WORD;
        }
        while at < size {
            let difference =
                i32::from(load_byte(left.add(at))) - i32::from(load_byte(right.add(at)));
            if difference != 0 {
                return difference;
            }
            at += 1;
        }
    }
    0
}

#[unsafe(no_mangle)]
unsafe extern "C" fn bcmp(left: *const u8, right: *const u8, size: usize) -> i32 {
    unsafe { memcmp(left, right, size) }
}
