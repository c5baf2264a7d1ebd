//! Identity verification.

super::codes! { Identity:
    AUTH_NEED_PG_METHOD { Merchant AfterCorrecting Refused Documented Identity
        english
            "The identity verification request has no PG or no method."
            "Set pg and method."
        korean
            "본인인증 요청에 PG사 또는 결제수단(method)이 없습니다."
            "pg와 method를 설정하십시오."
    }
    AUTH_ALREADY_AUTHENTICATED { Merchant AfterCorrecting Refused Documented Identity
        english
            "The authentication_id was already used for a completed verification."
            "Use a new authentication_id for each verification."
        korean
            "이미 본인인증이 완료된 authentication_id입니다."
            "본인인증마다 새로운 authentication_id를 사용하십시오."
    }
    AUTH_CONFIRM_READY_FAILED { Buyer AfterCorrecting Refused Seen Identity
        english
            "The verification company refused to start: carrier, name, phone number and date of birth do not match."
            "Ask the buyer to check them, the carrier first, and start again."
        korean
            "인증 기관이 본인인증 시작을 거절했습니다. 통신사, 이름, 휴대폰 번호, 생년월일이 서로 맞지 않습니다."
            "구매자에게 통신사부터 입력값을 확인하도록 안내하고 본인인증을 다시 시작하십시오."
    }
    AUTH_REQUEST_FAILED { Unknown AfterCauseGone WithStatus Inferred Identity
        english
            "The identity verification could not be started."
            "Read pg_error_code and the message, check the buyer's input and that the service is contracted, and start again."
        korean
            "본인인증을 시작하지 못했습니다."
            "pg_error_code와 메시지를 확인하고, 구매자의 입력값과 본인인증 서비스 계약 여부를 확인한 뒤 다시 시작하십시오."
    }
    AUTH_NOT_CONFIRMED { Buyer Later Refused Documented Identity
        english
            "The buyer has not finished the verification yet."
            "Call again after the buyer has entered the code or confirmed in the app."
        korean
            "구매자가 아직 본인인증을 마치지 않았습니다."
            "구매자가 인증번호를 입력하거나 앱에서 인증을 마친 뒤 다시 조회하십시오."
    }
    AUTH_NOT_READY { Merchant Never Refused Seen Identity
        english
            "The verification is not waiting for the buyer: it is complete or was never started."
            "Look up its result; if there is none, start a new verification."
        korean
            "인증 대기 상태가 아닙니다. 이미 완료되었거나 시작되지 않은 본인인증입니다."
            "인증 결과를 조회하고, 결과가 없으면 본인인증을 새로 시작하십시오."
    }
    AUTH_EXPIRED { Nobody Never Refused Seen Identity
        english
            "More than 30 minutes have passed since the verification started."
            "Start a new verification."
        korean
            "본인인증을 시작한 지 30분이 지나 만료되었습니다."
            "본인인증을 새로 시작하십시오."
    }
}
