//! How Bootpay is reached.

use std::{error::Error, future::Future, io, pin::Pin, sync::Arc, task, time::Duration};

use http::Uri;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder, MaybeHttpsStream};
use hyper_util::{
    client::{
        legacy::connect::{HttpConnector, proxy::Tunnel},
        proxy::matcher::Matcher,
    },
    rt::TokioIo,
};
use rustls::{ClientConfig, RootCertStore};
use tokio::{net::TcpStream, time::timeout};
use tower::{Service, ServiceExt as _};

use super::{settings::Settings, trust};

/// Makes connections, each within the time that there is for it.
#[derive(Clone)]
pub(crate) struct Connector {
    /// Shared, since a pool clones its connector with every request.
    way: Arc<Way>,
    limit: Duration,
}

enum Way {
    Straight(HttpsConnector<HttpConnector>),
    /// Through the proxy, which sees nothing but what is encrypted; it may be encrypted itself.
    Proxy(Box<HttpsConnector<Tunnel<HttpsConnector<HttpConnector>>>>),
}

type Stream = MaybeHttpsStream<TokioIo<TcpStream>>;
type Failure = Box<dyn Error + Send + Sync>;

impl Connector {
    pub(crate) fn new(settings: &Settings) -> Result<Self, rustls::Error> {
        let limit = settings.connect_timeout;
        // Reading the system's store takes milliseconds, which loopback need not pay.
        let encrypted = settings.base_url.is_https();
        let roots = if encrypted { trust::roots(&settings.certificates) } else { RootCertStore::empty() };
        let tls = trust::tls(roots)?;
        let straight = secured(tcp(limit), tls.clone());
        // What is not encrypted goes to loopback only, and to nobody in between.
        let base = settings.base_url.at("/", "").ok().filter(|_| encrypted && settings.environment_proxy);
        let proxy = base.and_then(|base| Matcher::from_system().intercept(&base));
        let way = match proxy {
            None => Way::Straight(straight),
            Some(proxy) => {
                let tunnel = Tunnel::new(proxy.uri().clone(), straight);
                let tunnel = match proxy.basic_auth() {
                    Some(credentials) => tunnel.with_auth(credentials.clone()),
                    None => tunnel,
                };
                Way::Proxy(Box::new(secured(tunnel, tls)))
            }
        };
        Ok(Self { way: Arc::new(way), limit })
    }
}

/// A server that has gone away without a word is noticed, while nothing is asked of it too.
fn tcp(limit: Duration) -> HttpConnector {
    const SILENCE: Duration = Duration::from_secs(15);
    let mut tcp = HttpConnector::new();
    tcp.enforce_http(false);
    tcp.set_connect_timeout(Some(limit));
    tcp.set_nodelay(true);
    tcp.set_keepalive(Some(SILENCE));
    tcp.set_keepalive_interval(Some(SILENCE));
    tcp.set_keepalive_retries(Some(3));
    #[cfg(any(target_os = "android", target_os = "linux"))]
    tcp.set_tcp_user_timeout(Some(2 * SILENCE));
    tcp
}

fn secured<T>(inner: T, tls: ClientConfig) -> HttpsConnector<T> {
    HttpsConnectorBuilder::new().with_tls_config(tls).https_or_http().enable_http1().wrap_connector(inner)
}

impl Service<Uri> for Connector {
    type Response = MaybeHttpsStream<Stream>;
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Failure>> + Send>>;

    fn poll_ready(&mut self, _: &mut task::Context<'_>) -> task::Poll<Result<(), Failure>> {
        task::Poll::Ready(Ok(()))
    }

    fn call(&mut self, to: Uri) -> Self::Future {
        let (way, limit) = (Arc::clone(&self.way), self.limit);
        Box::pin(async move {
            match timeout(limit, way.lead(to)).await {
                Ok(connected) => connected,
                Err(_) => Err(io::Error::new(io::ErrorKind::TimedOut, "no connection in time").into()),
            }
        })
    }
}

impl Way {
    async fn lead(&self, to: Uri) -> Result<MaybeHttpsStream<Stream>, Failure> {
        match self {
            Self::Straight(straight) => straight.clone().oneshot(to).await.map(MaybeHttpsStream::Http),
            Self::Proxy(proxy) => proxy.clone().oneshot(to).await,
        }
    }
}
