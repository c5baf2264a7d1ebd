//! Decides what becomes of a link that a page in the window opens.

use percent_encoding::{CONTROLS, percent_decode_str, utf8_percent_encode};

use super::{
    Invalid,
    apps::{self, App, MONIMO, SAMSUNG_CARD},
};
use crate::model::{DecideLink, LinkAction, LinkDecision, Platform};

/// Schemes that a page may load, and no app.
const OF_PAGES: &[&str] = &["http", "https", "about", "data", "blob", "javascript"];
/// Schemes of what belongs to the device.
const OF_THE_DEVICE: &[&str] = &["file", "content", "filesystem"];
const NAVER_LOGIN: &str = "https://nid.naver.com/login/scheme.redirect?session=";

pub(super) fn decide(request: &DecideLink) -> Result<LinkDecision, Invalid> {
    // A browser drops these too before it looks for the scheme.
    let url = request.url.trim_matches(|letter: char| letter.is_whitespace() || letter.is_control());
    let link = Link { url, scheme: scheme(url), installed: request.installed.as_deref() };
    match request.platform {
        _ if request.redirect_url.as_deref().is_some_and(|back| is_return(url, back)) => {
            Ok(link.to(LinkAction::Result))
        }
        Platform::Android => Ok(link.on_android()),
        Platform::Ios => Ok(link.on_ios()),
        Platform::Web | Platform::Rest => {
            Err(Invalid::new("platform", "must be android or ios: a browser opens links itself"))
        }
    }
}

/// Returns true if a URL is that one, with or without a query of its own.
fn is_return(url: &str, back: &str) -> bool {
    let back = back.split_once('#').map_or(back, |(back, _)| back).trim_end_matches(['?', '&']);
    let (url, back) = (written(url), written(back));
    let rest = url.strip_prefix(&back).map(|rest| rest.bytes().next());
    !back.is_empty() && rest.is_some_and(|next| matches!(next, None | Some(b'?' | b'&' | b'#')))
}

/// A URL as a browser writes it: scheme and host in small letters, without the scheme's own port, with a path, and
/// in ASCII.
fn written(url: &str) -> String {
    let ascii = utf8_percent_encode(url, CONTROLS).to_string();
    let Some((scheme, rest)) = ascii.split_once("://") else { return ascii };
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let (scheme, host) = (scheme.to_ascii_lowercase(), host.to_ascii_lowercase());
    let (port, root) = match scheme.as_str() {
        "http" => (":80", "/"),
        "https" => (":443", "/"),
        _ => ("", ""),
    };
    let host = host.strip_suffix(port).unwrap_or(&host);
    format!("{scheme}://{host}{}{path}", if path.starts_with('/') { "" } else { root })
}

/// Returns the scheme in small letters; nothing if there is none.
fn scheme(url: &str) -> String {
    let scheme = url.split_once(':').map_or("", |(scheme, _)| scheme);
    let starts = scheme.starts_with(|letter: char| letter.is_ascii_alphabetic());
    let is_scheme = scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    if starts && is_scheme { scheme.to_ascii_lowercase() } else { String::new() }
}

struct Link<'a> {
    url: &'a str,
    scheme: String,
    installed: Option<&'a [String]>,
}

