//! The apps that a payment opens: their packages on Android, their schemes, and their pages in the App Store.

/// An app that a payment may open.
pub(super) struct App {
    /// Its package on Android.
    pub(super) package: Option<&'static str>,
    /// The beginnings of its schemes on Android.
    pub(super) android: &'static [&'static str],
    /// The beginnings of its schemes on iOS.
    pub(super) ios: &'static [&'static str],
    /// Its number in the App Store.
    store: Option<&'static str>,
}

impl App {
    /// Returns its page in the App Store.
    pub(super) fn store_url(&self) -> Option<String> {
        self.store.map(|id| format!("https://apps.apple.com/app/id{id}"))
    }
}

/// Finds the app of a scheme on Android.
pub(super) fn on_android(scheme: &str) -> Option<&'static App> {
    longest(scheme, |app| app.android)
}

/// Finds the app of a scheme on iOS.
pub(super) fn on_ios(scheme: &str) -> Option<&'static App> {
    longest(scheme, |app| app.ios)
}

/// Apps add to their schemes, and one may begin as another's does: the longest beginning counts.
fn longest(scheme: &str, of: fn(&App) -> &'static [&'static str]) -> Option<&'static App> {
    let begins = |app: &App| of(app).iter().filter(|known| scheme.starts_with(**known)).map(|known| known.len()).max();
    APPS.iter().filter_map(|app| Some((begins(app)?, app))).max_by_key(|(length, _)| *length).map(|(_, app)| app)
}

/// Returns the packages of all apps, for `<queries>` in an Android manifest.
pub(super) fn packages() -> impl Iterator<Item = &'static str> {
    APPS.iter().filter_map(|app| app.package).chain(UNNAMED.iter().copied())
}

pub(super) const SAMSUNG_CARD: &str = "kr.co.samsungcard.mpocket";
/// Takes the links of Samsung Card where its own app is not installed.
pub(super) const MONIMO: &str = "net.ib.android.smcard";

const fn app(
    package: &'static str,
    android: &'static [&'static str],
    ios: &'static [&'static str],
    store: &'static str,
) -> App {
    App { package: Some(package), android, ios, store: Some(store) }
}

const fn android(package: &'static str, android: &'static [&'static str]) -> App {
    App { package: Some(package), android, ios: &[], store: None }
}

const fn ios(ios: &'static [&'static str], store: &'static str) -> App {
    App { package: None, android: &[], ios, store: Some(store) }
}

const APPS: &[App] = &[
    app("com.kftc.bankpay.android", &["kftc-bankpay"], &["kftc-bankpay", "kfc-bankpay"], "398456030"),
    app("kvp.jjy.MispAndroid320", &["ispmobile"], &["ispmobile", "kfc-ispmobile"], "369125087"),
    app(
        "com.hyundaicard.appcard",
        &["hdcardappcardansimclick"],
        &["hdcardappcardansimclick", "smhyundaiansimclick"],
        "702653088",
    ),
    app(
        "com.shcard.smartpay",
        &["shinhan-sr-ansimclick"],
        &["shinhan-sr-ansimclick", "smshinhanansimclick"],
        "572462317",
    ),
    app("com.kbcard.kbkookmincard", &["kb-acp"], &["kb-acp"], "695436326"),
    app(
        SAMSUNG_CARD,
        &["mpocket.online.ansimclick"],
        &["mpocket.online.ansimclick", "ansimclickscard", "ansimclickipcollect", "samsungpay", "scardcertiapp"],
        "535125356",
    ),
    app(MONIMO, &["monimopay", "smcard"], &["monimopay", "smcard"], "379577046"),
    app("com.lcacApp", &["lotteappcard"], &["lotteappcard", "lottesmartpay"], "688047200"),
    app("com.hanaskcard.paycla", &["cloudpay"], &["cloudpay"], "847268987"),
    app(
        "nh.smart.nhallonepay",
        &["nhappvardansimclick", "nhappcardansimclick", "nhallonepayansimclick", "nonghyupcardansimclick"],
        &["nhappvardansimclick", "nhappcardansimclick", "nhallonepayansimclick", "nonghyupcardansimclick"],
        "1177889176",
    ),
    app(
        "kr.co.citibank.citimobile",
        &["citispay", "citicardappkr", "citimobileapp"],
        &["citispay", "citicardappkr", "citimobileapp"],
        "1179759666",
    ),
    app("com.kakao.talk", &["kakaotalk"], &["kakaotalk"], "362057947"),
    app("viva.republica.toss", &["supertoss"], &["supertoss"], "839333328"),
    app("com.nhnent.payapp", &["payco"], &["payco"], "924292102"),
    android("com.wooricard.wpay", &["wooripay"]),
    android("com.kakaobank.channel", &["kakaobank"]),
    android("com.nhn.android.search", &["nidlogin"]),
    android("com.ahnlab.v3mobileplus", &["v3mobileplusweb"]),
    ios(&["liivbank"], "1126232922"),
    ios(&["newliiv"], "1573528126"),
    ios(&["kbbank"], "373742138"),
    ios(&["newsmartpib"], "1470181651"),
    ios(&["com.wooricard.wcard"], "1499598869"),
    ios(&["shinsegaeeasypayment"], "666237916"),
    ios(&["hanawalletmembers"], "492190784"),
    ios(&["lpayapp", "lmslpay"], "473250588"),
    ios(&["naversearchapp"], "393499958"),
    ios(&["tauthlink"], "1141258007"),
    ios(&["uplusauth", "upluscorporation"], "1147394645"),
    ios(&["ktauthexternalcall"], "1134371550"),
    ios(&["chaipayment"], "1459979272"),
];

