//! This program as one that answers JSON lines: clients in Rust that can be killed.

use std::{
    io::{BufRead, Write, stdin, stdout},
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
    thread,
};

use serde_json::{Value, json};
use tokio::runtime::Builder;

use crate::inside::Inside;

/// Answers until the input ends.
///
/// # Panics
///
/// Panics where no thread can be started.
pub fn serve() {
    let runtime = Builder::new_multi_thread().worker_threads(1).enable_time().build().expect("threads");
    let inside = Arc::new(Inside::new(runtime.handle()));
    say(&json!({ "language": "Rust", "cancels": true }));
    for line in stdin().lock().lines().map_while(Result::ok) {
        let inside = Arc::clone(&inside);
        thread::spawn(move || {
            let request: Value = serde_json::from_str(&line).expect("JSON");
            let answer = catch_unwind(AssertUnwindSafe(|| inside.answer(&request)));
            let mut answer = answer.unwrap_or_else(|_| json!({ "broken": "it panicked" }));
            answer["id"] = request["id"].clone();
            say(&answer);
        });
    }
}

fn say(answer: &Value) {
    let mut output = stdout().lock();
    let _ = writeln!(output, "{answer}");
    let _ = output.flush();
}
