//! The table of responses to webhooks.

use bootpay_core::{
    describe::{WEBHOOK_RULES, WebhookReply, WebhookRule},
    model::WebhookFormat,
};

const BEGIN: &str = "<!-- outcomes: generated from core by `make generate` -->\n";
const END: &str = "<!-- /outcomes -->\n";

/// The texts of a page.
struct Texts {
    head: &'static str,
    responses: &'static str,
    /// The response to new work.
    work: &'static str,
    /// The names of the replies, in the order of `WebhookReply::ALL`.
    replies: [&'static str; 3],
    reason: fn(&WebhookRule) -> &'static str,
}

const ENGLISH: Texts = Texts {
    head: "| Outcome | Response | Reason |\n| --- | --- | --- |\n",
    responses: "\n| Response | First generation | Second generation |\n| --- | --- | --- |\n",
    work: "after the work: `done` acknowledges, `release` does not",
    replies: ["acknowledged", "not acknowledged", "refused"],
    reason: |rule| rule.english,
};

const KOREAN: Texts = Texts {
    head: "| 결과 | 응답 | 이유 |\n| --- | --- | --- |\n",
    responses: "\n| 응답 | 1세대 | 2세대 |\n| --- | --- | --- |\n",
    work: "처리한 뒤: `done`은 정상 응답, `release`는 재전송 요청",
    replies: ["정상 응답", "재전송 요청", "거부"],
    reason: |rule| rule.korean,
};

pub(crate) fn english(page: &str) -> String {
    replace(page, &ENGLISH)
}

pub(crate) fn korean(page: &str) -> String {
    replace(page, &KOREAN)
}

/// Replaces the marked block of a page by the tables.
fn replace(page: &str, texts: &Texts) -> String {
    let (before, rest) = page.split_once(BEGIN).expect("the page marks the beginning of the outcomes");
    let (_, after) = rest.split_once(END).expect("the page marks the end of the outcomes");
    format!("{before}{BEGIN}\n{}\n{END}{after}", tables(texts))
}

fn tables(texts: &Texts) -> String {
    let name = |reply: WebhookReply| {
        let at = WebhookReply::ALL.iter().position(|known| *known == reply).expect("one of all");
        texts.replies[at]
    };
    let outcome = |rule: &WebhookRule| {
        let reply = rule.reply.map_or(texts.work, name);
        format!("| `{}` | {reply} | {} |\n", rule.outcome.symbol(), (texts.reason)(rule))
    };
    let response = |reply: WebhookReply| {
        let [first, second] = [WebhookFormat::V1Form, WebhookFormat::V2].map(|format| {
            let response = reply.response(format);
            format!("HTTP {}, `{}`, `{}`", response.status, response.content_type, response.body)
        });
        format!("| {} | {first} | {second} |\n", name(reply))
    };
    let outcomes: String = WEBHOOK_RULES.iter().map(outcome).collect();
    let responses: String = WebhookReply::ALL.map(response).concat();
    format!("{}{outcomes}{}{responses}", texts.head, texts.responses)
}
