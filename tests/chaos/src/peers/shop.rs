//! The shops that use an official SDK, and what each takes an answer for.

use std::fmt;

use serde_json::Value;

use super::call::Call;
use crate::shop::Known;

/// How a shop that uses an official SDK reads what the SDK gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Habit {
    /// As the READMEs: what returns without an `error_code` happened, and everything else did not.
    Plain,
    /// Knows what the READMEs do not say: only an answer about what was asked for says that it
    /// happened, only a refusal by Bootpay whose code leaves no doubt says that it did not.
    Careful,
}

/// What an official SDK gave the merchant's code.
#[derive(Debug)]
pub(crate) enum Answer {
    Returned(Value),
    /// An exception, or what a promise was rejected with.
    Failed(Value),
}

impl fmt::Display for Habit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Plain => "plain",
            Self::Careful => "careful",
        })
    }
}

impl Habit {
    pub(crate) fn read(self, call: &Call, answer: &Answer) -> Known {
        match self {
            Self::Plain => match answer {
                Answer::Returned(value) if value.get("error_code").is_none() => Known::Done,
                Answer::Returned(_) | Answer::Failed(_) => Known::Not,
            },
            Self::Careful => {
                let (Answer::Returned(value) | Answer::Failed(value)) = answer;
                if let Some(code) = value["error_code"].as_str() {
                    // The ones of which docs/errors.md says that they leave it open.
                    let in_doubt = code.contains("CRITICAL") || code.contains("TIMEOUT");
                    return if in_doubt { Known::Unknown } else { Known::Not };
                }
                let Answer::Returned(value) = answer else { return Known::Unknown };
                let done = match call {
                    Call::CancelForPayment { .. } => value.is_null(),
                    _ => id_in(value).is_some(),
                };
                if done { Known::Done } else { Known::Unknown }
            }
        }
    }
}

/// The id of what was made.
pub(crate) fn id_in(value: &Value) -> Option<String> {
    ["receipt_id", "reserve_id"].iter().find_map(|name| value[name].as_str()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn both_believe_what_is_clear_and_only_one_doubts_the_rest() {
        let confirm = Call::Confirm { receipt_id: "r".into(), order_id: "o".into(), price: 1000 };
        let cancel = Call::CancelForPayment { receipt_id: "r".into() };
        let returned = Answer::Returned;
        let failed = Answer::Failed;
        let cases = [
            (&confirm, returned(json!({ "receipt_id": "r" })), Known::Done, Known::Done),
            (&cancel, returned(Value::Null), Known::Done, Known::Done),
            (&confirm, returned(json!({ "error_code": "RC_NOT_FOUND" })), Known::Not, Known::Not),
            (&confirm, failed(json!({ "error_code": "RC_NOT_FOUND" })), Known::Not, Known::Not),
            (&confirm, failed(json!({ "error_code": "RC_CONFIRM_CRITICAL_FAILED" })), Known::Not, Known::Unknown),
            (&confirm, failed(json!({ "error_code": -100 })), Known::Not, Known::Unknown),
            (&confirm, failed(json!("JSONDecodeError")), Known::Not, Known::Unknown),
            (&confirm, returned(json!({ "message": "an error" })), Known::Done, Known::Unknown),
            (&confirm, returned(json!("")), Known::Done, Known::Unknown),
        ];
        for (call, answer, plain, careful) in cases {
            assert_eq!(Habit::Plain.read(call, &answer), plain, "{answer:?}");
            assert_eq!(Habit::Careful.read(call, &answer), careful, "{answer:?}");
        }
    }
}
