"""Our own client, called by name with plain JSON: the stub tells which class or date is meant."""

from __future__ import annotations

import ast
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import bootpay_core
from bootpay_core import Bootpay

STUB = ast.parse((Path(bootpay_core.__file__).parent / "_bootpay_core.pyi").read_text())
CLASSES = {node.name: node for node in STUB.body if isinstance(node, ast.ClassDef)}


def functions(name: str) -> dict[str, ast.FunctionDef]:
    return {node.name: node for node in CLASSES[name].body if isinstance(node, ast.FunctionDef)}


def calls() -> set[str]:
    """Every `resource.method` that sends a request: those take a `timeout`, and some that only use the store say so."""
    resources = {
        name: ast.unparse(function.returns)
        for name, function in functions("Bootpay").items()
        if function.returns and any(ast.unparse(mark) == "property" for mark in function.decorator_list)
    }
    return {
        f"{name}.{method}"
        for name, kind in resources.items()
        for method, function in functions(kind).items()
        if any(argument.arg == "timeout" for argument in function.args.kwonlyargs)
        and "Sends nothing to Bootpay." not in " ".join((ast.get_docstring(function) or "").split())
    }


def call(url: str, keys: dict[str, str], name: str, arguments: dict[str, Any]) -> Any:
    resource, method = name.split(".")
    with Bootpay(base_url=url, mode="test", **keys) as bootpay:
        found = getattr(bootpay, resource)
        return getattr(found, method)(**typed(functions(type(found).__name__)[method], arguments))


def typed(function: ast.FunctionDef, arguments: dict[str, Any]) -> dict[str, Any]:
    annotations = {
        argument.arg: ast.unparse(argument.annotation)
        for argument in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)
        if argument.annotation
    }
    return {name: value_of(annotations.get(name, "Any"), value) for name, value in arguments.items()}


def value_of(annotation: str, value: Any) -> Any:
    if isinstance(value, list):
        return [value_of(annotation, item) for item in value]
    words = re.findall(r"\w+", annotation)
    if isinstance(value, str) and "datetime" in words:
        return datetime.fromisoformat(value)
    if isinstance(value, dict):
        for word in words:
            if word in CLASSES:
                return getattr(bootpay_core, word)(**typed(functions(word)["__new__"], value))
    return value
