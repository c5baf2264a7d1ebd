//! The settings of webhooks, and the faults.

use super::{Language, Texts, texts};

texts! {
    webhook_settings "웹훅 설정" "Webhook settings";
    webhook_v2 "프로젝트 웹훅" "Project webhook";
    webhook_v2_hint "HTTP 200과 {\"success\": true}로 응답해야 전송이 완료됩니다." "HTTP 200 with {\"success\": true} acknowledges it.";
    webhook_v1 "플랫폼별 Feedback URL (구버전)" "Feedback URLs by platform (older generation)";
    webhook_v1_hint "본문 OK로 응답해야 전송이 완료됩니다." "The body OK acknowledges it.";
    url_of(what: &str) "{what} URL" "URL, {what}";
    retries "재전송 횟수" "Retries";
    body_format "본문 형식" "Body";
    partial_status "부분취소의 status" "Status of a partial cancel";
    webhook_symbols "pg와 method를 한글 이름 대신 기호로 전송" "Name pg and method by their symbols instead of in Korean";
    webhook_billing_keys "빌링키 발급도 전송" "Report the issue of billing keys too";
    minutes(count: i64) "{count}분" "{count} min";
    webhook_schedule(first: &str, last: &str) "응답이 없거나 실패하면 에뮬레이터 시계로 {first} 뒤에 차례로 재전송하고, 그 뒤에는 {last}마다 재전송합니다. 응답 제한 시간은 5초입니다." "A webhook that is not acknowledged within 5 seconds is sent again after {first} on the emulator's clock, then every {last}.";
    send_test "테스트 웹훅 보내기" "Send a test";
    send_test_hint "저장된 주소로 sandbox 영수증을 한 번 보냅니다. 재전송하지 않습니다." "Sends a receipt with sandbox: true once to a saved URL, without retries.";
    test_result "테스트 결과" "Result of the test";
    acknowledged "응답 완료" "Acknowledged";
    not_acknowledged "응답 실패" "Not acknowledged";
    response "응답" "Response";
    reason "이유" "Reason";
    done_webhooks "웹훅 설정을 저장했습니다." "The webhook settings were saved.";
}
