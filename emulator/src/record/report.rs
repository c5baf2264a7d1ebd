//! The walk's output: recordings, one line for each step, and a verdict on each assumption.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;

use serde_json::{Value, json};

use super::Stop;
use super::api::{Answer, Api, Credential};
use super::assumptions::ASSUMPTIONS;
use super::sanitize::Sanitizer;

pub(super) struct Report<'a> {
    api: &'a Api,
    folder: &'a Path,
    out: &'a mut dyn Write,
    sanitizer: Sanitizer,
    steps: usize,
    /// Whether each assumption that was tried holds.
    verdicts: BTreeMap<&'static str, bool>,
}

/// A request of the walk.
pub(super) struct Step<'a> {
    /// The name of its recording.
    pub(super) name: &'a str,
    /// What it does, in a few words.
    pub(super) does: &'a str,
    /// The verb and the path's pattern, as the table of the core has them.
    pub(super) request: &'a str,
    /// The path as it is sent.
    pub(super) path: String,
    pub(super) body: Option<Value>,
    pub(super) credential: Credential<'a>,
}

impl<'a> Report<'a> {
    pub(super) fn new(api: &'a Api, folder: &'a Path, out: &'a mut dyn Write) -> Self {
        Self { api, folder, out, sanitizer: Sanitizer::new(), steps: 0, verdicts: BTreeMap::new() }
    }

    /// Sends a request, records its response and says what came.
    pub(super) fn step(&mut self, step: Step<'_>) -> Result<Answer, Stop> {
        self.steps += 1;
        let Step { name, does, request, path, body, credential } = step;
        write!(self.out, "{:>2}. {does}: ", self.steps)?;
        self.out.flush()?;
        let verb = request.split(' ').next().unwrap_or_default();
        let answer = self.api.send(verb, &path, body.as_ref(), credential)?;
        writeln!(self.out, "{}", answer.shown())?;
        let recording = json!({
            "about": format!("bootpay-emulator record: {does}"),
            "request": request,
            "status": answer.status,
            "body": self.sanitizer.sanitize(&answer.body),
        });
        let file = self.folder.join(format!("{:02}-{name}.json", self.steps));
        fs::write(file, serde_json::to_string_pretty(&recording)? + "\n")?;
        Ok(answer)
    }

    /// Notes if an assumption holds in this response.
    pub(super) fn judge(&mut self, name: &str, holds: bool, saw: &str) -> Result<(), Stop> {
        let known = ASSUMPTIONS.iter().find(|(known, _)| *known == name);
        let (name, statement) = known.ok_or_else(|| format!("no assumption is called {name}"))?;
        let verdict = if holds { "confirms" } else { "BREAKS" };
        writeln!(self.out, "    {verdict} {name}: {statement}")?;
        if !holds {
            writeln!(self.out, "    but Bootpay: {saw}")?;
        }
        let held = self.verdicts.entry(name).or_insert(true);
        *held &= holds;
        Ok(())
    }

    /// A remark between steps.
    pub(super) fn say(&mut self, text: &str) -> Result<(), Stop> {
        writeln!(self.out, "    {text}")?;
        Ok(())
    }

    /// What was confirmed, broken and not tried.
    pub(super) fn summary(&mut self) -> Result<(), Stop> {
        let names = |wanted: Option<bool>| {
            let such = ASSUMPTIONS.iter().filter(|(name, _)| self.verdicts.get(name).copied() == wanted);
            such.map(|(name, _)| *name).collect::<Vec<_>>()
        };
        for (title, names) in
            [("confirmed", names(Some(true))), ("BROKEN", names(Some(false))), ("not tried", names(None))]
        {
            writeln!(self.out, "{} {title}: {}", names.len(), names.join(", "))?;
        }
        Ok(())
    }
}
