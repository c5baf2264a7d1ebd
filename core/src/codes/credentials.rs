//! Keys and tokens.

super::codes! { Credentials:
    TOKEN_KEY_INVALID { Merchant AfterCorrecting Refused Seen Any
        english
            "Bootpay did not accept the credentials: the client_key or secret_key is wrong, or the access token is missing, expired (it is valid for 30 minutes) or of another project. Of a call with a user_token, that token may be unknown or expired."
            "Check that the keys belong to this project, and copy them again from Bootpay's console; the client renews an expired access token by itself. Of a call with a user_token, issue a new one."
        korean
            "부트페이가 인증 정보를 인정하지 않았습니다. client_key 또는 secret_key가 잘못되었거나, 액세스 토큰이 없거나, 만료되었거나(유효 시간 30분), 다른 프로젝트의 토큰입니다. user_token을 사용하는 요청이라면 user_token이 만료되었거나 존재하지 않을 수 있습니다."
            "이 프로젝트의 키인지 확인하고 부트페이 관리자에서 다시 복사해 설정하십시오. 만료된 액세스 토큰은 클라이언트가 자동으로 갱신합니다. user_token을 사용하는 요청이라면 새로 발급하십시오."
    }
    APP_CLIENT_KEY_NOT_FOUND { Merchant AfterCorrecting Refused Documented Any
        english
            "Bootpay does not know the client key: it is empty, incomplete or mistyped."
            "Copy client_key and secret_key again from Bootpay's console."
        korean
            "부트페이에 없는 client_key입니다. 값이 비어 있거나, 일부가 빠졌거나, 잘못 입력되었습니다."
            "부트페이 관리자에서 client_key와 secret_key를 다시 복사해 설정하십시오."
    }
    APP_KEY_NOT_FOUND { Merchant AfterCorrecting Refused ThirdParty Any
        english
            "Bootpay does not know the application id."
            "Copy the REST application id again from Bootpay's console, without blanks around it."
        korean
            "부트페이에 없는 application_id입니다."
            "부트페이 관리자에서 REST용 application_id를 앞뒤 공백 없이 다시 복사해 설정하십시오."
    }
    APP_KEY_NOT_REST { Merchant AfterCorrecting Refused ThirdParty Any
        english
            "The application id is for JavaScript, Android or iOS; a server needs the REST one."
            "Set the REST application id of the same project."
        korean
            "JavaScript, Android 또는 iOS용 application_id입니다. 서버에서는 REST용을 사용해야 합니다."
            "같은 프로젝트의 REST용 application_id로 변경하십시오."
    }
    APP_SK_NOT_MATCHED { Merchant AfterCorrecting Refused ThirdParty Any
        english
            "The private key or secret key does not belong to the id that was sent with it."
            "Copy both halves of the key pair again from the same project; a reissued key replaces the old one."
        korean
            "private_key 또는 secret_key가 함께 보낸 ID와 맞지 않습니다."
            "같은 프로젝트에서 키 한 쌍을 함께 다시 복사하십시오. 키를 재발급했다면 새 키로 교체해야 합니다."
    }
}
