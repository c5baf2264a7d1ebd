//! `/setup/file`: exports the world as a set-up file, imports one, and starts again.

use askama::Template;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};

use super::form::Form;
use super::page::Page;
use super::places;
use super::refused::Input;
use super::texts::Texts;
use super::visit::Visit;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::rule::Rule;

const URL: &str = "/setup/file";

#[derive(Template)]
#[template(path = "setup_file.html")]
struct SetupFile {
    page: Page,
    t: Texts,
    posted: String,
    replaces: bool,
}

pub(super) async fn show(visit: Visit) -> Response {
    page(&visit, None)
}

fn page(visit: &Visit, posted: Option<&Form>) -> Response {
    visit.look(&places::FILE, |_, page| {
        Ok(SetupFile {
            t: page.t,
            page,
            posted: posted.map(|form| form.text("toml").to_owned()).unwrap_or_default(),
            replaces: posted.is_some_and(|form| form.text("how") == "replace"),
        })
    })
}

async fn export(visit: &Visit) -> Result<String, Refusal> {
    let exported = visit.act("GET", "/emulator/setup", &Value::Null).await?;
    Ok(exported["toml"].as_str().unwrap_or_default().to_owned())
}

/// `GET /setup/file.toml`
pub(super) async fn download(visit: Visit) -> Response {
    match export(&visit).await {
        Ok(text) => {
            let headers = [
                (CONTENT_TYPE, "application/toml; charset=utf-8"),
                (CONTENT_DISPOSITION, "attachment; filename=\"bootpay-emulator.toml\""),
            ];
            (headers, text).into_response()
        }
        Err(refusal) => visit.failed(&refusal),
    }
}

/// `POST /setup/file`
pub(super) async fn import(visit: Visit, form: Form) -> Response {
    let (method, notice) = if form.text("how") == "replace" { ("PUT", "replaced") } else { ("POST", "added") };
    match visit.act(method, "/emulator/setup", &json!({ "toml": form.text("toml") })).await {
        Ok(_) => Visit::done(URL, notice),
        Err(refusal) => {
            let input = Input::new("toml", visit.texts().file_text());
            page(&visit.refused_at(refusal, Some(input)), Some(&form))
        }
    }
}

/// `POST /setup/reset`
pub(super) async fn reset(visit: Visit, form: Form) -> Response {
    if !form.is_on("sure") {
        let input = Input::new("sure", visit.texts().reset_sure());
        return page(&visit.refused_at(Code::Control.by(Rule::NotConfirmed), Some(input)), None);
    }
    match visit.act("POST", "/emulator/reset", &Value::Null).await {
        Ok(_) => Visit::done(URL, "reset"),
        Err(refusal) => page(&visit.refused(refusal), None),
    }
}
