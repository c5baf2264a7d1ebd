//! A reseller's sellers, their apps, and invitations.

use rusqlite::{OptionalExtension, params};
use serde_json::{Map, Value};

use super::transaction::{Store, Tables};
use crate::domain::refusal::Refusal;

pub(super) const TABLES: Tables = Tables {
    names: &["sellers", "seller_apps", "invitations"],
    create: "
CREATE TABLE sellers (
    number INTEGER PRIMARY KEY, provider_id TEXT NOT NULL UNIQUE, merchant_id TEXT NOT NULL,
    primary_key TEXT NOT NULL, seller TEXT NOT NULL, UNIQUE (merchant_id, primary_key));
CREATE TABLE seller_apps (
    number INTEGER PRIMARY KEY, app_id TEXT NOT NULL UNIQUE, provider_id TEXT NOT NULL, app TEXT NOT NULL);
CREATE TABLE invitations (number INTEGER PRIMARY KEY, merchant_id TEXT NOT NULL, invitation TEXT NOT NULL);
",
};

impl Store<'_> {
    /// Adds a seller; returns false where the reseller has used this `primary_key`, or anyone this `provider_id`.
    pub(crate) fn add_seller(
        &self,
        merchant_id: &str,
        provider_id: &str,
        primary_key: &str,
        seller: &Map<String, Value>,
    ) -> Result<bool, Refusal> {
        let added = self.0.execute(
            "INSERT INTO sellers (provider_id, merchant_id, primary_key, seller) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT DO NOTHING",
            params![provider_id, merchant_id, primary_key, serde_json::to_string(seller)?],
        )?;
        Ok(added == 1)
    }

    /// A reseller's own seller.
    pub(crate) fn seller(&self, merchant_id: &str, provider_id: &str) -> Result<Option<Map<String, Value>>, Refusal> {
        let seller: Option<String> = self
            .0
            .prepare_cached("SELECT seller FROM sellers WHERE merchant_id = ?1 AND provider_id = ?2")?
            .query_row([merchant_id, provider_id], |row| row.get(0))
            .optional()?;
        Ok(seller.map(|seller| serde_json::from_str(&seller)).transpose()?)
    }

    /// Deletes a seller and its apps.
    pub(crate) fn remove_seller(&self, provider_id: &str) -> Result<(), Refusal> {
        self.0.execute("DELETE FROM seller_apps WHERE provider_id = ?1", [provider_id])?;
        self.0.execute("DELETE FROM sellers WHERE provider_id = ?1", [provider_id])?;
        Ok(())
    }

    pub(crate) fn add_seller_app(
        &self,
        provider_id: &str,
        app_id: &str,
        app: &Map<String, Value>,
    ) -> Result<(), Refusal> {
        self.0.execute(
            "INSERT INTO seller_apps (app_id, provider_id, app) VALUES (?1, ?2, ?3)",
            params![app_id, provider_id, serde_json::to_string(app)?],
        )?;
        Ok(())
    }

    pub(crate) fn is_seller_app(&self, app_id: &str) -> Result<bool, Refusal> {
        Ok(self.0.prepare_cached("SELECT 1 FROM seller_apps WHERE app_id = ?1")?.exists([app_id])?)
    }

    pub(crate) fn change_seller_app(&self, app_id: &str, app: &Map<String, Value>) -> Result<(), Refusal> {
        self.0.execute(
            "UPDATE seller_apps SET app = ?2 WHERE app_id = ?1",
            params![app_id, serde_json::to_string(app)?],
        )?;
        Ok(())
    }

    /// An app of one of the reseller's sellers.
    pub(crate) fn seller_app(&self, merchant_id: &str, app_id: &str) -> Result<Option<Map<String, Value>>, Refusal> {
        let app: Option<String> = self
            .0
            .prepare_cached(
                "SELECT app FROM seller_apps JOIN sellers USING (provider_id) WHERE merchant_id = ?1 AND app_id = ?2",
            )?
            .query_row([merchant_id, app_id], |row| row.get(0))
            .optional()?;
        Ok(app.map(|app| serde_json::from_str(&app)).transpose()?)
    }

    /// A seller's apps, oldest first.
    pub(crate) fn seller_apps(&self, provider_id: &str) -> Result<Vec<Value>, Refusal> {
        let mut query = self.0.prepare_cached("SELECT app FROM seller_apps WHERE provider_id = ?1 ORDER BY number")?;
        let apps = query.query_map([provider_id], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        apps.iter().map(|app| Ok(serde_json::from_str(app)?)).collect()
    }

    pub(crate) fn add_invitation(&self, merchant_id: &str, invitation: &Value) -> Result<(), Refusal> {
        self.0.execute(
            "INSERT INTO invitations (merchant_id, invitation) VALUES (?1, ?2)",
            params![merchant_id, invitation.to_string()],
        )?;
        Ok(())
    }

    /// The invitations, oldest first; of one reseller where given.
    pub(crate) fn invitations(&self, merchant_id: Option<&str>) -> Result<Vec<Value>, Refusal> {
        let mut query = self.0.prepare_cached(
            "SELECT invitation FROM invitations WHERE ?1 IS NULL OR merchant_id = ?1 ORDER BY number",
        )?;
        let found = query.query_map([merchant_id], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        found.iter().map(|invitation| Ok(serde_json::from_str(invitation)?)).collect()
    }
}
