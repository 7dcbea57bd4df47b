"""A letter's way, step by step, in the shapes that scripts rely on; on both engines."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

LETTER = set(
    "ref direction book_year agenda_number state letter_number letter_date received_on registered_at correspondent subject"
    " kind urgency secrecy classification unit enclosures due_at overdue holder external_reference reply_to cancelled"
    " attachments dispositions signature_steps journal version".split()
)
DISPOSITION = set(
    "id parent from to lead state instructions note due_on sent_at read_at done_at report".split()
)
SIGNATURE = set("id order officer capacity task state requested_at promised_for acted_at note".split())
PENDING = set(
    "ref id officer capacity task requested_at waiting_working_hours promised_for promise_broken".split()
)

TODAY = datetime.now(ZoneInfo("Asia/Jakarta")).date()
"""The day of the office, which may be ahead of the computer's."""

INCOMING = [
    "register",
    "incoming",
    "--sender",
    "Dinas Pendidikan",
    "--subject",
    "Undangan rapat",
    "--number",
    "005/12/DP",
]
OUTGOING = [
    "register",
    "outgoing",
    "--to",
    "Camat",
    "--subject",
    "Balasan",
    "--kind",
    "Surat Dinas",
    "--unit",
    "PEM",
]


def test_an_incoming_letter_all_the_way(any_terminal, tmp_path) -> None:
    scan = tmp_path / "pindaian é.pdf"
    scan.write_bytes(b"%PDF-1.4 scan")
    letter = any_terminal.json(
        *(*INCOMING, "--date", "kemarin", "--urgency", "sangat-segera", "--secrecy", "rahasia"),
        *(
            "--code",
            "000.5",
            "--enclosures",
            "2 berkas",
            "--unit",
            "Seksi Pemerintahan",
            "--attach",
            str(scan),
        ),
    )
    assert letter.keys() >= LETTER
    ref = letter["ref"]
    assert ref == f"M-{TODAY.year}-1"
    assert (letter["direction"], letter["state"], letter["agenda_number"]) == ("incoming", "registered", 1)
    assert letter["received_on"] == TODAY.isoformat()
    assert letter["letter_date"] == (TODAY - timedelta(days=1)).isoformat()
    assert (letter["urgency"], letter["secrecy"]) == ("sangat_segera", "rahasia")
    assert (letter["correspondent"], letter["subject"]) == ("Dinas Pendidikan", "Undangan rapat")
    assert letter["holder"].keys() >= {"who", "since", "waiting_working_hours"}
    assert [each["name"] for each in letter["attachments"]] == ["pindaian é.pdf"]
    assert letter["attachments"][0].keys() == {"name", "sha256", "size"}
    assert letter["journal"][0].keys() >= {"at", "by", "step", "note"}
    assert letter["journal"][0]["by"] == "rini"
    assert letter["due_at"] is not None
    assert letter["letter_number"] == "005/12/DP"

    submitted = any_terminal.json("step", ref, "submit", "--to", "Endang")
    assert submitted["holder"]["who"] == "Endang Lestari, S.Sos."
    disposed = any_terminal.json(
        *("step", ref, "dispose", "--by", "Endang", "--to", "Budi", "Citra", "--lead", "Citra"),
        *(
            "--instruction",
            "Proses lebih lanjut",
            "--instruction",
            "Laporkan",
            "--note",
            "segera",
            "--due",
            "besok",
        ),
    )
    assert disposed["state"] == "disposed"
    lead, other = disposed["dispositions"]
    assert lead.keys() >= DISPOSITION
    assert (lead["to"], lead["lead"], other["lead"]) == ("Citra Dewi", True, False)
    assert lead["from"] == "Endang Lestari, S.Sos."
    assert lead["instructions"] == ["Proses lebih lanjut", "Laporkan"]
    assert disposed["holder"]["who"] == "Citra Dewi"

    waiting = any_terminal.json("pending", "dispositions")["pending"]
    assert {each["officer"] for each in waiting} == {"Budi Santoso", "Citra Dewi"}
    assert all(each.keys() >= PENDING for each in waiting)
    first = next(each for each in waiting if each["officer"] == "Citra Dewi")
    assert (first["from"], first["lead"], first["state"]) == ("Endang Lestari, S.Sos.", True, "sent")
    assert (first["due_on"], first["overdue"]) == (lead["due_on"], False)
    assert (first["sender"], first["subject"]) == (disposed["correspondent"], disposed["subject"])

    number = str(lead["id"])
    any_terminal.json("disposition", number, "read", "--by", "Citra")
    forwarded = any_terminal.json(
        "disposition", number, "forward", "--by", "Citra", "--to", "Budi", "--note", "tolong"
    )
    child = forwarded["dispositions"][-1]
    assert (child["parent"], child["to"]) == (lead["id"], "Budi Santoso")
    for step in ("read", "start"):
        any_terminal.json("disposition", str(child["id"]), step)
    done = any_terminal.json("disposition", str(child["id"]), "done", "--note", "beres")
    assert {each["id"]: each["state"] for each in done["dispositions"]}[lead["id"]] == "done"
    assert any_terminal.json("step", ref, "complete")["state"] == "completed"
    filed = any_terminal.json("step", ref, "file")
    assert filed["state"] == "filed"
    assert filed["holder"] is None
    assert any_terminal.json("step", ref, "reopen", "--note", "ada susulan")["state"] == "disposed"
    assert any_terminal.json("show", ref.lower())["ref"] == ref


