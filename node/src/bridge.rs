//! Delivers outcomes: calls end on the client's thread, promises are resolved on JavaScript's.
//!
//! Each environment (the main thread's, each worker's) has one queue of outcomes and one wake-up, so that
//! outcomes that arrive together cost one turn of the event loop. JavaScript's objects never leave its
//! thread: other threads know a call by its number.

use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    mem, ptr,
    rc::Rc,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use bootpay_core::{
    BootpayError, Cancel, Endpoint, PendingCall,
    ffi::node::{FromJs, FromLiteral, Literal, clear_exception, is_nothing, of_endpoint, set_printer},
    model::{CallOptions, ErrorInfo},
};
use napi::{
    Env, JsValue, Status, Unknown, UnknownRef, ValueType,
    bindgen_prelude::{FnArgs, FromNapiValue, FunctionRef, JsObjectValue, Object, PromiseRaw, ToNapiValue},
    sys,
    threadsafe_function::{ThreadsafeFunction, ThreadsafeFunctionCallMode},
};
use napi_derive::napi;

/// `new BootpayError(message, info, cause, trace)`
type ErrorClass = FunctionRef<FnArgs<(String, ErrorInfo, Unknown<'static>, Unknown<'static>)>, Unknown<'static>>;
/// `watch(signal, call)`, which returns a function that stops watching.
type Watch = FunctionRef<FnArgs<(Unknown<'static>, u32)>, FunctionRef<(), ()>>;
type Wake = ThreadsafeFunction<(), (), (), Status, false, true>;
type Outcome = Box<dyn FnOnce(&Env) -> Result<napi::Result<sys::napi_value>, BootpayError> + Send>;

/// The state of one environment.
struct Bridge {
    error: ErrorClass,
    watch: Watch,
    arrivals: Arc<Arrivals>,
    calls: RefCell<HashMap<u32, Call>>,
    next: Cell<u32>,
}

/// Outcomes on their way to JavaScript's thread.
struct Arrivals {
    queue: Mutex<Vec<(u32, Outcome)>>,
    wake: Wake,
}

/// A pending promise.
struct Call {
    deferred: sys::napi_deferred,
    cancel: Option<Cancel>,
    /// The place of the call, for the stack of its error.
    trace: Option<UnknownRef<false>>,
    /// Stops watching its signal.
    unwatch: Option<FunctionRef<(), ()>>,
}

/// Called by the package's loader: errors have JavaScript's own class, signals are watched there, and it
/// decides how responses are printed.
/// Returns the class in use, which stays the first one if the loader is loaded again.
#[napi(skip_typescript)]
pub(crate) fn load<'env>(
    env: &'env Env,
    error: ErrorClass,
    watch: Watch,
    printer: Unknown<'_>,
) -> napi::Result<Unknown<'env>> {
    set_printer(printer)?;
    if env.get_instance_data::<Rc<Bridge>>()?.is_none() {
        let drain = env.create_function_from_closure::<(), (), _>("bootpay", |context| {
            if let Ok(bridge) = Bridge::of(context.env) {
                bridge.drain(context.env);
            }
            Ok(())
        })?;
        let wake = drain.build_threadsafe_function::<()>().weak::<true>().build()?;
        let arrivals = Arc::new(Arrivals { queue: Mutex::default(), wake });
        let bridge = Bridge { error, watch, arrivals, calls: RefCell::default(), next: Cell::default() };
        env.set_instance_data(Rc::new(bridge), (), |_| ())?;
    }
    Ok(Bridge::of(env)?.error.borrow_back(env)?.to_unknown())
}

/// Called by the package when a signal is aborted.
#[napi(skip_typescript)]
pub(crate) fn abort(env: Env, call: u32, reason: Unknown<'_>) -> napi::Result<()> {
    Bridge::of(&env)?.abort(&env, call, reason);
    Ok(())
}

/// Makes a call and returns the promise of its response. Never throws; every error rejects the promise.
pub(crate) fn call<'env, E>(
    env: &'env Env,
    request: Unknown<'_>,
    options: Option<Unknown<'_>>,
    prepare: impl FnOnce(E) -> PendingCall<E>,
) -> napi::Result<PromiseRaw<'env, E::Response>>
where
    E: Endpoint + FromLiteral,
    E::Response: ToNapiValue,
{
    let bridge = Bridge::of(env)?;
    let (mut deferred, mut promise) = (ptr::null_mut(), ptr::null_mut());
    // SAFETY: the caller's environment.
    check(unsafe { sys::napi_create_promise(env.raw(), &raw mut deferred, &raw mut promise) })?;
    match E::from_js(request, "").and_then(|request| Ok((request, Extras::read(options)?))) {
        Err(error) => resolve(env, deferred, Err(bridge.error(env, of_endpoint::<E>(error), None, None))),
        Ok((request, extras)) => {
            if let Some(reason) = extras.signal.as_ref().and_then(abort_reason) {
                resolve(env, deferred, Err(Ok(reason)));
            } else {
                let mut call = prepare(request);
                if let Some(timeout) = extras.options.timeout {
                    call = call.timeout(timeout);
                }
                bridge.start(env, deferred, call, extras.signal);
            }
        }
    }
    Ok(PromiseRaw::new(env.raw(), promise))
}

