"""
The native half of `bootpay_core`.
"""

from _typeshed import SupportsGetItem
from bootpay_core.stores import AttemptStore
from bootpay_core.enums import AttemptOutcome, AuthType, AuthenticateType, Bank, CallAgain, CardCompany, Carrier, CashReceiptType, ContentType, Courier, ErrorCategory, ErrorKind, EscrowStatus, Fault, Gender, InviteType, Method, Mode, Pg, Repeat, ReserveStatus, ResolvedOutcome, Status
from collections.abc import Coroutine
from datetime import datetime, timedelta
from typing import Any, SupportsIndex, final

__all__ = ["AsyncAttempts", "AsyncBilling", "AsyncBootpay", "AsyncCashReceipts", "AsyncEscrow", "AsyncIdentity", "AsyncPaymentMethods", "AsyncPayments", "AsyncReseller", "AsyncReservations", "AsyncUsers", "AsyncWallets", "AsyncWebhooks", "Attempt", "AttemptClaim", "AttemptRow", "Attempts", "AuthenticateData", "BankData", "Billing", "BillingData", "BillingKey", "Bootpay", "Buyer", "CancelledReservation", "CardData", "CashReceiptData", "CashReceipts", "Certificate", "Company", "CreatedReservation", "DeletedBillingKey", "ErrorInfo", "Escrow", "EscrowData", "Explanation", "Extra", "Identity", "Item", "PaymentMethod", "PaymentMethods", "Payments", "PhoneData", "PointData", "Receipt", "Refund", "RequestedPayment", "Reseller", "Reservation", "Reservations", "Resolution", "ShippingUser", "Undocumented", "User", "UserToken", "Users", "VerifiedPayment", "VirtualAccountData", "Wallet", "WalletData", "WalletPayment", "Wallets", "Webhooks", "_refuse_subinterpreters", "explain_retry"]

@final
class AsyncAttempts:
    """
    Attempts: calls that moved money or changed something, and whose end is not known.
    """
    def resolve(self, /, stored: str, *, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, Resolution]:
        """
        Finds out what became of an attempt, by reading only.

        `done` and `did_not_happen` are said only where that is sure; then the attempt is off
        the list of `unresolved`. What reading cannot tell apart stays `unknown`: two payments
        of one order that fit, say. That something did not happen is said after the client's
        quiet period, when two looks a second apart see the same; where that is beyond the
        call's `timeout`, the answer is `unknown` at once, and says when to ask again.
        Partial cancels of one payment must be made one after another, or none can be told
        from the other.

        Args:
            stored: The attempt's own `stored`. One that was cut or altered, or is of another merchant or mode
                than the client, is refused, and nothing is sent.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def recover(self, /, *, answered: bool | None = None, limit: SupportsIndex | None = None, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, list[Resolution]]:
        """
        Finds out what became of attempts that were kept and that nobody answers for: after a
        crash, or of lost replies.

        By reading only, and as carefully as `resolve`, but without waiting for a quiet period:
        what it is too early to tell is `unknown`, and taken again by a later recover. Call it when
        a process starts, and every few minutes. Any number of processes may recover at once: of
        one attempt only one hears. What is returned stays in the store for an hour, or until it
        is acknowledged, for a recover that wants `answered` ones; what is unknown stays until then.

        Needs `attempts_file` or `attempt_store`: `Config` without. Fails with `NotSent` when
        the store cannot be used.

        Args:
            answered: Also those whose answer is known, and which were not acknowledged: of the last hour. For the
                start of a process, whose predecessor may have died between an answer and the use of it.
            limit: How many attempts at most; 100 unless given, at most 1000.
            timeout: How long the call may take in all, instead of the client's default.
        """

@final
class AsyncBilling:
    """
    Billing keys: cards and accounts that the shop may charge again and again.
    """
    def charge(self, /, billing_key: str, *, order_name: str, order_id: str, price: int, tax_free: int | None = None, card_quota: str | None = None, card_interest: str | None = None, items: SupportsGetItem[int, Item] | None = None, user: User | None = None, extra: Extra | None = None, feedback_url: str | None = None, content_type: ContentType | None = None, metadata: Any | None = None, wallet_key: str | None = None, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, Receipt]:
        """
        Charges a billing key, once and now.

        Refused with `SUBSCRIBE_BK_EXPIRED` when the key has expired or was destroyed, with
        `RC_CONFIRM_FAILED` when the PG or the card company says no.

        Args:
            billing_key: The billing key.
            order_name: What is paid for, as the buyer reads it.
            order_id: The shop's id of the order; a new one for each attempt.
            price: What to charge, in won; at least 100.
            tax_free: The tax-free part of `price`, in won; at most `price`.
            card_quota: Months of instalment: `00` is a lump sum, `02` to `12` need a price of at least 50,000 won.
            card_interest: Who bears the interest, in Welcome Payments' words.
            items: What was bought; quantities times prices must sum up to `price`. Payco demands it.
            user: The buyer; some PGs demand a phone number.
            extra: `card_quota` and `raw_data` count.
            feedback_url: Where the webhooks of this payment go: https, public.
            content_type: How those webhooks are written.
            metadata: What the shop attaches; returned as it is.
            wallet_key: A wallet of Bootpay's easy payment (only one official SDK knows it).
            timeout: How long the call may take in all, instead of the client's default.
        """
    def continue_card(self, /, receipt_id: str, *, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, BillingKey]:
        """
        Goes on with a card's billing key that was asked for and is not issued yet.

        Refused with `SUBSCRIBE_PUBLISH_NOT_READY` when it does not wait. Rests on one source,
        the official Ruby SDK.

        Args:
            receipt_id: Bootpay's id of the request, 24 hex characters.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def continue_transfer(self, /, receipt_id: str, *, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, BillingKey]:
        """
        Goes on with an account's billing key that was asked for and is not issued yet.

        Refused with `SUBSCRIBE_PUBLISH_NOT_READY` when it does not wait. Rests on one source,
        the official Ruby SDK.

        Args:
            receipt_id: Bootpay's id of the request, 24 hex characters.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def delete(self, /, billing_key: str, *, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, DeletedBillingKey]:
        """
        Destroys a billing key. Its reservations stay: cancel each of them.

        Refused with `SUBSCRIBE_BK_EXPIRED` when it has expired or was destroyed before.

        Args:
            billing_key: The billing key.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def finish_easy(self, /, receipt_id: str, *, billing_key: str, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, Receipt]:
        """
        Finishes a payment that was begun in an easy payment window, with a billing key.

        Rests on one source, the official Ruby SDK.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            billing_key: The billing key.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def get(self, /, billing_key: str, *, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, BillingKey]:
        """
        Looks up a billing key.

        Refused with `SUBSCRIBE_BK_EXPIRED` when it has expired or was destroyed.

        Args:
            billing_key: The billing key.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def get_by_receipt(self, /, receipt_id: str, *, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, BillingKey]:
        """
        Looks up the billing key that a request led to: how a server gets a key that was
        made in the payment window.

        Refused with `RC_NOT_FOUND` when there is no such request, with `RC_NOT_SUBSCRIBE`
        when it was not one for a billing key.

        Args:
            receipt_id: Bootpay's id of the request, which is all that a browser or app is told.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def get_sequential(self, /, billing_key: str, *, widget_key: str, user_id: str, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, BillingKey]:
        """
        Looks up a billing key that pays in the order that its owner chose.

        Args:
            billing_key: The billing key.
            widget_key: The key of the payment widget, from Bootpay's console.
            user_id: The shop's id of the member, who must own the key.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def issue_card(self, /, pg: Pg, *, order_name: str, subscription_id: str, card_no: str, card_pw: str, card_identity_no: str, card_expire_year: str, card_expire_month: str, method: Method | None = None, price: int | None = None, tax_free: int | None = None, extra: Extra | None = None, user: User | None = None, metadata: Any | None = None, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, BillingKey]:
        """
        Makes a billing key from the data of a card; with `price` it is charged at once.

        A key that waits for its holder is returned without `billing_key`, at status
        `billing_key_requested`: go on with `continue_card`, or look it up by its receipt.

        Refused with `RC_INVALID_EXP_MONTH` for a bad month, `SUBSCRIBE_REQUEST_FAILED` when
        the card company says no.

        Args:
            pg: The PG that keeps the card.
            order_name: What is subscribed to, as the buyer reads it.
            subscription_id: The shop's id of the subscription; unique.
            card_no: The card number: 13 to 19 digits, without hyphens.
            card_pw: The first two digits of the card's password.
            card_identity_no: The holder's date of birth (YYMMDD) or business number (10 digits).
            card_expire_year: The year in which the card expires, two digits; not past.
            card_expire_month: The month in which the card expires, `01` to `12`.
            method: The method, where the PG has several: `card_rebill`.
            price: What to charge at once, in won, at least 100; without it only the key is made.
            tax_free: The tax-free part of `price`, in won; at most `price`.
            extra: `subscribe_test_payment`, `card_quota` and `raw_data` count.
            user: The buyer; PayApp demands name and phone.
            metadata: What the shop attaches; returned as it is.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def issue_transfer(self, /, pg: Pg, *, order_name: str, subscription_id: str, username: str, bank_name: Bank, bank_account: str, identity_no: str, phone: str, auth_type: AuthType | None = None, method: Method | None = None, cash_receipt_type: CashReceiptType | None = None, cash_receipt_identity_no: str | None = None, price: int | None = None, tax_free: int | None = None, extra: Extra | None = None, user: User | None = None, metadata: Any | None = None, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, Receipt]:
        """
        Asks the holder of an account to agree to its being debited: the first of two steps.

        Returns a receipt at status `billing_key_requested`, whose `order_id` is the
        subscription's id; keep its `receipt_id` for `publish_transfer`. Refused with
        `SUBSCRIBE_AT_LOOKUP_USER_FAILED` when holder, account and identity do not match.

        Args:
            pg: The PG: NICE is the only one so far.
            order_name: What is subscribed to, as the buyer reads it.
            subscription_id: The shop's id of the subscription; unique.
            username: The holder of the account: a person or a company.
            bank_name: The bank; its Korean name travels.
            bank_account: The account number, digits only.
            identity_no: The holder's date of birth (YYMMDD) or business number (10 digits).
            phone: The phone that is called or sent the request to agree, in digits.
            auth_type: How the holder agrees; by a phone call unless said otherwise.
            method: The method, where the PG has several.
            cash_receipt_type: What the cash receipts are for.
            cash_receipt_identity_no: Whose cash receipts they are: a phone number (income deduction) or a business number (proof of
                expense), in digits.
            price: What to debit when the key is published, in won, at least 100; without it only the key is made.
            tax_free: The tax-free part of `price`, in won; at most `price`.
            extra: Options of the PG.
            user: The buyer.
            metadata: What the shop attaches; returned as it is.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def publish_transfer(self, /, receipt_id: str, *, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, BillingKey]:
        """
        Makes the billing key of an account whose holder has agreed: the second of two steps.

        With a `price` in the first step, it is debited now. Refused with
        `SUBSCRIBE_REQUEST_FAILED` until the holder has agreed (call again then), with
        `SUBSCRIBE_PUBLISH_NOT_READY` when it does not wait, or no longer.

        Args:
            receipt_id: Bootpay's id of the request, from the first step.
            timeout: How long the call may take in all, instead of the client's default.
        """

@final
class AsyncBootpay:
    """
    A client of one merchant, whose calls are awaited under asyncio.

    Safe to share among threads, event loops and forked processes. As a context manager
    it closes itself: `async with AsyncBootpay(client_key=…, secret_key=…) as bootpay:`

    Cancelling the task cuts short a call that only reads. One that moves money and has
    left goes on: its attempt is in `unresolved()`, and in the `OutcomeUnknownError` that
    is the `__cause__` of the `CancelledError`.

    Args:
        client_key: The client key, with `secret_key` (sent as Basic authentication).
        secret_key: The secret key that belongs to `client_key`.
        application_id: The REST application id, with `private_key` (exchanged for a token of 30 minutes).
        private_key: The private key that belongs to `application_id`.
        base_url: Where the API is; https, except on loopback. Bootpay's production by default.
        mode: The mode that payments must have been made in to be verified; `live` by default.
        timeout: How long a call that only reads may take in all; 30 seconds by default.
        money_timeout: How long a call that moves money, or changes something else, may take in all; 70 seconds by
            default, since a PG's approval takes up to 60.
        retries: How often at most what only reads is asked again, tokens too, within the time that a call may
            take: when Bootpay cannot be reached, does not answer, or says that it is not at its best. 2 by
            default, at most 10, and 0 for never. What changes something is never sent again.
        quiet_period: How long after a request left `attempts.resolve` waits before it says that it did not happen;
            two minutes by default, since a PG may still be at it.
        attempts_file: A file in which attempts are kept, so that a process that dies loses none: what changes
            something is written there before it leaves, and does not leave where that fails. Made where
            there is none. The processes of one machine may share it; for several machines there is
            `attempt_store`. `attempts.recover` finds out what became of those that nobody answers for.
        attempt_store: The shop's own place for attempts, instead of a file.
        connect_timeout: How long it may take to connect; 10 seconds by default.
        ca_certificates: Certificate authorities to trust besides the system's: PEM, one or more.
        environment_proxy: Whether to use the proxy that the environment names: `HTTPS_PROXY` or `ALL_PROXY`, but for the hosts of
            `NO_PROXY`; on macOS and Windows, the system's settings too. It passes on what is encrypted, and
            cannot read it. Not by default.
    """
    def __aenter__(self, /) -> Coroutine[Any, Any, AsyncBootpay]: ...
    def __aexit__(self, /, exc_type: Any, exc_value: Any, traceback: Any) -> Coroutine[Any, Any, None]: ...
    def __new__(cls, /, *, client_key: str | None = None, secret_key: str | None = None, application_id: str | None = None, private_key: str | None = None, base_url: str | None = None, mode: Mode | None = None, timeout: float | timedelta | None = None, money_timeout: float | timedelta | None = None, retries: SupportsIndex | None = None, quiet_period: float | timedelta | None = None, attempts_file: str | None = None, attempt_store: AttemptStore | None = None, connect_timeout: float | timedelta | None = None, ca_certificates: str | None = None, environment_proxy: bool | None = None) -> AsyncBootpay: ...
    def __repr__(self, /) -> str: ...
    def acknowledge(self, /, attempt_id: str) -> bool:
        """
        Takes an attempt off the list of `unresolved()`, once its end is known. Tells whether
        it was there.
        """
    @property
    def attempts(self, /) -> AsyncAttempts:
        """
        Attempts: calls that moved money or changed something, and whose end is not known.
        """
    @property
    def billing(self, /) -> AsyncBilling:
        """
        Billing keys: cards and accounts that the shop may charge again and again.
        """
    @property
    def cash_receipts(self, /) -> AsyncCashReceipts:
        """
        Cash receipts, by which the tax office knows of payments in cash.
        """
    def close(self, /) -> None:
        """
        Lets the connections go, as soon as the calls under way are over. Later calls are refused.
        """
    @property
    def escrow(self, /) -> AsyncEscrow:
        """
        Escrow: the PG keeps the money until the buyer has the goods.
        """
    @property
    def identity(self, /) -> AsyncIdentity:
        """
        Identity verification, by text message or the carriers' PASS app.
        """
    @property
    def payment_methods(self, /) -> AsyncPaymentMethods:
        """
        Payment methods that the merchant has activated.
        """
    @property
    def payments(self, /) -> AsyncPayments:
        """
        Payments: looked up, confirmed, verified and given back.
        """
    @property
    def reseller(self, /) -> AsyncReseller:
        """
        Calls for resellers, who make merchants of their own. All rest on one source, the official
        Ruby SDK, and take the reseller's `application_id` and `private_key`.
        """
    @property
    def reservations(self, /) -> AsyncReservations:
        """
        Reservations: charges of a billing key that Bootpay makes later.
        """
    def unresolved(self, /) -> list[Attempt]:
        """
        What this process has attempted with this client and not been told the end of: lost
        replies, and calls whose caller went away.
        """
    @property
    def users(self, /) -> AsyncUsers:
        """
        Members of the shop, as Bootpay's easy payment knows them.
        """
    @property
    def wallets(self, /) -> AsyncWallets:
        """
        Wallets: cards and accounts that members keep in Bootpay's easy payment. Deprecated by
        Bootpay: use a user token and `payments.request`.
        """
    @property
    def webhooks(self, /) -> AsyncWebhooks:
        """
        Webhooks: what Bootpay tells the shop's server by itself.
        """

