//! One half of the bridge to asyncio; the other half is `bootpay_core/aio.py`.
//!
//! A client's thread never takes the interpreter: it puts the outcome on the queue of an event loop and
//! writes a byte that the loop watches for. The loop's own thread does the rest, so a process can end, fork
//! and run many loops without a thread of ours in its way.

#[cfg(unix)]
use std::os::{fd::AsRawFd, unix::net::UnixStream as Stream};
use std::{
    io::{self, Read, Write},
    marker::PhantomData,
    mem,
    sync::{Arc, Mutex, PoisonError},
};
#[cfg(windows)]
use std::{net::TcpStream as Stream, os::windows::io::AsRawSocket};

use bootpay_core::{AnyCall, AnyResponse, BootpayError, Cancel};
use pyo3::{exceptions::PyRuntimeError, prelude::*, sync::PyOnceLock};

use crate::{
    client::Row,
    errors::{exception, exception_at},
};

/// A coroutine that returns a `T`.
pub(crate) struct Coroutine<T> {
    coroutine: Py<PyAny>,
    gives: PhantomData<T>,
}

impl<T> Coroutine<T> {
    pub(crate) fn new(py: Python<'_>, row: &'static Row, call: Result<AnyCall, BootpayError>) -> PyResult<Self> {
        run(py, row, call).map(|coroutine| Self { coroutine, gives: PhantomData })
    }

    pub(crate) fn ready<'py>(py: Python<'py>, value: T) -> PyResult<Self>
    where
        T: IntoPyObject<'py>,
    {
        let coroutine = py.import("bootpay_core.aio")?.call_method1("ready", (value,))?.unbind();
        Ok(Self { coroutine, gives: PhantomData })
    }
}

impl<'py, T: IntoPyObject<'py>> IntoPyObject<'py> for Coroutine<T> {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = std::convert::Infallible;
    #[cfg(feature = "stub")]
    const OUTPUT_TYPE: pyo3::inspect::PyStaticExpr = pyo3::type_hint_subscript!(
        pyo3::type_hint_identifier!("collections.abc", "Coroutine"),
        pyo3::type_hint_identifier!("typing", "Any"),
        pyo3::type_hint_identifier!("typing", "Any"),
        T::OUTPUT_TYPE
    );
    fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Self::Error> {
        Ok(self.coroutine.into_bound(py))
    }
}

/// Creates the coroutine of a call. What is wrong with its arguments is raised when it is awaited.
fn run(py: Python<'_>, row: &'static Row, call: Result<AnyCall, BootpayError>) -> PyResult<Py<PyAny>> {
    static RUN: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let call = Call(Mutex::new(Some((row, call))));
    let coroutine = RUN.import(py, "bootpay_core.aio", "run")?.call1((call,))?;
    // What Python says of a coroutine that nobody awaits.
    coroutine.setattr("__qualname__", row.name)?;
    Ok(coroutine.unbind())
}

/// The outcome of a call of this row.
type Outcome = (&'static Row, Result<AnyResponse, BootpayError>);

/// A call that has not started.
#[pyclass(frozen)]
struct Call(Mutex<Option<(&'static Row, Result<AnyCall, BootpayError>)>>);

#[pymethods]
impl Call {
    /// Creates a queue for the event loop that runs this call, if it has none yet.
    #[staticmethod]
    fn completions() -> PyResult<Completions> {
        let (reader, writer) = pair()?;
        reader.set_nonblocking(true)?;
        writer.set_nonblocking(true)?;
        Ok(Completions(Arc::new(Queue { reader, writer, done: Mutex::default() })))
    }

    /// Starts the call; its outcome will be on the queue under this number.
    fn start(&self, py: Python<'_>, number: u64, completions: &Completions) -> PyResult<Running> {
        let call = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        let (row, call) = call.ok_or_else(|| PyRuntimeError::new_err("the call has begun already"))?;
        let call = call.map_err(|error| exception_at(py, row.name, error))?;
        let queue = Arc::clone(&completions.0);
        Ok(Running(call.start(Box::new(move |outcome| queue.push(number, (row, outcome))))))
    }
}

/// A running call.
#[pyclass(frozen)]
struct Running(Cancel);

#[pymethods]
impl Running {
    /// Cancels the call; returns an `OutcomeUnknownError` if it may have moved money.
    fn cancel(&self, py: Python<'_>) -> Option<Py<PyAny>> {
        self.0.cancel().map(|error| exception(py, error).into_value(py).into_any())
    }
}

/// Number, response, exception.
type Over = (u64, Option<Py<PyAny>>, Option<Py<PyAny>>);

/// The ended calls of one event loop.
#[pyclass(frozen)]
struct Completions(Arc<Queue>);

#[pymethods]
impl Completions {
    /// Returns the descriptor that becomes readable when there is something to drain.
    fn fileno(&self) -> u64 {
        #[cfg(unix)]
        let descriptor = self.0.reader.as_raw_fd().unsigned_abs().into();
        #[cfg(windows)]
        let descriptor = self.0.reader.as_raw_socket();
        descriptor
    }

    /// Makes the descriptor readable without an outcome, so that who waits for it can look about.
    fn wake(&self) {
        let _ = (&self.0.writer).write(&[1]);
    }

    /// Returns the calls that have ended since the last time.
    fn drain(&self, py: Python<'_>) -> Vec<Over> {
        let outcomes = self.0.take().into_iter().map(|(number, (row, outcome))| {
            let delivered = match outcome {
                Ok(response) => (row.deliver)(py, response),
                Err(error) => Err(exception_at(py, row.name, error)),
            };
            match delivered {
                Ok(response) => (number, Some(response), None),
                Err(error) => (number, None, Some(error.into_value(py).into_any())),
            }
        });
        outcomes.collect()
    }
}

/// Two ends of a pipe that an event loop can watch.
#[cfg(unix)]
fn pair() -> io::Result<(Stream, Stream)> {
    Stream::pair()
}

/// Two ends of a pipe that an event loop can watch: on Windows, that is a connection of this process to itself.
#[cfg(windows)]
fn pair() -> io::Result<(Stream, Stream)> {
    let listener = std::net::TcpListener::bind((std::net::Ipv4Addr::LOCALHOST, 0))?;
    let writer = Stream::connect(listener.local_addr()?)?;
    writer.set_nodelay(true)?;
    loop {
        let (reader, peer) = listener.accept()?;
        // Another process may have been faster.
        if peer == writer.local_addr()? {
            return Ok((reader, writer));
        }
    }
}

/// Filled on the clients' threads, emptied on the loop's.
struct Queue {
    // Both ends live as long as anybody who may still write.
    reader: Stream,
    writer: Stream,
    done: Mutex<Vec<(u64, Outcome)>>,
}

impl Queue {
    fn push(&self, number: u64, outcome: Outcome) {
        let mut done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        done.push((number, outcome));
        if done.len() == 1 {
            // Cannot fail but for a full buffer, and then the loop is awake anyway.
            let _ = (&self.writer).write(&[1]);
        }
    }

    fn take(&self) -> Vec<(u64, Outcome)> {
        let mut bytes = [0; 64];
        while (&self.reader).read(&mut bytes).is_ok_and(|count| count == bytes.len()) {}
        mem::take(&mut *self.done.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
