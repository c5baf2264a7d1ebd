//! One HTTP exchange, carried by reqwest.

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
use hyper_util::client::legacy::connect::HttpInfo;
use reqwest::{
    Client, Method, StatusCode,
    header::{ACCEPT, AUTHORIZATION, CONNECTION, CONTENT_TYPE, HOST, HeaderMap, HeaderValue, RETRY_AFTER},
    redirect,
};
use rustls::{ClientConfig, RootCertStore};
use tokio::{
    task::yield_now,
    time::{Instant, timeout_at},
};

use super::{
    HttpOptions,
    body::SendFlag,
    carried::{Carried, IDLE},
    request::Outgoing,
    resolver::Resolver,
    retry_after,
    route::Verb,
    tls,
};
use crate::{error::BootpayError, model::ErrorKind, value::Secret};

/// The version of the API, as Bootpay's own SDKs name it.
const API_VERSION: &str = "5.2.0";
const LARGEST_RESPONSE: usize = 8 << 20;
/// The detail of a change that was not begun in time.
pub(crate) const TOO_LATE: &str = "too little time was left for the PG to respond";

/// The client's connections: a pool, the settings of every pool that replaces it, and what makes a new
/// connection for each exchange.
pub(crate) struct Transport {
    pool: ArcSwap<Client>,
    single: Client,
    carried: Carried,
    blueprint: Blueprint,
    made_at: Instant,
    /// End of the last exchange, in microseconds since `made_at`: somebody ran the event loop then.
    ended: AtomicU64,
}

struct Blueprint {
    headers: HeaderMap,
    connect_timeout: Duration,
    tls: ClientConfig,
    resolver: Resolver,
    environment_proxy: bool,
}

/// The connection that carries an exchange. HTTP/1.1 matches responses to requests by their order alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Connection {
    /// One of the pool, which may carry a late or a second response to an earlier request.
    Pooled,
    /// One that has carried nothing before and carries nothing after: what comes on it is the response.
    Own,
}

/// The terms of one exchange.
pub(crate) struct Terms {
    pub(crate) connection: Connection,
    /// Tells if and when the request was begun, and until when it may be.
    pub(crate) flag: SendFlag,
    pub(crate) deadline: Instant,
}

/// A response that was read to its end, not yet understood.
pub(crate) struct RawResponse {
    pub(crate) status: StatusCode,
    pub(crate) content_type: Option<String>,
    /// The `Retry-After` header.
    pub(crate) retry_after: Option<Duration>,
    pub(crate) body: Vec<u8>,
    /// True if its connection had carried another exchange.
    pub(crate) reused: bool,
}

/// An exchange that ended without a response.
pub(crate) enum ExchangeError {
    /// No byte of the request was written.
    NotSent(String),
    /// Nor was any here: there is no connection.
    NotConnected(String),
    /// Nor was any here, and none will be: the server's certificate is not trusted.
    Untrusted(String),
    /// Bootpay may have it.
    NoResponse(String),
}

impl ExchangeError {
    /// The error to return; of this kind where Bootpay may have received the request.
    pub(crate) fn into_error(self, no_response: ErrorKind) -> BootpayError {
        match self {
            Self::NotSent(detail) | Self::NotConnected(detail) | Self::Untrusted(detail) => {
                BootpayError::new(ErrorKind::NotSent, detail)
            }
            Self::NoResponse(detail) => BootpayError::new(no_response, detail),
        }
    }
}

impl Blueprint {
    fn new(options: &HttpOptions) -> Result<Self, rustls::Error> {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        headers.insert("bootpay-api-version", HeaderValue::from_static(API_VERSION));
        // Named here, it is not formatted anew for each request.
        headers.insert(HOST, options.base_url.host());
        let encrypted = options.base_url.is_https();
        // Reading the system's store takes milliseconds, which loopback need not pay.
        let roots = if encrypted { tls::roots(&options.certificates) } else { RootCertStore::empty() };
        Ok(Self {
            headers,
            connect_timeout: options.connect_timeout,
            tls: tls::config(roots)?,
            resolver: Resolver::default(),
            // Unencrypted requests go to loopback only, and to nobody in between.
            environment_proxy: options.environment_proxy && encrypted,
        })
    }

