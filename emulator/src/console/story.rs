//! What happened to a payment, in order: the entries of the journal in words.

use bootpay_core::model::Status;
use serde_json::Value;

use super::address::segment;
use super::chip::{Chip, Meaning};
use super::exchange::{Exchange, exchange};
use super::format::{amount, date_time, visible};
use super::texts::Texts;
use crate::domain::clock::Moment;
use crate::domain::journal::{Actor, Kind, Line, Outcome, milliseconds};
use crate::domain::money::Money;
use crate::store::journal::Told;

/// A pause of more than this is folded into a line, in milliseconds.
const PAUSE: i64 = 60 * 1000;

/// The numbers of first and last entries that a page shows of a long story, or of one that was asked for whole.
pub(super) const fn ends(whole: bool) -> (u32, u32) {
    if whole { (1000, 0) } else { (5, 50) }
}

/// An entry of a story.
pub(super) struct Item {
    pub(super) seq: i64,
    /// The day, where it differs from the entry above.
    pub(super) day: Option<String>,
    pub(super) time: String,
    pub(super) iso: String,
    /// A long time since the entry above.
    pub(super) pause: Option<String>,
    /// A short one: `+320 ms`.
    pub(super) gap: String,
    pub(super) icon: &'static str,
    pub(super) actor: &'static str,
    pub(super) sentence: String,
    /// Why it was refused or failed, in a sentence.
    pub(super) reason: Option<String>,
    pub(super) chips: Vec<Chip>,
    pub(super) is_fault: bool,
    /// A webhook that the console sent, not Bootpay.
    pub(super) is_forged: bool,
    pub(super) duration: Option<String>,
    pub(super) findings: Vec<String>,
    pub(super) exchange: Option<Exchange>,
    /// The page of what it tells of.
    pub(super) link: Option<(String, &'static str)>,
}

/// The entries about a payment in words, with the pauses between them; `receipt` is the payment's.
pub(super) fn items(story: &[Told], receipt: &Value, url: &str, t: Texts) -> Vec<Item> {
    let mut before: Option<&Line> = None;
    let mut items = Vec::with_capacity(story.len());
    for told in in_order(story) {
        items.push(item(told, before, Some(receipt), url, t));
        before = Some(&told.line);
    }
    items
}

/// Entries by their start. The journal has an attempt where it ended, after what happened while it waited.
fn in_order(story: &[Told]) -> Vec<&Told> {
    let started = |told: &Told| told.line.real.0 - told.line.duration.unwrap_or_default() / 1000;
    let mut ordered: Vec<&Told> = Vec::with_capacity(story.len());
    for told in story {
        let at = match told.line.kind {
            Kind::Attempt => ordered.iter().rposition(|other| started(other) <= started(told)).map_or(0, |at| at + 1),
            _ => ordered.len(),
        };
        ordered.insert(at, told);
    }
    ordered
}

pub(super) fn item(told: &Told, before: Option<&Line>, receipt: Option<&Value>, url: &str, t: Texts) -> Item {
    Item { exchange: told.detail.as_ref().map(|detail| exchange(detail, receipt, url)), ..brief(told, before, t) }
}

/// The entry without its request and response.
pub(super) fn brief(told: &Told, before: Option<&Line>, t: Texts) -> Item {
    let line = &told.line;
    let since = before.map(|before| (line.at.0 - before.at.0, line.real.0 - before.real.0));
    let pause = since.filter(|(passed, _)| *passed > PAUSE).map(|(passed, real)| {
        // The clock was moved where much more time passed on it than really did.
        if passed - real > PAUSE { t.pause_moved(&long(passed, t)) } else { t.pause(&long(passed, t)) }
    });
    let gap = match since {
        Some((passed, _)) if pause.is_none() && passed > 0 => format!("+{}", short(passed)),
        _ => String::new(),
    };
    Item {
        seq: line.seq,
        day: before.is_none_or(|before| before.at.day() != line.at.day()).then(|| line.at.day()),
        time: line.at.time(),
        iso: line.at.iso(),
        pause,
        gap,
        icon: icon(line),
        actor: actor(line, t),
        sentence: sentence(line, t),
        reason: reason(told, t),
        chips: chips(line, t),
        is_fault: line.kind == Kind::Fault,
        is_forged: is_forged(line),
        duration: line.duration.map(|duration| format!("{} ms", milliseconds(duration))),
        findings: told.detail.as_ref().map(findings).unwrap_or_default(),
        exchange: None,
        link: link(line, t),
    }
}

fn icon(line: &Line) -> &'static str {
    match (line.kind, line.actor) {
        (Kind::Fault, _) => "bolt",
        (Kind::Attempt, _) => "hook",
        (Kind::Clock, _) => "clock",
        (Kind::Request, _) => "server",
        (Kind::Window, _) => "window",
        (_, Actor::Buyer) => "person",
        (Kind::Control, _) | (_, Actor::Test) => "flask",
        (_, Actor::Browser) => "window",
        (_, Actor::Merchant) => "project",
        _ => "mark",
    }
}

