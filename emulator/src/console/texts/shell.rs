//! The layout, the navigation, and the words about what was done.

use super::{Language, Texts, texts};

texts! {
    program "Bootpay 에뮬레이터" "Bootpay emulator";
    unofficial "비공식 로컬 에뮬레이터" "Unofficial local emulator";
    skip "본문으로 건너뛰기" "Skip to content";
    menu "메뉴" "Menu";
    navigation "주요 메뉴" "Main menu";
    home "홈" "Home";
    set_up "개발자 설정" "Developer settings";
    keys "API 연동키" "API keys";
    choose_project "프로젝트 선택" "Choose project";
    new_project "새 프로젝트" "New project";
    create "만들기" "Create";
    done_project "프로젝트를 만들었습니다. 결제수단을 활성화하십시오." "The project was made. Activate a payment method.";
    clock "에뮬레이터 시계" "Emulator clock";
    clock_real "실제 시간에 따라 흐릅니다" "Runs with real time";
    clock_manual "멈춰 있습니다" "Stands still";
    clock_stopped "정지" "stopped";
    clock_hint "예약 결제, 만료, 웹훅 재전송이 이 시계를 따릅니다." "Reservations, expiries and webhook retries follow this clock.";
    next_event "다음 예정 시각으로" "To the next event";
    next_expiry "결제 만료" "Expiry of a payment";
    next_reservation "예약 결제" "Reserved charge";
    next_auto_cancel "테스트 결제 자동취소" "Automatic cancel of a test payment";
    next_webhook "웹훅 전송" "Webhook";
    later_events "그다음 예정" "After that";
    move_to "이동" "Move";
    move_to_of(at: &str) "시계 이동: {at}" "Move the clock to {at}";
    hour_later "1시간 뒤" "1 hour later";
    day_later "24시간 뒤" "24 hours later";
    month_later "한 달 뒤 (30일)" "A month later (30 days)";
    stop_clock "시계 정지" "Stop the clock";
    run_clock "시계 다시 시작" "Let it run";
    display "화면 설정" "Display";
    theme "테마" "Theme";
    theme_system "시스템" "System";
    theme_light "밝게" "Light";
    theme_dark "어둡게" "Dark";
    language "언어" "Language";
    copy "복사" "Copy";
    copied "복사됨" "Copied";
    copy_of(what: &str) "{what} 복사" "Copy {what}";
    show "표시" "Show";
    live_on "실시간" "Live";
    live_paused "일시정지" "Paused";
    live_lost "연결 끊김" "Not connected";
    arrived(count: &str) "{count}건 새로 도착" "{count} new";
    show_arrived(count: &str) "{count}건 새로 도착 — 보기" "{count} new — show";
    gone "에뮬레이터가 응답하지 않습니다. bootpay-emulator를 다시 시작하면 페이지가 자동으로 이어집니다." "The emulator is not answering. Start bootpay-emulator again: the page continues by itself.";
    palette "명령 찾기" "Commands";
    palette_hint "페이지나 명령 검색" "Find a page or a command";
    keyboard "단축키" "Keyboard shortcuts";
    keys_of_rows "다음·이전 행" "Next and previous row";
    key_open "열기" "Open";
    keys_off "한 글자 단축키 사용 안 함" "Turn single keys off";
    refused "처리하지 못했습니다" "Not done";
    not_found "페이지를 찾을 수 없습니다" "Page not found";
    not_found_hint "주소를 확인해 주십시오. 초기화되었거나 다른 에뮬레이터의 주소일 수 있습니다." "Check the address. The emulator may have been reset since, or it belongs to another one.";
    broken "에뮬레이터 오류" "The emulator failed";
    back_home "홈으로" "Back to home";
    restarted "에뮬레이터가 다시 시작되어 페이지를 새로 불러왔습니다." "The emulator was started again, and this page with it.";
    done_repeated "이미 처리한 요청입니다. 다시 처리하지 않았습니다." "This was done before, and was not done again.";
    done_private_key "private_key를 재발급했습니다. 이전 키는 더 이상 사용할 수 없습니다." "The private_key was reissued. The old one is refused from now on.";
    done_pair "새 키를 발급했습니다." "A new pair of keys was issued.";
    done_revoked "키를 폐기했습니다." "The pair of keys was revoked.";
}

/// The word about what was done, by the name that the address of the page brings.
pub(in crate::console) fn notice(t: Texts, name: &str) -> Option<&'static str> {
    Some(match name {
        "repeated" => t.done_repeated(),
        "private-key" => t.done_private_key(),
        "pair" => t.done_pair(),
        "revoked" => t.done_revoked(),
        "project" => t.done_project(),
        "method" => t.done_method(),
        "methods" => t.done_methods(),
        "security" => t.done_security(),
        "registrations" => t.done_registrations(),
        "webhooks" => t.done_webhooks(),
        "added" => t.done_added(),
        "replaced" => t.done_replaced(),
        "reset" => t.done_reset(),
        "restarted" => t.restarted(),
        "fault" => t.done_fault(),
        "fault-plan" => t.done_fault_plan(),
        "faults-cleared" => t.done_faults_cleared(),
        "acted" => t.done_acted(),
        "cancelled" => t.done_cancelled(),
        "resent" => t.done_resent(),
        "forged" => t.done_forged(),
        "billing-key" => t.done_billing_key(),
        "charged" => t.done_charged(),
        "reserved" => t.done_reserved(),
        "key-revoked" => t.done_key_revoked(),
        "reservation-cancelled" => t.done_reservation_cancelled(),
        _ => return None,
    })
}
