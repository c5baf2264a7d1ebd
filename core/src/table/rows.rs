//! Every endpoint, once.
//!
//! A row is `method(Request) -> Response { read VERB "path" recorded }`: the effect (`read`, `write`, or
//! `money` for a call that moves money or may), the verb, the path, and how the shape of Bootpay's response is
//! known (`recorded`, `declared` or `assumed`), followed by `undocumented(ruby)` if only those SDKs have the
//! endpoint: see `provenance.rs`. `composed` marks a call that the
//! request's `Composed` under `src/calls/<resource>/` makes: one of several exchanges, and every money
//! call, since it must say what its response has to show; `composed store` one that uses the client's store
//! and asks Bootpay nothing. `bearer` prefers a token to a key pair, `token` takes
//! nothing else, and `headers(field = "Name")` after the path lists the fields that are sent as headers. The compiler demands
//! for each `write` and `money` row an entry in `src/calls/attempts/rules.rs`: the rule by which a lost
//! response is resolved. Rows under `local` call a method of the client by the same name, which sends
//! nothing; their arguments are texts. Rows under `pure` take a request, send nothing and return at once, in
//! every language: the request's `Pure` under `src/calls/<resource>/` answers. The bindings replay the table:
//! adding a row adds the method in every language.

#[allow(clippy::wildcard_imports)] // the rows name almost every model
use crate::model::*;
use crate::{
    client::{
        Bootpay, Effect, Endpoint, PendingCall,
        endpoint::{self, Changing, Composed, Routed, Target},
    },
    description::Described,
    error::Result,
    http::route::{Accepts, Route, Verb},
    table::{
        describe,
        provenance::{Provenance, Sourced},
    },
};

