//! One call: what it may still do, and what became of it.

use std::{slice, sync::Arc, time::Duration};

use tokio::{sync::oneshot, time::Instant};

use super::{
    answer,
    control::Control,
    hidden::Redactor,
    live::Live,
    process::Moving,
    request::Outgoing,
    retry::Retries,
    settings::Settings,
    token::Via,
    transport::{Answer, Lost},
};
use crate::{
    attempt::serialized,
    codes,
    endpoint::Effect,
    error::{BootpayError, Result},
    model::{Attempt, AttemptOutcome, ErrorKind, Mode, Receipt},
    route::Route,
    store::StoreError,
    value::{Secret, Timestamp},
    wire::{FromWire, Subject, ToWire},
};

/// What a row of the table works with.
pub struct Session {
    pub(crate) settings: Arc<Settings>,
    pub(crate) live: Arc<Live>,
    pub(crate) endpoint: &'static str,
    pub(crate) effect: Effect,
    pub(crate) begun: Instant,
    /// How long the call may take in all.
    pub(crate) budget: Duration,
    pub(crate) control: Arc<Control>,
}

impl Session {
    pub(crate) fn mode(&self) -> Mode {
        self.settings.mode
    }

    fn deadline(&self) -> Instant {
        self.begun + self.budget
    }

    /// Asks for something. In a call that changes something it may take no longer than a read by itself.
    pub(crate) async fn read<T: FromWire>(&self, route: Route, request: &(dyn ToWire + Sync)) -> Result<T> {
        let (asked, answered) = self.ask(route, request).await?;
        answer::read(&answered.answer, &asked.subject, asked.hidden(&answered, self))
    }

    async fn ask(&self, route: Route, request: &(dyn ToWire + Sync)) -> Result<(Asked, Answered)> {
        let mut asked = Asked::new(self, route, request)?;
        if self.effect.changes() {
            asked.deadline = asked.deadline.min(Instant::now() + self.settings.timeout);
        }
        let mut retries = Retries::new(self.settings.retries, asked.deadline);
        loop {
            let ended = self.authorized(&asked, None).await;
            let again = match &ended {
                Ok(answered) => retries.again(Ok(&answered.answer)).await,
                Err(Failure::Lost(lost)) => retries.again(Err(lost)).await,
                Err(Failure::Refused(_)) => false,
            };
            if again {
                continue;
            }
            return match ended {
                Ok(answered) => Ok((asked, answered)),
                Err(Failure::Refused(error)) => Err(error),
                Err(Failure::Lost(lost)) => Err(lost.into_error(ErrorKind::Unavailable)),
            };
        }
    }

    /// Asks for money to be moved, or something else to be changed, once. `before` is the payment as
    /// it stood, where it was read; `shows` says whether a reply shows that it was done.
    pub(crate) async fn change<T: FromWire>(
        &self,
        route: Route,
        request: &(dyn ToWire + Sync),
        before: Option<&Receipt>,
        shows: impl FnOnce(&T) -> bool,
    ) -> Result<T> {
        let ended = self.attempted_change(route, request, before, shows).await;
        self.keep().await;
        ended
    }

    async fn attempted_change<T: FromWire>(
        &self,
        route: Route,
        request: &(dyn ToWire + Sync),
        before: Option<&Receipt>,
        shows: impl FnOnce(&T) -> bool,
    ) -> Result<T> {
        let (asked, answered) = self.set_out(route, request, before).await?;
        let hidden = asked.hidden(&answered, self);
        let reply = answer::read(&answered.answer, &asked.subject, hidden).and_then(|reply| {
            if shows(&reply) { Ok(reply) } else { Err(answer::contradicts::<T>(&answered.answer, hidden)) }
        });
        match reply {
            Ok(reply) => {
                self.control.answered(&self.live.ledger, AttemptOutcome::Done);
                Ok(reply)
            }
            Err(error) => Err(self.conclude(error)),
        }
    }

    /// Sends what changes something, and gives the answer.
    async fn set_out(
        &self,
        route: Route,
        request: &(dyn ToWire + Sync),
        before: Option<&Receipt>,
    ) -> Result<(Asked, Answered)> {
        // A PG takes its time to approve: what came before must have left it enough.
        if self.is_half_over() {
            return Err(BootpayError::new(ErrorKind::NotSent, "too little time was left for the PG to respond"));
        }
        let asked = Asked::new(self, route, request)?;
        let attempt = self.attempt(&asked.subject, before);
        match self.authorized(&asked, Some(&attempt)).await {
            Ok(answered) => Ok((asked, answered)),
            Err(Failure::Refused(error)) => Err(self.conclude(error)),
            Err(Failure::Lost(lost)) => Err(self.conclude(lost.into_error(ErrorKind::OutcomeUnknown))),
        }
    }

