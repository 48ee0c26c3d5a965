// Champions: from a nomination to agreement and an end, with and without script; two tabs; the list with its gaps.
import {expect} from '../support/runner.mjs';
import {asVisitor, personAddress, phone} from './visitor.mjs';

const text = (page) => page.locator('main').textContent();

async function say(page, what, words) {
  await page.getByLabel(what).check();
  await page.locator('#words').fill(words);
  await page.getByRole('button', {name: 'Save'}).click();
}

async function nominate(page, reason) {
  await page.locator('#words').fill(reason);
  await page.getByRole('button', {name: 'Nominate'}).click();
  await page.getByLabel('They were told').waitFor();
}

export async function championJourneys(runner, world) {
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with' : 'without';
    await runner.test(`champions: one is nominated, told, agrees, is thanked and ends ${how} script`, () => asVisitor(world, {as: 'librarian', javaScriptEnabled}, async (page) => {
      const person = await personAddress(page, 'Wei Zhang');
      await page.goto(`${person}/champion`);
      await nominate(page, `Opens doors ${how} script`);
      await say(page, 'They were told', 'Over tea');
      await say(page, 'They agreed', '');
      await page.getByText('How we said thank you').waitFor();
      await page.locator('#thanks').fill(`A cake ${how} tea`);
      await page.getByRole('button', {name: 'Add'}).click();
      await page.getByText(`A cake ${how} tea`).waitFor();
      await page.goto(person);
      expect(/Champion since/.test(await text(page)), 'the person’s page does not say it');
      await page.goto(`${person}/brief`);
      expect(/Champion since/.test(await text(page)), 'the brief does not say it');
      await page.goto('/champions');
      expect(/Wei Zhang/.test(await text(page)), 'the list does not name them');
      await page.goto(`${person}/champion`);
      await say(page, 'It ended', 'Enough for a test');
      await page.getByRole('button', {name: 'Nominate'}).waitFor();
      expect(new RegExp(`Opens doors ${how} script`).test(await text(page)), 'what was said is gone');
    }));
  }

  await runner.test('champions: the second of two tabs that nominate sees both', () => asVisitor(world, {as: 'librarian'}, async (page, {context, complaints}) => {
    await page.goto(`${await personAddress(page, 'Luca Moretti')}/champion`);
    const other = await context.newPage();
    await other.goto(page.url());
    await nominate(other, 'A faster reason');
    await page.locator('#words').fill('A slower reason');
    await page.getByRole('button', {name: 'Nominate'}).click();
    await page.getByRole('alert').waitFor();
    const words = await text(page);
    expect(/A faster reason/.test(words) && /A slower reason/.test(words), 'it does not show both');
    await say(other, 'It ended', 'Two tabs');
    complaints.splice(0, complaints.length, ...complaints.filter((line) => !/409/.test(line)));
  }));

  await runner.test('champions: the list names the gaps, narrows to a faculty, and fits on a phone', () => asVisitor(world, {as: 'leader', viewport: phone}, async (page) => {
    await page.goto('/champions');
    expect(/champions in .* of .* departments\. None yet in/.test(await text(page)), 'the gaps are not said');
    await page.getByLabel('Faculty or department').selectOption({index: 1});
    await page.getByRole('button', {name: 'Show'}).click();
    await page.waitForURL(/unit=/);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide === 0, `it is ${wide} px too wide`);
  }));
}
