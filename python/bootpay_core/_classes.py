"""The native classes, as `unittest.mock.create_autospec`, `inspect` and pydantic see them."""

from __future__ import annotations

# As `typing` has it, whose import takes longer than all of this package's.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any


class _Resource:
    """A resource of a client. Of the client's class, it is the resource's class: `Bootpay.payments` has the
    methods of `Payments`, so that a mock of a client has them."""

    def __init__(self, attribute: Any, resource: type) -> None:
        self._of = attribute.__get__
        self._resource = resource
        self.__doc__ = attribute.__doc__

    def __get__(self, client: object | None, owner: type | None = None) -> Any:
        return self._resource if client is None else self._of(client)

    def __set__(self, client: object, value: object) -> None:
        raise AttributeError("a client's resources cannot be replaced; replace the client, or one of its methods")


def _awaitable(call: Callable[..., Coroutine[Any, Any, Any]], name: str) -> Any:
    """The method as a coroutine function, which a native one cannot be."""

    async def method(self: object, /, *args: Any, **kwargs: Any) -> Any:
        try:
            pending = call(self, *args, **kwargs)
        finally:
            # Reports of exceptions show what frames hold: a card's data must not be there.
            del args, kwargs
        return await pending

    method.__name__ = call.__name__
    method.__qualname__ = name
    method.__module__ = "bootpay_core"
    method.__doc__ = call.__doc__
    method.__wrapped__ = call  # type: ignore[attr-defined]
    return method


def complete(client: Any, resources: dict[str, tuple[type, str]], *, awaited: bool) -> None:
    """Adds to a client's class and to those of its resources what the native ones lack."""
    for field, (resource, calls) in resources.items():
        setattr(client, field, _Resource(vars(client)[field], resource))
        if awaited:
            for call in calls.split():
                setattr(resource, call, _awaitable(vars(resource)[call], f"{field}.{call}"))
    if awaited:
        for name in ["__aenter__", "__aexit__"]:
            setattr(client, name, _awaitable(vars(client)[name], name))


def pydantic_schema(response: type) -> Any:
    """How pydantic, and so FastAPI, takes and writes a response."""
    import importlib  # by this alone, which few need

    core_schema = importlib.import_module("pydantic_core.core_schema")
    return core_schema.is_instance_schema(
        response,
        serialization=core_schema.plain_serializer_function_ser_schema(
            lambda value: value.to_dict(), return_schema=core_schema.dict_schema(core_schema.str_schema())
        ),
    )
