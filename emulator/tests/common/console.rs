//! A browser without a script, as far as the console needs one.

use bootpay_emulator::Options;
use ureq::Agent;
use ureq::http::{HeaderMap, Request};

use super::Local;

/// An emulator with a console.
pub(crate) fn console() -> Local {
    let mut options = Options::default();
    options.console = Some(0);
    Local::with(options)
}

pub(crate) struct Browser {
    url: String,
    agent: Agent,
    language: &'static str,
}

pub(crate) struct Shown {
    pub(crate) status: u16,
    pub(crate) text: String,
    headers: HeaderMap,
}

impl Browser {
    pub(crate) fn new(local: &Local) -> Self {
        let agent = Agent::config_builder().http_status_as_error(false).max_redirects(0).proxy(None).build().into();
        Self { url: local.emulator.console().unwrap().to_owned(), agent, language: "ko" }
    }

    pub(crate) fn with_language(&self, language: &'static str) -> Self {
        Self { url: self.url.clone(), agent: self.agent.clone(), language }
    }

    pub(crate) fn get(&self, path: &str) -> Shown {
        self.send("GET", path, &[], "")
    }

    /// Posts a form as a page of the console does.
    pub(crate) fn post(&self, path: &str, form: &str) -> Shown {
        self.send("POST", path, &[("origin", &self.url), ("sec-fetch-site", "same-origin")], form)
    }

    pub(crate) fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Shown {
        let mut request = Request::builder().method(method).uri(format!("{}{path}", self.url));
        request = request.header("accept-language", self.language);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut response = if method == "GET" {
            self.agent.run(request.body(()).unwrap()).unwrap()
        } else {
            let request = request.header("content-type", "application/x-www-form-urlencoded");
            self.agent.run(request.body(body).unwrap()).unwrap()
        };
        let text = response.body_mut().read_to_string().unwrap();
        Shown { status: response.status().as_u16(), headers: response.headers().clone(), text }
    }
}

impl Shown {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub(crate) fn headers(&self, name: &str) -> Vec<&str> {
        self.headers.get_all(name).iter().map(|value| value.to_str().unwrap()).collect()
    }

    pub(crate) fn title(&self) -> String {
        self.between("<title>", "</title>")
    }

    /// The value of an attribute, by what stands before it.
    pub(crate) fn attribute(&self, before: &str) -> String {
        self.between(before, "\"")
    }

    /// The code that is shown under a label, as a person copies it.
    pub(crate) fn code(&self, label: &str) -> String {
        self.code_of(&format!("aria-label=\"{label}\""), "</pre>")
    }

    /// The text of an element with this attribute, as a person sees it.
    pub(crate) fn code_of(&self, attribute: &str, end: &str) -> String {
        let (_, text) = self.text.split_once(attribute).unwrap();
        let text = text.split_once('>').unwrap().1.split_once(end).unwrap().0;
        let text = text.replace("&#34;", "\"").replace("&#39;", "'").replace("&#60;", "<").replace("&#62;", ">");
        text.replace("&#38;", "&")
    }

    /// What stands between two texts.
    pub(crate) fn between(&self, start: &str, end: &str) -> String {
        let (_, rest) = self.text.split_once(start).unwrap();
        rest.split_once(end).unwrap().0.to_owned()
    }

    /// The links of the navigation at the side.
    pub(crate) fn links(&self) -> Vec<String> {
        let side = self.between("<nav class=\"side\"", "</nav>");
        side.split("href=\"")
            .skip(1)
            .map(|rest| rest.split_once('"').unwrap().0.to_owned())
            .filter(|link| !link.starts_with('#'))
            .collect()
    }
}
