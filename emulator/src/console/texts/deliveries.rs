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
    forged "위조" "Forged";
    forged_hint "부트페이가 아니라 이 콘솔에서 보낸 웹훅입니다. 결제는 바뀌지 않았습니다." "Sent from this console, not by Bootpay. The payment has not changed.";
    forge "본문을 고쳐 보내기 (위조)" "Send an edited body (forged)";
    forge_hint "웹훅에는 서명이 없어 주소를 아는 누구나 보낼 수 있습니다. 가맹점 서버가 본문을 믿지 않고 결제를 조회하는지 확인하십시오. 한 번만 보내며 결제는 바뀌지 않습니다." "Webhooks are unsigned: anybody who knows the URL can send one. See that your server looks the payment up instead of believing the body. It is sent once, and the payment does not change.";
    forge_hidden "‘…’로 표시된 개인정보는 원래 값으로, 비밀 값은 ‘…’ 그대로 보냅니다." "Personal data shown as “…” are sent as they were; a secret is sent as “…”.";
    forge_body "보낼 본문 (JSON)" "Body to send (JSON)";
    forge_send "위조한 웹훅 보내기" "Send the forged webhook";
    done_forged "위조한 웹훅을 보냈습니다." "The forged webhook was sent.";
    webhook_body_hint "비밀 값과 개인정보는 ‘…’로 표시됩니다." "Secrets and personal data are shown as “…”.";
}
