//! The check before going live: what a set-up lacks.
//!
//! The rules follow from Bootpay's manual, its help and PGs' manuals; each part of the set-up is judged only where
//! it is given, since a part that is left out may be in order.

mod access;
mod input;
mod keys;
mod methods;
mod pgs;
mod text;
mod webhooks;

use serde_json::Value;

use crate::{
    check::Violation,
    model::{Capability, Method, Pg, Platform, ReadinessActor, ReadinessCode, ReadinessItem, ReadinessSeverity},
};
use input::Part;
use methods::Active;

/// Returns everything that a set-up lacks, in the order of the set-up's parts.
///
/// Fails if the set-up is no object, or a known part of it has another type.
pub fn readiness(setup: &Value) -> Result<Vec<ReadinessItem>, Violation> {
    let setup = Part::whole(setup)?;
    let mut found = Found(Vec::new());
    let active = methods::active(&setup)?;
    keys::judge(&setup, &mut found)?;
    methods::judge(active.as_deref(), &mut found);
    pgs::judge(&setup, active.as_deref().unwrap_or_default(), &mut found)?;
    webhooks::judge(&setup, &mut found)?;
    access::judge(&setup, active.as_deref().unwrap_or_default(), &mut found)?;
    Ok(found.0)
}

/// The severity and the actor of an item, for the documentation.
pub fn readiness_rule(code: &ReadinessCode) -> (ReadinessSeverity, ReadinessActor) {
    let rule = text::rule(code);
    (rule.severity, rule.actor)
}

/// The subject of an item.
#[derive(Clone, Default)]
struct About {
    pg: Option<Pg>,
    method: Option<Method>,
    platform: Option<Platform>,
    capability: Option<Capability>,
    receipt_id: Option<String>,
    /// What the text names besides: keys, addresses, an amount.
    detail: String,
}

impl About {
    fn nothing() -> Self {
        Self::default()
    }

    fn pg(pg: &Pg) -> Self {
        Self { pg: Some(pg.clone()), ..Self::default() }
    }

    fn method(active: &Active) -> Self {
        Self { pg: active.pg.clone(), method: Some(active.method.clone()), ..Self::default() }
    }

    fn platform(platform: Platform) -> Self {
        Self { platform: Some(platform), ..Self::default() }
    }

    fn capability(self, capability: Capability) -> Self {
        Self { capability: Some(capability), ..self }
    }

    fn detail(self, detail: impl Into<String>) -> Self {
        Self { detail: detail.into(), ..self }
    }
}

/// The items found so far.
struct Found(Vec<ReadinessItem>);

impl Found {
    fn add(&mut self, code: ReadinessCode, about: About) {
        let rule = text::rule(&code);
        let (korean, english) = text::texts(&code, &about);
        let About { pg, method, platform, capability, receipt_id, detail: _ } = about;
        self.0.push(ReadinessItem {
            severity: rule.severity,
            actor: rule.actor,
            link: rule.link.map(str::to_owned),
            code,
            pg,
            method,
            platform,
            capability,
            receipt_id,
            korean,
            english,
        });
    }
}
