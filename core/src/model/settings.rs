use bootpay_macros::model;

use super::ApplicationIds;
use crate::{
    store::Store,
    value::{Secret, Timeout},
};

/// The keys of a merchant. Either pair is enough; give both for the few endpoints that accept only a token.
#[model(secrets)]
pub struct Credentials {
    /// The client key, with `secret_key` (sent as Basic authentication).
    pub client_key: Option<Secret>,
    /// The secret key that belongs to `client_key`.
    pub secret_key: Option<Secret>,
    /// The REST application id, with `private_key` (exchanged for a token of 30 minutes).
    pub application_id: Option<Secret>,
    /// The private key that belongs to `application_id`.
    pub private_key: Option<Secret>,
}

/// Options of a client.
#[model(options)]
pub struct ClientOptions {
    /// URL of the API; https, except on loopback. Default: Bootpay's production. It is ASCII, without blanks,
    /// control characters, backslashes, a user name or a query; an international host is written `xn--…`.
    #[check(base_url)]
    pub base_url: Option<String>,
    /// Mode in which payments must have been made to be verified. Default `live`.
    pub mode: Option<Mode>,
    /// Total timeout of a read-only call. Default 30 seconds.
    pub timeout: Option<Timeout>,
    /// Total timeout of a write or a money call. Default 70 seconds, since a PG's approval takes up to 60.
    pub money_timeout: Option<Timeout>,
    /// Maximum retries of read-only calls and token requests (no connection, no response, 429, 5xx, or an
    /// error code that leaves the outcome open), within the call's timeout. Default 2, at most 10; 0
    /// disables retries. Writes and money calls are never retried.
    #[check(retries)]
    pub retries: Option<i64>,
    /// Time after sending a request before `attempts.resolve` returns that it did not happen. Default two
    /// minutes, since a PG may still be processing it.
    pub quiet_period: Option<Timeout>,
    /// A file that stores attempts, so that a crashed process loses none. Writes and money calls are
    /// recorded there before they are sent, and are not sent if that fails. Created if missing. The
    /// processes of one machine may share it; use `attempt_store` for several machines. `attempts.recover`
    /// resolves stored attempts that no process is handling.
    #[check(not_blank)]
    pub attempts_file: Option<String>,
    /// The merchant's own store of attempts, instead of a file.
    pub attempt_store: Option<Store>,
    /// Addresses or networks (`10.0.0.0/8`) of the merchant's own proxies, through which webhooks arrive, or `unix` for
    /// one at the other end of a Unix socket: of `X-Forwarded-For`, `webhooks.receive` believes what they wrote, and
    /// nothing else. Default none.
    #[check(proxies)]
    pub trusted_proxies: Option<Vec<String>>,
    /// Time for the work on a webhook that `webhooks.receive` delivered, until `webhooks.done`: after it, the next
    /// resend is handled, since the process may have died. Default 60 seconds.
    pub webhook_work_time: Option<Timeout>,
    /// Timeout of connecting. Default 10 seconds.
    pub connect_timeout: Option<Timeout>,
    /// Certificate authorities to trust besides the system's: one or more, in PEM.
    #[check(certificates)]
    pub ca_certificates: Option<String>,
    /// The project's application ids by platform. Ids of public manuals are refused, and so is one id for two
    /// platforms.
    pub application_ids: Option<ApplicationIds>,
    /// True to use the proxy that the environment names: `HTTPS_PROXY` or `ALL_PROXY`, except for the hosts
    /// of `NO_PROXY`; on macOS and Windows, the system's settings too. The proxy forwards encrypted data
    /// and cannot read it. Default false.
    pub environment_proxy: Option<bool>,
}

/// Options of one call.
#[model(options)]
pub struct CallOptions {
    /// Total timeout of the call, instead of the client's default.
    pub timeout: Option<Timeout>,
}

/// The mode: real money or test.
#[model]
pub enum Mode {
    /// Real money.
    Live,
    /// Bootpay's test mode.
    Test,
}
