"""`write` and `template` at the terminal: any kind, slips, many letters, again as it was."""

from __future__ import annotations

from pathlib import Path

from tests.templates_docx.making import template, text_of

NIK = "3571014509900003"


def _registered(terminal, kind: str = "Pengantar KTP", **fields: str) -> str:
    words = [part for name, value in fields.items() for part in ("--field", f"{name}={value}")]
    return terminal.json(
        "register", "outgoing", "--to", "Camat", "--subject", "Pengantar", "--kind", kind, *words
    )["ref"]


def test_a_counter_letter_by_its_kind_s_name(terminal, tmp_path: Path) -> None:
    ref = _registered(
        terminal, nik="3571 0145 0990 0003", nama="Siti & <b>", tanggal_lahir="5 September 1990"
    )
    out = tmp_path / "ktp é.docx"
    assert terminal.json("write", "Pengantar KTP", ref, "--out", str(out))["file"] == str(out)
    text = text_of(out.read_bytes())
    for part in (NIK, "Siti & <b>", "5 September 1990"):
        assert part in text
    refused = terminal.refused(
        "register", "outgoing", "--to", "x", "--subject", "y", "--kind", "Pengantar KTP", "--field", "nik=12"
    )
    assert refused["rule"] == "nik_unreadable"
    assert [each["ref"] for each in terminal.json("search", NIK)["letters"]] == [ref]


def test_the_slips(terminal, tmp_path: Path) -> None:
    ref = terminal.json(
        *("register", "incoming", "--sender", "Dinas X", "--number", "1/X", "--date", "2026-01-05"),
        *("--subject", "Undangan", "--received", "2026-01-06"),
    )["ref"]
    terminal("step", ref, "dispose", "--by", "Endang", "--to", "Budi", "Citra", "--lead", "Budi")
    sheet, blank, receipt = (tmp_path / f"{name}.docx" for name in ("isi", "kosong", "terima"))
    terminal.json("write", "lembar-disposisi", ref, "--out", str(sheet))
    assert "\n1\nKepala Seksi\n" in f"\n{text_of(sheet.read_bytes())}"
    terminal.json("write", "lembar-disposisi", ref, "--blank", "--out", str(blank))
    assert "\n1\nKepala Seksi\n" not in f"\n{text_of(blank.read_bytes())}"
    terminal.json("write", "tanda-terima", ref, "--out", str(receipt))
    assert "Dinas X" in text_of(receipt.read_bytes())


def test_many_letters_and_one_again_as_it_was(terminal, tmp_path: Path) -> None:
    refs = [_registered(terminal, "Surat Dinas", isi=f"Isi {number}") for number in range(3)]
    out = tmp_path / "banyak"
    said = terminal.json("write", "surat-dinas", *refs, "--format", "docx", "--out", str(out))
    assert [each["ref"] for each in said["files"]] == refs
    assert "Isi 2" in text_of(Path(said["files"][2]["file"]).read_bytes())
    terminal("office", "set", "name", "Kelurahan Lain")
    again, fresh = tmp_path / "lama.docx", tmp_path / "baru.docx"
    terminal.json("write", "surat-dinas", refs[0], "--as-printed", "--out", str(again))
    terminal.json("write", "surat-dinas", refs[0], "--out", str(fresh))
    assert "KELURAHAN TANJUNG LAUT" in text_of(again.read_bytes())
    assert "KELURAHAN LAIN" in text_of(fresh.read_bytes())
    refused = terminal.refused("write", "tanda-terima", refs[0], "--as-printed", "--out", str(again))
    assert refused["rule"] == "printed_not_found"
    assert (
        terminal.refused("write", "Surat Kuasa", refs[0], "--out", str(again))["rule"]
        == "kind_without_template"
    )


