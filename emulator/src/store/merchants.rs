//! The merchants' projects, and their keys and application ids.

use std::cell::RefCell;
use std::sync::Arc;

use rusqlite::{OptionalExtension, Row, params};

use super::cache::Projects;
use super::transaction::{Store, Tables};
use crate::domain::ids;
use crate::domain::merchant::Merchant;
use crate::domain::platform::Platform;
use crate::domain::refusal::Refusal;
use crate::domain::rule::Rule;
use crate::domain::wrong::Wrong;

pub(super) const TABLES: Tables = Tables {
    names: &["merchants", "credentials"],
    create: "
CREATE TABLE merchants (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, merchant TEXT NOT NULL);
CREATE TABLE credentials (
    value TEXT NOT NULL, kind TEXT NOT NULL, merchant_id TEXT NOT NULL, PRIMARY KEY (value, kind)) WITHOUT ROWID;
",
};

/// The kind of a client key in `credentials`; an application id has the kind of its platform.
const CLIENT_KEY: &str = "client_key";

impl Store<'_> {
    /// Id and keys of a new project.
    pub(crate) fn new_keys(&self) -> Result<(String, ids::Keys), Refusal> {
        let (seed, number) = (self.seed()?, self.next("merchant")?);
        Ok((ids::hex(seed, "merchant", number, 24), ids::keys(seed, number)))
    }

    /// A further pair of keys.
    pub(crate) fn new_key_pair(&self) -> Result<(String, String), Refusal> {
        Ok(ids::key_pair(self.seed()?, self.next("key_pair")?))
    }

    pub(crate) fn new_private_key(&self) -> Result<String, Refusal> {
        Ok(ids::private_key(self.seed()?, self.next("private_key")?))
    }

    /// The field of a project that another one has: a key, an application id, or the id of a new project.
    pub(crate) fn taken(&self, merchant: &Merchant, is_new: bool) -> Result<Option<Wrong>, Refusal> {
        let taken = |field: &str| Some(Wrong::by(field, Rule::UsedElsewhere));
        if is_new && self.merchant(&merchant.id)?.is_some() {
            return Ok(taken("id"));
        }
        for (field, value) in merchant.credentials() {
            let kind = if field.ends_with(CLIENT_KEY) { "kind = 'client_key'" } else { "kind <> 'client_key'" };
            let sql = format!("SELECT 1 FROM credentials WHERE value = ?1 AND merchant_id <> ?2 AND {kind}");
            if self.0.prepare_cached(&sql)?.exists([value, &merchant.id])? {
                return Ok(taken(&field));
            }
        }
        Ok(None)
    }

    /// Writes a project, new or changed; refuses a key or an id that another project has.
    pub(crate) fn save_merchant(&self, merchant: &Merchant) -> Result<(), Refusal> {
        if let Some(wrong) = self.taken(merchant, false)? {
            return Err(wrong.into());
        }
        self.1.cache.forget_projects();
        self.0.execute(
            "INSERT INTO merchants (id, merchant) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET merchant = ?2",
            params![merchant.id, serde_json::to_string(merchant)?],
        )?;
        self.0.execute("DELETE FROM credentials WHERE merchant_id = ?1", [&merchant.id])?;
        let ids = &merchant.application_ids;
        let applications = [
            (&merchant.application_id, Platform::Rest),
            (&ids.web, Platform::Web),
            (&ids.android, Platform::Android),
            (&ids.ios, Platform::Ios),
        ];
        let applications = applications.map(|(id, platform)| (id, platform.name()));
        let further = merchant.keys.iter().map(|pair| (&pair.client_key, CLIENT_KEY));
        let keys = std::iter::once((&merchant.client_key, CLIENT_KEY)).chain(further);
        for (value, kind) in applications.into_iter().chain(keys) {
            self.0.execute(
                "INSERT INTO credentials (value, kind, merchant_id) VALUES (?1, ?2, ?3)",
                params![value, kind, merchant.id],
            )?;
        }
        Ok(())
    }

    /// The first project, which every emulator has.
    pub(crate) fn default_merchant(&self) -> Result<Merchant, Refusal> {
        let merchant: String = self
            .0
            .prepare_cached("SELECT merchant FROM merchants ORDER BY number LIMIT 1")?
            .query_row([], |row| row.get(0))?;
        self.read_merchant(&merchant)
    }

    /// Every project, oldest first.
    pub(crate) fn merchants(&self) -> Result<Vec<Merchant>, Refusal> {
        let mut query = self.0.prepare_cached("SELECT merchant FROM merchants ORDER BY number")?;
        let merchants = query.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        merchants.iter().map(|merchant| self.read_merchant(merchant)).collect()
    }

    pub(crate) fn merchant(&self, id: &str) -> Result<Option<Arc<Merchant>>, Refusal> {
        self.remembered(&self.1.cache.by_id, "SELECT merchant FROM merchants WHERE id = ?1", id)
    }

    pub(crate) fn merchant_by_client_key(&self, key: &str) -> Result<Option<Arc<Merchant>>, Refusal> {
        self.remembered(
            &self.1.cache.by_client_key,
            "SELECT merchant FROM merchants WHERE id =
                 (SELECT merchant_id FROM credentials WHERE value = ?1 AND kind = 'client_key')",
            key,
        )
    }

    /// The project of an application id, and the platform of the application.
    pub(crate) fn application(&self, id: &str) -> Result<Option<(Merchant, Platform)>, Refusal> {
        let found: Option<(String, String)> = self
            .0
            .prepare_cached(
                "SELECT merchant, kind FROM credentials JOIN merchants ON merchants.id = merchant_id
                 WHERE value = ?1 AND kind <> 'client_key'",
            )?
            .query_row([id], |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let Some((merchant, kind)) = found else { return Ok(None) };
        Ok(Some((self.read_merchant(&merchant)?, Platform::named(&kind))))
    }

    pub(crate) fn merchant_by_secret_key(&self, key: &str) -> Result<Option<Merchant>, Refusal> {
        self.merchant_where("SELECT merchant FROM merchants WHERE merchant ->> '$.secret_key' = ?1 LIMIT 1", key)
    }

    fn read_merchant(&self, text: &str) -> Result<Merchant, Refusal> {
        Ok(Merchant { gateway_url: self.gateway().to_owned(), ..serde_json::from_str(text)? })
    }

    /// A project that the cache has, or that the query finds.
    fn remembered(
        &self,
        projects: &RefCell<Projects>,
        sql: &str,
        value: &str,
    ) -> Result<Option<Arc<Merchant>>, Refusal> {
        if let Some(merchant) = projects.borrow().get(value).filter(|found| found.gateway_url == self.gateway()) {
            return Ok(Some(merchant.clone()));
        }
        let merchant = self.merchant_where(sql, value)?.map(Arc::new);
        if let Some(merchant) = &merchant {
            projects.borrow_mut().insert(value.to_owned(), merchant.clone());
        }
        Ok(merchant)
    }

    fn merchant_where(&self, sql: &str, value: &str) -> Result<Option<Merchant>, Refusal> {
        let merchant: Option<String> = self.0.prepare_cached(sql)?.query_row([value], |row| row.get(0)).optional()?;
        merchant.map(|merchant| self.read_merchant(&merchant)).transpose()
    }
}
