//! Calls of `UniFFI`'s functions with arguments and results in words of memory, for Kotlin: JNA makes an object, and
//! a block of native memory, of each struct that crosses, which costs more than the call itself.
//!
//! A function of each shape takes the address of `UniFFI`'s function and the words. Its name has the arguments, then
//! the result: `w` is a word, `b` a buffer of three words, `y` a byte, `v` nothing. Arguments are from word 0 on, the
//! status (code, buffer) from word [`STATUS`], the result from word [`RESULT`].

use std::{ffi::c_void, mem::transmute};

use uniffi::{RustBuffer, RustCallStatus};

/// The word of the call's status; arguments take no more than those before it.
pub const STATUS: usize = 16;
/// The word of the result.
pub const RESULT: usize = 20;

/// An argument or a result.
trait InWords {
    /// How many words it has.
    const COUNT: usize;
    unsafe fn read(words: *const u64) -> Self;
    unsafe fn write(self, words: *mut u64);
}

impl InWords for u64 {
    const COUNT: usize = 1;
    unsafe fn read(words: *const u64) -> Self {
        unsafe { words.read() }
    }
    unsafe fn write(self, words: *mut u64) {
        unsafe { words.write(self) }
    }
}

impl InWords for RustBuffer {
    const COUNT: usize = 3;
    unsafe fn read(words: *const u64) -> Self {
        unsafe { words.cast::<Self>().read() }
    }
    unsafe fn write(self, words: *mut u64) {
        unsafe { words.cast::<Self>().write(self) }
    }
}

impl InWords for i8 {
    const COUNT: usize = 1;
    unsafe fn read(words: *const u64) -> Self {
        unsafe { words.cast::<Self>().read() }
    }
    unsafe fn write(self, words: *mut u64) {
        unsafe { words.write(u64::from(self.cast_unsigned())) }
    }
}

impl InWords for () {
    const COUNT: usize = 0;
    unsafe fn read(_: *const u64) -> Self {}
    unsafe fn write(self, _: *mut u64) {}
}

/// Reads the next argument.
unsafe fn next<T: InWords>(words: &mut *const u64) -> T {
    unsafe {
        let value = T::read(*words);
        *words = words.add(T::COUNT);
        value
    }
}

macro_rules! shapes {
    (
        call { $($name:ident($($argument:ident: $Argument:ty),*) -> $Result:ty;)* }
        start { $($start:ident($($given:ident: $Given:ty),*);)* }
    ) => {
        /// The names of the functions, for the generator.
        pub const SHAPES: &[&str] = &[$(stringify!($name),)* $(stringify!($start)),*];
        $(
            /// Calls a function that reports a status.
            ///
            /// # Safety
            ///
            /// The function must be one of `UniFFI`'s of this shape, the words those of its arguments, which it owns
            /// from then on, and followed by room for the status and the result.
            #[unsafe(no_mangle)]
            pub unsafe extern "C" fn $name(function: *const c_void, words: *mut u64) {
                unsafe {
                    let function: unsafe extern "C" fn($($Argument,)* &mut RustCallStatus) -> $Result =
                        transmute(function);
                    #[allow(unused_mut, unused_variables)]
                    let mut at = words.cast_const();
                    $(let $argument = next::<$Argument>(&mut at);)*
                    let mut status = RustCallStatus::default();
                    let result = function($($argument,)* &mut status);
                    words.add(STATUS).cast::<RustCallStatus>().write(status);
                    <$Result as InWords>::write(result, words.add(RESULT));
                }
            }
        )*
        $(
            /// Starts a call that is awaited: the result is the handle of its future.
            ///
            /// # Safety
            ///
            /// As of a call that reports a status.
            #[unsafe(no_mangle)]
            pub unsafe extern "C" fn $start(function: *const c_void, words: *mut u64) {
                unsafe {
                    let function: unsafe extern "C" fn($($Given),*) -> u64 = transmute(function);
                    let mut at = words.cast_const();
                    $(let $given = next::<$Given>(&mut at);)*
                    words.add(RESULT).write(function($($given),*));
                }
            }
        )*
    };
}

shapes! {
    call {
        bootpay_flat_v_v() -> ();
        bootpay_flat_v_w() -> u64;
        bootpay_flat_w_v(a: u64) -> ();
        bootpay_flat_w_w(a: u64) -> u64;
        bootpay_flat_w_y(a: u64) -> i8;
        bootpay_flat_w_b(a: u64) -> RustBuffer;
        bootpay_flat_b_v(a: RustBuffer) -> ();
        bootpay_flat_b_y(a: RustBuffer) -> i8;
        bootpay_flat_b_b(a: RustBuffer) -> RustBuffer;
        bootpay_flat_bb_b(a: RustBuffer, b: RustBuffer) -> RustBuffer;
        bootpay_flat_bbb_w(a: RustBuffer, b: RustBuffer, c: RustBuffer) -> u64;
        bootpay_flat_bbbb_w(a: RustBuffer, b: RustBuffer, c: RustBuffer, d: RustBuffer) -> u64;
        bootpay_flat_bw_b(a: RustBuffer, b: u64) -> RustBuffer;
        bootpay_flat_wb_v(a: u64, b: RustBuffer) -> ();
        bootpay_flat_wb_y(a: u64, b: RustBuffer) -> i8;
        bootpay_flat_wb_b(a: u64, b: RustBuffer) -> RustBuffer;
        bootpay_flat_wbb_w(a: u64, b: RustBuffer, c: RustBuffer) -> u64;
        bootpay_flat_wbbb_w(a: u64, b: RustBuffer, c: RustBuffer, d: RustBuffer) -> u64;
        bootpay_flat_wbbb_b(a: u64, b: RustBuffer, c: RustBuffer, d: RustBuffer) -> RustBuffer;
    }
    start {
        bootpay_start_wbbw(a: u64, b: RustBuffer, c: RustBuffer, d: u64);
    }
}
