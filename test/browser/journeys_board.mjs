// What librarians do with the board: leave it and come back, put it on a screen in the office, thank a colleague.
import {eventually, expect} from '../support/runner.mjs';
import {faults, faultsInAllForms} from './pages.mjs';
import {asVisitor} from './visitor.mjs';

const screen = {width: 1920, height: 1080};

async function leaveOrJoin(page, button) {
  await page.goto('/bumps/board');
  await page.getByRole('button', {name: button}).click();
  await page.locator('.flash').waitFor();
}

/** The address of a new screen; the page shows it once. */
async function makeScreen(page) {
  await page.goto('/settings/board');
  await page.getByLabel('Where the screen hangs').fill('By the stairs');
  await page.getByRole('button', {name: 'Make an address'}).click();
  return page.getByLabel('Address').inputValue();
}

/** Links of a page to chains, each once. */
async function chainsOn(page, address) {
  const html = await (await page.request.get(address)).text();
  return [...new Set([...html.matchAll(/ href="(\/bumps\/\d+)"/g)].map(([, chain]) => chain))];
}

/**
 * A form to thank for a step of the viewer's that came out of a colleague's, as chains link to it. The newest chains may
 * be the walks' own: departments list those of the whole year.
 */
async function thanksAddress(page) {
  const departments = await (await page.request.get('/departments')).text();
  const lists = ['/bumps', ...new Set([...departments.matchAll(/ href="(\/departments\/[^"/]+)"/g)].map(([, unit]) => unit))];
  for (const list of lists) {
    for (const chain of await chainsOn(page, list)) {
      const html = await (await page.request.get(chain)).text();
      for (const [, step] of html.matchAll(/id="step-(\d+)"/g)) {
        const found = / href="(\/bumps\/\d+\/thanks\?to=\d+)"/.exec(await (await page.request.get(`/bumps/${step}`)).text())?.[1];
        if (found) return found;
      }
    }
  }
  return undefined;
}

export async function boardJourneys(runner, world) {
  await runner.test('board: one click leaves it, and one comes back', () => asVisitor(world, {as: 'librarian'}, async (page) => {
    const own = page.getByRole('heading', {name: 'You', exact: true});
    await leaveOrJoin(page, 'Leave the board');
    expect(await own.count() === 0, 'the name is still there');
    await leaveOrJoin(page, 'Join the board');
    expect(await own.count() === 1, 'the name is not there again');
  }));

  await runner.test('board: a screen in the office shows it to nobody in particular until it is ended', () => asVisitor(world, {as: 'leader'}, async (page) => {
    const address = await makeScreen(page);
    await asVisitor(world, {viewport: screen}, async (wall, somebody) => {
      const found = [...await faults(somebody, address, screen, 'light'), ...await faultsInAllForms(somebody, address)];
      expect(found.length === 0, found.join('\n'));
      await wall.setViewportSize(screen);
      await wall.goto(address);
      const ground = await wall.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(ground === 'rgb(21, 26, 23)', `the ground is ${ground}`);
      const bottom = await wall.evaluate(() => document.documentElement.scrollHeight);
      expect(bottom <= screen.height, `it is ${bottom} px high`);
      await wall.keyboard.press('f');
      await eventually('it fills the screen', () => wall.evaluate(() => document.fullscreenElement !== null));
    });
    await page.goto('/settings/board');
    await page.getByRole('button', {name: /^End it.*By the stairs/}).click();
    await page.locator('.flash').waitFor();
    expect((await page.request.get(address)).status() === 404, 'the address still works');
  }));

  await runner.test('board: a screen renews itself without script', () => asVisitor(world, {as: 'leader'}, async (page) => {
    const address = await makeScreen(page);
    await asVisitor(world, {javaScriptEnabled: false}, async (wall) => {
      await wall.goto(address);
      expect(await wall.locator('meta[http-equiv=refresh][content="60"]').count() === 1, 'nothing renews it');
    });
  }));

  await runner.test('board: somebody is thanked for what led to one’s own step', () => asVisitor(world, {as: 'librarian'}, async (page, somebody) => {
    const address = await thanksAddress(page);
    expect(address, 'no chain offers to thank anybody');
    const found = await faultsInAllForms(somebody, address);
    expect(found.length === 0, found.join('\n'));
    await page.goto(address);
    await page.getByLabel('A few words, if you like').fill('That made my week.');
    await page.getByRole('button', {name: /^Thank /}).click();
    await page.locator('.flash').waitFor();
    expect(/will see it on Today/.test(await page.locator('.flash').textContent()), 'nothing says what happens now');
  }));
}