fn actor(line: &Line, t: Texts) -> &'static str {
    match line.actor {
        Actor::Server => t.actor_server(),
        Actor::Browser => t.actor_browser(),
        Actor::Buyer => t.actor_buyer(),
        Actor::Merchant => t.actor_merchant(),
        Actor::Bootpay => t.actor_bootpay(),
        Actor::Test => t.actor_test(),
    }
}

/// What an entry says in one sentence.
pub(super) fn sentence(line: &Line, t: Texts) -> String {
    match line.kind {
        Kind::Request | Kind::Control => visible(&line.code),
        Kind::State => change(line, t),
        Kind::Attempt => attempt(line, t),
        Kind::Fault => fault(line, t),
        Kind::Window => window(line, t),
        Kind::Clock => clock(line, t),
    }
}

fn clock(line: &Line, t: Texts) -> String {
    if line.code == "mode" {
        return if line.facts["mode"] == "manual" { t.clock_was_stopped() } else { t.clock_runs() }.to_owned();
    }
    let to = line.facts["to"].as_str().and_then(Moment::read).map(date_time).unwrap_or_default();
    let seconds = line.facts["seconds"].as_i64().unwrap_or_default();
    let by = seconds.abs().saturating_mul(1000);
    let by = if by < 60_000 { short(by) } else { long(by, t) };
    if seconds < 0 { t.clock_was_turned_back(&by, &to) } else { t.clock_was_moved(&by, &to) }
}

fn change(line: &Line, t: Texts) -> String {
    match line.code.as_str() {
        "deposit_unreported" => return t.state_deposit_unreported().to_owned(),
        "escrow_decided" => return t.state_escrow().to_owned(),
        "key_requested" => return t.state_key_requested().to_owned(),
        "key_consented" => return t.state_key_consented().to_owned(),
        "key_issued" => return t.state_key_issued().to_owned(),
        "key_failed" => return t.state_key_failed().to_owned(),
        "key_revoked" => return t.state_key_revoked().to_owned(),
        _ => {}
    }
    let text = |name: &str| visible(line.facts[name].as_str().unwrap_or_default());
    let currency = line.facts["currency"].as_str().unwrap_or("KRW");
    let price = |name: &str| Money::read(&line.facts[name]).map(|money| amount(money, currency, t.0));
    let (name, paid) = (text("order_name"), price("price").unwrap_or_default());
    match (line.code.as_str(), line.outcome) {
        ("key_charged", Outcome::Failed) => return t.state_key_refused(&name, &paid),
        ("key_charged", _) => return t.state_key_charged(&name, &paid),
        ("reserved", _) => {
            let at = line.facts["execute_at"].as_str().and_then(Moment::read).map(date_time).unwrap_or_default();
            return t.state_reserved(&name, &paid, &at);
        }
        ("reservation_failed", _) => return t.state_reservation_failed(&name, &paid),
        ("reservation_cancelled", _) => return t.state_reservation_cancelled(&name, &paid),
        _ => {}
    }
    match (price("cancelled"), price("price")) {
        (Some(cancelled), _) => t.state_cancelled(&cancelled, &price("remaining").unwrap_or_default()),
        (None, Some(price)) => t.state_changed(&price),
        (None, None) => String::new(),
    }
}

fn attempt(line: &Line, t: Texts) -> String {
    let count = line.facts["retry_count"].as_i64().unwrap_or_default();
    let name = line.facts["webhook_type"].as_str().unwrap_or("Feedback");
    if is_forged(line) {
        return t.attempt_forged(&visible(name));
    }
    if count == 0 { t.attempt_first(name) } else { t.attempt_again(name, count) }
}

fn is_forged(line: &Line) -> bool {
    line.kind == Kind::Attempt && line.facts["forged"] == true
}