@final
class AsyncCashReceipts:
    """
    Cash receipts, by which the tax office knows of payments in cash.
    """
    def cancel(self, /, receipt_id: str, *, cancel_username: str | None = None, cancel_message: str | None = None, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, Receipt]:
        """
        Has a cash receipt cancelled that was issued by itself.

        Refused with `RC_NOT_FOUND` when there is none.

        Args:
            receipt_id: Bootpay's id of the cash receipt, 24 hex characters.
            cancel_username: Who asked, as the admin pages show it.
            cancel_message: Why, as the admin pages show it.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def cancel_for_payment(self, /, receipt_id: str, *, cancel_username: str | None = None, cancel_message: str | None = None, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, Receipt | None]:
        """
        Has the cash receipt of a payment cancelled; the payment stays.

        Bootpay answers with nothing, or with the receipt. Refused with `RC_NOT_FOUND` when
        there is no such payment.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            cancel_username: Who asked, as the admin pages show it.
            cancel_message: Why, as the admin pages show it.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def publish(self, /, price: int, *, order_name: str, order_id: str, identity_no: str, cash_receipt_type: CashReceiptType, pg: Pg | None = None, tax_free: int | None = None, purchased_at: datetime | None = None, user: User | None = None, extra: Extra | None = None, metadata: Any | None = None, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, Receipt]:
        """
        Has a cash receipt issued for a sale that Bootpay knows nothing of.

        Refused with `RC_CASH_RECEIPT_FAILED` when the PG says no, or was not contracted for it.

        Args:
            price: What was paid, in won.
            order_name: What was bought.
            order_id: The shop's id of the order.
            identity_no: Whose it is: a phone, resident, business or cash receipt card number, in digits.
            cash_receipt_type: What it is for.
            pg: The PG; the project's default one unless said otherwise.
            tax_free: The tax-free part of `price`, in won; at most `price`.
            purchased_at: When it was paid; now unless said otherwise.
            user: The buyer: name, phone and e-mail address count.
            extra: Options of the PG.
            metadata: What the shop attaches; returned as it is.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def publish_for_payment(self, /, receipt_id: str, *, identity_no: str, cash_receipt_type: CashReceiptType, username: str | None = None, phone: str | None = None, email: str | None = None, currency: str | None = None, pg: Pg | None = None, test_production: bool | None = None, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, Receipt]:
        """
        Has a cash receipt issued for a payment by bank transfer or into a virtual account.

        Refused with `RC_CASH_RECEIPT_FAILED` when the PG says no, with `RC_NOT_FOUND` when
        there is no such payment.

        Args:
            receipt_id: Bootpay's id of the payment, which is paid and has no cash receipt yet.
            identity_no: Whose it is: a phone, resident, business or cash receipt card number, in digits.
            cash_receipt_type: What it is for.
            username: The buyer's name.
            phone: The buyer's phone number, in digits.
            email: The buyer's e-mail address.
            currency: The currency (only one official SDK knows it, and sends `WON`).
            pg: The PG (only one official SDK knows it).
            test_production: Whether to issue a real one in test mode (only one official SDK knows it).
            timeout: How long the call may take in all, instead of the client's default.
        """

@final
class AsyncEscrow:
    """
    Escrow: the PG keeps the money until the buyer has the goods.
    """
    def start_shipping(self, /, receipt_id: str, *, tracking_number: str, delivery_corp: Courier, shipping_prepayment: bool | None = None, shipping_day: SupportsIndex | None = None, user: ShippingUser | None = None, company: Company | None = None, redirect_url: str | None = None, receipt_url: str | None = None, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, Receipt]:
        """
        Tells the PG that the goods are on their way. KCP and Inicis only.

        Refused with `RC_NOT_ESCROW` when the payment was not made with escrow.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            tracking_number: The courier's number of the parcel.
            delivery_corp: The courier; its Korean name travels, and any other name may be given.
            shipping_prepayment: Whether the shop has paid for shipping.
            shipping_day: In how many days the parcel arrives.
            user: Who receives it.
            company: Who sends it.
            redirect_url: Where the buyer lands after confirming or refusing (Inicis only).
            receipt_url: A page about the receipt; what for, no source tells.
            timeout: How long the call may take in all, instead of the client's default.
        """

@final
class AsyncIdentity:
    """
    Identity verification, by text message or the carriers' PASS app.
    """
    def certificate(self, /, receipt_id: str, *, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, Certificate]:
        """
        Looks up what a verification led to. Complete only at status `identity_verified`.

        Refused with `AUTH_NOT_CONFIRMED` before the person is done, with `AUTH_EXPIRED`
        after 30 minutes, with `RC_NOT_FOUND` when there is none.

        Args:
            receipt_id: Bootpay's id of the verification, 24 hex characters.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def confirm(self, /, receipt_id: str, *, otp: str | None = None, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, Certificate]:
        """
        Ends a verification: with the code of the text message, or once the person is done
        in PASS.

        Refused with `AUTH_NOT_READY` when it does not wait, with `AUTH_EXPIRED` after 30
        minutes.

        Args:
            receipt_id: Bootpay's id of the verification, 24 hex characters.
            otp: The six digits of the text message; none with PASS.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def request(self, /, authentication_id: str, *, pg: Pg, method: Method, order_name: str, username: str, identity_no: str, carrier: Carrier, phone: str, client_ip: str, site_url: str | None = None, authenticate_type: AuthenticateType | None = None, extra: Extra | None = None, user: User | None = None, metadata: Any | None = None, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, Certificate]:
        """
        Asks a person to prove who they are.

        Refused with `AUTH_NEED_PG_METHOD` without PG and method, with
        `AUTH_ALREADY_AUTHENTICATED` for an id whose verification is over, with
        `AUTH_CONFIRM_READY_FAILED` when name, carrier and phone do not match.

        Args:
            authentication_id: The shop's id of this verification; a new one for each.
            pg: The PG: Danal is the only one so far.
            method: The method: `auth`.
            order_name: What it is for, as the person reads it.
            username: Name.
            identity_no: Date of birth (YYMMDD) and the first digit after it in the resident number: 7 digits. Six are
                taken too, since sources differ.
            carrier: The carrier of the phone.
            phone: The phone number, in digits.
            client_ip: The person's own IP address.
            site_url: The site or app that asks, as the person reads it.
            authenticate_type: By text message unless said otherwise.
            extra: Options of the PG.
            user: The person, as the shop knows them.
            metadata: What the shop attaches; returned as it is.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def resend(self, /, receipt_id: str, *, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, Certificate]:
        """
        Sends the text message or the PASS request again.

        Refused with `AUTH_NOT_READY` when it does not wait.

        Args:
            receipt_id: Bootpay's id of the verification, 24 hex characters.
            timeout: How long the call may take in all, instead of the client's default.
        """

@final
class AsyncPaymentMethods:
    """
    Payment methods that the merchant has activated.
    """
    def list(self, /, *, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, list[PaymentMethod]]:
        """
        Lists the PGs and methods that the merchant has activated in Bootpay's console.

        Rests on the official Java and Ruby SDKs; the reply is documented nowhere.

        Args:
            timeout: How long the call may take in all, instead of the client's default.
        """

@final
class AsyncPayments:
    """
    Payments: looked up, confirmed, verified and given back.
    """
    def cancel_full(self, /, receipt_id: str, *, message: str | None = None, cancel_id: str | None = None, cancel_username: str | None = None, refund: Refund | None = None, items: SupportsGetItem[int, Item] | None = None, metadata: Any | None = None, cancel_requester: str | None = None, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, Receipt]:
        """
        Gives back all that remains of a payment.

        Refused with `RC_ALREADY_CANCELLED` when nothing remains.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            message: Why, as the admin pages show it (the API's `cancel_message`).
            cancel_id: The shop's own id of this refund; Bootpay refuses a second one with the same id.
            cancel_username: Who asked, as the admin pages show it.
            refund: Where to give the money back to; needed for payments into virtual accounts.
            items: What is given back of what was bought (only the official Python and Ruby SDKs know it).
            metadata: What the shop attaches to the cancel (only the official Python SDK knows it).
            cancel_requester: What asked, as the admin pages show it (only the official Ruby SDK knows it).
            timeout: How long the call may take in all, instead of the client's default.
        """
    def cancel_partial(self, /, receipt_id: str, *, amount: int, cancel_id: str, cancel_tax_free: int | None = None, message: str | None = None, cancel_username: str | None = None, refund: Refund | None = None, items: SupportsGetItem[int, Item] | None = None, metadata: Any | None = None, cancel_requester: str | None = None, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, Receipt]:
        """
        Gives back a part of a payment.

        May be repeated with another `cancel_id` until nothing remains; only for methods
        and PGs that support it. Reads the payment first, so that a lost reply can be
        resolved later; fails with `Mismatch` when it is not in KRW.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            amount: What to give back, in won (the API's `cancel_price`).
            cancel_id: The shop's own id of this refund; Bootpay refuses a second one with the same id.
            cancel_tax_free: The tax-free part of `amount`, in won; at most `amount`.
            message: Why, as the admin pages show it (the API's `cancel_message`).
            cancel_username: Who asked, as the admin pages show it.
            refund: Where to give the money back to; needed for payments into virtual accounts.
            items: What is given back of what was bought (only the official Python and Ruby SDKs know it).
            metadata: What the shop attaches to the cancel (only the official Python SDK knows it).
            cancel_requester: What asked, as the admin pages show it (only the official Ruby SDK knows it).
            timeout: How long the call may take in all, instead of the client's default.
        """
    def confirm(self, /, receipt_id: str, *, order_id: str, amount: int, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, VerifiedPayment]:
        """
        Confirms a payment, which is when the money moves.

        Reads the payment first and refuses with `Mismatch` one that does not wait for
        confirmation or is not of this order, amount (KRW) and mode; confirms it; and
        compares again. A `Mismatch` after the money moved carries the attempt.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            order_id: The shop's id of the order, from the shop's own records and not from the browser.
            amount: What the order costs in won, from the shop's own records and not from the browser.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def find_by_order(self, /, order_id: str, *, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, list[Receipt]]:
        """
        Looks up the payments of one order.

        An order can have several: a buyer who tried twice. Refused with `RC_NOT_FOUND`
        when there is none.

        Args:
            order_id: The shop's id of the order.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def get(self, /, receipt_id: str, *, lookup_user_data: bool | None = None, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, Receipt]:
        """
        Looks up one payment by Bootpay's receipt id.

        Refused with `RC_NOT_FOUND` when there is none, or when it is another merchant's.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            lookup_user_data: Also return the buyer's details.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def request(self, /, price: int, *, order_name: str, order_id: str, pg: Pg | None = None, method: Method | None = None, methods: SupportsGetItem[int, Method] | None = None, tax_free: int | None = None, user: User | None = None, items: SupportsGetItem[int, Item] | None = None, extra: Extra | None = None, metadata: Any | None = None, platform_application_id: str | None = None, redirect_url: str | None = None, user_token: str | None = None, wallet_id: str | None = None, commission_keys: Any | None = None, terms: Any | None = None, widget: SupportsIndex | None = None, widget_key: str | None = None, widget_sandbox: bool | None = None, uuid: str | None = None, sk: str | None = None, ti: SupportsIndex | None = None, tk: str | None = None, ver: str | None = None, sdk_version: str | None = None, agent: str | None = None, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, RequestedPayment]:
        """
        Begins a payment from the server: a page for the buyer, or a charge of a wallet.

        Bootpay advises against it for payments in Korea, which begin in the payment window.
        Rests on one source or on older ones; the reply is documented nowhere. Refused
        with `RC_PRICE_LEAST_LT` below 100 won.

        Args:
            price: What to pay, in won; at least 100.
            order_name: What is paid for, as the buyer reads it.
            order_id: The shop's id of the order; unique.
            pg: The PG; without it and `method` the buyer chooses.
            method: The method.
            methods: The methods that the buyer may choose from.
            tax_free: The tax-free part of `price`, in won; at most `price`.
            user: The buyer.
            items: What was bought; quantities times prices must sum up to `price`. Payco demands it.
            extra: Options of the payment.
            metadata: What the shop attaches; returned as it is.
            platform_application_id: The Application ID of the web or app platform that the page acts for.
            redirect_url: Where the buyer lands afterwards.
            user_token: The member's token; with `wallet_id`, that wallet is charged.
            wallet_id: The wallet to charge, with `user_token`.
            commission_keys: Keys for commissions, `commerce` and `marketer`.
            terms: The terms that the buyer agrees to: a list.
            widget: Whether it is for a payment widget: 0 or 1.
            widget_key: The key of the payment widget, from Bootpay's console.
            widget_sandbox: Whether the widget is of test mode.
            uuid: The device's id, for Bootpay's statistics.
            sk: The session's id, for Bootpay's statistics.
            ti: How long the session has lasted, for Bootpay's statistics.
            tk: The session's token, for Bootpay's statistics.
            ver: The version of Bootpay's browser SDK whose behaviour is wanted: `5.2.0`.
            sdk_version: The version of the app SDK whose behaviour is wanted.
            agent: The buyer's browser (the API's `__agent`).
            timeout: How long the call may take in all, instead of the client's default.
        """
    def request_virtual_account(self, /, pg: Pg, *, order_id: str, order_name: str, price: int, bank_code: Bank, bank_account: str, bank_username: str, tax_free: int | None = None, cash_receipt_type: CashReceiptType | None = None, identity_no: str | None = None, user: User | None = None, metadata: Any | None = None, extra: Extra | None = None, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, Receipt]:
        """
        Registers an account number of the shop's own choice as the virtual account of an order.

        Rests on one source, the official Ruby SDK.

        Args:
            pg: The PG.
            order_id: The shop's id of the order.
            order_name: What is paid for, as the buyer reads it.
            price: What to pay, in won; at least 100.
            bank_code: The bank: three digits.
            bank_account: The account number, digits only.
            bank_username: The holder of the account.
            tax_free: The tax-free part of `price`, in won; at most `price`.
            cash_receipt_type: What the cash receipt is for.
            identity_no: Whose cash receipt it is: a phone, resident or business number, in digits.
            user: The buyer.
            metadata: What the shop attaches; returned as it is.
            extra: Options of the payment.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def verify(self, /, receipt_id: str, *, order_id: str, amount: int, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, VerifiedPayment]:
        """
        Verifies that a payment is paid, and is what the shop sold.

        For payments that need no confirmation and for webhooks, whose body proves
        nothing. Fails with `Mismatch` unless order, amount (KRW) and mode agree, its
        status is paid and nothing was given back.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            order_id: The shop's id of the order, from the shop's own records and not from the browser.
            amount: What the order costs in won, from the shop's own records and not from the browser.
            timeout: How long the call may take in all, instead of the client's default.
        """

