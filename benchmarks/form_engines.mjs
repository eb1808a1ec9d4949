// Times @getodk/xforms-engine on a form: node form_engines.mjs PACKAGES FORM.xml
// PACKAGES is a folder with node_modules that holds the engine and jsdom.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [packages, formPath] = process.argv.slice(2);
const require = createRequire(pathToFileURL(packages + '/x.js'));
const { JSDOM } = require('jsdom');
const { window } = new JSDOM('<!doctype html>');
for (const name of Object.getOwnPropertyNames(window)) {
  if (/^[A-Z]/.test(name) && !(name in globalThis)) globalThis[name] = window[name];
}
for (const name of ['DOMParser', 'XMLSerializer', 'Node', 'Document', 'Element', 'Text']) {
  globalThis[name] = window[name];
}
globalThis.document = window.document;
// The engine's parser takes Node for CommonJS.
globalThis.__dirname = packages;
globalThis.require = require;
const log = console.log;
console.warn = console.error = console.debug = () => {};
const root = packages + '/node_modules/@getodk/xforms-engine/dist/index.js';
const { loadForm } = await import(pathToFileURL(root));

const xml = readFileSync(formPath, 'utf8');
const timed = async (times, work) => {
  const start = performance.now();
  const done = await work();
  times.push(performance.now() - start);
  return done;
};
const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];

const opening = [];
const members = [];
let instance;
for (let n = 0; n < 3; n++) {
  instance = await timed(opening, async () => {
    const form = await loadForm(xml);
    if (form.status === 'failure') throw form.error;
    return form.createInstance();
  });
}
const range = instance.root.currentState.children.find((one) => one.nodeType.startsWith('repeat-range'));
for (let n = 0; n < 20; n++) {
  await timed(members, () => {
    range.addInstances(range.currentState.children.length - 1);
    const added = range.currentState.children.at(-1);
    const asked = added.currentState.children.filter((one) => one.nodeType === 'input' && !one.currentState.readonly);
    for (const [at, one] of asked.entries()) one.setValue(String(at + 4));
  });
}
log(JSON.stringify({ open: median(opening), member: median(members) }));
process.exit(0);
