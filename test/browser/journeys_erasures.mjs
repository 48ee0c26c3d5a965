// Erasing a person: asked for by one colleague, confirmed by another, with and without script; two who settle it at once.
import {violations} from './pages.mjs';
import {expect} from '../support/runner.mjs';
import {asVisitor, phone} from './visitor.mjs';

const text = (page) => page.locator('main').textContent();

/** An answer that is meant to be one. */
const forget = (complaints, status) =>
    complaints.splice(0, complaints.length, ...complaints.filter((line) => !line.includes(status)));

/** Somebody whom no other test knows: one of the third page of people. */
async function personAt(page, place) {
  await page.goto('/people?page=3');
  const link = page.locator('main [data-row] a[href^="/people/"]').nth(place);
  return {address: await link.getAttribute('href'), name: (await link.textContent()).trim()};
}

/** From the person's page; answers where the request is. */
export async function askToErase(page, place) {
  await page.goto((await personAt(page, place)).address);
  await page.getByRole('link', {name: /asks to be erased/}).click();
  await page.getByLabel('They asked themselves').check();
  await page.getByLabel('Why may they be erased?').selectOption('objected');
  await page.getByRole('button', {name: 'Ask a second person'}).click();
  await page.waitForURL(/\/privacy\/erasures\/\d+$/);
  return new URL(page.url()).pathname;
}

export async function erasureJourneys(runner, world) {
  for (const [javaScriptEnabled, place] of [[true, 3], [false, 7]]) {
    const how = javaScriptEnabled ? 'with' : 'without';
    await runner.test(`erasures: one asks, another confirms, and nobody is left ${how} script`, async () => {
      let request, person, name;
      await asVisitor(world, {as: 'leader', javaScriptEnabled}, async (page, {complaints}) => {
        ({address: person, name} = await personAt(page, place));
        await page.goto(person);
        await page.getByRole('link', {name: /asks to be erased/}).click();
        expect(/What goes/.test(await text(page)) && /What stays as a count/.test(await text(page)), 'it does not say what goes and stays');
        await page.getByRole('button', {name: 'Ask a second person'}).click();
        await page.getByText('Say who asked.').first().waitFor();
        await page.getByText('Choose why they may be erased.').first().waitFor();
        await page.getByLabel('Why may they be erased?').selectOption('objected');
        await page.getByLabel('They asked themselves').check();
        await page.getByLabel('In words (optional)').fill('A letter came');
        await page.getByRole('button', {name: 'Ask a second person'}).click();
        await page.getByRole('button', {name: 'Withdraw it'}).waitFor();
        expect(await page.getByRole('link', {name: 'Go on to confirm'}).count() === 0, 'whoever asked may confirm');
        request = new URL(page.url()).pathname;
        forget(complaints, 422);
      });
      await asVisitor(world, {as: 'administrator', javaScriptEnabled}, async (page, {complaints}) => {
        await page.goto('/today');
        await page.getByRole('link', {name}).first().click();
        await page.waitForURL(`**${request}`);
        await page.getByRole('link', {name: 'Go on to confirm'}).click();
        await page.getByRole('button', {name: /^Erase /}).click();
        await page.getByText('Tick this if it is to be done.').first().waitFor();
        await page.getByLabel(/I have looked at what goes/).check();
        await page.getByRole('button', {name: /^Erase /}).click();
        await page.getByText('Erased. Conversations remain as counts.').waitFor();
        expect(!(await text(page)).includes(name), 'the request still names them');
        await page.goto(`/find?q=${encodeURIComponent(name)}`);
        expect(await page.locator(`main a[href="${person}"]`).count() === 0, 'they are still found');
        expect((await page.request.get(person)).status() === 404, 'the old page is there');
        forget(complaints, 422);
      });
    });
  }

  await runner.test('erasures: what is left says so and is gone, on a phone too', () => asVisitor(world, {as: 'librarian', viewport: phone}, async (page, {complaints}) => {
    await page.goto('/people?whom=everybody&q=erased');
    expect(!/Somebody erased/.test(await text(page)), 'the list of people names somebody erased');
    const number = await erasedNumber(page);
    const response = await page.goto(`/people/erased-${number}`);
    expect(response.status() === 410, `answered ${response.status()}`);
    expect(/Erased on .*Conversations remain as counts/.test(await text(page)), await text(page));
    const found = await violations(page);
    expect(found.length === 0, found.join('\n'));
    complaints.length = 0;
  }));

  await runner.test('erasures: the second of two who settle it at once is told', () => asVisitor(world, {as: 'administrator'}, async (page, {context, complaints}) => {
    let request;
    await asVisitor(world, {as: 'leader'}, async (leader) => {
      request = await askToErase(leader, 11);
    });
    await page.goto(`${request}/confirmation`);
    const other = await context.newPage();
    await other.goto(request);
    await other.getByText('Refuse it').click();
    await other.getByLabel('Why not').fill('A claim is pending');
    await other.getByRole('button', {name: 'Refuse'}).click();
    await other.getByText('Refused. Nothing was erased.').waitFor();
    await page.getByLabel(/I have looked at what goes/).check();
    await page.getByRole('button', {name: /^Erase /}).click();
    await page.getByText('This request was settled meanwhile').first().waitFor();
    expect(/A claim is pending/.test(await text(page)), 'it does not say why');
    forget(complaints, 409);
  }));
}

/** Tries the numbers there are: no page lists them. */
async function erasedNumber(page) {
  for (let number = 1; number < 500; ++number)
    if ((await page.request.get(`/people/erased-${number}`)).status() === 410) return number;
  throw new Error('nobody was erased');
}