@final
class AsyncReseller:
    """
    Calls for resellers, who make merchants of their own. All rest on one source, the official
    Ruby SDK, and take the reseller's `application_id` and `private_key`.
    """
    def create_app(self, /, provider_id: str, *, name: str, unit: str | None = None, real: str | None = None, desc: str | None = None, timezone: str | None = None, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, Undocumented]:
        """
        Makes a project for a merchant. Rests on one source, the official Ruby SDK.

        Args:
            provider_id: Bootpay's id of the merchant.
            name: The project's name.
            unit: The currency: `KRW`.
            real: What is sold: goods are `실물`.
            desc: What the project is about.
            timezone: The time zone: `Asia/Seoul`.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def create_seller(self, /, company_alias: str, *, company_name: str, primary_key: str, email: str | None = None, regist_no: str | None = None, owner_name: str | None = None, phone: str | None = None, zip: str | None = None, address1: str | None = None, address2: str | None = None, app_name: str | None = None, resources: Any | None = None, send_email: bool | None = None, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, Undocumented]:
        """
        Makes a merchant. Rests on one source, the official Ruby SDK.

        Args:
            company_alias: The merchant's short name.
            company_name: The merchant's name.
            primary_key: The reseller's own id of the merchant.
            email: E-mail address.
            regist_no: Business number.
            owner_name: The owner's name.
            phone: Phone number.
            zip: Postal code.
            address1: Address.
            address2: The rest of the address.
            app_name: The name of the first project.
            resources: The PGs of the first project, with their settings.
            send_email: Whether the merchant is told by e-mail; not unless said.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def delete_test_seller(self, /, provider_id: str, *, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, Undocumented]:
        """
        Removes a merchant that was made for a test. Rests on one source, the official Ruby SDK.

        Args:
            provider_id: Bootpay's id of the merchant.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def get_seller(self, /, provider_id: str, *, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, Undocumented]:
        """
        Looks up a merchant. Rests on one source, the official Ruby SDK.

        Args:
            provider_id: Bootpay's id of the merchant.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def invite(self, /, email: str, *, level: str, invite_type: InviteType, app_id: str | None = None, provider_id: str | None = None, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, Undocumented]:
        """
        Invites somebody to a project or a team. Rests on one source, the official Ruby SDK.

        Args:
            email: E-mail address.
            level: What they may do: `관리자` is everything.
            invite_type: What they are invited to.
            app_id: Bootpay's id of the project, for an invitation to one.
            provider_id: Bootpay's id of the merchant, for an invitation to its team.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def update_resources(self, /, app_id: str, *, resources: Any, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, Undocumented]:
        """
        Sets the PGs of a project. Rests on one source, the official Ruby SDK.

        Args:
            app_id: Bootpay's id of the project.
            resources: The PGs, with their settings.
            timeout: How long the call may take in all, instead of the client's default.
        """

@final
class AsyncReservations:
    """
    Reservations: charges of a billing key that Bootpay makes later.
    """
    def cancel(self, /, reserve_id: str, *, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, CancelledReservation]:
        """
        Cancels a reservation that waits.

        Args:
            reserve_id: Bootpay's id of the reservation, 24 hex characters.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def create(self, /, billing_key: str, *, order_name: str, order_id: str, price: int, reserve_execute_at: datetime, tax_free: int | None = None, card_quota: str | None = None, items: SupportsGetItem[int, Item] | None = None, user: User | None = None, extra: Extra | None = None, feedback_url: str | None = None, content_type: ContentType | None = None, metadata: Any | None = None, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, CreatedReservation]:
        """
        Has a billing key charged later. At most 10 may wait for one billing key.

        Refused with `SUBSCRIBE_BK_EXPIRED` when the key has expired or was destroyed.

        Args:
            billing_key: The billing key.
            order_name: What is paid for, as the buyer reads it.
            order_id: The shop's id of the order.
            price: What to charge, in won; at least 100.
            reserve_execute_at: When to charge; not past, for which five minutes are forgiven.
            tax_free: The tax-free part of `price`, in won; at most `price`.
            card_quota: Months of instalment: `00` is a lump sum, `02` to `12` need a price of at least 50,000 won.
            items: What was bought; quantities times prices must sum up to `price`.
            user: The buyer.
            extra: `card_quota` and `raw_data` count.
            feedback_url: Where the webhooks of this payment go: https, public.
            content_type: How those webhooks are written.
            metadata: What the shop attaches; returned as it is.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def get(self, /, reserve_id: str, *, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, Reservation]:
        """
        Looks up a reservation; once it was charged it names the receipt.

        Args:
            reserve_id: Bootpay's id of the reservation, 24 hex characters.
            timeout: How long the call may take in all, instead of the client's default.
        """

@final
class AsyncUsers:
    """
    Members of the shop, as Bootpay's easy payment knows them.
    """
    def register_biometric(self, /, user_token: str, *, device_uuid: str, os: str, token: str, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, Undocumented]:
        """
        Lets a member pay by fingerprint or face on one device.

        Rests on one source, the official Ruby SDK.

        Args:
            user_token: The member's token.
            device_uuid: The device's id.
            os: The device's system.
            token: What the device proves itself by.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def token(self, /, user_id: str, *, email: str | None = None, username: str | None = None, gender: Gender | None = None, birth: str | None = None, phone: str | None = None, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, UserToken]:
        """
        Gives a token with which the payment window knows a member, for about an hour.

        A key pair was seen to be refused here (`TOKEN_KEY_INVALID`): give the client an
        `application_id` and `private_key` as well.

        Args:
            user_id: The shop's id of the member.
            email: E-mail address.
            username: Name.
            gender: Sex.
            birth: Date of birth, `YYMMDD`.
            phone: Phone number, in digits.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def validate_password(self, /, user_token: str, *, token: str, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, Undocumented]:
        """
        Tells whether a member has given their password.

        Rests on one source, the official Ruby SDK.

        Args:
            user_token: The member's token.
            token: What the window gave for the password.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def wallets(self, /, user_token: str, *, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, list[Wallet]]:
        """
        Lists the wallets of the member whom a token names.

        Rests on the official Ruby and browser SDKs.

        Args:
            user_token: The member's token.
            timeout: How long the call may take in all, instead of the client's default.
        """

@final
class AsyncWallets:
    """
    Wallets: cards and accounts that members keep in Bootpay's easy payment. Deprecated by
    Bootpay: use a user token and `payments.request`.
    """
    def charge(self, /, user_id: str, *, order_name: str, order_id: str, price: int, sandbox: bool, tax_free: int | None = None, webhook_url: str | None = None, content_type: ContentType | None = None, items: SupportsGetItem[int, Item] | None = None, user: User | None = None, extra: Extra | None = None, metadata: Any | None = None, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, WalletPayment]:
        """
        Charges the wallets of a member, in their order until one pays. Deprecated by Bootpay.

        Refused with `RC_CONFIRM_FAILED` when none pays.

        Args:
            user_id: The shop's id of the member.
            order_name: What is paid for, as the buyer reads it.
            order_id: The shop's id of the order; a new one for each attempt.
            price: What to charge, in won; at least 100.
            sandbox: Wallets of test mode, or else of live mode.
            tax_free: The tax-free part of `price`, in won; at most `price`.
            webhook_url: Where the webhooks of this payment go: https, public.
            content_type: How those webhooks are written.
            items: What was bought; quantities times prices must sum up to `price`.
            user: The buyer.
            extra: Options of the payment.
            metadata: What the shop attaches; returned as it is.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def list(self, /, user_id: str, *, sandbox: bool, widget_key: str | None = None, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, list[Wallet]]:
        """
        Lists the wallets of a member. Deprecated by Bootpay.

        A key pair was seen to be refused here (`TOKEN_KEY_INVALID`): give the client an
        `application_id` and `private_key` as well.

        Args:
            user_id: The shop's id of the member.
            sandbox: Those of test mode, or else of live mode.
            widget_key: The key of the payment widget, from Bootpay's console (only one official SDK knows it).
            timeout: How long the call may take in all, instead of the client's default.
        """
    def list_service(self, /, *, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, Undocumented]:
        """
        Lists the merchant's own wallets at Bootpay.

        Rests on one source, the official Ruby SDK.

        Args:
            timeout: How long the call may take in all, instead of the client's default.
        """

@final
class AsyncWebhooks:
    """
    Webhooks: what Bootpay tells the shop's server by itself.
    """
    def resend(self, /, receipt_id: str, *, webhook_url: str, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, Undocumented]:
        """
        Has the webhook of a payment sent again.

        Rests on one source, the official Ruby SDK.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            webhook_url: Where to: https, public.
            timeout: How long the call may take in all, instead of the client's default.
        """

@final
class Attempt:
    """
    A request that moves money or changes something else, and left: with what is needed to find out
    later what became of it.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> Attempt: ...
    @property
    def amount(self, /) -> int | None:
        """
        How much, in won; absent where all that remains was asked for.
        """
    @property
    def billing_key(self, /) -> str | None:
        """
        Bootpay's id of the billing key.
        """
    @property
    def cancel_id(self, /) -> str | None:
        """
        The shop's id of the refund.
        """
    @property
    def cancelled_before(self, /) -> int | None:
        """
        What had been given back of the payment before, in won.
        """
    @property
    def endpoint(self, /) -> str:
        """
        The call: `payments.cancel_partial`.
        """
    @property
    def id(self, /) -> str:
        """
        An id of our own, unique.
        """
    @property
    def merchant(self, /) -> str:
        """
        Whose money: a fingerprint of the merchant's public key, not the key.
        """
    @property
    def mode(self, /) -> Mode:
        """
        The mode the client expects.
        """
    @property
    def order_id(self, /) -> str | None:
        """
        The shop's id of the order; of a billing key its subscription id, of an identity its authentication id.
        """
    @property
    def outcome(self, /) -> AttemptOutcome:
        """
        What is known of it.
        """
    @property
    def receipt_id(self, /) -> str | None:
        """
        Bootpay's id of the payment.
        """
    @property
    def reserve_id(self, /) -> str | None:
        """
        Bootpay's id of the reservation.
        """
    @property
    def sent_at(self, /) -> datetime:
        """
        When the request left, by this machine's clock.
        """
    @property
    def stored(self, /) -> str:
        """
        All of the above but the outcome as one text without secrets, to be kept anywhere and given to
        `attempts.resolve` later, in this or another process.
        """

@final
class AttemptClaim:
    """
    What is wanted of a store's rows.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> AttemptClaim: ...
    @property
    def answered(self, /) -> bool:
        """
        Whether answered ones are wanted, too.
        """
    @property
    def now(self, /) -> datetime:
        """
        The present.
        """
    @property
    def owner(self, /) -> str:
        """
        Whose.
        """
    @property
    def until(self, /) -> datetime:
        """
        Until when nobody else may take it.
        """

@final
class AttemptRow:
    """
    An attempt, as a store keeps it.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> AttemptRow: ...
    @property
    def answered(self, /) -> bool:
        """
        Whether its answer is known.
        """
    @property
    def due_at(self, /) -> datetime:
        """
        From when on it may be claimed.
        """
    @property
    def forget_at(self, /) -> datetime | None:
        """
        When the row may be deleted, if ever.
        """
    @property
    def id(self, /) -> str:
        """
        The attempt's id, unique.
        """
    @property
    def owner(self, /) -> str:
        """
        Whose it is: text of a merchant and a mode. A recover takes its own only.
        """
    @property
    def payment(self, /) -> str | None:
        """
        Bootpay's id of the payment, where there is one.
        """
    @property
    def record(self, /) -> str:
        """
        All of the attempt, without secrets, as a text to be given back as it is.
        """

@final
class Attempts:
    """
    Attempts: calls that moved money or changed something, and whose end is not known.
    """
    def resolve(self, /, stored: str, *, timeout: float | timedelta | None = None) -> Resolution:
        """
        Finds out what became of an attempt, by reading only.

        `done` and `did_not_happen` are said only where that is sure; then the attempt is off
        the list of `unresolved`. What reading cannot tell apart stays `unknown`: two payments
        of one order that fit, say. That something did not happen is said after the client's
        quiet period, when two looks a second apart see the same; where that is beyond the
        call's `timeout`, the answer is `unknown` at once, and says when to ask again.
        Partial cancels of one payment must be made one after another, or none can be told
        from the other.

        Args:
            stored: The attempt's own `stored`. One that was cut or altered, or is of another merchant or mode
                than the client, is refused, and nothing is sent.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def recover(self, /, *, answered: bool | None = None, limit: SupportsIndex | None = None, timeout: float | timedelta | None = None) -> list[Resolution]:
        """
        Finds out what became of attempts that were kept and that nobody answers for: after a
        crash, or of lost replies.

        By reading only, and as carefully as `resolve`, but without waiting for a quiet period:
        what it is too early to tell is `unknown`, and taken again by a later recover. Call it when
        a process starts, and every few minutes. Any number of processes may recover at once: of
        one attempt only one hears. What is returned stays in the store for an hour, or until it
        is acknowledged, for a recover that wants `answered` ones; what is unknown stays until then.

        Needs `attempts_file` or `attempt_store`: `Config` without. Fails with `NotSent` when
        the store cannot be used.

        Args:
            answered: Also those whose answer is known, and which were not acknowledged: of the last hour. For the
                start of a process, whose predecessor may have died between an answer and the use of it.
            limit: How many attempts at most; 100 unless given, at most 1000.
            timeout: How long the call may take in all, instead of the client's default.
        """

@final
class AuthenticateData:
    """
    Who somebody is. What the PG was not asked for by the shop's contract is absent.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def birth(self, /) -> str | None:
        """
        Date of birth: `1990-10-14`.
        """
    @property
    def carrier(self, /) -> Carrier | None:
        """
        The carrier of the phone.
        """
    @property
    def foreigner(self, /) -> bool | None:
        """
        Whether the person is a foreigner.
        """
    @property
    def gender(self, /) -> Gender | None:
        """
        Sex.
        """
    @property
    def name(self, /) -> str | None:
        """
        Name.
        """
    @property
    def number_of_realarms(self, /) -> int | None:
        """
        How often the request was sent again.
        """
    @property
    def phone(self, /) -> str | None:
        """
        Phone number.
        """
    @property
    def tid(self, /) -> str | None:
        """
        The PG's transaction id.
        """
    @property
    def unique(self, /) -> str | None:
        """
        The same for the same person in every shop (most likely the CI; sources differ). It identifies
        a person, and is not printed.
        """

