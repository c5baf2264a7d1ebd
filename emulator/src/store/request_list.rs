//! The requests of a project as the console lists them.

use rusqlite::{ToSql, params};

use super::journal::Told;
use super::transaction::Store;
use crate::domain::refusal::Refusal;

/// Requests of a project, and those that named none: their keys were wrong.
const OWN: &str = "kind = 'request' AND (merchant_id = ?1 OR merchant_id IS NULL)";

/// The condition of [`Wanted`], with its values from `?3` to `?9`.
const WANTED: &str = "(?3 IS NULL OR code = ?3)
    AND (?4 IS NULL OR status / 100 = ?4) AND (?5 IS NULL OR facts ->> '$.error_code' = ?5)
    AND (NOT ?6 OR outcome = 'refused') AND (NOT ?7 OR findings > 0)
    AND (NOT ?8 OR facts ->> '$.fault' IS NOT NULL)
    AND (?9 IS NULL OR instr(lower(facts ->> '$.agent'), lower(?9)) > 0)";

/// The requests to list; absent, all.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted {
    pub(crate) endpoint: Option<String>,
    /// The first digit of the HTTP status; 0 for no response.
    pub(crate) class: Option<u16>,
    pub(crate) error_code: Option<String>,
    pub(crate) refused: bool,
    pub(crate) findings: bool,
    pub(crate) faulted: bool,
    /// A part of the name of the program that sent it.
    pub(crate) agent: Option<String>,
    pub(crate) before: Option<i64>,
}

impl Wanted {
    /// The values of a listing: `?1` to `?10`.
    fn values<'a>(&'a self, merchant_id: &'a &str, bound: &'a i64, limit: &'a i64) -> [&'a dyn ToSql; 10] {
        let Self { endpoint, class, error_code, refused, findings, faulted, agent, before: _ } = self;
        [merchant_id, bound, endpoint, class, error_code, refused, findings, faulted, agent, limit]
    }
}

/// Refusals of the same kind at the same endpoint.
pub(crate) struct Group {
    pub(crate) endpoint: String,
    pub(crate) error_code: String,
    pub(crate) count: i64,
    pub(crate) last: i64,
}

impl Store<'_> {
    /// A project's requests, newest first.
    pub(crate) fn list_requests(&self, merchant_id: &str, wanted: &Wanted, limit: usize) -> Result<Vec<Told>, Refusal> {
        let (before, limit) = (wanted.before.unwrap_or(i64::MAX), i64::try_from(limit).unwrap_or(i64::MAX));
        self.told(
            &format!("{OWN} AND seq < ?2 AND {WANTED} ORDER BY seq DESC LIMIT ?10"),
            wanted.values(&merchant_id, &before, &limit),
        )
    }

    /// The numbers of such requests above one, oldest first.
    pub(crate) fn request_numbers(
        &self,
        merchant_id: &str,
        wanted: &Wanted,
        above: i64,
        limit: usize,
    ) -> Result<Vec<i64>, Refusal> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut query = self.0.prepare_cached(&format!(
            "SELECT seq FROM journal WHERE {OWN} AND seq > ?2 AND {WANTED} ORDER BY seq LIMIT ?10"
        ))?;
        let values = wanted.values(&merchant_id, &above, &limit);
        Ok(query.query_map(values, |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// The number of the newest request; 0 without one.
    pub(crate) fn last_request_number(&self) -> Result<i64, Refusal> {
        let sql = "SELECT ifnull(max(seq), 0) FROM journal WHERE kind = 'request'";
        Ok(self.0.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
    }

    /// The request with this number, where it is a project's.
    pub(crate) fn listed_request(&self, merchant_id: &str, seq: i64) -> Result<Option<Told>, Refusal> {
        Ok(self.told(&format!("{OWN} AND seq = ?2"), params![merchant_id, seq])?.pop())
    }

    /// The newest request that was refused because of a manual's sample id, unless a request of the same endpoint was
    /// accepted since.
    pub(crate) fn sample_id_used(&self, merchant_id: &str) -> Result<Option<i64>, Refusal> {
        let mut query = self.0.prepare_cached(&format!(
            "SELECT max(seq) FROM (
                 SELECT code, max(seq) AS seq FROM journal
                 WHERE {OWN} AND outcome = 'refused' AND facts ->> '$.sample' GROUP BY code) AS used
             WHERE NOT EXISTS (
                 SELECT 1 FROM journal AS later WHERE later.kind = 'request' AND later.merchant_id = ?1
                     AND later.code = used.code AND later.seq > used.seq AND later.outcome = 'done')"
        ))?;
        Ok(query.query_row([merchant_id], |row| row.get(0))?)
    }

    /// The endpoints of a project's requests, the most used first.
    pub(crate) fn requested_endpoints(&self, merchant_id: &str) -> Result<Vec<String>, Refusal> {
        let mut query = self.0.prepare_cached(&format!(
            "SELECT code FROM journal WHERE {OWN} GROUP BY code ORDER BY count(*) DESC, code LIMIT 50"
        ))?;
        Ok(query.query_map([merchant_id], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// The refusals of a project's requests, the most frequent first.
    pub(crate) fn refusal_groups(&self, merchant_id: &str) -> Result<Vec<Group>, Refusal> {
        let mut query = self.0.prepare_cached(&format!(
            "SELECT code, facts ->> '$.error_code', count(*), max(seq) FROM journal
             WHERE {OWN} AND outcome = 'refused' AND facts ->> '$.error_code' IS NOT NULL
             GROUP BY 1, 2 ORDER BY 3 DESC, 4 DESC LIMIT 10"
        ))?;
        let group = |row: &rusqlite::Row<'_>| {
            Ok(Group { endpoint: row.get(0)?, error_code: row.get(1)?, count: row.get(2)?, last: row.get(3)? })
        };
        Ok(query.query_map([merchant_id], group)?.collect::<Result<_, _>>()?)
    }
}
