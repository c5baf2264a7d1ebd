"""One contender of the benchmark: `contender.py NAME MODE URL CA CALLS WARM-UP` (see the README of `benches/`).

Only what every program has anyway is imported at the top: the rest would count as the contender's.
"""

import os
import sys
import time

RECEIPT_ID = "6712ab34c0de5f0012a4b901"
BASIC = "Basic a2V5OnNlY3JldA=="
CONCURRENT = 64


def look_up(url):
    return f"{url}/v2/receipt/{RECEIPT_ID}", {"authorization": BASIC, "accept": "application/json"}


def give_back(url):
    body = {"receipt_id": RECEIPT_ID, "cancel_message": "changed mind"}
    return f"{url}/v2/cancel", {"authorization": BASIC, "accept": "application/json"}, body


# Each makes a client and returns its look-up and its cancel. The replies are looked at: a contender
# that does not get them would be fast.


def bootpay_core(url, ca):
    from bootpay_core import Bootpay

    bootpay = Bootpay(client_key="key", secret_key="secret", base_url=url, ca_certificates=pem(ca))

    def get():
        assert bootpay.payments.get(RECEIPT_ID).price == 15_000

    def cancel():
        assert bootpay.payments.cancel_full(RECEIPT_ID, cancel_message="changed mind").cancelled_price == 15_000

    return get, cancel


def bootpay_core_async(url, ca):
    from bootpay_core import AsyncBootpay

    bootpay = AsyncBootpay(client_key="key", secret_key="secret", base_url=url, ca_certificates=pem(ca))

    async def get():
        assert (await bootpay.payments.get(RECEIPT_ID)).price == 15_000

    async def cancel():
        assert (await bootpay.payments.cancel_full(RECEIPT_ID, cancel_message="changed mind")).cancelled_price == 15_000

    return get, cancel


def bootpay_backend(url, ca):
    trust(ca)
    from bootpay_backend import BootpayBackend

    BootpayBackend.BASE_URL["production"] = f"{url}/v2"
    bootpay = BootpayBackend(client_key="key", secret_key="secret")

    def get():
        assert bootpay.receipt_payment(RECEIPT_ID)["price"] == 15_000

    def cancel():
        assert bootpay.cancel_payment(RECEIPT_ID, cancel_message="changed mind")["cancelled_price"] == 15_000

    return get, cancel


def portone(url, ca):
    trust(ca)
    from portone_server_sdk import PaymentClient

    client = PaymentClient(secret="secret", base_url=url)

    def get():
        assert client.get_payment(payment_id="order-20261125-1001").amount.total == 15_000

    def cancel():
        reply = client.cancel_payment(payment_id="order-20261125-1001", reason="changed mind")
        assert reply.cancellation.total_amount == 15_000

    return get, cancel


def stripe(url, ca):
    import stripe

    if ca:
        stripe.ca_bundle_path = ca
    client = stripe.StripeClient("sk_test_key", base_addresses={"api": url})

    def get():
        assert client.v1.payment_intents.retrieve("pi_3QOq5yLkdIwHu7ix0aB1cD2e").amount == 15_000

    def cancel():
        assert client.v1.refunds.create({"payment_intent": "pi_3QOq5yLkdIwHu7ix0aB1cD2e"}).amount == 15_000

    return get, cancel


def requests_session(url, ca):
    import requests
    from requests.adapters import HTTPAdapter

    session = requests.Session()
    session.trust_env = False
    session.verify = ca or True
    session.mount(url, HTTPAdapter(pool_connections=1, pool_maxsize=CONCURRENT))

    def get():
        address, headers = look_up(url)
        assert session.get(address, headers=headers).json()["price"] == 15_000

    def cancel():
        address, headers, body = give_back(url)
        assert session.post(address, headers=headers, json=body).json()["cancelled_price"] == 15_000

    return get, cancel


def urllib3_pool(url, ca):
    import urllib3

    pool = urllib3.PoolManager(maxsize=CONCURRENT, ca_certs=ca or None)

    def get():
        address, headers = look_up(url)
        assert pool.request("GET", address, headers=headers).json()["price"] == 15_000

    def cancel():
        address, headers, body = give_back(url)
        assert pool.request("POST", address, headers=headers, json=body).json()["cancelled_price"] == 15_000

    return get, cancel


def httpx_options(ca):
    import ssl

    import httpx

    limits = httpx.Limits(max_connections=CONCURRENT, max_keepalive_connections=CONCURRENT)
    verify = ssl.create_default_context(cafile=ca) if ca else True
    return {"limits": limits, "verify": verify, "trust_env": False, "timeout": 30}


def httpx_sync(url, ca):
    import httpx

    client = httpx.Client(**httpx_options(ca))

    def get():
        address, headers = look_up(url)
        assert client.get(address, headers=headers).json()["price"] == 15_000

    def cancel():
        address, headers, body = give_back(url)
        assert client.post(address, headers=headers, json=body).json()["cancelled_price"] == 15_000

    return get, cancel


