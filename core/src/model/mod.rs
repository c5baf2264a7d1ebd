//! The data types of the public API.

#[macro_use]
mod failure;
mod payment;
mod receipt;
mod settings;
mod words;

/// Publishes the models and makes `with_models!`, which replays their names for the bindings.
macro_rules! models {
    (($d:tt) $($module:ident { $($Name:ident),* $(,)? })*) => {
        $(pub use $module::{$($Name),*};)*

        /// Hands the name of every model to the macro named.
        #[doc(hidden)]
        #[macro_export]
        macro_rules! with_models {
            ($d emit:ident $d($d before:tt)*) => { $d emit! { $d($d before)* $($($Name)*)* } };
        }
    };
}

models! { ($)
    words { Status, Method, Pg }
    receipt {
        Receipt, CardData, BankData, VirtualAccountData, PhoneData, PointData, EscrowData, CashReceiptData, Buyer,
    }
    payment { GetReceipt, FindByOrder, ConfirmPayment, VerifyPayment, CancelFull, CancelPartial, Refund, VerifiedPayment }
    failure { ErrorInfo, ErrorKind, Repeat, Explanation, ErrorCategory, Fault, CallAgain, Attempt, AttemptOutcome }
    settings { Credentials, ClientOptions, CallOptions, Mode }
}