    /// Nothing may be sent twice or elsewhere behind the caller's back: no retries, no redirects, and
    /// HTTP/1.1, whose servers cannot ask for a request to be sent again.
    ///
    /// TLS sessions are resumed on any connection, without early data, which could be replayed.
    fn build(&self, connection: Connection) -> reqwest::Result<Client> {
        let (mut headers, mut idle) = (self.headers.clone(), usize::MAX);
        if connection == Connection::Own {
            headers.insert(CONNECTION, HeaderValue::from_static("close"));
            idle = 0;
        }
        let builder = Client::builder()
            .default_headers(headers)
            .pool_max_idle_per_host(idle)
            .dns_resolver(self.resolver.clone())
            .user_agent(concat!("bootpay-core/", env!("CARGO_PKG_VERSION")))
            .redirect(redirect::Policy::none())
            .retry(reqwest::retry::never())
            .referer(false)
            .http1_only()
            .connect_timeout(self.connect_timeout)
            .pool_idle_timeout(IDLE)
            .tcp_nodelay(true)
            .tls_backend_preconfigured(self.tls.clone());
        if self.environment_proxy { builder } else { builder.no_proxy() }.build()
    }
}

impl Transport {
    pub(crate) fn new(options: &HttpOptions) -> Result<Self, String> {
        let blueprint = Blueprint::new(options).map_err(|error| error.to_string())?;
        let build = |connection| blueprint.build(connection).map_err(|error| explain(&error));
        let (pool, single) = (build(Connection::Pooled)?, build(Connection::Own)?);
        let pool = ArcSwap::from_pointee(pool);
        let carried = Carried::default();
        Ok(Self { pool, single, carried, blueprint, made_at: Instant::now(), ended: AtomicU64::new(0) })
    }

    /// Retires the connections of the pool, since one of them is, or may be, out of step: a refusal does
    /// not name its request.
    pub(crate) fn renew(&self) {
        if let Ok(pool) = self.blueprint.build(Connection::Pooled) {
            self.pool.store(Arc::new(pool));
        }
    }

    pub(crate) async fn exchange(
        &self,
        request: &Outgoing,
        authorization: Option<&Secret>,
        terms: Terms,
    ) -> Result<RawResponse, ExchangeError> {
        let flag = &terms.flag;
        let exchange = async {
            if terms.connection == Connection::Pooled {
                self.catch_up().await;
            }
            self.send(request, authorization, terms.connection, flag).await
        };
        let outcome = match timeout_at(terms.deadline, exchange).await {
            Ok(outcome) => outcome,
            Err(_) => Err(ExchangeError::NoResponse("no complete response in time".into())),
        };
        if terms.connection == Connection::Pooled {
            self.ended.store(self.microseconds(), Ordering::Relaxed);
        }
        match outcome {
            Err(ExchangeError::NoResponse(_)) if flag.held_itself_back() => {
                Err(ExchangeError::NotSent(TOO_LATE.into()))
            }
            Err(ExchangeError::NoResponse(detail)) if request.verb != Verb::GET && !flag.hold_back() => {
                Err(ExchangeError::NotSent(detail))
            }
            outcome => outcome,
        }
    }

    /// Lets the event loop notice what happened while nobody ran it: a connection that Bootpay has closed
    /// must not be used again. What happened wakes the connection's task in the first turn, which runs
    /// in the second at the latest.
    async fn catch_up(&self) {
        /// Within it, a request is sent at once: it would be sent again.
        const JUST_NOW: u64 = 1000;
        if self.microseconds().saturating_sub(self.ended.load(Ordering::Relaxed)) > JUST_NOW {
            yield_now().await;
            yield_now().await;
        }
    }

