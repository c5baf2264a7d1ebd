//! Python, through PyO3.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::shape::{Enum, Field, Kind, Printed, Struct};

pub(crate) fn struct_attributes(model: &Struct) -> TokenStream {
    let options = match model.kind {
        Kind::Request | Kind::Options | Kind::Secrets => return quote!(),
        // Its getters are written out, without those of secrets.
        Kind::Input => quote!(from_py_object),
        Kind::Response | Kind::Opaque => quote!(get_all),
    };
    quote! {
        #[cfg_attr(feature = "__python", pyo3::pyclass(frozen, eq, #options, module = "bootpay_core"))]
        // The unsafe functions are PyO3's own.
        #[cfg_attr(feature = "__python", allow(clippy::unsafe_derive_deserialize))]
    }
}

pub(crate) fn struct_impls(model: &Struct) -> TokenStream {
    let methods = match model.kind {
        Kind::Request | Kind::Options | Kind::Secrets => return fields_macro(model),
        Kind::Input => [constructor(model), getters(model), repr(model)],
        Kind::Response => [repr(model), pickle(model), dictionary(model)],
        Kind::Opaque => [repr(model), quote!(), dictionary(model)],
    };
    let (name, class) = (&model.name, class_macro(model));
    let hint = (model.kind == Kind::Input).then(|| {
        let text = name.to_string();
        quote!(crate::ffi::python::hinted!(#name: #text);)
    });
    let plain = matches!(model.kind, Kind::Response | Kind::Opaque).then(|| {
        quote! {
            impl crate::ffi::python::Plain for #name {
                fn plain<'py>(&self, py: pyo3::Python<'py>) -> pyo3::PyResult<Option<pyo3::Bound<'py, pyo3::PyAny>>> {
                    Ok(Some(self.to_dict(py)?.0.into_any()))
                }
            }
        }
    });
    quote! {
        #[cfg(feature = "__python")]
        const _: () = {
            #[pyo3::pymethods]
            impl #name { #(#methods)* }
            #hint
            #plain
        };
        #class
    }
}