@final
class BankData:
    """
    The account behind a bank transfer.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> BankData: ...
    @property
    def bank_account(self, /) -> str | None:
        """
        The account number, masked.
        """
    @property
    def bank_code(self, /) -> Bank | None:
        """
        The bank.
        """
    @property
    def bank_name(self, /) -> str | None:
        """
        The bank, in Korean.
        """
    @property
    def bank_username(self, /) -> str | None:
        """
        The holder, masked.
        """
    @property
    def cash_receipt_no(self, /) -> str | None:
        """
        The cash receipt's approval number.
        """
    @property
    def cash_receipt_tid(self, /) -> str | None:
        """
        The PG's id of the cash receipt.
        """
    @property
    def cash_receipt_type(self, /) -> CashReceiptType | None:
        """
        What the cash receipt is for.
        """
    @property
    def cash_receipt_url(self, /) -> str | None:
        """
        The PG's page for the cash receipt (NICE only).
        """
    @property
    def receipt_url(self, /) -> str | None:
        """
        The PG's slip.
        """
    @property
    def tid(self, /) -> str | None:
        """
        The PG's transaction id.
        """

@final
class Billing:
    """
    Billing keys: cards and accounts that the shop may charge again and again.
    """
    def charge(self, /, billing_key: str, *, order_name: str, order_id: str, price: int, tax_free: int | None = None, card_quota: str | None = None, card_interest: str | None = None, items: SupportsGetItem[int, Item] | None = None, user: User | None = None, extra: Extra | None = None, feedback_url: str | None = None, content_type: ContentType | None = None, metadata: Any | None = None, wallet_key: str | None = None, timeout: float | timedelta | None = None) -> Receipt:
        """
        Charges a billing key, once and now.

        Refused with `SUBSCRIBE_BK_EXPIRED` when the key has expired or was destroyed, with
        `RC_CONFIRM_FAILED` when the PG or the card company says no.

        Args:
            billing_key: The billing key.
            order_name: What is paid for, as the buyer reads it.
            order_id: The shop's id of the order; a new one for each attempt.
            price: What to charge, in won; at least 100.
            tax_free: The tax-free part of `price`, in won; at most `price`.
            card_quota: Months of instalment: `00` is a lump sum, `02` to `12` need a price of at least 50,000 won.
            card_interest: Who bears the interest, in Welcome Payments' words.
            items: What was bought; quantities times prices must sum up to `price`. Payco demands it.
            user: The buyer; some PGs demand a phone number.
            extra: `card_quota` and `raw_data` count.
            feedback_url: Where the webhooks of this payment go: https, public.
            content_type: How those webhooks are written.
            metadata: What the shop attaches; returned as it is.
            wallet_key: A wallet of Bootpay's easy payment (only one official SDK knows it).
            timeout: How long the call may take in all, instead of the client's default.
        """
    def continue_card(self, /, receipt_id: str, *, timeout: float | timedelta | None = None) -> BillingKey:
        """
        Goes on with a card's billing key that was asked for and is not issued yet.

        Refused with `SUBSCRIBE_PUBLISH_NOT_READY` when it does not wait. Rests on one source,
        the official Ruby SDK.

        Args:
            receipt_id: Bootpay's id of the request, 24 hex characters.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def continue_transfer(self, /, receipt_id: str, *, timeout: float | timedelta | None = None) -> BillingKey:
        """
        Goes on with an account's billing key that was asked for and is not issued yet.

        Refused with `SUBSCRIBE_PUBLISH_NOT_READY` when it does not wait. Rests on one source,
        the official Ruby SDK.

        Args:
            receipt_id: Bootpay's id of the request, 24 hex characters.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def delete(self, /, billing_key: str, *, timeout: float | timedelta | None = None) -> DeletedBillingKey:
        """
        Destroys a billing key. Its reservations stay: cancel each of them.

        Refused with `SUBSCRIBE_BK_EXPIRED` when it has expired or was destroyed before.

        Args:
            billing_key: The billing key.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def finish_easy(self, /, receipt_id: str, *, billing_key: str, timeout: float | timedelta | None = None) -> Receipt:
        """
        Finishes a payment that was begun in an easy payment window, with a billing key.

        Rests on one source, the official Ruby SDK.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            billing_key: The billing key.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def get(self, /, billing_key: str, *, timeout: float | timedelta | None = None) -> BillingKey:
        """
        Looks up a billing key.

        Refused with `SUBSCRIBE_BK_EXPIRED` when it has expired or was destroyed.

        Args:
            billing_key: The billing key.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def get_by_receipt(self, /, receipt_id: str, *, timeout: float | timedelta | None = None) -> BillingKey:
        """
        Looks up the billing key that a request led to: how a server gets a key that was
        made in the payment window.

        Refused with `RC_NOT_FOUND` when there is no such request, with `RC_NOT_SUBSCRIBE`
        when it was not one for a billing key.

        Args:
            receipt_id: Bootpay's id of the request, which is all that a browser or app is told.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def get_sequential(self, /, billing_key: str, *, widget_key: str, user_id: str, timeout: float | timedelta | None = None) -> BillingKey:
        """
        Looks up a billing key that pays in the order that its owner chose.

        Args:
            billing_key: The billing key.
            widget_key: The key of the payment widget, from Bootpay's console.
            user_id: The shop's id of the member, who must own the key.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def issue_card(self, /, pg: Pg, *, order_name: str, subscription_id: str, card_no: str, card_pw: str, card_identity_no: str, card_expire_year: str, card_expire_month: str, method: Method | None = None, price: int | None = None, tax_free: int | None = None, extra: Extra | None = None, user: User | None = None, metadata: Any | None = None, timeout: float | timedelta | None = None) -> BillingKey:
        """
        Makes a billing key from the data of a card; with `price` it is charged at once.

        A key that waits for its holder is returned without `billing_key`, at status
        `billing_key_requested`: go on with `continue_card`, or look it up by its receipt.

        Refused with `RC_INVALID_EXP_MONTH` for a bad month, `SUBSCRIBE_REQUEST_FAILED` when
        the card company says no.

        Args:
            pg: The PG that keeps the card.
            order_name: What is subscribed to, as the buyer reads it.
            subscription_id: The shop's id of the subscription; unique.
            card_no: The card number: 13 to 19 digits, without hyphens.
            card_pw: The first two digits of the card's password.
            card_identity_no: The holder's date of birth (YYMMDD) or business number (10 digits).
            card_expire_year: The year in which the card expires, two digits; not past.
            card_expire_month: The month in which the card expires, `01` to `12`.
            method: The method, where the PG has several: `card_rebill`.
            price: What to charge at once, in won, at least 100; without it only the key is made.
            tax_free: The tax-free part of `price`, in won; at most `price`.
            extra: `subscribe_test_payment`, `card_quota` and `raw_data` count.
            user: The buyer; PayApp demands name and phone.
            metadata: What the shop attaches; returned as it is.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def issue_transfer(self, /, pg: Pg, *, order_name: str, subscription_id: str, username: str, bank_name: Bank, bank_account: str, identity_no: str, phone: str, auth_type: AuthType | None = None, method: Method | None = None, cash_receipt_type: CashReceiptType | None = None, cash_receipt_identity_no: str | None = None, price: int | None = None, tax_free: int | None = None, extra: Extra | None = None, user: User | None = None, metadata: Any | None = None, timeout: float | timedelta | None = None) -> Receipt:
        """
        Asks the holder of an account to agree to its being debited: the first of two steps.

        Returns a receipt at status `billing_key_requested`, whose `order_id` is the
        subscription's id; keep its `receipt_id` for `publish_transfer`. Refused with
        `SUBSCRIBE_AT_LOOKUP_USER_FAILED` when holder, account and identity do not match.

        Args:
            pg: The PG: NICE is the only one so far.
            order_name: What is subscribed to, as the buyer reads it.
            subscription_id: The shop's id of the subscription; unique.
            username: The holder of the account: a person or a company.
            bank_name: The bank; its Korean name travels.
            bank_account: The account number, digits only.
            identity_no: The holder's date of birth (YYMMDD) or business number (10 digits).
            phone: The phone that is called or sent the request to agree, in digits.
            auth_type: How the holder agrees; by a phone call unless said otherwise.
            method: The method, where the PG has several.
            cash_receipt_type: What the cash receipts are for.
            cash_receipt_identity_no: Whose cash receipts they are: a phone number (income deduction) or a business number (proof of
                expense), in digits.
            price: What to debit when the key is published, in won, at least 100; without it only the key is made.
            tax_free: The tax-free part of `price`, in won; at most `price`.
            extra: Options of the PG.
            user: The buyer.
            metadata: What the shop attaches; returned as it is.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def publish_transfer(self, /, receipt_id: str, *, timeout: float | timedelta | None = None) -> BillingKey:
        """
        Makes the billing key of an account whose holder has agreed: the second of two steps.

        With a `price` in the first step, it is debited now. Refused with
        `SUBSCRIBE_REQUEST_FAILED` until the holder has agreed (call again then), with
        `SUBSCRIBE_PUBLISH_NOT_READY` when it does not wait, or no longer.

        Args:
            receipt_id: Bootpay's id of the request, from the first step.
            timeout: How long the call may take in all, instead of the client's default.
        """

@final
class BillingData:
    """
    The card or account behind a billing key or a wallet.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> BillingData: ...
    @property
    def bank_account(self, /) -> str | None:
        """
        The account number, masked.
        """
    @property
    def bank_code(self, /) -> Bank | None:
        """
        The bank.
        """
    @property
    def bank_name(self, /) -> str | None:
        """
        The bank, in Korean.
        """
    @property
    def bank_username(self, /) -> str | None:
        """
        The holder of the account, as a wallet tells it.
        """
    @property
    def card_company(self, /) -> str | None:
        """
        The card company, in Korean.
        """
    @property
    def card_company_code(self, /) -> str | None:
        """
        The PG's own code of the card company.
        """
    @property
    def card_hash(self, /) -> str | None:
        """
        The same for the same card.
        """
    @property
    def card_no(self, /) -> str | None:
        """
        The card number, its middle masked.
        """
    @property
    def card_type(self, /) -> str | None:
        """
        Credit (`0`) or check (`1`), as the PG writes it.
        """
    @property
    def rtn_key_info(self, /) -> Any | None:
        """
        KCP's own information of the key.
        """
    @property
    def username(self, /) -> str | None:
        """
        The holder of the account, masked.
        """

@final
class BillingKey:
    """
    A means of payment that the shop may charge again and again.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> BillingKey: ...
    @property
    def billing_data(self, /) -> BillingData | None:
        """
        The card or account behind it.
        """
    @property
    def billing_expire_at(self, /) -> datetime | None:
        """
        Until when it can be charged; an account's is 2099.
        """
    @property
    def billing_key(self, /) -> str | None:
        """
        The key to charge; absent until it is issued.
        """
    @property
    def gateway_url(self, /) -> str | None:
        """
        Bootpay's host for the payment window.
        """
    @property
    def metadata(self, /) -> Any | None:
        """
        What the shop attached.
        """
    @property
    def method(self, /) -> str | None:
        """
        The method used, in Korean.
        """
    @property
    def method_origin(self, /) -> str | None:
        """
        The method asked for, in Korean.
        """
    @property
    def method_origin_symbol(self, /) -> Method | None:
        """
        The method asked for.
        """
    @property
    def method_symbol(self, /) -> Method | None:
        """
        The method used.
        """
    @property
    def pg(self, /) -> str | None:
        """
        The PG's name in Korean; `Pg` knows the usual ones.
        """
    @property
    def published_at(self, /) -> datetime | None:
        """
        When the key was issued.
        """
    @property
    def raw(self, /) -> Any:
        """
        The whole reply as Bootpay sent it, with what this version does not know.
        """
    @property
    def receipt_data(self, /) -> Receipt | None:
        """
        The first charge, when the request asked for one.
        """
    @property
    def receipt_id(self, /) -> str:
        """
        Bootpay's id of the request that led to it, 24 hex characters.
        """
    @property
    def requested_at(self, /) -> datetime | None:
        """
        When it was asked for.
        """
    @property
    def status(self, /) -> Status:
        """
        Where it stands.
        """
    @property
    def status_code(self, /) -> int:
        """
        The number behind `status`.
        """
    @property
    def status_locale(self, /) -> str | None:
        """
        `status` in Korean.
        """
    @property
    def subscription_id(self, /) -> str | None:
        """
        The shop's id of the subscription.
        """

