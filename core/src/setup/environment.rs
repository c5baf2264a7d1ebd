//! Credentials and options from environment variables.

use std::ffi::OsString;

use crate::{
    check::Violation,
    model::{ApplicationIds, ClientOptions, Credentials, Mode},
    symbol::{Symbol, one_of, spelt},
    value::Secret,
};

/// An environment variable of a client.
pub struct Variable {
    pub name: &'static str,
    /// The meaning, in English and in Korean, for the documentation.
    pub english: &'static str,
    pub korean: &'static str,
    /// The field of the credentials or options, by its name in core.
    field: &'static str,
}

const fn variable(name: &'static str, field: &'static str, english: &'static str, korean: &'static str) -> Variable {
    Variable { name, english, korean, field }
}

const CLIENT_KEY: &str = "BOOTPAY_CLIENT_KEY";
const SECRET_KEY: &str = "BOOTPAY_SECRET_KEY";
const APPLICATION_ID: &str = "BOOTPAY_APPLICATION_ID";
const PRIVATE_KEY: &str = "BOOTPAY_PRIVATE_KEY";
const MODE: &str = "BOOTPAY_MODE";
const BASE_URL: &str = "BOOTPAY_BASE_URL";
const ATTEMPTS_FILE: &str = "BOOTPAY_ATTEMPTS_FILE";
const TRUSTED_PROXIES: &str = "BOOTPAY_TRUSTED_PROXIES";
const WEB: &str = "BOOTPAY_WEB_APPLICATION_ID";
const ANDROID: &str = "BOOTPAY_ANDROID_APPLICATION_ID";
const IOS: &str = "BOOTPAY_IOS_APPLICATION_ID";

/// Every variable that `from_env` reads. One that is empty counts as not set.
pub static VARIABLES: &[Variable] = &[
    variable(
        CLIENT_KEY,
        "client_key",
        "The client key; with `BOOTPAY_SECRET_KEY`",
        "Client Key. `BOOTPAY_SECRET_KEY`와 함께",
    ),
    variable(SECRET_KEY, "secret_key", "The secret key", "Secret Key"),
    variable(
        APPLICATION_ID,
        "application_id",
        "The REST application id; with `BOOTPAY_PRIVATE_KEY`, instead of the other pair or besides it",
        "REST Application ID. `BOOTPAY_PRIVATE_KEY`와 함께, 위의 키 쌍을 대신하거나 추가로",
    ),
    variable(PRIVATE_KEY, "private_key", "The private key", "Private Key"),
    variable(MODE, "mode", "`live` (default) or `test`", "`live`(기본값) 또는 `test`"),
    variable(BASE_URL, "base_url", "URL of the API, for the emulator", "API 주소. 에뮬레이터를 사용할 때"),
    variable(ATTEMPTS_FILE, "attempts_file", "A file that stores attempts", "시도를 저장할 파일"),
    variable(WEB, "application_ids.web", "The application id of web pages", "웹 Application ID"),
    variable(ANDROID, "application_ids.android", "The application id of Android apps", "안드로이드 Application ID"),
    variable(IOS, "application_ids.ios", "The application id of iOS apps", "아이폰 Application ID"),
    variable(
        TRUSTED_PROXIES,
        "trusted_proxies",
        "The merchant's own proxies in front of its webhooks, separated by commas",
        "웹훅 앞에 있는 가맹점의 프록시. 쉼표로 구분",
    ),
];

/// Reads credentials and options. A given option goes before its variable.
pub(crate) fn read(
    options: ClientOptions,
    look_up: &dyn Fn(&str) -> Option<OsString>,
) -> Result<(Credentials, ClientOptions), Violation> {
    let text = |name: &str| -> Result<Option<String>, Violation> {
        let value = look_up(name).filter(|value| !value.is_empty());
        value.map(|value| value.into_string().map_err(|_| Violation::new(name, "must be Unicode text"))).transpose()
    };
    let (client_key, secret_key) = pair((CLIENT_KEY, text(CLIENT_KEY)?), (SECRET_KEY, text(SECRET_KEY)?))?;
    let (application_id, private_key) =
        pair((APPLICATION_ID, text(APPLICATION_ID)?), (PRIVATE_KEY, text(PRIVATE_KEY)?))?;
    if client_key.is_none() && application_id.is_none() {
        let rule = format!("must be set with {SECRET_KEY}, or else {APPLICATION_ID} with {PRIVATE_KEY}");
        return Err(Violation::new(CLIENT_KEY, rule));
    }
    let mode =
        text(MODE)?.map(|mode| Mode::from_symbol(&mode).ok_or_else(|| Violation::new(MODE, one_of(Mode::SYMBOLS))));
    let mode = mode.transpose()?;
    let (base_url, attempts_file) = (text(BASE_URL)?, text(ATTEMPTS_FILE)?);
    let ids = ApplicationIds { web: text(WEB)?, android: text(ANDROID)?, ios: text(IOS)?, rest: None };
    let ids = (ids != ApplicationIds::new()).then_some(ids);
    let proxies = text(TRUSTED_PROXIES)?.map(|list| list.split(',').map(|one| one.trim().to_owned()).collect());
    let stores = options.attempts_file.is_some() || options.attempt_store.is_some();
    let options = ClientOptions {
        mode: options.mode.or(mode),
        base_url: options.base_url.or(base_url),
        attempts_file: options.attempts_file.or(attempts_file.filter(|_| !stores)),
        application_ids: options.application_ids.or(ids),
        trusted_proxies: options.trusted_proxies.or(proxies),
        ..options
    };
    Ok((Credentials { client_key, secret_key, application_id, private_key }, options))
}

type Pair = (Option<Secret>, Option<Secret>);

/// Both or neither.
fn pair(one: (&str, Option<String>), other: (&str, Option<String>)) -> Result<Pair, Violation> {
    match (one, other) {
        ((_, None), (_, None)) => Ok((None, None)),
        ((_, Some(one)), (_, Some(other))) => Ok((Some(one.into()), Some(other.into()))),
        ((given, Some(_)), (missing, None)) | ((missing, None), (given, Some(_))) => {
            Err(Violation::new(missing, format!("must be set with {given}")))
        }
    }
}

/// Names the variable from which the field of a broken rule was read.
pub(crate) fn by_variable(mut violation: Violation, given: &ClientOptions) -> Violation {
    let is_given = |field: &str| match field {
        "mode" => given.mode.is_some(),
        "base_url" => given.base_url.is_some(),
        "attempts_file" => given.attempts_file.is_some(),
        "trusted_proxies" => given.trusted_proxies.is_some(),
        _ => field.starts_with("application_ids") && given.application_ids.is_some(),
    };
    // An item of a list has its index.
    let field = violation.field.split('[').next().unwrap_or_default();
    let of_field = |variable: &&Variable| spelt(variable.field) == field && !is_given(variable.field);
    if let Some(variable) = VARIABLES.iter().find(of_field) {
        variable.name.clone_into(&mut violation.field);
    }
    violation
}
