//! The access token of an application id and its private key.

use std::time::{Duration, Instant};

use reqwest::StatusCode;
use serde_json::Value;
use tokio::{sync::Mutex, time::timeout_at};

use super::{retry::Retries, settings::Settings};
use crate::{
    error::{BootpayError, Result},
    http::{
        body::SendFlag,
        request::Outgoing,
        response,
        route::{Accepts, Route, Verb},
        transport::{Connection, Terms, Transport},
    },
    model::ErrorKind,
    redact::Redactor,
    value::Secret,
    wire::{Subject, ToWire, field, lenient_integer, string},
};

const ISSUE: Route = Route { verb: Verb::POST, path: "/v2/request/token", headers: &[], accepts: Accepts::Any };
/// Bootpay hands the same token out for 25 minutes of its 30: asking sooner would change nothing.
const SPARE: Duration = Duration::from_secs(4 * 60);

/// One at a time, for any number of callers.
#[derive(Default)]
pub(crate) struct Tokens(Mutex<State>);

#[derive(Default)]
struct State {
    token: Option<Token>,
    /// The last refusal: those who were waiting for that answer share it.
    failure: Option<(Instant, BootpayError)>,
}

struct Token {
    /// As the `Authorization` header carries it.
    bearer: Secret,
    renew_at: Instant,
    /// Bootpay gave it once more after refusing it: asking again would change nothing.
    given_again: bool,
}

impl State {
    fn usable(&self, refused: Option<&Secret>) -> Option<Secret> {
        let token = self.token.as_ref()?;
        let usable = Instant::now() < token.renew_at && (token.given_again || refused != Some(&token.bearer));
        usable.then(|| token.bearer.clone())
    }
}

struct IssueToken<'a> {
    application_id: &'a Secret,
    private_key: &'a Secret,
}

impl ToWire for IssueToken<'_> {
    fn to_wire(&self) -> Value {
        serde_json::json!({ "application_id": self.application_id.to_wire(), "private_key": self.private_key.to_wire() })
    }
}

impl Tokens {
    /// The token that there is, where nobody is asking for another one.
    pub(crate) fn at_hand(&self, refused: Option<&Secret>) -> Option<Secret> {
        self.0.try_lock().ok()?.usable(refused)
    }

    /// A token that is not `refused` and has minutes to live.
    pub(crate) async fn bearer(
        &self,
        keys: &(Secret, Secret),
        via: Via<'_>,
        refused: Option<&Secret>,
    ) -> Result<Secret> {
        let asked_at = Instant::now();
        let late = |_| BootpayError::new(ErrorKind::NotSent, "no token in time");
        let mut state = timeout_at(via.deadline, self.0.lock()).await.map_err(late)?;
        if let Some(bearer) = state.usable(refused) {
            return Ok(bearer);
        }
        if let Some((_, failure)) = state.failure.as_ref().filter(|(at, _)| *at >= asked_at) {
            return Err(failure.clone());
        }
        match issue(keys, via).await {
            Ok(mut token) => {
                token.given_again = refused == Some(&token.bearer);
                let bearer = token.bearer.clone();
                *state = State { token: Some(token), failure: None };
                Ok(bearer)
            }
            Err(error) => {
                let shared = error.status.is_some().then(|| (Instant::now(), error.clone()));
                *state = State { token: None, failure: shared };
                Err(error)
            }
        }
    }
}

/// The caller's way to Bootpay, and its deadline.
pub(crate) struct Via<'a> {
    pub(crate) settings: &'a Settings,
    pub(crate) transport: &'a Transport,
    pub(crate) deadline: tokio::time::Instant,
}

async fn issue((application_id, private_key): &(Secret, Secret), via: Via<'_>) -> Result<Token> {
    let Via { settings, transport, deadline } = via;
    let subject = Subject::of(IssueToken { application_id, private_key }.to_wire());
    let request = Outgoing::new(&settings.http.base_url, ISSUE, subject.fields()).map_err(BootpayError::invalid)?;
    // Its life is counted from before the request: the answer may have been long on its way.
    let mut retries = Retries::new(settings.retries, deadline);
    let (started, answer) = loop {
        let started = Instant::now();
        let terms = Terms { connection: Connection::Own, flag: SendFlag::until(None), deadline };
        let ended = transport.exchange(&request, None, terms).await;
        if retries.again(ended.as_ref()).await {
            continue;
        }
        break (started, ended);
    };
    let answer = answer.map_err(|lost| {
        let mut error = lost.into_error(ErrorKind::NotSent);
        let detail = &mut error.edit().detail;
        *detail = format!("no token: {detail}");
        error
    })?;
    let redactor = Redactor { keys: &settings.keys.secrets, ..Redactor::NOTHING };
    let reply = response::judge(&answer, redactor).map_err(|mut error| {
        // The reply may hold a token: its text must not be shown.
        error.edit().body = None;
        // Only a limit of requests passes by itself.
        let passes = answer.status == StatusCode::TOO_MANY_REQUESTS;
        if error.kind == ErrorKind::Rejected && !passes { error.into_config() } else { error.into_not_sent() }
    })?;
    let token = field(reply, "access_token").and_then(string).filter(|token| !token.is_empty());
    let lifetime = field(reply, "expire_in").and_then(lenient_integer).and_then(|seconds| u64::try_from(seconds).ok());
    let (Some(token), Some(lifetime)) = (token, lifetime) else {
        return Err(BootpayError::new(
            ErrorKind::NotSent,
            "no token: `access_token` or `expire_in` is missing in the response",
        ));
    };
    let lifetime = Duration::from_secs(lifetime.min(24 * 60 * 60));
    let useful = lifetime.checked_sub(SPARE).filter(|useful| !useful.is_zero()).unwrap_or(lifetime / 2);
    Ok(Token { bearer: Secret::new(["Bearer ", &token].concat()), renew_at: started + useful, given_again: false })
}
