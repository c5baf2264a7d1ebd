//! The Python module: core's table for `Bootpay` and for `AsyncBootpay`.
#![cfg(feature = "module")]
// Each model that the module names takes two steps of it.
#![recursion_limit = "2048"]

mod asyncio;
mod client;
mod errors;
mod logs;
mod process;

use bootpay_core::ffi::python::{Arguments, FromArguments, Given, IntoArgument};
// Types of the requests' and options' fields.
#[allow(unused_imports, clippy::wildcard_imports)]
use bootpay_core::{
    Body, ClaimText, Headers, Json, NoticeText, Secret, Store, Timeout, Timestamp, Won, model::*, window,
};
use pyo3::{
    prelude::*,
    types::{PyNone, PyType},
};

use asyncio::Coroutine;
use client::{Client, Delivered};

macro_rules! export {
    ($( $(#[$resource_doc:meta])* $field:ident: $Resource:ident { $(
        $(#[$doc:meta])* $method:ident($Request:ident) -> $Response:ty { $($route:tt)* }
    )* } $(+ local { $( $(#[$ldoc:meta])* $local:ident($($text:ident)?) -> $Local:ty )* })?
    $(+ pure { $( $(#[$pdoc:meta])* $pure:ident($Pure:ident) -> $Answer:ty )* })? )*) => { pastey::paste! {
        bootpay_core::Credentials!(@fields client [
            /// A client of one merchant with blocking calls.
            ///
            /// Safe to share among threads and forked processes. Closes itself as a context manager:
            /// `with Bootpay(client_key=…, secret_key=…) as bootpay:`
            Bootpay $($(#[$resource_doc])* $field: $Resource)*
        ]);
        bootpay_core::Credentials!(@fields client [
            /// A client of one merchant with calls awaited under asyncio.
            ///
            /// Safe to share among threads, event loops and forked processes. Closes itself as a context
            /// manager: `async with AsyncBootpay(client_key=…, secret_key=…) as bootpay:`
            ///
            /// Cancelling the task aborts a read-only call. A write or money call that was sent completes
            /// in the background: its attempt is in `unresolved()`, and in the `OutcomeUnknownError` that
            /// is the `__cause__` of the `CancelledError`.
            AsyncBootpay $($(#[$resource_doc])* $field: [<Async $Resource>])*
        ]);
        $(
            $(#[$resource_doc])*
            #[pyclass(frozen, module = "bootpay_core")]
            struct $Resource(Client);

            $(#[$resource_doc])*
            #[pyclass(frozen, module = "bootpay_core")]
            struct [<Async $Resource>](Client);
            $(
                bootpay_core::$Request!(@fields method [
                    $(#[$doc])* $Resource.wait $method -> Delivered<$Response>
                ]);
                bootpay_core::$Request!(@fields method [
                    $(#[$doc])* [<Async $Resource>].coroutine $method -> Coroutine<$Response>
                ]);
            )*
            $(
                local!($Resource $field { $( $(#[$ldoc])* $local($($text)?) -> $Local )* });
                local!([<Async $Resource>] $field { $( $(#[$ldoc])* $local($($text)?) -> $Local )* });
            )?
            $($(
                bootpay_core::$Pure!(@fields pure [$(#[$pdoc])* $Resource $field.$pure -> $Answer]);
                bootpay_core::$Pure!(@fields pure [$(#[$pdoc])* [<Async $Resource>] $field.$pure -> $Answer]);
            )*)?
        )*
        bootpay_core::with_models!(module [Bootpay AsyncBootpay $($Resource [<Async $Resource>])*]);
    } };
}

/// A client class, from the fields of credentials and options.
macro_rules! client {
    ([$($class:tt)*] Credentials $credentials:tt) => {
        bootpay_core::ClientOptions!(@fields client [$($class)*] $credentials);
    };
    (
        [$(#[$doc:meta])* $Class:ident $($(#[$resource_doc:meta])* $field:ident: $Resource:ident)*]
        { docs [$($key_doc:literal)*] positional [] required [] optional [$(($key:ident: $Key:ty))*] order [$($key_order:ident)*] }
        ClientOptions { docs [$($option_doc:literal)*] positional [] required [] optional [$(($option:ident: $Option:ty))*] order [$($option_order:ident)*] }
    ) => {
        $(#[$doc])*
        ///
        /// Args:
        $(#[doc = $key_doc])*
        $(#[doc = $option_doc])*
        #[pyclass(frozen, module = "bootpay_core")]
        struct $Class(Client);

        #[pymethods]
        impl $Class {
            #[new]
            #[pyo3(signature = (*, $($key = None,)* $($option = None,)*))]
            #[allow(clippy::too_many_arguments)]
            fn new<'py>(
                py: Python<'py>,
                $($key: Option<Given<'py, $Key>>,)*
                $($option: Option<Given<'py, $Option>>,)*
            ) -> PyResult<Self> {
                let credentials = [$($key_order.into_argument()),*];
                let options = [$($option_order.into_argument()),*];
                Client::new(py, || {
                    let credentials = Credentials::from_arguments(&mut Arguments::of(&credentials))?;
                    let options = ClientOptions::from_arguments(&mut Arguments::of(&options))?;
                    bootpay_core::Bootpay::with_options(credentials, options)
                }).map(Self)
            }

            /// Creates a client from environment variables, as `os.environ` has them.
            ///
            /// `BOOTPAY_CLIENT_KEY` with `BOOTPAY_SECRET_KEY`, or `BOOTPAY_APPLICATION_ID` with
            /// `BOOTPAY_PRIVATE_KEY`, or all four; and, if wanted, `BOOTPAY_MODE` (`live` or `test`),
            /// `BOOTPAY_BASE_URL`, `BOOTPAY_ATTEMPTS_FILE`, `BOOTPAY_WEB_APPLICATION_ID`,
            /// `BOOTPAY_ANDROID_APPLICATION_ID`, `BOOTPAY_IOS_APPLICATION_ID` and `BOOTPAY_TRUSTED_PROXIES`. A variable that is set but empty
            /// counts as not set. An argument goes before its variable.
            ///
            /// Raises `InvalidError`, whose `field` is the variable, if half of a key pair, or all of it, is missing
            /// or a value breaks its rule.
            ///
            /// Args:
            $(#[doc = $option_doc])*
            #[classmethod]
            #[pyo3(signature = (*, $($option = None,)*))]
            #[allow(clippy::too_many_arguments)]
            fn from_env<'py>(
                cls: &Bound<'py, PyType>,
                $($option: Option<Given<'py, $Option>>,)*
            ) -> PyResult<Self> {
                let py = cls.py();
                let options = [$($option_order.into_argument()),*];
                let environment = process::environment(py)?;
                Client::new(py, || {
                    let options = ClientOptions::from_arguments(&mut Arguments::of(&options))?;
                    bootpay_core::Bootpay::__from_env(options, |name| environment.get(name).cloned())
                }).map(Self)
            }

            $(
                $(#[$resource_doc])*
                #[getter]
                fn $field(&self) -> $Resource { $Resource(self.0.clone()) }
            )*

            fn __repr__(&self) -> String {
                self.0.repr(stringify!($Class))
            }
        }
    };
}

#[pymethods]
impl Bootpay {
    /// Closes the connections after pending calls have ended. Later calls are refused;
    /// `attempts.unresolved()` and `attempts.acknowledge()` go on working.
    fn close(&self) {
        self.0.get().__close();
    }

    fn __enter__(this: Bound<'_, Self>) -> Bound<'_, Self> {
        this
    }

    fn __exit__(&self, exc_type: &Bound<'_, PyAny>, exc_value: &Bound<'_, PyAny>, traceback: &Bound<'_, PyAny>) {
        let _ = (exc_type, exc_value, traceback);
        self.close();
    }
}

#[pymethods]
impl AsyncBootpay {
    /// Closes the connections after pending calls have ended. Later calls are refused;
    /// `attempts.unresolved()` and `attempts.acknowledge()` go on working.
    fn close(&self) {
        self.0.get().__close();
    }

    fn __aenter__<'py>(this: &Bound<'py, Self>) -> PyResult<Coroutine<Bound<'py, Self>>> {
        Coroutine::ready(this.py(), this.clone())
    }

    fn __aexit__<'py>(
        &self,
        exc_type: &Bound<'py, PyAny>,
        exc_value: &Bound<'py, PyAny>,
        traceback: &Bound<'py, PyAny>,
    ) -> PyResult<Coroutine<Bound<'py, PyNone>>> {
        let _ = (exc_value, traceback);
        self.close();
        let py = exc_type.py();
        Coroutine::ready(py, PyNone::get(py).to_owned())
    }
}

/// Explains if and when a call is retried, by the client and by its caller.
///
/// The text describes the default options; after a failure, the error's `repeat` tells if that call may
/// be made again. Raises `InvalidError` if there is no such call.
///
/// Args:
///     endpoint: A call, for example `payments.cancel_full`.
#[pyfunction]
#[allow(clippy::needless_pass_by_value)] // as PyO3 passes it
fn explain_retry(py: Python<'_>, endpoint: Given<'_, String>) -> PyResult<String> {
    let explained = endpoint.take("endpoint").and_then(|endpoint| bootpay_core::explain_retry(&endpoint));
    explained.map_err(|error| errors::exception(py, error))
}

/// A method of a resource, from the fields of its request and the options of a call.
macro_rules! method {
    ([$($method:tt)*] $Request:ident { $($request:tt)* }) => {
        bootpay_core::CallOptions!(@fields method [$($method)*] $Request { $($request)* });
    };
    (
        [$(#[$doc:meta])* $Resource:ident.$how:ident $method:ident -> $Output:ty]
        $Request:ident {
            docs [$($field_doc:literal)*]
            positional [$(($first:ident: $First:ty))*]
            required [$(($required:ident: $Required:ty))*]
            optional [$(($optional:ident: $Optional:ty))*]
            order [$($order:ident)*]
        }
        CallOptions { docs [$($option_doc:literal)*] positional [] required [] optional [$(($option:ident: $Option:ty))*] order [$($option_order:ident)*] }
    ) => {
        #[pymethods]
        impl $Resource {
            $(#[$doc])*
            ///
            /// Args:
            $(#[doc = $field_doc])*
            $(#[doc = $option_doc])*
            #[pyo3(signature = ($($first,)* *, $($required,)* $($optional = None,)* $($option = None,)*))]
            #[allow(clippy::too_many_arguments)]
            fn $method<'py>(
                &self,
                py: Python<'py>,
                $($first: Given<'py, $First>,)*
                $($required: Given<'py, $Required>,)*
                $($optional: Option<Given<'py, $Optional>>,)*
                $($option: Option<Given<'py, $Option>>,)*
            ) -> PyResult<$Output> {
                let request = [$($order.into_argument()),*];
                self.0.$how(py, client::Row::of::<$Request>(), &request, &[$($option_order.into_argument()),*])
            }
        }
    };
}

/// The methods of a resource that send nothing.
macro_rules! local {
    ($Resource:ident $field:ident { $( $(#[$doc:meta])* $local:ident($($text:ident)?) -> $Local:ty )* }) => {
        #[pymethods]
        impl $Resource { $(
            $(#[$doc])*
            fn $local(&self, py: Python<'_> $(, $text: Given<'_, String>)?) -> PyResult<$Local> {
                let _ = py;
                $(let $text = $text.take(stringify!($text)).map_err(|error| {
                    errors::exception_at(py, concat!(stringify!($field), ".", stringify!($local)), error)
                })?;)?
                Ok(self.0.get().$field().$local($(&$text)?))
            }
        )* }
    };
}

/// A method that sends nothing, from the fields of its request.
macro_rules! pure {
    (
        [$(#[$doc:meta])* $Resource:ident $field:ident.$method:ident -> $Answer:ty]
        $Request:ident {
            docs [$($field_doc:literal)*]
            positional [$(($first:ident: $First:ty))*]
            required [$(($required:ident: $Required:ty))*]
            optional [$(($optional:ident: $Optional:ty))*]
            order [$($order:ident)*]
        }
    ) => {
        #[pymethods]
        impl $Resource {
            $(#[$doc])*
            ///
            /// Args:
            $(#[doc = $field_doc])*
            #[pyo3(signature = ($($first,)* $($required,)* $($optional = None,)*))]
            #[allow(clippy::too_many_arguments)]
            fn $method<'py>(
                &self,
                py: Python<'py>,
                $($first: Given<'py, $First>,)*
                $($required: Given<'py, $Required>,)*
                $($optional: Option<Given<'py, $Optional>>,)*
            ) -> PyResult<$Answer> {
                let given = [$($order.into_argument()),*];
                let request = $Request::from_arguments(&mut Arguments::of(&given)).map_err(|error| {
                    errors::exception_at(py, concat!(stringify!($field), ".", stringify!($method)), error)
                })?;
                self.0.get().$field().$method(request).map_err(|error| errors::exception(py, error))
            }
        }
    };
}

/// The module, from all names of models: picks those that are classes in Python.
macro_rules! module {
    ([$($class:ident)*] $Model:ident $($rest:ident)*) => {
        bootpay_core::$Model!(@class module [$($class)*] $($rest)*);
    };
    ([$($class:ident)*]) => {
        bootpay_core::window_functions!(native [$($class)*]);
    };
}

macro_rules! native {
    ([$($class:ident)*] $( $(#[$doc:meta])* $function:ident($Request:ident) -> $Answer:ty )*) => {
        $( bootpay_core::$Request!(@fields function [$(#[$doc])* $function -> $Answer]); )*

        /// The native half of `bootpay_core`.
        #[pymodule]
        mod _bootpay_core {
            #[pymodule_export]
            use super::{
                $($class,)* $($function,)* explain_retry, process::{_refuse_subinterpreters, _wait_for_money},
            };
        }
    };
}

/// A function of the payment window, from the fields of its request.
macro_rules! function {
    (
        [$(#[$doc:meta])* $function:ident -> $Answer:ty]
        $Request:ident {
            docs [$($field_doc:literal)*]
            positional [$(($first:ident: $First:ty))*]
            required [$(($required:ident: $Required:ty))*]
            optional [$(($optional:ident: $Optional:ty))*]
            order [$($order:ident)*]
        }
    ) => {
        $(#[$doc])*
        ///
        /// Args:
        $(#[doc = $field_doc])*
        #[pyfunction]
        #[pyo3(signature = ($($first,)* *, $($required,)* $($optional = None,)*))]
        #[allow(clippy::too_many_arguments)]
        fn $function<'py>(
            py: Python<'py>,
            $($first: Given<'py, $First>,)*
            $($required: Given<'py, $Required>,)*
            $($optional: Option<Given<'py, $Optional>>,)*
        ) -> PyResult<$Answer> {
            let given = [$($order.into_argument()),*];
            let request = $Request::from_arguments(&mut Arguments::of(&given));
            let answer = request.and_then(|request| Ok(window::$function(&request)?));
            answer.map_err(|error| errors::exception_at(py, concat!("window.", stringify!($function)), error))
        }
    };
}

bootpay_core::endpoints!(export);
