use crate::{
    client::Session,
    client::endpoint::{Changing as _, Composed, Routed},
    error::Result,
    model::{ChargeWallet, WalletPayment},
};

impl Composed for ChargeWallet {
    async fn compose(self, session: &Session) -> Result<WalletPayment> {
        let price = self.price.get();
        session
            .change(Self::ROUTE, &self, self.target(), None, |paid: &WalletPayment| paid.receipt.shows_paid(price))
            .await
    }
}
