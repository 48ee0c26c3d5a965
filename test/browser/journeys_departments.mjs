// Departments: a leader says where a part of one went, and takes it back; with and without script, wide and on a phone.
import {expect} from '../support/runner.mjs';
import {faultsInAllForms, violations} from './pages.mjs';
import {asVisitor, phone, wide} from './visitor.mjs';

const text = (page) => page.locator('main').textContent();
const nursing = '/departments/nursing-midwifery';
const publicHealth = '/departments/public-health';

/** The form of parts; its last row is empty. */
const partsOf = (page) => page.locator('section', {has: page.getByRole('heading', {name: 'A part of it went elsewhere'})});

async function savePart(page, {into, from}) {
  await partsOf(page).getByLabel('It is in').first().selectOption({label: into});
  await partsOf(page).getByLabel('First day there').first().fill(from);
  await partsOf(page).getByRole('button', {name: 'Save the parts'}).click();
}

async function takeBack(page) {
  await page.goto(`${nursing}/edit`);
  await savePart(page, {into: 'None', from: ''});
  await page.locator('.flash', {hasText: 'Saved.'}).waitFor();
}

export async function departmentJourneys(runner, world) {
  for (const [javaScriptEnabled, viewport] of [[true, wide], [true, phone], [false, wide], [false, phone]]) {
    const how = `${javaScriptEnabled ? 'with' : 'without'} script at ${viewport.width} px`;
    await runner.test(`departments: a part of one goes to another, and is taken back ${how}`, () => asVisitor(world, {as: 'leader', javaScriptEnabled, viewport}, async (page, {complaints}) => {
      await page.goto(nursing);
      await page.getByRole('link', {name: 'Edit', exact: true}).click();
      await savePart(page, {into: 'Public Health', from: ''});
      await page.locator('.errors a[href="#part-1-from"]').click();
      expect(await page.evaluate(() => document.activeElement?.id) === 'part-1-from', 'the fault does not lead to the day');
      expect(await page.locator('#part-1').inputValue() === 'public-health', 'what was chosen is gone');
      complaints.splice(0, complaints.length, ...complaints.filter((words) => !/422/.test(words)));
      await savePart(page, {into: 'Public Health', from: '2026-08-01'});
      await page.locator('.flash', {hasText: 'Saved.'}).waitFor();
      expect(/A part of it is in Public Health/.test(await text(page)), 'its history does not say it');
      expect(await partsOf(page).getByLabel('It is in').count() === 2, 'there is no row for another part');
      await page.goto(nursing);
      expect(/A part of it is in Public Health since/.test(await text(page)), 'the page of the department does not say it');
      await page.goto(publicHealth);
      expect(/A part of Nursing & Midwifery goes on in it since/.test(await text(page)), 'the page of the other one does not say it');
      await page.goto('/plans');
      await page.goto(`${publicHealth}/plan/${new URL(page.url()).pathname.split('/').pop()}`);
      await page.getByRole('region', {name: /Nursing & Midwifery/}).waitFor();
      await takeBack(page);
      expect(!/A part of it is in/.test(await text(page)), 'it was not taken back');
    }));
  }

  await runner.test('departments: the form of parts is clean for axe at every width', () => asVisitor(world, {as: 'leader'}, async (page, somebody) => {
    await page.goto(`${nursing}/edit`);
    await savePart(page, {into: 'Public Health', from: '2026-08-01'});
    await page.locator('.flash', {hasText: 'Saved.'}).waitFor();
    const found = await faultsInAllForms(somebody, `${nursing}/edit`);
    for (const viewport of [wide, phone]) {
      await page.setViewportSize(viewport);
      await page.goto(`${nursing}/edit`);
      await savePart(page, {into: 'Public Health', from: ''});
      await page.locator('.errors').waitFor();
      found.push(...(await violations(page)).map((fault) => `${viewport.width} px with a fault: ${fault}`));
    }
    somebody.complaints.length = 0;  // the browser's own words about the 422
    await takeBack(page);
    expect(found.length === 0, [...new Set(found)].join('\n'));
  }));
}
