// What librarians do with the capture line, by keyboard and without a network.
import {eventually, expect} from '../support/runner.mjs';
import {asVisitor, personAddress, signIn} from './visitor.mjs';

const line = '#capture-dialog textarea[name=line]';
const preview = '#capture-dialog #capture-preview';
const saved = '#capture-dialog .saved';

/** Opens the capture line over the page and waits until the server's form stands there. */
async function openLine(page) {
  await page.keyboard.press('c');
  await page.waitForSelector('#capture-dialog form[data-live]');
  await page.waitForFunction((selector) => document.activeElement?.matches(selector), line);
}

/** Ends when the preview has read the last word: nothing is asked any more. */
async function type(page, words, read = words.split(' ').pop()) {
  await page.keyboard.type(words);
  await page.locator(preview, {hasText: read}).waitFor();
}

async function log(page, words) {
  await openLine(page);
  await type(page, words);
  await page.keyboard.press('Enter');
  await page.waitForSelector(saved);
}

export async function lineJourneys(runner, world) {
  const librarian = {as: 'librarian'};

  await runner.test('line: one line by keyboard alone is logged and stands on the page of the person', () => asVisitor(world, librarian, async (page) => {
    await page.goto('/today');
    await openLine(page);
    await type(page, 'met @Luca Moretti corridor re #reading-lists 10m shelf marks puzzled him -> send shelf guide Fri');
    await eventually('the preview names him', async () => /Luca Moretti/.test(await page.locator(preview).textContent()));
    await page.keyboard.press('Enter');
    await page.waitForSelector(saved);
    await page.goto(await personAddress(page, 'Luca Moretti'));
    const text = await page.locator('main').textContent();
    expect(/shelf marks puzzled him/.test(text), 'the words are not in his story');
    expect(/send shelf guide/.test(text), 'the promise is not on his page');
  }));

  await runner.test('line: a logged line is undone by one button', () => asVisitor(world, librarian, async (page) => {
    await page.goto('/today');
    await log(page, 'phoned @Adaeze Okafor 5m this one was a mistake');
    await page.locator('#capture-dialog').getByRole('button', {name: /undo/i}).press('Enter');
    await eventually('it says that it was undone', async () => /undone|taken back|withdrawn/i.test(await page.locator('body').textContent()));
    await page.goto(await personAddress(page, 'Adaeze Okafor'));
    expect(!/this one was a mistake/.test(await page.locator('main').textContent()), 'it is still in her story');
  }));

  await runner.test('line: a family name that two people share offers both, and Tab takes one', () => asVisitor(world, librarian, async (page) => {
    await page.goto('/today');
    await openLine(page);
    await page.keyboard.insertText('phoned @smith');  // at once: each answer takes away what the one before it offered
    for (const name of ['Jane Smith', 'Owen Smith'])
      await page.locator(`${preview} ul.opts [role=option]`, {hasText: name}).waitFor();
    await page.locator(`${preview} [data-combobox-option-default]`).waitFor();
    await page.keyboard.press('Tab');
    await eventually('the full name stands in the line', async () => /@(\S+ )?\w+ Smith/.test(await page.locator(line).inputValue()));
    expect(await page.evaluate((selector) => document.activeElement?.matches(selector), line), 'the line lost the focus');
  }));

  await runner.test('line: an unfinished line is there again after Escape and after a reload', () => asVisitor(world, librarian, async (page) => {
    const words = 'met @Wei Zhang about a thing';
    await page.goto('/today');
    await openLine(page);
    await type(page, words);
    await page.keyboard.press('Escape');
    await page.waitForSelector('#capture-dialog', {state: 'hidden'});
    await openLine(page);
    expect(await page.locator(line).inputValue() === words, 'gone after Escape');
    await page.reload();
    await openLine(page);
    await eventually('the words are back', async () => await page.locator(line).inputValue() === words);
  }));

  await runner.test('line: a chip turns what was recognised back into plain words', () => asVisitor(world, librarian, async (page) => {
    await page.goto('/today');
    await openLine(page);
    await type(page, 'met @Wei Zhang 20m', '20 min');
    const chips = page.locator(`${preview} button[name=plain]`);
    await chips.filter({hasText: '20'}).waitFor();
    const before = await chips.count();
    await chips.last().click();
    await eventually('one chip fewer', async () => await chips.count() < before);
  }));

  await runner.test('line: a sign-in that has run out keeps the words', () => asVisitor(world, librarian, async (page, {context, complaints}) => {
    const words = 'met @Siân Probert corridor about timed-out words';
    await page.goto('/today');
    await openLine(page);
    await type(page, words);
    await context.clearCookies();
    await page.keyboard.press('Enter');
    await page.getByRole('link', {name: 'Sign in again'}).click();
    await signIn(page, world.program.logins.librarian);
    await page.waitForSelector('#capture-dialog[open] form');
    await eventually('the words are back', async () => await page.locator(line).inputValue() === words);
    // The browser itself notes the answer 401 that this journey asks for.
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !/401/.test(text)));
  }));

  await runner.test('line: without a network the line is kept, then sent and stored once', () => asVisitor(world, librarian, async (page, {context, complaints}) => {
    const words = 'met @Kofi Mensah corridor kept while offline';
    await page.goto('/today');
    await openLine(page);
    await type(page, words);
    await context.setOffline(true);
    await page.keyboard.press('Enter');
    await eventually('it says that it is kept', async () => /Kept on this device/.test(await page.locator('#capture-dialog').textContent()));
    await eventually('it says that one waits', async () => /1 waiting/.test(await page.locator('[data-waiting]').first().textContent()));
    await context.setOffline(false);
    await eventually('it was sent', async () => /has been sent/.test(await page.locator('main').textContent()));
    await page.goto(await personAddress(page, 'Kofi Mensah'));
    const times = (await page.locator('main').textContent()).split('kept while offline').length - 1;
    expect(times >= 1, 'it did not arrive');
    await page.goto('/find?q=kept+while+offline');
    expect(await page.locator('main a[href^="/conversations/"]').count() === 1, 'it is not there exactly once');
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !/ERR_INTERNET_DISCONNECTED/.test(text)));
  }));

  await runner.test('line: Enter pressed twice stores once', () => asVisitor(world, librarian, async (page) => {
    await page.goto('/today');
    await openLine(page);
    await type(page, 'met @Wei Zhang corridor pressed twice quickly');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.waitForSelector(saved);
    await page.goto('/find?q=pressed+twice+quickly');
    expect(await page.locator('main a[href^="/conversations/"]').count() === 1, 'it is not there exactly once');
  }));
}
