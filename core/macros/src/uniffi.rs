//! Kotlin and Swift, through UniFFI.

use proc_macro2::TokenStream;
use quote::quote;

use crate::shape::{Enum, Kind, Struct};

pub(crate) fn struct_attributes(model: &Struct) -> TokenStream {
    match model.kind {
        // Strings in a Kotlin data class would be printed; bindings take secrets as arguments.
        Kind::Secrets => quote!(),
        Kind::Opaque => quote!(#[cfg_attr(feature = "__uniffi", derive(uniffi::Object), uniffi::export(Debug))]),
        _ => quote!(#[cfg_attr(feature = "__uniffi", derive(uniffi::Record))]),
    }
}

/// Lets another object hold one that only core can make.
pub(crate) fn struct_impls(model: &Struct) -> TokenStream {
    let name = &model.name;
    if model.kind != Kind::Opaque {
        return quote!();
    }
    quote! {
        // SAFETY: it is handed over as the shared pointer that UniFFI itself makes of a returned one.
        #[cfg(feature = "__uniffi")]
        unsafe impl uniffi::Lower<crate::UniFfiTag> for #name {
            type FfiType = uniffi::ffi::Handle;
            fn lower(object: Self) -> Self::FfiType {
                <std::sync::Arc<Self> as uniffi::Lower<crate::UniFfiTag>>::lower(std::sync::Arc::new(object))
            }
            fn write(object: Self, buffer: &mut Vec<u8>) {
                <std::sync::Arc<Self> as uniffi::Lower<crate::UniFfiTag>>::write(std::sync::Arc::new(object), buffer);
            }
        }
    }
}

/// The attributes of one field for UniFFI.
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

/// Exports an enum's methods that return `&str` in Rust, which UniFFI cannot return.
pub(crate) fn enum_impls(model: &Enum) -> TokenStream {
    let name = &model.name;
    let korean = model.has_korean_names().then(|| {
        quote! {
            /// The Korean name that Bootpay shows.
            #[uniffi::method(name = "korean")]
            pub fn __korean(&self) -> Option<String> { self.korean().map(str::to_owned) }
        }
    });
    let code = model.numbered.then(|| {
        quote! {
            /// The API's number.
            #[uniffi::method(name = "code")]
            pub fn __code(&self) -> Option<i64> { self.code() }
        }
    });
    quote! {
        #[cfg(feature = "__uniffi")]
        #[uniffi::export]
        impl #name {
            /// The API's value.
            #[uniffi::method(name = "symbol")]
            pub fn __symbol(&self) -> String { self.symbol().to_owned() }
            /// The name in English.
            #[uniffi::method(name = "english")]
            pub fn __english(&self) -> Option<String> { self.english().map(str::to_owned) }
            #korean
            #code
        }
    }
}
