"""Bytes on disk of each contender with all that it needs, bytecode apart, as JSON: `sizes.py NAME=DISTRIBUTION …`."""

import json
import re
import sys
from importlib import metadata


def closure(name, found):
    name = re.sub(r"[-_.]+", "-", name).lower()
    if name in found:
        return
    try:
        found[name] = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return  # Needed elsewhere: another system, an older Python.
    for requirement in found[name].requires or ():
        if "extra ==" not in requirement:
            closure(re.match(r"[\w.-]+", requirement)[0], found)


def size(name):
    found = {}
    closure(name, found)
    if not found:
        return None
    files = (file.locate() for package in found.values() for file in package.files or ())
    return sum(file.stat().st_size for file in files if file.suffix != ".pyc" and file.is_file())


print(json.dumps({pair.split("=")[0]: size(pair.split("=")[1]) for pair in sys.argv[1:]}))
