"""
The native half of `bootpay_core`.
"""

from bootpay_core.enums import AttemptOutcome, AuthType, AuthenticateType, Bank, CallAgain, CallEffect, CallOutcome, Capability, CardCompany, Carrier, CashReceiptType, ContentType, Courier, ErrorCategory, ErrorKind, EscrowStatus, Fault, Gender, InviteType, LinkAction, Method, Mode, Pg, Platform, PrivateKeyCheck, ReadinessActor, ReadinessCode, ReadinessSeverity, Repeat, ReserveStatus, ResolvedOutcome, Status, Support, WebhookChange, WebhookFormat, WebhookKind, WebhookOutcome, WindowDialect, WindowEventKind, WindowKind
from bootpay_core.stores import AttemptStore
from collections.abc import Coroutine, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, final

__all__ = ["ApplicationIds", "AsyncAttempts", "AsyncBilling", "AsyncBootpay", "AsyncCashReceipts", "AsyncEscrow", "AsyncIdentity", "AsyncPaymentMethods", "AsyncPayments", "AsyncReseller", "AsyncReservations", "AsyncSetup", "AsyncUsers", "AsyncWallets", "AsyncWebhooks", "Attempt", "AttemptClaim", "AttemptRow", "Attempts", "AuthenticateData", "BankData", "Billing", "BillingData", "BillingKey", "Bootpay", "BootpayAddresses", "Buyer", "CallEvent", "CancelledReservation", "CardData", "CashReceiptData", "CashReceipts", "Certificate", "Company", "CreatedReservation", "DeletedBillingKey", "DepositUrl", "ErrorInfo", "Escrow", "EscrowData", "Explanation", "Extra", "Identity", "Item", "LinkDecision", "PaymentMethod", "PaymentMethods", "Payments", "PhoneData", "PointData", "ReadinessItem", "Receipt", "Refund", "Refunded", "RequestedPayment", "Reseller", "Reservation", "Reservations", "Resolution", "Setup", "ShippingUser", "Undocumented", "User", "UserToken", "Users", "VerifiedPayment", "VirtualAccountData", "Wallet", "WalletData", "WalletPayment", "Wallets", "WebhookDelivery", "WebhookNotice", "WebhookResponse", "Webhooks", "WindowEvent", "WindowForm", "WindowPayload", "WindowScripts", "_refuse_subinterpreters", "_wait_for_money", "authentication", "closes", "decide", "decrypt_form", "explain_retry", "form", "manifest", "parse", "payment", "scripts", "shell", "subscription"]

@final
class ApplicationIds:
    """
    The application ids of a project at Bootpay, one for each platform: 24 hexadecimal digits each, all different.
    They are public, unlike the private key.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, *, web: str | None = None, android: str | None = None, ios: str | None = None, rest: str | None = None) -> ApplicationIds: ...
    def __repr__(self, /) -> str: ...
    @property
    def android(self, /) -> str | None:
        """
        For payment windows in Android apps.
        """
    @property
    def ios(self, /) -> str | None:
        """
        For payment windows in iOS apps.
        """
    @property
    def rest(self, /) -> str | None:
        """
        For the merchant's server; the `application_id` of the credentials, if they have one.
        """
    @property
    def web(self, /) -> str | None:
        """
        For payment windows on web pages.
        """

@final
class AsyncAttempts:
    """
    Attempts: writes and money calls whose outcome is unresolved.
    """
    def acknowledge(self, /, attempt_id: str) -> bool:
        """
        Removes an attempt from the list of `unresolved`, and from the client's store. Call it
        after its outcome is known and was used. Returns true if it was on the list. Sends nothing.
        """
    async def recover(self, /, *, include_answered: bool | None = None, limit: int | None = None, timeout: float | timedelta | None = None) -> list[Resolution]:
        """
        Resolves stored attempts that no process is handling, after a crash or a lost response.

        Sends read-only requests only, and is as careful as `resolve`, but waits for a quiet period
        only if the call's `timeout` allows it: otherwise returns `unknown` while it is too early to
        tell, and a later recovery, in any process, takes the attempt again after it. Call it when a
        process starts, and every few minutes. Any number of processes may recover at once: each
        attempt is returned to only one of them. An attempt with a known outcome stays in the store
        for an hour or until it is acknowledged, for a recovery with `include_answered`; an unknown
        one stays until it is acknowledged.

        Needs `attempts_file` or `attempt_store`, and fails with `Config` without. Fails with
        `NotSent` if the store cannot be used, with `Config` if its file is damaged.

        Args:
            include_answered: Also returns attempts of the last hour with a known outcome that were not acknowledged. Use it when
                a process starts: its predecessor may have crashed between receiving an outcome and using it.
            limit: Maximum number of attempts. Default 100, at most 1000.
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def resolve(self, /, serialized: str, *, timeout: float | timedelta | None = None) -> Resolution:
        """
        Resolves an attempt. Sends read-only requests only.

        Returns `done` and `did_not_happen` only if that is certain; the attempt is then removed
        from the list of `unresolved`. Returns `unknown` if reading cannot tell, for example
        because two payments of one order fit. Returns `did_not_happen` only after the client's
        quiet period and two identical reads, a second apart. The period is counted from the sending
        in the process that sent, elsewhere from the first read that found nothing; no time of day
        has a part in it. If that is beyond the call's `timeout`, returns `unknown` at once, with
        the time to ask this client again.

        Make partial cancels of one payment one after another: otherwise they cannot be told
        apart.

        Args:
            serialized: The attempt's `serialized`. Fails without sending anything if it was truncated or altered, or if its
                merchant or mode is not the client's.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def unresolved(self, /) -> list[Attempt]:
        """
        Returns this process's attempts by this client whose outcome is not known yet: lost
        responses, and calls abandoned by their caller. Attempts of a forked parent are the
        parent's. Sends nothing.
        """

@final
class AsyncBilling:
    """
    Billing keys: cards and accounts that the merchant may charge repeatedly.
    """
    async def charge(self, /, billing_key: str, *, order_name: str, order_id: str, price: int, tax_free: int | None = None, card_quota: str | None = None, card_interest: str | None = None, items: Sequence[Item] | None = None, user: User | None = None, extra: Extra | None = None, feedback_url: str | None = None, content_type: ContentType | None = None, metadata: Any | None = None, wallet_key: str | None = None, timeout: float | timedelta | None = None) -> Receipt:
        """
        Charges a billing key once, immediately.

        Fails with `SUBSCRIBE_BK_EXPIRED` if the key has expired or was deleted, with
        `RC_CONFIRM_FAILED` if the PG or the card company declines.

        Args:
            billing_key: The billing key.
            order_name: Name of the order, as the buyer reads it.
            order_id: The merchant's id of the order; a new one for each attempt.
            price: Amount to charge, in won; at least 100.
            tax_free: The tax-free part of `price`, in won; at most `price`.
            card_quota: Months of instalment: `00` is a lump sum; `02` to `12` require a price of at least 50,000 won.
            card_interest: The bearer of the interest, as a value of Welcome Payments.
            items: The items bought; quantities times prices must sum to `price`. Payco requires them.
            user: The buyer; some PGs require a phone number.
            extra: Options; only `card_quota` and `raw_data` count.
            feedback_url: URL for the webhooks of this payment: https, public.
            content_type: Content type of those webhooks.
            metadata: The merchant's metadata; returned unchanged.
            wallet_key: A wallet of Bootpay's easy payment (known from only one official SDK).
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def continue_card(self, /, receipt_id: str, *, timeout: float | timedelta | None = None) -> BillingKey:
        """
        Continues a card's billing key that was requested and is not issued yet.

        Fails with `SUBSCRIBE_PUBLISH_NOT_READY` if it is not waiting.

        Undocumented by Bootpay; known only from its Ruby SDK.

        Args:
            receipt_id: Bootpay's id of the request, 24 hex characters.
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def continue_transfer(self, /, receipt_id: str, *, timeout: float | timedelta | None = None) -> BillingKey:
        """
        Continues an account's billing key that was requested and is not issued yet.

        Fails with `SUBSCRIBE_PUBLISH_NOT_READY` if it is not waiting.

        Undocumented by Bootpay; known only from its Ruby SDK.

        Args:
            receipt_id: Bootpay's id of the request, 24 hex characters.
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def delete(self, /, billing_key: str, *, timeout: float | timedelta | None = None) -> DeletedBillingKey:
        """
        Deletes a billing key. Its reservations stay: cancel each of them.

        Fails with `SUBSCRIBE_BK_EXPIRED` if it has expired or was deleted before.

        Args:
            billing_key: The billing key.
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def finish_easy(self, /, receipt_id: str, *, billing_key: str, timeout: float | timedelta | None = None) -> Receipt:
        """
        Completes a payment that was started in an easy payment window, with a billing key.

        Undocumented by Bootpay; known only from its Ruby SDK.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            billing_key: The billing key.
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def get(self, /, billing_key: str, *, timeout: float | timedelta | None = None) -> BillingKey:
        """
        Returns a billing key.

        Bootpay's response has a shape of its own here, without `receipt_id` and
        `subscription_id`; only that of an account's key was recorded. Fails with
        `SUBSCRIBE_BK_EXPIRED` if the key has expired or was deleted.

        Args:
            billing_key: The billing key.
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def get_by_receipt(self, /, receipt_id: str, *, timeout: float | timedelta | None = None) -> BillingKey:
        """
        Returns the billing key that a request led to. A server gets a key that was issued in the
        payment window this way.

        Fails with `RC_NOT_FOUND` if there is no such request, with `RC_NOT_SUBSCRIBE` if the
        request was not for a billing key.

        Args:
            receipt_id: Bootpay's id of the request. A browser or app receives nothing else.
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def get_sequential(self, /, billing_key: str, *, widget_key: str, user_id: str, timeout: float | timedelta | None = None) -> BillingKey:
        """
        Returns a billing key that pays in the order its owner chose.

        Args:
            billing_key: The billing key.
            widget_key: The key of the payment widget, from Bootpay's console.
            user_id: The merchant's id of the member, who must own the key.
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def issue_card(self, /, pg: Pg, *, order_name: str, subscription_id: str, card_no: str, card_pw: str, card_identity_no: str, card_expire_year: str, card_expire_month: str, method: Method | None = None, price: int | None = None, tax_free: int | None = None, extra: Extra | None = None, user: User | None = None, metadata: Any | None = None, timeout: float | timedelta | None = None) -> BillingKey:
        """
        Issues a billing key from card data; with `price`, charges it at once.

        Returns a key that waits for its holder without `billing_key`, at status
        `billing_key_requested`: continue with `continue_card`, or look it up by its receipt.

        Fails with `RC_INVALID_EXP_MONTH` for an invalid month, with
        `SUBSCRIBE_REQUEST_FAILED` if the card company declines.

        Args:
            pg: The PG that keeps the card.
            order_name: Name of the subscription, as the buyer reads it.
            subscription_id: The merchant's id of the subscription; unique.
            card_no: The card number: 13 to 19 digits, without hyphens.
            card_pw: The first two digits of the card's password.
            card_identity_no: The holder's date of birth (YYMMDD) or business number (10 digits).
            card_expire_year: The card's expiry year, two digits; not past.
            card_expire_month: The card's expiry month, `01` to `12`.
            method: The method, if the PG has several: `card_rebill`.
            price: Amount to charge at once, in won, at least 100; without it only the key is issued.
            tax_free: The tax-free part of `price`, in won; at most `price`.
            extra: Options; only `subscribe_test_payment`, `card_quota` and `raw_data` count.
            user: The buyer; PayApp requires name and phone.
            metadata: The merchant's metadata; returned unchanged.
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def issue_transfer(self, /, pg: Pg, *, order_name: str, subscription_id: str, username: str, bank_name: Bank, bank_account: str, identity_no: str, phone: str, auth_type: AuthType | None = None, method: Method | None = None, cash_receipt_type: CashReceiptType | None = None, cash_receipt_identity_no: str | None = None, price: int | None = None, tax_free: int | None = None, extra: Extra | None = None, user: User | None = None, metadata: Any | None = None, timeout: float | timedelta | None = None) -> Receipt:
        """
        Requests an account holder's consent to direct debit: the first of two steps.

        Returns a receipt at status `billing_key_requested`. Its `order_id` is the
        subscription's id; keep its `receipt_id` for `publish_transfer`. Fails with
        `SUBSCRIBE_AT_LOOKUP_USER_FAILED` if holder, account and identity do not match.

        Args:
            pg: The PG: NICE is the only one so far.
            order_name: Name of the subscription, as the buyer reads it.
            subscription_id: The merchant's id of the subscription; unique.
            username: The holder of the account: a person or a company.
            bank_name: The bank; its Korean name is sent.
            bank_account: The account number, digits only.
            identity_no: The holder's date of birth (YYMMDD) or business number (10 digits).
            phone: The phone that receives the call or message asking for consent, in digits.
            auth_type: Method of consent; a phone call by default.
            method: The method, if the PG has several.
            cash_receipt_type: Purpose of the cash receipts.
            cash_receipt_identity_no: Identity for the cash receipts: a phone number (income deduction) or a business number (proof of
                expense), in digits.
            price: Amount to debit when the key is published, in won, at least 100; without it only the key is issued.
            tax_free: The tax-free part of `price`, in won; at most `price`.
            extra: Options of the PG.
            user: The buyer.
            metadata: The merchant's metadata; returned unchanged.
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def publish_transfer(self, /, receipt_id: str, *, timeout: float | timedelta | None = None) -> BillingKey:
        """
        Issues the billing key of an account after its holder's consent: the second of two steps.

        Debits the `price` of the first step now, if there was one. Fails with
        `SUBSCRIBE_REQUEST_FAILED` until the holder has agreed (call again then), with
        `SUBSCRIBE_PUBLISH_NOT_READY` if it is not waiting, or no longer.

        Args:
            receipt_id: Bootpay's id of the request, from the first step.
            timeout: Total timeout of the call, instead of the client's default.
        """

@final
class AsyncBootpay:
    """
    A client of one merchant with calls awaited under asyncio.

    Safe to share among threads, event loops and forked processes. Closes itself as a context
    manager: `async with AsyncBootpay(client_key=…, secret_key=…) as bootpay:`

    Cancelling the task aborts a read-only call. A write or money call that was sent completes
    in the background: its attempt is in `unresolved()`, and in the `OutcomeUnknownError` that
    is the `__cause__` of the `CancelledError`.

    Args:
        client_key: The client key, with `secret_key` (sent as Basic authentication).
        secret_key: The secret key that belongs to `client_key`.
        application_id: The REST application id, with `private_key` (exchanged for a token of 30 minutes).
        private_key: The private key that belongs to `application_id`.
        base_url: URL of the API; https, except on loopback. Default: Bootpay's production. It is ASCII, without blanks,
            control characters, backslashes, a user name or a query; an international host is written `xn--…`.
        mode: Mode in which payments must have been made to be verified. Default `live`.
        timeout: Total timeout of a read-only call. Default 30 seconds.
        money_timeout: Total timeout of a write or a money call. Default 70 seconds, since a PG's approval takes up to 60.
        retries: Maximum retries of read-only calls and token requests (no connection, no response, 429, 5xx, or an
            error code that leaves the outcome open), within the call's timeout. Default 2, at most 10; 0
            disables retries. Writes and money calls are never retried.
        quiet_period: Time after sending a request before `attempts.resolve` returns that it did not happen. Default two
            minutes, since a PG may still be processing it.
        attempts_file: A file that stores attempts, so that a crashed process loses none. Writes and money calls are
            recorded there before they are sent, and are not sent if that fails. Created if missing. The
            processes of one machine may share it; use `attempt_store` for several machines. `attempts.recover`
            resolves stored attempts that no process is handling.
        attempt_store: The merchant's own store of attempts, instead of a file.
        trusted_proxies: Addresses or networks (`10.0.0.0/8`) of the merchant's own proxies, through which webhooks arrive, or `unix` for
            one at the other end of a Unix socket: of `X-Forwarded-For`, `webhooks.receive` believes what they wrote, and
            nothing else. Default none.
        webhook_work_time: Time for the work on a webhook that `webhooks.receive` delivered, until `webhooks.done`: after it, the next
            resend is handled, since the process may have died. Default 60 seconds.
        connect_timeout: Timeout of connecting. Default 10 seconds.
        ca_certificates: Certificate authorities to trust besides the system's: one or more, in PEM.
        application_ids: The project's application ids by platform. Ids of public manuals are refused, and so is one id for two
            platforms.
        environment_proxy: True to use the proxy that the environment names: `HTTPS_PROXY` or `ALL_PROXY`, except for the hosts
            of `NO_PROXY`; on macOS and Windows, the system's settings too. The proxy forwards encrypted data
            and cannot read it. Default false.
    """
    async def __aenter__(self, /) -> AsyncBootpay: ...
    async def __aexit__(self, /, exc_type: Any, exc_value: Any, traceback: Any) -> None: ...
    def __new__(cls, /, *, client_key: str | None = None, secret_key: str | None = None, application_id: str | None = None, private_key: str | None = None, base_url: str | None = None, mode: Mode | None = None, timeout: float | timedelta | None = None, money_timeout: float | timedelta | None = None, retries: int | None = None, quiet_period: float | timedelta | None = None, attempts_file: str | None = None, attempt_store: AttemptStore | None = None, trusted_proxies: Sequence[str] | None = None, webhook_work_time: float | timedelta | None = None, connect_timeout: float | timedelta | None = None, ca_certificates: str | None = None, application_ids: ApplicationIds | None = None, environment_proxy: bool | None = None) -> AsyncBootpay: ...
    def __repr__(self, /) -> str: ...
    @property
    def attempts(self, /) -> AsyncAttempts:
        """
        Attempts: writes and money calls whose outcome is unresolved.
        """
    @property
    def billing(self, /) -> AsyncBilling:
        """
        Billing keys: cards and accounts that the merchant may charge repeatedly.
        """
    @property
    def cash_receipts(self, /) -> AsyncCashReceipts:
        """
        Cash receipts, which report cash payments to the tax office.
        """
    def close(self, /) -> None:
        """
        Closes the connections after pending calls have ended. Later calls are refused;
        `attempts.unresolved()` and `attempts.acknowledge()` go on working.
        """
    @property
    def escrow(self, /) -> AsyncEscrow:
        """
        Escrow: the PG holds the money until the buyer has the goods.
        """
    @classmethod
    def from_env(cls, /, *, base_url: str | None = None, mode: Mode | None = None, timeout: float | timedelta | None = None, money_timeout: float | timedelta | None = None, retries: int | None = None, quiet_period: float | timedelta | None = None, attempts_file: str | None = None, attempt_store: AttemptStore | None = None, trusted_proxies: Sequence[str] | None = None, webhook_work_time: float | timedelta | None = None, connect_timeout: float | timedelta | None = None, ca_certificates: str | None = None, application_ids: ApplicationIds | None = None, environment_proxy: bool | None = None) -> AsyncBootpay:
        """
        Creates a client from environment variables, as `os.environ` has them.

        `BOOTPAY_CLIENT_KEY` with `BOOTPAY_SECRET_KEY`, or `BOOTPAY_APPLICATION_ID` with
        `BOOTPAY_PRIVATE_KEY`, or all four; and, if wanted, `BOOTPAY_MODE` (`live` or `test`),
        `BOOTPAY_BASE_URL`, `BOOTPAY_ATTEMPTS_FILE`, `BOOTPAY_WEB_APPLICATION_ID`,
        `BOOTPAY_ANDROID_APPLICATION_ID`, `BOOTPAY_IOS_APPLICATION_ID` and `BOOTPAY_TRUSTED_PROXIES`. A variable that is set but empty
        counts as not set. An argument goes before its variable.

        Raises `InvalidError`, whose `field` is the variable, if half of a key pair, or all of it, is missing
        or a value breaks its rule.

        Args:
            base_url: URL of the API; https, except on loopback. Default: Bootpay's production. It is ASCII, without blanks,
                control characters, backslashes, a user name or a query; an international host is written `xn--…`.
            mode: Mode in which payments must have been made to be verified. Default `live`.
            timeout: Total timeout of a read-only call. Default 30 seconds.
            money_timeout: Total timeout of a write or a money call. Default 70 seconds, since a PG's approval takes up to 60.
            retries: Maximum retries of read-only calls and token requests (no connection, no response, 429, 5xx, or an
                error code that leaves the outcome open), within the call's timeout. Default 2, at most 10; 0
                disables retries. Writes and money calls are never retried.
            quiet_period: Time after sending a request before `attempts.resolve` returns that it did not happen. Default two
                minutes, since a PG may still be processing it.
            attempts_file: A file that stores attempts, so that a crashed process loses none. Writes and money calls are
                recorded there before they are sent, and are not sent if that fails. Created if missing. The
                processes of one machine may share it; use `attempt_store` for several machines. `attempts.recover`
                resolves stored attempts that no process is handling.
            attempt_store: The merchant's own store of attempts, instead of a file.
            trusted_proxies: Addresses or networks (`10.0.0.0/8`) of the merchant's own proxies, through which webhooks arrive, or `unix` for
                one at the other end of a Unix socket: of `X-Forwarded-For`, `webhooks.receive` believes what they wrote, and
                nothing else. Default none.
            webhook_work_time: Time for the work on a webhook that `webhooks.receive` delivered, until `webhooks.done`: after it, the next
                resend is handled, since the process may have died. Default 60 seconds.
            connect_timeout: Timeout of connecting. Default 10 seconds.
            ca_certificates: Certificate authorities to trust besides the system's: one or more, in PEM.
            application_ids: The project's application ids by platform. Ids of public manuals are refused, and so is one id for two
                platforms.
            environment_proxy: True to use the proxy that the environment names: `HTTPS_PROXY` or `ALL_PROXY`, except for the hosts
                of `NO_PROXY`; on macOS and Windows, the system's settings too. The proxy forwards encrypted data
                and cannot read it. Default false.
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
        Payments: look up, confirm, verify and refund.
        """
    @property
    def reseller(self, /) -> AsyncReseller:
        """
        Calls for resellers, who manage merchants of their own. They take the reseller's
        `application_id` and `private_key`.

        Undocumented by Bootpay; known only from its Ruby SDK.
        """
    @property
    def reservations(self, /) -> AsyncReservations:
        """
        Reservations: scheduled charges of a billing key.
        """
    @property
    def setup(self, /) -> AsyncSetup:
        """
        Set-up: application ids, Bootpay's addresses, what each PG can do, and the check before going live.
        """
    @property
    def users(self, /) -> AsyncUsers:
        """
        Members of the merchant in Bootpay's easy payment.
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
        Webhooks: notifications that Bootpay sends to the merchant's server.
        """

@final
class AsyncCashReceipts:
    """
    Cash receipts, which report cash payments to the tax office.
    """
    async def cancel(self, /, receipt_id: str, *, cancel_username: str | None = None, cancel_message: str | None = None, timeout: float | timedelta | None = None) -> Receipt:
        """
        Cancels a cash receipt that was issued by itself.

        Fails with `RC_NOT_FOUND` if there is none.

        Args:
            receipt_id: Bootpay's id of the cash receipt, 24 hex characters.
            cancel_username: Name of the requester, shown on the admin pages.
            cancel_message: Reason, shown on the admin pages.
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def cancel_for_payment(self, /, receipt_id: str, *, cancel_username: str | None = None, cancel_message: str | None = None, timeout: float | timedelta | None = None) -> Receipt | None:
        """
        Cancels the cash receipt of a payment; the payment stays.

        Bootpay returns nothing, or the receipt. Fails with `RC_NOT_FOUND` if there is no such
        payment.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            cancel_username: Name of the requester, shown on the admin pages.
            cancel_message: Reason, shown on the admin pages.
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def publish(self, /, price: int, *, order_name: str, order_id: str, identity_no: str, cash_receipt_type: CashReceiptType, pg: Pg | None = None, tax_free: int | None = None, purchased_at: datetime | None = None, user: User | None = None, extra: Extra | None = None, metadata: Any | None = None, timeout: float | timedelta | None = None) -> Receipt:
        """
        Issues a cash receipt for a sale made outside Bootpay.

        Fails with `RC_CASH_RECEIPT_FAILED` if the PG declines or is not contracted for it.

        Args:
            price: Amount paid, in won.
            order_name: Name of the order.
            order_id: The merchant's id of the order.
            identity_no: Identity of the recipient: a phone, resident, business or cash receipt card number, in digits.
            cash_receipt_type: Purpose of the cash receipt.
            pg: The PG; the project's default PG if absent.
            tax_free: The tax-free part of `price`, in won; at most `price`.
            purchased_at: Time of payment; now if absent.
            user: The buyer; only name, phone and e-mail address count.
            extra: Options of the PG.
            metadata: The merchant's metadata; returned unchanged.
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def publish_for_payment(self, /, receipt_id: str, *, identity_no: str, cash_receipt_type: CashReceiptType, username: str | None = None, phone: str | None = None, email: str | None = None, currency: str | None = None, pg: Pg | None = None, test_production: bool | None = None, timeout: float | timedelta | None = None) -> Receipt:
        """
        Issues a cash receipt for a payment by bank transfer or virtual account.

        Fails with `RC_CASH_RECEIPT_FAILED` if the PG declines, with `RC_NOT_FOUND` if there is
        no such payment.

        Args:
            receipt_id: Bootpay's id of the payment, which must be paid and have no cash receipt yet.
            identity_no: Identity of the recipient: a phone, resident, business or cash receipt card number, in digits.
            cash_receipt_type: Purpose of the cash receipt.
            username: The buyer's name.
            phone: The buyer's phone number, in digits.
            email: The buyer's e-mail address.
            currency: The currency (known from only one official SDK, which sends `WON`).
            pg: The PG (known from only one official SDK).
            test_production: True to issue a real cash receipt in test mode (known from only one official SDK).
            timeout: Total timeout of the call, instead of the client's default.
        """

