//! The payload of a window's request, read as leniently as Bootpay does.

use serde_json::{Map, Value};

use crate::domain::catalog;
use crate::domain::money::Money;
use crate::domain::payment::Choice;
use crate::domain::platform::Platform;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::values::{self, quoted};
use crate::domain::window::locale::Locale;
use crate::domain::window::session::{Item, OpenType};

/// The longest `extra.timeout` in minutes: a day.
const LONGEST_TIMEOUT: i64 = 24 * 60;

/// The fields of a request: null and `""` count as absent, also inside `extra` and `items`.
pub(crate) struct Payload {
    fields: Map<String, Value>,
    extra: Map<String, Value>,
}

impl Payload {
    pub(crate) fn new(fields: Map<String, Value>) -> Self {
        let given = |object: Map<String, Value>| -> Map<String, Value> {
            object.into_iter().filter(|(_, value)| !value.is_null() && value != "").collect()
        };
        let mut fields = given(fields);
        let extra = match fields.remove("extra") {
            Some(Value::Object(extra)) => given(extra),
            _ => Map::new(),
        };
        Self { fields, extra }
    }

    pub(crate) fn extra(&self) -> &Map<String, Value> {
        &self.extra
    }

    pub(crate) fn text(&self, name: &str) -> Option<String> {
        self.fields.get(name).and_then(values::text)
    }

    /// A field without which the window does not open.
    pub(crate) fn required(&self, name: &str) -> Result<String, Refusal> {
        let text = self.text(name).filter(|text| !text.trim().is_empty());
        text.ok_or_else(|| Code::InvalidRequestParams.because(format!("{name} is missing or blank")))
    }

    /// An amount; one that is not a number counts as absent, as the official SDK sends it.
    pub(crate) fn money(&self, name: &str) -> Result<Option<Money>, Refusal> {
        let read = |value: &Value| {
            values::money(value)
                .ok_or_else(|| Code::InvalidRequestParams.because(format!("{name} is {value}, not an amount")))
        };
        self.fields.get(name).map(read).transpose()
    }

    /// An object of the merchant's or the buyer's, or nothing.
    pub(crate) fn object(&self, name: &str) -> Option<Map<String, Value>> {
        self.fields.get(name).and_then(Value::as_object).filter(|object| !object.is_empty()).cloned()
    }

    pub(crate) fn option(&self, name: &str) -> bool {
        self.extra.get(name).and_then(values::flag).unwrap_or(false)
    }

    /// The platform of the page or app: 1, 2 or 3.
    pub(crate) fn platform(&self) -> Result<Platform, Refusal> {
        match self.text("platform_type").as_deref() {
            None | Some("1") => Ok(Platform::Web),
            Some("2") => Ok(Platform::Android),
            Some("3") => Ok(Platform::Ios),
            Some(other) => Err(Code::ParameterUnreadable
                .because(format!("platform_type is {}, known are 1 (web), 2 (Android), 3 (iOS)", quoted(other)))),
        }
    }

    /// The requested PG and methods; what is missing, the buyer chooses in the window.
    pub(crate) fn choice(&self) -> Result<Choice, Refusal> {
        let find = |name: &Value| {
            name.as_str().and_then(catalog::find_method).ok_or_else(|| {
                Code::ParameterUnreadable.because(format!("method is {name}, known are {}", catalog::method_symbols()))
            })
        };
        let methods = match self.fields.get("method").or_else(|| self.fields.get("methods")) {
            Some(Value::Array(several)) if several.is_empty() => None,
            Some(Value::Array(several)) => Some(several.iter().map(find).collect::<Result<_, _>>()?),
            one => one.map(find).transpose()?.map(|method| vec![method]),
        };
        let pg = self.text("pg").map(|name| {
            catalog::find_pg(&name).ok_or_else(|| {
                let known = catalog::pg_symbols();
                Code::ParameterUnreadable.because(format!("pg is {}, known are {known}", quoted(&name)))
            })
        });
        Ok(Choice { pg: pg.transpose()?, methods })
    }

