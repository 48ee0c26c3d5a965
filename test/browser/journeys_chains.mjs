// What librarians do with a chain: come to it by key, walk its picture, go from a step to its entry, print it.
import {eventually, expect} from '../support/runner.mjs';
import {asVisitor, goBy, phone} from './visitor.mjs';

async function openChain(page) {
  await page.goto('/bumps');
  await page.locator('main [data-row] a').first().click();
  await page.waitForSelector('[data-walk] a');
}

const focused = (page, name) => page.evaluate((name) => document.activeElement?.getAttribute(name), name);

/**
 * Logs so many conversations, each led on from the one before, by the line's own form but without its page;
 * answers the number of the last one. `onwards` is how many there are already.
 */
const grow = (page, person, number, onwards) => page.evaluate(async ({person, number, onwards}) => {
  const parsed = async (answer) => new DOMParser().parseFromString(await answer.text(), 'text/html');
  const form = (await parsed(await fetch('/capture'))).querySelector('main form[data-capture]');
  const kinds = ['corridor', 'phoned', 'met', 'wrote to', 'taught'];
  let last = '';
  for (let i = onwards; i < onwards + number; ++i) {
    const fields = new URLSearchParams(new FormData(form));
    fields.set('line', `${kinds[i % kinds.length]} @${person}${i > 0 ? ' ^' : ''} today about step ${i + 1}`);
    fields.set('key', `grown-${person}-${i}`.replaceAll(' ', '-'));
    const page = await parsed(await fetch('/capture', {method: 'POST', body: fields}));
    last = page.querySelector('main a[href^="/conversations/"]').getAttribute('href').split('/').pop();
  }
  return last;
}, {person, number, onwards});

/** Letters in the picture on a sheet of A4 across, in px; 0 where the list is printed without a picture. */
const labelSize = (page) => page.evaluate(() => {
  const svg = document.querySelector('svg.chain');
  const wide = svg.getBoundingClientRect().width;
  return 13 * wide / svg.viewBox.baseVal.width;
});

const pagesOf = (pdf) => (pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
const sheetAcross = {width: 1024, height: 700};  // what the margins leave of A4

export async function chainJourneys(runner, world) {
  const librarian = {as: 'librarian'};

  await runner.test('chain: G B goes to Bumps, and a line there opens a chain', () => asVisitor(world, librarian, async (page) => {
    await page.goto('/today');
    await goBy(page, 'b');
    await page.waitForURL('**/bumps');
    await openChain(page);
    expect(/\w/.test(await page.locator('h1').textContent()), 'the chain has no title');
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

  await runner.test('chain: prints on few sheets, with letters that can be read and nothing to press', () => asVisitor(world, librarian, async (page) => {
    await page.goto('/today');
    let steps = 0;
    for (const {until, sheets} of [{until: 11, sheets: [1, 3]}, {until: 30, sheets: [2, 4]}, {until: 200, sheets: [4, 9]}]) {
      const last = await grow(page, 'Helen Whitfield', until - steps, steps);
      steps = until;
      await page.goto(`/bumps/${last}`);
      await page.setViewportSize(sheetAcross);
      await page.emulateMedia({media: 'print'});
      const size = await labelSize(page);
      expect(size === 0 || size >= 12, `${until} steps: letters of ${size} px`);
      if (until === 11) expect(size > 0, 'the picture of eleven steps is not printed');
      for (const one of await page.locator('main a.btn, main button, #h-tell, main .pages').all())
        expect(!await one.isVisible(), `${until} steps: printed is ${await one.innerText()}`);
      if (until === 200) expect(await page.getByText('Steps 101 to 200 of 200.').or(page.getByText('Steps 1 to 100 of 200.')).isVisible(), 'it does not say which steps');
      const printed = pagesOf(await page.pdf({preferCSSPageSize: true, printBackground: true}));
      expect(printed >= sheets[0] && printed <= sheets[1], `${until} steps: ${printed} sheets`);
      await page.emulateMedia({media: 'screen'});
    }
  }));

  await runner.test('chain: the picture is saved as a file', () => asVisitor(world, librarian, async (page) => {
    await openChain(page);
    const address = await page.getByRole('link', {name: 'Save as a picture'}).getAttribute('href');
    const response = await page.request.get(address);
    expect(response.headers()['content-type'] === 'image/png', `it is ${response.headers()['content-type']}`);
  }));
}