@final
class AsyncEscrow:
    """
    Escrow: the PG holds the money until the buyer has the goods.
    """
    async def start_shipping(self, /, receipt_id: str, *, tracking_number: str, delivery_corp: Courier, shipping_prepayment: bool | None = None, shipping_day: int | None = None, user: ShippingUser | None = None, company: Company | None = None, redirect_url: str | None = None, receipt_url: str | None = None, timeout: float | timedelta | None = None) -> Receipt:
        """
        Reports to the PG that the goods were shipped. KCP and Inicis only.

        Fails with `RC_NOT_ESCROW` if the payment was not made with escrow.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            tracking_number: The courier's tracking number.
            delivery_corp: The courier; its Korean name is sent, and any other name is accepted.
            shipping_prepayment: True if the merchant has paid for shipping.
            shipping_day: Days until the parcel arrives.
            user: The recipient.
            company: The sender.
            redirect_url: URL to which the buyer is redirected after confirming or refusing (Inicis only).
            receipt_url: A page about the receipt; no source documents its purpose.
            timeout: Total timeout of the call, instead of the client's default.
        """

@final
class AsyncIdentity:
    """
    Identity verification, by text message or the carriers' PASS app.
    """
    async def certificate(self, /, receipt_id: str, *, timeout: float | timedelta | None = None) -> Certificate:
        """
        Returns the result of a verification. It is complete only at status `identity_verified`.

        Fails with `AUTH_NOT_CONFIRMED` until the person has finished, with `AUTH_EXPIRED`
        after 30 minutes, with `RC_NOT_FOUND` if there is none.

        Args:
            receipt_id: Bootpay's id of the verification, 24 hex characters.
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def confirm(self, /, receipt_id: str, *, otp: str | None = None, timeout: float | timedelta | None = None) -> Certificate:
        """
        Confirms a verification: with the code of the text message, or after the person has
        finished in PASS.

        Fails with `AUTH_NOT_READY` if it is not waiting, with `AUTH_EXPIRED` after 30 minutes.

        Args:
            receipt_id: Bootpay's id of the verification, 24 hex characters.
            otp: The six digits of the text message; none with PASS.
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def request(self, /, authentication_id: str, *, pg: Pg, method: Method, order_name: str, username: str, identity_no: str, carrier: Carrier, phone: str, client_ip: str, site_url: str | None = None, authenticate_type: AuthenticateType | None = None, extra: Extra | None = None, user: User | None = None, metadata: Any | None = None, timeout: float | timedelta | None = None) -> Certificate:
        """
        Starts an identity verification.

        Fails with `AUTH_NEED_PG_METHOD` without PG and method, with
        `AUTH_ALREADY_AUTHENTICATED` for an id whose verification is complete, with
        `AUTH_CONFIRM_READY_FAILED` if name, carrier and phone do not match.

        Args:
            authentication_id: The merchant's id of this verification; a new one for each.
            pg: The PG: Danal is the only one so far.
            method: The method: `auth`.
            order_name: Purpose of the verification, as the person reads it.
            username: Name.
            identity_no: Date of birth (YYMMDD) and the next digit of the resident number: 7 digits. Six digits are accepted
                too, since sources differ.
            carrier: The carrier of the phone.
            phone: The phone number, in digits.
            client_ip: The person's own IP address.
            site_url: The site or app that requests the verification, as the person reads it.
            authenticate_type: Method of verification; a text message by default.
            extra: Options of the PG.
            user: The person in the merchant's records.
            metadata: The merchant's metadata; returned unchanged.
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def resend(self, /, receipt_id: str, *, timeout: float | timedelta | None = None) -> Certificate:
        """
        Sends the text message or the PASS request again.

        Fails with `AUTH_NOT_READY` if the verification is not waiting.

        Args:
            receipt_id: Bootpay's id of the verification, 24 hex characters.
            timeout: Total timeout of the call, instead of the client's default.
        """

@final
class AsyncPaymentMethods:
    """
    Payment methods that the merchant has activated.
    """
    async def list(self, /, *, timeout: float | timedelta | None = None) -> list[PaymentMethod]:
        """
        Lists the PGs and methods that the merchant has activated in Bootpay's console.

        Undocumented by Bootpay; known only from its Java and Ruby SDKs. No source documents the
        response.

        Args:
            timeout: Total timeout of the call, instead of the client's default.
        """

@final
class AsyncPayments:
    """
    Payments: look up, confirm, verify and refund.
    """
    async def cancel_full(self, /, receipt_id: str, *, cancel_message: str | None = None, cancel_id: str | None = None, cancel_username: str | None = None, refund: Refund | None = None, items: Sequence[Item] | None = None, metadata: Any | None = None, cancel_requester: str | None = None, timeout: float | timedelta | None = None) -> Receipt:
        """
        Cancels a payment in full: refunds all that remains of it.

        Fails with `RC_ALREADY_CANCELLED` if nothing remains.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            cancel_message: Reason, shown on the admin pages.
            cancel_id: The merchant's own id of this refund; Bootpay refuses a second one with the same id.
            cancel_username: Name of the requester, shown on the admin pages.
            refund: The account to refund to; required for payments into virtual accounts.
            items: The items refunded (known only from the official Python and Ruby SDKs).
            metadata: The merchant's metadata of the cancel (known only from the official Python SDK).
            cancel_requester: The requesting system, shown on the admin pages (known only from the official Ruby SDK).
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def cancel_partial(self, /, receipt_id: str, *, cancel_price: int, cancel_id: str, cancel_tax_free: int | None = None, cancel_message: str | None = None, cancel_username: str | None = None, refund: Refund | None = None, items: Sequence[Item] | None = None, metadata: Any | None = None, cancel_requester: str | None = None, timeout: float | timedelta | None = None) -> Receipt:
        """
        Cancels a payment in part: refunds `cancel_price`.

        Can be called again with another `cancel_id` until nothing remains. Works only for
        methods and PGs that support it. Reads the payment first, so that a lost response can
        be resolved later. Fails with `Mismatch` if the payment is not in KRW.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            cancel_price: Amount to refund, in won.
            cancel_id: The merchant's own id of this refund; Bootpay refuses a second one with the same id.
            cancel_tax_free: The tax-free part of `cancel_price`, in won; at most `cancel_price`.
            cancel_message: Reason, shown on the admin pages.
            cancel_username: Name of the requester, shown on the admin pages.
            refund: The account to refund to; required for payments into virtual accounts.
            items: The items refunded (known only from the official Python and Ruby SDKs).
            metadata: The merchant's metadata of the cancel (known only from the official Python SDK).
            cancel_requester: The requesting system, shown on the admin pages (known only from the official Ruby SDK).
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def confirm(self, /, receipt_id: str, *, order_id: str, price: int, timeout: float | timedelta | None = None) -> VerifiedPayment:
        """
        Confirms a payment. The money moves at this point.

        Reads the payment first, and fails with `Mismatch` if it differs in order, price (KRW) or
        mode, with `WrongState` if it can no longer, or not yet, be confirmed. Then confirms it
        and compares again. An error after the money moved carries the attempt.

        Confirming twice is confirming once: a payment that is paid and matches is returned each
        time it is asked, in every process, and not confirmed again. A second confirm in the same
        client waits for the first; one that loses to another process reads until the other's
        outcome is known, and fails with `WrongState` and `repeat` `safe` if that takes longer
        than its timeout. A lost confirm of the payment is thereby resolved.

        The result does not say that the goods were not shipped yet. One conditional update of
        the order decides that; `receipt_id` is unique there. Ship if it changed a row:

        `UPDATE orders SET state = 'paid', receipt_id = $1 WHERE id = $2 AND state = 'pending'`

        Use the same update after `verify` in a webhook's handler. Confirm again, and use it, for each
        confirm that `attempts.recover` returns as `done`.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            order_id: The merchant's id of the order, from the merchant's own records and not from the browser.
            price: Price of the order in won, from the merchant's own records and not from the browser.
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def find_by_order(self, /, order_id: str, *, timeout: float | timedelta | None = None) -> list[Receipt]:
        """
        Returns the payments of one order.

        An order can have several, for example if the buyer tried twice. Fails with
        `RC_NOT_FOUND` if there is none.

        Args:
            order_id: The merchant's id of the order.
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def get(self, /, receipt_id: str, *, lookup_user_data: bool | None = None, timeout: float | timedelta | None = None) -> Receipt:
        """
        Returns one payment by Bootpay's receipt id.

        Fails with `RC_NOT_FOUND` if it does not exist or belongs to another merchant.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            lookup_user_data: True to also return the buyer's details.
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def request(self, /, price: int, *, order_name: str, order_id: str, pg: Pg | None = None, method: Method | None = None, methods: Sequence[Method] | None = None, tax_free: int | None = None, user: User | None = None, items: Sequence[Item] | None = None, extra: Extra | None = None, metadata: Any | None = None, platform_application_id: str | None = None, redirect_url: str | None = None, user_token: str | None = None, wallet_id: str | None = None, commission_keys: Any | None = None, terms: Any | None = None, widget: int | None = None, widget_key: str | None = None, widget_sandbox: bool | None = None, uuid: str | None = None, sk: str | None = None, ti: int | None = None, tk: str | None = None, ver: str | None = None, sdk_version: str | None = None, agent: str | None = None, timeout: float | timedelta | None = None) -> RequestedPayment:
        """
        Starts a payment from the server: a page for the buyer, or a charge of a wallet.

        Bootpay advises against it for payments in Korea, which start in the payment window.
        Known only from one source or from older ones; the response is undocumented. Fails
        with `RC_PRICE_LEAST_LT` below 100 won.

        Args:
            price: Amount to pay, in won; at least 100.
            order_name: Name of the order, as the buyer reads it.
            order_id: The merchant's id of the order; unique.
            pg: The PG; without it and `method`, the buyer chooses.
            method: The method.
            methods: The methods that the buyer may choose from.
            tax_free: The tax-free part of `price`, in won; at most `price`.
            user: The buyer.
            items: The items bought; quantities times prices must sum to `price`. Payco requires them.
            extra: Options of the payment.
            metadata: The merchant's metadata; returned unchanged.
            platform_application_id: The Application ID of the web or app platform that the page acts for.
            redirect_url: URL to which the buyer is redirected afterwards.
            user_token: The member's token; with `wallet_id`, charges that wallet.
            wallet_id: The wallet to charge, with `user_token`.
            commission_keys: Keys for commissions, `commerce` and `marketer`.
            terms: The terms that the buyer agrees to: a list.
            widget: `1` for a payment widget, else `0`.
            widget_key: The key of the payment widget, from Bootpay's console.
            widget_sandbox: True if the widget is in test mode.
            uuid: The device's id, for Bootpay's statistics.
            sk: The session's id, for Bootpay's statistics.
            ti: Duration of the session, for Bootpay's statistics.
            tk: The session's token, for Bootpay's statistics.
            ver: The version of Bootpay's browser SDK to behave like: `5.2.0`.
            sdk_version: The version of the app SDK to behave like.
            agent: The buyer's browser (the API's `__agent`).
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def request_virtual_account(self, /, pg: Pg, *, order_id: str, order_name: str, price: int, bank_code: Bank, bank_account: str, bank_username: str, tax_free: int | None = None, cash_receipt_type: CashReceiptType | None = None, identity_no: str | None = None, user: User | None = None, metadata: Any | None = None, extra: Extra | None = None, timeout: float | timedelta | None = None) -> Receipt:
        """
        Registers an account number that the merchant chose as the virtual account of an order.

        Undocumented by Bootpay; known only from its Ruby SDK.

        Args:
            pg: The PG.
            order_id: The merchant's id of the order.
            order_name: Name of the order, as the buyer reads it.
            price: Amount to pay, in won; at least 100.
            bank_code: The bank: three digits.
            bank_account: The account number, digits only.
            bank_username: The holder of the account.
            tax_free: The tax-free part of `price`, in won; at most `price`.
            cash_receipt_type: Purpose of the cash receipt.
            identity_no: Identity for the cash receipt: a phone, resident or business number, in digits.
            user: The buyer.
            metadata: The merchant's metadata; returned unchanged.
            extra: Options of the payment.
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def verify(self, /, receipt_id: str, *, order_id: str, price: int, timeout: float | timedelta | None = None) -> VerifiedPayment:
        """
        Verifies that a payment is paid and matches the merchant's order.

        Use it for payments that need no confirmation and for webhooks: a webhook's body
        proves nothing. Fails with `Mismatch` unless order, price (KRW) and mode agree, with
        `WrongState` unless the status is paid and nothing was refunded. Like `confirm`, it does
        not say that the goods were not shipped yet: the update shown there decides.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            order_id: The merchant's id of the order, from the merchant's own records and not from the browser.
            price: Price of the order in won, from the merchant's own records and not from the browser.
            timeout: Total timeout of the call, instead of the client's default.
        """

