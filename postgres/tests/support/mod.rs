//! A PostgreSQL server for a test: started from the machine's programs, stopped with it.

use std::{
    env, fs,
    os::unix::{fs::chown, process::CommandExt},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use bootpay_postgres::{
    PostgresAttempts,
    postgres::{Client, Error, NoTls},
};

pub(crate) struct Server {
    programs: PathBuf,
    folder: tempfile::TempDir,
    running: Option<Child>,
}

impl Server {
    pub(crate) fn start() -> Self {
        let folder = tempfile::Builder::new().prefix("bootpay-pg-").tempdir().unwrap();
        let mut server = Self { programs: programs(), folder, running: None };
        if let Some((user, group)) = somebody() {
            chown(server.folder.path(), Some(user), Some(group)).unwrap();
        }
        let made = server
            .program("initdb")
            .args(["--username", "shop", "--auth", "trust", "--no-sync", "--pgdata"])
            .arg(server.data())
            .output()
            .unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        server.run();
        server
    }

    /// Runs it, at a socket in its folder and at no port.
    pub(crate) fn run(&mut self) {
        let mut program = self.program("postgres");
        program.arg("-D").arg(self.data()).arg("-k").arg(self.folder.path());
        program.args(["-c", "listen_addresses="]).stdout(Stdio::null()).stderr(Stdio::null());
        // It goes with the test's thread, also when that is killed.
        // SAFETY: one system call, which touches no memory.
        unsafe {
            program.pre_exec(|| {
                libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGQUIT);
                Ok(())
            });
        }
        self.running = Some(program.spawn().unwrap());
        let begun = Instant::now();
        while let Err(error) = self.connect() {
            assert!(begun.elapsed() < Duration::from_secs(30), "{error}");
            thread::sleep(Duration::from_millis(50));
        }
    }

    /// Stops it at once, as a power cut would.
    pub(crate) fn stop(&mut self) {
        if let Some(mut running) = self.running.take() {
            let id = i32::try_from(running.id()).unwrap();
            // SAFETY: the process is ours, and not waited for yet.
            unsafe { libc::kill(id, libc::SIGQUIT) };
            running.wait().unwrap();
        }
    }

    pub(crate) fn connect(&self) -> Result<Client, Error> {
        connect(self.folder.path())
    }

    pub(crate) fn attempts(&self) -> PostgresAttempts {
        let folder = self.folder.path().to_owned();
        PostgresAttempts::new(move || connect(&folder))
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn program(&self, name: &str) -> Command {
        let mut program = Command::new(self.programs.join(name));
        program.current_dir(self.folder.path()).env("LC_ALL", "C");
        if let Some((user, group)) = somebody() {
            program.uid(user).gid(group);
        }
        program
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

fn connect(folder: &Path) -> Result<Client, Error> {
    Client::connect(&format!("host={} user=shop dbname=postgres", folder.display()), NoTls)
}

/// PostgreSQL does not run as root: then as nobody.
fn somebody() -> Option<(u32, u32)> {
    // SAFETY: it only tells.
    (unsafe { libc::geteuid() } == 0).then_some((65534, 65534))
}

/// Where PostgreSQL's programs are: in the path, or where Debian has them.
fn programs() -> PathBuf {
    let path = env::var_os("PATH").unwrap_or_default();
    let debian = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut debian: Vec<PathBuf> = debian.map(|version| version.path().join("bin")).collect();
    debian.sort();
    let found = env::split_paths(&path).chain(debian.into_iter().rev()).find(|folder| folder.join("initdb").is_file());
    found.expect("PostgreSQL's server is missing: install Debian's postgresql, or put initdb on the PATH")
}