def test_an_outgoing_letter_all_the_way(any_terminal) -> None:
    asked = any_terminal.json(*INCOMING)["ref"]
    draft = any_terminal.json(
        *OUTGOING, "--reply-to", asked, "--field", "naskah_1=Berkas | 1 berkas | ", "--code", "000.5"
    )
    ref = draft["ref"]
    assert draft.keys() >= LETTER
    assert (ref, draft["state"], draft["reply_to"], draft["letter_number"]) == (
        f"K-{TODAY.year}-1",
        "draft",
        asked,
        None,
    )
    assert draft["fields"] == {"naskah_1": "Berkas | 1 berkas |"}
    chain = any_terminal.json(
        "chain",
        ref,
        "--initial",
        "Citra",
        "--initial",
        "Budi",
        "--sign",
        "Endang",
        "--promised",
        "besok 14:00",
    )
    steps = chain["signature_steps"]
    assert all(each.keys() >= SIGNATURE for each in steps)
    assert [(each["officer"], each["task"], each["order"]) for each in steps] == [
        ("Citra Dewi", "initial", 1),
        ("Budi Santoso", "initial", 2),
        ("Endang Lestari, S.Sos.", "sign", 3),
    ]
    assert steps[2]["promised_for"].startswith(f"{TODAY + timedelta(days=1)}T14:00")
    assert any_terminal.json("step", ref, "send_for_review")["state"] == "in_review"
    assert any_terminal.json("step", ref, "initial", "--by", "Citra")["state"] == "in_review"
    skipped = any_terminal.json("signature", str(steps[1]["id"]), "skip", "--by", "Endang", "--note", "cuti")
    assert skipped["state"] == "awaiting_signature"
    (waiting,) = any_terminal.json("pending", "signatures")["pending"]
    assert waiting.keys() >= PENDING
    assert (waiting["ref"], waiting["officer"], waiting["task"]) == (ref, "Endang Lestari, S.Sos.", "sign")
    assert waiting["promise_broken"] is False
    assert any_terminal.json("step", ref, "sign")["state"] == "signed"
    numbered = any_terminal.json("step", ref, "give-number")
    assert numbered["state"] == "numbered"
    assert numbered["letter_number"].startswith("1/PEM/")
    assert any_terminal.json("step", ref, "dispatch")["state"] == "dispatched"
    delivered = any_terminal.json("step", ref, "confirm_delivery", "--received-by", "Ibu Wati")
    assert (delivered["state"], delivered["received_by"]) == ("delivered", "Ibu Wati")
    assert any_terminal.json("step", ref, "file")["state"] == "filed"


