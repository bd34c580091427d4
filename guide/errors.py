"""The one kind of error whose text a parent may read."""


class GuideError(Exception):
    """Something a parent can understand: what happened, what was kept, what to do.

    ``str(error)`` is shown as it is; ``details`` is for "Copy details" and the log and holds no diary text.
    """

    def __init__(self, message: str, details: str = "") -> None:
        super().__init__(message)
        self.details = details
