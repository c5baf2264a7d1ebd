//! The texts of the console, in Korean and English: a text that lacks a language does not compile.
//!
//! Each file beside this one holds the texts of some pages. A text with values names them with their types:
//! `open_in(name: &str) "{name} 열기" "Open {name}";`.

use super::language::Language;

mod deliveries;
mod faults;
mod home;
mod methods;
mod money;
mod payments;
mod requests;
mod setup;
mod shell;
mod story;
mod try_it;
mod webhooks;

pub(super) use shell::notice;

/// The texts in a language.
#[derive(Clone, Copy)]
pub(super) struct Texts(pub(super) Language);

macro_rules! texts {
    ($($name:ident $(($($value:ident: $type:ty),+))? $korean:literal $english:literal;)*) => {
        impl Texts {
            $(texts! { @one $name $(($($value: $type),+))? $korean $english })*
        }
    };
    (@one $name:ident $korean:literal $english:literal) => {
        pub(in crate::console) fn $name(self) -> &'static str {
            match self.0 {
                Language::Ko => $korean,
                Language::En => $english,
            }
        }
    };
    (@one $name:ident ($($value:ident: $type:ty),+) $korean:literal $english:literal) => {
        pub(in crate::console) fn $name(self, $($value: $type),+) -> String {
            match self.0 {
                Language::Ko => format!($korean),
                Language::En => format!($english),
            }
        }
    };
}
use texts;
