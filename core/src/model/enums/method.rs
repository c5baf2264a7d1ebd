use bootpay_macros::model;

/// Payment methods.
#[model(open)]
pub enum Method {
    /// Card.
    #[name("card", "카드")]
    Card,
    /// Phone bill; can be cancelled only within the month of the payment.
    #[name("phone", "휴대폰")]
    Phone,
    /// Bank transfer.
    #[name("bank", "계좌이체")]
    Bank,
    /// Virtual account: issued first, paid into later.
    #[name("vbank", "가상계좌")]
    VirtualAccount,
    /// Identity verification.
    #[name("auth", "본인인증")]
    Identity,
    /// Card billing key, issued in the payment window.
    #[name("card_rebill", "카드자동")]
    CardRebill,
    /// Card billing key, issued over REST.
    #[name("card_rebill_rest", "카드정기결제")]
    CardRebillRest,
    /// Phone billed every month.
    #[name("phone_rebill")]
    PhoneRebill,
    /// Account auto-debit.
    #[name("automatic_transfer", "계좌자동이체")]
    AutomaticTransfer,
    /// Account auto-debit, over REST.
    #[name("automatic_transfer_rest")]
    AutomaticTransferRest,
    /// A card kept in Bootpay's easy payment.
    #[name("easy_card", "카드간편")]
    EasyCard,
    /// An account kept in Bootpay's easy payment.
    #[name("easy_bank", "간편계좌")]
    EasyBank,
    /// Easy payment of a PG.
    #[name("easy", "간편결제", "간편")]
    Easy,
    /// Naver Pay.
    #[name("naverpay", "네이버페이(결제형)", "네이버페이")]
    NaverPay,
    /// Naver Pay, the older symbol.
    #[name("npay")]
    Npay,
    /// Kakao Pay.
    #[name("kakao", "카카오페이", "카카오")]
    KakaoPay,
    /// Payco.
    #[name("payco", "페이코")]
    Payco,
    /// Toss Pay.
    #[name("toss", "토스")]
    Toss,
    /// Cash receipt issued by itself, without a payment.
    #[name("cash_receipt", "현금영수증")]
    CashReceipt,
}
