//! Every error code and every kind of error, in English and Korean.

use bootpay_core::{
    describe::{Described, Evidence, Family, KnownCode, Proof, Shape, Variant, error_codes, refused_by},
    model::{CallAgain, ErrorCategory, ErrorKind, Fault},
};

pub(crate) fn page() -> String {
    format!("{HEAD}\n{}\n{}\n{}\n{}", legend(), codes(), refusals(), kinds())
}

const HEAD: &str = "\
<!-- Generated from core by `make generate`: change core/src/codes/ or core/src/model/failure.rs. -->

# Errors · 오류

All error codes of Bootpay that this version knows. An error has the same fields in every language: `code` as Bootpay sent it, `pg_error_code` as the PG sent it, and `explanation` with the category, the fault, the time to call again, and the texts below. Unlisted codes, and all codes of a PG, are passed on unchanged and without an explanation. In Rust, `Explanation::of(code)` looks up a code. The code alone does not tell if the failed call may be made again: follow the error's `kind` and `repeat` ([below](#kinds-of-errors--오류의-종류)).

이 버전이 지원하는 부트페이 오류 코드 전체 목록입니다. 오류 객체의 필드는 모든 언어에서 같습니다. `code`는 부트페이가 반환한 값, `pg_error_code`는 PG사가 반환한 값을 그대로 담고, `explanation`은 분류, 책임, 재호출 시점과 아래의 문구를 제공합니다. 목록에 없는 코드와 PG사의 코드는 설명 없이 그대로 전달합니다. Rust에서는 `Explanation::of(code)`로 조회할 수 있습니다. 코드만으로는 실패한 호출을 재시도해도 되는지 알 수 없으므로, 오류의 `kind`와 `repeat`를 기준으로 판단하십시오([아래](#kinds-of-errors--오류의-종류)).
";

/// The meaning of the values in the tables.
fn legend() -> String {
    let faults =
        Fault::KNOWN.iter().map(|fault| (fault.symbol(), english::<Fault>(fault.symbol()), korean_fault(*fault)));
    let again = CallAgain::KNOWN
        .iter()
        .map(|again| (again.symbol(), english::<CallAgain>(again.symbol()), korean_call_again(*again)));
    let proofs = [Proof::Refused, Proof::WithStatus, Proof::Doubtful].map(|proof| {
        let (english, korean) = proof_meaning(proof);
        (proof_word(proof), english.to_owned(), korean)
    });
    let evidence = [Evidence::Seen, Evidence::Documented, Evidence::ThirdParty, Evidence::Inferred].map(|evidence| {
        let (english, korean) = evidence_meaning(evidence);
        (evidence_word(evidence), english.to_owned(), korean)
    });
    format!(
        "## Values · 용어\n\n{}\n{}\n{}\n{}",
        words(
            "Fault · 책임",
            "`fault`: the party that can remove the cause. 원인을 해결할 수 있는 주체입니다.",
            faults
        ),
        words(
            "Call again · 다시 호출",
            "`call_again`: tells if and when the same call can succeed. 같은 호출이 성공할 수 있는지, 언제 성공할 수 있는지를 나타냅니다.",
            again
        ),
        words(
            "Proof · 증명",
            "The proof that the code gives about a write or money call. 결제·취소처럼 돈이 오가는 요청이나 상태를 변경하는 요청의 처리 여부를 코드로 판단할 수 있는지를 나타냅니다.",
            proofs
        ),
        words("Source · 근거", "The source of the meaning. 코드의 의미를 확인한 근거입니다.", evidence),
    )
}

fn words<'a>(title: &str, intro: &str, rows: impl IntoIterator<Item = (&'a str, String, &'a str)>) -> String {
    let rows: String = rows.into_iter().map(|(word, english, korean)| row(&[&code(word), &english, korean])).collect();
    format!("### {title}\n\n{intro}\n\n{}{rows}", head(&["Value", "English", "한국어"]))
}

fn codes() -> String {
    let section = |category: &ErrorCategory| {
        let rows: String = error_codes().filter(|known| known.category == *category).map(code_row).collect();
        format!(
            "\n### {} · {}\n\n`{}`: {}\n\n{}{rows}",
            title(category.symbol()),
            korean_category(*category),
            category.symbol(),
            english::<ErrorCategory>(category.symbol()),
            head(&["Code", "English", "한국어", "Fault", "Call again", "Proof", "Source"]),
        )
    };
    let count = error_codes().count();
    let sections: String = ErrorCategory::KNOWN.iter().map(section).collect();
    format!(
        "## Codes · 코드\n\n{count} codes. Each cell has the cause, then the remedy. 각 칸에는 오류의 원인과 조치 방법을 차례로 적었습니다.\n{sections}"
    )
}

fn code_row(known: &KnownCode) -> String {
    row(&[
        &code(known.code),
        &format!("{}<br>→ {}", known.english.cause, known.english.advice),
        &format!("{}<br>→ {}", known.korean.cause, known.korean.advice),
        &code(known.fault.symbol()),
        &code(known.call_again.symbol()),
        &code(proof_word(known.proof)),
        evidence_word(known.evidence),
    ])
}

/// The codes that each write and money call can be refused with.
fn refusals() -> String {
    let listed = |known: &&KnownCode| !matches!(known.family, Family::Any | Family::Window);
    let calls = |known: &KnownCode| refused_by(known.code).map(code).collect::<Vec<_>>().join(", ");
    let rows: String = error_codes().filter(listed).map(|known| row(&[&code(known.code), &calls(known)])).collect();
    let everywhere: Vec<_> =
        error_codes().filter(|known| known.family == Family::Any).map(|known| code(known.code)).collect();
    format!(
        "## Refusals of each call · 호출별 거절 코드\n\nA code refuses a write or money call only if that endpoint can give it. A listed code of another endpoint leaves the outcome unknown (`outcome_unknown`): it shows that the response is about something else. {} are possible everywhere; the codes of the payment window are nowhere a refusal. An unlisted code is a refusal if the HTTP status is one. 해당 엔드포인트가 반환할 수 있는 코드만 거절로 판단합니다. 목록에 있으나 다른 엔드포인트의 코드이면 결과를 알 수 없는 것(`outcome_unknown`)으로 처리합니다.\n\n{}{rows}",
        everywhere.join(", "),
        head(&["Code", "Write and money calls · 상태를 변경하는 호출"]),
    )
}

fn kinds() -> String {
    let rows: String = ErrorKind::KNOWN
        .iter()
        .map(|kind| row(&[&code(kind.symbol()), &english::<ErrorKind>(kind.symbol()), korean_kind(*kind)]))
        .collect();
    format!(
        "## Kinds of errors · 오류의 종류\n\nThe `kind` of an error says what to do about the call, whatever the code. 오류의 `kind`는 코드와 관계없이 호출을 어떻게 처리해야 하는지를 나타냅니다.\n\n{}{rows}",
        head(&["Kind", "English", "한국어"]),
    )
}

fn head(columns: &[&str]) -> String {
    row(columns) + &row(&vec!["---"; columns.len()])
}

fn row(cells: &[&str]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

fn code(word: &str) -> String {
    format!("`{word}`")
}

/// `billing_key` as `Billing key`.
fn title(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect::<String>().replace('_', " ")
}

/// Core's documentation of an enum value.
fn english<T: Described>(word: &str) -> String {
    let variants: &[Variant] = match T::MODEL.shape {
        Shape::Enum { variants, .. } => variants,
        Shape::Struct { .. } => &[],
    };
    variants.iter().filter(|variant| variant.symbol == word).map(|variant| variant.doc.replace('\n', " ")).collect()
}

fn korean_category(category: ErrorCategory) -> &'static str {
    match category {
        ErrorCategory::Credentials => "키와 토큰",
        ErrorCategory::Payment => "결제 요청, 조회, 승인",
        ErrorCategory::Cancel => "결제 취소",
        ErrorCategory::BillingKey => "빌링키",
        ErrorCategory::Identity => "본인인증",
        ErrorCategory::CashReceipt => "현금영수증",
        ErrorCategory::Escrow => "에스크로",
        ErrorCategory::Window => "결제창",
    }
}

fn korean_fault(fault: Fault) -> &'static str {
    match fault {
        Fault::Merchant => "가맹점: 코드 또는 설정.",
        Fault::Buyer => "구매자: 잘못된 입력값, 또는 아직 완료하지 않은 단계.",
        Fault::Pg => "PG사, 카드사 또는 은행: 거절.",
        Fault::Nobody => "책임 주체 없음: 현재 상태가 호출이 전제한 상태와 다릅니다.",
        Fault::Unknown => "코드만으로는 알 수 없습니다.",
    }
}

