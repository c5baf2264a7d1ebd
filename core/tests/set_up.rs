//! Set-up: credentials and options from the environment, application ids, ids of public manuals.
#![allow(clippy::unwrap_used, reason = "a panic is the report")]

use std::{collections::HashMap, ffi::OsString};

use bootpay_core::{
    Bootpay, BootpayError, ClientOptions, Credentials,
    model::{ApplicationIds, ErrorKind, GetApplicationId, Mode, Platform},
    setup::environment::VARIABLES,
};

const WEB: &str = "0123456789abcdef01234567";
const REST: &str = "fedcba9876543210fedcba98";

fn from(variables: &[(&str, &str)], options: ClientOptions) -> Result<Bootpay, BootpayError> {
    let variables: HashMap<_, _> = variables.iter().copied().collect();
    Bootpay::__from_env(options, |name| {
        assert!(VARIABLES.iter().any(|known| known.name == name), "{name} is not documented");
        variables.get(name).map(OsString::from)
    })
}

/// The field and the text of the `Invalid` error.
fn refused(made: Result<Bootpay, BootpayError>) -> (String, String) {
    let error = made.unwrap_err();
    assert_eq!(error.kind, ErrorKind::Invalid, "{error}");
    (error.field.clone().unwrap(), error.detail.clone())
}

const KEYS: [(&str, &str); 2] = [("BOOTPAY_CLIENT_KEY", "ck"), ("BOOTPAY_SECRET_KEY", "sk-secret")];

#[test]
fn a_client_is_made_of_the_environment() {
    let all = [
        KEYS[0],
        KEYS[1],
        ("BOOTPAY_APPLICATION_ID", REST),
        ("BOOTPAY_PRIVATE_KEY", "pk"),
        ("BOOTPAY_MODE", "test"),
        ("BOOTPAY_BASE_URL", "http://127.0.0.1:9"),
        ("BOOTPAY_WEB_APPLICATION_ID", WEB),
        ("BOOTPAY_TRUSTED_PROXIES", "10.0.0.0/8, 127.0.0.1"),
    ];
    let printed = format!("{:?}", from(&all, ClientOptions::new()).unwrap());
    assert!(printed.contains("127.0.0.1:9") && printed.contains("Test"), "{printed}");
    let printed = format!("{:?}", from(&KEYS, ClientOptions::new()).unwrap());
    assert!(printed.contains("https://api.bootpay.co.kr") && printed.contains("Live"), "{printed}");
}

#[test]
fn an_option_goes_before_its_variable() {
    let variables = [KEYS[0], KEYS[1], ("BOOTPAY_MODE", "test"), ("BOOTPAY_BASE_URL", "http://elsewhere.example")];
    let options = ClientOptions::new().mode(Mode::Live).base_url("http://127.0.0.1:7");
    let printed = format!("{:?}", from(&variables, options).unwrap());
    assert!(printed.contains("127.0.0.1:7") && printed.contains("Live"), "{printed}");
    // An error about the option does not name the variable.
    let (field, _) = refused(from(&variables, ClientOptions::new().base_url("http://other.example")));
    assert_eq!(field, "base_url");
}

#[test]
fn half_a_pair_nothing_and_wrong_values_name_the_variable() {
    let [key, secret] = KEYS;
    let pair = [key, secret];
    let with = |more: (&'static str, &'static str)| vec![pair[0], pair[1], more];
    for (variables, field, text) in [
        (vec![], "BOOTPAY_CLIENT_KEY", "BOOTPAY_PRIVATE_KEY"),
        (vec![key], "BOOTPAY_SECRET_KEY", "must be set with BOOTPAY_CLIENT_KEY"),
        (vec![secret], "BOOTPAY_CLIENT_KEY", "must be set with BOOTPAY_SECRET_KEY"),
        (vec![key, ("BOOTPAY_SECRET_KEY", "")], "BOOTPAY_SECRET_KEY", "must be set with BOOTPAY_CLIENT_KEY"),
        (vec![("BOOTPAY_CLIENT_KEY", ""), ("BOOTPAY_SECRET_KEY", "")], "BOOTPAY_CLIENT_KEY", "BOOTPAY_SECRET_KEY"),
        (vec![("BOOTPAY_APPLICATION_ID", REST)], "BOOTPAY_PRIVATE_KEY", "must be set with BOOTPAY_APPLICATION_ID"),
        (vec![("BOOTPAY_PRIVATE_KEY", "pk")], "BOOTPAY_APPLICATION_ID", "must be set with BOOTPAY_PRIVATE_KEY"),
        // Half of the second pair, though the first is whole.
        (with(("BOOTPAY_PRIVATE_KEY", "pk")), "BOOTPAY_APPLICATION_ID", "must be set with BOOTPAY_PRIVATE_KEY"),
        (vec![("BOOTPAY_CLIENT_KEY", "c k"), secret], "BOOTPAY_CLIENT_KEY", "white space"),
        (vec![key, ("BOOTPAY_SECRET_KEY", "sk\n")], "BOOTPAY_SECRET_KEY", "white space"),
        (with(("BOOTPAY_MODE", "Live")), "BOOTPAY_MODE", "live, test"),
        (with(("BOOTPAY_MODE", "sandbox")), "BOOTPAY_MODE", "live, test"),
        (with(("BOOTPAY_BASE_URL", "http://shop.example")), "BOOTPAY_BASE_URL", "https"),
        (with(("BOOTPAY_BASE_URL", "api.bootpay.co.kr")), "BOOTPAY_BASE_URL", "URL"),
        (with(("BOOTPAY_ATTEMPTS_FILE", "  ")), "BOOTPAY_ATTEMPTS_FILE", "blank"),
        (with(("BOOTPAY_TRUSTED_PROXIES", "10.0.0.1,shop")), "BOOTPAY_TRUSTED_PROXIES", ""),
        (with(("BOOTPAY_WEB_APPLICATION_ID", "web")), "BOOTPAY_WEB_APPLICATION_ID", "24 hexadecimal"),
        (with(("BOOTPAY_IOS_APPLICATION_ID", "5b8f6a4d396fa665fdc2b5e9")), "BOOTPAY_IOS_APPLICATION_ID", "sample"),
        (
            vec![("BOOTPAY_APPLICATION_ID", "5b8f6a4d396fa665fdc2b5ea"), ("BOOTPAY_PRIVATE_KEY", "pk")],
            "BOOTPAY_APPLICATION_ID",
            "sample",
        ),
    ] {
        let (found, detail) = refused(from(&variables, ClientOptions::new()));
        assert!(found == field && detail.contains(text), "{variables:?}: {found}: {detail}");
        assert!(!detail.contains("sk-secret"), "{detail}");
    }
}

