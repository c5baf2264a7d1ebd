use bootpay_macros::model;

/// Couriers, by the Korean names that Bootpay accepts as `delivery_corp`.
#[model(open)]
pub enum Courier {
    /// CJ Logistics.
    #[name("CJ대한통운", "CJ대한통운")]
    CjLogistics,
    /// Hanjin.
    #[name("한진", "한진")]
    Hanjin,
    /// Lotte Global Logistics.
    #[name("롯데", "롯데")]
    Lotte,
    /// KGB.
    #[name("KGB", "KGB")]
    Kgb,
    /// Dongbu Express.
    #[name("동부", "동부")]
    Dongbu,
    /// Korea Post.
    #[name("우체국", "우체국")]
    KoreaPost,
    /// Logen.
    #[name("로젠", "로젠")]
    Logen,
    /// Yellow Cap.
    #[name("옐로우캡", "옐로우캡")]
    YellowCap,
    /// Kyungdong.
    #[name("경동", "경동")]
    Kyungdong,
    /// Daesin.
    #[name("대신", "대신")]
    Daesin,
    /// Sagawa.
    #[name("사가와", "사가와")]
    Sagawa,
    /// Ilyang Logis.
    #[name("일양로지스", "일양로지스")]
    IlyangLogis,
    /// Honam.
    #[name("호남", "호남")]
    Honam,
    /// Hapdong.
    #[name("합동", "합동")]
    Hapdong,
    /// Chunil.
    #[name("천일", "천일")]
    Chunil,
    /// Convenience store parcel.
    #[name("편의점", "편의점")]
    ConvenienceStore,
    /// Delivered by the merchant itself.
    #[name("직접배달", "직접배달")]
    OwnDelivery,
    /// Quick service by motorcycle.
    #[name("퀵서비스", "퀵서비스")]
    QuickService,
}
