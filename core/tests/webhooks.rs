//! Webhooks, from the emulator's deliveries to the response.

#![allow(clippy::unwrap_used)]

mod support;

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use bootpay_core::{
    AttemptStore, Bootpay, ClientOptions, Headers, StoreError, Timeout,
    model::{
        AttemptClaim, AttemptRow, CancelFull, CancelPartial, ConfirmPayment, ErrorKind, FinishWebhook, Mode,
        ParseWebhook, ReceiveWebhook, ReleaseWebhook, WebhookChange, WebhookDelivery, WebhookFormat, WebhookKind,
        WebhookNotice, WebhookOutcome,
    },
};
use serde_json::{Value, json};
use support::{Emulator, Relay, application, keys, text};

const HERE: &str = "127.0.0.1";

/// A request as a web framework has it.
type Request = (Headers, Vec<u8>);

/// A merchant's server, which keeps what it is sent and acknowledges it.
struct Receiver {
    url: String,
    requests: Arc<Mutex<Vec<Request>>>,
    _relay: Relay,
}

impl Receiver {
    fn start() -> Self {
        let requests = Arc::new(Mutex::new(vec![]));
        let kept = Arc::clone(&requests);
        let relay = Relay::serving(move |client| {
            if let Some(request) = read(&client) {
                kept.lock().unwrap().push(request);
                let ok = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 16\r\nconnection: close\r\n\r\n{\"success\":true}";
                let _ = (&client).write_all(ok.as_bytes());
            }
        });
        Self { url: format!("{}/hook", relay.url), requests, _relay: relay }
    }

    /// The requests, which are forgotten here.
    fn take(&self) -> Vec<Request> {
        std::mem::take(&mut *self.requests.lock().unwrap())
    }
}

fn read(client: &TcpStream) -> Option<Request> {
    let mut reader = BufReader::new(client.try_clone().unwrap());
    let (mut headers, mut length, mut line) = (vec![], 0, String::new());
    reader.read_line(&mut line).ok().filter(|length| *length > 0)?;
    loop {
        line.clear();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(": ") else { break };
        if name.eq_ignore_ascii_case("content-length") {
            length = value.parse().unwrap();
        }
        headers.push((name.to_owned(), value.to_owned()));
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some((headers.into_iter().collect(), body))
}

/// A merchant with a server for webhooks of the second generation.
struct Merchant {
    emulator: Emulator,
    fields: Value,
    receiver: Receiver,
}

impl Merchant {
    fn new() -> Self {
        Self::with(|url| json!({ "webhook": { "url": url } }))
    }

    fn with(settings: impl FnOnce(&str) -> Value) -> Self {
        let (emulator, receiver) = (Emulator::start(), Receiver::start());
        let settings = json!({ "notifications": settings(&receiver.url) });
        let fields = emulator.control("POST", "/emulator/merchants", Some(&settings));
        Self { emulator, fields, receiver }
    }

    fn options(&self) -> ClientOptions {
        self.emulator.options().retries(0)
    }

    fn client(&self) -> Bootpay {
        self.client_with(self.options())
    }

    fn client_with(&self, options: ClientOptions) -> Bootpay {
        Bootpay::with_options(keys(&self.fields), options).unwrap()
    }

    fn pay(&self, mut payment: Value) -> String {
        payment["merchant"] = self.fields["id"].clone();
        text(&self.emulator.pay(&payment), "receipt_id").to_owned()
    }

    /// The requests that the emulator has sent by now.
    fn delivered(&self) -> Vec<Request> {
        let id = text(&self.fields, "id");
        self.emulator.control("GET", &format!("/emulator/webhooks?merchant={id}"), None);
        self.receiver.take()
    }

    /// The only notice that the emulator has sent by now.
    fn notice(&self, client: &Bootpay) -> WebhookNotice {
        let [request] = <[Request; 1]>::try_from(self.delivered()).unwrap();
        parse(client, request)
    }

    /// The notice of a paid order `o-1` of 15,000 won.
    fn paid(&self, client: &Bootpay) -> WebhookNotice {
        self.pay(json!({ "order_id": "o-1", "price": 15_000, "state": "paid" }));
        self.notice(client)
    }
}

fn parse(client: &Bootpay, (headers, body): Request) -> WebhookNotice {
    client.webhooks().parse(ParseWebhook::new(headers, body)).unwrap()
}

fn of_order(notice: &WebhookNotice) -> ReceiveWebhook {
    ReceiveWebhook::new(&*notice.serialized, HERE).order_id("o-1").price(15_000)
}

async fn receive(client: &Bootpay, notice: &WebhookNotice) -> WebhookDelivery {
    client.webhooks().receive(of_order(notice)).await.unwrap()
}

async fn done(client: &Bootpay, delivery: &WebhookDelivery) {
    let response = client.webhooks().done(FinishWebhook::new(delivery.claim().unwrap())).await.unwrap();
    assert_eq!((response.status, &*response.body), (200, "{\"success\":true}"));
}

/// The status of the response that is due at once.
fn status(delivery: &WebhookDelivery) -> Option<i64> {
    delivery.response().map(|response| response.status)
}

#[tokio::test]
async fn every_change_of_a_payment_is_handled_once() {
    let merchant = Merchant::new();
    let client = merchant.client();
    let id = merchant.pay(json!({ "order_id": "o-1", "price": 15_000 }));
    client.payments().confirm(ConfirmPayment::new(&*id, "o-1", 15_000)).await.unwrap();
    let paid = merchant.notice(&client);
    assert_eq!((paid.kind.clone(), paid.format), (WebhookKind::Paid, WebhookFormat::V2));
    let delivery = receive(&client, &paid).await;
    assert_eq!((delivery.outcome(), delivery.change()), (WebhookOutcome::Work, Some(WebhookChange::Paid)));
    assert_eq!(status(&delivery), None, "the work comes first");
    let payment = delivery.payment().unwrap();
    assert_eq!((payment.receipt_id(), payment.price()), (id.clone(), 15_000));
    done(&client, &delivery).await;
    for _ in 0..2 {
        let resent = receive(&client, &paid).await;
        assert_eq!((resent.outcome(), status(&resent)), (WebhookOutcome::Duplicate, Some(200)));
        assert!(resent.payment().is_none() && resent.claim().is_none());
    }
    for (part, (cancelled, remaining)) in [(3000, (3000, 12_000)), (5000, (8000, 7000))] {
        client.payments().cancel_partial(CancelPartial::new(&*id, part, format!("c-{part}"))).await.unwrap();
        let delivery = receive(&client, &merchant.notice(&client)).await;
        assert_eq!(delivery.change(), Some(WebhookChange::Refunded));
        let refunded = delivery.refunded().unwrap();
        assert_eq!(
            (refunded.cancelled_price(), refunded.remaining(), refunded.price()),
            (cancelled, remaining, 15_000)
        );
        assert!(delivery.payment().is_none());
        done(&client, &delivery).await;
    }
    client.payments().cancel_full(CancelFull::new(&*id)).await.unwrap();
    let delivery = receive(&client, &merchant.notice(&client)).await;
    assert_eq!(delivery.refunded().unwrap().remaining(), 0);
    done(&client, &delivery).await;
    // The first of all, resent by hand much later.
    let late = receive(&client, &paid).await;
    assert_eq!((late.outcome(), status(&late)), (WebhookOutcome::Older, Some(200)));
}

#[tokio::test]
async fn a_refund_that_overtakes_its_payment_is_all_there_is_to_handle() {
    let merchant = Merchant::new();
    let client = merchant.client();
    let paid = merchant.paid(&client);
    client.payments().cancel_full(CancelFull::new(paid.receipt_id.clone().unwrap())).await.unwrap();
    let delivery = receive(&client, &paid).await;
    assert_eq!((delivery.outcome(), delivery.change()), (WebhookOutcome::Work, Some(WebhookChange::Refunded)));
    done(&client, &delivery).await;
    assert_eq!(receive(&client, &merchant.notice(&client)).await.outcome(), WebhookOutcome::Duplicate);
}

#[tokio::test]
async fn a_virtual_account_is_issued_and_then_paid() {
    let merchant = Merchant::new();
    let client = merchant.client();
    let id = merchant.pay(json!({ "order_id": "o-1", "price": 15_000, "state": "vbank_issued" }));
    let issued = merchant.notice(&client);
    let delivery = receive(&client, &issued).await;
    assert_eq!(delivery.change(), Some(WebhookChange::VirtualAccountIssued));
    assert!(delivery.payment().is_none(), "nothing is paid");
    done(&client, &delivery).await;
    merchant.emulator.control("POST", &format!("/emulator/payments/{id}/buyer"), Some(&json!({ "action": "deposit" })));
    let delivery = receive(&client, &merchant.notice(&client)).await;
    assert_eq!(delivery.change(), Some(WebhookChange::Paid));
    done(&client, &delivery).await;
    assert_eq!(receive(&client, &issued).await.outcome(), WebhookOutcome::Older);
}

#[tokio::test]
async fn a_webhook_is_believed_in_nothing() {
    let merchant = Merchant::new();
    let client = merchant.client();
    let genuine = merchant.pay(json!({ "order_id": "o-1", "price": 15_000, "state": "vbank_issued" }));
    merchant.delivered();
    let forged = |fields: Value| {
        let body = json!({ "webhook_type": "PAYMENT_COMPLETED", "receipt_id": genuine, "order_id": "o-1", "price": 15_000,
            "status": 1, "cancelled_price": 0 });
        let fields = body.as_object().unwrap().clone().into_iter().chain(fields.as_object().unwrap().clone());
        let body = Value::Object(fields.collect()).to_string();
        let headers = Headers::from_iter([("Content-Type", "application/json")]);
        client.webhooks().parse(ParseWebhook::new(headers, body)).unwrap()
    };
    // Paid, says the body.
    let delivery = receive(&client, &forged(json!({}))).await;
    assert_eq!((delivery.outcome(), status(&delivery)), (WebhookOutcome::NotYet, Some(503)));
    // Of a payment that nobody made.
    for receipt_id in [json!("6712ab34c0de5f0012a4b9ff"), json!(".."), json!("")] {
        let forged = forged(json!({ "receipt_id": receipt_id }));
        let delivery = receive(&client, &forged).await;
        assert_eq!((delivery.outcome(), status(&delivery)), (WebhookOutcome::NotFound, Some(200)), "{receipt_id}");
    }
    // Of another order, which was cheaper.
    let cheap = merchant.pay(json!({ "order_id": "o-2", "price": 100, "state": "paid" }));
    let delivery = receive(&client, &forged(json!({ "receipt_id": cheap }))).await;
    assert_eq!((delivery.outcome(), status(&delivery)), (WebhookOutcome::Mismatch, Some(200)));
    let error = delivery.error().unwrap();
    assert_eq!((error.kind, error.field.as_deref()), (ErrorKind::Mismatch, Some("order_id")));
    assert_eq!(delivery.receipt().unwrap().order_id.as_deref(), Some("o-2"));
    // Of less than was sold.
    let less = merchant.pay(json!({ "order_id": "o-1", "price": 100, "state": "paid" }));
    let delivery = receive(&client, &forged(json!({ "receipt_id": less }))).await;
    assert_eq!(delivery.outcome(), WebhookOutcome::Mismatch);
    assert_eq!(delivery.error().unwrap().field.as_deref(), Some("price"));
    // Of another mode than the client's.
    let paid = merchant.pay(json!({ "order_id": "o-1", "price": 15_000, "state": "paid" }));
    let test = merchant.client_with(merchant.options().mode(Mode::Test));
    let delivery = receive(&test, &forged(json!({ "receipt_id": paid }))).await;
    assert_eq!(delivery.error().unwrap().field.as_deref(), Some("mode"));
    // Of an order that the merchant does not have: the money may have moved.
    let unknown = ReceiveWebhook::new(&*forged(json!({ "receipt_id": cheap })).serialized, HERE);
    let delivery = client.webhooks().receive(unknown).await.unwrap();
    assert_eq!((delivery.outcome(), status(&delivery)), (WebhookOutcome::UnknownOrder, Some(200)));
    assert_eq!(delivery.receipt().unwrap().price, 100);
}

#[tokio::test]
async fn a_sender_that_is_not_bootpay_is_turned_away() {
    let merchant = Merchant::new();
    let client = merchant.client();
    let mut request = {
        merchant.paid(&client);
        merchant.pay(json!({ "order_id": "o-1", "price": 15_000, "state": "paid" }));
        merchant.delivered().remove(0)
    };
    let outcome = async |client: &Bootpay, request: &Request, source: &str| {
        let notice = parse(client, request.clone());
        let receive = ReceiveWebhook::new(notice.serialized, source).order_id("o-1").price(15_000);
        let delivery = client.webhooks().receive(receive).await.unwrap();
        (delivery.outcome(), status(&delivery))
    };
    assert_eq!(outcome(&client, &request, "203.0.113.7").await, (WebhookOutcome::Forbidden, Some(403)));
    let with = |request: &Request, forwarded: &str| {
        let headers = request.0.iter().chain([("X-Forwarded-For", forwarded)]);
        (headers.collect::<Headers>(), request.1.clone())
    };
    // Written by anybody.
    let forged = with(&request, "223.130.82.4");
    assert_eq!(outcome(&client, &forged, "203.0.113.7").await.0, WebhookOutcome::Forbidden);
    let behind = merchant.client_with(merchant.options().trusted_proxies(vec!["10.0.0.0/8".into()]));
    let through = with(&request, "223.130.82.4, 203.0.113.7");
    assert_eq!(outcome(&behind, &through, "10.0.0.9").await.0, WebhookOutcome::Forbidden);
    request = with(&request, "203.0.113.7, 223.130.82.4");
    assert_eq!(outcome(&behind, &request, "10.0.0.9").await.0, WebhookOutcome::Work);
    let wrong = ReceiveWebhook::new(parse(&client, request).serialized, "localhost");
    let error = client.webhooks().receive(wrong).await.unwrap_err();
    assert_eq!((error.kind, error.field.as_deref()), (ErrorKind::Invalid, Some("source")));
    let error =
        Bootpay::with_options(keys(&merchant.fields), merchant.options().trusted_proxies(vec!["0.0.0.0/0".into()]));
    assert_eq!(error.unwrap_err().field.as_deref(), Some("trusted_proxies[0]"));
}

#[tokio::test]
async fn the_first_generation_proves_itself_by_the_private_key() {
    let merchant = Merchant::with(|url| json!({ "feedback": { "web": { "url": url, "format": "form" } } }));
    let options = || merchant.options();
    let client = Bootpay::with_options(application(&merchant.fields), options()).unwrap();
    merchant.pay(json!({ "order_id": "o-1", "price": 15_000, "state": "paid", "platform": "web" }));
    let [request] = <[Request; 1]>::try_from(merchant.delivered()).unwrap();
    let notice = parse(&client, request.clone());
    assert_eq!(notice.format, WebhookFormat::V1Form);
    let delivery = receive(&client, &notice).await;
    assert_eq!(delivery.outcome(), WebhookOutcome::Work);
    let response = client.webhooks().done(FinishWebhook::new(delivery.claim().unwrap())).await.unwrap();
    assert_eq!((response.status, &*response.content_type, &*response.body), (200, "text/plain", "OK"));
    let (headers, body) = request;
    let key = text(&merchant.fields, "private_key");
    assert!(!format!("{notice:?}{}", serde_json::to_string(&notice).unwrap()).contains(key));
    // The wrong key, in a body that is otherwise the same.
    let body = String::from_utf8(body).unwrap();
    let at = body.find("private_key=").unwrap() + "private_key=".len();
    let forged = format!("{}x{}", &body[..at], &body[at..]);
    let delivery = receive(&client, &parse(&client, (headers, forged.into()))).await;
    assert_eq!((delivery.outcome(), status(&delivery)), (WebhookOutcome::Forbidden, Some(403)));
}

#[tokio::test]
async fn work_that_failed_is_handled_again() {
    let merchant = Merchant::new();
    let client = merchant.client();
    let paid = merchant.paid(&client);
    let delivery = receive(&client, &paid).await;
    let busy = receive(&client, &paid).await;
    assert_eq!((busy.outcome(), status(&busy)), (WebhookOutcome::Busy, Some(503)));
    let response = client.webhooks().release(ReleaseWebhook::new(delivery.claim().unwrap())).await.unwrap();
    assert_eq!(response.status, 503);
    let again = receive(&client, &paid).await;
    assert_eq!(again.outcome(), WebhookOutcome::Work);
    done(&client, &again).await;
    assert_eq!(receive(&client, &paid).await.outcome(), WebhookOutcome::Duplicate);
}

#[tokio::test]
async fn work_that_nobody_ends_is_taken_up_after_its_time() {
    let merchant = Merchant::new();
    let client = merchant.client_with(merchant.options().webhook_work_time(Timeout::from_seconds(0.3)));
    let paid = merchant.paid(&client);
    let lost = receive(&client, &paid).await;
    assert_eq!(lost.outcome(), WebhookOutcome::Work);
    assert_eq!(receive(&client, &paid).await.outcome(), WebhookOutcome::Busy);
    tokio::time::sleep(Duration::from_millis(350)).await;
    let again = receive(&client, &paid).await;
    assert_eq!(again.outcome(), WebhookOutcome::Work);
    done(&client, &again).await;
    // The first one, late.
    done(&client, &lost).await;
    assert_eq!(receive(&client, &paid).await.outcome(), WebhookOutcome::Duplicate);
}

#[tokio::test]
async fn who_is_late_takes_nothing_from_who_took_over() {
    let merchant = Merchant::new();
    let client = merchant.client_with(merchant.options().webhook_work_time(Timeout::from_seconds(0.6)));
    let paid = merchant.paid(&client);
    let late = receive(&client, &paid).await;
    tokio::time::sleep(Duration::from_millis(650)).await;
    let second = receive(&client, &paid).await;
    assert_eq!(second.outcome(), WebhookOutcome::Work);
    client.webhooks().release(ReleaseWebhook::new(late.claim().unwrap())).await.unwrap();
    assert_eq!(receive(&client, &paid).await.outcome(), WebhookOutcome::Busy);
    done(&client, &late).await;
    assert_eq!(receive(&client, &paid).await.outcome(), WebhookOutcome::Busy);
    client.webhooks().release(ReleaseWebhook::new(second.claim().unwrap())).await.unwrap();
    assert_eq!(receive(&client, &paid).await.outcome(), WebhookOutcome::Duplicate, "the late one had done it");
}

#[tokio::test]
async fn a_record_that_was_truncated_is_no_licence_to_deliver_again() {
    struct Short(Mutex<Vec<AttemptRow>>);
    impl AttemptStore for Short {
        fn put(&self, mut row: AttemptRow) -> Result<(), StoreError> {
            row.record.truncate(40);
            *self.0.lock().unwrap() = vec![row];
            Ok(())
        }
        fn insert(&self, row: AttemptRow) -> Result<bool, StoreError> {
            let is_new = self.0.lock().unwrap().is_empty();
            if is_new { self.put(row).map(|()| true) } else { Ok(false) }
        }
        fn claim(&self, _: AttemptClaim) -> Result<Option<String>, StoreError> {
            Ok(self.0.lock().unwrap().first().map(|row| row.record.clone()))
        }
        fn of_payment(&self, _: String) -> Result<Vec<String>, StoreError> {
            Ok(self.0.lock().unwrap().iter().map(|row| row.record.clone()).collect())
        }
        fn remove(&self, _: String) -> Result<(), StoreError> {
            Ok(())
        }
    }
    let merchant = Merchant::new();
    let client = merchant.client_with(merchant.options().attempt_store(Short(Mutex::default())));
    let paid = merchant.paid(&client);
    assert_eq!(receive(&client, &paid).await.outcome(), WebhookOutcome::Work);
    let again = receive(&client, &paid).await;
    assert_eq!((again.outcome(), status(&again)), (WebhookOutcome::StoreFailed, Some(503)));
}

#[tokio::test]
async fn the_end_of_an_unpaid_payment_is_told_whatever_the_webhook_said() {
    let merchant = Merchant::new();
    let client = merchant.client();
    let id = merchant.pay(json!({ "order_id": "o-1", "price": 15_000, "state": "vbank_issued" }));
    let issued = merchant.notice(&client);
    merchant.emulator.control("POST", &format!("/emulator/payments/{id}/buyer"), Some(&json!({ "action": "expire" })));
    let delivery = receive(&client, &issued).await;
    assert_eq!((delivery.outcome(), delivery.change()), (WebhookOutcome::Work, Some(WebhookChange::Other)));
    assert!(delivery.payment().is_none());
}

#[tokio::test]
async fn of_many_at_once_one_gets_the_work() {
    let merchant = Merchant::new();
    let folder = std::env::temp_dir().join(format!("bootpay-webhooks-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("attempts").to_str().unwrap().to_owned();
    for kept in [None, Some(file)] {
        let clients: Vec<_> = (0..3)
            .map(|_| match &kept {
                Some(file) => merchant.client_with(merchant.options().attempts_file(file.as_str())),
                None => merchant.client(),
            })
            .collect();
        let clients = if kept.is_some() { clients } else { vec![clients[0].clone()] };
        let paid = merchant.paid(&clients[0]);
        let all = (0..24).map(|index| {
            let (client, paid) = (clients[index % clients.len()].clone(), paid.clone());
            tokio::spawn(async move { receive(&client, &paid).await })
        });
        let mut outcomes = vec![];
        for delivery in all.collect::<Vec<_>>() {
            outcomes.push(delivery.await.unwrap());
        }
        let (work, others): (Vec<_>, Vec<_>) =
            outcomes.iter().partition(|delivery| delivery.outcome() == WebhookOutcome::Work);
        assert_eq!(work.len(), 1);
        assert!(others.iter().all(|delivery| delivery.outcome() == WebhookOutcome::Busy));
        done(&clients[0], work[0]).await;
        for client in &clients {
            assert_eq!(receive(client, &paid).await.outcome(), WebhookOutcome::Duplicate);
        }
    }
    std::fs::remove_dir_all(folder).unwrap();
}

#[tokio::test]
async fn what_bootpay_does_not_say_is_not_acknowledged() {
    let merchant = Merchant::new();
    let client = merchant.client();
    let paid = merchant.paid(&client);
    for fault in [
        json!({ "path": "/v2/receipt", "status": { "status": 500, "body": {} } }),
        json!({ "path": "/v2/receipt", "kind": "reset", "when": "before" }),
        json!({ "path": "/v2/receipt", "status": { "status": 400, "body": { "error_code": "RC_OTHER", "message": "m" } } }),
    ] {
        merchant.emulator.fault(&fault);
        let delivery = receive(&client, &paid).await;
        assert_eq!((delivery.outcome(), status(&delivery)), (WebhookOutcome::Unreadable, Some(503)), "{fault}");
        assert!(delivery.error().is_some());
    }
    merchant.emulator.fault(&json!({ "path": "/v2/receipt", "kind": "stall", "seconds": 10 }));
    let begun = Instant::now();
    let delivery = receive(&client, &paid).await;
    assert_eq!((delivery.outcome(), status(&delivery)), (WebhookOutcome::TimedOut, Some(503)));
    assert!(begun.elapsed() < Duration::from_millis(4500), "{:?}", begun.elapsed());
    assert_eq!(receive(&client, &paid).await.outcome(), WebhookOutcome::Work);
}

#[tokio::test]
async fn a_store_that_fails_lets_bootpay_resend() {
    struct Full;
    impl AttemptStore for Full {
        fn put(&self, _: AttemptRow) -> Result<(), StoreError> {
            Err(StoreError::new("no space is left"))
        }
        fn insert(&self, _: AttemptRow) -> Result<bool, StoreError> {
            Err(StoreError::new("no space is left"))
        }
        fn claim(&self, _: AttemptClaim) -> Result<Option<String>, StoreError> {
            Ok(None)
        }
        fn of_payment(&self, _: String) -> Result<Vec<String>, StoreError> {
            Ok(vec![])
        }
        fn remove(&self, _: String) -> Result<(), StoreError> {
            Ok(())
        }
    }
    let merchant = Merchant::new();
    let (client, full) = (merchant.client(), merchant.client_with(merchant.options().attempt_store(Full)));
    let paid = merchant.paid(&client);
    let delivery = receive(&full, &paid).await;
    assert_eq!((delivery.outcome(), status(&delivery)), (WebhookOutcome::StoreFailed, Some(503)));
    assert!(delivery.reason().contains("no space is left"));
    let claim = receive(&client, &paid).await.claim().unwrap();
    let error = full.webhooks().done(FinishWebhook::new(&*claim)).await.unwrap_err();
    assert_eq!((error.kind, error.endpoint.as_deref()), (ErrorKind::NotSent, Some("webhooks.done")));
}

#[tokio::test]
async fn a_claim_is_whole_and_of_the_same_mode() {
    let merchant = Merchant::new();
    let client = merchant.client();
    let claim = receive(&client, &merchant.paid(&client)).await.claim().unwrap();
    let test = merchant.client_with(merchant.options().mode(Mode::Test));
    for (client, claim) in [(&test, &*claim), (&client, &claim[1..]), (&client, "")] {
        let error = client.webhooks().done(FinishWebhook::new(claim)).await.unwrap_err();
        assert_eq!((error.kind, error.field.as_deref()), (ErrorKind::Invalid, Some("claim")), "{error}");
    }
    let notice = "bootpay-notice-1.e30.0000000000000000";
    let error = client.webhooks().receive(ReceiveWebhook::new(notice, HERE)).await.unwrap_err();
    assert_eq!((error.kind, error.field.as_deref()), (ErrorKind::Invalid, Some("notice")));
}

#[tokio::test]
async fn half_an_order_is_none() {
    let merchant = Merchant::new();
    let client = merchant.client();
    let paid = merchant.paid(&client);
    let half = |request: ReceiveWebhook| {
        let client = client.clone();
        async move { client.webhooks().receive(request).await.unwrap_err().field.clone() }
    };
    let receive = || ReceiveWebhook::new(&*paid.serialized, HERE);
    assert_eq!(half(receive().order_id("o-1")).await.as_deref(), Some("price"));
    assert_eq!(half(receive().price(15_000)).await.as_deref(), Some("order_id"));
    let sent = merchant.emulator.requests().len();
    assert_eq!(half(receive().order_id("o-1").price(0)).await.as_deref(), Some("price"));
    assert_eq!(merchant.emulator.requests().len(), sent, "nothing is asked");
}

#[test]
fn what_is_no_webhook_is_invalid() {
    let merchant = Merchant::new();
    let client = merchant.client();
    let error = client.webhooks().parse(ParseWebhook::new(Headers::default(), "")).unwrap_err();
    assert_eq!((error.kind, error.endpoint.as_deref()), (ErrorKind::Invalid, Some("webhooks.parse")));
    assert_eq!(error.field.as_deref(), Some("body"));
}

#[tokio::test]
async fn a_restart_of_the_machine_forgets_no_delivery() {
    let merchant = Merchant::new();
    let folder = std::env::temp_dir().join(format!("bootpay-restart-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("attempts");
    let file = path.to_str().unwrap().to_owned();
    let before = merchant.client_with(merchant.options().attempts_file(&*file));
    let paid = merchant.paid(&before);
    done(&before, &receive(&before, &paid).await).await;
    drop(before);
    let rows = rusqlite::Connection::open(&path).unwrap();
    let days = |rows: &rusqlite::Connection| {
        let kept = "SELECT (forget_at - due_at) / 86400000 FROM bootpay_attempts";
        rows.query_row(kept, [], |row| row.get::<_, i64>(0)).unwrap()
    };
    assert!(days(&rows) > 300);
    rows.execute("UPDATE bootpay_attempts SET boot = 'an earlier one', due_at = 0, forget_at = 1", []).unwrap();
    let after = merchant.client_with(merchant.options().attempts_file(&*file));
    assert_eq!(receive(&after, &paid).await.outcome(), WebhookOutcome::Duplicate);
    assert!(days(&rows) > 300);
    std::fs::remove_dir_all(folder).unwrap();
}
