// The ladder and its neighbours in databases of several sizes, side by side, so that it shows what grows with the
// library: node test/load/relationship_bench.mjs SECONDS DATABASE ...
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
    method: 'POST', redirect: 'manual',
    headers: {'Content-Type': 'application/x-www-form-urlencoded', 'Origin': address},
    body: new URLSearchParams({username, password}),
  });
  if (answer.status !== 303) throw new Error(`sign-in answered ${answer.status}`);
  return answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
}

/** Who looks after closest to 150 people, and how many they are. */
function keeper(file) {
  const [username, people] = ask(file, `
    select s.username, count(*) from portfolios f join staff s on s.institution_id = f.institution_id and s.id = f.staff_id
    join persons p on p.institution_id = f.institution_id and p.main_org_unit_id = f.org_unit_id and p.left_on is null
    where f.valid_to is null and s.role <> 'director' group by s.id order by abs(count(*) - 150), s.id limit 1`).split('|');
  return {username, people: Number(people)};
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

/** Milliseconds of one page, the median of some. */
async function milliseconds(url, cookie, times = 15) {
  const taken = [];
  for (let i = 0; i < times; ++i) {
    const begun = performance.now();
    const answer = await fetch(url, {headers: {Cookie: cookie}});
    await answer.text();
    if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
    taken.push(performance.now() - begun);
  }
  return median(taken);
}

async function measure(database) {
  const folder = fs.mkdtempSync(path.join(path.dirname(database), 'run-'));
  const copy = path.join(folder, 'rapport.db');
  fs.copyFileSync(database, copy);
  const who = keeper(copy);
  const {server, address} = await serve(copy);
  try {
    const cookie = await signIn(address, who.username);
    const page = (target) => milliseconds(address + target, cookie);
    const ladders = Array.from({length: rounds}, () => load(server.pid, `${address}/relationships?whose=mine`, cookie));
    return {
      people: who.people,
      interactions: Number(ask(database, 'select count(*) from interactions')),
      moves: Number(ask(database, 'select count(*) from level_events')),
      rate: median(ladders.map((one) => one.rate)),
      processor: median(ladders.map((one) => one.processor)),
      column: await page('/relationships?whose=mine&level=2'),
      movement: await page('/relationships/movement?whose=mine&since=year'),
      suggestions: await page('/relationships/suggestions?whose=mine'),
      all: await page('/relationships?whose=all'),
      list: await page('/people?level=3'),
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
show('moves', '', (one) => one.moves, 0);
show('people of the portfolio', '', (one) => one.people, 0);
show('ladder, requests/s at 16', 'want 500', (one) => one.rate, 0);
show('ladder, processor ms a page', 'want 3', (one) => one.processor, 2);
show('one level as a list, ms', '', (one) => one.column);
show('movement of the year, ms', '', (one) => one.movement);
show('suggestions, ms', '', (one) => one.suggestions);
show('everybody’s ladder, ms', '', (one) => one.all);
show('list of people by level, ms', '', (one) => one.list);
console.log(`${os.cpus().length} cores, ${os.cpus()[0].model}, load ${os.loadavg().map((one) => one.toFixed(1)).join(' ')}; medians of ${rounds} rounds`);
