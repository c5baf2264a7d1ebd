//! Plays the buyer of a window, and confirms for its page. The page and the controls act through here alike.

use bootpay_core::model::{Method, Status};
use serde::Deserialize;
use serde_json::{Value, json};

use super::open::link;
use crate::acts::{billing_key, payment};
use crate::domain::billing_key::BillingKey;
use crate::domain::clock::Moment;
use crate::domain::identity::Person;
use crate::domain::journal::Actor;
use crate::domain::merchant::Merchant;
use crate::domain::payment::Choice;
use crate::domain::payment::buyer::BuyerAction;
use crate::domain::receipt::render;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::rule::Rule;
use crate::domain::window::ending::{Ending, Event};
use crate::domain::window::payload::Payload;
use crate::domain::window::session::{Purpose, Window};
use crate::store::Store;

/// What the buyer of a window can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Action {
    /// Pays, consents to the billing key, or proves the identity.
    Approve,
    /// The PG declines.
    Refuse,
    /// Leaves by the page's own button.
    Cancel,
    /// Closes the window.
    Close,
    /// Lets the window's time run out.
    Expire,
    /// Pays into the virtual account; one that is not issued yet is issued first.
    Deposit,
}

/// The reason of a refusal, as the PG gives it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Told {
    pub(crate) error_code: Option<String>,
    pub(crate) pg_error_code: Option<String>,
    pub(crate) message: Option<String>,
}

/// An act of the buyer.
pub(crate) struct Act {
    pub(crate) action: Action,
    /// The choice in the unified window.
    pub(crate) choice: Choice,
    pub(crate) told: Told,
    /// The person whose identity is verified, where the page asked for one.
    pub(crate) person: Option<Person>,
}

/// Finds a window, and ends it where its time is over or the payment went on without it.
pub(crate) fn find(store: &Store<'_>, receipt_id: &str) -> Result<Option<Window>, Refusal> {
    let now = store.now()?;
    let Some(mut window) = store.stored_window(receipt_id)? else {
        return of_payment(store, receipt_id);
    };
    let before = window.ending.clone();
    match status(store, &window)? {
        Some(Status::Expired) if window.is_open() => window.ending = Some(expired()),
        // The merchant's server has confirmed after the window, or the deposit has arrived.
        Some(status)
            if window.ending.as_ref().is_some_and(|ending| matches!(ending.event, Event::Confirm | Event::Issued)) =>
        {
            if let Some(event) = Event::of(&status) {
                window.ending = Some(event.into());
            }
        }
        _ if window.is_late(now) => window.ending = Some(expired()),
        _ => {}
    }
    if window.ending != before {
        store.acting(Actor::Bootpay, || store.save_window(&window))?;
    }
    Ok(Some(window))
}

/// The window of a payment that was made without one.
fn of_payment(store: &Store<'_>, receipt_id: &str) -> Result<Option<Window>, Refusal> {
    let Some(payment) = payment::find(store, receipt_id)?.filter(|payment| payment.status == Status::Ready) else {
        return Ok(None);
    };
    let Some(merchant) = store.merchant(&payment.merchant_id)? else { return Ok(None) };
    link(store, &payment, &merchant, &Payload::new(serde_json::Map::new())).map(Some)
}

fn expired() -> Ending {
    Ending::error(&Code::WindowExpired.because("the buyer did not finish in time"))
}

/// The status of what the window is about.
fn status(store: &Store<'_>, window: &Window) -> Result<Option<Status>, Refusal> {
    Ok(match window.purpose {
        Purpose::Payment => payment::find(store, &window.receipt_id)?.map(|payment| payment.status),
        Purpose::Subscription => store.billing_key_by_receipt(&window.receipt_id)?.map(|key| key.status),
        // A verification is confirmed in its window alone.
        Purpose::Authentication => None,
    })
}

/// Plays the buyer; returns what `report` makes of the window, which the act has ended unless it is a deposit.
/// A deposit at once with the issue of its account comes after the report.
pub(crate) fn play<T>(
    store: &Store<'_>,
    receipt_id: &str,
    act: &Act,
    report: impl FnOnce(Window) -> Result<T, Refusal>,
) -> Result<T, Refusal> {
    store.acting(Actor::Buyer, || played(store, receipt_id, act, report))
}