/// Passes the whole table to the named macro.
#[doc(hidden)]
#[macro_export]
macro_rules! endpoints {
    ($emit:ident) => {
        $emit! {
            /// Payments: look up, confirm, verify and refund.
            payments: Payments {
                /// Returns one payment by Bootpay's receipt id.
                ///
                /// Fails with `RC_NOT_FOUND` if it does not exist or belongs to another merchant.
                get(GetReceipt) -> Receipt { read GET "/v2/receipt/{receipt_id}" recorded }

                /// Returns the payments of one order.
                ///
                /// An order can have several, for example if the buyer tried twice. Fails with
                /// `RC_NOT_FOUND` if there is none.
                find_by_order(FindByOrder) -> Vec<Receipt> { read GET "/v2/lookup/order/{order_id}" declared }

                /// Confirms a payment. The money moves at this point.
                ///
                /// Reads the payment first, and fails with `Mismatch` if it differs in order, price (KRW) or
                /// mode, with `WrongState` if it can no longer, or not yet, be confirmed. Then confirms it
                /// and compares again. An error after the money moved carries the attempt.
                ///
                /// Confirming twice is confirming once: a payment that is paid and matches is returned each
                /// time it is asked, in every process, and not confirmed again. A second confirm in the same
                /// client waits for the first; one that loses to another process reads until the other's
                /// outcome is known, and fails with `WrongState` and `repeat` `safe` if that takes longer
                /// than its timeout. A lost confirm of the payment is thereby resolved.
                ///
                /// The result does not say that the goods were not shipped yet. One conditional update of
                /// the order decides that; `receipt_id` is unique there. Ship if it changed a row:
                ///
                /// `UPDATE orders SET state = 'paid', receipt_id = $1 WHERE id = $2 AND state = 'pending'`
                ///
                /// Use the same update after `verify` in a webhook's handler. Confirm again, and use it, for each
                /// confirm that `attempts.recover` returns as `done`.
                confirm(ConfirmPayment) -> VerifiedPayment { money composed POST "/v2/confirm" declared }

                /// Verifies that a payment is paid and matches the merchant's order.
                ///
                /// Use it for payments that need no confirmation and for webhooks: a webhook's body
                /// proves nothing. Fails with `Mismatch` unless order, price (KRW) and mode agree, with
                /// `WrongState` unless the status is paid and nothing was refunded. Like `confirm`, it does
                /// not say that the goods were not shipped yet: the update shown there decides.
                verify(VerifyPayment) -> VerifiedPayment { read composed GET "/v2/receipt/{receipt_id}" recorded }

                /// Cancels a payment in full: refunds all that remains of it.
                ///
                /// Fails with `RC_ALREADY_CANCELLED` if nothing remains.
                cancel_full(CancelFull) -> Receipt { money composed POST "/v2/cancel" declared }

                /// Cancels a payment in part: refunds `cancel_price`.
                ///
                /// Can be called again with another `cancel_id` until nothing remains. Works only for
                /// methods and PGs that support it. Reads the payment first, so that a lost response can
                /// be resolved later. Fails with `Mismatch` if the payment is not in KRW.
                cancel_partial(CancelPartial) -> Receipt { money composed POST "/v2/cancel" declared }

                /// Starts a payment from the server: a page for the buyer, or a charge of a wallet.
                ///
                /// Bootpay advises against it for payments in Korea, which start in the payment window.
                /// Known only from one source or from older ones; the response is undocumented. Fails
                /// with `RC_PRICE_LEAST_LT` below 100 won.
                request(RequestPayment) -> RequestedPayment { money composed bearer POST "/v2/request/payment" assumed }

                /// Registers an account number that the merchant chose as the virtual account of an order.
                ///
                /// Undocumented by Bootpay; known only from its Ruby SDK.
                request_virtual_account(RequestVirtualAccount) -> Receipt { write composed POST "/v2/request/virtual-account/bulk" assumed undocumented(ruby) }
            }

            /// Billing keys: cards and accounts that the merchant may charge repeatedly.
            billing: Billing {
                /// Issues a billing key from card data; with `price`, charges it at once.
                ///
                /// Returns a key that waits for its holder without `billing_key`, at status
                /// `billing_key_requested`: continue with `continue_card`, or look it up by its receipt.
                ///
                /// Fails with `RC_INVALID_EXP_MONTH` for an invalid month, with
                /// `SUBSCRIBE_REQUEST_FAILED` if the card company declines.
                issue_card(IssueCard) -> BillingKey { money composed POST "/v2/request/subscribe" declared }

                /// Continues a card's billing key that was requested and is not issued yet.
                ///
                /// Fails with `SUBSCRIBE_PUBLISH_NOT_READY` if it is not waiting.
                ///
                /// Undocumented by Bootpay; known only from its Ruby SDK.
                continue_card(ContinueCard) -> BillingKey { money composed PUT "/v2/request/subscribe/{receipt_id}" assumed undocumented(ruby) }

                /// Requests an account holder's consent to direct debit: the first of two steps.
                ///
                /// Returns a receipt at status `billing_key_requested`. Its `order_id` is the
                /// subscription's id; keep its `receipt_id` for `publish_transfer`. Fails with
                /// `SUBSCRIBE_AT_LOOKUP_USER_FAILED` if holder, account and identity do not match.
                issue_transfer(IssueTransfer) -> Receipt { write composed POST "/v2/request/subscribe/automatic-transfer" recorded }

                /// Continues an account's billing key that was requested and is not issued yet.
                ///
                /// Fails with `SUBSCRIBE_PUBLISH_NOT_READY` if it is not waiting.
                ///
                /// Undocumented by Bootpay; known only from its Ruby SDK.
                continue_transfer(ContinueTransfer) -> BillingKey { money composed PUT "/v2/request/subscribe/automatic-transfer/{receipt_id}" assumed undocumented(ruby) }

                /// Issues the billing key of an account after its holder's consent: the second of two steps.
                ///
                /// Debits the `price` of the first step now, if there was one. Fails with
                /// `SUBSCRIBE_REQUEST_FAILED` until the holder has agreed (call again then), with
                /// `SUBSCRIBE_PUBLISH_NOT_READY` if it is not waiting, or no longer.
                publish_transfer(PublishTransfer) -> BillingKey { money composed POST "/v2/request/subscribe/automatic-transfer/publish" recorded }

                /// Returns a billing key.
                ///
                /// Bootpay's response has a shape of its own here, without `receipt_id` and
                /// `subscription_id`; only that of an account's key was recorded. Fails with
                /// `SUBSCRIBE_BK_EXPIRED` if the key has expired or was deleted.
                get(GetBillingKey) -> BillingKey { read GET "/v2/billing_key/{billing_key}" recorded }

                /// Returns the billing key that a request led to. A server gets a key that was issued in the
                /// payment window this way.
                ///
                /// Fails with `RC_NOT_FOUND` if there is no such request, with `RC_NOT_SUBSCRIBE` if the
                /// request was not for a billing key.
                get_by_receipt(GetBillingKeyByReceipt) -> BillingKey { read GET "/v2/subscribe/billing_key/{receipt_id}" declared }

                /// Returns a billing key that pays in the order its owner chose.
                get_sequential(GetSequentialBillingKey) -> BillingKey { read GET "/v2/subscribe/sequential_billing_key/{billing_key}" declared }

                /// Deletes a billing key. Its reservations stay: cancel each of them.
                ///
                /// Fails with `SUBSCRIBE_BK_EXPIRED` if it has expired or was deleted before.
                delete(DeleteBillingKey) -> DeletedBillingKey { write DELETE "/v2/subscribe/billing_key/{billing_key}" declared }

                /// Charges a billing key once, immediately.
                ///
                /// Fails with `SUBSCRIBE_BK_EXPIRED` if the key has expired or was deleted, with
                /// `RC_CONFIRM_FAILED` if the PG or the card company declines.
                charge(ChargeBillingKey) -> Receipt { money composed POST "/v2/subscribe/payment" declared }

                /// Completes a payment that was started in an easy payment window, with a billing key.
                ///
                /// Undocumented by Bootpay; known only from its Ruby SDK.
                finish_easy(FinishEasy) -> Receipt { money composed POST "/v2/subscribe/easy" assumed undocumented(ruby) }
            }

            /// Reservations: scheduled charges of a billing key.
            reservations: Reservations {
                /// Schedules a charge of a billing key. Bootpay allows 10 pending reservations per key.
                ///
                /// Fails with `SUBSCRIBE_BK_EXPIRED` if the key has expired or was deleted.
                create(CreateReservation) -> CreatedReservation { write POST "/v2/subscribe/payment/reserve" declared }

                /// Returns a reservation; after the charge it names the receipt.
                get(GetReservation) -> Reservation { read GET "/v2/subscribe/payment/reserve/{reserve_id}" declared }

                /// Cancels a pending reservation.
                cancel(CancelReservation) -> CancelledReservation { write composed DELETE "/v2/subscribe/payment/reserve/{reserve_id}" declared }
            }

            /// Members of the merchant in Bootpay's easy payment.
            users: Users {
                /// Returns a token that identifies a member to the payment window, valid for about an hour.
                ///
                /// Takes only a token (Bootpay was seen to refuse a key pair): fails with `Config` before
                /// anything is sent if the client has no `application_id` and `private_key`.
                token(IssueUserToken) -> UserToken { read token POST "/v2/request/user/token" declared }

                /// Lists the wallets of the member that a token identifies.
                ///
                /// Undocumented by Bootpay; known only from its Ruby and browser SDKs.
                wallets(ListUserWallets) -> Vec<Wallet> { read token GET "/v2/sdk/easy/wallet" headers(user_token = "bootpay-user-token") assumed undocumented(ruby, browser) }

                /// Registers biometric payment (fingerprint or face) of a member on one device.
                ///
                /// Undocumented by Bootpay; known only from its Ruby SDK.
                register_biometric(RegisterBiometric) -> Undocumented {
                    write token POST "/v2/sdk/easy/biometric" headers(user_token = "bootpay-user-token", device_uuid = "bootpay-device-uuid") assumed undocumented(ruby)
                }

                /// Checks that a member has entered their password.
                ///
                /// Undocumented by Bootpay; known only from its Ruby SDK.
                validate_password(ValidatePassword) -> Undocumented {
                    write token POST "/v2/sdk/password-token" headers(user_token = "bootpay-user-token") assumed undocumented(ruby)
                }
            }

            /// Wallets: cards and accounts that members keep in Bootpay's easy payment. Deprecated by
            /// Bootpay: use a user token and `payments.request`.
            wallets: Wallets {
                /// Lists the wallets of a member. Deprecated by Bootpay.
                ///
                /// Takes only a token (Bootpay was seen to refuse a key pair): fails with `Config` before
                /// anything is sent if the client has no `application_id` and `private_key`.
                list(ListWallets) -> Vec<Wallet> { read token GET "/v2/wallet" declared }

                /// Charges the wallets of a member in order until one pays. Deprecated by Bootpay.
                ///
                /// Fails with `RC_CONFIRM_FAILED` if none pays.
                charge(ChargeWallet) -> WalletPayment { money composed token POST "/v2/wallet/payment" declared }

                /// Lists the merchant's own wallets at Bootpay.
                ///
                /// Undocumented by Bootpay; known only from its Ruby SDK.
                list_service(ListServiceWallets) -> Undocumented { read GET "/v2/seller/service/wallet" assumed undocumented(ruby) }
            }

            /// Identity verification, by text message or the carriers' PASS app.
            identity: Identity {
                /// Starts an identity verification.
                ///
                /// Fails with `AUTH_NEED_PG_METHOD` without PG and method, with
                /// `AUTH_ALREADY_AUTHENTICATED` for an id whose verification is complete, with
                /// `AUTH_CONFIRM_READY_FAILED` if name, carrier and phone do not match.
                request(RequestIdentity) -> Certificate { write composed POST "/v2/request/authentication" declared }

                /// Confirms a verification: with the code of the text message, or after the person has
                /// finished in PASS.
                ///
                /// Fails with `AUTH_NOT_READY` if it is not waiting, with `AUTH_EXPIRED` after 30 minutes.
                confirm(ConfirmIdentity) -> Certificate { write composed POST "/v2/authenticate/confirm" declared }

                /// Sends the text message or the PASS request again.
                ///
                /// Fails with `AUTH_NOT_READY` if the verification is not waiting.
                resend(ResendIdentity) -> Certificate { write composed POST "/v2/authenticate/realarm" declared }

                /// Returns the result of a verification. It is complete only at status `identity_verified`.
                ///
                /// Fails with `AUTH_NOT_CONFIRMED` until the person has finished, with `AUTH_EXPIRED`
                /// after 30 minutes, with `RC_NOT_FOUND` if there is none.
                certificate(GetCertificate) -> Certificate { read GET "/v2/certificate/{receipt_id}" declared }
            }

            /// Cash receipts, which report cash payments to the tax office.
            cash_receipts: CashReceipts {
                /// Issues a cash receipt for a payment by bank transfer or virtual account.
                ///
                /// Fails with `RC_CASH_RECEIPT_FAILED` if the PG declines, with `RC_NOT_FOUND` if there is
                /// no such payment.
                publish_for_payment(PublishCashReceiptForPayment) -> Receipt { write composed POST "/v2/request/receipt/cash/publish" declared }

                /// Cancels the cash receipt of a payment; the payment stays.
                ///
                /// Bootpay returns nothing, or the receipt. Fails with `RC_NOT_FOUND` if there is no such
                /// payment.
                cancel_for_payment(CancelCashReceiptForPayment) -> Option<Receipt> { write composed DELETE "/v2/request/receipt/cash/cancel/{receipt_id}" declared }

                /// Issues a cash receipt for a sale made outside Bootpay.
                ///
                /// Fails with `RC_CASH_RECEIPT_FAILED` if the PG declines or is not contracted for it.
                publish(PublishCashReceipt) -> Receipt { write composed POST "/v2/request/cash/receipt" declared }

                /// Cancels a cash receipt that was issued by itself.
                ///
                /// Fails with `RC_NOT_FOUND` if there is none.
                cancel(CancelCashReceipt) -> Receipt { write composed DELETE "/v2/request/cash/receipt/{receipt_id}" declared }
            }

            /// Escrow: the PG holds the money until the buyer has the goods.
            escrow: Escrow {
                /// Reports to the PG that the goods were shipped. KCP and Inicis only.
                ///
                /// Fails with `RC_NOT_ESCROW` if the payment was not made with escrow.
                start_shipping(StartShipping) -> Receipt { write composed PUT "/v2/escrow/shipping/start/{receipt_id}" declared }
            }

            /// Payment methods that the merchant has activated.
            payment_methods: PaymentMethods {
                /// Lists the PGs and methods that the merchant has activated in Bootpay's console.
                ///
                /// Undocumented by Bootpay; known only from its Java and Ruby SDKs. No source documents the
                /// response.
                list(ListPaymentMethods) -> Vec<PaymentMethod> { read GET "/v2/seller/payment/method" assumed undocumented(java, ruby) }
            }

            /// Webhooks: notifications that Bootpay sends to the merchant's server.
            webhooks: Webhooks {
                /// Receives a webhook: reads the payment from Bootpay, compares it with the merchant's order, and
                /// returns the change if it is new and nobody else handles it.
                ///
                /// Call it after you have looked up the order of the notice's `order_id`; without an order, call it
                /// with neither `order_id` nor `price`. It takes at most 4 seconds, since Bootpay waits 5 for a
                /// response, and does not fail for what a sender can cause: send the delivery's `response`. Without
                /// one, handle the change, then send the response of `done`, or of `release` if that failed. If
                /// neither is called, the change is handled again after the client's `webhook_work_time`, when Bootpay resends.
                ///
                /// Without `attempts_file` or `attempt_store`, only this process knows which changes were handled.
                /// In any case decide by one conditional update of your order if you ship, as `payments.confirm`
                /// shows: a process can die between its work and `done`.
                receive(ReceiveWebhook) -> WebhookDelivery { read composed GET "/v2/receipt/{receipt_id}" recorded }

                /// Returns the response to a webhook whose change was handled, and remembers that it was. Sends
                /// nothing to Bootpay.
                ///
                /// Fails with `NotSent` if the store cannot be used: let Bootpay resend then.
                done(FinishWebhook) -> WebhookResponse { read composed store }

                /// Returns the response that lets Bootpay send the webhook again, since the work on it failed: the
                /// next one is handled at once. Sends nothing to Bootpay.
                ///
                /// Fails with `NotSent` if the store cannot be used: the work is taken up after `webhook_work_time`.
                release(ReleaseWebhook) -> WebhookResponse { read composed store }

                /// Resends the webhook of a payment.
                ///
                /// Undocumented by Bootpay; known only from its Ruby SDK.
                resend(ResendWebhook) -> Undocumented { write POST "/v2/request/webhook" assumed undocumented(ruby) }
            } + pure {
                /// Reads a webhook that the merchant's server received: first or second generation, form or JSON.
                ///
                /// Does not fail for what is new: unknown types, statuses and fields are in the notice. It proves
                /// nothing, since anybody can send one: look up the order of its `order_id`, and pass both to
                /// `receive`. Fails with `Invalid` if the body is no webhook: respond with 400 then.
                parse(ParseWebhook) -> WebhookNotice
            }

            /// Attempts: writes and money calls whose outcome is unresolved.
            attempts: Attempts {
                /// Resolves an attempt. Sends read-only requests only.
                ///
                /// Returns `done` and `did_not_happen` only if that is certain; the attempt is then removed
                /// from the list of `unresolved`. Returns `unknown` if reading cannot tell, for example
                /// because two payments of one order fit. Returns `did_not_happen` only after the client's
                /// quiet period and two identical reads, a second apart. The period is counted from the sending
                /// in the process that sent, elsewhere from the first read that found nothing; no time of day
                /// has a part in it. If that is beyond the call's `timeout`, returns `unknown` at once, with
                /// the time to ask this client again.
                ///
                /// Make partial cancels of one payment one after another: otherwise they cannot be told
                /// apart.
                resolve(ResolveAttempt) -> Resolution { read composed GET "/v2/receipt/{receipt_id}" recorded }

                /// Resolves stored attempts that no process is handling, after a crash or a lost response.
                ///
                /// Sends read-only requests only, and is as careful as `resolve`, but waits for a quiet period
                /// only if the call's `timeout` allows it: otherwise returns `unknown` while it is too early to
                /// tell, and a later recovery, in any process, takes the attempt again after it. Call it when a
                /// process starts, and every few minutes. Any number of processes may recover at once: each
                /// attempt is returned to only one of them. An attempt with a known outcome stays in the store
                /// for an hour or until it is acknowledged, for a recovery with `include_answered`; an unknown
                /// one stays until it is acknowledged.
                ///
                /// Needs `attempts_file` or `attempt_store`, and fails with `Config` without. Fails with
                /// `NotSent` if the store cannot be used, with `Config` if its file is damaged.
                recover(RecoverAttempts) -> Vec<Resolution> { read composed GET "/v2/receipt/{receipt_id}" recorded }
            } + local {
                /// Returns this process's attempts by this client whose outcome is not known yet: lost
                /// responses, and calls abandoned by their caller. Attempts of a forked parent are the
                /// parent's. Sends nothing.
                unresolved() -> Vec<Attempt>

                /// Removes an attempt from the list of `unresolved`, and from the client's store. Call it
                /// after its outcome is known and was used. Returns true if it was on the list. Sends nothing.
                acknowledge(attempt_id) -> bool
            }

            /// Calls for resellers, who manage merchants of their own. They take the reseller's
            /// `application_id` and `private_key`.
            ///
            /// Undocumented by Bootpay; known only from its Ruby SDK.
            reseller: Reseller {
                /// Creates a merchant.
                ///
                /// Undocumented by Bootpay; known only from its Ruby SDK.
                create_seller(CreateSeller) -> Undocumented { write token POST "/v2/reseller/seller" assumed undocumented(ruby) }

                /// Returns a merchant.
                ///
                /// Undocumented by Bootpay; known only from its Ruby SDK.
                get_seller(GetSeller) -> Undocumented { read token GET "/v2/reseller/seller/{provider_id}" assumed undocumented(ruby) }

                /// Deletes a merchant that was created for a test.
                ///
                /// Undocumented by Bootpay; known only from its Ruby SDK.
                delete_test_seller(DeleteTestSeller) -> Undocumented { write token DELETE "/v2/reseller/test/seller/{provider_id}" assumed undocumented(ruby) }

                /// Sets the PGs of a project.
                ///
                /// Undocumented by Bootpay; known only from its Ruby SDK.
                update_resources(UpdateResources) -> Undocumented { write token PUT "/v2/reseller/seller/app/resource/{app_id}" assumed undocumented(ruby) }

                /// Creates a project for a merchant.
                ///
                /// Undocumented by Bootpay; known only from its Ruby SDK.
                create_app(CreateApp) -> Undocumented { write token POST "/v2/reseller/seller/app" assumed undocumented(ruby) }

                /// Invites a person to a project or a team.
                ///
                /// Undocumented by Bootpay; known only from its Ruby SDK.
                invite(InviteMember) -> Undocumented { write token POST "/v2/reseller/invite" assumed undocumented(ruby) }
            }

            /// Set-up: application ids, Bootpay's addresses, what each PG can do, and the check before going live.
            setup: Setup {} + local {
                /// Returns Bootpay's addresses, for firewalls and for the consoles of PGs. Sends nothing.
                addresses() -> BootpayAddresses
            } + pure {
                /// Returns the application id of a platform, for its payment window.
                ///
                /// Fails with `Config` if the client's options have none for it.
                application_id(GetApplicationId) -> String

                /// Returns if a PG can do something, as far as a public source says.
                ///
                /// `by_contract` needs a contract with the PG; `unknown` means that no source says, also of a PG
                /// that this version does not know. docs/setup.md has the sources.
                supports(CheckSupport) -> Support

                /// Returns what a set-up lacks before it goes live; an empty list if nothing is known to be missing.
                ///
                /// Judges only the parts that are given, and sends nothing. docs/setup.md lists the parts and the
                /// items.
                readiness(CheckReadiness) -> Vec<ReadinessItem>
            }
        }
    };
}

