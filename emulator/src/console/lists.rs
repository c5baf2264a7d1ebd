//! What the lists have in common: links from page to page, and the way from a row and back to it.

use super::address::{address, segment};
use super::format::visible;
use super::visit::Visit;

/// A list, as addresses name what it shows.
pub(super) struct List {
    path: &'static str,
    /// The parameters of its address. The way back takes no other, so that it leads nowhere else.
    parameters: &'static [&'static str],
}

pub(super) const PAYMENTS: List = List { path: "/payments", parameters: &["q", "before", "size", "older"] };
pub(super) const REQUESTS: List =
    List { path: "/requests", parameters: &["endpoint", "status", "code", "only", "agent", "before"] };
pub(super) const WEBHOOKS: List = List { path: "/webhooks", parameters: &["state", "before"] };

impl List {
    /// The address of a row's page; `from` keeps what the list shows.
    pub(super) fn row(&self, visit: &Visit, key: &str) -> String {
        let from = self.address(|name| visit.parameter(name));
        let from = from.split_once('?').map_or("", |(_, query)| query);
        address(&format!("{}/{}", self.path, segment(key)), &[("from", from)])
    }

    /// The way back from a row's page: the list as it was, at the row.
    pub(super) fn back(&self, visit: &Visit, key: &str) -> String {
        let from = visit.parameter("from").unwrap_or_default();
        let kept = |name: &str| {
            let mut pairs = form_urlencoded::parse(from.as_bytes());
            pairs.find(|(field, _)| field == name).map(|(_, value)| value.into_owned())
        };
        format!("{}#row-{}", self.address(kept), segment(key))
    }

    fn address(&self, value: impl Fn(&str) -> Option<String>) -> String {
        let values: Vec<_> = self.parameters.iter().map(|name| (*name, value(name).unwrap_or_default())).collect();
        let parameters: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        address(self.path, &parameters)
    }
}

/// The title of a list: what it shows, and its name.
pub(super) fn title(shown: &[&str], name: &str) -> String {
    let parts: Vec<_> = shown.iter().copied().chain([name]).filter(|part| !part.is_empty()).map(visible).collect();
    parts.join(" · ")
}

/// The links between the pages of a list; `templates/pager.html` shows them.
pub(super) struct Pager {
    pub(super) newest: Option<String>,
    /// The page before this one, where that is not the newest.
    pub(super) newer: Option<String>,
    pub(super) older: Option<String>,
}

impl Pager {
    /// The links of the page `before` a row with rows from `first` to `last`. `above` has the numbers of newer rows,
    /// from the oldest on, a page of them and one more; `link` makes the address of a page.
    pub(super) fn new(
        before: Option<i64>,
        above: &[i64],
        last: Option<i64>,
        size: usize,
        link: impl Fn(Option<i64>) -> String,
    ) -> Self {
        Self {
            newest: before.map(|_| link(None)),
            newer: above.get(size).map(|number| link(Some(*number))),
            older: last.map(|last| link(Some(last))),
        }
    }
}

/// The most rows that are counted as newer: a page says `999+`.
const MOST: usize = 1000;

/// What an open page asks of its list, when it fetches itself again.
pub(super) struct Since {
    /// The newest number that it knows; none where the page is opened.
    number: Option<i64>,
    /// Its rows stay as they are: it is an older page, or somebody reads or types.
    holds: bool,
}

impl Since {
    pub(super) fn of(visit: &Visit) -> Self {
        let number = visit.parameter("since").and_then(|text| text.parse().ok()).filter(|number: &i64| *number >= 0);
        let holds = visit.parameter("hold").is_some() || visit.parameter("before").is_some();
        Self { number, holds: number.is_some() && holds }
    }

    /// Returns whether the page is opened, rather than fetched again by itself.
    pub(super) fn is_opening(&self) -> bool {
        self.number.is_none()
    }

    /// The newest number that the rows may have, where `newest` is the newest there is.
    fn end(&self, newest: i64) -> i64 {
        self.number.filter(|_| self.holds).map_or(newest, |since| since.min(newest))
    }

    /// Returns whether the row with this number is new to the page.
    pub(super) fn is_new(&self, number: i64) -> bool {
        self.number.is_some_and(|since| number > since)
    }

    /// What is newer than the page: `above` counts the rows above a number, up to a limit.
    pub(super) fn news<E>(
        &self,
        newest: i64,
        url: String,
        above: impl FnOnce(i64, usize) -> Result<Vec<i64>, E>,
    ) -> Result<News, E> {
        let count = self.number.map_or(Ok(0), |since| above(since, MOST).map(|numbers| numbers.len()))?;
        let shown = if count < MOST { count.to_string() } else { format!("{}+", MOST - 1) };
        Ok(News { newest: self.end(newest), count, shown, is_held: self.holds, url })
    }
}

/// How many rows are newer than those of an open page; `templates/arrived.html` shows it.
pub(super) struct News {
    /// The newest number that the page knows now.
    pub(super) newest: i64,
    pub(super) count: usize,
    /// The count as the page says it.
    pub(super) shown: String,
    pub(super) is_held: bool,
    /// The newest page.
    pub(super) url: String,
}
