//! One HTTP exchange.

use std::{
    error::Error,
    io,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use arc_swap::ArcSwap;
use http::{
    HeaderMap, HeaderValue, Method, Request, StatusCode,
    header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HOST, RETRY_AFTER, USER_AGENT},
};
use http_body::Body as _;
use http_body_util::BodyExt as _;
use hyper_util::{
    client::legacy::Client,
    rt::{TokioExecutor, TokioTimer},
};
use tokio::{
    task::yield_now,
    time::{Instant, timeout_at},
};

use super::{
    body::{Begun, FlaggedBody},
    connector::Connector,
    request::Outgoing,
    retry,
    settings::Settings,
};
use crate::{error::BootpayError, model::ErrorKind, route::Verb, value::Secret};

/// The version of Bootpay's own SDKs whose behaviour is wanted.
const API_VERSION: &str = "5.2.0";
const REPLY_BYTES: usize = 8 << 20;

/// The connections: those of `pool`, and any that it is replaced by.
pub(crate) struct Transport {
    pool: ArcSwap<Pool>,
    connector: Connector,
    /// Those of every request.
    headers: HeaderMap,
    made_at: Instant,
    /// When an exchange last ended, in microseconds since `made_at`: somebody ran the event loop then.
    ended: AtomicU64,
}

type Pool = Client<Connector, FlaggedBody>;

/// What came back, not yet understood.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) content_type: Option<String>,
    /// How long Bootpay asks to be left alone.
    pub(crate) retry_after: Option<Duration>,
    pub(crate) body: Vec<u8>,
}

/// Why nothing came back.
pub(crate) enum Lost {
    /// No byte of the request was written.
    Unsent(String),
    /// Nor was any here, and none will be: who answers is not to be trusted.
    Distrusted(String),
    /// Bootpay may have it.
    Unanswered(String),
}

impl Lost {
    /// The failure that it is; where Bootpay may have the request, one of this kind.
    pub(crate) fn into_error(self, unanswered: ErrorKind) -> BootpayError {
        match self {
            Self::Unsent(detail) | Self::Distrusted(detail) => BootpayError::new(ErrorKind::NotSent, detail),
            Self::Unanswered(detail) => BootpayError::new(unanswered, detail),
        }
    }
}

impl Transport {
    pub(crate) fn new(settings: &Settings) -> Result<Self, String> {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        headers.insert("bootpay-api-version", HeaderValue::from_static(API_VERSION));
        headers.insert(USER_AGENT, HeaderValue::from_static(concat!("bootpay-core/", env!("CARGO_PKG_VERSION"))));
        headers.insert(HOST, settings.base_url.host());
        let connector = Connector::new(settings).map_err(|error| error.to_string())?;
        Ok(Self {
            pool: ArcSwap::from_pointee(pool(&connector)),
            connector,
            headers,
            made_at: Instant::now(),
            ended: AtomicU64::new(0),
        })
    }

    /// Nothing more is sent on the connections that there are. A refusal does not tell what it is an
    /// answer to: a second copy of it must not be taken for the answer to what is sent next.
    pub(crate) fn renew(&self) {
        self.pool.store(Arc::new(pool(&self.connector)));
    }

    pub(crate) async fn exchange(
        &self,
        request: &Outgoing,
        authorization: Option<&Secret>,
        deadline: Instant,
    ) -> Result<Answer, Lost> {
        let begun = Begun::default();
        let exchange = async {
            self.catch_up(request).await;
            self.send(request, authorization, &begun).await
        };
        let outcome = match timeout_at(deadline, exchange).await {
            Ok(outcome) => outcome,
            Err(_) => Err(Lost::Unanswered("no complete response in time".into())),
        };
        self.ended.store(self.microseconds(), Ordering::Relaxed);
        match outcome {
            Err(Lost::Unanswered(detail)) if request.verb != Verb::GET && !begun.hold_back() => {
                Err(Lost::Unsent(detail))
            }
            outcome => outcome,
        }
    }

