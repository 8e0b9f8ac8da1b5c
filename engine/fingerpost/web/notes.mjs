// The reader's own words: kept in this browser only, never in a link.

/** @typedef {{ confirmed: boolean, note: string }} Confirmation */
/** @typedef {{ need: string, confirmations: Record<string, Confirmation> }} NotesData */

export class Notes {
  /** @type {NotesData} */
  data = { need: "", confirmations: {} };
  /** Whether the browser keeps what is written. */
  kept = true;

  #key;

  /** @param {string} tree the tree's id */
  constructor(tree) {
    this.#key = `fingerpost:notes:${tree}`;
    try {
      this.replace(JSON.parse(localStorage.getItem(this.#key) ?? "null") ?? this.data);
    } catch {
      // Storage is refused, or holds what this page did not write: the notes start empty.
    }
  }

  /**
   * Takes what the fields of a place hold.
   * @param {Element} field the field that was changed
   * @returns {boolean} whether it is one of the notes
   */
  take(field) {
    if (field instanceof HTMLTextAreaElement && field.matches("[data-need]")) {
      this.data.need = field.value;
    } else if (field instanceof HTMLTextAreaElement && field.dataset.note !== undefined) {
      this.#about(field.dataset.note).note = field.value;
    } else if (field instanceof HTMLInputElement && field.dataset.confirmed !== undefined) {
      this.#about(field.dataset.confirmed).confirmed = field.checked;
    } else {
      return false;
    }
    this.#save();
    return true;
  }

  /**
   * Writes the notes into the fields of a place.
   * @param {Element} place
   */
  fill(place) {
    for (const field of place.querySelectorAll("[data-need], [data-note], [data-confirmed]")) {
      if (field instanceof HTMLInputElement) {
        field.checked = this.data.confirmations[field.dataset.confirmed ?? ""]?.confirmed ?? false;
      } else if (field instanceof HTMLTextAreaElement) {
        const about = this.data.confirmations[field.dataset.note ?? ""];
        const text = field.matches("[data-need]") ? this.data.need : (about?.note ?? "");
        if (field.value !== text) field.value = text;
      }
    }
  }

  /**
   * Puts other notes in the place of these.
   * @param {unknown} data
   */
  replace(data) {
    const { need, confirmations } = /** @type {Partial<NotesData>} */ (data);
    if (typeof need !== "string" || typeof confirmations !== "object" || !confirmations) return;
    this.data = { need, confirmations: {} };
    for (const [name, part] of Object.entries(confirmations)) {
      if (typeof part?.confirmed !== "boolean" || typeof part.note !== "string") continue;
      this.data.confirmations[name] = { confirmed: part.confirmed, note: part.note };
    }
    this.#save();
  }

  /** @param {string} name */
  #about(name) {
    this.data.confirmations[name] ??= { confirmed: false, note: "" };
    return this.data.confirmations[name];
  }

  #save() {
    try {
      localStorage.setItem(this.#key, JSON.stringify(this.data));
      this.kept = true;
    } catch {
      this.kept = false;
    }
  }
}
