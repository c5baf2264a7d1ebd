//! The two generations of Bootpay's webhooks.

use serde::{Deserialize, Serialize};

/// The contract of a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Generation {
    /// A Feedback URL: `OK` acknowledges.
    V1,
    /// A project's webhook: HTTP 200 and `{"success": true}` acknowledge.
    V2,
}
