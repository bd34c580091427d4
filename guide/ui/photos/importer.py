"""Taking photos into the program through the child process, without ever making the window wait."""

from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTimer, Signal

from guide.domain.diary import NewPhoto
from guide.errors import GuideError
from guide.ui.photos.answer import MOST_ANSWER, photo_from_answer
from guide.ui.photos.command import SOURCE_FOLDER, STANDARD_INPUT, child_command
from guide.ui.photos.refusals import Reason, Refused, refusal

LIMIT_MS = 10_000

_LAST_WAIT_MS = 50

Command = Callable[[Path], list[str]]


class _Wanted(NamedTuple):
    """A file, or the bytes of what was pasted under the name it goes by."""

    path: Path
    content: bytes | None = None

    @property
    def source(self) -> Path:
        return self.path if self.content is None else STANDARD_INPUT


class PhotoImporter(QObject):
    """Reads one photo after the other, in the order they were started; each ends in exactly one signal."""

    photo_read = Signal(NewPhoto)
    photo_refused = Signal(str)

    def __init__(
        self, parent: QObject | None = None, *, limit_ms: int = LIMIT_MS, command: Command = child_command
    ) -> None:
        super().__init__(parent)
        self._command = command
        self._waiting: deque[_Wanted] = deque()
        self._now = _Wanted(Path())
        self._answer = bytearray()
        self._process: QProcess | None = None
        self._limit = QTimer(self, interval=limit_ms, singleShot=True)
        self._limit.timeout.connect(lambda: self._give_up(Reason.GAVE_UP))
        if app := QCoreApplication.instance():
            app.aboutToQuit.connect(self._stop)

    @property
    def is_busy(self) -> bool:
        return self._process is not None

    def start(self, path: Path) -> None:
        self._add(_Wanted(path))

    def start_pasted(self, name: str, content: bytes) -> None:
        """The bytes of a picture file as the clipboard gave them; nothing is written to a disk for it."""
        self._add(_Wanted(Path(name), content))

    def cancel(self) -> None:
        """Forget everything that was started; no signal follows."""
        self._waiting.clear()
        self._let_go()

    def _stop(self) -> None:
        """At the program's end, which nothing of ours outlives."""
        process = self._process
        self.cancel()
        if process is not None:
            process.waitForFinished(_LAST_WAIT_MS)

    def _add(self, wanted: _Wanted) -> None:
        self._waiting.append(wanted)
        if not self.is_busy:
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            return
        self._now = self._waiting.popleft()
        self._answer.clear()
        self._process = process = _process_for(self._command(self._now.source), self)
        # Bound to this process: one that was let go may still say something.
        process.readyReadStandardOutput.connect(partial(self._on_output, process))
        process.finished.connect(partial(self._on_finished, process))
        process.errorOccurred.connect(partial(self._on_error, process))
        self._limit.start()
        _start(process, self._now.content)

    def _on_output(self, process: QProcess) -> None:
        if process is not self._process:
            return
        self._answer += process.readAllStandardOutput().data()
        if len(self._answer) > MOST_ANSWER:
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
        self.photo_refused.emit(refusal(reason, self._now.path.name))
        self._go_on()

    def _go_on(self) -> None:
        # A slot of the signal may have started or cancelled something.
        if not self.is_busy:
            self._next()

    def _let_go(self) -> None:
        self._limit.stop()
        self._answer.clear()
        process, self._process = self._process, None
        if process is None:
            return
        if process.state() == QProcess.ProcessState.NotRunning:
            process.deleteLater()
        else:
            # QProcess warns and waits when it is deleted before its end, so it outlives this importer.
            process.setParent(QCoreApplication.instance())
            process.finished.connect(process.deleteLater)
            process.kill()


def read_photo_now(path: Path, *, limit_ms: int = LIMIT_MS, command: Command = child_command) -> NewPhoto:
    """The same, waiting for it: for the self-test and the tour, which have no window to keep alive."""
    process = _process_for(command(path), None)
    _start(process, None)
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


def _process_for(command: list[str], parent: QObject | None) -> QProcess:
    process = QProcess(parent)
    process.setProgram(command[0])
    process.setArguments(command[1:])
    process.setStandardErrorFile(QProcess.nullDevice())
    # Python looks for modules in the current folder first: let that be ours, not one full of downloads.
    process.setWorkingDirectory(str(SOURCE_FOLDER))
    return process


def _start(process: QProcess, content: bytes | None) -> None:
    if content is None:
        process.setStandardInputFile(QProcess.nullDevice())
    process.start()
    if content is not None:
        process.write(content)
        process.closeWriteChannel()
