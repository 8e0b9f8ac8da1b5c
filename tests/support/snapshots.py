"""The snapshot of the engine's memory that a browser stores: waiting for it, and spoiling it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

CACHE = "fingerpost-engine-memory"

STORED_LENGTH = f"""async () => {{
  const cache = await caches.open("{CACHE}");
  const [request] = await cache.keys();
  const stored = request && (await cache.match(request));
  return stored && stored.headers.get("X-Length");
}}"""

SPOIL = f"""async (how) => {{
  const cache = await caches.open("{CACHE}");
  const [request] = await cache.keys();
  const stored = await cache.match(request);
  const memory = new Uint8Array(await stored.arrayBuffer());
  const headers = new Headers(stored.headers);
  let content = memory;
  if (how === "bytes flipped") for (let at = 4096; at < memory.length; at += 4096) memory[at] ^= 255;
  if (how === "cut off") content = memory.subarray(0, memory.length / 2);
  if (how.startsWith("sealed")) {{
    const start = 8 + 4 * new Uint32Array(memory.buffer)[1];
    if (how === "sealed, another version") memory[start + 20] ^= 255;
    if (how === "sealed, a page in its place") content = new TextEncoder().encode("<!doctype html>");
    if (how === "sealed, a page missing") content = memory.subarray(0, memory.length - 65536);
    if (how === "sealed, bytes flipped") for (let at = start + 65536; at < memory.length; at += 512) memory[at] ^= 255;
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
    headers.set("X-Length", String(content.length));
    headers.set("X-Digest", Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join(""));
  }}
  await cache.put(request, new Response(content, {{ headers }}));
}}"""


def wait_until_stored(page: Page) -> int:
    """Wait until the browser has stored the snapshot; return its length."""
    for _ in range(100):
        if length := page.evaluate(STORED_LENGTH):
            return int(length)
        page.wait_for_timeout(100)
    pytest.fail("no snapshot was stored")
