// Serves a filled database and measures what is promised of it: node test/load/bench.mjs DATABASE SECONDS
// The bare program and its copy are log_bench.cpp's. README.md says how to read the figures.
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import {chromium} from 'playwright-core';

import {binary, copied, copyFile, formType, processorSeconds, serve, signIn, stop} from './served.mjs';

const [database, seconds = '6'] = process.argv.slice(2);
const {folder, copy} = copied(database);
const gzip = 'Accept-Encoding: gzip';

const show = (name, text) => console.log(`${name.padEnd(34)} ${text}`);
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const sql = (...statements) => execFileSync('sqlite3', [copy, ...statements], {encoding: 'utf8'}).trim();
const cookieOf = (session) => `Cookie: ${session.cookie}`;
const secondsSince = (begun) => (performance.now() - begun) / 1000;

// The server --------------------------------------------------------------------------------------

/** Starts the server and waits for its first page: that time is one of the figures. */
async function serveTimed() {
  const begun = performance.now();
  const {server, address} = await serve(copy);
  await fetch(`${address}/sign-in`).then((answer) => answer.text());
  return {server, address, started: performance.now() - begun};
}

const anonymousMegabytes = (pid) =>
  Number(fs.readFileSync(`/proc/${pid}/status`, 'utf8').match(/RssAnon:\s+(\d+)/)[1]) / 1024;

// Load --------------------------------------------------------------------------------------------

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
    p99: Number(p99) * {us: 0.001, ms: 1, s: 1000}[unit],
    bad: (number(/Non-2xx or 3xx responses: (\d+)/) || 0) + (number(/timeout (\d+)/) || 0),
  };
}

/** A script of wrk that posts each of the bodies in turn; in a body, COUNT stands for a number used once. */
function posting(name, person, bodies) {
  const script = path.join(folder, `${name}.lua`);
  const quoted = bodies.map((body) => JSON.stringify(body)).join(', ');
  fs.writeFileSync(script, `
local bodies = {${quoted}}
local count = 0
local headers = {["Content-Type"] = "${formType}", ["X-CSRF-Token"] = "${person.csrf}", ["Origin"] = "${person.address}",
  ["Cookie"] = "${person.cookie}"}  -- these take the place of those on the command line
function request()
  count = count + 1
  local body = bodies[count % #bodies + 1]:gsub("COUNT", tostring(count))
  return wrk.format("POST", nil, headers, body)
end
`);
  return script;
}

const sizeOf = (url, headers) =>
  Number(execFileSync('curl', ['-s', ...headers.flatMap((header) => ['-H', header]), '-o', '/dev/null', '-w', '%{size_download}', url],
                      {encoding: 'utf8'}));

// The figures -------------------------------------------------------------------------------------

/** The same server's smallest answer: about 200 bytes with its headers, nothing looked up. */
function measurePlain({pid, address}) {
  const head = execFileSync('curl', ['-s', '-i', `${address}/livez`]);
  const plain = wrk(pid, `${address}/livez`);
  show('plain answer, 16 connections', `${plain.rate.toFixed(0)}/s, ${plain.micros.toFixed(0)} us, ${head.length} bytes with its headers`);
  return plain;
}

/** Somebody with well over fifty conversations, but not the busiest of all. */
const usualPerson = () => sql(`select slug from persons where id = (select person_id from interaction_persons
  group by person_id having count(*) between 110 and 140 order by person_id limit 1)`);

async function measurePersonPage({pid, address}, nadia, plain) {
  const target = `/people/${usualPerson()}`;
  for (const [name, headers] of [['person page', []], ['person page, gzip', [gzip]]]) {
    for (const connections of [1, 16]) {
      const page = wrk(pid, address + target, {headers: [cookieOf(nadia), ...headers], connections});
      const share = connections === 16 ? `${page.rate.toFixed(0)}/s = ${(100 * page.rate / plain.rate).toFixed(1)} % of plain (want 5), ` : '';
      show(`${name}, ${connections} connections`, `${share}${page.micros.toFixed(0)} us (want 400), ` +
           `p99 ${page.p99} ms (want ${connections === 1 ? 5 : 15}), ${page.bad} bad`);
    }
  }
  const shown = await (await nadia.get(target)).text();
  const rows = shown.match(/<li data-row/g).length;
  show('person page, compressed', `${(sizeOf(address + target, [cookieOf(nadia), gzip]) / 1024).toFixed(1)} KB (want 25), ${rows} conversations`);
  const etag = (await nadia.get(target)).headers.get('etag');
  const same = wrk(pid, address + target, {headers: [cookieOf(nadia), `If-None-Match: ${etag}`]});
  show('unchanged, 304', `${same.rate.toFixed(0)}/s = ${(100 * same.rate / plain.rate).toFixed(1)} % of plain (want 30)`);
}

