"""What waits in the sample office at this minute: written from now backwards, so that the desks are full whenever it is made.

Each letter is a start so many working hours ago and acts at working hours after it; the last of them is always over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from correspondence.workflow import Step
from ui.demo.acts import Act, back, chain, does, give, initialled, promised, stands_in, submit, takes
from ui.demo.letters import Came, Wrote
from ui.demo.letters_now import CAME, WROTE
from ui.demo.people import ARCHIVIST, ASSISTANT, HEAD, OTHER_ASSISTANT, SECRETARY, STAFF, SUBHEADS
from ui.demo.stage import Life, Story
from ui.demo.story import came_in, written

TU, RT, PLK, KEU = (SUBHEADS[code] for code in ("TU", "RT", "PLK", "KEU"))
READ, START, DONE, RETURN, FORWARD = Step.READ, Step.START, Step.DONE, Step.RETURN, Step.FORWARD
SIGN, NUMBER, DISPATCH = Step.SIGN, Step.GIVE_NUMBER, Step.DISPATCH


@dataclass(frozen=True, slots=True)
class Waiting:
    """A letter that came or was begun `ago` working hours before now, and what happened so many hours after that."""

    letter: Came | Wrote
    ago: float
    acts: Sequence[tuple[float, Act]] = ()


def lives_now(story: Story) -> list[tuple[datetime, Life]]:
    """The beginnings of today's letters."""
    every = enumerate((*INCOMING_NOW, *OUTGOING_NOW), start=500)
    return [(story.before(round(each.ago * 60)), _life(story, each, number)) for number, each in every]


def _life(story: Story, each: Waiting, number: int) -> Life:
    letter = each.letter
    ref = came_in(story, letter, number) if isinstance(letter, Came) else written(story, letter, number)
    gone = 0.0
    for hours, act in each.acts:
        if hours > gone:
            yield round((hours - gone) * 60)
            gone = hours
        act(story, ref)


INCOMING_NOW: tuple[Waiting, ...] = (
    Waiting(CAME["magang"], 0.4),
    Waiting(CAME["sampah"], 0.9),
    Waiting(CAME["listrik"], 1.5),
    Waiting(CAME["warga"], 3.0, ((1, submit),)),
    Waiting(CAME["wali"], 12.0, ((0.5, submit),)),
    Waiting(CAME["hotel"], 7.5, ((2, submit),)),
    Waiting(
        CAME["salah"],
        30.0,
        (
            (1, submit),
            (4, give(KEU, RT, asks=("Tanggapan dan Saran",))),
            (20, does(KEU, RETURN, note="Data penerima bantuan ada di Subbagian Tata Usaha.")),
        ),
    ),
    Waiting(
        CAME["hut"],
        62.0,
        (
            (1, submit),
            (4, give(TU, RT, PLK, KEU, asks=("Koordinasi/konfirmasikan",), note="Laporkan tiap Jumat.")),
            (6, does(TU, FORWARD, to=(ARCHIVIST, STAFF["undangan"], STAFF["protokol"]), asks=("Siapkan undangan",))),
            (8, does(RT, FORWARD, to=(STAFF["rumah"],), asks=("Siapkan kebersihan halaman",))),
            (9, does(ARCHIVIST, FORWARD, to=(STAFF["agenda"], STAFF["arsip"]), asks=("Proses lebih lanjut",))),
            (11, does(PLK, FORWARD, to=(STAFF["barang"], STAFF["kendaraan"]), asks=("Siapkan kursi dan tenda",))),
            (20, does(STAFF["barang"], READ, START)),
            (24, does(STAFF["undangan"], READ, START, DONE, note="Daftar undangan selesai disusun.")),
            (30, does(STAFF["agenda"], READ, START)),
            (33, does(KEU, READ)),
            (40, does(STAFF["kendaraan"], READ, START, DONE, note="Dua bus sudah dipesan.")),
        ),
    ),
    Waiting(
        CAME["ombudsman"],
        26.0,
        ((1, submit), (3, give(TU, RT, asks=("Tanggapan dan Saran",), note="Siapkan jawaban.")), (9, does(TU, READ, START))),
    ),
    Waiting(
        CAME["bpk"],
        14.0,
        (
            (0.5, submit),
            (1.5, give(PLK, KEU, note="Paling lambat besok.")),
            (4, does(PLK, FORWARD, to=(STAFF["barang"],), asks=("Siapkan datanya",))),
            (6, does(KEU, READ)),
        ),
    ),
    Waiting(CAME["kendaraan"], 20.0, ((2, submit), (6, give(PLK, STAFF["kendaraan"])), (9, does(PLK, READ)))),
    Waiting(CAME["gaji"], 16.0, ((1, submit), (5, give(KEU, asks=("Proses lebih lanjut", "Tanggapan dan Saran"))))),
    Waiting(CAME["arsip"], 11.0, ((1, submit), (5, give(TU, ARCHIVIST)), (7, does(TU, FORWARD, to=(STAFF["arsip"],))))),
    Waiting(
        CAME["sekolah"],
        34.0,
        (
            (2, submit),
            (5, give(RT, TU)),
            (15, does(RT, READ, START)),
            (28, does(RT, DONE, note="Jadwal kunjungan sudah disepakati dengan sekolah.")),
        ),
    ),
)  # fmt: skip

