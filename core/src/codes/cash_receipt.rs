//! Cash receipts.

super::codes! { CashReceipt:
    RC_CASH_RECEIPT_FAILED { Pg AfterCauseGone Refused Seen CashReceipt
        english
            "The PG declined the cash receipt, or the merchant has no merchant id for cash receipts at the PG."
            "Check in Bootpay's console that the PG is configured for cash receipts; then check the identity number and the amount."
        korean
            "PG사가 현금영수증을 거절했거나, PG사에 현금영수증용 가맹점 ID가 설정되어 있지 않습니다."
            "부트페이 관리자에서 PG사의 현금영수증 설정을 확인한 다음, 식별번호와 금액을 확인하십시오."
    }
}