@final
class AsyncReseller:
    """
    Calls for resellers, who manage merchants of their own. They take the reseller's
    `application_id` and `private_key`.

    Undocumented by Bootpay; known only from its Ruby SDK.
    """
    async def create_app(self, /, provider_id: str, *, name: str, unit: str | None = None, real: str | None = None, desc: str | None = None, timezone: str | None = None, timeout: float | timedelta | None = None) -> Undocumented:
        """
        Creates a project for a merchant.

        Undocumented by Bootpay; known only from its Ruby SDK.

        Args:
            provider_id: Bootpay's id of the merchant.
            name: The project's name.
            unit: The currency: `KRW`.
            real: The kind of goods sold: physical goods are `실물`.
            desc: Description of the project.
            timezone: The time zone: `Asia/Seoul`.
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def create_seller(self, /, company_alias: str, *, company_name: str, primary_key: str, email: str | None = None, regist_no: str | None = None, owner_name: str | None = None, phone: str | None = None, zip: str | None = None, address1: str | None = None, address2: str | None = None, app_name: str | None = None, resources: Any | None = None, send_email: bool | None = None, timeout: float | timedelta | None = None) -> Undocumented:
        """
        Creates a merchant.

        Undocumented by Bootpay; known only from its Ruby SDK.

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
            send_email: True to notify the merchant by e-mail; false by default.
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def delete_test_seller(self, /, provider_id: str, *, timeout: float | timedelta | None = None) -> Undocumented:
        """
        Deletes a merchant that was created for a test.

        Undocumented by Bootpay; known only from its Ruby SDK.

        Args:
            provider_id: Bootpay's id of the merchant.
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def get_seller(self, /, provider_id: str, *, timeout: float | timedelta | None = None) -> Undocumented:
        """
        Returns a merchant.

        Undocumented by Bootpay; known only from its Ruby SDK.

        Args:
            provider_id: Bootpay's id of the merchant.
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def invite(self, /, email: str, *, level: str, invite_type: InviteType, app_id: str | None = None, provider_id: str | None = None, timeout: float | timedelta | None = None) -> Undocumented:
        """
        Invites a person to a project or a team.

        Undocumented by Bootpay; known only from its Ruby SDK.

        Args:
            email: E-mail address.
            level: Level of permission: `관리자` may do everything.
            invite_type: Target of the invitation.
            app_id: Bootpay's id of the project, for an invitation to one.
            provider_id: Bootpay's id of the merchant, for an invitation to its team.
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def update_resources(self, /, app_id: str, *, resources: Any, timeout: float | timedelta | None = None) -> Undocumented:
        """
        Sets the PGs of a project.

        Undocumented by Bootpay; known only from its Ruby SDK.

        Args:
            app_id: Bootpay's id of the project.
            resources: The PGs, with their settings.
            timeout: Total timeout of the call, instead of the client's default.
        """

@final
class AsyncReservations:
    """
    Reservations: scheduled charges of a billing key.
    """
    async def cancel(self, /, reserve_id: str, *, timeout: float | timedelta | None = None) -> CancelledReservation:
        """
        Cancels a pending reservation.

        Args:
            reserve_id: Bootpay's id of the reservation, 24 hex characters.
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def create(self, /, billing_key: str, *, order_name: str, order_id: str, price: int, reserve_execute_at: datetime, tax_free: int | None = None, card_quota: str | None = None, items: Sequence[Item] | None = None, user: User | None = None, extra: Extra | None = None, feedback_url: str | None = None, content_type: ContentType | None = None, metadata: Any | None = None, timeout: float | timedelta | None = None) -> CreatedReservation:
        """
        Schedules a charge of a billing key. Bootpay allows 10 pending reservations per key.

        Fails with `SUBSCRIBE_BK_EXPIRED` if the key has expired or was deleted.

        Args:
            billing_key: The billing key.
            order_name: Name of the order, as the buyer reads it.
            order_id: The merchant's id of the order.
            price: Amount to charge, in won; at least 100.
            reserve_execute_at: Time of the charge; not past, with a tolerance of five minutes.
            tax_free: The tax-free part of `price`, in won; at most `price`.
            card_quota: Months of instalment: `00` is a lump sum; `02` to `12` require a price of at least 50,000 won.
            items: The items bought; quantities times prices must sum to `price`.
            user: The buyer.
            extra: Options; only `card_quota` and `raw_data` count.
            feedback_url: URL for the webhooks of this payment: https, public.
            content_type: Content type of those webhooks.
            metadata: The merchant's metadata; returned unchanged.
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def get(self, /, reserve_id: str, *, timeout: float | timedelta | None = None) -> Reservation:
        """
        Returns a reservation; after the charge it names the receipt.

        Args:
            reserve_id: Bootpay's id of the reservation, 24 hex characters.
            timeout: Total timeout of the call, instead of the client's default.
        """

@final
class AsyncSetup:
    """
    Set-up: application ids, Bootpay's addresses, what each PG can do, and the check before going live.
    """
    def addresses(self, /) -> BootpayAddresses:
        """
        Returns Bootpay's addresses, for firewalls and for the consoles of PGs. Sends nothing.
        """
    def application_id(self, /, platform: Platform) -> str:
        """
        Returns the application id of a platform, for its payment window.

        Fails with `Config` if the client's options have none for it.

        Args:
            platform: The platform.
        """
    def readiness(self, /, setup: Any) -> list[ReadinessItem]:
        """
        Returns what a set-up lacks before it goes live; an empty list if nothing is known to be missing.

        Judges only the parts that are given, and sends nothing. docs/setup.md lists the parts and the
        items.

        Args:
            setup: The set-up, with the names of docs/setup.md: what the emulator exports of a project, or the same written by
                hand. Every part may be left out, and then is not judged; parts that this version does not know are ignored.
        """
    def supports(self, /, pg: Pg, capability: Capability) -> Support:
        """
        Returns if a PG can do something, as far as a public source says.

        `by_contract` needs a contract with the PG; `unknown` means that no source says, also of a PG
        that this version does not know. docs/setup.md has the sources.

        Args:
            pg: The PG.
            capability: The capability.
        """

@final
class AsyncUsers:
    """
    Members of the merchant in Bootpay's easy payment.
    """
    async def register_biometric(self, /, user_token: str, *, device_uuid: str, os: str, token: str, timeout: float | timedelta | None = None) -> Undocumented:
        """
        Registers biometric payment (fingerprint or face) of a member on one device.

        Undocumented by Bootpay; known only from its Ruby SDK.

        Args:
            user_token: The member's token.
            device_uuid: The device's id.
            os: The device's system.
            token: The device's proof of identity.
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def token(self, /, user_id: str, *, email: str | None = None, username: str | None = None, gender: Gender | None = None, birth: str | None = None, phone: str | None = None, timeout: float | timedelta | None = None) -> UserToken:
        """
        Returns a token that identifies a member to the payment window, valid for about an hour.

        Takes only a token (Bootpay was seen to refuse a key pair): fails with `Config` before
        anything is sent if the client has no `application_id` and `private_key`.

        Args:
            user_id: The merchant's id of the member.
            email: E-mail address.
            username: Name.
            gender: Sex.
            birth: Date of birth, `YYMMDD`.
            phone: Phone number, in digits.
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def validate_password(self, /, user_token: str, *, token: str, timeout: float | timedelta | None = None) -> Undocumented:
        """
        Checks that a member has entered their password.

        Undocumented by Bootpay; known only from its Ruby SDK.

        Args:
            user_token: The member's token.
            token: The token that the window returned for the password.
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def wallets(self, /, user_token: str, *, timeout: float | timedelta | None = None) -> list[Wallet]:
        """
        Lists the wallets of the member that a token identifies.

        Undocumented by Bootpay; known only from its Ruby and browser SDKs.

        Args:
            user_token: The member's token.
            timeout: Total timeout of the call, instead of the client's default.
        """

@final
class AsyncWallets:
    """
    Wallets: cards and accounts that members keep in Bootpay's easy payment. Deprecated by
    Bootpay: use a user token and `payments.request`.
    """
    async def charge(self, /, user_id: str, *, order_name: str, order_id: str, price: int, sandbox: bool, tax_free: int | None = None, webhook_url: str | None = None, content_type: ContentType | None = None, items: Sequence[Item] | None = None, user: User | None = None, extra: Extra | None = None, metadata: Any | None = None, timeout: float | timedelta | None = None) -> WalletPayment:
        """
        Charges the wallets of a member in order until one pays. Deprecated by Bootpay.

        Fails with `RC_CONFIRM_FAILED` if none pays.

        Args:
            user_id: The merchant's id of the member.
            order_name: Name of the order, as the buyer reads it.
            order_id: The merchant's id of the order; a new one for each attempt.
            price: Amount to charge, in won; at least 100.
            sandbox: True for wallets of test mode, false for those of live mode.
            tax_free: The tax-free part of `price`, in won; at most `price`.
            webhook_url: URL for the webhooks of this payment: https, public.
            content_type: Content type of those webhooks.
            items: The items bought; quantities times prices must sum to `price`.
            user: The buyer.
            extra: Options of the payment.
            metadata: The merchant's metadata; returned unchanged.
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def list(self, /, user_id: str, *, sandbox: bool, widget_key: str | None = None, timeout: float | timedelta | None = None) -> list[Wallet]:
        """
        Lists the wallets of a member. Deprecated by Bootpay.

        Takes only a token (Bootpay was seen to refuse a key pair): fails with `Config` before
        anything is sent if the client has no `application_id` and `private_key`.

        Args:
            user_id: The merchant's id of the member.
            sandbox: True for wallets of test mode, false for those of live mode.
            widget_key: The key of the payment widget, from Bootpay's console (known from only one official SDK).
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def list_service(self, /, *, timeout: float | timedelta | None = None) -> Undocumented:
        """
        Lists the merchant's own wallets at Bootpay.

        Undocumented by Bootpay; known only from its Ruby SDK.

        Args:
            timeout: Total timeout of the call, instead of the client's default.
        """

@final
class AsyncWebhooks:
    """
    Webhooks: notifications that Bootpay sends to the merchant's server.
    """
    async def done(self, /, claim: WebhookDelivery | str, *, timeout: float | timedelta | None = None) -> WebhookResponse:
        """
        Returns the response to a webhook whose change was handled, and remembers that it was. Sends
        nothing to Bootpay.

        Fails with `NotSent` if the store cannot be used: let Bootpay resend then.

        Args:
            claim: The delivery, or its `claim`.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def parse(self, /, headers: Mapping[str, str] | Iterable[tuple[str, str]], body: bytes | bytearray | memoryview | str) -> WebhookNotice:
        """
        Reads a webhook that the merchant's server received: first or second generation, form or JSON.

        Does not fail for what is new: unknown types, statuses and fields are in the notice. It proves
        nothing, since anybody can send one: look up the order of its `order_id`, and pass both to
        `receive`. Fails with `Invalid` if the body is no webhook: respond with 400 then.

        Args:
            headers: The headers of the request. `Content-Type`, `Content-Encoding` and `X-Forwarded-For` are looked at.
            body: The raw body, before any parser of the framework: at most 1 MiB.
        """
    async def receive(self, /, notice: WebhookNotice | str, *, source: str, order_id: str | None = None, price: int | None = None, timeout: float | timedelta | None = None) -> WebhookDelivery:
        """
        Receives a webhook: reads the payment from Bootpay, compares it with the merchant's order, and
        returns the change if it is new and nobody else handles it.

        Call it after you have looked up the order of the notice's `order_id`; without an order, call it
        with neither `order_id` nor `price`. It takes at most 4 seconds, since Bootpay waits 5 for a
        response, and does not fail for what a sender can cause: send the delivery's `response`. Without
        one, handle the change, then send the response of `done`, or of `release` if that failed. If
        neither is called, the change is handled again after the client's `webhook_work_time`, when Bootpay resends.

        Without `attempts_file` or `attempt_store`, only this process knows which changes were handled.
        In any case decide by one conditional update of your order if you ship, as `payments.confirm`
        shows: a process can die between its work and `done`.

        Args:
            notice: The notice that `webhooks.parse` returned, or its `serialized`.
            source: The address of the connection that the request came over, as the framework has it: IPv4 or IPv6, with or
                without a port. Never the value of a header: behind proxies, name them in the client's
                `trusted_proxies`, and `X-Forwarded-For` is read as far as they wrote it.
            order_id: The merchant's id of the order, from the merchant's own records; absent if there is no order with the
                notice's `order_id`. Then the outcome is `unknown_order`.
            price: Price of the order in won, from the merchant's own records. Goes with `order_id`.
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def release(self, /, claim: WebhookDelivery | str, *, timeout: float | timedelta | None = None) -> WebhookResponse:
        """
        Returns the response that lets Bootpay send the webhook again, since the work on it failed: the
        next one is handled at once. Sends nothing to Bootpay.

        Fails with `NotSent` if the store cannot be used: the work is taken up after `webhook_work_time`.

        Args:
            claim: The delivery, or its `claim`.
            timeout: Total timeout of the call, instead of the client's default.
        """
    async def resend(self, /, receipt_id: str, *, webhook_url: str, timeout: float | timedelta | None = None) -> Undocumented:
        """
        Resends the webhook of a payment.

        Undocumented by Bootpay; known only from its Ruby SDK.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            webhook_url: Destination URL: https, public.
            timeout: Total timeout of the call, instead of the client's default.
        """

@final
class Attempt:
    """
    A write or money call that was sent, with the data needed to resolve it later.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> Attempt: ...
    @property
    def amount(self, /) -> int | None:
        """
        The amount in won; absent if all that remains was requested.
        """
    @property
    def billing_key(self, /) -> str | None:
        """
        Bootpay's id of the billing key.
        """
    @property
    def cancel_id(self, /) -> str | None:
        """
        The merchant's id of the refund.
        """
    @property
    def cancelled_before(self, /) -> int | None:
        """
        The amount refunded of the payment before, in won.
        """
    @property
    def effect_before(self, /) -> bool | None:
        """
        False if a read before the call showed that what it asks for was not so yet. Absent if nothing could
        be read: then no later read proves that the call was carried out.
        """
    @property
    def endpoint(self, /) -> str:
        """
        The call, for example `payments.cancel_partial`; empty if its record in a store was damaged.
        """
    @property
    def id(self, /) -> str:
        """
        A unique id, made by this library.
        """
    @property
    def merchant(self, /) -> str:
        """
        The merchant: a fingerprint of its public key, not the key.
        """
    @property
    def mode(self, /) -> Mode:
        """
        The mode the client expects.
        """
    @property
    def order_id(self, /) -> str | None:
        """
        The merchant's id of the order; of a billing key its subscription id, of an identity its authentication id.
        """
    @property
    def outcome(self, /) -> AttemptOutcome:
        """
        The outcome as far as it is known.
        """
    @property
    def payments_before(self, /) -> list[str] | None:
        """
        Bootpay's ids of the order's payments before the call, for a call that makes one. Absent if they could
        not be read, or are too many.
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
        Time at which the request was sent, by this machine's clock. For people: no outcome rests on it.
        """
    @property
    def serialized(self, /) -> str:
        """
        All of the above except the outcome as one text without secrets. Store it anywhere and pass it to
        `attempts.resolve` later, in this or another process.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """

@final
class AttemptClaim:
    """
    Selects the row to claim from a store.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> AttemptClaim: ...
    @property
    def answered(self, /) -> bool:
        """
        True to also take answered rows.
        """
    @property
    def lease_ms(self, /) -> int:
        """
        Milliseconds from now, by the store's clock, for which nobody else may claim the row.
        """
    @property
    def owner(self, /) -> str:
        """
        The owner.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """

