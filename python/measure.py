"""Prints what the wheel in the folder given costs: time to import, bytes on disk."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

RUNS = 41


def seconds(code: str, path: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-S", "-c", code], env={**os.environ, "PYTHONPATH": path}, check=True)
    return time.perf_counter() - start


def main() -> None:
    wheel = max(Path(sys.argv[1]).glob("*.whl"), key=lambda path: path.stat().st_mtime)
    with tempfile.TemporaryDirectory() as folder:
        zipfile.ZipFile(wheel).extractall(folder)
        contenders = {"bare": "pass", "bootpay_core": "import bootpay_core"}
        times: dict[str, list[float]] = {name: [] for name in contenders}
        for run in range(RUNS + 1):
            for name, code in contenders.items():
                elapsed = seconds(code, folder)
                if run:  # The first one fills caches.
                    times[name].append(elapsed)
        medians = {name: round(statistics.median(taken) * 1000, 1) for name, taken in times.items()}
        cost = round(medians["bootpay_core"] - medians["bare"], 1)
        print(f"python  import bootpay_core costs {cost} ms over the bare interpreter's {medians['bare']} ms")


if __name__ == "__main__":
    main()
