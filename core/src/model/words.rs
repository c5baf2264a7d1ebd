use bootpay_macros::model;

/// Where a payment stands.
#[model(open)]
pub enum Status {
    /// Asked for; the buyer has not finished.
    #[name("ready", "결제대기")]
    #[code(0)]
    Ready,
    /// Paid: the money has moved.
    #[name("paid", "결제완료")]
    #[code(1)]
    Paid,
    /// The buyer is done; the server must confirm before the money moves.
    #[name("waiting_confirm", "승인대기")]
    #[code(2)]
    WaitingConfirm,
    /// The PG is approving (API v1).
    #[name("approving")]
    #[code(3)]
    Approving,
    /// Approval was asked for and is in progress.
    #[name("approval_requested")]
    #[code(4)]
    ApprovalRequested,
    /// A virtual account was issued; the buyer has not paid into it.
    #[name("virtual_account_issued", "가상계좌발급완료")]
    #[code(5)]
    VirtualAccountIssued,
    /// A billing key was issued.
    #[name("billing_key_issued", "빌링키발급완료")]
    #[code(11)]
    BillingKeyIssued,
    /// The buyer's identity was verified.
    #[name("identity_verified", "본인인증완료")]
    #[code(12)]
    IdentityVerified,
    /// Cancelled, in full or in part: `cancelled_price` tells how much.
    #[name("cancelled", "결제취소완료")]
    #[code(20)]
    Cancelled,
    /// A billing key is being prepared.
    #[name("billing_key_preparing")]
    #[code(40)]
    BillingKeyPreparing,
    /// A billing key was asked for and is not issued yet.
    #[name("billing_key_requested", "자동결제빌링키발급이전")]
    #[code(41)]
    BillingKeyRequested,
    /// A billing key was made (an internal step).
    #[name("billing_key_made")]
    #[code(42)]
    BillingKeyMade,
    /// An identity verification is being prepared.
    #[name("identity_preparing")]
    #[code(50)]
    IdentityPreparing,
    /// A cash receipt was issued.
    #[name("cash_receipt_issued")]
    #[code(60)]
    CashReceiptIssued,
    /// A cash receipt was cancelled.
    #[name("cash_receipt_cancelled")]
    #[code(61)]
    CashReceiptCancelled,
    /// Failed before approval.
    #[name("failed")]
    #[code(-1)]
    Failed,
    /// The PG refused to approve.
    #[name("approval_failed")]
    #[code(-2)]
    ApprovalFailed,
    /// A virtual account was revoked.
    #[name("virtual_account_revoked")]
    #[code(-3)]
    VirtualAccountRevoked,
    /// The request for a payment failed.
    #[name("request_failed")]
    #[code(-4)]
    RequestFailed,
    /// Expired before it was confirmed.
    #[name("expired")]
    #[code(-10)]
    Expired,
    /// A billing key was revoked.
    #[name("billing_key_revoked")]
    #[code(-11)]
    BillingKeyRevoked,
    /// Cancelling failed.
    #[name("cancel_failed")]
    #[code(-20)]
    CancelFailed,
    /// Cancelling is in progress at the PG.
    #[name("cancelling")]
    #[code(-30)]
    Cancelling,
    /// Issuing a billing key failed.
    #[name("billing_key_failed")]
    #[code(-40)]
    BillingKeyFailed,
    /// Issuing a cash receipt failed.
    #[name("cash_receipt_failed")]
    #[code(-60)]
    CashReceiptFailed,
    /// Cancelling a cash receipt failed.
    #[name("cash_receipt_cancel_failed")]
    #[code(-61)]
    CashReceiptCancelFailed,
}

/// How a payment is made.
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
    /// Naver Pay, the older word.
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
}

/// The payment gateways that Bootpay connects. Replies name a PG in Korean: `Receipt::pg`.
#[model(open)]
pub enum Pg {
    /// NICE Payments.
    #[name("nicepay", "나이스페이먼츠", "나이스페이")]
    NicePay,
    /// NHN KCP.
    #[name("kcp", "NHN KCP", "KCP")]
    Kcp,
    /// KG Inicis.
    #[name("inicis", "KG이니시스", "이니시스")]
    Inicis,
    /// Danal.
    #[name("danal", "다날")]
    Danal,
    /// Toss Payments.
    #[name("tosspayments", "토스페이먼츠")]
    TossPayments,
    /// Toss Payments, the older word.
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
    /// KICC EasyPay, the word of the mobile SDKs.
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
    /// Naver Pay, the older word.
    #[name("npay")]
    Npay,
    /// Payco; the items bought must be named.
    #[name("payco", "페이코")]
    Payco,
    /// Toss Pay.
    #[name("tosspay", "토스페이")]
    TossPay,
}
