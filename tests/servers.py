"""A real PostgreSQL server for the tests: on loopback, on a free port, in a folder of its own, gone afterwards.

`./test` starts one for the whole run and hands its address on in WARKAT_TEST_POSTGRESQL; pytest called directly
starts one in the first test that needs it (`tests/conftest.py`). Standard library only: it must be able to say why
there is no server before anything else works.

    python tests/servers.py found | start FOLDER | stop FOLDER
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
from pathlib import Path

OWNER = "postgres"
USER = "warkat"


class NoServer(Exception):
    """Why there is no PostgreSQL for the tests, in words that follow `skipped:`."""


def programs() -> Path:
    """The folder of initdb and pg_ctl: Debian's newest, else whatever stands on the PATH."""
    debian = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"),
        key=lambda path: int(re.sub(r"\D", "", path.parts[-3]) or 0),
    )
    if debian:
        return debian[-1].parent
    on_path = shutil.which("initdb")
    if on_path is None:
        raise NoServer("there is no PostgreSQL server on this machine")
    return Path(on_path).resolve().parent


def start(folder: Path) -> str:
    """Makes a cluster in `folder` (new, or empty) and starts it; returns the URL of its maintenance database."""
    where = programs()
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    _give_to_owner(folder)
    password = secrets.token_hex(16)
    password_file = folder / "password"
    password_file.write_text(password, encoding="ascii")
    password_file.chmod(0o600)
    _give_to_owner(password_file)
    cluster = folder / "cluster"
    # The locale of a server in an office; C where the machine does not know it. Durability stays on (fsync), only
    # making the empty cluster is not waited for.
    options = [
        "-D",
        cluster,
        "-U",
        USER,
        "-A",
        "scram-sha-256",
        f"--pwfile={password_file}",
        "-E",
        "UTF8",
        "--no-sync",
    ]
    try:
        _run([where / "initdb", *options, "--locale=C.UTF-8"])
    except NoServer:
        shutil.rmtree(cluster, ignore_errors=True)
        _run([where / "initdb", *options, "--locale=C"])
    for attempt in range(3):
        port = _free_port()
        settings = (
            f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=60"
        )
        command = [
            where / "pg_ctl",
            "-D",
            cluster,
            "-w",
            "-t",
            "30",
            "-l",
            folder / "server.log",
            "-o",
            settings,
            "start",
        ]
        try:
            _run(command)
        except NoServer:
            if attempt == 2:  # two other programs took the port that was free: not chance any more
                raise
        else:
            break
    return f"postgresql://{USER}:{password}@127.0.0.1:{port}/postgres"


def stop(folder: Path) -> None:
    """Stops the server in `folder`, if one runs there, and removes the folder."""
    with contextlib.suppress(NoServer):
        _run([programs() / "pg_ctl", "-D", folder / "cluster", "-m", "immediate", "stop"])
    shutil.rmtree(folder, ignore_errors=True)


def _run(command: list[str | Path]) -> None:
    # The server refuses to run as root; Debian's package brings a user for it.
    owner = {"user": OWNER, "group": OWNER, "extra_groups": []} if _is_root() else {}
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    try:
        subprocess.run(
            [str(word) for word in command],
            check=True,
            cwd="/" if _is_root() else None,
            env=environment | {"LC_ALL": "C"},
            # A file, not a pipe: the server inherits it and would keep a pipe open for ever.
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=120,
            **owner,
        )
    except subprocess.CalledProcessError as error:
        raise NoServer(f"{Path(error.cmd[0]).name} ended with {error.returncode}") from error
    except (OSError, LookupError, subprocess.SubprocessError) as error:
        raise NoServer(f"the server may not be started here ({error})") from error


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _give_to_owner(path: Path) -> None:
    if _is_root():
        try:
            shutil.chown(path, OWNER, OWNER)
        except (OSError, LookupError) as error:
            raise NoServer(f"there is no user {OWNER} to run the server as ({error})") from error


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def main(arguments: list[str]) -> int:
    try:
        match arguments:
            case ["found"]:
                programs()
            case ["start", folder]:
                print(start(Path(folder).resolve()))
            case ["stop", folder]:
                stop(Path(folder).resolve())
            case _:
                print(__doc__, file=sys.stderr)
                return 2
    except NoServer as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
