use super::claim::{self, Claim};
use crate::{
    check::Violation,
    client::{Session, endpoint::Composed},
    error::{BootpayError, Result},
    model::{FinishWebhook, ReleaseWebhook, WebhookResponse},
    store::Held,
    symbol::spelt,
    value::ClaimText,
    webhook::{change::Known, outcome::Reply},
};

impl Composed for FinishWebhook {
    async fn compose(self, session: &Session) -> Result<WebhookResponse> {
        let (held, Claim { words, format, .. }) = claimed(&self.claim, session)?;
        let lease = session.settings.work_time;
        let add = move |known: &str| Known::parse(known).with(words);
        let learnt = session.state.deliveries.learn(held, lease, session.deadline(), add).await;
        learnt.map_err(|unusable| session.unusable("the store of deliveries cannot be used", &unusable))?;
        Ok(Reply::Acknowledged.response(format))
    }
}

impl Composed for ReleaseWebhook {
    async fn compose(self, session: &Session) -> Result<WebhookResponse> {
        let (held, Claim { format, .. }) = claimed(&self.claim, session)?;
        let given = session.state.deliveries.let_go(held, session.deadline()).await;
        given.map_err(|unusable| session.unusable("the store of deliveries cannot be used", &unusable))?;
        Ok(Reply::Later.response(format))
    }
}

fn claimed(text: &ClaimText, session: &Session) -> Result<(Held, Claim)> {
    let invalid = |rule: &str| BootpayError::invalid(Violation::new(&spelt("claim"), rule));
    let claim = claim::restore(text.text()).map_err(invalid)?;
    if !claim.is_of(session.mode()) {
        return Err(invalid("must be of a client with the same mode"));
    }
    let held = Held { place: claim.place.clone(), holder: claim.holder.clone() };
    Ok((held, claim))
}