fn korean_call_again(again: CallAgain) -> &'static str {
    match again {
        CallAgain::Never => "성공할 수 없음: 이미 종료되었거나 새로 시작해야 합니다.",
        CallAgain::AfterCorrecting => "입력값이나 설정을 수정한 뒤.",
        CallAgain::AfterCauseGone => "호출과 무관한 외부 원인이 해소된 뒤.",
        CallAgain::Later => "변경 없이 지금 또는 나중에.",
        CallAgain::AfterResolving => "첫 호출의 결과를 확인한 뒤에만.",
    }
}

fn proof_word(proof: Proof) -> &'static str {
    match proof {
        Proof::Refused => "refused",
        Proof::WithStatus => "with_status",
        Proof::Doubtful => "doubtful",
    }
}

fn proof_meaning(proof: Proof) -> (&'static str, &'static str) {
    match proof {
        Proof::Refused => (
            "Nothing was done, whatever the HTTP status: the error is `rejected`.",
            "HTTP 상태와 관계없이 처리되지 않았습니다. 오류는 `rejected`입니다.",
        ),
        Proof::WithStatus => (
            "Nothing was done if the HTTP status is a refusal too; otherwise the outcome is unknown. Unlisted codes are treated alike.",
            "HTTP 상태도 거절인 경우에만 처리되지 않은 것으로 판단하며, 그렇지 않으면 결과를 알 수 없습니다. 목록에 없는 코드도 같습니다.",
        ),
        Proof::Doubtful => (
            "Bootpay itself does not know: the error is `outcome_unknown`. The same holds for every code with `CRITICAL` or `TIMEOUT` in its name.",
            "부트페이도 처리 결과를 알지 못합니다. 오류는 `outcome_unknown`입니다. 이름에 `CRITICAL` 또는 `TIMEOUT`이 포함된 코드는 모두 같습니다.",
        ),
    }
}

