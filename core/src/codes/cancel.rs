//! Cancelling payments.

super::codes! { Cancel:
    RC_ALREADY_CANCELLED { Nobody Never Refused Seen Cancel
        english
            "Nothing remains to be refunded: the payment was already cancelled in full."
            "Look up the payment; if cancelled_price equals the amount to refund, there is nothing more to do."
        korean
            "이미 전액 취소되어 더 취소할 금액이 없는 결제입니다."
            "결제를 조회하십시오. cancelled_price가 취소하려던 금액과 같으면 추가로 처리할 일이 없습니다."
    }
    RC_CANCEL_SERVER_ERROR { Pg AfterCauseGone Refused ThirdParty Cancel
        english
            "The PG declined the cancel, or the request does not meet its conditions. Usual causes: more than the remaining amount, a phone payment of an earlier month, a card or PG without partial cancels, too low a settlement balance, a virtual account without a refund account or without a refund contract, or Bootpay's IP addresses not registered at KCP."
            "Read the message and pg_error_code, correct the amount or the refund account, or arrange it with the PG; otherwise refund the buyer by other means."
        korean
            "PG사가 취소를 거절했거나 취소 요청이 PG사의 조건에 맞지 않습니다. 남은 금액 초과, 결제한 달이 지난 휴대폰 결제, 부분 취소를 지원하지 않는 카드나 PG사, 정산 예정 금액 부족, 가상계좌의 환불 계좌 누락이나 환불 서비스 미계약, KCP에 부트페이 IP 미등록 등이 흔한 원인입니다."
            "메시지와 pg_error_code를 확인하고 금액이나 환불 계좌를 수정하거나 PG사와 협의하십시오. 해결되지 않으면 다른 방법으로 구매자에게 환불하십시오."
    }
    RC_CANCEL_CRITICAL_ERROR { Unknown AfterResolving Doubtful ThirdParty Cancel
        english
            "Bootpay got no usable response from the PG while cancelling, so the money may or may not have been refunded."
            "Do not cancel again: look up the payment and compare cancelled_price with its previous value."
        korean
            "취소 중에 부트페이가 PG사로부터 정상적인 응답을 받지 못했습니다. 환불되었을 수도 있고 아닐 수도 있습니다."
            "취소를 재시도하지 말고, 먼저 결제를 조회해 cancelled_price가 이전과 달라졌는지 확인하십시오."
    }
}
