// The plan at the questions: adds a result to it, and saves the answers for a need that is in it.
import { atHome } from "../../home.mjs";
import { actionOf } from "../actions.mjs";
import { makeLinksAbsolute } from "../decision-tree/absolute-links.mjs";
import { warn } from "../warn.mjs";
import { partsOf, said } from "../words.mjs";
import { PlanChanges } from "./changes.mjs";
import { going, news } from "./coming.mjs";
import { needsIn, newNeedId, wordsOf } from "./needs.mjs";
import { NeedsOfDecisions } from "./needs-of-decisions.mjs";
import { PlanStorage } from "./storage.mjs";

/** @typedef {import("../decision-tree/decision-tree.mjs").DecisionTree} DecisionTree */
/** @typedef {import("./needs.mjs").StoredNeed} StoredNeed */

export class PlanAtTree {
  #element;
  #toast;
  #fields;
  #changes;
  #stored;

  /**
   * @param {DecisionTree} element
   * @param {import("../../engine/engine-client.mjs").EngineClient} engine
   * @param {import("../toast/toast.mjs").Toast} toast
   * @param {import("../notes/fields.mjs").NotesFields} fields
   * @param {AbortSignal} signal ends all listening
   */
  constructor(element, engine, toast, fields, signal) {
    this.#element = element;
    this.#toast = toast;
    this.#fields = fields;
    const storage = new PlanStorage(element.tree);
    this.#stored = { storage, needs: new NeedsOfDecisions(element.tree) };
    this.#changes = new PlanChanges(engine, element.tree, storage);
    // A page of another site that embeds the tree has no plan.
    if (!atHome || partsOf(element, "plan-link").length === 0) return;
    element.toggleAttribute("data-plan", true);
    element.addEventListener("click", (event) => this.#act(event), { signal });
    window.addEventListener("storage", ({ key }) => (key ?? storage.key) === storage.key && this.show(), { signal });
    this.#take();
  }

  /** Shows which need of the plan the answers are for, if any. */
  show() {
    const need = this.#need;
    const old = this.#element.querySelector(".fp-plan-bar");
    this.#element.toggleAttribute("data-plan-need", need !== undefined);
    if (!need) {
      old?.remove();
      return;
    }
    const bar = old ?? this.#drawn("plan-bar");
    const words = wordsOf(need);
    const quoted = bar?.querySelector("q");
    if (quoted) quoted.textContent = words;
    if (quoted) quoted.hidden = words === "";
    bar?.querySelector("a")?.setAttribute("href", this.#addressOf(need.id));
    if (bar && !old) this.#element.querySelector(".fp-live")?.before(bar);
  }

  /** The need that the answers are for, as it is stored. @returns {StoredNeed | undefined} */
  get #need() {
    const { storage, needs } = this.#stored;
    const id = needs.get(this.#fields.notes.decision);
    return id === undefined ? undefined : needsIn(storage.text).find((need) => need.id === id);
  }

  /** Takes up the need that the reader comes from, with what they have noted for it. */
  #take() {
    /** @type {import("./coming.mjs").Going | undefined} */
    const come = going(this.#element.tree).take();
    const need = come && needsIn(this.#stored.storage.text).find(({ id }) => id === come.id);
    if (!need || come.link !== this.#element.link) return;
    const { notes } = this.#fields;
    notes.begin();
    notes.follow(this.#element.link, true);
    const { confirmations = {}, evidence = {}, steps = {} } = /** @type {any} */ (need);
    const noted = { need: wordsOf(need), confirmations, evidence, steps };
    this.#fields.replace(noted);
    this.#stored.needs.set(notes.decision, need.id);
  }

  /** @param {Event} event */
  #act(event) {
    const { action } = actionOf(event)?.dataset ?? {};
    const done = action === "plan-add" ? this.#add() : action === "plan-save" ? this.#save() : undefined;
    done?.catch((fault) => this.#fail(fault));
    if (action === "plan-leave") this.#leave();
  }

  /** @param {unknown} fault */
  #fail(fault) {
    warn(fault);
    this.#toast.warn(said(this.#element, "plan-page-not-added"));
  }

  /** Adds a need with the answers and notes. */
  async #add() {
    const { notes } = this.#fields;
    const { decision } = notes;
    const id = newNeedId();
    const { undo, said, trouble } = await this.#changes.make([{ op: "add", need: { id, ...this.#given() } }]);
    if (undo.length === 0) {
      this.#toast.warn(trouble.join(" "));
      return;
    }
    notes.keep();
    this.#stored.needs.set(decision, id);
    this.show();
    const link = this.#drawn("plan-link");
    link?.setAttribute("href", this.#addressOf(id));
    const whole = this.#stored.storage.keeps ? said : `${said} ${this.#notKept}`;
    this.#toast.tell(whole, () => this.#takeBack(undo, decision), ...(link ? [link] : []));
  }

  /** @param {import("./changes.mjs").Operation[]} undo @param {string} decision */
  #takeBack(undo, decision) {
    const changed = this.#changes.make(undo).then(() => {
      this.#stored.needs.set(decision, undefined);
      this.show();
    });
    changed.catch((fault) => this.#fail(fault));
  }

  /** Saves the answers and notes for their need, and returns to the plan. */
  async #save() {
    const need = this.#need;
    if (!need) return;
    const { undo, said, trouble } = await this.#changes.make([{ op: "replace", need: { ...need, ...this.#given() } }]);
    if (undo.length === 0) {
      this.#toast.warn(trouble.join(" "));
      return;
    }
    news(this.#element.tree).leave({ said, undo });
    this.#stored.needs.set(this.#fields.notes.decision, undefined);
    // The notes are in the plan now.
    this.#fields.replace({ need: "", confirmations: {} });
    this.#fields.notes.begin();
    const link = this.#element.querySelector(".fp-plan-bar a");
    if (link instanceof HTMLElement) link.click();
  }

  #leave() {
    this.#stored.needs.set(this.#fields.notes.decision, undefined);
    this.show();
    const heading = this.#element.querySelector(".fp-ask");
    if (heading instanceof HTMLElement) heading.focus({ preventScroll: true });
  }

  /** What the reader has given, as a need has it. */
  #given() {
    return { ...this.#fields.notes.data, link: this.#element.link };
  }

  get #notKept() {
    return said(this.#element, "plan-page-not-kept");
  }

  /** @param {string} name @returns {Element | undefined} the part of this name */
  #drawn(name) {
    const [part] = partsOf(this.#element, name);
    if (part?.parentNode) makeLinksAbsolute(part.parentNode, this.#element.page);
    return part;
  }

  /** @param {string} id @returns {string} the address of a need on the page with the plan */
  #addressOf(id) {
    const [link] = partsOf(this.#element, "plan-link");
    return new URL(`${link?.getAttribute("href")}#fp-plan-${id}`, this.#element.page).href;
  }
}
