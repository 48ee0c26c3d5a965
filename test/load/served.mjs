// What the benchmarks over HTTP share: a served database, somebody signed in, loads, medians, a table side by side.
import {execFileSync, spawn} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export const binary = process.env.RAPPORT_BINARY ?? 'build/release/rapport';
const ticks = Number(execFileSync('getconf', ['CLK_TCK'], {encoding: 'utf8'}));
const password = process.env.RAPPORT_DEMO_PASSWORD ?? 'heron-pebble-lantern-44';
export const formType = 'application/x-www-form-urlencoded';

export const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
/** The answer of a statement, read beside the server. */
export const ask = (file, sql) => execFileSync('sqlite3', [`file:${file}?mode=ro`, sql], {encoding: 'utf8'}).trim();
export const count = (file, table) => Number(ask(file, `select count(*) from ${table}`));

/** A copy that is on the disk: what the system still had to write would be waited for by whoever flushes next. */
export function copyFile(database, copy) {
  fs.copyFileSync(database, copy);
  execFileSync('sync', [copy]);
}

/** A copy of a database in a folder of its own. */
export function copied(database) {
  const folder = fs.mkdtempSync(path.join(path.dirname(database), 'run-'));
  const copy = path.join(folder, 'rapport.db');
  copyFile(database, copy);
  return {folder, copy};
}

/** Starts the server on a database; resolves to it and its address. */
export async function serve(file) {
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

export async function stop(server) {
  server.kill('SIGTERM');
  await new Promise((done) => server.on('exit', done));
}

/** Somebody signed in through the form, as a browser does. `post` takes fields or a form. */
export async function signIn(address, username) {
  const answer = await fetch(`${address}/sign-in`, {
    method: 'POST', redirect: 'manual', headers: {'Content-Type': formType, Origin: address},
    body: new URLSearchParams({username, password}),
  });
  if (answer.status !== 303) throw new Error(`sign-in answered ${answer.status}`);
  const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
  const get = (target, headers = {}) => fetch(address + target, {headers: {Cookie: cookie, ...headers}});
  const csrf = (await (await get('/today')).text()).match(/name="csrf-token" content="([^"]+)"/)[1];
  const post = (target, body) => fetch(address + target, {
    method: 'POST', redirect: 'manual', headers: {Cookie: cookie, Origin: address, 'X-CSRF-Token': csrf}, body,
  });
  return {address, cookie, csrf, get, post};
}

/** That a process has taken so far. */
export function processorSeconds(pid) {
  const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticks;
}

/** Requests a second at 16 connections, and the server's processor time for one, in milliseconds; `script` is wrk's. */
export function load(pid, seconds, url, headers = [], script = undefined) {
  const before = processorSeconds(pid);
  const own = script ? ['-s', script] : [];
  const text = execFileSync('wrk', ['-t', '1', '-c', '16', '-d', `${seconds}s`, ...headers.flatMap((one) => ['-H', one]), ...own, url],
                            {encoding: 'utf8'});
  if (/Non-2xx/.test(text)) throw new Error(`${url} answered with errors`);
  const requests = Number(text.match(/(\d+) requests in/)[1]);
  return {rate: Number(text.match(/Requests\/sec:\s+([\d.]+)/)[1]), processor: 1000 * (processorSeconds(pid) - before) / requests};
}

/** Milliseconds of one answer, the median of some, and its size; undefined where there is no such page. */
export async function milliseconds(session, target, times = 15) {
  const taken = [];
  let bytes = 0;
  for (let i = 0; i < times; ++i) {
    const begun = performance.now();
    const answer = await session.get(target);
    bytes = (await answer.arrayBuffer()).byteLength;
    if (answer.status === 404) return undefined;
    if (answer.status !== 200) throw new Error(`${target} answered ${answer.status}`);
    taken.push(performance.now() - begun);
  }
  return {taken: median(taken), bytes};
}

/** A line for each figure, a column for each database. */
export function table(all, rounds) {
  const show = (name, wanted, figure, digits = 1) => {
    const cells = all.map((one) => {
      const value = figure(one);
      return (value === undefined ? 'none' : value.toLocaleString('en', {maximumFractionDigits: digits})).padStart(12);
    });
    console.log(`${name.padEnd(40)}${cells.join('')}   ${wanted}`);
  };
  const end = () => console.log(`${os.cpus().length} cores, ${os.cpus()[0].model}, load ` +
      `${os.loadavg().map((one) => one.toFixed(1)).join(' ')}; medians of ${rounds} rounds`);
  return {show, end};
}
