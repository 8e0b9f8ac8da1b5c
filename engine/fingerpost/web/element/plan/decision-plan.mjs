// <decision-plan>: shows the plan that this device holds. Words, results and HTML come from Python.
import { opensHere, pageOf, setAddress } from "../../links.mjs";
import { actionOf } from "../actions.mjs";
import { carriedBy } from "../decision-tree/carried.mjs";
import { atTheRightMoment } from "../decision-tree/right-moment.mjs";
import { textOf } from "../record/files.mjs";
import { Toast } from "../toast/toast.mjs";
import { warn } from "../warn.mjs";
import { said } from "../words.mjs";
import { PlanButtons } from "./buttons.mjs";
import { PlanChanges } from "./changes.mjs";
import { going, news } from "./coming.mjs";
import { PlanFiles } from "./files.mjs";
import { needOf, needsIn, wordsOf } from "./needs.mjs";
import { PlanStorage } from "./storage.mjs";
import { Typed } from "./typed.mjs";
import { PlanView } from "./view.mjs";

/** @typedef {import("../../engine/engine-client.mjs").EngineClient} EngineClient */
/** @typedef {import("./changes.mjs").Drawn} Drawn */
/** @typedef {import("./changes.mjs").Operation} Operation */

/** The beginning of the id of a need's heading. */
const HEADING = "fp-plan-";

export class DecisionPlan extends HTMLElement {
  /** The engine of the page, which is that of every page of the visit. @type {EngineClient} */
  static engine;

  /** @type {AbortController | undefined} */
  #connection;
  /** @type {ReturnType<typeof partsFor> | undefined} */
  #made;
  /** Ends when the plan is shown, or cannot be. @type {Promise<"ready" | "failed"> | undefined} */
  #begun;

  connectedCallback() {
    const { engine } = DecisionPlan;
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    this.#made = partsFor(this, signal);
    this.#begun = undefined;
    engine.available = !this.hasAttribute("links-only");
    engine.addEventListener("change", () => this.#engineChanged(), { signal });
    engine.addEventListener("progress", () => this.#showProgress(), { signal });
    this.addEventListener("click", (event) => this.#act(/** @type {MouseEvent} */ (event)), { signal });
    this.addEventListener("change", (event) => this.#openFile(event), { signal });
    window.addEventListener("storage", (event) => this.#hear(event), { signal });
    window.addEventListener("hashchange", () => this.#arrive().catch(this.fail), { signal });
    if (engine.available) engine.load(this.tree, carriedBy(this, pageOf(this)));
    const { storage, view } = this.#made;
    view.showPlain(needsIn(storage.text).map(wordsOf));
    if (engine.state === "none" && (storage.text || location.hash)) engine.start();
    else atTheRightMoment(this, () => engine.state === "none" && engine.start(), signal, { idle: true });
    this.#engineChanged();
  }

  disconnectedCallback() {
    this.#connection?.abort();
  }

  /** The tree's id. */
  get tree() {
    return this.getAttribute("tree") ?? "";
  }

  get #isReady() {
    return DecisionPlan.engine.stateFor(this.tree) === "ready";
  }

  get #parts() {
    if (!this.#made) throw new Error("the element is not on a page");
    return this.#made;
  }

  /**
   * Changes the plan, and tells what was not done.
   * @param {Operation[]} operations
   * @returns {Promise<Drawn>}
   */
  async make(operations) {
    const { changes, toast, view, storage, files } = this.#parts;
    const drawn = await changes.make(operations);
    view.notify("plan-not-kept", storage.keeps ? [] : [{}]);
    if (drawn.found.length > 0) {
      this.#showAside();
      view.notify(
        "plan-trouble",
        drawn.found.map((text) => ({ text })),
      );
    }
    if (drawn.trouble.length > 0 && operations.length > 0) toast.warn(drawn.trouble.join(" "));
    files.paper.update();
    return drawn;
  }

  /** Tells that a change was not made. @param {unknown} fault */
  fail = (fault) => {
    warn(fault);
    this.#parts.toast.warn(said(this, "plan-page-not-added"));
  };

  /** Tells what was done, and offers to undo it. @param {Pick<Drawn, "said" | "undo">} drawn */
  offer({ said, undo }) {
    if (undo.length === 0) return;
    const { toast, view } = this.#parts;
    toast.tell(said, () => {
      this.make(undo).then(() => {
        const back = undo.find(({ op }) => op === "add");
        const { need } = /** @type {{ need?: { id: string } }} */ (back ?? {});
        if (need) view.focus(need.id);
      }, this.fail);
    });
  }

  /** @param {string} text for screen readers alone */
  announce(text) {
    this.querySelector(".fp-announcement")?.replaceChildren(text);
  }

  async #engineChanged() {
    const state = DecisionPlan.engine.stateFor(this.tree);
    if (state === this.getAttribute("engine")) return;
    if (state !== "ready") this.#begun = undefined;
    const shown = state === "ready" ? await this.#begin() : state;
    this.setAttribute("engine", shown);
    const line = DecisionPlan.engine.available ? shown : "absent";
    for (const each of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(".fp-status"))) {
      each.hidden = each.dataset.status !== line || line === "none";
    }
  }

  #showProgress() {
    const bar = this.querySelector("progress");
    if (bar) bar.value = DecisionPlan.engine.progress;
  }

  /** Shows the plan once the engine can draw it. The engine may report more than once that it is ready. */
  #begin() {
    this.#begun ??= this.#showFirst().then(
      () => "ready",
      (fault) => {
        warn(fault);
        return "failed";
      },
    );
    return this.#begun;
  }

