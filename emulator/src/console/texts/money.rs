//! Billing keys, reservations, ledgers and settlement.

use super::{Language, Texts, texts};

texts! {
    billing_keys "빌링키·예약" "Billing keys";
    billing_key "빌링키" "Billing keys";
    no_billing_keys "아직 빌링키가 없습니다" "No billing keys yet";
    no_billing_keys_hint "결제창이나 REST로 빌링키를 발급하면 여기에 표시됩니다." "Issue one by the payment window or by REST, and it appears here.";
    make_billing_key "예시 빌링키 발급" "Issue an example";
    done_billing_key "빌링키를 처리했습니다." "Done.";
    act_consent "구매자 동의" "Consent";
    valid_until "유효 기한" "Valid until";
    reservations "예약" "Reservations";
    no_reservations "예약이 없습니다." "Nothing is reserved.";
    reserved_pending "예약됨" "Reserved";
    reserved_done "결제됨" "Charged";
    reserved_failed "실패" "Failed";
    reserved_cancelled "취소됨" "Cancelled";
    due_at "실행 시각" "Due";
    charges "정기결제" "Charges";
    no_charges "빌링키로 결제한 내역이 없습니다." "No billing key was charged.";
    ledgers "PG 장부·정산" "Ledgers";
    ledger_hint "PG의 관리자 화면에 보이는 거래입니다. 테스트 결제도 승인되었다면 포함됩니다." "What the PG's own console lists; tests too, where they were really approved.";
    no_movements "거래가 없습니다" "No movements";
    movement "거래" "Movement";
    movement_approval "승인" "Approval";
    movement_cancel "취소" "Cancel";
    movement_unreported "입금 (미통지)" "Deposit, not reported";
    settlement "정산" "Settlement";
    settlement_hint "실결제만 정산됩니다. 거래일로부터 3일 뒤, 일반 등급 수수료 기준입니다." "Only live payments are settled: three days after the trade, with the fees of the general class.";
    no_settlement "정산할 거래가 없습니다" "Nothing to settle";
    no_settlement_hint "실결제가 승인되면 정산 예정일별로 표시됩니다." "Each approved live payment appears at its day of settlement.";
    settled_on "정산일" "Settled on";
    upcoming "예정" "Upcoming";
    count "건수" "Count";
    fee "PG 수수료" "Fee";
    fee_vat "수수료 부가세" "VAT of the fee";
    settled_amount "정산 금액" "Settled";
    excluded "정산에서 제외된 결제" "Left out";
    reason_left_out "사유" "Reason";
    excluded_test "테스트 결제" "Test";
    excluded_currency "외화 결제" "Foreign currency";
}
