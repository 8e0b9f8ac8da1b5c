"""Links and pictures in a tree's texts, wherever they appear on a page that is not in the tree's folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from new_site import build_new_site
from site_server import Reply, SiteServer
from the_page import answer, expect_outcome, expect_question, tree, wait_for_engine

PAGE = "teams/meetings/"
RESULT = f"{PAGE}#way-to-meet?discussion=yes&same-place=some&edition=1"
ROOM, MESSAGE = "choose/ways/room/", "choose/ways/message/"
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30" fill="#36c"/></svg>'
)


def rearrange(site: Path) -> None:
    """Put the page of the tree into another folder, and links and a picture into the texts of the tree."""
    docs = site / "docs"
    (docs / PAGE).parent.mkdir(parents=True)
    page = (docs / "choose" / "index.md").rename(docs / "teams" / "meetings.md")
    block = "tree: choose/tree.yml\n"
    text = page.read_text(encoding="utf-8").replace(block, f"{block}page: teams/meetings.md\n")
    page.write_text(
        f"{text}\n\n## Examples\n\n```decision-tree\n{block}page: teams/meetings.md\nshow: scenarios\n```\n",
        encoding="utf-8",
    )
    settings = site / "mkdocs.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("choose/index.md", "teams/meetings.md"), encoding="utf-8"
    )
    (docs / "choose" / "a plan.svg").write_text(PICTURE, encoding="utf-8")
    file = docs / "choose" / "tree.yml"
    tree = file.read_text(encoding="utf-8")
    for before, after in (
        (
            "    help: |\n",
            "    help: |\n      See [a room](ways/room.md).\n\n      ![Two doors](a%20plan.svg)\n\n",
        ),
        ("because: A mixed meeting", 'because: "[Write](choose/ways/message.md) to them: a mixed meeting'),
        ("not in the room.}", 'not in the room."}'),
        (
            "  call:\n    title: A video call\n",
            "  call:\n    title: A video call\n    summary: Or book [a room](ways/room.md).\n",
        ),
        ("{message: Send the papers", '{message: "[Write](ways/message.md) the papers'),
        ("before the call.}", 'before the call."}'),
        ("why: One step is enough", 'why: "[One step](ways/room.md) is enough'),
        ("to keep somebody out.}", 'to keep somebody out."}'),
        ("need: A colleague starts", 'need: "[A colleague](ways/message.md) starts'),
        ("starts from home.,", 'starts from home.",'),
    ):
        assert before in tree, before
        tree = tree.replace(before, after)
    file.write_text(tree, encoding="utf-8")
    for other in docs.rglob("*.md"):
        words = other.read_text(encoding="utf-8")
        if other != page and block in words:
            other.write_text(words.replace(block, f"{block}page: teams/meetings.md\n"), encoding="utf-8")
        words = other.read_text(encoding="utf-8")
        for way in ("../index.md", "choose/index.md"):
            target = "../../teams/meetings.md" if way == "../index.md" else "teams/meetings.md"
            words = words.replace(f"]({way}", f"]({target}")
        other.write_text(words, encoding="utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteServer]:
    """The site, under a path of its host."""
    folder = tmp_path_factory.mktemp("texts") / "site"
    with SiteServer(build_new_site(folder, change=rearrange), prefix="/a/b/") as server:
        yield server


@pytest.fixture(params=["with the engine", "without the engine"])
def engine(request: pytest.FixtureRequest, site: SiteServer) -> Iterator[str]:
    """The state that the engine gets into."""
    works = request.param == "with the engine"
    site.intercept = None if works else lambda path: Reply(404) if path.endswith("python_stdlib.zip") else None
    yield "ready" if works else "failed"
    site.intercept = None


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A new tab."""
    page = chromium.new_page()
    yield page
    page.close()


def expect_way(page: Page, site: SiteServer, link: Locator, address: str) -> None:
    """Click a link, expect the page of a way to meet, and go back."""
    before = page.url
    expect(link).to_be_visible()
    link.click()
    expect(page).to_have_url(site.address + address)
    expect(page.locator("h1")).to_contain_text({ROOM: "A room", MESSAGE: "A message"}[address])
    page.go_back()
    expect(page).to_have_url(before)


def expect_picture(part: Locator) -> None:
    """Expect the picture to be drawn, in a fold that may have to be opened."""
    picture = part.get_by_role("img", name="Two doors")
    expect(picture).to_be_visible()
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("naturalWidth", 40)


def expect_help(page: Page, site: SiteServer) -> None:
    """Open the help of the question that is shown, and expect its picture and its link."""
    shown = tree(page).locator(".fp-live")
    unfold(tree(page).locator(".fp-card").first)
    expect_picture(shown)
    expect_way(page, site, shown.get_by_role("link", name="a room").first, ROOM)


def test_in_the_help_of_the_first_question(page: Page, site: SiteServer, engine: str) -> None:
    page.goto(site.address + PAGE)
    wait_for_engine(page, engine)

    expect_help(page, site)


def test_in_the_help_of_a_question_that_is_shown_again(page: Page, site: SiteServer, engine: str) -> None:
    page.goto(site.address + PAGE)
    wait_for_engine(page, engine)
    answer(page, "yes")
    expect_question(page, "same-place")
    page.go_back()
    expect_question(page, "discussion")

    expect_help(page, site)


def test_in_a_result_and_its_reason(page: Page, site: SiteServer, engine: str) -> None:
    page.goto(site.address + RESULT)
    wait_for_engine(page, engine)
    expect_outcome(page, "call")
    card = tree(page).locator(".fp-live > .fp-card").first

    expect_way(page, site, card.get_by_role("link", name="a room").first, ROOM)
    wait_for_engine(page, engine)
    expect_way(page, site, card.get_by_role("link", name="Write").first, MESSAGE)


def test_in_the_list_of_every_question(page: Page, site: SiteServer) -> None:
    page.goto(site.address + PAGE)
    wait_for_engine(page)
    entry = page.locator("[data-listing] [data-entry='discussion']")

    unfold(entry)
    expect_picture(entry)
    expect_way(page, site, entry.get_by_role("link", name="a room").first, ROOM)


def test_in_a_worked_example(page: Page, site: SiteServer) -> None:
    page.goto(site.address + PAGE)
    wait_for_engine(page)

    expect_way(page, site, page.get_by_role("link", name="A colleague").first, MESSAGE)


def test_without_scripts(chromium: Browser, site: SiteServer) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.address + PAGE)

    card = tree(page).locator(".fp-live")
    unfold(card)
    expect_way(page, site, card.get_by_role("link", name="a room").first, ROOM)
    context.close()


def test_in_the_record_on_the_page(page: Page, site: SiteServer) -> None:
    page.goto(site.address + RESULT)
    wait_for_engine(page)
    record = tree(page).locator(".fp-print")
    expect(record).to_contain_text("A video call")
    page.emulate_media(media="print")

    expect(record).to_contain_text(f"Write ({site.address}{MESSAGE}) to them")
    expect(record).to_contain_text(f"Or book a room ({site.address}{ROOM}).")
    for address in (MESSAGE, ROOM):
        assert page.request.get(site.address + address).ok


def unfold(part: Locator) -> None:
    """Open every fold in a part."""
    part.evaluate("part => { for (const fold of part.querySelectorAll('details')) fold.open = true; }")
