//! The short version of the run: a few hundred lives, always the same ones.

use bootpay_chaos::{Report, Run};

const ITSELF: &str = env!("CARGO_BIN_EXE_bootpay-chaos");

fn lived(lives: std::ops::Range<u64>, inside: bool) -> Report {
    let workers = usize::try_from(lives.end - lives.start).expect("a few");
    let program = vec![ITSELF.to_owned(), "--serve".to_owned()];
    let run = Run { seed: 4, lives, workers, program, inside };
    let report = bootpay_chaos::run(&run, |_| ()).expect("the program that was built for this test");
    print!("{report}");
    assert!(report.failures.is_empty(), "{report}");
    report
}

#[test]
fn no_promise_is_broken_in_a_few_hundred_lives() {
    // Lives of this seed none of which loses too many replies in a row: each costs seconds of waiting.
    let report = lived(27..267, true);
    let (lost, unknown) = report.resolved();
    assert_eq!(report.lives(), 240);
    assert!(lost > 100 && unknown < lost / 2, "{report}");
}

/// What other languages are asked, asked of Rust.
#[test]
fn lives_are_the_same_by_json_lines() {
    assert_eq!(lived(27..67, false).lives(), 40);
}
