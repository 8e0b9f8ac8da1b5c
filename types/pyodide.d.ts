// The build puts Pyodide beside the engine's worker; here it is only in node_modules.
declare module "*/pyodide.mjs" {
  export { loadPyodide } from "pyodide";
}
