//! The names of PGs and methods, Bootpay's own in Korean and plain words in English, and of platforms.

use super::language::Language;
use super::texts::Texts;
use crate::domain::catalog::{self, method_name, pg_name};
use crate::domain::payment::Payment;
use crate::domain::platform::Platform;

/// The platforms, as the pages list them.
pub(super) const PLATFORMS: [Platform; 4] = [Platform::Web, Platform::Android, Platform::Ios, Platform::Rest];

/// The name of a PG by its symbol; the symbol itself in English, since the PGs have no other name there.
pub(super) fn of_pg(symbol: &str, t: Texts) -> String {
    match (t.0, catalog::find_pg(symbol)) {
        (Language::Ko, Some(pg)) => pg_name(&pg).to_owned(),
        _ => symbol.to_owned(),
    }
}

/// The name of a method by its symbol.
pub(super) fn of_method(symbol: &str, t: Texts) -> String {
    let name = match symbol {
        "card" => t.method_card(),
        "bank" => t.method_bank(),
        "vbank" => t.method_vbank(),
        "phone" => t.method_phone(),
        "card_rebill" => t.method_card_rebill(),
        "card_rebill_rest" => t.method_card_rebill_rest(),
        "automatic_transfer_rest" => t.method_transfer_rebill(),
        "auth" => t.method_auth(),
        "kakao" => t.method_kakao(),
        "naverpay" => t.method_naver(),
        "payco" => t.method_payco(),
        "toss" => t.method_toss(),
        other => {
            return catalog::find_method(other)
                .map_or_else(|| other.to_owned(), |method| method_name(&method).to_owned());
        }
    };
    name.to_owned()
}

/// The name of a payment's PG.
pub(super) fn pg(payment: &Payment, t: Texts) -> String {
    of_pg(payment.pg.symbol(), t)
}

/// The name of a payment's method.
pub(super) fn method(payment: &Payment, t: Texts) -> String {
    of_method(payment.method.symbol(), t)
}

/// The name of a platform.
pub(super) fn of_platform(platform: Platform, t: Texts) -> &'static str {
    match platform {
        Platform::Web => t.platform_web(),
        Platform::Android => t.platform_android(),
        Platform::Ios => t.platform_ios(),
        Platform::Rest => t.platform_rest(),
    }
}
