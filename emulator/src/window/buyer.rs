//! The buyer's page: the order, the methods, and every outcome that a test may need.

use std::fmt::Write as _;

use axum::response::Response;
use bootpay_core::Symbol as _;
use bootpay_core::model::{Carrier, Method};
use serde_json::Value;

use super::body::amount;
use super::page::{Data, Role, document, escaped};
use super::texts::Text;
use super::view::View;
use crate::domain::catalog;
use crate::domain::identity::Identity;
use crate::domain::money::Money;
use crate::domain::window::Shown;
use crate::domain::window::fault::Kind as Fault;
use crate::domain::window::locale::Locale;
use crate::domain::window::session::{Purpose, Window};

/// The codes offered for a refusal.
const CODES: [&str; 5] = [
    "RC_CONFIRM_FAILED",
    "RC_REQUEST_FAILED",
    "RC_CONFIRM_CRITICAL_FAILED",
    "SUBSCRIBE_REQUEST_FAILED",
    "AUTH_CONFIRM_READY_FAILED",
];

/// The page of an open window.
pub(super) fn page(view: &View) -> Response {
    if view.role == Role::Popup && view.window.has(Fault::PopupBlocked) {
        let data = Data { role: view.role, lost: true, closes: true, ..Data::default() };
        return document(view.locale, "", "", &data);
    }
    if view.window.has(Fault::NeverOpens) {
        return view.silent("");
    }
    let mut messages = if view.role == Role::Frame { view.showing() } else { Vec::new() };
    if view.window.has(Fault::DoneForged) && view.role.tells() {
        messages.push(view.forged());
    }
    let data = Data {
        role: view.role,
        messages,
        watch: Some(format!("{}/w/{}", view.site.gateway(), view.window.receipt_id)),
        look: Some(format!("{}?role={}", view.url(), view.role.name())),
        ..Data::default()
    };
    let title = format!("{} · {}", say(view, Text::of(view.window.purpose)), view.window.order_name);
    document(view.locale, &title, &content(view), &data)
}

fn say(view: &View, text: Text) -> &'static str {
    text.in_language(view.locale)
}

fn content(view: &View) -> String {
    let window = &view.window;
    let mut page = format!("<p class=\"test\">{}</p>\n", say(view, Text::Test));
    page.push_str(&order(view));
    let _ = write!(
        page,
        "<form method=\"post\" action=\"{}\">\n<input type=\"hidden\" name=\"role\" value=\"{}\">\n",
        escaped(&view.url()),
        view.role.name()
    );
    let (fields, main) = match window.purpose {
        Purpose::Payment => (methods(view), pay_label(view)),
        Purpose::Subscription => (String::new(), say(view, Text::Register).to_owned()),
        Purpose::Authentication => (person(view), say(view, Text::Verify).to_owned()),
    };
    page.push_str(&fields);
    let _ = write!(
        page,
        "<section class=\"actions\">\n<button class=\"main\" name=\"action\" value=\"approve\">{}</button>\n\
         <div class=\"row\">{}{}</div>\n</section>\n",
        escaped(&main),
        button("cancel", say(view, Text::Cancel)),
        button("close", say(view, Text::Close)),
    );
    page.push_str(&outcomes(view));
    page.push_str("</form>\n");
    page
}

fn button(action: &str, label: &str) -> String {
    // Cancelling needs no valid fields.
    format!("<button name=\"action\" value=\"{action}\" formnovalidate>{label}</button>")
}

/// The merchant, the order and its items.
fn order(view: &View) -> String {
    let window = &view.window;
    let company = view.receipt["company_name"].as_str().unwrap_or_default();
    let (label, price) = match window.purpose {
        Purpose::Payment => (String::new(), amount(window.price, &window.currency, view.locale)),
        Purpose::Subscription if window.price.0 > 0 => {
            (format!("<p>{}</p>\n", say(view, Text::FirstCharge)), amount(window.price, &window.currency, view.locale))
        }
        Purpose::Subscription => (format!("<p>{}</p>\n", say(view, Text::NoCharge)), String::new()),
        Purpose::Authentication => (String::new(), String::new()),
    };
    let name = if window.order_name.is_empty() { say(view, Text::of(window.purpose)) } else { &window.order_name };
    let mut html = format!("<header>\n<p>{}</p>\n<h1>{}</h1>\n{label}", escaped(company), escaped(name));
    if !price.is_empty() {
        let _ = writeln!(html, "<p class=\"amount\">{price}</p>");
    }
    if !window.items.is_empty() {
        html.push_str("<ul class=\"items\">\n");
        for item in &window.items {
            let sum = Money(item.price.0.saturating_mul(item.qty));
            let (times, counter) = match view.locale {
                Locale::Ko => ("", "개"),
                Locale::En => ("× ", ""),
            };
            let _ = writeln!(
                html,
                "<li><span>{} {times}{}{counter}</span><span>{}</span></li>",
                escaped(&item.name),
                item.qty,
                amount(sum, &window.currency, view.locale)
            );
        }
        html.push_str("</ul>\n");
    }
    html.push_str("</header>\n");
    html
}

fn pay_label(view: &View) -> String {
    let only_vbank = matches!(view.methods.as_slice(), [only] if only.method == Method::VirtualAccount);
    let price = amount(view.window.price, &view.window.currency, view.locale);
    match view.locale {
        _ if only_vbank => say(view, Text::Issue).to_owned(),
        Locale::Ko => format!("{price} {}", say(view, Text::Pay)),
        Locale::En => format!("{} {price}", say(view, Text::Pay)),
    }
}

