/**
 * The menu of a narrow screen, by keyboard and for screen readers.
 *
 * Material opens it with the label of a hidden checkbox, which takes no focus and has no name. Buttons do so here. While
 * the menu is open nothing else can be reached; the focus goes in, and comes back. Without this module the label works.
 */

const box = /** @type {HTMLInputElement} */ (document.getElementById("__drawer"));
const opener = /** @type {HTMLElement} */ (document.querySelector(".menu-open"));
const wide = matchMedia("(min-width: 76.25em)");

/** The menu of the page that is shown now. */
const menu = () => document.getElementById("menu");

/** @param {boolean} open */
const set = (open) => {
  if (box.checked !== open) box.click();
};

/** Keeps everything but the open menu from the focus and from screen readers, or gives it back. */
function setApart() {
  for (let part = menu(); part && part !== document.body; part = part.parentElement) {
    for (const other of part.parentElement?.children ?? []) {
      const stays = other === part || other.matches(".md-overlay, .md-toggle");
      if (other instanceof HTMLElement && !stays) other.inert = box.checked;
    }
  }
}

/** Whether the reader has just followed a link of the menu: a new page or section begins where its reader looks. */
let followed = false;

function show() {
  opener.ariaExpanded = String(box.checked);
  setApart();
  const focused = document.activeElement;
  if (box.checked) menu()?.querySelector("button")?.focus();
  else if (!followed && (focused === document.body || menu()?.contains(focused))) opener.focus();
}

/** Beside a wide page stands the section that the page is in, with nothing to open it by. */
function openSection() {
  if (wide.matches) menu()?.querySelector(".md-nav__item--active > details")?.setAttribute("open", "");
}

opener.addEventListener("click", () => set(true));
box.addEventListener("change", show);
document.addEventListener("click", ({ target, ctrlKey, metaKey, shiftKey }) => {
  if (!(target instanceof Element && menu()?.contains(target))) return;
  // In a new tab it changes nothing here.
  followed = Boolean(target.closest("a")) && !(ctrlKey || metaKey || shiftKey);
  if (followed || target.closest(".menu-close")) set(false);
  followed = false;
});
document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") set(false);
});
wide.addEventListener("change", () => {
  set(false);
  openSection();
});
window.document$?.subscribe(openSection);
document.documentElement.dataset.scripts = "";
if (box.checked) show();
