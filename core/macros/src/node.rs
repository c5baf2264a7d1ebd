//! Node, through napi-rs.

use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};
use quote::{format_ident, quote};
use syn::Type;

use crate::shape::{Enum, Field, Kind, Printed, Struct};

pub(crate) fn struct_attributes(model: &Struct) -> TokenStream {
    match model.kind {
        Kind::Opaque => quote!(#[cfg_attr(feature = "__node", napi_derive::napi)]),
        _ => quote!(),
    }
}

pub(crate) fn struct_impls(model: &Struct) -> TokenStream {
    match model.kind {
        Kind::Opaque => class(model),
        Kind::Response => {
            let (name, fields) = (&model.name, model.fields.iter().map(|field| &field.name).collect::<Vec<_>>());
            let secrets = model.fields.iter().filter(|field| field.is_secret()).map(js_name);
            let print = print(model);
            let convert = quote! {
                impl napi::bindgen_prelude::ToNapiValue for #name {
                    unsafe fn to_napi_value(env: napi::sys::napi_env, #name { #(#fields),* }: Self) -> napi::Result<napi::sys::napi_value> {
                        let object = unsafe { napi::bindgen_prelude::ToNapiValue::to_napi_value(env, Interface { #(#fields),* }) }?;
                        #(crate::ffi::node::hide(env, object, #secrets)?;)*
                        #print
                        Ok(object)
                    }
                }
            };
            interface(model, true, &convert)
        }
        Kind::Request | Kind::Input | Kind::Options | Kind::Secrets => {
            let name = &model.name;
            let keys = model.fields.iter().map(js_name);
            let fields = model.fields.iter().map(|field| {
                let (ident, name, key) = (&field.name, field.name.to_string(), js_name(field));
                quote!(#ident: literal.field(#key, #name)?)
            });
            let convert = quote! {
                impl crate::ffi::node::FromLiteral for #name {
                    const KEYS: &'static [&'static str] = &[#(#keys),*];
                    fn from_literal(literal: &crate::ffi::node::Literal<'_>) -> Result<Self, crate::BootpayError> {
                        Ok(Self { #(#fields),* })
                    }
                }
            };
            interface(model, false, &convert)
        }
    }
}

/// Has the object printed with the fields `masked …|omitted …`.
fn print(model: &Struct) -> TokenStream {
    let names = |printed| {
        let fields = model.fields.iter().filter(|field| field.printed == printed);
        fields.map(js_name).collect::<Vec<_>>().join(" ")
    };
    let fields = [names(Printed::Masked), names(Printed::Omitted)].join("|");
    if fields == "|" { quote!() } else { quote!(crate::ffi::node::print(env, object, #fields)?;) }
}

/// A struct beside the model that napi-rs writes the TypeScript interface from, with JavaScript's
/// own names and types, and the conversion that goes with it.
fn interface(model: &Struct, to_js: bool, convert: &TokenStream) -> TokenStream {
    let (text, doc) = (model.name.to_string(), &model.doc);
    let fields = model.fields.iter().map(|field| {
        let (name, ty, doc, js_name) = (&field.name, &field.ty, &field.doc, js_name(field));
        let ts_type = ts_type(field.optional().unwrap_or(ty)).map(|ts_type| quote!(, ts_type = #ts_type));
        quote! {
            #[doc = #doc]
            #[napi(js_name = #js_name #ts_type)]
            pub #name: #ty
        }
    });
    quote! {
        #[cfg(feature = "__node")]
        const _: () = {
            #[allow(dead_code)]
            #[doc = #doc]
            #[napi_derive::napi(object, js_name = #text, object_from_js = false, object_to_js = #to_js)]
            pub struct Interface { #(#fields),* }
            #convert
        };
    }
}

/// Getters, and a constructor that throws: TypeScript is told that it is private.
fn class(model: &Struct) -> TokenStream {
    let name = &model.name;
    let getters = model.fields.iter().map(|field| {
        let (name, ty, doc) = (&field.name, &field.ty, &field.doc);
        let (getter, js_name) = (format_ident!("__get_{name}"), js_name(field));
        quote! {
            #[doc = #doc]
            #[napi_derive::napi(getter, js_name = #js_name)]
            pub fn #getter(&self) -> #ty { self.#name.clone() }
        }
    });
    let (names, keys): (Vec<_>, Vec<_>) = model.fields.iter().map(|field| (&field.name, js_name(field))).unzip();
    quote! {
        #[cfg(feature = "__node")]
        #[napi_derive::napi]
        impl #name {
            #[allow(missing_docs)]
            #[napi_derive::napi(constructor)]
            pub fn __new() -> napi::Result<Self> {
                Err(napi::Error::from_reason(concat!(stringify!(#name), " is made by calls only")))
            }
            #(#getters)*

            #[allow(missing_docs)]
            #[napi_derive::napi(js_name = "toJSON", skip_typescript)]
            pub fn __to_json(&self, env: napi::Env) -> napi::Result<napi::bindgen_prelude::Object<'static>> {
                let mut fields = napi::bindgen_prelude::Object::new(&env)?;
                #(napi::bindgen_prelude::JsObjectValue::set_named_property(&mut fields, #keys, self.#names.clone())?;)*
                Ok(fields)
            }
        }
    }
}

/// Names of durations end in `Ms`: JavaScript gives them in milliseconds.
fn js_name(field: &Field) -> String {
    let name = camel_case(&field.name.to_string());
    if last_word(field.optional().unwrap_or(&field.ty)) == "Timeout" { name + "Ms" } else { name }
}

/// Types that napi-rs does not know and our own conversion takes or returns.
fn ts_type(ty: &Type) -> Option<String> {
    match last_word(ty).as_str() {
        "Won" | "Timeout" => Some("number".into()),
        "Secret" => Some("string".into()),
        "Timestamp" => Some("Date".into()),
        "Store" => Some("AttemptStore".into()),
        "Vec" => argument(ty).and_then(ts_type).map(|item| format!("Array<{item}>")),
        _ => None,
    }
}

/// `T` of a `Vec<T>`.
fn argument(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ty else { return None };
    match &path.path.segments.last()?.arguments {
        syn::PathArguments::AngleBracketed(arguments) => arguments.args.iter().find_map(|argument| match argument {
            syn::GenericArgument::Type(ty) => Some(ty),
            _ => None,
        }),
        _ => None,
    }
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

/// Raw doc strings become plain ones, and `stringify!(…)` the text that it stands for.
pub(crate) fn cook(tokens: TokenStream) -> TokenStream {
    let mut cooked = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Group(group) if is_stringify(&cooked) && group.delimiter() == Delimiter::Parenthesis => {
                cooked.truncate(cooked.len() - 2);
                cooked.push(TokenTree::Literal(Literal::string(&group.stream().to_string())));
            }
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), cook(group.stream()));
                inner.set_span(group.span());
                cooked.push(TokenTree::Group(inner));
            }
            TokenTree::Literal(literal) if literal.to_string().starts_with('r') => {
                cooked.push(TokenTree::Literal(match syn::parse_str::<syn::LitStr>(&literal.to_string()) {
                    Ok(text) => Literal::string(&text.value()),
                    Err(_) => literal,
                }));
            }
            other => cooked.push(other),
        }
    }
    cooked.into_iter().collect()
}

fn is_stringify(tokens: &[TokenTree]) -> bool {
    match tokens {
        [.., TokenTree::Ident(name), TokenTree::Punct(mark)] => name == "stringify" && mark.as_char() == '!',
        _ => false,
    }
}
