//! `setup`: calls that send nothing.

use crate::{
    client::{Bootpay, endpoint::Pure},
    error::{BootpayError, Result},
    model::{CheckReadiness, CheckSupport, GetApplicationId, Platform, ReadinessItem, Support},
    setup::{self, ids::missing},
};

impl Pure for GetApplicationId {
    type Answer = String;
    fn answer(self, client: &Bootpay) -> Result<String> {
        let settings = client.settings();
        let own = settings.keys.application.as_ref().filter(|_| self.platform == Platform::Rest);
        let id = settings.application_ids.of(self.platform).or(own.map(|(id, _)| id.expose()));
        id.map(str::to_owned).ok_or_else(|| missing(self.platform))
    }
}

impl Pure for CheckSupport {
    type Answer = Support;
    fn answer(self, _: &Bootpay) -> Result<Support> {
        Ok(self.pg.supports(self.capability))
    }
}

impl Pure for CheckReadiness {
    type Answer = Vec<ReadinessItem>;
    fn answer(self, _: &Bootpay) -> Result<Vec<ReadinessItem>> {
        setup::readiness(&self.setup).map_err(BootpayError::invalid)
    }
}
