use bootpay_macros::model;

/// Card companies, by the two-digit codes of NICE, which the payment window's options use.
///
/// A receipt's `card_company_code` is the PG's own and need not be one of these.
#[model(open)]
pub enum CardCompany {
    /// BC Card.
    #[name("01", "BC", "BC카드", "비씨")]
    Bc,
    /// KB Kookmin Card.
    #[name("02", "국민", "KB국민", "국민카드", "KB국민카드")]
    Kookmin,
    /// Hana Card; formerly KEB.
    #[name("03", "하나", "하나카드")]
    HanaKeb,
    /// Samsung Card.
    #[name("04", "삼성", "삼성카드")]
    Samsung,
    /// Shinhan Card.
    #[name("06", "신한", "신한카드")]
    Shinhan,
    /// Hyundai Card.
    #[name("07", "현대", "현대카드")]
    Hyundai,
    /// Lotte Card.
    #[name("08", "롯데", "롯데카드")]
    Lotte,
    /// Citi Card.
    #[name("11", "시티", "씨티", "씨티카드")]
    Citi,
    /// NH Nonghyup Card.
    #[name("12", "농협", "NH농협", "농협카드")]
    Nonghyup,
    /// Suhyup Card.
    #[name("13", "수협")]
    Suhyup,
    /// Shinhyup Card.
    #[name("14", "신협")]
    Shinhyup,
    /// Woori Card.
    #[name("15", "우리", "우리카드")]
    Woori,
    /// Hana SK Card; now Hana.
    #[name("16", "하나SK")]
    HanaSk,
    /// Gwangju Card.
    #[name("21", "광주")]
    Gwangju,
    /// Jeonbuk Card.
    #[name("22", "전북")]
    Jeonbuk,
    /// Jeju Card.
    #[name("23", "제주")]
    Jeju,
    /// KDB Capital.
    #[name("24", "산은캐피탈")]
    KdbCapital,
    /// Visa issued abroad.
    #[name("25", "VISA", "비자")]
    VisaForeign,
    /// Mastercard issued abroad.
    #[name("26", "마스터")]
    MasterForeign,
    /// Diners Club.
    #[name("27", "다이너스")]
    Diners,
    /// American Express.
    #[name("28", "AMX")]
    Amex,
    /// JCB.
    #[name("29", "JCB")]
    Jcb,
    /// SK OK Cashbag.
    #[name("31", "OK캐쉬백")]
    OkCashbag,
    /// Korea Post.
    #[name("32", "우체국")]
    KoreaPost,
    /// Savings banks.
    #[name("33", "저축은행")]
    SavingsBank,
    /// UnionPay.
    #[name("34", "은련")]
    UnionPay,
    /// MG Saemaul Geumgo.
    #[name("35", "새마을금고")]
    Saemaul,
    /// KDB Korea Development Bank.
    #[name("36", "산업")]
    Kdb,
    /// Kakao Bank.
    #[name("37", "카카오뱅크")]
    KakaoBank,
    /// K bank.
    #[name("38", "케이뱅크")]
    KBank,
    /// Payco points.
    #[name("39", "페이코", "페이코포인트")]
    PaycoPoint,
    /// Kakao money.
    #[name("40", "카카오머니")]
    KakaoMoney,
    /// SSG money.
    #[name("41", "SSG머니")]
    SsgMoney,
    /// Naver points.
    #[name("42", "네이버포인트")]
    NaverPoint,
}