/// Returns the exception for an error, to be thrown.
pub(crate) fn exception(env: &Env, error: BootpayError) -> napi::Error {
    match Bridge::of(env).and_then(|bridge| bridge.error(env, error, None, None)) {
        Ok(error) => napi::Error::from(error),
        Err(error) => error,
    }
}

impl Bridge {
    fn of(env: &Env) -> napi::Result<Rc<Self>> {
        let bridge = env.get_instance_data::<Rc<Self>>()?;
        bridge
            .map(|bridge| Rc::clone(bridge))
            .ok_or_else(|| napi::Error::from_reason("the library was not loaded by its package"))
    }

    fn start<E>(
        self: &Rc<Self>,
        env: &Env,
        deferred: sys::napi_deferred,
        call: PendingCall<E>,
        signal: Option<Object<'_>>,
    ) where
        E: Endpoint,
        E::Response: ToNapiValue,
    {
        let number = self.next.replace(self.next.get().wrapping_add(1));
        let unwatch = signal
            .and_then(|signal| self.watch.borrow_back(env).ok()?.call(FnArgs::from((passed_on(&signal), number))).ok());
        self.calls.borrow_mut().insert(number, Call { deferred, cancel: None, trace: trace(env).ok(), unwatch });
        self.stay_alive(env);
        let arrivals = Arc::clone(&self.arrivals);
        let cancel = call.start(move |outcome| {
            arrivals.add(
                number,
                Box::new(move |env| {
                    outcome.map(|reply| {
                        // SAFETY: on the thread of this environment.
                        unsafe { E::Response::to_napi_value(env.raw(), reply) }
                    })
                }),
            );
        });
        if let Some(call) = self.calls.borrow_mut().get_mut(&number) {
            call.cancel = Some(cancel);
        }
    }

    /// Resolves the promises of all calls that have ended.
    fn drain(&self, env: &Env) {
        for (number, outcome) in mem::take(&mut *self.arrivals.queue()) {
            let Some(call) = self.take(env, number) else { continue };
            let resolved = env.run_in_scope(|| {
                let outcome = outcome(env).map_err(|error| self.error(env, error, None, call.trace(env)));
                resolve(env, call.deferred, outcome);
                call.end(env);
                Ok(())
            });
            debug_assert!(resolved.is_ok());
        }
    }

    /// Cancels a call. A write or money call that was sent completes in the background, and its promise
    /// rejects with the attempt.
    fn abort(&self, env: &Env, number: u32, reason: Unknown<'_>) {
        // An outcome that is there already is worth more than none.
        if self.arrivals.has(number) {
            return;
        }
        let Some(call) = self.take(env, number) else { return };
        let rejection = match call.cancel.as_ref().and_then(Cancel::cancel) {
            Some(error) => self.error(env, error, Some(reason), call.trace(env)),
            None => Ok(reason),
        };
        resolve(env, call.deferred, Err(rejection));
        call.end(env);
    }

    fn take(&self, env: &Env, number: u32) -> Option<Call> {
        let call = self.calls.borrow_mut().remove(&number)?;
        self.stay_alive(env);
        Some(call)
    }

    /// A process lives as long as a promise waits.
    fn stay_alive(&self, env: &Env) {
        let wake = self.arrivals.wake.raw();
        // SAFETY: the wake-up lives as long as its environment, whose thread this is.
        unsafe {
            if self.calls.borrow().is_empty() {
                sys::napi_unref_threadsafe_function(env.raw(), wake);
            } else {
                sys::napi_ref_threadsafe_function(env.raw(), wake);
            }
        }
    }

    /// A `BootpayError` of JavaScript.
    fn error<'env>(
        &self,
        env: &'env Env,
        error: BootpayError,
        cause: Option<Unknown<'_>>,
        trace: Option<Unknown<'_>>,
    ) -> napi::Result<Unknown<'env>> {
        let undefined = undefined(env)?;
        let given = |value: Option<Unknown<'_>>| value.map_or(passed_on(&undefined), |value| passed_on(&value));
        let message = error.to_string();
        self.error.borrow_back(env)?.new_instance(FnArgs::from((
            message,
            error.into_info(),
            given(cause),
            given(trace),
        )))
    }
}

