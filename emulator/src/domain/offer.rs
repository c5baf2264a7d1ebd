//! The PGs of core's catalogue, as the emulator's controls show them: methods, settings, test payments, registrations.

pub(crate) use bootpay_core::setup::offer::{OFFERS, Offer, canonical_method, canonical_pg, offer};
use serde_json::{Value, json};

/// The symbols of the PGs in the catalogue, for messages.
pub(crate) fn pgs() -> String {
    OFFERS.iter().map(|offer| offer.pg).collect::<Vec<_>>().join(", ")
}

/// The keys of a PG's settings, for messages.
pub(crate) fn setting_keys(offer: &Offer) -> String {
    offer.settings.iter().map(|setting| setting.key).collect::<Vec<_>>().join(", ")
}

/// The entry of the catalogue.
pub(crate) fn render(offer: &Offer) -> Value {
    let methods = offer.methods.iter().map(|method| {
        json!({
            "method": method,
            "needed_settings": offer.needed(method).collect::<Vec<_>>(),
            "test_charged": offer.charges_tests(method, false),
            "test_charged_by_manual": offer.charges_tests(method, true),
            "testable": !offer.untestable.contains(method),
        })
    });
    json!({
        "pg": offer.pg,
        "methods": methods.collect::<Vec<_>>(),
        "settings": offer.settings.iter().map(|setting| setting.key).collect::<Vec<_>>(),
        "any_settings": offer.any_settings,
        "needs_own_test_keys": offer.needs_own_test_keys,
        "needs_cancel_address": offer.needs_cancel_address,
        "needs_deposit_url": offer.needs_deposit_url(),
    })
}

#[cfg(test)]
mod tests {
    use bootpay_core::model::Pg;

    use super::*;
    use crate::domain::catalog;

    #[test]
    fn every_method_is_one_that_can_be_activated() {
        for offer in OFFERS {
            assert_eq!(
                catalog::find_pg(offer.pg).map(|pg| canonical_pg(&pg).symbol().to_owned()).as_deref(),
                Some(offer.pg)
            );
            for name in offer.methods.iter().chain(offer.untestable).chain(offer.free_methods()) {
                let method = catalog::find_activated(name).unwrap_or_else(|| panic!("{name}"));
                assert!(offer.methods.contains(name) && canonical_method(&method) == method, "{name}");
            }
        }
    }

    #[test]
    fn settings_are_needed_by_method() {
        let needed = |pg, method: &str| offer(&pg).unwrap().needed(method).collect::<Vec<_>>();
        assert_eq!(needed(Pg::Kcp, "card"), ["site_cd"]);
        assert_eq!(needed(Pg::Kcp, "card_rebill"), ["site_cd", "kcpgroup_id"]);
        assert_eq!(needed(Pg::Danal, "phone"), ["cpid", "cppwd", "item_code"]);
        assert_eq!(needed(Pg::Lgup, "card"), ["mid", "client_key", "secret_key"]);
        assert!(needed(Pg::LightPay, "card").is_empty());
    }
}
