//! Stores of attempts, so that a crashed process loses none.

#[cfg(feature = "sqlite")]
mod clock;
#[cfg(feature = "sqlite")]
mod connections;
mod deliveries;
mod memory;
mod recorder;
mod row;
#[cfg(feature = "sqlite")]
mod sqlite;
mod workers;

use std::{error::Error, fmt, sync::Arc};

pub(crate) use deliveries::{Held, Taken};
#[cfg(feature = "__uniffi")]
pub(crate) use recorder::call_side_by_side;
pub(crate) use recorder::{Recorder, StoreConfig};
pub(crate) use row::Kept;
#[cfg(feature = "sqlite")]
pub use sqlite::SqliteAttempts;

use crate::model::{AttemptClaim, AttemptRow, ErrorKind};

/// Defines the trait, and describes it for languages that cannot use a Rust trait.
macro_rules! attempt_store {
    (
        $(#[doc = $doc:literal])*
        pub trait AttemptStore { $(
            $(#[doc = $method_doc:literal])*
            fn $method:ident(&self, $argument:ident: $Argument:ty) -> Result<$Response:ty, StoreError>;
        )* }
    ) => {
        $(#[doc = $doc])*
        #[cfg_attr(feature = "__uniffi", uniffi::export(with_foreign))]
        pub trait AttemptStore: Send + Sync {
            $(
                $(#[doc = $method_doc])*
                fn $method(&self, $argument: $Argument) -> Result<$Response, StoreError>;
            )*
        }

        /// Describes `AttemptStore`.
        pub(crate) const DESCRIPTION: crate::describe::Interface = crate::describe::Interface {
            name: "AttemptStore",
            doc: concat!($($doc, "\n"),*),
            methods: &[$(crate::description::Method {
                name: stringify!($method),
                doc: concat!($($method_doc, "\n"),*),
                argument: stringify!($argument),
                takes: stringify!($Argument),
                gives: stringify!($Response),
            }),*],
        };
    };
}

attempt_store! {
    /// Stores attempts in the merchant's own storage, for example its database.
    ///
    /// Holds one row for each attempt, and one for each payment of which `webhooks.receive` delivered a change; the
    /// store need not understand their content. The client calls the
    /// methods one after another on its own thread, where they may block. They fail by the language's usual
    /// means, and the failure's text appears in the error of the call. A forked process calls them too: do
    /// not use a connection of the parent there.
    ///
    /// All times are counted from now, in milliseconds, by one clock of the store (a database's `now()`), and
    /// never by those of the machines that use it.
    pub trait AttemptStore {
        /// Inserts a row, or replaces the row with the same `id`. Returns only after the row is durable,
        /// even if the machine loses power: the request of a write or money call is sent after that, and is
        /// not sent if this fails.
        fn put(&self, row: AttemptRow) -> Result<(), StoreError>;

        /// Inserts a row unless there is one with the same `id`, in one atomic step: of two concurrent callers
        /// only one inserts its row. A row that is to be forgotten counts as none. Returns true if it was inserted.
        fn insert(&self, row: AttemptRow) -> Result<bool, StoreError>;

        /// Claims one row and returns its `record`, or nothing if there is none: a row of this `owner` that is
        /// due and not to be forgotten, and not `answered` unless the claim's `answered` is true. Makes it due
        /// `lease_ms` from now in the same atomic step, so that only one of two concurrent callers gets it.
        fn claim(&self, claim: AttemptClaim) -> Result<Option<String>, StoreError>;

        /// Returns the `record` of each row with this `payment`, in any order.
        fn of_payment(&self, payment: String) -> Result<Vec<String>, StoreError>;

        /// Deletes the row with this `id`, if there is one.
        fn remove(&self, id: String) -> Result<(), StoreError>;
    }
}

/// The error of a store.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "__uniffi", derive(uniffi::Error))]
pub enum StoreError {
    /// The store failed.
    Failed {
        /// The reason as text, without secrets.
        reason: String,
    },
}

impl StoreError {
    /// Creates the error with a reason.
    pub fn new(reason: impl fmt::Display) -> Self {
        Self::Failed { reason: reason.to_string() }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Failed { reason } = self;
        f.write_str(reason)
    }
}

impl Error for StoreError {}

/// The store cannot be used.
#[derive(Clone, Debug)]
pub(crate) struct Unusable {
    /// The kind of the call's error: `Config` where the store itself is damaged.
    pub(crate) kind: ErrorKind,
    pub(crate) error: StoreError,
}

impl From<StoreError> for Unusable {
    fn from(error: StoreError) -> Self {
        Self { kind: ErrorKind::NotSent, error }
    }
}

/// A store as an option of a client; made from any [`AttemptStore`].
#[derive(Clone)]
pub struct Store(pub(crate) Arc<dyn AttemptStore>);

impl<S: AttemptStore + 'static> From<S> for Store {
    fn from(store: S) -> Self {
        Self(Arc::new(store))
    }
}

impl From<Arc<dyn AttemptStore>> for Store {
    fn from(store: Arc<dyn AttemptStore>) -> Self {
        Self(store)
    }
}

impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Store")
    }
}