/** Words by the share of notes that hold them, asked of the index itself. */
function wordsOfTheIndex() {
  const vocabulary = 'create virtual table temp.v using fts5vocab(main, interaction_words, row)';
  const notes = Number(sql('select count(*) from interactions where withdrawn_at is null'));
  const nearest = (share, more = '') => {
    const [word, documents] = sql(vocabulary, `select term, doc from v where length(term) between 4 and 12
      and term not glob '*[^a-z]*' ${more} order by abs(doc - ${share * notes}) limit 1`).split('|');
    return {word, share: `${(100 * documents / notes).toFixed(documents > notes / 100 ? 0 : 4)} % of notes`};
  };
  const common = nearest(0.3);
  const second = nearest(0.3, `and term <> '${common.word}' and substr(term, 1, 4) <> substr('${common.word}', 1, 4)`);
  const [letters] = sql(vocabulary, `select substr(term, 1, 2) from v where term glob '[a-z][a-z]*'
    group by 1 order by sum(doc) desc limit 1`).split('|');
  return {rare: nearest(20 / notes), common, second, letters};
}

function measureFind({pid, address}, nadia) {
  const {rare, common, second, letters} = wordsOfTheIndex();
  for (const [name, words, share] of [['a rare word', rare.word, rare.share], ['a common word', common.word, common.share],
                                      ['two words', `${common.word} ${second.word}`, `${common.share} and ${second.share}`],
                                      ['the commonest two letters', letters, 'a beginning']]) {
    const found = wrk(pid, `${address}/find?q=${encodeURIComponent(words)}`, {headers: [cookieOf(nadia), gzip], connections: 1});
    show(`find ${name}`, `p99 ${found.p99} ms (want 10), ${found.micros.toFixed(0)} us, ${found.bad} bad: ${words}, ${share}`);
  }
}

/** Names as this university has them, given and family names put together anew. */
function newPeople(count) {
  const names = sql('select full_name from persons order by id').split('\n').map((name) => name.split(' '));
  const rows = ['Name,Email,Staff number'];
  for (let i = 0; i < count; ++i)
    rows.push(`${names[i % names.length][0]} ${names[(i * 7 + 13) % names.length].at(-1)},new${i}@made-up.example,BENCH-${i}`);
  return rows.join('\n');
}

/** The spreadsheet that a library kept: some 150 bytes a line. */
function newConversations(count) {
  const names = sql(`select full_name from persons where left_on is null and merged_into is null
    group by full_name having count(*) = 1 order by min(id) limit 5000`).split('\n');
  const rows = ['Date,Kind,Academics,Note,Place,Minutes,Begun by'];
  for (let i = 0; i < count; ++i) {
    const day = new Date(Date.UTC(2019, 8, 1) + i % 2400 * 86400000).toISOString().slice(0, 10);
    rows.push(`${day},Meeting,${names[i * 7 % names.length]},"Placement students were ""locked out"" of the database, asked for longer loans, no. ${i}",` +
              `Library café,${15 + i % 4 * 15},${i % 2 ? 'us' : 'them'}`);
  }
  return rows.join('\r\n');
}

/** Through the pages of the running server: upload, columns as guessed, tried where that is wanted, run, wait. Seconds of the run. */
async function importThroughPages(alastair, kind, text, {isTried = false} = {}) {
  const form = new FormData();
  form.set('kind', kind);
  form.set('file', new Blob([text], {type: 'text/csv'}), `${kind}.csv`);
  form.set('csrf', alastair.csrf);
  const columns = (await alastair.post('/import', form)).headers.get('location');
  const place = columns.replace('/columns', '');
  if (isTried) {
    await (await alastair.get(columns)).text();
    await (await alastair.get(place)).text();
  }
  const begun = performance.now();
  await alastair.post(`${place}/run`, new URLSearchParams());
  while ((await (await alastair.get(place)).text()).includes('data-progress')) await sleep(50);
  return secondsSince(begun);
}

async function measureLargeImport({pid}, alastair) {
  const text = newConversations(200_000);
  const before = anonymousMegabytes(pid);
  let most = before;
  const watch = setInterval(() => { most = Math.max(most, anonymousMegabytes(pid)); }, 5);
  const taken = await importThroughPages(alastair, 'interactions', text, {isTried: true});
  clearInterval(watch);
  show('CSV of 200,000 conversations', `anonymous memory ${most.toFixed(0)} MB at most, ${before.toFixed(0)} MB before; ` +
       `${(Buffer.byteLength(text) / 1e6).toFixed(0)} MB in ${taken.toFixed(0)} s`);
}

