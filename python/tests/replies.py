"""What a reply or an error has at a path, in core's names."""

from __future__ import annotations

from typing import Any


def at(value: Any, path: str) -> Any:
    for part in path.split(".") if path else []:
        if value is None:
            return None
        if isinstance(value, list):
            value = len(value) if part == "length" else value[int(part)]
        elif isinstance(value, dict):
            value = value.get(part)
        else:
            value = getattr(value, part)
    return value
