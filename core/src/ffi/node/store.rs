//! A store in JavaScript: called from the client's thread, run on JavaScript's.

use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    mem, ptr,
    sync::{Arc, Mutex, PoisonError, mpsc},
    time::Duration,
};

use napi::{
    Env, JsValue, Unknown, ValueType,
    bindgen_prelude::{FnArgs, FromNapiValue, Function, JsObjectValue, Object},
    sys,
};

use super::{FromJs, Text, ToText, Wake, cast, check, clear_exception, is_nothing, kind, wrong};
use crate::{
    description::camel_case,
    error::{BootpayError, Result},
    model::{AttemptClaim, AttemptRow},
    store::{AttemptStore, DESCRIPTION, Store, StoreError},
};

/// `ask(method, argument, question)`: calls the method and answers the question, now or later.
type Ask<'env> = Function<'env, FnArgs<(String, String, u32)>, Unknown<'env>>;

thread_local! {
    /// The package's function that makes an `ask` of a store, while a client is made.
    static ADAPTER: Cell<Option<sys::napi_value>> = const { Cell::new(None) };
    /// Questions that JavaScript has not answered.
    static ASKED: RefCell<HashMap<u32, Asker>> = RefCell::default();
    static NEXT: Cell<u32> = const { Cell::new(0) };
}

/// Makes what may need a store, with the function that makes an `ask` of one.
pub fn with_adapter<R>(adapter: Unknown<'_>, create: impl FnOnce() -> R) -> R {
    ADAPTER.set(Some(adapter.raw()));
    let created = create();
    ADAPTER.set(None);
    created
}

/// Takes what a method returned, after it was awaited.
pub fn answered(question: u32, value: Unknown<'_>) {
    answer(question, Ok(read(value)));
}

/// Takes the text of what a method threw, or of its rejection.
pub fn failed(question: u32, reason: String) {
    answer(question, Err(StoreError::new(reason)));
}

fn answer(question: u32, answer: Answer) {
    if let Some(asker) = ASKED.with_borrow_mut(|asked| asked.remove(&question)) {
        drop(asker.send(answer));
    }
}

/// An object with the methods of an `AttemptStore`, which may return promises.
impl FromJs for Store {
    fn from_js(value: Unknown<'_>, at: &str) -> Result<Self> {
        let object: Object<'_> =
            cast(value, ValueType::Object).ok_or_else(|| wrong(value, at, "must be an AttemptStore"))?;
        for method in DESCRIPTION.methods.iter().map(|method| camel_case(method.name)) {
            let given = object.get_named_property_unchecked(&method);
            if !given.is_ok_and(|given: Unknown<'_>| kind(given) == ValueType::Function) {
                clear_exception(&Env::from_raw(value.value().env));
                return Err(BootpayError::__invalid(at, &format!("must have a method {method}")));
            }
        }
        let store = NodeStore::new(value);
        store.map(Self::from).map_err(|_| BootpayError::__invalid(at, "could not be used"))
    }
}

struct NodeStore {
    questions: Questions,
    wake: Wake,
}

type Questions = Arc<Mutex<Vec<Question>>>;
type Answer = Result<RawResponse, StoreError>;
type Asker = mpsc::Sender<Answer>;

struct Question {
    method: String,
    argument: Text,
    asker: Asker,
}

enum RawResponse {
    Nothing,
    Flag(bool),
    Text(String),
    Texts(Vec<String>),
    Other,
}

/// Timeout of a promise: one that is never resolved must not block all later calls.
const LONGEST: Duration = Duration::from_secs(60);

