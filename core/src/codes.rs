//! Bootpay's error codes.

/// Codes that say Bootpay refused, whatever the HTTP status. Of a code outside this list, the HTTP
/// status must say the same before it counts as a refusal.
const REFUSALS: &[&str] = &[
    "APP_CLIENT_KEY_NOT_FOUND",
    "APP_KEY_NOT_FOUND",
    "APP_KEY_NOT_REST",
    "APP_SK_NOT_MATCHED",
    "AUTH_ALREADY_AUTHENTICATED",
    "AUTH_CONFIRM_READY_FAILED",
    "AUTH_EXPIRED",
    "AUTH_NEED_PG_METHOD",
    "AUTH_NOT_CONFIRMED",
    "AUTH_NOT_READY",
    "RC_ALREADY_CANCELLED",
    "RC_CANCEL_SERVER_ERROR",
    "RC_CASH_RECEIPT_FAILED",
    "RC_CONFIRM_FAILED",
    "RC_INVALID_EXP_MONTH",
    "RC_NOT_CONFIRM_READY",
    "RC_NOT_ESCROW",
    "RC_NOT_FOUND",
    "RC_NOT_SUBSCRIBE",
    "RC_PRICE_LEAST_LT",
    "SUBSCRIBE_AT_LOOKUP_USER_FAILED",
    "SUBSCRIBE_BK_EXPIRED",
    "SUBSCRIBE_PUBLISH_NOT_READY",
    "SUBSCRIBE_REQUEST_FAILED",
    TOKEN_KEY_INVALID,
];

/// The token is missing, over, or of another project.
pub(crate) const TOKEN_KEY_INVALID: &str = "TOKEN_KEY_INVALID";

/// Whether the code by itself proves that nothing was done.
pub(crate) fn is_refusal(code: &str) -> bool {
    REFUSALS.contains(&code)
}

/// Whether the code says that Bootpay itself does not know: it had no usable answer from the PG.
pub(crate) fn is_doubtful(code: &str) -> bool {
    let code = code.to_ascii_uppercase();
    code.contains("CRITICAL") || code.contains("TIMEOUT")
}
