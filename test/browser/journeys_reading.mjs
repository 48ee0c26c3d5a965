// What librarians do to recall: find, the page of a person, Today; and the keys and colours of every page.
import {eventually, expect} from '../support/runner.mjs';
import {asVisitor, goBy, personAddress} from './visitor.mjs';

const pathOf = (page) => new URL(page.url()).pathname;

export async function readingJourneys(runner, world) {
  const librarian = {as: 'librarian'};

  await runner.test('find: Ctrl K, a name without its accent, Enter: the page of the person', () => asVisitor(world, librarian, async (page) => {
    await page.goto('/today');
    await page.keyboard.press('Control+k');
    await page.keyboard.insertText('sian probert');  // at once: each answer takes away what the one before it offered
    await page.locator('#find-results [data-combobox-option-default]', {hasText: 'Siân Probert'}).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/people\//);
    expect(/Siân Probert/.test(await page.locator('h1').textContent()), 'another page opened');
  }));

  await runner.test('find: the slash opens it and Escape leaves the page as it was', () => asVisitor(world, librarian, async (page) => {
    await page.goto('/people');
    await page.keyboard.press('/');
    await page.waitForSelector('#find-dialog[open]');
    await page.keyboard.press('Escape');
    await page.waitForSelector('#find-dialog[open]', {state: 'detached'}).catch(() => page.waitForSelector('#find-dialog:not([open])', {state: 'attached'}));
    expect(pathOf(page) === '/people', 'it went elsewhere');
  }));

  await runner.test('today: J goes to a row and X ticks its promise', () => asVisitor(world, librarian, async (page) => {
    await page.goto('/today');
    const ticks = page.locator('main form[data-tick]');
    const before = await ticks.count();
    expect(before > 0, 'there is no promise to tick');
    const words = await ticks.first().locator('button').getAttribute('aria-label');
    for (let step = 0; step < 40; ++step) {
      await page.keyboard.press('j');
      if (await page.evaluate(() => Boolean(document.activeElement?.closest('[data-row]')?.querySelector('[data-tick]')))) break;
    }
    await page.keyboard.press('x');
    await eventually('the promise is gone', async () => !(await page.locator(`main form[data-tick] button[aria-label="${words}"]`).count()));
  }));

  await runner.test('person: the page says at once when she was last spoken to and who knows her', () => asVisitor(world, librarian, async (page) => {
    await page.goto(await personAddress(page, 'Jane Smith'));
    const card = await page.locator('.brief-card').textContent();
    expect(/Jane Smith/.test(card) && /Last spoke/i.test(card), 'the brief card does not say it');
    expect(await page.getByRole('heading', {name: /Who knows/}).count() === 1, 'nobody knows her');
  }));

  await runner.test('person: E edits, B prints the brief', () => asVisitor(world, librarian, async (page) => {
    const address = await personAddress(page, 'Jane Smith');
    await page.goto(address);
    await page.keyboard.press('b');
    await page.waitForURL(`**${address}/brief`);
    await page.goto(address);
    await page.keyboard.press('e');
    await page.waitForURL(`**${address}/edit`);
  }));

  await runner.test('person: [ and ] lead through the list that was open before', () => asVisitor(world, librarian, async (page) => {
    await page.goto('/people');
    const listed = await page.locator('.people-list [data-row] th a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    await page.goto(listed[1]);
    await page.keyboard.press(']');
    await page.waitForURL(`**${listed[2]}`);
    await page.keyboard.press('[');
    await page.waitForURL(`**${listed[1]}`);
    await page.keyboard.press('[');
    await page.waitForURL(`**${listed[0]}`);
    expect(await page.locator('[data-previous]').isHidden(), 'somebody stands before the first');
  }));

  await runner.test('person: a colleague who was in touch yesterday is named before anything is written', () => asVisitor(world, {as: 'administrator'}, async (page) => {
    await page.goto(await personAddress(page, 'Adaeze Okafor'));
    const told = await page.locator('.colleague').textContent();
    expect(/(wrote to|spoke with) her (today|yesterday|\d days ago)/.test(told), `it says “${told}”`);
    await page.goto(`${new URL(page.url()).pathname}?kind=teaching`);
    expect(await page.locator('.colleague').count() === 1, 'nothing is said of it where the story is filtered');
  }));

  await runner.test('today: L goes to the words of the meeting in focus', () => asVisitor(world, librarian, async (page) => {
    await page.goto('/today');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const meeting = await page.evaluate(() => document.activeElement?.getAttribute('href'));
    await page.keyboard.press('l');
    await page.waitForURL(`**${meeting}/edit*`);
    expect(await page.evaluate(() => document.activeElement?.id) === 'note', 'the note has no focus');
  }));

  await runner.test('keys: G then P goes to People, and ? lists all keys', () => asVisitor(world, librarian, async (page) => {
    await page.goto('/today');
    await goBy(page, 'p');
    await page.waitForURL('**/people');
    await page.keyboard.press('?');
    await page.waitForSelector('dialog#keys[open]');
  }));

  await runner.test('keys: the first Tab offers to skip to the content', () => asVisitor(world, librarian, async (page) => {
    await page.goto('/people');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.matches('a.skip')), 'the first stop is something else');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id) === 'main', 'it does not lead to the content');
  }));

  await runner.test('colours: the toggle switches at once and stays after a reload', () => asVisitor(world, {...librarian, colorScheme: 'light'}, async (page) => {
    await page.goto('/today');
    const kept = page.waitForResponse((response) => response.url().endsWith('/settings/colours'));
    await page.getByRole('button', {name: 'Switch to dark colours'}).click();
    expect(await page.locator('html').getAttribute('data-theme') === 'dark', 'it did not switch');
    await kept;
    await page.reload();
    expect(await page.locator('html').getAttribute('data-theme') === 'dark', 'it did not stay');
    const again = page.waitForResponse((response) => response.url().endsWith('/settings/colours'));
    await page.getByRole('button', {name: 'Switch to light colours'}).click();
    await again;
  }));
}
