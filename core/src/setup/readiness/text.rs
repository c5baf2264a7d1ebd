//! The items' severity, actor, page and texts.

use super::About;
use crate::model::{
    ReadinessActor::{self, Bootpay, Merchant, Pg as OfPg},
    ReadinessCode as Code,
    ReadinessSeverity::{self, Blocker, Note, Warning},
};

/// Bootpay's console: the methods of a project.
const METHODS: &str = "https://admin.bootpay.co.kr/payment/setting";
/// Bootpay's console: contracts with PGs.
const CONTRACTS: &str = "https://admin.bootpay.co.kr/pg/join";
/// Bootpay's documentation of webhooks.
const WEBHOOKS: &str = "https://developers.bootpay.ai/server/webhook";
/// Bootpay's documentation of cancels.
const CANCELS: &str = "https://developers.bootpay.ai/server/cancel";

pub(super) struct Rule {
    pub(super) severity: ReadinessSeverity,
    pub(super) actor: ReadinessActor,
    pub(super) link: Option<&'static str>,
}

pub(super) fn rule(code: &Code) -> Rule {
    let (severity, actor, link) = match code {
        Code::ApplicationIdMissing
        | Code::ApplicationIdMalformed
        | Code::ApplicationIdsEqual
        | Code::SampleId
        | Code::PrivateKeyMisplaced
        | Code::CredentialsMissing
        | Code::SecretInClient
        | Code::IdentityUrlMissing
        | Code::PriceBelowMinimum => (Blocker, Merchant, None),
        Code::NoActiveMethod
        | Code::MethodWithoutPg
        | Code::SettingsMissing
        | Code::StillTest
        | Code::AdminKeyFilled
        | Code::CapabilityUnsupported => (Blocker, Merchant, Some(METHODS)),
        Code::CancelAddressMissing => (Blocker, Merchant, Some(CANCELS)),
        Code::DepositUrlMissing
        | Code::WebhookMissing
        | Code::WebhookNotHttps
        | Code::WebhookNotPublic
        | Code::WebhookRedirects => (Blocker, Merchant, Some(WEBHOOKS)),
        Code::IdentityContractMissing => (Blocker, Merchant, Some(CONTRACTS)),
        Code::MethodNotOffered | Code::TestKeysMissing | Code::WebSiteIdFilled | Code::VirtualAccountInTest => {
            (Warning, Merchant, Some(METHODS))
        }
        Code::BillingSettingsShared | Code::PriceBelowFloor | Code::VirtualAccountRefundMissing => {
            (Warning, OfPg, Some(CONTRACTS))
        }
        Code::FeedbackMissing => (Warning, Merchant, Some(WEBHOOKS)),
        Code::RestOpen => (Warning, Merchant, None),
        Code::TestPaymentOverdue => (Warning, Merchant, Some(CANCELS)),
        Code::CapabilityByContract | Code::CapabilityUnknown => (Note, OfPg, Some(CONTRACTS)),
        Code::VirtualAccountNotRefundable => (Note, OfPg, None),
        Code::TestPaymentOpen => (Note, Bootpay, Some(CANCELS)),
        Code::OriginsWithoutLocalhost | Code::Unknown { .. } => (Note, Merchant, None),
    };
    Rule { severity, actor, link }
}

/// The texts, in Korean and in English.
pub(super) fn texts(code: &Code, about: &About) -> (String, String) {
    (korean(code, about, &Names::of(about, true)), english(code, about, &Names::of(about, false)))
}

/// The names of an item's subject in one language.
struct Names {
    pg: String,
    method: String,
    platform: String,
    capability: String,
}

impl Names {
    fn of(about: &About, korean: bool) -> Self {
        let name = |korean_name: Option<&str>, english: Option<&str>, symbol: &str| {
            let name = if korean { korean_name } else { english };
            name.unwrap_or(symbol).to_owned()
        };
        Self {
            pg: about.pg.as_ref().map_or_else(String::new, |pg| name(pg.korean(), pg.english(), pg.symbol())),
            method: about.method.as_ref().map_or_else(String::new, |one| name(one.korean(), None, one.symbol())),
            platform: about.platform.map_or_else(String::new, |one| name(one.korean(), one.english(), one.symbol())),
            capability: about.capability.map_or_else(String::new, |one| name(one.korean(), None, one.symbol())),
        }
    }
}

