"""Set-up: clients from the environment, application ids, capabilities, the check before going live."""

from __future__ import annotations

import os
from typing import Any

import pytest
from bootpay_core import ApplicationIds, AsyncBootpay, Bootpay, ConfigError, InvalidError
from bootpay_core.testing import Emulator

WEB = "0123456789abcdef01234567"
KEYS = {"BOOTPAY_CLIENT_KEY": "ck", "BOOTPAY_SECRET_KEY": "sk-secret"}


@pytest.fixture
def environ(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """An environment without the client's variables."""
    for name in os.environ:
        if name.startswith("BOOTPAY_") and not name.startswith("BOOTPAY_EMULATOR"):
            monkeypatch.delenv(name)
    return monkeypatch


def put(environ: pytest.MonkeyPatch, variables: dict[str, str]) -> None:
    for name, value in variables.items():
        environ.setenv(name, value)


@pytest.mark.parametrize("client", [Bootpay, AsyncBootpay])
def test_a_client_is_made_of_the_environment(environ: pytest.MonkeyPatch, client: Any) -> None:
    put(environ, {**KEYS, "BOOTPAY_MODE": "test", "BOOTPAY_BASE_URL": "http://127.0.0.1:9"})
    assert "http://127.0.0.1:9" in repr(client.from_env()) and "Test" in repr(client.from_env())
    assert "Live" in repr(client.from_env(mode="live"))
    assert repr(client.from_env()).startswith(client.__name__)


def test_calls_go_where_the_environment_says(environ: pytest.MonkeyPatch) -> None:
    with Emulator() as emulator:
        merchant = emulator.merchant
        put(environ, {
            "BOOTPAY_CLIENT_KEY": merchant["client_key"],
            "BOOTPAY_SECRET_KEY": merchant["secret_key"],
            "BOOTPAY_BASE_URL": emulator.url,
        })
        with Bootpay.from_env(timeout=5) as bootpay:
            assert len(bootpay.payment_methods.list()) > 0


@pytest.mark.parametrize(("variables", "field"), [
    ({}, "BOOTPAY_CLIENT_KEY"),
    ({"BOOTPAY_CLIENT_KEY": "ck"}, "BOOTPAY_SECRET_KEY"),
    ({**KEYS, "BOOTPAY_SECRET_KEY": ""}, "BOOTPAY_SECRET_KEY"),
    ({"BOOTPAY_PRIVATE_KEY": "pk"}, "BOOTPAY_APPLICATION_ID"),
    ({**KEYS, "BOOTPAY_MODE": "Live"}, "BOOTPAY_MODE"),
    ({**KEYS, "BOOTPAY_BASE_URL": "http://shop.example"}, "BOOTPAY_BASE_URL"),
    ({**KEYS, "BOOTPAY_WEB_APPLICATION_ID": "5b8f6a4d396fa665fdc2b5e7"}, "BOOTPAY_WEB_APPLICATION_ID"),
    ({**KEYS, "BOOTPAY_CLIENT_KEY": "\udcff"}, "BOOTPAY_CLIENT_KEY"),
])
@pytest.mark.parametrize("client", [Bootpay, AsyncBootpay])
def test_a_wrong_variable_is_named(
    environ: pytest.MonkeyPatch, client: Any, variables: dict[str, str], field: str
) -> None:
    put(environ, variables)
    with pytest.raises(InvalidError) as caught:
        client.from_env()
    assert caught.value.field == field
    assert "sk-secret" not in str(caught.value)


def test_an_option_of_the_wrong_type_is_named(environ: pytest.MonkeyPatch) -> None:
    put(environ, KEYS)
    with pytest.raises(InvalidError) as caught:
        Bootpay.from_env(mode="sandbox")  # type: ignore[arg-type]
    assert caught.value.field == "mode"


def test_each_platform_has_its_id() -> None:
    ids = ApplicationIds(web=WEB)
    bootpay = Bootpay(client_key="ck", secret_key="sk", application_ids=ids)
    assert bootpay.setup.application_id("web") == WEB
    with pytest.raises(ConfigError, match="ios"):
        bootpay.setup.application_id("ios")
    asynchronous = AsyncBootpay(client_key="ck", secret_key="sk", application_ids=ids)
    assert asynchronous.setup.application_id("web") == WEB
    with pytest.raises(InvalidError) as caught:
        Bootpay(client_key="ck", secret_key="sk", application_ids=ApplicationIds(web="x"))
    assert caught.value.field == "application_ids.web"


def test_capabilities_and_addresses_are_data() -> None:
    setup = Bootpay(client_key="ck", secret_key="sk").setup
    assert setup.supports("payapp", capability="separate_confirmation") == "no"
    assert setup.supports("a-new-pg", capability="escrow") == "unknown"
    addresses = setup.addresses()
    assert addresses.webhook_network == "223.130.82.0/24"
    assert [url.pg for url in addresses.deposit_urls] == ["kcp", "inicis", "nicepay"]


def test_the_export_of_the_emulator_is_checked() -> None:
    bootpay = Bootpay(client_key="ck", secret_key="sk")
    with Emulator() as emulator:
        project = emulator.project(merchant="Tea house")
        project.activate("kcp", "card", live=True, settings={"site_cd": "A1234"})
        items = bootpay.setup.readiness(project.export())
        assert [item.code for item in items] == ["cancel_address_missing", "webhook_missing", "rest_open"]
        assert [item.code for item in items] == [item["code"] for item in project.readiness()]
        first = items[0]
        assert (first.severity, first.actor, first.pg) == ("blocker", "merchant", "kcp")
        assert "223.130.82.4" in first.korean and "223.130.82.4" in first.english
        project.register("kcp", cancel_address=True)
        project.change(
            allowed_addresses=["10.0.0.1"], notifications={"webhook": {"url": "https://tea.example/hook"}}
        )
        assert bootpay.setup.readiness(project.export()) == []
    with pytest.raises(InvalidError) as caught:
        bootpay.setup.readiness({"methods": "card"})
    assert (caught.value.field, caught.value.endpoint) == ("setup.methods", "setup.readiness")