/// A macro of the struct's own name that hands its fields to another macro: the Python binding
/// turns them into the keyword arguments of a method.
fn fields_macro(model: &Struct) -> TokenStream {
    let name = &model.name;
    let argument = |field: &Field| {
        let (name, ty) = (&field.name, field.optional().unwrap_or(&field.ty));
        quote!((#name: #ty))
    };
    let (optional, mut required): (Vec<_>, Vec<_>) = model.fields.iter().partition(|field| field.optional().is_some());
    let positional = (!required.is_empty()).then(|| required.remove(0));
    let docs = positional.iter().chain(&required).chain(&optional).flat_map(|field| argument_doc(field));
    let docs: Vec<_> = docs.collect();
    let positional = positional.into_iter().map(argument);
    let (required, optional) = (required.into_iter().map(argument), optional.into_iter().map(argument));
    let order: Vec<_> = model.fields.iter().map(|field| &field.name).collect();
    let names = model.fields.iter().map(|field| field.name.to_string());
    quote! {
        #[cfg(feature = "__python")]
        impl crate::ffi::python::FromArguments for #name {
            fn from_arguments(given: &mut crate::ffi::python::Arguments<'_, '_>) -> Result<Self, crate::BootpayError> {
                Ok(Self { #(#order: given.field(#names)?),* })
            }
        }
        #[cfg(feature = "__python")]
        #[doc(hidden)]
        #[macro_export]
        macro_rules! #name {
            (@fields $emit:ident $($before:tt)*) => {
                $emit! { $($before)* #name {
                    docs [#(#docs)*]
                    positional [#(#positional)*]
                    required [#(#required)*]
                    optional [#(#optional)*]
                    order [#(#order)*]
                } }
            };
            // No class of its own in Python.
            (@class $emit:ident [$($classes:ident)*] $($before:tt)*) => { $emit! { [$($classes)*] $($before)* } };
        }
    }
}

/// Lines of a doc comment, below `Args:`.
fn argument_doc(field: &Field) -> Vec<String> {
    let text = format!("     {}: {}", field.name, field.doc.replace('\n', "\n         "));
    text.lines().map(str::to_owned).collect()
}

/// A macro of the struct's own name that adds it to the list of Python's classes.
fn class_macro(model: &Struct) -> TokenStream {
    let name = &model.name;
    quote! {
        #[cfg(feature = "__python")]
        #[doc(hidden)]
        #[macro_export]
        macro_rules! #name {
            (@class $emit:ident [$($classes:ident)*] $($before:tt)*) => { $emit! { [$($classes)* #name] $($before)* } };
        }
    }
}

fn constructor(model: &Struct) -> TokenStream {
    let (mut signature, mut parameters, mut values) = (vec![], vec![], vec![]);
    for field in &model.fields {
        let name = &field.name;
        if let Some(ty) = field.optional() {
            signature.push(quote!(#name = None));
            parameters.push(quote!(#name: Option<crate::ffi::python::Part<#ty>>));
            values.push(quote!(#name: #name.map(|given| given.take(stringify!(#name))).transpose()?));
        } else {
            let ty = &field.ty;
            signature.push(quote!(#name));
            parameters.push(quote!(#name: crate::ffi::python::Part<#ty>));
            values.push(quote!(#name: #name.take(stringify!(#name))?));
        }
    }
    quote! {
        #[new]
        #[pyo3(signature = (*, #(#signature),*))]
        #[allow(clippy::too_many_arguments)]
        fn __new__(#(#parameters),*) -> pyo3::PyResult<Self> { Ok(Self { #(#values),* }) }
    }
}

fn getters(model: &Struct) -> TokenStream {
    let getters = model.fields.iter().filter(|field| !field.is_secret()).map(|field| {
        let (name, ty, doc, getter) = (&field.name, &field.ty, &field.doc, format_ident!("__get_{}", field.name));
        quote! {
            #[doc = #doc]
            #[getter(#name)]
            fn #getter(&self) -> #ty { self.#name.clone() }
        }
    });
    quote!(#(#getters)*)
}

/// Prints the object as Python would write it, without absent fields and the raw response.
fn repr(model: &Struct) -> TokenStream {
    let fields = model.fields.iter().filter_map(|field| {
        let (name, text) = (&field.name, field.name.to_string());
        let shown = match field.printed {
            Printed::Plain => quote!(Getter),
            // A secret of an input has no getter.
            Printed::Masked if field.optional().is_some() => quote!(Masked(this.get().#name.is_some())),
            Printed::Masked => quote!(Masked(true)),
            Printed::Omitted => return None,
        };
        Some(quote!((#text, crate::ffi::python::Shown::#shown)))
    });
    quote! {
        fn __repr__(this: &pyo3::Bound<'_, Self>) -> pyo3::PyResult<String> {
            crate::ffi::python::repr(this.as_any(), &[#(#fields),*])
        }
    }
}

/// A response as a dictionary that `json.dumps` takes, and what web frameworks need to return it.
fn dictionary(model: &Struct) -> TokenStream {
    let shown: Vec<_> =
        model.fields.iter().filter(|field| field.printed != Printed::Omitted && !field.is_secret()).collect();
    let names = shown.iter().map(|field| &field.wire);
    let fields = shown.iter().map(|field| &field.name);
    let items = if shown.is_empty() {
        quote!(crate::ffi::python::whole(py, &self.raw))
    } else {
        quote! {
            let dictionary = pyo3::types::PyDict::new(py);
            #(crate::ffi::python::put(&dictionary, #names, &self.#fields)?;)*
            Ok(crate::ffi::python::Dictionary(dictionary))
        }
    };
    quote! {
        /// Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        /// lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        fn to_dict<'py>(&self, py: pyo3::Python<'py>) -> pyo3::PyResult<crate::ffi::python::Dictionary<'py>> {
            #items
        }
        fn __iter__<'py>(&self, py: pyo3::Python<'py>) -> pyo3::PyResult<crate::ffi::python::Items<'py>> {
            self.to_dict(py)?.items()
        }
        #[classmethod]
        fn __get_pydantic_core_schema__<'py>(
            cls: &pyo3::Bound<'py, pyo3::types::PyType>,
            source: &pyo3::Bound<'py, pyo3::PyAny>,
            handler: &pyo3::Bound<'py, pyo3::PyAny>,
        ) -> pyo3::PyResult<pyo3::Bound<'py, pyo3::PyAny>> {
            let _ = (source, handler);
            crate::ffi::python::pydantic(cls)
        }
    }
}

/// Pickles a response, and an error that holds one, for another process.
fn pickle(model: &Struct) -> TokenStream {
    let name = &model.name;
    if model.fields.iter().any(Field::is_secret) {
        return quote! {
            fn __reduce__(&self) -> pyo3::PyResult<(pyo3::Py<pyo3::PyAny>, (String,))> {
                Err(crate::ffi::python::not_pickled(stringify!(#name)))
            }
        };
    }
    quote! {
        fn __reduce__(&self, py: pyo3::Python<'_>) -> pyo3::PyResult<(pyo3::Py<pyo3::PyAny>, (String,))> {
            crate::ffi::python::reduce::<#name>(py, self)
        }
        #[staticmethod]
        fn _from_json(json: &str) -> pyo3::PyResult<Self> {
            crate::ffi::python::restore(json)
        }
    }
}

pub(crate) fn enum_impls(model: &Enum) -> TokenStream {
    let (name, text) = (&model.name, model.name.to_string());
    quote! {
        #[cfg(feature = "__python")]
        crate::ffi::python::word!(#name, #text);
        #[cfg(feature = "__python")]
        #[doc(hidden)]
        #[macro_export]
        macro_rules! #name {
            (@class $emit:ident [$($classes:ident)*] $($before:tt)*) => { $emit! { [$($classes)*] $($before)* } };
        }
    }
}
