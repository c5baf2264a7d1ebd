use bootpay_macros::model;
use serde_json::{Map, Value};

use super::{Bank, CashReceiptType, EscrowStatus, Gender, Method, Status, arrange::status};
use crate::{
    value::{Json, Timestamp},
    wire::{Field, Fields, Response, Subject, lenient_integer, minor_units, string},
};

/// A payment as Bootpay records it.
///
/// Amounts are whole won; in another `currency` they are in its smallest unit (US cents).
#[model]
// An official SDK's types spell it so; whether the API ever did is not known.
#[also("kakao_moneny_data")]
// Recorded beside `price`, in webhooks and in a receipt.
#[also("escrow_status")]
#[also("escrow_status_locale")]
#[also("escrow_status_local")]
#[also("shipping_started_at")]
#[also("receipt_confirmed_at")]
pub struct Receipt {
    /// Bootpay's id of the payment, 24 hex characters.
    pub receipt_id: String,
    /// The merchant's id of the order; of a billing key, its subscription id.
    pub order_id: Option<String>,
    /// Amount requested, in won.
    pub price: i64,
    /// The tax-free part of `price`, in won.
    #[default]
    pub tax_free: i64,
    /// Amount refunded so far, all cancels together, in won.
    #[default]
    pub cancelled_price: i64,
    /// The tax-free part of `cancelled_price`, in won.
    #[default]
    pub cancelled_tax_free: i64,
    /// Name of the order, as the buyer read it.
    pub order_name: Option<String>,
    /// The merchant's name.
    pub company_name: Option<String>,
    /// Bootpay's host for the payment window.
    pub gateway_url: Option<String>,
    /// The merchant's metadata of the payment.
    #[personal]
    pub metadata: Option<Json>,
    /// True if the payment was made in test mode.
    pub sandbox: Option<bool>,
    /// The PG's name in Korean; `Pg` has the usual ones.
    pub pg: Option<String>,
    /// The method used, in Korean.
    pub method: Option<String>,
    /// The method used.
    pub method_symbol: Option<Method>,
    /// The requested method, in Korean.
    pub method_origin: Option<String>,
    /// The requested method.
    pub method_origin_symbol: Option<Method>,
    /// Time of payment, by the PG's clock.
    pub purchased_at: Option<Timestamp>,
    /// Time of the last cancel, by the PG's clock.
    pub cancelled_at: Option<Timestamp>,
    /// Time of the request, by Bootpay's clock.
    pub requested_at: Option<Timestamp>,
    /// The status.
    pub status: Status,
    /// `status` as Bootpay's number.
    pub status_code: i64,
    /// `status` in Korean.
    pub status_locale: Option<String>,
    /// ISO 4217 code; `KRW` if Bootpay did not say. `confirm` and `verify` accept only a currency that Bootpay
    /// names.
    pub currency: String,
    /// A page that shows the slip to the buyer.
    #[read(url)]
    pub receipt_url: Option<String>,
    /// The card of a payment by card, also if a wallet charged a card.
    pub card_data: Option<CardData>,
    /// The phone of a payment by phone bill.
    pub phone_data: Option<PhoneData>,
    /// The account of a bank transfer, also if a wallet debited an account.
    pub bank_data: Option<BankData>,
    /// The virtual account of a payment into one.
    pub vbank_data: Option<VirtualAccountData>,
    /// The transaction of a payment with Naver Pay's own money.
    pub naver_point_data: Option<PointData>,
    /// The transaction of a payment with Kakao Pay's own money.
    pub kakao_money_data: Option<PointData>,
    /// The transaction of a payment with Payco's own money.
    pub payco_point_data: Option<PointData>,
    /// The transaction of a payment with Toss's own money.
    pub toss_point_data: Option<PointData>,
    /// The escrow status of an escrow payment, also if Bootpay sends it beside `price`.
    pub escrow_data: Option<EscrowData>,
    /// The cash receipt, if one was issued.
    pub cash_receipt_data: Option<CashReceiptData>,
    /// The buyer, if `lookup_user_data` was true.
    pub user: Option<Buyer>,
    /// The whole response as Bootpay sent it, including fields that this version does not know.
    #[default]
    pub raw: Json,
}

