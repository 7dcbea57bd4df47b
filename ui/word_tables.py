"""The Indonesian word of every code of the register, as tables: `ui/words.py` says them in the reader's language.

One table per enum: states of different tables share codes, and a StrEnum equals any string of its value.
"""

from __future__ import annotations

from collections.abc import Mapping

from correspondence.letters import Secrecy, Urgency
from correspondence.people import Capacity
from correspondence.signatures import SignatureTask
from correspondence.throughput import FactKind
from correspondence.workflow import (
    Direction,
    DispositionState,
    IncomingState,
    OutgoingState,
    Role,
    SignatureState,
    Step,
)
from ui.texts import mark
from ui.week_words import DONE_TO_HOURS, PROMISE_FIELDS

STATES: Mapping[type, Mapping[str, str]] = {
    IncomingState: {
        "registered": mark("Tercatat"),
        "submitted": mark("Diajukan"),
        "disposed": mark("Didisposisi"),
        "completed": mark("Selesai"),
        "filed": mark("Diarsipkan"),
        "returned": mark("Dikembalikan"),
        "cancelled": mark("Batal"),
    },
    OutgoingState: {
        "draft": mark("Konsep"),
        "in_review": mark("Diparaf"),
        "awaiting_signature": mark("Menunggu tanda tangan"),
        "needs_revision": mark("Perlu perbaikan"),
        "signed": mark("Ditandatangani"),
        "numbered": mark("Bernomor"),
        "dispatched": mark("Dikirim"),
        "delivered": mark("Diterima"),
        "filed": mark("Diarsipkan"),
        "cancelled": mark("Batal"),
    },
    DispositionState: {
        "sent": mark("Dikirim"),
        "read": mark("Dibaca"),
        "in_progress": mark("Diproses"),
        "done": mark("Selesai"),
        "recalled": mark("Ditarik"),
        "returned": mark("Dikembalikan"),
    },
    SignatureState: {
        "waiting": mark("Menunggu giliran"),
        "requested": mark("Diminta"),
        "done": mark("Selesai"),
        "returned": mark("Dikembalikan"),
        "skipped": mark("Dilewati"),
        "reassigned": mark("Dialihkan"),
    },
}

STEPS: Mapping[Step, str] = {
    Step.SUBMIT: mark("Ajukan"),
    Step.DISPOSE: mark("Disposisikan"),
    Step.FILE: mark("Arsipkan"),
    Step.RETURN_TO_SENDER: mark("Kembalikan ke pengirim"),
    Step.CANCEL: mark("Batalkan"),
    Step.RECALL: mark("Tarik kembali"),
    Step.COMPLETE: mark("Nyatakan selesai"),
    Step.REOPEN: mark("Buka kembali"),
    Step.SEND_FOR_REVIEW: mark("Ajukan paraf/tanda tangan"),
    Step.INITIAL: mark("Paraf"),
    Step.SEND_BACK: mark("Kembalikan untuk diperbaiki"),
    Step.SIGN: mark("Tanda tangani"),
    Step.GIVE_NUMBER: mark("Beri nomor"),
    Step.DISPATCH: mark("Kirim"),
    Step.CONFIRM_DELIVERY: mark("Catat tanda terima"),
    Step.READ: mark("Tandai dibaca"),
    Step.START: mark("Mulai proses"),
    Step.DONE: mark("Laporkan selesai"),
    Step.FORWARD: mark("Teruskan"),
    Step.RETURN: mark("Kembalikan"),
    Step.REQUEST: mark("Minta"),
    Step.REASSIGN: mark("Alihkan"),
    Step.SKIP: mark("Lewati"),
}

# What the journal says was done.
DONE: Mapping[str, str] = {
    "registered": mark("Dicatat"),
    "imported": mark("Diimpor dari buku lama"),
    "corrected": mark("Isian diperbaiki"),
    "undone": mark("Langkah terakhir ditarik"),
    "disposition_closed": mark("Disposisi ditutup bersama yang di atasnya"),
    "signature_promised": mark("Waktu dijanjikan"),
    "printed": mark("Dicetak"),
    "attached": mark("Berkas dilampirkan"),
    "office_opened": mark("Registri dibuka"),
    "office_changed": mark("Pengaturan kantor diubah"),
    "officer_added": mark("Pejabat ditambahkan"),
    "officer_changed": mark("Isian pejabat diperbaiki"),
    "officer_appointed": mark("Pejabat ditunjuk"),
    "officer_left": mark("Pejabat berhenti"),
    "unit_added": mark("Unit ditambahkan"),
    "kind_added": mark("Jenis naskah ditambahkan"),
    "kind_activated": mark("Jenis naskah dipakai lagi"),
    "kind_template_set": mark("Templat jenis naskah dipasang"),
    "kind_retired": mark("Jenis naskah tidak dipakai lagi"),
    "holiday_set": mark("Hari libur ditetapkan"),
    "holiday_removed": mark("Hari libur dihapus"),
    "codes_imported": mark("Kode klasifikasi diimpor"),
    "holidays_imported": mark("Hari libur diimpor"),
    **DONE_TO_HOURS,
    "chain_set": mark("Rantai paraf dan tanda tangan disusun"),
    "submit": mark("Diajukan"),
    "dispose": mark("Didisposisikan"),
    "file": mark("Diarsipkan"),
    "return_to_sender": mark("Dikembalikan ke pengirim"),
    "cancel": mark("Dibatalkan"),
    "recall": mark("Ditarik kembali"),
    "complete": mark("Dinyatakan selesai"),
    "reopen": mark("Dibuka kembali"),
    "send_for_review": mark("Diajukan untuk paraf/tanda tangan"),
    "initial": mark("Diparaf"),
    "send_back": mark("Dikembalikan untuk diperbaiki"),
    "sign": mark("Ditandatangani"),
    "give_number": mark("Diberi nomor"),
    "dispatch": mark("Dikirim"),
    "confirm_delivery": mark("Tanda terima dicatat"),
    "disposition_read": mark("Disposisi dibaca"),
    "disposition_start": mark("Disposisi mulai diproses"),
    "disposition_done": mark("Disposisi selesai"),
    "disposition_done_below": mark("Disposisi selesai karena terusannya selesai"),
    "disposition_forward": mark("Disposisi diteruskan"),
    "disposition_return": mark("Disposisi dikembalikan"),
    "disposition_recall": mark("Disposisi ditarik"),
    "signature_reassign": mark("Paraf/tanda tangan dialihkan"),
    "signature_skip": mark("Paraf dilewati"),
}

