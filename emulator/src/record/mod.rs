//! `bootpay-emulator record`: asks the real Bootpay what this project assumes of it, with test keys.

mod api;
mod assumptions;
mod given;
mod report;
mod sanitize;
mod steps;

use std::io::{BufRead, Write};
use std::path::PathBuf;

use api::Api;
use clap::Args;
use report::Report;

/// Walks a fixed list of reads and small test payments, writes sanitised recordings, and prints which
/// assumptions each confirms or breaks.
///
/// Keys come from the environment: `BOOTPAY_CLIENT_KEY` and `BOOTPAY_SECRET_KEY`, and for some steps
/// `BOOTPAY_APPLICATION_ID` and `BOOTPAY_PRIVATE_KEY`. `BOOTPAY_RECEIPT_ID` names a paid test payment by card of at
/// least 1,000 won, which is refunded; `BOOTPAY_BILLING_KEY` a test billing key, which is charged 1,000 won.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Folder for the recordings
    #[arg(long, value_name = "FOLDER", default_value = "recordings")]
    out: PathBuf,
    /// Address to ask instead of Bootpay's, such as an emulator's
    #[arg(long, value_name = "URL", default_value = "https://api.bootpay.co.kr")]
    url: String,
}

/// What keeps the walk from its end.
pub(crate) type Stop = Box<dyn std::error::Error + Send + Sync>;

/// Asks, walks, and prints a summary.
pub(crate) fn run(arguments: &Arguments, input: &mut impl BufRead, out: &mut impl Write) -> Result<(), Stop> {
    let given = given::Given::from_environment()?;
    writeln!(out, "This makes {} with the keys in the environment, at {}:\n", given.kinds(), arguments.url)?;
    for line in steps::plan(&given) {
        writeln!(out, "  {line}")?;
    }
    writeln!(out, "\nIt stops if the keys turn out to be of live mode. Recordings go to {}.", arguments.out.display())?;
    write!(out, "Type yes to begin: ")?;
    out.flush()?;
    let mut answer = String::new();
    input.read_line(&mut answer)?;
    if answer.trim() != "yes" {
        writeln!(out, "Nothing was sent.")?;
        return Ok(());
    }
    std::fs::create_dir_all(&arguments.out)?;
    let api = Api::new(&arguments.url, &given);
    let mut report = Report::new(&api, &arguments.out, out);
    let walked = steps::walk(&mut report, &given);
    report.summary()?;
    walked
}
