// The build puts it into the page's script: what the engine's files are.
declare module "fingerpost-manifest" {
  export const manifest: import("../engine/fingerpost/web/engine/messages.mjs").Manifest;
}
