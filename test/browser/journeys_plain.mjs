// The main job with JavaScript switched off: every act is a link or a form.
import {expect} from '../support/runner.mjs';
import {asVisitor, personAddress, phone} from './visitor.mjs';

export async function plainJourneys(runner, world) {
  const plain = {as: 'librarian', javaScriptEnabled: false};

  await runner.test('without script: one line is logged, found again and undone', () => asVisitor(world, plain, async (page) => {
    await page.goto('/today');
    await page.locator('a[data-capture-open]:visible').first().click();
    await page.waitForURL('**/capture**');
    await page.locator('main textarea[name=line]').fill('met @Luca Moretti corridor 10m logged without any script -> ring him Fri');
    await page.locator('main form[data-capture] button.primary').click();
    const undo = page.getByRole('button', {name: /undo/i});
    await undo.waitFor();
    await page.goto(await personAddress(page, 'Luca Moretti'));
    expect(/logged without any script/.test(await page.locator('main').textContent()), 'the words are not in his story');
    await page.goBack();
    await page.goBack();
    await undo.click();
    await page.goto(await personAddress(page, 'Luca Moretti'));
    expect(!/logged without any script/.test(await page.locator('main').textContent()), 'it was not undone');
  }));

  await runner.test('without script: find, the page of a person, her brief', () => asVisitor(world, plain, async (page) => {
    await page.goto('/today');
    await page.locator('form.find input[name=q]').first().fill('okafor');
    await page.locator('form.find input[name=q]').first().press('Enter');
    await page.locator('main a[href^="/people/"]').first().click();
    await page.locator('a[data-brief]').click();
    expect(/Okafor/.test(await page.locator('main').textContent()), 'the brief is not hers');
  }));

  await runner.test('without script: a promise is ticked', () => asVisitor(world, plain, async (page) => {
    await page.goto('/today');
    const tick = page.locator('main form[data-tick] button').first();
    const words = await tick.getAttribute('aria-label');
    await tick.click();
    await page.waitForLoadState();
    expect(await page.locator(`main form[data-tick] button[aria-label="${words}"]`).count() === 0, 'it is still open');
  }));

  await runner.test('without script: colours are switched', () => asVisitor(world, plain, async (page) => {
    await page.goto('/people');
    await page.getByRole('button', {name: /Switch to dark colours/}).click();
    await page.waitForURL('**/people');
    expect(await page.locator('html').getAttribute('data-theme') === 'dark', 'they were not');
    await page.getByRole('button', {name: /Switch to light colours/}).click();
    await page.waitForURL('**/people');
  }));

  await runner.test('without script: the phone bar leads to the line', () => asVisitor(world, {...plain, viewport: phone}, async (page) => {
    await page.goto('/people');
    await page.locator('nav.tabs a.log').click();
    await page.waitForURL('**/capture**');
    expect(await page.locator('main textarea[name=line]').isVisible(), 'there is no line');
  }));
}
