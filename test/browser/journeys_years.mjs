// When academic years begin: looked at, kept, and taken back.
import {expect} from '../support/runner.mjs';
import {faultsInAllForms} from './pages.mjs';
import {asVisitor} from './visitor.mjs';

const address = '/settings/academic-years';
const main = (page) => page.locator('main');

/** Chooses the first year that may begin otherwise, and that month; gives the year's words. */
async function choose(page, month) {
  await page.goto(address);
  const years = page.getByLabel('From the academic year');
  const words = (await years.locator('option').first().textContent()).trim();
  await years.selectOption({index: 0});
  await page.getByLabel('Years begin on').selectOption({label: month});
  await page.getByRole('button', {name: 'See what it changes'}).click();
  return words;
}

export async function yearJourneys(runner, world) {
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with' : 'without';
    await runner.test(`years: another start is looked at, kept and taken back ${how} script`, () => asVisitor(world, {as: 'leader', javaScriptEnabled}, async (page) => {
      const year = await choose(page, '1 September');
      expect(/has 13 months then/.test(await main(page).textContent()), 'it is not said how long the year before becomes');
      await page.getByRole('button', {name: 'Keep it'}).click();
      await page.waitForURL(`**${address}`);
      expect((await page.locator('p.lead').textContent()).includes(`from ${year} on 1 September`), 'the rule is not kept');
      await page.goto('/settings/calendar');
      expect((await main(page).textContent()).includes(`from ${year} on 1 September`), 'the calendar does not say it');
      await choose(page, '1 August');
      await page.getByRole('button', {name: 'Keep it'}).click();
      await page.waitForURL(`**${address}`);
      expect(/Academic years begin on 1 August\./.test(await page.locator('p.lead').textContent()), 'it was not taken back');
      expect(await page.locator('li', {hasText: `From ${year} on 1 September`}).count() > 0, 'what was said is gone');
    }));
  }

  await runner.test('years: what cannot be is refused and stays chosen', () => asVisitor(world, {as: 'leader'}, async (page, {complaints}) => {
    await choose(page, '1 August');
    expect(await page.locator('.errors').count() === 1, 'the start that holds already was taken');
    expect(await page.getByLabel('Years begin on').inputValue() === '8', 'what was chosen is gone');
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !/422/.test(text)));
  }));

  await runner.test('years: what a change touches is clean for axe at every width', () => asVisitor(world, {as: 'administrator'}, async (page, somebody) => {
    await choose(page, '1 September');
    const {pathname, search} = new URL(page.url());
    const found = await faultsInAllForms(somebody, pathname + search);
    expect(found.length === 0, [...new Set(found)].join('\n'));
  }));
}
