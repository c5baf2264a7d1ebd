"""Python programs of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any


def script(code: str, options: dict[str, Any], receipt_id: str) -> subprocess.Popen[str]:
    """Runs a program that finds what a client is made with, and a payment, in its environment."""
    environment = {**os.environ, "OPTIONS": json.dumps(options), "RECEIPT": receipt_id}
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, "-c", code], env=environment, stdout=pipe, stderr=pipe, text=True)
