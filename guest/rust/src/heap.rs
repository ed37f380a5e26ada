//! The heap: all memory between the program's data and the private input.
//!
//! Blocks are taken one after the other from memory that starts as zeros and costs nothing until
//! it is touched. A freed block waits in the list of its size class for the next request of that
//! class: multiples of 16 bytes up to 1 KiB, powers of two above. Blocks are never split or joined.

use core::alloc::{GlobalAlloc, Layout};
use core::cell::Cell;
use core::ptr;

const GRAIN: usize = 16;
const LARGEST_EXACT: usize = 1024;
const EXACT_CLASSES: usize = LARGEST_EXACT / GRAIN + 1;
const CLASSES: usize = EXACT_CLASSES + 30 - LARGEST_EXACT.ilog2() as usize;

unsafe extern "C" {
    static __heap_start: u8;
    static __heap_end: u8;
}

struct Heap {
    /// The first free address; 0 before the first use.
    top: Cell<usize>,
    /// Freed blocks by class; each begins with the address of the next.
    freed: [Cell<*mut u8>; CLASSES],
}

// One hart, no interrupts: nothing happens at the same time.
unsafe impl Sync for Heap {}

#[global_allocator]
static HEAP: Heap =
    Heap { top: Cell::new(0), freed: [const { Cell::new(ptr::null_mut()) }; CLASSES] };

/// The class of a size up to 2^30, and the bytes of its blocks.
#[inline]
fn class(size: usize) -> (usize, usize) {
    if size <= LARGEST_EXACT {
        let class = size.div_ceil(GRAIN);
        (class, class * GRAIN)
    } else {
        let bytes = size.next_power_of_two();
        let class = EXACT_CLASSES + (bytes.ilog2() - LARGEST_EXACT.ilog2()) as usize - 1;
        (class, bytes)
    }
}

fn end() -> usize {
    (&raw const __heap_end).addr()
}

/// Whether blocks of the layout have a class: not those aligned to more than 16, which are rare
/// and not used again.
#[inline]
fn is_classed(layout: Layout) -> bool {
    layout.align() <= GRAIN
}

impl Heap {
    /// The address of memory never used before, or null.
    fn take(&self, bytes: usize, align: usize) -> *mut u8 {
        let mut top = self.top.get();
        if top == 0 {
            top = (&raw const __heap_start).addr();
        }
        let start = top.next_multiple_of(align.max(GRAIN));
        if start > end() || bytes > end() - start {
            return ptr::null_mut();
        }
        self.top.set(start + bytes);
        ptr::with_exposed_provenance_mut(start)
    }

    /// A block, and whether it is known to hold zeros only.
    #[inline]
    fn block(&self, layout: Layout) -> (*mut u8, bool) {
        let size = layout.size();
        if size > end() {
            return (ptr::null_mut(), false);
        }
        if !is_classed(layout) {
            return (self.take(size, layout.align()), true);
        }
        let (class, bytes) = class(size);
        let freed = self.freed[class].get();
        if freed.is_null() {
            return (self.take(bytes, GRAIN), true);
        }
        self.freed[class].set(unsafe { *freed.cast() });
        (freed, false)
    }
}

unsafe impl GlobalAlloc for Heap {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        self.block(layout).0
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        let (block, is_clear) = self.block(layout);
        if !is_clear && !block.is_null() {
            unsafe { block.write_bytes(0, layout.size()) };
        }
        block
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        if is_classed(layout) {
            let (class, _) = class(layout.size());
            unsafe { *block.cast() = self.freed[class].get() };
            self.freed[class].set(block);
        }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if is_classed(layout) && size <= end() {
            let (_, old) = class(layout.size());
            let (_, new) = class(size);
            if new == old {
                return block;
            }
            // The last block grows where it is.
            if block.addr() + old == self.top.get() && new > old && new <= end() - block.addr() {
                self.top.set(block.addr() + new);
                return block;
            }
        }
        unsafe {
            let moved = self.alloc(Layout::from_size_align_unchecked(size, layout.align()));
            if !moved.is_null() {
                ptr::copy_nonoverlapping(block, moved, size.min(layout.size()));
                self.dealloc(block, layout);
            }
            moved
        }
    }
}
