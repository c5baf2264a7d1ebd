//! What was found once, and a little of everything, without a fuzzer.

use std::{fs, path::Path};

use bootpay_core_fuzz::{amounts, attempts, headers, paths, replies, webhooks, windows};

fn check(target: &str, check: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(target);
    let seeds: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(!seeds.is_empty());
    for seed in seeds {
        check(&fs::read(seed).unwrap());
    }
}

#[test]
fn replies_are_read_or_refused() {
    check("replies", replies::check);
}

#[test]
fn attempts_come_back_as_they_were() {
    check("attempts", attempts::check);
}

#[test]
fn ids_stay_in_their_segments() {
    check("paths", paths::check);
}

#[test]
fn amounts_are_exact() {
    check("amounts", amounts::check);
}

#[test]
fn a_reply_to_begin_with_can_be_read_as_all() {
    let whole = bootpay_core_fuzz::replies::whole();
    for row in bootpay_core::fuzz::ROWS {
        let Some(read) = row.read else { continue };
        let in_list = serde_json::json!([whole]);
        let reads = |body: &serde_json::Value| {
            let body = body.to_string();
            let reply = bootpay_core::fuzz::Response { status: 200, content_type: None, body: body.as_bytes() };
            read(reply, serde_json::json!({}), &[]).map(drop)
        };
        assert!(reads(whole).or_else(|_| reads(&in_list)).is_ok(), "{}: {:?}", row.name, reads(whole));
    }
}

#[test]
fn headers_name_a_wait_or_none() {
    check("headers", headers::check);
}

#[test]
fn webhooks_are_read_or_refused() {
    check("webhooks", webhooks::check);
}

#[test]
fn messages_and_links_are_read() {
    check("windows", windows::check);
}
