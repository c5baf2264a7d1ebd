//! `POST /preferences`: the language, the theme and the project that the pages show, kept in cookies.

use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse as _, Redirect, Response};
use serde_json::json;

use super::Console;
use super::cookies::Cookie;
use super::form::Form;
use super::language::{Language, Theme};
use super::places;
use super::refused::Input;
use super::visit::Visit;

/// Sets what the form names, and leads back to its page.
pub(super) async fn set(State(console): State<Console>, form: Form) -> Response {
    let project = form.text("project");
    let is_id = !project.is_empty() && project.bytes().all(|byte| byte.is_ascii_hexdigit());
    let page = back(form.text("back"));
    // The address of a page may name the project that is left.
    let page = if is_id { without(page, "project") } else { page.to_owned() };
    let mut response = Redirect::to(&page).into_response();
    let wanted = [
        (Cookie::Language, Language::named(form.text("language")).map(Language::tag)),
        (Cookie::Theme, Theme::named(form.text("theme")).map(Theme::name)),
        (Cookie::Project, is_id.then_some(project)),
    ];
    for (cookie, value) in wanted {
        if let Some(value) = value.and_then(|value| cookie.set(console.port, value)) {
            response.headers_mut().append(SET_COOKIE, value);
        }
    }
    response
}

/// `POST /projects`: makes a project, and shows it from now on.
pub(super) async fn make_project(visit: Visit, form: Form) -> Response {
    match visit.act("POST", "/emulator/projects", &json!({ "name": form.text("name") })).await {
        Ok(project) => {
            let mut response = Visit::done(places::METHODS.url, "project");
            let id = project["id"].as_str().unwrap_or_default();
            if let Some(value) = Cookie::Project.set(visit.console.port, id) {
                response.headers_mut().append(SET_COOKIE, value);
            }
            response
        }
        Err(refusal) => {
            let is_name = refusal.field() == "name";
            let input = is_name.then(|| Input::new("new-project", visit.texts().new_project()));
            visit.refused_at(refusal, input).only_refused()
        }
    }
}

/// An address without a parameter.
fn without(address: &str, parameter: &str) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let kept: Vec<_> = form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| name != parameter).collect();
    let kept: Vec<_> = kept.iter().map(|(name, value)| (&**name, &**value)).collect();
    super::address::address(path, &kept)
}

/// The page to return to: a path of the console, else the first page.
pub(super) fn back(path: &str) -> &str {
    let is_path = path.starts_with('/') && !path.starts_with("//") && path.bytes().all(|byte| byte.is_ascii_graphic());
    if is_path && !path.contains('\\') { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chosen_project_is_not_overruled_by_the_address() {
        assert_eq!(without("/setup/keys?project=ab&platform=ios", "project"), "/setup/keys?platform=ios");
        assert_eq!(without("/payments?project=ab", "project"), "/payments");
    }

    #[test]
    fn only_paths_of_the_console_are_returned_to() {
        assert_eq!(back("/setup/keys?platform=ios"), "/setup/keys?platform=ios");
        for foreign in ["", "//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nb: c", "/한"] {
            assert_eq!(back(foreign), "/", "{foreign}");
        }
    }
}
