"""A photo whose bytes one diary lost comes back out of the other one."""

from tests.store.merge.computers import Computer


def test_merging_brings_lost_photos_back_and_twice_changes_nothing(one: Computer, other: Computer) -> None:
    whole = one.read("SELECT * FROM photo_bytes")
    one.write("DELETE FROM photo_bytes")
    assert other.take(one).changes == 0
    assert one.take(other).changes == 1
    assert one.read("SELECT * FROM photo_bytes") == whole == other.read("SELECT * FROM photo_bytes")
    assert one.take(other).changes == 0
