use bootpay_macros::model;

use super::Courier;

/// Reports to the PG that the goods of an escrow payment were shipped.
#[model(request)]
pub struct StartShipping {
    /// Bootpay's id of the payment, 24 hex characters.
    #[check(id)]
    pub receipt_id: String,
    /// The courier's tracking number.
    #[check(not_blank)]
    pub tracking_number: String,
    /// The courier; its Korean name is sent, and any other name is accepted.
    pub delivery_corp: Courier,
    /// True if the merchant has paid for shipping.
    pub shipping_prepayment: Option<bool>,
    /// Days until the parcel arrives.
    pub shipping_day: Option<i64>,
    /// The recipient.
    pub user: Option<ShippingUser>,
    /// The sender.
    pub company: Option<Company>,
    /// URL to which the buyer is redirected after confirming or refusing (Inicis only).
    pub redirect_url: Option<String>,
    /// A page about the receipt; no source documents its purpose.
    pub receipt_url: Option<String>,
}

/// The recipient of a parcel.
#[model(input)]
pub struct ShippingUser {
    /// Name.
    #[personal]
    pub username: Option<String>,
    /// Phone number.
    #[personal]
    pub phone: Option<String>,
    /// Postal code.
    #[personal]
    pub zipcode: Option<String>,
    /// Address.
    #[personal]
    pub address: Option<String>,
}

/// The sender of a parcel.
#[model(input)]
pub struct Company {
    /// Name.
    #[personal]
    pub name: Option<String>,
    /// Phone number.
    #[personal]
    pub phone: Option<String>,
    /// Postal code.
    #[personal]
    pub zipcode: Option<String>,
    /// Address.
    #[personal]
    pub addr1: Option<String>,
    /// The rest of the address.
    #[personal]
    pub addr2: Option<String>,
}
