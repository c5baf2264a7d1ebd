use bootpay_macros::model;

use super::{
    AuthenticateType, Carrier, Extra, Gender, Method, Pg, Status, User,
    arrange::{blot, status},
};
use crate::{
    value::{Json, Secret, Timestamp},
    wire::{Fields, Reply, Subject},
};

/// Asks a person to prove who they are, by text message or the carriers' PASS app.
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
    /// What it is for, as the person reads it.
    #[check(not_blank)]
    pub order_name: String,
    /// Name.
    #[check(not_blank)]
    pub username: String,
    /// Date of birth (YYMMDD) and the first digit after it in the resident number: 7 digits. Six are
    /// taken too, since sources differ.
    #[check(resident_no)]
    pub identity_no: Secret,
    /// The carrier of the phone.
    pub carrier: Carrier,
    /// The phone number, in digits.
    #[check(phone)]
    pub phone: String,
    /// The person's own IP address.
    #[check(not_blank)]
    pub client_ip: String,
    /// The site or app that asks, as the person reads it.
    pub site_url: Option<String>,
    /// By text message unless said otherwise.
    pub authenticate_type: Option<AuthenticateType>,
    /// Options of the PG.
    pub extra: Option<Extra>,
    /// The person, as the merchant knows them.
    pub user: Option<User>,
    /// What the merchant attaches; returned as it is.
    pub metadata: Option<Json>,
}

/// Ends a verification: with the code of the text message, or once the person is done in PASS.
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

/// Asks what a verification led to, within 30 minutes.
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
    /// Where it stands.
    pub status: Status,
    /// The number behind `status`.
    pub status_code: i64,
    /// `status` in Korean.
    pub status_locale: Option<String>,
    /// What was found.
    pub authenticate_data: Option<AuthenticateData>,
    /// The PG's name in Korean.
    pub pg: Option<String>,
    /// The method used, in Korean.
    pub method: Option<String>,
    /// The method asked for, in Korean.
    pub method_origin: Option<String>,
    /// The method asked for.
    pub method_origin_symbol: Option<Method>,
    /// When the person had proven who they are.
    pub authenticated_at: Option<Timestamp>,
    /// When it was asked for.
    pub requested_at: Option<Timestamp>,
    /// What the merchant attached.
    pub metadata: Option<Json>,
    /// The whole reply as Bootpay sent it but for `unique`, with what this version does not know.
    #[default]
    pub raw: Json,
}

/// Who somebody is. What the PG was not asked for by the merchant's contract is absent.
#[model]
pub struct AuthenticateData {
    /// Name.
    pub name: Option<String>,
    /// Phone number.
    pub phone: Option<String>,
    /// The same for the same person in every merchant (most likely the CI; sources differ). It identifies
    /// a person, and is not printed.
    pub unique: Option<Secret>,
    /// Date of birth: `1990-10-14`.
    pub birth: Option<String>,
    /// Sex.
    pub gender: Option<Gender>,
    /// Whether the person is a foreigner.
    pub foreigner: Option<bool>,
    /// The carrier of the phone.
    pub carrier: Option<Carrier>,
    /// How often the request was sent again.
    pub number_of_realarms: Option<i64>,
    /// The PG's transaction id.
    pub tid: Option<String>,
}

impl Reply for Certificate {
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
