//! One row for each payment of which a webhook was received: the changes that were delivered, and who is
//! delivering another one.

use std::{sync::Arc, time::Duration};

use tokio::time::Instant;
use uuid::Uuid;

use super::{
    AttemptStore, Recorder, Store, StoreConfig, StoreError, Unusable,
    memory::MemoryStore,
    row::{millis, record},
};
use crate::model::{AttemptClaim, AttemptRow};

/// Time for which it is remembered that a change was delivered. Bootpay resends for hours; a merchant can resend
/// from the console for much longer.
pub(super) const REMEMBERED: Duration = Duration::from_secs(400 * 24 * 60 * 60);

/// The word in a record before its holder and what is known of its payment.
const DELIVERED: &str = "delivered";

/// Stands for no holder.
const NOBODY: &str = "-";

/// The outcome of asking for a payment's row.
pub(crate) enum Taken {
    /// It is this caller's until the lease ends, with what is known of the payment.
    Mine(Held, String),
    /// Another caller has it.
    Busy,
}

/// A row that its caller holds, or held: its lease may have ended, and another caller hold it by now.
#[derive(Clone, Debug)]
pub(crate) struct Held {
    /// The id of the row.
    pub(crate) place: String,
    /// This holder, of whom there is only one.
    pub(crate) holder: String,
}

impl Recorder {
    /// Returns the store for deliveries: the client's, or else the memory of this process.
    pub(crate) fn for_deliveries(this: &Arc<Self>) -> Arc<Self> {
        if this.is_enabled() {
            return Arc::clone(this);
        }
        let memory: Arc<dyn AttemptStore> = Arc::new(MemoryStore::default());
        Arc::new(Self::new(Some(StoreConfig::Own(Store(memory)))))
    }

    /// Takes the row of a payment, whose id is `place`.
    pub(crate) async fn take(&self, place: &str, lease: Duration, deadline: Instant) -> Result<Taken, Unusable> {
        let key = place;
        let (place, holder) = (place.to_owned(), Uuid::now_v7().to_string());
        self.ask(key, deadline, move |store| {
            if store.insert(row(&place, &holder, "", lease))? {
                return Ok(Taken::Mine(Held { place, holder }, String::new()));
            }
            let claim = AttemptClaim { owner: place.clone(), answered: false, lease_ms: millis(lease) };
            let Some(record) = store.claim(claim)? else { return Ok(Taken::Busy) };
            let (_, known) = read(&record)?;
            store.put(row(&place, &holder, known, lease))?;
            Ok(Taken::Mine(Held { place, holder }, known.to_owned()))
        })
        .await
    }

    /// Gives the row back as it is; without effect if another caller holds it by now.
    pub(crate) async fn let_go(&self, held: Held, deadline: Instant) -> Result<(), Unusable> {
        let key = held.place.clone();
        self.ask(&key, deadline, move |store| match present(store, &held.place)? {
            (holder, known) if holder == held.holder => store.put(row(&held.place, NOBODY, &known, Duration::ZERO)),
            _ => Ok(()),
        })
        .await
    }

    /// Adds to what is known and gives the row back. Another caller who holds it by now keeps it, for a whole lease.
    pub(crate) async fn learn(
        &self,
        held: Held,
        lease: Duration,
        deadline: Instant,
        learn: impl FnOnce(&str) -> String + Send + 'static,
    ) -> Result<(), Unusable> {
        let key = held.place.clone();
        self.ask(&key, deadline, move |store| {
            let (holder, known) = present(store, &held.place)?;
            let (known, is_free) = (learn(&known), holder == held.holder || holder == NOBODY);
            let (holder, due_in) = if is_free { (NOBODY, Duration::ZERO) } else { (&*holder, lease) };
            store.put(row(&held.place, holder, &known, due_in))
        })
        .await
    }
}

/// The holder of a row and what is known of its payment.
fn present(store: &dyn AttemptStore, place: &str) -> Result<(String, String), StoreError> {
    let records = store.of_payment(place.to_owned())?;
    let Some(record) = records.first() else { return Ok((NOBODY.to_owned(), String::new())) };
    read(record).map(|(holder, known)| (holder.to_owned(), known.to_owned()))
}

fn row(place: &str, holder: &str, known: &str, due_in: Duration) -> AttemptRow {
    AttemptRow {
        id: place.to_owned(),
        owner: place.to_owned(),
        payment: Some(place.to_owned()),
        answered: false,
        due_in_ms: millis(due_in),
        forget_in_ms: Some(millis(REMEMBERED)),
        record: record(place, Some(place), &format!("{DELIVERED} {holder};{known};")),
    }
}

/// The holder and what is known, of a record.
fn read(record: &str) -> Result<(&str, &str), StoreError> {
    let mut parts = record.splitn(4, ' ').skip(2);
    let (word, rest) = (parts.next(), parts.next().and_then(|rest| rest.strip_suffix(';')?.split_once(';')));
    match rest {
        Some(rest) if word == Some(DELIVERED) => Ok(rest),
        // Nothing would be delivered twice only by luck.
        _ => Err(StoreError::new("the record of a delivery was truncated or altered")),
    }
}
