use bootpay_macros::model;

use super::Courier;

/// Tells the PG of an escrow payment that the goods are on their way.
#[model(request)]
pub struct StartShipping {
    /// Bootpay's id of the payment, 24 hex characters.
    #[check(id)]
    pub receipt_id: String,
    /// The courier's number of the parcel.
    #[check(not_blank)]
    pub tracking_number: String,
    /// The courier; its Korean name travels, and any other name may be given.
    pub delivery_corp: Courier,
    /// Whether the merchant has paid for shipping.
    pub shipping_prepayment: Option<bool>,
    /// In how many days the parcel arrives.
    pub shipping_day: Option<i64>,
    /// Who receives it.
    pub user: Option<ShippingUser>,
    /// Who sends it.
    pub company: Option<Company>,
    /// Where the buyer lands after confirming or refusing (Inicis only).
    pub redirect_url: Option<String>,
    /// A page about the receipt; what for, no source tells.
    pub receipt_url: Option<String>,
}

/// Who receives a parcel.
#[model(input)]
pub struct ShippingUser {
    /// Name.
    pub username: Option<String>,
    /// Phone number.
    pub phone: Option<String>,
    /// Postal code.
    pub zipcode: Option<String>,
    /// Address.
    pub address: Option<String>,
}

/// Who sends a parcel.
#[model(input)]
pub struct Company {
    /// Name.
    pub name: Option<String>,
    /// Phone number.
    pub phone: Option<String>,
    /// Postal code.
    pub zipcode: Option<String>,
    /// Address.
    pub addr1: Option<String>,
    /// The rest of the address.
    pub addr2: Option<String>,
}
