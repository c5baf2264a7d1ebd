//! Builds and installs each language's contenders, tells how to start them, and how large they are.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{contenders::Contender, server::SYSTEMS_BUNDLE};

/// Where the folders of the benchmark are.
pub(crate) struct Places {
    /// The checkout.
    root: PathBuf,
    /// Programs of this profile, and what else is built for a run.
    built: PathBuf,
}

impl Places {
    pub(crate) fn find() -> Result<Self, String> {
        let program = std::env::current_exe().map_err(|error| error.to_string())?;
        let built = program.parent().map(Path::to_owned).ok_or("the program has no folder")?;
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_owned).ok_or("no checkout")?;
        Ok(Self { root, built })
    }

    pub(crate) fn server(&self) -> PathBuf {
        self.built.join("bench-server")
    }

    pub(crate) fn built(&self) -> &Path {
        &self.built
    }

    fn benches(&self, file: &str) -> PathBuf {
        self.root.join("benches").join(file)
    }

    /// Builds what a language needs; `Err` says what went wrong.
    pub(crate) fn prepare(&self, language: &str) -> Result<(), String> {
        let mut make = Command::new("make");
        make.args(["--silent", "--directory"]).arg(self.benches("")).arg(format!("prepare-{language}"));
        let output = make.output().map_err(|error| error.to_string())?;
        if output.status.success() { Ok(()) } else { Err(last_line(&String::from_utf8_lossy(&output.stderr))) }
    }

    /// The command that starts a contender, its arguments apart; over TLS with the authorities to trust.
    pub(crate) fn command(&self, language: &str, name: &str, bundle: Option<&PathBuf>) -> Result<Command, String> {
        let mut command;
        match language {
            "rust" => {
                let program = if name == "empty" { "contender-empty".to_owned() } else { format!("contender-{name}") };
                return Ok(Command::new(self.built.join(program)));
            }
            "python" => {
                command = Command::new(self.benches("python/.venv/bin/python"));
                command.arg(self.benches("python/contender.py"));
            }
            "node" => {
                command = Command::new("node");
                command.arg(self.benches("node/contender.mjs"));
            }
            "kotlin" => {
                let classes = self.benches("kotlin/target");
                let jars = fs::read_to_string(classes.join("classpath")).map_err(|error| error.to_string())?;
                command = Command::new("java");
                command
                    .arg(format!("-Djna.library.path={}", self.built.join("lib").display()))
                    .args(["-Xshare:auto", "-cp"])
                    .arg(format!("{}:{}", classes.join("classes").display(), jars.trim()))
                    .arg("ContenderKt");
            }
            "swift" => command = self.swift(bundle)?,
            _ => return Err(format!("{language} is no language of the benchmark")),
        }
        command.arg(name);
        Ok(command)
    }

    /// Through the chroot's own loader where Swift lives in one: entering it would count as the program's.
    fn swift(&self, bundle: Option<&PathBuf>) -> Result<Command, String> {
        let toolchain = Command::new(self.root.join("bindings/swift/toolchain")).output();
        let place = String::from_utf8_lossy(&toolchain.map_err(|error| error.to_string())?.stdout).trim().to_owned();
        let program = self.benches("swift/contender/.build/release/contender").into_os_string();
        let words = if place == "path" {
            vec![program]
        } else {
            let system = format!("{place}/usr/lib/{}-linux-gnu", std::env::consts::ARCH);
            let loader = fs::read_dir(&system)
                .map_err(|error| error.to_string())?
                .flatten()
                .find(|entry| entry.file_name().to_string_lossy().starts_with("ld-linux"))
                .ok_or("the chroot with Swift has no loader")?;
            let libraries = format!("{system}:{place}/usr/libexec/swift/lib/swift/linux");
            vec![loader.path().into(), "--library-path".into(), libraries.into(), program]
        };
        let Some(bundle) = bundle.filter(|_| cfg!(target_os = "linux")) else {
            let mut command = Command::new(&words[0]);
            command.args(&words[1..]);
            return Ok(command);
        };
        // URLSession on Linux trusts this file and no other: in a mount namespace of its own it is another.
        let mut command = Command::new("unshare");
        if !rustix::process::geteuid().is_root() {
            command.args(["--user", "--map-root-user"]);
        }
        let script = format!("mount --bind \"$0\" {SYSTEMS_BUNDLE} && exec \"$@\"");
        command.args(["--mount", "--propagation", "private", "sh", "-c", &script]).arg(bundle).args(words);
        Ok(command)
    }

    /// Bytes on disk of each contender with all that it needs, as far as that can be told.
    pub(crate) fn sizes(&self, language: &str) -> BTreeMap<String, u64> {
        let size = |path: PathBuf| fs::metadata(path).map(|data| data.len()).ok();
        let contenders = Contender::of(language);
        match language {
            "rust" => contenders
                .filter_map(|one| Some((one.key(), size(self.built.join(format!("contender-{}", one.name)))?)))
                .collect(),
            "python" => {
                let mut command = Command::new(self.benches("python/.venv/bin/python"));
                command.arg(self.benches("python/sizes.py"));
                listed(command, language)
            }
            "node" => {
                let mut command = Command::new("node");
                command.arg(self.benches("node/sizes.mjs"));
                listed(command, language)
            }
            "kotlin" => self.jars(contenders).unwrap_or_default(),
            "swift" => size(self.built.join("lib/libbootpay_bindings.so"))
                .map(|size| ("swift/bootpay-core".to_owned(), size))
                .into_iter()
                .collect(),
            _ => BTreeMap::new(),
        }
    }

    /// What Maven's tree says that each needs.
    fn jars(&self, contenders: impl Iterator<Item = &'static Contender>) -> Option<BTreeMap<String, u64>> {
        let target = self.benches("kotlin/target");
        let jars = fs::read_to_string(target.join("classpath")).ok()?;
        let tree = fs::read_to_string(target.join("tree")).ok()?;
        let size = |id: &str| {
            let mut parts = id.split(':').skip(1);
            let (artifact, version) = (parts.next()?, parts.nth(1)?);
            let file = jars.trim().split(':').find(|jar| jar.ends_with(&format!("/{artifact}-{version}.jar")))?;
            fs::metadata(file).map(|data| data.len()).ok()
        };
        // "+- group:artifact:jar:version:scope" at the depth of its indentation.
        let lines = tree.lines().skip(1).filter_map(|line| {
            let start = line.find(|letter: char| letter.is_ascii_alphanumeric())?;
            Some((start, &line[start..]))
        });
        let lines: Vec<_> = lines.collect();
        let needed_by = |package: &str| -> u64 {
            let Some(at) = lines.iter().position(|(_, id)| id.starts_with(&format!("{package}:"))) else { return 0 };
            let below = lines[at + 1..].iter().take_while(|(depth, _)| *depth > lines[at].0);
            lines[at..=at].iter().chain(below).filter_map(|(_, id)| size(id)).sum()
        };
        let library = fs::metadata(self.built.join("lib/libbootpay_bindings.so")).map_or(0, |data| data.len());
        let ours = [
            "io.github.bootpay-core:bootpay-core",
            "org.jetbrains.kotlinx:kotlinx-coroutines-core-jvm",
            "net.java.dev.jna:jna",
        ];
        let kotlin = needed_by("org.jetbrains.kotlin:kotlin-stdlib");
        let sizes = contenders.filter_map(|one| match one.package {
            "" => None,
            "bootpay-core" => Some((one.key(), ours.map(needed_by).iter().sum::<u64>() + kotlin + library)),
            // Kotlin's library is listed once, above them.
            package if package.contains("okhttp") => Some((one.key(), needed_by(package) + kotlin)),
            package => Some((one.key(), needed_by(package))),
        });
        Some(sizes.collect())
    }
}

/// What a script says about `NAME=PACKAGE …`.
fn listed(mut command: Command, language: &str) -> BTreeMap<String, u64> {
    for one in Contender::of(language) {
        command.arg(format!("{}={}", one.name, one.package));
    }
    let output = command.output().map(|output| output.stdout).unwrap_or_default();
    let sizes: BTreeMap<String, Option<u64>> = serde_json::from_slice(&output).unwrap_or_default();
    sizes.into_iter().filter_map(|(name, size)| Some((format!("{language}/{name}"), size?))).collect()
}

/// The last line that says something.
pub(crate) fn last_line(text: &str) -> String {
    let line = text.lines().map(str::trim).rfind(|line| !line.is_empty() && !line.starts_with("make"));
    line.unwrap_or("it said nothing").chars().take(200).collect()
}
