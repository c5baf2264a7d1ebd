//! Identity verifications by Danal.

use bootpay_core::Symbol as _;
use bootpay_core::model::{AuthenticateType, Carrier, Method, Pg, Status};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::domain::catalog;
use crate::domain::clock::Moment;
use crate::domain::ids;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::values::quoted;

/// Seconds in which a verification can be confirmed, and in which its certificate can then be read.
const LIFETIME: i64 = 30 * 60;
/// The one-time number of the text message, unless a test chooses another.
const OTP: &str = "123456";
/// The name of a person whom Danal does not know.
const STRANGER: &str = "불일치";

/// The person, as the merchant describes them.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Person {
    pub(crate) username: String,
    /// YYMMDD, with or without the next digit.
    pub(crate) identity_no: String,
    pub(crate) carrier: String,
    pub(crate) phone: String,
}

/// A verification.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Identity {
    pub(crate) receipt_id: String,
    pub(crate) merchant_id: String,
    pub(crate) authentication_id: String,
    pub(crate) person: Person,
    pub(crate) channel: AuthenticateType,
    pub(crate) otp: String,
    pub(crate) realarms: u32,
    pub(crate) requested_at: Moment,
    pub(crate) authenticated_at: Option<Moment>,
}

impl Person {
    /// Checks name, birth, carrier and phone, as Danal does.
    pub(crate) fn check(&self) -> Result<(), Refusal> {
        let refuse = |saw: &str| Err(Code::AuthConfirmReadyFailed.because(saw));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if self.username == STRANGER {
            return refuse("username 불일치 matches no person");
        }
        if !Carrier::SYMBOLS.contains(&self.carrier.as_str()) && Carrier::from_korean(&self.carrier).is_none() {
            return refuse(&format!("carrier is {}, known are {}", quoted(&self.carrier), Carrier::SYMBOLS.join(", ")));
        }
        if !self.phone.starts_with("01") || !matches!(self.phone.len(), 10 | 11) || !digits(&self.phone) {
            return refuse("phone must be the 10 or 11 digits of a mobile number");
        }
        if !matches!(self.identity_no.len(), 6 | 7) || !digits(&self.identity_no) {
            return refuse("identity_no must be YYMMDD, with or without the next digit");
        }
        Ok(())
    }

    /// The digit of century, gender and nationality.
    fn kind(&self) -> Option<u8> {
        self.identity_no.as_bytes().get(6).map(|digit| digit - b'0')
    }

    /// The person's unique id, the same for every merchant.
    fn unique(&self) -> String {
        ids::base64(0, &format!("{} {}", self.username, self.identity_no), 0, 64)
    }

    fn birth(&self, now: Moment) -> String {
        let (year, month, day) = (&self.identity_no[..2], &self.identity_no[2..4], &self.identity_no[4..6]);
        let century = match self.kind() {
            Some(1 | 2 | 5 | 6) => "19",
            Some(3 | 4 | 7 | 8) => "20",
            Some(_) => "18",
            None if year > &now.digits()[..2] => "19",
            None => "20",
        };
        format!("{century}{year}-{month}-{day}")
    }
}

impl Identity {
    /// A requested verification.
    pub(crate) fn new(
        receipt_id: String,
        merchant_id: String,
        authentication_id: String,
        person: Person,
        channel: AuthenticateType,
        now: Moment,
    ) -> Self {
        Self {
            receipt_id,
            merchant_id,
            authentication_id,
            person,
            channel,
            otp: OTP.into(),
            realarms: 0,
            requested_at: now,
            authenticated_at: None,
        }
    }

    /// 50 while pending, 12 once confirmed, -10 when it expired unconfirmed.
    fn status(&self, now: Moment) -> Status {
        if self.authenticated_at.is_some() {
            Status::IdentityVerified
        } else if self.is_late(now) {
            Status::Expired
        } else {
            Status::IdentityPreparing
        }
    }

    fn is_late(&self, now: Moment) -> bool {
        now.seconds_since(self.authenticated_at.unwrap_or(self.requested_at)) >= LIFETIME
    }