    fn microseconds(&self) -> u64 {
        self.made_at.elapsed().as_micros().try_into().unwrap_or(u64::MAX)
    }

    async fn send(
        &self,
        request: &Outgoing,
        authorization: Option<&Secret>,
        connection: Connection,
        flag: &SendFlag,
    ) -> Result<RawResponse, ExchangeError> {
        let method = match request.verb {
            Verb::GET => Method::GET,
            Verb::POST => Method::POST,
            Verb::PUT => Method::PUT,
            Verb::DELETE => Method::DELETE,
        };
        let url = request.url.clone();
        let mut builder = match connection {
            Connection::Pooled => self.pool.load().request(method, url),
            Connection::Own => self.single.request(method, url),
        };
        if let Some(authorization) = authorization {
            builder = builder.header(AUTHORIZATION, sensitive(authorization, "the token")?);
        }
        for (name, value) in &request.headers {
            builder = builder.header(*name, sensitive(value, name)?);
        }
        // Whether a read was sent decides nothing: it is retried in either case.
        if request.verb != Verb::GET {
            builder = builder.body(flag.attach(request.body.clone()));
        }
        let mut response = builder.send().await.map_err(|error| {
            let detail = explain(&error);
            if is_untrusted(&error) {
                ExchangeError::Untrusted(detail)
            } else if error.is_connect() {
                ExchangeError::NotConnected(detail)
            } else if error.is_builder() {
                ExchangeError::NotSent(detail)
            } else {
                ExchangeError::NoResponse(detail)
            }
        })?;
        let content_type =
            response.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let retry_after =
            response.headers().get(RETRY_AFTER).and_then(|value| retry_after::after(value.to_str().ok()?));
        let status = response.status();
        let own_address = response.extensions().get().map(HttpInfo::local_addr);
        let reused = connection == Connection::Pooled && own_address.is_some_and(|address| self.carried.note(address));
        // Before the end of the response, after which its connection could be used again.
        if connection == Connection::Pooled && !status.is_success() {
            self.renew();
        }
        let announced = response.content_length().and_then(|length| length.try_into().ok()).unwrap_or_default();
        let mut body = Vec::with_capacity(LARGEST_RESPONSE.min(announced));
        while let Some(chunk) = response.chunk().await.map_err(|error| ExchangeError::NoResponse(explain(&error)))? {
            if body.len() + chunk.len() > LARGEST_RESPONSE {
                let detail = format!("the response has more than {LARGEST_RESPONSE} bytes");
                return Err(ExchangeError::NoResponse(detail));
            }
            body.extend_from_slice(&chunk);
        }
        Ok(RawResponse { status, content_type, retry_after, body, reused })
    }
}

/// A header value that is not printed.
fn sensitive(text: &Secret, what: &str) -> Result<HeaderValue, ExchangeError> {
    let mut value = HeaderValue::try_from(text.expose())
        .map_err(|_| ExchangeError::NotSent(format!("{what} contains characters that are not allowed in a header")))?;
    value.set_sensitive(true);
    Ok(value)
}

/// Returns true if the server's certificate was refused, which happens before anything is sent.
fn is_untrusted(error: &(dyn Error + 'static)) -> bool {
    // An I/O error hides what it holds from `source`.
    let held =
        error.downcast_ref::<io::Error>().and_then(io::Error::get_ref).map(|held| held as &(dyn Error + 'static));
    matches!(error.downcast_ref(), Some(rustls::Error::InvalidCertificate(_)))
        || held.or_else(|| error.source()).is_some_and(is_untrusted)
}

/// An error and its causes, in one line.
fn explain(error: &(dyn Error + 'static)) -> String {
    let mut parts: Vec<String> = Vec::new();
    // The outermost one names the URL, which the call's own fields already tell.
    let mut cause = error.source().or(Some(error));
    while let Some(current) = cause {
        let text = current.to_string();
        if !parts.iter().any(|part| part.contains(&text)) {
            parts.push(text);
        }
        cause = current.source();
    }
    parts.join(": ")
}
