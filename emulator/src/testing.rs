//! What tests do with an emulator, by name: the controls of README.md, as calls.
//!
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
//! use bootpay_emulator::{Emulator, Options, testing::Time};
//! use serde_json::json;
//!
//! let emulator = Emulator::start(Options::default()).await?;
//! let project = emulator.project(&json!({ "merchant": "Tea house" })).await?;
//! project.activate("kcp", "card", &json!({ "live": true, "settings": { "site_cd": "A1234" } })).await?;
//! emulator.clock().advance(Time::hours(24)).await?;
//! println!("{}", project.pg_ledger("kcp").await?);
//! # Ok(())
//! # }
//! ```

use std::error::Error;
use std::fmt;

use axum::body::{Body, to_bytes};
use axum::http::Request;
use axum::http::header::{CONTENT_TYPE, HOST};
use serde_json::{Value, json};
use tower_service::Service as _;

use crate::{Emulator, http};

/// A control that was refused.
#[derive(Debug)]
pub struct ControlError(String);

impl fmt::Display for ControlError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Error for ControlError {}

type Result<T> = std::result::Result<T, ControlError>;

impl Emulator {
    /// Makes a request to the controls, `/emulator/…`, and returns its response. Nothing goes over the network.
    pub async fn control(&self, method: &str, path: &str, body: &Value) -> Result<Value> {
        let failed = |why: &dyn fmt::Display| ControlError(format!("{method} {path}: {why}"));
        let text = if body.is_null() { String::new() } else { body.to_string() };
        let request = Request::builder().method(method).uri(path).header(HOST, "127.0.0.1");
        let request = request.header(CONTENT_TYPE, "application/json").body(Body::from(text));
        let request = request.map_err(|error| failed(&error))?;
        let Ok(response) = http::router(self.app.clone()).call(request).await;
        let (is_done, body) = (response.status().is_success(), to_bytes(response.into_body(), usize::MAX).await);
        let body = body.map_err(|error| failed(&error))?;
        let reply: Value = serde_json::from_slice(&body).map_err(|error| failed(&error))?;
        if is_done { Ok(reply) } else { Err(failed(&reply["message"].as_str().unwrap_or_default())) }
    }

    /// The emulator's clock.
    pub fn clock(&self) -> Clock<'_> {
        Clock(self)
    }

    /// Creates a project, of a new merchant unless the field `merchant` names one. Nothing is activated in it.
    pub async fn project(&self, fields: &Value) -> Result<Project<'_>> {
        let fields = self.control("POST", "/emulator/projects", fields).await?;
        Ok(Project { emulator: self, fields })
    }

    /// The first project, which is that of [`Emulator::merchant`]; without a set-up file it takes every method.
    pub async fn default_project(&self) -> Result<Project<'_>> {
        let fields = self.control("GET", "/emulator/projects/default", &Value::Null).await?;
        Ok(Project { emulator: self, fields })
    }

    /// [`Project::activate`] of the first project.
    pub async fn activate(&self, pg: &str, method: &str, changes: &Value) -> Result<Value> {
        self.default_project().await?.activate(pg, method, changes).await
    }

    /// [`Project::settlement`] of the first project.
    pub async fn settlement(&self) -> Result<Value> {
        self.default_project().await?.settlement().await
    }

    /// [`Project::pg_ledger`] of the first project.
    pub async fn pg_ledger(&self, pg: &str) -> Result<Value> {
        self.default_project().await?.pg_ledger(pg).await
    }

    /// The webhooks, oldest first, with each attempt to deliver them. Waits for those that are due.
    pub async fn webhooks(&self) -> Result<Value> {
        self.control("GET", "/emulator/webhooks", &Value::Null).await
    }

    /// The merchants and projects as a set-up file (TOML).
    pub async fn export(&self) -> Result<String> {
        let exported = self.control("GET", "/emulator/setup", &Value::Null).await?;
        Ok(exported["toml"].as_str().unwrap_or_default().to_owned())
    }

    /// Replaces everything, payments too, by the merchants and projects of a set-up file.
    pub async fn set_up(&self, toml: &str) -> Result<Vec<Project<'_>>> {
        let made = self.control("PUT", "/emulator/setup", &json!({ "toml": toml })).await?;
        let projects = made["projects"].as_array().into_iter().flatten();
        Ok(projects.map(|fields| Project { emulator: self, fields: fields.clone() }).collect())
    }
}

