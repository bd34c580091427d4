"""Taking photo files into the program through the child process, without ever making the window wait."""

import json
from collections import deque
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTimer, Signal

from guide.domain.diary import NewPhoto
from guide.errors import GuideError
from guide.ui.photos.child import SOURCE_FOLDER, child_command
from guide.ui.photos.refusals import Reason, Refused, refusal

LIMIT_MS = 10_000

_MOST_ANSWER = 32_000_000
_MOST_HEAD = 1_000
_LAST_WAIT_MS = 50

Command = Callable[[Path], list[str]]


class PhotoImporter(QObject):
    """Reads one photo after the other, in the order they were started; each ends in exactly one signal."""

    photo_read = Signal(NewPhoto)
    photo_refused = Signal(str)

    def __init__(
        self, parent: QObject | None = None, *, limit_ms: int = LIMIT_MS, command: Command = child_command
    ) -> None:
        super().__init__(parent)
        self._command = command
        self._waiting: deque[Path] = deque()
        self._path = Path()
        self._answer = bytearray()
        self._process: QProcess | None = None
        self._limit = QTimer(self, interval=limit_ms, singleShot=True)
        self._limit.timeout.connect(lambda: self._give_up(Reason.GAVE_UP))
        if app := QCoreApplication.instance():
            app.aboutToQuit.connect(self.cancel)

    @property
    def is_busy(self) -> bool:
        return self._process is not None

    def start(self, path: Path) -> None:
        self._waiting.append(path)
        if not self.is_busy:
            self._next()

    def cancel(self) -> None:
        """Forget everything that was started; no signal follows."""
        self._waiting.clear()
        self._let_go()

    def _next(self) -> None:
        if not self._waiting:
            return
        self._path = self._waiting.popleft()
        self._answer.clear()
        self._process = process = _process_for(self._command(self._path), self)
        # Bound to this process: one that was let go may still say something.
        process.readyReadStandardOutput.connect(partial(self._on_output, process))
        process.finished.connect(partial(self._on_finished, process))
        process.errorOccurred.connect(partial(self._on_error, process))
        self._limit.start()
        process.start()

    def _on_output(self, process: QProcess) -> None:
        if process is not self._process:
            return
        self._answer += process.readAllStandardOutput().data()
        if len(self._answer) > _MOST_ANSWER:
            self._give_up(Reason.STOPPED)

    def _on_finished(self, process: QProcess, *_: object) -> None:
        self._on_output(process)
        if process is not self._process:
            return
        try:
            photo = photo_from_answer(bytes(self._answer))
        except Refused as refused:
            self._give_up(refused.reason)
            return
        self._let_go()
        self.photo_read.emit(photo)
        self._go_on()

    def _on_error(self, process: QProcess, error: QProcess.ProcessError) -> None:
        # A crash is also told by finished(), with whatever was answered before it.
        if process is self._process and error == QProcess.ProcessError.FailedToStart:
            self._give_up(Reason.STOPPED)

    def _give_up(self, reason: Reason) -> None:
        self._let_go()
        self.photo_refused.emit(refusal(reason, self._path.name))
        self._go_on()

    def _go_on(self) -> None:
        # A slot of the signal may have started or cancelled something.
        if not self.is_busy:
            self._next()

    def _let_go(self) -> None:
        self._limit.stop()
        process, self._process = self._process, None
        if process is None:
            return
        if process.state() == QProcess.ProcessState.NotRunning:
            process.deleteLater()
        else:
            process.finished.connect(process.deleteLater)
            process.kill()
            # QProcess warns when it is deleted before its end, which is late only in a dead network folder.
            process.waitForFinished(_LAST_WAIT_MS)


def read_photo_now(path: Path, *, limit_ms: int = LIMIT_MS, command: Command = child_command) -> NewPhoto:
    """The same, waiting for it: for the self-test and the tour, which have no window to keep alive."""
    process = _process_for(command(path), None)
    process.start()
    finished = process.waitForFinished(limit_ms)
    hung = not finished and process.state() != QProcess.ProcessState.NotRunning
    if hung:
        process.kill()
        process.waitForFinished(_LAST_WAIT_MS)
    try:
        if hung:
            raise Refused(Reason.GAVE_UP)
        return photo_from_answer(bytes(process.readAllStandardOutput().data()))
    except Refused as refused:
        raise GuideError(refusal(refused.reason, path.name), f"photo: {refused.reason}") from refused


def photo_from_answer(answer: bytes) -> NewPhoto:
    """What the child wrote, believed only as far as it fits together."""
    line, _, body = answer.partition(b"\n")
    head = _head_of(line)
    if head.get("ok") is not True:
        raise Refused(_reason_of(head))
    try:
        taken = head["taken"]
        jpeg, thumbnail = _split(body, head["jpeg_size"], head["thumb_size"])
        return NewPhoto(
            jpeg=jpeg,
            thumbnail=thumbnail,
            width=_positive(head["width"]),
            height=_positive(head["height"]),
            taken=datetime.fromisoformat(taken) if taken is not None else None,
        )
    except (KeyError, TypeError, ValueError) as error:
        raise Refused(Reason.STOPPED) from error


def _head_of(line: bytes) -> dict[str, Any]:
    try:
        head = json.loads(line) if len(line) <= _MOST_HEAD else None
    except (ValueError, RecursionError):
        head = None
    return head if isinstance(head, dict) else {}


def _reason_of(head: dict[str, Any]) -> Reason:
    try:
        return Reason(str(head.get("reason")))
    except ValueError:
        return Reason.STOPPED


def _split(body: bytes, jpeg_size: object, thumb_size: object) -> tuple[bytes, bytes]:
    jpeg, thumbnail = body[: _positive(jpeg_size)], body[_positive(jpeg_size) :]
    whole = len(thumbnail) == thumb_size and all(
        part.startswith(b"\xff\xd8") and part.endswith(b"\xff\xd9") for part in (jpeg, thumbnail)
    )
    if not whole:
        raise ValueError("the photo's bytes are not as long as announced")
    return jpeg, thumbnail


def _positive(value: object) -> int:
    if not isinstance(value, int) or value < 1:
        raise ValueError("a size is not a positive number")
    return value


def _process_for(command: list[str], parent: QObject | None) -> QProcess:
    process = QProcess(parent)
    process.setProgram(command[0])
    process.setArguments(command[1:])
    process.setStandardInputFile(QProcess.nullDevice())
    process.setStandardErrorFile(QProcess.nullDevice())
    # Python looks for modules in the current folder first: let that be ours, not one full of downloads.
    process.setWorkingDirectory(str(SOURCE_FOLDER))
    return process
