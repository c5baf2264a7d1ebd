//! What the machine is, who else uses it, and who runs where.

use std::{fs, process::Command, thread, time::Instant};

/// A tick of `/proc`, seconds.
const TICK: f64 = 0.01;

/// The most memory that a process has held, bytes.
pub(crate) fn peak_memory(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? * 1024)
}

/// A reading of what the processors have done.
pub(crate) struct Busy {
    at: Instant,
    all: f64,
    server: f64,
}

impl Busy {
    pub(crate) fn now(server: u32) -> Option<Self> {
        let stat = fs::read_to_string("/proc/stat").ok()?;
        let fields: Vec<f64> = stat.lines().next()?.split_whitespace().skip(1).flat_map(str::parse).collect();
        // user, nice, system, irq, softirq and steal; without idle and waiting.
        let all: f64 = [0, 1, 2, 5, 6, 7].iter().filter_map(|at| fields.get(*at)).sum();
        Some(Self { at: Instant::now(), all: all * TICK, server: used_by(server)? })
    }

    /// How much of a core was used since by others than the server and this new process.
    pub(crate) fn others_until_now(&self, server: u32, process: u32) -> Option<f64> {
        let now = Self::now(server)?;
        let ours = now.server - self.server + used_by(process)?;
        Some((now.all - self.all - ours).max(0.0) / (now.at - self.at).as_secs_f64())
    }
}

fn used_by(process: u32) -> Option<f64> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name, in brackets, may hold spaces.
    let fields: Vec<&str> = stat.rsplit(')').next()?.split_whitespace().collect();
    Some((fields.get(11)?.parse::<f64>().ok()? + fields.get(12)?.parse::<f64>().ok()?) * TICK)
}

/// The server gets the first core, the clients the others. `None` where there is but one core.
pub(crate) fn pin_to_server() -> Option<()> {
    pin(0..1)
}

pub(crate) fn pin_to_clients() -> Option<()> {
    pin(1..cores())
}

fn pin(which: std::ops::Range<usize>) -> Option<()> {
    if cores() < 2 {
        return None;
    }
    #[cfg(target_os = "linux")]
    return {
        let mut set = rustix::thread::CpuSet::new();
        which.for_each(|core| set.set(core));
        rustix::thread::sched_setaffinity(None, &set).ok()
    };
    #[cfg(not(target_os = "linux"))]
    None
}

fn cores() -> usize {
    // Counted once: it heeds the pinning.
    static CORES: std::sync::OnceLock<usize> = std::sync::OnceLock::new();
    *CORES.get_or_init(|| thread::available_parallelism().map_or(1, Into::into))
}

/// The machine in one line, and the versions of what runs on it.
pub(crate) fn describe(languages: &[String]) -> Vec<(String, String)> {
    let processor = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model =
        processor.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or("a processor without a name");
    let model = model.trim_start_matches([' ', '\t', ':']);
    let mut rows = vec![
        ("machine".to_owned(), format!("{} cores of {model}", cores())),
        ("system".to_owned(), said_by("uname", &["-sr"])),
        ("Rust".to_owned(), said_by("rustc", &["--version"])),
    ];
    for language in languages {
        let (name, version) = match language.as_str() {
            "python" => ("Python", said_by("python3", &["--version"])),
            "node" => ("Node", said_by("node", &["--version"])),
            "kotlin" => ("JVM", said_by("java", &["--version"])),
            _ => continue,
        };
        rows.push((name.to_owned(), version));
    }
    rows
}

fn said_by(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output().map(|output| output.stdout).unwrap_or_default();
    String::from_utf8_lossy(&output).lines().next().unwrap_or("unknown").to_owned()
}
