//! Application ids and keys.

use super::{About, Found, input::Part};
use crate::{
    check::{Violation, is_application_id},
    model::{Platform, ReadinessCode as Code},
    setup::samples::is_sample,
};

/// Fields that are secrets wherever they are.
const SECRETS: [&str; 2] = ["secret_key", "private_key"];

pub(super) fn judge(setup: &Part<'_>, found: &mut Found) -> Result<(), Violation> {
    let ids = ids(setup, found)?;
    let private_key = setup.text("private_key")?;
    let is_id = |key: &str| is_application_id(key) || ids.iter().any(|(_, id)| *id == key);
    if private_key.is_some_and(is_id) {
        found.add(Code::PrivateKeyMisplaced, About::nothing());
    }
    for name in ["client_key", "secret_key", "private_key"] {
        if setup.text(name)?.is_some_and(is_sample) {
            found.add(Code::SampleId, About::nothing().detail(name));
        }
    }
    let rest = ids.iter().any(|(platform, _)| *platform == Platform::Rest);
    let complete =
        (setup.text("client_key")?.is_some() && setup.text("secret_key")?.is_some()) || (rest && private_key.is_some());
    let mut left_empty = false;
    for name in ["client_key", "secret_key", "private_key"] {
        left_empty |= setup.is_left_empty(name)?;
    }
    if left_empty && !complete {
        found.add(Code::CredentialsMissing, About::nothing());
    }
    client(setup, found)
}

/// The application ids that are there, each judged.
fn ids<'a>(setup: &Part<'a>, found: &mut Found) -> Result<Vec<(Platform, &'a str)>, Violation> {
    let mut ids: Vec<(Platform, &str)> = Vec::new();
    let platforms = platforms(setup)?;
    let given = setup.object("application_ids")?;
    let private_key = setup.text("private_key")?;
    for platform in Platform::KNOWN.iter().copied() {
        let name = platform.symbol();
        let (id, left_empty) = match &given {
            Some(given) => (given.text(name)?, given.is_left_empty(name)?),
            None => (None, false),
        };
        let Some(id) = id else {
            let used = platforms.as_ref().is_some_and(|used| used.contains(&platform));
            if used || left_empty && platforms.is_none() {
                found.add(Code::ApplicationIdMissing, About::platform(platform));
            }
            continue;
        };
        if is_sample(id) {
            found.add(Code::SampleId, About::platform(platform).detail(format!("application_ids.{name}")));
        } else if private_key == Some(id) {
            // Told once, of the key.
        } else if !is_application_id(id) {
            found.add(Code::ApplicationIdMalformed, About::platform(platform));
        } else if let Some((other, _)) = ids.iter().find(|(_, other)| other.eq_ignore_ascii_case(id)) {
            found.add(Code::ApplicationIdsEqual, About::platform(platform).detail(other.symbol()));
        }
        ids.push((platform, id));
    }
    Ok(ids)
}

/// The platforms on which the merchant takes payments; nothing where the set-up does not say.
pub(super) fn platforms(setup: &Part<'_>) -> Result<Option<Vec<Platform>>, Violation> {
    let platforms = setup.list("platforms")?;
    platforms.map(|platforms| platforms.iter().map(Part::known).collect()).transpose()
}

/// Finds keys in what a page or an app gets.
fn client(setup: &Part<'_>, found: &mut Found) -> Result<(), Violation> {
    let Some(client) = setup.given("client") else { return Ok(()) };
    let mut secrets = Vec::new();
    for name in SECRETS {
        secrets.extend(setup.text(name)?);
    }
    search(&client, &secrets, found);
    Ok(())
}

/// In any spelling: `secretKey` too.
fn is_secret_name(name: &str) -> bool {
    let plain = name.replace(['_', '-'], "");
    SECRETS.iter().any(|secret| secret.replace('_', "").eq_ignore_ascii_case(&plain))
}

fn search(part: &Part<'_>, secrets: &[&str], found: &mut Found) {
    let named = part
        .entries()
        .find(|(name, value)| is_secret_name(name) && value.text_or_none().is_some_and(|text| !text.trim().is_empty()));
    let is_secret = part.text_or_none().is_some_and(|text| secrets.iter().any(|secret| text.contains(secret)));
    if is_secret || named.is_some() {
        let at = named.map_or_else(|| part.path().to_owned(), |(_, value)| value.path().to_owned());
        return found.add(Code::SecretInClient, About::nothing().detail(at));
    }
    part.entries().map(|(_, value)| value).chain(part.items()).for_each(|inner| search(&inner, secrets, found));
}
