use bootpay_macros::model;

/// Banks, by the three-digit codes of the Korea Financial Telecommunications and Clearings Institute.
///
/// Their Korean names are the short ones that Bootpay accepts as `bank_name`.
#[model(open)]
pub enum Bank {
    /// Bank of Korea.
    #[name("001", "한국은행", "한국")]
    BankOfKorea,
    /// KDB Korea Development Bank.
    #[name("002", "산업", "산업은행")]
    Kdb,
    /// IBK Industrial Bank of Korea.
    #[name("003", "기업", "기업은행")]
    Ibk,
    /// KB Kookmin Bank.
    #[name("004", "국민", "국민은행", "KB국민")]
    Kookmin,
    /// Korea Exchange Bank; merged into Hana.
    #[name("005", "외환", "외환은행")]
    KoreaExchange,
    /// Suhyup Bank.
    #[name("007", "수협", "수협은행")]
    Suhyup,
    /// Export-Import Bank of Korea.
    #[name("008", "수출입", "수출입은행")]
    Exim,
    /// NH Nonghyup Bank.
    #[name("011", "농협", "농협은행")]
    Nonghyup,
    /// Local Nonghyup.
    #[name("012", "지역농축협")]
    LocalNonghyup,
    /// Woori Bank.
    #[name("020", "우리", "우리은행")]
    Woori,
    /// SC First Bank.
    #[name("023", "SC제일", "SC은행", "SC제일은행")]
    ScFirst,
    /// Citibank Korea.
    #[name("027", "시티", "씨티", "한국씨티은행")]
    Citi,
    /// Daegu Bank, now iM Bank.
    #[name("031", "대구", "대구은행", "iM뱅크")]
    Daegu,
    /// Busan Bank.
    #[name("032", "부산", "부산은행")]
    Busan,
    /// Gwangju Bank.
    #[name("034", "광주", "광주은행")]
    Gwangju,
    /// Jeju Bank.
    #[name("035", "제주", "제주은행")]
    Jeju,
    /// Jeonbuk Bank.
    #[name("037", "전북", "전북은행")]
    Jeonbuk,
    /// Gyeongnam Bank.
    #[name("039", "경남", "경남은행")]
    Gyeongnam,
    /// MG Saemaul Geumgo.
    #[name("045", "새마을금고")]
    Saemaul,
    /// Shinhyup credit unions.
    #[name("048", "신협")]
    Shinhyup,
    /// Savings banks.
    #[name("050", "저축은행")]
    SavingsBank,
    /// Korea Post.
    #[name("071", "우체국")]
    KoreaPost,
    /// Hana Bank.
    #[name("081", "하나", "하나은행", "KEB하나은행")]
    Hana,
    /// Shinhan Bank.
    #[name("088", "신한", "신한은행")]
    Shinhan,
    /// K bank.
    #[name("089", "케이뱅크")]
    KBank,
    /// Kakao Bank.
    #[name("090", "카카오뱅크")]
    KakaoBank,
    /// Toss Bank.
    #[name("092", "토스뱅크")]
    TossBank,
}
