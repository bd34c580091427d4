"""Backups of the diary, kept outside its folder, and putting one back."""

from guide.store.backup.automatic import NoBackupError, back_up_if_due
from guide.store.backup.clearing import readable_backups, remove_backups
from guide.store.backup.faults import BackupDamagedError, BackupSkippedError, OtherKeyError
from guide.store.backup.listing import (
    MINUTES_OF_USE,
    Backup,
    Inside,
    Occasion,
    is_due,
    list_backups,
    look_into,
)
from guide.store.backup.making import Made, backup
from guide.store.backup.reader import MissingPhoto, OpenedBackup, open_backup
from guide.store.backup.restoring import Restored, restore, whole_diary
from guide.store.backup.undoing import kept_before, undo_restore

__all__ = [
    "MINUTES_OF_USE",
    "Backup",
    "BackupDamagedError",
    "BackupSkippedError",
    "Inside",
    "Made",
    "MissingPhoto",
    "NoBackupError",
    "Occasion",
    "OpenedBackup",
    "OtherKeyError",
    "Restored",
    "back_up_if_due",
    "backup",
    "is_due",
    "kept_before",
    "list_backups",
    "look_into",
    "open_backup",
    "readable_backups",
    "remove_backups",
    "restore",
    "undo_restore",
    "whole_diary",
]
