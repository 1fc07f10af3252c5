// Evaluates modules in a context that has the globals of the language and no others. Called by globals.test.ts.
import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import vm from "node:vm";

const context = vm.createContext({});
const modules = new Map();

/** Node's own modules and those that a package names are given as they are. */
async function outer(specifier) {
  const values = await import(specifier);
  const names = Object.keys(values);
  return new vm.SyntheticModule(
    names,
    function () {
      for (const name of names) this.setExport(name, values[name]);
    },
    { context },
  );
}

function inner(file) {
  const known = modules.get(file);
  if (known) return known;
  const module = new vm.SourceTextModule(readFileSync(file, "utf8"), { context, identifier: file });
  modules.set(file, module);
  return module;
}

async function link(specifier, { identifier }) {
  if (specifier.startsWith("node:")) return outer(specifier);
  if (specifier.startsWith(".")) return inner(fileURLToPath(new URL(specifier, pathToFileURL(identifier))));
  return inner(fileURLToPath(import.meta.resolve(specifier)));
}

for (const file of process.argv.slice(2)) {
  const module = inner(file);
  await module.link(link);
  await module.evaluate();
  process.stdout.write(`${Object.keys(module.namespace).length} exports\n`);
}