fn played<T>(
    store: &Store<'_>,
    receipt_id: &str,
    act: &Act,
    report: impl FnOnce(Window) -> Result<T, Refusal>,
) -> Result<T, Refusal> {
    let mut window = find(store, receipt_id)?
        .ok_or_else(|| Code::ControlNotFound.because(format!("no window has the receipt_id {receipt_id}")))?;
    let is_issued = window.ending.as_ref().is_some_and(|ending| ending.event == Event::Issued);
    if act.action == Action::Deposit && is_issued {
        payment::play_buyer(store, receipt_id, BuyerAction::Deposit, &Choice::default())?;
        return report(window);
    }
    if let Some(ending) = &window.ending {
        return Err(Code::Control.by(Rule::WindowEnded { event: ending.event.name() }));
    }
    let ending = match act.action {
        Action::Cancel => Ending::cancel(Code::WindowCancelled, "the buyer pressed cancel in the page"),
        Action::Close => closed(),
        Action::Approve | Action::Refuse | Action::Expire | Action::Deposit => match window.purpose {
            Purpose::Payment => pay(store, &window, act)?,
            Purpose::Subscription => subscribe(store, &window, act)?,
            Purpose::Authentication => authenticate(store, &window, act)?,
        },
    };
    window.ending = Some(ending);
    store.save_window(&window)?;
    let reported = report(window)?;
    if act.action == Action::Deposit {
        payment::play_buyer(store, receipt_id, BuyerAction::Deposit, &Choice::default())?;
    } else {
        payment::test_deposit(store, receipt_id)?;
    }
    Ok(reported)
}

fn closed() -> Ending {
    Ending::cancel(Code::CloseWindow, "the window was closed before the buyer finished")
}

/// Ends an open window because its popup was closed; one that has ended stays as it is.
pub(crate) fn close(store: &Store<'_>, receipt_id: &str) -> Result<(), Refusal> {
    let Some(mut window) = find(store, receipt_id)?.filter(Window::is_open) else { return Ok(()) };
    window.ending = Some(closed());
    store.acting(Actor::Buyer, || store.save_window(&window))
}

fn pay(store: &Store<'_>, window: &Window, act: &Act) -> Result<Ending, Refusal> {
    if act.action == Action::Deposit {
        check_virtual_account(store, window, &act.choice)?;
    }
    let play = |action| payment::play_buyer(store, &window.receipt_id, action, &act.choice);
    match act.action {
        Action::Refuse => {
            play(BuyerAction::Fail)?;
            return Ok(refused(&act.told, Code::ConfirmFailed));
        }
        Action::Expire => {
            play(BuyerAction::Expire)?;
            return Ok(expired());
        }
        _ => {}
    }
    let (mut payment, _) = play(BuyerAction::Pay)?;
    if payment.status == Status::WaitingConfirm && !window.separately_confirmed {
        match payment::confirm(store, &mut payment, store.now()?) {
            Err(refusal) if refusal.code == Code::Broken => return Err(refusal),
            Err(refusal) => return Ok(Ending::error(&refusal)),
            Ok(()) => {}
        }
    }
    ended(&payment.status)
}

fn check_virtual_account(store: &Store<'_>, window: &Window, choice: &Choice) -> Result<(), Refusal> {
    let chosen = choice.methods.as_ref().and_then(|methods| methods.first()).cloned();
    let method = match chosen {
        Some(method) => Some(method),
        None => payment::find(store, &window.receipt_id)?.map(|payment| payment.method),
    };
    if method == Some(Method::VirtualAccount) {
        return Ok(());
    }
    Err(Code::Control.because("only a virtual account takes a deposit: choose vbank"))
}

fn ended(status: &Status) -> Result<Ending, Refusal> {
    let event = Event::of(status);
    event
        .map(Ending::from)
        .ok_or_else(|| Code::Broken.because(format!("the window led to status {}", status.code().unwrap_or_default())))
}

fn subscribe(store: &Store<'_>, window: &Window, act: &Act) -> Result<Ending, Refusal> {
    let mut key = billing_key_of(store, window)?;
    if act.action == Action::Approve {
        return match billing_key::consent_in_window(store, &mut key, store.now()?) {
            Err(refusal) if refusal.code == Code::Broken => Err(refusal),
            Err(refusal) => Ok(Ending::error(&refusal)),
            Ok(()) => ended(&key.status),
        };
    }
    let ending = match act.action {
        Action::Refuse => refused(&act.told, Code::SubscribeFailed),
        Action::Expire => expired(),
        _ => return Err(no_account()),
    };
    key.status = Status::BillingKeyFailed;
    store.save_billing_key(&key)?;
    Ok(ending)
}

