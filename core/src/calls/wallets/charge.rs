use crate::{
    client::Session,
    client::endpoint::{Changing as _, Composed, Routed},
    error::Result,
    model::{ChargeWallet, WalletPayment},
};

impl Composed for ChargeWallet {
    async fn compose(self, session: &Session) -> Result<WalletPayment> {
        session.check_credential(Self::ROUTE.accepts)?;
        let price = self.price.get();
        let target = self.look(session).await?;
        let before = target.clone();
        let paid = |paid: &WalletPayment| paid.receipt.shows_paid(price) && before.is_new(&paid.receipt.receipt_id);
        session.change(Self::ROUTE, &self, target, None, paid).await
    }
}
