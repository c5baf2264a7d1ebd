//! The kinds of errors: their stable numbers, and texts for people.

use super::Text;
use crate::model::ErrorKind;

/// A kind of error as programs and people know it.
#[derive(Clone, Debug)]
pub struct KnownKind {
    /// A number that never changes and is never used again, for logs and for languages whose errors have one.
    pub number: i64,
    /// In English.
    pub english: Text,
    /// In Korean.
    pub korean: Text,
}

/// Returns the number and the texts of a kind.
pub const fn of(kind: ErrorKind) -> KnownKind {
    match kind {
        ErrorKind::Invalid => known(
            1,
            ["The input breaks a rule, so nothing was sent.", "Correct the field that the error names."],
            ["입력값이 규칙에 맞지 않아 전송하지 않았습니다.", "오류가 가리키는 필드의 값을 수정하십시오."],
        ),
        ErrorKind::Config => known(
            2,
            [
                "The client is misconfigured, or Bootpay does not accept its keys; nothing was carried out.",
                "Correct the configuration or the keys: until then every call fails the same way.",
            ],
            [
                "클라이언트 설정이 잘못되었거나 부트페이가 키를 받아들이지 않아, 아무것도 처리되지 않았습니다.",
                "설정 또는 키를 수정하십시오. 수정하기 전에는 모든 호출이 똑같이 실패합니다.",
            ],
        ),
        ErrorKind::NotSent => known(
            3,
            ["The request was not sent, so nothing has happened.", "Remove the cause and call again, which is safe."],
            [
                "요청이 전송되지 않아 아무것도 처리되지 않았습니다.",
                "원인을 해결한 뒤 다시 호출하십시오. 다시 호출해도 안전합니다.",
            ],
        ),
        ErrorKind::Rejected => known(
            4,
            [
                "Bootpay refused the call, so nothing has happened.",
                "Remove the cause that the code names before calling again.",
            ],
            [
                "부트페이가 호출을 거절하여 아무것도 처리되지 않았습니다.",
                "오류 코드가 나타내는 원인을 해결한 뒤 다시 호출하십시오.",
            ],
        ),
        ErrorKind::OutcomeUnknown => known(
            5,
            [
                "The outcome is not known: the money may have moved, or the change been made, or not.",
                "Do not repeat the call: resolve its attempt, or look the payment up first.",
            ],
            [
                "처리 결과를 알 수 없습니다. 결제·취소 또는 변경이 처리되었을 수도 있고 아닐 수도 있습니다.",
                "다시 호출하지 마십시오. 먼저 해당 시도(attempt)의 결과를 확인하거나 결제를 조회하십시오.",
            ],
        ),
        ErrorKind::UnexpectedResponse => known(
            6,
            [
                "The response to a read-only call cannot be understood.",
                "Call again, which is safe, and look at the response if it stays so.",
            ],
            [
                "조회 응답을 해석할 수 없습니다.",
                "다시 호출하십시오. 다시 호출해도 안전하며, 계속 실패하면 응답 내용을 확인하십시오.",
            ],
        ),
        ErrorKind::Unavailable => known(
            7,
            ["A read-only call got no response, or not in time.", "Call again, which is safe."],
            [
                "조회 요청의 응답을 받지 못했거나 제한 시간 안에 받지 못했습니다.",
                "다시 호출하십시오. 다시 호출해도 안전합니다.",
            ],
        ),
        ErrorKind::Mismatch => known(
            8,
            [
                "The payment does not match the merchant's order.",
                "Do not ship. Compare the field that the error names with the order.",
            ],
            [
                "결제가 가맹점의 주문과 일치하지 않습니다.",
                "상품을 발송하지 마십시오. 오류가 가리키는 필드를 주문과 비교하십시오.",
            ],
        ),
        ErrorKind::WrongState => known(
            9,
            [
                "The payment matches the merchant's order, but is not paid in full.",
                "Do not ship. Look the payment up again while it may still become paid.",
            ],
            [
                "결제가 가맹점의 주문과 일치하지만 전액 결제된 상태가 아닙니다.",
                "상품을 발송하지 마십시오. 아직 결제될 수 있는 상태라면 나중에 다시 조회하십시오.",
            ],
        ),
    }
}

/// A number, and the cause and the remedy in English and Korean.
const fn known(number: i64, english: [&'static str; 2], korean: [&'static str; 2]) -> KnownKind {
    let ([cause, advice], [cause_korean, advice_korean]) = (english, korean);
    KnownKind { number, english: Text { cause, advice }, korean: Text { cause: cause_korean, advice: advice_korean } }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// Merchants' logs and dashboards keep them.
    #[test]
    fn no_number_ever_changes() {
        let numbers: BTreeMap<_, _> = ErrorKind::KNOWN.iter().map(|kind| (of(*kind).number, kind.symbol())).collect();
        let known = [
            (1, "invalid"),
            (2, "config"),
            (3, "not_sent"),
            (4, "rejected"),
            (5, "outcome_unknown"),
            (6, "unexpected_response"),
            (7, "unavailable"),
            (8, "mismatch"),
            (9, "wrong_state"),
        ];
        assert_eq!(numbers, BTreeMap::from(known));
    }
}
