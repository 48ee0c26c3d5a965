// Checks every link and picture of the Markdown files that stays in this repository: the file must be
// there, and the heading too. Addresses on the web are not fetched.
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const skipped = new Set(['node_modules', 'build', 'var', '.git']);

function markdownFiles(folder) {
  return fs.readdirSync(folder, {withFileTypes: true}).flatMap((entry) => {
    if (skipped.has(entry.name)) return [];
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? markdownFiles(file) : file.endsWith('.md') ? [file] : [];
  });
}

const withoutCode = (text) => text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');

/** The anchors that a page of Markdown offers: "## Two words" is #two-words. */
function anchors(file) {
  const text = fs.readFileSync(file, 'utf8').replace(/^```[\s\S]*?^```/gm, '');
  return new Set([...text.matchAll(/^#{1,6}\s+(.+)$/gm)].map(
      ([, words]) => words.toLowerCase().replace(/[`*]/g, '').replace(/[^\p{L}\p{N}\s_-]/gu, '').trim().replace(/\s/g, '-')));
}

function fault(from, link) {
  if (/^[a-z][a-z0-9+.-]*:/i.test(link)) return null;
  const [target, anchor] = link.split('#');
  const file = target === '' ? from : path.resolve(path.dirname(from), decodeURIComponent(target));
  if (!fs.existsSync(file)) return 'is not there';
  if (anchor && file.endsWith('.md') && !anchors(file).has(anchor)) return 'has no such heading';
  return null;
}

let passed = 0;
let failed = 0;
for (const file of markdownFiles(root)) {
  for (const [, link] of withoutCode(fs.readFileSync(file, 'utf8')).matchAll(/\]\(([^)\s]+)\)/g)) {
    const why = fault(file, link);
    if (why) console.error(`${path.relative(root, file)}: ${link} ${why}`);
    why ? ++failed : ++passed;
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
