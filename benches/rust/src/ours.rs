//! What both contenders of ours do: typed receipts.

use std::error::Error;

use bootpay_core::{
    Bootpay, BootpayError, ClientOptions, Credentials,
    model::{CancelFull, ChargeBillingKey, GetReceipt},
};

use super::command::{Command, RECEIPT_ID};

/// Makes the calls that are wanted, with the client that `open` makes.
pub(crate) async fn run(
    open: impl FnOnce(Credentials, ClientOptions) -> Result<Bootpay, BootpayError>,
) -> Result<(), Box<dyn Error>> {
    let command = Command::read()?;
    let mut options = ClientOptions::new().base_url(&*command.url);
    if let Some(ca) = &command.ca {
        options = options.ca_certificates(&**ca);
    }
    let bootpay = open(Credentials::new().client_key("key").secret_key("secret"), options)?;
    let (second, third) = (bootpay.clone(), bootpay.clone());
    let get = move || {
        let call = bootpay.payments().get(GetReceipt::new(RECEIPT_ID));
        async { assert_eq!(call.await.expect("a receipt").price, 15_000) }
    };
    let cancel = move || {
        let call = second.payments().cancel_full(CancelFull::new(RECEIPT_ID).cancel_message("changed mind"));
        async { assert_eq!(call.await.expect("a receipt").cancelled_price, 15_000) }
    };
    let charge = move || {
        let request = ChargeBillingKey::new(RECEIPT_ID, "green tea", "order-20261125-1001", 15_000);
        let call = third.billing().charge(request);
        async { assert_eq!(call.await.expect("a receipt").price, 15_000) }
    };
    command.run(get, cancel, charge).await
}
