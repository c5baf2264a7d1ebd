//! One turn of one contender: its program is started, makes its calls, is looked at and ends.

use std::{
    fs::{self, File},
    io::{BufRead as _, BufReader},
    process::{Child, Stdio},
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};

use serde::{Deserialize, Serialize};

use crate::{
    machine::{self, Busy},
    prepare::{Places, last_line},
    server::Server,
};

const LONGEST: Duration = Duration::from_secs(60);

/// What a turn measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum What {
    /// The start of a program that does nothing.
    Empty,
    /// The start of one that only imports the contender.
    Import,
    /// From the start to the first reply, over TLS.
    FirstReply,
    /// Look-ups one after another, over plain HTTP.
    Plain,
    /// The same over TLS.
    Tls,
    /// Look-ups, 64 at once, over plain HTTP.
    Concurrent,
    /// Cancels one after another, over plain HTTP.
    Cancel,
    /// The same over TLS.
    CancelTls,
    /// Charges, 64 at once, over TLS.
    Charges,
}

impl What {
    pub(crate) const MEASURED: [Self; 6] =
        [Self::Plain, Self::Tls, Self::Concurrent, Self::Cancel, Self::CancelTls, Self::Charges];

    /// Returns true if contenders of that language are measured in it: what a connection of its own costs is
    /// the core's doing alone.
    pub(crate) fn is_for(self, language: &str) -> bool {
        language == "rust" || !matches!(self, Self::CancelTls | Self::Charges)
    }

    /// Returns true if 64 calls are under way at once.
    pub(crate) fn is_at_once(self) -> bool {
        matches!(self, Self::Concurrent | Self::Charges)
    }

    /// In words.
    pub(crate) fn says(self) -> &'static str {
        match self {
            Self::Empty => "nothing",
            Self::Import => "the import",
            Self::FirstReply => "the first reply, over TLS",
            Self::Plain => "look-ups",
            Self::Tls => "look-ups over TLS",
            Self::Concurrent => "64 look-ups at once",
            Self::Cancel => "cancels",
            Self::CancelTls => "cancels over TLS",
            Self::Charges => "64 charges at once over TLS",
        }
    }

    fn mode(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Import => "import",
            Self::FirstReply => "first-reply",
            Self::Plain | Self::Tls => "sequential",
            Self::Concurrent => "concurrent",
            Self::Cancel | Self::CancelTls => "cancel",
            Self::Charges => "charges",
        }
    }

    fn is_secure(self) -> bool {
        matches!(self, Self::FirstReply | Self::Tls | Self::CancelTls | Self::Charges)
    }
}

/// What a turn has shown.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct Sample {
    /// From the program's start to its line, seconds.
    pub(crate) start: f64,
    /// Of the calls that were measured, seconds.
    pub(crate) wall: f64,
    /// The processor's time that they took, user and system, seconds.
    pub(crate) cpu: f64,
    pub(crate) calls: usize,
    /// With the warm-up.
    pub(crate) all_calls: usize,
    pub(crate) handshakes: u64,
    /// The most memory that it held, bytes; where the system tells.
    pub(crate) peak: Option<u64>,
    /// How much of a core other programs used meanwhile, where the system tells.
    pub(crate) others: Option<f64>,
}

#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    wall: f64,
    #[serde(default)]
    cpu: f64,
}

/// Which turn it is.
pub(crate) struct Turn<'a> {
    pub(crate) language: &'a str,
    pub(crate) name: &'a str,
    pub(crate) what: What,
    pub(crate) calls: usize,
    pub(crate) warm_up: usize,
}

impl Turn<'_> {
    pub(crate) fn take(&self, places: &Places, server: &mut Server) -> Result<Sample, String> {
        let secure = self.what.is_secure();
        let mut command = places.command(self.language, self.name, secure.then_some(&server.bundle))?;
        let complaints = places.built().join("complaints");
        let ca = if secure { server.ca.as_os_str() } else { "".as_ref() };
        command
            .arg(self.what.mode())
            .arg(if secure { &server.https } else { &server.http })
            .arg(ca)
            .args([self.calls.to_string(), self.warm_up.to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(File::create(&complaints).map_err(|error| error.to_string())?);
        if secure && self.language == "node" {
            // The only way to those that have no setting for it.
            command.env("NODE_EXTRA_CA_CERTS", ca);
        }
        let before = server.counts()?;
        let busy = Busy::now(server.id());
        let started = Instant::now();
        let mut process = command.spawn().map_err(|error| format!("{}: {error}", command.get_program().display()))?;
        let line = first_line(&mut process, LONGEST);
        let start = started.elapsed().as_secs_f64();
        let Some(Line { wall, cpu }) = line else {
            let _ = process.kill();
            let _ = process.wait();
            let said = fs::read_to_string(&complaints).unwrap_or_default();
            let late = started.elapsed() >= LONGEST;
            return Err(if late { format!("not done after {LONGEST:?}") } else { last_line(&said) });
        };
        let peak = machine::peak_memory(process.id());
        let others = busy.and_then(|busy| busy.others_until_now(server.id(), process.id()));
        // The end of its input lets it go.
        drop(process.stdin.take());
        end(&mut process);
        let after = server.counts()?;
        let expected = match self.what {
            What::Empty | What::Import => 0,
            What::FirstReply => 1,
            _ => self.calls + self.warm_up,
        };
        let made = after.requests - before.requests;
        if made < expected as u64 {
            return Err(format!("{expected} calls were to be made, {made} were"));
        }
        let handshakes = after.handshakes - before.handshakes;
        Ok(Sample { start, wall, cpu, calls: self.calls, all_calls: expected, handshakes, peak, others })
    }
}

/// The line in which it says that it is done; other lines are a contender's own talk.
fn first_line(process: &mut Child, longest: Duration) -> Option<Line> {
    let output = BufReader::new(process.stdout.take()?);
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let line = output.lines().map_while(Result::ok).find_map(|line| serde_json::from_str(&line).ok());
        let _ = sender.send(line);
    });
    receiver.recv_timeout(longest).ok().flatten()
}

/// Waits for its end, not for ever.
fn end(process: &mut Child) {
    for _ in 0..200 {
        if !matches!(process.try_wait(), Ok(None)) {
            return;
        }
        thread::sleep(Duration::from_millis(10));
    }
    let _ = process.kill();
    let _ = process.wait();
}