#[expect(clippy::too_many_lines, reason = "a text for each item")]
fn korean(code: &Code, about: &About, names: &Names) -> String {
    let Names { pg, method, platform, capability } = names;
    let (detail, receipt) = (&about.detail, about.receipt_id.as_deref().unwrap_or("?"));
    match code {
        Code::ApplicationIdMissing => {
            format!("{platform} Application ID가 없습니다. 부트페이 관리자에서 복사해 설정하십시오.")
        }
        Code::ApplicationIdMalformed => {
            format!("{platform} Application ID가 16진수 24자리가 아닙니다. 부트페이 관리자에서 다시 복사하십시오.")
        }
        Code::ApplicationIdsEqual => format!(
            "{platform} Application ID와 {detail} 값이 같습니다. 플랫폼마다 다른 ID를 사용하십시오. 그렇지 않으면 결제창이 열리지 않습니다."
        ),
        Code::SampleId => {
            format!(
                "{detail} 값이 공개 매뉴얼의 예제입니다. 가맹점의 값으로 바꾸십시오. 예제로 결제된 금액은 가맹점의 것이 아닙니다."
            )
        }
        Code::PrivateKeyMisplaced => {
            "private_key 자리에 Application ID가 있습니다. REST 탭의 Private Key를 입력하십시오.".to_owned()
        }
        Code::CredentialsMissing => {
            "서버의 키가 없습니다. client_key와 secret_key, 또는 REST Application ID와 private_key를 함께 설정하십시오."
                .to_owned()
        }
        Code::SecretInClient => {
            format!("웹 페이지나 앱에 전달되는 설정에 비밀 키가 있습니다({detail}). 제거하고 키를 재발급하십시오.")
        }
        Code::NoActiveMethod => "활성화된 결제수단이 없습니다. 결제 설정에서 결제수단을 활성화하십시오.".to_owned(),
        Code::MethodWithoutPg => format!("{method}에 PG사가 지정되지 않았습니다(미설정). PG사를 선택하십시오."),
        Code::MethodNotOffered => {
            format!("{pg} {method}: 부트페이가 공개한 목록에 없습니다. 사용할 수 있는지 확인하십시오.")
        }
        Code::SettingsMissing => {
            format!("{pg} {method}: 실결제모드이지만 PG사가 발급한 값이 비어 있습니다({detail}). 결제가 거절됩니다.")
        }
        Code::TestKeysMissing => {
            format!("{pg} {method}: 테스트에도 가맹점의 값({detail})이 필요합니다. PG사에서 발급받아 입력하십시오.")
        }
        Code::StillTest => {
            format!("{pg} {method}: 샌드박스 모드입니다. 이 결제는 정산되지 않습니다. 실결제모드로 바꾸십시오.")
        }
        Code::BillingSettingsShared => {
            format!("{pg} {method}: {detail} 값이 일반결제와 같습니다. 정기결제용 값을 PG사에서 따로 발급받으십시오.")
        }
        Code::AdminKeyFilled => {
            format!("{pg}의 admin_key가 입력되어 있습니다. 이전 방식의 값이며 -799 오류로 거절됩니다. 비우십시오.")
        }
        Code::WebSiteIdFilled => {
            format!("{pg} {method}의 web_site_id가 입력되어 있습니다. CS01 오류가 날 수 있으니 비우십시오.")
        }
        Code::VirtualAccountInTest => format!(
            "{pg} 가상계좌가 샌드박스 모드입니다. 테스트로 입금한 금액은 자동으로 환불되지 않으므로 실제로 입금하지 마십시오."
        ),
        Code::CapabilityUnsupported => {
            format!("{pg}: {capability} 기능을 지원하지 않습니다. 이 기능을 사용하지 않거나 다른 PG사로 바꾸십시오.")
        }
        Code::CapabilityByContract => {
            format!("{pg}: {capability} 기능에는 별도 계약이 필요합니다. 계약 내용을 PG사에 확인하십시오.")
        }
        Code::CapabilityUnknown => {
            format!("{detail}의 {capability} 지원 여부가 공개된 자료에 없습니다. PG사에 확인하십시오.")
        }
        Code::PriceBelowMinimum => {
            format!("최저 결제 금액이 {detail}원 미만입니다. 부트페이가 RC_PRICE_LEAST_LT로 거절합니다.")
        }
        Code::PriceBelowFloor => {
            format!("최저 결제 금액이 {pg} {method}의 최소 금액 {detail}원보다 작습니다. PG사에 확인하십시오.")
        }
        Code::CancelAddressMissing => format!(
            "{pg} 관리자에 부트페이 서버 IP를 등록하십시오: {detail}. 등록하지 않으면 결제 취소가 8012 오류로 거절됩니다."
        ),
        Code::DepositUrlMissing => format!(
            "{pg} 관리자에 입금통보 URL을 등록하십시오: {detail}. 등록하지 않으면 가상계좌 입금을 알 수 없습니다."
        ),
        Code::VirtualAccountRefundMissing => {
            format!("{pg} 계약에 가상계좌 환불(CMS)이 없습니다. 환불하려면 PG사와 추가로 계약하십시오.")
        }
        Code::VirtualAccountNotRefundable => {
            format!("{pg}: 가상계좌 입금을 환불할 수 없습니다. 환불은 계좌로 직접 송금하십시오.")
        }
        Code::IdentityContractMissing => {
            format!(
                "{pg} 본인인증은 별도 계약이 필요합니다. PG 신청의 본인확인 서비스에서 신청하십시오(영업일 5일 정도)."
            )
        }
        Code::IdentityUrlMissing => {
            format!(
                "{pg} 본인인증의 인증결과 URL에 다음 주소를 등록하십시오: {detail}. 등록하지 않으면 CS13 오류가 납니다."
            )
        }
        Code::WebhookMissing => {
            "웹훅이 설정되지 않았습니다. 입금, 취소 등 부트페이에서 일어난 변경을 서버가 알 수 없습니다.".to_owned()
        }
        Code::WebhookNotHttps => format!("웹훅 주소가 https가 아닙니다({detail}). 부트페이는 https로만 전송합니다."),
        Code::WebhookNotPublic => {
            format!("웹훅 주소를 외부에서 접속할 수 없습니다({detail}). 공개된 호스트로 바꾸십시오.")
        }
        Code::WebhookRedirects => {
            format!(
                "웹훅 주소가 다른 주소로 이동(redirect)합니다({detail}). 부트페이는 따라가지 않으므로 최종 주소로 바꾸십시오."
            )
        }
        Code::FeedbackMissing => format!("{platform}의 Feedback URL이 없습니다. 이 플랫폼의 결제는 통지되지 않습니다."),
        Code::RestOpen => "모든 IP에서 REST API를 사용할 수 있습니다. 운영 서버의 IP만 허용하십시오.".to_owned(),
        Code::OriginsWithoutLocalhost => {
            "테스트 중인 결제수단이 있지만 허용 도메인에 localhost가 없습니다. 개발자 PC에서 결제창이 열리지 않습니다."
                .to_owned()
        }
        Code::TestPaymentOpen => format!(
            "테스트 결제 {receipt}({method}) 건이 실제로 청구되었습니다. 부트페이가 자동으로 취소하는지 확인하십시오."
        ),
        Code::TestPaymentOverdue => format!(
            "테스트 결제 {receipt}({method}) 건이 자동 취소 기한이 지나도 취소되지 않았습니다. 직접 취소하십시오."
        ),
        Code::Unknown { value } => value.clone(),
    }
}

