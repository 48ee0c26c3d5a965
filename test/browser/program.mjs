// The program that the browser visits: a made-up university on a free port.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import {fillUniversity, run, serve} from '../support/program.mjs';

async function readRoutes() {
  const {said} = await run(['routes']);
  return said.trim().split('\n').map((line) => {
    const [method, pattern, who] = line.split(/\s+/);
    return {method, pattern, who};
  });
}

export async function startProgram() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapport-browser-'));
  const file = `${folder}/rapport.db`;
  const logins = await fillUniversity(file);
  const server = await serve(file);
  return {
    address: server.address,
    routes: await readRoutes(),
    logins,
    /** Answers how the program ended: 0, another exit code, or a signal's name. */
    async stop() {
      const how = await server.stop();
      fs.rmSync(folder, {recursive: true});
      return how;
    },
  };
}
