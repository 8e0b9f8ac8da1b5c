// Draws graphs in the language DOT with Graphviz, and prints what it has read: node draw.mjs < files.json
import { instance } from "@viz-js/viz";

const viz = await instance();
let text = "";
for await (const part of process.stdin) {
  text += part;
}
const drawn = JSON.parse(text).map((source) => {
  const { status, output, errors } = viz.render(source, { format: "json" });
  const svg = viz.render(source, { format: "svg" });
  return { status, errors: [...errors, ...svg.errors], graph: JSON.parse(output ?? "null"), svg: svg.output };
});
process.stdout.write(JSON.stringify(drawn));
