"""Blocks of code: what the button beside them copies."""

from __future__ import annotations

from the_page import Visit


def test_a_command_is_copied_without_its_prompt_and_what_it_prints(visit: Visit) -> None:
    page = visit("authors/first-tree/", permissions=["clipboard-read", "clipboard-write"])
    block = page.locator(".highlight", has_text="$ fingerpost check").first
    block.get_by_role("button").click()
    page.wait_for_function("async () => (await navigator.clipboard.readText()).startsWith('fingerpost')")

    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.strip() == "fingerpost check docs/choose/tree.yml --docs docs"
