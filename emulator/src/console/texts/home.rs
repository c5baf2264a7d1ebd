//! The first page, and the words of payments.

use super::{Language, Texts, texts};

texts! {
    first_steps "연동 시작하기" "Getting started";
    first_steps_hint "가맹점 서버와 페이지를 아래 순서로 연결하십시오. 완료된 항목은 자동으로 표시됩니다." "Connect your server and your page in this order. Each step is ticked when it has happened.";
    steps_done(done: usize, all: usize) "{all}단계 중 {done}단계 완료" "{done} of {all} steps done";
    step_done "완료" "Done";
    step_open "대기" "To do";
    step_base_url "API 주소를 에뮬레이터로 지정" "Point your client at the emulator";
    step_base_url_hint "서버의 환경 변수를 바꾸면 코드는 그대로입니다." "Change the environment of your server; the code stays.";
    step_credentials "인증 성공" "Authenticate";
    step_credentials_hint "client_key와 secret_key로 보낸 요청이 인증되면 완료됩니다." "Ticked when a request with client_key and secret_key is accepted.";
    step_method "결제수단 활성화" "Activate a payment method";
    step_method_any "이 프로젝트는 모든 결제수단을 사용할 수 있습니다." "This project takes every method.";
    step_method_none "활성화된 결제수단이 없습니다." "No method is active.";
    step_method_some "활성화된 결제수단이 있습니다." "Methods are active.";
    step_window "결제창 열기" "Open a payment window";
    step_window_hint "페이지의 SDK가 이 프로젝트의 Application ID로 결제창을 열면 완료됩니다." "Ticked when a page opens the window with an application id of this project.";
    step_confirm "결제 완료" "Complete a payment";
    step_confirm_hint "구매자가 결제하고 서버가 승인하면 완료됩니다." "Ticked when the buyer has paid and your server has confirmed.";
    step_webhook "웹훅 응답" "Acknowledge a webhook";
    step_webhook_hint "가맹점이 {\"success\": true}로 응답하면 완료됩니다." "Ticked when your server answers {\"success\": true}.";
    needs "확인이 필요한 항목" "What needs you";
    need_confirm "승인을 기다리는 결제" "payments wait for your confirm";
    need_deposit "입금을 기다리는 가상계좌" "virtual accounts wait for a deposit";
    need_failed "전송에 실패한 웹훅" "webhooks were given up";
    need_retrying "재전송 중인 웹훅" "webhooks failed and are sent again";
    need_findings "형식이 어긋난 API 요청" "requests with findings";
    need_faults "대기 중인 장애 주입" "faults wait";
    happened "최근 기록" "What happened last";
    recent_payments "최근 결제" "Latest payments";
    no_payments "아직 결제가 없습니다" "No payments yet";
    no_payments_hint "아래 명령은 승인 대기 상태의 결제를 하나 만듭니다." "This command makes a payment that waits for your confirm.";
    test_payment "테스트" "Test";
    status_requested "결제대기" "Requested";
    status_paid "결제완료" "Paid";
    status_waits_confirm "승인대기" "Waits for your confirm";
    status_approving "승인 중" "Approving";
    status_waits_deposit "입금대기" "Waits for a deposit";
    status_key_issued "빌링키 발급완료" "Billing key issued";
    status_verified "본인인증 완료" "Verified";
    status_cancelled "전체취소" "Cancelled";
    status_waits_consent "동의대기" "Waits for consent";
    status_cash_receipt "현금영수증 발급" "Cash receipt issued";
    status_cash_receipt_cancelled "현금영수증 취소" "Cash receipt cancelled";
    status_cancel_failed "취소실패" "Cancel failed";
    status_expired "만료" "Expired";
    status_revoked "해지" "Revoked";
    status_failed "실패" "Failed";
    partly_cancelled "부분취소" "Partly cancelled";
    order "주문" "Order";
    amount "금액" "Amount";
    status "상태" "Status";
    time "시각" "Time";
}
