//! Kotlin and Swift, through UniFFI: the table once with methods to await and once with methods that
//! block, and what carries our types over.

#![allow(clippy::wildcard_imports, reason = "the table names the models")]
#![allow(clippy::result_large_err, reason = "a UniFFI error carries its fields itself")]

use std::{
    collections::HashMap,
    fmt,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::{Duration, SystemTime},
};

use crate::{
    client::{Cancel, PendingCall},
    endpoint::Endpoint,
    model::*,
    store::{AttemptStore, Store, StoreError},
    value::{Json, Secret, Timeout, Timestamp, Won},
};

uniffi::custom_type!(Won, i64, { lower: |won| won.get().unwrap_or_default(), try_lift: |won| Ok(won.into()) });
uniffi::custom_type!(Secret, String, { lower: |secret| secret.expose().to_owned(), try_lift: |text| Ok(text.into()) });
uniffi::custom_type!(Timestamp, SystemTime, { lower: |timestamp| timestamp.into(), try_lift: |time| Ok(time.try_into()?) });
uniffi::custom_type!(Json, String, { lower: |json| json.text().to_owned(), try_lift: |text| Ok(text.parse()?) });
uniffi::custom_type!(Store, Arc<dyn AttemptStore>, { lower: |store| store.0, try_lift: |store| Ok(store.into()) });
uniffi::custom_type!(Timeout, f64, {
    lower: |timeout| timeout.get().map_or(f64::NAN, |duration| duration.as_secs_f64()),
    try_lift: |seconds| Ok(Timeout::from_seconds(seconds)),
});

/// Whatever else a store threw.
impl From<uniffi::UnexpectedUniFFICallbackError> for StoreError {
    fn from(error: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::new(error.reason)
    }
}

