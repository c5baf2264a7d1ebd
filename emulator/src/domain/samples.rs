//! The ids and keys that Bootpay's public manuals and samples show: nobody's own.

/// Application ids, private keys and client keys of the samples of official SDKs and of the manual.
const SAMPLES: [&str; 8] = [
    "5b8f6a4d396fa665fdc2b5e7",
    "5b8f6a4d396fa665fdc2b5e8",
    "5b8f6a4d396fa665fdc2b5e9",
    "5b8f6a4d396fa665fdc2b5ea",
    "59bfc738e13f337dbd6ca48a",
    "rm6EYECr6aroQVG2ntW0A6LpWnkTgP4uQ3H18sDDUYw=",
    "pDc0NwlkEX3aSaHTp/PPL/i8vn5E/CqRChgyEp/gHD0=",
    "FQj3jOvQYp053nxzWxHSuw+cq3zUlSWZV2ec/8fkiyA=",
];

/// Returns whether a text is an id or a key of a public manual.
pub(crate) fn is_sample(text: &str) -> bool {
    SAMPLES.contains(&text)
}
