use bootpay_macros::model;

/// A platform on which a merchant takes payments. Bootpay issues an application id for each.
#[model]
pub enum Platform {
    /// Web pages.
    #[name("web", "웹")]
    Web,
    /// Android apps.
    #[name("android", "안드로이드")]
    Android,
    /// iOS apps.
    #[name("ios", "아이폰")]
    Ios,
    /// The merchant's server, over REST.
    #[name("rest", "서버")]
    Rest,
}
