//! Node, through napi-rs.

use proc_macro2::{Group, Literal, TokenStream, TokenTree};
use quote::{format_ident, quote};

use crate::shape::{Enum, Kind, Struct};

pub(crate) fn struct_attributes(model: &Struct) -> TokenStream {
    match model.kind {
        Kind::Reply => quote!(#[cfg_attr(feature = "__node", napi_derive::napi(object, object_from_js = false))]),
        Kind::Opaque => quote!(#[cfg_attr(feature = "__node", napi_derive::napi)]),
        Kind::Request | Kind::Input | Kind::Options | Kind::Secrets => {
            quote!(#[cfg_attr(feature = "__node", napi_derive::napi(object, object_to_js = false))])
        }
    }
}

pub(crate) fn struct_impls(model: &Struct) -> TokenStream {
    if model.kind != Kind::Opaque {
        return quote!();
    }
    let name = &model.name;
    let getters = model.fields.iter().map(|field| {
        let (name, ty, doc) = (&field.name, &field.ty, &field.doc);
        let (getter, js_name) = (format_ident!("__get_{name}"), camel_case(&name.to_string()));
        quote! {
            #[doc = #doc]
            #[napi_derive::napi(getter, js_name = #js_name)]
            pub fn #getter(&self) -> #ty { self.#name.clone() }
        }
    });
    quote! {
        #[cfg(feature = "__node")]
        #[napi_derive::napi]
        impl #name { #(#getters)* }
    }
}

pub(crate) fn enum_impls(model: &Enum) -> TokenStream {
    let name = &model.name;
    quote! {
        #[cfg(feature = "__node")]
        crate::ffi::node::word!(#name);
    }
}

fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |mut camel, word| {
        let mut letters = word.chars();
        camel.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
        camel.push_str(letters.as_str());
        camel
    })
}

pub(crate) fn cook(tokens: TokenStream) -> TokenStream {
    tokens
        .into_iter()
        .map(|token| match token {
            TokenTree::Group(group) => {
                let mut cooked = Group::new(group.delimiter(), cook(group.stream()));
                cooked.set_span(group.span());
                TokenTree::Group(cooked)
            }
            TokenTree::Literal(literal) if literal.to_string().starts_with('r') => {
                match syn::parse_str::<syn::LitStr>(&literal.to_string()) {
                    Ok(text) => TokenTree::Literal(Literal::string(&text.value())),
                    Err(_) => TokenTree::Literal(literal),
                }
            }
            other => other,
        })
        .collect()
}
