//! Catalogue of Bootpay's error codes. Each file has the codes of one subject.

mod billing_key;
mod cancel;
mod cash_receipt;
mod credentials;
mod escrow;
mod identity;
pub(crate) mod kind;
mod payment;
mod window;

use crate::model::{CallAgain, ErrorCategory, Explanation, Fault};

/// One of Bootpay's error codes.
#[derive(Clone, Debug)]
pub struct KnownCode {
    /// The code as Bootpay sends it.
    pub code: &'static str,
    /// The subject of the code.
    pub category: ErrorCategory,
    /// The party that can remove the cause.
    pub fault: Fault,
    /// Tells if and when the same call can succeed.
    pub call_again: CallAgain,
    /// The proof that the code gives about a write or money call.
    pub proof: Proof,
    /// The source of its meaning.
    pub evidence: Evidence,
    /// The calls that can be refused with it.
    pub family: Family,
    /// In English.
    pub english: Text,
    /// In Korean.
    pub korean: Text,
}

/// The texts of a code in one language.
#[derive(Clone, Debug)]
pub struct Text {
    /// The cause.
    pub cause: &'static str,
    /// The remedy.
    pub advice: &'static str,
}

/// The proof that a code gives about a write or money call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// Nothing was done, whatever the HTTP status.
    Refused,
    /// Nothing was done if the HTTP status is a refusal too.
    WithStatus,
    /// Bootpay itself does not know: it got no usable response from the PG.
    Doubtful,
}

/// The source of a code's meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// Seen in a response of Bootpay, or in the code of an official SDK.
    Seen,
    /// Documented by Bootpay.
    Documented,
    /// Documented by third parties.
    ThirdParty,
    /// Inferred from its name and from similar codes.
    Inferred,
}

/// The calls that the evidence ties a code to. A row of the table names its families in
/// `calls/attempts/rules.rs`: a code of another family is no refusal there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// Every call: it is about the credentials, or about whatever the request names.
    Any,
    /// Calls that start a payment.
    Request,
    /// Calls on a payment that waits for confirmation.
    Confirm,
    /// Calls by which the PG approves a payment.
    Approve,
    /// Calls that set a price.
    Price,
    /// Calls that cancel a payment.
    Cancel,
    /// Calls on billing keys and their reservations.
    BillingKey,
    /// Calls on identity verifications.
    Identity,
    /// Calls on cash receipts.
    CashReceipt,
    /// Calls on escrow payments.
    Escrow,
    /// None of this library's: the payment window gives it to a page.
    Window,
}

/// Makes the table of one category. The five values of each code are fault, `call_again`, proof, evidence and
/// family; the texts are cause and advice.
macro_rules! codes {
    ($Category:ident: $(
        $CODE:ident { $Fault:ident $CallAgain:ident $Proof:ident $Evidence:ident $Family:ident
            english $english:literal $advice_english:literal
            korean $korean:literal $advice_korean:literal
        }
    )*) => {
        pub(super) const CODES: &[$crate::codes::KnownCode] = &[$($crate::codes::KnownCode {
            code: stringify!($CODE),
            category: $crate::model::ErrorCategory::$Category,
            fault: $crate::model::Fault::$Fault,
            call_again: $crate::model::CallAgain::$CallAgain,
            proof: $crate::codes::Proof::$Proof,
            evidence: $crate::codes::Evidence::$Evidence,
            family: $crate::codes::Family::$Family,
            english: $crate::codes::Text { cause: $english, advice: $advice_english },
            korean: $crate::codes::Text { cause: $korean, advice: $advice_korean },
        }),*];
    };
}
use codes;

/// There is no such payment of this merchant.
pub(crate) const NOT_FOUND: &str = "RC_NOT_FOUND";

/// The token is missing, expired, or of another project.
pub(crate) const TOKEN_KEY_INVALID: &str = "TOKEN_KEY_INVALID";

/// The payment is not waiting for confirmation; another confirm may have come first.
pub(crate) const NOT_CONFIRM_READY: &str = "RC_NOT_CONFIRM_READY";

/// Every code that this version knows, by category.
pub fn all() -> impl Iterator<Item = &'static KnownCode> {
    let tables = [
        credentials::CODES,
        payment::CODES,
        cancel::CODES,
        billing_key::CODES,
        identity::CODES,
        cash_receipt::CODES,
        escrow::CODES,
        window::CODES,
    ];
    tables.into_iter().flatten()
}

fn find(code: &str) -> Option<&'static KnownCode> {
    all().find(|known| known.code == code)
}

