//! Who is measured, in the order in which their turns come.

use serde::Serialize;

/// What a contender is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) enum Kind {
    Ours,
    /// Bootpay's own SDK, or that of another payment service.
    Sdk,
    /// A bare HTTP client.
    Client,
}

/// One that is measured.
#[derive(Debug)]
pub(crate) struct Contender {
    pub(crate) language: &'static str,
    /// How its program is told, and how results are kept.
    pub(crate) name: &'static str,
    /// How the page calls it.
    pub(crate) title: &'static str,
    pub(crate) kind: Kind,
    /// What a call returns.
    pub(crate) gives: &'static str,
    /// Ours, to which it is compared.
    pub(crate) against: &'static str,
    /// Whose installed size is reckoned: the package's name in its registry.
    pub(crate) package: &'static str,
}

const fn contender(
    language: &'static str,
    (name, title, package): (&'static str, &'static str, &'static str),
    kind: Kind,
    gives: &'static str,
    against: &'static str,
) -> Contender {
    Contender { language, name, title, kind, gives, against, package }
}

const TYPED: &str = "typed";
const JSON: &str = "JSON";
const TEXT: &str = "text";
const BYTES: &str = "bytes";

/// All of them. A program of each language answers to the names (`benches/rust`, `benches/python`, …).
#[rustfmt::skip]
pub(crate) const CONTENDERS: &[Contender] = &[
    contender("rust", ("bootpay-core", "**bootpay-core**", ""), Kind::Ours, TYPED, "bootpay-core"),
    contender("rust", ("bootpay-core-with-runtime", "**bootpay-core**, on the caller's runtime", ""), Kind::Ours, TYPED, "bootpay-core"),
    contender("rust", ("reqwest", "reqwest 0.13", ""), Kind::Client, BYTES, "bootpay-core"),
    contender("rust", ("hyper", "hyper 1 (hyper-util's pool)", ""), Kind::Client, BYTES, "bootpay-core"),

    contender("python", ("bootpay-core", "**bootpay-core**", "bootpay-core"), Kind::Ours, TYPED, "bootpay-core"),
    contender("python", ("bootpay-backend", "bootpay-backend 2.9.0", "bootpay-backend"), Kind::Sdk, JSON, "bootpay-core"),
    contender("python", ("portone-server-sdk", "portone-server-sdk 0.21.0", "portone-server-sdk"), Kind::Sdk, TYPED, "bootpay-core"),
    contender("python", ("stripe", "stripe 16.1.0", "stripe"), Kind::Sdk, TYPED, "bootpay-core"),
    contender("python", ("requests", "requests 2.34.2, a Session", "requests"), Kind::Client, JSON, "bootpay-core"),
    contender("python", ("urllib3", "urllib3 2.8.0", "urllib3"), Kind::Client, JSON, "bootpay-core"),
    contender("python", ("httpx", "httpx 0.28.1", "httpx"), Kind::Client, JSON, "bootpay-core"),
    contender("python", ("bootpay-core-async", "**bootpay-core, asyncio**", "bootpay-core"), Kind::Ours, TYPED, "bootpay-core-async"),
    contender("python", ("httpx-async", "httpx 0.28.1, asyncio", "httpx"), Kind::Client, JSON, "bootpay-core-async"),
    contender("python", ("aiohttp", "aiohttp 3.14.5", "aiohttp"), Kind::Client, JSON, "bootpay-core-async"),

    contender("node", ("bootpay-core", "**bootpay-core**", "bootpay-core"), Kind::Ours, TYPED, "bootpay-core"),
    contender("node", ("backend-js", "@bootpay/backend-js 2.13.1", "@bootpay/backend-js"), Kind::Sdk, JSON, "bootpay-core"),
    contender("node", ("portone-server-sdk", "@portone/server-sdk 0.19.0", "@portone/server-sdk"), Kind::Sdk, JSON, "bootpay-core"),
    contender("node", ("stripe", "stripe 23.1.0", "stripe"), Kind::Sdk, JSON, "bootpay-core"),
    contender("node", ("undici-request", "undici 7.30.2, request", "undici"), Kind::Client, JSON, "bootpay-core"),
    contender("node", ("undici-fetch", "undici 7.30.2, fetch", "undici"), Kind::Client, JSON, "bootpay-core"),
    contender("node", ("axios", "axios 1.21.1", "axios"), Kind::Client, JSON, "bootpay-core"),

    contender("kotlin", ("bootpay-core", "**bootpay-core**, suspending", "bootpay-core"), Kind::Ours, TYPED, "bootpay-core"),
    contender("kotlin", ("bootpay-core-blocking", "**bootpay-core**, blocking", "bootpay-core"), Kind::Ours, TYPED, "bootpay-core"),
    contender("kotlin", ("backend", "io.github.bootpay:backend 3.1.0", "io.github.bootpay:backend"), Kind::Sdk, JSON, "bootpay-core"),
    contender("kotlin", ("java.net.http", "java.net.http", ""), Kind::Client, TEXT, "bootpay-core"),
    contender("kotlin", ("okhttp", "OkHttp 5.5.1", "com.squareup.okhttp3:okhttp-jvm"), Kind::Client, TEXT, "bootpay-core"),
    contender("kotlin", ("okhttp-gson", "OkHttp 5.5.1 with Gson", "com.squareup.okhttp3:okhttp-jvm"), Kind::Client, JSON, "bootpay-core-blocking"),

    contender("swift", ("bootpay-core", "**bootpay-core**", "bootpay-core"), Kind::Ours, TYPED, "bootpay-core"),
    contender("swift", ("urlsession", "URLSession (FoundationNetworking)", ""), Kind::Client, BYTES, "bootpay-core"),
];

impl Contender {
    /// Whether a call returns the parsed response.
    pub(crate) fn parses(&self) -> bool {
        matches!(self.gives, TYPED | JSON)
    }

    /// Its key among the results.
    pub(crate) fn key(&self) -> String {
        format!("{}/{}", self.language, self.name)
    }

    pub(crate) fn of(language: &str) -> impl Iterator<Item = &'static Self> + use<'_> {
        CONTENDERS.iter().filter(move |contender| contender.language == language)
    }
}

pub(crate) const EMPTY: &str = "empty";

/// The key of the program that does nothing.
pub(crate) fn empty_key(language: &str) -> String {
    format!("{language}/{EMPTY}")
}
