// The ladder and its neighbours in databases of several sizes, side by side, so that it shows what grows with the
// library: node test/load/relationship_bench.mjs SECONDS DATABASE ...
import fs from 'node:fs';

import {ask, copied, count, load, median, milliseconds, serve, signIn, stop, table} from './served.mjs';

const [seconds, ...databases] = process.argv.slice(2);
const rounds = 3;

/** Who looks after closest to 150 people, and how many they are. */
function keeper(file) {
  const [username, people] = ask(file, `
    select s.username, count(*) from portfolios f join staff s on s.institution_id = f.institution_id and s.id = f.staff_id
    join persons p on p.institution_id = f.institution_id and p.main_org_unit_id = f.org_unit_id and p.left_on is null
    where f.valid_to is null and s.role <> 'director' group by s.id order by abs(count(*) - 150), s.id limit 1`).split('|');
  return {username, people: Number(people)};
}

async function measure(database) {
  const {folder, copy} = copied(database);
  const who = keeper(copy);
  const {server, address} = await serve(copy);
  try {
    const session = await signIn(address, who.username);
    const page = async (target) => (await milliseconds(session, target)).taken;
    const ladders = Array.from({length: rounds}, () => load(server.pid, seconds, `${address}/relationships?whose=mine`, [`Cookie: ${session.cookie}`]));
    return {
      people: who.people,
      interactions: count(database, 'interactions'),
      moves: count(database, 'level_events'),
      rate: median(ladders.map((one) => one.rate)),
      processor: median(ladders.map((one) => one.processor)),
      column: await page('/relationships?whose=mine&level=2'),
      movement: await page('/relationships/movement?whose=mine&since=year'),
      suggestions: await page('/relationships/suggestions?whose=mine'),
      all: await page('/relationships?whose=all'),
      list: await page('/people?level=3'),
    };
  } finally {
    await stop(server);
    fs.rmSync(folder, {recursive: true});
  }
}

const all = [];
for (const database of databases) all.push(await measure(database));
const {show, end} = table(all, rounds);
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
end();
