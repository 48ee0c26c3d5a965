// The program that the browser visits. A made-up university is filled once, and its librarian, leader and
// administrator sign in once; each program then begins with a copy of it, on a free port.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import {fillUniversity, run, serve} from '../support/program.mjs';
import {signIn} from './visitor.mjs';

async function readRoutes() {
  const {said} = await run(['routes']);
  return said.trim().split('\n').map((line) => {
    const [method, pattern, who] = line.split(/\s+/);
    return {method, pattern, who};
  });
}

/** The cookies of one session; sessions are in the file, so they hold in its copies too. */
async function sessionOf(browser, baseURL, login) {
  const context = await browser.newContext({baseURL});
  await signIn(await context.newPage(), login);
  const cookies = await context.cookies();
  await context.close();
  return cookies;
}

export async function makeUniversity(browser) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapport-browser-'));
  const made = path.join(folder, 'made');
  fs.mkdirSync(made);
  const logins = await fillUniversity(`${made}/rapport.db`);
  const routes = await readRoutes();
  const server = await serve(`${made}/rapport.db`);
  const sessions = {};
  for (const [role, login] of Object.entries(logins)) sessions[role] = await sessionOf(browser, server.address, login);
  await server.stop();
  let copies = 0;
  return {
    async start() {
      const own = path.join(folder, String(++copies));
      fs.cpSync(made, own, {recursive: true});
      const {address, stop} = await serve(`${own}/rapport.db`);
      return {
        address,
        routes,
        logins,
        sessions,
        /** Answers how the program ended: 0, another exit code, or a signal's name. */
        async stop() {
          const how = await stop();
          fs.rmSync(own, {recursive: true});
          return how;
        },
      };
    },
    remove: () => fs.rmSync(folder, {recursive: true}),
  };
}
