"""The file of each kind of host: read as that host reads it, each says the same."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from fingerpost.site.headers.hosts import HOSTS
from fingerpost.site.headers.sent import POLICY, TYPES, SentHeaders
from fingerpost.site.headers.written import write_files
from headers_file import read_headers

HEADERS = SentHeaders(
    {POLICY: "default-src 'none'; img-src 'self' data:", "X-Content-Type-Options": "nosniff"},
    {"a/b/engine-worker.mjs": "default-src 'none'; connect-src 'self'", "service-worker.js": "default-src 'none'"},
)
WORKERS = tuple(HEADERS.workers)

type Read = Callable[[str, str], Mapping[str, str]]
"""Returns the headers that a host sends with a path, from the content of its file."""


def netlify(text: str, path: str) -> Mapping[str, str]:
    return read_headers(text)(path)


def nginx(text: str, path: str) -> Mapping[str, str]:
    """The first location counts; it has the headers around it only if it adds none."""
    blocks = re.findall(r'^location ~ "([^"]+)" \{\n(.*?)^\}', text, flags=re.MULTILINE | re.DOTALL)
    around = re.sub(r"^location.*?^\}", "", text, flags=re.MULTILINE | re.DOTALL)
    inside = next((body for pattern, body in blocks if re.search(pattern, f"/{path}")), "")
    added = re.compile(r'add_header (\S+) "([^"]*)" always;')
    kind = re.search(r"types \{\}\n\s*default_type (\S+);", inside)
    return {**dict(added.findall(inside) or added.findall(around)), **({"Content-Type": kind[1]} if kind else {})}


def apache(text: str, path: str) -> Mapping[str, str]:
    """Every section that matches counts, in order."""
    name = path.rpartition("/")[2]
    sections = re.findall(r'<FilesMatch "([^"]+)">\n(.*?)</FilesMatch>', text, flags=re.DOTALL)
    around = re.sub(r"<FilesMatch.*?</FilesMatch>", "", text, flags=re.DOTALL)
    fitting = "".join(body for pattern, body in sections if re.search(pattern, name))
    kinds: dict[str, str] = {ending: kind for kind, ending in re.findall(r"AddType (\S+) \.(\S+)", text)}
    kind = kinds.get(name.rpartition(".")[2])
    found = dict(re.findall(r'Header always set (\S+) "([^"]*)"', around + fitting))
    return {**found, **({"Content-Type": kind} if kind else {})}


def caddy(text: str, path: str) -> Mapping[str, str]:
    """In a route, lines are followed in order, and a later value replaces an earlier one."""
    assert text.partition("route {\n")[2].endswith("\n}\n")
    found = dict(re.findall(r'^\t\t(\S+) "([^"]*)"$', text, flags=re.MULTILINE))
    paths = dict(re.findall(r"^\t@(\S+) path \*(\S+)$", text, flags=re.MULTILINE))
    matched = re.findall(r'^\theader @(\S+) (\S+) "([^"]*)"$', text, flags=re.MULTILINE)
    return found | {name: value for matcher, name, value in matched if f"/{path}".endswith(paths[matcher])}


def iis(text: str, path: str) -> Mapping[str, str]:
    """A header is named twice only after it was removed, or the host answers every request with an error."""
    root = ET.fromstring(text)  # noqa: S314 - our own
    found: dict[str, str] = {}
    for headers in (
        *root.findall("./system.webServer/httpProtocol/customHeaders"),
        *root.findall(f"./location[@path='{path}']/system.webServer/httpProtocol/customHeaders"),
    ):
        for change in headers:
            if change.tag == "remove":
                found.pop(change.attrib["name"], None)
            else:
                assert change.attrib["name"] not in found
                found[change.attrib["name"]] = change.attrib["value"]
    kinds = {each.attrib["fileExtension"]: each.attrib["mimeType"] for each in root.iter("mimeMap")}
    kind = kinds.get(Path(path).suffix)
    return {**found, **({"Content-Type": kind} if kind else {})}


READ: dict[str, Read] = {
    "netlify": netlify,
    "cloudflare": netlify,
    "nginx": nginx,
    "apache": apache,
    "caddy": caddy,
    "iis": iis,
}


def test_every_kind_of_host_is_read_here() -> None:
    assert list(READ) == list(HOSTS)


@pytest.mark.parametrize("host", HOSTS)
def test_every_file_has_the_headers(host: str) -> None:
    text = HOSTS[host].write(HEADERS)

    for path in ("", "choose/", "assets/site.css", *WORKERS):
        sent = READ[host](text, path)
        assert {name: sent[name] for name in HEADERS.everywhere if name != POLICY} == {
            "X-Content-Type-Options": "nosniff"
        }, path


@pytest.mark.parametrize("host", HOSTS)
def test_each_worker_has_its_own_policy_and_nothing_else_has(host: str) -> None:
    text = HOSTS[host].write(HEADERS)

    for path, policy in HEADERS.workers.items():
        # A host that adds up the values of a header sends both policies, and both hold.
        assert READ[host](text, path)[POLICY].split(", ")[-1] == policy
    for path in ("", "choose/", "a/b/site.mjs", "another-service-worker.js.txt"):
        assert READ[host](text, path)[POLICY] == HEADERS.everywhere[POLICY]


@pytest.mark.parametrize("host", [name for name in HOSTS if HOSTS[name].file != "_headers"])
def test_the_types_that_a_host_may_not_know_are_set(host: str) -> None:
    text = HOSTS[host].write(HEADERS)

    for ending, kind in TYPES.items():
        assert READ[host](text, f"a/file.{ending}")["Content-Type"] == kind
    assert READ[host](text, WORKERS[0])["Content-Type"] == TYPES["mjs"]


@pytest.mark.parametrize("host", HOSTS)
def test_every_file_advises_on_https_without_sending_it(host: str) -> None:
    text = HOSTS[host].write(HEADERS)

    assert "Strict-Transport-Security: max-age=31536000" in text
    assert "Strict-Transport-Security" not in READ[host](text, "")


def test_a_file_of_the_sites_own_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "_headers").write_text("/*\n  X-Own: 1\n")

    assert write_files(tmp_path, HEADERS, ["netlify", "cloudflare", "iis"]) == ["_headers"]

    assert (tmp_path / "_headers").read_text() == "/*\n  X-Own: 1\n"
    assert (tmp_path / "web.config").read_text() == HOSTS["iis"].write(HEADERS)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["_headers", "web.config"]
