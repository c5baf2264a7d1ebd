//! A program that answers JSON lines: each request has an `id`, and so has its answer, so that many
//! can be under way at a time. Its first line, before any request, says that it is ready.

use std::{
    collections::HashMap,
    fmt, io,
    io::{BufRead, BufReader, Write},
    process::{self, ChildStdin, ChildStdout, Command, Stdio},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
        mpsc::{self, Receiver, RecvTimeoutError, Sender},
    },
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;

/// How long a program may take to be ready, and to end once it is told nothing more.
const START: Duration = Duration::from_secs(120);
const END: Duration = Duration::from_secs(5);

/// A running program. It ends with this value at the latest.
pub struct Child {
    process: Mutex<process::Child>,
    input: Mutex<Option<ChildStdin>>,
    waiting: Arc<Waiting>,
    next: AtomicU64,
    hello: Value,
}

/// Who waits for which answer.
type Waiting = Mutex<Option<HashMap<u64, Sender<Value>>>>;

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoAnswer {
    /// The program has ended, or was killed.
    Died,
    /// None came in time.
    Late,
}

/// An answer that is to come.
#[must_use]
pub struct Asked(Receiver<Value>);

impl Child {
    /// Starts a program with its arguments, and waits until it is ready.
    ///
    /// # Errors
    ///
    /// Fails where it cannot be started, or ends or says nothing before it is ready.
    pub fn start(command: &[String]) -> io::Result<Self> {
        let (program, arguments) = command.split_first().ok_or_else(|| io::Error::other("no program is named"))?;
        let mut process = Command::new(program).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let (input, output) = (process.stdin.take(), process.stdout.take());
        let waiting = Arc::new(Mutex::new(Some(HashMap::new())));
        let (ready, first) = mpsc::channel();
        let output = output.ok_or_else(|| io::Error::other("it has no output"))?;
        thread::spawn({
            let waiting = Arc::clone(&waiting);
            move || hand_out(output, &ready, &waiting)
        });
        let mut child =
            Self { process: process.into(), input: input.into(), waiting, next: 1.into(), hello: Value::Null };
        let Ok(hello) = first.recv_timeout(START) else {
            child.kill();
            return Err(io::Error::other(format!("it is not ready: {command:?}")));
        };
        child.hello = hello;
        Ok(child)
    }

    /// What it said first.
    pub fn hello(&self) -> &Value {
        &self.hello
    }

    /// Sends a request, an object, with an `id` that is added to it.
    ///
    /// # Errors
    ///
    /// `Died` where nobody hears it any more.
    pub fn begin(&self, mut request: Value) -> Result<Asked, NoAnswer> {
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        request["id"] = id.into();
        let (sender, answer) = mpsc::channel();
        lock(&self.waiting).as_mut().ok_or(NoAnswer::Died)?.insert(id, sender);
        let mut input = lock(&self.input);
        let written = input.as_mut().is_some_and(|input| writeln!(input, "{request}").is_ok());
        if written { Ok(Asked(answer)) } else { Err(NoAnswer::Died) }
    }

    /// Sends a request and waits for its answer.
    ///
    /// # Errors
    ///
    /// `Died` where the program ended before, `Late` where it did not answer in time.
    pub fn ask(&self, request: Value, patience: Duration) -> Result<Value, NoAnswer> {
        self.begin(request)?.wait(patience)
    }

    /// Ends it at once (`SIGKILL`), whatever it does. Whoever waits for an answer gets `Died`.
    pub fn kill(&self) {
        let mut process = lock(&self.process);
        let _ = process.kill();
        let _ = process.wait();
        drop(process);
        lock(&self.waiting).take();
    }

    /// Whether it has not ended.
    pub fn is_running(&self) -> bool {
        matches!(lock(&self.process).try_wait(), Ok(None))
    }
}

impl Asked {
    /// Waits for the answer.
    ///
    /// # Errors
    ///
    /// `Died` where the program ended before, `Late` where it did not answer in time.
    pub fn wait(&self, patience: Duration) -> Result<Value, NoAnswer> {
        self.0.recv_timeout(patience).map_err(|error| match error {
            RecvTimeoutError::Timeout => NoAnswer::Late,
            RecvTimeoutError::Disconnected => NoAnswer::Died,
        })
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        lock(&self.input).take();
        let deadline = Instant::now() + END;
        while self.is_running() && Instant::now() < deadline {
            thread::sleep(Duration::from_millis(5));
        }
        self.kill();
    }
}

impl fmt::Debug for Child {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Child").field("hello", &self.hello).finish_non_exhaustive()
    }
}

/// Gives each line to whom it is for, until there are no more.
fn hand_out(output: ChildStdout, ready: &Sender<Value>, waiting: &Waiting) {
    let mut first = true;
    for line in BufReader::new(output).lines().map_while(Result::ok) {
        let Ok(answer) = serde_json::from_str::<Value>(&line) else {
            eprintln!("not an answer: {line}");
            continue;
        };
        if first {
            first = false;
            let _ = ready.send(answer);
        } else if let Some(asked) =
            answer["id"].as_u64().and_then(|id| lock(waiting).as_mut().and_then(|waiting| waiting.remove(&id)))
        {
            let _ = asked.send(answer);
        } else {
            eprintln!("an answer that nobody waits for: {line}");
        }
    }
    lock(waiting).take();
}

fn lock<T>(value: &Mutex<T>) -> MutexGuard<'_, T> {
    value.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// Answers every request with itself, but not those that say `silent`.
    fn echo() -> Child {
        let script =
            r#"echo '{"ready": true}'; while read -r line; do case $line in *silent*) ;; *) echo "$line";; esac; done"#;
        Child::start(&["sh", "-c", script].map(str::to_owned)).expect("a shell")
    }

    #[test]
    fn answers_find_who_asked() {
        let child = echo();
        assert_eq!(child.hello()["ready"], true);
        let (first, second) = (child.begin(json!({ "say": 1 })), child.begin(json!({ "say": 2 })));
        let patience = Duration::from_secs(20);
        assert_eq!(second.and_then(|asked| asked.wait(patience)).map(|answer| answer["say"].clone()), Ok(json!(2)));
        assert_eq!(first.and_then(|asked| asked.wait(patience)).map(|answer| answer["say"].clone()), Ok(json!(1)));
    }

    #[test]
    fn who_waits_hears_of_its_death() {
        let child = echo();
        let asked = child.begin(json!({ "say": "silent" })).expect("it runs");
        assert_eq!(asked.wait(Duration::from_millis(20)), Err(NoAnswer::Late));
        assert!(child.is_running());
        child.kill();
        assert_eq!(asked.wait(Duration::from_secs(20)), Err(NoAnswer::Died));
        assert_eq!(child.ask(json!({}), Duration::from_secs(20)), Err(NoAnswer::Died));
        assert!(!child.is_running());
    }

    #[test]
    fn what_is_not_ready_is_no_child() {
        assert!(Child::start(&["true".to_owned()]).is_err());
        assert!(Child::start(&["no-such-program".to_owned()]).is_err());
    }
}
