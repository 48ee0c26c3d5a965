// Runs the browser's tests against the real program; see ./run --help. The tests are in pages.mjs and
// journeys*.mjs. Each file of journeys has a program and a university of its own, so that none hangs on what
// another one did, and as many run side by side as there are cores.
import os from 'node:os';

import {chromium} from 'playwright-core';

import {actionJourneys} from './journeys_actions.mjs';
import {boardJourneys} from './journeys_board.mjs';
import {bumpJourneys} from './journeys_bumps.mjs';
import {chainJourneys} from './journeys_chains.mjs';
import {championJourneys} from './journeys_champions.mjs';
import {departmentJourneys} from './journeys_departments.mjs';
import {erasureJourneys} from './journeys_erasures.mjs';
import {formJourneys} from './journeys_forms.mjs';
import {handOverJourneys} from './journeys_hand_overs.mjs';
import {headlineJourneys} from './journeys_headlines.mjs';
import {lineJourneys} from './journeys_line.mjs';
import {measureJourneys} from './journeys_measures.mjs';
import {offlineJourneys} from './journeys_offline.mjs';
import {plainJourneys} from './journeys_plain.mjs';
import {planJourneys} from './journeys_plans.mjs';
import {quietJourneys} from './journeys_quiet.mjs';
import {readingJourneys} from './journeys_reading.mjs';
import {relationshipJourneys} from './journeys_relationships.mjs';
import {workshopJourneys} from './journeys_workshops.mjs';
import {yearJourneys} from './journeys_years.mjs';
import {pageTests} from './pages.mjs';
import {takePictures} from './pictures.mjs';
import {makeUniversity} from './program.mjs';
import {expect, Runner} from '../support/runner.mjs';

/** The longest first, so that the last ones end together. */
const journeys = [
  chainJourneys, workshopJourneys, headlineJourneys, boardJourneys, offlineJourneys, departmentJourneys, erasureJourneys,
  actionJourneys, handOverJourneys, lineJourneys, formJourneys, relationshipJourneys, readingJourneys, planJourneys, quietJourneys,
  bumpJourneys, championJourneys, measureJourneys, yearJourneys, plainJourneys
];
const sideBySideMax = 4;
const sideBySide = Math.min(Number(process.env.RAPPORT_JOBS) || os.availableParallelism(), sideBySideMax);

const launch = () => chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'
  ],
});

/** Those of a file's tests that are wanted, as [sentence, what is tried]. */
async function wantedOf(file, runner, world) {
  const tests = [];
  await file({test: async (...test) => void tests.push(test)}, world);
  return tests.filter(([sentence]) => runner.wants(sentence));
}

/** `use` has the world of a program that begins and ends with it; answers how the program ended. */
async function withProgram(university, world, use) {
  world.program = await university.start();
  let how;
  try {
    await use(world);
  } finally {
    how = await world.program.stop();
  }
  return how;
}

/** Takes the next file until there is none; answers how each program ended. */
async function tryJourneys(open, runner, university) {
  const ends = [];
  const browser = await launch();
  try {
    for (const file of open) {
      const world = {browser};
      const tests = await wantedOf(file, runner, world);
      if (tests.length === 0) continue;
      ends.push(await withProgram(university, world, async () => {
        for (const test of tests) await runner.test(...test);
      }));
    }
  } finally {
    await browser.close();
  }
  return ends;
}

async function tryAll(what, runner, university, browser) {
  const ends = [];
  if (what !== 'pages') {
    const open = journeys.values();
    const lanes = await Promise.all(Array.from({length: sideBySide}, () => tryJourneys(open, runner, university)));
    ends.push(...lanes.flat());
  }
  if (what !== 'journeys')
    ends.push(await withProgram(university, {browser}, (world) => pageTests(runner, world, sideBySide)));
  await runner.test('program: ends well when it is asked to stop', () => expect(ends.every((how) => how === 0), `they ended with ${ends}`));
}

const words = process.argv.slice(2);
const picturesAt = words.indexOf('--pictures');
const pictures = picturesAt < 0 ? null : words.splice(picturesAt, 2)[1];
const what = ['journeys', 'pages'].includes(words[0]) ? words.shift() : 'all';

const runner = new Runner(words.join(' '));
const browser = await launch();
const university = await makeUniversity(browser);
try {
  if (pictures)
    await withProgram(university, {browser}, (world) => takePictures(world, pictures));
  else
    await tryAll(what, runner, university, browser);
} finally {
  await browser.close();
  university.remove();
}
if (!pictures) process.exitCode = runner.finish();
