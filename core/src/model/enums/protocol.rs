use bootpay_macros::model;

/// Content type of a webhook's body.
#[model]
pub enum ContentType {
    /// JSON.
    #[name("application/json")]
    Json,
    /// A form.
    #[name("application/x-www-form-urlencoded")]
    Form,
}

/// Target of an invitation.
#[model]
pub enum InviteType {
    /// One project; `app_id` names it.
    #[name("프로젝트", "프로젝트")]
    Project,
    /// A merchant's whole team; `provider_id` names it.
    #[name("팀", "팀")]
    Team,
}