    /// What a failure means for the attempt: that it was refused, or that nobody knows.
    fn conclude(&self, error: BootpayError) -> BootpayError {
        let known = match error.kind {
            ErrorKind::UnexpectedResponse | ErrorKind::Unavailable | ErrorKind::OutcomeUnknown => {
                AttemptOutcome::Unknown
            }
            _ => AttemptOutcome::Refused,
        };
        self.control.answered(&self.live.ledger, known);
        if known == AttemptOutcome::Refused {
            // One that came with a status of success, too.
            self.live.transport.renew();
            return error;
        }
        let error = error.into_unknown();
        match self.attempted() {
            Some(attempt) => error.with_attempt(attempt),
            None => error,
        }
    }

    /// What was attempted, for a failure that is found after the money moved.
    pub(crate) fn attempted(&self) -> Option<Attempt> {
        self.control.attempt()
    }

    /// The store learns how the attempt ended.
    async fn keep(&self) {
        let Some(attempt) = self.attempted().filter(|_| self.live.keeper.keeps()) else { return };
        // What was resolved or acknowledged meanwhile is known better than by a lost reply.
        if attempt.outcome != AttemptOutcome::Unknown || self.live.ledger.lists(&attempt.id) {
            self.live.keeper.end(&attempt).await;
        }
    }

    /// Other attempts on the same payment: those of this client whose end is not known, and those that
    /// its store keeps.
    pub(crate) async fn others(&self, attempt: &Attempt) -> Result<Vec<Attempt>> {
        let kept = self.live.keeper.others(attempt, self.deadline()).await.map_err(|error| unusable(&error))?;
        let of_payment = |other: &Attempt| other.id != attempt.id && other.receipt_id == attempt.receipt_id;
        let listed = self.live.ledger.list().into_iter().filter(of_payment);
        Ok(listed.filter(|listed| kept.iter().all(|kept| kept.id != listed.id)).chain(kept.clone()).collect())
    }

    /// Whether something else of its payment was given back since the attempt.
    pub(crate) fn is_overtaken(&self, id: &str) -> bool {
        self.live.ledger.is_overtaken(id)
    }

    /// Takes an attempt off the list, since its end is known.
    pub(crate) async fn resolved(&self, attempt: &Attempt, outcome: AttemptOutcome) {
        self.live.ledger.remove(&attempt.id);
        if self.live.keeper.keeps() {
            self.live.keeper.end(&Attempt { outcome, ..attempt.clone() }).await;
        }
    }

    /// An attempt that the client's store keeps and that nobody looks after; nobody else will before
    /// this call is long over.
    pub(crate) async fn claim(&self, answered: bool) -> Result<Option<Attempt>> {
        /// Looks end by the call's deadline.
        const GRACE: Duration = Duration::from_secs(30);
        if !self.live.keeper.keeps() {
            let detail = "attempts.recover needs attempts_file or attempt_store, and the client has neither";
            return Err(BootpayError::new(ErrorKind::Config, detail));
        }
        let left = self.deadline().saturating_duration_since(Instant::now());
        let until = Timestamp::now().after(left + GRACE);
        let (merchant, mode) = (&self.settings.merchant, self.mode());
        self.live.keeper.claim(merchant, mode, answered, until, self.deadline()).await.map_err(|error| unusable(&error))
    }

    /// Leaves a claimed attempt to a later recover.
    pub(crate) async fn postpone(&self, attempt: &Attempt, due_at: Timestamp) {
        // Otherwise it is due when the claim ends.
        drop(self.live.keeper.postpone(attempt, due_at).await);
    }

    /// Whether half of the call's time has passed.
    pub(crate) fn is_half_over(&self) -> bool {
        self.begun.elapsed() > self.budget / 2
    }

    /// Waits, unless that would leave no time for another look: then it tells so.
    pub(crate) async fn pause(&self, duration: Duration) -> bool {
        let until = Instant::now() + duration;
        if until + self.settings.timeout.min(Duration::from_secs(1)) > self.deadline() {
            return false;
        }
        tokio::time::sleep_until(until).await;
        true
    }

    /// Sends with the merchant's credentials; a token that is refused is renewed once, since a
    /// refused credential proves that nothing was done.
    async fn authorized(&self, asked: &Asked, attempt: Option<&Attempt>) -> Result<Answered, Failure> {
        let mut refused: Option<Answered> = None;
        loop {
            let credential = refused.as_ref().map(|before| &before.credential);
            let (credential, renewable) =
                self.credential(asked.bearer, credential, asked.deadline).await.map_err(Failure::Refused)?;
            let again = match refused.take() {
                // The same one would be refused again.
                Some(before) if before.credential == credential => return Ok(before),
                before => before.is_some(),
            };
            let _moving = match attempt {
                Some(attempt) => {
                    self.leave(attempt, asked.deadline).await.map_err(Failure::Refused)?;
                    Some(Moving::begin(asked.deadline))
                }
                None => None,
            };
            let answer = self.live.transport.exchange(&asked.request, Some(&credential), asked.deadline).await;
            let answered = Answered { answer: answer.map_err(Failure::Lost)?, credential };
            if renewable && !again && is_token_refused(&answered.answer) {
                refused = Some(answered);
                continue;
            }
            return Ok(answered);
        }
    }