@final
class Bootpay:
    """
    A client of one merchant, whose calls wait for their replies.

    Safe to share among threads and forked processes. As a context manager it closes
    itself: `with Bootpay(client_key=…, secret_key=…) as bootpay:`

    Args:
        client_key: The client key, with `secret_key` (sent as Basic authentication).
        secret_key: The secret key that belongs to `client_key`.
        application_id: The REST application id, with `private_key` (exchanged for a token of 30 minutes).
        private_key: The private key that belongs to `application_id`.
        base_url: Where the API is; https, except on loopback. Bootpay's production by default.
        mode: The mode that payments must have been made in to be verified; `live` by default.
        timeout: How long a call that only reads may take in all; 30 seconds by default.
        money_timeout: How long a call that moves money, or changes something else, may take in all; 70 seconds by
            default, since a PG's approval takes up to 60.
        retries: How often at most what only reads is asked again, tokens too, within the time that a call may
            take: when Bootpay cannot be reached, does not answer, or says that it is not at its best. 2 by
            default, at most 10, and 0 for never. What changes something is never sent again.
        quiet_period: How long after a request left `attempts.resolve` waits before it says that it did not happen;
            two minutes by default, since a PG may still be at it.
        attempts_file: A file in which attempts are kept, so that a process that dies loses none: what changes
            something is written there before it leaves, and does not leave where that fails. Made where
            there is none. The processes of one machine may share it; for several machines there is
            `attempt_store`. `attempts.recover` finds out what became of those that nobody answers for.
        attempt_store: The shop's own place for attempts, instead of a file.
        connect_timeout: How long it may take to connect; 10 seconds by default.
        ca_certificates: Certificate authorities to trust besides the system's: PEM, one or more.
        environment_proxy: Whether to use the proxy that the environment names: `HTTPS_PROXY` or `ALL_PROXY`, but for the hosts of
            `NO_PROXY`; on macOS and Windows, the system's settings too. It passes on what is encrypted, and
            cannot read it. Not by default.
    """
    def __enter__(self, /) -> Bootpay: ...
    def __exit__(self, /, exc_type: Any, exc_value: Any, traceback: Any) -> None: ...
    def __new__(cls, /, *, client_key: str | None = None, secret_key: str | None = None, application_id: str | None = None, private_key: str | None = None, base_url: str | None = None, mode: Mode | None = None, timeout: float | timedelta | None = None, money_timeout: float | timedelta | None = None, retries: SupportsIndex | None = None, quiet_period: float | timedelta | None = None, attempts_file: str | None = None, attempt_store: AttemptStore | None = None, connect_timeout: float | timedelta | None = None, ca_certificates: str | None = None, environment_proxy: bool | None = None) -> Bootpay: ...
    def __repr__(self, /) -> str: ...
    def acknowledge(self, /, attempt_id: str) -> bool:
        """
        Takes an attempt off the list of `unresolved()`, once its end is known. Tells whether
        it was there.
        """
    @property
    def attempts(self, /) -> Attempts:
        """
        Attempts: calls that moved money or changed something, and whose end is not known.
        """
    @property
    def billing(self, /) -> Billing:
        """
        Billing keys: cards and accounts that the shop may charge again and again.
        """
    @property
    def cash_receipts(self, /) -> CashReceipts:
        """
        Cash receipts, by which the tax office knows of payments in cash.
        """
    def close(self, /) -> None:
        """
        Lets the connections go, as soon as the calls under way are over. Later calls are refused.
        """
    @property
    def escrow(self, /) -> Escrow:
        """
        Escrow: the PG keeps the money until the buyer has the goods.
        """
    @property
    def identity(self, /) -> Identity:
        """
        Identity verification, by text message or the carriers' PASS app.
        """
    @property
    def payment_methods(self, /) -> PaymentMethods:
        """
        Payment methods that the merchant has activated.
        """
    @property
    def payments(self, /) -> Payments:
        """
        Payments: looked up, confirmed, verified and given back.
        """
    @property
    def reseller(self, /) -> Reseller:
        """
        Calls for resellers, who make merchants of their own. All rest on one source, the official
        Ruby SDK, and take the reseller's `application_id` and `private_key`.
        """
    @property
    def reservations(self, /) -> Reservations:
        """
        Reservations: charges of a billing key that Bootpay makes later.
        """
    def unresolved(self, /) -> list[Attempt]:
        """
        What this process has attempted with this client and not been told the end of: lost
        replies, and calls whose caller went away.
        """
    @property
    def users(self, /) -> Users:
        """
        Members of the shop, as Bootpay's easy payment knows them.
        """
    @property
    def wallets(self, /) -> Wallets:
        """
        Wallets: cards and accounts that members keep in Bootpay's easy payment. Deprecated by
        Bootpay: use a user token and `payments.request`.
        """
    @property
    def webhooks(self, /) -> Webhooks:
        """
        Webhooks: what Bootpay tells the shop's server by itself.
        """

@final
class Buyer:
    """
    The buyer, as the shop described them in the payment window.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> Buyer: ...
    @property
    def addr(self, /) -> str | None:
        """
        Address.
        """
    @property
    def area(self, /) -> str | None:
        """
        Province or city.
        """
    @property
    def birth(self, /) -> str | None:
        """
        Date of birth, as the shop wrote it.
        """
    @property
    def email(self, /) -> str | None:
        """
        E-mail address.
        """
    @property
    def gender(self, /) -> Gender | None:
        """
        Sex.
        """
    @property
    def id(self, /) -> str | None:
        """
        The shop's id of the buyer.
        """
    @property
    def phone(self, /) -> str | None:
        """
        Phone number.
        """
    @property
    def username(self, /) -> str | None:
        """
        Name.
        """

@final
class CancelledReservation:
    """
    What was cancelled.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> CancelledReservation: ...
    @property
    def raw(self, /) -> Any:
        """
        The whole reply as Bootpay sent it, with what this version does not know.
        """
    @property
    def reserve_id(self, /) -> str:
        """
        Bootpay's id of the reservation, 24 hex characters.
        """
    @property
    def success(self, /) -> bool | None:
        """
        Whether it was cancelled.
        """

@final
class CardData:
    """
    The card behind a payment.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> CardData: ...
    @property
    def cancel_tid(self, /) -> str | None:
        """
        The PG's transaction id of the cancel.
        """
    @property
    def cancelled_coupon(self, /) -> int | None:
        """
        Coupons given back, in won.
        """
    @property
    def cancelled_point(self, /) -> int | None:
        """
        Points given back, in won.
        """
    @property
    def card_approve_no(self, /) -> str | None:
        """
        The card company's approval number.
        """
    @property
    def card_company(self, /) -> str | None:
        """
        The card company, in Korean.
        """
    @property
    def card_company_code(self, /) -> str | None:
        """
        The PG's own code of the card company: the same company has another code at another PG.
        """
    @property
    def card_interest(self, /) -> str | None:
        """
        Interest-free instalment: `0`, or months.
        """
    @property
    def card_no(self, /) -> str | None:
        """
        The card number, its middle masked.
        """
    @property
    def card_owner_type(self, /) -> str | None:
        """
        Personal (`개인`, `1`), corporate (`2`) or foreign (`3`), as the PG writes it.
        """
    @property
    def card_quota(self, /) -> str | None:
        """
        Months of instalment; `00` is a lump sum.
        """
    @property
    def card_type(self, /) -> str | None:
        """
        Credit (`신용`, `0`) or check (`체크`, `1`), as the PG writes it.
        """
    @property
    def coupon(self, /) -> int | None:
        """
        Coupons used, in won.
        """
    @property
    def point(self, /) -> int | None:
        """
        Points used, in won.
        """
    @property
    def receipt_url(self, /) -> str | None:
        """
        The PG's slip (Danal and NICE only).
        """
    @property
    def tid(self, /) -> str | None:
        """
        The PG's transaction id.
        """

@final
class CashReceiptData:
    """
    The cash receipt of a payment.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> CashReceiptData: ...
    @property
    def cash_receipt_no(self, /) -> str | None:
        """
        The approval number.
        """
    @property
    def cash_receipt_type(self, /) -> CashReceiptType | None:
        """
        What it is for.
        """
    @property
    def receipt_url(self, /) -> str | None:
        """
        A page that shows it.
        """
    @property
    def tid(self, /) -> str | None:
        """
        The PG's id of the cash receipt.
        """

@final
class CashReceipts:
    """
    Cash receipts, by which the tax office knows of payments in cash.
    """
    def cancel(self, /, receipt_id: str, *, cancel_username: str | None = None, cancel_message: str | None = None, timeout: float | timedelta | None = None) -> Receipt:
        """
        Has a cash receipt cancelled that was issued by itself.

        Refused with `RC_NOT_FOUND` when there is none.

        Args:
            receipt_id: Bootpay's id of the cash receipt, 24 hex characters.
            cancel_username: Who asked, as the admin pages show it.
            cancel_message: Why, as the admin pages show it.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def cancel_for_payment(self, /, receipt_id: str, *, cancel_username: str | None = None, cancel_message: str | None = None, timeout: float | timedelta | None = None) -> Receipt | None:
        """
        Has the cash receipt of a payment cancelled; the payment stays.

        Bootpay answers with nothing, or with the receipt. Refused with `RC_NOT_FOUND` when
        there is no such payment.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            cancel_username: Who asked, as the admin pages show it.
            cancel_message: Why, as the admin pages show it.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def publish(self, /, price: int, *, order_name: str, order_id: str, identity_no: str, cash_receipt_type: CashReceiptType, pg: Pg | None = None, tax_free: int | None = None, purchased_at: datetime | None = None, user: User | None = None, extra: Extra | None = None, metadata: Any | None = None, timeout: float | timedelta | None = None) -> Receipt:
        """
        Has a cash receipt issued for a sale that Bootpay knows nothing of.

        Refused with `RC_CASH_RECEIPT_FAILED` when the PG says no, or was not contracted for it.

        Args:
            price: What was paid, in won.
            order_name: What was bought.
            order_id: The shop's id of the order.
            identity_no: Whose it is: a phone, resident, business or cash receipt card number, in digits.
            cash_receipt_type: What it is for.
            pg: The PG; the project's default one unless said otherwise.
            tax_free: The tax-free part of `price`, in won; at most `price`.
            purchased_at: When it was paid; now unless said otherwise.
            user: The buyer: name, phone and e-mail address count.
            extra: Options of the PG.
            metadata: What the shop attaches; returned as it is.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def publish_for_payment(self, /, receipt_id: str, *, identity_no: str, cash_receipt_type: CashReceiptType, username: str | None = None, phone: str | None = None, email: str | None = None, currency: str | None = None, pg: Pg | None = None, test_production: bool | None = None, timeout: float | timedelta | None = None) -> Receipt:
        """
        Has a cash receipt issued for a payment by bank transfer or into a virtual account.

        Refused with `RC_CASH_RECEIPT_FAILED` when the PG says no, with `RC_NOT_FOUND` when
        there is no such payment.

        Args:
            receipt_id: Bootpay's id of the payment, which is paid and has no cash receipt yet.
            identity_no: Whose it is: a phone, resident, business or cash receipt card number, in digits.
            cash_receipt_type: What it is for.
            username: The buyer's name.
            phone: The buyer's phone number, in digits.
            email: The buyer's e-mail address.
            currency: The currency (only one official SDK knows it, and sends `WON`).
            pg: The PG (only one official SDK knows it).
            test_production: Whether to issue a real one in test mode (only one official SDK knows it).
            timeout: How long the call may take in all, instead of the client's default.
        """

@final
class Certificate:
    """
    The verification of a person's identity. It is complete only at status `identity_verified`.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> Certificate: ...
    @property
    def authenticate_data(self, /) -> AuthenticateData | None:
        """
        What was found.
        """
    @property
    def authenticate_id(self, /) -> str | None:
        """
        The shop's id of the verification.
        """
    @property
    def authenticated_at(self, /) -> datetime | None:
        """
        When the person had proven who they are.
        """
    @property
    def metadata(self, /) -> Any | None:
        """
        What the shop attached.
        """
    @property
    def method(self, /) -> str | None:
        """
        The method used, in Korean.
        """
    @property
    def method_origin(self, /) -> str | None:
        """
        The method asked for, in Korean.
        """
    @property
    def method_origin_symbol(self, /) -> Method | None:
        """
        The method asked for.
        """
    @property
    def pg(self, /) -> str | None:
        """
        The PG's name in Korean.
        """
    @property
    def raw(self, /) -> Any:
        """
        The whole reply as Bootpay sent it but for `unique`, with what this version does not know.
        """
    @property
    def receipt_id(self, /) -> str:
        """
        Bootpay's id of the verification, 24 hex characters.
        """
    @property
    def requested_at(self, /) -> datetime | None:
        """
        When it was asked for.
        """
    @property
    def status(self, /) -> Status:
        """
        Where it stands.
        """
    @property
    def status_code(self, /) -> int:
        """
        The number behind `status`.
        """
    @property
    def status_locale(self, /) -> str | None:
        """
        `status` in Korean.
        """

@final
class Company:
    """
    Who sends a parcel.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, *, name: str | None = None, phone: str | None = None, zipcode: str | None = None, addr1: str | None = None, addr2: str | None = None) -> Company: ...
    def __repr__(self, /) -> str: ...
    @property
    def addr1(self, /) -> str | None:
        """
        Address.
        """
    @property
    def addr2(self, /) -> str | None:
        """
        The rest of the address.
        """
    @property
    def name(self, /) -> str | None:
        """
        Name.
        """
    @property
    def phone(self, /) -> str | None:
        """
        Phone number.
        """
    @property
    def zipcode(self, /) -> str | None:
        """
        Postal code.
        """

@final
class CreatedReservation:
    """
    What was reserved.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> CreatedReservation: ...
    @property
    def raw(self, /) -> Any:
        """
        The whole reply as Bootpay sent it, with what this version does not know.
        """
    @property
    def reserve_execute_at(self, /) -> datetime | None:
        """
        When it will be charged.
        """
    @property
    def reserve_id(self, /) -> str:
        """
        Bootpay's id of the reservation, 24 hex characters.
        """

@final
class DeletedBillingKey:
    """
    What was destroyed.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> DeletedBillingKey: ...
    @property
    def billing_key(self, /) -> str:
        """
        The billing key, of no use any more.
        """
    @property
    def raw(self, /) -> Any:
        """
        The whole reply as Bootpay sent it, with what this version does not know.
        """

@final
class ErrorInfo:
    """
    All that is known of a failure.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> ErrorInfo: ...
    @property
    def attempt(self, /) -> Attempt | None:
        """
        What was attempted, when money may have moved or has moved.
        """
    @property
    def body(self, /) -> str | None:
        """
        The beginning of an answer that could not be understood, without secrets.
        """
    @property
    def code(self, /) -> str | None:
        """
        Bootpay's error code, as it was sent.
        """
    @property
    def detail(self, /) -> str:
        """
        What happened, in words, without secrets.
        """
    @property
    def endpoint(self, /) -> str | None:
        """
        The call: `payments.cancel_full`.
        """
    @property
    def explanation(self, /) -> Explanation | None:
        """
        What `code` means and what to do; absent when this version does not know it.
        """
    @property
    def field(self, /) -> str | None:
        """
        The field that is invalid or differs, in the API's spelling (`receipt_id`).
        """
    @property
    def kind(self, /) -> ErrorKind:
        """
        What went wrong.
        """
    @property
    def pg_error_code(self, /) -> str | None:
        """
        The PG's error code, as it was sent.
        """
    @property
    def repeat(self, /) -> Repeat:
        """
        Whether the call may be made again.
        """
    @property
    def status(self, /) -> int | None:
        """
        HTTP status, when there was an answer.
        """

@final
class Escrow:
    """
    Escrow: the PG keeps the money until the buyer has the goods.
    """
    def start_shipping(self, /, receipt_id: str, *, tracking_number: str, delivery_corp: Courier, shipping_prepayment: bool | None = None, shipping_day: SupportsIndex | None = None, user: ShippingUser | None = None, company: Company | None = None, redirect_url: str | None = None, receipt_url: str | None = None, timeout: float | timedelta | None = None) -> Receipt:
        """
        Tells the PG that the goods are on their way. KCP and Inicis only.

        Refused with `RC_NOT_ESCROW` when the payment was not made with escrow.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            tracking_number: The courier's number of the parcel.
            delivery_corp: The courier; its Korean name travels, and any other name may be given.
            shipping_prepayment: Whether the shop has paid for shipping.
            shipping_day: In how many days the parcel arrives.
            user: Who receives it.
            company: Who sends it.
            redirect_url: Where the buyer lands after confirming or refusing (Inicis only).
            receipt_url: A page about the receipt; what for, no source tells.
            timeout: How long the call may take in all, instead of the client's default.
        """

