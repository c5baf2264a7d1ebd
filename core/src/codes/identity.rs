//! Identity verification.

super::codes! { Identity:
    AUTH_NEED_PG_METHOD { Merchant AfterCorrecting Refused Documented
        english
            "The request for an identity verification names no PG or no method."
            "Set pg and method."
        korean
            "본인인증 요청에 PG사 또는 결제수단(method)이 없습니다."
            "pg와 method를 설정하십시오."
    }
    AUTH_ALREADY_AUTHENTICATED { Merchant AfterCorrecting Refused Documented
        english
            "The authentication_id was used for a verification that is finished."
            "Use a new authentication_id for each verification."
        korean
            "이미 인증이 끝난 authentication_id입니다."
            "본인인증마다 새로운 authentication_id를 사용하십시오."
    }
    AUTH_CONFIRM_READY_FAILED { Buyer AfterCorrecting Refused Seen
        english
            "The verification company refused to begin: carrier, name, phone number or birth date do not agree."
            "Ask the buyer to check them, the carrier first, and begin again."
        korean
            "인증 기관이 본인인증 시작을 거절했습니다. 통신사, 이름, 휴대폰 번호, 생년월일이 서로 맞지 않습니다."
            "구매자에게 통신사를 비롯한 입력값을 확인하도록 안내하고 인증을 다시 시작하십시오."
    }
    AUTH_REQUEST_FAILED { Unknown AfterCauseGone WithStatus Inferred
        english
            "The identity verification could not be begun."
            "Read pg_error_code and the message, check what the buyer entered and that the service is contracted, and begin again."
        korean
            "본인인증을 시작하지 못했습니다."
            "pg_error_code와 메시지를 확인하고, 구매자의 입력값과 본인인증 서비스 계약 여부를 확인한 뒤 다시 시작하십시오."
    }
    AUTH_NOT_CONFIRMED { Buyer Later Refused Documented
        english
            "The buyer has not finished the verification yet."
            "Ask again once the buyer has entered the number or confirmed in the app."
        korean
            "구매자가 아직 본인인증을 마치지 않았습니다."
            "구매자가 인증번호를 입력하거나 앱에서 인증을 마친 뒤 다시 조회하십시오."
    }
    AUTH_NOT_READY { Merchant Never Refused Seen
        english
            "The verification does not wait for the buyer: it is finished or was never begun."
            "Look its result up; if there is none, begin a new verification."
        korean
            "인증을 기다리는 상태가 아닙니다. 이미 끝났거나 시작되지 않은 본인인증입니다."
            "인증 결과를 조회하고, 결과가 없다면 본인인증을 새로 시작하십시오."
    }
    AUTH_EXPIRED { Nobody Never Refused Seen
        english
            "More than 30 minutes have passed since the verification began."
            "Begin a new verification."
        korean
            "본인인증을 시작한 지 30분이 지나 만료되었습니다."
            "본인인증을 새로 시작하십시오."
    }
}
