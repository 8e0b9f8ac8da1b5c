// The reader's own words on one decision: in this browser only, never in a link.
// docs/authors/decisions/notes-belong-to-one-decision.md says how they find their decision.

/** @typedef {{ confirmed: boolean, note: string }} Confirmation */
/** @typedef {{ need: string, confirmations: Record<string, Confirmation> }} NotesData notes as the engine takes them */
/** @typedef {{ key: string, need: string, saved: number }} Earlier notes of another decision, by their place in storage */

export class Notes {
  /** Whether the browser keeps what is written. */
  kept = true;
  /** Whether what the browser had kept can't be read. */
  unreadable = false;

  #need = "";
  // A map, since ids may be words that every object has a property of.
  /** @type {Map<string, Confirmation>} */
  #about = new Map();
  #decision = newId();
  /** What this page knows of other decisions, for where the browser stores nothing. @type {Map<string, NotesData>} */
  #known = new Map();
  /** The decision of each state that this tab has shown. @type {Map<string, string>} */
  #decisions = new Map();
  #prefix;
  #tabKey;
  /** Where notes were kept before they belonged to a decision. */
  #oldKey;

  /** @param {string} tree - The tree's id. */
  constructor(tree) {
    // Sites on one host share its storage, and trees may share an id.
    const place = `${location.pathname.replace(/index\.html$/, "")} ${tree}`;
    this.#prefix = `fingerpost notes ${place} `;
    this.#tabKey = `fingerpost decisions ${place}`;
    this.#oldKey = `fingerpost:notes:${tree}`;
    try {
      this.#decisions = new Map(JSON.parse(sessionStorage.getItem(this.#tabKey) ?? "[]"));
    } catch {
      // Storage is refused or spoilt: the notes that it led to are offered as those of an earlier decision.
    }
  }

