// Imports a module of the engine that the page runs. An import by itself takes whatever the server sends.
import { manifest } from "fingerpost-manifest";
import { factsOf, manifestOfServer } from "./checked-files.mjs";
import { folder } from "./worker-script.mjs";

/** @typedef {import("./messages.mjs").Manifest} Manifest */

/** A browser remembers that a module did not load, so each new attempt uses another address. */
let attempts = 0;

/**
 * @param {string} name
 * @returns {Promise<any>} the module; rejected if the server does not send that of one build
 */
export async function importChecked(name) {
  try {
    return await imported(manifest, name);
  } catch {
    return imported(await manifestOfServer(folder), name);
  }
}

/**
 * @param {Manifest} build
 * @param {string} name
 */
async function imported(build, name) {
  const { sha256 } = factsOf(build, name);
  const again = attempts++ ? `&${attempts}` : "";
  const script = document.createElement("script");
  script.type = "module";
  script.src = `${folder}${name}?${sha256.slice(0, 12)}${again}`;
  script.integrity = `sha256-${btoa(sha256.replace(/../g, (byte) => String.fromCharCode(Number.parseInt(byte, 16))))}`;
  const loaded = new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${name}: the server did not send the script of build ${build.build}`));
  });
  document.head.append(script);
  await loaded.finally(() => script.remove());
  return import(script.src); // the one that has just run
}
