// The messages between the page and the engine's worker, declared once for both.

/**
 * A call of the engine's one door.
 * @typedef {{ id: number, method: string, payload: string }} Call
 */

/**
 * The door's answer: a JSON text.
 * @typedef {{ type: "answer", id: number, result: string }} Answered
 */

/**
 * Bytes received of the bytes that the engine's files have together.
 * @typedef {{ type: "progress", done: number, total: number }} Progress
 */

/** @typedef {{ type: "ready" }} Ready */

/** @typedef {{ type: "failed", reason: string }} Failed */

/** @typedef {Answered | Progress | Ready | Failed} FromWorker */

/** @typedef {"none" | "loading" | "ready" | "failed"} EngineState */

export {};
