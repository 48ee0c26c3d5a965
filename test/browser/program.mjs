// Starts the real program on a free port, with a made-up university of its own in a folder that goes away.
import {execFileSync, spawn} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';

export const today = '2026-11-12';

/** "  nadia        a librarian" below "Sign in with the password … as" */
function readLogins(said) {
  const password = /password (\S+)/.exec(said)?.[1];
  const logins = Object.fromEntries(
      [...said.matchAll(/^\s{2,}(\S+)\s+an? (.+)$|^\s{2,}(\S+)\s+the (.+)$/gm)]
          .map(([, username, role, other, otherRole]) => [role ?? otherRole, {username: username ?? other, password}]));
  const {librarian, 'team leader': leader, administrator} = logins;
  if (!password || !librarian || !leader || !administrator) throw new Error(`no three logins in:\n${said}`);
  return {librarian, leader, administrator};
}

/** Resolves with the address once the program says that it listens. */
function listening(server) {
  return new Promise((resolve, reject) => {
    readline.createInterface({input: server.stdout}).on('line', (line) => {
      const address = /http:\/\/\S+/.exec(line)?.[0];
      if (address) resolve(address);
    });
    server.once('exit', (code) => reject(new Error(`rapport serve ended with ${code} before it listened`)));
    setTimeout(() => reject(new Error('rapport serve did not listen within 20 s')), 20000).unref();
  });
}

export async function startProgram() {
  const binary = process.env.RAPPORT_BINARY;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapport-browser-'));
  const database = ['--database-url', `sqlite:${folder}/rapport.db`, '--log-level', 'error'];
  const said = execFileSync(binary, ['demo', ...database, '--today', today], {encoding: 'utf8'});
  const routes = execFileSync(binary, ['routes'], {encoding: 'utf8'}).trim().split('\n').map((line) => {
    const [method, pattern, who] = line.split(/\s+/);
    return {method, pattern, who};
  });
  const server = spawn(binary, ['serve', ...database, '--port', '0', '--today', today], {stdio: ['ignore', 'pipe', 'inherit']});
  const address = await listening(server);
  return {
    address,
    routes,
    logins: readLogins(said),
    /** Answers how the program ended: 0, another exit code, or a signal's name. */
    async stop() {
      const ended = server.exitCode ?? server.signalCode ??
          new Promise((resolve) => server.once('exit', (code, signal) => resolve(signal ?? code)));
      server.kill('SIGTERM');
      const how = await ended;
      fs.rmSync(folder, {recursive: true});
      return how;
    },
  };
}
