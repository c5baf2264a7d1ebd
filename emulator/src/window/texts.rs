//! The texts of the window's pages, in Korean and English.

use crate::domain::window::locale::Locale;
use crate::domain::window::session::Purpose;

macro_rules! texts {
    ($($name:ident $korean:literal $english:literal;)*) => {
        /// A text of the pages.
        #[derive(Clone, Copy, Debug)]
        pub(super) enum Text { $($name),* }

        impl Text {
            /// The text in a language.
            pub(super) fn in_language(self, locale: Locale) -> &'static str {
                match (self, locale) {
                    $((Self::$name, Locale::Ko) => $korean, (Self::$name, Locale::En) => $english,)*
                }
            }
        }
    };
}

texts! {
    Test "에뮬레이터의 결제창입니다. 실제로 청구되지 않습니다." "The emulator's window: no money moves.";
    Payment "결제" "Payment";
    Subscription "정기결제 수단 등록" "Register for recurring payments";
    Authentication "본인인증" "Identity verification";
    Methods "결제수단" "Payment method";
    Pay "결제하기" "Pay";
    Register "카드 등록하기" "Register card";
    Verify "인증 완료하기" "Verify";
    Issue "가상계좌 발급받기" "Issue virtual account";
    IssueAndDeposit "발급하고 바로 입금하기" "Issue and deposit now";
    Cancel "취소" "Cancel";
    Close "창 닫기" "Close window";
    Outcomes "테스트: 다른 결과 선택" "Testing: choose another outcome";
    RefuseCode "오류 코드" "Error code";
    RefusePgCode "PG사 오류 코드 (선택)" "PG's error code (optional)";
    RefuseMessage "메시지 (선택)" "Message (optional)";
    Refuse "PG사가 거절" "PG declines";
    Expire "시간 초과" "Let it expire";
    Elsewhere "다른 앱에서 진행 (polling)" "Continue in another app (polling)";
    ElsewhereOpen "앱 화면 열기" "Open the app's page";
    ElsewhereHint "쇼핑몰 페이지가 3초마다 결과를 조회합니다. 새 탭에서 결제를 완료해 주세요." "The shop's page now polls every 3 seconds. Finish in the new tab.";
    Name "이름" "Name";
    Birth "주민등록번호 앞 7자리" "Birth date and gender (7 digits)";
    Carrier "통신사" "Carrier";
    Phone "휴대폰 번호" "Mobile number";
    FirstCharge "첫 결제 금액" "First charge";
    NoCharge "지금은 청구되지 않습니다" "Nothing is charged now";
    EndedDone "완료되었습니다" "Completed";
    EndedConfirm "가맹점의 승인을 기다리고 있습니다" "Waiting for the merchant to confirm";
    EndedIssued "가상계좌가 발급되었습니다" "A virtual account was issued";
    EndedCancel "취소되었습니다" "Cancelled";
    EndedError "처리하지 못했습니다" "It did not work";
    Return "이 창은 닫아도 됩니다." "You can close this page.";
    Deposit "입금하기" "Deposit";
    DepositBy "입금 기한" "Deposit by";
    Opening "결제창을 여는 중입니다" "Opening the window";
    Unknown "결제창을 찾을 수 없습니다" "There is no such window";
}

impl Text {
    /// The heading of a window.
    pub(super) fn of(purpose: Purpose) -> Self {
        match purpose {
            Purpose::Payment => Self::Payment,
            Purpose::Subscription => Self::Subscription,
            Purpose::Authentication => Self::Authentication,
        }
    }
}