@final
class EscrowData:
    """
    Where an escrow payment stands.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> EscrowData: ...
    @property
    def receipt_confirmed_at(self, /) -> datetime | None:
        """
        When the buyer confirmed.
        """
    @property
    def shipping_started_at(self, /) -> datetime | None:
        """
        When shipping started.
        """
    @property
    def status(self, /) -> EscrowStatus | None:
        """
        Where it stands.
        """
    @property
    def status_locale(self, /) -> str | None:
        """
        `status` in Korean.
        """

@final
class Explanation:
    """
    What one of Bootpay's error codes means, for the shop's developers: nothing here is for buyers'
    eyes. What may be done with the failed call is in the error's `kind` and `repeat`.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> Explanation: ...
    @property
    def advice_english(self, /) -> str:
        """
        What to do next, in English.
        """
    @property
    def advice_korean(self, /) -> str:
        """
        What to do next, in Korean.
        """
    @property
    def call_again(self, /) -> CallAgain:
        """
        Whether and when the same call can succeed.
        """
    @property
    def category(self, /) -> ErrorCategory:
        """
        What the code is about.
        """
    @property
    def english(self, /) -> str:
        """
        What happened, in English.
        """
    @property
    def fault(self, /) -> Fault:
        """
        Who can remove the cause.
        """
    @property
    def korean(self, /) -> str:
        """
        What happened, in Korean.
        """

@final
class Extra:
    """
    How a payment is to work. Which options count depends on the call, the PG and the method.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, *, card_quota: str | None = None, raw_data: bool | None = None, subscribe_test_payment: bool | None = None, escrow: bool | None = None, separately_confirmed: bool | None = None, confirm_only_rest_api: bool | None = None, confirm_grace_seconds: SupportsIndex | None = None, timeout: SupportsIndex | None = None, test_deposit: bool | None = None, enable_error_webhook: bool | None = None, common_event_webhook: bool | None = None, webhook_delay_duration: SupportsIndex | None = None, use_order_id: bool | None = None, deposit_expiration: str | None = None, display_cash_receipt: bool | None = None, cash_receipt_type: CashReceiptType | None = None, identity_no: str | None = None, cash_receipt_not_published: bool | None = None, age_limit: SupportsIndex | None = None, minimum_price_limit: int | None = None, seller_name: str | None = None, offer_period: str | None = None, locale: str | None = None, delivery_day: SupportsIndex | None = None, delivery_price: int | None = None, open_type: str | None = None, browser_open_type: Any | None = None, redirect_url: str | None = None, app_scheme: str | None = None, direct_card_company: CardCompany | None = None, direct_card_quota: str | None = None, enable_card_companies: SupportsGetItem[int, CardCompany] | None = None, except_card_companies: SupportsGetItem[int, CardCompany] | None = None, enable_easy_payments: SupportsGetItem[int, str] | None = None, easy_payment_method: str | None = None, use_card_point: bool | None = None, use_welcomepayment: bool | None = None, disposable_cup_deposit: int | None = None, use_extra_deduction: bool | None = None) -> Extra: ...
    def __repr__(self, /) -> str: ...
    @property
    def age_limit(self, /) -> int | None:
        """
        The age that the buyer must have.
        """
    @property
    def app_scheme(self, /) -> str | None:
        """
        The app that a card's app returns to.
        """
    @property
    def browser_open_type(self, /) -> Any | None:
        """
        How the window opens in each browser, instead of `open_type`: a list of objects with
        `browser` and `open_type`.
        """
    @property
    def card_quota(self, /) -> str | None:
        """
        Months of instalment, as in the request's own `card_quota`; in a window the choice, `0,2,3`.
        """
    @property
    def cash_receipt_not_published(self, /) -> bool | None:
        """
        Whether no cash receipt is issued.
        """
    @property
    def cash_receipt_type(self, /) -> CashReceiptType | None:
        """
        What the cash receipt is for.
        """
    @property
    def common_event_webhook(self, /) -> bool | None:
        """
        Whether closing and expiry are told by webhook.
        """
    @property
    def confirm_grace_seconds(self, /) -> int | None:
        """
        For how many seconds a repeated confirmation gets the same answer.
        """
    @property
    def confirm_only_rest_api(self, /) -> bool | None:
        """
        Whether only the server may approve, and not the window.
        """
    @property
    def delivery_day(self, /) -> int | None:
        """
        In how many days it is delivered.
        """
    @property
    def delivery_price(self, /) -> int | None:
        """
        Delivery, in won.
        """
    @property
    def deposit_expiration(self, /) -> str | None:
        """
        Until when a virtual account can be paid into, `yyyy-mm-dd HH:MM:SS` in Korean time.
        """
    @property
    def direct_card_company(self, /) -> CardCompany | None:
        """
        The card company whose window opens at once.
        """
    @property
    def direct_card_quota(self, /) -> str | None:
        """
        The months of instalment with `direct_card_company`.
        """
    @property
    def display_cash_receipt(self, /) -> bool | None:
        """
        Whether the window asks for a cash receipt.
        """
    @property
    def disposable_cup_deposit(self, /) -> int | None:
        """
        The deposit on disposable cups, in won.
        """
    @property
    def easy_payment_method(self, /) -> str | None:
        """
        What an easy payment pays from: `card` or `point`.
        """
    @property
    def enable_card_companies(self, /) -> list[CardCompany] | None:
        """
        The only card companies to offer.
        """
    @property
    def enable_easy_payments(self, /) -> list[str] | None:
        """
        The only easy payments to offer.
        """
    @property
    def enable_error_webhook(self, /) -> bool | None:
        """
        Whether failures are told by webhook.
        """
    @property
    def escrow(self, /) -> bool | None:
        """
        Whether it is an escrow payment (KCP and Inicis).
        """
    @property
    def except_card_companies(self, /) -> list[CardCompany] | None:
        """
        Card companies not to offer.
        """
    @property
    def locale(self, /) -> str | None:
        """
        The window's language: `ko`.
        """
    @property
    def minimum_price_limit(self, /) -> int | None:
        """
        The least price, in won.
        """
    @property
    def offer_period(self, /) -> str | None:
        """
        What the payment is good for, as the buyer reads it: `월 자동결제`.
        """
    @property
    def open_type(self, /) -> str | None:
        """
        How the window opens: `iframe`, `popup` or `redirect`.
        """
    @property
    def raw_data(self, /) -> bool | None:
        """
        Whether to return the PG's own fields as well; they are in the reply's `raw`.
        """
    @property
    def redirect_url(self, /) -> str | None:
        """
        Where a redirected window returns to.
        """
    @property
    def seller_name(self, /) -> str | None:
        """
        The seller, as the buyer reads it.
        """
    @property
    def separately_confirmed(self, /) -> bool | None:
        """
        Whether the server approves, after the buyer is done.
        """
    @property
    def subscribe_test_payment(self, /) -> bool | None:
        """
        Whether to try a new billing key with 100 won (PayApp 1,000), which are given back after
        about ten minutes.
        """
    @property
    def test_deposit(self, /) -> bool | None:
        """
        Whether a virtual account of test mode pretends to be paid into.
        """
    @property
    def timeout(self, /) -> int | None:
        """
        How long the window lives, in minutes; 30 by default.
        """
    @property
    def use_card_point(self, /) -> bool | None:
        """
        Whether the card's points may be used.
        """
    @property
    def use_extra_deduction(self, /) -> bool | None:
        """
        Whether it counts for the deduction on books and culture.
        """
    @property
    def use_order_id(self, /) -> bool | None:
        """
        Whether the PG is told the shop's order id instead of Bootpay's.
        """
    @property
    def use_welcomepayment(self, /) -> bool | None:
        """
        Whether Welcome Payments' own window is used.
        """
    @property
    def webhook_delay_duration(self, /) -> int | None:
        """
        How many seconds webhooks wait; at most 600.
        """

@final
class Identity:
    """
    Identity verification, by text message or the carriers' PASS app.
    """
    def certificate(self, /, receipt_id: str, *, timeout: float | timedelta | None = None) -> Certificate:
        """
        Looks up what a verification led to. Complete only at status `identity_verified`.

        Refused with `AUTH_NOT_CONFIRMED` before the person is done, with `AUTH_EXPIRED`
        after 30 minutes, with `RC_NOT_FOUND` when there is none.

        Args:
            receipt_id: Bootpay's id of the verification, 24 hex characters.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def confirm(self, /, receipt_id: str, *, otp: str | None = None, timeout: float | timedelta | None = None) -> Certificate:
        """
        Ends a verification: with the code of the text message, or once the person is done
        in PASS.

        Refused with `AUTH_NOT_READY` when it does not wait, with `AUTH_EXPIRED` after 30
        minutes.

        Args:
            receipt_id: Bootpay's id of the verification, 24 hex characters.
            otp: The six digits of the text message; none with PASS.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def request(self, /, authentication_id: str, *, pg: Pg, method: Method, order_name: str, username: str, identity_no: str, carrier: Carrier, phone: str, client_ip: str, site_url: str | None = None, authenticate_type: AuthenticateType | None = None, extra: Extra | None = None, user: User | None = None, metadata: Any | None = None, timeout: float | timedelta | None = None) -> Certificate:
        """
        Asks a person to prove who they are.

        Refused with `AUTH_NEED_PG_METHOD` without PG and method, with
        `AUTH_ALREADY_AUTHENTICATED` for an id whose verification is over, with
        `AUTH_CONFIRM_READY_FAILED` when name, carrier and phone do not match.

        Args:
            authentication_id: The shop's id of this verification; a new one for each.
            pg: The PG: Danal is the only one so far.
            method: The method: `auth`.
            order_name: What it is for, as the person reads it.
            username: Name.
            identity_no: Date of birth (YYMMDD) and the first digit after it in the resident number: 7 digits. Six are
                taken too, since sources differ.
            carrier: The carrier of the phone.
            phone: The phone number, in digits.
            client_ip: The person's own IP address.
            site_url: The site or app that asks, as the person reads it.
            authenticate_type: By text message unless said otherwise.
            extra: Options of the PG.
            user: The person, as the shop knows them.
            metadata: What the shop attaches; returned as it is.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def resend(self, /, receipt_id: str, *, timeout: float | timedelta | None = None) -> Certificate:
        """
        Sends the text message or the PASS request again.

        Refused with `AUTH_NOT_READY` when it does not wait.

        Args:
            receipt_id: Bootpay's id of the verification, 24 hex characters.
            timeout: How long the call may take in all, instead of the client's default.
        """

@final
class Item:
    """
    Something that was bought.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, *, id: str, name: str, qty: SupportsIndex, price: int, cat1: str | None = None, cat2: str | None = None, cat3: str | None = None, category_type: str | None = None, category_code: str | None = None, start_date: str | None = None, end_date: str | None = None) -> Item: ...
    def __repr__(self, /) -> str: ...
    @property
    def cat1(self, /) -> str | None:
        """
        Its category, the widest.
        """
    @property
    def cat2(self, /) -> str | None:
        """
        Its category within `cat1`.
        """
    @property
    def cat3(self, /) -> str | None:
        """
        Its category within `cat2`.
        """
    @property
    def category_code(self, /) -> str | None:
        """
        Its category, in Naver Pay's words (`categoryId`).
        """
    @property
    def category_type(self, /) -> str | None:
        """
        The kind of its category, in Naver Pay's words.
        """
    @property
    def end_date(self, /) -> str | None:
        """
        The last day that it is good for, `yyyyMMdd`.
        """
    @property
    def id(self, /) -> str:
        """
        The shop's id of it.
        """
    @property
    def name(self, /) -> str:
        """
        Its name, as the buyer reads it.
        """
    @property
    def price(self, /) -> int:
        """
        What one costs, in won; may be 0.
        """
    @property
    def qty(self, /) -> int:
        """
        How many; at least 1.
        """
    @property
    def start_date(self, /) -> str | None:
        """
        The first day that it is good for, `yyyyMMdd`.
        """

@final
class PaymentMethod:
    """
    A PG and a method that the merchant has activated. No source documents the reply: what is not
    found here is in `raw`.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> PaymentMethod: ...
    @property
    def method(self, /) -> str | None:
        """
        The method, in Korean.
        """
    @property
    def method_symbol(self, /) -> Method | None:
        """
        The method.
        """
    @property
    def pg(self, /) -> str | None:
        """
        The PG's name in Korean.
        """
    @property
    def pg_symbol(self, /) -> str | None:
        """
        The PG's word.
        """
    @property
    def raw(self, /) -> Any:
        """
        The whole of it as Bootpay sent it.
        """
    @property
    def sandbox(self, /) -> bool | None:
        """
        Whether it is in test mode.
        """

@final
class PaymentMethods:
    """
    Payment methods that the merchant has activated.
    """
    def list(self, /, *, timeout: float | timedelta | None = None) -> list[PaymentMethod]:
        """
        Lists the PGs and methods that the merchant has activated in Bootpay's console.

        Rests on the official Java and Ruby SDKs; the reply is documented nowhere.

        Args:
            timeout: How long the call may take in all, instead of the client's default.
        """

