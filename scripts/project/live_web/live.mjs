// In pages of scripts/serve.py only: loads the page again after a build, or shows why there is none.
const STATE = new URL("./state", import.meta.url);
const EVERY = 1000;

/** @type {number | undefined} */
let version;

/** @param {string} problem */
function show(problem) {
  let box = document.querySelector(".live-problem");
  if (!problem) {
    box?.remove();
    return;
  }
  if (!box) {
    box = document.createElement("section");
    box.className = "live-problem";
    box.setAttribute("role", "alert");
    const title = document.createElement("h2");
    title.textContent = "Not built: this is the last good page";
    box.append(title, document.createElement("pre"));
    document.body.append(box);
  }
  const text = box.querySelector("pre");
  if (text && text.textContent !== problem) text.textContent = problem;
}

async function look() {
  try {
    const state = await (await fetch(STATE)).json();
    version ??= state.version;
    // The answers are in the address, so they stay.
    if (state.version !== version) location.reload();
    else show(state.problem);
  } catch {
    // The server has stopped; when it runs again, the page hears of it.
  }
  setTimeout(look, EVERY);
}

look();
