//! Delivers outcomes: calls end on the client's thread, which also writes their text, and promises are
//! resolved on JavaScript's.
//!
//! Each environment (the main thread's, each worker's) has one queue of outcomes and one wake-up, so that
//! outcomes that arrive together cost one turn of the event loop. JavaScript's values never leave its
//! thread: other threads know a call by its number.

use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    mem, ptr,
    rc::Rc,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use bootpay_core::{
    __response, AnyCall, AnyResponse, Bootpay, BootpayError, CallListener, Cancel, Endpoint,
    ffi::node::{FromJs, FromLiteral, Literal, Text, ToText, Wake, check, clear_exception, is_nothing, of_call},
    model::{CallEvent, CallOptions},
};
use napi::{
    Env, JsValue, Unknown, ValueType,
    bindgen_prelude::{JsObjectValue, Object},
};
use napi_sys as sys;

thread_local! {
    /// The bridge of the environment on this thread; made by its first call.
    static BRIDGE: RefCell<Option<(sys::napi_env, Rc<Bridge>)>> = const { RefCell::new(None) };
}

/// The state of one environment.
struct Bridge {
    arrivals: Arc<Arrivals>,
    calls: RefCell<HashMap<u32, Call>>,
    /// `listener(text)` of each call that somebody listens to, until its event is there: a call may complete
    /// after its promise is settled.
    listeners: RefCell<HashMap<u32, Function>>,
    next: Cell<u32>,
}

/// Events and outcomes on their way to JavaScript's thread.
struct Arrivals {
    queue: Mutex<Vec<Arrival>>,
    wake: Wake,
}

struct Arrival {
    call: u32,
    what: What,
    text: Text,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Event,
    Reply,
    Error,
}

/// A call whose promise is pending.
struct Call {
    /// `done(failed, text, length)`
    done: Function,
    cancel: Option<Cancel>,
}

/// A function of JavaScript that is kept; only its environment's thread may use it, and must forget it.
#[derive(Clone, Copy)]
struct Function(sys::napi_ref);

/// Sends the event of one call to JavaScript's thread.
struct Listener {
    call: u32,
    arrivals: Arc<Arrivals>,
}

/// The arguments of a call.
pub(crate) struct Given<'a> {
    pub(crate) env: Env,
    pub(crate) request: Unknown<'a>,
    pub(crate) options: Unknown<'a>,
    pub(crate) done: Unknown<'a>,
    /// Nothing while nobody listens.
    pub(crate) listener: Unknown<'a>,
}

/// The typed part of a call, so that the rest is compiled once and not once a row of the table.
#[derive(Clone, Copy)]
pub(crate) struct Row {
    /// Reads the request.
    prepare: fn(&Bootpay, Unknown<'_>) -> Result<AnyCall, BootpayError>,
    /// Writes the response.
    text: fn(AnyResponse) -> Text,
}

impl Row {
    pub(crate) const fn of<E>() -> Self
    where
        E: Endpoint + FromLiteral,
        E::Response: ToText,
    {
        Self { prepare: prepare::<E>, text: text::<E::Response> }
    }
}

fn prepare<E: Endpoint + FromLiteral>(client: &Bootpay, request: Unknown<'_>) -> Result<AnyCall, BootpayError> {
    Ok(client.__call(E::from_js(request, "")?))
}

fn text<T: ToText + 'static>(response: AnyResponse) -> Text {
    Text::of(&__response::<T>(response))
}

/// Starts a call and returns its number; nothing if its signal was aborted before.
pub(crate) fn call(client: &Bootpay, name: &str, row: Row, given: &Given<'_>) -> napi::Result<Option<u32>> {
    let read = (row.prepare)(client, given.request).and_then(|call| Ok((call, Extras::read(given.options)?)));
    let (mut call, extras) = read.map_err(|error| thrown(of_call(name, error)))?;
    if extras.is_aborted {
        return Ok(None);
    }
    if let Some(timeout) = extras.options.timeout {
        call = call.timeout(timeout);
    }
    Bridge::of(given.env.raw())?.start(given, call, row.text).map(Some)
}

