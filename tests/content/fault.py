"""One mistake to make in the small pack, and its files by short names."""

from typing import NamedTuple

BEADS, PATCHES = "conditions/beads.yaml", "conditions/patches.yaml"
CHECKLIST, SIGNS, WEIGHTS = "checklist.yaml", "danger-signs.yaml", "weights.yaml"
CLAIMS, GLOSSARY = "claims.yaml", "glossary.yaml"
SOURCES, REGIONS, BODY, CASES, INFO = (
    "sources.yaml",
    "regions.yaml",
    "bodymap.yaml",
    "cases/families.yaml",
    "pack.yaml",
)


class Fault(NamedTuple):
    """``at`` is the changed file's text where the problem lies; a ``|`` in it is the exact place."""

    name: str
    file: str
    old: str
    new: str
    at: str
    says: str
