"""What lies in an export, told for whoever opens it in ten years without this program."""

READ_ME = """\
LITTLE SPOTS: AN EXPORT OF THE DIARY

These files need no Little Spots. They are not protected by a passphrase: whoever has them can read them.

diary.json
  All that is in the diary, as JSON in UTF-8.
  "format": always "little-spots-export". "format_version": 1. "program": the version that wrote it.
  "made" and every other moment: "at" is the time on the clock with its offset, "zone" the name of the zone.
  "children", "spots", "notes", "photos", "checks", "cares", "reminders": a list each. Every entry has an
  "id"; "child_id", "spot_id" and "note_id" say what it belongs to. Days are written year-month-day. null
  means that nothing was written down. "created_utc" and "changed_utc" are instants in UTC.
  Children: "weeks_early" is how many weeks before the due day the child was born; "skin_tone" goes from 0
  (lightest) to 4 (darkest). Spots: "x" from 0 to 100 and "y" from 0 to 200 in the picture "view". Photos:
  "file" is the name of the photo's file, null where its bytes could not be read or photos were not asked
  for; "sha256" is the hash of the file; "taken" is what the camera wrote. Checks: "lines" are pairs of
  question and answer. "temperature_c", in notes and checks, is what was measured, in degrees Celsius.
  "check_drafts": symptom checks that were begun and not finished.
  "other_versions": what another computer said differently when two diaries were merged, not yet chosen from.
  "trash" and "earlier_versions" are there only if they were asked for: what was deleted, and each version of
  everything from the moment "from" on.

*.csv
  The same as tables for a spreadsheet, with commas, in UTF-8 with a byte order mark, one line for each entry;
  a text may go over more than one line within its quotes. Moments stand as clock time, offset and zone.
  A text that a spreadsheet would take for a formula, or that begins with ', has one ' put before it:
  take away one ' at the beginning of a text to have it as it was written.

photos
  Each photo as it is kept in the diary: the day of its note, the child, the spot and a number.
photos in the trash
  Only if they were asked for.
"""