impl NodeStore {
    fn new(store: Unknown<'_>) -> napi::Result<Self> {
        let env = store.value().env;
        let adapter = ADAPTER.get().ok_or_else(|| napi::Error::from_reason("a client is made by its package"))?;
        // SAFETY: the function of the client that is being made.
        let adapter = unsafe { Function::<'_, Unknown<'_>, Unknown<'_>>::from_napi_value(env, adapter) }?;
        let ask = Reference::new(env, adapter.call(store)?.raw())?;
        let questions = Questions::default();
        let asked = Arc::clone(&questions);
        let wake = Wake::new(&Env::from_raw(env), "bootpay.attempts", Some(unused), move |env| {
            for question in mem::take(&mut *asked.lock().unwrap_or_else(PoisonError::into_inner)) {
                question.ask(env, &ask);
            }
        })?;
        Ok(Self { questions, wake })
    }

    fn ask(&self, method: &str, argument: &impl ToText) -> Answer {
        let (asker, answer) = mpsc::channel();
        let question = Question { method: camel_case(method), argument: Text::of(argument), asker };
        self.questions.lock().unwrap_or_else(PoisonError::into_inner).push(question);
        if !self.wake.wake() {
            return Err(StoreError::new("the store's environment has ended"));
        }
        answer.recv_timeout(LONGEST).map_err(|_| StoreError::new(format!("{method} did not finish")))?
    }
}

impl Drop for NodeStore {
    fn drop(&mut self) {
        self.wake.release();
    }
}

impl Question {
    fn ask(self, env: sys::napi_env, ask: &Reference) {
        let number = NEXT.replace(NEXT.get().wrapping_add(1));
        ASKED.with_borrow_mut(|asked| asked.insert(number, self.asker));
        let called = ask.get().and_then(|ask| {
            // SAFETY: the function, in the environment whose thread this is.
            let ask = unsafe { Ask::from_napi_value(env, ask) }?;
            ask.call(FnArgs::from((self.method, self.argument.into_string(), number)))
        });
        if called.is_err() {
            clear_exception(&Env::from_raw(env));
            failed(number, "it could not be called".into());
        }
    }
}

/// A value that JavaScript must keep; made and dropped on the thread of its environment.
struct Reference(sys::napi_env, sys::napi_ref);

impl Reference {
    fn new(env: sys::napi_env, value: sys::napi_value) -> napi::Result<Self> {
        let mut reference = ptr::null_mut();
        // SAFETY: a value of the environment.
        check(unsafe { sys::napi_create_reference(env, value, 1, &raw mut reference) })?;
        Ok(Self(env, reference))
    }

    fn get(&self) -> napi::Result<sys::napi_value> {
        let mut value = ptr::null_mut();
        // SAFETY: it was made there.
        check(unsafe { sys::napi_get_reference_value(self.0, self.1, &raw mut value) })?;
        Ok(value)
    }
}

impl Drop for Reference {
    fn drop(&mut self) {
        // SAFETY: it was made there.
        unsafe { sys::napi_delete_reference(self.0, self.1) };
    }
}

/// No store keeps a process alive.
unsafe extern "C" fn unused(env: sys::napi_env, _: sys::napi_callback_info) -> sys::napi_value {
    let mut value = ptr::null_mut();
    // SAFETY: the caller's environment.
    unsafe { sys::napi_get_boolean(env, false, &raw mut value) };
    value
}

fn read(given: Unknown<'_>) -> RawResponse {
    if is_nothing(given) {
        return RawResponse::Nothing;
    }
    if let Ok(flag) = bool::from_js(given, "") {
        return RawResponse::Flag(flag);
    }
    match String::from_js(given, "") {
        Ok(text) => RawResponse::Text(text),
        Err(_) => Vec::from_js(given, "").map_or(RawResponse::Other, RawResponse::Texts),
    }
}

fn odd<T>(method: &str, rule: &str) -> Result<T, StoreError> {
    Err(StoreError::new(format!("{method} must return {rule}")))
}

impl AttemptStore for NodeStore {
    fn put(&self, row: AttemptRow) -> Result<(), StoreError> {
        self.ask("put", &row).map(drop)
    }

    fn insert(&self, row: AttemptRow) -> Result<bool, StoreError> {
        match self.ask("insert", &row)? {
            RawResponse::Flag(inserted) => Ok(inserted),
            _ => odd("insert", "true or false"),
        }
    }

    fn claim(&self, claim: AttemptClaim) -> Result<Option<String>, StoreError> {
        match self.ask("claim", &claim)? {
            RawResponse::Nothing => Ok(None),
            RawResponse::Text(record) => Ok(Some(record)),
            RawResponse::Flag(_) | RawResponse::Texts(_) | RawResponse::Other => odd("claim", "a record or nothing"),
        }
    }

    fn of_payment(&self, payment: String) -> Result<Vec<String>, StoreError> {
        match self.ask("of_payment", &payment)? {
            RawResponse::Texts(records) => Ok(records),
            _ => odd("ofPayment", "an array of records"),
        }
    }

    fn remove(&self, id: String) -> Result<(), StoreError> {
        self.ask("remove", &id).map(drop)
    }
}