    /// The request is about to leave: its attempt is kept before.
    async fn leave(&self, attempt: &Attempt, deadline: Instant) -> Result<()> {
        // The quiet period begins when it leaves, however long a token or the store took.
        let attempt = attempt.leaving();
        if !self.live.keeper.keeps() || self.attempted().is_some() {
            return self.control.leave(&self.live.ledger, &attempt);
        }
        let (control, live, kept) = (Arc::clone(&self.control), Arc::clone(&self.live), attempt.clone());
        let leave = move || control.leave(&live.ledger, &kept.leaving());
        let kept = self.live.keeper.begin(&attempt, deadline, leave).await;
        // A store that was too slow may have kept it all the same, and let it leave.
        kept.or_else(|error| if self.control.hold_back() { Ok(()) } else { Err(error) })
    }

    /// The `Authorization` header, and whether another one could be had.
    async fn credential(&self, bearer: bool, refused: Option<&Secret>, deadline: Instant) -> Result<(Secret, bool)> {
        let keys = &self.settings.keys;
        match (&keys.basic, &keys.application) {
            (Some(basic), application) if !bearer || application.is_none() => Ok((basic.clone(), false)),
            (_, Some(application)) => {
                if let Some(bearer) = self.live.tokens.at_hand(refused) {
                    return Ok((bearer, true));
                }
                Ok((self.token(application.clone(), refused.cloned(), deadline).await?, true))
            }
            (_, None) => unreachable!("settings hold one of both"),
        }
    }

    /// In a task of its own: others wait for it, who must not depend on who awaits this call.
    async fn token(&self, keys: (Secret, Secret), refused: Option<Secret>, deadline: Instant) -> Result<Secret> {
        let (live, settings) = (Arc::clone(&self.live), Arc::clone(&self.settings));
        let (sender, token) = oneshot::channel();
        self.live.driver.spawn(Box::pin(async move {
            let via = Via { settings: &settings, transport: &live.transport, deadline };
            drop(sender.send(live.tokens.bearer(&keys, via, refused.as_ref()).await));
        }));
        token.await.unwrap_or_else(|_| Err(BootpayError::new(ErrorKind::NotSent, "no token: its request was aborted")))
    }

    fn attempt(&self, subject: &Subject, before: Option<&Receipt>) -> Attempt {
        let text = |name| subject.text(name).map(str::to_owned);
        let amount = subject.integer("cancel_price").or_else(|| subject.integer("price"));
        let mut attempt = Attempt {
            id: uuid::Uuid::now_v7().to_string(),
            endpoint: self.endpoint.to_owned(),
            merchant: self.settings.merchant.clone(),
            mode: self.mode(),
            receipt_id: text("receipt_id"),
            order_id: ["order_id", "subscription_id", "authentication_id"]
                .into_iter()
                .find_map(text)
                .or_else(|| before?.order_id.clone()),
            amount: amount.or_else(|| before.map(|receipt| receipt.price)),
            cancel_id: text("cancel_id"),
            billing_key: text("billing_key"),
            reserve_id: text("reserve_id"),
            cancelled_before: before.map(|receipt| receipt.cancelled_price),
            sent_at: Timestamp::now(),
            outcome: AttemptOutcome::Pending,
            serialized: String::new(),
        };
        attempt.serialized = serialized::store(&attempt);
        attempt
    }
}

/// One exchange, ready to be made.
struct Asked {
    request: Outgoing,
    subject: Subject,
    /// What is secret in the request.
    secrets: Vec<Secret>,
    bearer: bool,
    deadline: Instant,
}

impl Asked {
    fn new(session: &Session, route: Route, request: &dyn ToWire) -> Result<Self> {
        let mut secrets = vec![];
        request.secrets(&mut secrets);
        let subject = Subject::of(request.to_wire());
        let outgoing = Outgoing::new(&session.settings.base_url, route, subject.fields());
        let request = outgoing.map_err(BootpayError::invalid)?;
        Ok(Self { request, subject, secrets, bearer: route.bearer, deadline: session.deadline() })
    }

    fn hidden<'a>(&'a self, answered: &'a Answered, session: &'a Session) -> Redactor<'a> {
        Redactor {
            keys: &session.settings.keys.secrets,
            credential: slice::from_ref(&answered.credential),
            request: &self.secrets,
        }
    }
}

struct Answered {
    answer: Answer,
    credential: Secret,
}

enum Failure {
    /// No token, or a caller who has gone: nothing of the request left.
    Refused(BootpayError),
    /// The exchange.
    Lost(Lost),
}

fn unusable(error: &StoreError) -> BootpayError {
    BootpayError::new(ErrorKind::NotSent, format!("the store of attempts cannot be used: {error}"))
}

fn is_token_refused(answer: &Answer) -> bool {
    let refused = |error: BootpayError| {
        error.kind == ErrorKind::Rejected && error.code.as_deref() == Some(codes::TOKEN_KEY_INVALID)
    };
    !answer.status.is_success() && answer::judge(answer, Redactor::NOTHING).is_err_and(refused)
}
