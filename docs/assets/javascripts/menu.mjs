/**
 * The menu of a narrow screen, by keyboard and for screen readers.
 *
 * Material opens it with the label of a hidden checkbox, which takes no focus and has no name. Buttons do so here. While
 * the menu is open nothing else can be reached; the focus goes in, and comes back. Without this module the label works.
 */

const toggle = document.querySelector("[data-md-toggle=drawer]");
const opener = document.querySelector(".menu-open");
const wide = matchMedia("(min-width: 76.25em)");

/** The menu of the page that is shown now. */
const menu = () => document.getElementById("menu");

/**
 * @param {HTMLInputElement} box - The checkbox that the theme's style sheet goes by.
 * @param {HTMLElement} button - What opens the menu.
 */
function start(box, button) {
  /** @param {boolean} open */
  const set = (open) => {
    if (box.checked !== open) box.click();
  };

  let followed = false;
  const show = () => {
    button.ariaExpanded = String(box.checked);
    setApart(box.checked);
    const focused = document.activeElement;
    if (box.checked) menu()?.querySelector("button")?.focus();
    else if (!followed && (focused === document.body || menu()?.contains(focused))) button.focus();
  };

  button.addEventListener("click", () => set(true));
  box.addEventListener("change", show);
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || !menu()?.contains(event.target)) return;
    if (event.target.closest(".menu-close")) set(false);
    // A new page or section begins where its reader looks, and not at the button. One in a new tab changes nothing here.
    followed = Boolean(event.target.closest("a")) && !(event.ctrlKey || event.metaKey || event.shiftKey);
    if (followed) set(false);
    followed = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") set(false);
  });
  wide.addEventListener("change", () => {
    set(false);
    openSection();
  });
  window.document$?.subscribe(openSection);
  document.documentElement.dataset.scripts = "";
  if (box.checked) show();
}

/** Beside a wide page stands the section that the page is in, with nothing to open it by. */
function openSection() {
  const section = wide.matches && menu()?.querySelector(".md-nav__item--active > details");
  if (section) section.setAttribute("open", "");
}

/**
 * Keeps everything but the menu from the focus and from screen readers, or gives it back.
 *
 * @param {boolean} open - Whether the menu is open.
 */
function setApart(open) {
  for (let part = menu(); part && part !== document.body; part = part.parentElement) {
    for (const other of part.parentElement?.children ?? []) {
      const stays = other === part || other.matches(".md-overlay, .md-toggle");
      if (other instanceof HTMLElement && !stays) other.inert = open;
    }
  }
}

if (toggle instanceof HTMLInputElement && opener instanceof HTMLElement) start(toggle, opener);