fn authenticate(store: &Store<'_>, window: &Window, act: &Act) -> Result<Ending, Refusal> {
    match act.action {
        Action::Refuse => return Ok(refused(&act.told, Code::AuthConfirmReadyFailed)),
        Action::Expire => return Ok(expired()),
        Action::Approve => {}
        _ => return Err(no_account()),
    }
    let mut identity = store
        .identity(&window.receipt_id)?
        .ok_or_else(|| Code::Broken.because("the verification of this window does not exist"))?;
    if let Some(person) = &act.person {
        identity.person = person.clone();
    }
    let confirmed = identity.person.check().and_then(|()| identity.confirm(None, store.now()?));
    if let Err(refusal) = confirmed {
        return Ok(Ending::error(&refusal));
    }
    store.save_identity(&identity)?;
    Ok(Event::Done.into())
}

fn no_account() -> Refusal {
    Code::Control.because("this window has no virtual account to pay into")
}

fn billing_key_of(store: &Store<'_>, window: &Window) -> Result<BillingKey, Refusal> {
    let key = store.billing_key_by_receipt(&window.receipt_id)?;
    key.ok_or_else(|| Code::Broken.because("the billing key of this window does not exist"))
}

/// The end of a window that the PG declined, for the reason that the test chose.
fn refused(told: &Told, usual: Code) -> Ending {
    let ending = Ending::error(&usual.because("the PG declined, as the buyer's page was told to play"));
    Ending {
        error_code: told.error_code.clone().or(ending.error_code),
        pg_error_code: told.pg_error_code.clone(),
        message: told.message.clone().or(ending.message),
        ..ending
    }
}

/// Confirms a payment for its window's page; returns the window with the end to report. A refusal that changed
/// nothing is reported and not kept: the window stays as it was.
pub(crate) fn confirm(store: &Store<'_>, receipt_id: &str, credential: Option<&str>) -> Result<Window, Refusal> {
    store.acting(Actor::Browser, || confirmed(store, receipt_id, credential))
}

fn confirmed(store: &Store<'_>, receipt_id: &str, credential: Option<&str>) -> Result<Window, Refusal> {
    let window = find(store, receipt_id)?.filter(|window| credential == Some(window.credential.as_str()));
    let mut window = window
        .ok_or_else(|| Code::NotFound.because("no window with this receipt_id was opened with this application_id"))?;
    if window.confirm_only_rest_api {
        let saw = "the request has confirm_only_rest_api: only the merchant's server confirms";
        window.ending = Some(Ending::error(&Code::NotConfirmReady.because(saw)));
        return Ok(window);
    }
    let payment = payment::find(store, receipt_id)?;
    let mut payment = payment.ok_or_else(|| Code::NotFound.because("no payment has this receipt_id"))?;
    let had_failed = payment.status == Status::ApprovalFailed;
    let confirmed = payment::confirm(store, &mut payment, store.now()?);
    let has_ended = confirmed.is_ok() || (payment.status == Status::ApprovalFailed && !had_failed);
    window.ending = Some(match confirmed {
        Err(refusal) if refusal.code == Code::Broken => return Err(refusal),
        Err(refusal) => Ending::error(&refusal),
        Ok(()) => ended(&payment.status)?,
    });
    if has_ended {
        store.save_window(&window)?;
    }
    Ok(window)
}

/// What a window is about, as its page may know it: no billing key, no data of the verified person.
pub(crate) fn receipt(store: &Store<'_>, window: &Window, merchant: &Merchant, now: Moment) -> Result<Value, Refusal> {
    Ok(match window.purpose {
        Purpose::Payment => match payment::find(store, &window.receipt_id)? {
            Some(payment) => render(&payment, merchant, false),
            None => Value::Null,
        },
        Purpose::Subscription => {
            let mut receipt = billing_key_of(store, window)?.receipt(merchant, false);
            receipt["subscription_id"] = window.reference.clone().into();
            receipt
        }
        Purpose::Authentication => match store.identity(&window.receipt_id)? {
            Some(identity) => {
                let mut certificate = identity.render(now);
                if let Some(fields) = certificate.as_object_mut() {
                    fields.remove("authenticate_data");
                }
                certificate["authentication_id"] = window.reference.clone().into();
                certificate["metadata"] = json!(window.metadata);
                certificate
            }
            None => Value::Null,
        },
    })
}
