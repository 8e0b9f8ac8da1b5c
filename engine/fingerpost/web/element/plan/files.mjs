// Saves, prints, shares and opens the plan.
import { actionOf } from "../actions.mjs";
import { copyLink } from "../record/copy-link.mjs";
import { download, today } from "../record/files.mjs";
import { downloadForm } from "../record/forms.mjs";
import { PlanPaper } from "./paper.mjs";

/** @typedef {import("../record/files.mjs").TextFile} TextFile */
/** @typedef {import("./changes.mjs").PlanChanges} PlanChanges */
/** @typedef {import("../../engine/engine-client.mjs").EngineClient} EngineClient */
/** @typedef {import("../toast/toast.mjs").Toast} Toast */

/** The prefix of the actions that download a form of the plan. */
const DOWNLOAD = "plan-download-";

export class PlanFiles {
  paper;
  #element;
  #engine;
  #changes;
  #toast;

  /**
   * @param {HTMLElement} element the page element
   * @param {EngineClient} engine
   * @param {PlanChanges} changes
   * @param {Toast} toast
   */
  constructor(element, engine, changes, toast) {
    this.#element = element;
    this.#engine = engine;
    this.#changes = changes;
    this.#toast = toast;
    this.paper = new PlanPaper(element, async () => (await this.#written("print"))?.text ?? "");
  }

  /**
   * @param {Event} event a click
   * @returns {Promise<void> | undefined} undefined unless it is on one of these buttons
   */
  act(event) {
    const button = actionOf(event);
    const { action = "" } = button?.dataset ?? {};
    if (action === "plan-print") return this.#print();
    if (button && action === "plan-copy-link") return this.#copyLink(button);
    return action.startsWith(DOWNLOAD) ? this.#download(action.slice(DOWNLOAD.length)) : undefined;
  }

  /** Saves what is stored as it is, without the engine. @param {string} text */
  save(text) {
    const tree = this.#element.getAttribute("tree");
    download({ file: `plan-${tree}.json`, type: "application/json", text });
    this.#toast.report("plan-page-downloaded");
  }

  /** @param {string} form @returns {Promise<TextFile | undefined>} the plan in this form */
  async #written(form) {
    const address = location.origin + location.pathname;
    const plan = await this.#changes.text();
    const how = { date: today(), address, forms: [form] };
    const { forms, refused } = await this.#engine.call("plan_forms", { tree: this.#tree, plan, ...how });
    if (!forms) throw new Error(refused);
    return forms[form];
  }

  get #tree() {
    return this.#element.getAttribute("tree") ?? "";
  }

  /** @param {string} form */
  async #download(form) {
    const file = await this.#written(form);
    if (!file) return;
    await downloadForm(file);
    this.#toast.report("plan-page-downloaded");
  }

  async #print() {
    await this.paper.draw();
    window.print();
  }

  /** @param {HTMLElement} button */
  async #copyLink(button) {
    await copyLink(button, this.#address(), document.title, this.#toast, "plan-page-copied");
  }

  /** @returns {Promise<string>} the address that holds the plan */
  async #address() {
    const plan = await this.#changes.text();
    const { link, refused } = await this.#engine.call("plan_link", { tree: this.#tree, plan });
    if (!link) throw new Error(refused);
    return `${location.origin}${location.pathname}#${link}`;
  }
}
