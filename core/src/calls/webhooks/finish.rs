use super::claim::{self, Claim};
use crate::{
    check::Violation,
    client::{Session, endpoint::Composed},
    error::{BootpayError, Result},
    model::{FinishWebhook, ReleaseWebhook, WebhookResponse},
    symbol::spelt,
    value::ClaimText,
    webhook::{change::Known, outcome::Reply},
};

impl Composed for FinishWebhook {
    async fn compose(self, session: &Session) -> Result<WebhookResponse> {
        let Claim { place, words, format } = claimed(&self.claim, session)?;
        session.give_back(&place, move |known| Known::parse(known).with(words)).await?;
        Ok(Reply::Acknowledged.response(format))
    }
}

impl Composed for ReleaseWebhook {
    async fn compose(self, session: &Session) -> Result<WebhookResponse> {
        let Claim { place, format, .. } = claimed(&self.claim, session)?;
        session.give_back(&place, str::to_owned).await?;
        Ok(Reply::Later.response(format))
    }
}

fn claimed(text: &ClaimText, session: &Session) -> Result<Claim> {
    let invalid = |rule: &str| BootpayError::invalid(Violation::new(&spelt("claim"), rule));
    let claim = claim::restore(text.text()).map_err(invalid)?;
    let is_ours = claim.is_of(&session.settings);
    if is_ours { Ok(claim) } else { Err(invalid("must be of a client with the same merchant and mode")) }
}