/// The card behind a payment.
#[model]
pub struct CardData {
    /// The PG's transaction id.
    pub tid: Option<String>,
    /// The card company's approval number.
    pub card_approve_no: Option<String>,
    /// The card number with its middle masked.
    #[personal]
    pub card_no: Option<String>,
    /// Months of instalment; `00` is a lump sum.
    pub card_quota: Option<String>,
    /// Interest-free instalment: `0`, or months.
    pub card_interest: Option<String>,
    /// The PG's own code of the card company: the same company has another code at another PG.
    pub card_company_code: Option<String>,
    /// The card company, in Korean.
    pub card_company: Option<String>,
    /// Credit (`신용`, `0`) or check (`체크`, `1`), as the PG writes it.
    pub card_type: Option<String>,
    /// Personal (`개인`, `1`), corporate (`2`) or foreign (`3`), as the PG writes it.
    pub card_owner_type: Option<String>,
    /// The PG's slip (Danal and NICE only).
    #[read(url)]
    pub receipt_url: Option<String>,
    /// Points used, in won.
    pub point: Option<i64>,
    /// Points refunded, in won.
    pub cancelled_point: Option<i64>,
    /// Coupons used, in won.
    pub coupon: Option<i64>,
    /// Coupons refunded, in won.
    pub cancelled_coupon: Option<i64>,
    /// The PG's transaction id of the cancel.
    pub cancel_tid: Option<String>,
}

/// The account behind a bank transfer.
#[model]
pub struct BankData {
    /// The PG's transaction id.
    pub tid: Option<String>,
    /// The bank.
    pub bank_code: Option<Bank>,
    /// The bank, in Korean.
    pub bank_name: Option<String>,
    /// The account number, masked.
    #[personal]
    pub bank_account: Option<String>,
    /// The holder, masked.
    #[personal]
    pub bank_username: Option<String>,
    /// The PG's id of the cash receipt.
    pub cash_receipt_tid: Option<String>,
    /// Purpose of the cash receipt.
    pub cash_receipt_type: Option<CashReceiptType>,
    /// The cash receipt's approval number.
    pub cash_receipt_no: Option<String>,
    /// The PG's slip.
    #[read(url)]
    pub receipt_url: Option<String>,
    /// The PG's page for the cash receipt (NICE only).
    #[read(url)]
    pub cash_receipt_url: Option<String>,
}

/// The virtual account of a payment.
#[model]
pub struct VirtualAccountData {
    /// The PG's transaction id.
    pub tid: Option<String>,
    /// The bank.
    pub bank_code: Option<Bank>,
    /// The bank, in Korean.
    pub bank_name: Option<String>,
    /// The account to pay into.
    #[personal]
    pub bank_account: Option<String>,
    /// The holder of the account.
    #[personal]
    pub bank_username: Option<String>,
    /// Deadline for the deposit. If the PG names only a day: the end of that day in Korea.
    #[read(deadline)]
    pub expired_at: Option<Timestamp>,
    /// Name of the payer.
    #[personal]
    pub sender_name: Option<String>,
    /// The PG's id of the cash receipt.
    pub cash_receipt_tid: Option<String>,
    /// Purpose of the cash receipt.
    pub cash_receipt_type: Option<CashReceiptType>,
    /// The cash receipt's approval number.
    pub cash_receipt_no: Option<String>,
    /// The PG's slip.
    #[read(url)]
    pub receipt_url: Option<String>,
    /// The PG's page for the cash receipt (NICE only).
    #[read(url)]
    pub cash_receipt_url: Option<String>,
}

/// The phone behind a payment.
#[model]
pub struct PhoneData {
    /// The PG's transaction id.
    pub tid: Option<String>,
    /// The approval number.
    pub auth_no: Option<String>,
    /// The phone number.
    #[personal]
    pub phone: Option<String>,
    /// The PG's slip (NICE only).
    #[read(url)]
    pub receipt_url: Option<String>,
}

