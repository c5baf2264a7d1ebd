//! Faults in plain words.

use super::{Language, Texts, texts};

texts! {
    faults "장애 주입" "Faults";
    faults_hint "다음 요청, 웹훅, 결제창에서 일어날 장애를 고르십시오. 가맹점 서버가 잘 견디는지 확인할 수 있습니다." "Choose what goes wrong with the next requests, webhooks and windows, and see how your server copes.";
    faults_waiting "대기 중인 장애" "Waiting faults";
    faults_none "대기 중인 장애가 없습니다." "No fault waits.";
    faults_clear "모두 제거" "Remove all";
    fault_requests "API 요청" "API requests";
    fault_requests_hint "고른 엔드포인트의 다음 요청부터 횟수만큼 일어납니다." "Meets the next requests of the chosen endpoint.";
    fault_webhooks "웹훅" "Webhooks";
    fault_webhooks_hint "이 프로젝트의 다음 웹훅에서 일어납니다." "Meets the next webhooks of this project.";
    fault_windows "결제창" "Payment windows";
    fault_windows_hint "이 프로젝트의 다음 결제창에서 일어납니다." "Meets the next windows of this project.";
    fault_every_request "모든 요청 (/v2)" "Every request (/v2)";
    fault_endpoint "엔드포인트" "Endpoint";
    fault_what "장애" "Fault";
    fault_next "다음 요청에 장애" "The next request goes wrong";
    fault_next_hint "이 결제의 receipt_id로 오는 다음 요청 한 건에서 일어납니다." "Meets the next request that names this receipt_id, once.";
    fault_times "횟수" "Times";
    fault_inject "주입" "Inject";
    fault_random "무작위 장애" "Random faults";
    fault_random_hint "연결 끊김, 502, 429, 잘린 응답이 무작위로 일어납니다. 같은 seed에서는 같은 순서입니다." "Resets, 502, 429 and cut-off responses by chance; the same order for the same seed.";
    fault_share "비율" "Share";
    fault_start "시작" "Start";
    fault_plan(percent: &str, kinds: &str) "요청의 {percent}%: {kinds}" "{percent}% of requests: {kinds}";
    fault_lost_after "처리한 뒤 응답 유실: 결제는 되었지만 가맹점은 모릅니다" "Done, and the response is lost: the money moved, the client does not know";
    fault_lost_before "처리하기 전에 연결 끊김: 아무 일도 일어나지 않습니다" "Connection cut before anything is done";
    fault_late_commit "연결이 끊긴 뒤 5초 후에 처리: 바로 조회하면 아직 없습니다" "Connection cut, and done 5 seconds later: an early look-up finds nothing";
    fault_silent_after "처리한 뒤 2분 동안 무응답" "Done, then silence for 2 minutes";
    fault_slow "10초 늦은 응답" "Response 10 seconds late";
    fault_gateway_before "502 HTML 페이지, 처리하지 않음" "502 with an HTML page, nothing done";
    fault_gateway_after "502 HTML 페이지, 처리는 됨" "502 with an HTML page, although it was done";
    fault_busy "429, 2초 뒤 재시도 요청 (Retry-After)" "429 with Retry-After: 2";
    fault_truncated "처리한 뒤 응답이 중간에 끊김" "Done, and the response is cut off in the middle";
    fault_garbage "처리한 뒤 JSON이 아닌 본문" "Done, and the body is not JSON";
    fault_duplicated "처리한 뒤 응답이 두 번 도착" "Done, and the response arrives twice";
    fault_webhook_lost "전송 중 유실: 재전송됩니다" "Lost on the way; a retry follows";
    fault_webhook_response_lost "가맹점의 응답 유실: 이미 받은 웹훅이 다시 옵니다" "Your answer is lost: the webhook comes again";
    fault_webhook_never "전송하지 않음: 재전송도 없습니다" "Never sent, not even again";
    fault_webhook_twice "두 번 도착" "Arrives twice";
    fault_webhook_reordered "순서 바뀜: 다음 웹훅 뒤에 도착" "Out of order: arrives after the next one";
    fault_webhook_delayed "10분 지연" "10 minutes late";
    fault_window_never "결제창이 열리지 않음" "The window never opens";
    fault_window_message "완료 메시지 유실: 페이지가 결과를 모릅니다" "The result message is lost: the page does not know";
    fault_window_twice "완료 메시지가 두 번 도착" "The result message comes twice";
    fault_window_forged "결제하지 않았는데 완료 메시지 도착 (위조)" "A result message though nobody paid (forged)";
    fault_window_blocked "팝업 차단" "The popup is blocked";
    fault_window_confirm "브라우저 승인 후 응답 유실" "Confirmed by the browser, response lost";
    fault_window_redirect "redirect_url로 돌아오지 않음" "No return to redirect_url";
    done_fault "장애를 주입했습니다." "The fault waits for its request.";
    done_fault_plan "무작위 장애를 시작했습니다." "Random faults are on.";
    done_faults_cleared "대기 중인 장애를 모두 제거했습니다." "Every fault was removed.";
}