@final
class AttemptRow:
    """
    An attempt as one row of a store.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> AttemptRow: ...
    @property
    def answered(self, /) -> bool:
        """
        True if the outcome is known.
        """
    @property
    def due_in_ms(self, /) -> int:
        """
        Milliseconds from now, by the store's clock, from which the row may be claimed.
        """
    @property
    def forget_in_ms(self, /) -> int | None:
        """
        Milliseconds from now, by the store's clock, from which the row may be deleted; absent if it must be
        kept.
        """
    @property
    def id(self, /) -> str:
        """
        The attempt's id, unique.
        """
    @property
    def owner(self, /) -> str:
        """
        The owner: text of a merchant and a mode. `attempts.recover` takes only rows of its own.
        """
    @property
    def payment(self, /) -> str | None:
        """
        The key of the payment, order, billing key or reservation that the attempt is about, if there is one.
        """
    @property
    def record(self, /) -> str:
        """
        The whole attempt as text, without secrets. Return it unchanged.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """

@final
class Attempts:
    """
    Attempts: writes and money calls whose outcome is unresolved.
    """
    def acknowledge(self, /, attempt_id: str) -> bool:
        """
        Removes an attempt from the list of `unresolved`, and from the client's store. Call it
        after its outcome is known and was used. Returns true if it was on the list. Sends nothing.
        """
    def recover(self, /, *, include_answered: bool | None = None, limit: int | None = None, timeout: float | timedelta | None = None) -> list[Resolution]:
        """
        Resolves stored attempts that no process is handling, after a crash or a lost response.

        Sends read-only requests only, and is as careful as `resolve`, but waits for a quiet period
        only if the call's `timeout` allows it: otherwise returns `unknown` while it is too early to
        tell, and a later recovery, in any process, takes the attempt again after it. Call it when a
        process starts, and every few minutes. Any number of processes may recover at once: each
        attempt is returned to only one of them. An attempt with a known outcome stays in the store
        for an hour or until it is acknowledged, for a recovery with `include_answered`; an unknown
        one stays until it is acknowledged.

        Needs `attempts_file` or `attempt_store`, and fails with `Config` without. Fails with
        `NotSent` if the store cannot be used, with `Config` if its file is damaged.

        Args:
            include_answered: Also returns attempts of the last hour with a known outcome that were not acknowledged. Use it when
                a process starts: its predecessor may have crashed between receiving an outcome and using it.
            limit: Maximum number of attempts. Default 100, at most 1000.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def resolve(self, /, serialized: str, *, timeout: float | timedelta | None = None) -> Resolution:
        """
        Resolves an attempt. Sends read-only requests only.

        Returns `done` and `did_not_happen` only if that is certain; the attempt is then removed
        from the list of `unresolved`. Returns `unknown` if reading cannot tell, for example
        because two payments of one order fit. Returns `did_not_happen` only after the client's
        quiet period and two identical reads, a second apart. The period is counted from the sending
        in the process that sent, elsewhere from the first read that found nothing; no time of day
        has a part in it. If that is beyond the call's `timeout`, returns `unknown` at once, with
        the time to ask this client again.

        Make partial cancels of one payment one after another: otherwise they cannot be told
        apart.

        Args:
            serialized: The attempt's `serialized`. Fails without sending anything if it was truncated or altered, or if its
                merchant or mode is not the client's.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def unresolved(self, /) -> list[Attempt]:
        """
        Returns this process's attempts by this client whose outcome is not known yet: lost
        responses, and calls abandoned by their caller. Attempts of a forked parent are the
        parent's. Sends nothing.
        """

@final
class AuthenticateData:
    """
    A verified identity. Fields that the merchant's contract with the PG does not cover are absent.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
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
        True if the person is a foreigner.
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
        Number of times that the request was sent again.
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
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """
    @property
    def unique(self, /) -> str | None:
        """
        Identifier of the person, the same at every merchant (most likely the CI; sources differ). It is not
        printed.
        """

@final
class BankData:
    """
    The account behind a bank transfer.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
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
        Purpose of the cash receipt.
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
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """

@final
class Billing:
    """
    Billing keys: cards and accounts that the merchant may charge repeatedly.
    """
    def charge(self, /, billing_key: str, *, order_name: str, order_id: str, price: int, tax_free: int | None = None, card_quota: str | None = None, card_interest: str | None = None, items: Sequence[Item] | None = None, user: User | None = None, extra: Extra | None = None, feedback_url: str | None = None, content_type: ContentType | None = None, metadata: Any | None = None, wallet_key: str | None = None, timeout: float | timedelta | None = None) -> Receipt:
        """
        Charges a billing key once, immediately.

        Fails with `SUBSCRIBE_BK_EXPIRED` if the key has expired or was deleted, with
        `RC_CONFIRM_FAILED` if the PG or the card company declines.

        Args:
            billing_key: The billing key.
            order_name: Name of the order, as the buyer reads it.
            order_id: The merchant's id of the order; a new one for each attempt.
            price: Amount to charge, in won; at least 100.
            tax_free: The tax-free part of `price`, in won; at most `price`.
            card_quota: Months of instalment: `00` is a lump sum; `02` to `12` require a price of at least 50,000 won.
            card_interest: The bearer of the interest, as a value of Welcome Payments.
            items: The items bought; quantities times prices must sum to `price`. Payco requires them.
            user: The buyer; some PGs require a phone number.
            extra: Options; only `card_quota` and `raw_data` count.
            feedback_url: URL for the webhooks of this payment: https, public.
            content_type: Content type of those webhooks.
            metadata: The merchant's metadata; returned unchanged.
            wallet_key: A wallet of Bootpay's easy payment (known from only one official SDK).
            timeout: Total timeout of the call, instead of the client's default.
        """
    def continue_card(self, /, receipt_id: str, *, timeout: float | timedelta | None = None) -> BillingKey:
        """
        Continues a card's billing key that was requested and is not issued yet.

        Fails with `SUBSCRIBE_PUBLISH_NOT_READY` if it is not waiting.

        Undocumented by Bootpay; known only from its Ruby SDK.

        Args:
            receipt_id: Bootpay's id of the request, 24 hex characters.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def continue_transfer(self, /, receipt_id: str, *, timeout: float | timedelta | None = None) -> BillingKey:
        """
        Continues an account's billing key that was requested and is not issued yet.

        Fails with `SUBSCRIBE_PUBLISH_NOT_READY` if it is not waiting.

        Undocumented by Bootpay; known only from its Ruby SDK.

        Args:
            receipt_id: Bootpay's id of the request, 24 hex characters.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def delete(self, /, billing_key: str, *, timeout: float | timedelta | None = None) -> DeletedBillingKey:
        """
        Deletes a billing key. Its reservations stay: cancel each of them.

        Fails with `SUBSCRIBE_BK_EXPIRED` if it has expired or was deleted before.

        Args:
            billing_key: The billing key.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def finish_easy(self, /, receipt_id: str, *, billing_key: str, timeout: float | timedelta | None = None) -> Receipt:
        """
        Completes a payment that was started in an easy payment window, with a billing key.

        Undocumented by Bootpay; known only from its Ruby SDK.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            billing_key: The billing key.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def get(self, /, billing_key: str, *, timeout: float | timedelta | None = None) -> BillingKey:
        """
        Returns a billing key.

        Bootpay's response has a shape of its own here, without `receipt_id` and
        `subscription_id`; only that of an account's key was recorded. Fails with
        `SUBSCRIBE_BK_EXPIRED` if the key has expired or was deleted.

        Args:
            billing_key: The billing key.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def get_by_receipt(self, /, receipt_id: str, *, timeout: float | timedelta | None = None) -> BillingKey:
        """
        Returns the billing key that a request led to. A server gets a key that was issued in the
        payment window this way.

        Fails with `RC_NOT_FOUND` if there is no such request, with `RC_NOT_SUBSCRIBE` if the
        request was not for a billing key.

        Args:
            receipt_id: Bootpay's id of the request. A browser or app receives nothing else.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def get_sequential(self, /, billing_key: str, *, widget_key: str, user_id: str, timeout: float | timedelta | None = None) -> BillingKey:
        """
        Returns a billing key that pays in the order its owner chose.

        Args:
            billing_key: The billing key.
            widget_key: The key of the payment widget, from Bootpay's console.
            user_id: The merchant's id of the member, who must own the key.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def issue_card(self, /, pg: Pg, *, order_name: str, subscription_id: str, card_no: str, card_pw: str, card_identity_no: str, card_expire_year: str, card_expire_month: str, method: Method | None = None, price: int | None = None, tax_free: int | None = None, extra: Extra | None = None, user: User | None = None, metadata: Any | None = None, timeout: float | timedelta | None = None) -> BillingKey:
        """
        Issues a billing key from card data; with `price`, charges it at once.

        Returns a key that waits for its holder without `billing_key`, at status
        `billing_key_requested`: continue with `continue_card`, or look it up by its receipt.

        Fails with `RC_INVALID_EXP_MONTH` for an invalid month, with
        `SUBSCRIBE_REQUEST_FAILED` if the card company declines.

        Args:
            pg: The PG that keeps the card.
            order_name: Name of the subscription, as the buyer reads it.
            subscription_id: The merchant's id of the subscription; unique.
            card_no: The card number: 13 to 19 digits, without hyphens.
            card_pw: The first two digits of the card's password.
            card_identity_no: The holder's date of birth (YYMMDD) or business number (10 digits).
            card_expire_year: The card's expiry year, two digits; not past.
            card_expire_month: The card's expiry month, `01` to `12`.
            method: The method, if the PG has several: `card_rebill`.
            price: Amount to charge at once, in won, at least 100; without it only the key is issued.
            tax_free: The tax-free part of `price`, in won; at most `price`.
            extra: Options; only `subscribe_test_payment`, `card_quota` and `raw_data` count.
            user: The buyer; PayApp requires name and phone.
            metadata: The merchant's metadata; returned unchanged.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def issue_transfer(self, /, pg: Pg, *, order_name: str, subscription_id: str, username: str, bank_name: Bank, bank_account: str, identity_no: str, phone: str, auth_type: AuthType | None = None, method: Method | None = None, cash_receipt_type: CashReceiptType | None = None, cash_receipt_identity_no: str | None = None, price: int | None = None, tax_free: int | None = None, extra: Extra | None = None, user: User | None = None, metadata: Any | None = None, timeout: float | timedelta | None = None) -> Receipt:
        """
        Requests an account holder's consent to direct debit: the first of two steps.

        Returns a receipt at status `billing_key_requested`. Its `order_id` is the
        subscription's id; keep its `receipt_id` for `publish_transfer`. Fails with
        `SUBSCRIBE_AT_LOOKUP_USER_FAILED` if holder, account and identity do not match.

        Args:
            pg: The PG: NICE is the only one so far.
            order_name: Name of the subscription, as the buyer reads it.
            subscription_id: The merchant's id of the subscription; unique.
            username: The holder of the account: a person or a company.
            bank_name: The bank; its Korean name is sent.
            bank_account: The account number, digits only.
            identity_no: The holder's date of birth (YYMMDD) or business number (10 digits).
            phone: The phone that receives the call or message asking for consent, in digits.
            auth_type: Method of consent; a phone call by default.
            method: The method, if the PG has several.
            cash_receipt_type: Purpose of the cash receipts.
            cash_receipt_identity_no: Identity for the cash receipts: a phone number (income deduction) or a business number (proof of
                expense), in digits.
            price: Amount to debit when the key is published, in won, at least 100; without it only the key is issued.
            tax_free: The tax-free part of `price`, in won; at most `price`.
            extra: Options of the PG.
            user: The buyer.
            metadata: The merchant's metadata; returned unchanged.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def publish_transfer(self, /, receipt_id: str, *, timeout: float | timedelta | None = None) -> BillingKey:
        """
        Issues the billing key of an account after its holder's consent: the second of two steps.

        Debits the `price` of the first step now, if there was one. Fails with
        `SUBSCRIBE_REQUEST_FAILED` until the holder has agreed (call again then), with
        `SUBSCRIBE_PUBLISH_NOT_READY` if it is not waiting, or no longer.

        Args:
            receipt_id: Bootpay's id of the request, from the first step.
            timeout: Total timeout of the call, instead of the client's default.
        """

@final
class BillingData:
    """
    The card or account behind a billing key or a wallet.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
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
        The holder of the account, as given by a wallet.
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
        Hash of the card; the same card has the same hash.
        """
    @property
    def card_no(self, /) -> str | None:
        """
        The card number with its middle masked.
        """
    @property
    def card_type(self, /) -> str | None:
        """
        Credit (`0`) or check (`1`), as the PG writes it.
        """
    @property
    def rtn_key_info(self, /) -> Any | None:
        """
        KCP's own information on the key.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """
    @property
    def username(self, /) -> str | None:
        """
        The holder of the account, masked.
        """

@final
class BillingKey:
    """
    A means of payment that the merchant may charge repeatedly.

    Bootpay's answer to `billing.get` has a shape of its own: without the request (`receipt_id`,
    `subscription_id`, `requested_at`), with `version` and `sandbox`, and with other names and numbers for the
    same facts. Both shapes are read: the expiry is in `expire_at` and in `billing_expire_at`, and `status` of
    a usable key is `billing_key_issued`.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
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
        The same, as the other calls name it.
        """
    @property
    def billing_key(self, /) -> str | None:
        """
        The key to charge; absent until it is issued.
        """
    @property
    def expire_at(self, /) -> datetime | None:
        """
        Expiry of the key, as `billing.get` names it; an account's is in 2099.
        """
    @property
    def gateway_url(self, /) -> str | None:
        """
        Bootpay's host for the payment window.
        """
    @property
    def metadata(self, /) -> Any | None:
        """
        The merchant's metadata.
        """
    @property
    def method(self, /) -> str | None:
        """
        The method used, in Korean.
        """
    @property
    def method_origin(self, /) -> str | None:
        """
        The requested method, in Korean.
        """
    @property
    def method_origin_symbol(self, /) -> Method | None:
        """
        The requested method.
        """
    @property
    def method_symbol(self, /) -> Method | None:
        """
        The method used.
        """
    @property
    def pg(self, /) -> str | None:
        """
        The PG's name in Korean; `Pg` has the usual ones.
        """
    @property
    def published_at(self, /) -> datetime | None:
        """
        Time of issue.
        """
    @property
    def raw(self, /) -> Any:
        """
        The whole response as Bootpay sent it, including fields that this version does not know.
        """
    @property
    def receipt_data(self, /) -> Receipt | None:
        """
        The first charge, if the request included one.
        """
    @property
    def receipt_id(self, /) -> str | None:
        """
        Bootpay's id of the request that led to the key, 24 hex characters; absent if the key was looked up by
        itself.
        """
    @property
    def requested_at(self, /) -> datetime | None:
        """
        Time of the request.
        """
    @property
    def sandbox(self, /) -> bool | None:
        """
        True if the key was issued in test mode.
        """
    @property
    def status(self, /) -> Status:
        """
        The status; of a usable key `billing_key_issued`.
        """
    @property
    def status_code(self, /) -> int:
        """
        `status` as Bootpay's number: 11 if usable, and 1 in the answer to `billing.get`.
        """
    @property
    def status_locale(self, /) -> str | None:
        """
        `status` in Korean.
        """
    @property
    def subscription_id(self, /) -> str | None:
        """
        The merchant's id of the subscription; absent if the key was looked up by itself.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """
    @property
    def version(self, /) -> int | None:
        """
        Bootpay's version of the key.
        """

@final
class Bootpay:
    """
    A client of one merchant with blocking calls.

    Safe to share among threads and forked processes. Closes itself as a context manager:
    `with Bootpay(client_key=…, secret_key=…) as bootpay:`

    Args:
        client_key: The client key, with `secret_key` (sent as Basic authentication).
        secret_key: The secret key that belongs to `client_key`.
        application_id: The REST application id, with `private_key` (exchanged for a token of 30 minutes).
        private_key: The private key that belongs to `application_id`.
        base_url: URL of the API; https, except on loopback. Default: Bootpay's production. It is ASCII, without blanks,
            control characters, backslashes, a user name or a query; an international host is written `xn--…`.
        mode: Mode in which payments must have been made to be verified. Default `live`.
        timeout: Total timeout of a read-only call. Default 30 seconds.
        money_timeout: Total timeout of a write or a money call. Default 70 seconds, since a PG's approval takes up to 60.
        retries: Maximum retries of read-only calls and token requests (no connection, no response, 429, 5xx, or an
            error code that leaves the outcome open), within the call's timeout. Default 2, at most 10; 0
            disables retries. Writes and money calls are never retried.
        quiet_period: Time after sending a request before `attempts.resolve` returns that it did not happen. Default two
            minutes, since a PG may still be processing it.
        attempts_file: A file that stores attempts, so that a crashed process loses none. Writes and money calls are
            recorded there before they are sent, and are not sent if that fails. Created if missing. The
            processes of one machine may share it; use `attempt_store` for several machines. `attempts.recover`
            resolves stored attempts that no process is handling.
        attempt_store: The merchant's own store of attempts, instead of a file.
        trusted_proxies: Addresses or networks (`10.0.0.0/8`) of the merchant's own proxies, through which webhooks arrive, or `unix` for
            one at the other end of a Unix socket: of `X-Forwarded-For`, `webhooks.receive` believes what they wrote, and
            nothing else. Default none.
        webhook_work_time: Time for the work on a webhook that `webhooks.receive` delivered, until `webhooks.done`: after it, the next
            resend is handled, since the process may have died. Default 60 seconds.
        connect_timeout: Timeout of connecting. Default 10 seconds.
        ca_certificates: Certificate authorities to trust besides the system's: one or more, in PEM.
        application_ids: The project's application ids by platform. Ids of public manuals are refused, and so is one id for two
            platforms.
        environment_proxy: True to use the proxy that the environment names: `HTTPS_PROXY` or `ALL_PROXY`, except for the hosts
            of `NO_PROXY`; on macOS and Windows, the system's settings too. The proxy forwards encrypted data
            and cannot read it. Default false.
    """
    def __enter__(self, /) -> Bootpay: ...
    def __exit__(self, /, exc_type: Any, exc_value: Any, traceback: Any) -> None: ...
    def __new__(cls, /, *, client_key: str | None = None, secret_key: str | None = None, application_id: str | None = None, private_key: str | None = None, base_url: str | None = None, mode: Mode | None = None, timeout: float | timedelta | None = None, money_timeout: float | timedelta | None = None, retries: int | None = None, quiet_period: float | timedelta | None = None, attempts_file: str | None = None, attempt_store: AttemptStore | None = None, trusted_proxies: Sequence[str] | None = None, webhook_work_time: float | timedelta | None = None, connect_timeout: float | timedelta | None = None, ca_certificates: str | None = None, application_ids: ApplicationIds | None = None, environment_proxy: bool | None = None) -> Bootpay: ...
    def __repr__(self, /) -> str: ...
    @property
    def attempts(self, /) -> Attempts:
        """
        Attempts: writes and money calls whose outcome is unresolved.
        """
    @property
    def billing(self, /) -> Billing:
        """
        Billing keys: cards and accounts that the merchant may charge repeatedly.
        """
    @property
    def cash_receipts(self, /) -> CashReceipts:
        """
        Cash receipts, which report cash payments to the tax office.
        """
    def close(self, /) -> None:
        """
        Closes the connections after pending calls have ended. Later calls are refused;
        `attempts.unresolved()` and `attempts.acknowledge()` go on working.
        """
    @property
    def escrow(self, /) -> Escrow:
        """
        Escrow: the PG holds the money until the buyer has the goods.
        """
    @classmethod
    def from_env(cls, /, *, base_url: str | None = None, mode: Mode | None = None, timeout: float | timedelta | None = None, money_timeout: float | timedelta | None = None, retries: int | None = None, quiet_period: float | timedelta | None = None, attempts_file: str | None = None, attempt_store: AttemptStore | None = None, trusted_proxies: Sequence[str] | None = None, webhook_work_time: float | timedelta | None = None, connect_timeout: float | timedelta | None = None, ca_certificates: str | None = None, application_ids: ApplicationIds | None = None, environment_proxy: bool | None = None) -> Bootpay:
        """
        Creates a client from environment variables, as `os.environ` has them.

        `BOOTPAY_CLIENT_KEY` with `BOOTPAY_SECRET_KEY`, or `BOOTPAY_APPLICATION_ID` with
        `BOOTPAY_PRIVATE_KEY`, or all four; and, if wanted, `BOOTPAY_MODE` (`live` or `test`),
        `BOOTPAY_BASE_URL`, `BOOTPAY_ATTEMPTS_FILE`, `BOOTPAY_WEB_APPLICATION_ID`,
        `BOOTPAY_ANDROID_APPLICATION_ID`, `BOOTPAY_IOS_APPLICATION_ID` and `BOOTPAY_TRUSTED_PROXIES`. A variable that is set but empty
        counts as not set. An argument goes before its variable.

        Raises `InvalidError`, whose `field` is the variable, if half of a key pair, or all of it, is missing
        or a value breaks its rule.

        Args:
            base_url: URL of the API; https, except on loopback. Default: Bootpay's production. It is ASCII, without blanks,
                control characters, backslashes, a user name or a query; an international host is written `xn--…`.
            mode: Mode in which payments must have been made to be verified. Default `live`.
            timeout: Total timeout of a read-only call. Default 30 seconds.
            money_timeout: Total timeout of a write or a money call. Default 70 seconds, since a PG's approval takes up to 60.
            retries: Maximum retries of read-only calls and token requests (no connection, no response, 429, 5xx, or an
                error code that leaves the outcome open), within the call's timeout. Default 2, at most 10; 0
                disables retries. Writes and money calls are never retried.
            quiet_period: Time after sending a request before `attempts.resolve` returns that it did not happen. Default two
                minutes, since a PG may still be processing it.
            attempts_file: A file that stores attempts, so that a crashed process loses none. Writes and money calls are
                recorded there before they are sent, and are not sent if that fails. Created if missing. The
                processes of one machine may share it; use `attempt_store` for several machines. `attempts.recover`
                resolves stored attempts that no process is handling.
            attempt_store: The merchant's own store of attempts, instead of a file.
            trusted_proxies: Addresses or networks (`10.0.0.0/8`) of the merchant's own proxies, through which webhooks arrive, or `unix` for
                one at the other end of a Unix socket: of `X-Forwarded-For`, `webhooks.receive` believes what they wrote, and
                nothing else. Default none.
            webhook_work_time: Time for the work on a webhook that `webhooks.receive` delivered, until `webhooks.done`: after it, the next
                resend is handled, since the process may have died. Default 60 seconds.
            connect_timeout: Timeout of connecting. Default 10 seconds.
            ca_certificates: Certificate authorities to trust besides the system's: one or more, in PEM.
            application_ids: The project's application ids by platform. Ids of public manuals are refused, and so is one id for two
                platforms.
            environment_proxy: True to use the proxy that the environment names: `HTTPS_PROXY` or `ALL_PROXY`, except for the hosts
                of `NO_PROXY`; on macOS and Windows, the system's settings too. The proxy forwards encrypted data
                and cannot read it. Default false.
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
        Payments: look up, confirm, verify and refund.
        """
    @property
    def reseller(self, /) -> Reseller:
        """
        Calls for resellers, who manage merchants of their own. They take the reseller's
        `application_id` and `private_key`.

        Undocumented by Bootpay; known only from its Ruby SDK.
        """
    @property
    def reservations(self, /) -> Reservations:
        """
        Reservations: scheduled charges of a billing key.
        """
    @property
    def setup(self, /) -> Setup:
        """
        Set-up: application ids, Bootpay's addresses, what each PG can do, and the check before going live.
        """
    @property
    def users(self, /) -> Users:
        """
        Members of the merchant in Bootpay's easy payment.
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
        Webhooks: notifications that Bootpay sends to the merchant's server.
        """

@final
class BootpayAddresses:
    """
    Bootpay's addresses, for firewalls and for the consoles of PGs. From Bootpay's manual and its help.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> BootpayAddresses: ...
    @property
    def cancel_address_pgs(self, /) -> list[Pg]:
        """
        The PGs that cancel only for registered addresses.
        """
    @property
    def cancel_addresses(self, /) -> list[str]:
        """
        The addresses from which Bootpay cancels payments: register each of them in the consoles of
        `cancel_address_pgs`.
        """
    @property
    def deposit_urls(self, /) -> list[DepositUrl]:
        """
        The URLs to register in PGs' consoles, so that deposits to virtual accounts are reported to Bootpay.
        """
    @property
    def identity_hosts(self, /) -> list[str]:
        """
        The hosts that KCP's result URL for identity verification must list.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """
    @property
    def webhook_network(self, /) -> str:
        """
        The network from which webhooks come, as CIDR. Allow all of it: a rule for a single address loses webhooks.
        """

