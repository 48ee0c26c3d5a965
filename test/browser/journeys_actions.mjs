// Action plans: an action is added, moved by key and ticked; minutes become actions; two tabs; the round; a
// department reads and agrees by a link, without a cookie.
import {expect} from '../support/runner.mjs';
import {asVisitor, phone} from './visitor.mjs';

const text = (page) => page.locator('main').textContent();

/** A department that the librarian's own list of departments links to; its plan of this year. */
async function planAddress(page, name) {
  await page.goto('/departments');
  const href = await page.locator('main').getByRole('link', {name, exact: true}).first().getAttribute('href');
  await page.goto('/plans');
  const year = new URL(page.url()).pathname.split('/').pop();
  return `${href}/plan/${year}`;
}

export async function actionJourneys(runner, world) {
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with' : 'without';
    await runner.test(`action plans: an action is added and moved on ${how} script`, () => asVisitor(world, {as: 'librarian', javaScriptEnabled}, async (page) => {
      await page.goto(await planAddress(page, 'Nursing & Midwifery'));
      if (javaScriptEnabled) {
        await page.keyboard.press('n');
        expect(await page.evaluate(() => document.activeElement?.id) === 'words', 'N does not lead to the words');
      }
      await page.locator('#words').fill(`Map the year ${how} script`);
      await page.getByRole('button', {name: 'Add action'}).click();
      await page.getByText('The action is added.').waitFor();
      const row = page.locator('.act', {hasText: `Map the year ${how} script`});
      if (javaScriptEnabled) {
        await row.getByRole('link', {name: `Map the year ${how} script`}).focus();
        await page.keyboard.press(' ');
      } else {
        await row.getByRole('button', {name: /Change to under way/}).click();
      }
      await page.getByText(`Under way: Map the year ${how} script`).waitFor();
      await page.locator('.act', {hasText: `Map the year ${how} script`}).getByRole('button', {name: /^Done:/}).click();
      await page.getByText(`Done: Map the year ${how} script`).waitFor();
    }));

    await runner.test(`action plans: minutes become actions ${how} script`, () => asVisitor(world, {as: 'librarian', javaScriptEnabled}, async (page) => {
      await page.goto(`${await planAddress(page, 'Paramedic Science')}/meeting`);
      await page.getByLabel('What is said').fill(`We met ${how} script\n? Longer hours ${how} script\n> send the figures ${how} script Fri`);
      if (!javaScriptEnabled) await page.getByRole('button', {name: 'See what they become'}).click();
      await page.locator('#minutes-preview', {hasText: 'They asked for'}).waitFor();
      await page.getByRole('button', {name: 'Keep the minutes'}).click();
      await page.getByText('The minutes are kept, with').waitFor();
      expect((await text(page)).includes(`Longer hours ${how} script`), 'the action is not there');
    }));
  }

  await runner.test('action plans: a department that ends goes on in another', () => asVisitor(world, {as: 'administrator'}, async (page) => {
    await page.goto('/plans');
    const year = Number(new URL(page.url()).pathname.split('/').pop());
    const added = async (name) => {
      await page.goto('/departments/new');
      await page.locator('#name').fill(name);
      await page.getByLabel('Department', {exact: true}).check();
      await page.getByRole('button', {name: 'Add', exact: true}).click();
      await page.getByRole('heading', {name, level: 1}).waitFor();
      return new URL(page.url()).pathname;
    };
    const podiatry = await added('Podiatry of old');
    const feet = await added('Foot Health');
    await page.goto(`${podiatry}/plan/${year - 1}`);
    await page.locator('#words').fill('A list of shoes');
    await page.getByRole('button', {name: 'Add action'}).click();
    await page.getByText('The action is added.').waitFor();
    await page.goto(`${podiatry}/edit`);
    await page.locator('#successor-1').selectOption({label: 'Foot Health'});
    await page.getByRole('button', {name: 'Close Podiatry of old'}).click();
    await page.getByText('Podiatry of old is closed.').waitFor();
    await page.goto(`${podiatry}/edit`);
    expect((await text(page)).includes('It goes on in Foot Health'), 'its history does not say where it goes on');
    await page.goto(`${feet}/plan/${year}`);
    const before = page.getByRole('region', {name: /Podiatry of old/});
    await before.getByText('Say what became of it').click();
    await before.getByRole('button', {name: 'Carry forward'}).click();
    await page.getByText('It goes on in').first().waitFor();
    expect(new URL(page.url()).pathname === `${feet}/plan/${year}`, `it leads to ${page.url()}`);
    await page.locator('section[aria-labelledby=h-now] .act', {hasText: 'A list of shoes'}).waitFor();
  }));

  await runner.test('action plans: a phone reads and ticks', () => asVisitor(world, {as: 'librarian', viewport: phone}, async (page) => {
    await page.goto(await planAddress(page, 'Public Health'));
    const tick = page.locator('.act .tick[aria-pressed=false]').first();
    const {width, height} = await tick.boundingBox();
    expect(width >= 24 && height >= 24, `the tick is ${width} by ${height}`);
    await tick.click();
    await page.locator('.flash', {hasText: 'Done:'}).waitFor();
  }));

  await runner.test('action plans: the second tab keeps its words', () => asVisitor(world, {as: 'librarian'}, async (page, {context}) => {
    await page.goto(await planAddress(page, 'Nursing & Midwifery'));
    await page.locator('.act-cols > .stack .act h4 a').first().click();
    const second = await context.newPage();
    await second.goto(page.url());
    await page.locator('#action #words').fill('Words of the first tab');
    await page.getByRole('button', {name: 'Save action'}).click();
    await page.getByText('The action is saved.').waitFor();
    await second.locator('#action #words').fill('Words of the second tab');
    await second.getByRole('button', {name: 'Save action'}).click();
    await second.getByText('A colleague has changed this action').waitFor();
    expect((await text(second)).includes('Words of the first tab'), 'what is there is not shown');
    expect(await second.locator('#action #words').inputValue() === 'Words of the second tab', 'what was typed is lost');
  }));

  await runner.test('round: a card is moved by its menu and by dragging', () => asVisitor(world, {as: 'leader'}, async (page) => {
    await page.goto('/plans');
    const name = await page.locator('[data-round-state=to_invite] [data-round-card] h3').first().textContent();
    const card = () => page.locator('[data-round-card]', {hasText: name});
    await card().getByText('Move').first().click();
    await card().locator('select').selectOption('invited');
    await card().getByRole('button', {name: 'Move'}).click();
    await page.getByText(`${name}: invited.`).waitFor();
    await card().dragTo(page.locator('[data-round-state=booked]'), {targetPosition: {x: 20, y: 10}});
    await page.getByText(`${name}: booked.`).waitFor();
  }));

  await runner.test('sharing: a department reads its plan and agrees, and is given no cookie', () => asVisitor(world, {as: 'librarian'}, async (page) => {
    await page.goto(`${await planAddress(page, 'Nursing & Midwifery')}/sharing`);
    await page.getByLabel('For whom').fill('Head of department');
    await page.getByRole('button', {name: 'Make the link'}).click();
    const address = await page.locator('[data-copy]').getAttribute('href');
    await asVisitor(world, {}, async (guest, {context}) => {
      await guest.goto(address);
      await guest.getByLabel('Your name').fill('Prof. Made Up');
      await guest.getByLabel('A comment').fill('<b>Thank you</b>');
      await guest.getByRole('button', {name: 'We agree to this plan'}).click();
      await guest.getByText('Thank you. The library has it.').waitFor();
      expect((await context.cookies()).length === 0, 'a cookie was set');
    });
    await page.goto(await planAddress(page, 'Nursing & Midwifery'));
    expect((await text(page)).includes('<b>Thank you</b>'), 'the comment is not shown as it was written');
    await page.goto('/today');
    await page.getByRole('heading', {name: 'Departments have answered'}).waitFor();
  }));
}
