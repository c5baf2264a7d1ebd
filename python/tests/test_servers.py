"""Servers that fork: a client that was made, and used, before."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bootpay_core.testing import Emulator

from .arrivals import arrived

HERE = Path(__file__).parent
APP = """
import json, os
from bootpay_core import Bootpay

bootpay = Bootpay(**json.loads(os.environ["OPTIONS"]))
# In the master: its thread and its connections are of no use to the workers.
assert bootpay.payments.get(os.environ["RECEIPT"]).price == 15_000
master = os.getpid()

def app(environ, start_response):
    if environ["PATH_INFO"] == "/cancel":
        price = bootpay.payments.cancel_full(os.environ["RECEIPT"]).cancelled_price
    else:
        price = bootpay.payments.get(os.environ["RECEIPT"]).price
    body = json.dumps([os.getpid() != master, price]).encode()
    start_response("200 OK", [("content-length", str(len(body)))])
    return [body]
"""


@contextlib.contextmanager
def running(directory: Path, module: str, options: dict[str, Any], receipt_id: str, *command: str) -> Iterator[subprocess.Popen[bytes]]:
    environment = {**os.environ, "OPTIONS": json.dumps(options), "RECEIPT": receipt_id, "PYTHONPATH": str(HERE.parent)}
    (directory / "shop.py").write_text(module)
    with (directory / "log").open("wb") as log:
        server = subprocess.Popen([sys.executable, "-m", *command], cwd=directory, env=environment, stdout=log, stderr=log)
    try:
        yield server
    except BaseException:
        print((directory / "log").read_text())
        raise
    finally:
        server.kill()
        server.wait()


def get(port: int, path: str) -> Any:
    for _ in range(200):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=20) as reply:
                return json.load(reply)
        except ConnectionError:
            raise
        except OSError:
            time.sleep(0.05)
    raise TimeoutError("the server did not come up")


def test_gunicorn_with_preload(emulator: Emulator, merchant: dict[str, Any], receipt_id: str, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    arguments = ["gunicorn", "--preload", "--workers", "2", "--bind", f"127.0.0.1:{port}", "--no-control-socket", "shop:app"]
    with running(tmp_path, APP, emulator.options(merchant), receipt_id, *arguments) as server:
        assert [get(port, "/") for _ in range(6)] == [[True, 15_000]] * 6
        # It is told to end in the middle of a refund.
        emulator.fault("/v2/cancel", kind="stall", seconds=1.5)
        answers: list[Any] = []
        buyer = threading.Thread(target=lambda: answers.append(get(port, "/cancel")))
        buyer.start()
        while not arrived(emulator, merchant, "/v2/cancel"):
            time.sleep(0.01)
        server.send_signal(signal.SIGTERM)
        assert server.wait(20) == 0
        buyer.join()
        assert answers == [[True, 15_000]]
    assert emulator.client(merchant).payments.get(receipt_id).cancelled_price == 15_000


TASKS = """
import json, os
from bootpay_core import Bootpay
from celery import Celery

folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "queue")
os.makedirs(folder, exist_ok=True)
celery = Celery(broker="filesystem://", broker_transport_options={
    "data_folder_in": folder, "data_folder_out": folder, "control_folder": folder, "polling_interval": 0.05,
})
bootpay = Bootpay(**json.loads(os.environ["OPTIONS"]))
assert bootpay.payments.get(os.environ["RECEIPT"]).price == 15_000
parent = os.getpid()

@celery.task
def price(answer):
    found = [os.getpid() != parent, bootpay.payments.get(os.environ["RECEIPT"]).price]
    with open(answer + ".part", "w") as file:
        json.dump(found, file)
    os.replace(answer + ".part", answer)

@celery.task
def refund():
    bootpay.payments.cancel_full(os.environ["RECEIPT"])
"""

ASK = """
import shop
for answer in ["answer-1", "answer-2", "answer-3"]:
    shop.price.delay(answer)
shop.refund.delay()
"""


def test_celery_with_its_prefork_pool(emulator: Emulator, merchant: dict[str, Any], receipt_id: str, tmp_path: Path) -> None:
    arguments = ["celery", "--app", "shop", "worker", "--pool", "prefork", "--concurrency", "2", "--without-gossip", "--without-mingle", "--without-heartbeat"]
    options = emulator.options(merchant)
    emulator.fault("/v2/cancel", kind="stall", seconds=3)
    # This broker's messages are files, which a worker may read half-written: all are there before it starts.
    (tmp_path / "shop.py").write_text(TASKS)
    environment = {**os.environ, "OPTIONS": json.dumps(options), "RECEIPT": receipt_id, "PYTHONPATH": str(HERE.parent)}
    subprocess.run([sys.executable, "-c", ASK], cwd=tmp_path, env=environment, check=True, timeout=60)
    with running(tmp_path, TASKS, options, receipt_id, *arguments) as worker:
        answers = [tmp_path / f"answer-{number}" for number in (1, 2, 3)]
        while not all(answer.exists() for answer in answers):
            assert worker.poll() is None
            time.sleep(0.01)
        assert [json.loads(answer.read_text()) for answer in answers] == [[True, 15_000]] * 3
        while not arrived(emulator, merchant, "/v2/cancel"):
            time.sleep(0.01)
        worker.send_signal(signal.SIGTERM)
        worker.wait(20)
    assert emulator.client(merchant).payments.get(receipt_id).cancelled_price == 15_000
