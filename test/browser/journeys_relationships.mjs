// What librarians do with levels: look at the ladder, move somebody by mouse, by keyboard and without script.
import {eventually, expect} from '../support/runner.mjs';
import {asVisitor, goBy, personAddress, phone} from './visitor.mjs';

const cards = (page, level) => page.locator(`[data-level="${level}"] [data-card]`);
const nameOf = async (card) => (await card.locator('h3').textContent()).trim();

/** Answers the form that asks what changed. */
async function sayWhy(page, why) {
  await page.getByLabel('What changed?').fill(why);
  await page.getByRole('button', {name: 'Move', exact: true}).click();
}

export async function relationshipJourneys(runner, world) {
  const librarian = {as: 'librarian'};

  await runner.test('relationships: G R leads to the ladder; its columns say how many', () => asVisitor(world, librarian, async (page) => {
    await page.goto('/today');
    await goBy(page, 'r');
    await page.waitForURL('**/relationships');
    const columns = page.locator('[data-ladder] [data-level]');
    expect(await columns.count() === 5, 'there are not five levels');
    expect(/Movement this term/.test(await page.locator('main').textContent()), 'nothing is said of movement');
  }));

  await runner.test('relationships: a card is dragged, and what changed becomes part of the story', () => asVisitor(world, librarian, async (page) => {
    await page.goto('/relationships');
    const card = cards(page, 1).first();
    const name = await nameOf(card);
    await card.dragTo(page.locator('[data-level="2"] header'));
    await page.waitForURL('**/relationship/move?**');
    expect(await page.locator('input[name=level][value="2"]').isChecked(), 'the level is not filled in');
    await sayWhy(page, 'Asked about lantern slides');
    await page.waitForURL('**/relationships?**');
    await page.goto(await personAddress(page, name.replace(/^(Dr|Prof\.|Mr|Mrs|Ms|Mx) /, '')));
    await page.getByRole('link', {name: 'How it came to this'}).click();
    await page.waitForURL('**/relationship');
    expect(/Asked about lantern slides/.test(await page.locator('.moves').textContent()), 'the reason is not in the path');
  }));

  await runner.test('relationships: arrows go from card to card, M opens the menu', () => asVisitor(world, librarian, async (page) => {
    await page.goto('/relationships');
    await cards(page, 2).first().locator('h3 a').focus();
    await page.keyboard.press('ArrowDown');
    const second = await nameOf(cards(page, 2).nth(1));
    expect(await page.evaluate(() => document.activeElement.textContent.trim()) === second, 'the focus is not on the next card');
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement.closest('[data-level]').dataset.level) === '3', 'the focus is not on the next level');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('m');
    await page.locator('[role=menu]').waitFor();
    await page.keyboard.press('Escape');
    await eventually('the menu is closed', async () => await page.locator('[role=menu]').count() === 0);
    await page.locator('[data-level="3"] [data-card]:not([data-slipping]) h3 a').first().focus();
    await page.keyboard.press('m');
    await page.getByRole('menuitem', {name: /Say that it is slipping/}).click();
    await page.waitForURL('**/relationship/move?**slipping=yes**');
    await sayWhy(page, 'Two mails without an answer');
    await page.waitForURL('**/relationships?**');
  }));

  await runner.test('relationships: without script somebody is moved, with evidence', () => asVisitor(world, {...librarian, javaScriptEnabled: false}, async (page, {complaints}) => {
    await page.goto('/relationships');
    const card = cards(page, 3).first();
    const name = await nameOf(card);
    await card.getByRole('link', {name: `Move ${name}`}).click();
    await page.getByRole('radio', {name: /Partner/}).check();
    await page.locator('input[name=evidence]').first().check();
    await page.getByRole('button', {name: 'Move', exact: true}).click();
    expect(/Say in a few words what changed/.test(await page.locator('.errors').textContent()), 'it was taken without a reason');
    expect(await page.locator('input[name=evidence]').first().isChecked(), 'the evidence was lost');
    complaints.length = 0;  // the browser's own words about the 422
    await sayWhy(page, 'Sent next year’s plan to comment on');
    await page.waitForURL('**/relationships?**');
    await page.locator('[data-level="4"]').getByRole('link', {name, exact: true}).click();
    expect(/Partner/.test(await page.locator('.rungs .here').textContent()), 'the page of the person does not know');
  }));

  await runner.test('relationships: two tabs move the same person; the second sees both', () => asVisitor(world, librarian, async (page, {context}) => {
    await page.goto('/relationships');
    const address = await cards(page, 2).first().locator('[data-move]').getAttribute('href');
    const other = await context.newPage();
    for (const tab of [page, other]) await tab.goto(address);
    await page.locator('input[name=level][value="3"]').check();
    await sayWhy(page, 'Taught about kites');
    await page.waitForURL('**/relationships?**');
    await other.locator('input[name=level][value="1"]').check();
    const answered = other.waitForResponse((response) => response.request().method() === 'POST');
    await sayWhy(other, 'Moved to another module');
    expect((await answered).status() === 409, 'the second was taken');
    const words = await other.locator('main').textContent();
    expect(/Taught about kites/.test(words) && /Moved to another module/.test(words), 'it does not show both');
    await other.close();
  }));

  await runner.test('relationships: a suggestion fills in the form, or is set aside', () => asVisitor(world, librarian, async (page) => {
    await page.goto('/relationships/suggestions?whose=all');
    const rows = page.locator('main [data-row]');
    const before = await rows.count();
    expect(before > 0, 'nothing is suggested');
    const name = (await rows.first().locator('h2').textContent()).trim();
    await rows.first().getByRole('button', {name: 'Not now'}).click();
    await page.waitForURL('**/relationships/suggestions?**');
    expect(await page.locator('main [data-row] h2', {hasText: name}).count() === 0, 'it is still suggested');
    await rows.first().getByRole('link', {name: 'Move, and say what changed'}).click();
    expect((await page.getByLabel('What changed?').inputValue()).length > 5, 'the reason is not filled in');
  }));

  await runner.test('relationships: on a phone the columns are swiped and nothing else scrolls sideways', () => asVisitor(world, {...librarian, viewport: phone}, async (page) => {
    await page.goto('/relationships');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide === 0, 'the page scrolls sideways');
    expect(await page.locator('[data-ladder]').evaluate((ladder) => ladder.scrollWidth > ladder.clientWidth), 'the ladder does not');
  }));

  await runner.test('overview: on a phone every month of every faculty is seen without scrolling aside', () => asVisitor(world, {as: 'leader', viewport: phone}, async (page) => {
    await page.goto('/reports/engagement?year=2025');
    const months = page.locator('svg.heat-narrow text', {hasText: /^[A-Z][a-z]{2}$/});
    const rows = await page.locator('main [data-row]').count();
    expect(rows > 1 && await months.count() === 12 * rows, `${await months.count()} months of ${rows} rows`);
    const outside = await months.evaluateAll((all) => all.filter((month) => {
      const {left, right} = month.getBoundingClientRect();
      return left < 0 || right > innerWidth;
    }).length);
    expect(outside === 0, `${outside} months lie outside the screen`);
    expect(await page.locator('svg.heat-fixed').isHidden(), 'the wide picture is shown too');
  }));

  await runner.test('relationships: an empty ladder shows a sample of which nothing can be moved', () => asVisitor(world, {as: 'administrator'}, async (page) => {
    await page.goto('/relationships?whose=mine');
    await page.getByText('these three are made up').waitFor();
    expect(await page.locator('[data-card], [data-move]').count() === 0, 'a card of it can be moved');
  }));

  await runner.test('relationships: an administrator looks at new levels and leaves them', () => asVisitor(world, {as: 'administrator'}, async (page) => {
    await page.goto('/settings/levels');
    const levels = page.getByLabel('One level a line, lowest first');
    await levels.fill((await levels.inputValue()).replace('Working together', 'Teaching together'));
    await page.getByRole('button', {name: 'Look at what changes'}).click();
    await page.getByRole('heading', {name: 'What would change'}).waitFor();
    expect(await page.getByLabel('Working together becomes').inputValue() === '3', 'the guess is another');
    await page.getByRole('link', {name: 'Leave them as they are'}).click();
    await page.waitForURL('**/settings/levels');
  }));
}
