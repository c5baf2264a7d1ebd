//! Rules for amounts.

use super::{Check, Violation};
use crate::{model::Item, value::Won};

impl Check for Won {
    fn check(&self, at: &str) -> Result<(), Violation> {
        range(self, 1, at)
    }
}

/// Accepts an amount that may be zero.
pub(crate) fn from_zero(value: &Won, field: &str) -> Result<(), Violation> {
    range(value, 0, field)
}

/// Accepts an amount from the minimum of a payment at Bootpay (`RC_PRICE_LEAST_LT`).
pub(crate) fn at_least_100(value: &Won, field: &str) -> Result<(), Violation> {
    match value.get() {
        Some(100..) => Ok(()),
        _ => Err(Violation::new(field, "must be at least 100 won")),
    }
}

fn range(value: &Won, least: i64, field: &str) -> Result<(), Violation> {
    match value.get() {
        Some(amount) if (least..=Won::MAX).contains(&amount) => Ok(()),
        Some(_) => Err(Violation::new(field, format!("must be from {least} to {} won", Won::MAX))),
        None => Err(Violation::new(field, format!("must be a whole number of won, not {value:?}"))),
    }
}

/// A field with an amount that another field is a part of; it may be absent.
pub(crate) trait Amount {
    /// Returns the number of won, if there is one.
    fn amount(&self) -> Option<i64>;
}

impl Amount for Won {
    fn amount(&self) -> Option<i64> {
        self.get()
    }
}

impl Amount for Option<Won> {
    fn amount(&self) -> Option<i64> {
        self.as_ref().and_then(Won::get)
    }
}

/// Accepts a part of at most the whole; an absent whole counts as zero.
pub(crate) fn within(part: &Won, whole: &impl Amount, field: &str) -> Result<(), Violation> {
    let whole = whole.amount().unwrap_or_default();
    match part.get() {
        Some(part) if part <= whole => Ok(()),
        _ => Err(Violation::new(field, format!("must be at most {whole}, the amount that it is part of"))),
    }
}

/// Accepts a quantity of at least one.
pub(crate) fn at_least_one(value: &i64, field: &str) -> Result<(), Violation> {
    if *value >= 1 { Ok(()) } else { Err(Violation::new(field, "must be at least 1")) }
}

/// Accepts items with a sum equal to the price.
pub(crate) fn sums_to(items: &[Item], price: &impl Amount, field: &str) -> Result<(), Violation> {
    let each = |item: &Item| item.price.get()?.checked_mul(item.qty);
    let sum = items.iter().try_fold(0_i64, |sum, item| sum.checked_add(each(item)?));
    match (sum, price.amount()) {
        (Some(sum), Some(price)) if sum == price => Ok(()),
        (Some(sum), Some(price)) => {
            Err(Violation::new(field, format!("must sum to the price: qty times price is {sum}, not {price}")))
        }
        _ => Err(Violation::new(field, "must sum to the price")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn only_whole_won_in_range_pass(amount in any::<i64>()) {
            let won = Won::from(amount);
            prop_assert_eq!(won.check("amount").is_ok(), (1..=1_i64 << 53).contains(&amount));
            prop_assert_eq!(from_zero(&won, "tax_free").is_ok(), (0..=1_i64 << 53).contains(&amount));
        }
    }

    #[test]
    fn a_part_is_at_most_the_whole() {
        assert!(within(&Won::from(100), &Won::from(100), "tax_free").is_ok());
        assert!(within(&Won::from(101), &Won::from(100), "tax_free").is_err());
        assert!(within(&Won::from(1), &None::<Won>, "tax_free").is_err());
        assert!(within(&Won::from(0), &None::<Won>, "tax_free").is_ok());
    }

    #[test]
    fn items_sum_up_or_are_refused() {
        let items = |price, qty| vec![Item::new("i-1", "tea", qty, price), Item::new("i-2", "cup", 1, 500)];
        assert!(sums_to(&items(1000, 2), &Won::from(2500), "items").is_ok());
        for (price, qty) in [(1000, 1), (i64::MAX, 2), (i64::MAX, 1)] {
            assert!(sums_to(&items(price, qty), &Won::from(2500), "items").is_err(), "{price} {qty}");
        }
    }
}
