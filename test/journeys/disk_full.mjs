// A full disk while people log: a clear page with their words, reading goes on, and room alone mends it.
// The disk is a small file system of this process's own (unshare), which needs root or user namespaces.
import {execFileSync, spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {randomUUID} from 'node:crypto';
import fs from 'node:fs';

import {PlainVisitor} from '../support/plain_visitor.mjs';
import {fillUniversity, serve, withFolder} from '../support/program.mjs';
import {eventually, expect, Runner} from '../support/runner.mjs';

const name = 'Jane Smith';
const linesMax = 3000;
const signInsMax = 8;
const diskBytes = 24 << 20;
const inside = 'RAPPORT_IN_OWN_MOUNTS';

/** Runs this file again where mounts are nobody else's concern. Answers its exit code. */
function runInOwnMounts() {
  const asRoot = process.getuid() === 0 ? [] : ['--user', '--map-root-user'];
  const {status, error} = spawnSync('unshare', [...asRoot, '--mount', process.execPath, ...process.argv.slice(1)],
                                    {stdio: 'inherit', env: {...process.env, [inside]: '1'}});
  if (error || status === null) console.log(`unshare could not be run: ${error}`);
  return status ?? 1;
}

/** Takes all room but for so many bytes. */
function fillUp(file, bytesLeft) {
  const open = fs.openSync(file, 'a');
  const block = Buffer.alloc(4096, 1);
  try {
    for (;;) fs.writeSync(open, block);
  } catch (error) {
    expect(error.code === 'ENOSPC', `filling the disk: ${error}`);
  } finally {
    fs.ftruncateSync(open, fs.fstatSync(open).size - bytesLeft);
    fs.closeSync(open);
  }
}

/** Reads what is there now until it is called: the log of changes cannot begin again meanwhile, and takes room for each. */
async function holdLog(file) {
  const reader = spawn('sqlite3', [file], {stdio: ['pipe', 'pipe', 'inherit']});
  reader.stdin.write('begin;\nselect count(*) from staff;\n');
  await once(reader.stdout, 'data');
  return async () => {
    const ended = once(reader, 'exit');
    reader.stdin.end();
    await ended;
  };
}

const runner = new Runner('');

async function journey(disk) {
  const file = `${disk}/rapport.db`;
  const filler = `${disk}/filler`;
  const {librarian} = await fillUniversity(file, ['--people', '20', '--interactions', '0']);
  const server = await serve(file);
  const visitor = await new PlainVisitor(server.address).signIn(librarian);
  const words = (number) => `bird-${String(number).padStart(4, '0')}`;
  const line = (number) => `met @${name} corridor "${words(number)}" & more`;
  let acknowledged = 0;
  let refused;
  let letGo;
  const key = randomUUID();

  await runner.test('disk full: the page says so, with the words that were typed and a way to send them again', async () => {
    letGo = await holdLog(file);
    fillUp(filler, 1 << 20);
    for (; acknowledged < linesMax; ++acknowledged) {
      refused = await visitor.log(line(acknowledged), key + acknowledged);
      if (refused.status !== 303) break;
    }
    expect(acknowledged > 0, 'not one line was taken before');
    expect(refused.status === 507, `it was answered ${refused.status} after ${acknowledged} lines`);
    expect(/no room left to save/.test(refused.text), `it does not say why: ${refused.text.slice(-900)}`);
    expect(refused.text.includes(`met @${name} corridor &quot;${words(acknowledged)}&quot; &amp; more`), 'the words are not on the page');
    expect(/<form method="post" action="\/capture"/.test(refused.text) && refused.text.includes(key + acknowledged),
           'they cannot be sent again from there');
  });

  await runner.test('disk full: a script is told too', async () => {
    const {status} = await visitor.post('/capture?partial=1', {line: line(9998), key: randomUUID()});
    expect(status === 507, `it was answered ${status}`);
  });

  await runner.test('disk full: who cannot sign in is told why, without the password on the page', async () => {
    fillUp(filler, 0);
    let answer;
    for (let tries = 0; tries < signInsMax && answer?.status !== 507; ++tries)  // one still fits where a line did not
      answer = await new PlainVisitor(server.address).post('/sign-in', librarian);
    expect(answer.status === 507 && /no room left/.test(answer.text), `it was answered ${answer.status}`);
    expect(!answer.text.includes(librarian.password), 'the page carries the password');
  });

  await runner.test('disk full: reading goes on', async () => {
    for (const path of ['/today', '/people', '/find?q=bird', '/readyz']) {
      const {status} = await visitor.get(path);
      expect(status === 200, `${path} was answered ${status}`);
    }
    expect((await visitor.pageOf(name)).status === 200, 'the page of a person does not open');
  });

  await runner.test('disk full: with room again the same words are taken, once', async () => {
    await letGo();
    fs.rmSync(filler);
    await eventually('the line is taken', async () => (await visitor.log(line(acknowledged), key + acknowledged)).status === 303);
    expect((await visitor.log(line(acknowledged), key + acknowledged)).status === 303, 'a second time it was refused');
  });

  await runner.test('disk full: nothing acknowledged is lost, nothing else was kept', async () => {
    expect(await server.stop() === 0, 'the server did not end well');
    const notes = execFileSync('sqlite3', [file, `select note from interactions where note like '%bird-%'`], {encoding: 'utf8'});
    const told = [...notes.matchAll(/bird-(\d+)/g)].map(([, number]) => Number(number)).sort((a, b) => a - b);
    const expected = Array.from({length: acknowledged + 1}, (_, number) => number);
    expect(JSON.stringify(told) === JSON.stringify(expected), `acknowledged 0 to ${acknowledged}, told ${told}`);
    expect(execFileSync('sqlite3', [file, 'pragma integrity_check'], {encoding: 'utf8'}).trim() === 'ok', 'the file is damaged');
  });
}

/** Calls `use` with a folder on a small disk. */
function withDisk(use) {
  return withFolder(async (folder) => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${diskBytes}`, 'rapport', folder]);
    try {
      await use(folder);
    } finally {
      execFileSync('umount', ['--lazy', folder]);
    }
  });
}

if (process.env[inside]) {
  await withDisk(journey);
  process.exitCode = runner.finish();
} else {
  process.exitCode = runInOwnMounts();
}