function measurePreview({pid, address}, nadia) {
  const names = sql('select full_name from persons where left_on is null order by id limit 40 offset 500').split('\n');
  const rests = [' corridor re #reading-lists 10m placement students locked out -> send price Fri', ' 5m thesis drop-ins', ''];
  const bodies = names.map((name, i) => `line=${encodeURIComponent(`met @${i % 4 === 3 ? name.split(' ').at(-1) : name}${rests[i % 3]}`)}`);
  const preview = wrk(pid, `${address}/capture/preview`, {headers: [cookieOf(nadia)], connections: 1, script: posting('preview', nadia, bodies)});
  const people = sql('select count(*) from persons');
  show('capture preview', `p99 ${preview.p99} ms (want 5), ${preview.micros.toFixed(0)} us, ${preview.bad} bad, ${people} names`);
}

function measureWriters({pid, address}, nadia) {
  const name = encodeURIComponent(sql('select full_name from persons where left_on is null order by id limit 1'));
  const body = `line=met+%40${name}+placement+students+locked+out+COUNT&key=bench-${process.pid}-COUNT`;
  const before = Number(sql('select count(*) from interactions'));
  const written = wrk(pid, `${address}/capture`, {headers: [cookieOf(nadia)], connections: 64, script: posting('log', nadia, [body])});
  const rows = Number(sql('select count(*) from interactions')) - before;
  show('64 writers over HTTP', `${written.rate.toFixed(0)}/s, p99 ${written.p99} ms (want 250), ${written.bad} failed, ${rows} rows for ${written.requests} answers`);
}

/** What a browser with nothing kept fetches for Today: the bytes on the wire, until it has been quiet for a moment. */
async function measureFirstVisit({address}, nadia) {
  const browser = await chromium.launch({executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox']});
  try {
    const context = await browser.newContext({serviceWorkers: 'block'});
    const cookies = nadia.cookie.split('; ').map((one) => one.split('='));
    await context.addCookies(cookies.map(([name, value]) => ({name, value, url: address})));
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    await network.send('Network.enable');
    const fetched = [];
    network.on('Network.loadingFinished', ({encodedDataLength}) => fetched.push(encodedDataLength));
    await page.goto(`${address}/today`, {waitUntil: 'networkidle'});
    const bytes = fetched.reduce((sum, one) => sum + one, 0);
    show('first visit of Today', `${(bytes / 1024).toFixed(0)} KB in ${fetched.length} requests of a browser (want 160)`);
  } finally {
    await browser.close();
  }
}

function measureImportFile() {
  const empty = `sqlite:${path.join(folder, 'import.db')}`;
  const departments = path.join(folder, 'departments.csv');
  fs.writeFileSync(departments, ['Name,Kind', ...Array.from({length: 40}, (_, i) => `Department ${i},department`)].join('\n'));
  execFileSync(binary, ['import', 'departments', departments, '--database-url', empty]);
  const people = path.join(folder, 'people.csv');
  const rows = ['Name,Email,Staff number,Department,Post'];
  for (let i = 0; i < 20000; ++i) rows.push(`Person${i} Made-Up${i % 977},person${i}@made-up.example,S${i},Department ${i % 40},Lecturer`);
  fs.writeFileSync(people, rows.join('\n'));
  const begun = performance.now();
  const said = execFileSync(binary, ['import', 'people', people, '--database-url', empty], {encoding: 'utf8'}).split('\n')[0];
  show('CSV of 20,000 people, empty', `${secondsSince(begun).toFixed(2)} s (want 5): ${said}`);
}

async function measureServer() {
  const {server, address, started} = await serveTimed();
  const served = {pid: server.pid, address};
  try {
    show('start to first page', `${started.toFixed(0)} ms (want 300)`);
    const nadia = await signIn(address, 'nadia');
    const plain = measurePlain(served);
    await measurePersonPage(served, nadia, plain);
    measureFind(served, nadia);
    await measureFirstVisit(served, nadia);
    const alastair = await signIn(address, 'alastair');
    show('CSV of 10,000 more, while serving', `${(await importThroughPages(alastair, 'people', newPeople(10000))).toFixed(2)} s`);
    measurePreview(served, nadia);
    measureWriters(served, nadia);
    await measureLargeImport(served, alastair);
    show('anonymous memory after all that', `${anonymousMegabytes(server.pid).toFixed(0)} MB (want 100)`);
  } finally {
    await stop(server);
  }
}

try {
  await measureServer();
  measureImportFile();
  const bare = path.join(folder, 'bare.db');
  copyFile(copy, bare);
  console.log(execFileSync('build/release/log_bench', [copy, bare], {encoding: 'utf8'}).trim());
} finally {
  fs.rmSync(folder, {recursive: true});
}
console.log(`${os.cpus().length} cores, ${os.cpus()[0].model}, load ${os.loadavg()[0].toFixed(1)}`);
