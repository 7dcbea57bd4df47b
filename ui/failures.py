"""The office's errors as sentences a clerk can act on: what happened, and what to do now. Plain text, never markup."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import Enum

from correspondence.errors import ChangedElsewhere, NotFound, OfficeError, Refused, Unavailable
from correspondence.workflow import Role, Step, When
from ui import formats
from ui.exit_codes import BY_RULE, FAILED, WRONG_USAGE
from ui.month_words import MONTHS
from ui.phrases import days_spoken, listed, one_stop, quoted, spoken, whole
from ui.refusals import NOT_FOUND, REFUSED
from ui.refused_parts import led_by_field, looked_up_at, may_be_typed, named_field
from ui.serving_words import LAST, SERVING
from ui.texts import _, mark
from ui.troubles import TABLES, TEMPLATES, UNAVAILABLE
from ui.words import OF_CODES, done_word, field_word, role_word, state_code_word, step_word

_WRONGLY_NAMED = frozenset(
    {"file_missing", "file_is_folder", "folder_is_file", "folder_missing", "registry_url_unknown"}
)
"""Nothing has failed: what was typed names no such thing."""

SENTENCES: Mapping[str, str] = {**REFUSED, **SERVING, **MONTHS, **TABLES, **TEMPLATES}
"""Every rule's sentence."""

_HELD_BACK: Mapping[When, str] = {
    When.LEADS_DONE: mark("disposisi utamanya belum selesai"),
    When.NO_OPEN_CHILDREN: mark("terusan disposisi ini belum selesai"),
    When.INITIALS_IN_CHAIN: mark("penanda tangannya belum ditentukan, susun dulu rantai tanda tangannya"),
    When.NO_INITIALS_IN_CHAIN: mark("penanda tangannya belum ditentukan, susun dulu rantai tanda tangannya"),
    When.EVER_DISPOSED: mark("surat ini belum pernah didisposisikan"),
    When.NEVER_DISPOSED: mark("surat ini sudah pernah didisposisikan"),
}

_A_LETTER = mark("surat")
_THINGS: Mapping[str, str] = {"disposition": mark("disposisi"), "signature": mark("baris paraf/tanda tangan")}
"""What stands in a state, by the code of the error."""

# Numbers that are names: never grouped by thousands.
_NAMES_IN_DIGITS = frozenset({"year", "month", "number", "position", "row", "port"})


def sentence(error: OfficeError, *, codes: bool = False) -> str:
    """One sentence, or two short ones. `codes` names steps as the terminal types them: “Ajukan (submit)”."""
    return one_stop(_said(error, codes))


def _said(error: OfficeError, codes: bool) -> str:
    if isinstance(error, Refused):
        return _refused(error, codes)
    if isinstance(error, NotFound):
        return _not_found(error)
    if isinstance(error, ChangedElsewhere):
        return _changed_elsewhere(error)
    return _unavailable(error) if isinstance(error, Unavailable) else str(error)


def field_of(error: OfficeError) -> str | None:
    """The input the sentence belongs beside, if it belongs to one."""
    if isinstance(error, Refused):
        return error.field
    return error.what if isinstance(error, NotFound) else None


def exit_code(error: OfficeError) -> int:
    """What a script is told: 1 the disk, the server or a program failed; 2 the command names the wrong file; 4 a rule."""
    if isinstance(error, Unavailable):
        return WRONG_USAGE if error.reason in _WRONGLY_NAMED else FAILED
    return BY_RULE


def facts_of(error: OfficeError) -> dict[str, object]:
    """The error as plain values for `--json`."""
    if isinstance(error, Refused):
        return {"kind": "refused", "rule": error.rule, "field": error.field, "facts": _plain(error.facts)}
    if isinstance(error, NotFound):
        return {
            "kind": "not_found",
            "rule": f"{error.what}_not_found",
            "field": error.what,
            "facts": {"key": error.key, "candidates": list(error.candidates)},
        }
    if isinstance(error, ChangedElsewhere):
        changed = {name: list(values) for name, values in error.fields.items()}
        facts = {"ref": error.ref, "by": error.by, "fields": changed}
        return {"kind": "changed_elsewhere", "rule": "changed_elsewhere", "field": None, "facts": facts}
    if isinstance(error, Unavailable):
        return {"kind": "unavailable", "reason": error.reason, "field": None, "facts": _plain(error.facts)}
    return {"kind": "failed", "field": None, "facts": {}}


def _refused(error: Refused, codes: bool) -> str:
    template = SENTENCES.get(error.rule)
    if template is None:
        return _("Ditolak oleh aturan “{rule}”; periksa lagi isiannya.").format(rule=error.rule)
    facts = _Facts(_words(error.facts, codes))
    facts["field_name"] = facts.get("field", "")
    facts["field"] = named_field(error)
    facts["option"] = f" (--{error.field})" if codes and error.field else ""
    facts["where"] = _where(error.facts)
    facts.setdefault("path", _("ini"))
    facts["choices"] = may_be_typed(error)
    facts |= looked_up_at(codes=codes)
    allowed = error.facts.get("allowed")
    if error.rule.startswith("step_"):
        facts["thing"] = _(_THINGS.get(str(error.facts.get("of")), _A_LETTER))
        facts["instead"] = (
            _("yang dapat dilakukan sekarang: {steps}").format(steps=facts["allowed"])
            if allowed
            else _("tidak ada langkah lagi dari sini")
        )
        when = error.facts.get("when")
        facts["because"] = _(_HELD_BACK.get(When(str(when)), "")) if when else ""
    flaw = error.facts.get("flaw")
    spelt = _(template).format_map(facts)
    said = led_by_field(spelt, template, error) if codes else spelt
    if "last_by" in facts:
        said = f"{one_stop(said)} {_(LAST).format_map(facts)}"
    return f"{said} {flaw}" if flaw else said


