"""``export-schema``: the shape of each kind of file, for editors that check while one types."""

import json
from pathlib import Path

from guide.content.commands.ending import CLEAN, CommandError, say
from guide.content.json_schema import KINDS, Schema, schema_of, schema_of_all
from guide.content.problems import visible
from guide.content.reading import reason


def export_schema(kind: str | None, into: Path | None) -> int:
    if into is None:
        say(_text(schema_of(kind) if kind else schema_of_all()))
        return CLEAN
    try:
        into.mkdir(parents=True, exist_ok=True)
        for each in [kind] if kind else KINDS:
            path = into / f"{each}.schema.json"
            path.write_text(f"{_text(schema_of(each))}\n", encoding="utf-8", newline="\n")
            say(f"Written: {visible(path)}")
    except (OSError, ValueError) as error:
        words = (
            f"The schemas could not be written into {visible(into)} ({reason(error)}); choose another folder."
        )
        raise CommandError(words) from None
    return CLEAN


def _text(schema: Schema) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False)
