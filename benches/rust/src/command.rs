//! What every contender is asked, and how it answers: see the README of `benches/`.

use std::{
    env,
    error::Error,
    fs,
    future::Future,
    io::{Read as _, Write as _, stdin, stdout},
    time::{Duration, Instant},
};

use rustix::time::{ClockId, clock_gettime};
use tokio::task::JoinSet;

pub(crate) const RECEIPT_ID: &str = "6712ab34c0de5f0012a4b901";
const CONCURRENT: usize = 64;

/// `MODE URL CA CALLS WARM-UP`
pub(crate) struct Command {
    mode: String,
    pub(crate) url: String,
    /// The authority to trust (PEM), over TLS.
    pub(crate) ca: Option<String>,
    calls: usize,
    warm_up: usize,
}

impl Command {
    pub(crate) fn read() -> Result<Self, Box<dyn Error>> {
        let arguments: Vec<String> = env::args().skip(1).collect();
        let [mode, url, ca, calls, warm_up] = arguments.as_slice() else {
            return Err("give MODE URL CA CALLS WARM-UP".into());
        };
        Ok(Self {
            mode: mode.clone(),
            url: url.clone(),
            ca: if ca.is_empty() { None } else { Some(fs::read_to_string(ca)?) },
            calls: calls.parse()?,
            warm_up: warm_up.parse()?,
        })
    }

    /// Makes the calls that are wanted: look-ups by `get`, cancels by `cancel`, charges by `charge`.
    pub(crate) async fn run<G, C, H>(
        &self,
        get: impl Fn() -> G + Clone + Send + 'static,
        cancel: impl Fn() -> C,
        charge: impl Fn() -> H + Clone + Send + 'static,
    ) -> Result<(), Box<dyn Error>>
    where
        G: Future<Output = ()> + Send,
        C: Future<Output = ()>,
        H: Future<Output = ()> + Send,
    {
        match self.mode.as_str() {
            "first-reply" => {
                get().await;
                done(None)
            }
            "sequential" => self.one_by_one(get).await,
            "cancel" => self.one_by_one(cancel).await,
            "concurrent" => self.many_at_once(get).await,
            "charges" => self.many_at_once(charge).await,
            mode => Err(format!("{mode} is no mode of this contender").into()),
        }
    }

    async fn many_at_once<F: Future<Output = ()> + Send>(
        &self,
        call: impl Fn() -> F + Clone + Send + 'static,
    ) -> Result<(), Box<dyn Error>> {
        at_once(&call, self.warm_up).await;
        let clock = Clock::start();
        at_once(&call, self.calls).await;
        clock.stop()
    }

    async fn one_by_one<F: Future<Output = ()>>(&self, call: impl Fn() -> F) -> Result<(), Box<dyn Error>> {
        for _ in 0..self.warm_up {
            call().await;
        }
        let clock = Clock::start();
        for _ in 0..self.calls {
            call().await;
        }
        clock.stop()
    }
}

async fn at_once<F: Future<Output = ()> + Send>(call: &(impl Fn() -> F + Clone + Send + 'static), calls: usize) {
    let mut tasks = JoinSet::new();
    for task in 0..CONCURRENT {
        let call = call.clone();
        tasks.spawn(async move {
            for _ in (task..calls).step_by(CONCURRENT) {
                call().await;
            }
        });
    }
    tasks.join_all().await;
}

struct Clock(Instant, Duration);

impl Clock {
    fn start() -> Self {
        Self(Instant::now(), processor())
    }

    fn stop(self) -> Result<(), Box<dyn Error>> {
        done(Some((self.0.elapsed(), processor().saturating_sub(self.1))))
    }
}

/// The processor's time of this process, user and system.
fn processor() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or_default())
}

/// Says so, and stays until it has been looked at.
fn done(times: Option<(Duration, Duration)>) -> Result<(), Box<dyn Error>> {
    let line = times.map_or_else(
        || "{}".to_owned(),
        |(wall, cpu)| format!(r#"{{"wall":{},"cpu":{}}}"#, wall.as_secs_f64(), cpu.as_secs_f64()),
    );
    let mut out = stdout().lock();
    writeln!(out, "{line}")?;
    out.flush()?;
    stdin().read_to_end(&mut Vec::new())?;
    Ok(())
}
