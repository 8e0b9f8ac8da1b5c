// The reader's way between a plan and the questions: which need they answer for, and what was done for it.
import { keyOfSetting, read, remove, write } from "../storage.mjs";

/** @typedef {import("./changes.mjs").Operation} Operation */
/** @typedef {{ id: string, link: string }} Going the need that the reader answers for, and the link that they follow */
/** @typedef {{ said: string, undo: Operation[] }} News what was done, and how to take it back */

/** What the tab's storage holds for the next page. */
class Message {
  #key;

  /** @param {string} name @param {string} tree the tree's id */
  constructor(name, tree) {
    this.#key = `${keyOfSetting(name)} ${tree}`;
  }

  /** @param {object} content */
  leave(content) {
    write("sessionStorage", this.#key, JSON.stringify(content));
  }

  /** @returns {any} the content, which is then gone; undefined if there is none */
  take() {
    const text = read("sessionStorage", this.#key);
    remove("sessionStorage", this.#key);
    try {
      return JSON.parse(text ?? "null") ?? undefined;
    } catch {
      return undefined;
    }
  }
}

/** @param {string} tree the tree's id */
export const going = (tree) => new Message("plan-going", tree);

/** @param {string} tree the tree's id */
export const news = (tree) => new Message("plan-news", tree);
