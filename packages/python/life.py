"""The life of a payment, with what pip installed in a folder: `life.py FOLDER [EMULATOR]`.

Without an argument for it, the emulator must be found in that folder.
"""

import asyncio
import importlib.metadata
import os
import shutil
import sys
from pathlib import Path

import bootpay_core
from bootpay_core import MismatchError, RejectedError
from bootpay_core.testing import Emulator

environment = Path(sys.argv[1]).resolve()
program = sys.argv[2] if len(sys.argv) > 2 else None


def installed() -> None:
    """Nothing of a checkout, nor a compiler, is in reach, and the packages say what they are."""
    assert environment in Path(bootpay_core.__file__).resolve().parents, bootpay_core.__file__
    assert "BOOTPAY_EMULATOR" not in os.environ
    # A Windows program needs more of its environment than a test can name: there the compiler stays in reach.
    for missing in ("bootpay-emulator",) if os.name == "nt" else ("bootpay-emulator", "cargo", "rustc"):
        assert not shutil.which(missing), f"{missing} is on the PATH"
    versions = {importlib.metadata.version(name) for name in ("bootpay-core", "bootpay-emulator")}
    assert len(versions) == 1, versions
    for name in ("bootpay-core", "bootpay-emulator"):
        distribution = importlib.metadata.distribution(name)
        assert distribution.metadata["License-Expression"] == "MIT"
        licences = {Path(str(file)).name for file in distribution.files or () if "licenses" in str(file)}
        assert {"LICENSE", "THIRD-PARTY-NOTICES"} <= licences, licences


async def look_up(emulator: Emulator, order_id: str) -> list[str]:
    async with emulator.async_client() as bootpay:
        return [receipt.status for receipt in await bootpay.payments.find_by_order(order_id)]


def main() -> None:
    installed()
    with Emulator(program=program) as emulator, emulator.client() as bootpay:
        receipt_id = emulator.pay(order_id="o-1", price=15_000)["receipt_id"]
        assert program or environment in Path(emulator._command[0]).resolve().parents, emulator._command
        try:
            bootpay.payments.confirm(receipt_id, order_id="o-1", price=14_000)
            raise AssertionError("another price was confirmed")
        except MismatchError as mismatch:
            assert mismatch.field == "price"
        paid = bootpay.payments.confirm(receipt_id, order_id="o-1", price=15_000)
        assert (paid.price, paid.receipt.status) == (15_000, "paid")
        assert bootpay.payments.verify(receipt_id, order_id="o-1", price=15_000).receipt_id == receipt_id
        part = bootpay.payments.cancel_partial(receipt_id, cancel_price=5_000, cancel_id="o-1/1")
        assert part.cancelled_price == 5_000
        rest = bootpay.payments.cancel_full(receipt_id)
        assert rest.cancelled_price == 15_000
        assert asyncio.run(look_up(emulator, "o-1")) == ["cancelled"]
        try:
            bootpay.payments.get("none")
            raise AssertionError("a payment that does not exist was found")
        except RejectedError as rejected:
            assert rejected.code == "RC_NOT_FOUND"


main()
