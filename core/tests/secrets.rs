//! Nothing that is printed, logged, kept or panicked with shows a secret, whatever Bootpay, or something
//! in between, sends back.

#![allow(clippy::unwrap_used)]

mod support;

use std::{
    collections::BTreeSet,
    error::Error,
    fmt::{Debug, Write as _},
    mem, panic,
    sync::{LazyLock, Mutex},
    time::Duration,
};

use base64::{Engine, prelude::*};
use bootpay_core::{
    Bootpay, BootpayError, Credentials,
    describe::{Field, Kind, RESOURCES, Shape, models},
    model::*,
};
use percent_encoding::{NON_ALPHANUMERIC, percent_encode};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use support::{Emulator, application, keys, text};

/// A call by its fields, and its outcome in print.
type Call = fn(&Bootpay, Value) -> (String, Result<String, BootpayError>);

macro_rules! calls {
    ($( $(#[$rdoc:meta])* $field:ident: $Resource:ident { $(
        $(#[$doc:meta])* $method:ident($Request:ident) -> $Response:ty { $($route:tt)* }
    )* } $(+ local $local:tt)? $(+ pure $pure:tt)? )*) => {
        const CALLS: &[(&str, &str, Call)] = &[$($((
            stringify!($Request),
            concat!(stringify!($field), ".", stringify!($method)),
            |client, fields| {
                let request: $Request = serde_json::from_value(fields).unwrap();
                let printed = format!("{request:?}");
                let call = client.$field().$method(request).timeout(Duration::from_secs(5));
                (printed, call.wait().map(|reply| format!("{reply:?}")))
            },
        )),*),*];
    };
}
bootpay_core::endpoints!(calls);

macro_rules! windows {
    ($( $(#[$doc:meta])* $name:ident($Request:ident) -> $Answer:ty )*) => {
        /// The requests of the window's functions, with what is printed of each, its answer and its refusal.
        const WINDOWS: &[(&str, fn(Value) -> String)] = &[$((stringify!($Request), |fields| {
            let request: $Request = serde_json::from_value(fields).unwrap();
            let outcome = bootpay_core::window::$name(&request);
            printed(&[&request, &outcome]) + &outcome.err().map(|error| said(&error.into())).unwrap_or_default()
        })),*];
    };
}
bootpay_core::window_functions!(windows);

/// Every line that any crate logs.
struct Log(Mutex<String>);

static LOG: Log = Log(Mutex::new(String::new()));

impl log::Log for Log {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        // What the emulator logs is Bootpay's affair, and it runs in this process.
        writeln!(self.0.lock().unwrap(), "{} {}", record.target(), record.args()).unwrap();
    }

    fn flush(&self) {}
}

/// Every panic's message.
static PANICS: Mutex<String> = Mutex::new(String::new());

/// An emulator for all cases, with everything said written down.
static EMULATOR: LazyLock<Emulator> = LazyLock::new(|| {
    log::set_logger(&LOG).unwrap();
    log::set_max_level(log::LevelFilter::Trace);
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |panicked| {
        if !panicked.payload().downcast_ref::<String>().is_some_and(|message| message.starts_with("EXPECTED")) {
            usual(panicked);
        }
        writeln!(PANICS.lock().unwrap(), "{panicked}").unwrap();
    }));
    Emulator::start()
});

/// What is secret in one case.
#[derive(Clone, Debug)]
struct Secrets {
    word: String,
    digits: String,
}

impl Secrets {
    /// What a field holds: of its own shape, and like nothing else.
    fn value(&self, request: &str, field: &str) -> String {
        let digits = |count: usize| self.digits[..count].to_owned();
        match (request, field) {
            (_, "card_no" | "bank_account") => digits(16),
            // Too short to be told from other text where they stand alone.
            (_, "card_pw" | "card_expire_year") => "97".to_owned(),
            (_, "card_expire_month") => "12".to_owned(),
            ("RequestIdentity", "identity_no") => format!("{}01011", digits(2)),
            (_, "otp") => digits(6),
            (_, "card_identity_no" | "identity_no" | "cash_receipt_identity_no") => digits(10),
            (_, field) => format!("{}-{field}", self.word),
        }
    }

    fn keys(&self) -> Map<String, Value> {
        let key = |name: &str| (name.to_owned(), format!("{}/{name}+=&\"<", self.word).into());
        ["client_key", "secret_key", "application_id", "private_key"].map(key).into_iter().collect()
    }
}

/// A request with all of its secrets and of the rest what it needs, and the secrets.
fn request(secrets: &Secrets, name: &str) -> (Value, Vec<String>) {
    let mut found = vec![];
    (object(secrets, name, name, &mut found), found)
}

