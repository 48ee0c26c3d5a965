// Prints the ten longest files and the ten longest functions of src/ and db/. A look, not a rule: it fails
// on nothing. A function is what clang-format leaves as a line that ends in "{" at the depth of a namespace
// or a class, up to the brace that closes it.
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

function sources(folder) {
  return fs.readdirSync(folder, {withFileTypes: true})
      .flatMap((entry) => entry.isDirectory() ? sources(path.join(folder, entry.name)) : path.join(folder, entry.name))
      .filter((file) => /\.[ch]pp$/.test(file));
}

const holdsFunctions = /^\s*(template\b.*)?\s*(inline\s+)?(namespace|class|struct|union|enum|extern "C")\b[^()]*$/;

/** Functions of one file as {name, lines}. Strings, raw strings and comments are blanked first. */
function functions(text) {
  const blank = (part) => part.replace(/[^\n]/g, ' ');
  const code = text.replace(/R"(\w*~?\w*)\(([\s\S]*?)\)\1"|\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'/g, blank);
  const found = [];
  const open = [];
  let head = '';
  let line = 1;
  let headLine = 1;
  for (const sign of code) {
    if (sign === '\n') ++line;
    if (sign === '{') {
      const isInside = open.some(({isFunction}) => isFunction);
      const isFunction = !isInside && head.includes('(') && !holdsFunctions.test(head);
      open.push({isFunction, head, line: headLine});
    } else if (sign === '}') {
      const closed = open.pop();
      if (closed?.isFunction) found.push({name: closed.head.trim().replace(/\s+/g, ' '), lines: line - closed.line + 1});
    }
    if ('{};'.includes(sign)) {
      head = '';
    } else {
      if (head.trim() === '') headLine = line;
      head += sign;
    }
  }
  return found;
}

const files = ['src', 'db'].flatMap((folder) => sources(path.join(root, folder)));
const texts = files.map((file) => ({file: path.relative(root, file), text: fs.readFileSync(file, 'utf8')}));
const byLines = (a, b) => b.lines - a.lines;

console.log('The ten longest files:');
for (const {file, lines} of texts.map(({file, text}) => ({file, lines: text.split('\n').length - 1})).sort(byLines).slice(0, 10))
  console.log(`${String(lines).padStart(6)}  ${file}`);

console.log('The ten longest functions:');
const all = texts.flatMap(({file, text}) => functions(text).map((found) => ({file, ...found}))).sort(byLines);
for (const {file, name, lines} of all.slice(0, 10))
  console.log(`${String(lines).padStart(6)}  ${file}: ${name.slice(0, 90)}`);
const over = all.filter(({lines}) => lines > 40).length;
console.log(`${all.length} functions, median ${all[all.length >> 1]?.lines ?? 0} lines, ${over} over 40.`);
