//! The parts of pages as HTML: every text that is not the emulator's own is escaped.

use super::page::{Role, escaped};
use super::texts::Text;
use super::view::View;
use crate::domain::money::Money;
use crate::domain::refusal::Refusal;
use crate::domain::window::ending::{Ending, Event};
use crate::domain::window::locale::Locale;

/// A page with one heading and perhaps a sentence.
pub(super) fn notice(title: &str, text: &str) -> String {
    format!("<div class=\"end\">\n<h1>{}</h1>\n<p>{}</p>\n</div>\n", escaped(title), escaped(text))
}

/// The page of a request that was refused.
pub(super) fn refused(title: &str, refusal: &Refusal) -> String {
    format!(
        "<div class=\"end\">\n<h1>{}</h1>\n<p><code>{}</code></p>\n<p>{}</p>\n</div>\n",
        escaped(title),
        refusal.code.as_str(),
        escaped(&refusal.message())
    )
}

/// The heading of a window's end.
pub(super) fn ended_title(ending: &Ending) -> Text {
    match ending.event {
        Event::Confirm => Text::EndedConfirm,
        Event::Done => Text::EndedDone,
        Event::Issued => Text::EndedIssued,
        Event::Cancel => Text::EndedCancel,
        Event::Error => Text::EndedError,
    }
}

/// The page after a window's end; with the form by which an app's script confirms, where it may.
pub(super) fn ended(view: &View, ending: &Ending, app_confirms: bool) -> String {
    let say = |text: Text| text.in_language(view.locale);
    let mut text =
        vec![escaped(&view.window.order_name), amount(view.window.price, &view.window.currency, view.locale)];
    text.extend(ending.error_code.as_deref().map(|code| format!("<code>{}</code>", escaped(code))));
    text.extend(ending.message.as_deref().map(escaped));
    let lines = format!("<p>{}</p>\n", text.join("</p>\n<p>"));
    let deposit = if ending.event == Event::Issued { deposit(view) } else { String::new() };
    let confirm = if app_confirms {
        format!(
            "<form id=\"confirm\" method=\"post\" action=\"{}\"><input type=\"hidden\" name=\"_method\" value=\"put\"></form>\n",
            escaped(&view.confirm_url())
        )
    } else {
        String::new()
    };
    let hint = if view.role == Role::Frame { "" } else { say(Text::Return) };
    format!(
        "<div class=\"end\">\n<h1>{}</h1>\n{lines}{deposit}<p class=\"hint\">{hint}</p>\n</div>\n{confirm}",
        say(ended_title(ending))
    )
}

/// The account to pay into, and the button that does.
fn deposit(view: &View) -> String {
    let data = &view.receipt["vbank_data"];
    let text = |name: &str| escaped(data[name].as_str().unwrap_or_default());
    let unpaid = view.receipt["status"] == 5;
    let button = if unpaid {
        format!(
            "<form class=\"actions\" method=\"post\" action=\"{}\"><input type=\"hidden\" name=\"role\" value=\"beside\">\
             <button class=\"main\" name=\"action\" value=\"deposit\">{}</button></form>\n",
            escaped(&view.url()),
            Text::Deposit.in_language(view.locale)
        )
    } else {
        String::new()
    };
    format!(
        "<p>{} {}</p>\n<p>{} {}</p>\n{button}",
        text("bank_name"),
        text("bank_account"),
        Text::DepositBy.in_language(view.locale),
        text("expired_at")
    )
}

/// An amount as people write it.
pub(super) fn amount(price: Money, currency: &str, locale: Locale) -> String {
    let text = price.grouped();
    match (currency, locale) {
        ("KRW", Locale::Ko) => format!("{text}원"),
        ("KRW", Locale::En) => text.strip_prefix('-').map_or(format!("₩{text}"), |digits| format!("-₩{digits}")),
        (other, _) => format!("{text} {}", escaped(other)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_grouped() {
        for (cents, currency, korean, english) in [
            (100_000, "KRW", "1,000원", "₩1,000"),
            (99_900, "KRW", "999원", "₩999"),
            (123_456_700, "KRW", "1,234,567원", "₩1,234,567"),
            (1250, "USD", "12.50 USD", "12.50 USD"),
            (0, "KRW", "0원", "₩0"),
        ] {
            assert_eq!(amount(Money(cents), currency, Locale::Ko), korean);
            assert_eq!(amount(Money(cents), currency, Locale::En), english);
        }
    }
}
