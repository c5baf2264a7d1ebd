//! A request for a page: who asks, in which language, about which project; and what it shows and does.

use std::convert::Infallible;
use std::sync::Arc;

use askama::Template;
use axum::extract::{FromRequestParts, RawQuery, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::http::uri::PathAndQuery;
use axum::response::{IntoResponse as _, Redirect, Response};
use serde_json::Value;

use super::Console;
use super::cookies::Cookie;
use super::language::{Language, Theme};
use super::page::{Page, Shell};
use super::places::{self, Place};
use super::refused::{Input, Refused};
use super::sends::Instead;
use super::texts::Texts;
use crate::acts::due;
use crate::domain::merchant::Merchant;
use crate::domain::refusal::{Code, Refusal};
use crate::store::Store;

/// The events in the clock's menu: the next one, and five after it.
const UPCOMING: u32 = 6;

/// A request for a page.
pub(super) struct Visit {
    pub(super) console: Console,
    language: Language,
    theme: Theme,
    /// The project that was chosen last, if it is still there.
    project: Option<String>,
    path: String,
    query: String,
    /// The refused act that the page tells of.
    refused: Option<(Refusal, Option<Input>)>,
    /// The answer to every act, where the form came too late or was refused before.
    instead: Option<Refusal>,
}

impl Visit {
    /// The texts in the visitor's language.
    pub(super) fn texts(&self) -> Texts {
        Texts(self.language)
    }

    /// A parameter of the query.
    pub(super) fn parameter(&self, name: &str) -> Option<String> {
        let mut pairs = form_urlencoded::parse(self.query.as_bytes());
        pairs.find(|(field, _)| field == name).map(|(_, value)| value.into_owned())
    }

    /// Shows a page: `view` reads what it needs, in the transaction in which the shell around it is read. It writes
    /// nothing: who only looks changes nothing, and keeps no request waiting where the database is a file.
    pub(super) fn look<T: Template>(
        &self,
        place: &Place,
        view: impl FnOnce(&Store<'_>, Page) -> Result<T, Refusal>,
    ) -> Response {
        self.shown(self.console.app.database.read(|store| view(store, self.page(store, place)?)))
    }

    /// The response with a view, which is written outside the transaction that it was read in: that one may keep
    /// requests waiting.
    pub(super) fn shown<T: Template>(&self, view: Result<T, Refusal>) -> Response {
        match view.and_then(|view| view.render().map_err(|error| Code::Broken.because(error.to_string()))) {
            Ok(text) => match &self.refused {
                None => html(StatusCode::OK, text),
                Some((refusal, _)) => {
                    let mut response = html(StatusCode::UNPROCESSABLE_ENTITY, text);
                    // For the form that comes again.
                    response.extensions_mut().insert(refusal.clone());
                    response
                }
            },
            Err(refusal) => self.failed(&refusal),
        }
    }

    /// Calls a control, `/emulator/…`.
    pub(super) async fn act(&self, method: &'static str, path: &str, body: &Value) -> Result<Value, Refusal> {
        match &self.instead {
            Some(refusal) => Err(refusal.clone()),
            None => self.console.controls.call(method, path, body).await,
        }
    }

    /// Calls a control of the project, `/emulator/projects/{id}…`.
    pub(super) async fn change(&self, method: &'static str, below: &str, body: &Value) -> Result<Value, Refusal> {
        let id = self.project_id()?;
        self.act(method, &format!("/emulator/projects/{id}{below}"), body).await
    }

    /// Reads in one transaction, about the project.
    pub(super) fn read<T>(&self, read: impl FnOnce(&Store<'_>, Merchant) -> Result<T, Refusal>) -> Result<T, Refusal> {
        self.console.app.database.read(|store| {
            let project = self.project(store)?;
            read(store, project)
        })
    }

    /// Leads to a page after an act, with a word about what was done (see `texts::notice`).
    pub(super) fn done(path: &str, notice: &str) -> Response {
        let mark = if path.contains('?') { '&' } else { '?' };
        Redirect::to(&format!("{path}{mark}done={notice}")).into_response()
    }

    /// The same visit after a refused act: the page tells why.
    pub(super) fn refused(self, refusal: Refusal) -> Self {
        self.refused_at(refusal, None)
    }

    /// The same, where the refusal is of a field of the form.
    pub(super) fn refused_at(self, refusal: Refusal, input: Option<Input>) -> Self {
        Self { refused: Some((refusal, input)), ..self }
    }

    /// The project that the pages are about: the one that a form names, which another tab may have left since, else the
    /// chosen one, else the first.
    pub(super) fn project(&self, store: &Store<'_>) -> Result<Merchant, Refusal> {
        if let Some(id) = self.parameter("project") {
            return store
                .merchant(&id)?
                .map(Arc::unwrap_or_clone)
                .ok_or_else(|| Code::ControlNotFound.because(format!("no project has the id {id}")));
        }
        let chosen = self.project.as_deref().map(|id| store.merchant(id)).transpose()?.flatten();
        chosen.map_or_else(|| store.default_merchant(), |chosen| Ok(Arc::unwrap_or_clone(chosen)))
    }

    /// The id of that project.
    pub(super) fn project_id(&self) -> Result<String, Refusal> {
        self.console.app.database.read(|store| Ok(self.project(store)?.id))
    }

    pub(super) fn page(&self, store: &Store<'_>, place: &Place) -> Result<Page, Refusal> {
        Ok(Page::new(Shell {
            texts: self.texts(),
            theme: self.theme,
            place,
            address: self.address(),
            notice: self.parameter("done"),
            refused: self.refused.clone().map(|(refusal, input)| Refused::of(&refusal, input, self.texts())),
            project: self.project(store)?,
            projects: store.merchants()?,
            clock: store.clock()?,
            now: store.now()?,
            upcoming: due::upcoming(store, UPCOMING)?,
            url: self.console.url.clone(),
            boot: self.console.boot,
            nonce: self.console.sends.nonce(),
        }))
    }

    /// The address at which this page is found again: without what was just done, and what a list was asked for since.
    pub(super) fn address(&self) -> String {
        let passing = |name: &str| ["done", "since", "hold"].contains(&name);
        let pairs = form_urlencoded::parse(self.query.as_bytes()).filter(|(name, _)| !passing(name));
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        if query.is_empty() { self.path.clone() } else { format!("{}?{query}", self.path) }
    }

    /// The page of this visit's refused act, where the act is the header's: it belongs to every page.
    pub(super) fn only_refused(&self) -> Response {
        self.look(&places::ELSEWHERE, |_, mut page| {
            let t = page.t;
            t.refused().clone_into(&mut page.title);
            Ok(RefusedAct { page, t })
        })
    }

    /// The page of a failure: what is not there, or the emulator's own error.
    pub(super) fn failed(&self, refusal: &Refusal) -> Response {
        let status = StatusCode::from_u16(refusal.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let page = self.console.app.database.read(|store| self.page(store, &places::ELSEWHERE));
        let rendered = page.and_then(|page| {
            let failure = Failure {
                t: page.t,
                is_missing: status == StatusCode::NOT_FOUND,
                code: refusal.code.as_str(),
                saw: super::format::visible(refusal.saw()),
                page,
            };
            failure.render().map_err(|error| Code::Broken.because(error.to_string()))
        });
        match rendered {
            Ok(text) => html(status, text),
            // The database itself does not answer: no page can be read.
            Err(refusal) => (status, format!("bootpay-emulator: {}\n", refusal.saw())).into_response(),
        }
    }
}

/// The page of a refused act that belongs to no page: the layout tells why.
#[derive(Template)]
#[template(path = "refused.html")]
struct RefusedAct {
    page: Page,
    t: Texts,
}

#[derive(Template)]
#[template(path = "failure.html")]
struct Failure {
    page: Page,
    t: Texts,
    is_missing: bool,
    code: &'static str,
    saw: String,
}

/// Every address that has no page.
pub(super) async fn not_found(visit: Visit) -> Response {
    visit.failed(&Code::ControlNotFound.because(visit.path.clone()))
}

fn html(status: StatusCode, text: String) -> Response {
    (status, [(CONTENT_TYPE, "text/html; charset=utf-8")], text).into_response()
}

impl FromRequestParts<Console> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, console: &Console) -> Result<Self, Infallible> {
        let State(console) = State::<Console>::from_request_parts(parts, console).await?;
        let RawQuery(query) = RawQuery::from_request_parts(parts, &()).await?;
        let cookie = |cookie: Cookie| cookie.read(&parts.headers, console.port);
        let language = cookie(Cookie::Language).and_then(Language::named);
        Ok(Self {
            language: language.unwrap_or_else(|| Language::accepted(&parts.headers)),
            theme: cookie(Cookie::Theme).and_then(Theme::named).unwrap_or_default(),
            project: cookie(Cookie::Project).map(str::to_owned),
            path: parts.uri.path_and_query().map_or("/", PathAndQuery::path).to_owned(),
            query: query.unwrap_or_default(),
            refused: None,
            instead: parts.extensions.get::<Instead>().map(|instead| instead.0.clone()),
            console,
        })
    }
}
