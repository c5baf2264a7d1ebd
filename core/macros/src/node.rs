//! Node.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Type;

use crate::shape::{Enum, Field, Kind, Struct};

pub(crate) fn struct_impls(model: &Struct) -> TokenStream {
    let name = &model.name;
    match model.kind {
        Kind::Opaque | Kind::Response => {
            let fields = model.fields.iter().map(|field| {
                let (name, key) = (&field.name, js_name(field));
                let written = match name.to_string().as_str() {
                    "raw" => quote!(out.raw(#key, &self.#name)),
                    "endpoint" => quote!(out.call(#key, self.#name.clone())),
                    _ => quote!(out.field(#key, &self.#name)),
                };
                quote!(#written;)
            });
            quote! {
                #[cfg(feature = "__node")]
                impl crate::ffi::node::ToText for #name {
                    fn write(&self, out: &mut crate::ffi::node::Writer) {
                        out.open();
                        #(#fields)*
                        out.close();
                    }
                }
            }
        }
        Kind::Request | Kind::Input | Kind::Options | Kind::Secrets => {
            let keys = model.fields.iter().map(js_name);
            let fields = model.fields.iter().map(|field| {
                let (ident, key) = (&field.name, js_name(field));
                quote!(#ident: literal.field(#key)?)
            });
            quote! {
                #[cfg(feature = "__node")]
                impl crate::ffi::node::FromLiteral for #name {
                    const KEYS: &'static [&'static str] = &[#(#keys),*];
                    fn from_literal(literal: &crate::ffi::node::Literal<'_>) -> Result<Self, crate::BootpayError> {
                        Ok(Self { #(#fields),* })
                    }
                }
            }
        }
    }
}

/// Names of durations end in `Ms`: JavaScript gives them in milliseconds.
pub(crate) fn js_name(field: &Field) -> String {
    let name = camel_case(&field.name.to_string());
    if last_word(field.optional().unwrap_or(&field.ty)) == "Timeout" { name + "Ms" } else { name }
}

fn last_word(ty: &Type) -> String {
    match ty {
        Type::Path(path) => path.path.segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default(),
        _ => String::new(),
    }
}

pub(crate) fn enum_impls(model: &Enum) -> TokenStream {
    let name = &model.name;
    quote! {
        #[cfg(feature = "__node")]
        crate::ffi::node::word!(#name);
    }
}

pub(crate) fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |mut camel, word| {
        let mut letters = word.chars();
        camel.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
        camel.push_str(letters.as_str());
        camel
    })
}
