//! What must hold of any bytes. Each target has a module, whose `check` panics where it does not.

pub mod amounts;
pub mod attempts;
pub mod headers;
mod json;
pub mod paths;
pub mod replies;
pub mod webhooks;
pub mod windows;
