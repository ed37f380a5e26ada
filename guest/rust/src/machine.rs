//! The calls of the machine, the first instructions, and panics.

use core::arch::{asm, global_asm};
use core::cell::Cell;
use core::panic::PanicInfo;
use core::slice;

use crate::{Ending, Guest, memory};

const CALL_PRINT: usize = 64;
const CALL_HALT: usize = 93;
const CALL_JOURNAL: usize = 2049;

const WORD_BYTES: usize = 8;
const INPUT_WINDOW: usize = 1 << 30;
const INPUT_WINDOW_BYTES: usize = 1 << 30;
const DEBUG_STREAM: usize = 2;
const PANICKED: u32 = 1;

unsafe extern "C" {
    // entry! defines it in the guest.
    fn zarf_guest_main() -> !;
}

// Sets the registers that compiled code relies on; memory is as the program expects already. gp is
// loaded without relaxation, which would express it relative to itself. A null frame pointer and
// return address end a debugger's backtrace here.
global_asm!(
    ".section .text.start, \"ax\", @progbits",
    ".globl _start",
    ".type _start, @function",
    "_start:",
    ".option push",
    ".option norelax",
    "la gp, __global_pointer$",
    ".option pop",
    "la tp, __tls_base",
    "la sp, __stack_top",
    "li s0, 0",
    "li ra, 0",
    "tail {main}",
    ".size _start, . - _start",
    main = sym zarf_guest_main,
);

/// The bytes of the journal that do not fill a word yet, the first one lowest.
struct Pending {
    word: Cell<u64>,
    count: Cell<usize>,
}

// One hart, no interrupts: nothing happens at the same time.
unsafe impl Sync for Pending {}

static PENDING: Pending = Pending { word: Cell::new(0), count: Cell::new(0) };

/// Input and journal. There is one of each, so this holds nothing.
pub(crate) struct Channels;

impl Channels {
    pub(crate) fn input(&self) -> &'static [u8] {
        let mut window = INPUT_WINDOW;
        // The address is hidden from the compiler, which knows of no object there.
        unsafe { asm!("/* {0} */", inout(reg) window, options(pure, nomem, nostack)) };
        let length = unsafe { *(window as *const usize) };
        assert!(
            length <= INPUT_WINDOW_BYTES - WORD_BYTES,
            "the input is longer than the input window"
        );
        unsafe { slice::from_raw_parts((window + WORD_BYTES) as *const u8, length) }
    }

    pub(crate) fn publish(&self, bytes: &[u8]) {
        let mut word = PENDING.word.get();
        let mut count = PENDING.count.get();
        let words = bytes.chunks_exact(WORD_BYTES);
        let rest = words.remainder();
        for chunk in words {
            let next = unsafe { memory::load(chunk.as_ptr()) };
            let shift = 8 * count;
            publish_word(word | next << shift, WORD_BYTES);
            // Two shifts, because one by 64 would be one too far.
            word = next >> 1 >> (63 - shift);
        }
        for &byte in rest {
            word |= u64::from(byte) << (8 * count);
            count += 1;
            if count == WORD_BYTES {
                publish_word(word, count);
                word = 0;
                count = 0;
            }
        }
        PENDING.word.set(word);
        PENDING.count.set(count);
    }
}

fn publish_word(word: u64, count: usize) {
    unsafe {
        asm!("ecall", inout("a0") word => _, in("a1") count, in("a7") CALL_JOURNAL,
            options(nostack));
    }
}

pub(crate) fn print(text: &str) {
    unsafe {
        asm!("ecall", inout("a0") DEBUG_STREAM => _, in("a1") text.as_ptr(), in("a2") text.len(),
            in("a7") CALL_PRINT, options(nostack, readonly));
    }
}

pub(crate) fn halt(code: u32) -> ! {
    let count = PENDING.count.replace(0);
    if count > 0 {
        publish_word(PENDING.word.get(), count);
    }
    unsafe {
        asm!("ecall", "unimp", in("a0") u64::from(code), in("a7") CALL_HALT,
            options(noreturn, nostack));
    }
}

/// Runs a guest to its end.
pub fn start<E: Ending>(main: fn(&Guest) -> E) -> ! {
    halt(main(&Guest { channels: Channels }).exit_code())
}

#[panic_handler]
fn panic(info: &PanicInfo) -> ! {
    crate::println!("{info}");
    halt(PANICKED)
}
