"""Templates come from strangers: none runs code, reaches an object, eats memory or runs on and on."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from correspondence.errors import Refused
from templates_docx.filters import FILTERS, small_range
from templates_docx.writer import write_paper
from tests.templates_docx.making import template, text_of

CONTEXT = {"nama": "Budi", "angka": 3, "kosong": None, "baris": [{"x": "a"}, {"x": "b"}], "teks": ["p", "q"]}


def written(folder: Path, *paragraphs: str) -> str:
    return text_of(write_paper(template(folder, *paragraphs), CONTEXT, {}))


ATTACKS = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ nama.__class__ }}",
    "{{ nama['__class__'] }}",
    "{{ nama|attr('__class__') }}",
    "{{ self.__init__.__globals__ }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ lipsum.__globals__['os'].system('id') }}",
    "{{ namespace(x=1) }}",
    "{{ nama.upper() }}",
    "{{ baris.append('x') }}",
    "{{ baris.clear() }}",
    "{{ range.__init__ }}",
    "{{ 'x' * 300000000 }}",
    "{{ nama * 300000000 }}",
    "{{ baris * 300000000 }}",
    "{{ '%300000000d' % 1 }}",
    "{{ nama % 3 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ angka ** 9999999 }}",
    "{{ nama + nama }}",
    "{{ 'x'.ljust(300000000) }}",
    "{{ nama|center(300000000) }}",
    "{{ nama|format }}",
    "{{ nama|replace('B', 'xxxxxxxxx') }}",
    "{{ baris|map(attribute='__class__')|list }}",
    "{{ range(999999999)|list }}",
    "{{ range(10)[0:5] }}",
    "{% set x = nama ~ nama %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% include '/etc/passwd' %}",
    "{% import '/etc/passwd' as x %}",
    "{% extends '/etc/passwd' %}",
    "{% for x in baris recursive %}{{ loop(baris) }}{% endfor %}",
    "{% for x in range(999999999) %}{% endfor %}",
    "{% for x in range(1000) %}{% for y in range(1000) %}{% for z in range(1000) %}{% endfor %}{% endfor %}{% endfor %}",
    "{% for x in range(-999999999, 999999999, 2) %}{% endfor %}",
    "{% for x in range(0, 10**18) %}{% endfor %}",
    "{% for x in nama %}x{% endfor %}",
    "{{ loop.__class__ }}",
    "{% for x in baris %}{{ loop.cycle('a', 'b') }}{% endfor %}",
    "{% for x in baris %}{{ loop._iterator }}{% endfor %}",
    "{% if nama.__len__ %}x{% endif %}",
    "{{ caller }}",
    "{{ baris }}",
    "{{ angka / 0 }}",
    "{{ nama < angka }}",
    "{{ -nama }}",
    "{{ " + "(" * 500 + "1" + ")" * 500 + " }}",
    "{{ tidak_ada }}",
    "{{ baris[0].tidak_ada }}",
    "{{ nama. }}",
    "{% for x in baris %}",
    "{% endfor %}",
    "{{ nama",
    "{{ {'a': 1} }}",
    "{{ kosong.x }}",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_attack_succeeds_and_each_is_refused_at_once(attack: str, tmp_path: Path) -> None:
    began = time.monotonic()
    with pytest.raises(Refused) as caught:
        written(tmp_path, attack)
    assert caught.value.rule.startswith("template_")
    assert caught.value.facts["path"] == str(tmp_path / "templat é.docx")
    assert time.monotonic() - began < 5


def test_output_stops_at_its_budget(tmp_path: Path) -> None:
    long = "x" * 20_000
    began = time.monotonic()
    with pytest.raises(Refused) as caught:
        written(
            tmp_path, "{% for x in range(900) %}{% for y in range(20) %}" + long + "{% endfor %}{% endfor %}"
        )
    assert caught.value.rule == "template_endless"
    assert time.monotonic() - began < 10


def test_a_row_of_the_archive_is_never_handed_to_a_template(tmp_path: Path) -> None:
    class Row:
        def delete_instance(self) -> None:
            raise AssertionError

    with pytest.raises(TypeError, match="plain values"):
        write_paper(template(tmp_path, "{{ surat.delete_instance() }}"), {"surat": Row()}, {})


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{{ nama }}", "Budi"),
        ("{{ nama|upper }}", "BUDI"),
        ("{{ nama ~ ' ' ~ angka }}", "Budi 3"),
        ("[{{ kosong }}]", "[]"),
        ("{{ kosong|default('tidak ada') }}", "tidak ada"),
        ("{{ lain|default('–') }}", "–"),
        ("{% if lain is defined %}ada{% else %}tidak{% endif %}", "tidak"),
        ("{{ angka * 2 + 1 - 3 // 2 }}", "6"),
        ("{{ angka / 2 }}", "1.5"),
        (
            "{% for x in baris %}{{ loop.index }}{{ x.x }}{% if not loop.last %}, {% endif %}{% endfor %}",
            "1a, 2b",
        ),
        ("{% for n in range(3) %}{{ n }}{% endfor %}", "012"),
        ("{{ teks|join(' dan ') }}", "p dan q"),
        ("{{ baris[1].x }}{{ baris|length }}{{ teks|first }}{{ teks|last }}", "b2pq"),
        ("{{ 'ya' if angka > 2 and nama == 'Budi' else 'tidak' }}", "ya"),
        ("{{ “nama”|title }}", "Nama"),
        ("{# catatan untuk penyusun #}{{ nama|lower|trim|capitalize }}", "Budi"),
        ("{% for x in kosong %}x{% else %}tidak ada{% endfor %}", "tidak ada"),
    ],
)
def test_what_an_office_needs_still_works(source: str, said: str, tmp_path: Path) -> None:
    assert written(tmp_path, source) == said


def test_the_filters_are_a_short_list() -> None:
    assert len(FILTERS) <= 12


def test_a_small_range_counts_as_range_does() -> None:
    assert list(small_range(2, 9, 3)) == [2, 5, 8]
    assert list(small_range(5, 0, -2)) == [5, 3, 1]
    assert list(small_range(3, 1)) == []
    assert len(small_range(1000)) == 1000