    /// Confirms the verification: by the one-time number, or in the app.
    pub(crate) fn confirm(&mut self, otp: Option<&str>, now: Moment) -> Result<(), Refusal> {
        if self.authenticated_at.is_some() {
            return Err(Code::AuthNotReady.because("the verification is confirmed already (status 12)"));
        }
        if self.is_late(now) {
            return Err(Code::AuthExpired.because("the verification was requested 30 minutes ago or more"));
        }
        if self.channel == AuthenticateType::Sms && otp != Some(self.otp.as_str()) {
            return Err(Code::WrongOtp.because(match otp {
                Some(_) => "the otp is wrong; GET /emulator/identities/{receipt_id} shows it",
                None => "the otp is missing; only PASS needs none",
            }));
        }
        self.authenticated_at = Some(now);
        Ok(())
    }

    /// Sends the message again.
    pub(crate) fn realarm(&mut self, now: Moment) -> Result<(), Refusal> {
        if self.status(now) != Status::IdentityPreparing {
            return Err(Code::AuthNotReady.because(format!(
                "status is {}, only a pending verification (50) can be sent again",
                self.status_code(now)
            )));
        }
        self.realarms += 1;
        Ok(())
    }

    /// The certificate, while it can be read.
    pub(crate) fn certificate(&self, now: Moment) -> Result<Value, Refusal> {
        if self.is_late(now) {
            let what = if self.authenticated_at.is_some() { "verified" } else { "requested" };
            return Err(Code::AuthExpired.because(format!("the verification was {what} 30 minutes ago or more")));
        }
        if self.authenticated_at.is_none() {
            return Err(Code::AuthNotConfirmed.because("status is 50: the verification is not confirmed"));
        }
        Ok(self.render(now))
    }

    fn status_code(&self, now: Moment) -> i64 {
        self.status(now).code().unwrap_or_default()
    }

    /// Renders the verification.
    pub(crate) fn render(&self, now: Moment) -> Value {
        let tid = format!("{}{:0>4}", self.requested_at.digits(), &self.receipt_id[..4]);
        let status = self.status(now);
        let mut certificate = json!({
            "receipt_id": self.receipt_id,
            "authenticate_id": self.authentication_id,
            "pg": catalog::pg_name(&Pg::Danal),
            "method": catalog::method_name(&Method::Identity),
            "method_origin": catalog::method_name(&Method::Identity),
            "method_origin_symbol": Method::Identity,
            "requested_at": self.requested_at.iso(),
            "status": status.code(),
            "status_locale": catalog::status_name(&status),
        });
        let Some(authenticated_at) = self.authenticated_at else {
            certificate["authenticate_data"] = json!({ "tid": tid, "number_of_realarms": self.realarms });
            return certificate;
        };
        certificate["authenticated_at"] = authenticated_at.iso().into();
        let mut data = json!({
            "name": self.person.username,
            "phone": self.person.phone,
            "unique": self.person.unique(),
            "birth": self.person.birth(now),
            "carrier": self.person.carrier,
            "tid": tid,
        });
        // Both follow from the digit that some merchants leave out.
        if let Some(kind) = self.person.kind() {
            data["gender"] = i64::from(kind % 2).into();
            data["foreigner"] = i64::from(matches!(kind, 5..=8)).into();
        }
        certificate["authenticate_data"] = data;
        certificate
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn births_by_century() {
        let now = Moment(1_793_000_000_000); // October 2026
        for (identity_no, birth) in [
            ("9010141", "1990-10-14"),
            ("0110143", "2001-10-14"),
            ("9010148", "2090-10-14"),
            ("901014", "1990-10-14"),
            ("011014", "2001-10-14"),
        ] {
            let person = Person {
                username: "kim".into(),
                identity_no: identity_no.into(),
                carrier: "SKT".into(),
                phone: "01012345678".into(),
            };
            assert_eq!(person.birth(now), birth);
        }
    }
}
