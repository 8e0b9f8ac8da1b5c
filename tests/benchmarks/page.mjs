// Makes one call of an engine as early as possible, and writes the milliseconds into the page.
const asking = fetch("./assets/fingerpost/known-answer.json").then((got) => got.json());

/** @param {string} [note] */
function done(note = "") {
  document.documentElement.dataset.note = note;
  document.documentElement.dataset.ms = String(performance.now());
}

const how = location.pathname.match(/(\w+)\.html$/)?.[1];
if (how === "ours") {
  // The worker starts before the calls have arrived, as in a page of the site.
  const { engine } = await import("./assets/fingerpost/engine-client.mjs");
  engine.start();
  const { calls } = await asking;
  engine.load("known-answer", { text: calls[0][1] });
  await engine.call(calls[1][0], JSON.parse(calls[1][1]));
  done(engine.restored ? "snapshot" : "fresh");
} else {
  const worker = new Worker(`./${how}.mjs`, { type: "module" });
  worker.addEventListener("message", () => done());
  worker.postMessage((await asking).calls.slice(0, 2));
}
