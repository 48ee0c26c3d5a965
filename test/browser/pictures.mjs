// Pictures of the running product for the manual: node's own browser, the made-up university, a fixed day.
import fs from 'node:fs';
import path from 'node:path';

import {eventually} from '../support/runner.mjs';
import {personAddress, phone, visitor, wide} from './visitor.mjs';

async function take(page, folder, name) {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({path: path.join(folder, `${name}.png`)});
  console.log(path.join(folder, `${name}.png`));
}

async function typeLine(page) {
  await page.goto('/today');
  await page.keyboard.press('c');
  await page.waitForSelector('#capture-dialog form[data-live]');
  await page.keyboard.type('met @Luca Moretti corridor re #reading-lists 10m shelf marks puzzled him -> send shelf guide Fri');
  await eventually('the preview', async () => /Luca Moretti/.test(await page.locator('#capture-preview').textContent()));
}

/** The first of one's own: in the made-up university the one from a corridor chat. */
async function ownChain(page) {
  await page.goto('/bumps');
  return page.locator('main [data-row] a').first().getAttribute('href');
}

async function inForm(world, folder, suffix, options) {
  const somebody = await visitor(world, {as: 'librarian', ...options});
  const {page} = somebody;
  const jane = await personAddress(page, 'Jane Smith');
  for (const [name, address] of [['today', '/today'], ['person', jane], ['people', '/people'], ['brief', `${jane}/brief`], ['chain', await ownChain(page)]]) {
    await page.goto(address);
    await take(page, folder, name + suffix);
  }
  await typeLine(page);
  await take(page, folder, `capture${suffix}`);
  await somebody.leave();
}

/** On paper, as the server draws it. */
async function headlinePage(world, folder) {
  const somebody = await visitor(world, {as: 'librarian'});
  await somebody.page.goto('/headlines');
  const year = /\d+$/.exec(somebody.page.url())[0];
  const picture = await somebody.page.request.get(`/departments/nursing-midwifery/headline/${year}.png`);
  fs.writeFileSync(path.join(folder, 'headline.png'), await picture.body());
  await somebody.leave();
}

export async function takePictures(world, folder) {
  fs.mkdirSync(folder, {recursive: true});
  await headlinePage(world, folder);
  await inForm(world, folder, '', {viewport: wide, colorScheme: 'light'});
  await inForm(world, folder, '-dark', {viewport: wide, colorScheme: 'dark'});
  await inForm(world, folder, '-phone', {viewport: phone, colorScheme: 'light', deviceScaleFactor: 2});
}
