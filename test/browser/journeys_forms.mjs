// Forms: a wrong password, a conversation written in full, words kept over a sign-in time-out, an import.
import {eventually, expect} from '../support/runner.mjs';
import {asVisitor, personAddress, signIn} from './visitor.mjs';

const people = (names) => Buffer.from(`\ufeffName;E-mail;School\r\n${names.map((name, i) => `"${name}";made.up.${i}@example.ac.uk;Psychology`).join('\r\n')}\r\n`);

/** Chooses a file of people and uploads it: the page that matches columns comes. */
export async function uploadPeople(page, names) {
  await page.goto('/import');
  await page.locator('input[type=file]').setInputFiles({name: 'people.csv', mimeType: 'text/csv', buffer: people(names)});
  await page.getByRole('button', {name: 'Upload and match columns'}).click();
  await page.waitForURL('**/columns');
}

export async function formJourneys(runner, world) {
  await runner.test('forms: a wrong password is told in a summary that has the focus', () => asVisitor(world, {}, async (page, {complaints}) => {
    await page.goto('/sign-in');
    await page.getByLabel('Username').fill('nobody-of-that-name');
    await page.getByLabel('Password').fill('not the password');
    await page.getByRole('button', {name: 'Sign in'}).click();
    await page.waitForSelector('.errors');
    expect(await page.evaluate(() => document.activeElement?.matches('.errors')), 'the summary has no focus');
    expect(await page.getByLabel('Username').inputValue() === 'nobody-of-that-name', 'the username is gone');
    expect(await page.getByLabel('Password').inputValue() === '', 'the password was written back');
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !/4(01|22)/.test(text)));
  }));

  await runner.test('forms: a conversation written in full, then corrected', () => asVisitor(world, {as: 'librarian'}, async (page) => {
    await page.goto('/conversations/new');
    await page.getByLabel('Who', {exact: true}).fill('Luca Moretti');
    await page.getByLabel('Note', {exact: true}).fill('He asked for **two** copies more.');
    await page.locator('main form button.primary').first().click();
    await page.waitForURL((url) => url.pathname !== '/conversations/new');
    await page.goto('/find?q=two+copies+more');
    await page.locator('main a[href^="/conversations/"]').first().click();
    await page.getByRole('link', {name: /correct|edit|change/i}).first().click();
    await page.getByLabel('Note', {exact: true}).fill('He asked for three copies more.');
    await page.locator('main form button.primary').first().click();
    await page.waitForURL((url) => !url.pathname.endsWith('/edit'));
    expect(/three copies more/.test(await page.locator('main').textContent()), 'the correction is not there');
  }));

  await runner.test('forms: a kind that the library adds is read from the line', () => asVisitor(world, {as: 'administrator'}, async (page, {complaints}) => {
    await page.goto('/settings');
    await page.getByRole('link', {name: 'Kinds of conversation'}).click();
    await page.getByRole('link', {name: 'Add a kind'}).click();
    await page.getByLabel('Name', {exact: true}).fill('Library tour');
    await page.getByLabel('Family').selectOption('event');
    await page.getByLabel('Words in the line').fill('toured rang');
    await page.getByRole('button', {name: 'Add it'}).click();
    await page.waitForSelector('.errors');
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !/422/.test(text)));
    expect(/already stands for Phone call/.test(await page.locator('.errors').textContent()), 'the fault names no kind');
    await page.getByLabel('Words in the line').fill('toured');
    await page.getByRole('button', {name: 'Add it'}).click();
    await page.waitForURL('**/settings/kinds');
    await page.goto('/capture?line=' + encodeURIComponent('toured @Luca Moretti'));
    await eventually('the line knows the kind', async () => /Library tour/.test(await page.locator('main').textContent()));
  }));

  await runner.test('forms: a caution appears over words about health', () => asVisitor(world, {as: 'librarian'}, async (page) => {
    await page.goto('/conversations/new');
    const caution = page.locator('[data-caution-text]').first();
    expect(!await caution.isVisible(), 'it is there from the beginning');
    await page.getByLabel('Note', {exact: true}).pressSequentially('She has been ill since May.');
    await eventually('the caution', () => caution.isVisible());
  }));

  await runner.test('forms: words survive a sign-in that ran out', () => asVisitor(world, {as: 'librarian'}, async (page, {context, complaints}) => {
    await page.goto('/conversations/new');
    await page.getByLabel('Who', {exact: true}).fill('Wei Zhang');
    await page.getByLabel('Note', {exact: true}).fill('Words that took ten minutes.');
    await context.clearCookies();
    await page.locator('main form button.primary').first().click();
    await page.waitForSelector('.gate');
    const hidden = await page.content();
    if (!/Words that took ten minutes/.test(hidden)) await page.goto('/sign-in?next=/conversations/new');
    await signIn(page, world.program.logins.librarian);
    await page.goto('/conversations/new');
    await eventually('the words are back', async () => await page.getByLabel('Note', {exact: true}).inputValue() === 'Words that took ten minutes.');
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !/401/.test(text)));
  }));

  await runner.test('import: people from a spreadsheet with semicolons, previewed, taken and undone', () => asVisitor(world, {as: 'administrator'}, async (page) => {
    await uploadPeople(page, ['Ottoline Made-Up', 'Bede Fictional']);
    await page.getByRole('button', {name: 'Try it'}).click();
    await page.getByRole('button', {name: 'Import'}).click();
    const undo = page.getByRole('button', {name: 'Undo this import'});
    await eventually('the import has ended', async () => {
      const ended = page.getByRole('link', {name: 'See how it ended'});
      if (await ended.count() > 0) await ended.click();
      return await undo.count() > 0;
    });
    const address = page.url();
    await page.goto(await personAddress(page, 'Ottoline Made-Up'));
    expect(/Ottoline Made-Up/.test(await page.locator('h1').textContent()), 'she was not taken');
    await page.goto(address);
    await undo.click();
    await eventually('it says that it is undone', async () => /undone/i.test(await page.locator('main').textContent()));
    await page.goto('/find?q=Ottoline');
    expect(await page.locator('main a[href^="/people/ottoline"]').count() === 0, 'she is still there');
  }));

  await runner.test('import: somebody with a similar name is asked about, and Y says that it is the same person', () => asVisitor(world, {as: 'administrator'}, async (page) => {
    await uploadPeople(page, ['L. Moretti']);
    await page.getByRole('button', {name: 'Try it'}).click();
    await page.waitForURL('**/same');
    const pair = await page.locator('[data-question]').textContent();
    expect(/Luca Moretti/.test(pair) && /L\. Moretti/.test(pair), 'the two do not stand side by side');
    await page.keyboard.press('y');
    await page.waitForURL('**trial=1');
    expect(/0 new, 1 changed/.test(await page.locator('main').textContent()), 'the known person is not the one to change');
  }));

  await runner.test('person: two records become one, the old address leads there, and it is undone', () => asVisitor(world, {as: 'librarian'}, async (page) => {
    const owen = await personAddress(page, 'Owen Smith');
    const jane = await personAddress(page, 'Jane Smith');
    await page.goto(`${jane}/edit`);
    await page.getByRole('link', {name: /here twice/}).click();
    await page.getByRole('link', {name: /Owen Smith/}).click();
    await page.getByRole('button', {name: 'They are the same person'}).click();
    await page.waitForURL(`**${jane}`);
    expect(await page.getByRole('link', {name: 'Also kept as Owen Smith'}).count() === 1, 'nothing says that two records are one');
    await page.goto(owen);
    expect(new URL(page.url()).pathname === jane, 'the old address does not lead there');
    expect(await personAddress(page, 'Owen Smith') === jane, 'find does not know the old name');
    await page.goto(`${jane}/merging`);
    await page.getByRole('button', {name: 'Undo merging Owen Smith'}).click();
    await eventually('it says so', async () => /a person of their own again/.test(await page.locator('main').textContent()));
    await page.goto(owen);
    expect(new URL(page.url()).pathname === owen, 'he has no page of his own');
  }));

  await runner.test('views: an administrator sees who looked at a person', () => asVisitor(world, {as: 'administrator'}, async (page) => {
    const address = await personAddress(page, 'Kofi Mensah');
    await page.goto(`${address}/brief`);
    await page.goto('/settings');
    await page.getByRole('link', {name: /Who looked/}).click();
    await eventually('the brief stands there', async () => {
      await page.reload();
      return /Kofi Mensah[^]*Brief/.test(await page.locator('main tbody').textContent());
    });
  }));
}
