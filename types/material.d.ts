// What Material for MkDocs puts on the window for scripts of the site.
interface Window {
  /** Tells of each page that is shown, the first one included; missing without Material's script. */
  document$?: { subscribe(listener: () => void): void };
  /** Tells of each page that is about to be fetched and shown, and takes the address of one to fetch. */
  location$?: { subscribe(listener: (page: URL) => void): void; next(page: URL): void };
}
