// Runs the browser's tests against the real program; see ./run --help. The tests are in pages.mjs and
// journeys*.mjs.
import {chromium} from 'playwright-core';

import {boardJourneys} from './journeys_board.mjs';
import {bumpJourneys} from './journeys_bumps.mjs';
import {chainJourneys} from './journeys_chains.mjs';
import {championJourneys} from './journeys_champions.mjs';
import {erasureJourneys} from './journeys_erasures.mjs';
import {formJourneys} from './journeys_forms.mjs';
import {handOverJourneys} from './journeys_hand_overs.mjs';
import {headlineJourneys} from './journeys_headlines.mjs';
import {lineJourneys} from './journeys_line.mjs';
import {offlineJourneys} from './journeys_offline.mjs';
import {plainJourneys} from './journeys_plain.mjs';
import {measureJourneys} from './journeys_measures.mjs';
import {quietJourneys} from './journeys_quiet.mjs';
import {actionJourneys} from './journeys_actions.mjs';
import {planJourneys} from './journeys_plans.mjs';
import {readingJourneys} from './journeys_reading.mjs';
import {relationshipJourneys} from './journeys_relationships.mjs';
import {workshopJourneys} from './journeys_workshops.mjs';
import {yearJourneys} from './journeys_years.mjs';
import {pageTests} from './pages.mjs';
import {takePictures} from './pictures.mjs';
import {startProgram} from './program.mjs';
import {expect, Runner} from '../support/runner.mjs';

const words = process.argv.slice(2);
const picturesAt = words.indexOf('--pictures');
const pictures = picturesAt < 0 ? null : words.splice(picturesAt, 2)[1];

const program = await startProgram();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'
  ],
});

const runner = new Runner(words.join(' '));
const world = {browser, program};
try {
  if (pictures) {
    await takePictures(world, pictures);
  } else {
    await lineJourneys(runner, world);
    await bumpJourneys(runner, world);
    await chainJourneys(runner, world);
    await boardJourneys(runner, world);
    await relationshipJourneys(runner, world);
    await quietJourneys(runner, world);
    await measureJourneys(runner, world);
    await headlineJourneys(runner, world);
    await planJourneys(runner, world);
    await actionJourneys(runner, world);
    await workshopJourneys(runner, world);
    await championJourneys(runner, world);
    await handOverJourneys(runner, world);
    await erasureJourneys(runner, world);
    await yearJourneys(runner, world);
    await offlineJourneys(runner, world);
    await readingJourneys(runner, world);
    await formJourneys(runner, world);
    await plainJourneys(runner, world);
    await pageTests(runner, world);
  }
} finally {
  await browser.close();
  const how = await program.stop();
  if (!pictures) await runner.test('program: ends well when it is asked to stop', () => expect(how === 0, `it ended with ${how}`));
}
if (!pictures) process.exitCode = runner.finish();