/// A wallet's own money behind a payment.
#[model]
pub struct PointData {
    /// The wallet's transaction id.
    pub tid: Option<String>,
    /// The wallet's transaction id of the cancel.
    pub cancel_tid: Option<String>,
}

/// The status of an escrow payment.
#[model]
pub struct EscrowData {
    /// The status.
    pub status: Option<EscrowStatus>,
    /// `status` in Korean.
    pub status_locale: Option<String>,
    /// Time at which shipping started.
    pub shipping_started_at: Option<Timestamp>,
    /// Time at which the buyer confirmed.
    pub receipt_confirmed_at: Option<Timestamp>,
}

/// The cash receipt of a payment.
#[model]
pub struct CashReceiptData {
    /// The PG's id of the cash receipt.
    pub tid: Option<String>,
    /// Purpose of the cash receipt.
    pub cash_receipt_type: Option<CashReceiptType>,
    /// The approval number.
    pub cash_receipt_no: Option<String>,
    /// A page that shows the cash receipt.
    #[read(url)]
    pub receipt_url: Option<String>,
}

/// The buyer, as the merchant described them in the payment window.
#[model]
pub struct Buyer {
    /// The merchant's id of the buyer.
    pub id: Option<String>,
    /// Name.
    #[personal]
    pub username: Option<String>,
    /// Phone number.
    #[personal]
    pub phone: Option<String>,
    /// E-mail address.
    #[personal]
    pub email: Option<String>,
    /// Sex.
    #[personal]
    pub gender: Option<Gender>,
    /// Date of birth, as the merchant wrote it.
    #[personal]
    pub birth: Option<String>,
    /// Province or city.
    #[personal]
    pub area: Option<String>,
    /// Address.
    #[personal]
    pub addr: Option<String>,
}

const AMOUNTS: [&str; 4] = ["price", "tax_free", "cancelled_price", "cancelled_tax_free"];
const CARD_AMOUNTS: [&str; 4] = ["point", "cancelled_point", "coupon", "cancelled_coupon"];

impl Response for Receipt {
    fn arrange(fields: &mut Fields<'_, '_>) -> Result<(), String> {
        let currency = match fields.get("currency") {
            None => "KRW".to_owned(),
            Some(json) => match string(json) {
                Some(code) if !code.is_empty() => code.to_ascii_uppercase(),
                _ => return Err(format!("`currency` must be a code, not {json}")),
            },
        };
        for name in AMOUNTS {
            let Some(amount) = fields.get(name) else { continue };
            let units = minor_units(amount, &currency)
                .ok_or_else(|| format!("`{name}` is no amount of {currency}: {amount}"))?;
            if units < 0 {
                return Err(format!("`{name}` must not be negative: {amount}"));
            }
            fields.put_number(name, units);
        }
        amounts_make_sense(fields)?;
        if currency != "KRW" {
            card_in_minor_units(fields, &currency);
        }
        status(fields)?;
        fields.put_text("currency", &currency);
        if fields.get("kakao_money_data").is_none() {
            fields.copy("kakao_moneny_data", "kakao_money_data");
        }
        escrow(fields);
        Ok(())
    }

    fn is_about(&self, subject: &Subject) -> Result<(), String> {
        subject.same("receipt_id", Some(&self.receipt_id))?;
        subject.same("order_id", self.order_id.as_deref())?;
        subject.same("subscription_id", self.order_id.as_deref())
    }

    fn is_failure(&self) -> bool {
        self.status.is_failure()
    }
}

impl Receipt {
    /// Whether it shows that this much was paid.
    pub(crate) fn shows_paid(&self, price: Option<i64>) -> bool {
        self.status == Status::Paid && Some(self.price) == price && self.currency == "KRW"
    }
}

/// Refuses what no payment can be. `tax_free` says nothing of money that moves.
fn amounts_make_sense(fields: &Fields<'_, '_>) -> Result<(), String> {
    let number = |name| fields.get(name).and_then(lenient_integer);
    let (price, cancelled) = (number("price"), number("cancelled_price"));
    if cancelled > price {
        return Err(format!("`cancelled_price` {} is more than `price`", cancelled.unwrap_or_default()));
    }
    let status = number("status").map(Status::from_code);
    if price == Some(0) && status.is_some_and(|status| status.is_of_money()) && !is_free(fields) {
        return Err("`price` must not be 0".into());
    }
    Ok(())
}

