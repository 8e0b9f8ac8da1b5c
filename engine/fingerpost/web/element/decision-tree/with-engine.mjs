// Everything in the page element that needs the engine: notes, records, links that hand over, views asked for ahead.
// It is fetched with the engine, so a page that is only read, or answered before that, does not load it. The modules
// that it imports must have no state of their own, because the pages' script contains second copies of some.
import { actionOf } from "../actions.mjs";
import { showOnMap } from "../map/map.mjs";
import { NotesFields } from "../notes/fields.mjs";
import { PlanAtTree } from "../plan/at-tree.mjs";
import { previewAnswers } from "../preview/preview.mjs";
import { RecordActions } from "../record/record.mjs";
import { warn } from "../warn.mjs";
import { Foresight } from "./foresight.mjs";
import { keepOpen } from "./swap.mjs";

/** @typedef {import("./decision-tree.mjs").DecisionTree} DecisionTree */
/** @typedef {import("../../engine/engine-client.mjs").EngineClient} EngineClient */
/** @typedef {import("../toast/toast.mjs").Toast} Toast */
/** @typedef {import("./foresight.mjs").View} View */

/** One for the whole visit, as the engine is. @type {Foresight | undefined} */
let foresight;

export class WithEngine {
  /** The reader's notes, and the fields for them. */
  fields;
  records;
  #element;
  #engine;
  #foresight;
  #plan;

  /**
   * @param {DecisionTree} element
   * @param {EngineClient} engine
   * @param {Toast} toast
   * @param {AbortSignal} signal ends all listening
   */
  constructor(element, engine, toast, signal) {
    this.#element = element;
    this.#engine = engine;
    this.fields = new NotesFields(element, toast, () => this.records.paper.update(element.link), signal);
    this.records = new RecordActions(element, engine, toast, this.fields, signal);
    foresight ??= new Foresight(engine);
    this.#foresight = foresight;
    this.#plan = new PlanAtTree(element, engine, toast, this.fields, signal);
    element.addEventListener("click", (event) => this.#act(event), { signal });
    previewAnswers(element, engine, signal);
  }

  /** @param {string} link the text of a state's link @returns {Promise<View>} the state as the engine draws it */
  view(link) {
    const { tree, page } = this.#element;
    return this.#foresight.view({ tree, link, page });
  }

  /**
   * @param {View} seen
   * @param {boolean} moved whether the reader went there; otherwise the folds that they have opened stay open
   * @returns {Element[]} the elements of a state, which are the caller's from now on
   */
  elementsOf(seen, moved) {
    const elements = this.#foresight.takeElements(seen, this.#element.page);
    if (!moved) keepOpen(this.#element, elements);
    return elements;
  }

  /**
   * Does the work for a state that the reader does not wait for.
   * @param {View} seen
   * @param {Element} shown where it is shown
   */
  afterwards(seen, shown) {
    const { tree, page, link } = this.#element;
    showOnMap(this.#element, seen.map);
    this.#plan.show();
    this.records.paper.update(link);
    this.#foresight.foresee(tree, shown, page);
  }

  /**
   * Copies a link that hands the open questions over to somebody else, with the need.
   * @param {Event} event
   */
  #act(event) {
    const button = actionOf(event);
    if (button?.dataset.action !== "hand-over") return;
    const { tree, link } = this.#element;
    const asked = this.#engine.call("hand_over", { tree, link, need: this.fields.notes.data.need });
    const handed = asked.then((/** @type {{ link: string }} */ { link }) => link);
    this.#element.copyLink(button, handed, button.dataset.message ?? "copied").catch(warn);
  }
}
