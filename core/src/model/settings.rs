use bootpay_macros::model;

use crate::{
    store::Store,
    value::{Secret, Timeout},
};

/// The keys of a merchant. Either pair is enough; both may be given, for the few endpoints that
/// take only a token.
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

/// How a client works.
#[model(options)]
pub struct ClientOptions {
    /// Where the API is; https, except on loopback. Bootpay's production by default.
    #[check(base_url)]
    pub base_url: Option<String>,
    /// The mode that payments must have been made in to be verified; `live` by default.
    pub mode: Option<Mode>,
    /// How long a call that only reads may take in all; 30 seconds by default.
    pub timeout: Option<Timeout>,
    /// How long a call that moves money, or changes something else, may take in all; 70 seconds by
    /// default, since a PG's approval takes up to 60.
    pub money_timeout: Option<Timeout>,
    /// How often at most what only reads is asked again, tokens too, within the time that a call may
    /// take: when Bootpay cannot be reached, does not answer, or says that it is not at its best. 2 by
    /// default, at most 10, and 0 for never. What changes something is never sent again.
    #[check(retries)]
    pub retries: Option<i64>,
    /// How long after a request left `attempts.resolve` waits before it says that it did not happen;
    /// two minutes by default, since a PG may still be at it.
    pub quiet_period: Option<Timeout>,
    /// A file in which attempts are kept, so that a process that dies loses none: what changes
    /// something is written there before it leaves, and does not leave where that fails. Made where
    /// there is none. The processes of one machine may share it; for several machines there is
    /// `attempt_store`. `attempts.recover` finds out what became of those that nobody answers for.
    #[check(not_blank)]
    pub attempts_file: Option<String>,
    /// The merchant's own place for attempts, instead of a file.
    pub attempt_store: Option<Store>,
    /// How long it may take to connect; 10 seconds by default.
    pub connect_timeout: Option<Timeout>,
    /// Certificate authorities to trust besides the system's: PEM, one or more.
    #[check(certificates)]
    pub ca_certificates: Option<String>,
    /// Whether to use the proxy that the environment names: `HTTPS_PROXY` or `ALL_PROXY`, but for the hosts of
    /// `NO_PROXY`; on macOS and Windows, the system's settings too. It passes on what is encrypted, and
    /// cannot read it. Not by default.
    pub environment_proxy: Option<bool>,
}

/// How one call works.
#[model(options)]
pub struct CallOptions {
    /// How long the call may take in all, instead of the client's default.
    pub timeout: Option<Timeout>,
}

/// Whether money is real.
#[model]
pub enum Mode {
    /// Real money.
    Live,
    /// Bootpay's test mode.
    Test,
}
