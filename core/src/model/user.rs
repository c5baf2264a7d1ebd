use bootpay_macros::model;

use super::{Gender, arrange::blot};
use crate::{
    value::{Json, Secret, Timestamp},
    wire::{Fields, Response},
};

/// Requests a token that identifies a member to the payment window.
#[model(request)]
pub struct IssueUserToken {
    /// The merchant's id of the member.
    #[check(id)]
    pub user_id: String,
    /// E-mail address.
    #[personal]
    pub email: Option<String>,
    /// Name.
    #[personal]
    pub username: Option<String>,
    /// Sex.
    #[personal]
    pub gender: Option<Gender>,
    /// Date of birth, `YYMMDD`.
    #[personal]
    pub birth: Option<String>,
    /// Phone number, in digits.
    #[check(any_phone)]
    #[personal]
    pub phone: Option<String>,
}

/// A token that identifies a member to the payment window.
#[model]
pub struct UserToken {
    /// The token, for the window's `user_token`. It is not printed.
    pub user_token: Secret,
    /// Expiry; about an hour after issue.
    pub expired_at: Option<Timestamp>,
    /// The whole response as Bootpay sent it, including fields that this version does not know; the token
    /// is redacted.
    #[default]
    pub raw: Json,
}

/// Lists the wallets of the member that a token identifies.
#[model(request)]
pub struct ListUserWallets {
    /// The member's token.
    #[check(header)]
    pub user_token: Secret,
}

/// Registers biometric payment (fingerprint or face) of a member on one device.
#[model(request)]
pub struct RegisterBiometric {
    /// The member's token.
    #[check(header)]
    pub user_token: Secret,
    /// The device's id.
    #[check(header)]
    pub device_uuid: Secret,
    /// The device's system.
    #[check(not_blank)]
    pub os: String,
    /// The device's proof of identity.
    pub token: Secret,
}

/// Checks that a member has entered their password.
#[model(request)]
pub struct ValidatePassword {
    /// The member's token.
    #[check(header)]
    pub user_token: Secret,
    /// The token that the window returned for the password.
    pub token: Secret,
}

impl Response for UserToken {
    const PRIVATE: bool = true;

    fn arrange(fields: &mut Fields<'_, '_>) -> Result<(), String> {
        blot(fields, "raw", "/user_token");
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_token_stays_in_the_raw_reply() {
        for json in [
            r#"{"user_token":"marker","a":1}"#,
            r#"{"\u0075ser_token":"marker","a":1}"#,
            r#"{"user_token":"marker-1","user_token":"marker","a":1}"#,
        ] {
            let token = UserToken::from_json(json).unwrap();
            assert_eq!((token.user_token.expose(), token.raw.text()), ("marker", r#"{"a":1,"user_token":"•••"}"#));
        }
        // Not even where none is left to be given.
        assert!(UserToken::from_json(r#"{"user_token":"marker","user_token":null}"#).is_err());
    }
}
