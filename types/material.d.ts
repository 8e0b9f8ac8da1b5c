// What Material for MkDocs puts on the window for scripts of the site.
interface Window {
  /** Tells of each page that is shown, the first one included; missing without Material's script. */
  document$?: { subscribe(listener: () => void): void };
}
