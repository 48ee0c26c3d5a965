// Somebody is erased while the server runs: no byte of the name is left in the database's files, and a copy made before
// does not bring them back.
import fs from 'node:fs';

import {PlainVisitor} from '../support/plain_visitor.mjs';
import {fillUniversity, onFile, run, serve, withFolder} from '../support/program.mjs';
import {expect, Runner} from '../support/runner.mjs';

const name = 'Adaeze Okafor';
const bytesOf = (file) => fs.existsSync(file) ? fs.readFileSync(file).toString('latin1').toLowerCase() : '';
const standsIn = (file) => ['', '-wal'].filter((part) => /adaeze/.test(bytesOf(file + part)));

const runner = new Runner('');

/** Leader and administrator; answers where the person's page was. */
async function erase(server, logins) {
  const leader = await new PlainVisitor(server.address).signIn(logins.leader);
  const {text} = await leader.pageOf(name);
  const person = /"\/people\/([^"/]+)\/erasure"/.exec(text)[1];
  const due = new Date(Date.parse('2026-12-01')).toISOString().slice(0, 10);
  const {location} = await leader.post(`/people/${person}/erasure`, {asked_by: 'person', ground: 'objected', due_on: due, shared_words: 'go'});
  const administrator = await new PlainVisitor(server.address).signIn(logins.administrator);
  const {status} = await administrator.post(`${location}/confirmation`, {sure: 'yes'});
  expect(status === 303, `the confirmation was answered ${status}`);
  await purged(administrator, location);
  return person;
}

async function purged(visitor, request) {
  for (let tries = 0; tries < 100; ++tries) {
    if (/Its file was written anew/.test((await visitor.get(request)).text)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the file was not written anew in ten seconds');
}

await withFolder(async (folder) => {
  const file = `${folder}/rapport.db`;
  const copy = `${folder}/copy.db`;
  const logins = await fillUniversity(file, ['--people', '40', '--interactions', '300']);
  let person;

  await runner.test('erasures: no byte of the name is left in the files', async () => {
    expect(standsIn(file).length > 0, 'the name was never there');
    expect((await run(['backup', copy, ...onFile(file)])).code === 0, 'no copy was made');
    const server = await serve(file);
    person = await erase(server, logins);
    expect(standsIn(file).length === 0, `it stands in ${standsIn(file)}`);
    expect(!/adaeze/.test(bytesOf(`${file}.erasures`)) && /"records"/i.test(bytesOf(`${file}.erasures`)), 'the list is not beside it');
    const librarian = await new PlainVisitor(server.address).signIn(logins.librarian);
    expect((await librarian.get(`/people/${person}`)).status === 404, 'the page is there');
    expect(await server.stop() === 0, 'the server did not end well');
  });

  const restored = async (words = []) => {
    const {code, said, complained} = await run(['restore', copy, ...onFile(file), ...words]);
    expect(code === 0 && /One person erased again/.test(said), said + complained);
    expect(standsIn(file).length === 0, `it stands in ${standsIn(file)}`);
    const server = await serve(file);
    const librarian = await new PlainVisitor(server.address).signIn(logins.librarian);
    expect((await librarian.get(`/people/${person}`)).status === 404, 'the page is there');
    await server.stop();
  };

  await runner.test('erasures: a copy made before erases them again, by the database that it replaces', async () => {
    fs.rmSync(`${file}.erasures`);
    await restored();
  });

  await runner.test('erasures: a copy erases them again by a list, where the whole disk was lost', async () => {
    const {said: list} = await run(['erasures', ...onFile(file)]);
    expect(!/adaeze/i.test(list), 'the list has a name');
    fs.writeFileSync(`${folder}/list`, list);
    for (const left of fs.readdirSync(folder).filter((entry) => entry.startsWith('rapport.db'))) fs.rmSync(`${folder}/${left}`);
    await restored(['--erasures', `${folder}/list`]);
  });

  await runner.test('erasures: a list that cannot be read stops the restore, and nothing is changed', async () => {
    const before = bytesOf(file);
    fs.writeFileSync(`${folder}/list`, 'not a list');
    fs.rmSync(`${file}.replaced`, {force: true});
    const {code, complained} = await run(['restore', copy, ...onFile(file), '--erasures', `${folder}/list`]);
    expect(code === 1 && /Line 1 of the list of erasures cannot be read/.test(complained), complained);
    expect(bytesOf(file) === before, 'the database is another one now');
  });

  await runner.test('erasures: the doctor names a copy that still holds them', async () => {
    fs.copyFileSync(copy, `${file}.replaced`);
    fs.utimesSync(`${file}.replaced`, new Date('2026-01-01'), new Date('2026-01-01'));
    const {code, said, complained} = await run(['doctor', ...onFile(file)]);
    expect(code === 1 && /rapport\.db\.replaced is older than the latest erasure/.test(said), said + complained);
  });
});
process.exitCode = runner.finish();
