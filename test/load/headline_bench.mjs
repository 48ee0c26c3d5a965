// Headline sheets over HTTP in databases of several sizes, side by side: node test/load/headline_bench.mjs SECONDS
// DATABASE ... What stands behind the pages is headline_bench.cpp's.
import {execFileSync, spawn} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const [seconds, ...databases] = process.argv.slice(2);
const rounds = 3;
const binary = 'build/release/rapport';
const ticks = Number(execFileSync('getconf', ['CLK_TCK'], {encoding: 'utf8'}));
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const ask = (file, sql) => execFileSync('sqlite3', [`file:${file}?mode=ro`, sql], {encoding: 'utf8'}).trim();
const formType = 'application/x-www-form-urlencoded';

async function serve(file) {
  const server = spawn(binary, ['serve', '--database-url', `sqlite:${file}`, '--port', '0', '--log-level', 'error'],
                       {stdio: ['ignore', 'pipe', 'inherit']});
  const address = await new Promise((done) => {
    let text = '';
    server.stdout.on('data', (part) => {
      text += part;
      const found = text.match(/http:\/\/\S+/);
      if (found) done(found[0]);
    });
  });
  return {server, address};
}

async function signIn(address, username) {
  const password = process.env.RAPPORT_DEMO_PASSWORD ?? 'heron-pebble-lantern-44';
  const answer = await fetch(`${address}/sign-in`, {
    method: 'POST', redirect: 'manual', headers: {'Content-Type': formType, 'Origin': address},
    body: new URLSearchParams({username, password}),
  });
  if (answer.status !== 303) throw new Error(`sign-in answered ${answer.status}`);
  const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
  const get = (target) => fetch(address + target, {headers: {Cookie: cookie}});
  const csrf = (await (await get('/today')).text()).match(/name="csrf-token" content="([^"]+)"/)[1];
  const post = (target, fields) => fetch(address + target, {
    method: 'POST', redirect: 'manual', headers: {'Cookie': cookie, 'Origin': address, 'Content-Type': formType},
    body: new URLSearchParams({csrf, ...fields}),
  });
  return {cookie, get, post};
}

/** The department with most conversations of last year. */
function busiest(file, year) {
  return ask(file, `select o.slug from interaction_units u join org_units o on o.institution_id = u.institution_id and o.id = u.org_unit_id
    where u.happened_on >= '${year}-08-01' and u.happened_on < '${year + 1}-08-01' group by o.id order by count(*) desc limit 1`);
}

function processorSeconds(pid) {
  const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticks;
}

/** Requests a second at 16 connections, and the server's processor time for one, in milliseconds. */
function load(pid, url, cookie) {
  const before = processorSeconds(pid);
  const text = execFileSync('wrk', ['-t', '1', '-c', '16', '-d', `${seconds}s`, '-H', `Cookie: ${cookie}`, url], {encoding: 'utf8'});
  if (/Non-2xx/.test(text)) throw new Error(`${url} answered with errors`);
  const requests = Number(text.match(/(\d+) requests in/)[1]);
  return {rate: Number(text.match(/Requests\/sec:\s+([\d.]+)/)[1]), processor: 1000 * (processorSeconds(pid) - before) / requests};
}

/** Milliseconds of one answer, the median of some, and its size. */
async function milliseconds(get, target, times = 15) {
  const taken = [];
  let bytes = 0;
  for (let i = 0; i < times; ++i) {
    const begun = performance.now();
    const answer = await get(target);
    bytes = (await answer.arrayBuffer()).byteLength;
    if (answer.status !== 200) throw new Error(`${target} answered ${answer.status}`);
    taken.push(performance.now() - begun);
  }
  return {taken: median(taken), bytes};
}

async function pack(session, year) {
  const begun = performance.now();
  const location = (await session.post(`/headlines/${year}/packs`, {})).headers.get('location');
  for (;;) {
    const text = await (await session.get(location)).text();
    if (text.includes('sheets.zip')) return (performance.now() - begun) / 1000;
    if (!text.includes('data-progress-href')) throw new Error('the pack was not made');
    await new Promise((done) => setTimeout(done, 50));
  }
}

const rounded = (one) => ({rate: median(one.map(({rate}) => rate)), processor: median(one.map(({processor}) => processor))});

async function measure(database) {
  const folder = fs.mkdtempSync(path.join(path.dirname(database), 'run-'));
  const copy = path.join(folder, 'rapport.db');
  fs.copyFileSync(database, copy);
  const now = new Date();
  const year = now.getFullYear() - (now.getMonth() < 7 ? 2 : 1);
  const unit = busiest(copy, year);
  const {server, address} = await serve(copy);
  try {
    const session = await signIn(address, 'rhys');
    const sheet = `/departments/${unit}/headline/${year}`;
    const loads = (target) => rounded(Array.from({length: rounds}, () => load(server.pid, address + target, session.cookie)));
    const draft = loads(`${sheet}?draft=1`);
    const draftPdf = await milliseconds(session.get, `${sheet}.pdf?draft=1`);
    if (!/>Frozen</.test(await (await session.get(sheet)).text())) {
      const answer = await session.post(`${sheet}/freezing`, {version: '0', key: 'bench'});
      if (answer.status !== 303) throw new Error(`freezing answered ${answer.status}`);
    }
    return {
      interactions: Number(ask(database, 'select count(*) from interactions')),
      draft,
      frozen: loads(sheet),
      draftPdf: draftPdf.taken,
      pdf: await milliseconds(session.get, `${sheet}.pdf`),
      png: await milliseconds(session.get, `${sheet}.png`, 5),
      pack: await pack(session, year),
      departments: Number(ask(database, 'select count(*) from org_units o where not exists (select 1 from org_units c where c.parent_id = o.id)')),
    };
  } finally {
    server.kill('SIGTERM');
    await new Promise((done) => server.on('exit', done));
    fs.rmSync(folder, {recursive: true});
  }
}

const all = [];
for (const database of databases) all.push(await measure(database));
const show = (name, wanted, figure, digits = 1) => {
  const cells = all.map((one) => figure(one).toLocaleString('en', {maximumFractionDigits: digits}).padStart(12));
  console.log(`${name.padEnd(40)}${cells.join('')}   ${wanted}`);
};
show('conversations', '', (one) => one.interactions, 0);
show('frozen sheet, requests/s at 16', 'want 500', (one) => one.frozen.rate, 0);
show('frozen sheet, processor ms', '', (one) => one.frozen.processor, 2);
show('draft, requests/s at 16', '', (one) => one.draft.rate, 0);
show('draft, processor ms', '', (one) => one.draft.processor, 2);
show('PDF of a frozen sheet, ms', 'want 150', (one) => one.pdf.taken);
show('PDF of a draft, ms', 'want 150', (one) => one.draftPdf);
show('PDF, KB', '', (one) => one.pdf.bytes / 1024, 0);
show('PNG, ms', '', (one) => one.png.taken);
show('departments', '', (one) => one.departments, 0);
show('pack of them, s', 'want 10 of 40', (one) => one.pack, 2);
console.log(`${os.cpus().length} cores, ${os.cpus()[0].model}, load ${os.loadavg().map((one) => one.toFixed(1)).join(' ')}; medians of ${rounds} rounds`);
