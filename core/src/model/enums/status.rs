use bootpay_macros::model;

/// The status of a payment.
#[model(numbered)]
pub enum Status {
    /// Requested; the buyer has not finished.
    #[name("ready", "결제대기")]
    #[code(0)]
    Ready,
    /// Paid: the money has moved.
    #[name("paid", "결제완료")]
    #[code(1)]
    Paid,
    /// Waiting for confirmation: the buyer has finished, and the server must confirm before the money
    /// moves.
    #[name("waiting_confirm", "승인대기")]
    #[code(2)]
    WaitingConfirm,
    /// The PG is approving (API v1).
    #[name("approving")]
    #[code(3)]
    Approving,
    /// Approval was requested and is in progress.
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
    /// Cancelled, in full or in part: `cancelled_price` is the amount.
    #[name("cancelled", "결제취소완료")]
    #[code(20)]
    Cancelled,
    /// A billing key is being prepared.
    #[name("billing_key_preparing")]
    #[code(40)]
    BillingKeyPreparing,
    /// A billing key was requested and is not issued yet.
    #[name("billing_key_requested", "자동결제빌링키발급이전")]
    #[code(41)]
    BillingKeyRequested,
    /// A billing key was made (an internal step).
    #[name("billing_key_made")]
    #[code(42)]
    BillingKeyMade,
    /// An identity verification is being prepared.
    #[name("identity_preparing", "본인인증준비")]
    #[code(50)]
    IdentityPreparing,
    /// A cash receipt was issued.
    #[name("cash_receipt_issued", "현금영수증발행완료")]
    #[code(60)]
    CashReceiptIssued,
    /// A cash receipt was cancelled.
    #[name("cash_receipt_cancelled", "현금영수증취소완료")]
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

#[cfg(feature = "server")]
impl Status {
    /// Returns true if a payment at this status may still become paid.
    pub(crate) fn may_become_paid(&self) -> bool {
        matches!(
            self,
            Self::Ready | Self::WaitingConfirm | Self::Approving | Self::ApprovalRequested | Self::VirtualAccountIssued
        )
    }

    /// Returns true if money has moved, or moves next.
    pub(crate) fn is_of_money(&self) -> bool {
        matches!(
            self,
            Self::Paid
                | Self::WaitingConfirm
                | Self::Approving
                | Self::ApprovalRequested
                | Self::VirtualAccountIssued
                | Self::Cancelled
                | Self::CancelFailed
                | Self::Cancelling
        )
    }

    /// Returns true if a request ended in failure.
    pub(crate) fn is_failure(&self) -> bool {
        matches!(
            self,
            Self::Failed
                | Self::ApprovalFailed
                | Self::RequestFailed
                | Self::CancelFailed
                | Self::BillingKeyFailed
                | Self::CashReceiptFailed
                | Self::CashReceiptCancelFailed
        )
    }
}

/// The status of a reservation (documented for API v1; v2 was seen to respond alike).
#[cfg(feature = "server")]
#[model(numbered)]
pub enum ReserveStatus {
    /// Waiting for its time.
    #[name("pending", "예약대기")]
    #[code(0)]
    Pending,
    /// Charged; the reservation names the receipt.
    #[name("finished", "예약결제완료")]
    #[code(1)]
    Finished,
    /// Failed at its scheduled time.
    #[name("failed", "예약결제실패")]
    #[code(2)]
    Failed,
    /// Cancelled before its time.
    #[name("cancelled", "예약취소")]
    #[code(3)]
    Cancelled,
    /// Not reserved.
    #[name("not_reserved")]
    #[code(-1)]
    NotReserved,
}

/// The status of an escrow payment.
#[cfg(feature = "server")]
#[model(numbered)]
pub enum EscrowStatus {
    /// Before shipping.
    #[name("before_shipping", "배송전")]
    #[code(0)]
    BeforeShipping,
    /// Confirmed: the buyer has the goods.
    #[name("purchase_confirmed", "구매확정")]
    #[code(1)]
    PurchaseConfirmed,
    /// Preparing to ship.
    #[name("preparing", "배송준비")]
    #[code(2)]
    Preparing,
    /// Shipping has started.
    #[name("shipping_started", "배송시작")]
    #[code(3)]
    ShippingStarted,
    /// Settlement is withheld.
    #[name("settlement_withheld", "정산보류")]
    #[code(-1)]
    SettlementWithheld,
    /// Refused: the buyer sends the goods back.
    #[name("purchase_refused", "구매거절")]
    #[code(-2)]
    PurchaseRefused,
}
