// Linking, chains, the board and suggestions in databases of several sizes, side by side, so that it shows what grows
// with the library: node test/load/bump_bench.mjs SECONDS DATABASE ...
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import {ask, copied, copyFile, count, load, median, milliseconds, serve, signIn, stop, table} from './served.mjs';

const [seconds, ...databases] = process.argv.slice(2);
const rounds = 3;
const memory = '/dev/shm';

/** The first steps of chains of these many steps that hang together with nothing else, by their length. */
function chainsOf(file, lengths) {
  const text = ask(file, `
    with recursive roots (id) as (
      select distinct b.from_id from bumps b where b.state = 'accepted' and not exists (
        select 1 from bumps x where x.institution_id = b.institution_id and x.to_id = b.from_id and x.state = 'accepted')),
    down (root, id) as (
      select id, id from roots union
      select d.root, b.to_id from down d join bumps b on b.institution_id = 1 and b.from_id = d.id and b.state = 'accepted'),
    sizes (root, steps) as (select root, count(*) from down group by root)
    select steps, min(root) from sizes where steps in (${lengths}) group by steps`);
  return Object.fromEntries(text.split('\n').filter(Boolean).map((line) => line.split('|')));
}

async function measurePages(file) {
  const {30: thirty, 200: long, 3001: hub} = chainsOf(file, [30, 200, 3001]);
  const {server, address} = await serve(file);
  try {
    const session = await signIn(address, 'nadia');
    const taken = async (target) => (await milliseconds(session, target))?.taken;
    const page = (id) => id === undefined ? undefined : taken(`/bumps/${id}`);
    const figures = {long: await page(long), hub: await page(hub),
                     board: await taken('/bumps/board?span=term')};
    if (thirty && await page(thirty) !== undefined) {
      const pairs = Array.from({length: rounds}, () => ({
        plain: load(server.pid, seconds, `${address}/livez`).rate,
        chain: load(server.pid, seconds, `${address}/bumps/${thirty}`, [`Cookie: ${session.cookie}`, 'Accept-Encoding: gzip']).rate,
      }));
      figures.chain = median(pairs.map((one) => one.chain));
      figures.ratio = median(pairs.map((one) => one.chain / one.plain));
    }
    return figures;
  } finally {
    await stop(server);
  }
}

/** What the program measures in a copy of its own. */
function verbsOn(database, own) {
  copyFile(database, own);
  const figures = JSON.parse(execFileSync('build/release/bump_bench', [own], {encoding: 'utf8'}));
  for (const end of ['', '-wal', '-shm']) fs.rmSync(own + end, {force: true});
  return figures;
}

async function measure(database) {
  const {folder, copy} = copied(database);
  const pages = await measurePages(copy);
  const on = (place) => Array.from({length: rounds}, () => verbsOn(database, path.join(place, 'verbs.db')));
  const verbs = on(folder);
  fs.rmSync(folder, {recursive: true});
  const inMemory = fs.mkdtempSync(path.join(memory, 'rapport-bench-'));
  const linksInMemory = on(inMemory).map((one) => one.link);
  fs.rmSync(inMemory, {recursive: true});
  const verb = (name, part) => median(verbs.map((one) => one[name][part]));
  const inMemoryLink = (part) => median(linksInMemory.map((one) => one[part]));
  return {pages, verb, inMemoryLink, interactions: count(database, 'interactions'), bumps: count(database, "bumps where state = 'accepted'")};
}

const all = [];
for (const database of databases) {
  all.push(await measure(database));
  console.error(`${path.basename(database)}: ${JSON.stringify(all.at(-1).pages)}`);
}
const {show, end} = table(all, rounds);
show('conversations', '', (one) => one.interactions);
show('accepted bumps', '', (one) => one.bumps);
show('link, durable, p50 ms', '', (one) => one.verb('link', 'p50'));
show('link, durable, p99 ms', 'want 3', (one) => one.verb('link', 'p99'));
show('link, the database in memory, p50 ms', '', (one) => one.inMemoryLink('p50'));
show('link, the database in memory, p99 ms', 'want 3', (one) => one.inMemoryLink('p99'));
show('the disk alone, p50 ms', '', (one) => one.verb('disk', 'p50'));
show('the disk alone, p99 ms', '', (one) => one.verb('disk', 'p99'));
show('the walk against circles, p50 ms', '', (one) => one.verb('check', 'p50'), 4);
show('the walk against circles, p99 ms', '', (one) => one.verb('check', 'p99'), 4);
show('twenty links followed by the job, p50 ms', '', (one) => one.verb('follow', 'p50'));
show('twenty links followed by the job, worst ms', '', (one) => one.verb('follow', 'worst'));
show('a suggestion, p50 ms', '', (one) => one.verb('suggestion', 'p50'));
show('a suggestion, p99 ms', 'want 5', (one) => one.verb('suggestion', 'p99'));
show('suggestions on Today, p50 ms', '', (one) => one.verb('today', 'p50'));
show('chain of 30 steps, requests/s at 16', 'want 1,000', (one) => one.pages.chain, 0);
show('chain of 30 steps, % of a plain answer', '', (one) => one.pages.ratio === undefined ? undefined : 100 * one.pages.ratio, 1);
show('chain of 200 steps, ms', '', (one) => one.pages.long);
show('hub with 3,000 descendants, ms', 'want 60', (one) => one.pages.hub);
show('board of the term, ms', 'want 20', (one) => one.pages.board);
end();
