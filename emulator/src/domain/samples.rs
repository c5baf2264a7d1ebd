//! The ids and keys that Bootpay's public manuals and samples show: nobody's own.

pub(crate) use bootpay_core::setup::samples::is_sample;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn core_knows_the_samples_of_the_manual_and_of_official_sdks() {
        for sample in [
            "5b8f6a4d396fa665fdc2b5e7",
            "5b8f6a4d396fa665fdc2b5e8",
            "5b8f6a4d396fa665fdc2b5e9",
            "5b8f6a4d396fa665fdc2b5ea",
            "59bfc738e13f337dbd6ca48a",
            "5b9f51264457636ab9a07cde",
            "59a7e647396fa64fcad4a8c2",
            "5a52cc39396fa6449880c0f0",
            "rm6EYECr6aroQVG2ntW0A6LpWnkTgP4uQ3H18sDDUYw=",
            "pDc0NwlkEX3aSaHTp/PPL/i8vn5E/CqRChgyEp/gHD0=",
            "FQj3jOvQYp053nxzWxHSuw+cq3zUlSWZV2ec/8fkiyA=",
            "sEN72kYZBiyMNytA8nUGxQ",
        ] {
            assert!(is_sample(sample), "{sample}");
        }
        assert!(!is_sample("5b8f6a4d396fa665fdc2b5eb") && !is_sample(""));
    }
}
