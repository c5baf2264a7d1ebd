//! Addresses of host names, kept: a connection for each exchange must not mean a look-up for each.

use std::{
    collections::HashMap,
    future::Future,
    io,
    net::SocketAddr,
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use tokio::{net, sync::watch, time::Instant};

/// Time for which an answer is used without asking again.
const FRESH: Duration = Duration::from_secs(60);

type Answer = io::Result<Vec<SocketAddr>>;
type LookUp = dyn Fn(String) -> Pin<Box<dyn Future<Output = Answer> + Send>> + Send + Sync;

/// Resolves host names by the system, one look-up at a time for each. While one runs, and if it fails, the
/// last good answer is used, however old: what is reached there has to show its certificate.
#[derive(Clone)]
pub(super) struct Resolver {
    known: Arc<Mutex<HashMap<String, Known>>>,
    look_up: Arc<LookUp>,
}

#[derive(Default)]
struct Known {
    /// The last good answer; empty if there was none.
    addresses: Vec<SocketAddr>,
    fresh_until: Option<Instant>,
    /// The look-up in progress. It shows how the look-up failed, or nothing if it did not.
    running: Option<watch::Receiver<Option<String>>>,
}

impl Default for Resolver {
    fn default() -> Self {
        Self::new(|name| Box::pin(async move { Ok(net::lookup_host((name, 0)).await?.collect()) }))
    }
}

impl Resolver {
    fn new(look_up: impl Fn(String) -> Pin<Box<dyn Future<Output = Answer> + Send>> + Send + Sync + 'static) -> Self {
        Self { known: Arc::default(), look_up: Arc::new(look_up) }
    }

    async fn addresses(&self, name: String) -> Answer {
        let mut running = {
            let mut known = self.lock();
            let entry = known.entry(name.clone()).or_default();
            if entry.fresh_until.is_some_and(|until| Instant::now() < until) {
                return Ok(entry.addresses.clone());
            }
            // One whose runtime has ended has no sender, and will not answer.
            entry.running.take_if(|running| running.has_changed().is_err());
            let running = entry.running.get_or_insert_with(|| self.start(name.clone()));
            if !entry.addresses.is_empty() {
                return Ok(entry.addresses.clone());
            }
            running.clone()
        };
        let failure = match running.changed().await {
            Ok(()) => running.borrow().clone(),
            Err(_) => Some("the look-up was aborted".into()),
        };
        match failure {
            None => Ok(self.lock().get(&name).map(|entry| entry.addresses.clone()).unwrap_or_default()),
            Some(failure) => Err(io::Error::other(failure)),
        }
    }

    /// In a task of its own: others wait for it, and its answer is of use after all have gone.
    fn start(&self, name: String) -> watch::Receiver<Option<String>> {
        let (sender, running) = watch::channel(None);
        let resolver = self.clone();
        tokio::spawn(async move {
            let answer = (resolver.look_up)(name.clone()).await;
            let mut known = resolver.lock();
            let entry = known.entry(name).or_default();
            entry.running = None;
            sender.send_replace(match answer {
                Ok(addresses) if addresses.is_empty() => Some("the name has no address".into()),
                Ok(addresses) => {
                    entry.addresses = addresses;
                    entry.fresh_until = Some(Instant::now() + FRESH);
                    None
                }
                Err(error) => Some(error.to_string()),
            });
        });
        running
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Known>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        let (resolver, name) = (self.clone(), name.as_str().to_owned());
        Box::pin(async move {
            let addresses: Addrs = Box::new(resolver.addresses(name).await?.into_iter());
            Ok(addresses)
        })
    }
}

#[cfg(test)]
mod tests {
    use std::{
        future,
        sync::atomic::{AtomicUsize, Ordering},
    };

    use tokio::time::{advance, sleep, timeout};

    use super::*;

    const HOST: &str = "bootpay.example";

    enum Server {
        Answers,
        Fails,
        Hangs,
    }

    /// A resolver whose server behaves so from the first look-up on, and the number of look-ups.
    fn resolver(server: &'static [Server]) -> (Resolver, Arc<AtomicUsize>) {
        let asked = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&asked);
        let resolver = Resolver::new(move |_| {
            let turn = count.fetch_add(1, Ordering::SeqCst);
            Box::pin(async move {
                sleep(Duration::from_millis(5)).await;
                match server[turn.min(server.len() - 1)] {
                    Server::Answers => Ok(vec![address(turn)]),
                    Server::Fails => Err(io::Error::other("no such host")),
                    Server::Hangs => future::pending().await,
                }
            })
        });
        (resolver, asked)
    }

    /// The address in the answer to this look-up.
    fn address(turn: usize) -> SocketAddr {
        ([127, 0, 0, 1], u16::try_from(turn).unwrap()).into()
    }

    async fn ask(resolver: &Resolver) -> Option<Answer> {
        timeout(Duration::from_secs(1), resolver.addresses(HOST.into())).await.ok()
    }

    #[tokio::test(start_paused = true)]
    async fn many_who_ask_at_once_cause_one_look_up_a_minute() {
        let (resolver, asked) = resolver(&[Server::Answers]);
        let all: Vec<_> = (0..64)
            .map(|_| {
                let resolver = resolver.clone();
                tokio::spawn(async move { ask(&resolver).await })
            })
            .collect();
        for one in all {
            assert_eq!(one.await.unwrap().unwrap().unwrap(), [address(0)]);
        }
        advance(Duration::from_secs(59)).await;
        assert_eq!(ask(&resolver).await.unwrap().unwrap(), [address(0)]);
        assert_eq!(asked.load(Ordering::SeqCst), 1);
        advance(Duration::from_secs(2)).await;
        // The new answer is for the next who asks.
        assert_eq!(ask(&resolver).await.unwrap().unwrap(), [address(0)]);
        sleep(Duration::from_millis(10)).await;
        assert_eq!(ask(&resolver).await.unwrap().unwrap(), [address(1)]);
        assert_eq!(asked.load(Ordering::SeqCst), 2);
    }

    #[tokio::test(start_paused = true)]
    async fn while_a_look_up_hangs_or_fails_the_last_good_answer_is_used() {
        for server in [&[Server::Answers, Server::Hangs][..], &[Server::Answers, Server::Fails]] {
            let (resolver, _) = resolver(server);
            for _ in 0..5 {
                assert_eq!(ask(&resolver).await.unwrap().unwrap(), [address(0)]);
                advance(FRESH * 100).await;
            }
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_name_that_hangs_holds_nobody_beyond_its_deadline_and_is_asked_for_once() {
        let (resolver, asked) = resolver(&[Server::Hangs]);
        assert!(ask(&resolver).await.is_none() && ask(&resolver).await.is_none());
        assert_eq!(asked.load(Ordering::SeqCst), 1);
    }

    #[tokio::test(start_paused = true)]
    async fn a_name_that_is_not_found_is_asked_for_again() {
        let (resolver, asked) = resolver(&[Server::Fails, Server::Answers]);
        assert_eq!(ask(&resolver).await.unwrap().unwrap_err().to_string(), "no such host");
        assert_eq!(ask(&resolver).await.unwrap().unwrap(), [address(1)]);
        assert_eq!(asked.load(Ordering::SeqCst), 2);
    }
}
