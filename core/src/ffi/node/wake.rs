//! Wakes JavaScript's thread from any other.

use std::{
    ffi::c_void,
    panic::{AssertUnwindSafe, catch_unwind},
    ptr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use napi::{Env, sys};

use super::check;

/// Runs a function on the thread of an environment, whoever wakes it.
///
/// It does not keep a process alive. Test runners that look for open handles are told if it is in use.
#[allow(missing_debug_implementations)]
pub struct Wake(Arc<Slot>);

/// Empty after the environment has ended.
type Slot = Mutex<Option<Handle>>;

#[derive(Clone, Copy)]
struct Handle(sys::napi_threadsafe_function);

// SAFETY: any thread may use it with the functions that are made for it.
unsafe impl Send for Handle {}

struct Context {
    run: Box<dyn Fn(sys::napi_env)>,
    slot: Arc<Slot>,
}

impl Wake {
    /// Creates it in an environment. `has_ref` is a function of JavaScript that returns true if it is in use.
    pub fn new(
        env: &Env,
        name: &str,
        has_ref: sys::napi_callback,
        run: impl Fn(sys::napi_env) + 'static,
    ) -> napi::Result<Self> {
        let env = env.raw();
        let slot = Arc::<Slot>::default();
        let (mut resource, mut in_use, mut label, mut handle) =
            (ptr::null_mut(), ptr::null_mut(), ptr::null_mut(), ptr::null_mut());
        // SAFETY: the caller's environment and its values. Node hands the context to both functions, to the
        // second one once and last.
        unsafe {
            check(sys::napi_create_object(env, &raw mut resource))?;
            check(sys::napi_create_function(env, ptr::null(), 0, has_ref, ptr::null_mut(), &raw mut in_use))?;
            check(sys::napi_set_named_property(env, resource, c"hasRef".as_ptr(), in_use))?;
            check(sys::napi_create_string_utf8(env, name.as_ptr().cast(), name.len().cast_signed(), &raw mut label))?;
            let context = Box::into_raw(Box::new(Context { run: Box::new(run), slot: Arc::clone(&slot) }));
            let created = check(sys::napi_create_threadsafe_function(
                env,
                ptr::null_mut(),
                resource,
                label,
                0,
                1,
                context.cast(),
                Some(ended),
                context.cast(),
                Some(woken),
                &raw mut handle,
            ));
            if let Err(error) = created {
                drop(Box::from_raw(context));
                return Err(error);
            }
            sys::napi_unref_threadsafe_function(env, handle);
        }
        *lock(&slot) = Some(Handle(handle));
        Ok(Self(slot))
    }

    /// Has the function run soon; returns false if the environment has ended.
    pub fn wake(&self) -> bool {
        let mut slot = lock(&self.0);
        let Some(Handle(handle)) = *slot else { return false };
        // SAFETY: the handle is valid until `ended`, which waits for the lock.
        let status = unsafe {
            sys::napi_call_threadsafe_function(handle, ptr::null_mut(), sys::ThreadsafeFunctionCallMode::nonblocking)
        };
        if status != sys::Status::napi_ok {
            // Being told that it closes uses up the right to call it.
            *slot = None;
        }
        status == sys::Status::napi_ok
    }

    /// Sets if it keeps the process alive; on the environment's thread.
    pub fn keep_alive(&self, env: &Env, alive: bool) {
        let env = env.raw();
        let Some(Handle(handle)) = *lock(&self.0) else { return };
        // SAFETY: the caller's environment, in which the handle was made.
        unsafe {
            if alive {
                sys::napi_ref_threadsafe_function(env, handle);
            } else {
                sys::napi_unref_threadsafe_function(env, handle);
            }
        }
    }

    /// Gives it back; it never runs again.
    pub fn release(&self) {
        if let Some(Handle(handle)) = lock(&self.0).take() {
            // SAFETY: valid until here; nobody can reach it any more.
            unsafe { sys::napi_release_threadsafe_function(handle, sys::ThreadsafeFunctionReleaseMode::release) };
        }
    }
}

unsafe extern "C" fn woken(env: sys::napi_env, _: sys::napi_value, context: *mut c_void, _: *mut c_void) {
    // At its end an environment empties the queue without one.
    if !env.is_null() {
        // SAFETY: see `new`. A panic must not reach Node.
        let context = unsafe { &*context.cast::<Context>() };
        drop(catch_unwind(AssertUnwindSafe(|| (context.run)(env))));
    }
}

unsafe extern "C" fn ended(_: sys::napi_env, context: *mut c_void, _: *mut c_void) {
    // SAFETY: see `new`.
    let context = unsafe { Box::from_raw(context.cast::<Context>()) };
    *lock(&context.slot) = None;
}

fn lock(slot: &Slot) -> MutexGuard<'_, Option<Handle>> {
    slot.lock().unwrap_or_else(PoisonError::into_inner)
}