/// Packages that intents name by themselves.
const UNNAMED: &[&str] = &[
    "com.lottemembers.android",
    "com.ssg.serviceapp.android.egiftcertificate",
    "com.inicis.kpay",
    "com.tmoney.tmpay",
    "com.mysmilepay.app",
    "com.lotte.lpay",
    "finance.chai.app",
    "com.kbcard.cxh.appcard",
    "com.kbstar.liivbank",
    "com.kbstar.reboot",
    "com.kbstar.kbbank",
    "com.samsung.android.spay",
    "com.samsung.android.spaylite",
    "com.lge.lgpay",
    "kr.co.hanamembers.hmscustomer",
    "com.shinhan.smartcaremgr",
    "com.shinhan.sbanking",
    "com.shinhancard.smartshinhan",
    "com.wooricard.smartapp",
    "com.wooribank.smart.npib",
    "com.mobiletoong.travelwallet",
    "com.kbankwith.smartbank",
    "com.knb.psb",
    "kr.co.kfcc.mobilebank",
    "com.nh.cashcardapp",
    "com.hanaskcard.rocomo.potal",
    "com.lumensoft.touchenappfree",
    "com.TouchEn.mVaccine.webs",
    "kr.co.shiftworks.vguardweb",
    "net.nshc.droidxantivirus",
    "com.kt.ktauth",
    "kr.danal.app.damoum",
    "uplus.membership",
    "com.sktelecom.tauth",
    "com.om.sktelecom.tauth",
    "com.lguplus.smartotp",
    "com.tmoney.inapp",
    "com.tmoney.nfc_pay",
    "com.ebcard.cashbeeinapp",
    "com.skt.skaf.A000Z00040",
    "com.eg.android.AlipayGphone",
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_package_and_no_scheme_is_there_twice() {
        let packages: Vec<_> = packages().collect();
        assert_eq!(packages.iter().collect::<BTreeSet<_>>().len(), packages.len());
        for of in [(|app: &App| app.android) as fn(&App) -> &'static [&'static str], |app| app.ios] {
            let schemes: Vec<_> = APPS.iter().flat_map(of).collect();
            assert_eq!(schemes.iter().collect::<BTreeSet<_>>().len(), schemes.len());
        }
    }

    #[test]
    fn the_longest_beginning_counts() {
        let page = |scheme| on_ios(scheme).and_then(App::store_url);
        assert_ne!(page("newliiv"), page("liivbank"));
        assert_eq!(page("ispmobile2"), page("ispmobile"));
        assert_eq!(page("isp"), None);
        assert_eq!(on_android("newliiv").and_then(|app| app.package), None);
    }
}
