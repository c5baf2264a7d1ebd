//! The comparison with the official SDKs does what it says, in a dozen lives of each. It needs their
//! installations, and is part of `make peers`: `PEERS_PYTHON` and `PEERS_NODE` name the programs.

use std::{collections::BTreeMap, env, time::Duration};

use bootpay_chaos::peers::{Contestant, Ending, Habit, Times, compare};

const LIVES: u64 = 12;

#[test]
#[ignore = "needs the official SDKs: `make peers`"]
fn every_life_has_an_ending_and_every_call_arrived() {
    let peers = concat!(env!("CARGO_MANIFEST_DIR"), "/../peers");
    let programs = BTreeMap::from([("PEERS_PYTHON", "python/shop.py"), ("PEERS_NODE", "node/shop.js")]);
    let mut contestants = vec![];
    for (variable, file) in programs {
        let Ok(program) = env::var(variable) else { continue };
        for habit in [Habit::Plain, Habit::Careful] {
            let command = vec![program.clone(), format!("{peers}/{file}")];
            contestants.push(Contestant::Official { command, habit });
        }
    }
    assert!(!contestants.is_empty(), "PEERS_PYTHON or PEERS_NODE must name a program");
    contestants.push(Contestant::Ours);
    // A reply that comes late is one that does not come, for the official SDKs.
    let times = Times {
        stall: Duration::from_secs(2),
        hang: Duration::from_millis(1500),
        ours: Some((Duration::from_secs(10), Duration::from_millis(2500))),
        resolve: Duration::from_secs(30),
    };
    let comparison = compare(4, 0..LIVES, &contestants, 4, &times, |_| ());
    print!("{comparison}");
    for report in &comparison.reports {
        assert_eq!(report.lives(), LIVES, "{comparison}");
        assert!(report.ended(Ending::Right) > 0, "{comparison}");
        assert_eq!(report.ended(Ending::Crashed), 0, "{comparison}");
    }
    let (ours, official) = comparison.reports.split_last().expect("ours");
    for report in official {
        // Each call of theirs sends one request at most, and is known to have where it was answered.
        let silent = report.calls_that_ended("no answer") + report.calls_that_ended("failed");
        assert!((report.calls() - silent..=report.calls()).contains(&report.arrived()), "{comparison}");
    }
    assert!(ours.arrived() > 0 && ours.arrived() <= ours.calls(), "{comparison}");
    assert_eq!((ours.ended(Ending::Wrong), ours.ended(Ending::Hung)), (0, 0), "{comparison}");
}
