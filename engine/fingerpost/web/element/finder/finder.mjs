// <outcome-finder>: shows the outcomes that have the values which the reader chooses. The address holds the choice.
import { addressOfPage, pageOf, setAddress } from "../../links.mjs";
import { readLink } from "../decision-tree/link-text.mjs";

/** @typedef {Map<string, string[]>} Choice the chosen values, by the id of their quality */

class OutcomeFinder extends HTMLElement {
  /** @type {AbortController | undefined} */
  #connection;
  connectedCallback() {
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    pageOf(this);
    this.#controls.hidden = false;
    this.#controls.addEventListener("change", () => this.#chosen(), { signal });
    this.#clear.addEventListener("click", () => this.#clearAll(), { signal });
    window.addEventListener("hashchange", () => this.#read(), { signal });
    this.#show([]);
    this.#read();
  }

  disconnectedCallback() {
    this.#connection?.abort();
  }

  get #controls() {
    return /** @type {HTMLElement} */ (this.querySelector(".fp-find"));
  }

  get #unkept() {
    return /** @type {HTMLElement} */ (this.querySelector("[data-unkept]"));
  }

  get #clear() {
    return /** @type {HTMLElement} */ (this.querySelector("[data-action='clear']"));
  }

  /** @returns {HTMLInputElement[]} */
  get #boxes() {
    return [...this.querySelectorAll("input")];
  }

  /** @returns {Choice} what is chosen, in the order of the page */
  get #choice() {
    /** @type {Choice} */
    const choice = new Map();
    for (const { name, value } of this.#boxes.filter((box) => box.checked)) {
      choice.set(name, [...(choice.get(name) ?? []), value]);
    }
    return choice;
  }

  /** The link text of what is chosen. */
  get #link() {
    const pairs = [...this.#choice].map(([name, values]) => `${name}=${values.join(",")}`);
    return pairs.length > 0 ? `${this.id}?${pairs.join("&")}` : this.id;
  }

  /** Takes the choice from the address, unless that names another part of the page. */
  #read() {
    const { tree: name, pairs } = readLink(location.hash.slice(1));
    // The address may be that of another page, on the way there.
    if (addressOfPage() !== pageOf(this) || (name !== this.id && location.hash !== "")) return;
    const boxes = this.#boxes;
    /** @type {string[]} */
    const unknown = [];
    for (const box of boxes) box.checked = false;
    for (const [quality, values = ""] of pairs) {
      for (const value of values.split(",")) {
        const box = boxes.find((each) => each.name === quality && each.value === value);
        if (box) box.checked = true;
        else unknown.push(`${quality}=${value}`);
      }
    }
    for (const group of this.querySelectorAll("details")) group.open ||= group.querySelector(":checked") !== null;
    this.#show(unknown);
    if (name !== this.id) return;
    setAddress("replaceState", `#${this.#link}`);
    const { top, bottom } = this.getBoundingClientRect();
    if (bottom < 0 || top > window.innerHeight / 2) this.scrollIntoView();
  }

  #chosen() {
    this.#show([]);
    this.#unkept.hidden = setAddress("pushState", `#${this.#link}`);
  }

  #clearAll() {
    for (const box of this.#boxes) box.checked = false;
    // The button disappears.
    this.querySelector("summary")?.focus();
    this.#chosen();
  }

  /** @param {string[]} unknown the parts of the link that the page does not have */
  #show(unknown) {
    const choice = this.#choice;
    const heads = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("thead [data-of]")]);
    const left = heads.filter((head) => !this.#fits(head.dataset.of ?? "", choice));
    const out = new Set(left.map((head) => head.dataset.of));
    for (const cell of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-of]"))) {
      cell.hidden = out.has(cell.dataset.of);
    }
    for (const group of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("details[data-quality]"))) {
      const labels = [...group.querySelectorAll("label:has(:checked)")].map(textOf);
      group.querySelector("[data-chosen]")?.replaceChildren(labels.join(", "));
    }
    this.#clear.hidden = choice.size === 0;
    /** @type {(string | DocumentFragment)[]} */
    const said = choice.size === 0 ? [] : [this.#say("fit", `${heads.length - left.length}`)];
    if (left.length > 0) said.push(" ", this.#say("left-out", left.map(textOf).join(", ")));
    this.querySelector("[role=status]")?.replaceChildren(...said);
    const notice = /** @type {HTMLElement} */ (this.querySelector("[data-unknown]"));
    notice.hidden = unknown.length === 0;
    notice.querySelector("[data-named]")?.replaceChildren(unknown.join(", "));
    dispatchEvent(new Event("resize")); // the table's box may no longer scroll
  }

  /** @param {string} outcome @param {Choice} choice */
  #fits(outcome, choice) {
    return [...choice].every(([quality, wanted]) => {
      const cell = this.querySelector(`tr[data-quality="${quality}"] [data-of="${outcome}"]`);
      const values = cell?.getAttribute("data-values")?.split(" ") ?? [];
      return wanted.some((value) => values.includes(value));
    });
  }

  /** @param {string} key @param {string} names @returns {DocumentFragment} words that Python has drawn, with names */
  #say(key, names) {
    const template = /** @type {HTMLTemplateElement} */ (this.querySelector(`template[data-words="${key}"]`));
    const words = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    words.querySelector("[data-named]")?.replaceWith(names);
    return words;
  }
}

/** @param {Element} element */
const textOf = (element) => element.textContent?.trim() ?? "";

customElements.define("outcome-finder", OutcomeFinder);
