//! One call: what it may still do, and what became of it.

use std::{
    future::Future,
    pin::{Pin, pin},
    slice,
    sync::{Arc, OnceLock},
    time::Duration,
};

use tokio::{
    sync::oneshot,
    time::{Instant, timeout_at},
};

use super::{
    control::Control,
    endpoint::{Effect, Target},
    retry::Retries,
    settings::Settings,
    state::ClientState,
    token::Via,
};
use crate::{
    attempt::serialized,
    codes::{self, Family},
    error::{BootpayError, Result},
    events::Trace,
    http::{
        body::SendFlag,
        request::Outgoing,
        response::{self, Reading, Reply},
        route::{Accepts, Route},
        transport::{Connection, ExchangeError, RawResponse, TOO_LATE, Terms},
    },
    model::{Attempt, AttemptOutcome, ErrorKind, Mode, Receipt},
    redact::Redactor,
    runtime::process::Moving,
    store::{Kept, Unusable},
    symbol::spelt,
    value::{Secret, Timestamp},
    wire::{FromWire, Subject, ToWire},
};

/// A look at what a call has changed.
type Look<'a> = Pin<&'a mut (dyn Future<Output = bool> + Send + 'a)>;

/// Session of one call: a row of the table works with it.
pub struct Session {
    pub(crate) settings: Arc<Settings>,
    pub(crate) state: Arc<ClientState>,
    pub(crate) endpoint: &'static str,
    pub(crate) effect: Effect,
    pub(crate) connection: Connection,
    pub(crate) begun: Instant,
    /// Total timeout.
    pub(crate) budget: Duration,
    pub(crate) control: Arc<Control>,
    /// For the event of the call; absent if nobody listens.
    pub(crate) trace: Option<Arc<Trace>>,
    /// The payment that the call is about.
    pub(crate) receipt_id: OnceLock<String>,
}

impl Session {
    /// Completes the error of the call: its endpoint, and the payment that it is about.
    pub(crate) fn describe(&self, error: BootpayError) -> BootpayError {
        error.at(self.endpoint).about(self.receipt_id.get())
    }

    pub(crate) fn mode(&self) -> Mode {
        self.settings.mode
    }

    pub(crate) fn deadline(&self) -> Instant {
        self.begun + self.budget
    }

    /// Asks for something. In a call that changes something it may take no longer than a read by itself.
    pub(crate) async fn read<T: FromWire>(&self, route: Route, request: &(dyn ToWire + Sync)) -> Result<T> {
        self.read_boxed(route, request).await.map(|reply| *reply)
    }

    pub(crate) async fn read_boxed<T: FromWire>(&self, route: Route, request: &(dyn ToWire + Sync)) -> Result<Box<T>> {
        let mut reply = Reply::that(|_: &T| true);
        self.read_any(route, request, &mut reply).await?;
        Ok(reply.take())
    }

    async fn read_any(
        &self,
        route: Route,
        request: &(dyn ToWire + Sync),
        reading: &mut (dyn Reading + '_),
    ) -> Result<()> {
        let (prepared, exchanged) = self.ask(route, request).await?;
        let redactor = prepared.redactor(&exchanged, self);
        let read = response::read(&exchanged.response, &prepared.subject, redactor, reading);
        if self.connection == Connection::Pooled && read.is_err() {
            // It may be the response to another request, and the next request would get this one's.
            self.state.transport.renew();
        }
        read
    }

    async fn ask(&self, route: Route, request: &(dyn ToWire + Sync)) -> Result<(Prepared, Exchanged)> {
        let mut prepared = Prepared::new(self, route, request)?;
        if self.effect.changes() {
            prepared.deadline = prepared.deadline.min(Instant::now() + self.settings.timeout);
        }
        let mut retries = Retries::new(self.settings.retries, prepared.deadline);
        loop {
            let ended = self.authorized(&prepared, None).await;
            let again = match &ended {
                Ok(exchanged) => retries.again(Ok(&exchanged.response)).await,
                Err(Failure::Exchange(lost)) => retries.again(Err(lost)).await,
                Err(Failure::Refused(_)) => false,
            };
            if again {
                continue;
            }
            return match ended {
                Ok(exchanged) => Ok((prepared, exchanged)),
                Err(Failure::Refused(error)) => Err(error),
                Err(Failure::Exchange(lost)) => Err(lost.into_error(ErrorKind::Unavailable)),
            };
        }
    }

    /// Asks for money to be moved, or something else to be changed, once. `before` is the payment as
    /// it stood, where it was read; `shows` says whether a reply shows that it was done.
    pub(crate) async fn change<T: FromWire>(
        &self,
        route: Route,
        request: &(dyn ToWire + Sync),
        target: Target,
        before: Option<&Receipt>,
        shows: impl Fn(&T) -> bool + Send,
    ) -> Result<T> {
        self.change_boxed(route, request, target, before, shows).await.map(|reply| *reply)
    }

    pub(crate) async fn change_boxed<T: FromWire>(
        &self,
        route: Route,
        request: &(dyn ToWire + Sync),
        target: Target,
        before: Option<&Receipt>,
        shows: impl Fn(&T) -> bool + Send,
    ) -> Result<Box<T>> {
        let mut reply = Reply::that(shows);
        self.change_any(route, request, target, before, &mut reply, None).await?;
        Ok(reply.take())
    }

    /// The same, where a reply may show nothing: then `look` says whether it was done.
    pub(crate) async fn change_and_look<T: FromWire>(
        &self,
        route: Route,
        request: &(dyn ToWire + Sync),
        target: Target,
        shows: impl Fn(&T) -> bool + Send,
        look: impl Future<Output = bool> + Send,
    ) -> Result<T> {
        let mut reply = Reply::that(shows);
        self.change_any(route, request, target, None, &mut reply, Some(pin!(look))).await?;
        Ok(*reply.take())
    }

    async fn change_any(
        &self,
        route: Route,
        request: &(dyn ToWire + Sync),
        target: Target,
        before: Option<&Receipt>,
        reading: &mut (dyn Reading + '_),
        look: Option<Look<'_>>,
    ) -> Result<()> {
        let ended = self.attempted_change(route, request, target, before, reading, look).await;
        self.keep().await;
        ended
    }

    async fn attempted_change(
        &self,
        route: Route,
        request: &(dyn ToWire + Sync),
        target: Target,
        before: Option<&Receipt>,
        reading: &mut (dyn Reading + '_),
        look: Option<Look<'_>>,
    ) -> Result<()> {
        self.control.set_refunds(target.refunds);
        let refused_by = target.refused_by;
        let (prepared, exchanged) = self.send_change(route, request, target, before).await?;
        let redactor = prepared.redactor(&exchanged, self);
        let ended = match response::read(&exchanged.response, &prepared.subject, redactor, reading) {
            Ok(()) if reading.shows() => Ok(()),
            Ok(()) => {
                let was_seen = match look {
                    Some(look) => look.await,
                    None => false,
                };
                if was_seen { Ok(()) } else { Err(response::contradicts(&exchanged.response, redactor, reading)) }
            }
            Err(error) => Err(error),
        };
        match ended {
            Ok(()) => {
                self.control.record_outcome(&self.state.unresolved, AttemptOutcome::Done);
                Ok(())
            }
            Err(error) => Err(self.conclude(believable(error, refused_by))),
        }
    }

    /// Sends what changes something, and gives the answer.
    async fn send_change(
        &self,
        route: Route,
        request: &(dyn ToWire + Sync),
        target: Target,
        before: Option<&Receipt>,
    ) -> Result<(Prepared, Exchanged)> {
        // A PG takes its time to approve: what came before must have left it enough.
        if self.is_half_over() {
            return Err(BootpayError::new(ErrorKind::NotSent, TOO_LATE));
        }
        let mut prepared = Prepared::new(self, route, request)?;
        prepared.start_by = Some(self.half_time());
        let attempt = self.attempt(target, before);
        match self.authorized(&prepared, Some(&attempt)).await {
            Ok(exchanged) => Ok((prepared, exchanged)),
            Err(Failure::Refused(error)) => Err(self.conclude(error)),
            Err(Failure::Exchange(lost)) => Err(self.conclude(lost.into_error(ErrorKind::OutcomeUnknown))),
        }
    }

    /// Records a failure as the attempt's outcome: refused or unknown.
    fn conclude(&self, error: BootpayError) -> BootpayError {
        let known = match error.kind {
            ErrorKind::UnexpectedResponse | ErrorKind::Unavailable | ErrorKind::OutcomeUnknown => {
                AttemptOutcome::Unknown
            }
            _ => AttemptOutcome::Refused,
        };
        self.control.record_outcome(&self.state.unresolved, known);
        if known == AttemptOutcome::Refused {
            return error;
        }
        let error = error.into_unknown();
        match self.attempted() {
            Some(attempt) => error.with_attempt(attempt),
            None => error,
        }
    }

    /// The attempt, for a failure that is found after the money moved.
    pub(crate) fn attempted(&self) -> Option<Attempt> {
        self.control.attempt()
    }

    /// The store learns how the attempt ended.
    async fn keep(&self) {
        let Some(attempt) = self.attempted().filter(|_| self.state.recorder.is_enabled()) else { return };
        // What was resolved or acknowledged meanwhile is known better than by a lost reply.
        if attempt.outcome != AttemptOutcome::Unknown || self.state.unresolved.lists(&attempt.id) {
            self.state.recorder.end(&attempt).await;
        }
    }

    /// Other attempts on the same target: those of this client whose end is not known, and those that its store
    /// keeps.
    pub(crate) async fn others(&self, attempt: &Attempt) -> Result<Vec<Attempt>> {
        let kept = self.state.recorder.others(attempt, self.deadline()).await;
        let kept = kept.map_err(|unusable| self.unusable("the store of attempts cannot be used", &unusable))?;
        let listed = self.state.unresolved.list().into_iter().filter(|other| other.id != attempt.id);
        let listed = listed.filter(|listed| kept.iter().all(|kept| kept.id != listed.id));
        Ok(listed.chain(kept.clone()).filter(|other| other.has_target_of(attempt)).collect())
    }

    /// The call's own attempt was refused, but what it asked for was done by another call.
    pub(crate) async fn found_done(&self) {
        self.control.record_outcome(&self.state.unresolved, AttemptOutcome::Done);
        self.keep().await;
    }

    /// Resolves the earlier attempts of the same call on a payment, of which it is now known that it was done.
    pub(crate) async fn resolve_earlier(&self, receipt_id: &str) {
        let own = self.attempted();
        let owner = (&*self.settings.merchant, self.mode());
        let kept = self.state.recorder.of_payment(receipt_id, owner, self.deadline()).await;
        // What the store cannot tell, a later recovery reads.
        for attempt in self.state.unresolved.list().into_iter().chain(kept.unwrap_or_default()) {
            let earlier = own.as_ref().is_none_or(|own| own.id != attempt.id)
                && attempt.endpoint == self.endpoint
                && attempt.receipt_id.as_deref() == Some(receipt_id)
                && (&attempt.merchant, attempt.mode) == (&self.settings.merchant, self.mode());
            match attempt.outcome {
                AttemptOutcome::Pending | AttemptOutcome::Unknown if earlier => {
                    self.resolved(&attempt, AttemptOutcome::Done).await;
                }
                AttemptOutcome::Done | AttemptOutcome::Refused if earlier => {
                    self.state.unresolved.remove(&attempt.id);
                }
                _ => {}
            }
        }
    }

    /// Returns true if another call did the same to its target since the attempt.
    pub(crate) fn is_overtaken(&self, id: &str) -> bool {
        self.state.unresolved.is_overtaken(id)
    }

    /// Takes an attempt off the list, since its end is known.
    pub(crate) async fn resolved(&self, attempt: &Attempt, outcome: AttemptOutcome) {
        self.state.unresolved.remove(&attempt.id);
        if self.state.recorder.is_enabled() {
            self.state.recorder.end(&Attempt { outcome, ..attempt.clone() }).await;
        }
    }

    /// An attempt that the client's store keeps and that nobody looks after; nobody else will before
    /// this call is long over.
    pub(crate) async fn claim(&self, exchanged: bool) -> Result<Option<Kept>> {
        /// Looks end by the call's deadline.
        const GRACE: Duration = Duration::from_secs(30);
        if !self.state.recorder.is_enabled() {
            let [file, store] = ["attempts_file", "attempt_store"].map(spelt);
            let detail = format!("attempts.recover needs {file} or {store}, and the client has neither");
            return Err(BootpayError::new(ErrorKind::Config, detail));
        }
        let left = self.deadline().saturating_duration_since(Instant::now());
        let (merchant, mode) = (&self.settings.merchant, self.mode());
        self.state
            .recorder
            .claim(merchant, mode, exchanged, left + GRACE, self.deadline())
            .await
            .map_err(|unusable| self.unusable("the store of attempts cannot be used", &unusable))
    }

    /// The error of a store, whose own words may quote what it was given to connect with.
    pub(crate) fn unusable(&self, what: &str, Unusable { kind, error }: &Unusable) -> BootpayError {
        let redactor = Redactor { keys: &self.settings.keys.secrets, ..Redactor::NOTHING };
        BootpayError::new(*kind, redactor.redact(&format!("{what}: {error}")))
    }

    /// Leaves a record that cannot be read to whoever looks into the store.
    pub(crate) async fn set_aside(&self, attempt: &Attempt, record: &str, due_in: Duration) {
        // Otherwise it is due when the claim ends; as is one that has lost its id.
        if !attempt.id.is_empty() {
            drop(self.state.recorder.set_aside(attempt, record.to_owned(), due_in).await);
        }
    }

    /// Leaves a claimed attempt to a later recover; `quiet_for` of its time passes after a look that found
    /// nothing.
    pub(crate) async fn postpone(&self, attempt: &Attempt, due_in: Duration, quiet_for: Duration) {
        // Otherwise it is due when the claim ends.
        drop(self.state.recorder.postpone(attempt, due_in, quiet_for).await);
    }

    /// Returns true if this process sent it, and it is not resolved.
    pub(crate) fn is_listed(&self, attempt: &Attempt) -> bool {
        self.state.unresolved.lists(&attempt.id)
    }

    /// The rest of the quiet period of an attempt of which a look found nothing: counted from its sending in the
    /// process that sent it, elsewhere from the first such look. No time of day has a part in it.
    pub(crate) fn quiet_left(&self, attempt: &Attempt) -> Duration {
        let since = self.state.unresolved.quiet_since(&attempt.id);
        self.settings.quiet_period.saturating_sub(since.elapsed())
    }

    /// Waits for something, until the call's time is up.
    pub(crate) async fn in_time<T>(&self, awaited: impl Future<Output = T>) -> Option<T> {
        timeout_at(self.deadline(), awaited).await.ok()
    }

    /// Returns true if half of the call's time has passed.
    pub(crate) fn is_half_over(&self) -> bool {
        Instant::now() > self.half_time()
    }

    fn half_time(&self) -> Instant {
        self.begun + self.budget / 2
    }

    /// Waits, unless that would leave no time for another look: then it tells so.
    pub(crate) async fn pause(&self, duration: Duration) -> bool {
        if !self.has_time_for(duration) {
            return false;
        }
        tokio::time::sleep(duration).await;
        true
    }

    /// Returns true if a wait leaves time for another look.
    pub(crate) fn has_time_for(&self, wait: Duration) -> bool {
        let left = self.deadline().saturating_duration_since(Instant::now());
        wait.saturating_add(self.settings.timeout.min(Duration::from_secs(1))) <= left
    }

    /// Sends with the merchant's credentials; a token that is refused is renewed once, since a
    /// refused credential proves that nothing was done.
    async fn authorized(&self, prepared: &Prepared, attempt: Option<&Attempt>) -> Result<Exchanged, Failure> {
        let mut refused: Option<Exchanged> = None;
        loop {
            let credential = refused.as_ref().map(|before| &before.credential);
            let (credential, renewable) =
                self.credential(prepared.accepts, credential, prepared.deadline).await.map_err(Failure::Refused)?;
            let again = match refused.take() {
                // The same one would be refused again.
                Some(before) if before.credential == credential => return Ok(before),
                before => before.is_some(),
            };
            let _moving = match attempt {
                Some(attempt) => {
                    self.record_and_mark_sent(attempt, prepared.deadline).await.map_err(Failure::Refused)?;
                    Some(Moving::begin(prepared.deadline))
                }
                None => None,
            };
            let exchanged = Exchanged { response: self.exchange(prepared, &credential, attempt).await?, credential };
            if renewable && !again && is_token_refused(&exchanged.response) {
                refused = Some(exchanged);
                continue;
            }
            return Ok(exchanged);
        }
    }

    /// Of a change, only connecting is tried again, since nothing was sent then.
    async fn exchange(
        &self,
        prepared: &Prepared,
        credential: &Secret,
        attempt: Option<&Attempt>,
    ) -> Result<RawResponse, Failure> {
        const RECONNECTS: u32 = 2;
        let Prepared { request, start_by, deadline, .. } = prepared;
        let mut retries = Retries::new(if attempt.is_some() { RECONNECTS } else { 0 }, start_by.unwrap_or(*deadline));
        loop {
            if let Some(trace) = &self.trace {
                trace.count();
            }
            let flag = SendFlag::until(*start_by);
            let terms = Terms { connection: self.connection, flag: flag.clone(), deadline: *deadline };
            let exchanged = self.state.transport.exchange(request, Some(credential), terms).await;
            if let (Some(_), Some(sent)) = (attempt, flag.sent_at()) {
                self.control.note_sent(&self.state.unresolved, sent.into_std());
            }
            let lost = match exchanged {
                Ok(response) => {
                    if let Some(trace) = &self.trace {
                        trace.note(response.status.as_u16(), response.reused);
                    }
                    return Ok(response);
                }
                Err(lost) => lost,
            };
            if !matches!(lost, ExchangeError::NotConnected(_)) || !retries.again(Err(&lost)).await {
                return Err(Failure::Exchange(lost));
            }
            if let Some(attempt) = attempt {
                // Not if the caller has cancelled meanwhile.
                self.control.mark_sent(&self.state.unresolved, &attempt.sent_now()).map_err(Failure::Refused)?;
            }
        }
    }

    /// Stores the attempt, then marks the request as sent.
    async fn record_and_mark_sent(&self, attempt: &Attempt, deadline: Instant) -> Result<()> {
        let attempt = attempt.sent_now();
        if !self.state.recorder.is_enabled() || self.attempted().is_some() {
            return self.control.mark_sent(&self.state.unresolved, &attempt);
        }
        let (control, state, kept) = (Arc::clone(&self.control), Arc::clone(&self.state), attempt.clone());
        let send = move || control.mark_sent(&state.unresolved, &kept.sent_now());
        let kept = self.state.recorder.begin(&attempt, deadline, send).await.unwrap_or_else(|unusable| {
            // A request that changes something is not sent unless its attempt is stored.
            Err(self.unusable("the attempt could not be stored", &unusable))
        });
        // A store that was too slow may have stored it all the same, and let the request be sent.
        kept.or_else(|error| if self.control.hold_back() { Ok(()) } else { Err(error) })
    }

    /// Fails if the client has no credential that the endpoint takes.
    pub(crate) fn check_credential(&self, accepts: Accepts) -> Result<()> {
        if self.settings.keys.application.is_some() || accepts != Accepts::OnlyToken {
            return Ok(());
        }
        let [id, key] = ["application_id", "private_key"].map(spelt);
        let detail = format!("this call takes only a token: give the client {id} and {key}");
        Err(BootpayError::new(ErrorKind::Config, detail))
    }

    /// The `Authorization` header, and whether another one could be had.
    async fn credential(
        &self,
        accepts: Accepts,
        refused: Option<&Secret>,
        deadline: Instant,
    ) -> Result<(Secret, bool)> {
        self.check_credential(accepts)?;
        let keys = &self.settings.keys;
        match (&keys.basic, &keys.application) {
            (Some(basic), application) if accepts == Accepts::Any || application.is_none() => {
                Ok((basic.clone(), false))
            }
            (_, Some(application)) => {
                if let Some(bearer) = self.state.tokens.at_hand(refused) {
                    return Ok((bearer, true));
                }
                Ok((self.token(application.clone(), refused.cloned(), deadline).await?, true))
            }
            (_, None) => unreachable!("settings hold one of both"),
        }
    }

    /// In a task of its own: others wait for it, who must not depend on who awaits this call.
    async fn token(&self, keys: (Secret, Secret), refused: Option<Secret>, deadline: Instant) -> Result<Secret> {
        let (state, settings) = (Arc::clone(&self.state), Arc::clone(&self.settings));
        let (sender, token) = oneshot::channel();
        self.state.executor.spawn(Box::pin(async move {
            let via = Via { settings: &settings, transport: &state.transport, deadline };
            drop(sender.send(state.tokens.bearer(&keys, via, refused.as_ref()).await));
        }));
        token.await.unwrap_or_else(|_| Err(BootpayError::new(ErrorKind::NotSent, "no token: its request was aborted")))
    }

    /// The record of a request about to be sent; the payment as it stood knows more than some requests.
    pub(crate) fn attempt(&self, target: Target, before: Option<&Receipt>) -> Attempt {
        let mut attempt = Attempt {
            id: uuid::Uuid::now_v7().to_string(),
            endpoint: self.endpoint.to_owned(),
            merchant: self.settings.merchant.clone(),
            mode: self.mode(),
            receipt_id: target.receipt_id,
            order_id: target.order_id.or_else(|| before?.order_id.clone()),
            amount: target.amount,
            cancel_id: target.cancel_id,
            billing_key: target.billing_key,
            reserve_id: target.reserve_id,
            cancelled_before: before.map(|receipt| receipt.cancelled_price).or(target.cancelled_before),
            effect_before: target.effect_before,
            payments_before: target.payments_before,
            sent_at: Timestamp::now(),
            outcome: AttemptOutcome::Pending,
            serialized: String::new(),
        };
        attempt.serialized = serialized::store(&attempt);
        attempt
    }
}

/// One exchange, ready to be made.
struct Prepared {
    request: Outgoing,
    subject: Subject,
    /// Secrets in the request.
    secrets: Vec<Secret>,
    accepts: Accepts,
    /// A change is not begun after it.
    start_by: Option<Instant>,
    deadline: Instant,
}

impl Prepared {
    fn new(session: &Session, route: Route, request: &dyn ToWire) -> Result<Self> {
        let mut secrets = vec![];
        request.secrets(&mut secrets);
        let subject = Subject::of(request.to_wire());
        if let Some(receipt_id) = subject.text("receipt_id") {
            session.receipt_id.get_or_init(|| receipt_id.to_owned());
        }
        let outgoing = Outgoing::new(&session.settings.http.base_url, route, subject.fields());
        let request = outgoing.map_err(BootpayError::invalid)?;
        Ok(Self { request, subject, secrets, accepts: route.accepts, start_by: None, deadline: session.deadline() })
    }

    fn redactor<'a>(&'a self, exchanged: &'a Exchanged, session: &'a Session) -> Redactor<'a> {
        Redactor {
            keys: &session.settings.keys.secrets,
            credential: slice::from_ref(&exchanged.credential),
            request: &self.secrets,
        }
    }
}

struct Exchanged {
    response: RawResponse,
    credential: Secret,
}

enum Failure {
    /// No token, or a cancelled call: nothing was sent.
    Refused(BootpayError),
    /// The exchange.
    Exchange(ExchangeError),
}

/// A refusal with a code that only other calls can give shows that this response is about something else.
fn believable(mut error: BootpayError, refused_by: &[Family]) -> BootpayError {
    let foreign = |code: &String| !codes::can_come_from(code, refused_by);
    if error.kind != ErrorKind::Rejected || !error.code.as_ref().is_some_and(foreign) {
        return error;
    }
    let detail = &mut error.edit().detail;
    *detail = format!("this call cannot be refused with this code, so the outcome is unknown: {detail}");
    error.into_unknown()
}

fn is_token_refused(answer: &RawResponse) -> bool {
    let refused = |error: BootpayError| {
        error.kind == ErrorKind::Rejected && error.code.as_deref() == Some(codes::TOKEN_KEY_INVALID)
    };
    response::judge(answer, Redactor::NOTHING).is_err_and(refused)
}
