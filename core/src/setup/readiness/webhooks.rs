//! Webhooks: the project's, and the Feedback URLs of the first generation.

use std::net::IpAddr;

use reqwest::Url;

use super::{About, Found, input::Part, keys};
use crate::{
    check::Violation,
    model::{Platform, ReadinessCode as Code},
};

pub(super) fn judge(setup: &Part<'_>, found: &mut Found) -> Result<(), Violation> {
    let Some(notifications) = setup.object("notifications")? else { return Ok(()) };
    let webhook = notifications.object("webhook")?;
    let feedback = notifications.object("feedback")?;
    let url_of =
        |part: Option<&Part<'_>>| part.map_or(Ok(None), |part| part.text("url").map(|url| url.map(str::to_owned)));
    let url = url_of(webhook.as_ref())?;
    let mut feedback_urls = Vec::new();
    for platform in Platform::KNOWN.iter().copied() {
        let part = feedback.as_ref().map_or(Ok(None), |feedback| feedback.object(platform.symbol()))?;
        feedback_urls.push((platform, url_of(part.as_ref())?, part));
    }
    let has_feedback = feedback_urls.iter().any(|(_, url, _)| url.is_some());
    match &url {
        None if !has_feedback => found.add(Code::WebhookMissing, About::nothing()),
        None => lacking(setup, &feedback_urls, found)?,
        Some(url) if !is_https(url) => found.add(Code::WebhookNotHttps, About::nothing().detail(shown(url))),
        Some(_) => {}
    }
    let all = feedback_urls.iter().map(|(platform, url, part)| (Some(*platform), url, part));
    for (platform, url, part) in all.chain([(None, &url, &webhook)]) {
        let Some(url) = url else { continue };
        let about = About { platform, ..About::nothing() }.detail(shown(url));
        // An address without encryption is told as that.
        let told = platform.is_none() && !is_https(url);
        if !told && is_private(url) {
            found.add(Code::WebhookNotPublic, about.clone());
        }
        if part.as_ref().map_or(Ok(None), |part| part.flag("redirects"))? == Some(true) {
            found.add(Code::WebhookRedirects, about);
        }
    }
    Ok(())
}

type FeedbackUrl<'a> = (Platform, Option<String>, Option<Part<'a>>);

/// Platforms in use whose Feedback URL is missing.
fn lacking(setup: &Part<'_>, urls: &[FeedbackUrl<'_>], found: &mut Found) -> Result<(), Violation> {
    let used = keys::platforms(setup)?;
    let ids = setup.object("application_ids")?;
    for (platform, url, _) in urls {
        let has_id = ids.as_ref().map_or(Ok(None), |ids| ids.text(platform.symbol()))?.is_some();
        if url.is_none() && used.as_ref().map_or(has_id, |used| used.contains(platform)) {
            found.add(Code::FeedbackMissing, About::platform(*platform));
        }
    }
    Ok(())
}

fn is_https(url: &str) -> bool {
    Url::parse(url).is_ok_and(|url| url.scheme() == "https")
}

/// The host: the rest of a URL may hold a password.
fn shown(url: &str) -> String {
    let host = Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned));
    host.unwrap_or_else(|| "?".to_owned())
}

/// Returns true for a host that Bootpay cannot reach.
fn is_private(url: &str) -> bool {
    let Ok(url) = Url::parse(url) else { return false };
    let Some(host) = url.host_str() else { return false };
    let host = host.trim_start_matches('[').trim_end_matches(']');
    match host.parse::<IpAddr>() {
        Ok(IpAddr::V4(address)) => {
            address.is_loopback() || address.is_private() || address.is_link_local() || address.is_unspecified()
        }
        Ok(IpAddr::V6(address)) => {
            address.is_loopback()
                || address.is_unspecified()
                || address.is_unique_local()
                || address.is_unicast_link_local()
        }
        Err(_) => {
            host == "localhost" || [".localhost", ".local", ".internal", ".test"].iter().any(|end| host.ends_with(end))
        }
    }
}

/// Returns true for an origin on the machine of the developer.
pub(super) fn is_local(origin: &str) -> bool {
    Url::parse(origin).ok().and_then(|url| url.host_str().map(crate::value::BaseUrl::is_loopback)).unwrap_or(false)
}
