//! Requests to the API, as they are written: the client's own rules would not let all of them be sent.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use ureq::Agent;
use ureq::http::Request;

use super::Stop;
use super::given::Given;

/// The API under one address.
pub(super) struct Api {
    agent: Agent,
    url: String,
    basic: String,
}

/// The credential of a request.
#[derive(Clone, Copy)]
pub(super) enum Credential<'a> {
    /// The key pair.
    Basic,
    /// A key pair that nobody has.
    WrongBasic,
    Bearer(&'a str),
    None,
}

/// A response.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) body: Value,
}

impl Answer {
    /// The error code of a refusal.
    pub(super) fn code(&self) -> Option<&str> {
        self.body["error_code"].as_str()
    }

    /// The status and the code, for a person.
    pub(super) fn shown(&self) -> String {
        match self.code() {
            Some(code) => format!("HTTP {} {code}", self.status),
            None => format!("HTTP {}", self.status),
        }
    }
}

impl Api {
    pub(super) fn new(url: &str, given: &Given) -> Self {
        // A PG takes up to a minute to approve.
        let timeout = Some(Duration::from_secs(70));
        let agent = Agent::config_builder().http_status_as_error(false).timeout_global(timeout).build().into();
        let basic = format!("Basic {}", STANDARD.encode(format!("{}:{}", given.client_key, given.secret_key)));
        Self { agent, url: url.trim_end_matches('/').to_owned(), basic }
    }

    pub(super) fn send(
        &self,
        verb: &str,
        path: &str,
        body: Option<&Value>,
        credential: Credential<'_>,
    ) -> Result<Answer, Stop> {
        let mut request = Request::builder()
            .method(verb)
            .uri(format!("{}{path}", self.url))
            .header("accept", "application/json")
            .header("bootpay-api-version", "5.2.0");
        request = match credential {
            Credential::Basic => request.header("authorization", &self.basic),
            Credential::WrongBasic => request.header("authorization", format!("Basic {}", STANDARD.encode("a:b"))),
            Credential::Bearer(token) => request.header("authorization", format!("Bearer {token}")),
            Credential::None => request,
        };
        let mut response = match body {
            Some(body) => self.agent.run(request.header("content-type", "application/json").body(body.to_string())?)?,
            None => self.agent.run(request.body(())?)?,
        };
        let text = response.body_mut().read_to_string()?;
        let body = serde_json::from_str(&text).unwrap_or(Value::String(text));
        Ok(Answer { status: response.status().as_u16(), body })
    }
}
