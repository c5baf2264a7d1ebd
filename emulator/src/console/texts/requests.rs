//! The log of requests.

use super::{Language, Texts, texts};

texts! {
    requests "API 로그" "Requests";
    refusal_groups "반복된 거절" "Refusals";
    newest_of(code: &str) "최근 {code}" "Newest {code}";
    endpoint "엔드포인트" "Endpoint";
    any "전체" "Any";
    only "조건" "Only";
    only_refused "거절된 요청" "Refused";
    only_findings "형식이 어긋난 요청" "With findings";
    only_faulted "장애가 주입된 요청" "Met a fault";
    duration "소요 시간" "Duration";
    under_way "처리 중" "Under way";
    findings_count(count: usize) "형식 지적 {count}건" "Findings: {count}";
    findings "형식 지적" "Findings";
    findings_hint "부트페이는 받아들이지만 문서와 다른 점입니다. --strict에서는 거절됩니다." "Bootpay accepts these; they differ from its documentation. With --strict they are refused.";
    no_requests "아직 요청이 없습니다" "No requests yet";
    no_requests_hint "가맹점 서버가 보낸 /v2 요청과 그 응답이 여기에 표시됩니다." "Each /v2 request of your server appears here with its response.";
    requests_kept "최근 10,000건을 보관합니다." "The newest 10,000 are kept.";
    same_refusals "같은 거절 모두 보기" "All refusals like this";
    response_made "장애가 주입되지 않았을 때의 응답입니다." "The response as it was made, before the fault.";
    data "정보" "Data";
    copy_as "코드로 복사" "Copy as";
    copy_no_call "이 요청에 해당하는 라이브러리 호출이 없거나 본문이 모두 기록되지 않아 cURL만 있습니다." "cURL only: the library has no call for it, or the log does not hold the whole body.";
    copy_variables "따옴표 없는 이름은 비밀 값이거나 요청에 없는 값입니다. 직접 채워 주십시오." "A name without quotes stands for a secret, or for a value that the request does not have: fill it in.";
    copy_left_out(names: &str) "라이브러리의 호출에 없는 필드는 빠졌습니다: {names}" "Fields that the library's call does not have were left out: {names}";
}
