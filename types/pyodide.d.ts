// The build puts Pyodide into the engine's worker, trimmed; here it is only in node_modules.
declare module "fingerpost-pyodide" {
  export { loadPyodide } from "pyodide";
}
