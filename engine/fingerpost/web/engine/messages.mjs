// The messages between the page and the engine's worker, declared once for both.

/**
 * The result of the build: the engine's files, and one id for all of them.
 * @typedef {{ bytes: number, sha256: string }} FileFacts
 * @typedef {{ build: string, wheel: string, files: Record<string, FileFacts>, packages: object }} Manifest
 */

/**
 * The first message to a worker. folder: the address of the engine's files; snapshots: whether it may start from a
 * snapshot, and make one
 * @typedef {{ type: "start", folder?: string, manifest: Manifest, snapshots: boolean }} Start
 */

/**
 * A call of the engine's door.
 * @typedef {{ type: "call", id: number, method: string, payload: string }} Call
 */

/**
 * The door's answer: a JSON text.
 * @typedef {{ type: "answer", id: number, result: string }} Answered
 */

/**
 * Bytes received of the bytes that the engine's files have together.
 * @typedef {{ type: "progress", done: number, total: number }} Progress
 */

/**
 * All files have arrived, and the engine starts from the snapshot of an earlier visit.
 * @typedef {{ type: "restoring" }} Restoring
 */

/** @typedef {{ type: "ready", build: string, restored: boolean }} Ready */

/** @typedef {{ type: "failed", reason: string }} Failed */

/** @typedef {Answered | Progress | Restoring | Ready | Failed} FromWorker */

/** @typedef {"none" | "loading" | "ready" | "failed"} EngineState */

export {};
