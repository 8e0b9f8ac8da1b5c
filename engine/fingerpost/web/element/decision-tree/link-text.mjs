// The text of a link, as it comes back from mail, chat and ticket programs. The engine reads it in the same way, and
// reports more about it: `answers/damaged_link.py` has the reasons.

/** @typedef {[name: string, value?: string]} Pair */

/**
 * A link text in its parts.
 * @typedef {{ tree: string, pairs: Pair[], brokenOff: boolean }} LinkText
 * tree: the id of its tree; pairs: the rest, in order; brokenOff: whether it ends as no whole link does
 */

/** Each program on the way may have encoded the text once more. */
const MOST_ENCODINGS = 10;
const CODES = /(?:%[0-9a-f]{2})+/gi;

/** @param {string} text @returns {LinkText} */
export function readLink(text) {
  const repaired = repair(text);
  const whole = repaired.replace(/%[0-9a-f]?$/i, "");
  const [end = ""] = /^(?:.*[0-9a-z&=\ufffd])?/is.exec(whole) ?? [];
  const [tree = "", ...query] = end.split("?");
  const parts = query.join("?").split("&").filter(Boolean);
  const pairs = parts.map((part) => /** @type {Pair} */ (/^([^=]*)(?:=(.*))?$/s.exec(part)?.slice(1)));
  const after = whole.slice(end.length);
  const brokenOff = whole !== repaired || /…|\.\.\./.test(after) || (after === "" && /[&=]$/.test(end));
  return { tree, pairs, brokenOff };
}

/** @param {string} text */
function repair(text) {
  let repaired = text;
  for (let times = 0; times < MOST_ENCODINGS && repaired.includes("%"); times += 1) repaired = decode(repaired);
  repaired = repaired.replace(/&(?:amp;|#38;|#x26;)+/gi, "&");
  // As mail wraps a text and encodes it.
  const unwrapped = repaired.replace(/=[ \t]*\r?\n/g, "");
  if (unwrapped.includes("=") && !/=(?!3D)/.test(unwrapped)) repaired = unwrapped.replaceAll("=3D", "=");
  return repaired.replace(/[\p{C}\p{Z}]/gu, "").replace(/^#+/, "");
}

/** @param {string} text */
function decode(text) {
  const decoder = new TextDecoder();
  return text.replace(CODES, (run) =>
    decoder.decode(Uint8Array.from(run.slice(1).split("%"), (code) => Number.parseInt(code, 16))),
  );
}
