"""Every no and every trouble of the program has its sentence, and a sentence is safe to show."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from correspondence.errors import ChangedElsewhere, NotFound, OfficeError, Refused, Unavailable
from correspondence.own_tables import read_table
from correspondence.profile import OfficeProfile, changed_profile
from correspondence.workflow import (
    DISPOSITION,
    OUTGOING,
    SIGNATURE,
    DispositionState,
    OutgoingState,
    SignatureState,
    Step,
    When,
    advance,
)
from db import failures as of_engines
from ui.failures import SENTENCES, exit_code, facts_of, field_of, sentence
from ui.refusals import NOT_FOUND
from ui.refused_parts import OWN_TABLE_EXAMPLE
from ui.texts import set_language
from ui.troubles import UNAVAILABLE

ROOT = Path(__file__).parents[2]
ROOMS = ("correspondence", "db", "templates_docx", "ui")

# Codes that are no text at the place where the error is raised: file → what it may raise.
HANDED_ON = {
    "correspondence/forms.py": {
        *("sender_missing", "addressee_missing", "subject_missing", "received_on_missing", "kind_missing"),
        *("text_too_long", "date_in_future", "date_too_old", "received_before_written"),
    },
    "correspondence/services/deeds.py": {
        *("note_missing", "recipients_missing", "received_by_missing", "officer_missing"),
    },
    "correspondence/book_rows.py": {"urgency_unknown", "secrecy_unknown"},
}


def raised(kind: str) -> Iterator[tuple[str, str]]:
    """(code, file) of every error of this kind made anywhere in the program."""
    for path in (path for room in ROOMS for path in (ROOT / room).rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or ast.unparse(node.func).rpartition(".")[2] != kind:
                continue
            first = node.args[0] if node.args else None
            for part in ast.walk(first) if first is not None else ():
                if (
                    isinstance(part, ast.Constant)
                    and isinstance(part.value, str)
                    and part.value != "_unknown"
                ):
                    yield part.value, name


def test_every_refusal_has_its_sentence() -> None:
    codes = dict(raised("Refused"))
    assert len(codes) > 60, "the search for codes finds nothing any more"
    handed_on = {code: name for name, every in HANDED_ON.items() for code in every}
    assert {code: name for code, name in (codes | handed_on).items() if code not in SENTENCES} == {}


def test_every_trouble_has_its_sentence() -> None:
    of_archive = {reason: "db/failures.py" for _code, reason in (*of_engines._SQLITE, *of_engines._SQLSTATES)}
    of_archive |= dict.fromkeys(of_engines._ERRNOS.values(), "db/failures.py")
    codes = dict(raised("Unavailable")) | of_archive
    assert len(codes) > 20
    assert {code: name for code, name in codes.items() if code not in UNAVAILABLE} == {}


def test_everything_that_can_be_missing_has_its_sentence() -> None:
    codes = dict(raised("NotFound"))
    codes |= {
        code: name
        for name in ("letters", "people", "dispositions", "signatures", "attachments", "kinds")
        for code in _missing_of(ROOT / "db" / f"{name}.py")
    }
    assert {code: name for code, name in codes.items() if code not in NOT_FOUND} == {}


def _missing_of(path: Path) -> set[str]:
    """What a store of the archive says is missing: `missing("letter", …)`."""
    return {
        node.args[0].value
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) == "missing"
        and isinstance(node.args[0], ast.Constant)
    }


def test_a_sentence_has_no_name_left_unfilled() -> None:
    error = Refused("date_in_future", "letter_date", {"date": date(2026, 10, 9), "today": date(2026, 10, 7)})
    said = sentence(error)
    assert said.startswith("Tanggal surat 9 Oktober 2026 belum tiba (hari ini 7 Oktober 2026)")


@pytest.mark.parametrize("rule", sorted(SENTENCES))
def test_a_rule_without_its_facts_still_says_something(rule: str) -> None:
    said = sentence(Refused(rule))
    assert len(said) > 15
    assert not re.search(r"\{\w+\}", said.replace("{urut}", ""))


@pytest.mark.parametrize("reason", sorted(UNAVAILABLE))
def test_a_trouble_without_its_facts_still_says_something(reason: str) -> None:
    assert "{" not in sentence(Unavailable(reason))


def test_a_code_nobody_has_heard_of_is_still_a_sentence() -> None:
    assert "never_heard_of" in sentence(Refused("never_heard_of"))
    assert "never_heard_of" in sentence(Unavailable("never_heard_of"))
    assert "x1" in sentence(NotFound("never_heard_of", "x1"))


def test_steps_are_named_as_the_reader_meets_them() -> None:
    facts = {"state": "registered", "step": "complete", "allowed": ("submit", "dispose")}
    error = Refused("step_not_allowed", facts=facts)
    assert sentence(error) == (
        "“Nyatakan selesai” tidak dapat dilakukan pada surat berstatus Tercatat; "
        "yang dapat dilakukan sekarang: Ajukan, Disposisikan."
    )
    assert "Ajukan (submit), Disposisikan (dispose)" in sentence(error, codes=True)


@pytest.mark.parametrize(
    "when", [each for each in When if each not in {When.ALWAYS, When.MORE_INITIALS, When.LAST_INITIAL}]
)
def test_whatever_holds_a_step_back_is_said(when: When) -> None:
    facts = {"state": "disposed", "step": "complete", "allowed": ("dispose",), "when": str(when)}
    said = sentence(Refused("step_held_back", facts=facts))
    assert ": ;" not in said


@pytest.mark.parametrize(
    ("table", "state", "said"),
    [
        (DISPOSITION, DispositionState.SENT, "pada disposisi berstatus Dikirim"),
        (SIGNATURE, SignatureState.WAITING, "pada baris paraf/tanda tangan berstatus Menunggu giliran"),
        (OUTGOING, OutgoingState.DISPATCHED, "pada surat berstatus Dikirim"),
    ],
)
def test_a_refusal_names_what_stands_in_the_state(table, state, said: str) -> None:
    with pytest.raises(Refused) as refused:
        advance(table, state, Step.SUBMIT)
    assert said in sentence(refused.value)


def test_a_sentence_that_ends_with_a_degree_has_one_full_stop() -> None:
    said = sentence(NotFound("officer", "x", ("Rini, S.H.",)))
    assert said.endswith("Yang ada: Rini, S.H.")
    assert sentence(Refused("disposition_to_self", "to", {"officer": "S.H."})).endswith("sendiri.")
    assert sentence(Unavailable("file_missing", {"file": "../../x"})).startswith("Berkas ../../x tidak ada;")
    assert "dan 2 lagi." in sentence(NotFound("officer", "x", tuple(f"Nama {n}" for n in range(10))))


def test_which_part_of_a_date_cannot_be_is_said_in_one_word() -> None:
    said = sentence(Refused("date_impossible", "on", {"typed": "31-2", "part": "day"}))
    assert said.endswith("periksa harinya.")


def test_what_somebody_typed_stays_on_one_short_line() -> None:
    typed = "<b>x</b>\r\n\x1b[31m" + "9" * 500
    said = sentence(Refused("date_unreadable", "letter_date", {"typed": typed}))
    assert said.isprintable()
    assert "<b>x</b>" in said
    assert len(said) < 250


def test_a_name_that_fits_several_officers_lists_them() -> None:
    said = sentence(NotFound("officer", "bu", ("Budi", "Bunga")))
    assert "Budi, Bunga" in said
    assert "beberapa" in said
    assert "Yang ada: Citra." in sentence(NotFound("officer", "x", ("Citra",)))


def test_what_was_changed_elsewhere_is_named() -> None:
    error = ChangedElsewhere("M-2026-1", "rini", {"subject": ("a", "b", "c")})
    assert "rini" in sentence(error)
    assert "Perihal" in sentence(error)
    assert "meja lain" in sentence(ChangedElsewhere("M-2026-1", ""))


@pytest.mark.parametrize(
    ("error", "code", "field"),
    [
        (Refused("subject_missing", "subject"), 4, "subject"),
        (NotFound("officer", "x"), 4, "officer"),
        (ChangedElsewhere("M-2026-1", "rini"), 4, None),
        (Unavailable("disk_full", {"path": "/x"}), 1, None),
        (Unavailable("file_is_folder", {"file": "/x"}), 2, None),
    ],
)
def test_scripts_are_told_the_kind_of_no(error: OfficeError, code: int, field: str | None) -> None:
    assert exit_code(error) == code
    assert field_of(error) == field
    told = facts_of(error)
    assert told["kind"] in {"refused", "not_found", "changed_elsewhere", "unavailable"}
    assert told["field"] == field


def test_facts_are_plain_values() -> None:
    told = facts_of(
        Refused("x", None, {"on": date(2026, 1, 2), "at": datetime(2026, 1, 2, tzinfo=UTC), "all": (1, "a")})
    )
    assert told["facts"] == {"on": "2026-01-02", "at": "2026-01-02T00:00:00+00:00", "all": [1, "a"]}


def test_a_server_is_named_without_its_password() -> None:
    said = sentence(
        Unavailable("server_unreachable", {"host": "192.0.2.1", "port": 5432, "database": "warkat"})
    )
    assert "192.0.2.1:5432/warkat" in said


def test_sentences_follow_the_language() -> None:
    try:
        set_language("en")
        assert "subject is missing" in sentence(Refused("subject_missing", "subject"))
    finally:
        set_language("id")


def test_the_name_of_a_folder_is_told_whole() -> None:
    folder = "/srv/" + "bagian umum/" * 20 + "surat"
    assert folder in sentence(Unavailable("folder_missing", {"folder": folder}))


def test_a_field_of_a_kinds_own_is_named_at_the_terminal() -> None:
    error = Refused("number_unreadable", "fields.penghasilan", {"value": "abc"})
    assert sentence(error, codes=True).startswith("Penghasilan: “abc” bukan bilangan")
    assert sentence(error).startswith("“abc” bukan bilangan"), "in the window it stands beside the field"
    labelled = Refused("number_unreadable", "fields.penghasilan", {"value": "abc", "label": "Gaji pokok"})
    assert sentence(labelled, codes=True).startswith("Gaji pokok: ")
    missing = Refused("own_field_missing", "fields.no_kk")
    assert sentence(missing, codes=True).startswith("No KK belum diisi")


def test_a_setting_says_what_may_be_typed() -> None:
    def said(key: str, value: str) -> str:
        with pytest.raises(Refused) as caught:
            changed_profile(OfficeProfile(), {key: value})
        return sentence(caught.value, codes=True)

    assert "5 sampai 60" in said("margin_left", "200")
    assert "2 sampai 8" in said("signature_lines", "99")
    told = said("own_fields", "x")
    assert OWN_TABLE_EXAMPLE in told
    assert "teks, panjang, tanggal, angka, uang, nik" in told
    assert read_table(OWN_TABLE_EXAMPLE).rows


@pytest.mark.parametrize(
    "rule", ["kind_without_template", "template_broken", "template_failed", "template_flawed"]
)
def test_the_window_names_no_command(rule: str) -> None:
    error = Refused(
        rule, None, {"name": "Surat Kuasa", "path": "x.docx", "problem": "Salah tulis.", "count": 1}
    )
    assert "Pengaturan" in sentence(error)
    for command in ("template check", "kind template"):
        assert command not in sentence(error)
    assert "Pengaturan" not in sentence(error, codes=True)
    assert ".." not in sentence(error).replace("...", "")
    assert ". (" not in sentence(error)
