//! The short version of the run: a few hundred lives, always the same ones.

#[test]
fn no_promise_is_broken_in_a_few_hundred_lives() {
    let report = bootpay_chaos::run(1, 0..240, 240, |_| ());
    print!("{report}");
    assert!(report.failures.is_empty(), "{report}");
    let (lost, unknown) = report.settled();
    assert_eq!(report.lives(), 240);
    assert!(lost > 100 && unknown < lost / 2, "{report}");
}
