//! `#[model]`: a data type is written once, and every language has it.
//!
//! Part of `bootpay-core`, whose versions it follows exactly; not for use elsewhere.

mod node;
mod python;
mod rust;
mod shape;
mod uniffi;

use proc_macro::TokenStream;
use quote::quote;
use syn::{DeriveInput, parse_macro_input};

use shape::Shape;

/// Makes a struct or an enum a data type of Bootpay's API in Rust, Kotlin, Swift, Python and Node.
///
/// | written | is |
/// |---|---|
/// | `#[model]` on a struct | part of a response |
/// | `#[model(request)]` | the request of one endpoint |
/// | `#[model(input)]` | a part of a request that is an object of its own |
/// | `#[model(options)]` | settings, all of them optional |
/// | `#[model(secrets)]` | settings that are never printed or serialised |
/// | `#[model(opaque)]` | a response that only core can make; its fields become getters |
/// | `#[model]` on an enum | a closed set of values |
/// | `#[model(open)]` | a set of values that Bootpay may add to; gains the variant `Unknown` |
/// | `#[model(numbered)]` | the same, sent as numbers |
///
/// Every struct but an input is `#[non_exhaustive]`, so that a field can be added in a minor version. Rust code
/// outside core builds a request with `new`, and a response, for a test, from JSON.
///
/// On fields of what is sent: `#[wire("cancel_price")]` is the API's name where ours differs;
/// `#[check(id)]` names the rule (a function of `bootpay_core::check`) that the value must keep
/// before it is sent, `#[check(within(price))]` one that compares it with another field;
/// `#[from_zero]` lets an amount be nothing; `#[korean]` sends an enum value as its Korean name.
/// On variants: `#[name("card", "카드")]` gives the API's value and its Korean names, `#[code(1)]`
/// its number; its name in English is the beginning of its doc comment, up to a mark.
///
/// On a response, `#[also("type")]` is another name that its `arrange` (`bootpay_core::wire`) wants to look
/// at; on a field of it, `#[default]` stands for what is absent, and `#[read(deadline)]` names the function of
/// `bootpay_core::wire` that reads a form which the field's type alone does not tell.
///
/// A `Secret` of a response can be read, and is not printed or serialised. `#[personal]` on a field marks
/// personal data: it can be read and is serialised, and wherever the model is printed, `•••` stands for it.
/// `raw` is not printed at all.
#[proc_macro_attribute]
pub fn model(args: TokenStream, item: TokenStream) -> TokenStream {
    let input = parse_macro_input!(item as DeriveInput);
    match Shape::parse(args.into(), input) {
        Ok(Shape::Struct(model)) => {
            let attributes = [uniffi::struct_attributes(&model), python::struct_attributes(&model)];
            let definition = rust::structure(&model, &attributes);
            let extras = [
                rust::struct_impls(&model),
                uniffi::struct_impls(&model),
                python::struct_impls(&model),
                node::struct_impls(&model),
            ];
            quote!(#definition #(#extras)*).into()
        }
        Ok(Shape::Enum(model)) => {
            let attributes = [uniffi::enum_attributes(&model)];
            let definition = rust::enumeration(&model, &attributes);
            let extras = [
                rust::enum_impls(&model),
                uniffi::enum_impls(&model),
                python::enum_impls(&model),
                node::enum_impls(&model),
            ];
            quote!(#definition #(#extras)*).into()
        }
        Err(error) => error.into_compile_error().into(),
    }
}
