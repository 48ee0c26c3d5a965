// What librarians do with bumps: link in the line and on a page, and answer whoever asks.
import {eventually, expect} from '../support/runner.mjs';
import {asVisitor} from './visitor.mjs';

/** Logs a line through the form, without the dialog; answers the address of the conversation. */
async function log(page, line) {
  await page.goto('/capture');
  await page.locator('main textarea[name=line]').fill(line);
  await page.locator('main form[data-capture] button.primary').click();
  const kept = page.locator('main a[href^="/conversations/"]').first();
  await kept.waitFor();
  return kept.getAttribute('href');
}

export async function bumpJourneys(runner, world) {
  const librarian = {as: 'librarian'};

  await runner.test('bumps: ^ links to the latest conversation with that person', () => asVisitor(world, librarian, async (page) => {
    const earlier = await log(page, 'corridor @Kofi Mensah today about lanterns');
    await page.goto('/today');
    await page.keyboard.press('c');
    await page.waitForSelector('#capture-dialog form[data-live]');
    await page.keyboard.type('taught @Kofi Mensah ^ 1h 20 students');
    await eventually('the preview names it', async () => /Led on from[\s\S]*Corridor chat/.test(await page.locator('#capture-dialog #capture-preview').textContent()));
    await page.keyboard.press('Enter');
    await eventually('it is linked', async () => await page.locator(`#capture-dialog a[href="${earlier}"]`).count() > 0);
    await page.goto(earlier);
    expect(/What came of it/.test(await page.locator('main').textContent()), 'the earlier one does not know what came of it');
  }));

  await runner.test('bumps: another earlier conversation is picked by a click', () => asVisitor(world, librarian, async (page) => {
    const wanted = await log(page, 'phoned @Luca Moretti yesterday about marbles');
    await log(page, 'corridor @Luca Moretti today about feathers');
    await page.goto('/today');
    await page.keyboard.press('c');
    await page.waitForSelector('#capture-dialog form[data-live]');
    await page.keyboard.type('met @Luca Moretti ^');
    const pick = page.locator('#capture-dialog button[name=earlier]', {hasText: 'Phone call with Nadia'}).first();
    await pick.waitFor();
    await pick.click();
    await eventually('the pick is taken', async () => /Phone call/.test(await page.locator('#capture-dialog .whole .tk').textContent()));
    await page.locator('#capture-dialog textarea[name=line]').press('Enter');
    await eventually('it is linked', async () => await page.locator(`#capture-dialog a[href="${wanted}"]`).count() > 0);
  }));

  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with' : 'without';
    await runner.test(`bumps: a conversation is linked on its page ${how} script, and unlinked`, () => asVisitor(world, {...librarian, javaScriptEnabled}, async (page) => {
      await log(page, `met @Wei Zhang yesterday about ${how} kites`);
      const later = await log(page, `phoned @Wei Zhang about ${how} ribbons`);
      await page.goto(later);
      await page.getByRole('link', {name: 'Led on from…'}).click();
      await page.locator('main li', {hasText: `About ${how} kites`}).or(page.locator('main li', {hasText: `about ${how} kites`})).getByRole('button').first().click();
      await page.waitForURL(`**${later}`);
      expect(/Led on from/.test(await page.locator('section', {has: page.locator('#h-bumps')}).textContent()), 'it is not linked');
      await page.getByRole('button', {name: 'Unlink'}).click();
      await page.waitForURL(`**${later}`);
      expect(/Nothing is linked here yet/.test(await page.locator('main').textContent()), 'it is still linked');
    }));
  }

  await runner.test('bumps: whoever is asked answers with one key and takes it back', () => asVisitor(world, {as: 'leader'}, async (page) => {
    // The leader taught; the librarian says that it came out of a chat of hers.
    const taught = await log(page, 'taught @Adaeze Okafor today 1h 30 students about parchment');
    await asVisitor(world, librarian, async (other) => {
      await log(other, 'corridor @Adaeze Okafor yesterday about parchment');
      await other.goto(taught);
      await other.getByRole('link', {name: 'Led on from…'}).click();
      await other.locator('main li', {hasText: 'archment'}).getByRole('button').first().click();
    });
    await page.goto('/today');
    const question = page.locator('[data-question]');
    await question.first().waitFor();
    const before = await question.count();
    await page.keyboard.press('y');
    await eventually('it is answered', async () => await question.count() === before - 1);
    await page.getByRole('button', {name: 'Undo'}).first().click();
    await eventually('the question stands again', async () => await question.count() === before);
  }));
}
