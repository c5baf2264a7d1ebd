//! Personal data is masked wherever a model is printed, and `raw` is not printed at all.

#![allow(clippy::unwrap_used)]

use std::{collections::BTreeSet, fmt::Debug, marker::PhantomData};

use bootpay_core::{
    describe::{Field, Kind, Printed, RESOURCES, Shape, WINDOW, models},
    model::*,
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value, json};

/// Parts of a field's name that tell of a person.
const PARTS: [&str; 16] = [
    "name",
    "phone",
    "mail",
    "addr",
    "zip",
    "area",
    "account",
    "holder",
    "birth",
    "gender",
    "foreigner",
    "carrier",
    "identity_no",
    "card_no",
    "regist_no",
    "hash",
];
/// Whole words of it that do.
const WORDS: [&str; 9] = ["ci", "di", "ip", "unique", "sender", "owner", "agent", "uuid", "session"];

/// Fields that look personal and are printed, with the reason.
const EXCEPTIONS: &[(&str, &str)] = &[
    ("*.order_name", "names what is sold"),
    ("*.bank_name", "names a bank"),
    ("Item.name", "names what is sold"),
    ("Receipt.company_name", "names the merchant itself"),
    ("CreateSeller.company_name", "names a company"),
    ("CreateSeller.app_name", "names a project"),
    ("CreateApp.name", "names a project"),
    ("CreateSeller.send_email", "a choice of the merchant"),
    ("Extra.seller_name", "names the merchant, as the buyer reads it"),
    ("Extra.browser_open_type", "a setting of the window"),
    ("Extra.phone_carrier", "a setting of the window"),
    ("CardData.card_owner_type", "personal or corporate: a kind, of nobody in particular"),
    ("AttemptRow.owner", "a fingerprint of the merchant's key, and a mode"),
    ("AttemptClaim.owner", "a fingerprint of the merchant's key, and a mode"),
    ("BootpayAddresses.cancel_addresses", "addresses of Bootpay's servers"),
    ("BootpayAddresses.cancel_address_pgs", "names PGs"),
    ("RequestPayment.terms", "the merchant's terms and conditions"),
];

/// The fields of all structs, each with its struct's name.
fn fields() -> impl Iterator<Item = (&'static str, &'static Field)> {
    models().into_iter().flat_map(|model| match model.shape {
        Shape::Struct { fields, .. } => fields.iter().map(|field| (model.name, field)).collect::<Vec<_>>(),
        Shape::Enum { .. } => vec![],
    })
}

/// By its name, or as JSON, which may hold anything. The fields of a struct are looked at by themselves.
fn looks_personal(field: &Field) -> bool {
    let is_json = matches!(field.ty, "Json" | "Option<Json>" | "Vec<Json>" | "Option<Vec<Json>>");
    let is_struct =
        models().iter().any(|model| field.ty.contains(model.name) && matches!(model.shape, Shape::Struct { .. }));
    let names = [field.name, field.wire];
    is_json
        || !is_struct
            && names.iter().any(|name| {
                PARTS.iter().any(|part| name.contains(part)) || name.split('_').any(|word| WORDS.contains(&word))
            })
}

