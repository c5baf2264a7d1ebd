#!/usr/bin/env python3
"""Keeps of an SBOM the crates that are linked: `linked.py SBOM <TREE`, where TREE has lines "name v1.2.3 …".

cargo's metadata, from which the SBOM is made, knows no features of one crate alone: it has every binding's crates.
"""

import json
import sys
from pathlib import Path

linked = {tuple(line.split()[:2]) for line in sys.stdin if line.strip()}
path = Path(sys.argv[1])
text = path.read_text(encoding="utf-8")
# Without this machine's folders.
for folder in (Path.cwd(), *path.resolve().parents):
    if folder != Path(folder.anchor):
        text = text.replace(f"file://{folder.as_posix()}", "file://").replace(f"file:///{folder.as_posix()}", "file://")
sbom = json.loads(text)
sbom["components"] = [one for one in sbom["components"] if (one["name"], f"v{one['version']}") in linked]
kept = {one["bom-ref"] for one in sbom["components"]} | {sbom["metadata"]["component"]["bom-ref"]}
sbom["dependencies"] = [
    {**one, "dependsOn": [ref for ref in one.get("dependsOn", []) if ref in kept]}
    for one in sbom["dependencies"]
    if one["ref"] in kept
]
sys.stdout.reconfigure(encoding="utf-8")
json.dump(sbom, sys.stdout, indent=1, ensure_ascii=False)
