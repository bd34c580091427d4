"""How long pictures take to draw: the thumbnails of the whole list, and all full pictures on all tones."""

import statistics
import subprocess
import sys
import time
from collections.abc import Iterable
from os import environ
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guide.domain.pack import ContentPack
    from guide.ui.pictures.cache import PictureCache, Wanted

GOAL_LIST_MS, GOAL_PICTURE_MS = 150, 30
THUMBNAIL, TILE, PICTURE = (84, 64), (162, 87), (318, 214)
COLD_RUNS = 5


def main() -> int:
    # Each in a process of its own: nothing is known from before, as when a parent opens the list.
    runs = [tuple(map(float, _run("thumbnails").split())) for _ in range(COLD_RUNS)]
    together, slowest = (statistics.median(run[place] for run in runs) for place in (0, 1))
    print(f"Thumbnails of the whole list, cold, {THUMBNAIL[0]}x{THUMBNAIL[1]}, median of {COLD_RUNS}:")
    print(f"  altogether {together:.0f} ms (goal {GOAL_LIST_MS}), the slowest {slowest:.1f} ms")
    after = statistics.median(float(_run("thumbnails", "after-home").split()[0]) for _ in range(COLD_RUNS))
    print(f"  after the pictures of Home, as when a parent opens the list: {after:.0f} ms")
    for ratio in (1, 2):
        print(_run("pictures", str(ratio)), end="")
    return 0


def _run(*arguments: str) -> str:
    # Without its bytecode the program would be compiled anew each time, which no parent ever sees.
    environment = {name: value for name, value in environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [sys.executable, __file__, *arguments]
    return subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True).stdout


def prepared_pack() -> "ContentPack":
    """The pack and the fonts, which are there long before the first picture."""
    from guide.content.loader import load_pack
    from guide.paths import resources_folder
    from guide.ui.app import make_application

    make_application(["little-spots"])
    return load_pack(resources_folder() / "content")


def timed(all_wanted: Iterable["Wanted"], cache: "PictureCache") -> list[float]:
    from guide.ui.pictures.cache import draw

    taken = []
    for wanted in all_wanted:
        began = time.perf_counter()
        cache.keep(wanted, draw(wanted))
        taken.append((time.perf_counter() - began) * 1000)
    return taken


def thumbnails(after_home: bool) -> None:
    from guide.ui.pictures.cache import PictureCache, Wanted, draw
    from guide.ui.pictures.plans.scene import scene_of

    pack = prepared_pack()
    wanted = [Wanted(scene_of(condition), 2, *THUMBNAIL, radius=8) for condition in pack.conditions]
    if after_home:
        for condition in pack.for_front_page():
            draw(Wanted(scene_of(condition), 2, *TILE, radius=10))
    taken = timed(wanted, PictureCache())
    print(sum(taken), max(taken))


def pictures(ratio: float) -> None:
    from guide.ui.pictures.cache import MOST_BYTES, PictureCache, Wanted
    from guide.ui.pictures.colour.colours import TONES
    from guide.ui.pictures.plans.scene import scene_of

    stages = [(each, stage) for each in prepared_pack().conditions for stage in each.appearance.stages]
    cache = PictureCache()
    taken = timed(
        (
            Wanted(scene_of(condition, stage), tone, *PICTURE, ratio, radius=10)
            for condition, stage in stages
            for tone in range(len(TONES))
        ),
        cache,
    )
    many = f"{len(stages)} stages on {len(TONES)} tones"
    print(f"A full picture, {PICTURE[0]}x{PICTURE[1]}, {ratio:g} pixels to the unit, {many}:")
    print(f"  median {statistics.median(taken):.1f} ms (goal {GOAL_PICTURE_MS}), slowest {max(taken):.1f} ms")
    used, most = cache.bytes / 2**20, MOST_BYTES / 2**20
    print(f"  kept then: {len(cache)} of {len(taken)} pictures in {used:.1f} MiB (at most {most:.0f})")


if __name__ == "__main__":
    if len(sys.argv) == 1:
        sys.exit(main())
    if sys.argv[1] == "thumbnails":
        thumbnails(after_home=sys.argv[2:] == ["after-home"])
    else:
        pictures(float(sys.argv[2]))
