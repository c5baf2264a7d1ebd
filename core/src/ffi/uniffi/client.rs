//! The client: the table with awaited methods and with blocking ones, and the conversions of its types.

#![allow(clippy::wildcard_imports, reason = "the table names the models")]
#![allow(clippy::result_large_err, reason = "a UniFFI error carries its fields itself")]

use std::{
    collections::HashMap,
    ffi::OsString,
    fmt,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::{Duration, SystemTime},
};

use crate::{
    client::{__response, AnyCall, AnyResponse, Cancel},
    events::CallListener,
    model::*,
    store::{AttemptStore, Store, StoreError},
    value::{Body, ClaimText, Headers, NoticeText, Secret, Timeout, Timestamp},
};

uniffi::custom_type!(Timestamp, SystemTime, { lower: |timestamp| timestamp.into(), try_lift: |time| Ok(time.try_into().unwrap_or(Timestamp::OUT_OF_RANGE)) });
uniffi::custom_type!(Store, Arc<dyn AttemptStore>, { lower: |store| store.0, try_lift: |store| Ok(store.into()) });
uniffi::custom_type!(Body, Vec<u8>, { lower: |body| body.into(), try_lift: |bytes| Ok(bytes.into()) });
uniffi::custom_type!(NoticeText, String, { lower: |text| text.text().to_owned(), try_lift: |text| Ok(text.into()) });
uniffi::custom_type!(ClaimText, String, { lower: |text| text.text().to_owned(), try_lift: |text| Ok(text.into()) });
uniffi::custom_type!(Headers, HashMap<String, Vec<String>>, {
    lower: |headers| {
        let mut map = HashMap::<String, Vec<String>>::new();
        for (name, value) in headers.iter() {
            map.entry(name.to_owned()).or_default().push(value.to_owned());
        }
        map
    },
    try_lift: |map| Ok(map.into_iter().flat_map(|(name, values)| {
        values.into_iter().map(move |value| (name.clone(), value))
    }).collect()),
});
uniffi::custom_type!(Timeout, f64, {
    lower: |timeout| timeout.get().map_or(f64::NAN, |duration| duration.as_secs_f64()),
    try_lift: |seconds| Ok(Timeout::from_seconds(seconds)),
});

/// Converts any other exception of a store.
impl From<uniffi::UnexpectedUniFFICallbackError> for StoreError {
    fn from(error: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::new(error.reason)
    }
}

macro_rules! errors {
    ($($(#[$doc:meta])* $Kind:ident;)*) => {
        /// The error of a failed call. The kind says what to do; `info` describes the failure.
        #[derive(Debug, uniffi::Error)]
        pub enum BootpayError {
            $($(#[$doc])* $Kind {
                /// The details of the failure.
                info: ErrorInfo,
            },)*
        }

        impl From<crate::BootpayError> for BootpayError {
            fn from(error: crate::BootpayError) -> Self {
                match error.kind {
                    $(ErrorKind::$Kind => Self::$Kind { info: error.into_info() },)*
                }
            }
        }

        impl fmt::Display for BootpayError {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self { $(Self::$Kind { info })|* => info.fmt(f) }
            }
        }
    };
}
error_kinds!(errors);

/// The keys of a merchant. They are never printed. Either pair is enough; give both for the few endpoints
/// that accept only a token.
///
/// They belong on the merchant's server and never in an app, whose users could read them and charge or refund in the
/// merchant's name. An app takes the package of the payment window, `bootpay-window` or `BootpayWindow`.
#[derive(uniffi::Object)]
#[uniffi::export(Display)]
pub struct Credentials(crate::Credentials);

#[uniffi::export]
impl Credentials {
    /// Creates credentials from the keys on Bootpay's admin pages: `client_key` with `secret_key`, or the
    /// REST application's `application_id` with its `private_key`.
    #[uniffi::constructor(default(client_key = None, secret_key = None, application_id = None, private_key = None))]
    pub fn new(
        client_key: Option<String>,
        secret_key: Option<String>,
        application_id: Option<String>,
        private_key: Option<String>,
    ) -> Self {
        let secret = |text: Option<String>| text.map(Secret::new);
        Self(crate::Credentials {
            client_key: secret(client_key),
            secret_key: secret(secret_key),
            application_id: secret(application_id),
            private_key: secret(private_key),
        })
    }
}

impl fmt::Display for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Credentials")
    }
}

/// Cancels blocking calls from another thread.
///
/// A read-only call ends immediately with `NotSent`, and so does a write or money call that was not sent.
/// One that was sent completes in the background: its caller gets `OutcomeUnknown`, and its attempt is in
/// `unresolved()`.
#[derive(Default, uniffi::Object)]
pub struct Cancellation(AtomicBool);

#[uniffi::export]
impl Cancellation {
    /// Creates a cancellation for any number of calls.
    #[uniffi::constructor]
    pub fn new() -> Self {
        Self::default()
    }

