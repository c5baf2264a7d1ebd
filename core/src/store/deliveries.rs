//! One row for each payment of which a webhook was received: the changes that were delivered, and who is
//! delivering another one.

use std::{sync::Arc, time::Duration};

use tokio::time::Instant;

use super::{
    AttemptStore, Recorder, Store, StoreConfig, Unusable,
    memory::MemoryStore,
    row::{millis, record},
};
use crate::model::{AttemptClaim, AttemptRow};

/// Time for which it is remembered that a change was delivered. Bootpay resends for hours; a merchant can resend
/// from the console for much longer.
const REMEMBERED: Duration = Duration::from_secs(400 * 24 * 60 * 60);

/// The word in a record before what is known of its payment.
const KNOWN: &str = "delivered";

/// The outcome of asking for a payment's row.
pub(crate) enum Taken {
    /// It is this caller's until the lease ends, with what is known of the payment.
    Mine(String),
    /// Another caller has it.
    Busy,
}

impl Recorder {
    /// The same store for deliveries; the memory of this process if the client has none.
    pub(crate) fn for_deliveries(this: &Arc<Self>) -> Arc<Self> {
        if this.is_enabled() {
            return Arc::clone(this);
        }
        let memory: Arc<dyn AttemptStore> = Arc::new(MemoryStore::default());
        Arc::new(Self::new(Some(StoreConfig::Own(Store(memory)))))
    }

    /// Takes the row of a payment, whose id is `place`.
    pub(crate) async fn take(&self, place: &str, lease: Duration, deadline: Instant) -> Result<Taken, Unusable> {
        let place = place.to_owned();
        self.ask(deadline, move |store| {
            if store.insert(row(&place, "", lease))? {
                return Ok(Taken::Mine(String::new()));
            }
            let claim = AttemptClaim { owner: place, answered: false, lease_ms: millis(lease) };
            Ok(store.claim(claim)?.map_or(Taken::Busy, |record| Taken::Mine(known(&record).to_owned())))
        })
        .await
    }

    /// Gives the row back, with what `change` makes of what is known.
    pub(crate) async fn give_back(
        &self,
        place: &str,
        deadline: Instant,
        change: impl FnOnce(&str) -> String + Send + 'static,
    ) -> Result<(), Unusable> {
        let place = place.to_owned();
        self.ask(deadline, move |store| {
            // Who was late may have been overtaken: what is known by now counts.
            let records = store.of_payment(place.clone())?;
            let known = change(records.first().map_or("", |record| known(record)));
            store.put(row(&place, &known, Duration::ZERO))
        })
        .await
    }
}

fn row(place: &str, known: &str, due_in: Duration) -> AttemptRow {
    AttemptRow {
        id: place.to_owned(),
        owner: place.to_owned(),
        payment: Some(place.to_owned()),
        answered: false,
        due_in_ms: millis(due_in),
        forget_in_ms: Some(millis(REMEMBERED)),
        record: record(place, Some(place), &format!("{KNOWN} {known}")),
    }
}

/// The part of a record that says what is known of the payment.
fn known(record: &str) -> &str {
    record.splitn(4, ' ').nth(3).unwrap_or_default()
}
