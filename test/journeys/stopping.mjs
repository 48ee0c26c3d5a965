// SIGTERM: what is on its way is answered, nothing new is taken, and whatever was acknowledged is there at the
// next start, once.
import {execFileSync} from 'node:child_process';
import {once} from 'node:events';
import net from 'node:net';

import {PlainVisitor} from '../support/plain_visitor.mjs';
import {fillUniversity, serve, withFolder} from '../support/program.mjs';
import {eventually, expect, Runner} from '../support/runner.mjs';

const name = 'Jane Smith';
const linesAtOnce = 60;
const runner = new Runner('');

const wordsOf = (number) => `drained-${String(number).padStart(3, '0')}`;

/** Sends lines at once and SIGTERM after the first answer; answers the numbers of those acknowledged. */
async function logWhileStopping(server, visitor) {
  const acknowledged = [];
  const sent = Array.from({length: linesAtOnce}, async (_, number) => {
    const {status} = await visitor.log(`met @${name} corridor ${wordsOf(number)}`).catch(() => ({status: 0}));
    if (status === 303 && acknowledged.push(number) === 1) server.signal('SIGTERM');
  });
  await Promise.all(sent);
  return acknowledged;
}

/** How often the stopped server's database tells each of the lines. */
function timesTold(file) {
  const notes = execFileSync('sqlite3', [file, 'select note from interactions'], {encoding: 'utf8'});
  return Array.from({length: linesAtOnce}, (_, number) => notes.split(wordsOf(number)).length - 1);
}

await withFolder(async (folder) => {
  const file = `${folder}/rapport.db`;
  const {librarian} = await fillUniversity(file, ['--people', '20', '--interactions', '0']);

  await runner.test('stopping: every line acknowledged is there after the next start, once', async () => {
    const server = await serve(file);
    const acknowledged = await logWhileStopping(server, await new PlainVisitor(server.address).signIn(librarian));
    expect(await server.ended === 0, 'the server did not end well');
    expect(acknowledged.length > 0, 'nothing was acknowledged');
    timesTold(file).forEach((times, number) => {
      expect(times <= 1, `${wordsOf(number)} is told ${times} times`);
      expect(times === 1 || !acknowledged.includes(number), `${wordsOf(number)} was acknowledged and is lost`);
    });
  });

  await runner.test('stopping: a request of which half has arrived is still answered, nothing new is taken', async () => {
    const server = await serve(file);
    const {hostname, port} = new URL(server.address);
    const socket = net.connect(Number(port), hostname);
    await once(socket, 'connect');
    let answer = '';
    socket.on('data', (bytes) => (answer += bytes));
    socket.write('GET /livez HTTP/1.1\r\nHost: ');
    await new Promise((resolve) => setTimeout(resolve, 200));
    server.signal('SIGTERM');
    await eventually('new visitors are turned away', async () => fetch(`${server.address}/livez`).then(() => false, () => true));
    socket.write('here\r\n\r\n');
    await once(socket, 'close');
    expect(answer.startsWith('HTTP/1.1 200') && /connection: close/i.test(answer), `it was answered: ${answer}`);
    expect(await server.ended === 0, 'the server did not end well');
  });

  await runner.test('stopping: an idle visitor does not hold it up', async () => {
    const server = await serve(file);
    const {hostname, port} = new URL(server.address);
    const socket = net.connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.on('error', () => {});  // being cut off is what it waits for
    expect(await server.stop() === 0, 'the server did not end well');
    socket.destroy();
  });
});
process.exitCode = runner.finish();
