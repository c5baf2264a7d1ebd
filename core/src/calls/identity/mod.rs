//! Calls on identity verifications, whose response must show the step that was taken.

mod confirm;
mod request;
mod resend;
