// Linking, chains, the board and suggestions in databases of several sizes, side by side, so that it shows what grows
// with the library: node test/load/bump_bench.mjs SECONDS DATABASE ...
import {execFileSync, spawn} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const [seconds, ...databases] = process.argv.slice(2);
const rounds = 3;
const binary = 'build/release/rapport';
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Starts the server on a database; resolves to it and its address. */
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

/** Requests a second at 16 connections. */
function rate(url, headers = []) {
  const text = execFileSync('wrk', ['-t', '1', '-c', '16', '-d', `${seconds}s`, ...headers.flatMap((one) => ['-H', one]), url],
                            {encoding: 'utf8'});
  if (/Non-2xx/.test(text)) throw new Error(`${url} answered with errors`);
  return Number(text.match(/Requests\/sec:\s+([\d.]+)/)[1]);
}

/** Milliseconds of one page, the median of some; undefined where there is no such page. */
async function milliseconds(url, cookie, times = 15) {
  const taken = [];
  for (let i = 0; i < times; ++i) {
    const begun = performance.now();
    const answer = await fetch(url, {headers: {Cookie: cookie}});
    await answer.text();
    if (answer.status === 404) return undefined;
    if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
    taken.push(performance.now() - begun);
  }
  return median(taken);
}

/** The first steps of chains of these many steps that hang together with nothing else, by their length. */
function chainsOf(file, lengths) {
  const text = execFileSync('sqlite3', [`file:${file}?mode=ro`, `
    with recursive roots (id) as (
      select distinct b.from_id from bumps b where b.state = 'accepted' and not exists (
        select 1 from bumps x where x.institution_id = b.institution_id and x.to_id = b.from_id and x.state = 'accepted')),
    down (root, id) as (
      select id, id from roots union
      select d.root, b.to_id from down d join bumps b on b.institution_id = 1 and b.from_id = d.id and b.state = 'accepted'),
    sizes (root, steps) as (select root, count(*) from down group by root)
    select steps, min(root) from sizes where steps in (${lengths}) group by steps`], {encoding: 'utf8'}).trim();
  return Object.fromEntries(text.split('\n').filter(Boolean).map((line) => line.split('|')));
}

async function measurePages(file) {
  const {30: thirty, 200: long, 3001: hub} = chainsOf(file, [30, 200, 3001]);
  const {server, address} = await serve(file);
  try {
    const cookie = await signIn(address);
    const page = (id) => id === undefined ? undefined : milliseconds(`${address}/bumps/${id}`, cookie);
    const figures = {long: await page(long), hub: await page(hub),
                     board: await milliseconds(`${address}/bumps/board?span=term`, cookie)};
    if (thirty && await page(thirty) !== undefined) {
      const pairs = Array.from({length: rounds}, () => ({
        plain: rate(`${address}/livez`),
        chain: rate(`${address}/bumps/${thirty}`, [`Cookie: ${cookie}`, 'Accept-Encoding: gzip']),
      }));
      figures.chain = median(pairs.map((one) => one.chain));
      figures.ratio = median(pairs.map((one) => one.chain / one.plain));
    }
    return figures;
  } finally {
    server.kill('SIGTERM');
    await new Promise((done) => server.on('exit', done));
  }
}

async function measure(database) {
  const folder = fs.mkdtempSync(path.join(path.dirname(database), 'run-'));
  const copy = path.join(folder, 'rapport.db');
  fs.copyFileSync(database, copy);
  const pages = await measurePages(copy);
  const verbs = Array.from({length: rounds}, (_, i) => {
    const own = path.join(folder, `verbs-${i}.db`);
    fs.copyFileSync(database, own);
    const figures = JSON.parse(execFileSync('build/release/bump_bench', [own], {encoding: 'utf8'}));
    for (const end of ['', '-wal', '-shm']) fs.rmSync(own + end, {force: true});
    return figures;
  });
  fs.rmSync(folder, {recursive: true});
  const count = (table) => Number(execFileSync('sqlite3', [`file:${database}?mode=ro`, `select count(*) from ${table}`], {encoding: 'utf8'}));
  const verb = (name, part) => median(verbs.map((one) => one[name][part]));
  return {pages, verb, interactions: count('interactions'), bumps: count("bumps where state = 'accepted'")};
}

const all = [];
for (const database of databases) {
  all.push(await measure(database));
  console.error(`${path.basename(database)}: ${JSON.stringify(all.at(-1).pages)}`);
}
const show = (name, wanted, figure, digits = 2) => {
  const cells = all.map((one) => {
    const value = figure(one);
    return (value === undefined ? 'none' : value.toLocaleString('en', {maximumFractionDigits: digits})).padStart(12);
  });
  console.log(`${name.padEnd(40)}${cells.join('')}   ${wanted}`);
};
show('conversations', '', (one) => one.interactions);
show('accepted bumps', '', (one) => one.bumps);
show('link, durable, p50 ms', '', (one) => one.verb('link', 'p50'));
show('link, durable, p99 ms', 'want 3', (one) => one.verb('link', 'p99'));
show('the walk against circles, p50 ms', '', (one) => one.verb('check', 'p50'), 4);
show('the walk against circles, p99 ms', '', (one) => one.verb('check', 'p99'), 4);
show('a suggestion, p50 ms', '', (one) => one.verb('suggestion', 'p50'));
show('a suggestion, p99 ms', 'want 5', (one) => one.verb('suggestion', 'p99'));
show('suggestions on Today, p50 ms', '', (one) => one.verb('today', 'p50'));
show('chain of 30 steps, requests/s at 16', 'want 1,000', (one) => one.pages.chain, 0);
show('chain of 30 steps, % of a plain answer', '', (one) => one.pages.ratio === undefined ? undefined : 100 * one.pages.ratio, 1);
show('chain of 200 steps, ms', '', (one) => one.pages.long);
show('hub with 3,000 descendants, ms', 'want 60', (one) => one.pages.hub);
show('board of the term, ms', 'want 20', (one) => one.pages.board);
console.log(`${os.cpus().length} cores, ${os.cpus()[0].model}, load ${os.loadavg().map((one) => one.toFixed(1)).join(' ')}; medians of ${rounds} rounds`);
