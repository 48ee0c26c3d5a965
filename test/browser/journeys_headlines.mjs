// What librarians do with headline pages: look at one, write its words, freeze it, print it, pack a year.
import {eventually, expect} from '../support/runner.mjs';
import {faultsInAllForms} from './pages.mjs';
import {asVisitor, phone} from './visitor.mjs';

const packMsMax = 120000;

const main = (page) => page.locator('main');
/** Page objects of a PDF that Chromium printed. */
const pagesOf = (pdf) => (pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? []).length;

async function thisYear(page) {
  await page.goto('/headlines');
  return Number(/\/headlines\/(\d+)$/.exec(page.url())[1]) + 1;
}

export async function headlineJourneys(runner, world) {
  for (const [nth, javaScriptEnabled] of [true, false].entries()) {
    const how = javaScriptEnabled ? 'with' : 'without';
    await runner.test(`headlines: words are written, kept, and frozen ${how} script`, () => asVisitor(world, {as: 'librarian', javaScriptEnabled}, async (page) => {
      const year = await thisYear(page);
      const sheet = `/departments/${['physiotherapy-occupational-therapy', 'public-health'][nth]}/headline/${year}`;
      await page.goto(sheet);
      expect(/Draft/.test(await main(page).textContent()), 'the page does not say that it is a draft');
      await page.getByRole('link', {name: 'Edit words'}).click();
      await page.locator('[name="say.note"]').fill('We walked **a long way** together.');
      await page.locator('[name="place-months"]').selectOption('0');
      await page.getByRole('button', {name: 'Save draft'}).click();
      await page.waitForURL('**draft=1');
      expect(await page.locator('.hl-say b').textContent() === 'a long way', 'the words do not stand out');
      expect(await page.locator('.hl-months').count() === 0, 'a block that was left out is there');
      await page.getByRole('button', {name: 'Freeze this page'}).click();
      await page.waitForURL(`**/headline/${year}`);
      expect(/Frozen/.test(await main(page).textContent()), 'the page is not frozen');
      await page.goto(`${sheet}/history`);
      expect(await page.getByRole('link', {name: 'Version 1'}).count() === 1, 'the history does not know it');
    }));
  }

  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with' : 'without';
    await runner.test(`headlines: words are written where they stand ${how} script`, () => asVisitor(world, {as: 'librarian', javaScriptEnabled}, async (page) => {
      await page.goto(`/departments/psychology/headline/${await thisYear(page)}`);
      const pen = () => page.getByRole('link', {name: 'Edit: The sentence on top'});
      await pen().focus();
      await page.keyboard.press('Enter');
      await page.waitForURL('**write=say**');
      await page.locator('.hl-now [name="say.note"]').fill(`Written **${how}** leaving the page.`);
      expect(await page.locator('.hl-b:not(.hl-now)').count() > 2, 'the rest of the page is gone');
      await page.getByRole('button', {name: 'Save', exact: true}).click();
      await page.waitForURL('**draft=1#b-say');
      expect(await page.locator('.hl-say b').textContent() === how, 'the words do not stand there');
      await pen().click();
      await page.getByRole('link', {name: 'Cancel'}).click();
      expect(await page.locator('.hl-now').count() === 0, 'the form stays');
    }));
  }

  await runner.test('headlines: a page with a block that is being written is clean for axe at every width', () => asVisitor(world, {as: 'librarian'}, async (page, somebody) => {
    const sheet = `/departments/biosciences/headline/${await thisYear(page)}?draft=1&write=`;
    const found = [];
    for (const block of ['say', 'numbers', 'topics', 'small_print']) {
      found.push(...await faultsInAllForms(somebody, sheet + block));
      expect(await page.locator('.hl-now').count() === 1, `${block} is not open`);
    }
    expect(found.length === 0, [...new Set(found)].join('\n'));
  }));

  await runner.test('headlines: of two tabs the second keeps its words', () => asVisitor(world, {as: 'librarian'}, async (page, {context, complaints}) => {
    const edit = `/departments/biosciences/headline/${await thisYear(page)}/edit`;
    const other = await context.newPage();
    await page.goto(edit);
    await other.goto(edit);
    await other.locator('[name="say.note"]').fill('Theirs.');
    await other.getByRole('button', {name: 'Save draft'}).click();
    await other.waitForURL('**draft=1');
    await page.locator('[name="say.note"]').fill('Mine, and long thought about.');
    await page.getByRole('button', {name: 'Save draft'}).click();
    await page.getByText('Somebody saved this sheet').waitFor();
    expect(await page.locator('[name="say.note"]').inputValue() === 'Mine, and long thought about.', 'what was typed is gone');
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !/409/.test(text)));
  }));

  await runner.test('headlines: a page prints on exactly one A4, light on a dark device', () => asVisitor(world, {as: 'librarian', colorScheme: 'dark'}, async (page) => {
    const year = await thisYear(page) - 1;
    for (const unit of ['nursing-midwifery', 'psychology', 'faculty-of-health-and-care']) {
      await page.goto(`/departments/${unit}/headline/${year}`);
      const pages = pagesOf(await page.pdf({preferCSSPageSize: true, printBackground: true}));
      expect(pages === 1, `${unit} prints on ${pages} pages`);
      const ground = await page.locator('.sheet').evaluate((sheet) => getComputedStyle(sheet).backgroundColor);
      expect(ground === 'rgb(255, 253, 249)', `the page is ${ground}`);
    }
  }));

  await runner.test('headlines: a phone shows the page in one column with nothing small', () => asVisitor(world, {as: 'librarian', viewport: phone}, async (page) => {
    await page.goto(`/departments/nursing-midwifery/headline/${await thisYear(page) - 1}`);
    const smallest = await page.locator('.sheet').evaluate((sheet) => Math.min(...[...sheet.querySelectorAll('p, li, span, b, h1, h2, text')]
        .map((one) => one.tagName === 'text' ? 13 * one.ownerSVGElement.getBoundingClientRect().width / one.ownerSVGElement.viewBox.baseVal.width
                                             : parseFloat(getComputedStyle(one).fontSize))));
    expect(smallest >= 12.9, `type of ${smallest} px`);
  }));

  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with' : 'without';
    await runner.test(`headlines: all pages of a year are packed ${how} script`, () => asVisitor(world, {as: 'leader', javaScriptEnabled}, async (page) => {
      await page.goto('/headlines');
      await page.getByRole('button', {name: 'Make the pack'}).click();
      await page.waitForURL('**/packs/*');
      await eventually('the pack is made', async () => {
        if (!javaScriptEnabled) await page.reload();
        return await page.getByRole('link', {name: 'One PDF', exact: true}).count() > 0;
      }, packMsMax);
      for (const [name, type] of [['One PDF', 'application/pdf'], ['A zip with one PDF each', 'application/zip']]) {
        const answer = await page.request.get(await page.getByRole('link', {name, exact: true}).getAttribute('href'));
        expect(answer.headers()['content-type'] === type, `${name} is ${answer.headers()['content-type']}`);
      }
    }));
  }
}
