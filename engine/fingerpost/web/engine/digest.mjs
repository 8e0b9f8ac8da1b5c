// The digests by which files of one build are told from those of another.

/**
 * @param {BufferSource} content
 * @param {string} otherwise the result if the browser computes no digests, as on a site without https
 * @returns {Promise<string>} the SHA-256, in hexadecimal digits
 */
export async function digestOf(content, otherwise = "") {
  if (!globalThis.crypto?.subtle) return otherwise;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