fn evidence_word(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Seen => "seen",
        Evidence::Documented => "documented",
        Evidence::ThirdParty => "third party",
        Evidence::Inferred => "inferred",
    }
}

fn evidence_meaning(evidence: Evidence) -> (&'static str, &'static str) {
    match evidence {
        Evidence::Seen => (
            "Seen in a response of Bootpay, or in the code of an official SDK.",
            "부트페이의 응답이나 공식 SDK의 코드에서 확인했습니다.",
        ),
        Evidence::Documented => ("Documented by Bootpay.", "부트페이 문서에 있습니다."),
        Evidence::ThirdParty => {
            ("Documented by third parties who use Bootpay.", "부트페이를 사용하는 제3자의 자료에 있습니다.")
        }
        Evidence::Inferred => {
            ("Inferred from its name and from similar codes.", "코드의 이름과 유사한 코드를 근거로 추정했습니다.")
        }
    }
}

fn korean_kind(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::Invalid => {
            "입력값이 규칙에 어긋납니다. 해당 필드는 `field`에 있습니다. 요청은 전송되지 않았습니다. 값을 수정하십시오."
        }
        ErrorKind::Config => {
            "클라이언트 설정이 올바르지 않거나 부트페이가 키를 인정하지 않았습니다. 처리된 것은 없습니다. 설정을 수정하기 전에는 모든 호출에서 같은 오류가 발생합니다."
        }
        ErrorKind::NotSent => {
            "연결 실패, 신뢰할 수 없는 인증서 또는 토큰 발급 실패로 요청이 전송되지 않았습니다. 처리된 것이 없으므로 다시 호출해도 안전합니다."
        }
        ErrorKind::Rejected => {
            "부트페이가 요청을 거절했습니다. 사유는 `code`에 있습니다. 처리된 것은 없습니다. `repeat`가 `safe`가 아니라면, 원인이 해소되기 전에는 다시 호출해도 같은 오류가 발생합니다."
        }
        ErrorKind::OutcomeUnknown => {
            "결과를 알 수 없습니다. 응답이 유실되었거나, 해석할 수 없거나, 응답 자체가 결과를 모른다고 알려 왔습니다. 결제·취소나 변경이 처리되었을 수도 있고 아닐 수도 있습니다. 재시도하지 말고 먼저 영수증이나 주문을 조회하십시오."
        }
        ErrorKind::UnexpectedResponse => "조회 응답을 해석할 수 없습니다. `status`와 `body`를 확인하십시오.",
        ErrorKind::Unavailable => "조회 응답이 제한 시간 안에 오지 않았거나 없었습니다. 다시 호출해도 안전합니다.",
        ErrorKind::Mismatch => {
            "결제의 `order_id`, `price`, `currency` 또는 `mode`가 가맹점의 주문과 일치하지 않습니다. 일치하지 않는 항목은 `field`, 기대한 값과 실제 값은 `expected`와 `found`, 결제 내역은 `receipt`에 있습니다. 상품을 발송하지 마십시오."
        }
        ErrorKind::WrongState => {
            "결제가 가맹점의 주문과 일치하지만 전액이 결제된 상태가 아닙니다. 상태는 `payment_status`와 `cancelled_price`, 결제 내역은 `receipt`에 있습니다. 상품을 발송하지 마십시오. 아직 결제될 수 있는 상태라면 다시 호출해도 안전하며, 종료된 결제라면 다시 호출해도 소용이 없습니다. `repeat`로 구분하십시오."
        }
    }
}
