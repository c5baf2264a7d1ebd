//! Python, through PyO3.

use proc_macro2::TokenStream;
use quote::quote;

use crate::shape::{Enum, Field, Kind, Struct};

pub(crate) fn struct_attributes(model: &Struct) -> TokenStream {
    match model.kind {
        Kind::Request | Kind::Options | Kind::Secrets => quote!(),
        Kind::Input => quote! {
            #[cfg_attr(feature = "__python", pyo3::pyclass(frozen, get_all, eq, from_py_object, module = "bootpay_core"))]
        },
        Kind::Reply | Kind::Opaque => quote! {
            #[cfg_attr(feature = "__python", pyo3::pyclass(frozen, get_all, eq, skip_from_py_object, module = "bootpay_core"))]
        },
    }
}

pub(crate) fn struct_impls(model: &Struct) -> TokenStream {
    match model.kind {
        Kind::Request | Kind::Options | Kind::Secrets => keyword_arguments(model),
        Kind::Input => {
            let (constructor, repr) = (constructor(model), repr(model));
            quote!(#constructor #repr)
        }
        Kind::Reply | Kind::Opaque => repr(model),
    }
}

/// A macro of the struct's own name that hands its fields to another macro: the Python binding
/// turns them into the keyword arguments of a method.
fn keyword_arguments(model: &Struct) -> TokenStream {
    let name = &model.name;
    let argument = |field: &Field| {
        let (name, ty) = (&field.name, &field.ty);
        quote!((#name: #ty))
    };
    let (optional, mut required): (Vec<_>, Vec<_>) = model.fields.iter().partition(|field| field.optional().is_some());
    let positional = (!required.is_empty()).then(|| required.remove(0));
    let positional = positional.into_iter().map(argument);
    let (required, optional) = (required.into_iter().map(argument), optional.into_iter().map(argument));
    let order = model.fields.iter().map(|field| &field.name);
    let doc = argument_docs(model);
    quote! {
        #[cfg(feature = "__python")]
        #[doc(hidden)]
        #[macro_export]
        macro_rules! #name {
            ($emit:ident $($before:tt)*) => {
                $emit! { $($before)* fields #name {
                    doc #doc
                    positional [#(#positional)*]
                    required [#(#required)*]
                    optional [#(#optional)*]
                    order [#(#order)*]
                } }
            };
        }
    }
}

fn argument_docs(model: &Struct) -> String {
    let mut text = String::from("\nArgs:");
    for field in &model.fields {
        let doc = field.doc.replace('\n', "\n        ");
        text.push_str(&format!("\n    {}: {doc}", field.name));
    }
    text
}

fn constructor(model: &Struct) -> TokenStream {
    let name = &model.name;
    let (names, types): (Vec<_>, Vec<_>) = model.fields.iter().map(|field| (&field.name, &field.ty)).unzip();
    let signature = model.fields.iter().map(|field| {
        let name = &field.name;
        if field.optional().is_some() { quote!(#name = None) } else { quote!(#name) }
    });
    quote! {
        #[cfg(feature = "__python")]
        #[pyo3::pymethods]
        impl #name {
            #[new]
            #[pyo3(signature = (*, #(#signature),*))]
            #[allow(clippy::too_many_arguments)]
            fn __new__(#(#names: #types),*) -> Self { Self { #(#names),* } }
        }
    }
}

fn repr(model: &Struct) -> TokenStream {
    let (name, text) = (&model.name, model.name.to_string());
    let parts = model.fields.iter().filter(|field| field.name != "raw").map(|field| {
        let (name, text) = (&field.name, field.name.to_string());
        if field.optional().is_some() {
            quote!(if let Some(value) = &self.#name { parts.push(format!("{}={value:?}", #text)); })
        } else {
            quote!(parts.push(format!("{}={:?}", #text, self.#name));)
        }
    });
    quote! {
        #[cfg(feature = "__python")]
        #[pyo3::pymethods]
        impl #name {
            fn __repr__(&self) -> String {
                let mut parts = Vec::new();
                #(#parts)*
                format!("{}({})", #text, parts.join(", "))
            }
        }
    }
}

pub(crate) fn enum_impls(model: &Enum) -> TokenStream {
    let name = &model.name;
    quote! {
        #[cfg(feature = "__python")]
        crate::ffi::python::word!(#name);
    }
}
