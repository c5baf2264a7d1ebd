//! Where attempts are kept, so that a process that dies loses none.

#[cfg(feature = "sqlite")]
mod connections;
mod keeper;
mod row;
#[cfg(feature = "sqlite")]
mod sqlite;

use std::{error::Error, fmt, sync::Arc};

pub(crate) use keeper::{Keeper, Place};
#[cfg(feature = "sqlite")]
pub use sqlite::SqliteAttempts;

use crate::model::{AttemptClaim, AttemptRow};

/// Defines the trait, and describes it for the languages that have no use for a Rust trait.
macro_rules! attempt_store {
    (
        $(#[doc = $doc:literal])*
        pub trait AttemptStore { $(
            $(#[doc = $method_doc:literal])*
            fn $method:ident(&self, $argument:ident: $Argument:ty) -> Result<$Reply:ty, StoreError>;
        )* }
    ) => {
        $(#[doc = $doc])*
        #[cfg_attr(feature = "__uniffi", uniffi::export(with_foreign))]
        pub trait AttemptStore: Send + Sync {
            $(
                $(#[doc = $method_doc])*
                fn $method(&self, $argument: $Argument) -> Result<$Reply, StoreError>;
            )*
        }

        /// The methods of an `AttemptStore`.
        pub(crate) const DESCRIPTION: crate::describe::Interface = crate::describe::Interface {
            name: "AttemptStore",
            doc: concat!($($doc, "\n"),*),
            methods: &[$(crate::describe::Method {
                name: stringify!($method),
                doc: concat!($($method_doc, "\n"),*),
                argument: stringify!($argument),
                takes: stringify!($Argument),
                gives: stringify!($Reply),
            }),*],
        };
    };
}

attempt_store! {
    /// Where attempts are kept by what a merchant has anyway, its own database say.
    ///
    /// One row for each attempt, of which the store need understand nothing. The methods are called
    /// one after another, on a thread of the client's own, where they may block; they fail by the
    /// language's usual means, and whatever a failure says is in the error of the call. In a process
    /// that was forked they are called anew: a connection of the parent must not be used there.
    pub trait AttemptStore {
        /// Keeps a row: in the place of the one that has its `id`, or as a new one. Comes back when it
        /// is there to stay, also if the machine loses its power: what is to change something leaves
        /// after that, and does not leave if this fails.
        fn put(&self, row: AttemptRow) -> Result<(), StoreError>;

        /// Takes one row, and gives its `record`, or nothing where there is none to take: a row of this
        /// `owner` whose `due_at` is not after `now`, and which is not `answered` unless `answered` ones
        /// are wanted. Its `due_at` becomes `until` in the same step, so that nobody else takes it
        /// meanwhile: of two who ask at once, one gets it.
        fn claim(&self, claim: AttemptClaim) -> Result<Option<String>, StoreError>;

        /// The `record` of each row of this `payment`, in any order.
        fn of_payment(&self, payment: String) -> Result<Vec<String>, StoreError>;

        /// Forgets the row of this `id`, where there is one.
        fn remove(&self, id: String) -> Result<(), StoreError>;
    }
}

/// Why a store could not do what it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "__uniffi", derive(uniffi::Error))]
pub enum StoreError {
    /// It could not.
    Failed {
        /// Why, in words, without secrets.
        reason: String,
    },
}

impl StoreError {
    /// With a reason.
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

/// A store, as a setting of a client; made from any [`AttemptStore`].
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
