//! The data types of the public API.

mod arrange;
mod attempt;
mod billing;
mod cash_receipt;
mod delivery;
mod escrow;
mod event;
#[macro_use]
mod failure;
mod enums;
mod identity;
mod merchant;
mod order;
mod payment;
mod payment_request;
mod receipt;
mod reservation;
mod settings;
mod setup;
mod user;
mod wallet;
mod webhook;

/// Publishes the models and defines `with_models!`, which replays their names for the bindings.
macro_rules! models {
    (($d:tt) $($module:ident { $($Name:ident),* $(,)? })*) => {
        $(pub use $module::{$($Name),*};)*

        /// Passes the name of every model to the named macro.
        #[doc(hidden)]
        #[macro_export]
        macro_rules! with_models {
            ($d emit:ident $d($d before:tt)*) => { $d emit! { $d($d before)* $($($Name)*)* } };
        }
    };
}

models! { ($)
    enums {
        Status, Method, Pg, ReserveStatus, EscrowStatus, Bank, CardCompany, Courier, Gender, Carrier, AuthenticateType,
        AuthType, CashReceiptType, ContentType, InviteType,
    }
    receipt {
        Receipt, CardData, BankData, VirtualAccountData, PhoneData, PointData, EscrowData, CashReceiptData, Buyer,
    }
    order { Item, User, Extra }
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
        Platform, ApplicationIds, GetApplicationId, CheckSupport, Capability, Support, BootpayAddresses, DepositUrl,
        CheckReadiness, ReadinessItem, ReadinessCode, ReadinessSeverity, ReadinessActor,
    }
}
