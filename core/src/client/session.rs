//! One call: what it may still do, and what became of it.

use std::sync::Arc;

use serde_json::Value;
use tokio::time::Instant;

use super::{
    answer,
    control::Control,
    live::Live,
    process::Moving,
    request::Outgoing,
    settings::Settings,
    token::Via,
    transport::{Answer, Lost},
};
use crate::{
    codes,
    error::{BootpayError, Result},
    model::{Attempt, AttemptOutcome, ErrorKind, Mode, Receipt},
    route::Route,
    value::{Secret, Timestamp},
    wire::{FromWire, ToWire, lenient_integer},
};

/// What a row of the table works with.
pub struct Session {
    pub(crate) settings: Arc<Settings>,
    pub(crate) live: Arc<Live>,
    pub(crate) endpoint: &'static str,
    pub(crate) deadline: Instant,
    pub(crate) control: Arc<Control>,
}

impl Session {
    pub(crate) fn mode(&self) -> Mode {
        self.settings.mode
    }

    /// Asks for something.
    pub(crate) async fn read<T: FromWire>(&self, route: Route, request: &impl ToWire) -> Result<T> {
        let request = Outgoing::new(&self.settings.base_url, route, request);
        let answer = self.authorized(&request, None).await.map_err(|lost| match lost {
            Failure::Before(error) => error,
            Failure::After(detail) => BootpayError::new(ErrorKind::Unavailable, detail),
        })?;
        answer::read(&answer, &self.settings.keys.secrets)
    }

    /// Asks for money to be moved, once. `before` is the payment as it stood, where it was read.
    pub(crate) async fn move_money<T: FromWire>(
        &self,
        route: Route,
        request: &impl ToWire,
        before: Option<&Receipt>,
    ) -> Result<T> {
        let attempt = self.attempt(&request.to_wire(), before);
        let request = Outgoing::new(&self.settings.base_url, route, request);
        let outcome = match self.authorized(&request, Some(&attempt)).await {
            Err(Failure::Before(error)) => Err(error),
            Err(Failure::After(detail)) => Err(BootpayError::new(ErrorKind::OutcomeUnknown, detail)),
            Ok(answer) => answer::read(&answer, &self.settings.keys.secrets),
        };
        let (outcome, known) = match outcome {
            Ok(reply) => (Ok(reply), AttemptOutcome::Done),
            Err(error) => match error.kind {
                ErrorKind::BadReply | ErrorKind::Unavailable | ErrorKind::OutcomeUnknown => {
                    (Err(error.into_unknown()), AttemptOutcome::Unknown)
                }
                _ => (Err(error), AttemptOutcome::Refused),
            },
        };
        self.control.answered(&self.live.ledger, known);
        outcome.map_err(|error| match self.attempted() {
            Some(attempt) if known == AttemptOutcome::Unknown => error.with_attempt(attempt),
            _ => error,
        })
    }

    /// What was attempted, for a failure that is found after the money moved.
    pub(crate) fn attempted(&self) -> Option<Attempt> {
        self.control.attempt()
    }

    /// Sends with the merchant's credentials; a token that is refused is renewed once, since a
    /// refused credential proves that nothing was done.
    async fn authorized(&self, request: &Outgoing, attempt: Option<&Attempt>) -> Result<Answer, Failure> {
        let mut refused: Option<Secret> = None;
        loop {
            let (authorization, renewable) = self.authorization(refused.as_ref()).await.map_err(Failure::Before)?;
            let _moving = match attempt {
                Some(attempt) => {
                    self.control.leave(&self.live.ledger, attempt).map_err(Failure::Before)?;
                    Some(Moving::begin(self.deadline))
                }
                None => None,
            };
            let answer =
                self.live.transport.exchange(request, Some(&authorization), self.deadline).await.map_err(|lost| {
                    match lost {
                        Lost::Unsent(detail) => Failure::Before(BootpayError::new(ErrorKind::NotSent, detail)),
                        Lost::Unanswered(detail) => Failure::After(detail),
                    }
                })?;
            if renewable && refused.is_none() && is_token_refused(&answer) {
                refused = Some(authorization);
                continue;
            }
            return Ok(answer);
        }
    }

    /// The header, and whether another one could be had.
    async fn authorization(&self, refused: Option<&Secret>) -> Result<(Secret, bool)> {
        let keys = &self.settings.keys;
        match (&keys.basic, &keys.application) {
            (Some(basic), _) => Ok((basic.clone(), false)),
            (None, Some(application)) => {
                let via = Via { settings: &self.settings, transport: &self.live.transport, deadline: self.deadline };
                Ok((self.live.tokens.bearer(application, via, refused).await?, true))
            }
            (None, None) => unreachable!("settings hold one of both"),
        }
    }

    fn attempt(&self, request: &Value, before: Option<&Receipt>) -> Attempt {
        let text = |name: &str| request.get(name).and_then(Value::as_str).map(str::to_owned);
        let amount = ["cancel_price", "price"].iter().find_map(|name| request.get(*name).and_then(lenient_integer));
        Attempt {
            id: uuid::Uuid::now_v7().to_string(),
            endpoint: self.endpoint.to_owned(),
            merchant: self.settings.merchant.clone(),
            mode: self.mode(),
            receipt_id: text("receipt_id"),
            order_id: text("order_id").or_else(|| before.and_then(|receipt| receipt.order_id.clone())),
            amount,
            cancel_id: text("cancel_id"),
            cancelled_before: before.map(|receipt| receipt.cancelled_price),
            sent_at: Timestamp::now(),
            outcome: AttemptOutcome::Pending,
        }
    }
}

enum Failure {
    /// Nothing of the request left.
    Before(BootpayError),
    /// It may have arrived.
    After(String),
}

fn is_token_refused(answer: &Answer) -> bool {
    !answer.status.is_success()
        && serde_json::from_slice::<Value>(&answer.body)
            .is_ok_and(|json| json["error_code"] == codes::TOKEN_KEY_INVALID)
}
