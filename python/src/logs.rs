//! One record of the logger `bootpay_core` for each call, if anybody listens to it.

use std::{fmt::Write as _, sync::Arc};

use bootpay_core::{
    CallListener,
    model::{CallEvent, CallOutcome},
};
use pyo3::{IntoPyObjectExt, prelude::*, sync::PyOnceLock, types::PyDict};

/// `logging.INFO`: what most programs do not listen to.
const INFO: u8 = 20;

/// The listener of a call that starts now; nothing where nobody listens.
///
/// A program that never imports `logging` has no listener.
pub(crate) fn listener(py: Python<'_>) -> PyResult<Option<Arc<dyn CallListener>>> {
    static LOGGER: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let logger = if let Some(logger) = LOGGER.get(py) {
        logger
    } else {
        let modules = py.import("sys")?.getattr("modules")?;
        let Ok(logging) = modules.get_item("logging") else { return Ok(None) };
        let logger = logging.call_method1("getLogger", ("bootpay_core",))?.unbind();
        LOGGER.get_or_init(py, || logger)
    };
    let logger = logger.bind(py);
    let listens = logger.call_method1("isEnabledFor", (INFO,))?.is_truthy()?;
    Ok(listens.then(|| Arc::new(Log(logger.clone().unbind())) as Arc<dyn CallListener>))
}

struct Log(Py<PyAny>);

impl CallListener for Log {
    fn on_call(&self, event: CallEvent) {
        // A call may outlive the interpreter.
        let _ = Python::try_attach(|py| {
            if let Err(error) = self.write(py, event) {
                error.write_unraisable(py, None);
            }
        });
    }
}

impl Log {
    fn write(&self, py: Python<'_>, event: CallEvent) -> PyResult<()> {
        let text = text(&event);
        let extra = PyDict::new(py);
        extra.set_item("bootpay", event.into_py_any(py)?)?;
        let keywords = PyDict::new(py);
        keywords.set_item("extra", extra)?;
        self.0.bind(py).call_method("info", (text,), Some(&keywords))?;
        Ok(())
    }
}

/// `payments.cancel_full failed (rejected, RC_NOT_FOUND) in 12 ms`
fn text(event: &CallEvent) -> String {
    let mut text = format!("{} {}", event.endpoint, event.outcome.symbol());
    if event.outcome != CallOutcome::Done {
        let kind = event.kind.as_ref().map(bootpay_core::model::ErrorKind::symbol);
        let why: Vec<&str> = kind.into_iter().chain(event.code.as_deref()).collect();
        if !why.is_empty() {
            let _ = write!(text, " ({})", why.join(", "));
        }
    }
    format!("{text} in {} ms", event.milliseconds)
}
