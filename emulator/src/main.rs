//! `bootpay-emulator`: starts a local Bootpay and prints its URL and keys, as JSON on the first line.

mod record;

use std::error::Error;
use std::io::{IsTerminal as _, Read as _, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use bootpay_emulator::{Certificate, Emulator, Merchant, Options, StartError};
use clap::{Parser, Subcommand, ValueEnum};
use serde_json::{Value, json};

/// A local Bootpay, on loopback only.
#[derive(Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// Port on 127.0.0.1; 0 takes a free one
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// Port of the console on 127.0.0.1, for browsers; 0 takes a free one
    #[arg(long, default_value_t = 0)]
    console_port: u16,
    /// Serve no console
    #[arg(long, conflicts_with = "console_port")]
    no_console: bool,
    /// Serve HTTPS; the first line of output has the authority to trust
    #[arg(long)]
    tls: bool,
    /// Certificate to present
    #[arg(long, value_enum, default_value_t = Shown::Valid, requires = "tls")]
    certificate: Shown,
    /// Store everything in this file instead of in memory
    #[arg(long, value_name = "FILE")]
    data: Option<PathBuf>,
    /// Seed of ids and keys
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Start with the merchants and projects of this TOML file
    #[arg(long, value_name = "FILE")]
    setup: Option<PathBuf>,
    /// Exit at the end of standard input, and so with the parent process
    #[arg(long)]
    stop_with_stdin: bool,
    /// Refuse requests with findings: accepted by Bootpay, but not well-formed
    #[arg(long)]
    strict: bool,
    /// Serve this file of the official browser SDK (dist/index.umd.js of @bootpay/client-js) to pages and web views
    #[arg(long, value_name = "FILE")]
    client_js: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Command {
    Record(record::Arguments),
}

#[derive(Clone, Copy, ValueEnum)]
enum Shown {
    Valid,
    Expired,
    WrongHost,
}

fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bootpay-emulator: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Arguments) -> Result<(), Box<dyn Error + Send + Sync>> {
    if let Some(Command::Record(arguments)) = &arguments.command {
        return record::run(arguments, &mut std::io::stdin().lock(), &mut std::io::stdout());
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    runtime.block_on(serve(arguments))
}

/// The keys of a project: they open nothing, so the emulator shows them again and again.
fn keys_of(project: &Merchant) -> Value {
    let ids = &project.application_ids;
    json!({
        "id": project.id,
        "name": project.name,
        "merchant": project.owner,
        "client_key": project.client_key,
        "secret_key": project.secret_key,
        "private_key": project.private_key,
        "application_ids":
            { "web": ids.web, "android": ids.android, "ios": ids.ios, "rest": project.application_id },
        "keys": project.keys,
    })
}

async fn serve(arguments: Arguments) -> Result<(), StartError> {
    let mut options = Options::default();
    options.port = arguments.port;
    options.console = (!arguments.no_console).then_some(arguments.console_port);
    options.tls = arguments.tls.then_some(match arguments.certificate {
        Shown::Valid => Certificate::Valid,
        Shown::Expired => Certificate::Expired,
        Shown::WrongHost => Certificate::WrongHost,
    });
    options.data = arguments.data;
    options.seed = arguments.seed;
    options.setup = arguments.setup;
    options.strict = arguments.strict;
    options.client_js = arguments.client_js;
    let emulator = Emulator::start(options).await?;
    let merchant = emulator.merchant();
    let first_line = json!({
        "url": emulator.url(),
        "console": emulator.console(),
        "ca": emulator.ca_pem(),
        "spki": emulator.spki(),
        "merchant": {
            "id": merchant.id,
            "client_key": merchant.client_key,
            "secret_key": merchant.secret_key,
            "application_id": merchant.application_id,
            "private_key": merchant.private_key,
        },
        "projects": emulator.projects()?.iter().map(keys_of).collect::<Vec<_>>(),
    });
    let mut out = std::io::stdout();
    writeln!(out, "{first_line}")?;
    out.flush()?;
    if let Some(console) = emulator.console().filter(|_| std::io::stderr().is_terminal()) {
        // For a person; programs read the line above.
        eprintln!("\nBootpay emulator: open {console} in a browser");
    }
    if arguments.stop_with_stdin {
        // A thread of its own: reading standard input cannot be cancelled.
        std::thread::spawn(|| {
            let _ = std::io::stdin().lock().read_to_end(&mut Vec::new());
            std::process::exit(0);
        });
    }
    std::future::pending().await
}
