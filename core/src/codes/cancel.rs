//! Cancelling payments.

super::codes! { Cancel:
    RC_ALREADY_CANCELLED { Nobody Never Refused Seen
        english
            "Nothing of the payment remains to be given back: it was cancelled in full before."
            "Look the payment up; if cancelled_price is what you meant to give back, there is nothing more to do."
        korean
            "이미 전액 취소되어 더 취소할 금액이 없는 결제입니다."
            "결제를 조회하십시오. cancelled_price가 취소하려던 금액과 같다면 더 할 일이 없습니다."
    }
    RC_CANCEL_SERVER_ERROR { Pg AfterCauseGone Refused ThirdParty
        english
            "The PG refused to cancel, or the request does not suit it. Usual causes: more than remains, a phone payment of an earlier month, a card or PG without partial cancels, too little resolution balance, a virtual account without a refund account or without a refund contract, or Bootpay's addresses not registered at KCP."
            "Read the message and pg_error_code, correct the amount or the refund account, or settle it with the PG; otherwise refund the buyer by other means."
        korean
            "PG사가 취소를 거절했거나 취소 요청이 PG사의 조건에 맞지 않습니다. 남은 금액 초과, 결제한 달이 지난 휴대폰 결제, 부분 취소를 지원하지 않는 카드나 PG사, 정산 예정 금액 부족, 가상계좌의 환불 계좌 누락이나 환불 서비스 미계약, KCP에 부트페이 IP 미등록 등이 흔한 원인입니다."
            "메시지와 pg_error_code를 확인하고 금액이나 환불 계좌를 고치거나 PG사와 조건을 해결하십시오. 해결되지 않으면 다른 방법으로 구매자에게 환불하십시오."
    }
    RC_CANCEL_CRITICAL_ERROR { Unknown AfterResolving Doubtful ThirdParty
        english
            "Bootpay had no usable answer from the PG while it cancelled, so the money may have been given back or not."
            "Do not cancel again: look the payment up and compare cancelled_price with what it was before."
        korean
            "취소 중에 부트페이가 PG사로부터 정상적인 응답을 받지 못했습니다. 환불되었을 수도 있고 아닐 수도 있습니다."
            "다시 취소하지 말고 먼저 결제를 조회해 cancelled_price가 이전과 달라졌는지 확인하십시오."
    }
}
