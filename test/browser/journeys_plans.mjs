// Plans: begun with and without script, ticked, changed in two tabs, closed; on a phone; on one sheet of paper.
import {today} from '../support/program.mjs';
import {eventually, expect} from '../support/runner.mjs';
import {asVisitor, personAddress, phone} from './visitor.mjs';

const inDays = (days) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
const text = (page) => page.locator('main').textContent();

async function fillIn(page, hope, step) {
  await page.getByLabel('What do we hope for?').fill(hope);
  await page.locator('#step-1-words').fill(step);
  await page.locator('#step-1-due').fill(inDays(9));
}

/** Begins a plan in an area that nobody has planned for; its address. */
async function begin(page, name, area, hope, step) {
  const address = `${await personAddress(page, name)}/plan?area=${area}`;
  await page.goto(address);
  await fillIn(page, hope, step);
  await page.getByRole('button', {name: 'Begin this plan'}).first().click();
  await page.getByRole('link', {name: 'Change the plan'}).waitFor();
  return address;
}

async function close(page, outcome, learnt) {
  await page.getByRole('link', {name: 'Close the plan'}).click();
  await page.getByLabel(outcome).check();
  await page.getByLabel('What did we learn?').fill(learnt);
  await page.getByRole('button', {name: 'Close the plan'}).click();
}

export async function planJourneys(runner, world) {
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with' : 'without';
    await runner.test(`plans: one is begun with a row more, ticked and closed ${how} script`, () => asVisitor(world, {as: 'librarian', javaScriptEnabled}, async (page) => {
      await page.goto(`${await personAddress(page, 'Wei Zhang')}/plan?area=teaching`);
      await fillIn(page, `An hour in week three, ${how}`, `Bring ${how} tea`);
      await page.getByRole('button', {name: 'Add a step'}).click();
      await page.locator('#step-4-words').waitFor();
      expect(await page.locator('#step-1-words').inputValue() === `Bring ${how} tea`, 'the first step is gone');
      await page.locator('#step-4-words').fill('Ask the tutors');
      await page.locator('#step-4-due').fill(inDays(20));
      await page.getByRole('button', {name: 'Begin this plan'}).first().click();
      await page.locator('.plan-steps li').nth(1).waitFor();
      await page.getByRole('button', {name: new RegExp(`^Done.*Bring ${how} tea`)}).click();
      await eventually('the step is done', async () => /Done [\s\S]*Bring/.test(await page.locator('.plan-steps li.now').textContent()));
      await close(page, 'Changed our minds', `Tea was enough, ${how}`);
      await page.getByText('Earlier plans').waitFor();
      expect(new RegExp(`Tea was enough, ${how}`).test(await text(page)), 'what was learnt is not listed');
    }));
  }

  await runner.test('plans: the second of two tabs sees both, and keeps its words', () => asVisitor(world, {as: 'librarian'}, async (page, {context, complaints}) => {
    await begin(page, 'Luca Moretti', 'research', 'A first hope', 'Read the draft');
    await page.getByRole('link', {name: 'Change the plan'}).click();
    const other = await context.newPage();
    await other.goto(page.url());
    await other.getByLabel('What do we hope for?').fill('A faster hope');
    await other.getByRole('button', {name: 'Save plan'}).first().click();
    await other.getByRole('link', {name: 'Change the plan'}).waitFor();
    await page.getByLabel('What do we hope for?').fill('A slower hope');
    await page.getByRole('button', {name: 'Save plan'}).first().click();
    await page.locator('.errors').waitFor();
    expect(/A faster hope/.test(await page.locator('.errors').textContent()), 'the other version is not shown');
    expect(await page.getByLabel('What do we hope for?').inputValue() === 'A slower hope', 'the words are gone');
    await page.getByRole('button', {name: 'Save plan'}).first().click();
    await page.getByRole('link', {name: 'Change the plan'}).waitFor();
    expect(/A slower hope/.test(await text(page)), 'it was not saved the second time');
    await close(page, 'Not yet', 'Two tabs');
    complaints.splice(0, complaints.length, ...complaints.filter((words) => !/409/.test(words)));
  }));

  await runner.test('plans: on a phone the form is one column and nothing scrolls sideways', () => asVisitor(world, {as: 'librarian', viewport: phone}, async (page) => {
    await page.goto(`${await personAddress(page, 'Wei Zhang')}/plan?area=collections`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide === 0, `it is ${wide} px too wide`);
  }));

  await runner.test('plans: one fits on a sheet of A4', () => asVisitor(world, {as: 'librarian'}, async (page) => {
    await page.goto(`${await personAddress(page, 'Adaeze Okafor')}/plan`);
    await page.getByText('What would it take?').waitFor();
    const sheets = (await page.pdf({format: 'A4', preferCSSPageSize: true})).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;
    expect(sheets === 1, `it takes ${sheets} sheets`);
  }));
}
