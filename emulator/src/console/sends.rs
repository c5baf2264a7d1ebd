//! A form acts once. The server puts a nonce into every form; a form that comes again, by a double click, a reload or
//! *Back*, leads where it led the first time.
//!
//! A send is the nonce with everything else that was posted, so that a page which *Back* brought up again can still
//! send another amount. What was sent without a nonce, as programs do, acts each time.

use std::collections::VecDeque;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::http::{HeaderValue, Method, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{AppendHeaders, IntoResponse as _, Redirect, Response};
use tokio::sync::watch;

use super::Console;
use super::form::LARGEST;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::rule::Rule;

/// The number of sends that are remembered.
const REMEMBERED: usize = 1000;
/// The field of the nonce.
const NONCE: &str = "nonce";
/// The notice of a form that came again.
const REPEATED: &str = "repeated";

/// The sends of the forms of one start of the emulator.
pub(super) struct Sends {
    boot: i64,
    issued: AtomicU64,
    memory: Mutex<Memory>,
}

#[derive(Default)]
struct Memory {
    /// The oldest first.
    sends: VecDeque<Sent>,
    /// The newest page of which a send was forgotten: a form of it, or of an older one, may have acted.
    forgotten: u64,
}

struct Sent {
    key: u64,
    /// The number of the page.
    page: u64,
    end: watch::Receiver<Option<End>>,
}

/// The end of a send.
#[derive(Clone)]
enum End {
    /// It led to this address, with these cookies.
    Led(String, Vec<HeaderValue>),
    Refused(Refusal),
}

/// What a form's handler answers in place of acting.
#[derive(Clone)]
pub(super) struct Instead(pub(super) Refusal);

enum Taken {
    First(watch::Sender<Option<End>>),
    Again(watch::Receiver<Option<End>>),
    Stale,
}

impl Sends {
    pub(super) fn new(boot: i64) -> Self {
        Self { boot, issued: AtomicU64::new(0), memory: Mutex::default() }
    }

    /// The nonce of the forms of a new page.
    pub(super) fn nonce(&self) -> String {
        format!("{}-{}", self.boot, self.issued.fetch_add(1, Ordering::Relaxed) + 1)
    }

    /// The number of the page that has the nonce, if it is of this start. The script adds a `+` for each *Back*.
    fn page(&self, nonce: &str) -> Option<u64> {
        let (boot, page) = nonce.trim_end_matches('+').split_once('-')?;
        let page = page.parse().ok().filter(|page| (1..=self.issued.load(Ordering::Relaxed)).contains(page))?;
        (boot.parse() == Ok(self.boot)).then_some(page)
    }

    fn take(&self, nonce: &str, key: u64) -> Taken {
        let Some(page) = self.page(nonce) else { return Taken::Stale };
        let mut memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(sent) = memory.sends.iter().find(|sent| sent.key == key) {
            return Taken::Again(sent.end.clone());
        }
        if page <= memory.forgotten {
            return Taken::Stale;
        }
        if memory.sends.len() == REMEMBERED
            && let Some(oldest) = memory.sends.pop_front()
        {
            memory.forgotten = memory.forgotten.max(oldest.page);
        }
        let (tell, end) = watch::channel(None);
        memory.sends.push_back(Sent { key, page, end });
        Taken::First(tell)
    }

    /// Forgets a send that did nothing.
    fn forget(&self, key: u64) {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner).sends.retain(|sent| sent.key != key);
    }
}

