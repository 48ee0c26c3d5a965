// Headline sheets over HTTP in databases of several sizes, side by side: node test/load/headline_bench.mjs SECONDS
// DATABASE ... What stands behind the pages is headline_bench.cpp's.
import fs from 'node:fs';

import {ask, copied, count, load, median, milliseconds, serve, signIn, stop, table} from './served.mjs';

const [seconds, ...databases] = process.argv.slice(2);
const rounds = 3;

/** The department with most conversations of last year. */
function busiest(file, year) {
  return ask(file, `select o.slug from interaction_units u join org_units o on o.institution_id = u.institution_id and o.id = u.org_unit_id
    where u.happened_on >= '${year}-08-01' and u.happened_on < '${year + 1}-08-01' group by o.id order by count(*) desc limit 1`);
}

async function pack(session, year) {
  const begun = performance.now();
  const location = (await session.post(`/headlines/${year}/packs`, new URLSearchParams())).headers.get('location');
  for (;;) {
    const text = await (await session.get(location)).text();
    if (text.includes('sheets.zip')) return (performance.now() - begun) / 1000;
    if (!text.includes('data-progress-href')) throw new Error('the pack was not made');
    await new Promise((done) => setTimeout(done, 50));
  }
}

const rounded = (one) => ({rate: median(one.map(({rate}) => rate)), processor: median(one.map(({processor}) => processor))});

async function measure(database) {
  const {folder, copy} = copied(database);
  const now = new Date();
  const year = now.getFullYear() - (now.getMonth() < 7 ? 2 : 1);
  const unit = busiest(copy, year);
  const {server, address} = await serve(copy);
  try {
    const session = await signIn(address, 'rhys');
    const sheet = `/departments/${unit}/headline/${year}`;
    const loads = (target) => rounded(Array.from({length: rounds}, () => load(server.pid, seconds, address + target, [`Cookie: ${session.cookie}`])));
    const draft = loads(`${sheet}?draft=1`);
    const draftPdf = await milliseconds(session, `${sheet}.pdf?draft=1`);
    if (!/>Frozen</.test(await (await session.get(sheet)).text())) {
      const answer = await session.post(`${sheet}/freezing`, new URLSearchParams({version: '0', key: 'bench'}));
      if (answer.status !== 303) throw new Error(`freezing answered ${answer.status}`);
    }
    return {
      interactions: count(database, 'interactions'),
      draft,
      frozen: loads(sheet),
      draftPdf: draftPdf.taken,
      pdf: await milliseconds(session, `${sheet}.pdf`),
      png: await milliseconds(session, `${sheet}.png`, 5),
      pack: await pack(session, year),
      departments: Number(ask(database, 'select count(*) from org_units o where not exists (select 1 from org_units c where c.parent_id = o.id)')),
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
end();
