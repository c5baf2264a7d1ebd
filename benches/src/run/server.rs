//! The server, as a process of its own.

use std::{
    fs,
    io::{BufRead as _, BufReader, Write as _},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

use serde::Deserialize;

/// Where Debian keeps whom it trusts.
pub(crate) const SYSTEMS_BUNDLE: &str = "/etc/ssl/certs/ca-certificates.crt";

/// What the server has counted.
#[derive(Clone, Copy, Deserialize)]
pub(crate) struct Counts {
    pub(crate) handshakes: u64,
    pub(crate) requests: u64,
}

pub(crate) struct Server {
    process: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    pub(crate) http: String,
    pub(crate) https: String,
    /// The file of the authority to trust.
    pub(crate) ca: PathBuf,
    /// The same with the authorities of the system.
    pub(crate) bundle: PathBuf,
}

#[derive(Deserialize)]
struct FirstLine {
    http: String,
    https: String,
    ca: String,
}

impl Server {
    /// Starts it on the processor that this process may use now.
    pub(crate) fn start(program: &Path, folder: &Path) -> Result<Self, String> {
        let text = |error: std::io::Error| format!("{}: {error}", program.display());
        let mut process = Command::new(program).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map_err(text)?;
        let (Some(input), Some(output)) = (process.stdin.take(), process.stdout.take()) else {
            return Err("the server has no pipes".into());
        };
        let mut output = BufReader::new(output);
        let mut line = String::new();
        output.read_line(&mut line).map_err(text)?;
        let FirstLine { http, https, ca: pem } = serde_json::from_str(&line).map_err(|error| error.to_string())?;
        let ca = folder.join("authority.pem");
        fs::write(&ca, &pem).map_err(text)?;
        let bundle = folder.join("authorities.pem");
        fs::write(&bundle, fs::read_to_string(SYSTEMS_BUNDLE).unwrap_or_default() + &pem).map_err(text)?;
        Ok(Self { process, input, output, http, https, ca, bundle })
    }

    pub(crate) fn id(&self) -> u32 {
        self.process.id()
    }

    pub(crate) fn counts(&mut self) -> Result<Counts, String> {
        let text = |error: std::io::Error| format!("the server: {error}");
        self.input.write_all(b"\n").map_err(text)?;
        let mut line = String::new();
        self.output.read_line(&mut line).map_err(text)?;
        serde_json::from_str(&line).map_err(|error| error.to_string())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
