//! A secret does not stay in memory that was given back.

#![allow(clippy::unwrap_used)]

use std::{
    alloc::{GlobalAlloc, Layout, System},
    slice,
    sync::atomic::{AtomicUsize, Ordering},
};

use bootpay_core::{
    Bootpay, Credentials, Secret,
    model::{IssueCard, Pg},
};

/// In every secret of this test, and in nothing else.
const MARKER: &[u8] = b"7249018365";

/// How often memory was given back that held the marker.
static LEFT: AtomicUsize = AtomicUsize::new(0);

/// The system's, which looks at what it gets back.
struct Looking;

// SAFETY: it is the system's own; looking at memory that was handed out and not yet given back is allowed.
unsafe impl GlobalAlloc for Looking {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // Zeroed, so that nothing of an earlier use is found, and all of it may be read.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        let held = unsafe { slice::from_raw_parts(memory, layout.size()) };
        if held.windows(MARKER.len()).any(|part| part == MARKER) {
            LEFT.fetch_add(1, Ordering::Relaxed);
        }
        unsafe { System.dealloc(memory, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Looking = Looking;

/// How much of the marker what is made and dropped leaves behind.
fn left_by<T>(make: impl FnOnce() -> T) -> usize {
    let before = LEFT.load(Ordering::Relaxed);
    drop(make());
    LEFT.load(Ordering::Relaxed) - before
}

fn marker() -> &'static str {
    str::from_utf8(MARKER).unwrap()
}

// One test, since others would count in.
#[test]
fn nothing_of_a_secret_is_left() {
    assert_eq!(left_by(|| marker().to_owned()), 1, "what is not wiped is not seen");

    assert_eq!(left_by(|| Secret::new(marker())), 0);
    assert_eq!(left_by(|| Secret::new(marker().to_owned()).clone()), 0);
    let keys =
        || Credentials::new().client_key(marker()).secret_key(marker()).application_id(marker()).private_key(marker());
    assert_eq!(left_by(keys), 0);
    assert_eq!(left_by(|| Bootpay::new(keys()).unwrap()), 0);
    let card = || IssueCard::new(Pg::NicePay, "tea", "s-1", marker(), "11", marker(), "47", "11");
    assert_eq!(left_by(card), 0);
    let json = format!("\"{}\"", marker());
    assert_eq!(left_by(|| serde_json::from_str::<Secret>(&json).unwrap()), 0);
}
