//! Names of PGs, methods and statuses, as receipts show them.

/// A PG: its symbol and the names it goes by; the first name is the one on receipts.
pub(crate) struct Pg {
    pub(crate) symbol: &'static str,
    names: &'static [&'static str],
    /// Whether the shop's server may approve a payment after the window.
    pub(crate) separate_approval: bool,
}

impl Pg {
    pub(crate) fn name(&self) -> &'static str {
        self.names[0]
    }
}

const fn pg(symbol: &'static str, names: &'static [&'static str]) -> Pg {
    Pg { symbol, names, separate_approval: true }
}

const fn immediate(symbol: &'static str, names: &'static [&'static str]) -> Pg {
    Pg { symbol, names, separate_approval: false }
}

static PGS: &[Pg] = &[
    pg("nicepay", &["나이스페이먼츠", "나이스페이"]),
    pg("kcp", &["NHN KCP"]),
    pg("inicis", &["KG이니시스"]),
    pg("danal", &["다날"]),
    pg("tosspayments", &["토스페이먼츠"]),
    pg("toss", &["토스"]),
    pg("mobilians", &["KG모빌리언스"]),
    immediate("payapp", &["페이앱"]),
    immediate("payletter", &["페이레터"]),
    pg("welcome", &["웰컴페이먼츠"]),
    pg("kicc", &["이지페이"]),
    pg("settlebank", &["세틀뱅크"]),
    pg("lightpay", &["라이트페이"]),
    immediate("kiwoompay", &["키움페이"]),
    pg("kakao", &["카카오페이"]),
    pg("naverpay", &["네이버페이"]),
    pg("payco", &["페이코"]),
    pg("tosspay", &["토스페이"]),
];

/// Finds a PG by its symbol or one of its Korean names.
pub(crate) fn find_pg(name: &str) -> Option<&'static Pg> {
    PGS.iter().find(|pg| pg.symbol == name || pg.names.contains(&name))
}

/// The symbols of all PGs, for explanations.
pub(crate) fn pg_symbols() -> String {
    PGS.iter().map(|pg| pg.symbol).collect::<Vec<_>>().join(", ")
}

/// What a paid receipt tells about how it was paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Details {
    Card,
    Bank,
    Vbank,
    Phone,
    Naver,
    Kakao,
    Payco,
    Toss,
}

/// A way to pay.
pub(crate) struct Method {
    pub(crate) symbol: &'static str,
    pub(crate) name: &'static str,
    pub(crate) details: Details,
    /// What a receipt calls the method that was really used, where it differs.
    pub(crate) used: Option<&'static str>,
}

const fn method(symbol: &'static str, name: &'static str, details: Details) -> Method {
    Method { symbol, name, details, used: None }
}

static METHODS: &[Method] = &[
    method("card", "카드", Details::Card),
    method("bank", "계좌이체", Details::Bank),
    method("vbank", "가상계좌", Details::Vbank),
    method("phone", "휴대폰", Details::Phone),
    method("naverpay", "네이버페이(결제형)", Details::Naver),
    method("npay", "네이버페이(결제형)", Details::Naver),
    method("kakao", "카카오", Details::Kakao),
    method("payco", "페이코", Details::Payco),
    method("toss", "토스", Details::Toss),
    Method { symbol: "card_rebill", name: "카드자동", details: Details::Card, used: Some("card") },
    Method { symbol: "card_rebill_rest", name: "카드자동", details: Details::Card, used: Some("card") },
    Method {
        symbol: "automatic_transfer_rest", name: "계좌자동이체", details: Details::Bank, used: Some("bank")
    },
];

/// Finds a method by its symbol or its Korean name.
pub(crate) fn find_method(name: &str) -> Option<&'static Method> {
    METHODS.iter().find(|method| method.symbol == name || method.name == name)
}

/// The symbols of all methods, for explanations.
pub(crate) fn method_symbols() -> String {
    METHODS.iter().map(|method| method.symbol).collect::<Vec<_>>().join(", ")
}

/// The Korean words beside a status.
pub(crate) fn status_locale(status: i64) -> &'static str {
    match status {
        0 => "결제대기",
        1 => "결제완료",
        2 => "입금/승인대기",
        5 => "가상계좌발급완료",
        20 => "결제취소완료",
        -2 => "결제승인실패",
        -10 => "결제만료",
        _ => "알수없음",
    }
}
