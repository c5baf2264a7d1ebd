//! Kotlin and Swift, through UniFFI.

use proc_macro2::TokenStream;
use quote::quote;

use crate::shape::{Enum, Kind, Struct};

pub(crate) fn struct_attributes(model: &Struct) -> TokenStream {
    match model.kind {
        // Strings in a Kotlin data class would be printed; bindings take secrets as arguments.
        Kind::Secrets => quote!(),
        Kind::Opaque => quote!(#[cfg_attr(feature = "__uniffi", derive(uniffi::Object))]),
        _ => quote!(#[cfg_attr(feature = "__uniffi", derive(uniffi::Record))]),
    }
}

/// What UniFFI needs to know of one field.
pub(crate) fn field_attributes(model: &Struct, optional: bool) -> TokenStream {
    if optional && !matches!(model.kind, Kind::Secrets | Kind::Opaque) {
        quote!(#[cfg_attr(feature = "__uniffi", uniffi(default))])
    } else {
        quote!()
    }
}

pub(crate) fn enum_attributes(_: &Enum) -> TokenStream {
    quote!(#[cfg_attr(feature = "__uniffi", derive(uniffi::Enum))])
}
