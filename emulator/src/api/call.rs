//! A request to an endpoint, with its parameters.

use std::cell::RefCell;
use std::sync::Arc;

use axum::http::HeaderMap;
use bootpay_core::model::{Method, Pg};
use serde_json::{Map, Value};

use crate::acts::payment;
use crate::domain::activation::Terms;
use crate::domain::catalog;
use crate::domain::clock::Moment;
use crate::domain::merchant::Merchant;
use crate::domain::money::Money;
use crate::domain::payment::{Order, Payment};
use crate::domain::refusal::{Code, Refusal};
use crate::domain::rule::Rule;
use crate::domain::secrets::is_secret;
use crate::domain::values;
use crate::domain::values::quoted;
use crate::store::Store;

/// A request that is carried out.
pub(crate) struct Call<'a> {
    pub(crate) store: &'a Store<'a>,
    pub(crate) now: Moment,
    pub(crate) merchant: Option<Arc<Merchant>>,
    pub(crate) headers: &'a HeaderMap,
    pub(crate) path: Map<String, Value>,
    pub(crate) query: Map<String, Value>,
    pub(crate) body: Map<String, Value>,
    /// Advice, logged as findings that no strict merchant refuses.
    pub(crate) warnings: RefCell<Vec<String>>,
}

impl Call<'_> {
    pub(super) fn merchant(&self) -> Result<&Merchant, Refusal> {
        self.merchant.as_deref().ok_or_else(|| Code::TokenKeyInvalid.because("the credentials belong to no merchant"))
    }

    /// A required parameter, from path or body.
    pub(super) fn required(&self, name: &str) -> Result<String, Refusal> {
        self.text(name)?.ok_or_else(|| Code::ParameterMissing.because(format!("{name} is missing")))
    }

    pub(super) fn text(&self, name: &str) -> Result<Option<String>, Refusal> {
        let value = self.path.get(name).or_else(|| self.body.get(name));
        read(name, value, values::text)
    }

    pub(super) fn money(&self, name: &str) -> Result<Option<Money>, Refusal> {
        read(name, self.body.get(name), values::money)
    }

    pub(super) fn object(&self, name: &str) -> Result<Option<&Map<String, Value>>, Refusal> {
        self.body.get(name).map(|value| value.as_object().ok_or_else(|| unreadable(name, value))).transpose()
    }

    pub(super) fn date(&self, name: &str) -> Result<Option<Moment>, Refusal> {
        read(name, self.body.get(name), values::date)
    }

    pub(super) fn flag(&self, name: &str) -> Result<Option<bool>, Refusal> {
        read(name, self.body.get(name), values::flag)
    }

    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok()).filter(|value| !value.is_empty())
    }

    pub(super) fn query_text(&self, name: &str) -> Option<String> {
        self.query.get(name).and_then(values::text)
    }

    pub(super) fn query_flag(&self, name: &str) -> bool {
        self.query.get(name).and_then(values::flag).unwrap_or(false)
    }

    /// A copy of an object; empty where it is missing.
    pub(super) fn any_object(&self, name: &str) -> Result<Map<String, Value>, Refusal> {
        Ok(self.object(name)?.cloned().unwrap_or_default())
    }

    /// Warns of a virtual account in test, and of an amount above what Bootpay advises.
    pub(super) fn warn_of_test(&self, method: &Method, terms: Terms, price: Money) -> Result<(), Refusal> {
        let advice = self.merchant()?.advice(terms, method, price);
        self.warnings.borrow_mut().extend(advice.iter().map(Rule::english));
        Ok(())
    }

    /// The requested PG.
    pub(super) fn pg(&self) -> Result<Option<Pg>, Refusal> {
        let find = |name: String| {
            catalog::find_pg(&name).ok_or_else(|| {
                Code::ParameterUnreadable.because(format!(
                    "pg is {}, known are {}",
                    quoted(&name),
                    catalog::pg_symbols()
                ))
            })
        };
        self.text("pg")?.map(find).transpose()
    }

    pub(super) fn required_pg(&self) -> Result<Pg, Refusal> {
        self.pg()?.ok_or_else(|| Code::ParameterMissing.because("pg is missing"))
    }

    /// A new order of the caller, from the body.
    pub(super) fn order(&self) -> Result<Order, Refusal> {
        Ok(Order {
            receipt_id: self.store.new_id("receipt", 24)?,
            merchant_id: self.merchant()?.id.clone(),
            order_id: self.required("order_id")?,
            order_name: self.required("order_name")?,
            price: self.money("price")?.unwrap_or_default(),
        })
    }

    /// The caller's payment; another merchant's is not found.
    pub(super) fn payment(&self, receipt_id: &str) -> Result<Payment, Refusal> {
        let merchant = self.merchant()?;
        match payment::find(self.store, receipt_id)? {
            Some(payment) if payment.merchant_id == merchant.id => Ok(payment),
            Some(_) => Err(Code::NotFound.because("this receipt belongs to another merchant")),
            None => Err(Code::NotFound.because("no payment has this receipt_id")),
        }
    }
}

/// Refuses an unreadable value: taking it as absent could turn a partial cancel into a full one.
fn read<T>(name: &str, value: Option<&Value>, as_what: fn(&Value) -> Option<T>) -> Result<Option<T>, Refusal> {
    value.map(|value| as_what(value).ok_or_else(|| unreadable(name, value))).transpose()
}

/// Refuses a parameter that is unreadable; repeats no secret.
pub(super) fn unreadable(name: &str, value: &Value) -> Refusal {
    if is_secret(name) {
        return Code::ParameterUnreadable.because(format!("{name} is unreadable"));
    }
    Code::ParameterUnreadable.because(format!("{name} cannot be {value}"))
}
