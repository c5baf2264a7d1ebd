"""The package's metadata, and the program that its testing helpers find."""

from __future__ import annotations

import os
import sys
import sysconfig
from pathlib import Path

import pytest

from bootpay_core.testing import Emulator

if sys.version_info >= (3, 11):
    import tomllib

HERE = Path(__file__).parent.parent


@pytest.mark.parametrize("name", ["LICENSE", ".cargo/config.toml"])
def test_a_source_distribution_has_what_the_repository_has(name: str) -> None:
    # Copies, since nothing outside this folder can be included.
    assert (HERE / name).read_bytes() == (HERE.parent / name).read_bytes()


@pytest.mark.skipif(sys.version_info < (3, 11), reason="tomllib")
def test_all_packages_have_one_version() -> None:
    version = tomllib.loads((HERE.parent / "Cargo.toml").read_text())["workspace"]["package"]["version"]
    project = tomllib.loads((HERE / "pyproject.toml").read_text())["project"]
    assert project["optional-dependencies"]["testing"] == [f"bootpay-emulator=={version}"]


def program(folder: Path, name: str = "bootpay-emulator") -> str:
    """Makes a program of that name, for `Emulator` to find; it is not run."""
    folder.mkdir(exist_ok=True)
    made = folder / (name + (".exe" if os.name == "nt" else ""))
    made.write_text("#!/bin/sh\n")
    made.chmod(0o755)
    return str(made)


def found(**named: str) -> str:
    return Emulator(**named)._command[0]


def test_the_emulator_is_found_in_this_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    on_path, of_user, installed, environment = (
        program(tmp_path / name) for name in ("path", "user", "scripts", "environment")
    )

    def scripts(name: str, scheme: str) -> str:
        assert name == "scripts"
        return str(tmp_path / ("scripts" if scheme == sysconfig.get_default_scheme() else "user"))

    monkeypatch.setattr(sysconfig, "get_path", scripts)
    monkeypatch.setenv("PATH", str(tmp_path / "path"))
    monkeypatch.setenv("BOOTPAY_EMULATOR", environment)
    assert found(program="of the argument") == "of the argument"
    assert found() == environment
    monkeypatch.setenv("BOOTPAY_EMULATOR", "")
    # Without an activated environment: its scripts are not on the PATH.
    assert found() == installed
    os.remove(installed)
    assert found() == of_user
    os.remove(of_user)
    assert found() == on_path
    os.remove(on_path)
    with pytest.raises(FileNotFoundError, match=r'pip install "bootpay-core\[testing\]"'):
        Emulator()