/// A project, and what its merchant does in the console.
#[derive(Debug)]
pub struct Project<'a> {
    emulator: &'a Emulator,
    fields: Value,
}

impl Project<'_> {
    /// Its fields with all keys, as they were when it was made or found.
    pub fn fields(&self) -> &Value {
        &self.fields
    }

    /// Activates a method at a PG, in test mode at first; `changes` may have `live`, `settings` and `active`.
    /// Returns the methods and the warnings.
    pub async fn activate(&self, pg: &str, method: &str, changes: &Value) -> Result<Value> {
        self.put("/methods", &json!({ "pg": pg, "method": method }), changes).await
    }

    /// Registers Bootpay in a PG's own console: `cancel_address`, `deposit_url`.
    pub async fn register(&self, pg: &str, addresses: &Value) -> Result<Value> {
        self.put("/registrations", &json!({ "pg": pg }), addresses).await
    }

    /// The webhooks of the project, oldest first. Waits for those that are due.
    pub async fn webhooks(&self) -> Result<Value> {
        self.emulator.control("GET", &format!("/emulator/webhooks?merchant={}", self.id()), &Value::Null).await
    }

    /// The settlement report: `days`, `rows`, and the tests that are `excluded`.
    pub async fn settlement(&self) -> Result<Value> {
        self.control("GET", "/settlement", &Value::Null).await
    }

    /// What the PG itself shows of the project's payments, oldest first.
    pub async fn pg_ledger(&self, pg: &str) -> Result<Value> {
        self.control("GET", &format!("/ledgers/{pg}"), &Value::Null).await
    }

    /// The project as `setup.readiness` of a client takes it.
    pub async fn export(&self) -> Result<Value> {
        self.control("GET", "/export", &Value::Null).await
    }

    /// What is missing before the project goes live: the items of `setup.readiness`.
    pub async fn readiness(&self) -> Result<Value> {
        self.control("GET", "/readiness", &Value::Null).await
    }

    fn id(&self) -> &str {
        self.fields["id"].as_str().unwrap_or_default()
    }

    async fn put(&self, path: &str, named: &Value, changes: &Value) -> Result<Value> {
        let fields = [named, changes].into_iter().filter_map(Value::as_object).flatten();
        self.control("PUT", path, &fields.map(|(name, value)| (name.clone(), value.clone())).collect()).await
    }

    async fn control(&self, method: &str, path: &str, body: &Value) -> Result<Value> {
        self.emulator.control(method, &format!("/emulator/projects/{}{path}", self.id()), body).await
    }
}

/// The clock of an emulator. Everything with a time follows it: expiries, reservations, tokens, webhooks.
#[derive(Debug)]
pub struct Clock<'a>(&'a Emulator);

/// A time by which a clock moves.
#[derive(Clone, Copy, Debug)]
pub struct Time(u32);

impl Time {
    /// Seconds.
    pub const fn seconds(seconds: u32) -> Self {
        Self(seconds)
    }

    /// Hours of 60 minutes.
    pub const fn hours(hours: u16) -> Self {
        Self(hours as u32 * 3600)
    }

    /// Days of 24 hours.
    pub const fn days(days: u8) -> Self {
        Self(days as u32 * 24 * 3600)
    }
}

impl Clock<'_> {
    /// The emulator's time, with its offset.
    pub async fn now(&self) -> Result<String> {
        let shown = self.0.control("GET", "/emulator/clock", &Value::Null).await?;
        Ok(shown["now"].as_str().unwrap_or_default().to_owned())
    }

    /// Moves the clock forward. All that is due meanwhile happens, in order.
    pub async fn advance(&self, time: Time) -> Result<()> {
        self.set(&json!({ "advance_seconds": time.0 })).await
    }

    /// Has the clock stand still; [`Clock::advance`] still moves it.
    pub async fn stop(&self) -> Result<()> {
        self.set(&json!({ "mode": "manual" })).await
    }

    /// Has the clock run with real time.
    pub async fn run(&self) -> Result<()> {
        self.set(&json!({ "mode": "real" })).await
    }

    async fn set(&self, change: &Value) -> Result<()> {
        self.0.control("POST", "/emulator/clock", change).await.map(drop)
    }
}