fn object(secrets: &Secrets, request: &str, name: &str, found: &mut Vec<String>) -> Value {
    let value = |field: &Field| Some((field.name.to_owned(), value(secrets, request, field, found)?));
    fields_of(name).iter().filter_map(value).collect::<Map<_, _>>().into()
}

fn value(secrets: &Secrets, request: &str, field: &Field, found: &mut Vec<String>) -> Option<Value> {
    let inner = field.ty.strip_prefix("Option<").and_then(|ty| ty.strip_suffix('>'));
    let ty = inner.unwrap_or(field.ty);
    if ty == "Secret" {
        let secret = secrets.value(request, field.name);
        found.push(secret.clone());
        return Some(secret.into());
    }
    if inner.is_some() && !holds_secrets(ty) {
        return None;
    }
    Some(match (field.name, ty) {
        ("phone", _) => "01012345678".into(),
        ("webhook_url", _) => "https://shop.example/hook".into(),
        ("serialized", _) => "bootpay-attempt-1.e30.0".into(),
        (name, "String") => format!("the-{name}").into(),
        (_, "i64" | "Won") => 1000.into(),
        (_, "bool") => true.into(),
        (_, "Timestamp") => "2030-11-01T10:15:42+09:00".into(),
        (_, "Json") => json!({}),
        ("bank_name", _) => "국민".into(),
        (_, model) if holds_secrets(model) => object(secrets, request, model, found),
        (_, list) if list.starts_with("Vec<") => json!([]),
        (_, model) => match models().into_iter().find(|known| known.name == model).unwrap().shape {
            Shape::Enum { variants, .. } => variants[0].symbol.into(),
            Shape::Struct { .. } => object(secrets, request, model, found),
        },
    })
}

fn fields_of(name: &str) -> &'static [Field] {
    match models().into_iter().find(|model| model.name == name).map(|model| model.shape) {
        Some(Shape::Struct { fields, .. }) => fields,
        _ => &[],
    }
}

fn holds_secrets(name: &str) -> bool {
    let bare = |ty: &'static str| ty.trim_start_matches("Option<").trim_start_matches("Vec<").trim_end_matches('>');
    fields_of(name).iter().any(|field| bare(field.ty) == "Secret" || holds_secrets(bare(field.ty)))
}

/// The ways in which a text can be written so that others can read it.
fn forms(text: &str) -> Vec<String> {
    let (mut forms, base64) = (escaped(text), in_base64(text));
    forms.extend(base64);
    forms
}

/// The same as traces of it are looked for: in Base64, without the letters that are also of what stands
/// before or after.
fn traces(text: &str) -> Vec<String> {
    let mut traces = escaped(text);
    for (before, form) in in_base64(text).enumerate() {
        let before = (before / 2_usize).div_ceil(3) * 4;
        traces.push(form[before..form.len() - form.len() % 4].to_owned());
    }
    // Of a short number so little may be left that it is found in any date.
    traces.retain(|trace| trace.len() >= 6);
    traces
}

/// Where what stands before decides how it looks: three ways, in each of two alphabets.
fn in_base64(text: &str) -> impl Iterator<Item = String> {
    (0..3).flat_map(move |before| {
        let whole = [&b"xxx"[..before], text.as_bytes()].concat();
        [BASE64_STANDARD_NO_PAD.encode(&whole), BASE64_URL_SAFE_NO_PAD.encode(&whole)]
    })
}

fn escaped(text: &str) -> Vec<String> {
    let each = |write: &dyn Fn(&mut String, u8)| {
        text.bytes().fold(String::new(), |mut form, byte| {
            write(&mut form, byte);
            form
        })
    };
    let json = Value::from(text).to_string();
    vec![
        text.to_owned(),
        json.trim_matches('"').to_owned(),
        Value::from(json.trim_matches('"')).to_string().trim_matches('"').to_owned(),
        text.replace('/', "\\/"),
        percent_encode(text.as_bytes(), NON_ALPHANUMERIC).to_string(),
        each(&|form, byte| match byte {
            byte if byte.is_ascii_alphanumeric() => form.push(byte.into()),
            byte => write!(form, "%{byte:02x}").unwrap(),
        }),
        each(&|form, byte| write!(form, "%{byte:02X}").unwrap()),
        each(&|form, byte| write!(form, "\\u{byte:04x}").unwrap()),
        each(&|form, byte| write!(form, "&#{byte};").unwrap()),
        each(&|form, byte| write!(form, "{byte:02x}").unwrap()),
    ]
}

/// What a hostile reply says: secrets in all their forms, by themselves and within what was sent.
fn echoes(secrets: &[String], request: &Value) -> Vec<String> {
    let whole = request.to_string();
    let mut echoes: Vec<String> = secrets.iter().flat_map(|secret| forms(secret)).collect();
    echoes.extend(forms(&whole));
    echoes.push(format!("{request:#}"));
    echoes
}