OUTGOING_NOW: tuple[Waiting, ...] = (
    Waiting(WROTE["kuasa"], 1.0),
    Waiting(WROTE["bank"], 2.5),
    Waiting(WROTE["rapat"], 9.0, ((0.5, chain(SECRETARY, RT, HEAD, ASSISTANT)), (1.5, initialled(RT, HEAD)), (2, promised(4)))),
    Waiting(WROTE["telaah"], 12.0, ((1, chain(HEAD, (PLK, KEU, RT))), (6, initialled(KEU)))),
    Waiting(WROTE["edaran"], 6.0, ((1, chain(SECRETARY, (TU, KEU), HEAD)),)),
    Waiting(WROTE["laporan"], 4.0, ((0.5, chain(HEAD, KEU)), (1, promised(6)))),
    Waiting(WROTE["klarifikasi"], 22.0, ((2, chain(SECRETARY, TU, HEAD, ASSISTANT)), (5, initialled(TU, HEAD, ASSISTANT)), (6, promised(9)))),
    Waiting(WROTE["tugas"], 15.0, ((1, chain(SECRETARY, RT, HEAD)), (6, initialled(RT, HEAD)), (7, promised(4)))),
    Waiting(WROTE["aset"], 8.0, ((0.5, chain(SECRETARY, PLK, HEAD)), (3, initialled(PLK, HEAD)), (7.5, promised(3)))),
    Waiting(WROTE["pinjam"], 19.0, ((1, chain(HEAD, PLK)), (4, initialled(PLK)))),
    Waiting(WROTE["cair"], 13.0, ((1, chain(HEAD, KEU)), (3, initialled(KEU)), (4, promised(6)))),
    Waiting(WROTE["pln"], 3.0, ((0.5, chain(HEAD, RT)), (1, initialled(RT)), (1.5, promised(2.2)))),
    Waiting(WROTE["dprd"], 10.0, ((1, chain(ASSISTANT, TU, HEAD)), (5, initialled(TU, HEAD)), (6, stands_in(ASSISTANT, OTHER_ASSISTANT, "Asisten dinas luar.")))),
    Waiting(
        WROTE["berita"],
        17.0,
        ((1, chain(ASSISTANT, (KEU, PLK))), (4, initialled(KEU, PLK)), (6, stands_in(ASSISTANT, OTHER_ASSISTANT, "Asisten dinas luar."))),
    ),
    Waiting(WROTE["magang"], 21.0, ((1, chain(HEAD, TU)), (5, back(TU, "Nama mahasiswa tidak sama dengan proposal.")))),
    Waiting(WROTE["keterangan"], 16.0, ((1, chain(HEAD, TU)), (4, initialled(TU)), (10, takes(SIGN, by=HEAD)))),
    Waiting(WROTE["sekolah"], 18.0, ((1, chain(HEAD, RT)), (4, initialled(RT)), (9, takes(SIGN, by=HEAD)), (11, takes(NUMBER)))),
    Waiting(
        WROTE["arsip"],
        25.0,
        ((1, chain(HEAD, TU)), (3, initialled(TU)), (8, takes(SIGN, by=HEAD)), (9, takes(NUMBER)), (12, takes(DISPATCH))),
    ),
)  # fmt: skip
