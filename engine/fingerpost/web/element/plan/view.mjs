// Shows a plan as the engine draws it, and replaces no more of the page than has changed.
import { pageOf } from "../../links.mjs";
import { makeLinksAbsolute } from "../decision-tree/absolute-links.mjs";
import { afterPaint } from "../decision-tree/arrival.mjs";
import { elementsOf } from "../decision-tree/swap.mjs";
import { partsOf, said } from "../words.mjs";
import { patch } from "./patch.mjs";

/** @typedef {import("./changes.mjs").Drawn} Drawn */

export class PlanView {
  #element;
  #page;
  /** The hashes of what is shown, by the ids of needs and the names of other parts. @type {Map<string, string>} */
  #hashes = new Map();

  /** @param {HTMLElement} element the page element */
  constructor(element) {
    this.#element = element;
    this.#page = pageOf(element);
    makeLinksAbsolute(element, this.#page);
    for (const template of element.querySelectorAll("template")) makeLinksAbsolute(template.content, this.#page);
  }

  /** @returns {Record<string, string>} */
  known() {
    return Object.fromEntries(this.#hashes);
  }

  /** The needs. */
  get list() {
    return this.#part(".fp-plan-needs");
  }

  /** The ids of the needs, in their order. */
  get ids() {
    return [...this.list.children].map((row) => row.getAttribute("data-plan-need") ?? "");
  }

  /** @param {string} id @returns {Element | null} the row of a need */
  row(id) {
    return this.list.querySelector(`:scope > [data-plan-need="${CSS.escape(id)}"]`);
  }

  /** @param {string} id moves the focus to the heading of a need, or of the empty plan */
  focus(id) {
    const heading = this.row(id)?.querySelector("h3") ?? this.#part(".fp-plan-empty .fp-plan-title");
    if (!(heading instanceof HTMLElement)) return;
    heading.scrollIntoView({ block: "nearest" });
    heading.focus({ preventScroll: true });
  }

  /** @param {Drawn} drawn */
  show({ html }) {
    const { needs, head, foot, hash } = html;
    const focused = document.activeElement;
    if (this.#isNew("head", hash.head)) this.#replace("head", head);
    this.#showNeeds(needs);
    // A picture of many needs takes a while, and the reader looks at the need that has changed.
    const stays = () => this.#hashes.get("foot") === hash.foot;
    if (this.#isNew("foot", hash.foot)) afterPaint(() => stays() && this.#replace("foot", foot));
    this.#part(".fp-plan-live").hidden = false;
    this.#part(".fp-plan-empty").hidden = needs.length > 0;
    for (const part of this.#element.querySelectorAll(".fp-plan-live > :is(h2, .fp-plan-head, .fp-plan-foot)")) {
      /** @type {HTMLElement} */ (part).hidden = needs.length === 0;
    }
    // A row that has moved has lost the focus.
    if (focused instanceof HTMLElement && focused.isConnected) focused.focus({ preventScroll: true });
  }

  /**
   * Shows the words of the needs alone, while the engine is not there.
   * @param {string[]} words
   */
  showPlain(words) {
    const list = this.#part(".fp-plan-plain");
    list.hidden = words.length === 0;
    list.replaceChildren(
      ...words.map((text) => {
        const item = document.createElement("li");
        item.textContent = text || said(this.#element, "plan-page-unnamed");
        return item;
      }),
    );
  }

  hidePlain() {
    this.#part(".fp-plan-plain").hidden = true;
  }

  /**
   * Shows notices above the plan in the place of those of the same kind.
   * @param {string} kind the name of their template
   * @param {Record<string, string>[]} notices for each, its words unless they are those of the template, and data
   */
  notify(kind, notices) {
    const place = this.#part(".fp-plan-notices");
    for (const notice of place.querySelectorAll(`[data-kind="${kind}"]`)) notice.remove();
    for (const { text, ...data } of notices) {
      for (const notice of /** @type {HTMLElement[]} */ (partsOf(this.#element, kind))) {
        Object.assign(notice.dataset, { kind, ...data });
        if (text) notice.querySelector("p")?.replaceChildren(text);
        place.append(notice);
      }
    }
  }

  /** @param {Drawn["html"]["needs"]} needs */
  #showNeeds(needs) {
    const rows = new Map([...this.list.children].map((row) => [row.getAttribute("data-plan-need"), row]));
    const after = needs.map(([id, hash, html]) => {
      const old = rows.get(id);
      this.#hashes.set(id, hash);
      rows.delete(id);
      if (html === "" && old) return old;
      const [fresh] = elementsOf(html);
      if (!fresh) throw new Error(`the engine has drawn no row for the need ${id}`);
      makeLinksAbsolute(fresh, this.#page);
      if (!old) return fresh;
      patch(old, fresh);
      return old;
    });
    for (const [id, row] of rows) {
      this.#hashes.delete(id ?? "");
      row.remove();
    }
    for (const [index, row] of after.entries()) {
      const there = this.list.children[index] ?? null;
      if (there !== row) this.list.insertBefore(row, there);
    }
    number(after);
  }

  /** @param {"head" | "foot"} name @param {string} hash of what is to be shown @returns {boolean} */
  #isNew(name, hash) {
    const known = this.#hashes.get(name);
    this.#hashes.set(name, hash);
    return known !== hash;
  }

  /** @param {"head" | "foot"} name @param {string} html */
  #replace(name, html) {
    const old = this.#part(`.fp-plan-${name}`);
    const fresh = /** @type {Element} */ (old.cloneNode(false));
    fresh.append(...elementsOf(html));
    makeLinksAbsolute(fresh, this.#page);
    patch(old, fresh);
  }

  /** @param {string} selector @returns {HTMLElement} */
  #part(selector) {
    return /** @type {HTMLElement} */ (this.#element.querySelector(selector));
  }
}

/**
 * Numbers the rows, whose HTML does not depend on their place, and marks the ends.
 * @param {Element[]} rows
 */
function number(rows) {
  for (const [index, row] of rows.entries()) {
    const text = String(index + 1);
    for (const place of row.querySelectorAll("[data-number]")) {
      if (place.textContent !== text) place.textContent = text;
    }
    const ends = { "plan-up": index === 0, "plan-down": index === rows.length - 1 };
    for (const [action, end] of Object.entries(ends)) {
      const button = row.querySelector(`[data-action="${action}"]`);
      if (end) button?.setAttribute("aria-disabled", "true");
      else button?.removeAttribute("aria-disabled");
    }
  }
}
