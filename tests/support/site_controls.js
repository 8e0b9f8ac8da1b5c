// Names the controls of a page by what they are and where they stand, never by their words; notes which a reader uses.
(() => {
  const USABLE =
    "a[*|href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0'], label[for^='__']";

  // Where a control stands, from the outside in. A function gives the name of one of several places of a kind.
  const PLACES = [
    ["header.md-header", "header"],
    [".md-search__output", "search results"],
    [".md-tabs", "tabs"],
    [".menu-contents", "contents in the menu"],
    [".md-sidebar--primary", "menu"],
    [".md-sidebar--secondary", "contents"],
    ["footer", "footer"],
    ["decision-tree[show='start']", "first question"],
    ["decision-tree:not([show='start'])", "tree"],
    ["decision-plan", "plan"],
    ["outcome-finder", "finder"],
    ["stored-data", "stored data"],
    ["[data-listing]", "listing"],
    [".fp-map-picture", "map"],
    [".fp-map-outline", "outline of the map"],
    [".fp-downloads", "downloads"],
    [".fp-card[data-question]", "question"],
    [".fp-card[data-outcome]", "outcome"],
    [".fp-card[data-possible]", "several outcomes"],
    [".fp-entry-outcome", "outcome"],
    [".fp-entry:not(.fp-entry-outcome)", "question"],
    [".fp-entry-unsure", "branches"],
    [".fp-standing", "standing"],
    [".fp-trail", "answers"],
    ["[data-panel]", ({ dataset }) => `panel ${dataset.panel}`],
    ["[data-other]", "another outcome"],
    [".fp-notices", "notice"],
    [".fp-hand-over", "task"],
    [".fp-plan-bar", "need being changed"],
    [".fp-earlier", "earlier notes"],
    ["[data-status]", ({ dataset }) => `status ${dataset.status}`],
    [".fp-toast", "message"],
    [".fp-plan-empty", "empty"],
    [".fp-plan-add", "another need"],
    [".fp-plan-need", "need"],
    ["[data-plan-fold]", ({ dataset }) => `fold ${dataset.planFold}`],
    ["[data-plan-part]", ({ dataset }) => `part ${dataset.planPart}`],
    [".fp-plan-keep", "keeping"],
  ];

  // Attributes that say what a control is. Those with a value of few are named with it.
  const MARKS = /^data-(?!search-exclude|focus-visible|stop|number$|md-|message|id$|name$|state|kind|fingerpost|level)/;
  const WITH_VALUE = new Set(["data-action", "data-plan-field", "data-setting", "data-from"]);
  // Classes that say how a control looks or in which state it is.
  const LOOKS = /^(md-button|md-button--primary|fp-button|md-icon|md-header__button|.*--(active|next|prev|passed)|md-ellipsis|focus-visible)$/;

  const up = (element) => element.parentElement ?? (element.getRootNode() instanceof ShadowRoot ? element.getRootNode().host : null);

  function place(control) {
    const places = [];
    for (let element = control; element; element = up(element)) {
      for (const [selector, name] of PLACES) {
        if (element === control || !element.matches(selector)) continue;
        const named = typeof name === "string" ? name : name(element);
        // An embedded tree is an element in another of the same name.
        if (places[0] !== named) places.unshift(named);
      }
    }
    if (control.getRootNode() instanceof ShadowRoot) places.unshift("embedded");
    else if (places.length === 0 && control.closest("article")) places.push("article");
    return places;
  }

  /** Says what kind of address a link leads to. */
  function leadsTo(link) {
    const address = new URL(link.getAttribute("href") ?? link.getAttribute("xlink:href"), document.baseURI);
    const fragment = decodeURIComponent(address.hash.slice(1));
    if (!/^https?:$/.test(address.protocol)) return address.protocol;
    // An embedded tree is of another site than the page around it.
    const home = new URL(link.getRootNode().host?.getAttribute("src") ?? "", document.baseURI);
    if (address.origin !== location.origin) return address.origin === home.origin ? "the tree's own site" : "another site";
    if (/^[\w-]+\?|^[\w-]+$/.test(fragment) && document.querySelector(`decision-tree[tree="${CSS.escape(fragment.split("?")[0])}"]`)) return "a state";
    if (fragment.includes("?")) return "a state";
    if (address.pathname === location.pathname) return "a part of the page";
    if (!address.pathname.endsWith("/")) return "a file";
    return fragment ? "a part of another page" : "a page";
  }

  function kind(control) {
    const marks = control.getAttributeNames().filter((name) => MARKS.test(name));
    const what = marks.map((name) => (WITH_VALUE.has(name) ? `${name.slice(5)}=${control.getAttribute(name)}` : name.slice(5)));
    if (control.dataset.answer === "unsure") what.push("unsure");
    const classes = [...control.classList].filter((name) => !LOOKS.test(name));
    const tag = control.localName;
    if (tag === "summary") {
      const fold = control.parentElement;
      const named = ["data-panel", "data-plan-fold", "data-quality", "data-other"].find((name) => fold.hasAttribute(name));
      what.push(named ? named.slice(5) : [...fold.classList].filter((name) => name !== "fp-fold").join("."));
    } else if (what.length > 0) {
      // The mark says enough.
    } else if (classes.length > 0) {
      what.push(`.${classes.join(".")}`);
    } else if (tag === "a") {
      what.push(`to ${leadsTo(control)}`);
    } else if (tag === "input" || tag === "button") {
      what.push(control.type);
    }
    return [tag, ...what].filter(Boolean).join(" ");
  }

  const name = (control) => [...place(control), kind(control)].join(" > ");

  /** Tells whether a reader can use a control now; the words beside a file field or a tick may be all that is drawn. */
  function usable(control) {
    const drawn = (element) => {
      const { width, height } = element.getBoundingClientRect();
      return element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && width > 0 && height > 0;
    };
    if (control.closest("[inert]") || control.disabled) return false;
    return drawn(control) || (control.labels && [...control.labels].some(drawn));
  }

  const roots = function* (root) {
    yield root;
    for (const element of root.querySelectorAll("decision-tree")) if (element.shadowRoot) yield* roots(element.shadowRoot);
    for (const element of root.querySelectorAll("*")) if (element.shadowRoot && element.localName !== "decision-tree") yield* roots(element.shadowRoot);
  };

  const all = () => [...roots(document)].flatMap((root) => [...root.querySelectorAll(USABLE)]);

  const told = new Set();
  const isText = (control) => control.matches("textarea, input:is([type=text], [type=search], :not([type]))");

  /** What a reader has to do with a control for it to count as used. */
  function counts(event, control) {
    if (control.matches("input[type=file]")) return event.type === "input"; // the driver's own event
    if (!event.isTrusted) return false;
    // A change is not heard outside of an embedded tree.
    if (control.matches("input[type=checkbox], input[type=radio], select")) return event.type === "input";
    if (control.matches("abbr")) return event.type === "focusin" || event.type === "pointerover";
    if (control.matches("input[readonly]")) return event.type === "focusin";
    if (isText(control)) return event.type === "input";
    if (control.matches("div, pre, code, [role=region]")) return event.type === "keydown";
    return event.type === "click";
  }

  function note(event) {
    const target = event.composedPath()[0];
    const control = target instanceof Element ? target.closest(USABLE) : null;
    if (!control || !counts(event, control)) return;
    const used = name(control);
    if (told.has(used)) return;
    told.add(used);
    window.__controlUsed?.(used);
  }

  for (const type of ["click", "input", "keydown", "focusin", "pointerover"]) {
    window.addEventListener(type, note, { capture: true, passive: true });
  }

  window.__controlName = name;
  window.__controls = (within) => {
    for (const root of roots(document)) for (const fold of root.querySelectorAll("details")) fold.open = true;
    const there = all().filter((control) => !within || control.closest(within));
    return [...new Set(there.filter(usable).map(name))].sort();
  };
})();
