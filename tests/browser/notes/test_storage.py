"""Where notes are stored: nothing unasked, nothing of another site, and nothing lost where storage fails."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from notes import (
    FULL,
    NOTES,
    OTHER,
    RESULT,
    expect_written,
    need,
    offer,
    record,
    result,
    undo,
    write,
)
from project.paths import ROOT
from the_page import (
    CHOOSE,
    Visit,
    answer,
    answer_to_publish_subscribe,
    expect_question,
    state,
    tree,
    wait_for_engine,
)
from the_stored_data import PRIVACY, amounts, ask, part, question
from watch import Watch

STORED = "() => [Object.keys(localStorage), Object.keys(sessionStorage)].map((keys) => keys.sort())"

WEB = ROOT / "engine" / "fingerpost" / "web"

IDS = ("constructor", "__proto__", "to-string", "hasOwnProperty", "toString")

NOTES_OF_ODD_IDS = """async ([module, ids]) => {
  const { Notes } = await import(module);
  const field = (name) => Object.assign(document.createElement("textarea"), { value: `About ${name}` });
  const notes = new Notes("odd");
  notes.follow("odd", false);
  for (const id of ids) {
    const area = field(id);
    area.dataset.note = id;
    notes.take(area);
  }
  const again = new Notes("odd");
  again.follow("odd", false);
  const place = document.createElement("div");
  for (const id of ids) place.append(Object.assign(document.createElement("textarea"), {}));
  [...place.children].forEach((area, number) => { area.dataset.note = ids[number]; });
  again.fill(place);
  return {
    shown: [...place.children].map((area) => area.value),
    sent: Object.entries(JSON.parse(JSON.stringify(again.data)).confirmations).map(([id, about]) => [id, about.note]),
    clean: Object.keys(Object.prototype).length === 0 && Object.note === undefined && ({}).note === undefined,
  };
}"""


class TestStorage:
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_a_visit_without_words_and_choices_stores_nothing(self, visit: Visit, scheme: str) -> None:
        page = visit("", color_scheme=scheme)
        for address in ("patterns/", state(RESULT), "authors/decisions/two-trees-on-one-page/", CHOOSE):
            page.goto(page.url.partition("/guide/")[0] + "/guide/" + address)
            page.wait_for_load_state("load")
        wait_for_engine(page)
        answer_to_publish_subscribe(page)
        tree(page).get_by_role("link", name="Start again").click()
        expect_question(page, "proactive-request")
        page.get_by_role("link", name="Patterns", exact=True).first.click()
        page.wait_for_url("**/patterns/")

        assert page.evaluate(STORED) == [[], []]

    def test_a_colour_scheme_that_was_chosen_is_kept(self, visit: Visit) -> None:
        page = visit("about/")

        page.get_by_role("button", name="Switch to light mode").click()
        expect(page.locator("body")).to_have_attribute("data-md-color-media", "(prefers-color-scheme: light)")
        page.reload()

        expect(page.locator("body")).to_have_attribute("data-md-color-media", "(prefers-color-scheme: light)")

    def test_pages_of_two_sites_on_one_host_have_notes_of_their_own(self, visit: Visit) -> None:
        page = result(visit)
        write(page)

        keys = page.evaluate(STORED)

        assert [len(part) for part in keys] == [1, 1]
        assert all("/guide/choose/ integration-pattern" in key for part in keys for key in part)

    def test_spoilt_notes_are_reported_and_kept_and_the_page_goes_on(self, visit: Visit) -> None:
        page = result(visit)
        write(page)
        page.evaluate(f"{NOTES}.forEach(([key]) => localStorage.setItem(key, '{{spoilt'))")

        page.reload()
        wait_for_engine(page)

        expect(tree(page).get_by_role("status").filter(has_text="cannot be read")).to_have_count(1)
        with page.expect_download() as download:
            tree(page).get_by_role("button", name="Download what is stored").click()
        assert download.value.suggested_filename == "notes-integration-pattern.txt"
        assert Path(download.value.path()).read_text(encoding="utf-8") == "{spoilt"
        need(page).fill("Anew.")
        expect(tree(page).get_by_role("status").filter(has_text="cannot be read")).to_have_count(0)
        assert record(page)["need"] == "Anew."
        notes = dict(page.evaluate(NOTES))
        assert sorted(text == "{spoilt" for text in notes.values()) == [False, True]

        # The next decision offers the notes, and not what was spoilt.
        tree(page).get_by_role("link", name="Start again").click()
        expect(offer(page)).to_contain_text("Anew.")
        offer(page).get_by_role("button", name="Discard them").click()
        expect(offer(page)).to_be_hidden()
        page.goto(page.url.partition(CHOOSE)[0] + PRIVACY)
        ask(page)
        assert "1 text that could not be read" in amounts(page)
        question(page).get_by_role("button", name="Delete it all").click()
        expect(part(page).get_by_role("status")).to_contain_text("Deleted.")
        assert page.evaluate(NOTES) == []

    def test_the_rest_of_damaged_notes_is_used_and_the_whole_is_kept_where_there_is_room(self, visit: Visit) -> None:
        page = result(visit)
        write(page)
        spoil = '([, text]) => text.replace(\'"confirmed":true\', \'"confirmed":"perhaps"\')'
        page.evaluate(f"{NOTES}.forEach((entry) => localStorage.setItem(entry[0], ({spoil})(entry)))")
        [[key, spoilt]] = page.evaluate(NOTES)
        assert "perhaps" in spoilt
        page.reload()
        wait_for_engine(page)

        expect(tree(page).get_by_role("status").filter(has_text="or not as a whole")).to_have_count(1)
        expect(need(page)).to_have_value("See heights.")
        page.evaluate(
            "() => { const set = Storage.prototype.setItem; Storage.prototype.setItem = function (key, text) {"
            " if (key.includes(' saved ') && !window.hasRoom) throw new DOMException('full', 'QuotaExceededError');"
            " set.call(this, key, text); }; }"
        )
        need(page).fill("See the height.")
        expect(tree(page).get_by_role("status").filter(has_text="not kept on this page")).to_have_count(1)
        assert page.evaluate(NOTES) == [[key, spoilt]]

        page.evaluate("window.hasRoom = true")
        need(page).fill("See all heights.")
        notes = dict(page.evaluate(NOTES))
        assert spoilt in notes.values()
        assert '"See all heights."' in notes[key]

    def test_starting_again_keeps_spoilt_notes(self, visit: Visit) -> None:
        page = result(visit)
        write(page)
        page.evaluate(f"{NOTES}.forEach(([key]) => localStorage.setItem(key, '{{spoilt'))")
        page.reload()
        wait_for_engine(page)

        tree(page).get_by_role("link", name="Start again").click()
        expect_question(page, "proactive-request")

        assert [text for _, text in page.evaluate(NOTES)] == ["{spoilt"]

    @pytest.mark.parametrize("spoilt", ["{", "[1]", '{"a": 1}', "null"])
    def test_a_spoilt_list_of_decisions_loses_no_notes(self, visit: Visit, spoilt: str) -> None:
        page = result(visit)
        write(page)
        page.evaluate("text => sessionStorage.setItem(Object.keys(sessionStorage)[0], text)", spoilt)

        page.reload()
        wait_for_engine(page)

        expect(offer(page)).to_contain_text("See heights.")

    def test_notes_of_an_earlier_decision_are_used_where_nothing_more_can_be_stored(self, visit: Visit) -> None:
        page = result(visit)
        write(page)
        tree(page).get_by_role("link", name="Start again").click()
        page.reload()
        wait_for_engine(page)
        page.evaluate(FULL)
        answer(page, "unsure")
        tree(page).locator(".fp-setting summary").click()
        tree(page).get_by_label("Use number keys to choose an answer").uncheck()
        expect(tree(page).locator(".fp-toast")).to_have_text(
            "Your browser does not keep this setting. It counts until you leave this page."
        )
        page.evaluate("text => { location.hash = text; }", state(OTHER).partition("#")[2])
        need(page).fill("x")
        expect(tree(page).locator(".fp-toast")).to_contain_text("Your notes are not kept on this page.")
        need(page).fill("")

        offer(page).get_by_role("button", name="Use these notes").click()

        expect(need(page)).to_have_value("See heights.")

    def test_where_storage_is_refused_altogether_undo_still_brings_notes_back(self, visit: Visit, watch: Watch) -> None:
        watch.expected = ("storage refused by the test",)  # Material's own scripts do without a catch
        page = visit("about/")
        page.add_init_script(
            "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name,"
            " { get() { throw new DOMException('storage refused by the test', 'SecurityError'); } });"
        )
        page.goto(page.url.replace("about/", state(RESULT)))
        wait_for_engine(page)
        write(page)
        expect(tree(page).get_by_role("status").filter(has_text="notes are not kept on this page")).to_have_count(1)

        tree(page).get_by_role("link", name="Start again").click()
        expect_question(page, "proactive-request")
        undo(page)

        expect_written(page)


def test_an_id_may_be_a_word_that_every_object_knows(visit: Visit) -> None:
    page = visit("about/")
    folder = page.url.replace("about/", "web/")
    # The site has the modules as parts of its scripts.
    page.route(
        f"{folder}**",
        lambda route: route.fulfill(path=WEB / route.request.url.removeprefix(folder), content_type="text/javascript"),
    )

    said = page.evaluate(NOTES_OF_ODD_IDS, [f"{folder}element/notes/notes.mjs", IDS])

    words = [f"About {name}" for name in IDS]
    assert said == {
        "shown": words,
        "sent": [[name, text] for name, text in zip(IDS, words, strict=True)],
        "clean": True,
    }
