"""Whether a file lies on another computer: file locks are unreliable there, and a write-ahead log is impossible."""

from __future__ import annotations

import sys
from pathlib import Path

_SHARES = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "glusterfs", "lustre"})
_SHARES_OF_USERS = frozenset(
    {"fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.smbnetfs", "fuse.glusterfs"}
)
_WINDOWS_REMOTE = 4  # DRIVE_REMOTE of GetDriveTypeW


def is_on_network_share(path: Path) -> bool:
    """Whether `path` (which need not exist yet) lies on a share, as far as the system tells."""
    if sys.platform == "win32":
        return _windows_share(path)
    try:
        mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    return filesystem_of(path.resolve(), mounts) in _SHARES | _SHARES_OF_USERS


def filesystem_of(path: Path, mounts: str) -> str:
    """The type of the file system that holds the absolute `path`, by a text as in /proc/mounts; "" when unknown."""
    best, found = -1, ""
    for line in mounts.splitlines():
        _, _, rest = line.partition(" ")
        folder, _, rest = rest.partition(" ")
        mounted = Path(_unescaped(folder))
        # The deepest mount counts, of several on one folder the last.
        if len(mounted.parts) >= best and path.is_relative_to(mounted):
            best, found = len(mounted.parts), rest.partition(" ")[0]
    return found


def _unescaped(folder: str) -> str:
    for code, sign in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        folder = folder.replace(code, sign)
    return folder


def _windows_share(path: Path) -> bool:
    if sys.platform == "win32":
        # Only Windows has it.
        import ctypes

        drive = f"{path.absolute().drive}\\"
        return str(path).startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(drive) == _WINDOWS_REMOTE
    return False
