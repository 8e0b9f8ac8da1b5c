// The place of the state of an embedded tree: the element itself. The address and the title of the page around it, and
// its storage, are not used, unless the page asks for its address with the attribute `address`.
import { readLink } from "../element/decision-tree/link-text.mjs";
import { setAddress } from "../links.mjs";

/** @typedef {import("../element/decision-tree/decision-tree.mjs").DecisionTree} DecisionTree */
/** @typedef {import("../element/decision-tree/decision-tree.mjs").Place} Place */

/** @implements {Place} */
export class OwnState {
  /** The address of the page that the tree comes from. */
  page;
  title;
  /** The engine is fetched when the reader turns to the tree: the page around it is about something else. */
  startsWhenIdle = false;
  isHere = true;
  isNewcomer = false;
  /** Whether the address shows the state, where the page asks for that. */
  follows = true;
  heldLink;
  #host;
  #element;
  #link;
  #home;

  /**
   * @param {HTMLElement} host the element in the page
   * @param {DecisionTree} element the one in its shadow root
   * @param {{ page: string, link: string, title: string, home: HTMLAnchorElement }} from link: the link text of the
   *   first state; home: the link to the state on the page that the tree comes from
   */
  constructor(host, element, { page, link, title, home }) {
    this.#host = host;
    this.#element = element;
    this.page = page;
    this.title = title;
    this.heldLink = link;
    this.#link = link;
    this.#home = home;
  }

  get #usesAddress() {
    return this.#host.hasAttribute("address");
  }

  get link() {
    if (!this.#usesAddress || !this.follows) return this.#link;
    const text = location.hash.slice(1);
    if (text === "") return this.heldLink;
    return readLink(text).tree === this.#element.tree ? text : undefined;
  }

  /** @param {string} link */
  hold(link) {
    this.#home.href = `${this.page}#${link}`;
  }

  /** @param {string} link */
  go(link) {
    this.#link = link;
    if (!this.#usesAddress || (location.hash === `#${link}` && this.follows)) return;
    this.follows = setAddress("pushState", `#${link}`);
  }

  /** @param {string} link */
  tidy(link) {
    this.#link = link;
    this.hold(link);
    if (this.#usesAddress) setAddress("replaceState", `#${link}`);
  }

  /** @param {() => void} changed @param {AbortSignal} signal */
  listen(changed, signal) {
    const ours = () => {
      this.follows = true;
      if (this.#usesAddress && this.link !== undefined) changed();
    };
    window.addEventListener("hashchange", ours, { signal });
  }

  showTitle() {}
}
