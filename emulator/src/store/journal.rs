//! The journal: one row for each thing that happened, written in the transaction that it tells of.

use rusqlite::{Connection, Row, params};
use serde_json::Value;

use super::transaction::{Store, Tables};
use crate::domain::clock::Moment;
use crate::domain::journal::{Actor, Change, Entry, Kind, Line, Outcome};
use crate::domain::refusal::Refusal;

pub(super) const TABLES: Tables = Tables {
    names: &["journal"],
    create: "
CREATE TABLE journal (
    seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, real INTEGER NOT NULL, duration INTEGER,
    merchant_id TEXT, receipt_id TEXT, order_id TEXT, actor TEXT NOT NULL, kind TEXT NOT NULL,
    outcome TEXT NOT NULL, code TEXT NOT NULL, status INTEGER, findings INTEGER NOT NULL, facts TEXT NOT NULL,
    detail TEXT);
CREATE INDEX journal_by_receipt ON journal (receipt_id, seq) WHERE receipt_id IS NOT NULL;
CREATE INDEX journal_of_findings ON journal (merchant_id, seq) WHERE kind = 'request' AND findings > 0;
CREATE INDEX journal_of_requests ON journal (seq) WHERE kind = 'request';
",
};

/// The number of newest requests that are kept: a soak run must not fill the memory.
pub(super) const REQUESTS_KEPT: i64 = 10_000;
/// The number of newest entries of all kinds that are kept: some 10 MB.
const KEPT: i64 = 50_000;
/// Entries between two looks for old ones.
const BETWEEN_LOOKS: i64 = 256;

/// The most entries in one answer.
const LONGEST: u32 = 500;

const COLUMNS: &str = "seq, at, real, duration, merchant_id, receipt_id, order_id, actor, kind, outcome, code, status,
    findings, facts";

/// The number of the next entry in a file.
pub(super) fn next_seq(connection: &Connection) -> Result<i64, Refusal> {
    Ok(connection.query_row("SELECT ifnull(max(seq), 0) + 1 FROM journal", [], |row| row.get(0))?)
}

/// The entries that are wanted; absent, all.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Wanted<'a> {
    pub(crate) after: i64,
    pub(crate) merchant_id: Option<&'a str>,
    pub(crate) receipt_id: Option<&'a str>,
    pub(crate) kind: Option<Kind>,
}

impl Store<'_> {
    /// Keeps a place in the journal, for an entry that is written after what follows it.
    pub(crate) fn reserve(&self) -> i64 {
        self.1.next_seq.replace(self.1.next_seq.get() + 1)
    }

    /// Writes an entry at the end.
    pub(crate) fn tell(&self, entry: &Entry<'_>) -> Result<(), Refusal> {
        self.tell_at(self.reserve(), entry)
    }

    /// Writes an entry at a place that was kept.
    pub(crate) fn tell_at(&self, seq: i64, entry: &Entry<'_>) -> Result<(), Refusal> {
        let (actor, at) = self.1.hand.get();
        let at = entry.at.or(at).map_or_else(|| self.now(), Ok)?;
        let about = entry.about;
        self.0
            .prepare_cached(
                "INSERT INTO journal (seq, at, real, duration, merchant_id, receipt_id, order_id, actor, kind, outcome,
                     code, status, findings, facts, detail)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
            )?
            .execute(params![
                seq,
                at.0,
                Self::real_time().0,
                entry.duration,
                about.merchant_id,
                about.receipt_id,
                about.order_id,
                actor.symbol(),
                entry.kind.symbol(),
                entry.outcome.symbol(),
                entry.code,
                entry.status,
                entry.findings,
                entry.facts.to_string(),
                entry.detail,
            ])?;
        self.note(entry.kind, about.receipt_id, seq);
        if seq % BETWEEN_LOOKS == 0 {
            self.forget_old_entries(seq)?;
        }
        Ok(())
    }

    /// Adds a change to those that are announced once they are committed.
    pub(super) fn note(&self, kind: Kind, receipt_id: Option<&str>, seq: i64) {
        self.1.changes.borrow_mut().push(Change { kind, receipt_id: receipt_id.map(str::to_owned), seq });
    }

    fn forget_old_entries(&self, last: i64) -> Result<(), Refusal> {
        self.0.prepare_cached("DELETE FROM journal WHERE seq <= ?1")?.execute([last - KEPT])?;
        self.0
            .prepare_cached(
                "DELETE FROM journal WHERE kind = 'request' AND seq <= (
                     SELECT seq FROM journal WHERE kind = 'request' ORDER BY seq DESC LIMIT 1 OFFSET ?1)",
            )?
            .execute([REQUESTS_KEPT])?;
        Ok(())
    }

    /// The wanted entries, oldest first.
    pub(crate) fn journal(&self, wanted: &Wanted<'_>) -> Result<Vec<Line>, Refusal> {
        let by = if wanted.receipt_id.is_some() { "receipt_id = ?2" } else { "?2 IS NULL" };
        let mut query = self.0.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM journal WHERE seq > ?1 AND {by} AND (?3 IS NULL OR merchant_id = ?3)
                 AND (?4 IS NULL OR kind = ?4) ORDER BY seq LIMIT ?5"
        ))?;
        let kind = wanted.kind.map(Kind::symbol);
        let lines = query
            .query_map(params![wanted.after, wanted.receipt_id, wanted.merchant_id, kind, LONGEST], line)?
            .collect::<Result<_, _>>()?;
        Ok(lines)
    }
}