    /// Cancels every call that has this cancellation, now and later.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Release);
    }

    /// Returns true if [`cancel`](Self::cancel) was called.
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }
}

/// Returns the enum value of a PG from the Korean name in a receipt; nothing if the name is unknown.
#[uniffi::export]
pub fn pg_from_name(name: &str) -> Option<Pg> {
    Pg::from_korean(name)
}

#[uniffi::export]
impl Pg {
    /// Returns if this PG can do something, as far as a public source says: `unknown` otherwise, and for a PG that
    /// this version does not know.
    #[uniffi::method(name = "supports")]
    pub fn __supports(&self, capability: Capability) -> Support {
        self.supports(capability)
    }
}

/// Explains if and when a call is retried, by the client and by its caller.
///
/// `endpoint` is a call of the table, in core's spelling, for example `payments.cancel_full`. The text
/// describes the default options; after a failure, the error's `repeat` tells if that call may be made
/// again.
///
/// Fails with `Invalid` if there is no such call.
#[uniffi::export]
pub fn explain_retry(endpoint: &str) -> Result<String, BootpayError> {
    Ok(crate::explain_retry(endpoint)?)
}

/// Describes the `Invalid` error of text that cannot be handed to core, since it is not Unicode. Only Kotlin
/// calls it: a string of Swift is Unicode.
#[uniffi::export]
pub fn not_unicode(endpoint: Option<String>, field: &str) -> ErrorInfo {
    let mut info = crate::BootpayError::__not_unicode(field).into_info();
    info.endpoint = endpoint;
    info
}

fn prepare(call: AnyCall, options: Option<CallOptions>) -> AnyCall {
    match options.and_then(|options| options.timeout) {
        Some(timeout) => call.timeout(timeout),
        None => call,
    }
}

fn wait(
    call: AnyCall,
    options: Option<CallOptions>,
    cancellation: Option<&Cancellation>,
) -> Result<AnyResponse, BootpayError> {
    let name = call.name();
    let call = prepare(call, options);
    let Some(cancellation) = cancellation else { return Ok(call.wait()?) };
    let cancelled = || cancellation.is_cancelled().then_some(());
    let gave_up = || crate::BootpayError::new(ErrorKind::NotSent, "cancelled by the caller").at(name);
    if cancelled().is_some() {
        return Err(gave_up().into());
    }
    match call.wait_unless(Duration::from_millis(10), cancelled) {
        Ok((outcome, _)) => Ok(outcome?),
        Err(((), left)) => Err(left.unwrap_or_else(gave_up).into()),
    }
}

/// The awaited calls, by the number that the generated methods assign: the awaiting code learns of its
/// task's cancellation, and only that code knows if the caller has received the outcome.
static AWAITED: Mutex<Option<HashMap<u64, Cancel>>> = Mutex::new(None);

fn awaited() -> MutexGuard<'static, Option<HashMap<u64, Cancel>>> {
    AWAITED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Returns a number for the next call.
#[uniffi::export]
pub fn number_of_call() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// Cancels a call after the task that awaits it was cancelled. Its outcome may have arrived already, but
/// the caller may not receive it, so its attempt is in `unresolved()`.
///
/// Returns the details of an `OutcomeUnknown` if its request was sent.
#[uniffi::export]
pub fn give_up_call(number: u64) -> Option<ErrorInfo> {
    let cancel = awaited().as_ref().and_then(|calls| calls.get(&number).cloned());
    cancel?.cancel().map(crate::BootpayError::into_info)
}

/// Ends a call after its caller received the outcome, or knows that it will not.
#[uniffi::export]
pub fn end_call(number: u64) {
    let ended = awaited().as_mut().and_then(|calls| calls.remove(&number));
    drop(ended);
}

async fn deliver(call: AnyCall, options: Option<CallOptions>, number: u64) -> Result<AnyResponse, BootpayError> {
    let mut call = prepare(call, options);
    let cancel = call.begin();
    awaited().get_or_insert_default().insert(number, cancel);
    Ok(call.await?)
}

fn listening(client: crate::Bootpay, listener: Option<Arc<dyn CallListener>>) -> crate::Bootpay {
    match listener {
        Some(listener) => client.__listening(listener),
        None => client,
    }
}

