//! `/payments/{receipt_id}/scenario`, "copy as scenario": what happened to a payment as a test that plays it again on a fresh emulator, in Python with the
//! library's test kit.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use bootpay_core::model::Status;
use serde_json::{Map, Value, json};

use super::address::segment;
use super::copy_as::{self, Call, Language};
use super::format::visible;
use super::page::Page;
use super::story;
use super::texts::Texts;
use super::visit::Visit;
use super::{payment, places};
use crate::domain::journal::{Actor, Kind, Line, Outcome};
use crate::domain::merchant::Merchant;
use crate::domain::money::Money;
use crate::domain::payment::Payment;
use crate::domain::pg_result::PgResult;
use crate::domain::receipt::render;
use crate::domain::secrets::redact_delivered;
use crate::store::journal::Told;

/// A longer time between two entries than really passed is a move of the clock, in milliseconds.
const MOVED: i64 = 60 * 1000;

#[derive(Template)]
#[template(path = "scenario.html")]
struct View {
    page: Page,
    t: Texts,
    up: String,
    order_name: String,
    /// The test, or why there is none.
    scenario: Result<String, String>,
}

/// `GET /payments/{receipt_id}/scenario`
pub(super) async fn show(visit: Visit, Path(receipt_id): Path<String>) -> Response {
    visit.look(&places::PAYMENTS, |store, mut page| {
        let t = page.t;
        let (payment, merchant) = payment::found(store, &receipt_id, store.now()?)?;
        let (first, last) = story::ends(true);
        let (story, left_out) = store.story(&receipt_id, first, last)?;
        page.title = format!("{} · {}", t.scenario(), payment::title(&payment, t));
        Ok(View {
            t,
            up: format!("/payments/{}", segment(&receipt_id)),
            order_name: visible(&payment.order_name),
            scenario: match left_out {
                0 => scenario(&payment, &merchant, &story, t),
                _ => Err(t.scenario_incomplete().to_owned()),
            },
            page,
        })
    })
}

/// A step of the test.
enum Step {
    /// The clock moves on by seconds.
    Later(i64),
    /// An act of the buyer.
    Buyer(&'static str),
    /// A cancel in Bootpay's admin, in won.
    Cancel(i64),
    /// The next request meets a fault: the body of the control.
    Fault(Value),
    /// A call of the merchant's server; it may fail where it failed then, or met a fault.
    Call { statement: String, may_fail: bool },
}

/// The test, or why there is none. `story` is the whole of it, oldest first.
fn scenario(payment: &Payment, merchant: &Merchant, story: &[Told], t: Texts) -> Result<String, String> {
    let is_change = |told: &&Told| told.line.kind == Kind::State;
    let made = story.iter().position(|told| is_change(&told) && told.line.facts["from"].is_null());
    let made = made.ok_or_else(|| t.scenario_incomplete().to_owned())?;
    let last = story.iter().rfind(is_change).map_or(&story[made].line, |told| &told.line);
    if payment.currency != "KRW" {
        return Err(t.scenario_currency().to_owned());
    }
    let state = stage(&story[made].line).ok_or_else(|| t.scenario_beyond(&story[made].line.code))?;
    let receipt = render(payment, merchant, false);
    let steps = steps(&story[made..], &receipt, t)?;
    Ok(written(payment, merchant, state, &steps, last))
}

/// The state in which a control makes such a payment.
fn stage(made: &Line) -> Option<&'static str> {
    Some(match Status::from_code(made.facts["to"].as_i64()?) {
        Status::Ready => "ready",
        Status::WaitingConfirm => "waiting_confirm",
        Status::Paid => "paid",
        Status::VirtualAccountIssued => "vbank_issued",
        Status::Cancelled => "cancelled",
        Status::ApprovalFailed => "failed",
        Status::Expired => "expired",
        Status::CashReceiptIssued => "cash_receipt_issued",
        Status::CashReceiptCancelled => "cash_receipt_cancelled",
        _ => return None,
    })
}

