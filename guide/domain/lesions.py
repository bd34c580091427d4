"""Marks on the skin, described well enough to be drawn true to size and to be put into words."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Range:
    """A closed range; the unit is in the name of the field that holds it."""

    least: float
    most: float


Colour = Literal[
    "white",
    "clear",
    "yellow",
    "pink",
    "red",
    "bright-red",
    "pale",
    "slightly-pale",
    "depigmented",
    "skin",
    "brown",
    "grey",
    "blue-grey",
    "purple",
]
"""Colours by what makes them, not by their paint: each is mixed for the skin it lies in."""

Elevation = Literal["flat", "raised", "flat-topped", "wheal", "fluid-filled", "pus-filled"]
Edge = Literal["clear", "soft", "jagged"]
Shape = Literal["round", "oval", "leaf", "irregular", "ring", "line"]
Arrangement = Literal[
    "scattered", "clustered", "line", "follicular", "confetti", "fold", "satellites", "joined"
]
Surface = Literal[
    "smooth",
    "pearly",
    "shiny",
    "scaly",
    "greasy",
    "silvery",
    "collarette",
    "peeling",
    "rough",
    "warty",
    "lobed",
]
Crust = Literal["none", "honey", "dark"]


@dataclass(frozen=True, slots=True)
class Halo:
    """Colour in the skin around a lesion, ``size_mm`` across, the lesion included."""

    colour: Literal["pink", "red", "pale"]
    size_mm: Range


@dataclass(frozen=True, slots=True)
class Lesion:
    """One kind of mark: diameters in mm (of a line, its length), count per picture.

    ``satellites`` lie round the largest mark of the kind before, ``joined`` ones run into each other.
    """

    colour: Colour
    elevation: Elevation
    size_mm: Range
    count: Range
    edge: Edge = "clear"
    arrangement: Arrangement = "scattered"
    surface: Surface = "smooth"
    shape: Shape = "round"
    dimple: bool = False
    crust: Crust = "none"
    halo: Halo | None = None


@dataclass(frozen=True, slots=True)
class Skin:
    """The skin the marks are on: which kind, redness all over it, and whether all of it has lost its colour.

    A scalp has hair, a palm has ridges, the mouth is lined and wet.
    """

    kind: Literal["body", "face", "scalp", "palm", "mouth"] = "body"
    flush: Literal["none", "pink", "red"] = "none"
    pale_all_over: bool = False


USUAL_SKIN = Skin()


@dataclass(frozen=True, slots=True)
class Stage:
    """One picture of a condition; a condition that changes has several.

    ``places`` are options of the checklist's question about the place; left empty where the stage is seen
    wherever the condition is.
    """

    id: str
    name: str
    lesions: tuple[Lesion, ...]
    skin: Skin = USUAL_SKIN
    places: tuple[str, ...] = ()