#[expect(clippy::too_many_lines, reason = "a text for each item")]
fn english(code: &Code, about: &About, names: &Names) -> String {
    let Names { pg, method, platform, capability } = names;
    let (detail, receipt) = (&about.detail, about.receipt_id.as_deref().unwrap_or("?"));
    match code {
        Code::ApplicationIdMissing => {
            format!("{platform}: no application id. Copy it from Bootpay's console.")
        }
        Code::ApplicationIdMalformed => {
            format!(
                "{platform}: the application id has not 24 hexadecimal digits. Copy it again from Bootpay's console."
            )
        }
        Code::ApplicationIdsEqual => format!(
            "{platform}: the application id is that of {detail}. Give each platform its own, or its window does not open."
        ),
        Code::SampleId => {
            format!("{detail} is the sample of a public manual. Replace it by your own: its payments are not yours.")
        }
        Code::PrivateKeyMisplaced => {
            "private_key holds an application id. Enter the private key of the REST tab.".to_owned()
        }
        Code::CredentialsMissing => {
            "The server has no keys. Set client_key with secret_key, or the REST application id with private_key."
                .to_owned()
        }
        Code::SecretInClient => {
            format!("A page or an app gets a secret key ({detail}). Remove it, and have the key reissued.")
        }
        Code::NoActiveMethod => "No method is activated. Activate one in Bootpay's console.".to_owned(),
        Code::MethodWithoutPg => format!("{method} is activated at no PG. Choose one."),
        Code::MethodNotOffered => {
            format!("{method} of {pg} is not in Bootpay's published list. Ask if it can be used.")
        }
        Code::SettingsMissing => {
            format!("{method} at {pg} is live without settings that the PG issued: {detail}. Its payments are refused.")
        }
        Code::TestKeysMissing => {
            format!("{method} at {pg} needs the merchant's own settings for tests too: {detail}.")
        }
        Code::StillTest => {
            format!("{method} at {pg} is in test: its payments are not settled. Switch it to live.")
        }
        Code::BillingSettingsShared => {
            format!("{method} at {pg} has the {detail} of other payments. Have the PG issue one for billing.")
        }
        Code::AdminKeyFilled => {
            format!("{pg} has an admin_key, a value of its old mode, and refuses with -799. Empty it.")
        }
        Code::WebSiteIdFilled => format!("{method} at {pg} has a web_site_id, which can fail with CS01. Empty it."),
        Code::VirtualAccountInTest => {
            format!("{method} at {pg} is in test: a deposit in test is not refunded by itself. Deposit no real money.")
        }
        Code::CapabilityUnsupported => format!("{pg} does not support {capability}. Do without, or choose another PG."),
        Code::CapabilityByContract => format!("{pg} supports {capability} by contract only. Check the contract."),
        Code::CapabilityUnknown => format!("No public source says if {detail} supports {capability}. Ask the PG."),
        Code::PriceBelowMinimum => {
            format!("The lowest price is below {detail} won. Bootpay refuses it with RC_PRICE_LEAST_LT.")
        }
        Code::PriceBelowFloor => {
            format!("The lowest price is below the minimum of {method} at {pg}, {detail} won. Ask the PG.")
        }
        Code::CancelAddressMissing => format!(
            "Register Bootpay's addresses in {pg}'s console: {detail}. Without them it refuses cancels with 8012."
        ),
        Code::DepositUrlMissing => format!(
            "Register Bootpay's URL for deposits in {pg}'s console: {detail}. Without it deposits stay unknown."
        ),
        Code::VirtualAccountRefundMissing => {
            format!("The contract with {pg} has no refunds of virtual accounts (CMS). Add them to be able to refund.")
        }
        Code::VirtualAccountNotRefundable => {
            format!("{pg} cannot refund virtual accounts. Refund by a transfer of your own.")
        }
        Code::IdentityContractMissing => {
            format!(
                "Identity verification by {pg} needs a contract of its own. Apply for it, about five working days ahead."
            )
        }
        Code::IdentityUrlMissing => {
            format!(
                "Register these hosts as {pg}'s result URL for identity verification: {detail}. Else it fails with CS13."
            )
        }
        Code::WebhookMissing => {
            "No webhook is set. The server does not learn of deposits, cancels and other changes at Bootpay.".to_owned()
        }
        Code::WebhookNotHttps => format!("The webhook is not https ({detail}). Bootpay sends to https only."),
        Code::WebhookNotPublic => {
            format!("The webhook cannot be reached from outside ({detail}). Give it a public host.")
        }
        Code::WebhookRedirects => {
            format!("The webhook redirects ({detail}). Bootpay does not follow: enter the final URL.")
        }
        Code::FeedbackMissing => format!("{platform}: no Feedback URL. Payments of this platform are not reported."),
        Code::RestOpen => "Every address may use the REST API. Allow only those of your servers.".to_owned(),
        Code::OriginsWithoutLocalhost => {
            "A method is in test, and no allowed origin is localhost: developers cannot open its window.".to_owned()
        }
        Code::TestPaymentOpen => {
            format!("The test payment {receipt} ({method}) was charged. See that Bootpay cancels it.")
        }
        Code::TestPaymentOverdue => {
            format!("The test payment {receipt} ({method}) was charged and not cancelled in time. Cancel it by hand.")
        }
        Code::Unknown { value } => value.clone(),
    }
}
