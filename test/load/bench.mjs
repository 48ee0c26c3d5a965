// Serves a filled database and measures it with wrk: node test/load/bench.mjs DATABASE SECONDS
import {execFileSync, spawn} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const [database, seconds = '6'] = process.argv.slice(2);
const binary = 'build/release/rapport';
const folder = fs.mkdtempSync(path.join(path.dirname(database), 'run-'));
const copy = path.join(folder, 'rapport.db');
fs.copyFileSync(database, copy);
const sql = (text) => execFileSync('sqlite3', [copy, text], {encoding: 'utf8'}).trim();
const ticks = Number(execFileSync('getconf', ['CLK_TCK'], {encoding: 'utf8'}));
const show = (name, text) => console.log(`${name.padEnd(34)} ${text}`);
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** Starts the server; how long until its first page is part of the figures. */
async function serve() {
  const begun = performance.now();
  const server = spawn(binary, ['serve', '--database-url', `sqlite:${copy}`, '--port', '0', '--log-level', 'error'],
                       {stdio: ['ignore', 'pipe', 'inherit']});
  const address = await new Promise((done) => {
    let text = '';
    server.stdout.on('data', (part) => {
      text += part;
      const found = text.match(/http:\/\/\S+/);
      if (found) done(found[0]);
    });
  });
  await fetch(`${address}/sign-in`).then((answer) => answer.text());
  return {server, address, started: performance.now() - begun};
}

/** Signs a demo librarian in through the form, as a browser does. */
async function signIn(address) {
  const password = process.env.RAPPORT_DEMO_PASSWORD ?? 'heron-pebble-lantern-44';
  const answer = await fetch(`${address}/sign-in`, {
    method: 'POST', redirect: 'manual',
    headers: {'Content-Type': 'application/x-www-form-urlencoded', 'Origin': address},
    body: new URLSearchParams({username: 'nadia', password}),
  });
  if (answer.status !== 303) throw new Error(`sign-in answered ${answer.status}`);
  return answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
}

const processorSeconds = (pid) => {
  const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticks;
};

function wrk(pid, url, {connections = 16, headers = [], script} = {}) {
  const before = processorSeconds(pid);
  const args = ['-t', '1', '-c', String(connections), '-d', `${seconds}s`, '--latency'];
  for (const header of headers) args.push('-H', header);
  if (script) args.push('-s', script);
  const text = execFileSync('wrk', [...args, url], {encoding: 'utf8'});
  const spent = processorSeconds(pid) - before;
  const number = (pattern) => Number(text.match(pattern)?.[1] ?? NaN);
  const [, p99, unit] = text.match(/99%\s+([\d.]+)(us|ms|s)/) ?? [];
  const requests = number(/(\d+) requests in/);
  return {
    rate: number(/Requests\/sec:\s+([\d.]+)/), requests, micros: 1e6 * spent / requests,
    p99: Number(p99) * {us: 0.001, ms: 1, s: 1000}[unit], bad: number(/Non-2xx or 3xx responses: (\d+)/) || 0,
  };
}

