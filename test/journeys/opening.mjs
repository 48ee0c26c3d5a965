// A start that cannot succeed: each says why in words for the systems librarian, ends with 1, and leaves the
// database byte for byte as it was.
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import fs from 'node:fs';

import {fillUniversity, onFile, run, serve, withFolder} from '../support/program.mjs';
import {expect, Runner} from '../support/runner.mjs';

const nobody = 65534;
const hashOf = (file) => createHash('sha256').update(fs.readFileSync(file)).digest('hex');
const runner = new Runner('');

/** Nothing is printed but the reason: no stack, no half start. */
function expectRefusal({code, said, complained}, why) {
  expect(code === 1, `it ended with ${code}`);
  expect(why.test(complained), `it said: ${complained}`);
  expect(said === '' && complained.trim().split('\n').length === 1, `it said more: ${said}${complained}`);
}

const tryToServe = (file, options) => run(['serve', ...onFile(file), '--port', '0'], options);

/** The reason, and that the file is as it was and nothing stands beside it. */
async function expectRefusalOf(file, why, options) {
  const before = fs.existsSync(file) && hashOf(file);
  expectRefusal(await tryToServe(file, options), why);
  expect((fs.existsSync(file) && hashOf(file)) === before, 'the file is another one now');
}

function overwrite(file, offset, bytes) {
  const open = fs.openSync(file, 'r+');
  fs.writeSync(open, bytes, 0, bytes.length, offset);
  fs.closeSync(open);
}

/** Permissions do not bind root, so that root tries it as somebody else, with a copy within their reach. */
function asSomebodyElse(folder) {
  if (process.getuid() !== 0) return {};
  const program = `${folder}/rapport`;
  fs.copyFileSync(process.env.RAPPORT_BINARY, program);
  fs.chmodSync(program, 0o755);
  return {program: ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', program]};
}

await withFolder(async (folder) => {
  const whole = `${folder}/whole.db`;
  await fillUniversity(whole, ['--people', '20', '--interactions', '0']);
  const copy = (name) => {
    fs.copyFileSync(whole, `${folder}/${name}`);
    return `${folder}/${name}`;
  };

  await runner.test('opening: a port in use is named, and another one is offered', async () => {
    const first = await serve(copy('first.db'));
    const {port} = new URL(first.address);
    const second = await run(['serve', ...onFile(copy('second.db')), '--port', port]);
    expectRefusal(second, new RegExp(`Port ${port} .*already in use.*another port with --port`));
    expect((await fetch(`${first.address}/readyz`)).ok, 'the first one no longer answers');
    expect(await first.stop() === 0, 'the first one did not end well');
  });

  await runner.test('opening: a folder that is not there is named, and not made', async () => {
    await expectRefusalOf(`${folder}/nowhere/rapport.db`, /there is no folder .*nowhere\. Create it/);
    expect(!fs.existsSync(`${folder}/nowhere`), 'it made the folder');
  });

  await runner.test('opening: a database that this user may not write says so', async () => {
    const closed = fs.mkdtempSync(`${folder}/closed-`);
    const file = `${closed}/rapport.db`;
    fs.copyFileSync(whole, file);
    const options = asSomebodyElse(folder);
    fs.chmodSync(folder, 0o755);
    fs.chmodSync(closed, 0o777);
    fs.chmodSync(file, 0o444);
    await expectRefusalOf(file, /it is read-only for this user\. Check its owner and permissions/, options);
    fs.chmodSync(closed, 0o555);
    await expectRefusalOf(file, /this user may not write in the folder/, options);
    fs.chmodSync(closed, 0o755);
  });

  await runner.test('opening: a database of a newer Rapport is left alone', async () => {
    const file = copy('newer.db');
    execFileSync('sqlite3', [file, `insert into schema_migrations values (9999, 'from_the_future', 0, 'x')`]);
    await expectRefusalOf(file, /made by a newer Rapport: it is at version 9999 .*Install the newer program/);
  });

  await runner.test('opening: a file that is no database is not taken for one', async () => {
    const file = copy('no_database.db');
    overwrite(file, 0, Buffer.from('These are not the first bytes of a database.'));
    await expectRefusalOf(file, /is not a database\. Give the path of Rapport's own database file/);
  });

  await runner.test('opening: a database of another program is left alone', async () => {
    const file = `${folder}/other.db`;
    execFileSync('sqlite3', [file, 'create table loans (id integer)']);
    await expectRefusalOf(file, /belongs to another program/);
  });

  await runner.test('opening: a damaged list of tables leads to the latest backup', async () => {
    const file = copy('damaged.db');
    overwrite(file, 100, Buffer.alloc(200, 0xa5));
    await expectRefusalOf(file, /is damaged\. Keep this file, and restore the latest backup/);
  });

  await runner.test('opening: the doctor finds a damaged page that no start looks at', async () => {
    const file = copy('page.db');
    expect((await run(['doctor', ...onFile(file)])).said.includes('its pages are whole'), 'the whole one has a fault');
    const place = `select (rootpage - 1) * page_size from sqlite_schema, pragma_page_size where name = 'promises'`;
    overwrite(file, Number(execFileSync('sqlite3', [file, place], {encoding: 'utf8'})), Buffer.alloc(512, 0xa5));
    const {code, complained} = await run(['doctor', ...onFile(file)]);
    expect(code === 1 && /The database is damaged: .*Restore the latest backup/s.test(complained), `${code}: ${complained}`);
  });
});
process.exitCode = runner.finish();