def test_sending_back_and_cancelling_keep_their_reason(any_terminal) -> None:
    ref = any_terminal.json(*OUTGOING)["ref"]
    any_terminal.json("chain", ref, "--sign", "Endang")
    assert any_terminal.json("step", ref, "send_for_review")["state"] == "awaiting_signature"
    sent_back = any_terminal.json("step", ref, "send_back", "--by", "Endang", "--note", "salah ketik")
    assert sent_back["state"] == "needs_revision"
    assert sent_back["signature_steps"][0]["note"] == "salah ketik"
    struck = any_terminal.json("step", ref, "cancel", "--note", "tidak jadi")
    assert struck["state"] == "cancelled"
    assert struck["cancelled"].keys() == {"by", "at", "why"}
    assert struck["cancelled"]["why"] == "tidak jadi"
    assert any_terminal.refused("step", ref, "sign")["rule"] == "step_not_allowed"


def test_lists_and_searches(any_terminal) -> None:
    first = any_terminal.json(*INCOMING, "--unit", "PEM")["ref"]
    second = any_terminal.json(*INCOMING[:4], "--subject", "Laporan 12/III & <b>banjir</b>")["ref"]
    draft = any_terminal.json(*OUTGOING)["ref"]
    listed = any_terminal.json("list")
    assert listed["more"] is False
    assert [each["ref"] for each in listed["letters"]][-2:] == [second, first]
    assert {each["ref"] for each in listed["letters"]} == {first, second, draft}

    def refs(*words: str) -> list[str]:
        return [each["ref"] for each in any_terminal.json(*words)["letters"]]

    assert refs("list", "--direction", "outgoing") == [draft]
    assert refs("list", "--state", "draft") == [draft]
    assert refs("list", "--state", "registered", "--unit", "Seksi Pemerintahan") == [first]
    assert refs("list", "--to", "kemarin") == []
    assert refs("list", "--from", "hari ini", "--direction", "incoming") == [second, first]
    assert refs("list", "--overdue") == []
    assert refs("search", "banjir") == [second]
    assert refs("search", "12/III") == [second]
    assert refs("search", 'AND "maju') == []
    one = any_terminal.json("search", "dinas", "--limit", "1")
    assert (len(one["letters"]), one["more"]) == (1, True)
    assert one["letters"][0].keys() >= {"ref", "state", "subject", "correspondent", "overdue", "holder"}
    assert any_terminal.refused("list", "--unit", "Tidak Ada")["rule"] == "unit_not_found"


def test_the_same_key_registers_once(any_terminal) -> None:
    again = [any_terminal.json(*INCOMING, "--request-key", "k1")["ref"] for _ in range(2)]
    assert again[0] == again[1]
    assert len(any_terminal.json("list")["letters"]) == 1


def test_people_read_words_not_codes(terminal) -> None:
    said = terminal(*INCOMING, "--date", "1 Juni 2026")
    assert said.out.split()[0] == f"M-{TODAY.year}-1"
    for word in ("Tercatat", "Dinas Pendidikan", "1 Juni 2026", "Meja agenda", "Jurnal", "Ajukan (submit)"):
        assert word in said.out
    listed = terminal("list").out
    assert "Rujukan" in listed
    assert "Undangan rapat" in listed
    assert "Tidak ada surat yang cocok." in terminal("search", "tidakada").out
    assert "Tidak ada yang menunggu." in terminal("pending", "signatures").out
    terminal("step", f"M-{TODAY.year}-1", "dispose", "--by", "Endang", "--to", "Budi")
    waiting = terminal("pending", "dispositions").out
    assert "Budi Santoso" in waiting
    assert "1 Dikirim, dari Endang Lestari" in waiting
    assert "Status: Tercatat → Didisposisi" in terminal("show", f"M-{TODAY.year}-1").out


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        (["show", "M-2026-999"], "letter_not_found"),
        (["show", "surat"], "reference_unreadable"),
        (["disposition", "99", "read"], "disposition_not_found"),
        (["signature", "99", "skip", "--note", "x"], "signature_not_found"),
        (["chain", "K-2026-999", "--sign", "Endang"], "letter_not_found"),
        ([*OUTGOING[:6], "--kind", "Surat Cinta"], "kind_unknown"),
        ([*INCOMING, "--unit", "Tidak Ada"], "unit_unknown"),
    ],
)
def test_what_is_not_there_is_refused(terminal, words: list[str], rule: str) -> None:
    assert terminal.refused(*words)["rule"] == rule
