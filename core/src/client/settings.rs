//! Settings of a client, checked and complete.

use std::time::Duration;

use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};

use crate::{
    check::{self, Check, Violation, join},
    http::HttpOptions,
    model::{ApplicationIds, ClientOptions, Credentials, Mode, Platform},
    store::{Store, StoreConfig},
    symbol::spelt,
    value::{BaseUrl, Certificates, Secret, Timeout},
    webhook::source,
};

/// Unless the options say otherwise.
pub(crate) const TIMEOUT: Duration = Duration::from_secs(30);
pub(crate) const MONEY_TIMEOUT: Duration = Duration::from_secs(70);
pub(crate) const RETRIES: u32 = 2;
/// Of a merchant's work on a webhook.
const WORK_TIME: Duration = Duration::from_secs(60);

pub(crate) struct Settings {
    pub(crate) http: HttpOptions,
    pub(crate) mode: Mode,
    pub(crate) timeout: Duration,
    pub(crate) money_timeout: Duration,
    pub(crate) retries: u32,
    pub(crate) quiet_period: Duration,
    /// The store that keeps attempts.
    pub(crate) store: Option<StoreConfig>,
    pub(crate) keys: Keys,
    /// The merchant's own proxies.
    pub(crate) proxies: source::Proxies,
    pub(crate) work_time: Duration,
    pub(crate) application_ids: ApplicationIds,
    /// A fingerprint of the merchant's public key.
    pub(crate) merchant: String,
}

/// The merchant's credentials. At least one of both is there.
pub(crate) struct Keys {
    /// The value of the `Authorization` header.
    pub(crate) basic: Option<Secret>,
    /// The REST application id and its private key.
    pub(crate) application: Option<(Secret, Secret)>,
    /// All of them, to be kept out of what is printed.
    pub(crate) secrets: Vec<Secret>,
}

impl Settings {
    pub(crate) fn new(credentials: Credentials, options: ClientOptions) -> Result<Self, Violation> {
        options.check("")?;
        let (keys, merchant) = keys(credentials)?;
        let application_ids = application_ids(options.application_ids, &keys)?;
        let duration = |timeout: Option<Timeout>, default| timeout.and_then(|timeout| timeout.get()).unwrap_or(default);
        let base_url = options.base_url.as_deref().map(BaseUrl::parse).transpose();
        let certificates = options.ca_certificates.as_deref().map(Certificates::parse).transpose();
        Ok(Self {
            http: HttpOptions {
                base_url: base_url
                    .map_err(|rule| Violation::new(&spelt("base_url"), rule))?
                    .unwrap_or_else(BaseUrl::production),
                connect_timeout: duration(options.connect_timeout, Duration::from_secs(10)),
                certificates: certificates
                    .map_err(|rule| Violation::new(&spelt("ca_certificates"), rule))?
                    .unwrap_or_default(),
                environment_proxy: options.environment_proxy.unwrap_or(false),
            },
            mode: options.mode.unwrap_or(Mode::Live),
            timeout: duration(options.timeout, TIMEOUT),
            money_timeout: duration(options.money_timeout, MONEY_TIMEOUT),
            retries: options.retries.and_then(|retries| retries.try_into().ok()).unwrap_or(RETRIES),
            quiet_period: duration(options.quiet_period, Duration::from_secs(120)),
            store: store_config(options.attempts_file, options.attempt_store)?,
            keys,
            work_time: duration(options.webhook_work_time, WORK_TIME),
            proxies: source::proxies(&options.trusted_proxies.unwrap_or_default(), &spelt("trusted_proxies"))?,
            application_ids,
            merchant,
        })
    }
}

fn store_config(file: Option<String>, store: Option<Store>) -> Result<Option<StoreConfig>, Violation> {
    match (file, store) {
        (Some(_), Some(_)) => {
            let rule = format!("must not be given with {}", spelt("attempts_file"));
            Err(Violation::new(&spelt("attempt_store"), rule))
        }
        (None, store) => Ok(store.map(StoreConfig::Own)),
        #[cfg(feature = "sqlite")]
        (Some(file), None) => Ok(Some(StoreConfig::File(file.into()))),
        #[cfg(not(feature = "sqlite"))]
        (Some(_), None) => Err(Violation::new(&spelt("attempts_file"), "needs bootpay-core's feature `sqlite`")),
    }
}