/// What is done after the first entry, which made the payment.
fn steps(story: &[Told], receipt: &Value, t: Texts) -> Result<Vec<Step>, String> {
    let faults: BTreeMap<i64, &Line> = story
        .iter()
        .filter(|told| told.line.kind == Kind::Fault)
        .filter_map(|told| Some((told.line.facts["request"].as_i64()?, &told.line)))
        .collect();
    let mut steps = Vec::new();
    for pair in story.windows(2) {
        let (before, told) = (&pair[0].line, &pair[1]);
        let line = &told.line;
        let passed = line.at.0 - before.at.0;
        if passed - (line.real.0 - before.real.0) > MOVED {
            steps.push(Step::Later((passed + 999) / 1000));
        }
        match (line.kind, line.actor) {
            (Kind::Request, _) => steps.extend(request(told, faults.get(&line.seq).copied(), receipt, t)?),
            (Kind::State, Actor::Buyer) => {
                steps.push(Step::Buyer(buyer(line).ok_or_else(|| t.scenario_beyond(&line.code))?));
            }
            (Kind::State, Actor::Merchant) => {
                let cancelled = Money::read(&line.facts["cancelled"]).ok_or_else(|| t.scenario_beyond(&line.code))?;
                steps.push(Step::Cancel(cancelled.0 / 100));
            }
            // The page of the window confirms, which the merchant's server can do as well.
            (Kind::State, Actor::Browser) => {
                let request =
                    json!({ "method": "POST", "path": "/v2/confirm", "body": { "receipt_id": receipt["receipt_id"] } });
                let call = copy_as::of_request(&request, Some(receipt));
                let statement = call.map(|call| Language::Python.statement(&call));
                let statement = statement.ok_or_else(|| t.scenario_beyond(&line.code))?;
                steps.push(Step::Call { statement, may_fail: false });
            }
            // The other changes follow from what is played; the rest changes nothing.
            _ => {}
        }
    }
    Ok(steps)
}

/// The buyer's act that made a change, as the control takes it.
fn buyer(line: &Line) -> Option<&'static str> {
    if matches!(line.code.as_str(), "deposit_unreported" | "escrow_decided") {
        return None;
    }
    let status = |name: &str| line.facts[name].as_i64().map(Status::from_code);
    Some(match (status("from")?, status("to")?) {
        (_, Status::ApprovalFailed) => "fail",
        (_, Status::Expired) => "expire",
        (Status::VirtualAccountIssued, Status::Paid) => "deposit",
        (Status::Ready, Status::WaitingConfirm | Status::Paid | Status::VirtualAccountIssued) => "pay",
        _ => return None,
    })
}

/// A request as a call of the library, with the fault that it met.
fn request(told: &Told, fault: Option<&Line>, receipt: &Value, t: Texts) -> Result<Vec<Step>, String> {
    let line = &told.line;
    let carried_out = fault.is_none_or(|fault| fault.facts["carried_out"] == true);
    let may_fail = line.outcome != Outcome::Done || fault.is_some();
    let changes = carried_out && line.facts["error_code"].is_null() && !line.code.starts_with("GET ");
    let detail = told.detail.as_ref().unwrap_or(&Value::Null);
    let call =
        copy_as::of_request(detail, Some(receipt)).map(|call| call.filled("cancel_id", &format!("again-{}", line.seq)));
    let Some(call) = call.filter(|call| !Call::has_variables(call)) else {
        // What changed nothing may be left out.
        return if changes { Err(t.scenario_beyond(&line.code)) } else { Ok(Vec::new()) };
    };
    let call = Step::Call { statement: Language::Python.statement(&call), may_fail };
    let Some(fault) = fault else { return Ok(vec![call]) };
    let mut control = fault.facts["wish"].clone();
    control["path"] = detail["path"].clone();
    control["method"] = detail["method"].clone();
    Ok(vec![Step::Fault(control), call])
}

