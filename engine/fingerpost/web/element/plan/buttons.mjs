// The buttons and ticks of the needs: move, duplicate, remove, tick, and add one.
import { actionOf } from "../actions.mjs";
import { said } from "../words.mjs";
import { needOf, newNeedId } from "./needs.mjs";

/** @typedef {import("./changes.mjs").Operation} Operation */
/** @typedef {import("./changes.mjs").Drawn} Drawn */
/** @typedef {import("./view.mjs").PlanView} PlanView */

/**
 * What the page element does with changes.
 * @typedef {{ make(operations: Operation[]): Promise<Drawn>, offer(drawn: Drawn): void, announce(text: string): void,
 *   fail(fault: unknown): void }} Plan
 * make: changes the plan; offer: tells what was done, and offers to undo it; announce: tells it to screen readers alone;
 * fail: tells that a change was not made
 */

export class PlanButtons {
  #element;
  #plan;
  #view;

  /**
   * @param {HTMLElement} element the page element
   * @param {Plan} plan
   * @param {PlanView} view
   * @param {AbortSignal} signal ends all listening
   */
  constructor(element, plan, view, signal) {
    this.#element = element;
    this.#plan = plan;
    this.#view = view;
    element.addEventListener("change", (event) => this.#tick(event), { signal });
    element.addEventListener("keydown", (event) => this.#key(event), { signal });
  }

  /**
   * @param {Event} event a click
   * @returns {Promise<void> | undefined} undefined unless it is on one of these buttons
   */
  act(event) {
    const button = actionOf(event);
    const id = button && needOf(button);
    const { action } = button?.dataset ?? {};
    if (action === "plan-another") return this.#add();
    if (action === "plan-clear") return this.#clear();
    if (!id) return undefined;
    if (action === "plan-up") return this.#move(id, -1);
    if (action === "plan-down") return this.#move(id, 1);
    if (action === "plan-duplicate") return this.#duplicate(id);
    return action === "plan-remove" ? this.#remove(id) : undefined;
  }

  /** @param {string} id @param {-1 | 1} by */
  async #move(id, by) {
    const { ids } = this.#view;
    const to = ids.indexOf(id) + by;
    if (to < 0 || to >= ids.length) {
      this.#plan.announce(said(this.#element, to < 0 ? "plan-page-moved-first" : "plan-page-moved-last"));
      return;
    }
    const drawn = await this.#plan.make([{ op: "move", id, to }]);
    this.#plan.announce(drawn.said);
    document.activeElement?.scrollIntoView({ block: "nearest" });
  }

  /** @param {string} id */
  async #duplicate(id) {
    const as = newNeedId();
    const drawn = await this.#plan.make([{ op: "duplicate", id, as }]);
    this.#view.focus(as);
    this.#plan.offer(drawn);
  }

  /** @param {string} id */
  async #remove(id) {
    const { ids } = this.#view;
    const place = ids.indexOf(id);
    const drawn = await this.#plan.make([{ op: "remove", id }]);
    this.#view.focus(ids[place + 1] ?? ids[place - 1] ?? "");
    this.#plan.offer(drawn);
  }

  async #clear() {
    const drawn = await this.#plan.make(this.#view.ids.map((id) => ({ op: "remove", id })));
    this.#view.focus("");
    this.#plan.offer({ ...drawn, said: said(this.#element, "plan-page-cleared") });
  }

  async #add() {
    const field = this.#element.querySelector("[data-another]");
    if (!(field instanceof HTMLTextAreaElement)) return;
    const words = field.value.trim();
    field.focus();
    if (words === "") {
      this.#plan.announce(said(this.#element, "plan-page-another-blank"));
      return;
    }
    const link = this.#element.getAttribute("tree") ?? "";
    const drawn = await this.#plan.make([{ op: "add", need: { id: newNeedId(), need: words, link } }]);
    // What could not be added stays in the field.
    if (drawn.undo.length > 0) field.value = "";
    this.#plan.offer(drawn);
  }

  /** Adds a need with the keys that send a form with a long text. @param {KeyboardEvent} event */
  #key(event) {
    const typing = event.target instanceof Element && event.target.matches("[data-another]");
    if (typing && event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.#add().catch(this.#plan.fail);
  }

  /** @param {Event} event */
  #tick({ target: box }) {
    const id = box instanceof HTMLInputElement && box.type === "checkbox" && needOf(box);
    if (!id) return;
    const { planConfirmed: confirmation, planStep: step } = box.dataset;
    const name = confirmation === undefined ? { step } : { confirmation };
    this.#plan.make([{ op: "tick", id, ...name, value: box.checked }]).catch((fault) => {
      box.checked = !box.checked;
      this.#plan.fail(fault);
    });
  }
}
