//! A browser without a screen: posts the forms of the official SDK, and reads the messages of the pages.

use bootpay_core::window::{Encrypted, encrypt};
use serde_json::{Value, json};
use ureq::Agent;
use ureq::http::Request;

use super::Local;

/// A response as a browser sees it.
pub(crate) struct Page {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) html: String,
}

impl Page {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    /// What the page's script has to do.
    #[track_caller]
    pub(crate) fn data(&self) -> Value {
        assert_eq!(self.status, 200, "{}", self.html);
        assert_eq!(self.header("content-type"), Some("text/html; charset=utf-8"));
        let data = self.html.split_once("id=\"data\">").unwrap().1.split_once("</script>").unwrap().0;
        serde_json::from_str(data).unwrap()
    }

    /// The messages that it sends, each marked as Bootpay's.
    #[track_caller]
    pub(crate) fn messages(&self) -> Vec<Value> {
        let data = self.data();
        let messages = data["messages"].as_array().unwrap().clone();
        assert!(messages.iter().all(|message| message["bootpay_event"] == true), "{messages:?}");
        messages
    }

    #[track_caller]
    pub(crate) fn events(&self) -> Vec<String> {
        self.messages().iter().map(|message| message["event"].as_str().unwrap().to_owned()).collect()
    }

    /// Its only message.
    #[track_caller]
    pub(crate) fn message(&self) -> Value {
        let messages = self.messages();
        assert_eq!(messages.len(), 1, "{messages:?}");
        messages[0].clone()
    }

    /// The error code of its only message.
    #[track_caller]
    pub(crate) fn error(&self) -> String {
        let message = self.message();
        assert_eq!(message["event"], "error", "{message}");
        assert!(message["message"].is_string(), "{message}");
        message["error_code"].as_str().unwrap().to_owned()
    }

    /// The fields that the page's form sends beside its button, as a browser reads them.
    pub(crate) fn fields(&self) -> Vec<(String, String)> {
        let attribute = |tag: &str, name: &str| {
            let (_, value) = tag.split_once(&format!(" {name}=\""))?;
            Some(value.split('"').next().unwrap().replace("&quot;", "\"").replace("&amp;", "&"))
        };
        let inputs = self.html.split("<input").skip(1).map(|rest| rest.split('>').next().unwrap());
        let sent = inputs.filter(|tag| !tag.contains("type=\"radio\"") || tag.contains(" checked"));
        sent.filter_map(|tag| Some((attribute(tag, "name")?, attribute(tag, "value").unwrap_or_default()))).collect()
    }

    /// The buttons of the page's form.
    pub(crate) fn buttons(&self) -> Vec<String> {
        let buttons = self.html.split("name=\"action\" value=\"").skip(1);
        buttons.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
    }

    /// The fields of the redirect's query.
    #[track_caller]
    pub(crate) fn returned(&self) -> Value {
        assert_eq!(self.status, 303, "{}", self.html);
        let (_, query) = self.header("location").unwrap().split_once('?').unwrap();
        form_urlencoded::parse(query.as_bytes()).map(|(name, value)| (name.into_owned(), json!(value))).collect()
    }
}

/// A browser; its headers are those that every browser adds.
pub(crate) struct Browser {
    pub(crate) url: String,
    agent: Agent,
}

impl Browser {
    pub(crate) fn of(local: &Local) -> Self {
        let agent = Agent::config_builder().http_status_as_error(false).proxy(None).max_redirects(0).build().into();
        Self { url: local.emulator.url().to_owned(), agent }
    }

    pub(crate) fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Page {
        let mut request = Request::builder().method(method).uri(format!("{}{path}", self.url));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = if body.is_empty() && method != "POST" {
            self.agent.run(request.body(()).unwrap())
        } else {
            self.agent.run(request.body(body).unwrap())
        };
        let mut response = response.unwrap();
        let headers = response.headers().iter();
        let headers =
            headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap_or_default().to_owned())).collect();
        let html = response.body_mut().read_to_string().unwrap();
        Page { status: response.status().as_u16(), headers, html }
    }

    pub(crate) fn get(&self, path: &str, dest: &str) -> Page {
        self.send("GET", path, &[("sec-fetch-dest", dest)], "")
    }

    /// The form of the official SDK, in its frame.
    pub(crate) fn open(&self, purpose: &str, payload: &Value) -> Page {
        let Encrypted { payload, token } = encrypt(&payload.to_string());
        self.post_form(purpose, &[("payload", &payload), ("token", &token)])
    }

    pub(crate) fn post_form(&self, purpose: &str, fields: &[(&str, &str)]) -> Page {
        self.post_at(&format!("/v2/request/{purpose}"), fields)
    }

    /// A form of the SDK's, at any of its paths.
    pub(crate) fn post_at(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let headers = [
            ("content-type", "application/x-www-form-urlencoded"),
            ("origin", "https://shop.example"),
            ("sec-fetch-dest", "iframe"),
            ("sec-fetch-site", "cross-site"),
        ];
        self.send("POST", path, &headers, &body)
    }

    /// A button of the buyer's page.
    pub(crate) fn press(&self, id: &str, role: &str, fields: &[(&str, &str)]) -> Page {
        let fields = [("role", role)].into_iter().chain(fields.iter().copied());
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let headers = [
            ("content-type", "application/x-www-form-urlencoded"),
            ("origin", self.url.as_str()),
            ("sec-fetch-dest", "iframe"),
            ("sec-fetch-site", "same-origin"),
        ];
        self.send("POST", &format!("/gw/p/{id}"), &headers, &body)
    }

    /// The SDK's confirm, in a hidden frame or at the top level.
    pub(crate) fn confirm(&self, id: &str, credential: &str, dest: &str) -> Page {
        let headers = [("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-dest", dest)];
        self.send("POST", &format!("/gw/confirm/{id}?application_id={credential}"), &headers, "_method=put")
    }
}

/// The payload of a card payment as `@bootpay/client-js` 5.3.1 sends it: absent numbers are null.
pub(crate) fn payment(client_key: &str, changes: &Value) -> Value {
    let payload = json!({
        "client_key": client_key, "application_id": null, "order_name": "무선 이어폰", "order_id": "order-1",
        "price": 1000, "tax_free": null, "deposit_price": null, "pg": "nicepay", "method": "card",
        "extra": { "open_type": "iframe" },
        "sdk": true, "platform_type": 1, "ver": "5.3.1", "sdk_version": "", "sdk_type": 0, "locale": "ko",
        "uuid": "0f1e2d3c", "sk": "0f1e2d3c-1", "ti": -1, "tk": "0f1e2d3c-1000000", "env": { "width": 1280, "height": 900 },
    });
    changed(payload, changes)
}

/// A payload with other fields; those that are changed to null are left out.
pub(crate) fn changed(mut payload: Value, changes: &Value) -> Value {
    for (name, value) in changes.as_object().into_iter().flatten() {
        if value.is_null() {
            payload.as_object_mut().unwrap().remove(name);
        } else {
            payload[name] = value.clone();
        }
    }
    payload
}
