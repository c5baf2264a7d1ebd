//! The card or account behind a billing key or a wallet, without its number.

use bootpay_core::model::Bank;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::domain::catalog;
use crate::domain::ids;
use crate::domain::pg_result::PgResult;

/// A card or an account, as responses show it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum Instrument {
    Card {
        /// Its middle is masked.
        card_no: String,
    },
    Account {
        bank: Bank,
        /// Its end is masked.
        username: String,
        /// The holder with the middle masked, and the number with all but its ends: as a look-up by the billing
        /// key shows them.
        holder: String,
        number: String,
    },
}

/// The issuer of every card of the emulator, in NICE's numbers.
pub(crate) const CARD_COMPANY_CODE: &str = "02";
const CARD_COMPANY: &str = "KB국민";
/// Replaces the account number of a billing key.
const MASKED_ACCOUNT: &str = "0000000000000000";

impl Instrument {
    /// A card by its number, of 13 to 19 digits.
    pub(crate) fn card(number: &str) -> Self {
        let (start, end) = (number.get(..8).unwrap_or_default(), last_four(number));
        let masked = "*".repeat(number.len().saturating_sub(12));
        Self::Card { card_no: format!("{start}{masked}{end}") }
    }

    /// An account by its bank, number and holder.
    pub(crate) fn account(bank: Bank, number: &str, username: &str) -> Self {
        let holder = masked(username, 1, 1);
        let number = masked(number, 4, 2);
        let mut username: Vec<_> = username.chars().collect();
        if let Some(last) = username.last_mut() {
            *last = '*';
        }
        Self::Account { bank, username: username.into_iter().collect(), holder, number }
    }

    /// The object in a billing key or a wallet.
    pub(crate) fn billing_data(&self) -> Value {
        match self {
            Self::Card { card_no } => json!({
                "card_no": card_no,
                "card_company": CARD_COMPANY,
                "card_company_code": CARD_COMPANY_CODE,
                "card_type": 1,
                "card_hash": ids::hex(0, card_no, 0, 10),
            }),
            Self::Account { bank, username, .. } => json!({
                "bank_name": bank.korean(),
                "bank_code": bank,
                "bank_account": MASKED_ACCOUNT,
                "username": username,
            }),
        }
    }

    /// The object in a billing key that was looked up by itself. That of a card is not on record.
    pub(crate) fn looked_up(&self) -> Value {
        match self {
            Self::Card { .. } => self.billing_data(),
            Self::Account { bank, holder, number, .. } => json!({
                "bank_name": catalog::bank_full_name(bank),
                "bank_code": bank,
                "bank_account": number,
                "username": holder,
            }),
        }
    }

    /// The fields in a receipt.
    pub(crate) fn receipt_data(&self) -> Map<String, Value> {
        let fields: Vec<(&str, &str)> = match self {
            Self::Card { card_no } => {
                vec![("card_no", card_no), ("card_company", CARD_COMPANY), ("card_company_code", CARD_COMPANY_CODE)]
            }
            Self::Account { bank, username, .. } => vec![
                ("bank_code", bank.symbol()),
                ("bank_name", bank.korean().unwrap_or(bank.symbol())),
                ("bank_account", MASKED_ACCOUNT),
                ("bank_username", username),
            ],
        };
        fields.into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect()
    }
}

/// The PG's behaviour for a card or an account, chosen by the last four digits of its number.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Behaviour {
    /// The PG issues no billing key.
    pub(crate) refused: bool,
    /// The billing key expires as soon as it is issued.
    pub(crate) expires_at_once: bool,
    /// The PG issues the billing key only after the buyer's consent, as for every account.
    pub(crate) waits: bool,
    pub(crate) charge_result: PgResult,
}

impl Behaviour {
    pub(crate) fn of(number: &str) -> Self {
        let usual = Self::default();
        match last_four(number) {
            "0002" => Self { refused: true, ..usual },
            "0003" => Self { expires_at_once: true, ..usual },
            "0004" => Self { charge_result: PgResult::Refused, ..usual },
            "0005" => Self { charge_result: PgResult::Critical, ..usual },
            "0006" => Self { charge_result: PgResult::CriticalDone, ..usual },
            "0007" => Self { waits: true, ..usual },
            _ => usual,
        }
    }
}

/// A text with all but its first and last characters masked, and at least one.
fn masked(text: &str, first: usize, last: usize) -> String {
    let count = text.chars().count();
    let end = count.saturating_sub(last).max(first + 1);
    text.chars().enumerate().map(|(at, letter)| if at < first || at >= end { letter } else { '*' }).collect()
}

fn last_four(number: &str) -> &str {
    number.get(number.len().saturating_sub(4)..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_masked() {
        let masked = |number: &str| Instrument::card(number).billing_data()["card_no"].clone();
        assert_eq!(masked("5570123412341074"), "55701234****1074");
        assert_eq!(masked("37012345671074"), "37012345**1074");
        let account = |holder| Instrument::account(Bank::Kookmin, "12345678901290", holder);
        assert_eq!(account("홍길동").billing_data()["username"], "홍길*");
        assert_eq!(
            account("홍길동").looked_up(),
            json!({ "bank_name": "국민은행", "bank_code": "004", "bank_account": "1234********90", "username": "홍*동" })
        );
        for (holder, shown) in [("김구", "김*"), ("남궁길동", "남**동"), ("", "")] {
            assert_eq!(account(holder).looked_up()["username"], shown);
        }
    }
}
