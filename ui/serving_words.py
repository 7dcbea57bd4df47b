"""What is said when a step would be written down for an officer who is not in office any more, or for another's account."""

from __future__ import annotations

from collections.abc import Mapping

from ui.texts import mark

LAST = mark("Terakhir: “{last_step}” dicatat oleh {last_by}, {last_at}.")
"""After a refusal on a disposition: another desk may have been quicker."""

SERVING: Mapping[str, str] = {
    "signer_left": mark(
        "{officer} hanya bertugas sampai {left_on}; alihkan barisnya kepada penggantinya (Plh. atau Plt.), "
        "atau tulis tanggal ketika ia masih bertugas."
    ),
    "signer_stand_in_over": mark(
        "Penunjukan {officer} sebagai {capacity} {position} berakhir {last_day}; alihkan barisnya kepada pejabat "
        "yang bertugas (Plh. atau Plt.), atau tulis tanggal ketika ia masih bertugas."
    ),
    "leader_left": mark(
        "{officer} hanya bertugas sampai {left_on}; sebutkan pimpinan yang mendisposisikan (penggantinya atau "
        "Plh.){option}, atau tulis tanggal ketika ia masih bertugas."
    ),
    "leader_stand_in_over": mark(
        "Penunjukan {officer} sebagai {capacity} {position} berakhir {last_day}; sebutkan pimpinan yang "
        "mendisposisikan (penggantinya atau Plh.){option}, atau tulis tanggal ketika ia masih bertugas."
    ),
    "recipient_left": mark(
        "{officer} hanya bertugas sampai {left_on}; sebutkan yang menggantikannya (Plh., Plt., atau pejabat "
        "barunya){option}, kembalikan disposisinya, atau tulis tanggal ketika ia masih bertugas."
    ),
    "recipient_stand_in_over": mark(
        "Penunjukan {officer} sebagai {capacity} {position} berakhir {last_day}; sebutkan pejabat yang bertugas "
        "sekarang{option}, kembalikan disposisinya, atau tulis tanggal ketika ia masih bertugas."
    ),
    "delegate_without_ub": mark(
        "Jabatan di antaranya hanya ada pada u.b.; kosongkan, atau tunjuk sebagai u.b."
    ),
    "acts_for_himself": mark(
        "Akun Anda bertindak atas nama {officer}; langkah {by} dicatat dengan akunnya sendiri, atau oleh petugas, "
        "sekretaris, atau pengelola."
    ),
    "disposition_twice": mark(
        "Disposisi yang sama kepada {officer} sudah ada dan belum dibaca; ubah isinya, atau tunggu sampai dibaca."
    ),
}
