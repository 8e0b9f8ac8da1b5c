// Copies, downloads, prints and reopens the record of a decision.
import { actionOf } from "../actions.mjs";
import { warn } from "../warn.mjs";
import { said } from "../words.mjs";
import { copy } from "./clipboard.mjs";
import { download, textOf, today } from "./files.mjs";
import { downloadForm } from "./forms.mjs";
import { PaperRecord } from "./paper.mjs";

/** @typedef {import("./files.mjs").TextFile} TextFile */
/** @typedef {{ markdown: TextFile, html: TextFile, paper: TextFile, json: TextFile }} RecordForms by the engine's names for them */

/** The prefix of the actions that download a form of the record. */
const DOWNLOAD = "record-download-";

export class RecordActions {
  paper;
  #element;
  #engine;
  #toast;
  #fields;

  /**
   * @param {import("../decision-tree/decision-tree.mjs").DecisionTree} element
   * @param {import("../../engine/engine-client.mjs").EngineClient} engine
   * @param {import("../toast/toast.mjs").Toast} toast
   * @param {import("../notes/fields.mjs").NotesFields} fields
   * @param {AbortSignal} signal ends all listening
   */
  constructor(element, engine, toast, fields, signal) {
    this.#element = element;
    this.#engine = engine;
    this.#toast = toast;
    this.#fields = fields;
    this.paper = new PaperRecord(element, async () => (await this.#ask(["paper"])).paper.text);
    element.addEventListener("click", (event) => this.#act(event), { signal });
    element.addEventListener("change", (event) => this.#open(event), { signal });
    signal.addEventListener("abort", () => this.paper.drop());
  }

  /**
   * @param {(keyof RecordForms)[]} forms few, since a click on an answer may have to wait for those asked for
   * @returns {Promise<RecordForms>}
   */
  async #ask(forms) {
    const { tree, page, link } = this.#element;
    const content = { notes: this.#fields.notes.data, address: page, date: today() };
    return (await this.#engine.call("record", { tree, link, forms, ...content })).forms;
  }

  /** @param {Event} event */
  #act(event) {
    const action = actionOf(event)?.dataset.action ?? "";
    if (action === "save-or-share") this.#unfold();
    const done = action === "record-copy" ? this.#copy() : action === "record-print" ? this.#print() : undefined;
    const saved = action.startsWith(DOWNLOAD) ? this.#download(action.slice(DOWNLOAD.length)) : undefined;
    (done ?? saved)?.catch((fault) => this.#toast.fail(fault));
  }

  /** Opens the panel that saves or shares the result, and moves the reader to it. */
  #unfold() {
    const panel = this.#element.querySelector("[data-panel='record']");
    const summary = panel?.querySelector("summary");
    if (!(panel instanceof HTMLDetailsElement) || !summary) return;
    panel.open = true;
    panel.scrollIntoView({ block: "start" });
    summary.focus({ preventScroll: true });
  }

  async #copy() {
    const asked = this.#ask(["markdown", "html"]);
    const copied = await copy(asked.then(({ markdown, html }) => ({ text: markdown.text, html: html.text })));
    if (copied) this.#toast.report("record-copied");
    else download((await asked).markdown);
  }

  async #print() {
    this.paper.replace((await this.#ask(["paper"])).paper.text);
    window.print();
  }

  /** @param {string} form */
  async #download(form) {
    const name = /** @type {keyof RecordForms} */ (form);
    const written = (await this.#ask([name]))[name];
    try {
      await downloadForm(written);
      this.#toast.report("record-saved");
    } catch (fault) {
      warn(fault);
      this.#toast.warn(said(this.#element, "record-word-failed"));
    }
  }

  /** Opens a saved record. @param {Event} event */
  async #open({ target: field }) {
    if (!(field instanceof HTMLInputElement) || field.dataset.open === undefined) return;
    const text = await textOf(field, this.#element, this.#toast);
    if (text === undefined) return;
    const { tree } = this.#element;
    const opened = await this.#engine.call("reopen", { tree, text }).catch((fault) => this.#toast.fail(fault));
    // The reader may have gone on to another page meanwhile.
    if (!opened || !this.#element.isConnected || !this.#element.place.isHere) return;
    if (opened.refused !== undefined) {
      this.#toast.warn(opened.refused);
      return;
    }
    const before = this.#element.link;
    const takeUpAgain = this.#fields.notes.begin();
    this.#fields.replace(opened.notes);
    this.#toast.offerOnArrival(this.#fields.told("record-opened"), () => {
      this.#fields.replace({ need: "", confirmations: {} });
      takeUpAgain();
      this.#element.go(before);
    });
    this.#element.go(opened.link);
  }
}
