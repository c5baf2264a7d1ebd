use std::time::Duration;

use crate::value::{BaseUrl, Certificates};

/// The part of a client's settings that concerns its connections.
pub(crate) struct HttpOptions {
    pub(crate) base_url: BaseUrl,
    pub(crate) connect_timeout: Duration,
    /// Trusted beside the system's certificate authorities.
    pub(crate) certificates: Certificates,
    /// Uses the proxy that the environment names.
    pub(crate) environment_proxy: bool,
}
