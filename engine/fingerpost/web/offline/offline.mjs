/**
 * Stores the whole site in the browser, so that it works without a network, and updates it to new builds.
 *
 * The service worker fetches in the background, after everything that the reader waits for. A new build waits until
 * no page of the old one is left, or until the reader of the only page follows a link: no open page ever gets a file
 * of another build.
 */

import { linkToAnotherPage } from "../links.mjs";

const script = new URL("../../service-worker.js", import.meta.url);

/** The longest wait for the engine before the site is stored anyway, in milliseconds. */
const AFTER_ENGINE = 15_000;
/** The longest wait of a link for the new build, in milliseconds. */
const TAKE_OVER_LIMIT = 1_000;

/** Returns true if the reader asks to save data, so that megabytes in the background would be a burden. */
const savesData = () => Boolean(/** @type {any} */ (navigator).connection?.saveData);

/** Waits for the load event. */
const loaded = () =>
  new Promise((resolve) => {
    if (document.readyState === "complete") resolve(true);
    else addEventListener("load", resolve, { once: true });
  });

/** Waits until the page's engine has been fetched, if that is under way. */
function engineFetched() {
  const tree = document.querySelector("decision-tree");
  if (!tree || tree.getAttribute("engine") === "none") return new Promise((resolve) => setTimeout(resolve, 3000));
  return new Promise((resolve) => {
    setTimeout(resolve, AFTER_ENGINE);
    const settled = () => ["ready", "failed"].includes(tree.getAttribute("engine") ?? "") && resolve(true);
    new MutationObserver(settled).observe(tree, { attributeFilter: ["engine"] });
    settled();
  });
}

/**
 * Asks a waiting new build to take over, which it does if no other page of the site is open.
 *
 * @param {ServiceWorker} waiting - The worker of the new build.
 */
function takeOver(waiting) {
  return new Promise((resolve) => {
    setTimeout(resolve, TAKE_OVER_LIMIT);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve; // the only message: that the new build goes on waiting
    navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true });
    waiting.postMessage("take-over", [port2]);
  });
}

if ("serviceWorker" in navigator) {
  const known = await navigator.serviceWorker.getRegistration(script).catch(() => undefined);
  if (known || !savesData()) {
    await loaded();
    await engineFetched();
    try {
      // Not on a page on which the reader has just deleted everything.
      if (Symbol.for("fingerpost deletion") in window) throw new Error("the reader has just deleted it");
      const registration = await navigator.serviceWorker.register(script, { updateViaCache: "none" });
      // Captures the click before instant navigation does: a new build needs whole pages.
      document.addEventListener(
        "click",
        (event) => {
          const waiting = registration?.waiting; // no registration if the browser's settings refuse it
          const link = waiting && linkToAnotherPage(event);
          if (!link) return;
          event.preventDefault();
          event.stopPropagation();
          const address = link.href; // read before the wait, in which the page's address may change
          takeOver(waiting).then(() => location.assign(address));
        },
        { capture: true },
      );
    } catch (fault) {
      console.info(`The site is not stored for use without a network: ${fault}`);
    }
  }
}
