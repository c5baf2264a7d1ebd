//! Refusals: Bootpay's error codes, and the emulator's own where no source documents one.

use serde_json::{Value, json};

use crate::domain::rule::Rule;
use crate::domain::samples::is_sample;

macro_rules! codes {
    ($($name:ident $text:literal $status:literal $sentence:literal;)*) => {
        /// The reason of a refusal.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Code { $($name),* }

        impl Code {
            #[cfg(test)]
            const ALL: &[Self] = &[$(Self::$name),*];

            pub(crate) fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text),* }
            }

            /// The HTTP status. Bootpay documents none: these follow the kind of the code.
            pub(crate) fn status(self) -> u16 {
                match self { $(Self::$name => $status),* }
            }

            /// The Korean sentence for the merchant, in our own words.
            pub(crate) fn sentence(self) -> &'static str {
                match self { $(Self::$name => $sentence),* }
            }
        }
    };
}

codes! {
    TokenKeyInvalid "TOKEN_KEY_INVALID" 401 "인증 정보를 확인할 수 없습니다.";
    AppKeyNotFound "APP_KEY_NOT_FOUND" 401 "등록되지 않은 application_id입니다.";
    NeedClientKey "NEED_CLIENT_KEY" 400 "client_key나 application_id가 필요합니다.";
    InvalidRequestParams "INVALID_REQUEST_PARAMS" 400 "결제창 요청에 필요한 값이 없습니다.";
    ItemId "NEED_ITEM_ID" 400 "상품에 id가 없습니다.";
    ItemName "NEED_ITEM_NAME" 400 "상품에 name이 없습니다.";
    ItemQty "NEED_ITEM_QTY" 400 "상품에 qty가 없습니다.";
    ItemPrice "NEED_ITEM_PRICE" 400 "상품에 price가 없습니다.";
    ItemsDoNotSumUp "NEED_ITEM_TOTAL_PRICE_NOT_MATCH" 400 "상품 금액의 합계가 결제 금액과 다릅니다.";
    RedirectUrlInvalid "RC_REDIRECT_URL_INVALID" 400 "redirect_url이 올바르지 않습니다.";
    CloseWindow "RC_CLOSE_WINDOW" 400 "구매자가 결제창을 닫았습니다.";
    WindowCancelled "EMULATOR_WINDOW_CANCELLED" 400 "구매자가 결제를 취소했습니다.";
    WindowExpired "EMULATOR_WINDOW_EXPIRED" 400 "결제창의 유효 시간이 지났습니다.";
    PayloadUnreadable "EMULATOR_PAYLOAD_UNREADABLE" 400 "결제창 요청을 해독할 수 없습니다.";
    AppKeyNotRest "APP_KEY_NOT_REST" 401 "REST API용 application_id가 아닙니다.";
    AppSkNotMatched "APP_SK_NOT_MATCHED" 401 "private_key가 application_id와 맞지 않습니다.";
    NotFound "RC_NOT_FOUND" 404 "해당하는 영수증이 없습니다.";
    NotConfirmReady "RC_NOT_CONFIRM_READY" 400 "지금은 승인할 수 없는 결제입니다.";
    ConfirmFailed "RC_CONFIRM_FAILED" 400 "PG사가 결제 승인을 거절했습니다.";
    ConfirmCritical "RC_CONFIRM_CRITICAL_FAILED" 500 "PG사의 승인 결과를 알 수 없습니다.";
    AlreadyCancelled "RC_ALREADY_CANCELLED" 400 "이미 전액 취소된 결제입니다.";
    CancelFailed "RC_CANCEL_SERVER_ERROR" 400 "결제를 취소하지 못했습니다.";
    CancelCritical "RC_CANCEL_CRITICAL_ERROR" 500 "PG사의 취소 결과를 알 수 없습니다.";
    PriceLeast "RC_PRICE_LEAST_LT" 400 "결제 금액이 최소 금액보다 적습니다.";
    NotSubscribe "RC_NOT_SUBSCRIBE" 400 "빌링키 발급 영수증이 아닙니다.";
    InvalidExpMonth "RC_INVALID_EXP_MONTH" 400 "카드 유효기간의 월이 올바르지 않습니다.";
    BillingKeyExpired "SUBSCRIBE_BK_EXPIRED" 400 "만료되었거나 사용할 수 없는 빌링키입니다.";
    SubscribeFailed "SUBSCRIBE_REQUEST_FAILED" 400 "빌링키를 발급하지 못했습니다.";
    PublishNotReady "SUBSCRIBE_PUBLISH_NOT_READY" 400 "빌링키 발급을 기다리는 상태가 아닙니다.";
    AccountLookupFailed "SUBSCRIBE_AT_LOOKUP_USER_FAILED" 400 "예금주를 확인하지 못했습니다.";
    DuplicateOrderId "EMULATOR_DUPLICATE_ORDER_ID" 400 "이미 결제에 사용한 order_id입니다.";
    TooManyReservations "EMULATOR_TOO_MANY_RESERVATIONS" 400 "빌링키의 예약 한도를 넘었습니다.";
    ReservationPast "EMULATOR_RESERVATION_PAST" 400 "예약 시각이 이미 지났습니다.";
    ReservationDone "EMULATOR_RESERVATION_DONE" 400 "취소할 수 없는 예약입니다.";
    PasswordToken "EMULATOR_PASSWORD_TOKEN" 400 "비밀번호 토큰을 확인할 수 없습니다.";
    NotEscrow "RC_NOT_ESCROW" 400 "에스크로 결제가 아닙니다.";
    CashReceiptFailed "RC_CASH_RECEIPT_FAILED" 400 "현금영수증을 처리하지 못했습니다.";
    AuthNeedPgMethod "AUTH_NEED_PG_METHOD" 400 "본인인증에 쓸 PG와 method가 필요합니다.";
    AuthAlreadyAuthenticated "AUTH_ALREADY_AUTHENTICATED" 400 "이미 본인인증을 마친 authentication_id입니다.";
    AuthConfirmReadyFailed "AUTH_CONFIRM_READY_FAILED" 400 "입력한 정보로 본인인증을 시작할 수 없습니다.";
    AuthNotReady "AUTH_NOT_READY" 400 "본인인증을 기다리는 상태가 아닙니다.";
    AuthExpired "AUTH_EXPIRED" 400 "본인인증의 유효 시간이 지났습니다.";
    AuthNotConfirmed "AUTH_NOT_CONFIRMED" 400 "본인인증이 아직 끝나지 않았습니다.";
    AppClientKeyNotFound "APP_CLIENT_KEY_NOT_FOUND" 401 "등록되지 않은 client_key입니다.";
    WrongOtp "EMULATOR_WRONG_OTP" 400 "인증번호가 맞지 않습니다.";
    EscrowDecided "EMULATOR_ESCROW_DECIDED" 400 "구매자가 이미 결정한 에스크로 결제입니다.";
    RequestFailed "RC_REQUEST_FAILED" 400 "PG사가 결제 요청을 거절했습니다.";
    MethodNotActive "EMULATOR_METHOD_NOT_ACTIVE" 400 "결제수단이 사용 허가가 되지 않았거나 활성화되지 않았습니다.";
    PgSettingsMissing "EMULATOR_PG_SETTINGS_MISSING" 400 "실결제에 필요한 PG 설정값이 없습니다.";
    IpNotAllowed "EMULATOR_IP_NOT_ALLOWED" 401 "접근이 허용되지 않은 IP입니다.";
    OriginNotAllowed "EMULATOR_ORIGIN_NOT_ALLOWED" 403 "결제창을 열 수 있도록 등록된 출처가 아닙니다.";
    SecretExposed "EMULATOR_SECRET_EXPOSED" 400 "서버용 비밀 키가 결제창 요청에 들어 있습니다.";
    Webhook "EMULATOR_WEBHOOK" 400 "웹훅을 보낼 수 없습니다.";
    SellerNotFound "EMULATOR_SELLER_NOT_FOUND" 404 "해당하는 판매자나 프로젝트가 없습니다.";
    DuplicatePrimaryKey "EMULATOR_DUPLICATE_PRIMARY_KEY" 400 "이미 사용한 primary_key입니다.";
    DuplicateCancelId "EMULATOR_DUPLICATE_CANCEL_ID" 400 "이미 사용한 cancel_id입니다.";
    NoSuchEndpoint "EMULATOR_NO_SUCH_ENDPOINT" 404 "지원하지 않는 주소입니다.";
    WrongMethod "EMULATOR_WRONG_METHOD" 405 "이 주소에서 지원하지 않는 HTTP 메서드입니다.";
    ParameterMissing "EMULATOR_PARAMETER_MISSING" 400 "필수 파라미터가 없습니다.";
    ParameterUnreadable "EMULATOR_PARAMETER_UNREADABLE" 400 "파라미터 형식이 올바르지 않습니다.";
    BodyUnreadable "EMULATOR_BODY_UNREADABLE" 400 "요청 본문을 읽을 수 없습니다.";
    Strict "EMULATOR_STRICT" 400 "엄격 모드에서 허용하지 않는 요청입니다.";
    Control "EMULATOR_CONTROL" 400 "에뮬레이터 제어 요청이 올바르지 않습니다.";
    ForeignHost "EMULATOR_FOREIGN_HOST" 403 "에뮬레이터 제어 요청은 루프백 주소로만 보낼 수 있습니다.";
    ForeignOrigin "EMULATOR_FOREIGN_ORIGIN" 403 "다른 출처의 웹 페이지에서 보낼 수 없는 요청입니다.";
    StaleForm "EMULATOR_STALE_FORM" 409 "오래된 페이지에서 보낸 요청이어서 처리하지 않았습니다. 이 페이지에서 다시 보내십시오.";
    NotJson "EMULATOR_NOT_JSON" 415 "에뮬레이터 제어 요청의 Content-Type은 application/json이어야 합니다.";
    ControlNotFound "EMULATOR_NOT_FOUND" 404 "에뮬레이터에 없는 대상입니다.";
    Broken "EMULATOR_BROKEN" 500 "에뮬레이터 내부 오류입니다.";
}