fn written(payment: &Payment, merchant: &Merchant, state: &str, steps: &[Step], last: &Line) -> String {
    let is_suppressed = steps.iter().any(|step| matches!(step, Step::Call { may_fail: true, .. }));
    let (contextlib, error) = if is_suppressed {
        ("from contextlib import suppress\n\n", "from bootpay_core import BootpayError\n")
    } else {
        ("", "")
    };
    let python = Language::Python;
    let id = python.text(&payment.receipt_id);
    let mut text = format!(
        "{contextlib}{error}from bootpay_core.testing import Emulator\n\n\n\
         def test_the_payment_again() -> None:\n    with Emulator() as emulator:\n        \
         merchant = emulator.new_merchant({})\n        emulator.pay(\n            merchant=merchant[\"id\"],\n",
        keywords(&project(payment, merchant))
    );
    for (name, value) in &order(payment, state) {
        let _ = writeln!(text, "            {name}={},", python.json(value));
    }
    text.push_str("        )\n        with emulator.client(merchant) as bootpay:\n");
    for step in steps {
        text.push_str(&indented(&lines(step, &payment.receipt_id), 12));
    }
    let status = Status::from_code(last.facts["to"].as_i64().unwrap_or_default());
    let remaining = Money::read(&last.facts["remaining"]).unwrap_or_default();
    let _ = write!(
        text,
        "            receipt = bootpay.payments.get({id})\n            assert receipt.status == {}\n            \
         assert (receipt.price, receipt.cancelled_price) == ({}, {})",
        python.text(status.symbol()),
        payment.price.0 / 100,
        (payment.price - remaining).0 / 100
    );
    text
}

/// The project that behaves alike.
fn project(payment: &Payment, merchant: &Merchant) -> Map<String, Value> {
    let mut fields = Map::new();
    fields.insert("mode".into(), if payment.sandbox { "test" } else { "live" }.into());
    if merchant.partial_cancel_status != Status::Cancelled.code().unwrap_or_default() {
        fields.insert("partial_cancel_status".into(), merchant.partial_cancel_status.into());
    }
    fields
}

/// The payment as the control makes it, without the buyer's data.
fn order(payment: &Payment, state: &str) -> Vec<(&'static str, Value)> {
    let mut order: Vec<(&'static str, Value)> = vec![
        ("receipt_id", payment.receipt_id.clone().into()),
        ("order_id", payment.order_id.clone().into()),
        ("order_name", payment.order_name.clone().into()),
        ("price", payment.price.json()),
        ("pg", payment.pg.symbol().into()),
    ];
    // A cash receipt of its own takes none.
    if payment.method.symbol() != "cash_receipt" {
        order.push(("method", payment.method.symbol().into()));
    }
    let mut add = |name, value: Value, is_usual: bool| {
        if !is_usual {
            order.push((name, value));
        }
    };
    add("tax_free", payment.tax_free.json(), payment.tax_free == Money::ZERO);
    add("approve_price", payment.approve_price.json(), payment.approve_price == payment.price);
    add("escrow", payment.escrow.into(), !payment.escrow);
    add("metadata", redact_delivered(&Value::Object(payment.metadata.clone())), payment.metadata.is_empty());
    add("confirm_result", payment.confirm_result.as_str().into(), payment.confirm_result == PgResult::Ok);
    add("cancel_result", payment.cancel_result.as_str().into(), payment.cancel_result == PgResult::Ok);
    add("confirm_grace_seconds", payment.confirm_grace.into(), payment.confirm_grace == 0);
    add("state", state.into(), false);
    order
}

fn keywords(fields: &Map<String, Value>) -> String {
    let keyword = |(name, value): (&String, &Value)| format!("{name}={}", Language::Python.json(value));
    fields.iter().map(keyword).collect::<Vec<_>>().join(", ")
}

fn lines(step: &Step, receipt_id: &str) -> String {
    let python = Language::Python;
    let control = |act: &str, body: &Value| {
        let path = python.text(&format!("/emulator/payments/{receipt_id}/{act}"));
        format!("emulator.control(\"POST\", {path}, {})", python.json(body))
    };
    match step {
        Step::Later(seconds) => format!("emulator.clock.advance(seconds={seconds})"),
        Step::Buyer(action) => control("buyer", &json!({ "action": action })),
        Step::Cancel(price) => control("cancel", &json!({ "cancel_price": price })),
        Step::Fault(body) => format!("emulator.control(\"POST\", \"/emulator/faults\", {})", python.json(body)),
        Step::Call { statement, may_fail: false } => statement.clone(),
        Step::Call { statement, may_fail: true } => {
            format!("with suppress(BootpayError):\n{}", indented(statement, 4))
        }
    }
}

/// Lines further to the right; none is within a text, which has no line breaks of its own.
fn indented(lines: &str, by: usize) -> String {
    let margin = " ".repeat(by);
    lines.lines().flat_map(|line| [&margin, line, "\n"]).collect()
}
