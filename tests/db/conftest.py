"""An open registry on either engine, empty or furnished."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from db.connection import Archive
from tests.builders import furnish


@pytest.fixture
def archive(engine_url: str) -> Iterator[Archive]:
    opened = Archive.open(engine_url, create=True)
    yield opened
    opened.close()


@pytest.fixture
def office(archive: Archive) -> Archive:
    """With the people, kinds and units of `tests/builders.py`."""
    with archive.open_unit() as unit:
        furnish(unit)
        unit.commit()
    return archive