    /// The items, whose sum must be the price.
    pub(crate) fn items(&self, price: Money) -> Result<Vec<Item>, Refusal> {
        let Some(Value::Array(items)) = self.fields.get("items").filter(|items| *items != &Value::Array(vec![])) else {
            return Ok(Vec::new());
        };
        let items = items.iter().map(item).collect::<Result<Vec<_>, _>>()?;
        let sum = items.iter().fold(0_i64, |sum, item| sum.saturating_add(item.price.0.saturating_mul(item.qty)));
        if sum == price.0 {
            return Ok(items);
        }
        Err(Code::ItemsDoNotSumUp.because(format!(
            "the items sum up to {}, price is {}",
            Money(sum).grouped(),
            price.grouped()
        )))
    }

    /// The place in which the window opens, and the page to return to, which a redirect needs.
    pub(crate) fn opening(&self) -> Result<(OpenType, Option<String>), Refusal> {
        let open_type = match self.extra.get("open_type").and_then(Value::as_str) {
            None => OpenType::default(),
            Some("iframe") => OpenType::Iframe,
            Some("popup") => OpenType::Popup,
            Some("redirect") => OpenType::Redirect,
            Some(other) => {
                return Err(Code::ParameterUnreadable
                    .because(format!("extra.open_type is {}, known are iframe, popup, redirect", quoted(other))));
            }
        };
        let url = self.return_url()?;
        if url.is_none() && open_type == OpenType::Redirect {
            return Err(Code::RedirectUrlInvalid.because("open_type is redirect, and there is no redirect_url"));
        }
        Ok((open_type, url))
    }

    /// The page of the merchant to which a top-level window returns.
    pub(crate) fn return_url(&self) -> Result<Option<String>, Refusal> {
        let url = self.text("redirect_url").or_else(|| self.extra.get("redirect_url").and_then(values::text));
        let is_page = |url: &String| {
            let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
            rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with(['/', '?', '#']))
                && !url.contains(|letter: char| letter <= ' ')
        };
        match url {
            Some(url) if !is_page(&url) => Err(Code::RedirectUrlInvalid
                .because(format!("redirect_url is {}, it must be an absolute http or https URL", quoted(&url)))),
            url => Ok(url),
        }
    }

    /// Seconds in which the buyer can finish, where `extra.timeout` says so in minutes.
    pub(crate) fn lifetime(&self) -> Result<Option<i64>, Refusal> {
        let Some(value) = self.extra.get("timeout") else { return Ok(None) };
        let minutes = values::seconds(value).map(i64::from).filter(|minutes| (1..=LONGEST_TIMEOUT).contains(minutes));
        match minutes {
            Some(minutes) => Ok(Some(minutes * 60)),
            None => Err(Code::ParameterUnreadable
                .because(format!("extra.timeout is {value}, it must be from 1 to {LONGEST_TIMEOUT} minutes"))),
        }
    }

    /// The language of the window's pages.
    pub(crate) fn locale(&self) -> Option<Locale> {
        let named = |value: Option<&Value>| value.and_then(Value::as_str).and_then(Locale::named);
        named(self.extra.get("locale")).or_else(|| named(self.fields.get("locale")))
    }

    /// The width of the shop's page in pixels.
    pub(crate) fn width(&self) -> Option<i64> {
        self.fields.get("env")?.get("width")?.as_i64()
    }

    /// Returns whether a web view of an app shows the window.
    pub(crate) fn is_in_app(&self) -> bool {
        self.option("use_bootpay_inapp_sdk")
    }

    /// The whole payload as text, without `extra`'s empty fields.
    pub(crate) fn as_text(&self) -> String {
        let (fields, extra) = (Value::Object(self.fields.clone()), Value::Object(self.extra.clone()));
        format!("{fields}{extra}")
    }
}

fn item(value: &Value) -> Result<Item, Refusal> {
    let field = |name: &str| value.get(name).filter(|value| !value.is_null() && *value != "");
    let lacks = |code: Code, name: &str| code.because(format!("an item has no {name}"));
    field("id").ok_or_else(|| lacks(Code::ItemId, "id"))?;
    let name = field("name").and_then(values::text).ok_or_else(|| lacks(Code::ItemName, "name"))?;
    let qty = field("qty").and_then(values::money).filter(|qty| qty.is_whole() && *qty > Money::ZERO);
    let qty = qty.ok_or_else(|| lacks(Code::ItemQty, "qty above 0"))?.0 / 100;
    let price = field("price").and_then(values::money).ok_or_else(|| lacks(Code::ItemPrice, "price"))?;
    Ok(Item { name, qty, price })
}
