//! The data types of the public API.

mod enums;
mod order;
mod platform;

#[cfg(feature = "server")]
mod arrange;
#[cfg(feature = "server")]
mod attempt;
#[cfg(feature = "server")]
mod billing;
#[cfg(feature = "server")]
mod cash_receipt;
#[cfg(feature = "server")]
mod delivery;
#[cfg(feature = "server")]
mod escrow;
#[cfg(feature = "server")]
mod event;
#[cfg(feature = "server")]
#[macro_use]
mod failure;
#[cfg(feature = "server")]
mod identity;
#[cfg(feature = "server")]
mod merchant;
#[cfg(feature = "server")]
mod payment;
#[cfg(feature = "server")]
mod payment_request;
#[cfg(feature = "server")]
mod receipt;
#[cfg(feature = "server")]
mod reservation;
#[cfg(feature = "server")]
mod settings;
#[cfg(feature = "server")]
mod setup;
#[cfg(feature = "server")]
mod user;
#[cfg(feature = "server")]
mod wallet;
#[cfg(feature = "server")]
mod webhook;
#[cfg(feature = "window")]
mod window;

/// Publishes the models of each half and defines `with_models!`, which replays the names of those that are
/// compiled for the bindings.
macro_rules! models {
    (
        ($d:tt)
        shared { $($both:ident { $($Both:ident),* $(,)? })* }
        server { $($server:ident { $($Server:ident),* $(,)? })* }
        window { $($window:ident { $($Window:ident),* $(,)? })* }
    ) => {
        $(pub use $both::{$($Both),*};)*
        $(#[cfg(feature = "server")] pub use $server::{$($Server),*};)*
        $(#[cfg(feature = "window")] pub use $window::{$($Window),*};)*

        models! { @replay ($d) all(feature = "server", feature = "window")
            [$($($Both)*)* $($($Server)*)* $($($Window)*)*] }
        models! { @replay ($d) all(feature = "server", not(feature = "window"))
            [$($($Both)*)* $($($Server)*)*] }
        models! { @replay ($d) all(not(feature = "server"), feature = "window")
            [$($($Both)*)* $($($Window)*)*] }
    };
    (@replay ($d:tt) $condition:meta [$($Name:ident)*]) => {
        /// Passes the name of every model to the named macro.
        #[doc(hidden)]
        #[cfg($condition)]
        #[macro_export]
        macro_rules! with_models {
            ($d emit:ident $d($d before:tt)*) => { $d emit! { $d($d before)* $($Name)* } };
        }
    };
}

models! { ($)
    shared {
        enums { Status, Method, Pg, CardCompany, Gender, CashReceiptType }
        order { Item, User, Extra }
        platform { Platform }
    }
    server {
        enums {
            ReserveStatus, EscrowStatus, Bank, Courier, Carrier, AuthenticateType, AuthType, ContentType, InviteType,
        }
        receipt {
            Receipt, CardData, BankData, VirtualAccountData, PhoneData, PointData, EscrowData, CashReceiptData, Buyer,
        }
        payment { GetReceipt, FindByOrder, ConfirmPayment, VerifyPayment, CancelFull, CancelPartial, Refund, VerifiedPayment }
        payment_request { RequestPayment, RequestedPayment, RequestVirtualAccount }
        billing {
            IssueCard, ContinueCard, IssueTransfer, ContinueTransfer, PublishTransfer, GetBillingKey,
            GetBillingKeyByReceipt, GetSequentialBillingKey, DeleteBillingKey, ChargeBillingKey, FinishEasy, BillingKey,
            BillingData, DeletedBillingKey,
        }
        reservation {
            CreateReservation, GetReservation, CancelReservation, CreatedReservation, Reservation, CancelledReservation,
        }
        user { IssueUserToken, UserToken, ListUserWallets, RegisterBiometric, ValidatePassword }
        wallet { ListWallets, ChargeWallet, ListServiceWallets, Wallet, WalletPayment, WalletData }
        identity { RequestIdentity, ConfirmIdentity, ResendIdentity, GetCertificate, Certificate, AuthenticateData }
        cash_receipt {
            PublishCashReceiptForPayment, CancelCashReceiptForPayment, PublishCashReceipt, CancelCashReceipt,
        }
        escrow { StartShipping, ShippingUser, Company }
        merchant {
            ListPaymentMethods, PaymentMethod, ResendWebhook, CreateSeller, GetSeller, DeleteTestSeller, UpdateResources,
            CreateApp, InviteMember, Undocumented,
        }
        webhook { WebhookNotice, WebhookFormat, WebhookKind, PrivateKeyCheck, WebhookOutcome, WebhookResponse }
        failure { ErrorInfo, ErrorKind, Repeat, Explanation, ErrorCategory, Fault, CallAgain }
        attempt {
            Attempt, AttemptOutcome, ResolveAttempt, RecoverAttempts, Resolution, ResolvedOutcome, AttemptRow, AttemptClaim,
        }
        delivery {
            ParseWebhook, ReceiveWebhook, FinishWebhook, ReleaseWebhook, WebhookDelivery, WebhookChange, Refunded,
        }
        event { CallEvent, CallEffect, CallOutcome }
        settings { Credentials, ClientOptions, CallOptions, Mode }
        setup {
            ApplicationIds, GetApplicationId, CheckSupport, Capability, Support, BootpayAddresses, DepositUrl, CheckReadiness,
            ReadinessItem, ReadinessCode, ReadinessSeverity, ReadinessActor,
        }
    }
    window {
        window {
            WindowPayment, WindowSubscription, WindowAuthentication, WindowKind, WindowPayload, WindowDialect, OpenWindow,
            WindowScripts, WindowForm, DecryptForm, ParseMessage, WindowEvent, WindowEventKind, CheckClose, DecideLink,
            LinkDecision, LinkAction, WriteManifest,
        }
    }
}
