//! Every endpoint, once.
//!
//! A row is `method(Request) -> Reply { read VERB "path" }`: what it does (`read`, `write`, or `money`
//! where money moves or may), and where to. `composed` says that the call is the request's `Composed`
//! under `src/<resource>/`: where it is more than one exchange, and always where money moves, since
//! there its reply must show so. `bearer` prefers a token where the client can have one, and
//! `headers(field = "Name")` names fields that travel as headers. The bindings replay the table;
//! adding a row is all it takes to have a method in every language.

#[allow(clippy::wildcard_imports)] // the rows name almost every model
use crate::model::*;
use crate::{
    client::{Bootpay, PendingCall},
    endpoint::{Composed, Effect, Endpoint, Routed, exchange},
    error::Result,
    route::{Route, Verb},
};

/// Hands the whole table to the macro named.
#[doc(hidden)]
#[macro_export]
macro_rules! endpoints {
    ($emit:ident) => {
        $emit! {
            /// Payments: looked up, confirmed, verified and given back.
            payments: Payments {
                /// Looks up one payment by Bootpay's receipt id.
                ///
                /// Refused with `RC_NOT_FOUND` when there is none, or when it is another merchant's.
                get(GetReceipt) -> Receipt { read GET "/v2/receipt/{receipt_id}" }

                /// Looks up the payments of one order.
                ///
                /// An order can have several: a buyer who tried twice. Refused with `RC_NOT_FOUND`
                /// when there is none.
                find_by_order(FindByOrder) -> Vec<Receipt> { read GET "/v2/lookup/order/{order_id}" }

                /// Confirms a payment, which is when the money moves.
                ///
                /// Reads the payment first and refuses with `Mismatch` one that does not wait for
                /// confirmation or is not of this order, amount (KRW) and mode; confirms it; and
                /// compares again. A `Mismatch` after the money moved carries the attempt.
                confirm(ConfirmPayment) -> VerifiedPayment { money composed POST "/v2/confirm" }

                /// Verifies that a payment is paid, and is what the merchant sold.
                ///
                /// For payments that need no confirmation and for webhooks, whose body proves
                /// nothing. Fails with `Mismatch` unless order, amount (KRW) and mode agree, its
                /// status is paid and nothing was given back.
                verify(VerifyPayment) -> VerifiedPayment { read composed GET "/v2/receipt/{receipt_id}" }

                /// Gives back all that remains of a payment.
                ///
                /// Refused with `RC_ALREADY_CANCELLED` when nothing remains.
                cancel_full(CancelFull) -> Receipt { money composed POST "/v2/cancel" }

                /// Gives back a part of a payment.
                ///
                /// May be repeated with another `cancel_id` until nothing remains; only for methods
                /// and PGs that support it. Reads the payment first, so that a lost reply can be
                /// resolved later; fails with `Mismatch` when it is not in KRW.
                cancel_partial(CancelPartial) -> Receipt { money composed POST "/v2/cancel" }

                /// Begins a payment from the server: a page for the buyer, or a charge of a wallet.
                ///
                /// Bootpay advises against it for payments in Korea, which begin in the payment window.
                /// Rests on one source or on older ones; the reply is documented nowhere. Refused
                /// with `RC_PRICE_LEAST_LT` below 100 won.
                request(RequestPayment) -> RequestedPayment { money composed bearer POST "/v2/request/payment" }

                /// Registers an account number of the merchant's own choice as the virtual account of an order.
                ///
                /// Rests on one source, the official Ruby SDK.
                request_virtual_account(RequestVirtualAccount) -> Receipt { write POST "/v2/request/virtual-account/bulk" }
            }

            /// Billing keys: cards and accounts that the merchant may charge again and again.
            billing: Billing {
                /// Makes a billing key from the data of a card; with `price` it is charged at once.
                ///
                /// A key that waits for its holder is returned without `billing_key`, at status
                /// `billing_key_requested`: go on with `continue_card`, or look it up by its receipt.
                ///
                /// Refused with `RC_INVALID_EXP_MONTH` for a bad month, `SUBSCRIBE_REQUEST_FAILED` when
                /// the card company says no.
                issue_card(IssueCard) -> BillingKey { money composed POST "/v2/request/subscribe" }

                /// Goes on with a card's billing key that was asked for and is not issued yet.
                ///
                /// Refused with `SUBSCRIBE_PUBLISH_NOT_READY` when it does not wait. Rests on one source,
                /// the official Ruby SDK.
                continue_card(ContinueCard) -> BillingKey { money composed PUT "/v2/request/subscribe/{receipt_id}" }

                /// Asks the holder of an account to agree to its being debited: the first of two steps.
                ///
                /// Returns a receipt at status `billing_key_requested`, whose `order_id` is the
                /// subscription's id; keep its `receipt_id` for `publish_transfer`. Refused with
                /// `SUBSCRIBE_AT_LOOKUP_USER_FAILED` when holder, account and identity do not match.
                issue_transfer(IssueTransfer) -> Receipt { write POST "/v2/request/subscribe/automatic-transfer" }

                /// Goes on with an account's billing key that was asked for and is not issued yet.
                ///
                /// Refused with `SUBSCRIBE_PUBLISH_NOT_READY` when it does not wait. Rests on one source,
                /// the official Ruby SDK.
                continue_transfer(ContinueTransfer) -> BillingKey { money composed PUT "/v2/request/subscribe/automatic-transfer/{receipt_id}" }

                /// Makes the billing key of an account whose holder has agreed: the second of two steps.
                ///
                /// With a `price` in the first step, it is debited now. Refused with
                /// `SUBSCRIBE_REQUEST_FAILED` until the holder has agreed (call again then), with
                /// `SUBSCRIBE_PUBLISH_NOT_READY` when it does not wait, or no longer.
                publish_transfer(PublishTransfer) -> BillingKey { money composed POST "/v2/request/subscribe/automatic-transfer/publish" }

                /// Looks up a billing key.
                ///
                /// Refused with `SUBSCRIBE_BK_EXPIRED` when it has expired or was destroyed.
                get(GetBillingKey) -> BillingKey { read GET "/v2/billing_key/{billing_key}" }

                /// Looks up the billing key that a request led to: how a server gets a key that was
                /// made in the payment window.
                ///
                /// Refused with `RC_NOT_FOUND` when there is no such request, with `RC_NOT_SUBSCRIBE`
                /// when it was not one for a billing key.
                get_by_receipt(GetBillingKeyByReceipt) -> BillingKey { read GET "/v2/subscribe/billing_key/{receipt_id}" }

                /// Looks up a billing key that pays in the order that its owner chose.
                get_sequential(GetSequentialBillingKey) -> BillingKey { read GET "/v2/subscribe/sequential_billing_key/{billing_key}" }

                /// Destroys a billing key. Its reservations stay: cancel each of them.
                ///
                /// Refused with `SUBSCRIBE_BK_EXPIRED` when it has expired or was destroyed before.
                delete(DeleteBillingKey) -> DeletedBillingKey { write DELETE "/v2/subscribe/billing_key/{billing_key}" }

                /// Charges a billing key, once and now.
                ///
                /// Refused with `SUBSCRIBE_BK_EXPIRED` when the key has expired or was destroyed, with
                /// `RC_CONFIRM_FAILED` when the PG or the card company says no.
                charge(ChargeBillingKey) -> Receipt { money composed POST "/v2/subscribe/payment" }

                /// Finishes a payment that was begun in an easy payment window, with a billing key.
                ///
                /// Rests on one source, the official Ruby SDK.
                finish_easy(FinishEasy) -> Receipt { money composed POST "/v2/subscribe/easy" }
            }

            /// Reservations: charges of a billing key that Bootpay makes later.
            reservations: Reservations {
                /// Has a billing key charged later. At most 10 may wait for one billing key.
                ///
                /// Refused with `SUBSCRIBE_BK_EXPIRED` when the key has expired or was destroyed.
                create(CreateReservation) -> CreatedReservation { write POST "/v2/subscribe/payment/reserve" }

                /// Looks up a reservation; once it was charged it names the receipt.
                get(GetReservation) -> Reservation { read GET "/v2/subscribe/payment/reserve/{reserve_id}" }

                /// Cancels a reservation that waits.
                cancel(CancelReservation) -> CancelledReservation { write composed DELETE "/v2/subscribe/payment/reserve/{reserve_id}" }
            }

            /// Members of the merchant, as Bootpay's easy payment knows them.
            users: Users {
                /// Gives a token with which the payment window knows a member, for about an hour.
                ///
                /// A key pair was seen to be refused here (`TOKEN_KEY_INVALID`): give the client an
                /// `application_id` and `private_key` as well.
                token(IssueUserToken) -> UserToken { read bearer POST "/v2/request/user/token" }

                /// Lists the wallets of the member whom a token names.
                ///
                /// Rests on the official Ruby and browser SDKs.
                wallets(ListUserWallets) -> Vec<Wallet> { read bearer GET "/v2/sdk/easy/wallet" headers(user_token = "bootpay-user-token") }

                /// Lets a member pay by fingerprint or face on one device.
                ///
                /// Rests on one source, the official Ruby SDK.
                register_biometric(RegisterBiometric) -> Undocumented {
                    write bearer POST "/v2/sdk/easy/biometric" headers(user_token = "bootpay-user-token", device_uuid = "bootpay-device-uuid")
                }

                /// Tells whether a member has given their password.
                ///
                /// Rests on one source, the official Ruby SDK.
                validate_password(ValidatePassword) -> Undocumented {
                    write bearer POST "/v2/sdk/password-token" headers(user_token = "bootpay-user-token")
                }
            }

            /// Wallets: cards and accounts that members keep in Bootpay's easy payment. Deprecated by
            /// Bootpay: use a user token and `payments.request`.
            wallets: Wallets {
                /// Lists the wallets of a member. Deprecated by Bootpay.
                ///
                /// A key pair was seen to be refused here (`TOKEN_KEY_INVALID`): give the client an
                /// `application_id` and `private_key` as well.
                list(ListWallets) -> Vec<Wallet> { read bearer GET "/v2/wallet" }

                /// Charges the wallets of a member, in their order until one pays. Deprecated by Bootpay.
                ///
                /// Refused with `RC_CONFIRM_FAILED` when none pays.
                charge(ChargeWallet) -> WalletPayment { money composed bearer POST "/v2/wallet/payment" }

                /// Lists the merchant's own wallets at Bootpay.
                ///
                /// Rests on one source, the official Ruby SDK.
                list_service(ListServiceWallets) -> Undocumented { read GET "/v2/seller/service/wallet" }
            }

            /// Identity verification, by text message or the carriers' PASS app.
            identity: Identity {
                /// Asks a person to prove who they are.
                ///
                /// Refused with `AUTH_NEED_PG_METHOD` without PG and method, with
                /// `AUTH_ALREADY_AUTHENTICATED` for an id whose verification is over, with
                /// `AUTH_CONFIRM_READY_FAILED` when name, carrier and phone do not match.
                request(RequestIdentity) -> Certificate { write POST "/v2/request/authentication" }

                /// Ends a verification: with the code of the text message, or once the person is done
                /// in PASS.
                ///
                /// Refused with `AUTH_NOT_READY` when it does not wait, with `AUTH_EXPIRED` after 30
                /// minutes.
                confirm(ConfirmIdentity) -> Certificate { write POST "/v2/authenticate/confirm" }

                /// Sends the text message or the PASS request again.
                ///
                /// Refused with `AUTH_NOT_READY` when it does not wait.
                resend(ResendIdentity) -> Certificate { write POST "/v2/authenticate/realarm" }

                /// Looks up what a verification led to. Complete only at status `identity_verified`.
                ///
                /// Refused with `AUTH_NOT_CONFIRMED` before the person is done, with `AUTH_EXPIRED`
                /// after 30 minutes, with `RC_NOT_FOUND` when there is none.
                certificate(GetCertificate) -> Certificate { read GET "/v2/certificate/{receipt_id}" }
            }

            /// Cash receipts, by which the tax office knows of payments in cash.
            cash_receipts: CashReceipts {
                /// Has a cash receipt issued for a payment by bank transfer or into a virtual account.
                ///
                /// Refused with `RC_CASH_RECEIPT_FAILED` when the PG says no, with `RC_NOT_FOUND` when
                /// there is no such payment.
                publish_for_payment(PublishCashReceiptForPayment) -> Receipt { write POST "/v2/request/receipt/cash/publish" }

                /// Has the cash receipt of a payment cancelled; the payment stays.
                ///
                /// Bootpay answers with nothing, or with the receipt. Refused with `RC_NOT_FOUND` when
                /// there is no such payment.
                cancel_for_payment(CancelCashReceiptForPayment) -> Option<Receipt> { write DELETE "/v2/request/receipt/cash/cancel/{receipt_id}" }

                /// Has a cash receipt issued for a sale that Bootpay knows nothing of.
                ///
                /// Refused with `RC_CASH_RECEIPT_FAILED` when the PG says no, or was not contracted for it.
                publish(PublishCashReceipt) -> Receipt { write POST "/v2/request/cash/receipt" }

                /// Has a cash receipt cancelled that was issued by itself.
                ///
                /// Refused with `RC_NOT_FOUND` when there is none.
                cancel(CancelCashReceipt) -> Receipt { write DELETE "/v2/request/cash/receipt/{receipt_id}" }
            }

            /// Escrow: the PG keeps the money until the buyer has the goods.
            escrow: Escrow {
                /// Tells the PG that the goods are on their way. KCP and Inicis only.
                ///
                /// Refused with `RC_NOT_ESCROW` when the payment was not made with escrow.
                start_shipping(StartShipping) -> Receipt { write PUT "/v2/escrow/shipping/start/{receipt_id}" }
            }

            /// Payment methods that the merchant has activated.
            payment_methods: PaymentMethods {
                /// Lists the PGs and methods that the merchant has activated in Bootpay's console.
                ///
                /// Rests on the official Java and Ruby SDKs; the reply is documented nowhere.
                list(ListPaymentMethods) -> Vec<PaymentMethod> { read GET "/v2/seller/payment/method" }
            }

            /// Webhooks: what Bootpay tells the merchant's server by itself.
            webhooks: Webhooks {
                /// Has the webhook of a payment sent again.
                ///
                /// Rests on one source, the official Ruby SDK.
                resend(ResendWebhook) -> Undocumented { write POST "/v2/request/webhook" }
            }

            /// Attempts: calls that moved money or changed something, and whose end is not known.
            attempts: Attempts {
                /// Finds out what became of an attempt, by reading only.
                ///
                /// `done` and `did_not_happen` are said only where that is sure; then the attempt is off
                /// the list of `unresolved`. What reading cannot tell apart stays `unknown`: two payments
                /// of one order that fit, say. That something did not happen is said after the client's
                /// quiet period, when two looks a second apart see the same; where that is beyond the
                /// call's `timeout`, the answer is `unknown` at once, and says when to ask again.
                /// Partial cancels of one payment must be made one after another, or none can be told
                /// from the other.
                resolve(ResolveAttempt) -> Resolution { read composed GET "/v2/receipt/{receipt_id}" }

                /// Finds out what became of attempts that were kept and that nobody answers for: after a
                /// crash, or of lost replies.
                ///
                /// By reading only, and as carefully as `resolve`, but without waiting for a quiet period:
                /// what it is too early to tell is `unknown`, and taken again by a later recover. Call it when
                /// a process starts, and every few minutes. Any number of processes may recover at once: of
                /// one attempt only one hears. What is returned stays in the store for an hour, or until it
                /// is acknowledged, for a recover that wants `answered` ones; what is unknown stays until then.
                ///
                /// Needs `attempts_file` or `attempt_store`: `Config` without. Fails with `NotSent` when
                /// the store cannot be used.
                recover(RecoverAttempts) -> Vec<Resolution> { read composed GET "/v2/receipt/{receipt_id}" }
            }

            /// Calls for resellers, who make merchants of their own. All rest on one source, the official
            /// Ruby SDK, and take the reseller's `application_id` and `private_key`.
            reseller: Reseller {
                /// Makes a merchant. Rests on one source, the official Ruby SDK.
                create_seller(CreateSeller) -> Undocumented { write bearer POST "/v2/reseller/seller" }

                /// Looks up a merchant. Rests on one source, the official Ruby SDK.
                get_seller(GetSeller) -> Undocumented { read bearer GET "/v2/reseller/seller/{provider_id}" }

                /// Removes a merchant that was made for a test. Rests on one source, the official Ruby SDK.
                delete_test_seller(DeleteTestSeller) -> Undocumented { write bearer DELETE "/v2/reseller/test/seller/{provider_id}" }

                /// Sets the PGs of a project. Rests on one source, the official Ruby SDK.
                update_resources(UpdateResources) -> Undocumented { write bearer PUT "/v2/reseller/seller/app/resource/{app_id}" }

                /// Makes a project for a merchant. Rests on one source, the official Ruby SDK.
                create_app(CreateApp) -> Undocumented { write bearer POST "/v2/reseller/seller/app" }

                /// Invites somebody to a project or a team. Rests on one source, the official Ruby SDK.
                invite(InviteMember) -> Undocumented { write bearer POST "/v2/reseller/invite" }
            }
        }
    };
}

