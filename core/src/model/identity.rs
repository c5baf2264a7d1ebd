use bootpay_macros::model;

use super::{
    AuthenticateType, Carrier, Extra, Gender, Method, Pg, Status, User,
    arrange::{blot, status},
};
use crate::{
    value::{Json, Secret, Timestamp},
    wire::{Fields, Response, Subject},
};

/// Starts an identity verification by text message or the carriers' PASS app.
#[model(request)]
pub struct RequestIdentity {
    /// The merchant's id of this verification; a new one for each.
    #[check(id)]
    pub authentication_id: String,
    /// The PG: Danal is the only one so far.
    pub pg: Pg,
    /// The method: `auth`.
    #[korean]
    pub method: Method,
    /// Purpose of the verification, as the person reads it.
    #[check(not_blank)]
    pub order_name: String,
    /// Name.
    #[check(not_blank)]
    #[personal]
    pub username: String,
    /// Date of birth (YYMMDD) and the next digit of the resident number: 7 digits. Six digits are accepted
    /// too, since sources differ.
    #[check(resident_no)]
    pub identity_no: Secret,
    /// The carrier of the phone.
    #[personal]
    pub carrier: Carrier,
    /// The phone number, in digits.
    #[check(phone)]
    #[personal]
    pub phone: String,
    /// The person's own IP address.
    #[check(not_blank)]
    #[personal]
    pub client_ip: String,
    /// The site or app that requests the verification, as the person reads it.
    pub site_url: Option<String>,
    /// Method of verification; a text message by default.
    pub authenticate_type: Option<AuthenticateType>,
    /// Options of the PG.
    pub extra: Option<Extra>,
    /// The person in the merchant's records.
    pub user: Option<User>,
    /// The merchant's metadata; returned unchanged.
    #[personal]
    pub metadata: Option<Json>,
}

/// Confirms a verification: with the code of the text message, or after the person has finished in PASS.
#[model(request)]
pub struct ConfirmIdentity {
    /// Bootpay's id of the verification, 24 hex characters.
    #[check(id)]
    pub receipt_id: String,
    /// The six digits of the text message; none with PASS.
    #[check(otp)]
    pub otp: Option<Secret>,
}

/// Sends the text message or the PASS request again.
#[model(request)]
pub struct ResendIdentity {
    /// Bootpay's id of the verification, 24 hex characters.
    #[check(id)]
    pub receipt_id: String,
}

/// Looks up the result of a verification, within 30 minutes.
#[model(request)]
pub struct GetCertificate {
    /// Bootpay's id of the verification, 24 hex characters.
    #[check(id)]
    pub receipt_id: String,
}

/// The verification of a person's identity. It is complete only at status `identity_verified`.
#[model]
pub struct Certificate {
    /// Bootpay's id of the verification, 24 hex characters.
    pub receipt_id: String,
    /// The merchant's id of the verification.
    pub authenticate_id: Option<String>,
    /// The status.
    pub status: Status,
    /// `status` as Bootpay's number.
    pub status_code: i64,
    /// `status` in Korean.
    pub status_locale: Option<String>,
    /// The verified identity.
    pub authenticate_data: Option<AuthenticateData>,
    /// The PG's name in Korean.
    pub pg: Option<String>,
    /// The method used, in Korean.
    pub method: Option<String>,
    /// The requested method, in Korean.
    pub method_origin: Option<String>,
    /// The requested method.
    pub method_origin_symbol: Option<Method>,
    /// Time at which the identity was verified.
    pub authenticated_at: Option<Timestamp>,
    /// Time of the request.
    pub requested_at: Option<Timestamp>,
    /// The merchant's metadata.
    #[personal]
    pub metadata: Option<Json>,
    /// The whole response as Bootpay sent it, including fields that this version does not know; `unique` is
    /// redacted.
    #[default]
    pub raw: Json,
}

/// A verified identity. Fields that the merchant's contract with the PG does not cover are absent.
#[model]
pub struct AuthenticateData {
    /// Name.
    #[personal]
    pub name: Option<String>,
    /// Phone number.
    #[personal]
    pub phone: Option<String>,
    /// Identifier of the person, the same at every merchant (most likely the CI; sources differ). It is not
    /// printed.
    pub unique: Option<Secret>,
    /// Date of birth: `1990-10-14`.
    #[personal]
    pub birth: Option<String>,
    /// Sex.
    #[personal]
    pub gender: Option<Gender>,
    /// True if the person is a foreigner.
    #[personal]
    pub foreigner: Option<bool>,
    /// The carrier of the phone.
    #[personal]
    pub carrier: Option<Carrier>,
    /// Number of times that the request was sent again.
    pub number_of_realarms: Option<i64>,
    /// The PG's transaction id.
    pub tid: Option<String>,
}

impl Response for Certificate {
    const PRIVATE: bool = true;

    fn arrange(fields: &mut Fields<'_, '_>) -> Result<(), String> {
        status(fields)?;
        blot(fields, "raw", "/authenticate_data/unique");
        Ok(())
    }

    fn is_about(&self, subject: &Subject) -> Result<(), String> {
        subject.same("receipt_id", Some(&self.receipt_id))?;
        subject.same("authentication_id", self.authenticate_id.as_deref())
    }
}
