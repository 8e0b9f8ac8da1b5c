// Fetches the compiled tree of a page, which is a file beside it.
import { atHome } from "../home.mjs";
import { digestOf } from "./digest.mjs";

/** The longest wait for the file, in milliseconds. */
const LIMIT = 20_000;

/**
 * @param {string} address of the file; its query is the beginning of the digest of the tree that the page belongs to
 * @param {RequestCache} cache `reload` bypasses the browser's cache
 * @returns {Promise<string>} the JSON text
 */
export async function fetchTreeFile(address, cache) {
  // Browsers of before 2022 have no such limit.
  const response = await fetch(address, { cache, signal: AbortSignal.timeout?.(LIMIT) ?? null });
  if (!response.ok) throw new Error(`${address}: the server answered ${response.status}`);
  const content = await response.arrayBuffer();
  const wanted = new URL(address).searchParams.get("content") ?? "";
  if (!(await digestOf(content, wanted)).startsWith(wanted)) {
    // A new build was published after the page was fetched, or a cache held the file of an earlier one.
    if (cache !== "reload") return fetchTreeFile(address, "reload");
    if (atHome) document.documentElement.toggleAttribute("data-outdated", true);
  }
  return new TextDecoder().decode(content);
}