macro_rules! define {
    ($( $(#[$rdoc:meta])* $field:ident: $Resource:ident { $(
        $(#[$doc:meta])* $method:ident($Request:ident) -> $Reply:ty { $effect:ident $($route:tt)* }
    )* } )*) => {
        $(
            $(#[$rdoc])*
            #[derive(Clone, Debug)]
            pub struct $Resource(Bootpay);
            impl $Resource { $(
                $(#[$doc])*
                pub fn $method(&self, request: $Request) -> PendingCall<$Request> {
                    PendingCall::new(&self.0, request)
                }
            )* }
            $(
                impl Endpoint for $Request {
                    type Reply = $Reply;
                    const NAME: &'static str = concat!(stringify!($field), ".", stringify!($method));
                    const EFFECT: Effect = define!(@effect $effect);
                    async fn run(self, session: &crate::client::Session) -> Result<$Reply> {
                        define!(@run self session $($route)*)
                    }
                }
                define!(@route $Request $($route)*);
            )*
        )*
        /// What each call does, by its name.
        pub(crate) const EFFECTS: &[(&str, Effect)] = &[$($(($Request::NAME, $Request::EFFECT)),*),*];
        impl Bootpay { $(
            $(#[$rdoc])*
            pub fn $field(&self) -> $Resource { $Resource(self.clone()) }
        )* }
    };
    (@effect read) => { Effect::Read };
    (@effect write) => { Effect::Write };
    (@effect money) => { Effect::Money };
    (@run $request:ident $session:ident composed $($route:tt)*) => { Composed::compose($request, $session).await };
    (@run $request:ident $session:ident $($route:tt)*) => { exchange($request, $session).await };
    (@route $Request:ident composed $($route:tt)*) => { define!(@route $Request $($route)*); };
    (@route $Request:ident bearer $($route:tt)*) => { define!(@routed true $Request $($route)*); };
    (@route $Request:ident $($route:tt)*) => { define!(@routed false $Request $($route)*); };
    (@routed $bearer:literal $Request:ident $verb:ident $path:literal $(headers($($field:ident = $header:literal),*))?) => {
        impl Routed for $Request {
            const ROUTE: Route = Route {
                verb: Verb::$verb,
                path: $path,
                headers: &[$($((stringify!($field), $header)),*)?],
                bearer: $bearer,
            };
        }
    };
}
endpoints!(define);
