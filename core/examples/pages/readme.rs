//! The lists of resources and of environment variables in both READMEs.

use bootpay_core::{
    describe::{RESOURCES, Resource},
    setup::environment::{VARIABLES, Variable},
};

const BEGIN: &str = "<!-- resources: generated from core by `make generate` -->\n";
const END: &str = "<!-- /resources -->\n";
const BEGIN_VARIABLES: &str = "<!-- variables: generated from core by `make generate` -->\n";
const END_VARIABLES: &str = "<!-- /variables -->\n";

/// Describes each resource of the table in Korean.
const KOREAN: &[(&str, &str)] = &[
    ("payments", "결제: 조회, 승인, 검증, 취소, 서버에서 시작하는 결제"),
    ("billing", "빌링키: 카드와 계좌의 빌링키 발급, 조회, 결제, 삭제"),
    ("reservations", "예약 결제: 지정한 시각에 부트페이가 빌링키로 실행하는 결제"),
    ("users", "부트페이 간편결제에 등록된 가맹점의 회원"),
    (
        "wallets",
        "지갑: 회원이 부트페이 간편결제에 등록한 카드와 계좌. 부트페이에서 더 이상 권장하지 않으므로(deprecated) 회원 토큰과 `payments.request`를 사용하십시오",
    ),
    ("identity", "본인인증: 문자 메시지 또는 통신사 PASS 앱"),
    ("cash_receipts", "현금영수증: 결제에 대한 발행, 단독 발행, 발행 취소"),
    ("escrow", "에스크로: 구매자가 상품을 받을 때까지 PG사가 대금을 보관하는 결제"),
    ("payment_methods", "가맹점이 활성화한 결제수단"),
    ("webhooks", "웹훅: 부트페이가 가맹점 서버로 보내는 결제 통지"),
    ("attempts", "결과를 알 수 없는 요청을 조회만으로 확인"),
    ("setup", "설정: 플랫폼별 Application ID, 부트페이의 IP와 URL, PG사별 지원 기능, 운영 전 점검"),
    ("reseller", "리셀러의 하위 가맹점 관리. 리셀러의 `application_id`와 `private_key`가 필요합니다"),
];

pub(crate) fn english(readme: &str) -> String {
    let readme = variables(readme, |variable| variable.english);
    replace(&readme, |resource| first_paragraph(resource.doc))
}

pub(crate) fn korean(readme: &str) -> String {
    let known = |(field, _): &(&str, &str)| RESOURCES.iter().any(|resource| resource.field == *field);
    assert!(KOREAN.iter().all(known), "KOREAN describes a resource that the table does not have");
    let readme = variables(readme, |variable| variable.korean);
    replace(&readme, |resource| {
        let found = KOREAN.iter().find(|(field, _)| *field == resource.field);
        let (_, text) = found.unwrap_or_else(|| panic!("KOREAN does not describe {}", resource.field));
        (*text).to_owned()
    })
}

/// Replaces the marked block of a page.
pub(crate) fn block(page: &str, begin: &str, text: &str, end: &str) -> String {
    let (before, rest) = page.split_once(begin).unwrap_or_else(|| panic!("the page lacks {begin}"));
    let (_, after) = rest.split_once(end).unwrap_or_else(|| panic!("the page lacks {end}"));
    format!("{before}{begin}\n{text}\n{end}{after}")
}

/// Replaces the marked block of a page by the list of resources.
fn replace(page: &str, about: impl Fn(&Resource) -> String) -> String {
    let rows: String = RESOURCES.iter().map(|resource| row(resource, &about(resource))).collect();
    block(page, BEGIN, &format!("| | | |\n| --- | --- | --- |\n{rows}"), END)
}

/// Replaces the marked block of a page by the environment variables.
fn variables(page: &str, about: impl Fn(&Variable) -> &'static str) -> String {
    let row = |variable: &Variable| format!("| `{}` | {} |\n", variable.name, about(variable));
    let rows: Vec<_> = VARIABLES.iter().map(row).collect();
    block(page, BEGIN_VARIABLES, &format!("| | |\n| --- | --- |\n{}", rows.concat()), END_VARIABLES)
}

fn row(resource: &Resource, about: &str) -> String {
    let sent = resource.endpoints.iter().map(|endpoint| endpoint.method);
    let local = resource.local.iter().map(|local| local.method);
    let pure = resource.pure.iter().map(|pure| pure.method);
    let methods: Vec<_> = pure.chain(sent).chain(local).map(|method| format!("`{method}`")).collect();
    format!("| `{}` | {} | {} |\n", resource.field, about.trim_end_matches('.'), methods.join(", "))
}

/// Returns the first paragraph of a documentation, on one line.
fn first_paragraph(doc: &str) -> String {
    doc.split("\n\n").next().unwrap_or_default().lines().map(str::trim).collect::<Vec<_>>().join(" ")
}
