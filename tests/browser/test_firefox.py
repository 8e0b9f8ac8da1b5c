"""The tree in Firefox: started afresh, from what was kept, and as links."""

from __future__ import annotations

import os
import shutil

import pytest
from playwright.sync_api import Playwright

from site_server import SiteServer
from the_page import CHOOSE, answer_to_publish_subscribe, wait_for_engine

FIREFOX = os.environ.get("FIREFOX") or shutil.which("firefox-esr")


@pytest.mark.long
@pytest.mark.skipif(FIREFOX is None, reason="no Firefox ESR on this machine; FIREFOX can name one")
def test_firefox_answers_afresh_and_from_what_it_kept(playwright: Playwright, server: SiteServer) -> None:
    browser = playwright.firefox.launch(channel="moz-firefox", executable_path=FIREFOX)
    page = browser.new_page()
    for _ in range(2):
        page.goto(server.address + CHOOSE)
        wait_for_engine(page)
        answer_to_publish_subscribe(page)
        page.wait_for_timeout(2000)
    browser.close()
