//! Changes of a payment: which comes after which, and which were delivered.

use std::collections::BTreeSet;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::model::{Receipt, Status, WebhookChange, WebhookKind, WebhookNotice};

/// The status of a payment of which a cancel failed.
const CANCEL_FAILED: i64 = -20;

/// A change of one payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    Issued,
    Paid,
    /// The amount refunded so far.
    Refunded(i64),
    /// The status of the escrow of a paid payment.
    Escrow(String),
    /// Any other status, by its number.
    Status(i64),
}

impl Change {
    /// The change that a payment shows; the escrow's, if that is the only news.
    pub(crate) fn of(receipt: &Receipt, known: &Known) -> Self {
        let change = match receipt.status {
            // Whatever became of the last cancel: that much is refunded.
            _ if receipt.cancelled_price > 0 => Self::Refunded(receipt.cancelled_price),
            Status::Paid => Self::Paid,
            Status::VirtualAccountIssued => Self::Issued,
            _ => Self::Status(receipt.status_code),
        };
        escrow(receipt).filter(|escrow| known.covers(&change) && !known.covers(escrow)).unwrap_or(change)
    }

    /// The change that a notice claims, as far as it can be compared.
    fn claimed(notice: &WebhookNotice) -> Option<Self> {
        match notice.kind {
            WebhookKind::Paid => Some(Self::Paid),
            WebhookKind::VirtualAccountIssued => Some(Self::Issued),
            WebhookKind::Cancelled | WebhookKind::PartiallyCancelled => {
                Some(Self::Refunded(notice.cancelled_price.unwrap_or(1)))
            }
            _ => None,
        }
    }

    /// Later changes have higher ranks.
    fn rank(&self) -> (u8, i64) {
        match self {
            Self::Status(_) => (0, 0),
            Self::Issued => (1, 0),
            Self::Paid | Self::Escrow(_) => (2, 0),
            Self::Refunded(cancelled) => (3, *cancelled),
        }
    }

    /// Returns true if a notice claims more than the payment shows, which may still come.
    pub(crate) fn is_behind(&self, notice: &WebhookNotice, receipt: &Receipt) -> bool {
        let may_come = match receipt.status {
            Status::Paid | Status::Cancelling => true,
            // One that was cancelled before it was paid has nothing to refund.
            Status::Cancelled => receipt.cancelled_price > 0,
            ref status => status.may_become_paid(),
        };
        may_come && Self::claimed(notice).is_some_and(|claimed| claimed.rank() > self.rank())
    }

    /// Returns true if a payment that was paid is cancelled by now, and the record does not name the amount yet.
    pub(crate) fn is_unnamed_refund(receipt: &Receipt, known: &Known) -> bool {
        receipt.status == Status::Cancelled && receipt.cancelled_price == 0 && known.covers(&Self::Paid)
    }

    /// Returns true if the payment has come further than a notice claims.
    pub(crate) fn is_ahead_of(&self, notice: &WebhookNotice) -> bool {
        Self::claimed(notice).is_some_and(|claimed| claimed.rank() < self.rank())
    }

    pub(crate) fn public(&self) -> WebhookChange {
        match self {
            Self::Issued => WebhookChange::VirtualAccountIssued,
            Self::Paid => WebhookChange::Paid,
            Self::Refunded(_) => WebhookChange::Refunded,
            Self::Escrow(_) => WebhookChange::Escrow,
            Self::Status(_) => WebhookChange::Other,
        }
    }

    /// The words by which the store knows that it was delivered, and with it the escrow's status.
    pub(crate) fn words(&self, receipt: &Receipt) -> Vec<String> {
        [Some(self.word()), escrow(receipt).map(|escrow| escrow.word())].into_iter().flatten().collect()
    }

