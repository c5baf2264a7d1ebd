//! The merchants.

use rusqlite::{OptionalExtension, params};

use super::transaction::{Store, Tables};
use crate::domain::ids;
use crate::domain::merchant::Merchant;
use crate::domain::refusal::Refusal;

pub(super) const TABLES: Tables = Tables {
    names: &["merchants"],
    create: "
CREATE TABLE merchants (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, client_key TEXT NOT NULL UNIQUE,
    application_id TEXT NOT NULL UNIQUE, merchant TEXT NOT NULL);
",
};

impl Store<'_> {
    /// Id and keys of a new merchant.
    pub(crate) fn new_keys(&self) -> Result<(String, ids::Keys), Refusal> {
        let (seed, number) = (self.seed()?, self.next("merchant")?);
        Ok((ids::hex(seed, "merchant", number, 24), ids::keys(seed, number)))
    }

    pub(crate) fn add_merchant(&self, merchant: &Merchant) -> Result<(), Refusal> {
        self.0.execute(
            "INSERT INTO merchants (id, client_key, application_id, merchant) VALUES (?1, ?2, ?3, ?4)",
            params![merchant.id, merchant.client_key, merchant.application_id, serde_json::to_string(merchant)?],
        )?;
        Ok(())
    }

    /// The merchant that exists from the start.
    pub(crate) fn default_merchant(&self) -> Result<Merchant, Refusal> {
        let merchant: String =
            self.0.query_row("SELECT merchant FROM merchants ORDER BY number LIMIT 1", [], |row| row.get(0))?;
        Ok(serde_json::from_str(&merchant)?)
    }

    pub(crate) fn merchant(&self, id: &str) -> Result<Option<Merchant>, Refusal> {
        self.merchant_where("SELECT merchant FROM merchants WHERE id = ?1", id)
    }

    pub(crate) fn merchant_by_client_key(&self, key: &str) -> Result<Option<Merchant>, Refusal> {
        self.merchant_where("SELECT merchant FROM merchants WHERE client_key = ?1", key)
    }

    pub(crate) fn merchant_by_application_id(&self, id: &str) -> Result<Option<Merchant>, Refusal> {
        self.merchant_where("SELECT merchant FROM merchants WHERE application_id = ?1", id)
    }

    pub(crate) fn merchant_by_secret_key(&self, key: &str) -> Result<Option<Merchant>, Refusal> {
        self.merchant_where("SELECT merchant FROM merchants WHERE merchant ->> '$.secret_key' = ?1 LIMIT 1", key)
    }

    fn merchant_where(&self, sql: &str, value: &str) -> Result<Option<Merchant>, Refusal> {
        let merchant: Option<String> = self.0.prepare_cached(sql)?.query_row([value], |row| row.get(0)).optional()?;
        Ok(merchant.map(|merchant| serde_json::from_str(&merchant)).transpose()?)
    }
}
