// A copy made while people work, and put back: what it held is there again, and what stood there meanwhile is
// kept beside it.
import {createHash} from 'node:crypto';
import fs from 'node:fs';

import {PlainVisitor} from '../support/plain_visitor.mjs';
import {fillUniversity, onFile, run, serve, withFolder} from '../support/program.mjs';
import {expect, Runner} from '../support/runner.mjs';

const name = 'Jane Smith';
const early = 'spoke of the early bird before the copy';
const late = 'spoke of the late bird after the copy';

const runner = new Runner('');
const hashOf = (file) => createHash('sha256').update(fs.readFileSync(file)).digest('hex');

async function log(server, login, words) {
  const visitor = await new PlainVisitor(server.address).signIn(login);
  const {status} = await visitor.log(`met @${name} corridor ${words}`);
  expect(status === 303, `the line was answered ${status}`);
}

/** Which of the two conversations the page of the person tells. */
async function told(server, login) {
  const {text} = await (await new PlainVisitor(server.address).signIn(login)).pageOf(name);
  return [early, late].filter((words) => text.includes(words));
}

const isOnly = (found, words) => found.length === 1 && found[0] === words;

await withFolder(async (folder) => {
  const file = `${folder}/rapport.db`;
  const copy = `${folder}/copy.db`;
  const {librarian} = await fillUniversity(file, ['--people', '20', '--interactions', '0']);
  let server = await serve(file);

  await runner.test('backup: a copy is made while the server runs, with its checksum', async () => {
    await log(server, librarian, early);
    const {code, said, complained} = await run(['backup', copy, ...onFile(file)]);
    expect(code === 0 && said === `Copied to ${copy} and verified.\n`, said + complained);
    expect(fs.readFileSync(`${copy}.sha256`, 'utf8').startsWith(hashOf(copy)), 'the checksum is not that of the copy');
    await log(server, librarian, late);
  });

  await runner.test('backup: a copy is never written over', async () => {
    const before = hashOf(copy);
    const {code, complained} = await run(['backup', copy, ...onFile(file)]);
    expect(code === 1 && /there is a file of that name already/.test(complained), complained);
    expect(hashOf(copy) === before, 'the first copy is another one now');
  });

  await runner.test('restore: refuses while a server uses the database, which goes on', async () => {
    const {code, complained} = await run(['restore', copy, ...onFile(file)]);
    expect(code === 1 && /in use.*Stop the server/.test(complained), `${code}: ${complained}`);
    expect((await told(server, librarian)).length === 2, 'the server lost something');
  });

  expect(await server.stop() === 0, 'the server did not end well');

  await runner.test('restore: refuses a copy that is not what was written', async () => {
    const damaged = `${folder}/damaged.db`;
    const bytes = fs.readFileSync(copy);
    bytes[bytes.length - 1] ^= 1;
    fs.writeFileSync(damaged, bytes);
    fs.copyFileSync(`${copy}.sha256`, `${damaged}.sha256`);
    const before = hashOf(file);
    const {code, complained} = await run(['restore', damaged, ...onFile(file)]);
    expect(code === 1 && /its SHA-256 differs\. Nothing was changed/.test(complained), complained);
    expect(hashOf(file) === before, 'the database is another one now');
  });

  await runner.test('restore: brings back what the copy held', async () => {
    const {code, said, complained} = await run(['restore', copy, ...onFile(file)]);
    expect(code === 0 && said.includes(`What stood there is in ${file}.replaced`), said + complained);
    server = await serve(file);
    const found = await told(server, librarian);
    expect(isOnly(found, early), `it tells: ${found}`);
    await server.stop();
  });

  await runner.test('restore: what stood there before is whole beside it', async () => {
    server = await serve(`${file}.replaced`);
    expect((await told(server, librarian)).length === 2, 'something of it is missing');
    await server.stop();
  });

  await runner.test('restore: takes the place of a damaged database, which is kept too', async () => {
    const damaged = `${folder}/broken.db`;
    fs.writeFileSync(damaged, 'These are not the first bytes of a database.'.repeat(100));
    const before = hashOf(damaged);
    const {code, complained} = await run(['restore', copy, ...onFile(damaged)]);
    expect(code === 0 && hashOf(`${damaged}.replaced`) === before, `${code}: ${complained}`);
    server = await serve(damaged);
    expect(isOnly(await told(server, librarian), early), 'it is not what the copy held');
    await server.stop();
  });

  await runner.test('restore: into a new place', async () => {
    const elsewhere = `${folder}/elsewhere.db`;
    const {code, complained} = await run(['restore', copy, ...onFile(elsewhere)]);
    expect(code === 0, complained);
    server = await serve(elsewhere);
    expect(isOnly(await told(server, librarian), early), 'it is not what the copy held');
    await server.stop();
  });
});
process.exitCode = runner.finish();
