//! The pages of a project's set-up.

use super::{Language, Texts, texts};

texts! {
    keys_hint "이 키는 이 에뮬레이터에서만 사용할 수 있으며, 실제 Bootpay에서는 인증되지 않습니다." "These keys are valid on this emulator only; the real Bootpay refuses them.";
    sample_used "클라이언트가 공개된 매뉴얼의 예시 Application ID를 보내 거절되었습니다. 이 프로젝트의 Application ID로 바꾸십시오." "A client was refused: it sent the sample Application ID of a public manual. Replace it by this project's own.";
    server_keys "서버 키" "Server keys";
    server_keys_hint "서버의 환경 변수에만 두십시오. 결제창 요청에 들어가면 에뮬레이터가 거절합니다." "Keep them in the environment of your server. The emulator refuses a window request that contains one.";
    application "Application ID" "Application ID";
    platform_web "웹" "Web";
    platform_android "Android" "Android";
    platform_ios "iOS" "iOS";
    platform_rest "REST" "REST";
    web_hint "웹 페이지에서 결제창을 열 때 사용합니다." "For payment windows of web pages.";
    android_hint "Android 앱에서 결제창을 열 때 사용합니다." "For payment windows of Android apps.";
    ios_hint "iOS 앱에서 결제창을 열 때 사용합니다." "For payment windows of iOS apps.";
    rest_hint "서버가 토큰을 요청할 때 private_key와 함께 사용합니다. 결제창에서는 사용할 수 없습니다." "For token requests of your server, with the private_key. It opens no window.";
    reissue "새로운 키 받기" "Reissue";
    reissue_hint "재발급하면 이전 private_key는 바로 거절됩니다. 이미 발급된 토큰은 만료될 때까지 유효합니다." "The old private_key is refused at once. Tokens that it issued stay valid until they expire.";
    further_keys "추가 키" "Further keys";
    further_keys_hint "서비스마다 다른 키를 쓰거나 키를 교체할 때 발급합니다." "One for each service, or to rotate keys without an interruption.";
    key_name "이름" "Name";
    issue_pair "키 발급" "Issue keys";
    revoke "폐기" "Revoke";
    revoke_of(name: &str) "{name} 폐기" "Revoke {name}";
    unnamed "이름 없음" "Unnamed";
    environment "환경 변수" "Environment";
    environment_hint "모든 언어의 클라이언트가 읽는 변수입니다." "The variables that the clients of every language read.";
    feedback_url "Feedback URL" "Feedback URL";
    not_set "설정 안 됨" "Not set";
}