macro_rules! client {
    ($(#[$doc:meta])* $Client:ident) => {
        $(#[$doc])*
        #[derive(uniffi::Object)]
        #[uniffi::export(Debug)]
        pub struct $Client(crate::Bootpay);

        #[uniffi::export]
        impl $Client {
            /// Creates a client. Fails with `Invalid` if a credential is missing or an option breaks its
            /// rule; does not connect. `listener` receives one event for each call, for logs and metrics.
            #[uniffi::constructor(default(options = None, listener = None))]
            pub fn new(
                credentials: Arc<Credentials>,
                options: Option<ClientOptions>,
                listener: Option<Arc<dyn CallListener>>,
            ) -> Result<Self, BootpayError> {
                let client = crate::Bootpay::with_options(credentials.0.clone(), options.unwrap_or_default())?;
                Ok(Self(listening(client, listener)))
            }

            /// Creates a client from environment variables: by default those of the process.
            ///
            /// `BOOTPAY_CLIENT_KEY` with `BOOTPAY_SECRET_KEY`, or `BOOTPAY_APPLICATION_ID` with
            /// `BOOTPAY_PRIVATE_KEY`, or all four; and, if wanted, `BOOTPAY_MODE` (`live` or `test`),
            /// `BOOTPAY_BASE_URL`, `BOOTPAY_ATTEMPTS_FILE`, `BOOTPAY_WEB_APPLICATION_ID`,
            /// `BOOTPAY_ANDROID_APPLICATION_ID`, `BOOTPAY_IOS_APPLICATION_ID` and `BOOTPAY_TRUSTED_PROXIES`. A variable that is set but empty
            /// counts as not set. An option goes before its variable.
            ///
            /// Fails with `Invalid`, whose `field` is the variable, if half of a key pair, or all of it, is missing
            /// or a value breaks its rule.
            #[uniffi::constructor(default(options = None, listener = None))]
            pub fn from_env(
                environment: HashMap<String, String>,
                options: Option<ClientOptions>,
                listener: Option<Arc<dyn CallListener>>,
            ) -> Result<Self, BootpayError> {
                let look_up = |name: &str| environment.get(name).map(OsString::from);
                let client = crate::Bootpay::__from_env(options.unwrap_or_default(), look_up)?;
                Ok(Self(listening(client, listener)))
            }
        }

        impl fmt::Debug for $Client {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}
client! {
    /// A client of one merchant with awaited calls. Safe to share among threads and tasks.
    ///
    /// A call that is cancelled with its task ends immediately, as the language cancels: with
    /// `CancellationException` in Kotlin, with `CancellationError` in Swift. A write or money call that was
    /// sent completes in the background, and its attempt is in `unresolved()`; Swift throws `outcomeUnknown`
    /// with this attempt instead, while Kotlin has no exception but the one of coroutines.
    Bootpay
}
client! {
    /// A client of one merchant with calls that block the thread, for example for plain Java.
    BlockingBootpay
}

macro_rules! export {
    ($( $(#[$rdoc:meta])* $field:ident: $Resource:ident { $(
        $(#[$doc:meta])* $method:ident($Request:ident) -> $Response:ty { $($route:tt)* }
    )* } $(+ local { $( $(#[$ldoc:meta])* $local:ident($($text:ident)?) -> $Local:ty )* })?
    $(+ pure { $( $(#[$pdoc:meta])* $pure:ident($Pure:ident) -> $Answer:ty )* })? )*) => { pastey::paste! {
        #[uniffi::export]
        impl Bootpay { $(
            $(#[$rdoc])*
            pub fn $field(&self) -> $Resource { $Resource(self.0.$field()) }
        )* }
        #[uniffi::export]
        impl BlockingBootpay { $(
            $(#[$rdoc])*
            pub fn $field(&self) -> [<Blocking $Resource>] { [<Blocking $Resource>](self.0.$field()) }
        )* }
        $(
            $(#[$rdoc])*
            #[derive(uniffi::Object)]
            pub struct $Resource(crate::$Resource);
            #[uniffi::export]
            impl $Resource { $(
                $(#[$doc])*
                #[uniffi::method(default(options = None))]
                pub async fn $method(
                    &self,
                    request: $Request,
                    options: Option<CallOptions>,
                    number: u64,
                ) -> Result<$Response, BootpayError> {
                    deliver(self.0.$method(request).__erased(), options, number).await.map(__response)
                }
            )* $($(
                $(#[$ldoc])*
                pub fn $local(&self $(, $text: &str)?) -> $Local { self.0.$local($($text)?) }
            )*)? $($(
                $(#[$pdoc])*
                pub fn $pure(&self, request: $Pure) -> Result<$Answer, BootpayError> {
                    Ok(self.0.$pure(request)?)
                }
            )*)? }

            $(#[$rdoc])*
            #[derive(uniffi::Object)]
            pub struct [<Blocking $Resource>](crate::$Resource);
            #[uniffi::export]
            impl [<Blocking $Resource>] { $(
                $(#[$doc])*
                #[uniffi::method(default(options = None, cancellation = None))]
                pub fn $method(
                    &self,
                    request: $Request,
                    options: Option<CallOptions>,
                    cancellation: Option<Arc<Cancellation>>,
                ) -> Result<$Response, BootpayError> {
                    wait(self.0.$method(request).__erased(), options, cancellation.as_deref()).map(__response)
                }
            )* $($(
                $(#[$ldoc])*
                pub fn $local(&self $(, $text: &str)?) -> $Local { self.0.$local($($text)?) }
            )*)? $($(
                $(#[$pdoc])*
                pub fn $pure(&self, request: $Pure) -> Result<$Answer, BootpayError> {
                    Ok(self.0.$pure(request)?)
                }
            )*)? }
        )*
    } };
}
crate::endpoints!(export);
