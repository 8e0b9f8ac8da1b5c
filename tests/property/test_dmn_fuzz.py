"""DMN files with anything done to them: findings with a place, or a tree, and never a failure."""

from __future__ import annotations

import random
import re
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dmn_files import decision_table
from example_trees import DRAGON
from fingerpost.export.formats.dmn import write
from fingerpost.importing.formats.dmn import read
from fingerpost.importing.tree_file import tree_file
from fingerpost.source import read_source, read_tree
from fingerpost.tree.model import Tree

TOKENS = (
    *(
        b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>",
        b"&b;",
        b"<!--",
        b"-->",
        b"<![CDATA[",
        b"]]>",
        b"<?a?>",
    ),
    *(b"<", b">", b'"', b"\x00", b"\xff", b"&#0;", b"&#55296;", b"xmlns='urn:b'", b"</rule>", b"<rule>", b"<input>"),
    *(b"not(", b'"\\ud800"', b'"\\u0000"', b"-", b"[1..2]", b"outcome", b"q_hungry", b'""', b",", b"null", b"true"),
)

FILES = (
    write(cast("Tree", read_tree(str(DRAGON)).tree), "https://example.org/"),
    decision_table(
        {"q": '"a","b"', "r": "true,false"}, [('"a"', "true", '"x"'), ("-", "false", '"y"')], policy="FIRST"
    ),
)


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return a file with a few bytes deleted, repeated, replaced or moved."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5))):
        at = chance.randrange(len(changed))
        end = at + chance.choice((1, 4, 30, 200))
        match chance.randrange(5):
            case 0:
                del changed[at:end]
            case 1:
                changed[at:at] = changed[at:end]
            case 2:
                changed[at:at] = chance.choice(TOKENS)
            case 3:
                words = re.findall(rb'"[^"<>]*"|>[^<>]+<', bytes(changed))
                changed = bytearray(changed.replace(chance.choice(words), chance.choice(words), 1))
            case _:
                changed[at : at + 1] = bytes([chance.randrange(256)])
    return bytes(changed)


@pytest.mark.parametrize("seed", range(3))
def test_any_damage_gives_findings_or_a_tree(seed: int) -> None:
    """No file makes the import fail, and what it writes can be read."""
    chance = random.Random(seed)  # noqa: S311 - the same cases each time
    for _ in range(150):
        data = mutated(chance.choice(FILES), chance)
        imported = read(data, "file.dmn")

        assert imported.draft is not None or any(finding.severity == "error" for finding in imported.findings)
        for finding in imported.findings:
            assert 1 <= finding.place.line <= data.count(b"\n") + data.count(b"\r") + 1
            assert finding.place.column >= 1
            str(finding).encode()
        if imported.draft is not None:
            read_source(tree_file(imported.draft).encode(), "tree.yml")


@given(st.binary(max_size=200))
def test_any_bytes_give_a_finding(data: bytes) -> None:
    assert read(data, "file.dmn").draft is None


@pytest.mark.long
def test_a_table_at_every_limit_ends() -> None:
    """Neither many rows nor the combinations that they would make hang the import."""
    chance = random.Random(1)  # noqa: S311 - the same cases each time
    for columns, rows, values in ((30, 500, "abc"), (2, 500, [f"v{number}" for number in range(200)])):
        names = {f"q{number}": ",".join(f'"{value}"' for value in values) for number in range(columns)}
        cells = [
            [*(chance.choice(["-", f'"{chance.choice(values)}"']) for _ in names), f'"{chance.choice("xyz")}"']
            for _ in range(rows)
        ]
        data = decision_table(names, cells, policy="ANY")
        findings = read(data, "menu.dmn").findings

        assert "import-contradiction" in {finding.code for finding in findings}


@pytest.mark.parametrize(("rows", "columns", "values"), [(2001, 1, 2), (1, 101, 2), (1, 1, 201)])
def test_a_table_past_a_limit_is_refused(rows: int, columns: int, values: int) -> None:
    names = {f"q{number}": ",".join(f'"v{value}"' for value in range(values)) for number in range(columns)}
    imported = read(decision_table(names, [[*("-" for _ in names), '"x"']] * rows), "menu.dmn")

    assert [finding.code for finding in imported.findings] == ["import-too-large"]
