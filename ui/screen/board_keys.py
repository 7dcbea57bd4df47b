"""What F1 tells about the keys of the boards."""

from __future__ import annotations

from ui.screen.board_bar import SIGN_KEY
from ui.screen.help_panel import Keys
from ui.texts import _


def board_keys(*, signatures: bool) -> Keys:
    """Of lines below each other, of the one board or the other."""
    if signatures:
        one_key = _("catat paraf/tanda tangan: baris ini, atau semua yang dicentang")
        own = (("J", _("ubah jam yang dijanjikan")), ("Ctrl+P", _("cetak daftar tanda tangan")))
    else:
        one_key = _("langkah berikutnya: baris ini, atau semua yang dicentang")
        own = (("P", _("pohon disposisi surat ini")), ("Ctrl+D", _("disposisi lagi")))
    return (
        ("↑ ↓", _("pindah baris")),
        ("← →", _("ke daftar pejabat dan kembali")),
        (_("Spasi"), _("centang baris")),
        ("Ctrl+A", _("centang semua")),
        ("Esc", _("hapus semua centang")),
        (SIGN_KEY, one_key),
        *own,
        ("R", _("salin teks pengingat")),
        ("W", _("buka pengingat di WhatsApp")),
        ("H", _("hitungan waktu kerja")),
        ("Enter", _("ke tombol langkah berikutnya")),
        ("Ctrl+Z", _("urungkan langkah terakhir")),
        ("Shift+Tab", _("ke saringan di atas; ← → memilih")),
    )


def letter_keys() -> Keys:
    """Of letters with their trees."""
    return (
        ("↑ ↓", _("pindah surat")),
        ("Enter →", _("ke tombol langkah berikutnya")),
        ("Tab", _("ke langkah setiap disposisi")),
        ("Esc", _("kembali ke daftar surat")),
        (SIGN_KEY, _("langkah berikutnya surat ini")),
        ("Ctrl+D", _("disposisi lagi")),
        ("H", _("hitungan waktu kerja")),
        ("Ctrl+Z", _("urungkan langkah terakhir")),
    )