/// All different, from that of the credentials too, which is not copied.
fn application_ids(given: Option<ApplicationIds>, keys: &Keys) -> Result<ApplicationIds, Violation> {
    let ids = given.unwrap_or_else(ApplicationIds::new);
    let field = |platform: Platform| join(&spelt("application_ids"), platform.symbol());
    let own = keys.application.as_ref().map(|(id, _)| id.expose());
    if let (Some(own), Some(rest)) = (own, &ids.rest)
        && !is_same(own, rest)
    {
        let rule = format!("must be the {} of the credentials", spelt("application_id"));
        return Err(Violation::new(&field(Platform::Rest), rule));
    }
    // The server's id comes first, so that a page with it is told.
    let all = [
        (Platform::Rest, ids.rest.as_deref().or(own)),
        (Platform::Web, ids.web.as_deref()),
        (Platform::Android, ids.android.as_deref()),
        (Platform::Ios, ids.ios.as_deref()),
    ];
    for (at, (platform, id)) in all.iter().enumerate() {
        let same =
            |(_, other): &&(Platform, Option<&str>)| other.zip(*id).is_some_and(|(other, id)| is_same(other, id));
        if let Some((other, _)) = all[..at].iter().find(same) {
            let rule = format!("must not be the id for {}: each platform has its own", other.symbol());
            return Err(Violation::new(&field(*platform), rule));
        }
    }
    Ok(ids)
}

fn is_same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}

fn keys(credentials: Credentials) -> Result<(Keys, String), Violation> {
    let Credentials { client_key, secret_key, application_id, private_key } = credentials;
    let client = pair(("client_key", client_key), ("secret_key", secret_key))?;
    let application = pair(("application_id", application_id), ("private_key", private_key))?;
    let Some((public, _)) = client.as_ref().or(application.as_ref()) else {
        let [secret, id, private] = ["secret_key", "application_id", "private_key"].map(spelt);
        let rule = format!("must be given with {secret}, or else {id} with {private}");
        return Err(Violation::new(&spelt("client_key"), rule));
    };
    let merchant = fingerprint(public);
    if client.as_ref().is_some_and(|(key, _)| key.expose().contains(':')) {
        return Err(Violation::new(&spelt("client_key"), "must not contain a colon"));
    }
    let basic = client.as_ref().map(|(key, secret)| {
        // Each made in one piece: text that grows leaves what it was behind.
        let pair = Secret::new([key.expose(), ":", secret.expose()].concat());
        let encoded = Secret::new(BASE64_STANDARD.encode(pair.expose()));
        Secret::new(["Basic ", encoded.expose()].concat())
    });
    let mut secrets: Vec<Secret> = basic.iter().cloned().collect();
    secrets.extend(client.into_iter().chain(application.clone()).flat_map(|(key, secret)| [key, secret]));
    Ok((Keys { basic, application, secrets }, merchant))
}

/// Both or neither; empty counts as missing.
fn pair(
    (key_name, key): (&str, Option<Secret>),
    (secret_name, secret): (&str, Option<Secret>),
) -> Result<Option<(Secret, Secret)>, Violation> {
    let (key_name, secret_name) = (&*spelt(key_name), &*spelt(secret_name));
    for (name, value) in [(key_name, &key), (secret_name, &secret)] {
        if let Some(rule) = value.as_ref().and_then(|value| broken_rule(value.expose())) {
            return Err(Violation::new(name, format!("{rule}; copy it again from Bootpay's console")));
        }
        value.as_ref().map_or(Ok(()), |value| check::own(value.expose(), name))?;
    }
    let given = |value: Option<Secret>| value.filter(|value| !value.expose().is_empty());
    let (key_given, secret_given) = (key.is_some(), secret.is_some());
    match (given(key), given(secret)) {
        (Some(key), Some(secret)) => Ok(Some((key, secret))),
        (Some(_), None) => Err(Violation::new(secret_name, format!("must be given with {key_name}"))),
        (None, Some(_)) => Err(Violation::new(key_name, format!("must be given with {secret_name}"))),
        (None, None) if key_given => Err(Violation::new(key_name, "must not be empty")),
        (None, None) if secret_given => Err(Violation::new(secret_name, "must not be empty")),
        (None, None) => Ok(None),
    }
}

/// The rule that a key breaks: what a file, a form or an editor left in it. The key itself is not told.
fn broken_rule(key: &str) -> Option<&'static str> {
    key.chars().find(|letter| !letter.is_ascii_graphic()).map(|letter| match letter {
        '\u{feff}' => "must not contain a byte order mark",
        _ if letter.is_whitespace() => "must not contain white space",
        _ if letter.is_control() => "must not contain control characters",
        _ => "must contain only ASCII characters",
    })
}

fn fingerprint(key: &Secret) -> String {
    let digest = Sha256::digest(key.expose());
    digest.iter().take(8).fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}
