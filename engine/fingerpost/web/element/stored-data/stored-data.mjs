// <stored-data>: deletes everything that the site has stored in this browser, after asking.
import { styles } from "fingerpost-stored-data-styles";
import { amounts, deleteEverything } from "./everything.mjs";

class StoredData extends HTMLElement {
  /** @type {AbortController | undefined} */
  #connection;
  connectedCallback() {
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    this.querySelector(".fp-stored-without")?.remove();
    this.querySelector("[hidden]")?.removeAttribute("hidden"); // none on the way back to the page
    this.#on("delete-stored", () => this.#ask(), signal);
    this.#on("keep", () => this.#dialog.close(), signal);
    this.#on("confirm-delete", () => this.#delete(), signal);
    // Also after Escape.
    this.#dialog.addEventListener("close", () => this.#closed(), { signal });
  }

  disconnectedCallback() {
    this.#connection?.abort();
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
  }

  get #status() {
    return /** @type {HTMLElement} */ (this.querySelector("[role=status]"));
  }

  /** The path of the site. */
  get #site() {
    return new URL("./", new URL(this.getAttribute("root") ?? "", document.baseURI)).pathname;
  }

  /** @param {string} action @param {() => void} act @param {AbortSignal} signal */
  #on(action, act, signal) {
    this.querySelector(`[data-action="${action}"]`)?.addEventListener("click", act, { signal });
  }

  async #ask() {
    this.#status.textContent = "";
    const stored = await amounts(this.#site);
    if (stored.length === 0) {
      this.#tell("nothing");
      return;
    }
    const lines = stored.map(([kind, count]) => {
      const line = document.createElement("li");
      line.textContent = this.#words(count === 1 ? `${kind}-one` : kind).replace("{count}", `${count}`);
      return line;
    });
    this.#dialog.querySelector("ul")?.replaceChildren(...lines);
    this.#dialog.showModal();
  }

  #closed() {
    if (this.#status.textContent === "") this.#tell("kept");
  }

  async #delete() {
    this.#tell((await deleteEverything(this.#site)) ? "deleted" : "refused");
    this.#dialog.close();
  }

  /** @param {string} key */
  #tell(key) {
    this.#status.textContent = this.#words(key);
  }

  /** @param {string} key @returns {string} words that Python has drawn */
  #words(key) {
    const template = /** @type {HTMLTemplateElement} */ (this.querySelector(`template[data-words="${key}"]`));
    return template.content.textContent ?? "";
  }
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
customElements.define("stored-data", StoredData);