@final
class Buyer:
    """
    The buyer, as the merchant described them in the payment window.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
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
        Date of birth, as the merchant wrote it.
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
        The merchant's id of the buyer.
        """
    @property
    def phone(self, /) -> str | None:
        """
        Phone number.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """
    @property
    def username(self, /) -> str | None:
        """
        Name.
        """

@final
class CallEvent:
    """
    The end of one call: for logs, metrics and traces. It holds no secret and no personal data.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> CallEvent: ...
    @property
    def attempt_id(self, /) -> str | None:
        """
        The id of the attempt, of a write or money call whose request was sent.
        """
    @property
    def code(self, /) -> str | None:
        """
        Bootpay's error code.
        """
    @property
    def connection_reused(self, /) -> bool:
        """
        True if the last request went over a connection that had carried another one. Every request of a write
        or money call has a connection of its own.
        """
    @property
    def effect(self, /) -> CallEffect:
        """
        The effect of the call.
        """
    @property
    def endpoint(self, /) -> str:
        """
        The call, for example `payments.cancel_full`.
        """
    @property
    def kind(self, /) -> ErrorKind | None:
        """
        The kind of the error; absent unless the call failed.
        """
    @property
    def milliseconds(self, /) -> int:
        """
        Time from the start of the call to its end, in milliseconds.
        """
    @property
    def outcome(self, /) -> CallOutcome:
        """
        The outcome.
        """
    @property
    def status(self, /) -> int | None:
        """
        HTTP status of the last response; absent if there was none.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """
    @property
    def tries(self, /) -> int:
        """
        Requests that the call made, with retries and with the reads before and after a change; without token
        requests. 0 if nothing was sent.
        """

@final
class CancelledReservation:
    """
    A cancelled reservation.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> CancelledReservation: ...
    @property
    def raw(self, /) -> Any:
        """
        The whole response as Bootpay sent it, including fields that this version does not know.
        """
    @property
    def reserve_id(self, /) -> str:
        """
        Bootpay's id of the reservation, 24 hex characters.
        """
    @property
    def success(self, /) -> bool | None:
        """
        True if it was cancelled.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """

@final
class CardData:
    """
    The card behind a payment.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
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
        Coupons refunded, in won.
        """
    @property
    def cancelled_point(self, /) -> int | None:
        """
        Points refunded, in won.
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
        The card number with its middle masked.
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
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """

@final
class CashReceiptData:
    """
    The cash receipt of a payment.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
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
        Purpose of the cash receipt.
        """
    @property
    def receipt_url(self, /) -> str | None:
        """
        A page that shows the cash receipt.
        """
    @property
    def tid(self, /) -> str | None:
        """
        The PG's id of the cash receipt.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """

@final
class CashReceipts:
    """
    Cash receipts, which report cash payments to the tax office.
    """
    def cancel(self, /, receipt_id: str, *, cancel_username: str | None = None, cancel_message: str | None = None, timeout: float | timedelta | None = None) -> Receipt:
        """
        Cancels a cash receipt that was issued by itself.

        Fails with `RC_NOT_FOUND` if there is none.

        Args:
            receipt_id: Bootpay's id of the cash receipt, 24 hex characters.
            cancel_username: Name of the requester, shown on the admin pages.
            cancel_message: Reason, shown on the admin pages.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def cancel_for_payment(self, /, receipt_id: str, *, cancel_username: str | None = None, cancel_message: str | None = None, timeout: float | timedelta | None = None) -> Receipt | None:
        """
        Cancels the cash receipt of a payment; the payment stays.

        Bootpay returns nothing, or the receipt. Fails with `RC_NOT_FOUND` if there is no such
        payment.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            cancel_username: Name of the requester, shown on the admin pages.
            cancel_message: Reason, shown on the admin pages.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def publish(self, /, price: int, *, order_name: str, order_id: str, identity_no: str, cash_receipt_type: CashReceiptType, pg: Pg | None = None, tax_free: int | None = None, purchased_at: datetime | None = None, user: User | None = None, extra: Extra | None = None, metadata: Any | None = None, timeout: float | timedelta | None = None) -> Receipt:
        """
        Issues a cash receipt for a sale made outside Bootpay.

        Fails with `RC_CASH_RECEIPT_FAILED` if the PG declines or is not contracted for it.

        Args:
            price: Amount paid, in won.
            order_name: Name of the order.
            order_id: The merchant's id of the order.
            identity_no: Identity of the recipient: a phone, resident, business or cash receipt card number, in digits.
            cash_receipt_type: Purpose of the cash receipt.
            pg: The PG; the project's default PG if absent.
            tax_free: The tax-free part of `price`, in won; at most `price`.
            purchased_at: Time of payment; now if absent.
            user: The buyer; only name, phone and e-mail address count.
            extra: Options of the PG.
            metadata: The merchant's metadata; returned unchanged.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def publish_for_payment(self, /, receipt_id: str, *, identity_no: str, cash_receipt_type: CashReceiptType, username: str | None = None, phone: str | None = None, email: str | None = None, currency: str | None = None, pg: Pg | None = None, test_production: bool | None = None, timeout: float | timedelta | None = None) -> Receipt:
        """
        Issues a cash receipt for a payment by bank transfer or virtual account.

        Fails with `RC_CASH_RECEIPT_FAILED` if the PG declines, with `RC_NOT_FOUND` if there is
        no such payment.

        Args:
            receipt_id: Bootpay's id of the payment, which must be paid and have no cash receipt yet.
            identity_no: Identity of the recipient: a phone, resident, business or cash receipt card number, in digits.
            cash_receipt_type: Purpose of the cash receipt.
            username: The buyer's name.
            phone: The buyer's phone number, in digits.
            email: The buyer's e-mail address.
            currency: The currency (known from only one official SDK, which sends `WON`).
            pg: The PG (known from only one official SDK).
            test_production: True to issue a real cash receipt in test mode (known from only one official SDK).
            timeout: Total timeout of the call, instead of the client's default.
        """

@final
class Certificate:
    """
    The verification of a person's identity. It is complete only at status `identity_verified`.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> Certificate: ...
    @property
    def authenticate_data(self, /) -> AuthenticateData | None:
        """
        The verified identity.
        """
    @property
    def authenticate_id(self, /) -> str | None:
        """
        The merchant's id of the verification.
        """
    @property
    def authenticated_at(self, /) -> datetime | None:
        """
        Time at which the identity was verified.
        """
    @property
    def metadata(self, /) -> Any | None:
        """
        The merchant's metadata.
        """
    @property
    def method(self, /) -> str | None:
        """
        The method used, in Korean.
        """
    @property
    def method_origin(self, /) -> str | None:
        """
        The requested method, in Korean.
        """
    @property
    def method_origin_symbol(self, /) -> Method | None:
        """
        The requested method.
        """
    @property
    def pg(self, /) -> str | None:
        """
        The PG's name in Korean.
        """
    @property
    def raw(self, /) -> Any:
        """
        The whole response as Bootpay sent it, including fields that this version does not know; `unique` is
        redacted.
        """
    @property
    def receipt_id(self, /) -> str:
        """
        Bootpay's id of the verification, 24 hex characters.
        """
    @property
    def requested_at(self, /) -> datetime | None:
        """
        Time of the request.
        """
    @property
    def status(self, /) -> Status:
        """
        The status.
        """
    @property
    def status_code(self, /) -> int:
        """
        `status` as Bootpay's number.
        """
    @property
    def status_locale(self, /) -> str | None:
        """
        `status` in Korean.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """

@final
class Company:
    """
    The sender of a parcel.
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
    A created reservation.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> CreatedReservation: ...
    @property
    def raw(self, /) -> Any:
        """
        The whole response as Bootpay sent it, including fields that this version does not know.
        """
    @property
    def reserve_execute_at(self, /) -> datetime | None:
        """
        Time of the scheduled charge.
        """
    @property
    def reserve_id(self, /) -> str:
        """
        Bootpay's id of the reservation, 24 hex characters.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """

@final
class DeletedBillingKey:
    """
    A deleted billing key.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> DeletedBillingKey: ...
    @property
    def billing_key(self, /) -> str:
        """
        The billing key, no longer usable.
        """
    @property
    def raw(self, /) -> Any:
        """
        The whole response as Bootpay sent it, including fields that this version does not know.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """

@final
class DepositUrl:
    """
    The URL that a PG calls after a deposit to a virtual account.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> DepositUrl: ...
    @property
    def pg(self, /) -> Pg:
        """
        The PG.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """
    @property
    def url(self, /) -> str:
        """
        Bootpay's URL for it.
        """

@final
class ErrorInfo:
    """
    The details of a failure.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> ErrorInfo: ...
    @property
    def attempt(self, /) -> Attempt | None:
        """
        The attempt, if money may have moved or has moved.
        """
    @property
    def body(self, /) -> str | None:
        """
        The beginning of a response that could not be understood, without secrets.
        """
    @property
    def cancelled_price(self, /) -> int | None:
        """
        Amount refunded of the payment so far, if the payment is not what the call needs.
        """
    @property
    def code(self, /) -> str | None:
        """
        Bootpay's error code, as it was sent.
        """
    @property
    def detail(self, /) -> str:
        """
        The failure as text, without secrets.
        """
    @property
    def endpoint(self, /) -> str | None:
        """
        The call, for example `payments.cancel_full`.
        """
    @property
    def expected(self, /) -> str | None:
        """
        The value that `field` should have, if a payment differs.
        """
    @property
    def explanation(self, /) -> Explanation | None:
        """
        The meaning of `code` and the remedy; absent if this version does not know the code.
        """
    @property
    def field(self, /) -> str | None:
        """
        The name of the field that is invalid or differs (`receipt_id`).
        """
    @property
    def found(self, /) -> str | None:
        """
        The value of `field` at Bootpay, if a payment differs; absent if Bootpay names none.
        """
    @property
    def kind(self, /) -> ErrorKind:
        """
        The kind of the error.
        """
    @property
    def payment_status(self, /) -> Status | None:
        """
        The payment's status, if the payment is not what the call needs. `status` is the HTTP status.
        """
    @property
    def pg_error_code(self, /) -> str | None:
        """
        The PG's error code, as it was sent.
        """
    @property
    def receipt(self, /) -> Receipt | None:
        """
        The payment as Bootpay records it, if it is not what the call needs.
        """
    @property
    def receipt_id(self, /) -> str | None:
        """
        Bootpay's id of the payment, if the call is about one.
        """
    @property
    def repeat(self, /) -> Repeat:
        """
        Tells if the call may be made again.
        """
    @property
    def status(self, /) -> int | None:
        """
        HTTP status, if there was a response.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """

@final
class Escrow:
    """
    Escrow: the PG holds the money until the buyer has the goods.
    """
    def start_shipping(self, /, receipt_id: str, *, tracking_number: str, delivery_corp: Courier, shipping_prepayment: bool | None = None, shipping_day: int | None = None, user: ShippingUser | None = None, company: Company | None = None, redirect_url: str | None = None, receipt_url: str | None = None, timeout: float | timedelta | None = None) -> Receipt:
        """
        Reports to the PG that the goods were shipped. KCP and Inicis only.

        Fails with `RC_NOT_ESCROW` if the payment was not made with escrow.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            tracking_number: The courier's tracking number.
            delivery_corp: The courier; its Korean name is sent, and any other name is accepted.
            shipping_prepayment: True if the merchant has paid for shipping.
            shipping_day: Days until the parcel arrives.
            user: The recipient.
            company: The sender.
            redirect_url: URL to which the buyer is redirected after confirming or refusing (Inicis only).
            receipt_url: A page about the receipt; no source documents its purpose.
            timeout: Total timeout of the call, instead of the client's default.
        """

@final
class EscrowData:
    """
    The status of an escrow payment.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> EscrowData: ...
    @property
    def receipt_confirmed_at(self, /) -> datetime | None:
        """
        Time at which the buyer confirmed.
        """
    @property
    def shipping_started_at(self, /) -> datetime | None:
        """
        Time at which shipping started.
        """
    @property
    def status(self, /) -> EscrowStatus | None:
        """
        The status.
        """
    @property
    def status_locale(self, /) -> str | None:
        """
        `status` in Korean.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """

@final
class Explanation:
    """
    Explains one of Bootpay's error codes to the merchant's developers; do not show it to buyers. In an
    error, `call_again` agrees with the error's `repeat`: `later` with `safe`, `after_resolving` with
    `after_resolve`, the others with `never`.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> Explanation: ...
    @property
    def advice_english(self, /) -> str:
        """
        Remedy, in English.
        """
    @property
    def advice_korean(self, /) -> str:
        """
        Remedy, in Korean.
        """
    @property
    def call_again(self, /) -> CallAgain:
        """
        Tells if and when the same call can succeed.
        """
    @property
    def category(self, /) -> ErrorCategory:
        """
        The subject of the code.
        """
    @property
    def english(self, /) -> str:
        """
        Description, in English.
        """
    @property
    def fault(self, /) -> Fault:
        """
        The party that can remove the cause.
        """
    @property
    def korean(self, /) -> str:
        """
        Description, in Korean.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """

@final
class Extra:
    """
    Options of a payment. The call, the PG and the method decide which of them count.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, *, card_quota: str | None = None, raw_data: bool | None = None, subscribe_test_payment: bool | None = None, escrow: bool | None = None, separately_confirmed: bool | None = None, confirm_only_rest_api: bool | None = None, confirm_grace_seconds: int | None = None, timeout: int | None = None, test_deposit: bool | None = None, enable_error_webhook: bool | None = None, common_event_webhook: bool | None = None, webhook_delay_duration: int | None = None, use_order_id: bool | None = None, deposit_expiration: str | None = None, display_cash_receipt: bool | None = None, cash_receipt_type: CashReceiptType | None = None, identity_no: str | None = None, cash_receipt_not_published: bool | None = None, age_limit: int | None = None, minimum_price_limit: int | None = None, seller_name: str | None = None, offer_period: str | None = None, locale: str | None = None, delivery_day: int | None = None, delivery_price: int | None = None, open_type: str | None = None, browser_open_type: Any | None = None, redirect_url: str | None = None, app_scheme: str | None = None, use_bootpay_inapp_sdk: bool | None = None, display_success_result: bool | None = None, display_error_result: bool | None = None, show_close_button: bool | None = None, confirm_message: str | None = None, direct_card_company: CardCompany | None = None, direct_card_quota: str | None = None, direct_app_card: bool | None = None, direct_samsungpay: bool | None = None, international_card_only: bool | None = None, enable_card_companies: Sequence[CardCompany] | None = None, except_card_companies: Sequence[CardCompany] | None = None, enable_easy_payments: Sequence[str] | None = None, easy_payment_method: str | None = None, use_card_point: bool | None = None, phone_carrier: str | None = None, first_subscription_comment: str | None = None, subscription_comment: str | None = None, use_welcomepayment: bool | None = None, disposable_cup_deposit: int | None = None, use_extra_deduction: bool | None = None) -> Extra: ...
    def __repr__(self, /) -> str: ...
    @property
    def age_limit(self, /) -> int | None:
        """
        Minimum age of the buyer.
        """
    @property
    def app_scheme(self, /) -> str | None:
        """
        The app to which a card's app returns.
        """
    @property
    def browser_open_type(self, /) -> Any | None:
        """
        Mode in which the window opens in each browser, instead of `open_type`: a list of objects with
        `browser` and `open_type`.
        """
    @property
    def card_quota(self, /) -> str | None:
        """
        Months of instalment, as in the request's own `card_quota`; in a window the choices, `0,2,3`.
        """
    @property
    def cash_receipt_not_published(self, /) -> bool | None:
        """
        True to issue no cash receipt.
        """
    @property
    def cash_receipt_type(self, /) -> CashReceiptType | None:
        """
        Purpose of the cash receipt.
        """
    @property
    def common_event_webhook(self, /) -> bool | None:
        """
        True to send webhooks of closing and expiry.
        """
    @property
    def confirm_grace_seconds(self, /) -> int | None:
        """
        Seconds for which a repeated confirmation gets the same response.
        """
    @property
    def confirm_message(self, /) -> str | None:
        """
        Text that the window shows during the approval.
        """
    @property
    def confirm_only_rest_api(self, /) -> bool | None:
        """
        True if only the server may approve, not the window.
        """
    @property
    def delivery_day(self, /) -> int | None:
        """
        Days until delivery.
        """
    @property
    def delivery_price(self, /) -> int | None:
        """
        Delivery charge, in won.
        """
    @property
    def deposit_expiration(self, /) -> str | None:
        """
        Deadline for the deposit into a virtual account, `yyyy-mm-dd HH:MM:SS` in Korean time.
        """
    @property
    def direct_app_card(self, /) -> bool | None:
        """
        True to open the card company's app at once, with `direct_card_company`.
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
    def direct_samsungpay(self, /) -> bool | None:
        """
        True to open Samsung Pay at once.
        """
    @property
    def display_cash_receipt(self, /) -> bool | None:
        """
        True if the window asks about a cash receipt.
        """
    @property
    def display_error_result(self, /) -> bool | None:
        """
        True to show Bootpay's page after a failure. Default true in apps, else false.
        """
    @property
    def display_success_result(self, /) -> bool | None:
        """
        True to show Bootpay's page after a success. Default false.
        """
    @property
    def disposable_cup_deposit(self, /) -> int | None:
        """
        The deposit on disposable cups, in won.
        """
    @property
    def easy_payment_method(self, /) -> str | None:
        """
        Source of an easy payment: `card` or `point`.
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
        True to send webhooks of failures.
        """
    @property
    def escrow(self, /) -> bool | None:
        """
        True for an escrow payment (KCP and Inicis).
        """
    @property
    def except_card_companies(self, /) -> list[CardCompany] | None:
        """
        Card companies not to offer.
        """
    @property
    def first_subscription_comment(self, /) -> str | None:
        """
        What the window for a billing key says of the first charge.
        """
    @property
    def international_card_only(self, /) -> bool | None:
        """
        True to offer cards of other countries only (Toss Payments).
        """
    @property
    def locale(self, /) -> str | None:
        """
        The window's language: `ko`.
        """
    @property
    def minimum_price_limit(self, /) -> int | None:
        """
        Minimum price, in won.
        """
    @property
    def offer_period(self, /) -> str | None:
        """
        Period that the payment covers, as the buyer reads it: `월 자동결제`.
        """
    @property
    def open_type(self, /) -> str | None:
        """
        Mode in which the window opens: `iframe`, `popup` or `redirect`, the default.
        """
    @property
    def phone_carrier(self, /) -> str | None:
        """
        The only carrier with which the buyer may verify their identity: `SKT`, `KT` or `LGT`.
        """
    @property
    def raw_data(self, /) -> bool | None:
        """
        True to also return the PG's own fields, in the response's `raw`.
        """
    @property
    def redirect_url(self, /) -> str | None:
        """
        URL to which a redirected window returns.
        """
    @property
    def seller_name(self, /) -> str | None:
        """
        The seller, as the buyer reads it.
        """
    @property
    def separately_confirmed(self, /) -> bool | None:
        """
        True if the server approves, after the buyer has finished.
        """
    @property
    def show_close_button(self, /) -> bool | None:
        """
        True to show a button that closes a window in a frame.
        """
    @property
    def subscribe_test_payment(self, /) -> bool | None:
        """
        True to test a new billing key with a charge of 100 won (PayApp 1,000), refunded after about ten
        minutes.
        """
    @property
    def subscription_comment(self, /) -> str | None:
        """
        What the window for a billing key says of the later charges.
        """
    @property
    def test_deposit(self, /) -> bool | None:
        """
        True to simulate the deposit into a virtual account of test mode.
        """
    @property
    def timeout(self, /) -> int | None:
        """
        Timeout of the window, in minutes. Default 30.
        """
    @property
    def use_bootpay_inapp_sdk(self, /) -> bool | None:
        """
        True if a redirected window tells the app's web view instead of a page of the merchant's.
        """
    @property
    def use_card_point(self, /) -> bool | None:
        """
        True if the card's points may be used.
        """
    @property
    def use_extra_deduction(self, /) -> bool | None:
        """
        True if it counts for the tax deduction on books and culture.
        """
    @property
    def use_order_id(self, /) -> bool | None:
        """
        True to send the PG the merchant's order id instead of Bootpay's.
        """
    @property
    def use_welcomepayment(self, /) -> bool | None:
        """
        True to use Welcome Payments' own window.
        """
    @property
    def webhook_delay_duration(self, /) -> int | None:
        """
        Delay of webhooks, in seconds; at most 600.
        """

@final
class Identity:
    """
    Identity verification, by text message or the carriers' PASS app.
    """
    def certificate(self, /, receipt_id: str, *, timeout: float | timedelta | None = None) -> Certificate:
        """
        Returns the result of a verification. It is complete only at status `identity_verified`.

        Fails with `AUTH_NOT_CONFIRMED` until the person has finished, with `AUTH_EXPIRED`
        after 30 minutes, with `RC_NOT_FOUND` if there is none.

        Args:
            receipt_id: Bootpay's id of the verification, 24 hex characters.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def confirm(self, /, receipt_id: str, *, otp: str | None = None, timeout: float | timedelta | None = None) -> Certificate:
        """
        Confirms a verification: with the code of the text message, or after the person has
        finished in PASS.

        Fails with `AUTH_NOT_READY` if it is not waiting, with `AUTH_EXPIRED` after 30 minutes.

        Args:
            receipt_id: Bootpay's id of the verification, 24 hex characters.
            otp: The six digits of the text message; none with PASS.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def request(self, /, authentication_id: str, *, pg: Pg, method: Method, order_name: str, username: str, identity_no: str, carrier: Carrier, phone: str, client_ip: str, site_url: str | None = None, authenticate_type: AuthenticateType | None = None, extra: Extra | None = None, user: User | None = None, metadata: Any | None = None, timeout: float | timedelta | None = None) -> Certificate:
        """
        Starts an identity verification.

        Fails with `AUTH_NEED_PG_METHOD` without PG and method, with
        `AUTH_ALREADY_AUTHENTICATED` for an id whose verification is complete, with
        `AUTH_CONFIRM_READY_FAILED` if name, carrier and phone do not match.

        Args:
            authentication_id: The merchant's id of this verification; a new one for each.
            pg: The PG: Danal is the only one so far.
            method: The method: `auth`.
            order_name: Purpose of the verification, as the person reads it.
            username: Name.
            identity_no: Date of birth (YYMMDD) and the next digit of the resident number: 7 digits. Six digits are accepted
                too, since sources differ.
            carrier: The carrier of the phone.
            phone: The phone number, in digits.
            client_ip: The person's own IP address.
            site_url: The site or app that requests the verification, as the person reads it.
            authenticate_type: Method of verification; a text message by default.
            extra: Options of the PG.
            user: The person in the merchant's records.
            metadata: The merchant's metadata; returned unchanged.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def resend(self, /, receipt_id: str, *, timeout: float | timedelta | None = None) -> Certificate:
        """
        Sends the text message or the PASS request again.

        Fails with `AUTH_NOT_READY` if the verification is not waiting.

        Args:
            receipt_id: Bootpay's id of the verification, 24 hex characters.
            timeout: Total timeout of the call, instead of the client's default.
        """

