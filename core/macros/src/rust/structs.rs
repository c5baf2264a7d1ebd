//! The struct itself, and what Rust code gets with it.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::node::{camel_case, js_name};
use crate::shape::{Field, Kind, Printed, Rule, Struct};
use crate::uniffi;

pub(crate) fn structure(model: &Struct, other_languages: &[TokenStream]) -> TokenStream {
    let (name, attributes) = (&model.name, &model.attributes);
    let derives = match model.kind {
        Kind::Input => quote!(#[derive(Clone, PartialEq, serde::Deserialize)]),
        // Not `Serialize`: a request may hold secrets, and only `to_wire` may write them.
        Kind::Request => quote! {
            #[derive(Clone, PartialEq, serde::Deserialize)]
            #[non_exhaustive]
        },
        Kind::Options => quote! {
            #[derive(Clone, Default, PartialEq)]
            #[non_exhaustive]
        },
        Kind::Secrets => quote! {
            #[derive(Clone, Default)]
            #[non_exhaustive]
        },
        // A reply is read from its text, also by serde: see `read`.
        Kind::Response | Kind::Opaque => quote! {
            #[derive(Clone, PartialEq, serde::Serialize)]
            #[non_exhaustive]
        },
    };
    let fields = model.fields.iter().map(|field| {
        let (name, ty, attributes) = (&field.name, &field.ty, &field.attributes);
        let serde = serde_attributes(model.kind, field);
        let uniffi = uniffi::field_attributes(model, field.optional().is_some());
        let visibility = if model.kind == Kind::Opaque { quote!(pub(crate)) } else { quote!(pub) };
        quote!(#(#attributes)* #serde #uniffi #visibility #name: #ty)
    });
    quote! {
        #(#attributes)*
        #derives
        #(#other_languages)*
        pub struct #name { #(#fields),* }
    }
}

fn serde_attributes(kind: Kind, field: &Field) -> TokenStream {
    let secret = field.is_secret();
    match (kind, field.optional().is_some()) {
        (Kind::Response, _) if secret => quote!(#[serde(skip_serializing)]),
        (Kind::Response, true) => quote!(#[serde(skip_serializing_if = "Option::is_none")]),
        (Kind::Request | Kind::Input, true) => quote!(#[serde(default)]),
        _ => quote!(),
    }
}

pub(crate) fn struct_impls(model: &Struct) -> TokenStream {
    let constructor = match model.kind {
        Kind::Request | Kind::Input | Kind::Options | Kind::Secrets => constructor(model),
        Kind::Opaque => getters(model),
        Kind::Response => quote!(),
    };
    let checks = match model.kind {
        Kind::Request | Kind::Input | Kind::Options => checks(model),
        _ => quote!(),
    };
    let wire = match model.kind {
        Kind::Request | Kind::Input => to_wire(model),
        Kind::Response => read(model),
        _ => quote!(),
    };
    let (debug, description) = (debug(model), struct_description(model));
    quote!(#constructor #checks #wire #debug #description)
}

/// Prints it as a derived `Debug` would, with secrets and personal data masked and without the raw
/// response.
fn debug(model: &Struct) -> TokenStream {
    let (name, text) = (&model.name, model.name.to_string());
    let fields = model.fields.iter().filter_map(|field| {
        let (name, text) = (&field.name, field.name.to_string());
        match field.printed {
            Printed::Plain => Some(quote!(.field(#text, &self.#name))),
            Printed::Masked if field.optional().is_some() => {
                Some(quote!(.field(#text, &self.#name.as_ref().map(|_| crate::value::Masked))))
            }
            Printed::Masked => Some(quote!(.field(#text, &crate::value::Masked))),
            Printed::Omitted => None,
        }
    });
    let is_whole = model.fields.iter().all(|field| field.printed != Printed::Omitted);
    let finish = if is_whole { quote!(finish) } else { quote!(finish_non_exhaustive) };
    quote! {
        impl std::fmt::Debug for #name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(#text) #(#fields)* .#finish()
            }
        }
    }
}

/// `new` takes the fields that the API requires; every option has a setter of the same name.
fn constructor(model: &Struct) -> TokenStream {
    let name = &model.name;
    let (mut parameters, mut values, mut setters) = (vec![], vec![], vec![]);
    for field in &model.fields {
        let (field_name, ty, doc) = (&field.name, &field.ty, &field.doc);
        if let Some(inner) = field.optional() {
            values.push(quote!(#field_name: None));
            setters.push(quote! {
                #[doc = #doc]
                #[must_use]
                pub fn #field_name(mut self, #field_name: impl Into<#inner>) -> Self {
                    self.#field_name = Some(#field_name.into());
                    self
                }
            });
        } else {
            parameters.push(quote!(#field_name: impl Into<#ty>));
            values.push(quote!(#field_name: #field_name.into()));
        }
    }
    let doc = if parameters.is_empty() {
        "Creates a value with nothing set."
    } else {
        "Creates a value from its required fields; set optional ones with the methods of the same name."
    };
    let new = quote! {
        #[doc = #doc]
        #[must_use]
        #[allow(clippy::new_without_default, clippy::too_many_arguments)]
        pub fn new(#(#parameters),*) -> Self { Self { #(#values),* } }
    };
    quote! {
        impl #name {
            #new
            #(#setters)*
        }
    }
}

fn getters(model: &Struct) -> TokenStream {
    let name = &model.name;
    let getters = model.fields.iter().map(|field| {
        let (name, ty, attributes) = (&field.name, &field.ty, &field.attributes);
        quote!(#(#attributes)* pub fn #name(&self) -> #ty { self.#name.clone() })
    });
    quote! {
        #[cfg_attr(feature = "__uniffi", uniffi::export)]
        impl #name { #(#getters)* }
    }
}

fn checks(model: &Struct) -> TokenStream {
    let name = &model.name;
    let checks = model.fields.iter().map(|field| {
        let (field_name, text, javascript) = (&field.name, field.name.to_string(), js_name(field));
        let swift = camel_case(&text);
        let own = if field.from_zero { quote!(crate::check::from_zero) } else { quote!(crate::check::Check::check) };
        let rules = field.checks.iter().map(|Rule { path, with }| {
            let other = with.iter();
            quote!(crate::check::#path(value, #(&self.#other,)* "")?;)
        });
        let rules = quote! {
            let rules = || { #own(value, "")?; #(#rules)* Ok(()) };
            crate::check::in_field(rules, at, crate::symbol::in_errors(#text, #javascript, #swift))?;
        };
        if field.optional().is_some() {
            quote!(if let Some(value) = &self.#field_name { #rules })
        } else {
            quote!({ let value = &self.#field_name; #rules })
        }
    });
    quote! {
        impl crate::check::Check for #name {
            fn check(&self, at: &str) -> Result<(), crate::check::Violation> {
                #(#checks)*
                Ok(())
            }
        }
    }
}

fn to_wire(model: &Struct) -> TokenStream {
    let name = &model.name;
    let fields = model.fields.iter().map(|field| {
        let (name, wire) = (&field.name, &field.wire);
        let put = if field.korean {
            quote!(crate::wire::put_value(&mut fields, #wire, value.korean_to_wire());)
        } else {
            quote!(crate::wire::put(&mut fields, #wire, value);)
        };
        if field.optional().is_some() {
            quote!(if let Some(value) = &self.#name { #put })
        } else {
            quote!({ let value = &self.#name; #put })
        }
    });
    let secrets = model.fields.iter().map(|field| {
        let name = &field.name;
        let find = if field.printed == Printed::Masked { quote!(private) } else { quote!(secrets) };
        if field.optional().is_some() {
            quote!(if let Some(value) = &self.#name { value.#find(found); })
        } else {
            quote!(self.#name.#find(found);)
        }
    });
    quote! {
        impl crate::wire::ToWire for #name {
            fn to_wire(&self) -> serde_json::Value {
                let mut fields = serde_json::Map::new();
                #(#fields)*
                serde_json::Value::Object(fields)
            }

            fn secrets(&self, found: &mut Vec<crate::value::Secret>) {
                #(#secrets)*
            }
        }
    }
}

/// Decodes from the text of the API, and of serde: by the same names.
fn read(model: &Struct) -> TokenStream {
    let name = &model.name;
    let names = model.fields.iter().map(|field| &field.wire).chain(&model.also);
    let count = model.fields.len() + model.also.len();
    let fields = model.fields.iter().enumerate().map(|(at, field)| {
        let name = &field.name;
        if let Some(read) = &field.read {
            quote!(#name: fields.optional_by(#at, crate::wire::#read))
        } else if field.optional().is_some() {
            quote!(#name: fields.optional(#at))
        } else if field.default {
            quote!(#name: fields.defaulted(#at)?)
        } else {
            quote!(#name: fields.required(#at)?)
        }
    });
    quote! {
        impl crate::wire::Model for #name {
            fn read(json: &str, arrange: crate::wire::Arrange) -> Result<Self, String> {
                let mut values = [const { None }; #count];
                let fields = crate::wire::Fields::of(json, &[#(#names),*], &mut values, arrange)?;
                Ok(Self { #(#fields),* })
            }
        }
        impl<'de> serde::Deserialize<'de> for #name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::wire::deserialize(deserializer)
            }
        }
    }
}

fn struct_description(model: &Struct) -> TokenStream {
    let (name, text, doc) = (&model.name, model.name.to_string(), &model.doc);
    let kind = format_ident!(
        "{}",
        match model.kind {
            Kind::Response => "Response",
            Kind::Request => "Request",
            Kind::Input => "Input",
            Kind::Options => "Options",
            Kind::Secrets => "Secrets",
            Kind::Opaque => "Opaque",
        }
    );
    let fields = model.fields.iter().map(|field| {
        let (name, wire, doc, ty) = (field.name.to_string(), &field.wire, &field.doc, &field.ty);
        let ty = quote!(#ty).to_string().replace(' ', "");
        let printed = match field.printed {
            Printed::Plain => quote!(Plain),
            Printed::Masked => quote!(Masked),
            Printed::Omitted => quote!(Omitted),
        };
        let printed = quote!(crate::description::Printed::#printed);
        quote!(crate::description::Field { name: #name, wire: #wire, ty: #ty, doc: #doc, printed: #printed })
    });
    quote! {
        impl crate::description::Described for #name {
            const MODEL: crate::description::Model = crate::description::Model {
                name: #text,
                doc: #doc,
                shape: crate::description::Shape::Struct { kind: crate::description::Kind::#kind, fields: &[#(#fields),*] },
            };
        }
    }
}