#[test]
fn every_field_that_looks_personal_is_masked_or_an_exception() {
    let (mut used, mut wrong) = (BTreeSet::new(), vec![]);
    for (model, field) in fields() {
        let name = format!("{model}.{}", field.name);
        let exception = EXCEPTIONS
            .iter()
            .map(|(exception, _)| *exception)
            .find(|exception| *exception == name || exception.strip_prefix('*').is_some_and(|end| name.ends_with(end)));
        match (looks_personal(field) && field.printed == Printed::Plain, exception) {
            (true, None) => wrong.push(format!("{name} looks personal: mark it `#[personal]`, or say here why not")),
            (false, Some(exception)) => wrong.push(format!("{name} needs no exception {exception}")),
            (_, exception) => used.extend(exception),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let known: BTreeSet<_> = EXCEPTIONS.iter().map(|(exception, _)| *exception).collect();
    assert_eq!(used, known, "exceptions of nothing");
}

#[test]
fn secrets_are_masked_and_raw_responses_left_out() {
    for (model, field) in fields() {
        let is_secret = field.ty == "Secret" || field.ty == "Option<Secret>";
        assert!(!is_secret || field.printed == Printed::Masked, "{model}.{}", field.name);
        assert_eq!(field.name == "raw", field.printed == Printed::Omitted, "{model}.{}", field.name);
    }
}

const MARKER: &str = "MARKER";

/// A value of a struct with every field set; what must not be printed is marked.
fn filled(model: &str) -> Value {
    let of_model = fields().filter(|(name, _)| *name == model);
    of_model.map(|(_, field)| (field.name.to_owned(), value(field.ty, field.printed))).collect::<Map<_, _>>().into()
}

fn value(ty: &str, printed: Printed) -> Value {
    let inner = |outer: &str| ty.strip_prefix(outer).and_then(|ty| ty.strip_suffix('>'));
    if let Some(ty) = inner("Option<") {
        return value(ty, printed);
    }
    if let Some(ty) = inner("Vec<") {
        return json!([value(ty, printed)]);
    }
    match ty {
        "String" | "Secret" if printed == Printed::Plain => "plain".into(),
        "String" | "Secret" | "Body" | "NoticeText" | "ClaimText" => MARKER.into(),
        "Headers" => json!({ MARKER: MARKER }),
        "Json" if printed == Printed::Plain => json!({ "plain": 1 }),
        "Json" => json!({ MARKER: [MARKER] }),
        "i64" | "Won" => 1000.into(),
        "bool" => true.into(),
        "Timestamp" => "2026-11-01T10:15:42+09:00".into(),
        name => match models().into_iter().find(|model| model.name == name).expect(name).shape {
            Shape::Enum { variants, .. } => variants[0].symbol.into(),
            Shape::Struct { .. } => filled(name),
        },
    }
}

/// The names of the fields that are masked in a struct and in those within it.
fn masked(model: &str) -> Vec<&'static str> {
    let inner = |ty: &'static str| ty.trim_start_matches("Option<").trim_start_matches("Vec<").trim_end_matches('>');
    let of_field = |(_, field): (&str, &'static Field)| match field.printed {
        Printed::Masked => vec![field.name],
        _ => masked(inner(field.ty)),
    };
    fields().filter(|(name, _)| *name == model).flat_map(of_field).collect()
}

/// Reads a type from JSON, if it can be, and prints it.
struct Reader<T>(PhantomData<T>);

impl<T: DeserializeOwned + Debug> Reader<T> {
    // As the trait's, which takes its place for a type that cannot be read.
    #[allow(clippy::unnecessary_wraps)]
    fn printed(json: Value) -> Option<String> {
        let value: T = serde_json::from_value(json).unwrap();
        Some(format!("{value:?}\n{value:#?}"))
    }
}

trait Unreadable {
    fn printed(_: Value) -> Option<String> {
        None
    }
}

impl<T> Unreadable for Reader<T> {}

macro_rules! printed {
    ($($Name:ident)*) => {
        /// Each model by its name.
        fn printed(name: &str) -> Option<String> {
            match name {
                $(stringify!($Name) => Reader::<$Name>::printed(filled(name)),)*
                _ => panic!("no model {name}"),
            }
        }
    };
}
bootpay_core::with_models!(printed);

#[test]
fn nothing_masked_is_printed() {
    let mut tried = 0;
    for model in models() {
        let Shape::Struct { kind, .. } = model.shape else { continue };
        if matches!(kind, Kind::Options | Kind::Secrets | Kind::Opaque) {
            continue;
        }
        let printed = printed(model.name).expect(model.name);
        assert!(!printed.contains(MARKER) && !printed.contains("raw:"), "{printed}");
        for field in masked(model.name) {
            assert!(
                printed.contains(&format!("{field}: •••")) || printed.contains(&format!("{field}: Some(•••)")),
                "{field} in {printed}"
            );
        }
        tried += usize::from(!masked(model.name).is_empty());
    }
    assert!(tried > 30, "{tried}");
}

#[test]
fn what_is_masked_is_readable_and_in_the_json() {
    let receipt: Receipt = serde_json::from_value(filled("Receipt")).unwrap();
    let buyer = receipt.user.as_ref().unwrap();
    assert_eq!((buyer.username.as_deref(), buyer.addr.as_deref()), (Some(MARKER), Some(MARKER)));
    assert_eq!(receipt.raw[MARKER][0], MARKER);
    assert_eq!(json_of(&receipt)["user"]["phone"], MARKER);
    // What is absent is seen to be.
    let mut buyer = buyer.clone();
    buyer.phone = None;
    let absent = format!("{buyer:?}");
    assert!(absent.contains("username: Some(•••), phone: None"), "{absent}");
    assert_eq!(format!("{:?}", User::new()).matches("•••").count(), 0);
    // Its raw response is all that it has.
    assert_eq!(printed("Undocumented").unwrap().lines().next(), Some("Undocumented { .. }"));
}

fn json_of(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap()
}

/// Calls whose responses say `PERSONAL` in every field that is masked, for the tests of each language.
static RESPONSES: &str = include_str!("../../tests/printed.json");

/// Checks what a response says in the fields of a struct, and collects those that are masked.
fn visit(model: &str, json: &Value, masks: &mut BTreeSet<String>) {
    for (_, field) in fields().filter(|(name, _)| *name == model) {
        let (name, json) = (format!("{model}.{}", field.name), &json[field.name]);
        let ty = field.ty.trim_start_matches("Option<").trim_start_matches("Vec<").trim_end_matches('>');
        match field.printed {
            _ if json.is_null() => {}
            Printed::Masked => {
                let says = json.to_string().contains("PERSONAL");
                assert_eq!(says, matches!(ty, "String" | "Json"), "{name}");
                masks.insert(name);
            }
            Printed::Plain if models().iter().any(|model| model.name == ty) => match json.as_array() {
                Some(items) => items.iter().for_each(|item| visit(ty, item, masks)),
                None => visit(ty, json, masks),
            },
            _ => assert!(!json.to_string().contains("PERSONAL"), "{name}"),
        }
    }
}

#[test]
fn the_responses_for_all_languages_have_every_masked_field() {
    let responses: Vec<Value> = serde_json::from_str(RESPONSES).unwrap();
    let mut masks = BTreeSet::new();
    for response in &responses {
        let call = response["call"].as_str().unwrap();
        let (resource, method) = call.split_once('.').unwrap();
        let resource = RESOURCES.iter().find(|known| known.field == resource).unwrap();
        let row = resource.endpoints.iter().find(|row| row.method == method).unwrap();
        let reply = row.reply.replace(' ', "");
        let body = &response["body"];
        match (reply.strip_prefix("Vec<").and_then(|reply| reply.strip_suffix('>')), reply.as_str()) {
            (Some(item), _) => body.as_array().unwrap().iter().for_each(|body| visit(item, body, &mut masks)),
            (None, "WalletPayment") => {
                visit("Receipt", body, &mut masks);
                visit("WalletData", &body["wallet_data"], &mut masks);
            }
            (None, "VerifiedPayment") => visit("Receipt", body, &mut masks),
            (None, reply) => visit(reply, body, &mut masks),
        }
    }
    // None comes from a response: an error, a webhook, and what the functions of the window return.
    let others: Vec<_> = ["ErrorInfo", "WebhookNotice"].into_iter().chain(WINDOW.iter().map(|row| row.reply)).collect();
    let expected: BTreeSet<_> = models()
        .into_iter()
        .filter_map(|model| match model.shape {
            Shape::Struct { kind: Kind::Response, fields } if !others.contains(&model.name) => {
                Some((model.name, fields))
            }
            _ => None,
        })
        .flat_map(|(name, fields)| fields.iter().map(move |field| (name, field)))
        .filter(|(_, field)| field.printed == Printed::Masked && !field.ty.contains("Secret"))
        .map(|(name, field)| format!("{name}.{}", field.name))
        .collect();
    assert_eq!(masks, expected);
}
