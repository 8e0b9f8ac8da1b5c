"""Bills of materials in the format CycloneDX: parts, their packages with digests and licences, and the files.

The same parts give the same bytes: there is no time in a bill, and its number follows from its content.
"""

# The library's own decorators hide the types of its classes.
# pyright: reportCallIssue=false, reportAttributeAccessIssue=false, reportArgumentType=false, reportReturnType=false

import hashlib
import uuid
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from pathlib import Path

from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, Property, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.bom_ref import BomRef
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from licences.part import Part

_ALGORITHMS = {"sha256": HashAlgorithm.SHA_256, "sha512": HashAlgorithm.SHA_512}


def write(file: Path, subject: Component, parts: list[Part], contents: Mapping[str, Path]) -> None:
    """Write a bill.

    Args:
        file: The file.
        subject: What the bill is of.
        parts: The parts of others.
        contents: The files that hold them, by their names in the parts' patterns.
    """
    bom = Bom(components=[])
    bom.metadata.component = subject
    components = {part.title: _component(part) for part in parts}
    holding = {name: _file(name, path) for name, path in sorted(contents.items()) if _parts_in(name, parts)}
    bom.components.update([*components.values(), *holding.values()])
    whole = [component for part in parts if not part.inside for component in (components[part.title],)]
    bom.register_dependency(subject, [*whole, *holding.values()])
    for part in parts:
        inner = [components[other.title] for other in parts if other.inside == part.title]
        bom.register_dependency(components[part.title], inner)
    for name, component in holding.items():
        bom.register_dependency(component, [components[part.title] for part in _parts_in(name, parts)])
    bom.metadata.timestamp = None  # the format needs none
    bom.serial_number = uuid.UUID(int=0)
    number = uuid.uuid5(uuid.NAMESPACE_OID, _text(bom))
    bom.serial_number = number
    file.write_text(f"{_text(bom)}\n", encoding="utf-8")


def subject(name: str, version: str, kind: ComponentType, licence: str) -> Component:
    """Return what a bill is of.

    Args:
        name: Its name.
        version: Its version.
        kind: What it is.
        licence: The licence of what is our own in it, as an SPDX expression.
    """
    return Component(name=name, version=version, type=kind, licenses=[LicenseExpression(licence)], bom_ref=BomRef(name))


def _text(bom: Bom) -> str:
    return JsonV1Dot6(bom).output_as_string(indent=1)


def _component(part: Part) -> Component:
    package = part.package
    properties = [Property(name="fingerpost:file", value=pattern) for pattern in part.files]
    if part.changed:
        properties.append(Property(name="fingerpost:changed", value=part.changed))
    return Component(
        name=part.name,
        version=part.version or None,
        type=ComponentType.LIBRARY,
        bom_ref=BomRef(part.title),
        purl=PackageURL.from_string(package.url) if package else None,
        hashes=[HashType(alg=_ALGORITHMS[name], content=digest) for name, digest in package.digests] if package else (),
        licenses=[LicenseExpression(part.licence)],
        copyright="\n".join(part.copyright),
        external_references=[ExternalReference(type=ExternalReferenceType.VCS, url=XsUri(part.source))],
        properties=properties,
    )


def _file(name: str, path: Path) -> Component:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return Component(
        name=name,
        type=ComponentType.FILE,
        bom_ref=BomRef(f"file {name}"),
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest)],
    )


def _parts_in(name: str, parts: Iterable[Part]) -> list[Part]:
    return [part for part in parts if any(fnmatchcase(name, pattern) for pattern in part.files)]