/// Returns true for methods whose receipts may have a price of 0: they verify an identity, issue a billing
/// key, or are not known.
fn is_free(fields: &Fields<'_, '_>) -> bool {
    ["method_symbol", "method_origin_symbol"].iter().any(|name| {
        let method = fields.get(name).and_then(Method::lenient);
        matches!(
            method,
            Some(
                Method::Identity
                    | Method::CardRebill
                    | Method::CardRebillRest
                    | Method::PhoneRebill
                    | Method::AutomaticTransfer
                    | Method::AutomaticTransferRest
                    | Method::Unknown { .. }
            )
        )
    })
}

/// Gathers the escrow status in `escrow_data`, where it is by its declared names: records have it beside
/// `price`, and sources spell it in several ways.
fn escrow(fields: &mut Fields<'_, '_>) {
    const SPELLINGS: [(&str, &[&str]); 4] = [
        ("status", &["escrow_status"]),
        ("status_locale", &["escrow_status_locale", "escrow_status_local"]),
        ("shipping_started_at", &["shipping_started_at"]),
        ("receipt_confirmed_at", &["receipt_confirmed_at"]),
    ];
    let beside = |name: &&str| fields.get(name).and_then(|json| serde_json::from_str(json).ok());
    let inside = fields.get("escrow_data").map(serde_json::from_str::<Map<String, Value>>);
    let is_beside = SPELLINGS.iter().flat_map(|(_, spellings)| *spellings).any(|name| fields.get(name).is_some());
    let mut escrow = match inside {
        Some(Ok(inside)) => inside,
        None | Some(Err(_)) if !is_beside => return,
        None | Some(Err(_)) => Map::new(),
    };
    for (name, spellings) in SPELLINGS {
        if escrow.get(name).is_some_and(|value| !value.is_null()) {
            continue;
        }
        let inside = spellings.iter().find_map(|name| escrow.get(*name)).filter(|value| !value.is_null()).cloned();
        if let Some(value) = inside.or_else(|| spellings.iter().find_map(beside)) {
            escrow.insert(name.into(), value);
        }
    }
    fields.put("escrow_data", Value::from(escrow).to_string());
}