# One letter and a book of them: Indonesian says the same of both.
LETTERS = {Direction.INCOMING: mark("surat masuk"), Direction.OUTGOING: mark("surat keluar")}
DIRECTIONS = {Direction.INCOMING: mark("Surat masuk"), Direction.OUTGOING: mark("Surat keluar")}
URGENCY = {
    Urgency.BIASA: mark("Biasa"),
    Urgency.SEGERA: mark("Segera"),
    Urgency.SANGAT_SEGERA: mark("Sangat segera"),
}
SECRECY = {
    Secrecy.BIASA: mark("Biasa"),
    Secrecy.TERBATAS: mark("Terbatas"),
    Secrecy.RAHASIA: mark("Rahasia"),
    Secrecy.SANGAT_RAHASIA: mark("Sangat rahasia"),
}
CAPACITIES = {
    Capacity.DEFINITIVE: mark("Definitif"),
    Capacity.PJ: mark("Penjabat (Pj.)"),
    Capacity.PLT: mark("Pelaksana tugas (Plt.)"),
    Capacity.PLH: mark("Pelaksana harian (Plh.)"),
    Capacity.AN: mark("Atas nama (a.n.)"),
    Capacity.UB: mark("Untuk beliau (u.b.)"),
}
TASKS = {SignatureTask.INITIAL: mark("Paraf"), SignatureTask.SIGN: mark("Tanda tangan")}
ROLES = {
    Role.CLERK: mark("Petugas agenda"),
    Role.SECRETARY: mark("Sekretaris"),
    Role.HEAD: mark("Pimpinan"),
    Role.ADMINISTRATOR: mark("Pengelola"),
}
FACTS: Mapping[str, str] = {
    FactKind.REGISTERED: mark("Dicatat"),
    FactKind.FINISHED: mark("Diselesaikan"),
    FactKind.REOPENED: mark("Dibuka kembali"),
    FactKind.CANCELLED: mark("Dibatalkan"),
    "restored": mark("Dipulihkan"),
    FactKind.RESTORED: mark("Batal dicabut"),
    FactKind.ISSUED: mark("Diterbitkan"),
}

FIELDS: Mapping[str, str] = {
    "sender": mark("Pengirim"),
    "correspondent": mark("Tujuan surat"),
    "correspondent_address": mark("Alamat"),
    "subject": mark("Perihal"),
    "letter_number": mark("Nomor surat"),
    "letter_date": mark("Tanggal surat"),
    "received_on": mark("Tanggal diterima"),
    "kind": mark("Jenis naskah"),
    "unit": mark("Unit pengolah"),
    "urgency": mark("Sifat (kecepatan)"),
    "secrecy": mark("Sifat (keamanan)"),
    "classification": mark("Kode klasifikasi"),
    "enclosures": mark("Lampiran"),
    "external_reference": mark("Rujukan luar"),
    "reply_to": mark("Balasan atas"),
    "note": mark("Catatan"),
    "name": mark("Nama"),
    "nip": mark("NIP"),
    "rank": mark("Pangkat"),
    "phone": mark("Telepon"),
    "position": mark("Jabatan"),
    "principal": mark("Atas nama jabatan"),
    "delegate": mark("Jabatan di antaranya"),
    "pattern": mark("Pola nomor"),
    "on": mark("Tanggal"),
    "due": mark("Batas waktu"),
    "due_on": mark("Batas waktu"),
    "to": mark("Diteruskan kepada"),
    "lead": mark("Penanggung jawab"),
    "received_by": mark("Penerima"),
    "promised": mark("Waktu yang dijanjikan"),
    **PROMISE_FIELDS,
    # What the journal tells beside the note
    "signer": mark("Pejabat"),
    "round": mark("Putaran"),
    "undone": mark("Yang ditarik"),
    "due_at": mark("Tenggat"),
    "officer": mark("Oleh"),
    "state": mark("Status"),
    "initials": mark("Pemaraf"),
    "sign": mark("Penanda tangan"),
    "attachments": mark("Berkas"),
    "disposition": mark("Disposisi"),
    "signature": mark("Baris"),
    "clock": mark("Jam komputer"),
    "agenda_number": mark("Nomor agenda"),
    "dispatched_on": mark("Tanggal dikirim"),
    "delivered_on": mark("Tanggal diterima tujuan"),
    "fields": mark("Isian"),
    "template": mark("Templat"),
    # Parts of a date, of a list, of a letter number as its pattern names them
    "date": mark("Tanggal"),
    "label": mark("Uraian"),
    "code": mark("Kode"),
    "direction": mark("Buku"),
    "first": mark("Dari tanggal"),
    "last": mark("Sampai tanggal"),
    "day": mark("hari"),
    "month": mark("bulan"),
    "year": mark("tahun"),
    "kode": mark("kode klasifikasi"),
    "kode_opd": mark("kode OPD"),
    "keamanan": mark("sifat keamanan"),
    "jenis": mark("kode jenis naskah"),
}