impl Call {
    fn trace<'env>(&self, env: &'env Env) -> Option<Unknown<'env>> {
        self.trace.as_ref()?.get_value(env).ok()
    }

    fn end(self, env: &Env) {
        let ended = self.unwatch.map_or(Ok(()), |unwatch| unwatch.borrow_back(env)?.call(()));
        if ended.is_err() {
            clear_exception(env);
        }
        if let Some(trace) = self.trace {
            drop(trace.unref(env));
        }
    }
}

impl Arrivals {
    fn add(&self, number: u32, outcome: Outcome) {
        let first = {
            let mut queue = self.queue();
            queue.push((number, outcome));
            queue.len() == 1
        };
        if first {
            self.wake.call((), ThreadsafeFunctionCallMode::NonBlocking);
        }
    }

    fn has(&self, number: u32) -> bool {
        self.queue().iter().any(|(arrived, _)| *arrived == number)
    }

    fn queue(&self) -> MutexGuard<'_, Vec<(u32, Outcome)>> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The second argument of a call.
#[derive(Default)]
struct Extras<'a> {
    options: CallOptions,
    signal: Option<Object<'a>>,
}

impl<'a> Extras<'a> {
    fn read(options: Option<Unknown<'a>>) -> Result<Self, BootpayError> {
        let Some(options) = options.filter(|options| !is_nothing(*options)) else { return Ok(Self::default()) };
        let literal = Literal::top(options, "options", &[CallOptions::KEYS, &["signal"]])?;
        let signal = signal(&literal).map_err(|error| {
            clear_exception(&Env::from_raw(options.value().env));
            BootpayError::__invalid("signal", &error.reason)
        })?;
        Ok(Self { options: CallOptions::from_literal(&literal)?, signal })
    }
}

fn signal<'a>(options: &Literal<'a>) -> napi::Result<Option<Object<'a>>> {
    let signal = options.get("signal")?;
    if is_nothing(signal) {
        return Ok(None);
    }
    if signal.get_type()? == ValueType::Object {
        // SAFETY: it is an object.
        let signal = unsafe { signal.cast::<Object<'a>>() }?;
        let kind = |key| signal.get_named_property_unchecked::<Unknown<'_>>(key)?.get_type();
        if kind("aborted")? == ValueType::Boolean && kind("addEventListener")? == ValueType::Function {
            return Ok(Some(signal));
        }
    }
    Err(napi::Error::from_reason("must be an AbortSignal"))
}

/// Returns the reason of an aborted signal.
fn abort_reason<'a>(signal: &Object<'a>) -> Option<Unknown<'a>> {
    let aborted: bool = signal.get_named_property_unchecked("aborted").ok()?;
    if aborted { signal.get_named_property_unchecked("reason").ok() } else { None }
}

fn undefined(env: &Env) -> napi::Result<Unknown<'_>> {
    let mut value = ptr::null_mut();
    // SAFETY: the caller's environment.
    unsafe {
        check(sys::napi_get_undefined(env.raw(), &raw mut value))?;
        Ok(Unknown::from_raw_unchecked(env.raw(), value))
    }
}

/// An error of JavaScript that remembers where the call was made; its stack is written when asked.
fn trace(env: &Env) -> napi::Result<UnknownRef<false>> {
    let message = env.create_string("")?;
    let mut error = ptr::null_mut();
    // SAFETY: the caller's environment.
    unsafe {
        check(sys::napi_create_error(env.raw(), ptr::null_mut(), message.raw(), &raw mut error))?;
        UnknownRef::from_napi_value(env.raw(), error)
    }
}

/// A value as an argument of a function, whose type knows no scope.
fn passed_on<'env>(value: &impl JsValue<'env>) -> Unknown<'static> {
    // SAFETY: it is an argument of the next call and not kept.
    unsafe { Unknown::from_raw_unchecked(value.value().env, value.raw()) }
}

/// Resolves with a reply or rejects with an error, or with the failure to make one.
fn resolve(
    env: &Env,
    deferred: sys::napi_deferred,
    outcome: Result<napi::Result<sys::napi_value>, napi::Result<Unknown<'_>>>,
) {
    let (resolve, value) = match outcome {
        Ok(Ok(reply)) => (true, reply),
        Err(Ok(error)) => (false, error.raw()),
        Ok(Err(error)) | Err(Err(error)) => {
            clear_exception(env);
            // SAFETY: the caller's environment.
            (false, unsafe { napi::Error::to_napi_value(env.raw(), error) }.unwrap_or(ptr::null_mut()))
        }
    };
    // SAFETY: each deferred is resolved once, on the thread of its environment.
    unsafe {
        if resolve {
            sys::napi_resolve_deferred(env.raw(), deferred, value)
        } else {
            sys::napi_reject_deferred(env.raw(), deferred, value)
        }
    };
}

fn check(status: sys::napi_status) -> napi::Result<()> {
    match status {
        sys::Status::napi_ok => Ok(()),
        status => Err(napi::Error::new(Status::from(status), "a call into Node failed")),
    }
}
