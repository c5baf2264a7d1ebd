//! Where a shop's clients run: in a process that many shops share, or in one of its own, which can
//! be killed.

use std::{
    io,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use serde_json::Value;

use crate::{
    child::Child,
    client::{Call, Client, Driver, Ended},
    kept::Kept,
};

/// The programs of a run, all of one command.
pub(crate) struct Programs {
    command: Vec<String>,
    /// Those that no shop uses now.
    idle: Mutex<Vec<Arc<Child>>>,
}

impl Programs {
    pub(crate) fn of(command: Vec<String>) -> Self {
        Self { command, idle: Mutex::default() }
    }

    pub(crate) fn start(&self) -> io::Result<Child> {
        Child::start(&self.command)
    }

    fn take(&self) -> Arc<Child> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        idle.unwrap_or_else(|| Arc::new(self.start().expect("the program, which started before")))
    }

    fn give_back(&self, child: Arc<Child>) {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(child);
    }
}

/// The client of who is alone in a program.
const ALONE: &str = "the only one";

/// The clients of one shop: its own, and one that resolves in its place.
pub(crate) struct Home<'a> {
    client: Client,
    other: Client,
    own: Option<Own<'a>>,
}

/// A program that one shop has for itself.
struct Own<'a> {
    programs: &'a Programs,
    child: Arc<Child>,
    settings: Value,
    kept: Kept,
}

impl<'a> Home<'a> {
    /// In a program that others use as well.
    pub(crate) fn shared(driver: &Arc<dyn Driver>, name: &str, settings: &Value) -> Self {
        let client = |name| Client::open(Arc::clone(driver), name, settings);
        Self { client: client(name), other: client(&format!("{name}, another")), own: None }
    }

    /// The same clients, for another shop.
    pub(crate) fn again(&self) -> Self {
        Self { client: self.client.clone(), other: self.other.clone(), own: None }
    }

    /// In a program that nobody else uses, and whose attempts outlive it.
    pub(crate) fn own(programs: &'a Programs, settings: &Value) -> Self {
        let child = programs.take();
        let driver: Arc<dyn Driver> = Arc::clone(&child) as _;
        let (kept, mut settings) = (Kept::new(), settings.clone());
        settings["options"]["attempts_file"] = kept.path().display().to_string().into();
        let shared = Self::shared(&driver, ALONE, &settings);
        Self { own: Some(Own { programs, child, settings, kept }), ..shared }
    }

    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    pub(crate) fn other(&self) -> &Client {
        &self.other
    }

    /// Where attempts are kept by who can be killed.
    pub(crate) fn kept(&self) -> Option<&Kept> {
        self.own.as_ref().map(|own| &own.kept)
    }

    /// Makes a call whose process is killed this long after it began, unless it has ended by then.
    /// The clients are then those of a new process.
    pub(crate) fn kill_in(&mut self, call: &Call<'_>, after: Duration) -> Ended {
        let own = self.own.as_mut().expect("only a process of one's own is killed");
        let ended = self.client.call_and_kill(call, after, &own.child);
        if matches!(ended, Ended::Died) {
            own.child = own.programs.take();
            let driver: Arc<dyn Driver> = Arc::clone(&own.child) as _;
            let fresh = Self::shared(&driver, ALONE, &own.settings);
            (self.client, self.other) = (fresh.client, fresh.other);
        }
        ended
    }
}

impl Drop for Own<'_> {
    fn drop(&mut self) {
        self.programs.give_back(Arc::clone(&self.child));
    }
}
