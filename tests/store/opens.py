"""A program that opens a diary, tries to save, and prints as JSON what it saw."""

import json
import sys
from pathlib import Path

from guide.domain.diary import Child
from guide.errors import GuideError
from guide.store.diary_store import DiaryStore
from tests.store.families import BACK
from tests.store.processes import say


def look(store: DiaryStore) -> dict[str, object]:
    seen: dict[str, object] = {
        "read_only": store.read_only,
        "children": [child.name for child in store.children()],
        "photos": [len(store.photo_jpeg(p.id)) for item in store.notes(BACK.id) for p in item.photos],
    }
    try:
        store.save_child(Child("child-2", "Noah", None))
    except GuideError as error:
        seen["refused"] = str(error)
    return seen


def main() -> None:
    try:
        with DiaryStore.open(Path(sys.argv[1])) as store:
            say(json.dumps(look(store)))
    except GuideError as error:
        say(json.dumps({"not opened": str(error)}))


if __name__ == "__main__":
    main()