@final
class Item:
    """
    An item of an order.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, *, id: str, name: str, qty: int, price: int, cat1: str | None = None, cat2: str | None = None, cat3: str | None = None, category_type: str | None = None, category_code: str | None = None, start_date: str | None = None, end_date: str | None = None) -> Item: ...
    def __repr__(self, /) -> str: ...
    @property
    def cat1(self, /) -> str | None:
        """
        The widest category.
        """
    @property
    def cat2(self, /) -> str | None:
        """
        The category within `cat1`.
        """
    @property
    def cat3(self, /) -> str | None:
        """
        The category within `cat2`.
        """
    @property
    def category_code(self, /) -> str | None:
        """
        The category, as a value of Naver Pay (`categoryId`).
        """
    @property
    def category_type(self, /) -> str | None:
        """
        The type of the category, as a value of Naver Pay.
        """
    @property
    def end_date(self, /) -> str | None:
        """
        Last day of validity, `yyyyMMdd`.
        """
    @property
    def id(self, /) -> str:
        """
        The merchant's id of the item.
        """
    @property
    def name(self, /) -> str:
        """
        Name, as the buyer reads it.
        """
    @property
    def price(self, /) -> int:
        """
        Price of one, in won; may be 0.
        """
    @property
    def qty(self, /) -> int:
        """
        Quantity; at least 1.
        """
    @property
    def start_date(self, /) -> str | None:
        """
        First day of validity, `yyyyMMdd`.
        """

@final
class LinkDecision:
    """
    The decision about a link.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> LinkDecision: ...
    @property
    def action(self, /) -> LinkAction:
        """
        The decision.
        """
    @property
    def fallback_url(self, /) -> str | None:
        """
        The page to load if the app, or the store, cannot be opened.
        """
    @property
    def package(self, /) -> str | None:
        """
        On Android, the only app that may open the URL.
        """
    @property
    def store_url(self, /) -> str | None:
        """
        The app's page in the store, if the app cannot be opened and there is no `fallback_url`.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """
    @property
    def url(self, /) -> str:
        """
        The URL that it is about: to open, to load, or the link itself.
        """

@final
class PaymentMethod:
    """
    A PG and a method that the merchant has activated. No source documents the response; `raw` has all of
    it.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
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
        The PG's symbol.
        """
    @property
    def raw(self, /) -> Any:
        """
        The whole object as Bootpay sent it.
        """
    @property
    def sandbox(self, /) -> bool | None:
        """
        True if it is in test mode.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """

@final
class PaymentMethods:
    """
    Payment methods that the merchant has activated.
    """
    def list(self, /, *, timeout: float | timedelta | None = None) -> list[PaymentMethod]:
        """
        Lists the PGs and methods that the merchant has activated in Bootpay's console.

        Undocumented by Bootpay; known only from its Java and Ruby SDKs. No source documents the
        response.

        Args:
            timeout: Total timeout of the call, instead of the client's default.
        """

@final
class Payments:
    """
    Payments: look up, confirm, verify and refund.
    """
    def cancel_full(self, /, receipt_id: str, *, cancel_message: str | None = None, cancel_id: str | None = None, cancel_username: str | None = None, refund: Refund | None = None, items: Sequence[Item] | None = None, metadata: Any | None = None, cancel_requester: str | None = None, timeout: float | timedelta | None = None) -> Receipt:
        """
        Cancels a payment in full: refunds all that remains of it.

        Fails with `RC_ALREADY_CANCELLED` if nothing remains.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            cancel_message: Reason, shown on the admin pages.
            cancel_id: The merchant's own id of this refund; Bootpay refuses a second one with the same id.
            cancel_username: Name of the requester, shown on the admin pages.
            refund: The account to refund to; required for payments into virtual accounts.
            items: The items refunded (known only from the official Python and Ruby SDKs).
            metadata: The merchant's metadata of the cancel (known only from the official Python SDK).
            cancel_requester: The requesting system, shown on the admin pages (known only from the official Ruby SDK).
            timeout: Total timeout of the call, instead of the client's default.
        """
    def cancel_partial(self, /, receipt_id: str, *, cancel_price: int, cancel_id: str, cancel_tax_free: int | None = None, cancel_message: str | None = None, cancel_username: str | None = None, refund: Refund | None = None, items: Sequence[Item] | None = None, metadata: Any | None = None, cancel_requester: str | None = None, timeout: float | timedelta | None = None) -> Receipt:
        """
        Cancels a payment in part: refunds `cancel_price`.

        Can be called again with another `cancel_id` until nothing remains. Works only for
        methods and PGs that support it. Reads the payment first, so that a lost response can
        be resolved later. Fails with `Mismatch` if the payment is not in KRW.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            cancel_price: Amount to refund, in won.
            cancel_id: The merchant's own id of this refund; Bootpay refuses a second one with the same id.
            cancel_tax_free: The tax-free part of `cancel_price`, in won; at most `cancel_price`.
            cancel_message: Reason, shown on the admin pages.
            cancel_username: Name of the requester, shown on the admin pages.
            refund: The account to refund to; required for payments into virtual accounts.
            items: The items refunded (known only from the official Python and Ruby SDKs).
            metadata: The merchant's metadata of the cancel (known only from the official Python SDK).
            cancel_requester: The requesting system, shown on the admin pages (known only from the official Ruby SDK).
            timeout: Total timeout of the call, instead of the client's default.
        """
    def confirm(self, /, receipt_id: str, *, order_id: str, price: int, timeout: float | timedelta | None = None) -> VerifiedPayment:
        """
        Confirms a payment. The money moves at this point.

        Reads the payment first, and fails with `Mismatch` if it differs in order, price (KRW) or
        mode, with `WrongState` if it can no longer, or not yet, be confirmed. Then confirms it
        and compares again. An error after the money moved carries the attempt.

        Confirming twice is confirming once: a payment that is paid and matches is returned each
        time it is asked, in every process, and not confirmed again. A second confirm in the same
        client waits for the first; one that loses to another process reads until the other's
        outcome is known, and fails with `WrongState` and `repeat` `safe` if that takes longer
        than its timeout. A lost confirm of the payment is thereby resolved.

        The result does not say that the goods were not shipped yet. One conditional update of
        the order decides that; `receipt_id` is unique there. Ship if it changed a row:

        `UPDATE orders SET state = 'paid', receipt_id = $1 WHERE id = $2 AND state = 'pending'`

        Use the same update after `verify` in a webhook's handler. Confirm again, and use it, for each
        confirm that `attempts.recover` returns as `done`.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            order_id: The merchant's id of the order, from the merchant's own records and not from the browser.
            price: Price of the order in won, from the merchant's own records and not from the browser.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def find_by_order(self, /, order_id: str, *, timeout: float | timedelta | None = None) -> list[Receipt]:
        """
        Returns the payments of one order.

        An order can have several, for example if the buyer tried twice. Fails with
        `RC_NOT_FOUND` if there is none.

        Args:
            order_id: The merchant's id of the order.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def get(self, /, receipt_id: str, *, lookup_user_data: bool | None = None, timeout: float | timedelta | None = None) -> Receipt:
        """
        Returns one payment by Bootpay's receipt id.

        Fails with `RC_NOT_FOUND` if it does not exist or belongs to another merchant.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            lookup_user_data: True to also return the buyer's details.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def request(self, /, price: int, *, order_name: str, order_id: str, pg: Pg | None = None, method: Method | None = None, methods: Sequence[Method] | None = None, tax_free: int | None = None, user: User | None = None, items: Sequence[Item] | None = None, extra: Extra | None = None, metadata: Any | None = None, platform_application_id: str | None = None, redirect_url: str | None = None, user_token: str | None = None, wallet_id: str | None = None, commission_keys: Any | None = None, terms: Any | None = None, widget: int | None = None, widget_key: str | None = None, widget_sandbox: bool | None = None, uuid: str | None = None, sk: str | None = None, ti: int | None = None, tk: str | None = None, ver: str | None = None, sdk_version: str | None = None, agent: str | None = None, timeout: float | timedelta | None = None) -> RequestedPayment:
        """
        Starts a payment from the server: a page for the buyer, or a charge of a wallet.

        Bootpay advises against it for payments in Korea, which start in the payment window.
        Known only from one source or from older ones; the response is undocumented. Fails
        with `RC_PRICE_LEAST_LT` below 100 won.

        Args:
            price: Amount to pay, in won; at least 100.
            order_name: Name of the order, as the buyer reads it.
            order_id: The merchant's id of the order; unique.
            pg: The PG; without it and `method`, the buyer chooses.
            method: The method.
            methods: The methods that the buyer may choose from.
            tax_free: The tax-free part of `price`, in won; at most `price`.
            user: The buyer.
            items: The items bought; quantities times prices must sum to `price`. Payco requires them.
            extra: Options of the payment.
            metadata: The merchant's metadata; returned unchanged.
            platform_application_id: The Application ID of the web or app platform that the page acts for.
            redirect_url: URL to which the buyer is redirected afterwards.
            user_token: The member's token; with `wallet_id`, charges that wallet.
            wallet_id: The wallet to charge, with `user_token`.
            commission_keys: Keys for commissions, `commerce` and `marketer`.
            terms: The terms that the buyer agrees to: a list.
            widget: `1` for a payment widget, else `0`.
            widget_key: The key of the payment widget, from Bootpay's console.
            widget_sandbox: True if the widget is in test mode.
            uuid: The device's id, for Bootpay's statistics.
            sk: The session's id, for Bootpay's statistics.
            ti: Duration of the session, for Bootpay's statistics.
            tk: The session's token, for Bootpay's statistics.
            ver: The version of Bootpay's browser SDK to behave like: `5.2.0`.
            sdk_version: The version of the app SDK to behave like.
            agent: The buyer's browser (the API's `__agent`).
            timeout: Total timeout of the call, instead of the client's default.
        """
    def request_virtual_account(self, /, pg: Pg, *, order_id: str, order_name: str, price: int, bank_code: Bank, bank_account: str, bank_username: str, tax_free: int | None = None, cash_receipt_type: CashReceiptType | None = None, identity_no: str | None = None, user: User | None = None, metadata: Any | None = None, extra: Extra | None = None, timeout: float | timedelta | None = None) -> Receipt:
        """
        Registers an account number that the merchant chose as the virtual account of an order.

        Undocumented by Bootpay; known only from its Ruby SDK.

        Args:
            pg: The PG.
            order_id: The merchant's id of the order.
            order_name: Name of the order, as the buyer reads it.
            price: Amount to pay, in won; at least 100.
            bank_code: The bank: three digits.
            bank_account: The account number, digits only.
            bank_username: The holder of the account.
            tax_free: The tax-free part of `price`, in won; at most `price`.
            cash_receipt_type: Purpose of the cash receipt.
            identity_no: Identity for the cash receipt: a phone, resident or business number, in digits.
            user: The buyer.
            metadata: The merchant's metadata; returned unchanged.
            extra: Options of the payment.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def verify(self, /, receipt_id: str, *, order_id: str, price: int, timeout: float | timedelta | None = None) -> VerifiedPayment:
        """
        Verifies that a payment is paid and matches the merchant's order.

        Use it for payments that need no confirmation and for webhooks: a webhook's body
        proves nothing. Fails with `Mismatch` unless order, price (KRW) and mode agree, with
        `WrongState` unless the status is paid and nothing was refunded. Like `confirm`, it does
        not say that the goods were not shipped yet: the update shown there decides.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            order_id: The merchant's id of the order, from the merchant's own records and not from the browser.
            price: Price of the order in won, from the merchant's own records and not from the browser.
            timeout: Total timeout of the call, instead of the client's default.
        """

@final
class PhoneData:
    """
    The phone behind a payment.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
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
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """

@final
class PointData:
    """
    A wallet's own money behind a payment.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
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
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """

@final
class ReadinessItem:
    """
    Something to mend, or to know, before going live.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> ReadinessItem: ...
    @property
    def actor(self, /) -> ReadinessActor:
        """
        The party that can mend it.
        """
    @property
    def capability(self, /) -> Capability | None:
        """
        The capability that it is about.
        """
    @property
    def code(self, /) -> ReadinessCode:
        """
        Subject of the item.
        """
    @property
    def english(self, /) -> str:
        """
        The item in English, with what to do.
        """
    @property
    def korean(self, /) -> str:
        """
        The item in Korean, with what to do.
        """
    @property
    def link(self, /) -> str | None:
        """
        A page of Bootpay's, or of the PG's, where it is mended or explained.
        """
    @property
    def method(self, /) -> Method | None:
        """
        The payment method that it is about.
        """
    @property
    def pg(self, /) -> Pg | None:
        """
        The PG that it is about.
        """
    @property
    def platform(self, /) -> Platform | None:
        """
        The platform that it is about.
        """
    @property
    def receipt_id(self, /) -> str | None:
        """
        The payment that it is about.
        """
    @property
    def severity(self, /) -> ReadinessSeverity:
        """
        Seriousness.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """

@final
class Receipt:
    """
    A payment as Bootpay records it.

    Amounts are whole won; in another `currency` they are in its smallest unit (US cents).
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> Receipt: ...
    @property
    def bank_data(self, /) -> BankData | None:
        """
        The account of a bank transfer, also if a wallet debited an account.
        """
    @property
    def cancelled_at(self, /) -> datetime | None:
        """
        Time of the last cancel, by the PG's clock.
        """
    @property
    def cancelled_price(self, /) -> int:
        """
        Amount refunded so far, all cancels together, in won.
        """
    @property
    def cancelled_tax_free(self, /) -> int:
        """
        The tax-free part of `cancelled_price`, in won.
        """
    @property
    def card_data(self, /) -> CardData | None:
        """
        The card of a payment by card, also if a wallet charged a card.
        """
    @property
    def cash_receipt_data(self, /) -> CashReceiptData | None:
        """
        The cash receipt, if one was issued.
        """
    @property
    def company_name(self, /) -> str | None:
        """
        The merchant's name.
        """
    @property
    def currency(self, /) -> str:
        """
        ISO 4217 code; `KRW` if Bootpay did not say. `confirm` and `verify` accept only a currency that Bootpay
        names.
        """
    @property
    def escrow_data(self, /) -> EscrowData | None:
        """
        The escrow status of an escrow payment, also if Bootpay sends it beside `price`.
        """
    @property
    def gateway_url(self, /) -> str | None:
        """
        Bootpay's host for the payment window.
        """
    @property
    def kakao_money_data(self, /) -> PointData | None:
        """
        The transaction of a payment with Kakao Pay's own money.
        """
    @property
    def metadata(self, /) -> Any | None:
        """
        The merchant's metadata of the payment.
        """
    @property
    def method(self, /) -> str | None:
        """
        The method used, in Korean.
        """
    @property
    def method_origin(self, /) -> str | None:
        """
        The requested method, in Korean.
        """
    @property
    def method_origin_symbol(self, /) -> Method | None:
        """
        The requested method.
        """
    @property
    def method_symbol(self, /) -> Method | None:
        """
        The method used.
        """
    @property
    def naver_point_data(self, /) -> PointData | None:
        """
        The transaction of a payment with Naver Pay's own money.
        """
    @property
    def order_id(self, /) -> str | None:
        """
        The merchant's id of the order; of a billing key, its subscription id.
        """
    @property
    def order_name(self, /) -> str | None:
        """
        Name of the order, as the buyer read it.
        """
    @property
    def payco_point_data(self, /) -> PointData | None:
        """
        The transaction of a payment with Payco's own money.
        """
    @property
    def pg(self, /) -> str | None:
        """
        The PG's name in Korean; `Pg` has the usual ones.
        """
    @property
    def phone_data(self, /) -> PhoneData | None:
        """
        The phone of a payment by phone bill.
        """
    @property
    def price(self, /) -> int:
        """
        Amount requested, in won.
        """
    @property
    def purchased_at(self, /) -> datetime | None:
        """
        Time of payment, by the PG's clock.
        """
    @property
    def raw(self, /) -> Any:
        """
        The whole response as Bootpay sent it, including fields that this version does not know.
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
        Time of the request, by Bootpay's clock.
        """
    @property
    def sandbox(self, /) -> bool | None:
        """
        True if the payment was made in test mode.
        """
    @property
    def status(self, /) -> Status:
        """
        The status.
        """
    @property
    def status_code(self, /) -> int:
        """
        `status` as Bootpay's number.
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
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """
    @property
    def toss_point_data(self, /) -> PointData | None:
        """
        The transaction of a payment with Toss's own money.
        """
    @property
    def user(self, /) -> Buyer | None:
        """
        The buyer, if `lookup_user_data` was true.
        """
    @property
    def vbank_data(self, /) -> VirtualAccountData | None:
        """
        The virtual account of a payment into one.
        """

