//! The page that opens a window.

use super::{Language, Texts, texts};

texts! {
    try_it "결제창 열기" "Try it";
    try_hint "결제수단을 골라 결제창을 열고, 구매자가 되어 결제해 보십시오. 실제로 청구되지 않습니다." "Choose a method, open its window and play the buyer. No money moves.";
    try_payment "결제 만들기" "Make a payment";
    try_method "결제수단" "Method";
    try_unified "통합 결제창 (PG·결제수단 미지정)" "Unified window (neither PG nor method named)";
    try_test_deposit "가상계좌: 발급하면 바로 입금 (extra.test_deposit)" "Virtual account: deposit at once (extra.test_deposit)";
    try_order_name "주문명" "Order name";
    try_make "결제 만들기" "Make the payment";
    try_open "결제창 열기" "Open the window";
    refresh "새로고침" "Refresh";
    sample_order "무선 이어폰" "Wireless earphones";
    try_code "코드" "Code";
    try_code_page "가맹점 페이지: 브라우저 SDK로 결제창을 엽니다." "The page opens the window with the browser SDK.";
    try_code_server "가맹점 서버: 페이지가 보낸 receipt_id로 승인합니다. 키는 환경 변수에서 읽습니다:" "The server confirms by the receipt_id that the page sends. Its keys come from the environment:";
}