def _not_found(error: NotFound) -> str:
    key = days_spoken(error.key) if error.what == "dated_hours" else quoted(error.key)
    wanted = " ".join(error.key.split()).casefold()
    parts = {f" {wanted}", f" ({wanted.replace(' ', '')}"} if wanted else set()
    fits = [each for each in error.candidates if any(part in f" {each.casefold()}" for part in parts)]
    if len(fits) > 1:
        return _("“{key}” cocok dengan beberapa nama ({names}); tulis lebih lengkap.").format(
            key=key, names=listed(fits)
        )
    template = NOT_FOUND.get(error.what)
    said = (
        _(template).format(key=key)
        if template is not None
        else _("“{key}” tidak ditemukan; periksa lagi penulisannya.").format(key=key)
    )
    if error.candidates and error.what != "letter":
        said += " " + _("Yang ada: {names}.").format(names=listed(error.candidates))
    return said


def _changed_elsewhere(error: ChangedElsewhere) -> str:
    if "state" in error.fields and error.by:
        _read, now, _typed = error.fields["state"]
        deed = done_word(error.fields["step"][1])
        return _(
            "{ref} lebih dahulu dikerjakan {by} di meja lain (“{deed}”) dan sekarang “{state}”. "
            "Periksa suratnya, lalu ulangi bila masih perlu."
        ).format(ref=error.ref, by=quoted(error.by), deed=deed, state=state_code_word(now))
    names = listed([field_word(name) for name in error.fields])
    if error.by and error.fields:
        return _(
            "Surat {ref} baru saja diubah oleh {by} ({names}); isian Anda masih ada: bandingkan, lalu simpan lagi."
        ).format(ref=error.ref, by=quoted(error.by), names=names)
    return _(
        "Surat {ref} baru saja diubah di meja lain; isian Anda masih ada: muat ulang, lalu simpan lagi."
    ).format(ref=error.ref)


def _unavailable(error: Unavailable) -> str:
    template = UNAVAILABLE.get(error.reason)
    if template is None:
        return _("Tidak dapat dikerjakan sekarang ({reason}).").format(reason=error.reason)
    facts = _Facts(_words(error.facts, codes=False))
    facts["place"] = _place(error.facts)
    return _(template).format_map(facts)


def _where(facts: Mapping[str, object]) -> str:
    """Which letter or row has the number already."""
    if "ref" in facts:
        return _(" oleh surat {ref}").format(ref=facts["ref"])
    return _(" oleh baris {row}").format(row=facts["row"]) if "row" in facts else ""


def _place(facts: Mapping[str, object]) -> str:
    """A registry's file, or its server and database; a password is never among the facts."""
    if "path" in facts:
        return str(facts["path"])
    host, port, database = (str(facts.get(name) or "") for name in ("host", "port", "database"))
    server = f"{host}:{port}" if host and port else host
    return "/".join(part for part in (server, database) if part) or "…"


class _Facts(dict[str, str]):
    """A fact that an error did not bring is told as …, never as a KeyError: the sentence is what is left to say."""

    def __missing__(self, name: str) -> str:
        return "…"


_PLACES = frozenset({"folder", "file", "path"})


def _words(facts: Mapping[str, object], codes: bool) -> dict[str, str]:
    return {name: _word(name, value, codes) for name, value in facts.items()}


def _word(name: str, value: object, codes: bool) -> str:
    if name in {"step", "allowed"}:
        return listed([_step(each, codes) for each in _several(value)])
    if name in {"size", "limit"} and isinstance(value, int) and value >= 100_000:
        return formats.size(value)
    if name == "last_step":
        return done_word(str(value))
    if name in OF_CODES:
        return OF_CODES[name](str(value))
    if name == "roles":
        return listed([role_word(Role(str(each))) for each in _several(value)])
    if isinstance(value, datetime):
        # On the clock it came with: the services hand instants over in the office's zone.
        return f"{formats.day(value.date())} {value:%H.%M}"
    if isinstance(value, date):
        return formats.day(value)
    if isinstance(value, int | float) and name not in _NAMES_IN_DIGITS:
        return formats.number(value)
    if isinstance(value, tuple | list | set | frozenset):
        return listed([quoted(str(each)) for each in value])
    return (whole if name in _PLACES else quoted)(spoken(value))


def _several(value: object) -> Iterable[object]:
    return value if isinstance(value, tuple | list | set | frozenset) else (value,)


def _step(code: object, codes: bool) -> str:
    if str(code) not in set(Step):
        return done_word(str(code))
    word = step_word(Step(str(code)))
    return f"{word} ({code})" if codes else word


def _plain(facts: Mapping[str, object]) -> dict[str, object]:
    return {name: _plain_value(value) for name, value in facts.items()}


def _plain_value(value: object) -> object:
    if isinstance(value, Enum):
        return str(value)
    if isinstance(value, tuple | list | set | frozenset):
        return [_plain_value(each) for each in value]
    if isinstance(value, date | datetime):
        return value.isoformat()
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return str(value)