@final
class Refund:
    """
    The account to which a payment into a virtual account is refunded. The merchant needs a contract for it
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
class Refunded:
    """
    A refund that was read from Bootpay, of a payment that matches the merchant's order: in won, in the client's
    mode, with this order id and price.

    Only `webhooks.receive` makes one. It is cumulative: set the order's refunded amount to `cancelled_price`, and
    do not add it.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    @property
    def cancelled_price(self, /) -> int:
        """
        Amount refunded so far, all refunds together, in won.
        """
    @property
    def order_id(self, /) -> str:
        """
        The merchant's id of the order.
        """
    @property
    def price(self, /) -> int:
        """
        Amount that was paid, in won.
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
    @property
    def remaining(self, /) -> int:
        """
        Amount that remains paid, in won; 0 after a full refund.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """

@final
class RequestedPayment:
    """
    A started payment. No source documents the response; `raw` has all of it.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
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
        The whole response as Bootpay sent it.
        """
    @property
    def receipt_id(self, /) -> str | None:
        """
        Bootpay's id of the payment, 24 hex characters.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """
    @property
    def url(self, /) -> str | None:
        """
        The page to show to the buyer.
        """

@final
class Reseller:
    """
    Calls for resellers, who manage merchants of their own. They take the reseller's
    `application_id` and `private_key`.

    Undocumented by Bootpay; known only from its Ruby SDK.
    """
    def create_app(self, /, provider_id: str, *, name: str, unit: str | None = None, real: str | None = None, desc: str | None = None, timezone: str | None = None, timeout: float | timedelta | None = None) -> Undocumented:
        """
        Creates a project for a merchant.

        Undocumented by Bootpay; known only from its Ruby SDK.

        Args:
            provider_id: Bootpay's id of the merchant.
            name: The project's name.
            unit: The currency: `KRW`.
            real: The kind of goods sold: physical goods are `실물`.
            desc: Description of the project.
            timezone: The time zone: `Asia/Seoul`.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def create_seller(self, /, company_alias: str, *, company_name: str, primary_key: str, email: str | None = None, regist_no: str | None = None, owner_name: str | None = None, phone: str | None = None, zip: str | None = None, address1: str | None = None, address2: str | None = None, app_name: str | None = None, resources: Any | None = None, send_email: bool | None = None, timeout: float | timedelta | None = None) -> Undocumented:
        """
        Creates a merchant.

        Undocumented by Bootpay; known only from its Ruby SDK.

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
            send_email: True to notify the merchant by e-mail; false by default.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def delete_test_seller(self, /, provider_id: str, *, timeout: float | timedelta | None = None) -> Undocumented:
        """
        Deletes a merchant that was created for a test.

        Undocumented by Bootpay; known only from its Ruby SDK.

        Args:
            provider_id: Bootpay's id of the merchant.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def get_seller(self, /, provider_id: str, *, timeout: float | timedelta | None = None) -> Undocumented:
        """
        Returns a merchant.

        Undocumented by Bootpay; known only from its Ruby SDK.

        Args:
            provider_id: Bootpay's id of the merchant.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def invite(self, /, email: str, *, level: str, invite_type: InviteType, app_id: str | None = None, provider_id: str | None = None, timeout: float | timedelta | None = None) -> Undocumented:
        """
        Invites a person to a project or a team.

        Undocumented by Bootpay; known only from its Ruby SDK.

        Args:
            email: E-mail address.
            level: Level of permission: `관리자` may do everything.
            invite_type: Target of the invitation.
            app_id: Bootpay's id of the project, for an invitation to one.
            provider_id: Bootpay's id of the merchant, for an invitation to its team.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def update_resources(self, /, app_id: str, *, resources: Any, timeout: float | timedelta | None = None) -> Undocumented:
        """
        Sets the PGs of a project.

        Undocumented by Bootpay; known only from its Ruby SDK.

        Args:
            app_id: Bootpay's id of the project.
            resources: The PGs, with their settings.
            timeout: Total timeout of the call, instead of the client's default.
        """

@final
class Reservation:
    """
    A scheduled charge of a billing key.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
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
        Content type of those webhooks.
        """
    @property
    def extra(self, /) -> Any | None:
        """
        Options of the payment, as the merchant sent them; an identity number is redacted.
        """
    @property
    def feedback_url(self, /) -> str | None:
        """
        URL for the webhooks of this payment.
        """
    @property
    def items(self, /) -> Any | None:
        """
        The items bought, as the merchant sent them.
        """
    @property
    def metadata(self, /) -> Any | None:
        """
        The merchant's metadata.
        """
    @property
    def order_id(self, /) -> str | None:
        """
        The merchant's id of the order.
        """
    @property
    def order_name(self, /) -> str | None:
        """
        Name of the order, as the buyer reads it.
        """
    @property
    def price(self, /) -> int | None:
        """
        Amount to charge, in won.
        """
    @property
    def raw(self, /) -> Any:
        """
        The whole response as Bootpay sent it, including fields that this version does not know; an identity
        number is redacted.
        """
    @property
    def receipt_id(self, /) -> str | None:
        """
        Bootpay's id of the payment, after the charge.
        """
    @property
    def reserve_execute_at(self, /) -> datetime | None:
        """
        Time of the scheduled charge.
        """
    @property
    def reserve_finished_at(self, /) -> datetime | None:
        """
        Time at which charging ended.
        """
    @property
    def reserve_id(self, /) -> str:
        """
        Bootpay's id of the reservation, 24 hex characters.
        """
    @property
    def reserve_requested_at(self, /) -> datetime | None:
        """
        Time of the reservation.
        """
    @property
    def reserve_revoked_at(self, /) -> datetime | None:
        """
        Time of the cancel.
        """
    @property
    def reserve_started_at(self, /) -> datetime | None:
        """
        Time at which charging started.
        """
    @property
    def status(self, /) -> ReserveStatus:
        """
        The status.
        """
    @property
    def status_code(self, /) -> int:
        """
        `status` as Bootpay's number.
        """
    @property
    def tax_free(self, /) -> int | None:
        """
        The tax-free part of `price`, in won.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """
    @property
    def user(self, /) -> Buyer | None:
        """
        The buyer.
        """
    @property
    def version(self, /) -> str | None:
        """
        The version of Bootpay that accepted the reservation.
        """

@final
class Reservations:
    """
    Reservations: scheduled charges of a billing key.
    """
    def cancel(self, /, reserve_id: str, *, timeout: float | timedelta | None = None) -> CancelledReservation:
        """
        Cancels a pending reservation.

        Args:
            reserve_id: Bootpay's id of the reservation, 24 hex characters.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def create(self, /, billing_key: str, *, order_name: str, order_id: str, price: int, reserve_execute_at: datetime, tax_free: int | None = None, card_quota: str | None = None, items: Sequence[Item] | None = None, user: User | None = None, extra: Extra | None = None, feedback_url: str | None = None, content_type: ContentType | None = None, metadata: Any | None = None, timeout: float | timedelta | None = None) -> CreatedReservation:
        """
        Schedules a charge of a billing key. Bootpay allows 10 pending reservations per key.

        Fails with `SUBSCRIBE_BK_EXPIRED` if the key has expired or was deleted.

        Args:
            billing_key: The billing key.
            order_name: Name of the order, as the buyer reads it.
            order_id: The merchant's id of the order.
            price: Amount to charge, in won; at least 100.
            reserve_execute_at: Time of the charge; not past, with a tolerance of five minutes.
            tax_free: The tax-free part of `price`, in won; at most `price`.
            card_quota: Months of instalment: `00` is a lump sum; `02` to `12` require a price of at least 50,000 won.
            items: The items bought; quantities times prices must sum to `price`.
            user: The buyer.
            extra: Options; only `card_quota` and `raw_data` count.
            feedback_url: URL for the webhooks of this payment: https, public.
            content_type: Content type of those webhooks.
            metadata: The merchant's metadata; returned unchanged.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def get(self, /, reserve_id: str, *, timeout: float | timedelta | None = None) -> Reservation:
        """
        Returns a reservation; after the charge it names the receipt.

        Args:
            reserve_id: Bootpay's id of the reservation, 24 hex characters.
            timeout: Total timeout of the call, instead of the client's default.
        """

@final
class Resolution:
    """
    The result of resolving an attempt, as far as reading can tell.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> Resolution: ...
    @property
    def ask_again_at(self, /) -> datetime | None:
        """
        Time to ask again, if it was too early to tell.
        """
    @property
    def attempt(self, /) -> Attempt:
        """
        The attempt.
        """
    @property
    def billing_key(self, /) -> BillingKey | None:
        """
        The billing key in its present state, if one was read.
        """
    @property
    def outcome(self, /) -> ResolvedOutcome:
        """
        The outcome.
        """
    @property
    def reason(self, /) -> str:
        """
        The reason for the outcome, as text.
        """
    @property
    def receipt(self, /) -> Receipt | None:
        """
        The payment in its present state, if one was read.
        """
    @property
    def reservation(self, /) -> Reservation | None:
        """
        The reservation in its present state, if one was read.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """

@final
class Setup:
    """
    Set-up: application ids, Bootpay's addresses, what each PG can do, and the check before going live.
    """
    def addresses(self, /) -> BootpayAddresses:
        """
        Returns Bootpay's addresses, for firewalls and for the consoles of PGs. Sends nothing.
        """
    def application_id(self, /, platform: Platform) -> str:
        """
        Returns the application id of a platform, for its payment window.

        Fails with `Config` if the client's options have none for it.

        Args:
            platform: The platform.
        """
    def readiness(self, /, setup: Any) -> list[ReadinessItem]:
        """
        Returns what a set-up lacks before it goes live; an empty list if nothing is known to be missing.

        Judges only the parts that are given, and sends nothing. docs/setup.md lists the parts and the
        items.

        Args:
            setup: The set-up, with the names of docs/setup.md: what the emulator exports of a project, or the same written by
                hand. Every part may be left out, and then is not judged; parts that this version does not know are ignored.
        """
    def supports(self, /, pg: Pg, capability: Capability) -> Support:
        """
        Returns if a PG can do something, as far as a public source says.

        `by_contract` needs a contract with the PG; `unknown` means that no source says, also of a PG
        that this version does not know. docs/setup.md has the sources.

        Args:
            pg: The PG.
            capability: The capability.
        """

@final
class ShippingUser:
    """
    The recipient of a parcel.
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
    A response with a shape that no source documents.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> Undocumented: ...
    @property
    def raw(self, /) -> Any:
        """
        The whole response as Bootpay sent it; JSON null if it sent null.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """

@final
class User:
    """
    The buyer in the merchant's records.
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
        The merchant's id of the buyer.
        """
    @property
    def phone(self, /) -> str | None:
        """
        Phone number. Some PGs require it, PayApp among them.
        """
    @property
    def username(self, /) -> str | None:
        """
        Name. PayApp requires it.
        """

@final
class UserToken:
    """
    A token that identifies a member to the payment window.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def expired_at(self, /) -> datetime | None:
        """
        Expiry; about an hour after issue.
        """
    @property
    def raw(self, /) -> Any:
        """
        The whole response as Bootpay sent it, including fields that this version does not know; the token
        is redacted.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """
    @property
    def user_token(self, /) -> str:
        """
        The token, for the window's `user_token`. It is not printed.
        """

@final
class Users:
    """
    Members of the merchant in Bootpay's easy payment.
    """
    def register_biometric(self, /, user_token: str, *, device_uuid: str, os: str, token: str, timeout: float | timedelta | None = None) -> Undocumented:
        """
        Registers biometric payment (fingerprint or face) of a member on one device.

        Undocumented by Bootpay; known only from its Ruby SDK.

        Args:
            user_token: The member's token.
            device_uuid: The device's id.
            os: The device's system.
            token: The device's proof of identity.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def token(self, /, user_id: str, *, email: str | None = None, username: str | None = None, gender: Gender | None = None, birth: str | None = None, phone: str | None = None, timeout: float | timedelta | None = None) -> UserToken:
        """
        Returns a token that identifies a member to the payment window, valid for about an hour.

        Takes only a token (Bootpay was seen to refuse a key pair): fails with `Config` before
        anything is sent if the client has no `application_id` and `private_key`.

        Args:
            user_id: The merchant's id of the member.
            email: E-mail address.
            username: Name.
            gender: Sex.
            birth: Date of birth, `YYMMDD`.
            phone: Phone number, in digits.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def validate_password(self, /, user_token: str, *, token: str, timeout: float | timedelta | None = None) -> Undocumented:
        """
        Checks that a member has entered their password.

        Undocumented by Bootpay; known only from its Ruby SDK.

        Args:
            user_token: The member's token.
            token: The token that the window returned for the password.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def wallets(self, /, user_token: str, *, timeout: float | timedelta | None = None) -> list[Wallet]:
        """
        Lists the wallets of the member that a token identifies.

        Undocumented by Bootpay; known only from its Ruby and browser SDKs.

        Args:
            user_token: The member's token.
            timeout: Total timeout of the call, instead of the client's default.
        """

@final
class VerifiedPayment:
    """
    A payment that was read from Bootpay and matches the merchant's order: paid in won, in the client's
    mode, with this order id and price, nothing refunded.

    Only `confirm` and `verify` make one, so a function that ships goods can require it. Both return one each
    time they are asked: it says that the payment is good, not that you have not shipped yet. One conditional
    `UPDATE` of the order decides that, as the documentation of `payments.confirm` shows.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    @property
    def confirmed_earlier(self, /) -> bool:
        """
        True if this call did not confirm the payment: it was paid before, or another confirm came first; always
        true from `verify`. For logs only. Do not decide by it if to ship: the process that confirmed may
        have crashed before it shipped.
        """
    @property
    def order_id(self, /) -> str:
        """
        The merchant's id of the order.
        """
    @property
    def price(self, /) -> int:
        """
        Amount paid, in won.
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
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """

@final
class VirtualAccountData:
    """
    The virtual account of a payment.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
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
        Purpose of the cash receipt.
        """
    @property
    def cash_receipt_url(self, /) -> str | None:
        """
        The PG's page for the cash receipt (NICE only).
        """
    @property
    def expired_at(self, /) -> datetime | None:
        """
        Deadline for the deposit. If the PG names only a day: the end of that day in Korea.
        """
    @property
    def receipt_url(self, /) -> str | None:
        """
        The PG's slip.
        """
    @property
    def sender_name(self, /) -> str | None:
        """
        Name of the payer.
        """
    @property
    def tid(self, /) -> str | None:
        """
        The PG's transaction id.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """

@final
class Wallet:
    """
    A card or account that a member keeps in Bootpay's easy payment.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
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
        Expiry.
        """
    @property
    def latest_purchased_at(self, /) -> datetime | None:
        """
        Time of its last payment.
        """
    @property
    def name(self, /) -> str | None:
        """
        The member's name for the wallet.
        """
    @property
    def order(self, /) -> int | None:
        """
        Position among the member's wallets; the first is tried first.
        """
    @property
    def payment_status(self, /) -> int | None:
        """
        Status of payment by this wallet, as Bootpay's number.
        """
    @property
    def raw(self, /) -> Any:
        """
        The whole object as Bootpay sent it, including fields that this version does not know.
        """
    @property
    def sandbox(self, /) -> bool | None:
        """
        True if it is of test mode.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """
    @property
    def wallet_id(self, /) -> str:
        """
        Bootpay's id of the wallet, 24 hex characters.
        """
    @property
    def wallet_type(self, /) -> int | None:
        """
        The type of the wallet, as Bootpay's number (the API's `type`).
        """

@final
class WalletData:
    """
    The wallet that paid, and those tried before.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> WalletData: ...
    @property
    def failure(self, /) -> list[Wallet] | None:
        """
        The wallets that were tried before and did not pay.
        """
    @property
    def success(self, /) -> Wallet | None:
        """
        The wallet that paid.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """

@final
class WalletPayment:
    """
    A payment by a member's wallets.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
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
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """
    @property
    def wallet_data(self, /) -> WalletData | None:
        """
        The wallet that paid, and those tried before.
        """

@final
class Wallets:
    """
    Wallets: cards and accounts that members keep in Bootpay's easy payment. Deprecated by
    Bootpay: use a user token and `payments.request`.
    """
    def charge(self, /, user_id: str, *, order_name: str, order_id: str, price: int, sandbox: bool, tax_free: int | None = None, webhook_url: str | None = None, content_type: ContentType | None = None, items: Sequence[Item] | None = None, user: User | None = None, extra: Extra | None = None, metadata: Any | None = None, timeout: float | timedelta | None = None) -> WalletPayment:
        """
        Charges the wallets of a member in order until one pays. Deprecated by Bootpay.

        Fails with `RC_CONFIRM_FAILED` if none pays.

        Args:
            user_id: The merchant's id of the member.
            order_name: Name of the order, as the buyer reads it.
            order_id: The merchant's id of the order; a new one for each attempt.
            price: Amount to charge, in won; at least 100.
            sandbox: True for wallets of test mode, false for those of live mode.
            tax_free: The tax-free part of `price`, in won; at most `price`.
            webhook_url: URL for the webhooks of this payment: https, public.
            content_type: Content type of those webhooks.
            items: The items bought; quantities times prices must sum to `price`.
            user: The buyer.
            extra: Options of the payment.
            metadata: The merchant's metadata; returned unchanged.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def list(self, /, user_id: str, *, sandbox: bool, widget_key: str | None = None, timeout: float | timedelta | None = None) -> list[Wallet]:
        """
        Lists the wallets of a member. Deprecated by Bootpay.

        Takes only a token (Bootpay was seen to refuse a key pair): fails with `Config` before
        anything is sent if the client has no `application_id` and `private_key`.

        Args:
            user_id: The merchant's id of the member.
            sandbox: True for wallets of test mode, false for those of live mode.
            widget_key: The key of the payment widget, from Bootpay's console (known from only one official SDK).
            timeout: Total timeout of the call, instead of the client's default.
        """
    def list_service(self, /, *, timeout: float | timedelta | None = None) -> Undocumented:
        """
        Lists the merchant's own wallets at Bootpay.

        Undocumented by Bootpay; known only from its Ruby SDK.

        Args:
            timeout: Total timeout of the call, instead of the client's default.
        """

