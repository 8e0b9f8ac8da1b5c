// The build writes it beside the engine's files: what they are, for the page and the worker.
declare module "*/manifest.mjs" {
  export const manifest: import("../engine/fingerpost/web/engine/messages.mjs").Manifest;
}
