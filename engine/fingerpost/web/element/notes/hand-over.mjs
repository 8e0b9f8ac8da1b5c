// Handing the open questions over: the link to a colleague, and theirs back with who answered.
import { actionOf } from "../actions.mjs";

export class HandOver {
  #element;
  #engine;
  #fields;
  #toast;
  /** Who the reader that was handed questions is, and when; for this visit, and in no storage. */
  #evidence = { who: "", when: "" };

  /**
   * @param {import("../decision-tree/decision-tree.mjs").DecisionTree} element
   * @param {import("../../engine/engine-client.mjs").EngineClient} engine
   * @param {import("./fields.mjs").NotesFields} fields
   * @param {import("../toast/toast.mjs").Toast} toast
   * @param {AbortSignal} signal ends all listening
   */
  constructor(element, engine, fields, toast, signal) {
    this.#element = element;
    this.#engine = engine;
    this.#fields = fields;
    this.#toast = toast;
    element.addEventListener("click", (event) => this.#act(event), { signal });
    element.addEventListener("input", (event) => this.#take(event), { signal });
  }

  /** Fills the fields for who answers, which are drawn anew with each state. @param {Element[]} elements */
  fill(elements) {
    for (const field of elements.flatMap((each) => [...each.querySelectorAll("input")])) {
      const part = partOf(field);
      if (part) field.value = this.#evidence[part];
    }
  }

  /** @param {Event} event */
  #take({ target }) {
    const part = target instanceof HTMLInputElement ? partOf(target) : undefined;
    if (part) this.#evidence[part] = /** @type {HTMLInputElement} */ (target).value;
  }

  /** @param {Event} event */
  #act(event) {
    const button = actionOf(event);
    const action = button?.dataset.action;
    if (!button || (action !== "hand-over" && action !== "send-back")) return;
    const { tree, link } = this.#element;
    const asked =
      action === "hand-over"
        ? this.#engine.call("hand_over", { tree, link, notes: this.#fields.notes.data })
        : this.#engine.call("send_back", { tree, link, evidence: this.#evidence });
    const copied = asked.then((/** @type {{ link: string }} */ { link }) => link);
    this.#element
      .copyLink(button, copied, button.dataset.message ?? "copied")
      .catch((fault) => this.#toast.fail(fault));
  }
}

/** @param {HTMLInputElement} field @returns {"who" | "when" | undefined} what it asks for */
function partOf({ dataset: { from } }) {
  return from === "who" || from === "when" ? from : undefined;
}