/// Returns true if the code by itself proves that nothing was done. Another code counts as a refusal only
/// if the HTTP status says the same.
pub(crate) fn is_refusal(code: &str) -> bool {
    find(code).is_some_and(|known| known.proof == Proof::Refused)
}

/// Returns true if a call of these families can be refused with the code. Nothing ties an unknown code to
/// another call.
pub(crate) fn can_come_from(code: &str, families: &[Family]) -> bool {
    find(code).is_none_or(|known| known.family == Family::Any || families.contains(&known.family))
}

/// Returns true if the code refuses the client's keys or its token. Bootpay checks them before it acts.
pub(crate) fn refuses_keys(code: &str) -> bool {
    find(code).is_some_and(|known| known.category == ErrorCategory::Credentials)
}

/// Returns true if the code says that Bootpay itself does not know: it got no usable response from the PG.
/// Judged by the form of the code, so that it holds for unknown codes too.
pub(crate) fn is_doubtful(code: &str) -> bool {
    let code = code.to_ascii_uppercase();
    code.contains("CRITICAL") || code.contains("TIMEOUT")
}

impl Explanation {
    /// Returns the explanation of an error code of Bootpay, as it was sent; `None` if this version does not
    /// know the code.
    ///
    /// ```
    /// use bootpay_core::model::{CallAgain, Explanation};
    ///
    /// let explanation = Explanation::of("RC_ALREADY_CANCELLED").unwrap();
    /// assert_eq!(explanation.call_again, CallAgain::Never);
    /// assert!(Explanation::of("NEVER_SEEN").is_none());
    /// ```
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        find(code).map(|known| Self {
            category: known.category,
            fault: known.fault,
            call_again: known.call_again,
            english: known.english.cause.to_owned(),
            advice_english: known.english.advice.to_owned(),
            korean: known.korean.cause.to_owned(),
            advice_korean: known.korean.advice.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::model::ErrorKind;

    /// The codes taken as proof before there was a table: none may be lost, and a new one is a decision
    /// about money.
    const REFUSALS: [&str; 25] = [
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
        "TOKEN_KEY_INVALID",
    ];

    #[test]
    fn no_code_is_there_twice() {
        let mut seen = BTreeSet::new();
        let twice: Vec<_> = all().map(|known| known.code).filter(|code| !seen.insert(*code)).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }

    #[test]
    fn every_code_and_kind_says_in_both_languages_what_happened_and_what_to_do() {
        let is_korean = |letter: char| ('가'..='힣').contains(&letter);
        let codes = all().map(|known| (known.code, &known.english, &known.korean));
        let kinds: Vec<_> = ErrorKind::KNOWN.iter().map(|kind| (kind.symbol(), kind::of(*kind))).collect();
        let kinds = kinds.iter().map(|(name, known)| (*name, &known.english, &known.korean));
        for (code, english, korean) in codes.chain(kinds) {
            for text in [english.cause, english.advice] {
                assert!(text.ends_with('.') && !text.chars().any(is_korean), "{code}: {text}");
                assert!(text.starts_with(|letter: char| letter.is_uppercase()), "{code}: {text}");
            }
            for text in [korean.cause, korean.advice] {
                let polite = ["니다.", "십시오."].iter().any(|ending| text.ends_with(ending));
                assert!(polite && text.chars().any(is_korean), "{code}: {text}");
            }
        }
    }

    #[test]
    fn these_and_no_others_prove_a_refusal() {
        let proof: BTreeSet<_> = all().map(|known| known.code).filter(|code| is_refusal(code)).collect();
        assert_eq!(proof, BTreeSet::from(REFUSALS));
    }

    #[test]
    fn what_bootpay_does_not_know_is_never_a_refusal_and_is_resolved_first() {
        for known in all() {
            let doubtful = known.proof == Proof::Doubtful;
            assert_eq!(doubtful, is_doubtful(known.code), "{}", known.code);
            assert_eq!(doubtful, known.call_again == CallAgain::AfterResolving, "{}", known.code);
            assert!(!doubtful || !is_refusal(known.code), "{}", known.code);
        }
        assert!(is_doubtful("RC_CANCEL_CRITICAL_ERROR") && is_doubtful("RC_CONFIRM_CRITICAL_FAILED"));
    }

    #[test]
    fn every_category_has_codes() {
        for category in ErrorCategory::KNOWN {
            assert!(all().any(|known| known.category == *category), "{category:?}");
        }
    }
}