/// The methods among which the buyer chooses, the first chosen; one alone is shown and not sent.
fn methods(view: &View) -> String {
    let legend = say(view, Text::Methods);
    let name = |shown: &Shown| {
        format!(
            "<span>{}<small>{}</small></span>",
            escaped(method_name(&shown.method, view.locale)),
            escaped(pg_name(shown, view.locale))
        )
    };
    if let [only] = view.methods.as_slice() {
        return format!("<section>\n<h2>{legend}</h2>\n<div class=\"methods\">{}</div>\n</section>\n", name(only));
    }
    let mut html = format!("<section><fieldset>\n<legend>{legend}</legend>\n<div class=\"methods\">\n");
    for (at, shown) in view.methods.iter().enumerate() {
        let checked = if at == 0 { " checked" } else { "" };
        let _ = writeln!(
            html,
            "<label><input type=\"radio\" name=\"choice\" value=\"{}/{}\"{checked}>{}</label>",
            escaped(shown.pg.symbol()),
            escaped(shown.method.symbol()),
            name(shown)
        );
    }
    html.push_str("</div>\n</fieldset></section>\n");
    html
}

fn pg_name(shown: &Shown, locale: Locale) -> &str {
    match locale {
        Locale::Ko => catalog::pg_name(&shown.pg),
        Locale::En => shown.pg.symbol(),
    }
}

fn method_name(method: &Method, locale: Locale) -> &str {
    if locale == Locale::Ko {
        return catalog::method_name(method);
    }
    match method {
        Method::Card => "Card",
        Method::Bank => "Bank transfer",
        Method::VirtualAccount => "Virtual account",
        Method::Phone => "Mobile phone",
        Method::NaverPay | Method::Npay => "Naver Pay",
        Method::KakaoPay => "KakaoPay",
        Method::Payco => "PAYCO",
        Method::Toss => "Toss",
        other => other.symbol(),
    }
}

/// The person whose identity is verified, as far as the request names them.
fn person(view: &View) -> String {
    let told = |name: &str| view.person[name].as_str().unwrap_or_default();
    let field = |kind: &str, name: &str, label: Text, extra: &str| {
        format!(
            "<label>{}<input type=\"{kind}\" name=\"{name}\" value=\"{}\" required {extra}></label>\n",
            say(view, label),
            escaped(told(name))
        )
    };
    let mut carriers = String::new();
    for carrier in Carrier::SYMBOLS {
        let selected = if *carrier == told("carrier") { " selected" } else { "" };
        let _ = write!(carriers, "<option{selected}>{carrier}</option>");
    }
    format!(
        "<section class=\"fields\">\n{}{}<div class=\"fields two\"><label>{}<select name=\"carrier\">{carriers}</select></label>\n{}</div>\n</section>\n",
        field("text", "username", Text::Name, "autocomplete=\"off\""),
        field("text", "identity_no", Text::Birth, "inputmode=\"numeric\" pattern=\"[0-9]{6,7}\" autocomplete=\"off\""),
        say(view, Text::Carrier),
        field("tel", "phone", Text::Phone, "autocomplete=\"off\""),
    )
}

/// The outcomes other than those that a real window has.
fn outcomes(view: &View) -> String {
    let has_vbank = view.methods.iter().any(|shown| shown.method == Method::VirtualAccount);
    let deposit = if has_vbank { button("deposit", say(view, Text::IssueAndDeposit)) } else { String::new() };
    let usual = match view.window.purpose {
        Purpose::Payment => "RC_CONFIRM_FAILED",
        Purpose::Subscription => "SUBSCRIBE_REQUEST_FAILED",
        Purpose::Authentication => "AUTH_CONFIRM_READY_FAILED",
    };
    let mut options = String::new();
    for code in CODES {
        let _ = write!(options, "<option value=\"{code}\">");
    }
    let polls = view.role == Role::Frame && view.window.purpose == Purpose::Payment;
    let elsewhere = if polls { elsewhere(view) } else { String::new() };
    format!(
        "<details>\n<summary>{}</summary>\n<div>\n{deposit}\
         <div class=\"fields\">\n<label>{}<input type=\"text\" name=\"error_code\" list=\"codes\" value=\"{usual}\" maxlength=\"64\"></label>\n\
         <datalist id=\"codes\">{options}</datalist>\n\
         <label>{}<input type=\"text\" name=\"pg_error_code\" maxlength=\"64\"></label>\n\
         <label>{}<input type=\"text\" name=\"message\" maxlength=\"300\"></label>\n</div>\n\
         <button class=\"bad\" name=\"action\" value=\"refuse\" formnovalidate>{}</button>\n{}\n{elsewhere}</div>\n</details>\n",
        say(view, Text::Outcomes),
        say(view, Text::RefuseCode),
        say(view, Text::RefusePgCode),
        say(view, Text::RefuseMessage),
        say(view, Text::Refuse),
        button("expire", say(view, Text::Expire)),
    )
}

/// The way through another app: the shop polls while the buyer pays in a tab beside it.
fn elsewhere(view: &View) -> String {
    format!(
        "<button type=\"button\" data-tell=\"{}\" data-shows=\"elsewhere\">{}</button>\n\
         <div id=\"elsewhere\" class=\"fields\" hidden><p class=\"hint\">{}</p>\
         <a class=\"button\" href=\"{}?role=beside\" target=\"_blank\" rel=\"noopener\">{}</a></div>\n",
        escaped(&view.polling().to_string()),
        say(view, Text::Elsewhere),
        say(view, Text::ElsewhereHint),
        escaped(&view.url()),
        say(view, Text::ElsewhereOpen),
    )
}

/// The person of a verification, for the fields of its page.
pub(super) fn person_of(window: &Window, identity: Option<&Identity>) -> Value {
    match identity {
        Some(identity) if window.purpose == Purpose::Authentication => {
            serde_json::to_value(&identity.person).unwrap_or_default()
        }
        _ => Value::Null,
    }
}
