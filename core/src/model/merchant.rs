use bootpay_macros::model;

use super::{InviteType, Method};
use crate::{
    value::Json,
    wire::{Response, says_failed},
};

/// Lists the PGs and methods that the merchant has activated in Bootpay's console.
#[model(request)]
pub struct ListPaymentMethods {}

/// A PG and a method that the merchant has activated. No source documents the response; `raw` has all of
/// it.
#[model]
pub struct PaymentMethod {
    /// The PG's name in Korean.
    pub pg: Option<String>,
    /// The PG's symbol.
    pub pg_symbol: Option<String>,
    /// The method, in Korean.
    pub method: Option<String>,
    /// The method.
    pub method_symbol: Option<Method>,
    /// True if it is in test mode.
    pub sandbox: Option<bool>,
    /// The whole object as Bootpay sent it.
    #[default]
    pub raw: Json,
}

/// Resends the webhook of a payment.
#[model(request)]
pub struct ResendWebhook {
    /// Bootpay's id of the payment, 24 hex characters.
    #[check(id)]
    pub receipt_id: String,
    /// Destination URL: https, public.
    #[check(web_url)]
    pub webhook_url: String,
}

/// Creates a merchant of a reseller.
#[model(request)]
pub struct CreateSeller {
    /// The merchant's short name.
    #[check(not_blank)]
    pub company_alias: String,
    /// The merchant's name.
    #[check(not_blank)]
    pub company_name: String,
    /// The reseller's own id of the merchant.
    #[check(id)]
    pub primary_key: String,
    /// E-mail address.
    #[personal]
    pub email: Option<String>,
    /// Business number.
    #[personal]
    pub regist_no: Option<String>,
    /// The owner's name.
    #[personal]
    pub owner_name: Option<String>,
    /// Phone number.
    #[personal]
    pub phone: Option<String>,
    /// Postal code.
    #[personal]
    pub zip: Option<String>,
    /// Address.
    #[personal]
    pub address1: Option<String>,
    /// The rest of the address.
    #[personal]
    pub address2: Option<String>,
    /// The name of the first project.
    pub app_name: Option<String>,
    /// The PGs of the first project, with their settings.
    #[personal]
    pub resources: Option<Json>,
    /// True to notify the merchant by e-mail; false by default.
    pub send_email: Option<bool>,
}

/// Looks up a merchant of a reseller.
#[model(request)]
pub struct GetSeller {
    /// Bootpay's id of the merchant.
    #[check(id)]
    pub provider_id: String,
}

/// Deletes a merchant of a reseller that was created for a test.
#[model(request)]
pub struct DeleteTestSeller {
    /// Bootpay's id of the merchant.
    #[check(id)]
    pub provider_id: String,
}

/// Sets the PGs of a project of a reseller's merchant.
#[model(request)]
pub struct UpdateResources {
    /// Bootpay's id of the project.
    #[check(id)]
    pub app_id: String,
    /// The PGs, with their settings.
    #[personal]
    pub resources: Json,
}

/// Creates a project for a merchant of a reseller.
#[model(request)]
pub struct CreateApp {
    /// Bootpay's id of the merchant.
    #[check(id)]
    pub provider_id: String,
    /// The project's name.
    #[check(not_blank)]
    pub name: String,
    /// The currency: `KRW`.
    pub unit: Option<String>,
    /// The kind of goods sold: physical goods are `실물`.
    pub real: Option<String>,
    /// Description of the project.
    pub desc: Option<String>,
    /// The time zone: `Asia/Seoul`.
    pub timezone: Option<String>,
}

/// Invites a person to a project or to a merchant's team.
#[model(request)]
pub struct InviteMember {
    /// E-mail address.
    #[check(not_blank)]
    #[personal]
    pub email: String,
    /// Level of permission: `관리자` may do everything.
    #[check(not_blank)]
    pub level: String,
    /// Target of the invitation.
    pub invite_type: InviteType,
    /// Bootpay's id of the project, for an invitation to one.
    pub app_id: Option<String>,
    /// Bootpay's id of the merchant, for an invitation to its team.
    pub provider_id: Option<String>,
}

/// A response with a shape that no source documents.
#[model]
pub struct Undocumented {
    /// The whole response as Bootpay sent it; JSON null if it sent null.
    #[default]
    pub raw: Json,
}

impl Response for PaymentMethod {}

impl Response for Undocumented {
    // Of a member's proof or a new merchant, it may well hold a token or keys.
    const PRIVATE: bool = true;

    fn from_json(json: &str) -> Result<Self, String> {
        Ok(Self { raw: Json::checked(json) })
    }

    fn is_failure(&self) -> bool {
        says_failed(self.raw.text())
    }
}
