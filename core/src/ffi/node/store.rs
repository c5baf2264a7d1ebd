//! A store in JavaScript: called from the client's thread, run on JavaScript's.

use std::{
    sync::{Arc, Mutex, PoisonError, mpsc},
    time::Duration,
};

use napi::{
    Env, JsValue, Status, Unknown, ValueType,
    bindgen_prelude::{CallbackContext, Function, JsObjectValue, Object, ObjectRef, PromiseRaw, ToNapiValue},
    threadsafe_function::{ThreadsafeFunction, ThreadsafeFunctionCallMode},
};

use super::{FromJs, cast, is_nothing, kind, wrong};
use crate::{
    describe::camel_case,
    error::{BootpayError, Result},
    model::{AttemptClaim, AttemptRow},
    store::{AttemptStore, DESCRIPTION, Store, StoreError},
};

/// An object with the methods of an `AttemptStore`, which may return promises.
impl FromJs for Store {
    fn from_js(value: Unknown<'_>, at: &str) -> Result<Self> {
        let object: Object<'_> =
            cast(value, ValueType::Object).ok_or_else(|| wrong(value, at, "must be an AttemptStore"))?;
        for method in DESCRIPTION.methods.iter().map(|method| camel_case(method.name)) {
            let given = object.get_named_property_unchecked(&method);
            if !given.is_ok_and(|given: Unknown<'_>| kind(given) == ValueType::Function) {
                return Err(BootpayError::__invalid(at, &format!("must have a method {method}")));
            }
        }
        let store = NodeStore::new(Env::from_raw(value.value().env), &object);
        store.map(Self::from).map_err(|_| BootpayError::__invalid(at, "could not be used"))
    }
}

struct NodeStore {
    questions: Questions,
    wake: ThreadsafeFunction<(), (), (), Status, false, true>,
}

type Questions = Arc<Mutex<Vec<Question>>>;

struct Question {
    method: String,
    argument: Argument,
    asker: mpsc::Sender<Result<RawResponse, StoreError>>,
}

enum Argument {
    Row(AttemptRow),
    Claim(AttemptClaim),
    Text(String),
}

/// The result of a method.
enum RawResponse {
    Nothing,
    Text(String),
    Texts(Vec<String>),
    Other,
}

/// Timeout of a promise: one that is never resolved must not block all later calls.
const LONGEST: Duration = Duration::from_secs(60);

impl NodeStore {
    fn new(env: Env, object: &Object<'_>) -> napi::Result<Self> {
        let questions = Questions::default();
        let (asked, object): (_, ObjectRef<false>) = (Arc::clone(&questions), object.create_ref()?);
        let answer = env.create_function_from_closure::<(), (), _>("attempts", move |context| {
            let object = object.get_value(context.env)?;
            let taken = std::mem::take(&mut *asked.lock().unwrap_or_else(PoisonError::into_inner));
            for question in taken {
                context.env.run_in_scope(|| {
                    answer(context.env, &object, question);
                    Ok(())
                })?;
            }
            Ok(())
        })?;
        let wake = answer.build_threadsafe_function::<()>().weak::<true>().build()?;
        Ok(Self { questions, wake })
    }

    fn ask(&self, method: &str, argument: Argument) -> Result<RawResponse, StoreError> {
        let (asker, answer) = mpsc::channel();
        let question = Question { method: camel_case(method), argument, asker };
        self.questions.lock().unwrap_or_else(PoisonError::into_inner).push(question);
        match self.wake.call((), ThreadsafeFunctionCallMode::NonBlocking) {
            Status::Ok => {
                answer.recv_timeout(LONGEST).map_err(|_| StoreError::new(format!("{method} did not finish")))?
            }
            _ => Err(StoreError::new("the store's environment has ended")),
        }
    }
}

/// Calls the method, awaits its result and sends it.
fn answer(env: &Env, object: &Object<'_>, Question { method, argument, asker }: Question) {
    let called = (|| {
        // SAFETY: the environment whose thread this is.
        let argument = unsafe {
            match argument {
                Argument::Row(row) => AttemptRow::to_napi_value(env.raw(), row),
                Argument::Claim(claim) => AttemptClaim::to_napi_value(env.raw(), claim),
                Argument::Text(text) => String::to_napi_value(env.raw(), text),
            }
        }?;
        // SAFETY: a value of that environment.
        let argument = unsafe { Unknown::from_raw_unchecked(env.raw(), argument) };
        let function: Function<'_, Unknown<'_>, Unknown<'_>> = object.get_named_property_unchecked(&method)?;
        function.apply(*object, argument)
    })();
    let given = match called {
        Err(error) => {
            let thrown = super::take_exception(env).map(words);
            drop(asker.send(Err(StoreError::new(thrown.unwrap_or(error.reason)))));
            return;
        }
        Ok(given) => given,
    };
    let refused = asker.clone();
    // As `await` does: what a query builder gives is no promise, and runs when its `then` is called.
    let waiting = PromiseRaw::resolve(env, given).and_then(|promise| {
        promise
            .then(move |context: CallbackContext<Unknown<'_>>| {
                drop(asker.send(Ok(read(context.value))));
                Ok(())
            })?
            .catch(move |context: CallbackContext<Unknown<'_>>| {
                drop(refused.send(Err(StoreError::new(words(context.value)))));
                Ok(())
            })
    });
    if waiting.is_err() {
        super::clear_exception(env);
    }
}

fn read(given: Unknown<'_>) -> RawResponse {
    if is_nothing(given) {
        return RawResponse::Nothing;
    }
    match String::from_js(given, "") {
        Ok(text) => RawResponse::Text(text),
        Err(_) => Vec::from_js(given, "").map_or(RawResponse::Other, RawResponse::Texts),
    }
}

/// Returns the text of a thrown value.
fn words(thrown: Unknown<'_>) -> String {
    let text = thrown.coerce_to_string().and_then(|text| text.into_utf8()?.into_owned());
    text.unwrap_or_else(|_| "it threw a value that cannot be converted to text".into())
}

fn odd<T>(method: &str, rule: &str) -> Result<T, StoreError> {
    Err(StoreError::new(format!("{method} must return {rule}")))
}

impl AttemptStore for NodeStore {
    fn put(&self, row: AttemptRow) -> Result<(), StoreError> {
        self.ask("put", Argument::Row(row)).map(drop)
    }

    fn claim(&self, claim: AttemptClaim) -> Result<Option<String>, StoreError> {
        match self.ask("claim", Argument::Claim(claim))? {
            RawResponse::Nothing => Ok(None),
            RawResponse::Text(record) => Ok(Some(record)),
            RawResponse::Texts(_) | RawResponse::Other => odd("claim", "a record or nothing"),
        }
    }

    fn of_payment(&self, payment: String) -> Result<Vec<String>, StoreError> {
        match self.ask("of_payment", Argument::Text(payment))? {
            RawResponse::Texts(records) => Ok(records),
            RawResponse::Nothing | RawResponse::Text(_) | RawResponse::Other => odd("ofPayment", "an array of records"),
        }
    }

    fn remove(&self, id: String) -> Result<(), StoreError> {
        self.ask("remove", Argument::Text(id)).map(drop)
    }
}