const {server, address, started} = await serve();
try {
  const cookie = `Cookie: ${await signIn(address)}`;
  const gzip = 'Accept-Encoding: gzip';
  const fetchSigned = (target, extra = {}) => fetch(address + target, {headers: {Cookie: cookie.slice(8), ...extra}});
  show('start to first page', `${started.toFixed(0)} ms (want 300 or less)`);

  // A person with well over fifty conversations, but not the busiest of all.
  const slug = sql(`select slug from persons where id = (select person_id from interaction_persons group by person_id
                    having count(*) between 110 and 140 order by person_id limit 1)`);
  const target = `/people/${slug}`;
  const plain = wrk(server.pid, `${address}/livez`);
  show('plain answer, 16 connections', `${plain.rate.toFixed(0)}/s, ${plain.micros.toFixed(0)} us of processor time`);
  for (const [name, headers] of [['person page', [cookie]], ['person page, gzip', [cookie, gzip]]]) {
    const page = wrk(server.pid, address + target, {headers});
    show(name, `${page.rate.toFixed(0)}/s = ${(100 * page.rate / plain.rate).toFixed(1)} % of plain (want 5), ` +
         `${page.micros.toFixed(0)} us (want 400), p99 ${page.p99} ms at 16 (want 15), ${page.bad} bad`);
  }
  const alone = wrk(server.pid, address + target, {headers: [cookie, gzip], connections: 1});
  show('person page, 1 connection', `p99 ${alone.p99} ms (want 5)`);
  const sent = execFileSync('curl', ['-s', '-H', cookie, '-H', gzip, '-o', '/dev/null', '-w', '%{size_download}', address + target],
                            {encoding: 'utf8'});
  show('person page, compressed', `${(Number(sent) / 1024).toFixed(1)} KB (want 25)`);
  const etag = (await fetchSigned(target)).headers.get('etag');
  const same = wrk(server.pid, address + target, {headers: [cookie, `If-None-Match: ${etag}`]});
  show('unchanged, 304', `${same.rate.toFixed(0)}/s = ${(100 * same.rate / plain.rate).toFixed(1)} % of plain (want 30)`);

  const rare = sql(`select note from interactions where length(note) > 40 order by id limit 1`).match(/[A-Za-z]{9,}/)?.[0] ?? 'repository';
  for (const [name, words] of [['a rarer word', rare], ['a common word', 'students'], ['two words', 'students library'], ['two letters', 'pl']]) {
    const found = wrk(server.pid, `${address}/find?partial=1&q=${encodeURIComponent(words)}`, {headers: [cookie], connections: 1});
    show(`find ${name}`, `p99 ${found.p99} ms (want 10), ${found.micros.toFixed(0)} us, ${found.bad} bad`);
  }

  const page = await fetchSigned('/today').then((answer) => answer.text());
  const csrf = page.match(/name="csrf-token" content="([^"]+)"/)[1];
  const name = sql(`select full_name from persons where slug = '${slug}'`);
  const script = path.join(folder, 'preview.lua');
  const line = encodeURIComponent(`met @${name} corridor re #reading-lists 10m placement students locked out -> send price Fri`);
  fs.writeFileSync(script, `wrk.method = "POST"\nwrk.body = "line=${line}"\n` +
    `wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"\nwrk.headers["X-CSRF-Token"] = "${csrf}"\nwrk.headers["Origin"] = "${address}"\n`);
  const preview = wrk(server.pid, `${address}/capture/preview`, {headers: [cookie], connections: 1, script});
  show('capture preview', `p99 ${preview.p99} ms (want 5), ${preview.bad} bad`);

  let bytes = 0;
  const size = (url) => Number(execFileSync('curl', ['-s', '-H', cookie, '-H', 'Accept-Encoding: br, gzip', '-o', '/dev/null', '-w', '%{size_download}', url], {encoding: 'utf8'}));
  for (const asset of new Set(['/today', ...[...page.matchAll(/(?:href|src)="(\/assets\/[^"#]+)/g)].map((found) => found[1])])) bytes += size(address + asset);
  show('first visit of Today', `${(bytes / 1024).toFixed(0)} KB in all (want 160)`);
  const status = fs.readFileSync(`/proc/${server.pid}/status`, 'utf8');
  show('anonymous memory', `${(Number(status.match(/RssAnon:\s+(\d+)/)[1]) / 1024).toFixed(0)} MB (want 100)`);
} finally {
  server.kill('SIGTERM');
  await new Promise((done) => server.on('exit', done));
}

// 20,000 people from a spreadsheet into an empty library
const csv = path.join(folder, 'people.csv');
const rows = ['Name,Email,Staff number,Department,Post'];
for (let i = 0; i < 20000; ++i) rows.push(`Person${i} Made-Up${i % 977},person${i}@made-up.example,S${i},Department ${i % 40},Lecturer`);
fs.writeFileSync(csv, rows.join('\n'));
const departments = path.join(folder, 'departments.csv');
fs.writeFileSync(departments, ['Name,Kind', ...Array.from({length: 40}, (_, i) => `Department ${i},department`)].join('\n'));
const empty = `sqlite:${path.join(folder, 'import.db')}`;
execFileSync(binary, ['import', 'departments', departments, '--database-url', empty]);
const begun = performance.now();
const said = execFileSync(binary, ['import', 'people', csv, '--database-url', empty], {encoding: 'utf8'}).split('\n')[0];
show('CSV import of 20,000 people', `${((performance.now() - begun) / 1000).toFixed(2)} s (want 5): ${said}`);

const bare = path.join(folder, 'bare.db');
fs.copyFileSync(database, bare);
console.log(execFileSync('build/release/log_bench', [copy, bare], {encoding: 'utf8'}).trim());
fs.rmSync(folder, {recursive: true});
console.log(`${os.cpus().length} cores, ${os.cpus()[0].model}`);
