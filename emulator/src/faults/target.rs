//! The request that may meet a fault.

/// The parts of a request that decide its fault.
pub(crate) struct Target<'a> {
    pub(crate) method: &'a str,
    /// Undecoded, without the query.
    pub(crate) path: &'a str,
    /// The value of the request's header [`HEADER`].
    pub(crate) header: Option<&'a [u8]>,
    pub(crate) body: &'a [u8],
}

/// The header by which a request asks for a fault.
pub(crate) const HEADER: &str = "emulator-fault";
