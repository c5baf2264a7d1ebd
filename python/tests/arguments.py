"""Arguments from JSON, of the types that the package's stub says they have."""

from __future__ import annotations

import ast
from datetime import datetime
from pathlib import Path
from typing import Any

import bootpay_core
from bootpay_core import AsyncBootpay, Bootpay

STUB = ast.parse(Path(bootpay_core.__file__).with_name("_bootpay_core.pyi").read_text())
CLASSES = {node.name: node for node in STUB.body if isinstance(node, ast.ClassDef)}
FUNCTIONS = {node.name: node for node in STUB.body if isinstance(node, ast.FunctionDef)}


def arguments(bootpay: Bootpay | AsyncBootpay, call: str, given: dict[str, Any]) -> dict[str, Any]:
    """Those of a call by its name in the table, `payments.get`."""
    resource, method = call.split(".")
    return typed(type(getattr(bootpay, resource)).__name__, method, given)


def typed(class_name: str, function: str, given: dict[str, Any]) -> dict[str, Any]:
    """A date for a text, an object of its class for a dict, where the function asks for one."""
    body = CLASSES[class_name].body
    functions = [node for node in body if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]
    [definition] = [node for node in functions if node.name == function]
    return of(definition, given)


def of(definition: ast.FunctionDef | ast.AsyncFunctionDef, given: dict[str, Any]) -> dict[str, Any]:
    """The same for a definition."""
    types = {argument.arg: argument.annotation for argument in [*definition.args.args, *definition.args.kwonlyargs]}
    return {name: argument(value, types.get(name)) for name, value in given.items()}


def argument(value: Any, annotation: ast.expr | None) -> Any:
    names = {node.id for node in ast.walk(annotation) if isinstance(node, ast.Name)} if annotation else set()
    match value:
        case _ if names & {"Any", "Mapping"}:
            return value
        case list():
            return [argument(item, annotation) for item in value]
        case dict():
            [name] = names & CLASSES.keys()
            return getattr(bootpay_core, name)(**typed(name, "__new__", value))
        case str() if "datetime" in names:
            return datetime.fromisoformat(value)
        case _:
            return value
