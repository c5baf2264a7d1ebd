use bootpay_macros::model;

/// How a webhook's body is written.
#[model]
pub enum ContentType {
    /// JSON.
    #[name("application/json")]
    Json,
    /// A form.
    #[name("application/x-www-form-urlencoded")]
    Form,
}

/// What a member is invited to.
#[model]
pub enum InviteType {
    /// One project; `app_id` names it.
    #[name("프로젝트", "프로젝트")]
    Project,
    /// A merchant's whole team; `provider_id` names it.
    #[name("팀", "팀")]
    Team,
}
