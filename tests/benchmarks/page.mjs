// Asks an engine one question as soon as the page has been parsed, and writes the milliseconds into the page.
const { calls } = await (await fetch("./assets/fingerpost/known-answer.json")).json();
const asked = calls.slice(0, 2);

/** @param {string} [note] */
function done(note = "") {
  document.documentElement.dataset.note = note;
  document.documentElement.dataset.ms = String(performance.now());
}

const how = new URLSearchParams(location.search).get("how");
if (how === "stock") {
  const worker = new Worker("./stock.mjs", { type: "module" });
  worker.addEventListener("message", () => done());
  worker.postMessage(asked);
} else if (how === "floor") {
  const worker = new Worker("./floor.mjs", { type: "module" });
  worker.addEventListener("message", () => done());
  worker.postMessage("start");
} else {
  const { engine } = await import("./assets/fingerpost/engine-client.mjs");
  engine.load("known-answer", asked[0][1]);
  engine.start();
  await engine.call(asked[1][0], JSON.parse(asked[1][1]));
  done(engine.restored ? "kept" : "fresh");
}