/// A refused request: an error code and the emulator's observation.
#[derive(Clone, Debug)]
pub(crate) struct Refusal {
    pub(crate) code: Code,
    /// The PG's own code, where it is the PG that refuses.
    pg_code: Option<&'static str>,
    /// The path of the field that was refused; empty where it is none.
    field: String,
    /// The rule that was broken, where it is one that a person meets.
    rule: Option<Box<Rule>>,
    saw: String,
}

impl Refusal {
    pub(crate) fn status(&self) -> u16 {
        self.code.status()
    }

    /// The emulator's observation, in a sentence.
    pub(crate) fn saw(&self) -> &str {
        &self.saw
    }

    /// The path of the field that was refused: `notifications.webhook.url`. Empty where it is none.
    pub(crate) fn field(&self) -> &str {
        &self.field
    }

    /// The rule that was broken.
    pub(crate) fn rule(&self) -> Option<&Rule> {
        self.rule.as_deref()
    }

    /// The refusal of an application id that no `owner` has.
    pub(crate) fn of_application_id(id: &str, owner: &'static str) -> Self {
        if is_sample(id) {
            return Code::AppKeyNotFound.by(Rule::SampleApplicationId { owner });
        }
        Code::AppKeyNotFound.because(format!("no {owner} has this application_id"))
    }