/// That no secret can be read in what was said.
fn assert_silent(said: &str, traces: &[String], of: &str) {
    for trace in traces {
        assert!(!said.contains(trace), "{of}: {trace} in {said}");
    }
    for short in ["card_pw", "card_expire_year"] {
        let shown =
            said.match_indices(short).any(|(at, _)| said[at..].chars().take(short.len() + 12).any(|c| c == '9'));
        assert!(!shown, "{of}: {short} in {said}");
    }
}

/// All that an error can be made to say.
fn said(error: &BootpayError) -> String {
    let mut said = format!("{error} {error:?} {error:#?} {}", serde_json::to_string(&**error).unwrap());
    let mut cause = error.source();
    while let Some(current) = cause {
        write!(said, " {current} {current:?}").unwrap();
        cause = current.source();
    }
    said + &error.attempt.as_ref().map(kept).unwrap_or_default()
}

/// An attempt, and what its text holds.
fn kept(attempt: &Attempt) -> String {
    let facts = attempt.serialized.split('.').nth(1).unwrap();
    let facts = String::from_utf8(BASE64_URL_SAFE_NO_PAD.decode(facts).unwrap()).unwrap();
    format!("{attempt:?} {} {facts}", serde_json::to_string(attempt).unwrap())
}

fn printed(things: &[&dyn Debug]) -> String {
    format!("{things:?} {things:#?}")
}

/// Makes one call, and tells all that was said.
fn make(client: &Bootpay, call: Call, request: &Value) -> String {
    let (asked, outcome) = call(client, request.clone());
    let mut all = asked;
    match &outcome {
        // Nobody knows what is in it: it is shown as it came.
        Ok(reply) if reply.starts_with("Undocumented") => {}
        Ok(reply) => all += reply,
        Err(error) => all += &said(error),
    }
    // What code does that does not expect an error.
    if panic::catch_unwind(|| outcome.expect("EXPECTED")).is_err() {
        all += &mem::take(&mut *PANICS.lock().unwrap());
    }
    for attempt in client.attempts().unresolved() {
        all += &kept(&attempt);
        client.attempts().acknowledge(&attempt.id);
    }
    all
}

fn secretive() -> impl Iterator<Item = (&'static str, &'static str, Call)> {
    CALLS.iter().filter(|(request, ..)| holds_secrets(request)).copied()
}

#[test]
fn every_request_that_holds_secrets_is_tried() {
    let tried: BTreeSet<_> = secretive().map(|(request, ..)| request).collect();
    let expected: BTreeSet<_> = models()
        .into_iter()
        .filter(|model| matches!(model.shape, Shape::Struct { kind: Kind::Request, .. }) && holds_secrets(model.name))
        .map(|model| model.name)
        .filter(|name| !WINDOWS.iter().any(|(request, _)| request == name))
        .collect();
    assert_eq!(tried, expected);
    assert!(tried.contains("IssueCard") && tried.contains("ListUserWallets"), "{tried:?}");
}

