//! `Pg::supports`: the capabilities of a PG, from the catalogue.

use super::{
    fact::{Fact, UNKNOWN, by_contract, yes},
    offer::{self, HELP, METHODS, Offer},
};
use crate::model::{Capability, Pg, Support};

impl Pg {
    /// Returns whether this PG can do something, as far as a public source says: `unknown` otherwise, and for a
    /// PG that this version does not know.
    ///
    /// ```
    /// use bootpay_core::model::{Capability, Pg, Support};
    ///
    /// assert_eq!(Pg::Kcp.supports(Capability::SeparateConfirmation), Support::Yes);
    /// assert_eq!(Pg::PayApp.supports(Capability::SeparateConfirmation), Support::No);
    /// ```
    pub fn supports(&self, capability: Capability) -> Support {
        fact(self, capability).support
    }
}

/// The fact, with its source.
pub fn fact(pg: &Pg, capability: Capability) -> Fact {
    offer::offer(pg).map_or(UNKNOWN, |offer| of_offer(offer, capability))
}

fn of_offer(offer: &Offer, capability: Capability) -> Fact {
    match capability {
        Capability::SeparateConfirmation => offer.separate_confirmation,
        Capability::PartialCancel => offer.partial_cancel,
        Capability::Escrow => offer.escrow,
        Capability::CashReceipt => offer.cash_receipt,
        Capability::VirtualAccountRefund => offer.vbank_refund,
        Capability::ChargesInTest => offer.charges_in_test,
        Capability::BillingWindow => offer.by_method("card_rebill", yes(METHODS)),
        Capability::BillingRest => offer.by_method("card_rebill_rest", yes(METHODS)),
        Capability::AccountDebit => offer.by_method("automatic_transfer_rest", yes(METHODS)),
        // A contract of its own, Bootpay's help says.
        Capability::Identity => offer.by_method("auth", by_contract(HELP)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_source_says_stays_unknown() {
        for capability in Capability::KNOWN {
            assert_eq!(Pg::from("no_such_pg").supports(*capability), Support::Unknown);
        }
        assert_eq!(Pg::Welcome.supports(Capability::PartialCancel), Support::Unknown);
        assert_eq!(Pg::NaverPay.supports(Capability::ChargesInTest), Support::Unknown);
        assert_eq!(Pg::Danal.supports(Capability::BillingRest), Support::Unknown);
    }

    #[test]
    fn every_known_fact_has_a_source_and_an_unknown_one_has_none() {
        for pg in Pg::KNOWN {
            for capability in Capability::KNOWN {
                let fact = fact(pg, *capability);
                assert_eq!(fact.source.is_none(), fact.support == Support::Unknown, "{pg:?} {capability:?}");
            }
        }
    }

    #[test]
    fn either_symbol_of_a_pg_has_its_facts() {
        for (second, first) in [(Pg::Lgup, Pg::TossPayments), (Pg::EasyPay, Pg::Kicc), (Pg::Npay, Pg::NaverPay)] {
            for capability in Capability::KNOWN {
                assert_eq!(fact(&second, *capability), fact(&first, *capability));
            }
        }
    }

    #[test]
    fn lists_of_the_sources_are_the_ones_returned() {
        let listed = |capability, wanted| {
            let pgs = Pg::KNOWN.iter().filter(|pg| offer::canonical_pg(pg) == **pg);
            let mut names: Vec<_> = pgs.filter(|pg| pg.supports(capability) == wanted).map(Pg::symbol).collect();
            names.sort_unstable();
            names
        };
        assert_eq!(listed(Capability::SeparateConfirmation, Support::No), ["kiwoompay", "payapp", "payletter"]);
        assert_eq!(listed(Capability::Escrow, Support::ByContract), ["inicis", "kcp"]);
        assert_eq!(listed(Capability::BillingRest, Support::Yes), ["lightpay", "nicepay", "payapp", "welcome"]);
        assert_eq!(listed(Capability::AccountDebit, Support::Yes), ["nicepay"]);
        assert_eq!(listed(Capability::ChargesInTest, Support::No), ["kcp"]);
        assert_eq!(listed(Capability::VirtualAccountRefund, Support::No), ["danal"]);
        assert_eq!(listed(Capability::PartialCancel, Support::ByContract), ["nicepay"]);
    }
}
