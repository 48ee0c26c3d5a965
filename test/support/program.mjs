// The real program as a process: commands that end, and servers on a free port. Each caller has a folder of
// its own that goes away. RAPPORT_BINARY names the program.
import {execFile, spawn} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';

export const today = '2026-11-12';
const listenMsMax = 120000;
const commandMsMax = 300000;
const binary = () => process.env.RAPPORT_BINARY ?? path.resolve('build/dev/rapport');

/** Calls `use` with an empty folder and removes it afterwards. */
export async function withFolder(use) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapport-'));
  try {
    return await use(folder);
  } finally {
    fs.rmSync(folder, {recursive: true});
  }
}

/** The words that make `rapport` use this SQLite file and keep its log quiet. */
export const onFile = (file) => ['--database-url', `sqlite:${file}`, '--log-level', 'error'];

/** Runs a command to its end; answers its exit code and what it said on either stream. */
export function run(words, {program = [binary()]} = {}) {
  const [command, ...before] = program;
  return new Promise((resolve) => {
    execFile(command, [...before, ...words], {encoding: 'utf8', timeout: commandMsMax}, (error, said, complained) => {
      resolve({code: error ? error.code ?? error.signal : 0, said, complained});
    });
  });
}

/** "  nadia        a librarian" below "Sign in with the password … as" */
function readLogins(said) {
  const password = /password (\S+)/.exec(said)?.[1];
  const logins = Object.fromEntries(
      [...said.matchAll(/^\s{2,}(\S+)\s+(?:an?|the) (.+)$/gm)].map(([, username, role]) => [role, {username, password}]));
  const {librarian, 'team leader': leader, administrator} = logins;
  if (!password || !librarian || !leader || !administrator) throw new Error(`no three logins in:\n${said}`);
  return {librarian, leader, administrator};
}

/** Fills the file with a made-up university; answers three logins. `words` say how large, for example. */
export async function fillUniversity(file, words = []) {
  const {code, said, complained} = await run(['demo', ...onFile(file), '--today', today, ...words]);
  if (code !== 0) throw new Error(`rapport demo ended with ${code}: ${complained}`);
  return readLogins(said);
}

/** Starts `rapport serve` on that file; resolves once it listens. */
export async function serve(file, words = []) {
  const server = spawn(binary(), ['serve', ...onFile(file), '--port', '0', '--today', today, ...words],
                       {stdio: ['ignore', 'pipe', 'inherit']});
  const end = () => server.kill('SIGKILL');  // whatever becomes of the journey, no server outlives it
  process.once('exit', end);
  const ended = new Promise((resolve) => server.once('exit', (code, signal) => resolve(signal ?? code)));
  void ended.then(() => process.off('exit', end));
  const lines = [];
  const address = await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('rapport serve did not listen in time')), listenMsMax);
    void ended.then((how) => reject(new Error(`rapport serve ended with ${how} before it listened`)));
    readline.createInterface({input: server.stdout}).on('line', (line) => {
      lines.push(line);
      const found = /listens on (http:\/\/\S+)/.exec(line)?.[1];
      if (!found) return;
      clearTimeout(late);
      resolve(found);
    });
  });
  return {
    address,
    /** What it has printed so far. */
    said: () => lines.join('\n'),
    ended,
    signal: (name) => server.kill(name),
    /** Asks it to stop; answers how it ended: 0, another exit code, or a signal's name. */
    async stop() {
      server.kill('SIGTERM');
      return ended;
    },
  };
}
