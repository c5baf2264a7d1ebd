//! What the layout shows around every page.

use super::address::segment;
use super::assets::{ASSETS, Assets};
use super::billing_rows::path;
use super::format::{date_time, visible};
use super::language::Theme;
use super::places::{BILLING_KEYS, DAILY, Place, SETUP};
use super::refused::Refused;
use super::texts::{Texts, notice};
use crate::acts::due::{Coming, Upcoming};
use crate::domain::clock::{Clock, Moment};
use crate::domain::merchant::Merchant;

/// Before the milliseconds of a moment, in the value of a button that moves the clock there.
pub(super) const AT: &str = "at:";

/// What a visit brings to its page.
pub(super) struct Shell<'a> {
    pub(super) texts: Texts,
    pub(super) theme: Theme,
    pub(super) place: &'a Place,
    pub(super) address: String,
    pub(super) notice: Option<String>,
    pub(super) refused: Option<Refused>,
    pub(super) project: Merchant,
    pub(super) projects: Vec<Merchant>,
    pub(super) clock: Clock,
    pub(super) now: Moment,
    pub(super) upcoming: Vec<Coming>,
    pub(super) url: String,
    pub(super) boot: i64,
    pub(super) nonce: String,
}

/// The layout's part of a view: `templates/layout.html` reads it.
pub(super) struct Page {
    pub(super) t: Texts,
    pub(super) theme: Theme,
    /// The title of the document, without the name of the program.
    pub(super) title: String,
    /// The address of the page, to return to after a change of language.
    pub(super) address: String,
    pub(super) notice: Option<&'static str>,
    pub(super) refused: Option<Refused>,
    /// The project that the page is about.
    pub(super) project: Merchant,
    pub(super) projects: Vec<Choice>,
    pub(super) navigation: [Vec<Link>; 2],
    pub(super) clock: ClockShown,
    /// The URL of the emulator.
    pub(super) url: String,
    pub(super) boot: i64,
    /// Of the forms of this page: each acts once (see `sends.rs`).
    pub(super) nonce: String,
    pub(super) assets: &'static Assets,
}

/// A project to choose.
pub(super) struct Choice {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) is_current: bool,
}

/// An entry of the navigation.
pub(super) struct Link {
    pub(super) url: &'static str,
    pub(super) label: &'static str,
    pub(super) icon: &'static str,
    pub(super) keys: &'static str,
    pub(super) is_current: bool,
}

/// The emulator's clock in the header.
pub(super) struct ClockShown {
    /// `2026-11-29 14:03:07`
    pub(super) date_time: String,
    pub(super) iso: String,
    pub(super) is_manual: bool,
    /// What the clock reaches next.
    pub(super) next: Option<Event>,
    /// What it reaches after that.
    pub(super) later: Vec<Event>,
}

/// What the clock reaches, in its menu.
pub(super) struct Event {
    pub(super) what: &'static str,
    /// The name of its order.
    pub(super) name: String,
    pub(super) at: String,
    /// The button's value that moves the clock there.
    pub(super) to: String,
    pub(super) url: String,
}

fn event(coming: &Coming, t: Texts) -> Event {
    let payment = |receipt_id: &str| format!("/payments/{}", segment(receipt_id));
    let (what, url) = match &coming.what {
        Upcoming::Expiry(receipt_id) => (t.next_expiry(), payment(receipt_id)),
        Upcoming::Reservation(key) => {
            (t.next_reservation(), key.as_deref().map_or_else(|| BILLING_KEYS.url.to_owned(), path))
        }
        Upcoming::AutoCancel(receipt_id) => (t.next_auto_cancel(), payment(receipt_id)),
        Upcoming::Webhook(number) => (t.next_webhook(), format!("/webhooks/{number}")),
    };
    let to = format!("{AT}{}", coming.at.0);
    Event { what, name: visible(&coming.name), at: date_time(coming.at), to, url }
}

impl Page {
    pub(super) fn new(shell: Shell<'_>) -> Self {
        let t = shell.texts;
        let links = |places: &[&Place]| {
            let link = |place: &&Place| Link {
                url: place.url,
                label: (place.label)(t),
                icon: place.icon,
                keys: place.keys,
                is_current: place.url == shell.place.url,
            };
            places.iter().map(link).collect()
        };
        let choice = |project: &Merchant| Choice {
            name: visible(&format!("{} · {}", project.owner.name, project.name)),
            is_current: project.id == shell.project.id,
            id: project.id.clone(),
        };
        let mut coming = shell.upcoming.iter().map(|coming| event(coming, t));
        Self {
            t,
            theme: shell.theme,
            title: (shell.place.label)(t).to_owned(),
            navigation: [links(DAILY), links(SETUP)],
            address: shell.address,
            notice: shell.notice.and_then(|name| notice(t, &name)),
            refused: shell.refused,
            projects: shell.projects.iter().map(choice).collect(),
            project: shell.project,
            clock: ClockShown {
                date_time: date_time(shell.now),
                iso: shell.now.iso(),
                is_manual: shell.clock.frozen.is_some(),
                next: coming.next(),
                later: coming.collect(),
            },
            url: shell.url,
            boot: shell.boot,
            nonce: shell.nonce,
            assets: &ASSETS,
        }
    }

    /// Returns whether the field with this id was refused.
    pub(super) fn is_wrong(&self, id: impl AsRef<str>) -> bool {
        self.refused.as_ref().is_some_and(|refused| refused.is_at(id.as_ref()))
    }

    /// The reason why the field with this id was refused.
    pub(super) fn why_wrong(&self, id: impl AsRef<str>) -> Option<&str> {
        self.refused.as_ref().filter(|refused| refused.is_at(id.as_ref())).map(|refused| refused.sentence.as_str())
    }

    /// The name of the current project, as the header shows it.
    pub(super) fn project_name(&self) -> &str {
        self.projects.iter().find(|project| project.is_current).map_or("", |project| &project.name)
    }
}
