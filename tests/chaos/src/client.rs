//! A client of a merchant, in whatever language it is used: calls go by their names in the table,
//! with fields in core's names, and are cancelled by the language's own means. README.md has the lines.

use std::{sync::Arc, time::Duration};

use serde::Deserialize;
use serde_json::{Value, json};

use crate::child::{Child, NoAnswer};

/// Answers the requests that a [`Client`] makes.
pub(crate) trait Driver: Send + Sync {
    fn ask(&self, request: Value, patience: Duration) -> Result<Value, NoAnswer>;

    /// Whether it can cancel a call that is under way.
    fn cancels(&self) -> bool;

    /// Whose clients it has.
    fn language(&self) -> String;
}

impl Driver for Child {
    fn ask(&self, request: Value, patience: Duration) -> Result<Value, NoAnswer> {
        Self::ask(self, request, patience)
    }

    fn cancels(&self) -> bool {
        self.hello()["cancels"] == true
    }

    fn language(&self) -> String {
        self.hello()["language"].as_str().unwrap_or("a program").to_owned()
    }
}

/// How long a program may take to answer, beyond the time that the call may take.
const SLACK: Duration = Duration::from_secs(60);

/// One call.
pub(crate) struct Call<'a> {
    pub(crate) name: &'a str,
    pub(crate) with: &'a Value,
    /// What of its reply is asked for.
    pub(crate) read: &'a [&'a str],
    pub(crate) timeout: Duration,
    /// When the caller gives it up.
    pub(crate) cancel: Option<Duration>,
}

/// How it ended.
#[derive(Debug)]
pub(crate) enum Ended {
    /// The fields that were asked for.
    Returned(Value),
    Failed(Failed),
    /// The caller gave it up, and was told nothing but that.
    Cancelled,
    /// The program is gone.
    Died,
}

/// An error, by paths.
#[derive(Debug, Deserialize)]
pub(crate) struct Failed {
    pub(crate) kind: String,
    pub(crate) detail: String,
    #[serde(rename = "attempt.id")]
    id: Option<String>,
    #[serde(rename = "attempt.endpoint")]
    endpoint: Option<String>,
    #[serde(rename = "attempt.serialized")]
    serialized: Option<String>,
    #[serde(rename = "attempt.outcome")]
    outcome: Option<String>,
}

const FAILED: [&str; 6] = ["kind", "detail", "attempt.id", "attempt.endpoint", "attempt.serialized", "attempt.outcome"];

impl Failed {
    pub(crate) fn attempt(&self) -> Option<Attempt> {
        let (id, endpoint) = (self.id.clone()?, self.endpoint.clone()?);
        Some(Attempt { id, endpoint, serialized: self.serialized.clone()?, outcome: self.outcome.clone()? })
    }
}

/// An attempt, as far as a shop needs it.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Attempt {
    pub(crate) id: String,
    pub(crate) endpoint: String,
    pub(crate) serialized: String,
    pub(crate) outcome: String,
}

const ATTEMPT: [&str; 4] = ["id", "endpoint", "serialized", "outcome"];

/// A client that was opened; a handle of it.
#[derive(Clone)]
pub(crate) struct Client {
    driver: Arc<dyn Driver>,
    name: String,
}

impl Client {
    /// Opens one under a name of its own.
    pub(crate) fn open(driver: Arc<dyn Driver>, name: &str, settings: &Value) -> Self {
        let client = Self { driver, name: name.to_owned() };
        let mut request = settings.clone();
        request["do"] = "open".into();
        client.tell(request);
        client
    }

    /// Whether both are handles of one client.
    pub(crate) fn is(&self, other: &Self) -> bool {
        self.name == other.name
    }

    pub(crate) fn cancels(&self) -> bool {
        self.driver.cancels()
    }

    pub(crate) fn call(&self, call: &Call<'_>) -> Ended {
        self.ask(Self::request(call), call.timeout + SLACK).map_or(Ended::Died, Self::ended)
    }

    /// Makes a call in a program that is killed this long after it was told to, unless it has
    /// answered by then.
    pub(crate) fn call_and_kill(&self, call: &Call<'_>, after: Duration, child: &Child) -> Ended {
        let answer = child.begin(self.addressed(Self::request(call))).and_then(|asked| asked.wait(after));
        answer.map_or_else(
            |_| {
                child.kill();
                Ended::Died
            },
            |answer| Self::ended(Self::checked(answer)),
        )
    }

    fn request(call: &Call<'_>) -> Value {
        json!({
            "do": "call", "call": call.name, "with": call.with, "read": call.read, "fails": FAILED,
            "timeout": call.timeout.as_secs_f64(), "cancel": call.cancel.map(|after| after.as_secs_f64()),
        })
    }

    fn ended(mut answer: Value) -> Ended {
        if answer["cancelled"] == true {
            Ended::Cancelled
        } else if answer["failed"].is_object() {
            Ended::Failed(serde_json::from_value(answer["failed"].take()).expect("an error"))
        } else {
            Ended::Returned(answer["returned"].take())
        }
    }

    /// What is on the client's list.
    pub(crate) fn unresolved(&self) -> Vec<Attempt> {
        let mut answer = self.tell(json!({ "do": "unresolved", "read": ATTEMPT }));
        serde_json::from_value(answer["returned"].take()).expect("attempts")
    }

    pub(crate) fn acknowledge(&self, attempt_id: &str) {
        self.tell(json!({ "do": "acknowledge", "attempt": attempt_id }));
    }

    fn tell(&self, request: Value) -> Value {
        self.ask(request, SLACK).expect("a program that has not ended")
    }

    fn ask(&self, request: Value, patience: Duration) -> Option<Value> {
        match self.driver.ask(self.addressed(request), patience) {
            Ok(answer) => Some(Self::checked(answer)),
            Err(NoAnswer::Died) => None,
            Err(NoAnswer::Late) => panic!("the program does not answer"),
        }
    }

    fn addressed(&self, mut request: Value) -> Value {
        request["client"] = self.name.as_str().into();
        request
    }

    fn checked(answer: Value) -> Value {
        assert!(answer["broken"].is_null(), "the program could not do what it was told: {answer}");
        answer
    }
}
