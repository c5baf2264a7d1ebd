//! Billing keys.

super::codes! { BillingKey:
    RC_NOT_SUBSCRIBE { Merchant AfterCorrecting Refused Seen BillingKey
        english
            "The receipt is not of a request for a billing key."
            "Pass the receipt_id of the billing key request, not that of a payment."
        korean
            "빌링키 발급을 요청한 영수증이 아닙니다."
            "일반 결제가 아니라 빌링키 발급을 요청했을 때의 receipt_id를 사용하십시오."
    }
    RC_INVALID_EXP_MONTH { Buyer AfterCorrecting Refused Seen BillingKey
        english
            "The card's expiry month is invalid."
            "Send the month as two digits, 01 to 12, separate from the year; ask the buyer to check the card's expiry date."
        korean
            "카드 유효기간의 월이 올바르지 않습니다."
            "월은 01부터 12까지 두 자리로 연도와 분리해 전송하고, 구매자에게 카드 유효기간을 다시 확인하도록 안내하십시오."
    }
    SUBSCRIBE_BK_EXPIRED { Merchant Never Refused Seen BillingKey
        english
            "The billing key is expired, deleted or unknown."
            "Stop charging it, and have the buyer register a card or account again to get a new key."
        korean
            "만료되었거나 삭제되었거나 존재하지 않는 빌링키입니다."
            "이 빌링키로 청구를 중단하고, 구매자가 카드나 계좌를 다시 등록해 새 빌링키를 발급받도록 안내하십시오."
    }
    SUBSCRIBE_REQUEST_FAILED { Unknown AfterCauseGone Refused Documented BillingKey
        english
            "The billing key was not issued: the buyer has not given consent by phone or app yet, or the PG declined."
            "For an account, call again after the buyer has given consent; for a card, read pg_error_code and have the buyer check the card or use another."
        korean
            "빌링키를 발급하지 못했습니다. 구매자가 아직 ARS나 앱에서 출금에 동의하지 않았거나 PG사가 거절했습니다."
            "계좌라면 구매자가 동의를 마친 뒤 다시 요청하십시오. 카드라면 pg_error_code를 확인하고, 구매자에게 카드 정보를 확인하거나 다른 카드를 사용하도록 안내하십시오."
    }
    SUBSCRIBE_PUBLISH_NOT_READY { Merchant Never Refused Seen BillingKey
        english
            "The receipt is not waiting for a billing key: the key was already issued, or it is a different receipt."
            "Look up the billing key by the receipt; if there is none, start again with a new request."
        korean
            "빌링키 발급을 기다리는 영수증이 아닙니다. 이미 발급되었거나 다른 receipt_id입니다."
            "receipt_id로 빌링키를 조회하고, 없으면 발급을 새로 요청하십시오."
    }
    SUBSCRIBE_PUBLISH_FAILED { Pg AfterCauseGone WithStatus Inferred BillingKey
        english
            "The billing key was not issued."
            "First look up the billing key by the receipt; if there is none, read pg_error_code and the message, and start again with a new request."
        korean
            "빌링키를 발급하지 못했습니다."
            "먼저 receipt_id로 빌링키를 조회하고, 없으면 pg_error_code와 메시지를 확인한 뒤 발급을 새로 요청하십시오."
    }
    SUBSCRIBE_AT_LOOKUP_USER_FAILED { Buyer AfterCorrecting Refused Seen BillingKey
        english
            "The bank did not confirm the account holder: name, account number, bank and identity number do not match."
            "Ask the buyer to check name, bank, account number, and date of birth or business number."
        korean
            "예금주를 확인하지 못했습니다. 이름, 계좌번호, 은행, 식별번호가 서로 맞지 않습니다."
            "구매자에게 이름, 은행, 계좌번호, 생년월일 또는 사업자등록번호를 확인하도록 안내하십시오."
    }
}
