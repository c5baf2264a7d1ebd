//! The wallets.

use rusqlite::params;

use super::transaction::{Store, Tables};
use crate::domain::refusal::Refusal;
use crate::domain::wallet::Wallet;

pub(super) const TABLES: Tables = Tables {
    names: &["wallets"],
    create: "
CREATE TABLE wallets (
    number INTEGER PRIMARY KEY, wallet_id TEXT NOT NULL UNIQUE, merchant_id TEXT NOT NULL,
    user_id TEXT NOT NULL, place INTEGER NOT NULL, entry TEXT NOT NULL);
CREATE INDEX wallets_by_user ON wallets (merchant_id, user_id, place);
",
};

impl Store<'_> {
    /// Writes a wallet, new or changed.
    pub(crate) fn save_wallet(&self, wallet: &Wallet) -> Result<(), Refusal> {
        self.0
            .prepare_cached(
                "INSERT INTO wallets (wallet_id, merchant_id, user_id, place, entry) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (wallet_id) DO UPDATE SET entry = ?5",
            )?
            .execute(params![
                wallet.wallet_id,
                wallet.merchant_id,
                wallet.user_id,
                wallet.order,
                serde_json::to_string(wallet)?,
            ])?;
        Ok(())
    }

    pub(crate) fn has_wallet(&self, wallet_id: &str) -> Result<bool, Refusal> {
        Ok(self.0.prepare_cached("SELECT 1 FROM wallets WHERE wallet_id = ?1")?.exists([wallet_id])?)
    }

    /// A member's wallets in the order in which they are charged.
    pub(crate) fn wallets(&self, merchant_id: &str, user_id: &str) -> Result<Vec<Wallet>, Refusal> {
        let mut query = self.0.prepare_cached(
            "SELECT entry FROM wallets WHERE merchant_id = ?1 AND user_id = ?2 ORDER BY place, number",
        )?;
        let entries =
            query.query_map([merchant_id, user_id], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        entries.iter().map(|entry| Ok(serde_json::from_str(entry)?)).collect()
    }
}
