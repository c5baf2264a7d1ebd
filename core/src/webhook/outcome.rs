//! The response to a webhook, by outcome.

use crate::model::{WebhookFormat, WebhookOutcome, WebhookResponse};

/// The meaning of a response to Bootpay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Bootpay does not send the webhook again.
    Acknowledged,
    /// Bootpay sends the webhook again.
    Later,
    /// The sender is not Bootpay, and learns nothing.
    Forbidden,
}

impl Reply {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Acknowledged, Self::Later, Self::Forbidden];

    /// The response of this meaning to a notice of this format.
    pub fn response(self, format: WebhookFormat) -> WebhookResponse {
        let (status, first, second) = match self {
            Self::Acknowledged => (200, "OK", r#"{"success":true}"#),
            Self::Later => (503, "RETRY", r#"{"success":false}"#),
            Self::Forbidden => (403, "FORBIDDEN", r#"{"success":false}"#),
        };
        let (content_type, body) = match format {
            WebhookFormat::V1Form | WebhookFormat::V1Json => ("text/plain", first),
            WebhookFormat::V2 => ("application/json", second),
        };
        WebhookResponse { status, content_type: content_type.into(), body: body.into() }
    }
}

/// One row of the table: an outcome and the response to it.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The outcome of `webhooks.receive`.
    pub outcome: WebhookOutcome,
    /// The response; none where the caller works first, and then calls `done` or `release`.
    pub reply: Option<Reply>,
    /// The reason.
    pub english: &'static str,
    /// The reason in Korean.
    pub korean: &'static str,
}

/// The table.
pub const RULES: &[Rule] = &[
    Rule {
        outcome: WebhookOutcome::Work,
        reply: None,
        english: "The change is new. Do the work, then send the response of `done`; if the work fails, that of `release`.",
        korean: "처음 받은 변경입니다. 처리한 뒤 `done`의 응답을, 처리에 실패하면 `release`의 응답을 보냅니다.",
    },
    Rule {
        outcome: WebhookOutcome::Duplicate,
        reply: Some(Reply::Acknowledged),
        english: "The change was handled before, and a resend brings nothing new.",
        korean: "이미 처리한 변경입니다. 재전송에는 새로운 내용이 없습니다.",
    },
    Rule {
        outcome: WebhookOutcome::Older,
        reply: Some(Reply::Acknowledged),
        english: "A later change was handled already. A paid payment never goes back to waiting.",
        korean: "더 나중의 변경을 이미 처리했습니다. 결제 완료는 대기 상태로 되돌아가지 않습니다.",
    },
    Rule {
        outcome: WebhookOutcome::UnknownOrder,
        reply: Some(Reply::Acknowledged),
        english: "The merchant has no such order, and a resend does not create it. Keep the notice and compare it with your records: money may have moved.",
        korean: "가맹점에 없는 주문이며, 재전송해도 생기지 않습니다. 실제로 결제되었을 수 있으므로 통지를 보관하고 주문 기록과 대조하십시오.",
    },
    Rule {
        outcome: WebhookOutcome::Mismatch,
        reply: Some(Reply::Acknowledged),
        english: "Order, price, currency or mode differ from what was sold, and stay so. Nothing is believed; look into it, and refund if money moved.",
        korean: "주문, 금액, 통화 또는 모드가 판매한 내용과 다르며, 재전송해도 달라지지 않습니다. 결제로 인정하지 않습니다. 원인을 확인하고, 결제되었다면 환불하십시오.",
    },
    Rule {
        outcome: WebhookOutcome::NotFound,
        reply: Some(Reply::Acknowledged),
        english: "Bootpay has no such payment of this merchant: a forged notice, or one of another project.",
        korean: "부트페이에 이 가맹점의 해당 결제가 없습니다. 위조된 통지이거나 다른 프로젝트의 통지입니다.",
    },
    Rule {
        outcome: WebhookOutcome::NotYet,
        reply: Some(Reply::Later),
        english: "Bootpay's record does not show the change yet.",
        korean: "부트페이의 조회 결과에 아직 변경이 반영되지 않았습니다.",
    },
    Rule {
        outcome: WebhookOutcome::Unreadable,
        reply: Some(Reply::Later),
        english: "The payment could not be read from Bootpay, so nothing is known.",
        korean: "부트페이에서 결제를 조회하지 못해 확인된 내용이 없습니다.",
    },
    Rule {
        outcome: WebhookOutcome::Busy,
        reply: Some(Reply::Later),
        english: "Another handler is working on the change, and may fail.",
        korean: "다른 처리기가 이 변경을 처리하고 있으며, 실패할 수 있습니다.",
    },
    Rule {
        outcome: WebhookOutcome::StoreFailed,
        reply: Some(Reply::Later),
        english: "The store of claims failed, so the change might be handled twice.",
        korean: "처리 기록 저장소에 오류가 있어 같은 변경을 두 번 처리할 수 있습니다.",
    },
    Rule {
        outcome: WebhookOutcome::TimedOut,
        reply: Some(Reply::Later),
        english: "The time ran out: Bootpay waits 5 seconds for a response.",
        korean: "제한 시간을 넘겼습니다. 부트페이는 응답을 5초 동안 기다립니다.",
    },
    Rule {
        outcome: WebhookOutcome::Forbidden,
        reply: Some(Reply::Forbidden),
        english: "The source address is not Bootpay's, or the private key is not the merchant's.",
        korean: "출발지 주소가 부트페이의 것이 아니거나 private key가 가맹점의 것이 아닙니다.",
    },
];

/// The response to a notice of this format whose outcome is this one; none for work that is to be done first.
pub fn respond(outcome: WebhookOutcome, format: WebhookFormat) -> Option<WebhookResponse> {
    let rule = RULES.iter().find(|rule| rule.outcome == outcome).expect("every outcome has a rule");
    rule.reply.map(|reply| reply.response(format))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_outcome_has_one_rule_in_two_languages() {
        let outcomes: Vec<_> = RULES.iter().map(|rule| rule.outcome).collect();
        assert_eq!(outcomes, WebhookOutcome::KNOWN);
        for rule in RULES {
            let is_korean = rule.korean.chars().any(|letter| ('가'..='힣').contains(&letter));
            assert!(is_korean && rule.korean.ends_with("다.") || rule.korean.ends_with("오."), "{rule:?}");
            assert!(rule.english.is_ascii() && rule.english.ends_with('.'), "{rule:?}");
        }
    }

    #[test]
    fn only_what_cannot_change_is_acknowledged() {
        for format in WebhookFormat::KNOWN {
            let acknowledged = Reply::Acknowledged.response(*format);
            for outcome in WebhookOutcome::KNOWN {
                let expected = match outcome {
                    WebhookOutcome::Work => None,
                    WebhookOutcome::Duplicate
                    | WebhookOutcome::Older
                    | WebhookOutcome::UnknownOrder
                    | WebhookOutcome::Mismatch
                    | WebhookOutcome::NotFound => Some(200),
                    WebhookOutcome::Forbidden => Some(403),
                    _ => Some(503),
                };
                let response = respond(*outcome, *format);
                assert_eq!(response.as_ref().map(|response| response.status), expected, "{outcome:?}");
                let is_acknowledged = response.is_some_and(|response| response == acknowledged);
                assert_eq!(is_acknowledged, expected == Some(200), "{outcome:?}");
            }
        }
    }

    #[test]
    fn each_generation_is_acknowledged_in_its_own_way() {
        let response = |format| Reply::Acknowledged.response(format);
        for format in [WebhookFormat::V1Form, WebhookFormat::V1Json] {
            let first = response(format);
            assert_eq!((first.status, &*first.content_type, &*first.body), (200, "text/plain", "OK"));
        }
        let second = response(WebhookFormat::V2);
        assert_eq!((second.status, &*second.content_type), (200, "application/json"));
        assert_eq!(second.body, r#"{"success":true}"#);
    }
}
