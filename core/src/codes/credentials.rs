//! Keys and tokens.

super::codes! { Credentials:
    TOKEN_KEY_INVALID { Merchant Later Refused Seen
        english
            "Bootpay did not accept the access token: it is missing, expired (it lives for 30 minutes) or of another project. Endpoints that take only a token answer the same to a client key."
            "The client renews its token by itself, so call again; if it stays, check that application_id and private_key are given and belong to this project."
        korean
            "부트페이가 액세스 토큰을 받아들이지 않았습니다. 토큰이 없거나, 만료되었거나(유효 시간 30분), 다른 프로젝트의 것입니다. 토큰만 받는 API를 client_key로 호출해도 같은 오류가 납니다."
            "토큰은 클라이언트가 스스로 갱신하므로 다시 호출하고, 계속되면 이 프로젝트의 application_id와 private_key를 설정했는지 확인하십시오."
    }
    APP_CLIENT_KEY_NOT_FOUND { Merchant AfterCorrecting Refused Documented
        english
            "Bootpay does not know the client key: it is empty, incomplete or mistyped."
            "Copy client_key and secret_key again from the Bootpay console."
        korean
            "부트페이에 없는 client_key입니다. 값이 비어 있거나, 일부가 빠졌거나, 잘못 입력되었습니다."
            "부트페이 관리자에서 client_key와 secret_key를 다시 복사해 설정하십시오."
    }
    APP_KEY_NOT_FOUND { Merchant AfterCorrecting Refused ThirdParty
        english
            "Bootpay does not know the application id."
            "Copy the REST application id again from the Bootpay console, without blanks around it."
        korean
            "부트페이에 없는 application_id입니다."
            "부트페이 관리자에서 REST용 application_id를 앞뒤 공백 없이 다시 복사해 설정하십시오."
    }
    APP_KEY_NOT_REST { Merchant AfterCorrecting Refused ThirdParty
        english
            "The application id is one for JavaScript, Android or iOS; a server needs the one for REST."
            "Set the REST application id of the same project."
        korean
            "application_id가 JavaScript, Android 또는 iOS용입니다. 서버에서는 REST용을 써야 합니다."
            "같은 프로젝트의 REST용 application_id로 바꾸십시오."
    }
    APP_SK_NOT_MATCHED { Merchant AfterCorrecting Refused ThirdParty
        english
            "The private key or secret key does not belong to the id that was sent with it."
            "Copy both halves of the key pair again, from the same project; a key that was issued anew replaces the old one."
        korean
            "private_key 또는 secret_key가 함께 보낸 ID와 맞지 않습니다."
            "같은 프로젝트에서 키 한 쌍을 함께 다시 복사하십시오. 키를 재발급했다면 새 키로 바꾸어야 합니다."
    }
}
