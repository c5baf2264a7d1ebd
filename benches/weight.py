#!/usr/bin/env python3
"""Weighs the libraries as they ship, stripped.

    benches/weight.py rows ROWS [bindings] [node] [python]

builds each without and with made-up rows of the table, and prints what a row costs. The rows go into a copy of the
checkout below `target/weight`. Each has a request and a response of its own, of fields as the real ones have: half of
the rows read, half change something.

    benches/weight.py areas LIBRARY

sums the named code and data of a library that is not stripped by the part of the program that they are of.
"""

import collections
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
COPY = ROOT / "target" / "weight" / "checkout"
TARGET = ROOT / "target" / "weight" / "target"
LIBRARIES = {"bindings": "libbootpay_bindings", "node": "libbootpay_node", "python": "lib_bootpay_core"}

MODELS = """
/// Made-up request {n}.
#[model(request)]
pub struct Ask{n} {{
    /// Bootpay's id of the payment.
    #[check(id)]
    pub receipt_id: String,
    /// Amount, in won.
    pub price: Won,
    /// Name of the order, as the buyer reads it.
    #[check(not_blank)]
    pub order_name: Option<String>,
    /// The merchant's id of the order.
    #[check(id)]
    pub order_id: Option<String>,
    /// The tax-free part of `price`, in won.
    #[from_zero]
    #[check(within(price))]
    pub tax_free: Option<Won>,
    /// Time of the charge.
    pub execute_at: Option<Timestamp>,
    /// True if the buyer is told.
    pub notify: Option<bool>,
    /// The merchant's metadata; returned unchanged.
    #[personal]
    pub metadata: Option<Json>,
}}

/// Made-up response {n}.
#[model]
pub struct Answer{n} {{
    /// Bootpay's id of the payment.
    pub receipt_id: String,
    /// The merchant's id of the order.
    pub order_id: Option<String>,
    /// Name of the order, as the buyer reads it.
    pub order_name: Option<String>,
    /// Amount, in won.
    pub price: Option<i64>,
    /// The tax-free part of `price`, in won.
    pub tax_free: Option<i64>,
    /// Months of instalment; `00` is a lump sum.
    pub card_quota: Option<String>,
    /// True if it was done.
    pub success: Option<bool>,
    /// URL of the payment's page.
    pub url: Option<String>,
    /// The merchant's metadata.
    #[personal]
    pub metadata: Option<Json>,
    /// Time of the request.
    pub requested_at: Option<Timestamp>,
    /// Time of the charge.
    pub executed_at: Option<Timestamp>,
    /// The whole response as Bootpay sent it, including fields that this version does not know.
    #[default]
    pub raw: Json,
}}

impl Response for Answer{n} {{
    fn is_about(&self, subject: &Subject) -> Result<(), String> {{
        subject.same("receipt_id", Some(&self.receipt_id))
    }}
}}
"""


def insert(file: str, before: str, text: str) -> None:
    path = COPY / file
    head, mark, tail = path.read_text().partition(before)
    if not mark:
        sys.exit(f"{file} has no {before.strip()!r}: change benches/weight.py")
    path.write_text(head + text + mark + tail)


def copy() -> None:
    shutil.rmtree(COPY, ignore_errors=True)
    for name in subprocess.check_output(["git", "ls-files", "-z"], cwd=ROOT, text=True).split("\0"):
        if name and (ROOT / name).is_file():
            (COPY / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, COPY / name)


