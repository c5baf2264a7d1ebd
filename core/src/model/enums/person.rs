use bootpay_macros::model;

/// A person's sex, as the API accepts and returns it.
#[model(numbered)]
pub enum Gender {
    /// Male.
    #[name("male", "남")]
    #[code(1)]
    Male,
    /// Female.
    #[name("female", "여")]
    #[code(0)]
    Female,
    /// Not given.
    #[name("not_told")]
    #[code(-1)]
    NotTold,
}

/// Mobile carriers, for an identity verification.
#[cfg(feature = "server")]
#[model(open)]
pub enum Carrier {
    /// SK Telecom.
    #[name("SKT", "SK텔레콤")]
    Skt,
    /// KT.
    #[name("KT", "케이티")]
    Kt,
    /// LG U+.
    #[name("LGU+", "LG유플러스", "LGT")]
    Lgu,
    /// A low-cost carrier on SK Telecom's network.
    #[name("SKT_MVNO", "SK텔레콤 알뜰폰")]
    SktMvno,
    /// A low-cost carrier on KT's network.
    #[name("KT_MVNO", "케이티 알뜰폰")]
    KtMvno,
    /// A low-cost carrier on LG U+'s network.
    #[name("LGU+_MVNO", "LG유플러스 알뜰폰")]
    LguMvno,
}

/// Method of an identity verification.
#[cfg(feature = "server")]
#[model]
pub enum AuthenticateType {
    /// A code by text message.
    Sms,
    /// The carriers' PASS app.
    Pass,
}
