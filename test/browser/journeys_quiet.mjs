// What librarians do with people who have gone quiet, a relationship's card, and the library's overview.
import {eventually, expect} from '../support/runner.mjs';
import {asVisitor, personAddress} from './visitor.mjs';

const card = (page) => page.locator('section', {has: page.locator('#h-q')});
const nameIn = (row) => row.locator('h3 a, h2 a').first().textContent();

async function engagementJourneys(runner, world) {
  await runner.test('engagement: each part of a card opens onto its rows', () => asVisitor(world, {as: 'librarian'}, async (page) => {
    await page.goto(`${await personAddress(page, 'Jane Smith')}`);
    await page.getByRole('link', {name: 'Engagement', exact: true}).click();
    expect(await page.locator('section.part').count() === 5, 'a card has five parts');
    await page.getByText('The twelve months').click();
    expect(await page.locator('section.part li:visible').count() === 12, 'the rhythm does not open onto twelve months');
  }));

  await runner.test('engagement: a number of the overview opens onto as many conversations', () => asVisitor(world, {as: 'administrator'}, async (page) => {
    await page.goto('/reports/engagement');
    await page.locator('.heat-table tbody th a').first().click();
    const cell = page.locator('.heat-table td a[href^="/reports/engagement/"]').first();
    const counted = Number(/\d+/.exec(await cell.textContent())[0]);
    await cell.click();
    const rows = await page.locator('.story > li').count();
    const hidden = Number(/(\d+|one|two|three|four|five)/i.exec((await page.locator('main p.note').allTextContents()).join(' '))?.[0] ?? 0) || 0;
    expect(rows === counted || rows + hidden === counted || hidden > 0, `${counted} were counted and ${rows} are shown`);
  }));

  await runner.test('engagement: a leader sees who would change, and nothing has changed', () => asVisitor(world, {as: 'leader'}, async (page, {complaints}) => {
    await page.goto('/settings/engagement');
    await page.getByLabel('Weight of recency').fill('60');
    for (const part of ['rhythm', 'two-way', 'depth', 'reach']) await page.getByLabel(`Weight of ${part}`).fill('10');
    await page.getByRole('button', {name: 'Show who would change'}).click();
    expect(/would stand in another band/.test(await page.locator('main').textContent()), 'there is no preview');
    await page.goto('/settings/engagement');
    expect(await page.getByLabel('Weight of recency').inputValue() === '20', 'a preview changed something');
    await page.getByLabel('Weight of recency').fill('61');
    await page.getByRole('button', {name: 'Change it'}).click();
    expect(await page.locator('.error-summary, [role=alert]').count() > 0, 'weights of 101 were taken');
    expect(await page.getByLabel('Weight of recency').inputValue() === '61', 'what was typed is gone');
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !/422/.test(text)));
  }));
}

export async function quietJourneys(runner, world) {
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with' : 'without';
    await runner.test(`quiet: somebody is snoozed with a reason from Today ${how} script, and taken back`, () => asVisitor(world, {as: 'librarian', javaScriptEnabled}, async (page) => {
      await page.goto('/today');
      const row = card(page).locator('li[data-row]').first();
      const name = await nameIn(row);
      await row.getByRole('link', {name: 'Snooze'}).click();
      await page.getByLabel('Why', {exact: true}).fill('on sabbatical');
      await page.getByRole('button', {name: 'Snooze'}).click();
      await page.waitForURL('**/today');
      const answered = card(page).locator('li', {hasText: 'snoozed until'});
      expect((await answered.textContent()).includes(name), 'Today does not say who was snoozed');
      expect(await card(page).locator('h3', {hasText: name}).count() === 0, 'somebody snoozed is still asked about');
      await answered.getByRole('button', {name: 'Undo'}).click();
      await page.waitForURL('**/today');
      expect(await card(page).locator('h3', {hasText: name}).count() === 1, 'what was taken back does not show again');
    }));
  }

  await runner.test('quiet: somebody is fine as it is, on the list', () => asVisitor(world, {as: 'librarian'}, async (page) => {
    await page.goto('/quiet');
    const row = page.locator('main li[data-row]').first();
    const name = await nameIn(row);
    await row.getByRole('button', {name: 'Fine as it is'}).click();
    await page.waitForURL('**/quiet**');
    await page.getByRole('link', {name: /Snoozed or fine/}).click();
    const answered = page.locator('main li[data-row]', {hasText: name});
    await answered.getByRole('button', {name: 'Undo'}).click();
    await page.goto('/quiet');
    expect(await page.locator('main h2', {hasText: name}).count() === 1, 'what was taken back does not show again');
  }));

  await runner.test('quiet: a snooze without a reason keeps what was typed', () => asVisitor(world, {as: 'librarian', javaScriptEnabled: false}, async (page, {complaints}) => {
    await page.goto('/quiet');
    await page.locator('main li[data-row]').first().getByRole('link', {name: 'Snooze'}).click();
    const until = await page.getByLabel('Until').inputValue();
    await page.locator('form[action$="/snoozes"]').evaluate((form) => form.noValidate = true);
    await page.getByRole('button', {name: 'Snooze'}).click();
    expect(/Say why in a few words/.test(await page.locator('main').textContent()), 'no reason was asked for');
    expect(await page.getByLabel('Until').inputValue() === until, 'the day is gone');
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !/422/.test(text)));
  }));

  await runner.test('quiet: a conversation takes somebody off the list', () => asVisitor(world, {as: 'librarian'}, async (page) => {
    await page.goto('/quiet');
    const link = page.locator('main li[data-row] h2 a').first();
    const [name, address] = [await link.textContent(), await link.getAttribute('href')];
    await page.goto(`/capture?person=${address.split('/').pop()}`);
    await page.locator('main textarea[name=line]').press('End');
    await page.locator('main textarea[name=line]').pressSequentially('corridor 5m');
    await page.locator('main form[data-capture] button.primary').first().click();
    await page.locator('main a[href^="/conversations/"]').first().waitFor();
    await eventually('they are off the list', async () => {
      await page.goto('/quiet');
      return await page.locator('main h2', {hasText: name}).count() === 0;
    });
  }));

  await engagementJourneys(runner, world);
}
