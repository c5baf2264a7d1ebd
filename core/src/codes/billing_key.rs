//! Billing keys.

super::codes! { BillingKey:
    RC_NOT_SUBSCRIBE { Merchant AfterCorrecting Refused Seen
        english
            "The receipt is not one by which a billing key was asked for."
            "Pass the receipt_id of the request for the billing key, not that of a payment."
        korean
            "빌링키 발급을 요청한 영수증이 아닙니다."
            "일반 결제가 아니라 빌링키 발급을 요청했을 때의 receipt_id를 사용하십시오."
    }
    RC_INVALID_EXP_MONTH { Buyer AfterCorrecting Refused Seen
        english
            "The card's month of expiry is not one."
            "Send the month as two digits, 01 to 12, and the year apart from it; ask the buyer to read the card again."
        korean
            "카드 유효기간의 월이 올바르지 않습니다."
            "월을 01부터 12까지 두 자리로, 연도와 나누어 보내고, 구매자에게 카드의 유효기간을 다시 확인하도록 안내하십시오."
    }
    SUBSCRIBE_BK_EXPIRED { Merchant Never Refused Seen
        english
            "The billing key is expired, deleted or unknown."
            "Stop charging it, and let the buyer register a card or account again for a new key."
        korean
            "만료되었거나 삭제되었거나 존재하지 않는 빌링키입니다."
            "이 빌링키로 더 청구하지 말고, 구매자가 카드나 계좌를 다시 등록해 새 빌링키를 발급받도록 안내하십시오."
    }
    SUBSCRIBE_REQUEST_FAILED { Unknown AfterCauseGone Refused Documented
        english
            "The billing key could not be issued: the buyer has not given consent by phone or app yet, or the PG refused."
            "With an account, ask again once the buyer has given consent; with a card, read pg_error_code and let the buyer check it or take another."
        korean
            "빌링키를 발급하지 못했습니다. 구매자가 아직 ARS나 앱에서 출금에 동의하지 않았거나 PG사가 거절했습니다."
            "계좌라면 구매자가 동의를 마친 뒤 다시 요청하고, 카드라면 pg_error_code를 확인한 뒤 구매자가 카드 정보를 확인하거나 다른 카드를 쓰도록 안내하십시오."
    }
    SUBSCRIBE_PUBLISH_NOT_READY { Merchant Never Refused Seen
        english
            "The receipt does not wait for a billing key: the key was issued already, or the receipt is another one."
            "Look the billing key up by the receipt; if there is none, begin again with a new request."
        korean
            "빌링키 발급을 기다리는 영수증이 아닙니다. 이미 발급되었거나 다른 receipt_id입니다."
            "receipt_id로 빌링키를 조회하고, 빌링키가 없다면 새로 발급을 요청하십시오."
    }
    SUBSCRIBE_PUBLISH_FAILED { Pg AfterCauseGone WithStatus Inferred
        english
            "The billing key could not be issued."
            "Look the billing key up by the receipt first; if there is none, read pg_error_code and the message, and begin again with a new request."
        korean
            "빌링키를 발급하지 못했습니다."
            "먼저 receipt_id로 빌링키를 조회하고, 없다면 pg_error_code와 메시지를 확인한 뒤 새로 발급을 요청하십시오."
    }
    SUBSCRIBE_AT_LOOKUP_USER_FAILED { Buyer AfterCorrecting Refused Seen
        english
            "The bank does not confirm the holder of the account: name, account number, bank or identity number do not agree."
            "Ask the buyer to check name, bank, account number and birth date or business number."
        korean
            "예금주를 확인하지 못했습니다. 이름, 계좌번호, 은행, 식별번호가 서로 맞지 않습니다."
            "구매자에게 이름, 은행, 계좌번호, 생년월일 또는 사업자등록번호를 확인하도록 안내하십시오."
    }
}