@final
class WebhookDelivery:
    """
    The result of receiving a webhook: the change to handle, or the response to send at once.

    Everything in it was read from Bootpay and compared with the merchant's order; nothing is taken from the
    webhook.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    @property
    def change(self, /) -> WebhookChange | None:
        """
        The change to handle; absent unless the outcome is `work`.
        """
    @property
    def claim(self, /) -> str | None:
        """
        Stands for the work: text without secrets. Pass it, or the delivery, to `webhooks.done` or
        `webhooks.release`, in this or another process.
        """
    @property
    def error(self, /) -> ErrorInfo | None:
        """
        The details of a mismatch, or of a failure to read the payment.
        """
    @property
    def outcome(self, /) -> WebhookOutcome:
        """
        The outcome. The change is this caller's to handle if it is `work`, and only then.
        """
    @property
    def payment(self, /) -> VerifiedPayment | None:
        """
        The paid payment, if the change is `paid`.
        """
    @property
    def reason(self, /) -> str:
        """
        The reason for the outcome, as text for a log.
        """
    @property
    def receipt(self, /) -> Receipt | None:
        """
        The payment as Bootpay records it, if it was read: also of an unknown order, and of a mismatch.
        """
    @property
    def refunded(self, /) -> Refunded | None:
        """
        The refund, if the change is `refunded`.
        """
    @property
    def response(self, /) -> WebhookResponse | None:
        """
        The response to send to Bootpay; absent if there is work to be done first: then `webhooks.done` or
        `webhooks.release` returns it.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """

@final
class WebhookNotice:
    """
    A webhook as it arrived: Bootpay's notice that a payment has changed.

    It proves nothing, since anybody can send one. Only the payment that `webhooks.receive` reads from Bootpay
    does.

    A field that the body does not have, or that cannot be read, is absent; `raw` has it as it was sent.
    Amounts are whole won; in another currency they are in its smallest unit (US cents).
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> WebhookNotice: ...
    @property
    def application_id(self, /) -> str | None:
        """
        The application id that Bootpay names.
        """
    @property
    def cancelled_price(self, /) -> int | None:
        """
        Amount refunded so far, all cancels together. Absent in the first generation.
        """
    @property
    def format(self, /) -> WebhookFormat:
        """
        The generation and form of the body, on which the acknowledgement depends.
        """
    @property
    def forwarded_for(self, /) -> list[str]:
        """
        The addresses in `X-Forwarded-For`, in order. Anybody can write them.
        """
    @property
    def kind(self, /) -> WebhookKind:
        """
        The kind of change: from `webhook_type`, else from the status.
        """
    @property
    def order_id(self, /) -> str | None:
        """
        The merchant's id of the order.
        """
    @property
    def price(self, /) -> int | None:
        """
        Amount requested.
        """
    @property
    def private_key(self, /) -> PrivateKeyCheck:
        """
        The result of comparing the body's private key with the client's, in constant time. The key itself is
        dropped: it is in no field, no text and no error.
        """
    @property
    def raw(self, /) -> Any:
        """
        The whole body as JSON, with fields that this version does not know and without the private key. The
        values of a form are texts; `payment_data[tid]` is a field of an object.
        """
    @property
    def receipt_id(self, /) -> str | None:
        """
        Bootpay's id of the payment, 24 hex characters.
        """
    @property
    def retry_count(self, /) -> int | None:
        """
        Resends of this notice before this one (first generation only).
        """
    @property
    def sandbox(self, /) -> bool | None:
        """
        True if the body says that the payment was made in test mode.
        """
    @property
    def serialized(self, /) -> str:
        """
        All of the above as one text, without the private key. Pass it to a queue, and hand it to
        `webhooks.receive` in another process. It is not signed: keep it where only your servers write.
        """
    @property
    def status(self, /) -> Status | None:
        """
        The status that the body claims. After a partial cancel it is `cancelled` in a webhook and `paid` in the
        receipt.
        """
    @property
    def status_code(self, /) -> int | None:
        """
        `status` as Bootpay's number.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """
    @property
    def webhook_type(self, /) -> str | None:
        """
        `webhook_type` as Bootpay spells it: `PAYMENT_COMPLETED`. Absent in the first generation, and for
        payments made with a Bootpay SDK older than 5.0.
        """

@final
class WebhookResponse:
    """
    The HTTP response to a webhook. Send exactly this, without a redirect.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> WebhookResponse: ...
    @property
    def body(self, /) -> str:
        """
        The body.
        """
    @property
    def content_type(self, /) -> str:
        """
        The `Content-Type` header.
        """
    @property
    def status(self, /) -> int:
        """
        HTTP status.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """

@final
class Webhooks:
    """
    Webhooks: notifications that Bootpay sends to the merchant's server.
    """
    def done(self, /, claim: WebhookDelivery | str, *, timeout: float | timedelta | None = None) -> WebhookResponse:
        """
        Returns the response to a webhook whose change was handled, and remembers that it was. Sends
        nothing to Bootpay.

        Fails with `NotSent` if the store cannot be used: let Bootpay resend then.

        Args:
            claim: The delivery, or its `claim`.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def parse(self, /, headers: Mapping[str, str] | Iterable[tuple[str, str]], body: bytes | bytearray | memoryview | str) -> WebhookNotice:
        """
        Reads a webhook that the merchant's server received: first or second generation, form or JSON.

        Does not fail for what is new: unknown types, statuses and fields are in the notice. It proves
        nothing, since anybody can send one: look up the order of its `order_id`, and pass both to
        `receive`. Fails with `Invalid` if the body is no webhook: respond with 400 then.

        Args:
            headers: The headers of the request. `Content-Type`, `Content-Encoding` and `X-Forwarded-For` are looked at.
            body: The raw body, before any parser of the framework: at most 1 MiB.
        """
    def receive(self, /, notice: WebhookNotice | str, *, source: str, order_id: str | None = None, price: int | None = None, timeout: float | timedelta | None = None) -> WebhookDelivery:
        """
        Receives a webhook: reads the payment from Bootpay, compares it with the merchant's order, and
        returns the change if it is new and nobody else handles it.

        Call it after you have looked up the order of the notice's `order_id`; without an order, call it
        with neither `order_id` nor `price`. It takes at most 4 seconds, since Bootpay waits 5 for a
        response, and does not fail for what a sender can cause: send the delivery's `response`. Without
        one, handle the change, then send the response of `done`, or of `release` if that failed. If
        neither is called, the change is handled again after the client's `webhook_work_time`, when Bootpay resends.

        Without `attempts_file` or `attempt_store`, only this process knows which changes were handled.
        In any case decide by one conditional update of your order if you ship, as `payments.confirm`
        shows: a process can die between its work and `done`.

        Args:
            notice: The notice that `webhooks.parse` returned, or its `serialized`.
            source: The address of the connection that the request came over, as the framework has it: IPv4 or IPv6, with or
                without a port. Never the value of a header: behind proxies, name them in the client's
                `trusted_proxies`, and `X-Forwarded-For` is read as far as they wrote it.
            order_id: The merchant's id of the order, from the merchant's own records; absent if there is no order with the
                notice's `order_id`. Then the outcome is `unknown_order`.
            price: Price of the order in won, from the merchant's own records. Goes with `order_id`.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def release(self, /, claim: WebhookDelivery | str, *, timeout: float | timedelta | None = None) -> WebhookResponse:
        """
        Returns the response that lets Bootpay send the webhook again, since the work on it failed: the
        next one is handled at once. Sends nothing to Bootpay.

        Fails with `NotSent` if the store cannot be used: the work is taken up after `webhook_work_time`.

        Args:
            claim: The delivery, or its `claim`.
            timeout: Total timeout of the call, instead of the client's default.
        """
    def resend(self, /, receipt_id: str, *, webhook_url: str, timeout: float | timedelta | None = None) -> Undocumented:
        """
        Resends the webhook of a payment.

        Undocumented by Bootpay; known only from its Ruby SDK.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            webhook_url: Destination URL: https, public.
            timeout: Total timeout of the call, instead of the client's default.
        """

@final
class WindowEvent:
    """
    A message of the window. Anybody can forge one: it proves nothing.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> WindowEvent: ...
    @property
    def error_code(self, /) -> str | None:
        """
        Bootpay's error code.
        """
    @property
    def gateway_url(self, /) -> str | None:
        """
        Bootpay's host for the payment window.
        """
    @property
    def height(self, /) -> int | None:
        """
        The height of a widget, in pixels.
        """
    @property
    def kind(self, /) -> WindowEventKind:
        """
        The event.
        """
    @property
    def message(self, /) -> str | None:
        """
        Reason, for the buyer to read.
        """
    @property
    def method_origin_symbol(self, /) -> str | None:
        """
        The symbol of the method.
        """
    @property
    def order_id(self, /) -> str | None:
        """
        The merchant's id of the order.
        """
    @property
    def pg_error_code(self, /) -> str | None:
        """
        The PG's error code.
        """
    @property
    def price(self, /) -> int | None:
        """
        Amount, in won, as the page says.
        """
    @property
    def raw(self, /) -> Any:
        """
        The whole message, or text that is no message as a string.
        """
    @property
    def receipt_id(self, /) -> str | None:
        """
        Bootpay's id of the payment, 24 hex characters: what the merchant's server confirms or verifies.
        """
    @property
    def status(self, /) -> Status | None:
        """
        Status of the payment, as the page says.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """
    @property
    def url(self, /) -> str | None:
        """
        The page to load, of `redirect`: http or https.
        """

@final
class WindowForm:
    """
    The form that opens a window, for a page of one's own.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> WindowForm: ...
    @property
    def payload(self, /) -> str:
        """
        Its field `payload`.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """
    @property
    def token(self, /) -> str:
        """
        Its field `token`: the key of `payload`.
        """
    @property
    def url(self, /) -> str:
        """
        The URL to post it to, from a form in HTML.
        """

@final
class WindowPayload:
    """
    What a page or an app opens a window with.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> WindowPayload: ...
    @property
    def function(self, /) -> str:
        """
        The function of Bootpay's browser SDK that takes `payload`: `Bootpay.requestPayment`, without `Bootpay.`.
        """
    @property
    def kind(self, /) -> WindowKind:
        """
        The purpose of the window.
        """
    @property
    def payload(self, /) -> Any:
        """
        The argument of the function: an object.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """

@final
class WindowScripts:
    """
    A window in Bootpay's own page.
    """
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    def __iter__(self, /) -> Iterator[tuple[str, Any]]: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> WindowScripts: ...
    @property
    def close(self, /) -> str:
        """
        The line to evaluate to close the window.
        """
    @property
    def confirm(self, /) -> str:
        """
        The line to evaluate after the event `confirm`, if the app approves and not the merchant's server.
        """
    @property
    def open(self, /) -> list[str]:
        """
        The lines to evaluate in it, each by itself, once, after it was loaded.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        Returns the fields that are there as a dictionary for `json.dumps`: text, whole numbers, flags,
        lists and dictionaries; dates are ISO 8601 text. Without `raw` and secrets.
        """
    @property
    def url(self, /) -> str:
        """
        The page to load in the web view.
        """

def _refuse_subinterpreters() -> None:
    """
    Raises `ImportError` in a subinterpreter: the module's classes belong to one interpreter. Python itself
    refuses since 3.12; earlier versions would share them with every interpreter of the process (under
    `mod_wsgi`, for example). The package calls it on import.
    """

def _wait_for_money() -> None:
    """
    Waits for money calls in flight; the package has `atexit` call it, while all threads still run. Ctrl-C ends the
    wait.
    """

def authentication(authentication_id: str, *, client_key: str | None = None, application_id: str | None = None, pg: Pg | None = None, method: Method | None = None, order_name: str | None = None, user: User | None = None, extra: Extra | None = None, metadata: Any | None = None, redirect_url: str | None = None) -> WindowPayload:
    """
    Returns the payload of an identity verification for the window, after checking it: as `payment`, for
    `Bootpay.requestAuthentication`. The server gets the result with `identity.certificate`.

    Args:
        authentication_id: The merchant's id of the verification; unique.
        client_key: The project's client key.
        application_id: The application id of the platform on which the window opens.
        pg: The PG.
        method: The method. Default `auth`.
        order_name: Purpose, as the person reads it.
        user: The person.
        extra: Options of the window. It cannot be confirmed separately.
        metadata: The merchant's metadata; returned unchanged, also to the browser.
        redirect_url: URL to which the person is redirected afterwards; required unless `extra.open_type` is `iframe` or `popup`.
    """

def closes(event: WindowEventKind, *, open_type: str | None = None, display_success_result: bool | None = None, display_error_result: bool | None = None, method_origin_symbol: str | None = None) -> bool:
    """
    Returns if the app closes the window after an event. The page closes itself in a frame, and says so
    with `close`; a redirected window is the app's to close.

    Fails with `Invalid` for an `open_type` that there is not.

    Args:
        event: The event.
        open_type: The `open_type` of the window. Default `redirect`.
        display_success_result: The `display_success_result` of its `extra`. Default false.
        display_error_result: The `display_error_result` of its `extra`. Default true.
        method_origin_symbol: The `method_origin_symbol` of the event.
    """

def decide(url: str, *, platform: Platform, installed: Sequence[str] | None = None, redirect_url: str | None = None) -> LinkDecision:
    """
    Decides what becomes of a link that a page in the window opens: the apps of cards and banks, the
    stores, and the return of the window.

    A link cannot choose a component of an app, or an app for a page: what an `intent:` says of them is
    dropped. Fails with `Invalid` for a platform without web views.

    Args:
        url: The link.
        platform: `android` or `ios`.
        installed: On Android, the installed ones of the packages in the app's `<queries>`. Without it, the app tries to open
            another app, and follows the decision's `fallback_url` or `store_url` if that fails.
        redirect_url: The `redirect_url` of the window.
    """

def decrypt_form(payload: str, *, token: str) -> str:
    """
    Decrypts the fields of a form, and returns the request as JSON.

    Fails with `Invalid`, whose `field` is `token` or `payload`, if they were not encrypted so.

    Args:
        payload: The field `payload`, percent-decoded.
        token: The field `token`, percent-decoded.
    """

def explain_retry(endpoint: str) -> str:
    """
    Explains if and when a call is retried, by the client and by its caller.

    The text describes the default options; after a failure, the error's `repeat` tells if that call may
    be made again. Raises `InvalidError` if there is no such call.

    Args:
        endpoint: A call, for example `payments.cancel_full`.
    """

def form(kind: WindowKind, *, payload: Any, dialect: WindowDialect, uuid: str, locale: str | None = None, emulator: str | None = None) -> WindowForm:
    """
    Returns the form by which a page of the app's own opens a window, as `shell` does. It has a new key
    each time.

    Args:
        kind: The purpose of the window.
        payload: The payload that `payment`, `subscription` or `authentication` returned, here or on the merchant's server.
        dialect: The app's bridge.
        uuid: A random UUID that the app makes once and keeps: it tells Bootpay's statistics apart, and nothing more.
        locale: The window's language, `ko` or `en`. Default `ko`.
        emulator: The address of the emulator, instead of Bootpay's: `http://10.0.2.2:8080`.
    """

def manifest(platform: Platform, *, app_scheme: str | None = None) -> str:
    """
    Returns an app's entries for the window: `<queries>` of an Android manifest, or `CFBundleURLTypes`
    of a property list.

    Args:
        platform: `android` or `ios`.
        app_scheme: The app's own scheme, the `app_scheme` of the window's `extra`; required on iOS.
    """

def parse(channel: str, *, message: str) -> WindowEvent:
    """
    Reads a message of the window, or the address to which it returned.

    Does not fail: what is no message is an event `unknown` or `ignore`. Any page in the web view can
    forge an event. It says when to ask the server, and the server confirms or verifies.

    Args:
        channel: The name under which it came: the method or channel of the bridge (`done`, `BootpayDone`, `Bootpay`), or
            `redirect_url` for the address to which the window returned.
        message: The message, or the address.
    """

def payment(price: int, *, order_name: str, order_id: str, client_key: str | None = None, application_id: str | None = None, pg: Pg | None = None, method: Method | None = None, methods: Sequence[Method] | None = None, tax_free: int | None = None, deposit_price: int | None = None, user: User | None = None, items: Sequence[Item] | None = None, extra: Extra | None = None, metadata: Any | None = None, redirect_url: str | None = None, user_token: str | None = None, wallet_id: str | None = None, commission_keys: Any | None = None) -> WindowPayload:
    """
    Returns the payload of a payment for the window, after checking it.

    For a page that uses Bootpay's browser SDK, on the merchant's server:
    `Bootpay.requestPayment(payload)`; for an app: `scripts`, or `shell`. What the window returns proves
    nothing: confirm or verify the payment on the server.

    Fails with `Invalid` for what Bootpay's own SDK lets pass and the buyer finds out: no key, items that
    do not sum up, a window that redirects without a URL, a confirmation by the server at a PG that
    approves at once.

    Args:
        price: Amount to pay, in won; at least 100.
        order_name: Name of the order, as the buyer reads it.
        order_id: The merchant's id of the order; unique.
        client_key: The project's client key.
        application_id: The application id of the platform on which the window opens.
        pg: The PG; without it and `method`, the buyer chooses.
        method: The method.
        methods: The methods that the buyer may choose from, instead of `method`.
        tax_free: The tax-free part of `price`, in won; at most `price`. Default 0.
        deposit_price: The deposit on disposable cups that is paid beside `price`, in won.
        user: The buyer.
        items: The items bought; quantities times prices must sum to `price`. Payco requires them.
        extra: Options of the payment.
        metadata: The merchant's metadata; returned unchanged, also to the browser.
        redirect_url: URL to which the buyer is redirected afterwards; required unless `extra.open_type` is `iframe` or `popup`.
        user_token: The member's token, from the server's `users.token`.
        wallet_id: The wallet to charge, with `user_token`.
        commission_keys: Keys for commissions, `commerce` and `marketer`.
    """

def scripts(kind: WindowKind, *, payload: Any, dialect: WindowDialect, uuid: str, locale: str | None = None, emulator: str | None = None) -> WindowScripts:
    """
    Returns the scripts that open a window in an app's web view, in Bootpay's own page for it.

    Load the page, evaluate the lines once, each by itself, and give what the bridge receives to `parse`.

    Args:
        kind: The purpose of the window.
        payload: The payload that `payment`, `subscription` or `authentication` returned, here or on the merchant's server.
        dialect: The app's bridge.
        uuid: A random UUID that the app makes once and keeps: it tells Bootpay's statistics apart, and nothing more.
        locale: The window's language, `ko` or `en`. Default `ko`.
        emulator: The address of the emulator, instead of Bootpay's: `http://10.0.2.2:8080`.
    """

def shell(kind: WindowKind, *, payload: Any, dialect: WindowDialect, uuid: str, locale: str | None = None, emulator: str | None = None) -> str:
    """
    Returns a page that opens a window in an app's web view, instead of Bootpay's page and its scripts.

    It passes each message of its frames, and of no others, to one method of the bridge, as text for
    `parse`: `Android.message`, the channel `Bootpay` of Flutter, the handler `Bootpay` of iOS,
    `ReactNativeWebView.postMessage`. To approve in the app, evaluate `confirmWindow()` after the event
    `confirm`. For an `open_type` of `iframe`: the page of a redirected window uses the bridge of
    `scripts`. Not tried against Bootpay; the tests use it.

    Args:
        kind: The purpose of the window.
        payload: The payload that `payment`, `subscription` or `authentication` returned, here or on the merchant's server.
        dialect: The app's bridge.
        uuid: A random UUID that the app makes once and keeps: it tells Bootpay's statistics apart, and nothing more.
        locale: The window's language, `ko` or `en`. Default `ko`.
        emulator: The address of the emulator, instead of Bootpay's: `http://10.0.2.2:8080`.
    """

def subscription(subscription_id: str, *, order_name: str, client_key: str | None = None, application_id: str | None = None, pg: Pg | None = None, method: Method | None = None, price: int | None = None, tax_free: int | None = None, user: User | None = None, extra: Extra | None = None, metadata: Any | None = None, redirect_url: str | None = None, user_token: str | None = None, wallet_id: str | None = None, subscribe_brandpay_type: str | None = None) -> WindowPayload:
    """
    Returns the payload of a billing key for the window, after checking it: as `payment`, for
    `Bootpay.requestSubscription`. The server gets the key with `billing.get_by_receipt`.

    Args:
        subscription_id: The merchant's id of the subscription; unique.
        order_name: Name of the order, as the buyer reads it.
        client_key: The project's client key.
        application_id: The application id of the platform on which the window opens.
        pg: The PG; without it and `method`, the buyer chooses.
        method: The method.
        price: Amount of the first charge, in won; 0 only issues the key. Default 0.
        tax_free: The tax-free part of `price`, in won; at most `price`. Default 0.
        user: The buyer.
        extra: Options of the window. It cannot be confirmed separately.
        metadata: The merchant's metadata; returned unchanged, also to the browser.
        redirect_url: URL to which the buyer is redirected afterwards; required unless `extra.open_type` is `iframe` or `popup`.
        user_token: The member's token, from the server's `users.token`.
        wallet_id: The wallet, with `user_token`.
        subscribe_brandpay_type: The way in which Bootpay's own easy payment chooses a wallet: `sequential` or `select`.
    """
