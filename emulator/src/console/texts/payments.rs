//! The list of payments, its search and its CSV.

use super::{Language, Texts, texts};

texts! {
    payments "결제내역" "Payments";
    payments_all "전체" "All";
    payments_count(count: &str) "총 {count}건" "{count} in all";
    payments_csv "CSV로 받기" "Download CSV";
    payments_search "결제 검색" "Search payments";
    payments_placeholder "상품명, 주문번호, receipt_id, 구매자, status:결제완료 …" "Order name, ids, buyer, status:paid …";
    search "검색" "Search";
    search_help "검색어 도움말" "Search terms";
    help_status "결제 상태. 부트페이의 번호도 됩니다" "Standing, or Bootpay's number";
    help_method "결제수단과 PG. 한글 이름도 됩니다" "Method and PG, by symbol or Korean name";
    help_order "주문번호의 일부" "A part of the order id";
    help_is "테스트 결제, 실결제, 정기결제" "Test, live, or a charge of a billing key";
    help_has "장애가 주입된 결제, 형식이 어긋난 요청, 취소" "Met a fault, a request with findings, or was refunded";
    help_when "에뮬레이터 시계 기준" "On the emulator's clock";
    help_signs "띄어쓰기를 포함한 검색, 제외" "Words with blanks; a minus excludes";
    remove_of(term: &str) "검색 조건 제거: {term}" "Remove {term}";
    unknown_term "알 수 없는 조건" "Unknown term";
    did_you_mean(term: &str) "{term}?" "Did you mean {term}?";
    no_match "검색 결과가 없습니다" "Nothing matches";
    no_match_hint "조건을 줄이거나 다른 검색어로 찾아 보십시오." "Use fewer terms, or other ones.";
    clear_search "검색 초기화" "Clear the search";
    pages "페이지" "Pages";
    newest "처음으로" "Newest";
    newer "이전" "Newer";
    older "다음" "Older";
    up_to(list: &str) "목록으로: {list}" "Up to the list: {list}";
    search_older "더 오래된 결제 검색" "Search older payments";
    webhook "웹훅" "Webhook";
    fault_met "장애 주입됨" "Met a fault";
    standing_waiting "대기" "Waiting";
    standing_other "기타" "Other";
    hook_acknowledged "응답 완료" "Acknowledged";
    hook_failed "전송 실패" "Given up";
    hook_pending "전송 대기" "Pending";
    hook_held "보류" "Held back";
    csv_order_name "상품명" "Order name";
    csv_cancelled "취소 금액" "Cancelled";
    csv_currency "통화" "Currency";
    csv_method "결제수단" "Method";
    csv_requested_at "요청 시각" "Requested";
    csv_purchased_at "결제 시각" "Paid";
    csv_cancelled_at "취소 시각" "Cancelled at";
}
