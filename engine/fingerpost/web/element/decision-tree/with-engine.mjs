// Everything in the page element that needs the engine: notes, records, links that hand over, views asked for ahead.
// It is fetched with the engine, so a page that is only read, or answered before that, does not load it. The modules
// that it imports must have no state of their own, because the pages' script contains second copies of some.
import { showOnMap } from "../map/map.mjs";
import { NotesFields } from "../notes/fields.mjs";
import { HandOver } from "../notes/hand-over.mjs";
import { PlanAtTree } from "../plan/at-tree.mjs";
import { previewAnswers } from "../preview/preview.mjs";
import { RecordActions } from "../record/record.mjs";
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
  #foresight;
  #handOver;
  #plan;

  /**
   * @param {DecisionTree} element
   * @param {EngineClient} engine
   * @param {Toast} toast
   * @param {AbortSignal} signal ends all listening
   */
  constructor(element, engine, toast, signal) {
    this.#element = element;
    this.fields = new NotesFields(element, toast, () => this.records.paper.update(element.link), signal);
    this.records = new RecordActions(element, engine, toast, this.fields, signal);
    foresight ??= new Foresight(engine);
    this.#foresight = foresight;
    this.#plan = new PlanAtTree(element, engine, toast, this.fields, signal);
    this.#handOver = new HandOver(element, engine, this.fields, toast, signal);
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
    this.#handOver.fill(elements);
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
    if (Object.keys(seen.evidence).length > 0) {
      // The notes have them now; whoever copies the address should not pass them on.
      this.fields.receive(seen.evidence);
      this.#element.place.tidy(link);
    }
    this.#plan.show();
    this.records.paper.update(link);
    this.#foresight.foresee(tree, shown, page);
  }
}