/// Cancels a call. A write or money call that was sent completes in the background, and the text of its
/// error is returned; an empty one of any other call, and nothing if its outcome is there already.
pub(crate) fn abort(env: Env, number: u32) -> napi::Result<Option<String>> {
    let bridge = Bridge::of(env.raw())?;
    // An outcome that is there already is worth more than none.
    if bridge.arrivals.has(number) {
        return Ok(None);
    }
    let Some(call) = bridge.take(env.raw(), number) else { return Ok(None) };
    let error = call.cancel.as_ref().and_then(Cancel::cancel);
    call.done.forget(env.raw());
    Ok(Some(error.map(|error| Text::of_error(error).into_string()).unwrap_or_default()))
}

/// Throws the text of an error, of which the package makes its own.
pub(crate) fn thrown(error: BootpayError) -> napi::Error {
    napi::Error::from_reason(Text::of_error(error).into_string())
}

impl Bridge {
    fn of(env: sys::napi_env) -> napi::Result<Rc<Self>> {
        if let Some(bridge) = Self::existing(env) {
            return Ok(bridge);
        }
        let wake = Wake::new(&Env::from_raw(env), "bootpay", Some(has_ref), |env| {
            if let Some(bridge) = Self::existing(env) {
                bridge.drain(env);
            }
        })?;
        let arrivals = Arc::new(Arrivals { queue: Mutex::default(), wake });
        let (calls, listeners, next) = Default::default();
        let bridge = Rc::new(Self { arrivals, calls, listeners, next });
        BRIDGE.set(Some((env, Rc::clone(&bridge))));
        Ok(bridge)
    }

    fn existing(env: sys::napi_env) -> Option<Rc<Self>> {
        BRIDGE.with_borrow(|bridge| bridge.as_ref().filter(|(of, _)| *of == env).map(|(_, bridge)| Rc::clone(bridge)))
    }

    fn start(&self, given: &Given<'_>, mut call: AnyCall, write: fn(AnyResponse) -> Text) -> napi::Result<u32> {
        let env = given.env.raw();
        let number = self.next.replace(self.next.get().wrapping_add(1));
        let done = Function::keep(env, given.done)?;
        if !is_nothing(given.listener) {
            self.listeners.borrow_mut().insert(number, Function::keep(env, given.listener)?);
            call = call.listening(Arc::new(Listener { call: number, arrivals: Arc::clone(&self.arrivals) }));
        }
        self.calls.borrow_mut().insert(number, Call { done, cancel: None });
        self.keep_alive(env);
        let arrivals = Arc::clone(&self.arrivals);
        let cancel = call.start(Box::new(move |outcome| {
            let (what, text) = match outcome {
                Ok(response) => (What::Reply, write(response)),
                Err(error) => (What::Error, Text::of_error(error)),
            };
            arrivals.add(Arrival { call: number, what, text });
        }));
        if let Some(call) = self.calls.borrow_mut().get_mut(&number) {
            call.cancel = Some(cancel);
        }
        Ok(number)
    }

    /// Hands out all that has arrived.
    fn drain(&self, env: sys::napi_env) {
        for arrival in mem::take(&mut *self.arrivals.queue()) {
            let function = match arrival.what {
                What::Event => self.listeners.borrow_mut().remove(&arrival.call),
                What::Reply | What::Error => self.take(env, arrival.call).map(|call| call.done),
            };
            let Some(function) = function else { continue };
            let mut scope = ptr::null_mut();
            // SAFETY: the environment whose thread this is.
            unsafe { sys::napi_open_handle_scope(env, &raw mut scope) };
            if arrival.hand_to(function, env).is_err() {
                clear_exception(&Env::from_raw(env));
            }
            function.forget(env);
            // SAFETY: it was opened above.
            unsafe { sys::napi_close_handle_scope(env, scope) };
        }
    }

    fn take(&self, env: sys::napi_env, number: u32) -> Option<Call> {
        let call = self.calls.borrow_mut().remove(&number)?;
        self.keep_alive(env);
        Some(call)
    }

    /// A process lives as long as a promise is pending.
    fn keep_alive(&self, env: sys::napi_env) {
        self.arrivals.wake.keep_alive(&Env::from_raw(env), !self.calls.borrow().is_empty());
    }
}

