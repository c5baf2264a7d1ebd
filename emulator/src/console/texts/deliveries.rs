//! The webhooks and their attempts.

use super::{Language, Texts, texts};

texts! {
    webhooks_log "웹훅" "Webhooks";
    no_webhooks "웹훅이 없습니다" "No webhooks";
    no_webhooks_hint "결제가 승인되거나 취소되면 웹훅과 가맹점의 응답이 여기에 표시됩니다." "Each approval and cancel sends one; it appears here with your server's answer.";
    no_webhook_url "웹훅 주소가 없습니다. 먼저 주소를 등록해 주십시오." "This project has no URL for webhooks yet. Set one first.";
    tries "전송 횟수" "Attempts";
    next_try "다음 전송" "Next attempt";
    due_now "지금" "now";
    due_in(time: &str) "{time} 뒤" "in {time}";
    attempts "전송 기록" "Attempts";
    no_attempts "아직 전송하지 않았습니다." "Nothing was sent yet.";
    webhook_body "웹훅 본문" "Body";
    webhook_body_hint "비밀 값과 개인정보는 … 로 표시됩니다." "Secrets and personal data read ….";
}