@final
class Payments:
    """
    Payments: looked up, confirmed, verified and given back.
    """
    def cancel_full(self, /, receipt_id: str, *, message: str | None = None, cancel_id: str | None = None, cancel_username: str | None = None, refund: Refund | None = None, items: SupportsGetItem[int, Item] | None = None, metadata: Any | None = None, cancel_requester: str | None = None, timeout: float | timedelta | None = None) -> Receipt:
        """
        Gives back all that remains of a payment.

        Refused with `RC_ALREADY_CANCELLED` when nothing remains.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            message: Why, as the admin pages show it (the API's `cancel_message`).
            cancel_id: The shop's own id of this refund; Bootpay refuses a second one with the same id.
            cancel_username: Who asked, as the admin pages show it.
            refund: Where to give the money back to; needed for payments into virtual accounts.
            items: What is given back of what was bought (only the official Python and Ruby SDKs know it).
            metadata: What the shop attaches to the cancel (only the official Python SDK knows it).
            cancel_requester: What asked, as the admin pages show it (only the official Ruby SDK knows it).
            timeout: How long the call may take in all, instead of the client's default.
        """
    def cancel_partial(self, /, receipt_id: str, *, amount: int, cancel_id: str, cancel_tax_free: int | None = None, message: str | None = None, cancel_username: str | None = None, refund: Refund | None = None, items: SupportsGetItem[int, Item] | None = None, metadata: Any | None = None, cancel_requester: str | None = None, timeout: float | timedelta | None = None) -> Receipt:
        """
        Gives back a part of a payment.

        May be repeated with another `cancel_id` until nothing remains; only for methods
        and PGs that support it. Reads the payment first, so that a lost reply can be
        resolved later; fails with `Mismatch` when it is not in KRW.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            amount: What to give back, in won (the API's `cancel_price`).
            cancel_id: The shop's own id of this refund; Bootpay refuses a second one with the same id.
            cancel_tax_free: The tax-free part of `amount`, in won; at most `amount`.
            message: Why, as the admin pages show it (the API's `cancel_message`).
            cancel_username: Who asked, as the admin pages show it.
            refund: Where to give the money back to; needed for payments into virtual accounts.
            items: What is given back of what was bought (only the official Python and Ruby SDKs know it).
            metadata: What the shop attaches to the cancel (only the official Python SDK knows it).
            cancel_requester: What asked, as the admin pages show it (only the official Ruby SDK knows it).
            timeout: How long the call may take in all, instead of the client's default.
        """
    def confirm(self, /, receipt_id: str, *, order_id: str, amount: int, timeout: float | timedelta | None = None) -> VerifiedPayment:
        """
        Confirms a payment, which is when the money moves.

        Reads the payment first and refuses with `Mismatch` one that does not wait for
        confirmation or is not of this order, amount (KRW) and mode; confirms it; and
        compares again. A `Mismatch` after the money moved carries the attempt.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            order_id: The shop's id of the order, from the shop's own records and not from the browser.
            amount: What the order costs in won, from the shop's own records and not from the browser.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def find_by_order(self, /, order_id: str, *, timeout: float | timedelta | None = None) -> list[Receipt]:
        """
        Looks up the payments of one order.

        An order can have several: a buyer who tried twice. Refused with `RC_NOT_FOUND`
        when there is none.

        Args:
            order_id: The shop's id of the order.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def get(self, /, receipt_id: str, *, lookup_user_data: bool | None = None, timeout: float | timedelta | None = None) -> Receipt:
        """
        Looks up one payment by Bootpay's receipt id.

        Refused with `RC_NOT_FOUND` when there is none, or when it is another merchant's.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            lookup_user_data: Also return the buyer's details.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def request(self, /, price: int, *, order_name: str, order_id: str, pg: Pg | None = None, method: Method | None = None, methods: SupportsGetItem[int, Method] | None = None, tax_free: int | None = None, user: User | None = None, items: SupportsGetItem[int, Item] | None = None, extra: Extra | None = None, metadata: Any | None = None, platform_application_id: str | None = None, redirect_url: str | None = None, user_token: str | None = None, wallet_id: str | None = None, commission_keys: Any | None = None, terms: Any | None = None, widget: SupportsIndex | None = None, widget_key: str | None = None, widget_sandbox: bool | None = None, uuid: str | None = None, sk: str | None = None, ti: SupportsIndex | None = None, tk: str | None = None, ver: str | None = None, sdk_version: str | None = None, agent: str | None = None, timeout: float | timedelta | None = None) -> RequestedPayment:
        """
        Begins a payment from the server: a page for the buyer, or a charge of a wallet.

        Bootpay advises against it for payments in Korea, which begin in the payment window.
        Rests on one source or on older ones; the reply is documented nowhere. Refused
        with `RC_PRICE_LEAST_LT` below 100 won.

        Args:
            price: What to pay, in won; at least 100.
            order_name: What is paid for, as the buyer reads it.
            order_id: The shop's id of the order; unique.
            pg: The PG; without it and `method` the buyer chooses.
            method: The method.
            methods: The methods that the buyer may choose from.
            tax_free: The tax-free part of `price`, in won; at most `price`.
            user: The buyer.
            items: What was bought; quantities times prices must sum up to `price`. Payco demands it.
            extra: Options of the payment.
            metadata: What the shop attaches; returned as it is.
            platform_application_id: The Application ID of the web or app platform that the page acts for.
            redirect_url: Where the buyer lands afterwards.
            user_token: The member's token; with `wallet_id`, that wallet is charged.
            wallet_id: The wallet to charge, with `user_token`.
            commission_keys: Keys for commissions, `commerce` and `marketer`.
            terms: The terms that the buyer agrees to: a list.
            widget: Whether it is for a payment widget: 0 or 1.
            widget_key: The key of the payment widget, from Bootpay's console.
            widget_sandbox: Whether the widget is of test mode.
            uuid: The device's id, for Bootpay's statistics.
            sk: The session's id, for Bootpay's statistics.
            ti: How long the session has lasted, for Bootpay's statistics.
            tk: The session's token, for Bootpay's statistics.
            ver: The version of Bootpay's browser SDK whose behaviour is wanted: `5.2.0`.
            sdk_version: The version of the app SDK whose behaviour is wanted.
            agent: The buyer's browser (the API's `__agent`).
            timeout: How long the call may take in all, instead of the client's default.
        """
    def request_virtual_account(self, /, pg: Pg, *, order_id: str, order_name: str, price: int, bank_code: Bank, bank_account: str, bank_username: str, tax_free: int | None = None, cash_receipt_type: CashReceiptType | None = None, identity_no: str | None = None, user: User | None = None, metadata: Any | None = None, extra: Extra | None = None, timeout: float | timedelta | None = None) -> Receipt:
        """
        Registers an account number of the shop's own choice as the virtual account of an order.

        Rests on one source, the official Ruby SDK.

        Args:
            pg: The PG.
            order_id: The shop's id of the order.
            order_name: What is paid for, as the buyer reads it.
            price: What to pay, in won; at least 100.
            bank_code: The bank: three digits.
            bank_account: The account number, digits only.
            bank_username: The holder of the account.
            tax_free: The tax-free part of `price`, in won; at most `price`.
            cash_receipt_type: What the cash receipt is for.
            identity_no: Whose cash receipt it is: a phone, resident or business number, in digits.
            user: The buyer.
            metadata: What the shop attaches; returned as it is.
            extra: Options of the payment.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def verify(self, /, receipt_id: str, *, order_id: str, amount: int, timeout: float | timedelta | None = None) -> VerifiedPayment:
        """
        Verifies that a payment is paid, and is what the shop sold.

        For payments that need no confirmation and for webhooks, whose body proves
        nothing. Fails with `Mismatch` unless order, amount (KRW) and mode agree, its
        status is paid and nothing was given back.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            order_id: The shop's id of the order, from the shop's own records and not from the browser.
            amount: What the order costs in won, from the shop's own records and not from the browser.
            timeout: How long the call may take in all, instead of the client's default.
        """

@final
class PhoneData:
    """
    The phone behind a payment.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> PhoneData: ...
    @property
    def auth_no(self, /) -> str | None:
        """
        The approval number.
        """
    @property
    def phone(self, /) -> str | None:
        """
        The phone number.
        """
    @property
    def receipt_url(self, /) -> str | None:
        """
        The PG's slip (NICE only).
        """
    @property
    def tid(self, /) -> str | None:
        """
        The PG's transaction id.
        """

@final
class PointData:
    """
    A wallet's own money behind a payment.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> PointData: ...
    @property
    def cancel_tid(self, /) -> str | None:
        """
        The wallet's transaction id of the cancel.
        """
    @property
    def tid(self, /) -> str | None:
        """
        The wallet's transaction id.
        """

@final
class Receipt:
    """
    A payment as Bootpay records it.

    Amounts are whole won; of another `currency` they are its smallest unit (US cents).
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> Receipt: ...
    @property
    def bank_data(self, /) -> BankData | None:
        """
        Of a bank transfer, also when a wallet debited an account.
        """
    @property
    def cancelled_at(self, /) -> datetime | None:
        """
        When it was last cancelled, by the PG's clock.
        """
    @property
    def cancelled_price(self, /) -> int:
        """
        What was given back so far, all cancels together, in won.
        """
    @property
    def cancelled_tax_free(self, /) -> int:
        """
        The tax-free part of `cancelled_price`, in won.
        """
    @property
    def card_data(self, /) -> CardData | None:
        """
        Of a payment by card, also when a wallet charged a card.
        """
    @property
    def cash_receipt_data(self, /) -> CashReceiptData | None:
        """
        The cash receipt, when one was issued.
        """
    @property
    def company_name(self, /) -> str | None:
        """
        The merchant's name.
        """
    @property
    def currency(self, /) -> str:
        """
        ISO 4217; `KRW` unless Bootpay says otherwise.
        """
    @property
    def escrow_data(self, /) -> EscrowData | None:
        """
        Of an escrow payment.
        """
    @property
    def gateway_url(self, /) -> str | None:
        """
        Bootpay's host for the payment window.
        """
    @property
    def kakao_money_data(self, /) -> PointData | None:
        """
        Of a payment with Kakao Pay's own money.
        """
    @property
    def metadata(self, /) -> Any | None:
        """
        What the shop attached to the payment.
        """
    @property
    def method(self, /) -> str | None:
        """
        The method used, in Korean.
        """
    @property
    def method_origin(self, /) -> str | None:
        """
        The method asked for, in Korean.
        """
    @property
    def method_origin_symbol(self, /) -> Method | None:
        """
        The method asked for.
        """
    @property
    def method_symbol(self, /) -> Method | None:
        """
        The method used.
        """
    @property
    def naver_point_data(self, /) -> PointData | None:
        """
        Of a payment with Naver Pay's own money.
        """
    @property
    def order_id(self, /) -> str | None:
        """
        The shop's id of the order; of a billing key, its subscription id.
        """
    @property
    def order_name(self, /) -> str | None:
        """
        What was bought, as the buyer read it.
        """
    @property
    def payco_point_data(self, /) -> PointData | None:
        """
        Of a payment with Payco's own money.
        """
    @property
    def pg(self, /) -> str | None:
        """
        The PG's name in Korean; `Pg` knows the usual ones.
        """
    @property
    def phone_data(self, /) -> PhoneData | None:
        """
        Of a payment by phone bill.
        """
    @property
    def price(self, /) -> int:
        """
        What was asked for, in won.
        """
    @property
    def purchased_at(self, /) -> datetime | None:
        """
        When it was paid, by the PG's clock.
        """
    @property
    def raw(self, /) -> Any:
        """
        The whole reply as Bootpay sent it, with what this version does not know.
        """
    @property
    def receipt_id(self, /) -> str:
        """
        Bootpay's id of the payment, 24 hex characters.
        """
    @property
    def receipt_url(self, /) -> str | None:
        """
        A page that shows the slip to the buyer.
        """
    @property
    def requested_at(self, /) -> datetime | None:
        """
        When it was asked for, by Bootpay's clock.
        """
    @property
    def sandbox(self, /) -> bool | None:
        """
        Whether the payment was made in test mode.
        """
    @property
    def status(self, /) -> Status:
        """
        Where it stands.
        """
    @property
    def status_code(self, /) -> int:
        """
        The number behind `status`.
        """
    @property
    def status_locale(self, /) -> str | None:
        """
        `status` in Korean.
        """
    @property
    def tax_free(self, /) -> int:
        """
        The tax-free part of `price`, in won.
        """
    @property
    def toss_point_data(self, /) -> PointData | None:
        """
        Of a payment with Toss's own money.
        """
    @property
    def user(self, /) -> Buyer | None:
        """
        The buyer, when `lookup_user_data` asked for it.
        """
    @property
    def vbank_data(self, /) -> VirtualAccountData | None:
        """
        Of a payment into a virtual account.
        """

@final
class Refund:
    """
    The account that a virtual account's payment is given back to; the shop needs a contract for it
    with the PG (CMS).
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, *, bank_account: str, bank_username: str, bank_code: Bank) -> Refund: ...
    def __repr__(self, /) -> str: ...
    @property
    def bank_code(self, /) -> Bank:
        """
        The bank: three digits, `004` is KB Kookmin.
        """
    @property
    def bank_username(self, /) -> str:
        """
        The holder.
        """

@final
class RequestedPayment:
    """
    A payment that was begun. No source documents the reply: what is not found here is in `raw`.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> RequestedPayment: ...
    @property
    def gateway_url(self, /) -> str | None:
        """
        Bootpay's host for the payment window.
        """
    @property
    def raw(self, /) -> Any:
        """
        The whole reply as Bootpay sent it.
        """
    @property
    def receipt_id(self, /) -> str | None:
        """
        Bootpay's id of the payment, 24 hex characters.
        """
    @property
    def url(self, /) -> str | None:
        """
        The page to show to the buyer.
        """

@final
class Reseller:
    """
    Calls for resellers, who make merchants of their own. All rest on one source, the official
    Ruby SDK, and take the reseller's `application_id` and `private_key`.
    """
    def create_app(self, /, provider_id: str, *, name: str, unit: str | None = None, real: str | None = None, desc: str | None = None, timezone: str | None = None, timeout: float | timedelta | None = None) -> Undocumented:
        """
        Makes a project for a merchant. Rests on one source, the official Ruby SDK.

        Args:
            provider_id: Bootpay's id of the merchant.
            name: The project's name.
            unit: The currency: `KRW`.
            real: What is sold: goods are `실물`.
            desc: What the project is about.
            timezone: The time zone: `Asia/Seoul`.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def create_seller(self, /, company_alias: str, *, company_name: str, primary_key: str, email: str | None = None, regist_no: str | None = None, owner_name: str | None = None, phone: str | None = None, zip: str | None = None, address1: str | None = None, address2: str | None = None, app_name: str | None = None, resources: Any | None = None, send_email: bool | None = None, timeout: float | timedelta | None = None) -> Undocumented:
        """
        Makes a merchant. Rests on one source, the official Ruby SDK.

        Args:
            company_alias: The merchant's short name.
            company_name: The merchant's name.
            primary_key: The reseller's own id of the merchant.
            email: E-mail address.
            regist_no: Business number.
            owner_name: The owner's name.
            phone: Phone number.
            zip: Postal code.
            address1: Address.
            address2: The rest of the address.
            app_name: The name of the first project.
            resources: The PGs of the first project, with their settings.
            send_email: Whether the merchant is told by e-mail; not unless said.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def delete_test_seller(self, /, provider_id: str, *, timeout: float | timedelta | None = None) -> Undocumented:
        """
        Removes a merchant that was made for a test. Rests on one source, the official Ruby SDK.

        Args:
            provider_id: Bootpay's id of the merchant.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def get_seller(self, /, provider_id: str, *, timeout: float | timedelta | None = None) -> Undocumented:
        """
        Looks up a merchant. Rests on one source, the official Ruby SDK.

        Args:
            provider_id: Bootpay's id of the merchant.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def invite(self, /, email: str, *, level: str, invite_type: InviteType, app_id: str | None = None, provider_id: str | None = None, timeout: float | timedelta | None = None) -> Undocumented:
        """
        Invites somebody to a project or a team. Rests on one source, the official Ruby SDK.

        Args:
            email: E-mail address.
            level: What they may do: `관리자` is everything.
            invite_type: What they are invited to.
            app_id: Bootpay's id of the project, for an invitation to one.
            provider_id: Bootpay's id of the merchant, for an invitation to its team.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def update_resources(self, /, app_id: str, *, resources: Any, timeout: float | timedelta | None = None) -> Undocumented:
        """
        Sets the PGs of a project. Rests on one source, the official Ruby SDK.

        Args:
            app_id: Bootpay's id of the project.
            resources: The PGs, with their settings.
            timeout: How long the call may take in all, instead of the client's default.
        """