/// A detail of the slip must not make a payment unreadable.
fn card_in_minor_units(fields: &mut Fields<'_, '_>, currency: &str) {
    let Some(Ok(Value::Object(mut card))) = fields.get("card_data").map(serde_json::from_str) else { return };
    for name in CARD_AMOUNTS {
        let units = card.get(name).and_then(|amount| minor_units(&amount.to_string(), currency));
        card.insert(name.into(), units.into());
    }
    fields.put("card_data", Value::from(card).to_string());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::FromWire;
    use proptest::prelude::*;
    use serde_json::json;

    fn wire(changes: &Value) -> String {
        let mut receipt = json!({
            "receipt_id": "6712ab34c0de5f0012a4b901", "order_id": "o-1", "price": 15000, "status": 1,
            "currency": "KRW", "sandbox": true, "method_symbol": "card", "purchased_at": "2026-11-01T10:15:42+09:00",
        });
        for (name, value) in changes.as_object().unwrap() {
            receipt[name] = value.clone();
        }
        receipt.to_string()
    }

    #[test]
    fn numbers_come_in_any_form() {
        for price in [json!(15000), json!(15000.0), json!("15000"), json!("15000.0")] {
            assert_eq!(Receipt::from_wire(&wire(&json!({ "price": price }))).unwrap().price, 15000);
        }
        for currency in [json!(""), json!(840), json!(["USD"]), json!({ "code": "USD" })] {
            assert!(Receipt::from_wire(&wire(&json!({ "currency": currency }))).is_err(), "{currency}");
        }
        for price in [json!(15000.5), json!("a lot"), json!([1]), json!(true), json!(1e30)] {
            assert!(Receipt::from_wire(&wire(&json!({ "price": price }))).is_err(), "{price}");
        }
    }

    #[test]
    fn amounts_that_no_payment_can_have_are_refused() {
        for name in ["price", "tax_free", "cancelled_price", "cancelled_tax_free"] {
            let error = Receipt::from_wire(&wire(&json!({ name: -1 }))).unwrap_err();
            assert_eq!(error, format!("`{name}` must not be negative: -1"));
        }
        let error = Receipt::from_wire(&wire(&json!({ "cancelled_price": 15001, "status": 20 }))).unwrap_err();
        assert_eq!(error, "`cancelled_price` 15001 is more than `price`");
        assert!(
            Receipt::from_wire(&wire(&json!({ "cancelled_price": "0.30", "price": 0.29, "currency": "USD" }))).is_err()
        );
        assert!(Receipt::from_wire(&wire(&json!({ "cancelled_price": 15000, "status": 20 }))).is_ok());
        for status in [1, 2, 3, 4, 5, 20, -30] {
            let error = Receipt::from_wire(&wire(&json!({ "price": 0, "status": status }))).unwrap_err();
            assert_eq!(error, "`price` must not be 0", "{status}");
        }
    }

    #[test]
    fn a_price_of_nothing_stays_where_no_money_moves() {
        for status in [0, 11, 12, 40, 41, 42, 50, -1, -2, -10, -11, -40, 77] {
            assert!(Receipt::from_wire(&wire(&json!({ "price": 0, "status": status }))).is_ok(), "{status}");
        }
        // A billing key of an account ends at status 1, too; of a method that is not known, nobody knows.
        for method in ["auth", "card_rebill", "automatic_transfer_rest", "digital_card_rebill", "easy_rebill"] {
            let free = wire(&json!({ "price": 0, "method_symbol": null, "method_origin_symbol": method }));
            assert!(Receipt::from_wire(&free).is_ok(), "{method}");
        }
    }

    #[test]
    fn other_currencies_come_in_their_smallest_unit() {
        let receipt = Receipt::from_wire(&wire(&json!({ "price": 12.5, "currency": "usd" }))).unwrap();
        assert_eq!((receipt.price, receipt.currency.as_str()), (1250, "USD"));
        let receipt = Receipt::from_wire(&wire(&json!({ "price": 0.29, "currency": "USD" }))).unwrap();
        assert_eq!(receipt.price, 29);
    }

    #[test]
    fn so_do_the_amounts_of_the_slip_as_far_as_they_are_any() {
        for (currency, point, coupon) in
            [("KRW", None, Some(3)), ("USD", Some(1250), Some(300)), ("JPY", None, Some(3))]
        {
            let card =
                json!({ "tid": "T1", "point": 12.5, "coupon": "3", "cancelled_point": [], "cancelled_coupon": null });
            let receipt = Receipt::from_wire(&wire(&json!({ "currency": currency, "card_data": card }))).unwrap();
            let card = receipt.card_data.unwrap();
            assert_eq!((card.tid.as_deref(), card.point, card.coupon), (Some("T1"), point, coupon), "{currency}");
            assert_eq!((card.cancelled_point, card.cancelled_coupon), (None, None));
            assert_eq!(receipt.raw["card_data"]["point"], 12.5);
        }
    }

    #[test]
    fn the_raw_reply_is_its_text_and_names_come_in_any_form() {
        let json = r#"{"\u0072eceipt_id":"r-1", "price": 1, "price": 2, "status":1.0,"currency":"krw"}"#;
        let receipt = Receipt::from_wire(json).unwrap();
        assert_eq!((receipt.receipt_id.as_str(), receipt.price, receipt.status_code), ("r-1", 2, 1));
        assert_eq!((receipt.currency.as_str(), receipt.raw.text()), ("KRW", json));
        let missing = Receipt::from_wire(r#"{"receipt_id":"r-1","price":null,"status":1}"#).unwrap_err();
        assert_eq!(missing, "missing field `price`");
        let odd = Receipt::from_wire(r#"{"receipt_id":7,"price":1,"status":1}"#).unwrap_err();
        assert_eq!(odd, "`receipt_id` must be text");
    }

    #[test]
    fn what_is_not_known_survives() {
        let receipt = Receipt::from_wire(&wire(&json!({
            "status": 77, "method_symbol": "carrier_pigeon", "new_field": {"a": 1}, "purchased_at": "soon",
            "card_data": [], "user": "nobody", "order_id": 77,
        })))
        .unwrap();
        assert_eq!((receipt.status, receipt.status_code), (Status::Unknown { value: "77".into() }, 77));
        assert_eq!(receipt.method_symbol, Some(Method::Unknown { value: "carrier_pigeon".into() }));
        assert_eq!((receipt.purchased_at, receipt.card_data, receipt.user), (None, None, None));
        assert_eq!(receipt.order_id.as_deref(), Some("77"));
        assert_eq!(receipt.raw["new_field"]["a"], 1);
        assert_eq!(receipt.raw["purchased_at"], "soon");
    }

    #[test]
    fn the_escrow_status_is_read_wherever_it_is() {
        let beside = json!({
            "escrow_status": 3, "escrow_status_locale": "배송시작", "shipping_started_at": "2026-11-02T09:00:00+09:00",
            "receipt_confirmed_at": null,
        });
        let inside = json!({ "escrow_data": {
            "status": 3, "status_locale": "배송시작", "shipping_started_at": "2026-11-02T09:00:00+09:00",
        } });
        let spelt = json!({ "escrow_data": {
            "escrow_status": "3", "escrow_status_local": "배송시작", "shipping_started_at": "2026-11-02 09:00:00",
        } });
        let mut both = inside.clone();
        both["escrow_status"] = json!(0);
        let mut odd = beside.clone();
        odd["escrow_data"] = json!([]);
        for changes in [beside, inside, spelt, both, odd] {
            let escrow = Receipt::from_wire(&wire(&changes)).unwrap().escrow_data.unwrap();
            assert_eq!(escrow.status, Some(EscrowStatus::ShippingStarted), "{changes}");
            assert_eq!(escrow.status_locale.as_deref(), Some("배송시작"), "{changes}");
            assert_eq!(escrow.shipping_started_at, Timestamp::parse("2026-11-02T09:00:00+09:00"), "{changes}");
            assert_eq!(escrow.receipt_confirmed_at, None, "{changes}");
        }
        assert_eq!(Receipt::from_wire(&wire(&json!({ "escrow_status": null }))).unwrap().escrow_data, None);
    }

    #[test]
    fn the_misspelt_kakao_data_is_read() {
        for (spelt_well, tid) in [(json!(null), "T1"), (json!({ "tid": "T2" }), "T2")] {
            let data = json!({ "kakao_moneny_data": {"tid": "T1"}, "kakao_money_data": spelt_well });
            let receipt = Receipt::from_wire(&wire(&data)).unwrap();
            assert_eq!(receipt.kakao_money_data.unwrap().tid.as_deref(), Some(tid));
        }
        let receipt = Receipt::from_wire(&wire(&json!({ "kakao_moneny_data": {"tid": "T1"} }))).unwrap();
        assert_eq!(receipt.kakao_money_data.unwrap().tid.as_deref(), Some("T1"));
    }

    proptest! {
        #[test]
        fn round_trips_through_serde(price in 0..1_i64 << 53, status in -100_i64..100, name in ".*") {
            let receipt = Receipt::from_wire(&wire(&json!({ "price": price, "status": status, "order_name": name }))).unwrap();
            let text = serde_json::to_string(&receipt).unwrap();
            prop_assert_eq!(&serde_json::from_str::<Receipt>(&text).unwrap(), &receipt);
            prop_assert_eq!(serde_json::from_value::<Receipt>(serde_json::to_value(&receipt).unwrap()).unwrap(), receipt);
        }

        #[test]
        fn no_reply_panics(text in "\\PC*", number in any::<f64>()) {
            let _ = Receipt::from_wire(&json!({ "receipt_id": text, "price": number, "status": number, "currency": text }).to_string());
        }
    }
}