    /// Lets the event loop notice what happened while nobody ran it: a connection that Bootpay has closed
    /// must not be used again. What happened wakes the connection's task in the first turn, which runs
    /// in the second at the latest.
    async fn catch_up(&self, request: &Outgoing) {
        /// Within it, what only reads is sent at once: it would be sent again.
        const JUST_NOW: u64 = 1000;
        if request.verb != Verb::GET
            || self.microseconds().saturating_sub(self.ended.load(Ordering::Relaxed)) > JUST_NOW
        {
            yield_now().await;
            yield_now().await;
        }
    }

    fn microseconds(&self) -> u64 {
        self.made_at.elapsed().as_micros().try_into().unwrap_or(u64::MAX)
    }

    async fn send(&self, request: &Outgoing, authorization: Option<&Secret>, begun: &Begun) -> Result<Answer, Lost> {
        let mut outgoing = Request::new(begun.watch(request.body.clone()));
        *outgoing.method_mut() = match request.verb {
            Verb::GET => Method::GET,
            Verb::POST => Method::POST,
            Verb::PUT => Method::PUT,
            Verb::DELETE => Method::DELETE,
        };
        *outgoing.uri_mut() = request.url.clone();
        let headers = outgoing.headers_mut();
        headers.clone_from(&self.headers);
        if let Some(authorization) = authorization {
            headers.insert(AUTHORIZATION, sensitive(authorization, "the token")?);
        }
        for (name, value) in &request.headers {
            headers.insert(*name, sensitive(value, name)?);
        }
        let sending = self.pool.load().request(outgoing);
        let response = sending.await.map_err(|error| {
            let detail = explain(&error);
            if is_distrust(&error) {
                Lost::Distrusted(detail)
            } else if error.is_connect() {
                Lost::Unsent(detail)
            } else {
                Lost::Unanswered(detail)
            }
        })?;
        let (head, mut rest) = response.into_parts();
        let content_type = head.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let retry_after = head.headers.get(RETRY_AFTER).and_then(|value| retry::after(value.to_str().ok()?));
        // Before the end of the answer, after which its connection could be used again.
        if !head.status.is_success() {
            self.renew();
        }
        let announced = rest.size_hint().lower().try_into().unwrap_or(REPLY_BYTES);
        let mut body = Vec::with_capacity(announced.min(REPLY_BYTES));
        while let Some(frame) = rest.frame().await {
            // Anything else than data would be trailers.
            let Ok(chunk) = frame.map_err(|error| Lost::Unanswered(explain(&error)))?.into_data() else { continue };
            if body.len() + chunk.len() > REPLY_BYTES {
                return Err(Lost::Unanswered(format!("the response has more than {REPLY_BYTES} bytes")));
            }
            body.extend_from_slice(&chunk);
        }
        Ok(Answer { status: head.status, content_type, retry_after, body })
    }
}

/// Nothing may be sent twice or elsewhere behind the caller's back. What is given to it is sent once, but
/// for a request that a connection gives back untouched, since it was closed; and with HTTP/1.1, whose
/// servers cannot ask for it again.
fn pool(connector: &Connector) -> Pool {
    Client::builder(TokioExecutor::new())
        .pool_timer(TokioTimer::new())
        .pool_idle_timeout(Duration::from_secs(50))
        .build(connector.clone())
}

/// The value of a header that is not to be printed.
fn sensitive(text: &Secret, what: &str) -> Result<HeaderValue, Lost> {
    let mut value = HeaderValue::try_from(text.expose())
        .map_err(|_| Lost::Unsent(format!("{what} contains characters that are not allowed in a header")))?;
    value.set_sensitive(true);
    Ok(value)
}

/// Whether a certificate was refused, which happens before anything is sent.
fn is_distrust(error: &(dyn Error + 'static)) -> bool {
    // An I/O error hides what it holds from `source`.
    let held =
        error.downcast_ref::<io::Error>().and_then(io::Error::get_ref).map(|held| held as &(dyn Error + 'static));
    matches!(error.downcast_ref(), Some(rustls::Error::InvalidCertificate(_)))
        || held.or_else(|| error.source()).is_some_and(is_distrust)
}

/// An error and its causes, in one line.
fn explain(error: &(dyn Error + 'static)) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut cause = Some(error);
    while let Some(current) = cause {
        let text = current.to_string();
        if !parts.iter().any(|part| part.contains(&text)) {
            parts.push(text);
        }
        cause = current.source();
    }
    parts.join(": ")
}
