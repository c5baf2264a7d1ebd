//! A fault as a test asks for it, in a control or in a header.

use serde::Deserialize;

use super::fault::{Canned, Fault, Kind, When};
use crate::domain::refusal::{Code, Refusal};
use crate::domain::values::quoted;

/// The fields of a requested fault.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wish {
    when: Option<When>,
    kind: Option<Kind>,
    #[serde(default)]
    seconds: f64,
    status: Option<Canned>,
}

impl Wish {
    /// Checks the fields and returns the fault.
    pub(crate) fn fault(self) -> Result<Fault, Refusal> {
        let refuse = |saw: &str| Err(Code::Control.because(saw));
        let kind = match (self.kind, &self.status) {
            (None | Some(Kind::Status), Some(_)) => Kind::Status,
            (Some(kind), None) if kind != Kind::Status => kind,
            (Some(_), Some(_)) => return refuse("kind and status cannot be combined"),
            _ => return refuse("kind or status is required; kind \"status\" needs status"),
        };
        let name = kind.name();
        let odd = kind.takes_seconds() != (self.seconds > 0.0) && kind != Kind::Duplicated;
        if odd || !(0.0..=3600.0).contains(&self.seconds) {
            let wanted = match kind {
                Kind::Duplicated => "takes seconds up to 3600, or none",
                _ if kind.takes_seconds() => "needs seconds above 0 and at most 3600",
                _ => "takes no seconds",
            };
            return refuse(&format!("kind {} {wanted}", quoted(&name)));
        }
        if self.when.is_some() && !kind.takes_when() {
            return refuse(&format!("kind {} takes no when", quoted(&name)));
        }
        if let Some(canned) = &self.status
            && !(200..=599).contains(&canned.status)
        {
            return refuse("status.status must be from 200 to 599");
        }
        Ok(Fault { kind, when: self.when.unwrap_or_default(), seconds: self.seconds, canned: self.status })
    }
}
