//! Issues access tokens.

use crate::domain::clock::Moment;
use crate::domain::merchant::Merchant;
use crate::domain::refusal::Refusal;
use crate::store::Store;

/// Lifetime of an access token, in seconds from its issue.
pub(crate) const LIFETIME: i64 = 30 * 60;

/// An access token and the seconds that it has left.
pub(crate) struct Issued {
    pub(crate) token: String,
    pub(crate) expire_in: i64,
}

/// Returns the merchant's newest token while it is to be reused, else a new one.
pub(crate) fn issue(store: &Store<'_>, merchant: &Merchant, now: Moment) -> Result<Issued, Refusal> {
    if let Some((token, issued_at)) = store.newest_token(&merchant.id)? {
        let age = now.seconds_since(issued_at);
        if age <= merchant.token_reuse_seconds {
            return Ok(Issued { token, expire_in: LIFETIME - age });
        }
    }
    let token = store.new_id("token", 64)?;
    store.add_token(&token, &merchant.id, now)?;
    Ok(Issued { token, expire_in: LIFETIME })
}
