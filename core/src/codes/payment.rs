//! Payments: requested, looked up and confirmed.

super::codes! { Payment:
    RC_NOT_FOUND { Merchant AfterCorrecting Refused Seen Any
        english
            "The payment or request does not exist, or it belongs to a project other than that of the keys."
            "Check the receipt_id or order_id, and that the keys belong to the project in which it was created."
        korean
            "결제 또는 요청을 찾을 수 없습니다. 존재하지 않거나, 사용한 키와 다른 프로젝트에 속합니다."
            "receipt_id 또는 order_id를 확인하고, 해당 결제나 요청을 생성한 프로젝트의 키를 사용하고 있는지 확인하십시오."
    }
    RC_NOT_CONFIRM_READY { Merchant AfterCauseGone Refused Seen Confirm
        english
            "The payment is not waiting for confirmation: it is already confirmed, cancelled or expired, or the buyer has not finished in the window."
            "Look up the payment and act on its status; if it expired, have the buyer pay again. Confirmation by the server needs separately_confirmed in the window's request."
        korean
            "승인 대기 상태의 결제가 아닙니다. 이미 승인, 취소 또는 만료되었거나, 구매자가 아직 결제창에서 결제를 마치지 않았습니다."
            "결제를 조회해 상태에 따라 처리하고, 만료되었다면 구매자가 다시 결제하도록 안내하십시오. 서버 승인을 사용하려면 결제창 요청에 separately_confirmed를 설정해야 합니다."
    }
    RC_CONFIRM_FAILED { Pg AfterCauseGone Refused ThirdParty Approve
        english
            "The PG or the card company declined: an expired or blocked card, its limit, the balance, or maintenance at the card company."
            "Read pg_error_code and the message, and have the buyer pay again, possibly by another method."
        korean
            "PG사 또는 카드사가 승인을 거절했습니다. 카드 유효기간 만료나 사용 정지, 한도 초과, 잔액 부족, 카드사 점검 등이 원인입니다."
            "pg_error_code와 메시지를 확인하고, 구매자가 다시 결제하거나 다른 결제수단을 사용하도록 안내하십시오."
    }
    RC_CONFIRM_CRITICAL_FAILED { Unknown AfterResolving Doubtful ThirdParty Approve
        english
            "Bootpay got no usable response from the PG while approving the payment, so the money may or may not have moved."
            "Do not confirm again: look up the payment until its status shows the outcome, and ask Bootpay if it does not."
        korean
            "승인 중에 부트페이가 PG사로부터 정상적인 응답을 받지 못했습니다. 결제가 승인되었을 수도 있고 아닐 수도 있습니다."
            "승인을 재시도하지 말고, 상태가 확정될 때까지 결제를 조회하십시오. 상태가 확정되지 않으면 부트페이에 문의하십시오."
    }
    RC_REQUEST_FAILED { Pg AfterCauseGone WithStatus ThirdParty Request
        english
            "The PG declined the payment request before the buyer could pay."
            "Read pg_error_code and the message: often the method is not activated at the PG, or a field breaks the PG's rules."
        korean
            "구매자가 결제하기 전, 결제 요청 단계에서 PG사가 거절했습니다."
            "pg_error_code와 메시지를 확인하십시오. PG사에 개통되지 않은 결제수단이거나 값이 PG사의 규칙에 맞지 않는 경우가 많습니다."
    }
    RC_PRICE_LEAST_LT { Merchant AfterCorrecting Refused Seen Price
        english
            "The price is below the minimum: 100 won, and more with some methods."
            "Request at least the minimum."
        korean
            "결제 금액이 최소 금액보다 작습니다. 최소 금액은 100원이며, 결제수단에 따라 더 클 수 있습니다."
            "최소 금액 이상으로 요청하십시오."
    }
    RC_REDIRECT_URL_INVALID { Merchant AfterCorrecting WithStatus ThirdParty Request
        english
            "The payment returns by redirect, and the request has no valid redirect_url."
            "Set redirect_url to an absolute URL of the merchant's site."
        korean
            "리다이렉트 방식으로 결제를 요청했으나 올바른 redirect_url이 없습니다."
            "redirect_url에 가맹점 사이트의 전체 URL을 설정하십시오."
    }
}
