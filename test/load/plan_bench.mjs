// Action plans, the board of a year and shared plans over HTTP in databases of several sizes, side by side:
// node test/load/plan_bench.mjs SECONDS DATABASE ...
import fs from 'node:fs';

import {ask, copied, count, load, median, serve, signIn, stop, table} from './served.mjs';

const [seconds, ...databases] = process.argv.slice(2);
const rounds = 3;
process.env.RAPPORT_TRUSTED_PROXIES = '127.0.0.1';  // visitors.lua speaks for many

/** The department with most actions in its plan of that year. */
function longest(file, year) {
  return ask(file, `select o.slug from action_plans p join plan_items i on i.institution_id = p.institution_id and i.plan_id = p.id
    join org_units o on o.institution_id = p.institution_id and o.id = p.org_unit_id where p.academic_year = ${year} group by p.id order by count(*) desc limit 1`);
}

async function sharedAddress(session, plan) {
  const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const page = await session.post(`${plan}/sharing`, new URLSearchParams({label: 'Bench', until}));
  const found = /\/shared\/[\w-]+/.exec(await page.text());
  if (!found) throw new Error(`no link was made: ${page.status}`);
  return found[0];
}

const rounded = (one) => ({rate: median(one.map(({rate}) => rate)), processor: median(one.map(({processor}) => processor))});

async function measure(database) {
  const {folder, copy} = copied(database);
  const now = new Date();
  const year = now.getFullYear() - (now.getMonth() < 7 ? 1 : 0);
  const {server, address} = await serve(copy);
  try {
    const session = await signIn(address, 'rhys');
    const plan = `/departments/${longest(copy, year)}/plan/${year}`;
    const shared = await sharedAddress(session, plan);
    const of = (target, headers, script) =>
        rounded(Array.from({length: rounds}, () => load(server.pid, seconds, address + target, headers, script)));
    const signedIn = [`Cookie: ${session.cookie}`];
    return {
      interactions: count(database, 'interactions'),
      departments: Number(ask(copy, `select count(*) from round_entries where academic_year = ${year}`)),
      board: of(`/plans/${year}`, signedIn),
      plan: of(plan, signedIn),
      review: of(`/reports/year/${year - 1}`, signedIn),
      shared: of(shared, [], 'test/load/visitors.lua'),
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
show('departments in the round', '', (one) => one.departments, 0);
for (const [name, key] of [['board of a year', 'board'], ['plan of a department', 'plan'], ['shared plan', 'shared'], ['year in review', 'review']]) {
  show(`${name}, requests/s at 16`, '', (one) => one[key].rate, 0);
  show(`${name}, processor ms`, '', (one) => one[key].processor, 2);
}
end();