#[test]
fn two_variables_with_one_id_name_the_second() {
    let both = [KEYS[0], KEYS[1], ("BOOTPAY_WEB_APPLICATION_ID", WEB), ("BOOTPAY_ANDROID_APPLICATION_ID", WEB)];
    let (field, detail) = refused(from(&both, ClientOptions::new()));
    assert!(field == "BOOTPAY_ANDROID_APPLICATION_ID" && detail.contains("web"), "{field}: {detail}");
}

#[cfg(unix)]
#[test]
fn a_variable_that_is_not_unicode_is_named() {
    use std::os::unix::ffi::OsStringExt;
    let made = Bootpay::__from_env(ClientOptions::new(), |name| {
        Some(if name == "BOOTPAY_SECRET_KEY" { OsString::from_vec(vec![0xff]) } else { "x".into() })
    });
    assert_eq!(refused(made).0, "BOOTPAY_SECRET_KEY");
}

fn with_ids(ids: ApplicationIds, credentials: Credentials) -> Result<Bootpay, BootpayError> {
    Bootpay::with_options(credentials, ClientOptions::new().application_ids(ids))
}

fn keys() -> Credentials {
    Credentials::new().client_key("ck").secret_key("sk")
}

#[test]
fn application_ids_have_their_shape_and_are_all_different() {
    let application = || Credentials::new().application_id(REST).private_key("pk");
    assert!(with_ids(ApplicationIds::new().web(WEB), keys()).is_ok());
    assert!(with_ids(ApplicationIds::new().web(WEB).rest(REST), application()).is_ok());
    for (ids, credentials, field) in [
        (ApplicationIds::new().web("x"), keys(), "application_ids.web"),
        (ApplicationIds::new().android(""), keys(), "application_ids.android"),
        (ApplicationIds::new().ios("5b8f6a4d396fa665fdc2b5e9"), keys(), "application_ids.ios"),
        (ApplicationIds::new().web(WEB).ios(WEB), keys(), "application_ids.ios"),
        (ApplicationIds::new().web(WEB).ios(WEB.to_uppercase()), keys(), "application_ids.ios"),
        // The id of the server in a page.
        (ApplicationIds::new().web(REST), application(), "application_ids.web"),
        (ApplicationIds::new().rest(WEB), application(), "application_ids.rest"),
    ] {
        assert_eq!(refused(with_ids(ids, credentials)).0, field);
    }
}

#[test]
fn each_platform_has_its_id_and_the_server_that_of_its_credentials() {
    let id = |client: &Bootpay, platform| client.setup().application_id(GetApplicationId::new(platform));
    let client =
        with_ids(ApplicationIds::new().web(WEB), Credentials::new().application_id(REST).private_key("pk")).unwrap();
    assert_eq!(id(&client, Platform::Web).unwrap(), WEB);
    assert_eq!(id(&client, Platform::Rest).unwrap(), REST);
    let error = id(&client, Platform::Ios).unwrap_err();
    assert_eq!((error.kind, error.endpoint.as_deref()), (ErrorKind::Config, Some("setup.application_id")));
    assert!(error.detail.contains("application_ids.ios"), "{error}");
    assert!(id(&Bootpay::new(keys()).unwrap(), Platform::Rest).is_err());
}

#[test]
fn keys_of_public_manuals_are_refused_and_not_repeated() {
    for (credentials, field) in [
        (Credentials::new().application_id("5b8f6a4d396fa665fdc2b5ea").private_key("pk"), "application_id"),
        (
            Credentials::new().application_id(REST).private_key("rm6EYECr6aroQVG2ntW0A6LpWnkTgP4uQ3H18sDDUYw="),
            "private_key",
        ),
        (Credentials::new().client_key("sEN72kYZBiyMNytA8nUGxQ").secret_key("sk"), "client_key"),
    ] {
        let (found, detail) = refused(Bootpay::new(credentials));
        assert!(found == field && detail.contains("your own") && !detail.contains("rm6E"), "{found}: {detail}");
    }
}
