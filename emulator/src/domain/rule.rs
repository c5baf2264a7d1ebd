//! The rules that a refused request broke: each with its values and its sentence in English and in Korean.
//!
//! The API and the controls answer in English, the console in the language of its reader. The sentence about a field
//! starts after the field's name. Values that callers sent stand in quotes, an amount is `{}` in English and `{:#}` in
//! Korean.

use crate::domain::money::Amount;
use crate::domain::values::plain;

macro_rules! rules {
    ($($name:ident $({ $($value:ident: $type:ty),+ })? $english:literal $korean:literal;)*) => {
        /// A rule that a request broke, or advice that it did not follow.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub(crate) enum Rule { $($name $({ $($value: $type),+ })?),* }

        impl Rule {
            /// The sentence in English.
            #[allow(unused_variables, reason = "the other language may need a value that this one does not")]
            pub(crate) fn english(&self) -> String {
                match self { $(Self::$name $({ $($value),+ })? => format!($english)),* }
            }

            /// The sentence in Korean.
            #[allow(unused_variables, reason = "the other language may need a value that this one does not")]
            pub(crate) fn korean(&self) -> String {
                match self { $(Self::$name $({ $($value),+ })? => format!($korean)),* }
            }
        }
    };
}

rules! {
    NotConfirmed "must be confirmed" "확인란에 표시해 주십시오.";
    Blank "must not be empty" "값을 입력하십시오.";
    SampleValue
        "is a sample of a public manual, nobody's own: leave it out to have one made up"
        "공개된 매뉴얼의 예시 값입니다. 빼고 저장하면 새 값이 발급됩니다.";
    NotWholeNumber { found: String } "{found}" "정수가 아니거나 허용 범위를 벗어났습니다.";
    NotAnAddress { found: String } "{found}" "IP 주소가 아닙니다. 예: 10.0.100.2";
    AtLeast { least: u32 } "must be at least {least}" "{least} 이상이어야 합니다.";
    OutOfRange { found: u8, least: u8, most: u8 }
        "is {found}, allowed are {least} to {most}"
        "{least}에서 {most}까지 입력할 수 있습니다. 입력한 값: {found}";

    NotAPartialStatus { found: i64 } "is {found}, allowed are 20 and 1" "20이나 1이어야 합니다. 입력한 값: {found}";

    NotAnAmount { found: String } "is {found}, not an amount" "금액이 아닙니다. 숫자로 입력하십시오. 입력한 값: {found}";
    NotAboveZero { found: Amount } "is {found}, it must be above 0" "0보다 커야 합니다. 입력한 값: {found:#}";
    HasDecimals { found: Amount }
        "is {found}, amounts in won have no decimals"
        "원화 금액에는 소수를 쓸 수 없습니다. 입력한 값: {found:#}";
    PriceOutOfRange
        "price and approve_price must be above 0, tax_free from 0 to price"
        "결제 금액은 0보다 커야 하고, 비과세 금액은 결제 금액 이하여야 합니다.";
    PriceHasDecimals "amounts in won have no decimals" "원화 금액에는 소수를 쓸 수 없습니다.";

    BelowLeast { found: Amount, least: Amount }
        "is {found}, the minimum is {least}"
        "최소 금액보다 적습니다. 최소 금액: {least:#}. 입력한 값: {found:#}";
    NotADate { found: String } "is {found}, not a date" "날짜와 시각이 아닙니다. 입력한 값: {found}";
    NotLater { now: String } "must be after {now}" "지금({now})보다 늦은 시각이어야 합니다.";
    TooManyPending { most: i64 }
        "{most} reservations of this billing key are pending already"
        "이 빌링키에 대기 중인 예약이 이미 {most}건 있습니다.";
    ReservationEnded { status: i64 }
        "status is {status}, only a pending reservation (0) can be cancelled"
        "대기 중(status 0)인 예약만 취소할 수 있습니다. 지금 status: {status}";
    KeyExpired { at: String } "this billing key expired at {at}" "만료된 빌링키입니다. 만료 시각: {at}";
    KeyDeleted "this billing key was deleted" "해지된 빌링키입니다.";
    KeyNotIssued { status: i64 }
        "status is {status}, only an issued billing key (11) can be used"
        "발급된 빌링키(status 11)만 사용할 수 있습니다. 지금 status: {status}";

    NotPaid { status: i64 }
        "status is {status}, only a paid payment (1) can be cancelled"
        "결제완료(1) 상태에서만 취소할 수 있습니다. 지금 status: {status}";
    AllCancelled { amount: Amount }
        "all of {amount} was cancelled already"
        "이미 전액 취소된 결제입니다. 취소된 금액: {amount:#}";
    AboveRest { found: Amount, rest: Amount, price: Amount, before: Amount }
        "is {found}, but only {rest} of {price} remain ({before} was cancelled before)"
        "남은 금액보다 큽니다. 남은 금액: {rest:#} (결제 {price:#}, 취소 {before:#}). 입력한 값: {found:#}";
    AnotherMonth { paid: String, now: String }
        "a phone payment of {paid} can be cancelled only in that month, it is {now} now"
        "휴대폰 결제는 결제한 달에만 취소할 수 있습니다. 결제한 달: {paid}, 지금: {now}";
    CancelAddressMissing { pg: String }
        "취소불가 (파트너관리자-결제서버 IP 확인): Bootpay's addresses are not registered at {pg}"
        "취소불가 (파트너관리자-결제서버 IP 확인): 부트페이의 결제 취소 IP가 PG사에 등록되지 않았습니다. PG사: {pg}";
    CancelToBeRefused
        "cancel_result of this payment is \"refused\""
        "PG사가 취소를 거절하도록 만든 결제입니다 (cancel_result: refused).";
    CancelToBeLost
        "cancel_result of this payment is \"critical\"; nothing was cancelled"
        "취소 결과를 알 수 없도록 만든 결제입니다 (cancel_result: critical). 취소되지 않았습니다.";
    CancelToBeDoneAndLost
        "cancel_result of this payment is \"critical_done\"; it was cancelled nevertheless"
        "취소 결과를 알 수 없도록 만든 결제입니다 (cancel_result: critical_done). 취소되었습니다.";

    BuyerCannot { action: &'static str, status: i64 }
        "the buyer cannot {action} at status {status}; pay needs 0, deposit 5, fail 0 or 2, expire 0, 2 or 5"
        "구매자의 동작 {action}: 지금 상태(status {status})에서는 할 수 없습니다. pay: 0, deposit: 5, fail: 0·2, expire: 0·2·5";
    DepositUntold
        "the deposit has arrived at the PG, which has told Bootpay nothing"
        "PG사에 이미 입금되었지만 부트페이에 통보되지 않았습니다.";
    NotShipped
        "the buyer decides on shipped goods only (escrow status 3)"
        "구매자는 배송이 등록된 상품만 확정하거나 거절할 수 있습니다 (escrow status 3).";
    WindowEnded { event: &'static str } "the window has ended with {event}" "이미 끝난 결제창입니다. 결과: {event}";
    NoConsentAwaited
        "the buyer can consent to a requested billing key (41) only"
        "동의를 기다리는 빌링키(status 41)가 아닙니다.";

    SampleApplicationId { owner: &'static str }
        "no {owner} has this application_id: it is the sample of a public manual"
        "공개된 매뉴얼의 예시 application_id입니다. 이 프로젝트의 Application ID로 바꾸십시오.";
    VbankInTest
        "vbank in test: Bootpay advises against it, since the PG does not return a deposit in test"
        "샌드박스 모드의 가상계좌에는 실제로 입금하지 마십시오. PG사가 테스트 입금을 돌려주지 않으므로 부트페이는 가상계좌의 결제 테스트를 권장하지 않습니다.";
    PriceInTest { price: Amount, most: Amount }
        "price is {price} in test: Bootpay advises at most {most}, since it may be charged"
        "실제 부트페이에서는 테스트 결제도 청구될 수 있으므로 {most:#} 이하를 권장합니다. 결제 금액: {price:#}";
    Untestable { pg: String, method: String }
        "{pg} cannot pay by {method} in test"
        "이 PG사는 샌드박스 모드에서 이 결제수단으로 결제할 수 없습니다: {pg} {method}";

    NotActive { pg: String, method: String, active: String }
        "{method} at {pg} is not activated; this project has activated {active}"
        "활성화되지 않은 결제수단입니다: {pg} {method}. 활성화된 결제수단: {active}";
    SettingsEmpty { pg: String, method: String, missing: String }
        "{method} at {pg} lacks the settings {missing}"
        "PG 설정값이 비어 있습니다: {pg} {method}. 필요한 값: {missing}";
    SettingsNeeded { pg: String, method: String, mode: &'static str, missing: String }
        "{pg} {method} in {mode} needs {missing}"
        "이 결제 모드에 필요한 설정값이 비어 있습니다: {missing}";
    OldAdminKey
        "admin_key is filled: it belongs to the old mode, in which kakao refuses Bootpay's approve_url"
        "admin_key가 입력되어 있습니다. 구버전의 값이어서 카카오페이가 부트페이의 approve_url을 거절합니다.";

    UrlTooLong { url: String }
        "is {url}: it has more than 2,000 bytes"
        "주소는 2,000바이트를 넘을 수 없습니다.";
    UrlHasBlanks { url: String }
        "is {url}: it contains blanks or control characters"
        "주소에 공백이나 제어 문자가 있습니다.";
    UrlScheme { url: String }
        "is {url}: allowed are https:// and, on loopback, http://"
        "https:// 주소나, 이 컴퓨터의 http:// 주소여야 합니다.";
    UrlHasUser "must name no user" "주소에 사용자 이름이나 비밀번호를 쓸 수 없습니다.";
    UrlWithoutHost { url: String } "is {url}: it needs a host" "주소에 호스트가 없습니다.";
    UrlNotLoopback { url: String }
        "is {url}: http:// is allowed on loopback only (127.0.0.1, [::1], localhost); use https://"
        "http://는 이 컴퓨터의 주소(127.0.0.1, [::1], localhost)에만 쓸 수 있습니다. https://를 사용하십시오.";
    NoSavedUrl "this merchant has no such URL in notifications" "저장된 주소가 없습니다. 먼저 주소를 저장하십시오.";

    NotANetwork { found: String }
        "{found} is neither an address (10.0.100.2) nor a network (10.0.0.0/8)"
        "주소(10.0.100.2)도 대역(10.0.0.0/8)도 아닙니다: {found}";
    NotAnOrigin { found: String, english: &'static str, korean: &'static str }
        "{found} {english}; an origin is a scheme, a host and perhaps a port: https://shop.example"
        "{korean}: {found}. 예: https://shop.example";

    NotAnObject { found: String } "is no JSON object: {found}" "JSON 객체가 아닙니다: {found}";
    NoSuchFault "no such fault" "없는 장애입니다. 목록에서 고르십시오.";
    NotToml { line: usize, why: String } "line {line}: no TOML: {why}" "{line}번째 줄: TOML 형식이 아닙니다. ({why})";
    NotAMerchant "is unknown; allowed is merchant" "알 수 없는 항목입니다. 쓸 수 있는 항목: merchant";
    UnknownField { allowed: &'static str }
        "is unknown; allowed are {allowed}"
        "알 수 없는 항목입니다. 쓸 수 있는 항목: {allowed}";
    NoProjectField { name: String, allowed: String }
        "a project has no field {name} that can be set; allowed are {allowed}"
        "프로젝트에 없거나 바꿀 수 없는 항목입니다. 쓸 수 있는 항목: {allowed}";
    LacksField { name: &'static str } "lacks the field {name}" "필요한 항목이 없습니다: {name}";
    NoTables { header: String }
        "is missing: write at least one [[{header}]]"
        "[[{header}]] 표가 하나 이상 있어야 합니다.";
    NotTables { header: String } "must be an array of tables: [[{header}]]" "[[{header}]] 형식의 표로 쓰십시오.";
    NotATable "must be a table" "표(table)로 쓰십시오.";
    NotAText "must be a text" "비어 있지 않은 문자열이어야 합니다.";
    NotAnId "must have 24 hexadecimal characters" "16진수 24자리여야 합니다.";
    NameTaken { name: String } "{name} is the name of another merchant" "다른 가맹점이 쓰는 이름입니다: {name}";
    UsedTwice
        "is used twice in this project; each key and id must be its own"
        "이 프로젝트에서 두 번 쓴 값입니다. 키와 ID는 서로 달라야 합니다.";
    UsedElsewhere
        "another project has it; each key and id must be its own"
        "다른 프로젝트가 쓰는 값입니다. 키와 ID는 프로젝트마다 달라야 합니다.";
    MethodTwice { pg: String, method: String }
        "{method} at {pg} is there twice"
        "같은 PG사와 결제수단이 두 번 있습니다: {pg} {method}";
    UnknownPg { found: String, allowed: String }
        "{found} is unknown; allowed are {allowed}"
        "없는 PG사입니다: {found}. 쓸 수 있는 값: {allowed}";
    UnknownMethod { pg: &'static str, found: String, allowed: String }
        "{pg} has no {found}; allowed are {allowed}"
        "이 PG사에 없는 결제수단입니다: {pg} {found}. 쓸 수 있는 값: {allowed}";
    UnknownSetting { pg: &'static str, allowed: String }
        "{pg} has no such setting; allowed are {allowed}"
        "이 PG사에 없는 설정값입니다: {pg}. 쓸 수 있는 값: {allowed}";
    NotAPg { allowed: String } "is no PG; allowed are {allowed}" "없는 PG사입니다. 쓸 수 있는 값: {allowed}";
    NotAPlatform
        "is no platform; allowed are web, android, ios, rest"
        "없는 플랫폼입니다. 쓸 수 있는 값: web, android, ios, rest";
    NotDecoded { found: String } "{found}" "형식이 맞지 않습니다. ({found})";
    InFile { line: usize, field: String, english: String, korean: String }
        "line {line}: {field}: {english}"
        "{line}번째 줄 {field}: {korean}";
    Stale
        "the page of this form is of an earlier start of the emulator, or so old that it may have been sent before"
        "에뮬레이터가 다시 시작되었거나 너무 오래된 페이지에서 보냈습니다. 내용을 확인하고 다시 보내십시오.";
}

impl Rule {
    /// The rule behind a decoder's error, where a person can type what breaks it.
    pub(crate) fn of_decoder(error: &serde_json::Error) -> Option<Self> {
        let found = plain(error);
        if found.contains("expected a whole number") {
            return Some(Self::NotWholeNumber { found });
        }
        found.contains("IP address").then_some(Self::NotAnAddress { found })
    }
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;

    use super::*;

    #[test]
    fn a_decoder_breaks_the_rules_that_a_person_can_break() {
        for (json, is_number) in [("\"many\"", true), ("300", true), ("-1", true), ("1.5", true), ("[]", true)] {
            let error = serde_json::from_str::<u8>(json).unwrap_err();
            let rule = Rule::of_decoder(&error);
            assert_eq!(matches!(rule, Some(Rule::NotWholeNumber { .. })), is_number, "{rule:?}");
            assert_eq!(rule.map(|rule| rule.english()), Some(plain(&error)));
        }
        let error = serde_json::from_str::<IpAddr>("\"here\"").unwrap_err();
        assert!(matches!(Rule::of_decoder(&error), Some(Rule::NotAnAddress { .. })), "{error}");
        let error = serde_json::from_str::<bool>("1").unwrap_err();
        assert_eq!(Rule::of_decoder(&error), None);
    }
}