pub(super) fn line(row: &Row<'_>) -> rusqlite::Result<Line> {
    fn known<T>(symbol: &str, named: fn(&str) -> Option<T>) -> rusqlite::Result<T> {
        named(symbol).ok_or(rusqlite::Error::InvalidQuery)
    }
    Ok(Line {
        seq: row.get(0)?,
        at: Moment(row.get(1)?),
        real: Moment(row.get(2)?),
        duration: row.get(3)?,
        merchant_id: row.get(4)?,
        receipt_id: row.get(5)?,
        order_id: row.get(6)?,
        actor: known(&row.get::<_, String>(7)?, Actor::named)?,
        kind: known(&row.get::<_, String>(8)?, Kind::named)?,
        outcome: known(&row.get::<_, String>(9)?, Outcome::named)?,
        code: row.get(10)?,
        status: row.get(11)?,
        findings: row.get(12)?,
        facts: serde_json::from_str(&row.get::<_, String>(13)?).unwrap_or_default(),
    })
}

/// An entry with what its page shows besides.
pub(crate) struct Told {
    pub(crate) line: Line,
    pub(crate) detail: Option<Value>,
}

impl Store<'_> {
    /// The story of a payment, oldest first: its first entries and its last ones, with the number of those left out.
    pub(crate) fn story(&self, receipt_id: &str, first: u32, last: u32) -> Result<(Vec<Told>, i64), Refusal> {
        let all: i64 = self
            .0
            .prepare_cached("SELECT count(*) FROM journal WHERE receipt_id = ?1")?
            .query_row([receipt_id], |row| row.get(0))?;
        let mut story = self.told("receipt_id = ?1 ORDER BY seq LIMIT ?2", params![receipt_id, first])?;
        let end = story.last().map_or(0, |told| told.line.seq);
        let mut rest =
            self.told("receipt_id = ?1 AND seq > ?2 ORDER BY seq DESC LIMIT ?3", params![receipt_id, end, last])?;
        rest.reverse();
        story.append(&mut rest);
        let left_out = all - i64::try_from(story.len()).unwrap_or(all);
        Ok((story, left_out))
    }

    /// The entries that a condition chooses.
    pub(super) fn told(&self, condition: &str, values: impl rusqlite::Params) -> Result<Vec<Told>, Refusal> {
        let mut query = self.0.prepare_cached(&format!("SELECT {COLUMNS}, detail FROM journal WHERE {condition}"))?;
        let read = |row: &Row<'_>| {
            let detail: Option<String> = row.get(14)?;
            Ok(Told { line: line(row)?, detail: detail.and_then(|text| serde_json::from_str(&text).ok()) })
        };
        let told = query.query_map(values, read)?.collect::<Result<_, _>>()?;
        Ok(told)
    }
}