macro_rules! errors {
    ($($(#[$doc:meta])* $Kind:ident;)*) => {
        /// Why a call failed: the kind says what to do, `info` what happened.
        #[derive(Debug, uniffi::Error)]
        pub enum BootpayError {
            $($(#[$doc])* $Kind {
                /// What is known about the failure.
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

/// The keys of a merchant, which are never printed. Either pair is enough; both may be given, for
/// the few endpoints that take only a token.
#[derive(uniffi::Object)]
#[uniffi::export(Display)]
pub struct Credentials(crate::Credentials);

#[uniffi::export]
impl Credentials {
    /// Keys of Bootpay's admin pages: `client_key` with `secret_key`, or the REST application's
    /// `application_id` with its `private_key`.
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

/// Gives up calls that block, from another thread.
///
/// A call that only reads ends at once with `NotSent`, and so does one that moves money and has not
/// left; one that has left goes on, its caller gets `OutcomeUnknown`, and its attempt is in
/// `unresolved()`.
#[derive(Default, uniffi::Object)]
pub struct Cancellation(AtomicBool);

#[uniffi::export]
impl Cancellation {
    /// For any number of calls.
    #[uniffi::constructor]
    pub fn new() -> Self {
        Self::default()
    }

    /// Gives up every call that has this cancellation, now and later.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Release);
    }

    /// Whether [`cancel`](Self::cancel) was called.
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }
}

/// The usual words of Bootpay for a PG, from the Korean name that a receipt has.
#[uniffi::export]
pub fn pg_from_name(name: &str) -> Option<Pg> {
    Pg::from_korean(name)
}

/// Tells in words whether and when a call is repeated, by the client and by its caller.
///
/// `endpoint` is a call of the table, in core's spelling: `payments.cancel_full`. This is what a client
/// does unless its options say otherwise; what may be done after one failure is in the error's `repeat`.
///
/// Fails with `Invalid` when there is no such call.
#[uniffi::export]
pub fn explain_retry(endpoint: &str) -> Result<String, BootpayError> {
    Ok(crate::explain_retry(endpoint)?)
}

fn prepare<E: Endpoint>(call: PendingCall<E>, options: Option<CallOptions>) -> PendingCall<E> {
    match options.and_then(|options| options.timeout) {
        Some(timeout) => call.timeout(timeout),
        None => call,
    }
}

fn wait<E: Endpoint>(call: PendingCall<E>, cancellation: Option<&Cancellation>) -> Result<E::Reply, BootpayError> {
    let Some(cancellation) = cancellation else { return Ok(call.wait()?) };
    let cancelled = || cancellation.is_cancelled().then_some(());
    let gave_up = || crate::BootpayError::new(ErrorKind::NotSent, "cancelled by the caller").at(E::NAME);
    if cancelled().is_some() {
        return Err(gave_up().into());
    }
    match call.wait_unless(Duration::from_millis(10), cancelled) {
        Ok((outcome, _)) => Ok(outcome?),
        Err(((), left)) => Err(left.unwrap_or_else(gave_up).into()),
    }
}

/// The calls that are awaited, by the number that the generated methods give each: what awaits them
/// can tell when its task is cancelled, and only that code knows when the caller has the outcome.
static AWAITED: Mutex<Option<HashMap<u64, Cancel>>> = Mutex::new(None);

fn awaited() -> MutexGuard<'static, Option<HashMap<u64, Cancel>>> {
    AWAITED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A number for the next call.
#[uniffi::export]
pub fn number_of_call() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// The task that awaits the call is cancelled. Its outcome may be there already: that the caller
/// gets it is not sure any more, so its attempt is in `unresolved()`.
#[uniffi::export]
pub fn give_up_call(number: u64) {
    let cancel = awaited().as_ref().and_then(|calls| calls.get(&number).cloned());
    if let Some(cancel) = cancel {
        cancel.cancel();
    }
}

/// The caller has the outcome, or knows that it will not get it.
#[uniffi::export]
pub fn end_call(number: u64) {
    let ended = awaited().as_mut().and_then(|calls| calls.remove(&number));
    drop(ended);
}

async fn deliver<E: Endpoint>(mut call: PendingCall<E>, number: u64) -> crate::error::Result<E::Reply> {
    let cancel = call.begin();
    awaited().get_or_insert_default().insert(number, cancel);
    call.await
}

macro_rules! client {
    ($(#[$doc:meta])* $Client:ident) => {
        $(#[$doc])*
        #[derive(uniffi::Object)]
        #[uniffi::export(Debug)]
        pub struct $Client(crate::Bootpay);

        #[uniffi::export]
        impl $Client {
            /// Fails with `Invalid` when a credential is missing or a setting breaks its rule; connects
            /// to nothing.
            #[uniffi::constructor(default(options = None))]
            pub fn new(credentials: Arc<Credentials>, options: Option<ClientOptions>) -> Result<Self, BootpayError> {
                Ok(Self(crate::Bootpay::with_options(credentials.0.clone(), options.unwrap_or_default())?))
            }

            /// What was attempted with this client and has no known end: lost replies, and calls
            /// that moved money when they were given up.
            pub fn unresolved(&self) -> Vec<Attempt> {
                self.0.unresolved()
            }

            /// Takes an attempt off the list of `unresolved`, once its end is known. Tells whether it
            /// was there.
            pub fn acknowledge(&self, attempt_id: &str) -> bool {
                self.0.acknowledge(attempt_id)
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
    /// A client of one merchant, whose calls are awaited. Safe to share among threads and tasks.
    ///
    /// A call that is cancelled with its task ends at once; if it moves money and has left, it goes
    /// on to its end, and its attempt is in `unresolved()`.
    Bootpay
}
client! {
    /// A client of one merchant, whose calls block the thread; for plain Java, say.
    BlockingBootpay
}

macro_rules! export {
    ($( $(#[$rdoc:meta])* $field:ident: $Resource:ident { $(
        $(#[$doc:meta])* $method:ident($Request:ident) -> $Reply:ty { $($route:tt)* }
    )* } )*) => { pastey::paste! {
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
                ) -> Result<$Reply, BootpayError> {
                    Ok(deliver(prepare(self.0.$method(request), options), number).await?)
                }
            )* }

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
                ) -> Result<$Reply, BootpayError> {
                    wait(prepare(self.0.$method(request), options), cancellation.as_deref())
                }
            )* }
        )*
    } };
}
crate::endpoints!(export);