def test_a_kind_from_a_word_file_alone(terminal, tmp_path: Path) -> None:
    file = template(
        tmp_path, "IZIN {{ isian.nama }} {{ isian.nik }}{% if isian.catatan %}!{% endif %}", name="i.docx"
    )
    terminal.json("kind", "add", "Izin Keramaian", "--template", str(file))
    ref = _registered(terminal, "Izin Keramaian", nama="Siti", nik=NIK)
    out = tmp_path / "izin.docx"
    terminal.json("write", "Izin Keramaian", ref, "--out", str(out))
    assert text_of(out.read_bytes()) == f"IZIN Siti {NIK}"


def test_a_template_compared_and_put_back(terminal, tmp_path: Path) -> None:
    assert terminal.json("template", "compare", "surat-dinas")["same"]
    file = template(tmp_path, "{{ isian.isi }} {{ isian.nik }}", name="baru.docx")
    terminal.json("kind", "template", "Surat Dinas", str(file))
    found = terminal.json("template", "compare", "surat-dinas")
    assert (found["same"], found["only_own"]) == (False, ["isian.nik"])
    assert terminal.json("template", "reset", "surat-dinas")["reset"]
    assert terminal.json("template", "compare", "surat-dinas")["same"]


def test_what_one_letter_refuses_stops_no_other(terminal, tmp_path: Path) -> None:
    refs = [_registered(terminal, "Surat Dinas", isi=f"Isi {number}") for number in range(2)]
    out = tmp_path / "banyak"
    said = terminal(
        *("write", "surat-dinas", refs[0], "K-2026-99", refs[1], "--format", "docx"),
        *("--out", str(out), "--json"),
    )
    assert said.code == 3
    assert [each["ref"] for each in said.document["files"]] == refs
    (refused,) = said.document["refused"]
    assert (refused["ref"], refused["reason"]["rule"]) == ("K-2026-99", "letter_not_found")
    assert "K-2026-99" in refused["reason"]["sentence"]
    assert (
        "K-2026-99"
        in terminal("write", "surat-dinas", *refs, "K-2026-99", "--format", "docx", "--out", str(out)).out
    )
    nothing = terminal(
        "write", "surat-dinas", "K-2026-98", "K-2026-99", "--out", str(tmp_path / "x"), "--json"
    )
    assert nothing.code == 4
    assert [step["step"] for step in terminal.json("show", refs[0])["journal"]].count("printed") == 1


def test_a_label_is_a_pdf(terminal, tmp_path: Path) -> None:
    ref = _registered(terminal, "Surat Dinas", isi="Isi")
    said = terminal("write", "label", ref, "--out", str(tmp_path / "label.docx"))
    assert said.code == 2
    assert ".pdf" in said.err


def test_papers_that_make_no_sense_are_refused_with_what_is_possible(terminal, tmp_path) -> None:
    out = str(tmp_path / "x.docx")
    came = terminal.json("register", "incoming", "--sender", "Dinas", "--subject", "Rapat")["ref"]
    ours = _registered(terminal)
    refused = terminal.refused("write", "surat-dinas", came, "--out", out)
    assert refused["rule"] == "paper_of_outgoing"
    assert "lembar disposisi" in refused["sentence"]
    assert came in refused["sentence"]
    refused = terminal.refused("write", "lembar-disposisi", ours, "--out", out)
    assert refused["rule"] == "paper_of_incoming"
    assert "naskahnya sendiri (Pengantar KTP)" in refused["sentence"]
    many = terminal("write", "lembar-disposisi", came, ours, "--format", "docx", "--out", str(tmp_path / "b"))
    assert "hanya untuk surat masuk" in many.out
    for paper in ("surat-pengantar", "tanda-terima"):
        for ref in (came, ours):
            assert terminal("write", paper, ref, "--out", out).err == ""


def test_another_kinds_template_is_hinted_at(terminal, tmp_path) -> None:
    ref = _registered(terminal)
    said = terminal("write", "surat-undangan", ref, "--out", str(tmp_path / "x.docx"))
    assert said.code == 0
    assert f"{ref} berjenis Pengantar KTP, tetapi dicetak dengan templat surat-undangan" in said.err
    assert terminal("write", "pengantar-ktp", ref, "--out", str(tmp_path / "x.docx")).err == ""
