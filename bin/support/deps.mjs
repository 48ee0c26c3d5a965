// Prints which folder of src/ includes which, and refuses an arrow that points up the house.
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const usage = `usage: bin/deps

Prints one line "folder -> folder" for every pair where the first includes a file of the second, sorted.
Tests are left out. Ends with 1 when an arrow breaks the order of ARCHITECTURE.md.
docs/dependencies.txt is the golden copy; bin/golden writes it.`;

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

// What each folder of the floor may use.
const floor = {
  base: [],
  html: ['base'],
  http: ['base'],
  json: ['base'],
  spreadsheet: ['base'],
  db: ['base'],
  scope: ['db', 'base'],
  audit: ['scope', 'db', 'json', 'base'],
  ui: ['scope', 'db', 'html', 'http', 'json', 'base'],
};
// Each chapter may use the floor and the chapters before it.
const chapters = ['organisation', 'staff', 'people', 'interactions', 'bumps', 'relationships', 'measures', 'plans'];
// Readers use all of these, and nobody but the top uses a reader.
const readers = ['profiles', 'reports', 'headlines', 'search', 'exchange', 'governance'];
const top = ['demo', 'app', 'main'];

function allowed(folder) {
  if (folder in floor) return floor[folder];
  const all = Object.keys(floor);
  if (chapters.includes(folder)) return [...all, ...chapters.slice(0, chapters.indexOf(folder))];
  if (readers.includes(folder)) return [...all, ...chapters];
  if (folder === 'demo') return [...all, ...chapters];
  if (folder === 'app') return [...all, ...chapters, ...readers, 'demo'];
  if (folder === 'main') return ['app'];
  return null;
}

function sources(folder) {
  return fs.readdirSync(folder, {withFileTypes: true})
      .flatMap((entry) => entry.isDirectory() ? sources(path.join(folder, entry.name)) : path.join(folder, entry.name))
      .filter((file) => /\.[ch]pp$/.test(file) && !/_test\.[ch]pp$/.test(file));
}

/** The folder that a file belongs to: src/people/person.hpp is people's, db/demo is demo's. */
function folderOf(file) {
  const parts = path.relative(root, file).split(path.sep);
  if (parts[0] === 'db') return parts[1];
  return parts.length === 2 ? 'main' : parts[1];
}

function arrows() {
  const found = new Map();
  for (const file of [...sources(path.join(root, 'src')), ...sources(path.join(root, 'db'))]) {
    for (const [, to] of fs.readFileSync(file, 'utf8').matchAll(/^#include "([a-z_]+)\//gm)) {
      const from = folderOf(file);
      if (from !== to && !found.has(`${from} -> ${to}`)) found.set(`${from} -> ${to}`, {from, to, file});
    }
  }
  return found;
}

if (process.argv.length > 2) {
  const asked = ['-h', '--help'].includes(process.argv[2]);
  console[asked ? 'log' : 'error'](usage);
  process.exit(asked ? 0 : 2);
}

const found = arrows();
for (const arrow of [...found.keys()].sort()) console.log(arrow);
for (const [arrow, {from, to, file}] of found) {
  const may = allowed(from);
  if (may !== null && may.includes(to)) continue;
  const why = may === null ? `${from} has no place in the order yet: give it one in bin/support/deps.mjs` : 'the order forbids it';
  console.error(`${path.relative(root, file)}: ${arrow}: ${why}`);
  process.exitCode = 1;
}
