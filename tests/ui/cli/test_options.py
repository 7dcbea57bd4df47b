"""Numbers of lines, options that stand twice, options that a step does not know: told, never swallowed."""

from __future__ import annotations

import pytest

INCOMING = (
    "register",
    "incoming",
    "--sender",
    "Camat",
    "--number",
    "1",
    "--date",
    "1-10-2026",
    "--subject",
    "X",
)
OUTGOING = ("register", "outgoing", "--to", "Camat", "--subject", "Balasan", "--kind", "Surat Dinas")


@pytest.mark.parametrize("key", ["9" * 10, "9" * 18, "9" * 24, "9" * 5000])
def test_a_line_number_that_nothing_has(any_terminal, key: str) -> None:
    said = any_terminal.refused("disposition", key, "read")
    assert said["rule"] == "disposition_not_found"
    said = any_terminal.refused("signature", key, "skip", "--note", "x")
    assert said["rule"] == "signature_not_found"


@pytest.mark.parametrize("key", ["1_0", "١٢", " 1", "1.0", "-1", "+1", "", "٣"])
def test_a_line_number_is_plain_digits(terminal, key: str) -> None:
    for words in (("disposition", key, "read"), ("signature", key, "skip", "--note", "x")):
        said = terminal(*words)
        assert said.code == 2, said
        assert "ID" in said.err


@pytest.mark.parametrize(
    ("words", "option"),
    [
        (("step", "M-2026-1", "dispose", "--lead", "Budi", "--lead", "Citra"), "--lead"),
        (("step", "M-2026-1", "dispose", "--to", "Budi", "--due", "besok", "--due=lusa"), "--due"),
        (("chain", "K-2026-1", "--sign", "Budi", "--sign", "Citra"), "--sign"),
        (("officer", "appoint", "Budi", "--position", "A", "--position", "B"), "--position"),
        (("list", "--from", "1-1-2026", "--from", "2-1-2026"), "--from"),
    ],
)
def test_what_may_stand_once_stands_once(terminal, words: tuple[str, ...], option: str) -> None:
    said = terminal(*words)
    assert said.code == 2
    assert f"{option} hanya boleh disebut sekali" in said.err


def test_common_options_may_still_stand_again(terminal) -> None:
    """What stands after a command wins over what stood before it."""
    assert terminal("list", "--as", "sari", "--lang", "id", "--lang", "en").code == 0


@pytest.mark.parametrize(
    ("step", "options"),
    [
        ("send_for_review", ("--to", "Citra")),
        ("send_for_review", ("--lead", "Citra")),
        ("send_for_review", ("--received-by", "Tuti")),
        ("send_for_review", ("--instruction", "Tindak lanjuti")),
        ("send_for_review", ("--due", "besok")),
        ("submit", ("--lead", "Budi")),
        ("dispose", ("--received-by", "Tuti")),
    ],
)
def test_a_step_names_the_option_it_does_not_know(terminal, step: str, options: tuple[str, ...]) -> None:
    terminal.json(*OUTGOING)
    terminal.json(*INCOMING)
    ref = "K-2026-1" if step == "send_for_review" else "M-2026-1"
    said = terminal("step", ref, step, *options)
    assert said.code == 2
    assert options[0] in said.err
    assert step in said.err


def test_lines_of_their_own_name_them_too(terminal) -> None:
    terminal.json(*INCOMING)
    letter = terminal.json("step", "M-2026-1", "dispose", "--to", "Budi")
    key = str(letter["dispositions"][0]["id"])
    for option in (("--to", "Citra"), ("--lead", "Citra"), ("--instruction", "x"), ("--due", "besok")):
        said = terminal("disposition", key, "read", *option)
        assert (said.code, option[0] in said.err, "read" in said.err) == (2, True, True)
    for step, option in (
        ("skip", ("--to", "Citra")),
        ("skip", ("--to-as", "plh")),
        ("skip", ("--promised", "besok 10.00")),
        ("promise", ("--to", "Citra")),
    ):
        said = terminal("signature", "1", step, "--note", "x", *option)
        assert (said.code, option[0] in said.err, step in said.err) == (2, True, True)


def test_an_empty_name_names_nobody(any_terminal) -> None:
    any_terminal.json(*INCOMING)
    any_terminal.json("office", "set", "report_signatory", "Endang Lestari, S.Sos.")
    said = any_terminal.refused("step", "M-2026-1", "submit", "--to", "")
    assert said["rule"] == "officer_not_found"
    assert any_terminal.json("show", "M-2026-1")["state"] == "registered"


def test_an_empty_file_name_is_no_folder(terminal) -> None:
    for typed in ("", " "):
        said = terminal(*INCOMING, "--attach", typed)
        assert said.code == 2
        assert "folder" not in said.err
        assert "berkas" in said.err
