// What librarians do with a chain: come to it by key, walk its picture, go from a step to its entry, print it.
import {eventually, expect} from '../support/runner.mjs';
import {asVisitor, phone} from './visitor.mjs';

async function openChain(page) {
  await page.goto('/bumps');
  await page.locator('main [data-row] a').first().click();
  await page.waitForSelector('[data-walk] a');
}

const focused = (page, name) => page.evaluate((name) => document.activeElement?.getAttribute(name), name);

export async function chainJourneys(runner, world) {
  const librarian = {as: 'librarian'};

  await runner.test('chain: G B goes to Bumps, and a line there opens a chain', () => asVisitor(world, librarian, async (page) => {
    await page.goto('/today');
    await page.keyboard.press('g');
    await page.keyboard.press('b');
    await page.waitForURL('**/bumps');
    await openChain(page);
    expect(/^From one /.test(await page.locator('h1').textContent()), 'the chain has no title');
  }));

  await runner.test('chain: arrow keys walk the picture and Enter goes to the step in the list', () => asVisitor(world, librarian, async (page) => {
    await openChain(page);
    const links = page.locator('[data-walk] a');
    await links.first().focus();
    await page.keyboard.press('ArrowRight');
    const second = await links.nth(1).getAttribute('href');
    expect(await focused(page, 'href') === second, 'the focus is not on the second step');
    expect(await page.locator('[data-walk] a[tabindex="0"]').count() === 1, 'there is more than one stop for the Tab key');
    await page.keyboard.press('Home');
    expect(await focused(page, 'href') === await links.first().getAttribute('href'), 'Home does not go to the first');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await eventually('its entry is marked', async () => await page.locator('.steps li:target').count() === 1);
  }));

  await runner.test('chain: without script each step of the picture is a link to its entry', () => asVisitor(world, {...librarian, javaScriptEnabled: false}, async (page) => {
    await openChain(page);
    const address = await page.locator('[data-walk] a').nth(1).getAttribute('href');
    expect(await page.locator(`li${address}`).count() === 1, `there is no entry ${address}`);
    expect(!await page.locator('a[data-copy]').isVisible(), 'Copy link is offered without script');
  }));

  await runner.test('chain: the picture scrolls in its own region on a phone', () => asVisitor(world, {...librarian, viewport: phone}, async (page) => {
    await openChain(page);
    const region = page.getByRole('region', {name: 'The chain'});
    await region.focus();
    expect(await region.evaluate((one) => getComputedStyle(one).overflowX) === 'auto', 'it does not scroll');
    const size = await page.locator('.chain text').first().evaluate((text) => text.getBoundingClientRect().height);
    expect(size >= 12, `labels are ${size} px high`);
  }));

  await runner.test('chain: the picture is saved as a file', () => asVisitor(world, librarian, async (page) => {
    await openChain(page);
    const address = await page.getByRole('link', {name: 'Save as a picture'}).getAttribute('href');
    const response = await page.request.get(address);
    expect(response.headers()['content-type'] === 'image/png', `it is ${response.headers()['content-type']}`);
  }));
}
