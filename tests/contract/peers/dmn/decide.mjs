// Decides by DMN files: reads {files: [{xml, decision, cases: [variables]}]} and writes {warnings, results} for each.
import {readFileSync} from "node:fs";
import {DmnModdle} from "dmn-moddle";
import {evaluate, unaryTest} from "feelin";

/** Return the result of a decision, and of those that it requires, once each. */
function decide(elements, name, variables) {
  const known = new Map();

  function result(decision) {
    if (!known.has(decision.id)) {
      const context = {...variables};
      for (const {requiredDecision} of decision.informationRequirement ?? []) {
        if (requiredDecision) {
          const other = elements[requiredDecision.href.slice(1)];
          context[other.variable.name] = result(other);
        }
      }
      known.set(decision.id, tableResult(decision.decisionLogic, context));
    }
    return known.get(decision.id);
  }

  return result(Object.values(elements).find((each) => each.$type === "dmn:Decision" && each.name === name));
}

/** Return the result of the one rule that fits, null if none does. */
function tableResult(table, context) {
  if (table.hitPolicy !== "UNIQUE") throw new Error(`hit policy ${table.hitPolicy}`);
  const inputs = (table.input ?? []).map((each) => value(evaluate(each.inputExpression.text, context)));
  const fitting = table.rule.filter((rule) => (rule.inputEntry ?? []).every(({text}, at) => fits(text, inputs[at])));
  if (fitting.length > 1) throw new Error(`${table.id}: ${fitting.map((rule) => rule.id)} fit all`);
  return fitting.length ? value(evaluate(fitting[0].outputEntry[0].text, context)) : null;
}

const tested = new Map();

/** Return whether a cell fits a value. A cell of our files names no variable, so each is tested with each value once. */
function fits(text, input) {
  const key = JSON.stringify([text, input]);
  if (!tested.has(key)) tested.set(key, value(unaryTest(text, {"?": input})) === true);
  return tested.get(key);
}

function value({value: found, warnings}) {
  if (warnings.length) throw new Error(JSON.stringify(warnings));
  return found;
}

const moddle = new DmnModdle();
const answers = [];
for (const {xml, decision, cases} of JSON.parse(readFileSync(0, "utf8")).files) {
  const {elementsById, warnings} = await moddle.fromXML(xml);
  const results = cases.map((variables) => decide(elementsById, decision, variables));
  answers.push({warnings: warnings.map((each) => each.message), results});
}
console.log(JSON.stringify(answers));
