use crate::{
    client::{Bootpay, endpoint::Pure},
    error::{BootpayError, Result},
    model::{ParseWebhook, WebhookNotice},
    webhook::notice,
};

impl Pure for ParseWebhook {
    type Answer = WebhookNotice;
    fn answer(self, client: &Bootpay) -> Result<WebhookNotice> {
        let private_key = client.settings().keys.application.as_ref().map(|(_, private_key)| private_key);
        notice::parse(self.headers.iter(), &self.body, private_key).map_err(BootpayError::invalid)
    }
}
