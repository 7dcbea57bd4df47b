"""What leaves the program is written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from correspondence.errors import Unavailable
from ui.files import whole_file, write_whole


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "laporan.csv"
    write_whole(path, b"lama")
    with pytest.raises(Unavailable) as full, whole_file(path) as stream:  # noqa: PT012
        stream.write(b"ba")
        raise OSError(28, "No space left on device")
    assert full.value.reason == "file_unwritable"
    with pytest.raises(ZeroDivisionError), whole_file(path) as stream:  # noqa: PT012
        stream.write(b"ba")
        1 / 0  # noqa: B018
    assert path.read_bytes() == b"lama"
    assert [each.name for each in tmp_path.iterdir()] == ["laporan.csv"]
    with pytest.raises(Unavailable):
        write_whole(tmp_path / "tidak ada" / "x.csv", b"")
