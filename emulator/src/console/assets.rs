//! The files of the pages, each under an address with its hash, which a browser keeps for a year.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use sha2::{Digest as _, Sha256};

/// A file that is built in.
pub(super) struct Asset {
    /// `/assets/console-0a1b2c3d.css`
    pub(super) url: String,
    content_type: &'static str,
    bytes: &'static [u8],
}

/// The files.
pub(super) struct Assets {
    pub(super) style: Asset,
    pub(super) script: Asset,
    pub(super) icon: Asset,
    /// The icon of a tab that has something new.
    pub(super) icon_new: Asset,
    /// What the pages gain by live updates.
    pub(super) updates: Asset,
    /// The script of live updates, if it is built in.
    pub(super) live: Option<Asset>,
}

/// Joined by `build.rs`; empty where it was not fetched.
const LIVE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/live.js"));

pub(super) static ASSETS: LazyLock<Assets> = LazyLock::new(|| Assets {
    style: asset("css", "text/css; charset=utf-8", include_bytes!("assets/console.css")),
    script: asset("js", "text/javascript; charset=utf-8", include_bytes!("assets/console.js")),
    icon: asset("svg", "image/svg+xml", include_bytes!("assets/icon.svg")),
    icon_new: asset("svg", "image/svg+xml", include_bytes!("assets/icon-new.svg")),
    updates: asset("js", "text/javascript; charset=utf-8", include_bytes!("assets/updates.js")),
    live: (!LIVE.is_empty()).then(|| asset("live.js", "text/javascript; charset=utf-8", LIVE)),
});

fn asset(extension: &str, content_type: &'static str, bytes: &'static [u8]) -> Asset {
    let digest = Sha256::digest(bytes);
    let hash = digest.iter().take(6).fold(0_u64, |hash, byte| hash << 8 | u64::from(*byte));
    Asset { url: format!("/assets/console-{hash:012x}.{extension}"), content_type, bytes }
}

/// `GET /assets/{file}`
pub(super) async fn file(Path(file): Path<String>) -> Response {
    let assets = &*ASSETS;
    let mut all = [&assets.style, &assets.script, &assets.icon, &assets.icon_new, &assets.updates]
        .into_iter()
        .chain(&assets.live);
    let found = all.find(|asset| asset.url.strip_prefix("/assets/") == Some(&file));
    let Some(asset) = found else { return StatusCode::NOT_FOUND.into_response() };
    let headers = [(CONTENT_TYPE, asset.content_type), (CACHE_CONTROL, "public, max-age=31536000, immutable")];
    (headers, asset.bytes).into_response()
}