@final
class Reservation:
    """
    A charge that Bootpay makes later.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> Reservation: ...
    @property
    def billing_key(self, /) -> str | None:
        """
        The billing key.
        """
    @property
    def card_quota(self, /) -> str | None:
        """
        Months of instalment; `00` is a lump sum.
        """
    @property
    def content_type(self, /) -> str | None:
        """
        How those webhooks are written.
        """
    @property
    def extra(self, /) -> Any | None:
        """
        Options of the payment, as the shop wrote them, but for an identity number.
        """
    @property
    def feedback_url(self, /) -> str | None:
        """
        Where the webhooks of this payment go.
        """
    @property
    def items(self, /) -> Any | None:
        """
        What was bought, as the shop wrote it.
        """
    @property
    def metadata(self, /) -> Any | None:
        """
        What the shop attached.
        """
    @property
    def order_id(self, /) -> str | None:
        """
        The shop's id of the order.
        """
    @property
    def order_name(self, /) -> str | None:
        """
        What is paid for, as the buyer reads it.
        """
    @property
    def price(self, /) -> int | None:
        """
        What to charge, in won.
        """
    @property
    def raw(self, /) -> Any:
        """
        The whole reply as Bootpay sent it but for an identity number, with what this version does not know.
        """
    @property
    def receipt_id(self, /) -> str | None:
        """
        Bootpay's id of the payment, once it was charged.
        """
    @property
    def reserve_execute_at(self, /) -> datetime | None:
        """
        When it is to be charged.
        """
    @property
    def reserve_finished_at(self, /) -> datetime | None:
        """
        When charging ended.
        """
    @property
    def reserve_id(self, /) -> str:
        """
        Bootpay's id of the reservation, 24 hex characters.
        """
    @property
    def reserve_requested_at(self, /) -> datetime | None:
        """
        When it was reserved.
        """
    @property
    def reserve_revoked_at(self, /) -> datetime | None:
        """
        When it was cancelled.
        """
    @property
    def reserve_started_at(self, /) -> datetime | None:
        """
        When charging began.
        """
    @property
    def status(self, /) -> ReserveStatus:
        """
        Where it stands.
        """
    @property
    def status_code(self, /) -> int:
        """
        The number behind `status`.
        """
    @property
    def tax_free(self, /) -> int | None:
        """
        The tax-free part of `price`, in won.
        """
    @property
    def user(self, /) -> Buyer | None:
        """
        The buyer.
        """
    @property
    def version(self, /) -> str | None:
        """
        The version of Bootpay that took the reservation.
        """

@final
class Reservations:
    """
    Reservations: charges of a billing key that Bootpay makes later.
    """
    def cancel(self, /, reserve_id: str, *, timeout: float | timedelta | None = None) -> CancelledReservation:
        """
        Cancels a reservation that waits.

        Args:
            reserve_id: Bootpay's id of the reservation, 24 hex characters.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def create(self, /, billing_key: str, *, order_name: str, order_id: str, price: int, reserve_execute_at: datetime, tax_free: int | None = None, card_quota: str | None = None, items: SupportsGetItem[int, Item] | None = None, user: User | None = None, extra: Extra | None = None, feedback_url: str | None = None, content_type: ContentType | None = None, metadata: Any | None = None, timeout: float | timedelta | None = None) -> CreatedReservation:
        """
        Has a billing key charged later. At most 10 may wait for one billing key.

        Refused with `SUBSCRIBE_BK_EXPIRED` when the key has expired or was destroyed.

        Args:
            billing_key: The billing key.
            order_name: What is paid for, as the buyer reads it.
            order_id: The shop's id of the order.
            price: What to charge, in won; at least 100.
            reserve_execute_at: When to charge; not past, for which five minutes are forgiven.
            tax_free: The tax-free part of `price`, in won; at most `price`.
            card_quota: Months of instalment: `00` is a lump sum, `02` to `12` need a price of at least 50,000 won.
            items: What was bought; quantities times prices must sum up to `price`.
            user: The buyer.
            extra: `card_quota` and `raw_data` count.
            feedback_url: Where the webhooks of this payment go: https, public.
            content_type: How those webhooks are written.
            metadata: What the shop attaches; returned as it is.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def get(self, /, reserve_id: str, *, timeout: float | timedelta | None = None) -> Reservation:
        """
        Looks up a reservation; once it was charged it names the receipt.

        Args:
            reserve_id: Bootpay's id of the reservation, 24 hex characters.
            timeout: How long the call may take in all, instead of the client's default.
        """

@final
class Resolution:
    """
    What became of an attempt, as far as reading can tell.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> Resolution: ...
    @property
    def ask_again_at(self, /) -> datetime | None:
        """
        When to ask again, where it was too early to tell.
        """
    @property
    def attempt(self, /) -> Attempt:
        """
        The attempt.
        """
    @property
    def billing_key(self, /) -> BillingKey | None:
        """
        The billing key as it stands, where one was read.
        """
    @property
    def outcome(self, /) -> ResolvedOutcome:
        """
        Whether it happened.
        """
    @property
    def reason(self, /) -> str:
        """
        Why it is thought so, in words.
        """
    @property
    def receipt(self, /) -> Receipt | None:
        """
        The payment as it stands, where one was read.
        """
    @property
    def reservation(self, /) -> Reservation | None:
        """
        The reservation as it stands, where one was read.
        """

@final
class ShippingUser:
    """
    Who receives a parcel.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, *, username: str | None = None, phone: str | None = None, zipcode: str | None = None, address: str | None = None) -> ShippingUser: ...
    def __repr__(self, /) -> str: ...
    @property
    def address(self, /) -> str | None:
        """
        Address.
        """
    @property
    def phone(self, /) -> str | None:
        """
        Phone number.
        """
    @property
    def username(self, /) -> str | None:
        """
        Name.
        """
    @property
    def zipcode(self, /) -> str | None:
        """
        Postal code.
        """

@final
class Undocumented:
    """
    A reply whose shape no source documents.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> Undocumented: ...
    @property
    def raw(self, /) -> Any:
        """
        The whole reply as Bootpay sent it; JSON null where it sent that.
        """

@final
class User:
    """
    The buyer, as the shop knows them.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, *, id: str | None = None, username: str | None = None, phone: str | None = None, email: str | None = None, gender: Gender | None = None, birth: str | None = None, area: str | None = None, addr: str | None = None) -> User: ...
    def __repr__(self, /) -> str: ...
    @property
    def addr(self, /) -> str | None:
        """
        Address.
        """
    @property
    def area(self, /) -> str | None:
        """
        Province or city, in Korean: `서울`.
        """
    @property
    def birth(self, /) -> str | None:
        """
        Date of birth, `YYMMDD` or `1986-10-14`.
        """
    @property
    def email(self, /) -> str | None:
        """
        E-mail address.
        """
    @property
    def gender(self, /) -> Gender | None:
        """
        Sex.
        """
    @property
    def id(self, /) -> str | None:
        """
        The shop's id of the buyer.
        """
    @property
    def phone(self, /) -> str | None:
        """
        Phone number. Some PGs demand it, PayApp among them.
        """
    @property
    def username(self, /) -> str | None:
        """
        Name. PayApp demands it.
        """

@final
class UserToken:
    """
    A token with which the payment window knows a member of the shop.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def expired_at(self, /) -> datetime | None:
        """
        Until when it can be used; about an hour.
        """
    @property
    def raw(self, /) -> Any:
        """
        The whole reply as Bootpay sent it but for the token, with what this version does not know.
        """
    @property
    def user_token(self, /) -> str:
        """
        The token, for the window's `user_token`. It is not printed.
        """

@final
class Users:
    """
    Members of the shop, as Bootpay's easy payment knows them.
    """
    def register_biometric(self, /, user_token: str, *, device_uuid: str, os: str, token: str, timeout: float | timedelta | None = None) -> Undocumented:
        """
        Lets a member pay by fingerprint or face on one device.

        Rests on one source, the official Ruby SDK.

        Args:
            user_token: The member's token.
            device_uuid: The device's id.
            os: The device's system.
            token: What the device proves itself by.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def token(self, /, user_id: str, *, email: str | None = None, username: str | None = None, gender: Gender | None = None, birth: str | None = None, phone: str | None = None, timeout: float | timedelta | None = None) -> UserToken:
        """
        Gives a token with which the payment window knows a member, for about an hour.

        A key pair was seen to be refused here (`TOKEN_KEY_INVALID`): give the client an
        `application_id` and `private_key` as well.

        Args:
            user_id: The shop's id of the member.
            email: E-mail address.
            username: Name.
            gender: Sex.
            birth: Date of birth, `YYMMDD`.
            phone: Phone number, in digits.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def validate_password(self, /, user_token: str, *, token: str, timeout: float | timedelta | None = None) -> Undocumented:
        """
        Tells whether a member has given their password.

        Rests on one source, the official Ruby SDK.

        Args:
            user_token: The member's token.
            token: What the window gave for the password.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def wallets(self, /, user_token: str, *, timeout: float | timedelta | None = None) -> list[Wallet]:
        """
        Lists the wallets of the member whom a token names.

        Rests on the official Ruby and browser SDKs.

        Args:
            user_token: The member's token.
            timeout: How long the call may take in all, instead of the client's default.
        """

@final
class VerifiedPayment:
    """
    A payment that Bootpay was asked about and that is what the shop sold: paid in won, in the
    client's mode, with this order id and amount, nothing given back.

    Only `confirm` and `verify` make one, so a function that ships goods can demand it.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    @property
    def amount(self, /) -> int:
        """
        What was paid, in won.
        """
    @property
    def order_id(self, /) -> str:
        """
        The shop's id of the order.
        """
    @property
    def receipt(self, /) -> Receipt:
        """
        The payment as Bootpay records it.
        """
    @property
    def receipt_id(self, /) -> str:
        """
        Bootpay's id of the payment.
        """

@final
class VirtualAccountData:
    """
    The virtual account of a payment.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> VirtualAccountData: ...
    @property
    def bank_account(self, /) -> str | None:
        """
        The account to pay into.
        """
    @property
    def bank_code(self, /) -> Bank | None:
        """
        The bank.
        """
    @property
    def bank_name(self, /) -> str | None:
        """
        The bank, in Korean.
        """
    @property
    def bank_username(self, /) -> str | None:
        """
        The holder of the account.
        """
    @property
    def cash_receipt_no(self, /) -> str | None:
        """
        The cash receipt's approval number.
        """
    @property
    def cash_receipt_tid(self, /) -> str | None:
        """
        The PG's id of the cash receipt.
        """
    @property
    def cash_receipt_type(self, /) -> CashReceiptType | None:
        """
        What the cash receipt is for.
        """
    @property
    def cash_receipt_url(self, /) -> str | None:
        """
        The PG's page for the cash receipt (NICE only).
        """
    @property
    def expired_at(self, /) -> datetime | None:
        """
        Until when it can be paid into.
        """
    @property
    def receipt_url(self, /) -> str | None:
        """
        The PG's slip.
        """
    @property
    def sender_name(self, /) -> str | None:
        """
        Who paid.
        """
    @property
    def tid(self, /) -> str | None:
        """
        The PG's transaction id.
        """

@final
class Wallet:
    """
    A card or account that a member keeps in Bootpay's easy payment.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> Wallet: ...
    @property
    def batch_data(self, /) -> BillingData | None:
        """
        The card or account.
        """
    @property
    def card_code(self, /) -> str | None:
        """
        The PG's own code of the card company.
        """
    @property
    def expired_at(self, /) -> datetime | None:
        """
        Until when it can be used.
        """
    @property
    def latest_purchased_at(self, /) -> datetime | None:
        """
        When it last paid.
        """
    @property
    def name(self, /) -> str | None:
        """
        What the member calls it.
        """
    @property
    def order(self, /) -> int | None:
        """
        Its place among the member's wallets; the first is tried first.
        """
    @property
    def payment_status(self, /) -> int | None:
        """
        Whether it can pay, as Bootpay numbers it.
        """
    @property
    def raw(self, /) -> Any:
        """
        The whole of it as Bootpay sent it, with what this version does not know.
        """
    @property
    def sandbox(self, /) -> bool | None:
        """
        Whether it is of test mode.
        """
    @property
    def wallet_id(self, /) -> str:
        """
        Bootpay's id of the wallet, 24 hex characters.
        """
    @property
    def wallet_type(self, /) -> int | None:
        """
        What kind of wallet it is, as Bootpay numbers them (the API's `type`).
        """

@final
class WalletData:
    """
    Which wallet paid, and which were tried before.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> WalletData: ...
    @property
    def failure(self, /) -> list[Wallet] | None:
        """
        Those that were tried before, and did not pay.
        """
    @property
    def success(self, /) -> Wallet | None:
        """
        The one that paid.
        """

@final
class WalletPayment:
    """
    A payment by a member's wallets.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> WalletPayment: ...
    @property
    def receipt(self, /) -> Receipt:
        """
        The payment.
        """
    @property
    def wallet_data(self, /) -> WalletData | None:
        """
        Which wallet paid, and which were tried before.
        """

@final
class Wallets:
    """
    Wallets: cards and accounts that members keep in Bootpay's easy payment. Deprecated by
    Bootpay: use a user token and `payments.request`.
    """
    def charge(self, /, user_id: str, *, order_name: str, order_id: str, price: int, sandbox: bool, tax_free: int | None = None, webhook_url: str | None = None, content_type: ContentType | None = None, items: SupportsGetItem[int, Item] | None = None, user: User | None = None, extra: Extra | None = None, metadata: Any | None = None, timeout: float | timedelta | None = None) -> WalletPayment:
        """
        Charges the wallets of a member, in their order until one pays. Deprecated by Bootpay.

        Refused with `RC_CONFIRM_FAILED` when none pays.

        Args:
            user_id: The shop's id of the member.
            order_name: What is paid for, as the buyer reads it.
            order_id: The shop's id of the order; a new one for each attempt.
            price: What to charge, in won; at least 100.
            sandbox: Wallets of test mode, or else of live mode.
            tax_free: The tax-free part of `price`, in won; at most `price`.
            webhook_url: Where the webhooks of this payment go: https, public.
            content_type: How those webhooks are written.
            items: What was bought; quantities times prices must sum up to `price`.
            user: The buyer.
            extra: Options of the payment.
            metadata: What the shop attaches; returned as it is.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def list(self, /, user_id: str, *, sandbox: bool, widget_key: str | None = None, timeout: float | timedelta | None = None) -> list[Wallet]:
        """
        Lists the wallets of a member. Deprecated by Bootpay.

        A key pair was seen to be refused here (`TOKEN_KEY_INVALID`): give the client an
        `application_id` and `private_key` as well.

        Args:
            user_id: The shop's id of the member.
            sandbox: Those of test mode, or else of live mode.
            widget_key: The key of the payment widget, from Bootpay's console (only one official SDK knows it).
            timeout: How long the call may take in all, instead of the client's default.
        """
    def list_service(self, /, *, timeout: float | timedelta | None = None) -> Undocumented:
        """
        Lists the merchant's own wallets at Bootpay.

        Rests on one source, the official Ruby SDK.

        Args:
            timeout: How long the call may take in all, instead of the client's default.
        """

@final
class Webhooks:
    """
    Webhooks: what Bootpay tells the shop's server by itself.
    """
    def resend(self, /, receipt_id: str, *, webhook_url: str, timeout: float | timedelta | None = None) -> Undocumented:
        """
        Has the webhook of a payment sent again.

        Rests on one source, the official Ruby SDK.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            webhook_url: Where to: https, public.
            timeout: How long the call may take in all, instead of the client's default.
        """

def _refuse_subinterpreters() -> None:
    """
    Its classes belong to one interpreter. Python says so by itself since 3.12; before, it would let
    every interpreter of the process (under `mod_wsgi`, say) have them. The package asks when it is
    imported.
    """

def explain_retry(endpoint: str) -> str:
    """
    Tells in words whether and when a call is repeated, by the client and by its caller.

    This is what a client does unless its options say otherwise; what may be done after one failure is
    in the error's `repeat`. Raises `InvalidError` when there is no such call.

    Args:
        endpoint: A call: `payments.cancel_full`.
    """
