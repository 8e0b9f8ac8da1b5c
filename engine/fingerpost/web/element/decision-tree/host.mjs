// What the page element lends to what comes with the engine, declared once for both.

/**
 * @typedef {object} Host
 * @property {HTMLElement} element
 * @property {import("../../engine/engine-client.mjs").EngineClient} engine
 * @property {string} page the address of the page that the element stands on
 * @property {AbortSignal} signal ends all listening
 * @property {import("../toast/toast.mjs").Toast | undefined} toast
 * @property {() => string} link the link text of what is shown
 * @property {(link: string) => void} go shows another state
 * @property {(news: () => void) => void} onArrival takes what to say once the reader is where a link leads
 * @property {(button: Element, link: Promise<string>, told: string) => Promise<void>} copyLink copies a link's address
 * @property {(key: string) => string} said words that the page carries
 */

export {};