impl Arrival {
    fn hand_to(&self, function: Function, env: sys::napi_env) -> napi::Result<()> {
        let (mut this, mut arguments) = (ptr::null_mut(), [ptr::null_mut(); 3]);
        let function = function.get(env)?;
        // SAFETY: the environment whose thread this is, and its values.
        unsafe {
            check(sys::napi_get_undefined(env, &raw mut this))?;
            check(sys::napi_get_boolean(env, self.what == What::Error, &raw mut arguments[0]))?;
            arguments[1] = self.text.to_js(&Env::from_raw(env))?.raw();
            check(sys::napi_create_uint32(env, self.text.length(), &raw mut arguments[2]))?;
            check(sys::napi_call_function(env, this, function, 3, arguments.as_ptr(), ptr::null_mut()))
        }
    }
}

impl Function {
    fn keep(env: sys::napi_env, function: Unknown<'_>) -> napi::Result<Self> {
        let mut reference = ptr::null_mut();
        // SAFETY: a function of the environment.
        check(unsafe { sys::napi_create_reference(env, function.raw(), 1, &raw mut reference) })?;
        Ok(Self(reference))
    }

    fn get(self, env: sys::napi_env) -> napi::Result<sys::napi_value> {
        let mut value = ptr::null_mut();
        // SAFETY: the environment that it was kept in.
        check(unsafe { sys::napi_get_reference_value(env, self.0, &raw mut value) })?;
        Ok(value)
    }

    fn forget(self, env: sys::napi_env) {
        // SAFETY: the environment that it was kept in; nobody has it any more.
        unsafe { sys::napi_delete_reference(env, self.0) };
    }
}

impl CallListener for Listener {
    fn on_call(&self, event: CallEvent) {
        self.arrivals.add(Arrival { call: self.call, what: What::Event, text: Text::of(&event) });
    }
}

impl Arrivals {
    fn add(&self, arrival: Arrival) {
        let first = {
            let mut queue = self.queue();
            queue.push(arrival);
            queue.len() == 1
        };
        if first {
            self.wake.wake();
        }
    }

    fn has(&self, number: u32) -> bool {
        self.queue().iter().any(|arrival| arrival.call == number && arrival.what != What::Event)
    }

    fn queue(&self) -> MutexGuard<'_, Vec<Arrival>> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Tells those who look for open handles if a call is pending.
unsafe extern "C" fn has_ref(env: sys::napi_env, _: sys::napi_callback_info) -> sys::napi_value {
    let pending = Bridge::existing(env).is_some_and(|bridge| !bridge.calls.borrow().is_empty());
    let mut value = ptr::null_mut();
    // SAFETY: the caller's environment.
    unsafe { sys::napi_get_boolean(env, pending, &raw mut value) };
    value
}

/// The second argument of a call.
#[derive(Default)]
struct Extras {
    options: CallOptions,
    is_aborted: bool,
}

impl Extras {
    fn read(options: Unknown<'_>) -> Result<Self, BootpayError> {
        if is_nothing(options) {
            return Ok(Self::default());
        }
        let literal = Literal::top(options, "options", &[CallOptions::KEYS, &["signal"]])?;
        let is_aborted = is_aborted(&literal).map_err(|error| {
            clear_exception(&Env::from_raw(options.value().env));
            BootpayError::__invalid("signal", &error.reason)
        })?;
        Ok(Self { options: CallOptions::from_literal(&literal)?, is_aborted })
    }
}

/// Returns true if there is a signal and it was aborted.
fn is_aborted(options: &Literal<'_>) -> napi::Result<bool> {
    let signal = options.get("signal")?;
    if is_nothing(signal) {
        return Ok(false);
    }
    if signal.get_type()? == ValueType::Object {
        // SAFETY: it is an object.
        let signal = unsafe { signal.cast::<Object<'_>>() }?;
        let kind = |key| signal.get_named_property_unchecked::<Unknown<'_>>(key)?.get_type();
        if kind("aborted")? == ValueType::Boolean && kind("addEventListener")? == ValueType::Function {
            return signal.get_named_property_unchecked("aborted");
        }
    }
    Err(napi::Error::from_reason("must be an AbortSignal"))
}