macro_rules! define {
    ($( $(#[$rdoc:meta])* $field:ident: $Resource:ident { $(
        $(#[$doc:meta])* $method:ident($Request:ident) -> $Response:ty { $effect:ident $($route:tt)* }
    )* } $(+ local { $( $(#[$ldoc:meta])* $local:ident($($text:ident)?) -> $Local:ty )* })?
    $(+ pure { $( $(#[$pdoc:meta])* $pure:ident($Pure:ident) -> $Answer:ty )* })? )*) => {
        $(
            $(#[$rdoc])*
            #[derive(Clone, Debug)]
            pub struct $Resource(Bootpay);
            impl $Resource { $(
                $(#[$doc])*
                pub fn $method(&self, request: $Request) -> PendingCall<$Request> {
                    PendingCall::new(&self.0, request)
                }
            )* $($(
                $(#[$ldoc])*
                pub fn $local(&self $(, $text: &str)?) -> $Local { self.0.$local($($text)?) }
            )*)? $($(
                $(#[$pdoc])*
                pub fn $pure(&self, request: $Pure) -> Result<$Answer> {
                    endpoint::answer(concat!(stringify!($field), ".", stringify!($pure)), &self.0, request)
                }
            )*)? }
            $(
                impl Endpoint for $Request {
                    type Response = $Response;
                    const NAME: &'static str = concat!(stringify!($field), ".", stringify!($method));
                    const EFFECT: Effect = define!(@effect $effect);
                    const OWN_CONNECTIONS: bool = define!(@own $effect $($route)*);
                    async fn run(self, session: &crate::client::Session) -> Result<Box<$Response>> {
                        define!(@run self session $effect $($route)*)
                    }
                }
                define!(@changes $effect $Request);
                define!(@route $Request $($route)*);
            )*
        )*
        /// Effect of each call, by its name.
        pub(crate) const EFFECTS: &[(&str, Effect)] = &[$($(($Request::NAME, $Request::EFFECT)),*),*];
        impl Bootpay { $(
            $(#[$rdoc])*
            pub fn $field(&self) -> $Resource { $Resource(self.clone()) }
        )* }
    };
    (@effect read) => { Effect::Read };
    (@effect write) => { Effect::Write };
    (@effect money) => { Effect::Money };
    (@effect $other:ident) => { compile_error!("the effect of a row is `read`, `write` or `money`") };
    // Money may rest on the outcome of a read that is composed.
    (@own read composed $($route:tt)*) => { true };
    (@own read $($route:tt)*) => { false };
    (@own $($row:tt)*) => { true };
    (@run $request:ident $session:ident $effect:ident composed $($route:tt)*) => {
        Composed::compose($request, $session).await.map(Box::new)
    };
    (@run $request:ident $session:ident read $($route:tt)*) => { endpoint::read($request, $session).await };
    (@run $request:ident $session:ident write $($route:tt)*) => { endpoint::write($request, $session).await };
    (@run $request:ident $session:ident money $($route:tt)*) => {
        compile_error!("a row that moves money is `composed`: it must say what its response has to show")
    };
    (@changes read $Request:ident) => {};
    (@changes $effect:ident $Request:ident) => {
        const _: fn(&$Request) -> Target = <$Request as Changing>::target;
    };
    (@route $Request:ident composed $($route:tt)*) => { define!(@accepts $Request $($route)*); };
    (@route $Request:ident $($route:tt)*) => {
        define!(@accepts $Request $($route)*);
        const _: () = {
            let (headers, mut at) = ($Request::ROUTE.headers, 0);
            while at < headers.len() {
                let known = describe::has_field(&<$Request as Described>::MODEL, headers[at].0);
                assert!(known, concat!("a name in `headers` is no field of ", stringify!($Request)));
                at += 1;
            }
        };
        const _: () = assert!(
            describe::has_path_fields(&<$Request as Described>::MODEL, $Request::ROUTE.path),
            concat!("a name in braces in the path is no field of ", stringify!($Request)),
        );
    };
    // It uses the client's store, and asks Bootpay nothing.
    (@accepts $Request:ident store) => {
        impl Routed for $Request {
            const ROUTE: Route = Route { verb: Verb::GET, path: "", headers: &[], accepts: Accepts::Any };
        }
        impl Sourced for $Request {
            const RESPONSE: Provenance = Provenance::Declared;
            const UNDOCUMENTED: &'static [&'static str] = &[];
        }
    };
    (@accepts $Request:ident bearer $($route:tt)*) => { define!(@routed PrefersToken $Request $($route)*); };
    (@accepts $Request:ident token $($route:tt)*) => { define!(@routed OnlyToken $Request $($route)*); };
    (@accepts $Request:ident $($route:tt)*) => { define!(@routed Any $Request $($route)*); };
    (@routed $accepts:ident $Request:ident $verb:ident $path:literal
        headers($($field:ident = $header:literal),*) $($known:tt)*
    ) => {
        impl Routed for $Request {
            const ROUTE: Route = Route {
                verb: Verb::$verb,
                path: $path,
                headers: &[$((stringify!($field), $header)),*],
                accepts: Accepts::$accepts,
            };
        }
        impl Sourced for $Request {
            const RESPONSE: Provenance = define!(@response $($known)*);
            const UNDOCUMENTED: &'static [&'static str] = define!(@undocumented $($known)*);
        }
    };
    (@routed $accepts:ident $Request:ident $verb:ident $path:literal $($known:tt)*) => {
        define!(@routed $accepts $Request $verb $path headers() $($known)*);
    };
    (@response recorded $($rest:tt)*) => { Provenance::Recorded };
    (@response declared $($rest:tt)*) => { Provenance::Declared };
    (@response assumed $($rest:tt)*) => { Provenance::Assumed };
    (@response $($other:tt)*) => {
        compile_error!("a row ends with how its response is known: `recorded`, `declared` or `assumed`")
    };
    (@undocumented $response:ident) => { &[] };
    (@undocumented $response:ident undocumented($($sdk:ident),+)) => { &[$(stringify!($sdk)),+] };
    (@undocumented $($other:tt)*) => {
        compile_error!("after how a row's response is known comes nothing, or `undocumented(ruby)`")
    };
}
endpoints!(define);
