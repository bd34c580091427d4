"""What the child that reads photos may not do: use much memory or time, write a file, dump its memory."""

import contextlib
import ctypes
import sys

_MOST_MEMORY = 1 << 30
_MOST_SECONDS = 20  # of all its threads together; the parent's clock gives up sooner

_PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS = 4, 38
_LANDLOCK_CREATE, _LANDLOCK_RESTRICT, _LANDLOCK_VERSION = 444, 446, 1
# How many kinds of access each version of Landlock knows: to files, to the network, to other processes.
_FILE_KINDS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
_NETWORK_SINCE, _PROCESSES_SINCE = 4, 6


def limit_this_process() -> None:
    """Before the file is read. A photo needs no file of ours, and no core dump may hold one."""
    limits = {"AS": _MOST_MEMORY, "CPU": _MOST_SECONDS, "CORE": 0, "FSIZE": 0}
    for name, most in limits.items():
        _limit(f"RLIMIT_{name}", most)
    if sys.platform == "linux":
        # A core dump that goes to a program instead of a file takes no notice of its limit.
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def open_nothing_more() -> None:
    """Before the file's content is looked at: from here on no file can be opened, where the kernel can."""
    version = landlock_version()
    if version < 1:
        return
    system, rules = ctypes.CDLL(None), _all_kinds(version)
    handle = system.syscall(_LANDLOCK_CREATE, rules, ctypes.c_size_t(ctypes.sizeof(rules)), 0)
    system.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    system.syscall(_LANDLOCK_RESTRICT, handle, 0)


def landlock_version() -> int:
    """Of what Linux has to forbid itself files; below 1 where there is nothing."""
    if sys.platform != "linux":
        return 0
    return int(ctypes.CDLL(None).syscall(_LANDLOCK_CREATE, None, ctypes.c_size_t(0), _LANDLOCK_VERSION))


def _all_kinds(version: int) -> ctypes.Array[ctypes.c_uint64]:
    kinds = [(1 << _FILE_KINDS.get(version, max(_FILE_KINDS.values()))) - 1]
    if version >= _NETWORK_SINCE:
        kinds.append(0b11)
    if version >= _PROCESSES_SINCE:
        kinds.append(0b11)
    return (ctypes.c_uint64 * len(kinds))(*kinds)


def _limit(name: str, most: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has none of these; the readers' own limits and the parent's clock remain.
        return
    # macOS refuses a limit on address space; a lower limit already set stands.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(getattr(resource, name), (most, most))
