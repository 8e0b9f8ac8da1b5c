"""Fuzzes the reader of tree files with trees that are mutated byte by byte and line by line.

Usage: .venv/bin/python tests/property/fuzz.py FIRST_SEED SEEDS. Each seed is a fixed number of cases, the same every
time. What was run is recorded in tests/property/fuzz-seeds.md.
"""

from __future__ import annotations

import random
import sys
import time

from example_trees import TREES
from fingerpost.check import check_reading
from fingerpost.source import read_source
from fingerpost.tree.compiled import from_json
from fingerpost.tree.compiled_writer import to_json

CASES = 500
"""The number of cases for each seed."""

MOST_SECONDS = 10
"""The limit of processor time; a case that exceeds it counts as a hang."""

_CORPUS = [path.read_bytes() for path in sorted((TREES).rglob("*.yml")) if path.stat().st_size < 20_000]

# Text that has a meaning in YAML, Markdown, HTML or Unicode.
_TOKENS = [
    *(b"\x00", b"\t", b"\r", b"\n", b": ", b"- ", b"? ", b"---\n", b"...\n", b"%YAML 9.9\n", b"#", b"!", b"!!binary "),
    *(b"&a ", b"*a", b"<<: ", b"|\n", b">-\n", b"{", b"}", b"[", b"]", b",", b"'", b'"', b"\\", b"\\x", b"\\U0011ffff"),
    *(b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"\xf0\x9f\x98\x80", b"0x", b"1e9999", b"~"),
    *(b"[a](javascript:b)", b"<script>", b"<a", b"```", b"![x](y)", b"**", b"* * *", b"[" * 60, b"unsure", b"edition"),
]


def cases(seed: int) -> list[bytes]:
    """Return the cases of one seed."""
    chance = random.Random(seed)  # noqa: S311 - made to be repeated, not to be secret
    return [_mutated(chance) for _ in range(CASES)]


def read(data: bytes) -> None:
    """Read and check one case, whatever it holds.

    Raises:
        Exception: Never expected: the reader has to accept any bytes.
    """
    tree, findings = check_reading(read_source(data, "tree.yml"))
    for finding in findings:
        assert finding.place.line >= 1
        assert finding.place.column >= 1
        assert finding.message
        assert finding.hint
        str(finding).encode()
    if tree is not None and not any(finding.severity == "error" for finding in findings):
        assert from_json(to_json(tree)) == tree


def _mutated(chance: random.Random) -> bytes:
    data = bytearray(chance.choice(_CORPUS))
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        at = chance.randrange(len(data) + 1)
        match chance.randrange(6):
            case 0:
                data[at:at] = chance.choice(_TOKENS)
            case 1:
                del data[at : at + chance.choice((1, 2, 8, 64))]
            case 2:
                data[at : at + 1] = bytes([chance.randrange(256)])
            case 3:
                end = at + chance.randrange(1, 200)
                data[at:at] = data[at:end] * chance.choice((1, 2, 20))
            case 4:
                other = chance.choice(_CORPUS)
                begin = chance.randrange(len(other) + 1)
                data[at:at] = other[begin : begin + chance.randrange(1, 300)]
            case _:
                lines = bytes(data).split(b"\n")
                chance.shuffle(lines)
                data = bytearray(b"\n".join(lines))
    return bytes(data)


def main(first: int, seeds: int) -> None:
    """Run some seeds, and print a line for the record."""
    began = time.monotonic()
    slowest = 0.0
    for seed in range(first, first + seeds):
        for number, data in enumerate(cases(seed)):
            start = time.process_time()
            try:
                read(data)
            except BaseException:
                print(f"seed {seed}, case {number}: {data!r}", file=sys.stderr)
                raise
            slowest = max(slowest, time.process_time() - start)
    minutes = (time.monotonic() - began) / 60
    print(f"| {first} to {first + seeds - 1} | {seeds * CASES:,} | {minutes:.1f} | {slowest:.2f} s | none |")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