    /// Returns whether a client sent the sample of a public manual in place of its own id.
    pub(crate) fn is_of_sample(&self) -> bool {
        matches!(self.rule(), Some(Rule::SampleApplicationId { .. }))
    }

    /// Names the field that was refused.
    pub(crate) fn about(self, field: &str) -> Self {
        Self { field: field.to_owned(), ..self }
    }

    /// Adds the PG's own code.
    pub(crate) fn with_pg_code(self, code: &'static str) -> Self {
        Self { pg_code: Some(code), ..self }
    }

    /// The PG's own code.
    pub(crate) fn pg_code(&self) -> Option<&'static str> {
        self.pg_code
    }

    /// The Korean sentence, and the observation in brackets.
    pub(crate) fn message(&self) -> String {
        format!("{} [emulator: {}]", self.code.sentence(), self.saw)
    }

    /// The response body in Bootpay's shape: these two keys, the PG's code where there is one, and no others.
    pub(crate) fn json(&self) -> Value {
        let mut body = json!({ "error_code": self.code.as_str(), "message": self.message() });
        if let Some(code) = self.pg_code {
            body["pg_error_code"] = code.into();
        }
        body
    }
}

impl Code {
    /// A refusal with this code; `saw` states the value found and the value needed.
    pub(crate) fn because(self, saw: impl Into<String>) -> Refusal {
        Refusal { code: self, pg_code: None, field: String::new(), rule: None, saw: saw.into() }
    }

    /// A refusal by a rule whose sentence stands alone.
    pub(crate) fn by(self, rule: Rule) -> Refusal {
        let saw = rule.english();
        self.by_rule(Box::new(rule), saw)
    }

    /// A refusal by a rule, in these words.
    pub(crate) fn by_rule(self, rule: Box<Rule>, saw: String) -> Refusal {
        Refusal { rule: Some(rule), ..self.because(saw) }
    }

    /// A refusal of a field, by a rule whose sentence goes on from the field's name.
    pub(crate) fn at(self, field: &str, rule: Rule) -> Refusal {
        let saw = format!("{field} {}", rule.english());
        self.by_rule(Box::new(rule), saw).about(field)
    }
}

impl From<serde_json::Error> for Refusal {
    fn from(error: serde_json::Error) -> Self {
        Code::Broken.because(error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readme_names_every_code() {
        let readme = include_str!("../../README.md");
        let missing: Vec<_> =
            Code::ALL.iter().map(|code| code.as_str()).filter(|code| !readme.contains(&format!("`{code}`"))).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}
