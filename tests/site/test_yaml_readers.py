"""All YAML that authors copy from says the same to a YAML 1.1 reader, such as PyYAML, as to this engine."""

from __future__ import annotations

import pytest

from yaml_readers import as_we_read, as_yaml_1_1, yaml_of_the_repository


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in yaml_of_the_repository()])
def test_both_readers_see_the_same(text: str) -> None:
    """Each tree, each file of settings, and each example of one."""
    assert as_yaml_1_1(text) == as_we_read(text)