impl Link<'_> {
    fn to(&self, action: LinkAction) -> LinkDecision {
        decision(action, self.url)
    }

    fn on_android(&self) -> LinkDecision {
        match self.scheme.as_str() {
            // A virus scanner that phones no longer have; nothing answers its link.
            _ if self.url.contains("vguardend") => self.to(LinkAction::Swallow),
            "" => self.to(LinkAction::Stay),
            page if OF_PAGES.contains(&page) => self.to(LinkAction::Stay),
            device if OF_THE_DEVICE.contains(&device) => self.to(LinkAction::Swallow),
            "market" => self.to(LinkAction::Install),
            "intent" => self.intent(),
            app => match apps::on_android(app).and_then(|app| app.package) {
                Some(package) => self.app(self.url, package, None),
                None => self.to(LinkAction::OpenApp),
            },
        }
    }

    fn intent(&self) -> LinkDecision {
        let intent = Intent::read(self.url);
        let known = intent.scheme().and_then(|scheme| apps::on_android(&scheme)).and_then(|app| app.package);
        match (intent.package.as_deref().or(known), intent.data.as_deref()) {
            (Some(package), Some(data)) => self.app(data, package, intent.fallback),
            (Some(package), None) if self.has(package) != Some(true) => install(package, intent.fallback),
            (None, Some(data)) => LinkDecision { fallback_url: intent.fallback, ..decision(LinkAction::OpenApp, data) },
            (_, None) => match intent.fallback {
                Some(fallback) => decision(LinkAction::Load, &fallback),
                None => self.to(LinkAction::Swallow),
            },
        }
    }

    /// An app that is installed is opened, another one is fetched; the caller that cannot tell tries it.
    fn app(&self, url: &str, package: &str, fallback: Option<String>) -> LinkDecision {
        let package = if package == SAMSUNG_CARD && self.has(package) == Some(false) && self.has(MONIMO) == Some(true) {
            MONIMO
        } else {
            package
        };
        if self.has(package) == Some(false) {
            return install(package, fallback);
        }
        LinkDecision {
            package: Some(package.to_owned()),
            fallback_url: fallback,
            store_url: Some(market(package)),
            ..decision(LinkAction::OpenApp, url)
        }
    }

    fn has(&self, package: &str) -> Option<bool> {
        self.installed.map(|installed| installed.iter().any(|installed| installed == package))
    }

    fn on_ios(&self) -> LinkDecision {
        match self.scheme.as_str() {
            "http" | "https" if is_of_the_app_store(self.url) => self.to(LinkAction::OpenApp),
            "" | "file" => self.to(LinkAction::Stay),
            page if OF_PAGES.contains(&page) => self.to(LinkAction::Stay),
            "naversearchthirdlogin" if self.url.contains("session=") => {
                let session = self.url.split_once("session=").map_or("", |(_, session)| session);
                decision(LinkAction::Load, &format!("{NAVER_LOGIN}{session}"))
            }
            app => {
                LinkDecision { store_url: apps::on_ios(app).and_then(App::store_url), ..self.to(LinkAction::OpenApp) }
            }
        }
    }
}

fn decision(action: LinkAction, url: &str) -> LinkDecision {
    LinkDecision { action, url: url.to_owned(), package: None, fallback_url: None, store_url: None }
}

fn market(package: &str) -> String {
    format!("market://details?id={package}")
}

/// A page of the link's own goes before the store.
fn install(package: &str, fallback: Option<String>) -> LinkDecision {
    match fallback {
        Some(fallback) => decision(LinkAction::Load, &fallback),
        None => LinkDecision {
            package: Some(package.to_owned()),
            fallback_url: Some(format!("https://play.google.com/store/apps/details?id={package}")),
            ..decision(LinkAction::Install, &market(package))
        },
    }
}

/// By its host, since a page's query may hold anything.
fn is_of_the_app_store(url: &str) -> bool {
    let host = url.split_once("://").map_or("", |(_, rest)| rest);
    let host = host.split(['/', '?', '#']).next().unwrap_or_default();
    matches!(host, "apps.apple.com" | "itunes.apple.com")
}

/// The parts of an `intent:` URL that are used. Its component and its selector are dropped: with them a page
/// chooses any part of any app.
#[derive(Default)]
struct Intent {
    data: Option<String>,
    package: Option<String>,
    fallback: Option<String>,
}

impl Intent {
    fn read(url: &str) -> Self {
        let Some((data, fields)) = url.rsplit_once("#Intent;") else { return Self::default() };
        let data = data.split_once(':').map_or("", |(_, data)| data);
        let (mut intent, mut given) = (Self::default(), None);
        // Behind `SEL` are the fields of the selector.
        for field in fields.split(';').take_while(|field| !matches!(*field, "end" | "SEL")) {
            let (name, value) = field.split_once('=').unwrap_or((field, ""));
            let value = percent_decode_str(value).decode_utf8_lossy().into_owned();
            match name {
                "scheme" => given = Some(value),
                "package" => intent.package = is_package(&value).then_some(value),
                "S.browser_fallback_url" => intent.fallback = is_page(&value).then_some(value),
                _ => {}
            }
        }
        // Without a scheme among the fields, the data has its own.
        intent.data = match given {
            Some(given) => is_for_apps(&given).then(|| format!("{given}:{data}")),
            None => is_for_apps(&scheme(data)).then(|| data.to_owned()),
        };
        intent
    }

    fn scheme(&self) -> Option<String> {
        self.data.as_deref().map(scheme)
    }
}

fn is_package(name: &str) -> bool {
    let part = |part: &str| part.starts_with(|letter: char| letter.is_ascii_alphabetic());
    name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_')) && name.split('.').all(part)
}

pub(super) fn is_page(url: &str) -> bool {
    matches!(scheme(url).as_str(), "http" | "https")
}

/// Returns true for the scheme of an app or of a page; not for one by which a page reaches into an app.
fn is_for_apps(name: &str) -> bool {
    let known = scheme(&format!("{name}:"));
    let web = matches!(known.as_str(), "http" | "https");
    let other =
        OF_PAGES.iter().chain(OF_THE_DEVICE).any(|page| *page == known) || matches!(known.as_str(), "" | "intent");
    web || !other
}
