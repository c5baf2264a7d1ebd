use bootpay_macros::model;

/// The payment gateways that Bootpay connects. Responses name a PG in Korean: `Receipt::pg`.
#[model(open)]
pub enum Pg {
    /// NICE Payments.
    #[name("nicepay", "나이스페이먼츠", "나이스페이")]
    NicePay,
    /// NHN KCP.
    #[name("kcp", "KCP", "NHN KCP")]
    Kcp,
    /// KG Inicis.
    #[name("inicis", "이니시스", "KG이니시스")]
    Inicis,
    /// Danal.
    #[name("danal", "다날")]
    Danal,
    /// Toss Payments.
    #[name("tosspayments", "토스페이먼츠")]
    TossPayments,
    /// Toss Payments, the older symbol.
    #[name("toss", "토스")]
    Toss,
    /// KG Mobilians.
    #[name("mobilians", "KG모빌리언스", "모빌리언스")]
    Mobilians,
    /// PayApp; approves at once, without a confirmation by the server.
    #[name("payapp", "페이앱")]
    PayApp,
    /// Payletter; approves at once, without a confirmation by the server.
    #[name("payletter", "페이레터")]
    Payletter,
    /// Welcome Payments.
    #[name("welcome", "웰컴페이먼츠")]
    Welcome,
    /// KICC EasyPay.
    #[name("kicc", "이지페이")]
    Kicc,
    /// KICC EasyPay, the symbol of the mobile SDKs.
    #[name("easypay")]
    EasyPay,
    /// SettleBank (Hecto Financial).
    #[name("settlebank", "세틀뱅크")]
    SettleBank,
    /// UDPay.
    #[name("udpay", "유디페이")]
    UdPay,
    /// tPay.
    #[name("tpay", "tPay")]
    TPay,
    /// tPay, by the name of its company.
    #[name("jtnet")]
    JtNet,
    /// LG U+, now Toss Payments.
    #[name("lgup", "LGU+")]
    Lgup,
    /// Lightpay.
    #[name("lightpay", "라이트페이")]
    LightPay,
    /// Kiwoom Pay (spelling unverified); no confirmation by the server.
    #[name("kiwoompay", "키움페이")]
    KiwoomPay,
    /// Kakao Pay.
    #[name("kakao", "카카오페이")]
    KakaoPay,
    /// Naver Pay.
    #[name("naverpay", "네이버페이")]
    NaverPay,
    /// Naver Pay, the older symbol.
    #[name("npay")]
    Npay,
    /// Payco; requires the items bought.
    #[name("payco", "페이코")]
    Payco,
    /// Toss Pay.
    #[name("tosspay", "토스페이")]
    TossPay,
}
