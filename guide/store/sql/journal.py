"""The journal of every change, and what undo, history and the trash read out of it."""

DEVICE = "SELECT value FROM meta WHERE name = 'device'"
SET_DEVICE = "UPDATE meta SET value = ? WHERE name = 'device'"

ADD_CHANGE = """
INSERT INTO changes (id, action_id, device, at, zone, utc, kind, row_id, before, after, undoes, verb)
VALUES (:id, :action_id, :device, :at, :zone, :utc, :kind, :row_id, :before, :after, :undoes, :verb)
"""

NAME_ACTION = """
UPDATE changes SET verb = :verb
WHERE seq = (SELECT min(seq) FROM changes WHERE action_id = :action_id)
    AND NOT EXISTS (SELECT 1 FROM changes WHERE action_id = :action_id AND verb <> '')
"""
"""Where the row an action should be named after did not change, its first change gives the name."""

CHANGES_OF_ACTION = """
SELECT kind, row_id, before, after FROM changes WHERE action_id = ? ORDER BY seq
"""

# An action is undone while there is an undo of it which was not done again.
NEXT_UNDO = """
SELECT action_id, verb, kind, row_id, after, at, zone FROM changes AS done
WHERE device = ? AND verb <> '' AND undoes IS NULL
    AND NOT EXISTS (
        SELECT 1 FROM changes AS undo
        WHERE undo.undoes = done.action_id
            AND NOT EXISTS (SELECT 1 FROM changes AS redo WHERE redo.undoes = undo.action_id)
    )
ORDER BY seq DESC LIMIT 1
"""

# Whatever is done after an undo cuts off what could have been done again.
NEXT_REDO = """
SELECT action_id, undoes FROM changes AS undo
WHERE device = :device AND verb <> '' AND verb = 'undo'
    AND NOT EXISTS (SELECT 1 FROM changes AS redo WHERE redo.undoes = undo.action_id)
    AND seq > (
        SELECT coalesce(max(seq), 0) FROM changes
        WHERE device = :device AND verb <> '' AND undoes IS NULL
    )
ORDER BY seq DESC LIMIT 1
"""

NAMED_CHANGE = """
SELECT action_id, verb, kind, row_id, after, at, zone FROM changes WHERE action_id = ? AND verb <> ''
ORDER BY seq DESC LIMIT 1
"""

# Merging repeats what was written elsewhere; the first that made a row what it is tells when and with what.
LAST_CHANGE = """
SELECT seq, action_id, at, zone FROM changes
WHERE row_id = :row_id AND kind = :kind AND after = (
    SELECT after FROM changes WHERE row_id = :row_id AND kind = :kind ORDER BY seq DESC LIMIT 1
)
ORDER BY seq LIMIT 1
"""

# Each version once: told as it was made, and in the order in which this diary came to it last.
HISTORY = """
SELECT at, zone, device, made.after
FROM (
    SELECT min(seq) AS first, max(seq) AS last FROM changes WHERE row_id = ? AND kind = ? GROUP BY after
) JOIN changes AS made ON made.seq = first
WHERE before IS NOT made.after
ORDER BY last DESC
"""

# A clock that was behind when something was deleted must not make it look as if it had lain there for years.
SURE_TIMES = "SELECT seq, max(utc) OVER (ORDER BY seq) FROM changes"

FORGET_CHANGES = "DELETE FROM changes WHERE row_id = ? AND kind = ?"
REMEMBER_PURGED = "INSERT OR REPLACE INTO purged (row_id, kind, utc) VALUES (?, ?, ?)"
FORGET_PURGED = "DELETE FROM purged WHERE row_id = ? AND kind = ?"
FORGET_CONFLICTS = "DELETE FROM conflicts WHERE row_id = ? AND kind = ?"