def httpx_async(url, ca):
    import httpx

    client = httpx.AsyncClient(**httpx_options(ca))

    async def get():
        address, headers = look_up(url)
        assert (await client.get(address, headers=headers)).json()["price"] == 15_000

    async def cancel():
        address, headers, body = give_back(url)
        assert (await client.post(address, headers=headers, json=body)).json()["cancelled_price"] == 15_000

    return get, cancel


def aiohttp(url, ca):
    import ssl

    import aiohttp

    tls = ssl.create_default_context(cafile=ca) if ca else True
    sessions = []

    def session():
        # It must be made where the loop runs.
        if not sessions:
            sessions.append(aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=CONCURRENT, ssl=tls)))
        return sessions[0]

    async def get():
        address, headers = look_up(url)
        async with session().get(address, headers=headers) as reply:
            assert (await reply.json())["price"] == 15_000

    async def cancel():
        address, headers, body = give_back(url)
        async with session().post(address, headers=headers, json=body) as reply:
            assert (await reply.json())["cancelled_price"] == 15_000

    return get, cancel


# What makes it, what is imported for it, and whether its calls are awaited.
CONTENDERS = {
    "bootpay-core": (bootpay_core, "bootpay_core", False),
    "bootpay-core-async": (bootpay_core_async, "bootpay_core", True),
    "bootpay-backend": (bootpay_backend, "bootpay_backend", False),
    "portone-server-sdk": (portone, "portone_server_sdk", False),
    "stripe": (stripe, "stripe", False),
    "requests": (requests_session, "requests", False),
    "urllib3": (urllib3_pool, "urllib3", False),
    "httpx": (httpx_sync, "httpx", False),
    "httpx-async": (httpx_async, "httpx", True),
    "aiohttp": (aiohttp, "aiohttp", True),
}


def pem(ca):
    if not ca:
        return None
    with open(ca) as file:
        return file.read()


def trust(ca):
    """For SDKs that have no setting for it."""
    if ca:
        os.environ["REQUESTS_CA_BUNDLE"] = os.environ["SSL_CERT_FILE"] = ca


def one_by_one(call, calls, warm_up):
    for _ in range(warm_up):
        call()
    wall, cpu = time.perf_counter(), time.process_time()
    for _ in range(calls):
        call()
    return time.perf_counter() - wall, time.process_time() - cpu


def in_threads(call, calls, warm_up):
    import threading

    ready, go = threading.Barrier(CONCURRENT + 1), threading.Barrier(CONCURRENT + 1)
    failures = []

    def work(number):
        try:
            for _ in range(number, warm_up, CONCURRENT):
                call()
            ready.wait()
            go.wait()
            for _ in range(number, calls, CONCURRENT):
                call()
        except BaseException as failure:
            failures.append(failure)
            ready.abort()
            go.abort()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(CONCURRENT)]
    for thread in threads:
        thread.start()
    try:
        ready.wait()
        wall, cpu = time.perf_counter(), time.process_time()
        go.wait()
    except threading.BrokenBarrierError:
        raise failures[0] from None
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]
    return time.perf_counter() - wall, time.process_time() - cpu


async def awaited(call, calls, warm_up):
    for _ in range(warm_up):
        await call()
    wall, cpu = time.perf_counter(), time.process_time()
    for _ in range(calls):
        await call()
    return time.perf_counter() - wall, time.process_time() - cpu


async def in_tasks(call, calls, warm_up):
    import asyncio

    async def work(number, calls):
        for _ in range(number, calls, CONCURRENT):
            await call()

    await asyncio.gather(*(work(number, warm_up) for number in range(CONCURRENT)))
    wall, cpu = time.perf_counter(), time.process_time()
    await asyncio.gather(*(work(number, calls) for number in range(CONCURRENT)))
    return time.perf_counter() - wall, time.process_time() - cpu


def measure(name, mode, url, ca, calls, warm_up):
    if mode == "empty":
        return None
    make, module, is_async = CONTENDERS[name]
    if mode == "import":
        __import__(module)
        return None
    get, cancel = make(url, ca)
    if is_async:
        import asyncio

        if mode == "first-reply":
            asyncio.run(get())
            return None
        run = in_tasks if mode == "concurrent" else awaited
        return asyncio.run(run(cancel if mode == "cancel" else get, calls, warm_up))
    if mode == "first-reply":
        get()
        return None
    run = in_threads if mode == "concurrent" else one_by_one
    return run(cancel if mode == "cancel" else get, calls, warm_up)


def main():
    name, mode, url, ca, calls, warm_up = sys.argv[1:]
    times = measure(name, mode, url, ca, int(calls), int(warm_up))
    print("{}" if times is None else '{"wall":%.9f,"cpu":%.9f}' % times, flush=True)
    sys.stdin.read()  # Stays until it has been looked at.
    # What its connections do at the end is not asked.
    os._exit(0)


main()