  async #showFirst() {
    const { view } = this.#parts;
    this.#showAside();
    await this.make([]);
    view.hidePlain();
    /** @type {import("./coming.mjs").News | undefined} */
    const done = news(this.tree).take();
    await this.#arrive().catch(this.fail);
    if (Array.isArray(done?.undo)) this.offer(done);
  }

  #showAside() {
    const { storage, view } = this.#parts;
    view.notify(
      "plan-unreadable",
      storage.aside.map((key) => ({ key })),
    );
  }

  /** Opens the plan, or goes to the need, that the address names. */
  async #arrive() {
    const text = location.hash.slice(1);
    if (text.startsWith(HEADING)) this.#parts.view.focus(text.slice(HEADING.length));
    if (!/plan(?:=|%|$)/.test(text.slice(this.tree.length)) || !this.#isReady) return;
    // A reload is not to open it again.
    if (await this.#open(text, "link")) setAddress("replaceState", location.pathname + location.search);
  }

  /**
   * Adds a plan to the one on this device.
   * @param {string} text
   * @param {"link" | "file"} from
   * @returns {Promise<boolean>} whether it can be read
   */
  async #open(text, from) {
    const { toast } = this.#parts;
    const opened = await DecisionPlan.engine.call("plan_open", { tree: this.tree, text });
    if (opened.refused !== undefined) {
      toast.warn(opened.refused);
      return false;
    }
    const drawn = await this.make([{ op: "merge", plan: opened.plan, from }]);
    const told = [drawn.said, ...drawn.trouble, ...(opened.trouble ?? [])].join(" ");
    if (drawn.undo.length > 0) this.offer({ ...drawn, said: told });
    else toast.warn(told);
    return true;
  }

  /** @param {Event} event */
  async #openFile({ target: field }) {
    if (!(field instanceof HTMLInputElement) || field.dataset.openPlan === undefined) return;
    const text = await textOf(field, this, this.#parts.toast);
    if (text !== undefined) await this.#open(text, "file").catch(this.fail);
  }

  /** @param {MouseEvent} event */
  #act(event) {
    const { buttons, files, toast } = this.#parts;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link && opensHere(event)) this.#leave(link);
    buttons.act(event)?.catch(this.fail);
    files.act(event)?.catch((fault) => toast.fail(fault));
    this.#actAlone(event);
  }

  /** Does what needs no engine. @param {Event} event */
  #actAlone(event) {
    const { storage, files, toast } = this.#parts;
    const button = actionOf(event);
    const { action } = button?.dataset ?? {};
    const { key = "" } = /** @type {HTMLElement | undefined} */ (button?.closest("[data-key]"))?.dataset ?? {};
    if (action === "try-again") {
      this.#begun = undefined;
      DecisionPlan.engine.retry();
    }
    if (action === "plan-save-stored") files.save(storage.text);
    if (action === "plan-unreadable-save") files.save(storage.textAside(key));
    if (action !== "plan-unreadable-delete") return;
    const restore = storage.discard(key);
    this.#showAside();
    toast.offer("plan-page-unreadable-deleted", () => {
      restore();
      this.#showAside();
    });
  }

  /** Notes which need the reader goes to answer for. @param {HTMLAnchorElement} link */
  #leave(link) {
    const id = needOf(link);
    if (link.dataset.action === "plan-answers" && id) going(this.tree).leave({ id, link: link.hash.slice(1) });
    if (link.dataset.action === "plan-answer") going(this.tree).take();
  }

  /** Shows what another tab has stored. @param {StorageEvent} event */
  #hear({ key }) {
    const { storage, changes, toast } = this.#parts;
    if ((key !== null && key !== storage.key) || !this.#isReady) return;
    const ours = storage.release();
    const { seen } = changes;
    changes.seen = "";
    this.make([]).then(() => {
      if (ours) this.make([{ op: "merge", plan: ours, from: "file" }]).catch(this.fail);
      else if (storage.text === "" && needsIn(seen).length > 0) {
        toast.offer("plan-page-gone", () => {
          storage.set(seen);
          this.make([]).catch(this.fail);
        });
      }
    }, this.fail);
  }
}

/**
 * @param {DecisionPlan} element
 * @param {AbortSignal} signal ends all listening
 */
function partsFor(element, signal) {
  const { engine } = DecisionPlan;
  const storage = new PlanStorage(element.tree);
  const view = new PlanView(element);
  const toast = new Toast(element, signal);
  const changes = new PlanChanges(engine, element.tree, storage, view);
  const buttons = new PlanButtons(element, element, view, signal);
  const files = new PlanFiles(element, engine, changes, toast);
  const typed = new Typed(element, storage, (operations) => element.make(operations), element.fail, signal);
  signal.addEventListener("abort", () => files.paper.drop());
  return { storage, view, toast, changes, buttons, files, typed };
}
