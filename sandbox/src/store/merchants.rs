//! The merchants.

use rusqlite::{OptionalExtension, Row, params};

use super::{Store, Tables};
use crate::ids;
use crate::merchant::{Merchant, Mode, Platform};
use crate::reply::Refusal;

pub(super) const TABLES: Tables = Tables {
    names: &["merchants"],
    create: "
CREATE TABLE merchants (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    client_key TEXT NOT NULL UNIQUE, secret_key TEXT NOT NULL,
    application_id TEXT NOT NULL UNIQUE, private_key TEXT NOT NULL,
    company_name TEXT NOT NULL, test INTEGER NOT NULL, strict INTEGER NOT NULL,
    partial_cancel_status INTEGER NOT NULL, web INTEGER NOT NULL);
",
};

impl Store<'_> {
    /// Id and keys for one more merchant.
    pub(crate) fn new_keys(&self) -> Result<(String, ids::Keys), Refusal> {
        let (seed, number) = (self.seed()?, self.next("merchant")?);
        Ok((ids::hex(seed, "merchant", number, 24), ids::keys(seed, number)))
    }

    pub(crate) fn add_merchant(&self, merchant: &Merchant) -> Result<(), Refusal> {
        self.0.execute(
            "INSERT INTO merchants (id, client_key, secret_key, application_id, private_key, company_name,
                 test, strict, partial_cancel_status, web)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            params![
                merchant.id,
                merchant.client_key,
                merchant.secret_key,
                merchant.application_id,
                merchant.private_key,
                merchant.company_name,
                merchant.mode == Mode::Test,
                merchant.strict,
                merchant.partial_cancel_status,
                merchant.platform == Platform::Web,
            ],
        )?;
        Ok(())
    }

    /// The merchant that exists from the start.
    pub(crate) fn default_merchant(&self) -> Result<Merchant, Refusal> {
        Ok(self.0.query_row("SELECT * FROM merchants ORDER BY number LIMIT 1", [], read_merchant)?)
    }

    pub(crate) fn merchant(&self, id: &str) -> Result<Option<Merchant>, Refusal> {
        self.merchant_where("SELECT * FROM merchants WHERE id = ?1", id)
    }

    pub(crate) fn merchant_by_client_key(&self, key: &str) -> Result<Option<Merchant>, Refusal> {
        self.merchant_where("SELECT * FROM merchants WHERE client_key = ?1", key)
    }

    pub(crate) fn merchant_by_application_id(&self, id: &str) -> Result<Option<Merchant>, Refusal> {
        self.merchant_where("SELECT * FROM merchants WHERE application_id = ?1", id)
    }

    fn merchant_where(&self, sql: &str, value: &str) -> Result<Option<Merchant>, Refusal> {
        Ok(self.0.prepare_cached(sql)?.query_row([value], read_merchant).optional()?)
    }
}

fn read_merchant(row: &Row<'_>) -> rusqlite::Result<Merchant> {
    Ok(Merchant {
        id: row.get("id")?,
        client_key: row.get("client_key")?,
        secret_key: row.get("secret_key")?,
        application_id: row.get("application_id")?,
        private_key: row.get("private_key")?,
        company_name: row.get("company_name")?,
        mode: if row.get("test")? { Mode::Test } else { Mode::Live },
        strict: row.get("strict")?,
        partial_cancel_status: row.get("partial_cancel_status")?,
        platform: if row.get("web")? { Platform::Web } else { Platform::Rest },
    })
}
