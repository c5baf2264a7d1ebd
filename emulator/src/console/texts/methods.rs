//! Payment methods, access, readiness and set-up files.

use super::{Language, Texts, texts};

texts! {
    method_card "카드" "Card";
    method_bank "계좌이체" "Bank transfer";
    method_vbank "가상계좌" "Virtual account";
    method_phone "휴대폰" "Mobile phone";
    method_card_rebill "카드 정기결제" "Card, recurring";
    method_card_rebill_rest "카드 정기결제 (REST)" "Card, recurring (REST)";
    method_transfer_rebill "자동이체 (REST)" "Account debit (REST)";
    method_auth "본인인증" "Identity verification";
    method_kakao "카카오페이" "Kakao Pay";
    method_naver "네이버페이" "Naver Pay";
    method_payco "페이코" "Payco";
    method_toss "토스" "Toss";

    methods "결제 설정" "Payment methods";
    methods_hint "PG사와 결제수단을 골라 활성화하십시오. 실결제모드에서는 PG사가 발급한 값이 필요합니다." "Choose a PG and a method and activate it. A live method needs the settings that its PG has issued.";
    methods_any "이 프로젝트는 모든 결제수단을 사용할 수 있습니다. 하나라도 활성화하면 활성화한 결제수단만 사용할 수 있습니다." "This project takes every method. Once you activate one, it takes only those that are active.";
    methods_all_again "저장한 결제수단 설정을 모두 지우고 전체 허용" "Delete all saved methods and take every one";
    off "꺼짐" "Off";
    live "실결제" "Live";
    sandbox "샌드박스" "Test";
    lacks_settings "설정값 부족" "Settings missing";
    legend "표시 설명" "Legend";
    step_pg "1. PG사" "1. PG";
    step_choose_method "2. 결제수단" "2. Method";
    step_activate "3. 활성화" "3. Activate";
    step_settings "4. 설정값" "4. Settings";
    activate_this "이 결제수단 사용" "Take payments by this method";
    mode "결제 모드" "Mode";
    mode_sandbox "샌드박스 모드: 실제로 결제되지 않습니다." "Test: no money moves at the end of the day.";
    mode_live "실결제모드: 영수증의 sandbox가 false입니다." "Live: receipts say sandbox: false.";
    settings_hint "PG사가 발급한 값입니다. 저장한 값은 다시 표시하지 않으며, 비워 두면 유지됩니다." "The values that the PG has issued. A saved value is not shown again; an empty field keeps it.";
    settings_none "이 PG사는 설정값이 필요하지 않습니다." "This PG needs no settings.";
    settings_any "이 PG사의 설정값 이름은 공개되어 있지 않습니다." "The names of this PG's settings are not public.";
    setting_needed "실결제 필수" "needed when live";
    setting_saved "저장됨" "saved";
    fill_made_up "연습용 값 채우기" "Fill in made-up values";
    save "저장" "Save";
    test_is_charged "샌드박스 결제도 승인되며, 24시간 뒤 자동취소됩니다." "Test payments are approved, and cancelled automatically after 24 hours.";
    test_is_free "샌드박스 결제는 청구되지 않습니다." "Test payments are not charged.";
    done_method "결제수단을 저장했습니다." "The method was saved.";
    done_methods "모든 결제수단을 허용합니다." "Every method is taken.";

    security "보안 정책" "Security";
    access "REST API 허용 IP" "Addresses that may use the REST API";
    access_hint "한 줄에 하나씩, 주소(10.0.100.2)나 대역(10.0.0.0/8)을 입력하십시오. 비워 두면 모든 주소를 허용합니다." "One address (10.0.100.2) or network (10.0.0.0/8) a line. Empty allows all.";
    access_from "요청의 출발지로 간주할 주소" "Address that requests seem to come from";
    access_from_hint "이 컴퓨터의 요청을 다른 서버의 요청처럼 시험합니다. 비워 두면 실제 주소를 사용합니다." "Tests requests of this machine as those of another server. Empty uses the real address.";
    origins "결제창을 열 수 있는 출처" "Origins that may open the window";
    origins_hint "한 줄에 하나씩 입력하십시오. 예: https://shop.example 비워 두면 모든 출처를 허용합니다." "One origin a line, such as https://shop.example. Empty allows all.";
    registrations "PG사 등록" "Registrations at PGs";
    registrations_hint "PG사의 관리자 화면에서 가맹점이 직접 등록하는 값입니다. 등록하지 않으면 아래와 같이 실패합니다." "What the merchant registers in the console of the PG. Without it, the following fails.";
    cancel_address "결제 취소 IP" "Cancel addresses";
    cancel_address_breaks "등록하지 않으면 취소가 RC_CANCEL_SERVER_ERROR로 거절됩니다." "Without it, cancels fail with RC_CANCEL_SERVER_ERROR.";
    deposit_url "입금 통보 URL" "Deposit notice URL";
    deposit_url_breaks "등록하지 않으면 가상계좌에 입금되어도 상태가 바뀌지 않습니다." "Without it, a deposit to a virtual account changes nothing.";
    done_security "보안 정책을 저장했습니다." "The security settings were saved.";
    done_registrations "PG사 등록을 저장했습니다." "The registrations were saved.";

    readiness "실서비스 점검" "Readiness";
    readiness_hint "이 프로젝트의 설정을 실서비스 기준으로 점검한 결과입니다." "What this project lacks before it goes live.";
    ready "점검할 항목이 없습니다." "Nothing is open.";
    by_merchant "가맹점이 할 일" "For the merchant";
    by_bootpay "Bootpay에 요청할 일" "For Bootpay";
    by_pg "PG사에 요청할 일" "For the PG";
    blocks "필수" "Blocks";
    warns "권장" "Advice";
    tells "참고" "Note";
    mend "설정으로 이동" "Open the setting";
    source "근거" "Source";

    file "설정 파일" "Set-up file";
    file_hint "가맹점, 프로젝트, 키, 결제수단을 TOML 파일로 내보내고 가져옵니다. 테스트에서는 --setup으로 시작하십시오." "Exports and imports merchants, projects, keys and methods as TOML. In tests, start with --setup.";
    file_export "내보내기" "Export";
    file_download "파일로 받기" "Download";
    file_import "가져오기" "Import";
    file_text "TOML" "TOML";
    file_add "지금 프로젝트에 추가" "Add to what is there";
    file_replace "모두 지우고 이 파일로 다시 시작 (결제와 시계 포함)" "Delete everything, payments and the clock too, and start from this file";
    file_apply "적용" "Apply";
    reset "처음부터 다시 시작" "Start again";
    reset_hint "결제, 웹훅, 시계를 모두 지우고 시작할 때의 설정으로 돌아갑니다. 추가하거나 재발급한 키와 새 프로젝트도 사라집니다." "Deletes payments, webhooks and the clock, and returns to the set-up of the start. Keys and projects made since are gone too.";
    reset_sure "모두 지우겠습니다" "Delete everything";
    done_added "설정 파일의 프로젝트를 추가했습니다." "The projects of the file were added.";
    done_replaced "설정 파일로 다시 시작했습니다." "The emulator started again from the file.";
    done_reset "처음 상태로 돌아왔습니다." "The emulator started again.";
}
