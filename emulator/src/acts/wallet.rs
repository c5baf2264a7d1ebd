//! Charges the wallets of a merchant's member.

use crate::acts::charge::attempt;
use crate::domain::clock::Moment;
use crate::domain::payment::Payment;
use crate::domain::pg_result::PgResult;
use crate::domain::refusal::Refusal;
use crate::domain::wallet::Wallet;
use crate::store::Store;

/// Wallets tried in their order.
pub(crate) struct Tried {
    /// The wallet that paid.
    pub(crate) paid: Option<Wallet>,
    /// The wallets that were refused before it.
    pub(crate) refused: Vec<Wallet>,
}

/// Charges the first wallet that its PG accepts. A lost result ends the attempt: the next wallet
/// might be charged for the same order once more.
pub(crate) fn charge_first(
    store: &Store<'_>,
    wallets: Vec<Wallet>,
    payment: &mut Payment,
    now: Moment,
) -> Result<Tried, Refusal> {
    let mut refused = Vec::new();
    for mut wallet in wallets {
        match charge(store, &mut wallet, payment, now)? {
            (_, None) => return Ok(Tried { paid: Some(wallet), refused }),
            (PgResult::Refused, Some(_)) => refused.push(wallet),
            (_, Some(critical)) => return Err(critical),
        }
    }
    Ok(Tried { paid: None, refused })
}

/// Charges one wallet: the PG's result, and the refusal where there is one.
pub(crate) fn charge(
    store: &Store<'_>,
    wallet: &mut Wallet,
    payment: &mut Payment,
    now: Moment,
) -> Result<(PgResult, Option<Refusal>), Refusal> {
    payment.instrument = wallet.instrument.receipt_data();
    let result = wallet.result(now);
    let refusal = attempt(store, payment, result, now)?;
    if matches!(result, PgResult::Ok | PgResult::CriticalDone) {
        wallet.latest_purchased_at = Some(now);
        store.save_wallet(wallet)?;
    }
    Ok((result, refusal))
}
