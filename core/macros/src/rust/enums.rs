//! The enum itself, and what Rust code gets with it.

use proc_macro2::TokenStream;
use quote::quote;

use crate::shape::{Enum, Variant};

pub(crate) fn enumeration(model: &Enum, other_languages: &[TokenStream]) -> TokenStream {
    let (name, attributes) = (&model.name, &model.attributes);
    let variants = model.variants.iter().map(|variant| {
        let (name, attributes) = (&variant.name, &variant.attributes);
        quote!(#(#attributes)* #name)
    });
    let (copy, unknown) = if model.open {
        let unknown = quote! {
            /// A value that this version does not know, as Bootpay sent it.
            Unknown {
                /// The value.
                value: String,
            },
        };
        (quote!(#[non_exhaustive]), unknown)
    } else {
        (quote!(#[derive(Copy)]), quote!())
    };
    quote! {
        #(#attributes)*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #copy
        #(#other_languages)*
        pub enum #name { #(#variants,)* #unknown }
    }
}

pub(crate) fn enum_impls(model: &Enum) -> TokenStream {
    let parts = [words(model), korean_names(model), numbers(model), conversions(model), enum_description(model)];
    quote!(#(#parts)*)
}

/// The enum's values.
fn words(model: &Enum) -> TokenStream {
    let name = &model.name;
    let variants: Vec<_> = model.variants.iter().map(|variant| &variant.name).collect();
    let symbols: Vec<_> = model.variants.iter().map(|variant| &variant.symbol).collect();
    let englishes = model.variants.iter().map(Variant::english);
    let (unknown_symbol, unknown_english, otherwise) = if model.open {
        (
            quote!(Self::Unknown { value } => value,),
            quote!(Self::Unknown { .. } => None,),
            quote!(.or_else(|| Some(Self::Unknown { value: symbol.to_owned() }))),
        )
    } else {
        (quote!(), quote!(), quote!())
    };
    let from_text = model.open.then(|| {
        quote! {
            impl From<&str> for #name {
                fn from(word: &str) -> Self {
                    <Self as crate::symbol::Symbol>::from_symbol(word).unwrap_or_else(|| Self::Unknown { value: word.to_owned() })
                }
            }
        }
    });
    // The API takes Korean names where it takes its words, and so do we.
    let by_korean = model.has_korean_names().then(|| quote!(.or_else(|| Self::from_korean(symbol))));
    quote! {
        impl #name {
            /// All values that this version knows.
            pub const KNOWN: &'static [Self] = &[#(Self::#variants),*];

            /// The API's value.
            pub fn symbol(&self) -> &str {
                match self {
                    #(Self::#variants => #symbols,)*
                    #unknown_symbol
                }
            }

            /// The name in English.
            pub fn english(&self) -> Option<&'static str> {
                match self {
                    #(Self::#variants => Some(#englishes),)*
                    #unknown_english
                }
            }
        }
        impl crate::symbol::Symbol for #name {
            const SYMBOLS: &'static [&'static str] = &[#(#symbols),*];
            fn symbol(&self) -> &str { Self::symbol(self) }
            fn from_symbol(symbol: &str) -> Option<Self> {
                let known = match symbol {
                    #(#symbols => Some(Self::#variants),)*
                    _ => None,
                };
                known #by_korean #otherwise
            }
        }
        crate::symbol::serde_by_symbol!(#name);
        #from_text
    }
}

/// Encodes to the wire and decodes from it: as text, or as a number.
fn conversions(model: &Enum) -> TokenStream {
    let name = &model.name;
    let (by_any_number, by_number) = if model.numbered {
        (
            quote! {
                if let Some(code) = crate::wire::lenient_integer(json) {
                    return Some(Self::from_code(code));
                }
            },
            quote! {
                if let Ok(code) = json.parse() {
                    return Ok(Self::from_code(code));
                }
            },
        )
    } else {
        (quote!(), quote!())
    };
    let (to_wire, check) = if model.numbered {
        let check = quote! {
            match self.code() {
                Some(_) => Ok(()),
                None => {
                    let rule = crate::symbol::one_of(<Self as crate::symbol::Symbol>::SYMBOLS);
                    Err(crate::check::Violation::new(at, rule))
                }
            }
        };
        (quote!(self.code().into()), check)
    } else if model.open {
        // The API takes words that this version does not know, and reads none as one.
        let check = quote! {
            match self {
                Self::Unknown { value } => crate::check::not_blank(value, at),
                _ => Ok(()),
            }
        };
        (quote!(self.symbol().into()), check)
    } else {
        let check = quote!({
            let _ = at;
            Ok(())
        });
        (quote!(self.symbol().into()), check)
    };
    quote! {
        impl crate::check::Check for #name {
            fn check(&self, at: &str) -> Result<(), crate::check::Violation> { #check }
        }
        impl crate::wire::ToWire for #name {
            fn to_wire(&self) -> serde_json::Value { #to_wire }
        }
        impl crate::wire::Field for #name {
            fn lenient(json: &str) -> Option<Self> {
                #by_any_number
                crate::symbol::Symbol::from_symbol(&crate::wire::written(json)?)
            }

            fn exact(json: &str) -> Result<Self, String> {
                #by_number
                crate::wire::symbol(json)
            }
        }
    }
}

fn korean_names(model: &Enum) -> TokenStream {
    if !model.has_korean_names() {
        return quote!();
    }
    let shown = model.variants.iter().map(|variant| {
        let name = &variant.name;
        if let Some(korean) = variant.names.first() {
            quote!(Self::#name => Some(#korean),)
        } else {
            quote!(Self::#name => None,)
        }
    });
    let parsed = model.variants.iter().filter(|variant| !variant.names.is_empty()).map(|variant| {
        let (name, names) = (&variant.name, &variant.names);
        quote!(#(#names)|* => Some(Self::#name),)
    });
    let unknown = model.open.then(|| quote!(Self::Unknown { .. } => None,));
    let name = &model.name;
    quote! {
        impl #name {
            /// The Korean name that Bootpay shows.
            pub fn korean(&self) -> Option<&'static str> {
                match self { #(#shown)* #unknown }
            }

            /// Finds the value by one of the Korean names that are sent on the wire.
            pub fn from_korean(name: &str) -> Option<Self> {
                match name { #(#parsed)* _ => None }
            }

            pub(crate) fn korean_to_wire(&self) -> serde_json::Value {
                self.korean().unwrap_or_else(|| self.symbol()).into()
            }
        }
    }
}

fn numbers(model: &Enum) -> TokenStream {
    if !model.numbered {
        return quote!();
    }
    let name = &model.name;
    let (variants, codes): (Vec<_>, Vec<_>) =
        model.variants.iter().filter_map(|variant| Some((&variant.name, variant.code?))).unzip();
    quote! {
        impl #name {
            /// Finds the value by the API's number; a number that this version does not know becomes
            /// `Unknown`.
            pub fn from_code(code: i64) -> Self {
                match code {
                    #(#codes => Self::#variants,)*
                    _ => Self::Unknown { value: code.to_string() },
                }
            }

            /// The API's number.
            pub fn code(&self) -> Option<i64> {
                match self {
                    #(Self::#variants => Some(#codes),)*
                    Self::Unknown { value } => value.parse().ok(),
                }
            }
        }
    }
}

fn enum_description(model: &Enum) -> TokenStream {
    let (name, text, doc, open) = (&model.name, model.name.to_string(), &model.doc, model.open);
    let variants = model.variants.iter().map(|variant| {
        let (name, symbol, doc, english) = (variant.name.to_string(), &variant.symbol, &variant.doc, variant.english());
        let korean = if let Some(korean) = variant.names.first() { quote!(Some(#korean)) } else { quote!(None) };
        let code = if let Some(code) = variant.code { quote!(Some(#code)) } else { quote!(None) };
        quote!(crate::description::Variant {
            name: #name,
            symbol: #symbol,
            doc: #doc,
            english: #english,
            korean: #korean,
            code: #code,
        })
    });
    quote! {
        impl crate::description::Described for #name {
            const MODEL: crate::description::Model = crate::description::Model {
                name: #text,
                doc: #doc,
                shape: crate::description::Shape::Enum { open: #open, variants: &[#(#variants),*] },
            };
        }
    }
}