def make_up(rows: int) -> None:
    numbers = range(rows)
    uses = (
        "use bootpay_macros::model;\n\n"
        "use crate::{\n    value::{Json, Timestamp, Won},\n    wire::{Response, Subject},\n};\n"
    )
    (COPY / "core/src/model/made_up.rs").write_text(uses + "".join(MODELS.format(n=n) for n in numbers))
    names = ", ".join(f"Ask{n}, Answer{n}" for n in numbers)
    insert("core/src/model/mod.rs", "mod merchant;\n", "mod made_up;\n")
    insert("core/src/model/mod.rs", "    order { Item,", f"    made_up {{ {names} }}\n")
    table = "".join(
        f"                /// Made-up row {n}.\n                made_up_{n}(Ask{n}) -> Answer{n} "
        + ("{ write POST" if n % 2 else "{ read GET")
        + f' "/v2/made-up/{n}" assumed }}\n'
        for n in numbers
    )
    first = "                /// Returns one payment by Bootpay's receipt id.\n"
    insert("core/src/table/rows.rs", first, table)
    rules = [
        f"    Ask{n} {{ receipt_id: receipt_id }} refused by [] => Rule::Unreadable;\n" for n in numbers if n % 2
    ]
    insert("core/src/calls/attempts/rules.rs", "    ConfirmPayment { receipt_id:", "".join(rules))
    changing = ", ".join(f"Ask{n}" for n in numbers if n % 2)
    insert("core/src/calls/attempts/rules.rs", "        CancelCashReceipt, CancelCashReceiptForPayment,", f"        {changing},\n")


def size(library: str) -> int:
    build = ["cargo", "build", "--quiet", "--release", "--package", f"bootpay-{library}", "--target-dir", str(TARGET)]
    subprocess.run(build, cwd=COPY, check=True)
    built = next(path for path in (TARGET / "release").glob(f"{LIBRARIES[library]}.*") if path.suffix in (".so", ".dylib"))
    stripped = built.with_suffix(".stripped")
    subprocess.run(["strip", "-o", stripped, built], check=True)
    return stripped.stat().st_size


def rows(count: int, libraries: list[str]) -> None:
    copy()
    before = {library: size(library) for library in libraries}
    make_up(count)
    print(f"{'library':10}{'bytes':>12}{f'{count} rows more':>16}{'kB a row':>10}")
    for library in libraries:
        after = size(library)
        print(f"{library:10}{before[library]:>12,}{after:>16,}{(after - before[library]) / count / 1000:>10.1f}", flush=True)


# The first that is found in a symbol's name; what is generic counts to the type it is made for.
AREAS = {
    "webhooks": r"bootpay_core::(webhook|calls::webhooks|store::deliver|model::(webhook|delivery))|ffi::\w+::webhook",
    "set-up": r"bootpay_core::(setup|calls::setup|model::setup)",
    "attempts and stores": r"bootpay_core::(attempt|store|calls::attempts|model::attempt)",
    "requests, responses, calls": r"bootpay_core|bootpay_node|bootpay_bindings|bootpay_python|UNIFFI_META|uniffi_bootpay",
    "TLS": r"rustls|webpki|ring_core|\bring::|ecp_nistz|k25519|p256|p384|gfp_|aes_|chacha|bignum|bn_",
    "HTTP": r"reqwest|hyper|\bhttp(arse|_body)?\b|tower|\burl::|idna|icu_|percent_encoding",
    "tokio": r"tokio|\bmio\b|futures",
    "binding's runtime": r"napi|pyo3|uniffi|PYO3",
    "JSON, dates, hashes": r"serde|jiff|sha2|hmac",
    # C code, of which all but TLS is SQLite's.
    "SQLite": r"rusqlite|^[a-z]\w*$",
}


def areas(library: str) -> None:
    symbols = subprocess.check_output(["nm", "--size-sort", "--print-size", "--demangle", library], text=True)
    sums: collections.Counter[str] = collections.Counter()
    for line in symbols.splitlines():
        _, size, kind, name = line.split(" ", 3)
        if kind in "tTrRdDVWw":
            found = (area for area, pattern in AREAS.items() if re.search(pattern, name))
            sums[next(found, "Rust's own, and others")] += int(size, 16)
    for area, bytes in sums.most_common():
        print(f"{area:30}{bytes:>12,}")


def main() -> None:
    match sys.argv[1:]:
        case ["rows", count, *libraries]:
            rows(int(count), libraries or list(LIBRARIES))
        case ["areas", library]:
            areas(library)
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