/// Why an attempt to deliver does not count.
pub(super) fn failure(code: &str, status: Option<u16>, t: Texts) -> String {
    let status = status.unwrap_or_default();
    match code {
        "far" => t.failure_far().to_owned(),
        "unreachable" => t.failure_unreachable().to_owned(),
        "timed_out" => t.failure_timed_out().to_owned(),
        "lost" => t.failure_lost().to_owned(),
        "never_sent" => t.failure_never_sent().to_owned(),
        "response_lost" => t.failure_response_lost().to_owned(),
        "redirect" => t.failure_redirect(status),
        "status" => t.failure_status(status),
        "not_ok" => t.failure_not_ok().to_owned(),
        "not_success" => t.failure_not_success().to_owned(),
        other => other.to_owned(),
    }
}

fn fault(line: &Line, t: Texts) -> String {
    if line.facts["request"].is_null() {
        return t.fault_named(&line.code);
    }
    let told = told_to_client(line, t);
    let done = done_at_bootpay(line, t);
    t.fault_truths(&line.code, &done, &told)
}

/// What a faulty request did at Bootpay.
pub(super) fn done_at_bootpay(line: &Line, t: Texts) -> String {
    if line.facts["carried_out"] == false {
        return t.truth_not_done().to_owned();
    }
    match line.facts["error_code"].as_str() {
        Some(code) => t.truth_refused(code),
        None => t.truth_done().to_owned(),
    }
}

/// What the client of a faulty request was told.
pub(super) fn told_to_client(line: &Line, t: Texts) -> String {
    match line.facts["told"].as_u64() {
        Some(0) | None => t.truth_no_response().to_owned(),
        Some(status) => match line.code.as_str() {
            "truncated" | "stalled_body" => t.truth_cut(status),
            "empty" | "not_json" | "wrong_content_type" => t.truth_unreadable(status),
            _ => t.truth_status(status),
        },
    }
}

fn window(line: &Line, t: Texts) -> String {
    match line.code.as_str() {
        "opened" => t.window_opened().to_owned(),
        "confirm" => t.window_confirm().to_owned(),
        "done" => t.window_done().to_owned(),
        "issued" => t.window_issued().to_owned(),
        "cancel" => t.window_cancel().to_owned(),
        "error" => t.window_error().to_owned(),
        other => other.to_owned(),
    }
}

pub(super) fn reason(told: &Told, t: Texts) -> Option<String> {
    let line = &told.line;
    match line.kind {
        Kind::Request if line.outcome == Outcome::Refused => {
            let detail = told.detail.as_ref()?;
            let message = detail["response"]["message"].as_str().unwrap_or_default();
            Some(visible(&format!("{} {message}", line.facts["error_code"].as_str().unwrap_or_default())))
        }
        Kind::Attempt if line.outcome == Outcome::Failed => Some(failure(&line.code, line.status, t)),
        Kind::Window if line.outcome != Outcome::Done => {
            let code = line.facts["error_code"].as_str()?;
            Some(visible(&format!("{code} {}", line.facts["message"].as_str().unwrap_or_default())))
        }
        _ => None,
    }
}