  /** @returns {NotesData} */
  get data() {
    return { need: this.#need, confirmations: Object.fromEntries(this.#about) };
  }

  get empty() {
    return this.#need === "" && [...this.#about.values()].every((about) => !about.confirmed && about.note === "");
  }

  /**
   * Takes up the notes of the decision that a state belongs to.
   * @param {string} link - The text of the state's link.
   * @param {boolean} goesOn - The reader came from the last state by an answer or a change, and not from elsewhere.
   */
  follow(link, goesOn) {
    const known = this.#decisions.get(link);
    if (!goesOn && (known === undefined || known !== this.#decision)) this.#takeUp(known ?? newId());
    this.#decisions.set(link, this.#decision);
    if (isStored("sessionStorage", this.#tabKey)) this.#keepDecisions();
  }

  /**
   * Begins another decision, with empty notes. Those of the last one stay where they are.
   * @returns {() => void} Takes them up again.
   */
  begin() {
    const before = this.#decision;
    if (this.empty) this.#forget(this.#key);
    this.#takeUp(newId());
    return () => {
      if (this.empty) this.#forget(this.#key);
      this.#takeUp(before);
    };
  }

  /**
   * Takes what a field holds.
   * @param {Element} field - The field that was changed.
   * @returns {boolean} Whether it is one of the notes.
   */
  take(field) {
    // Another tab may write about the same decision: only this field is changed in what is there.
    if (this.kept) this.#refresh();
    // What cannot be read is written over now, and was reported before.
    this.unreadable = false;
    if (field instanceof HTMLTextAreaElement && field.matches("[data-need]")) {
      this.#need = field.value;
    } else if (field instanceof HTMLTextAreaElement && field.dataset.note !== undefined) {
      this.#change(field.dataset.note, { note: field.value });
    } else if (field instanceof HTMLInputElement && field.dataset.confirmed !== undefined) {
      this.#change(field.dataset.confirmed, { confirmed: field.checked });
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
        field.checked = this.#about.get(field.dataset.confirmed ?? "")?.confirmed ?? false;
      } else if (field instanceof HTMLTextAreaElement) {
        const about = this.#about.get(field.dataset.note ?? "");
        const text = field.matches("[data-need]") ? this.#need : (about?.note ?? "");
        if (field.value !== text) field.value = text;
      }
    }
  }

  /**
   * Puts other notes in the place of these.
   * @param {NotesData} data
   */
  replace(data) {
    this.#set(data);
    this.#save();
  }

  /**
   * Takes in what another tab has stored.
   * @param {StorageEvent} event
   * @returns {boolean} Whether these notes are others now.
   */
  hear({ key, newValue }) {
    if (key !== this.#key) return false;
    // Discarded there, but in use here.
    if (newValue === null && !this.empty) this.#save();
    else this.#refresh();
    return true;
  }

  /** @returns {Earlier[]} What is stored about other decisions of this tree, the newest first. */
  get earlier() {
    /** @type {Earlier[]} */
    const found = [];
    try {
      for (const key of Object.keys(localStorage)) {
        if (key === this.#key || !(key === this.#oldKey || key.startsWith(this.#prefix))) continue;
        const { data, saved } = read(localStorage.getItem(key)) ?? {};
        if (data && !isEmpty(data)) found.push({ key, need: data.need, saved: saved ?? 0 });
      }
    } catch {
      // Storage is refused: nothing is there.
    }
    return found.sort((one, other) => other.saved - one.saved);
  }

  /**
   * Takes up the notes of an earlier decision for this one.
   * @param {string} key - Where they are.
   */
  use(key) {
    if (key === this.#oldKey) {
      const old = read(localStorage.getItem(key));
      if (old) this.replace(old.data);
      if (this.kept) this.#forget(key);
    } else {
      const before = this.#decision;
      this.#takeUp(key.slice(this.#prefix.length));
      // Every state of this decision has them, so that Back and another answer lose nothing.
      for (const [link, decision] of this.#decisions) {
        if (decision === before) this.#decisions.set(link, this.#decision);
      }
      this.#keepDecisions();
    }
  }

  /**
   * Deletes the notes of an earlier decision.
   * @param {string} key - Where they are.
   * @returns {() => void} Brings them back, unless another tab has written in their place.
   */
  discard(key) {
    const text = localStorage.getItem(key);
    this.#forget(key);
    return () => text !== null && !isStored("localStorage", key) && this.#store(key, text);
  }

  get #key() {
    return this.#prefix + this.#decision;
  }

  /** @param {string} decision */
  #takeUp(decision) {
    this.#known.set(this.#decision, this.data);
    this.#decision = decision;
    this.#set(this.#known.get(decision) ?? { need: "", confirmations: {} });
    if (this.kept) this.#refresh();
  }

  /** Reads what is stored, where there is something. */
  #refresh() {
    try {
      const text = localStorage.getItem(this.#key);
      const stored = read(text);
      this.unreadable = text !== null && !stored;
      if (stored) this.#set(stored.data);
    } catch {
      // Storage is refused: what is written here stays in the page.
    }
  }

  /** @param {NotesData} data */
  #set({ need, confirmations }) {
    this.#need = need;
    this.#about = new Map(Object.entries(confirmations));
  }

  /** @param {string} name @param {Partial<Confirmation>} part */
  #change(name, part) {
    this.#about.set(name, { confirmed: false, note: "", ...this.#about.get(name), ...part });
  }

  #save() {
    // Nothing was written and nothing is there to be cleared: a visit that leaves no words leaves no trace.
    if (this.empty && !isStored("localStorage", this.#key)) return;
    this.kept = this.#store(this.#key, JSON.stringify({ ...this.data, saved: Date.now() }));
    this.#keepDecisions();
  }

  /** Remembers in this tab which decision its states belong to. */
  #keepDecisions() {
    try {
      sessionStorage.setItem(this.#tabKey, JSON.stringify([...this.#decisions]));
    } catch {
      // Without it, the notes are offered after a reload.
    }
  }

  /** @param {string} key @param {string} text @returns {boolean} Whether it is stored. */
  #store(key, text) {
    try {
      localStorage.setItem(key, text);
      return true;
    } catch {
      return false;
    }
  }

  /** @param {string} key */
  #forget(key) {
    try {
      localStorage.removeItem(key);
    } catch {
      // Storage is refused: there is nothing.
    }
  }
}

/** @param {"localStorage" | "sessionStorage"} storage @param {string} key @returns {boolean} */
function isStored(storage, key) {
  try {
    return globalThis[storage].getItem(key) !== null;
  } catch {
    return false; // to name a storage that is refused is an error already
  }
}

/** @returns {string} Where the page is not served securely, there is no `randomUUID`. */
function newId() {
  return [...crypto.getRandomValues(new Uint32Array(2))].map((number) => number.toString(36)).join("");
}

/** @param {NotesData} data */
function isEmpty({ need, confirmations }) {
  return need === "" && Object.values(confirmations).every(({ confirmed, note }) => !confirmed && note === "");
}

/**
 * Reads notes as they are stored; a part that is not as it should be is left out.
 * @param {string | null} text
 * @returns {{ data: NotesData, saved: number } | undefined} Undefined where they are no notes.
 */
function read(text) {
  try {
    const { need, confirmations, saved } = JSON.parse(text ?? "null");
    if (typeof need !== "string" || typeof confirmations !== "object" || !confirmations) return undefined;
    const sound = Object.entries(confirmations)
      .filter(([, part]) => typeof part?.confirmed === "boolean" && typeof part.note === "string")
      .map(([name, { confirmed, note }]) => [name, { confirmed, note }]);
    return { data: { need, confirmations: Object.fromEntries(sound) }, saved: Number(saved) || 0 };
  } catch {
    return undefined;
  }
}