#[test]
fn a_window_prints_no_secret() {
    let (token, number) = ("token of the member 8f3a", "9001011234567");
    let mut tried = 0;
    for (name, print) in WINDOWS.iter().filter(|(name, _)| holds_secrets(name)) {
        let ids = ["order_id", "subscription_id", "authentication_id"].map(|id| (id, json!("o-1")));
        let others = [
            ("order_name", json!("tea")),
            ("price", json!(1000)),
            ("client_key", json!("ck_example")),
            ("extra", json!({ "open_type": "iframe" })),
            ("user_token", json!(token)),
            ("user", json!({ "identity_no": number })),
        ];
        let known = |field: &str| fields_of(name).iter().any(|known| known.name == field);
        let mut fields: Map<_, _> = ids
            .into_iter()
            .chain(others)
            .filter(|(field, _)| known(field))
            .map(|(field, value)| (field.into(), value))
            .collect();
        let opened = print(fields.clone().into());
        fields.remove("client_key");
        let refused = print(fields.into());
        assert!(opened.contains("Ok(") && refused.contains("Err("), "{opened} {refused}");
        for said in [opened, refused] {
            assert_silent(&said, &[traces(token), traces(number)].concat(), name);
        }
        tried += 1;
    }
    assert_eq!(tried, 3);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, max_shrink_iters: 0, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_secret_is_told(word in "[A-Z][a-z]{5}[A-Z0-9]{8}", digits in "[1-9]0[1-9]{14}", pick in any::<prop::sample::Index>(), first in 0..5_usize) {
        let emulator = &*EMULATOR;
        let secrets = Secrets { word, digits };
        let merchant = emulator.control("POST", "/emulator/merchants", Some(&secrets.keys().into()));
        let key_texts: Vec<String> = secrets.keys().values().map(|key| key.as_str().unwrap().to_owned()).collect();
        let options = || emulator.options().retries(0);
        let by_keys = Bootpay::with_options(keys(&merchant), options()).unwrap();
        let by_token = Bootpay::with_options(application(&merchant), options()).unwrap();
        let all_keys = keys(&merchant).application_id(&*key_texts[0]).private_key(&*key_texts[2]);
        let by_both = Bootpay::with_options(all_keys.clone(), options()).unwrap();
        let things = printed(&[&by_keys, &by_token, &by_keys.payments(), &all_keys, &options()]);
        assert_silent(&things, &key_texts, "a client");

        let calls: Vec<_> = secretive().collect();
        let (name, endpoint, call) = *pick.get(&calls);
        let (request, mut hidden) = request(&secrets, name);
        let resource = RESOURCES.iter().find(|known| endpoint.starts_with(&format!("{}.", known.field))).unwrap();
        let row = resource.endpoints.iter().find(|row| endpoint.ends_with(&format!(".{}", row.method))).unwrap();
        // A fault goes by the beginning of the path. Confirming reads what it confirms first.
        let path = row.path.split('{').next().unwrap();
        hidden.extend(key_texts.clone());
        let basic = BASE64_STANDARD.encode(format!("{}:{}", text(&merchant, "client_key"), text(&merchant, "secret_key")));
        hidden.push(basic);

        // Two digits stand anywhere.
        let looked_for: Vec<String> = hidden.iter().filter(|secret| secret.len() > 3).flat_map(|secret| traces(secret)).collect();
        // As it goes by itself, on both kinds of credentials.
        for client in [&by_keys, &by_token] {
            assert_silent(&make(client, call, &request), &looked_for, endpoint);
        }
        // Each echo in one of the replies, another one in another case.
        for (nth, echo) in echoes(&hidden, &request).into_iter().enumerate() {
            let cut: String = echo.chars().take(echo.chars().count() * 3 / 4).collect();
            let replies = [
                json!({ "status": 400, "body": { "error_code": "X", "message": echo, "unknown": { "a": [echo] } } }),
                json!({ "status": 500, "body": { "error_code": echo, "pg_error_code": echo, "message": "m" } }),
                json!({ "status": 200, "body": [echo] }),
                json!({ "status": 502, "body": format!("<html>{echo}</html>") }),
                json!({ "status": 502, "body": cut }),
            ];
            let reply = &replies[(nth + first) % replies.len()];
                emulator.fault(&json!({ "path": path, "status": reply }));
                assert_silent(&make(&by_both, call, &request), &looked_for, &format!("{endpoint} answered by {reply}"));
                emulator.control("DELETE", "/emulator/faults", None);
        }
        // A token that cannot be had.
        let wrong = Credentials::new().application_id(&*key_texts[0]).private_key(format!("{}-wrong", key_texts[2]));
        let wrong = Bootpay::with_options(wrong, options()).unwrap();
        assert_silent(&make(&wrong, call, &request), &looked_for, "a wrong key");
        emulator.fault(&json!({ "path": "/v2/request/token", "status": { "status": 500, "body": key_texts.join(" ") } }));
        assert_silent(&make(&wrong, call, &request), &looked_for, "no token");
        emulator.control("DELETE", "/emulator/faults", None);

        // Copied, since a failure here writes to both.
        let logged = LOG.0.lock().unwrap().clone() + &PANICS.lock().unwrap();
        assert_silent(&logged, &looked_for, "the log and panics");
    }
}

#[test]
fn the_log_is_listened_to() {
    EMULATOR.client().payments().get(GetReceipt::new("r")).wait().unwrap_err();
    let logged = LOG.0.lock().unwrap().clone();
    assert!(logged.contains("hyper_util::"), "nothing is logged: {logged}");
}

#[test]
fn an_error_repeats_no_personal_data_of_its_request() {
    let emulator = Emulator::start();
    let user =
        User::new().username("홍길동아무개").phone("01098761234").email("marker@shop.example").addr("서울 marker");
    let charge = ChargeBillingKey::new("b-1", "tea", "o-1", 1000).user(user);
    let echo = "홍길동아무개 010-9876-1234 marker@shop.example 서울 marker";
    for status in [
        json!({ "status": 400, "body": { "error_code": "X", "message": echo } }),
        json!({ "status": 502, "body": echo }),
    ] {
        emulator.fault(&json!({ "path": "/v2/subscribe/payment", "status": status }));
        let error = emulator.client().billing().charge(charge.clone()).wait().unwrap_err();
        let told = said(&error);
        for marker in ["홍길동아무개", "9876", "marker"] {
            assert!(!told.contains(marker), "{marker} in {told}");
        }
        assert!(told.contains("•••"), "{told}");
        emulator.control("DELETE", "/emulator/faults", None);
    }
}