fn chips(line: &Line, t: Texts) -> Vec<Chip> {
    let status = |name: &str| line.facts[name].as_i64().map(|code| Chip::of_status(&Status::from_code(code), t));
    match line.kind {
        Kind::State => {
            let from = status("from").filter(|_| line.facts["from"] != line.facts["to"]);
            let to = status("to").map(|chip| match line.code.as_str() {
                "partial" => Chip { meaning: Meaning::PartlyUndone, word: t.partly_cancelled().to_owned(), ..chip },
                _ => chip,
            });
            from.into_iter().chain(to).collect()
        }
        Kind::Request | Kind::Attempt => line.status.map(|status| http(status, line.outcome, t)).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// The chip of an HTTP status; 0 is no response.
pub(super) fn http(status: u16, outcome: Outcome, t: Texts) -> Chip {
    let meaning = match status {
        _ if outcome == Outcome::Open => Meaning::Open,
        0 | 500.. => Meaning::Failed,
        200..=299 if outcome == Outcome::Done => Meaning::Done,
        _ => Meaning::PartlyUndone,
    };
    let word = if status == 0 { t.no_response().to_owned() } else { status.to_string() };
    Chip { meaning, word, title: format!("HTTP {status}") }
}

fn link(line: &Line, t: Texts) -> Option<(String, &'static str)> {
    match line.kind {
        Kind::Request => Some((format!("/requests/{}", line.seq), t.open_request())),
        Kind::State if line.code == "key_charged" => {
            Some((format!("/payments/{}", segment(line.facts["payment"].as_str()?)), t.open_payment()))
        }
        Kind::Attempt | Kind::Fault if line.facts["webhook"].is_i64() => {
            Some((format!("/webhooks/{}", line.facts["webhook"]), t.open_webhook()))
        }
        Kind::Fault if line.facts["request"].is_i64() => {
            Some((format!("/requests/{}", line.facts["request"]), t.open_request()))
        }
        _ => None,
    }
}

fn findings(detail: &Value) -> Vec<String> {
    let findings = detail["findings"].as_array().into_iter().flatten();
    findings.filter_map(Value::as_str).map(visible).collect()
}

/// A short time: `320 ms`, `4.1 s`.
fn short(passed: i64) -> String {
    if passed < 1000 { format!("{passed} ms") } else { format!("{}.{} s", passed / 1000, passed % 1000 / 100) }
}

/// A long time in its two largest units: `23시간 59분`.
pub(super) fn long(passed: i64, t: Texts) -> String {
    let minutes = passed / 60_000;
    let (days, hours, minutes) = (minutes / (24 * 60), minutes / 60 % 24, minutes % 60);
    let parts = [(days, t.days(days)), (hours, t.hours(hours)), (minutes, t.minutes_long(minutes))];
    let shown: Vec<_> = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, text)| text).take(2).collect();
    shown.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::console::language::Language;
    use serde_json::json;

    #[test]
    fn times_are_told_in_two_units() {
        let (ko, en) = (Texts(Language::Ko), Texts(Language::En));
        assert_eq!(long(23 * 3_600_000 + 59 * 60_000, ko), "23시간 59분");
        assert_eq!(long(25 * 3_600_000, en), "1 d 1 h");
        assert_eq!((short(320), short(4_150)), ("320 ms".into(), "4.1 s".into()));
    }

    fn entry(kind: Kind) -> Line {
        Line {
            seq: 1,
            at: Moment(0),
            real: Moment(0),
            duration: None,
            merchant_id: None,
            receipt_id: None,
            order_id: None,
            actor: Actor::Test,
            kind,
            outcome: Outcome::Done,
            code: String::new(),
            status: None,
            findings: 0,
            facts: Value::Null,
        }
    }

    #[test]
    fn an_attempt_stands_where_it_began() {
        let told = |seq, kind, real, duration| Told {
            line: Line { seq, real: Moment(real), duration, ..entry(kind) },
            detail: None,
        };
        // A confirm, the webhook that it causes and that waits for 5 seconds, and a look-up meanwhile.
        let story = [
            told(1, Kind::Request, 1_009, Some(9_000)),
            told(2, Kind::State, 1_004, None),
            told(3, Kind::Request, 3_000, Some(1_000)),
            told(4, Kind::Attempt, 6_005, Some(5_000_000)),
            told(5, Kind::Attempt, 6_100, Some(2_000)),
        ];
        let order: Vec<i64> = in_order(&story).iter().map(|told| told.line.seq).collect();
        assert_eq!(order, [1, 2, 4, 3, 5]);
    }

    #[test]
    fn the_clock_says_how_it_moved() {
        let (ko, en) = (Texts(Language::Ko), Texts(Language::En));
        let line = |code: &str, seconds: i64, mode: &str| Line {
            code: code.to_owned(),
            facts: json!({ "to": "2026-11-30T14:03:00+09:00", "seconds": seconds, "mode": mode }),
            ..entry(Kind::Clock)
        };
        let moved = line("moved", 86_400, "real");
        assert_eq!(sentence(&moved, ko), "시계를 1일 앞으로 돌렸습니다: 2026-11-30 14:03:00");
        assert_eq!(sentence(&moved, en), "The clock was moved 1 d ahead: 2026-11-30 14:03:00");
        assert_eq!(sentence(&line("moved", -30, "real"), ko), "시계를 30.0 s 되돌렸습니다: 2026-11-30 14:03:00");
        assert_eq!(sentence(&line("mode", 0, "manual"), en), "The clock was stopped");
        assert_eq!(sentence(&line("mode", 0, "real"), ko), "시계가 실제 시간에 따라 흐릅니다");
    }
}
