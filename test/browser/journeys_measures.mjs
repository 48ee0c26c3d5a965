// What librarians do with measures: read a department's year, open a figure, define, import and undo.
import {eventually, expect} from '../support/runner.mjs';
import {asVisitor} from './visitor.mjs';

const main = (page) => page.locator('main');

export async function measureJourneys(runner, world) {
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with' : 'without';
    await runner.test(`measures: a department's year opens onto its rows ${how} script`, () => asVisitor(world, {as: 'librarian', javaScriptEnabled}, async (page) => {
      await page.goto('/departments');
      await page.getByRole('link', {name: /Nursing/}).first().click();
      await page.getByRole('link', {name: 'Figures of the year'}).click();
      expect(/\/measures\/\d{4}$/.test(page.url()), `the figures are at ${page.url()}`);
      const row = page.locator('table.figures tbody tr', {hasText: 'Sessions taught'});
      const counted = Number((await row.locator('td.big').textContent()).replace(/\D*(\d[\d,]*).*/s, '$1').replace(',', ''));
      await row.locator('td.big a').click();
      const shown = await page.locator('.story > li').count();
      expect(shown > 0 && shown <= counted, `${counted} sessions were counted and ${shown} are shown`);
    }));
  }

  await runner.test('measures: a measure that was redefined has no arrow across the change', () => asVisitor(world, {as: 'librarian'}, async (page) => {
    await page.goto('/measures/total-item-requests');
    expect(/Counted differently since/.test(await main(page).textContent()), 'the table does not say that it is counted differently');
    await page.locator('td a, th a').filter({hasText: /Nursing/}).first().click();
    expect(await page.getByRole('link', {name: 'Take this figure back'}).count() === 0, 'a librarian is offered to change figures');
  }));

  await runner.test('measures: small figures are not shown', () => asVisitor(world, {as: 'librarian'}, async (page) => {
    await page.goto('/measures/satisfied-with-the-library');
    expect(await page.locator('td', {hasText: 'not shown'}).count() > 1, 'one suppressed figure alone can be worked out');
  }));

  await runner.test('measures: a leader adds one, changes it and uses it no more', () => asVisitor(world, {as: 'leader'}, async (page, {complaints}) => {
    await page.goto('/settings/measures');
    await page.getByRole('link', {name: 'Add a measure'}).click();
    await page.getByLabel('Name').fill('Exhibition visits');
    await page.getByRole('button', {name: 'Add the measure'}).click();
    expect(await page.locator('.errors').count() === 1, 'a measure without a definition was taken');
    expect(await page.getByLabel('Name').inputValue() === 'Exhibition visits', 'what was typed is gone');
    await page.getByLabel('What is counted').fill('Groups of the department at exhibitions.');
    await page.getByLabel('Source').fill('The book at the door');
    await page.getByLabel('Of what').fill('groups');
    await page.getByRole('button', {name: 'Add the measure'}).click();
    await page.waitForURL('**/settings/measures');
    await page.getByRole('link', {name: 'Exhibition visits'}).click();
    await page.getByLabel('What is counted').fill('Groups of the department at exhibitions and in the archive.');
    await page.getByRole('button', {name: 'Keep this definition'}).click();
    await page.waitForURL('**/settings/measures');
    await page.getByRole('link', {name: 'Exhibition visits'}).click();
    await page.getByRole('button', {name: 'Use it no more'}).click();
    await page.waitForURL('**/settings/measures');
    expect(/Not in use any more/.test(await main(page).textContent()), 'it is still in use');
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !/422/.test(text)));
  }));

  await runner.test('measures: figures are imported, with faults by line, and undone', () => asVisitor(world, {as: 'administrator'}, async (page) => {
    await page.goto('/import');
    await page.getByLabel('Figures', {exact: true}).check();
    const csv = 'Measure;Department;Academic year;Value\nEnquiries;Law & Criminology;2019/20;321\nEnquiries;Law & Criminology;2019/21;1\nEnquiries;Alchemy;2019/20;2\n';
    await page.getByLabel('File').setInputFiles({name: 'enquiries.csv', mimeType: 'text/csv', buffer: Buffer.from(csv)});
    await page.getByRole('button', {name: 'Upload and match columns'}).click();
    await page.getByRole('button', {name: 'Try it'}).click();
    const trial = await main(page).textContent();
    expect(/1 new/.test(trial) && /does not exist/.test(trial) && /Alchemy/.test(trial), `the trial says ${trial}`);
    await page.getByRole('button', {name: 'Take the good rows'}).click();
    const address = page.url();
    await eventually('the import has ended', async () => {
      await page.goto(address);
      return /Undo this import/.test(await main(page).textContent());
    });
    await page.getByRole('button', {name: 'Undo this import'}).click();
    expect(/Undone/.test(await main(page).textContent()), 'it was not undone');
  }));
}