    fn word(&self) -> String {
        match self {
            Self::Issued => "issued".to_owned(),
            Self::Paid => "paid".to_owned(),
            Self::Refunded(cancelled) => format!("refunded:{cancelled}"),
            Self::Escrow(status) => format!("escrow:{}", utf8_percent_encode(status, NON_ALPHANUMERIC)),
            Self::Status(status) => format!("status:{status}"),
        }
    }
}

fn escrow(receipt: &Receipt) -> Option<Change> {
    let status = receipt.escrow_data.as_ref()?.status.as_ref()?;
    Some(Change::Escrow(status.symbol().to_owned()))
}

/// The changes of a payment that were delivered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Known(BTreeSet<String>);

impl Known {
    /// Reads the text that a store keeps.
    pub(crate) fn parse(text: &str) -> Self {
        Self(text.split(',').filter(|word| !word.is_empty()).map(str::to_owned).collect())
    }

    /// Returns the text, with more words.
    pub(crate) fn with(mut self, words: impl IntoIterator<Item = String>) -> String {
        self.0.extend(words);
        self.0.into_iter().collect::<Vec<_>>().join(",")
    }

    fn refunded(&self) -> Option<i64> {
        self.0.iter().filter_map(|word| word.strip_prefix("refunded:")?.parse().ok()).max()
    }

    /// Returns true if the change, or one that comes after it, was delivered.
    pub(crate) fn covers(&self, change: &Change) -> bool {
        let has = self.0.contains(&change.word());
        match change {
            Change::Refunded(cancelled) => self.refunded().is_some_and(|refunded| refunded >= *cancelled),
            Change::Paid => has || self.refunded().is_some(),
            Change::Escrow(_) => has,
            // A cancel fails after the payment.
            Change::Status(status) if *status == CANCEL_FAILED => has,
            Change::Issued | Change::Status(_) => has || self.covers(&Change::Paid),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn changes() -> impl Strategy<Value = Change> {
        prop_oneof![
            Just(Change::Issued),
            Just(Change::Paid),
            (1..5i64).prop_map(Change::Refunded),
            (1..3i64).prop_map(Change::Status),
        ]
    }

    proptest! {
        /// In any order of arrival.
        #[test]
        fn a_paid_payment_never_goes_back_and_no_amount_counts_twice(
            arrivals in prop::collection::vec(changes(), 0..20),
        ) {
            let mut text = String::new();
            let mut delivered: Vec<Change> = vec![];
            for change in arrivals {
                let known = Known::parse(&text);
                if known.covers(&change) {
                    continue;
                }
                let paid = delivered.iter().map(Change::rank).filter(|rank| rank.0 >= 2).max();
                prop_assert!(paid.is_none_or(|rank| change.rank() > rank), "{change:?} after {delivered:?}");
                text = known.with([change.word()]);
                prop_assert!(Known::parse(&text).covers(&change));
                delivered.push(change);
            }
        }
    }

    #[test]
    fn a_later_change_covers_earlier_ones() {
        let refunded = Known::parse("refunded:3000");
        let earlier =
            [Change::Refunded(2000), Change::Refunded(3000), Change::Paid, Change::Issued, Change::Status(-4)];
        for covered in earlier {
            assert!(refunded.covers(&covered), "{covered:?}");
        }
        assert!(!refunded.covers(&Change::Refunded(3001)));
        let issued = Known::parse(&Known::default().with([Change::Issued.word()]));
        assert!(issued.covers(&Change::Issued) && !issued.covers(&Change::Paid) && !issued.covers(&Change::Status(-4)));
        assert!(!refunded.covers(&Change::Status(CANCEL_FAILED)) && !refunded.covers(&Change::Escrow("10".into())));
        let odd = Change::Escrow("a,paid".into());
        let escrow = Known::parse(&Known::default().with([odd.word()]));
        assert!(escrow.covers(&odd) && !escrow.covers(&Change::Paid));
        let paid = Known::parse("escrow:10,paid");
        assert!(paid.covers(&Change::Escrow("10".into())) && !paid.covers(&Change::Escrow("11".into())));
    }
}
