//! Encryption of the window's request: AES-256-CBC, with the key beside the ciphertext.

use std::fmt;

use aes::Aes256;
use base64::{Engine, prelude::BASE64_STANDARD};
use cbc::{
    Decryptor, Encryptor,
    cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyIvInit, block_padding::Pkcs7},
};

use super::Invalid;

const KEY: usize = 32;
const IV: usize = 16;
const BETWEEN: &str = "##";

/// The two fields of the form that opens a payment window.
///
/// The encryption hides the request from nobody who sees both fields: the key is in `token`.
#[derive(Clone, PartialEq, Eq)]
pub struct Encrypted {
    /// The request, encrypted, in Base64.
    pub payload: String,
    /// The key and the initialisation vector, in Base64, with `##` between them.
    pub token: String,
}

impl fmt::Debug for Encrypted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Encrypted").finish_non_exhaustive()
    }
}

/// Encrypts a request, as JSON, with a new random key.
///
/// # Panics
///
/// Panics if the system has no random numbers.
pub fn encrypt(json: &str) -> Encrypted {
    let mut random = [0; KEY + IV];
    getrandom::fill(&mut random).expect("the system has random numbers");
    encrypt_with(json, &random)
}

fn encrypt_with(json: &str, random: &[u8; KEY + IV]) -> Encrypted {
    let (key, iv) = random.split_at(KEY);
    let cipher = Encryptor::<Aes256>::new_from_slices(key, iv).expect("both have their lengths");
    Encrypted {
        payload: BASE64_STANDARD.encode(cipher.encrypt_padded_vec::<Pkcs7>(json.as_bytes())),
        token: [BASE64_STANDARD.encode(key), BASE64_STANDARD.encode(iv)].join(BETWEEN),
    }
}

/// Decrypts the fields of a form, after they were percent-decoded, and returns the request's JSON as it was
/// written: any text.
///
/// Fails if `token` holds no key of 32 bytes with an initialisation vector of 16, and if `payload` is nothing
/// that was encrypted with them.
pub fn decrypt(payload: &str, token: &str) -> Result<String, Invalid> {
    let invalid = |field, rule: &str| Invalid::new(field, rule);
    let decoded = |text: &str| BASE64_STANDARD.decode(text).ok();
    let keys = token.split_once(BETWEEN).and_then(|(key, iv)| Some((decoded(key)?, decoded(iv)?)));
    let cipher = keys.and_then(|(key, iv)| Decryptor::<Aes256>::new_from_slices(&key, &iv).ok());
    let cipher = cipher.ok_or_else(|| {
        invalid(
            "token",
            "must be a key of 32 bytes and an initialisation vector of 16, in Base64, with ## between them",
        )
    })?;
    let payload = decoded(payload).ok_or_else(|| invalid("payload", "must be Base64"))?;
    let text = cipher.decrypt_padded_vec::<Pkcs7>(&payload).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    text.ok_or_else(|| invalid("payload", "must be text that was encrypted with the key in the token"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = r#"{"client_key":"ck_example","order_name":"무선 이어폰","order_id":"order-1","price":1000,"extra":{"open_type":"iframe"}}"#;
    const PAYLOAD: &str = "jbiflxDIjYYR1hPzfzPAfjqUBmX8c6/rYLzcT3Kev7VKkkvORfJssGvM/NCUk2RtToP1ymjpFN6sxr38icGS3czU5sSNB/aXfuiaHJCFif6s6BLJEp/V7EOhFmxMLW9pd6bnnZdVXQUpzOdI7fd1m6nb4dLzRDZkLbxpK8TIHhc=";
    const TOKEN: &str = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=##QEFCQ0RFRkdISUpLTE1OTw==";

    #[test]
    fn the_ciphertext_is_that_of_other_implementations() {
        let mut key = [0; KEY + IV];
        for (byte, value) in key.iter_mut().zip((0..32).chain(64..80)) {
            *byte = value;
        }
        let made = encrypt_with(TEXT, &key);
        assert_eq!((made.payload.as_str(), made.token.as_str()), (PAYLOAD, TOKEN));
    }

    #[test]
    fn a_request_of_the_browser_sdk_is_read() {
        let payload = "SotdA5xSbfwJn6WM/Ic8kP5fy/5NyFWUfeHZ1Smen7IZ3cU4v5evggB22JXjALwc9ZJd6CCZBeu6rYeu/7dwsuSQMy52XqIraCwtUm5XTZM1UifpsoCMrKDY5v0PYblDT+CSSNkTBTmxA+usU+5b6OuvWrIh/8SsJtPvlE+9yxg=";
        let token = "7zr7iOQlK5puMcqGuF1aTCrOiZHcclM2y2fQuWT/mp4=##puSvaSnmZZeptsQj1VSSuw==";
        assert_eq!(decrypt(payload, token).as_deref(), Ok(TEXT));
        assert_eq!(decrypt(PAYLOAD, TOKEN).as_deref(), Ok(TEXT));
    }

    #[test]
    fn every_request_has_a_key_of_its_own() {
        assert_ne!(encrypt(TEXT).token, encrypt(TEXT).token);
    }

    #[test]
    fn what_was_not_encrypted_so_is_refused_by_its_field() {
        let field = |payload: &str, token: &str| decrypt(payload, token).unwrap_err().field;
        for token in ["", "##", "AAECAw==##QEFC", &TOKEN.replace("##", "#"), &TOKEN.replace("##", "####"), &TOKEN[1..]]
        {
            assert_eq!(field(PAYLOAD, token), "token", "{token}");
        }
        // A byte less, a key that is another's, no block at all, a whole block less.
        let other = encrypt(TEXT).token;
        for (payload, token) in [
            ("", TOKEN),
            ("AA==", TOKEN),
            ("한글", TOKEN),
            (&PAYLOAD[..64], TOKEN),
            (&PAYLOAD[1..], TOKEN),
            (PAYLOAD, &other),
        ] {
            assert_eq!(field(payload, token), "payload", "{payload}");
        }
    }

    #[test]
    fn nothing_of_it_is_printed() {
        assert_eq!(format!("{:?}", encrypt(TEXT)), "Encrypted { .. }");
    }

    proptest! {
        #[test]
        fn whatever_is_encrypted_comes_back(text in any::<String>()) {
            let Encrypted { payload, token } = encrypt(&text);
            prop_assert_eq!(decrypt(&payload, &token), Ok(text));
        }
    }
}
