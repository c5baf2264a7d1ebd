//! Every error code and every kind of error, in English and Korean.

use bootpay_core::{
    describe::{Described, Evidence, KnownCode, Proof, Shape, Variant, error_codes},
    model::{CallAgain, ErrorCategory, ErrorKind, Fault},
};

pub(crate) fn page() -> String {
    format!("{HEAD}\n{}\n{}\n{}", legend(), codes(), kinds())
}

const HEAD: &str = "\
<!-- Generated from core by `make generate`: change core/src/codes/ or core/src/model/failure.rs. -->

# Errors · 오류

Every error code of Bootpay's that this version knows. An error carries the same in every language: `code` as Bootpay sent it, `pg_error_code` as the PG sent it, and `explanation` with the category, the fault, when to call again, and the texts below. A code that is not here, and every code of a PG's, is passed on as it is, without an explanation. In Rust, `Explanation::of(code)` looks one up. Whether the failed call may be repeated is not told by the code alone: go by the error's `kind` and `repeat` ([below](#kinds-of-errors--오류의-종류)).

이 버전이 아는 부트페이 오류 코드의 전체 목록입니다. 오류에는 모든 언어에서 같은 내용이 담깁니다. `code`는 부트페이가 보낸 그대로, `pg_error_code`는 PG사가 보낸 그대로이며, `explanation`에는 분류, 책임, 다시 호출할 시점과 아래의 문구가 있습니다. 여기에 없는 코드와 PG사의 코드는 설명 없이 그대로 전달합니다. Rust에서는 `Explanation::of(code)`로 찾을 수 있습니다. 실패한 호출을 반복해도 되는지는 코드만으로 정해지지 않으므로 오류의 `kind`와 `repeat`를 따르십시오([아래](#kinds-of-errors--오류의-종류)).
";

/// What the words in the tables mean.
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
        "## Words · 용어\n\n{}\n{}\n{}\n{}",
        words("Fault · 책임", "`fault`: who can remove the cause. 원인을 해결할 수 있는 쪽입니다.", faults),
        words(
            "Call again · 다시 호출",
            "`call_again`: whether and when the same call can succeed. 같은 호출이 언제 성공할 수 있는지입니다.",
            again
        ),
        words(
            "Proof · 증명",
            "What the code says of a call that moves money. 돈을 움직이는 호출에 대해 코드가 말해 주는 것입니다.",
            proofs
        ),
        words("Source · 근거", "How the meaning is known. 코드의 뜻을 알게 된 근거입니다.", evidence),
    )
}

fn words<'a>(title: &str, intro: &str, rows: impl IntoIterator<Item = (&'a str, String, &'a str)>) -> String {
    let rows: String = rows.into_iter().map(|(word, english, korean)| row(&[&code(word), &english, korean])).collect();
    format!("### {title}\n\n{intro}\n\n{}{rows}", head(&["Word", "English", "한국어"]))
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
        "## Codes · 코드\n\n{count} codes. In each cell: what happened, then what to do. 칸마다 무슨 일이 있었는지, 그다음 무엇을 해야 하는지를 적었습니다.\n{sections}"
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

fn kinds() -> String {
    let rows: String = ErrorKind::KNOWN
        .iter()
        .map(|kind| row(&[&code(kind.symbol()), &english::<ErrorKind>(kind.symbol()), korean_kind(*kind)]))
        .collect();
    format!(
        "## Kinds of errors · 오류의 종류\n\nThe `kind` of an error says what to do about the call, whatever the code. 오류의 `kind`는 코드와 상관없이 호출을 어떻게 처리해야 하는지 알려 줍니다.\n\n{}{rows}",
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

/// What core's documentation says of a word of an enum.
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
        Fault::Buyer => "구매자: 입력한 값, 또는 아직 하지 않은 일.",
        Fault::Pg => "거절한 PG사, 카드사 또는 은행.",
        Fault::Nobody => "누구의 잘못도 아닙니다. 상태가 호출이 예상한 것과 다를 뿐입니다.",
        Fault::Unknown => "코드만으로는 알 수 없습니다.",
    }
}

fn korean_call_again(again: CallAgain) -> &'static str {
    match again {
        CallAgain::Never => "성공할 수 없습니다. 이미 끝난 일이거나 새로 시작해야 합니다.",
        CallAgain::AfterCorrecting => "보낸 값이나 설정을 고친 뒤.",
        CallAgain::AfterCauseGone => "호출 밖에 있는 원인이 사라진 뒤.",
        CallAgain::Later => "그대로 다시, 지금 또는 나중에.",
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
            "HTTP 상태와 상관없이 아무 일도 일어나지 않았습니다. 오류는 `rejected`입니다.",
        ),
        Proof::WithStatus => (
            "Nothing was done if the HTTP status says so too; otherwise the outcome is unknown. So are codes that are not listed.",
            "HTTP 상태도 거절일 때만 아무 일도 일어나지 않은 것이며, 그렇지 않으면 결과를 알 수 없습니다. 목록에 없는 코드도 이와 같습니다.",
        ),
        Proof::Doubtful => (
            "Bootpay itself does not know: the error is `outcome_unknown`. So is every code with `CRITICAL` or `TIMEOUT` in its name.",
            "부트페이도 결과를 모릅니다. 오류는 `outcome_unknown`입니다. 이름에 `CRITICAL` 또는 `TIMEOUT`이 있는 코드는 모두 이와 같습니다.",
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
            "Seen in an answer of Bootpay's, or in the code of an official SDK.",
            "부트페이의 응답이나 공식 SDK의 코드에서 확인했습니다.",
        ),
        Evidence::Documented => ("Told in Bootpay's documents.", "부트페이 문서에 나옵니다."),
        Evidence::ThirdParty => ("Told by others who use Bootpay.", "부트페이를 쓰는 제삼자의 자료에 나옵니다."),
        Evidence::Inferred => {
            ("Taken from its name and from codes like it.", "이름과 비슷한 코드로 미루어 보았습니다.")
        }
    }
}

fn korean_kind(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::Invalid => {
            "전달한 값이 규칙에 어긋나며, `field`에 그 이름이 있습니다. 아무것도 보내지 않았습니다. 값을 고치십시오."
        }
        ErrorKind::Config => {
            "설정대로는 클라이언트가 동작할 수 없습니다. 아무것도 보내지 않았습니다. 설정을 고치십시오."
        }
        ErrorKind::NotSent => {
            "연결하지 못했거나, 인증서를 신뢰할 수 없거나, 토큰이 없어 요청이 나가지 않았습니다. 아무 일도 일어나지 않았으므로 다시 호출해도 안전합니다."
        }
        ErrorKind::Rejected => {
            "부트페이가 거절했으며, 이유는 `code`에 있습니다. 아무 일도 일어나지 않았습니다. 원인이 사라지기 전에는 다시 호출해도 결과가 같습니다."
        }
        ErrorKind::OutcomeUnknown => {
            "응답을 잃었거나, 읽을 수 없거나, 응답이 스스로 모른다고 하여 돈이 움직였는지 알 수 없습니다. 호출을 반복하지 말고 먼저 영수증이나 주문으로 확인하십시오."
        }
        ErrorKind::UnexpectedResponse => {
            "조회에 대한 부트페이의 응답을 이해할 수 없습니다. `status`와 `body`를 확인하십시오."
        }
        ErrorKind::Unavailable => "조회에 대한 응답이 제때 오지 않았거나 아예 없었습니다. 다시 호출해도 안전합니다.",
        ErrorKind::Mismatch => "판매한 내용과 다른 결제이며, 다른 항목이 `field`에 있습니다. 배송하지 마십시오.",
    }
}
