/**
 * Stores the whole site in the browser, so that it works without a network, and updates it to new builds.
 *
 * The service worker fetches in the background, after everything that the reader waits for. A new build waits until
 * no page of the old one is left, or until the reader of the only page follows a link: no open page ever gets a file
 * of another build.
 */

import { linkToAnotherPage } from "../links.mjs";

const script = new URL("../../service-worker.js", import.meta.url);

/** How long the engine may take before the site is stored all the same, in milliseconds. */
const AFTER_ENGINE = 15_000;
/** How long a link waits for the new build, in milliseconds. */
const TAKE_OVER_LIMIT = 1_000;

/** Say whether megabytes in the background would be a burden. */
const savesData = () => Boolean(/** @type {any} */ (navigator).connection?.saveData);

/** Wait for the load event. */
const loaded = () =>
  new Promise((resolve) => {
    if (document.readyState === "complete") resolve(true);
    else addEventListener("load", resolve, { once: true });
  });

/** Wait until the engine of the page, if it is being fetched, has been. */
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
 * Ask a new build that waits to take over, which it does if no other page of the site is open.
 *
 * @param {ServiceWorker} waiting - The worker of the new build.
 */
function takeOver(waiting) {
  return new Promise((resolve) => {
    setTimeout(resolve, TAKE_OVER_LIMIT);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve; // the only message: that the new build stays where it is
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
      const registration = await navigator.serviceWorker.register(script, { updateViaCache: "none" });
      // Before instant navigation sees the click: a new build needs whole pages.
      document.addEventListener(
        "click",
        (event) => {
          const waiting = registration?.waiting; // no registration where the browser is set to refuse
          const link = waiting && linkToAnotherPage(event);
          if (!link) return;
          event.preventDefault();
          event.stopPropagation();
          const address = link.href; // before the wait, in which a relative link may come to count from another page
          takeOver(waiting).then(() => location.assign(address));
        },
        { capture: true },
      );
    } catch (fault) {
      console.info(`The site is not stored for use without a network: ${fault}`);
    }
  }
}
