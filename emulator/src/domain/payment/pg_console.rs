//! The parts of a payment that depend on the merchant's registrations in the PG's console, and on the window.

use bootpay_core::model::Status;

use super::{Choice, Payment};
use crate::domain::catalog::Details;
use crate::domain::clock::Moment;
use crate::domain::merchant::Merchant;
use crate::domain::offer;
use crate::domain::payment::buyer::BuyerAction;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::rule::Rule;

impl Payment {
    /// Refuses the cancel of a live payment at a PG that does not know Bootpay's addresses.
    pub(crate) fn check_cancel_address(&self, merchant: &Merchant) -> Result<(), Refusal> {
        let needed = offer::offer(&self.pg).is_some_and(|offer| offer.needs_cancel_address);
        if self.sandbox || !needed || merchant.registration(&self.pg).cancel_address || self.purchased_at.is_none() {
            return Ok(());
        }
        Err(Code::CancelFailed.by(Rule::CancelAddressMissing { pg: self.pg.symbol().to_owned() }).with_pg_code("8012"))
    }

    /// Returns whether the PG tells Bootpay of a deposit. Test payments are of Bootpay's own merchant at the PG.
    pub(crate) fn tells_deposit(&self, merchant: &Merchant) -> bool {
        let needed = offer::offer(&self.pg).is_some_and(offer::Offer::needs_deposit_url);
        self.sandbox || !needed || self.details() != Details::Vbank || merchant.registration(&self.pg).deposit_url
    }

    /// A deposit of which the PG tells Bootpay nothing: the receipt stays as it is.
    pub(crate) fn deposit_silently(&mut self, now: Moment) -> Result<(), Refusal> {
        self.clone().buyer(BuyerAction::Deposit, now)?;
        self.silent_deposit_at = Some(now);
        Ok(())
    }

    /// The buyer's choice in the unified window.
    pub(crate) fn choose(&mut self, chosen: &Choice, merchant: &Merchant) -> Result<(), Refusal> {
        let Some(choice) = self.choice.as_ref().filter(|_| self.status == Status::Ready) else {
            return Err(
                Code::Control.because("pg and method can be chosen only at status 0, where the request left them open")
            );
        };
        let open = merchant.unified(choice);
        let Some(shown) = open.iter().find(|shown| {
            chosen.pg.as_ref().is_none_or(|pg| offer::canonical_pg(pg) == shown.pg)
                && chosen.methods.iter().flatten().all(|method| offer::canonical_method(method) == shown.method)
        }) else {
            let open: Vec<_> =
                open.iter().map(|shown| format!("{} at {}", shown.method.symbol(), shown.pg.symbol())).collect();
            return Err(Code::MethodNotActive.because(format!("the window shows {}", open.join(", "))));
        };
        let terms = merchant.terms(&shown.pg, &shown.method)?;
        (self.pg, self.method) = (shown.pg.clone(), shown.method.clone());
        (self.sandbox, self.charged, self.auto_cancel_after) = (terms.sandbox, terms.charged, terms.auto_cancel_after);
        Ok(())
    }
}