/// Passes on each form once. An act goes on when its browser leaves, as one does that sends a form twice.
pub(super) async fn once(State(console): State<Console>, request: Request, next: Next) -> Response {
    if request.method() != Method::POST {
        return next.run(request).await;
    }
    let (mut parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, LARGEST).await else { return StatusCode::PAYLOAD_TOO_LARGE.into_response() };
    let nonce = form_urlencoded::parse(&body).find(|(name, _)| name == NONCE).map(|(_, nonce)| nonce.into_owned());
    let key = key(&parts.uri, &body);
    let taken = nonce.map(|nonce| console.sends.take(&nonce, key));
    let end = match taken {
        None => return next.run(Request::from_parts(parts, Body::from(body))).await,
        Some(Taken::First(tell)) => {
            let path = parts.uri.path().to_owned();
            let request = Request::from_parts(parts, Body::from(body));
            let acting = tokio::spawn(async move {
                let response = next.run(request).await;
                match end(&path, &response) {
                    Some(end) => drop(tell.send(Some(end))),
                    None => console.sends.forget(key),
                }
                response
            });
            return acting.await.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response());
        }
        Some(Taken::Again(mut end)) => end.wait_for(Option::is_some).await.ok().and_then(|end| end.clone()),
        Some(Taken::Stale) => None,
    };
    let refusal = match end {
        Some(End::Led(address, cookies)) => {
            let cookies = cookies.into_iter().map(|cookie| (SET_COOKIE, cookie)).collect::<Vec<_>>();
            return (AppendHeaders(cookies), Redirect::to(&repeated(&address))).into_response();
        }
        Some(End::Refused(refusal)) => refusal,
        None => stale(),
    };
    parts.extensions.insert(Instead(refusal));
    next.run(Request::from_parts(parts, Body::from(body))).await
}

fn key(uri: &Uri, body: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    (uri, body).hash(&mut hasher);
    hasher.finish()
}

fn stale() -> Refusal {
    Code::StaleForm.by(Rule::Stale)
}

/// The end that a response is; none where nothing was done and the same form may come again.
fn end(path: &str, response: &Response) -> Option<End> {
    if let Some(refusal) = response.extensions().get::<Refusal>() {
        return Some(End::Refused(refusal.clone()));
    }
    if let Some(location) = response.headers().get(LOCATION) {
        let cookies = response.headers().get_all(SET_COOKIE).iter().cloned().collect();
        return Some(End::Led(location.to_str().ok()?.to_owned(), cookies));
    }
    // Shown in place, as the result of a test is: a form's address leads to its page.
    response.status().is_success().then(|| End::Led(path.to_owned(), Vec::new()))
}

/// The address to which a form led, with the word that this was the first time.
fn repeated(address: &str) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let kept = form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| name != "done");
    let query =
        form_urlencoded::Serializer::new(String::new()).extend_pairs(kept).append_pair("done", REPEATED).finish();
    format!("{path}?{query}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_first(sends: &Sends, nonce: &str, key: u64) -> bool {
        matches!(sends.take(nonce, key), Taken::First(_))
    }

    #[test]
    fn what_is_forgotten_is_stale_and_never_first_again() {
        let sends = Sends::new(7);
        let old = sends.nonce();
        let newer = sends.nonce();
        assert!(is_first(&sends, &old, 0));
        for key in 1..=REMEMBERED as u64 {
            assert!(is_first(&sends, &newer, key));
        }
        assert!(matches!(sends.take(&old, 0), Taken::Stale));
        assert!(matches!(sends.take(&newer, 1), Taken::Again(_)));
        assert!(is_first(&sends, &newer, u64::MAX), "a page with nothing forgotten acts on");
        assert_eq!(sends.memory.lock().unwrap().sends.len(), REMEMBERED);
    }

    #[test]
    fn only_nonces_of_this_start_are_known() {
        let sends = Sends::new(7);
        let nonce = sends.nonce();
        assert!(is_first(&sends, &nonce, 1) && is_first(&sends, &format!("{nonce}+"), 2), "the page after Back");
        for foreign in ["", "7", "7-0", "7-2", "8-1", "7-1x", "-1"] {
            assert!(matches!(sends.take(foreign, 3), Taken::Stale), "{foreign}");
        }
    }

    #[test]
    fn a_repeat_leads_where_the_first_led() {
        assert_eq!(repeated("/payments/1?done=cancelled"), "/payments/1?done=repeated");
        assert_eq!(repeated("/setup/keys?platform=rest&done=private-key"), "/setup/keys?platform=rest&done=repeated");
        assert_eq!(repeated("/"), "/?done=repeated");
    }
}
