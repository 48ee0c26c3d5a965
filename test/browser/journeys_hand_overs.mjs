// Portfolios, coverage, hand-overs and the team home: with and without script, in two tabs, on a phone, on paper.
import {today} from '../support/program.mjs';
import {expect} from '../support/runner.mjs';
import {asVisitor, phone} from './visitor.mjs';

const inDays = (days) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
const text = (page) => page.locator('main').textContent();

/** The form of a hand-over between two colleagues. */
async function chooseColleagues(page, from, to) {
  await page.goto('/hand-overs/new');
  await page.getByLabel('Who hands over').selectOption({label: from});
  await page.getByLabel('Who takes over').selectOption({label: to});
  await page.getByRole('button', {name: 'Show what there is'}).click();
  await page.getByLabel('Why').waitFor();
}

export async function handOverJourneys(runner, world) {
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with' : 'without';
    await runner.test(`hand-overs: one is made, introduced and undone ${how} script`, () => asVisitor(world, {as: 'leader', javaScriptEnabled}, async (page) => {
      await chooseColleagues(page, 'Zofia Lis', 'Tamsin Hext');
      await page.getByLabel('Why').fill(`Zofia moves on, ${how}`);
      await page.getByRole('button', {name: 'Hand over', exact: true}).click();
      await page.getByRole('heading', {name: 'Introduce Tamsin'}).waitFor();
      const ticks = page.locator('button.tick[aria-pressed=false]');
      const before = await ticks.count();
      expect(before > 0, 'nobody is to be introduced');
      await ticks.first().click();
      await page.getByText('1 of').waitFor();
      await page.getByText('Undo this hand-over').click();
      await page.getByLabel('Why').fill('It was a trial');
      await page.getByRole('button', {name: 'Undo it'}).click();
      await page.getByText('Undone by').waitFor();
      await page.goto('/portfolios/biosciences');
      expect(/Zofia Lis/.test(await page.locator('section', {hasText: 'Now'}).first().textContent()), 'Zofia does not lead again');
      expect(new RegExp(`Zofia moves on, ${how}`).test(await text(page)), 'the reason is not kept');
    }));
  }

  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with' : 'without';
    await runner.test(`hand-overs: people who were ticked fill the form in ${how} script`, () => asVisitor(world, {as: 'leader', javaScriptEnabled}, async (page) => {
      await page.goto('/people?unit=biosciences');
      for (const at of [0, 1]) await page.getByRole('checkbox', {name: /^Choose /}).nth(at).check();
      await page.getByRole('button', {name: 'Hand over to…'}).click();
      expect(/Two people are ticked/.test(await text(page)), 'it does not say how many');
      expect(await page.getByLabel('Who hands over').locator('option:checked').textContent() === 'Zofia Lis', 'who leads is not chosen');
      await page.getByLabel('Who takes over').selectOption({label: 'Tamsin Hext'});
      await page.getByRole('button', {name: 'Show what there is'}).click();
      await page.getByLabel('Why').waitFor();
      expect(await page.getByRole('checkbox', {name: /^Biosciences/}).isChecked(), 'their department is not ticked');
      expect(await page.getByRole('checkbox', {checked: true}).count() === 1, 'another department is ticked');
    }));
  }

  await runner.test('portfolios: the second of two tabs sees both, and keeps its words', () => asVisitor(world, {as: 'leader'}, async (page, {context, complaints}) => {
    await page.goto('/portfolios/geography-environment');
    expect(/Nobody has led since/.test(await text(page)), 'the gap is not told');
    const other = await context.newPage();
    await other.goto(page.url());
    for (const [tab, who, why] of [[other, 'Yusuf Demir', 'A faster reason'], [page, 'Zofia Lis', 'A slower reason']]) {
      await tab.getByLabel('Who', {exact: true}).selectOption({label: who});
      await tab.locator('form.form').last().getByLabel('Why').fill(why);
      await tab.getByRole('button', {name: 'Keep this'}).click();
      await tab.waitForLoadState();
    }
    await page.getByText('Changed meanwhile').waitFor();
    expect(/A faster reason/.test(await text(page)), 'what stands there now is not shown');
    expect(await page.locator('#reason').inputValue() === 'A slower reason', 'the words are gone');
    complaints.splice(0, complaints.length, ...complaints.filter((words) => !/409/.test(words)));
  }));

  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with' : 'without';
    const units = javaScriptEnabled ? ['Public Health', 'Psychology'] : ['Education', 'Law & Criminology'];
    await runner.test(`portfolios: one colleague takes on all that are ticked, or none, ${how} script`, () => asVisitor(world, {as: 'leader', javaScriptEnabled}, async (page, {complaints}) => {
      const fill = async (ticked) => {
        for (const name of ticked) await page.getByRole('checkbox', {name: `Choose ${name}`, exact: true}).check();
        await page.getByLabel('Who', {exact: true}).selectOption({label: 'Kirsty Munro-Hale'});
        await page.getByLabel('Part').selectOption({label: 'Covers'});
        await page.getByLabel('Why').fill(`A leave, ${how}`);
        await page.getByRole('button', {name: 'Keep this for those ticked'}).click();
      };
      await page.goto('/portfolios');
      await fill(units.slice(0, 1));
      await page.getByText('Kirsty covers one department from 12 Nov.').waitFor();
      await fill(units);
      await page.locator('.errors', {hasText: `${units[0]}: Kirsty looks after this department already.`}).waitFor();
      expect(await page.getByRole('checkbox', {name: /^Choose /, checked: true}).count() === 2, 'the ticks are gone');
      expect(await page.getByLabel('Why').inputValue() === `A leave, ${how}`, 'the words are gone');
      expect(!/Kirsty/.test(await page.locator('tr', {hasText: units[1]}).textContent()), 'the other one is kept');
      await page.locator('.errors a').click();
      await page.getByRole('checkbox', {name: `Choose ${units[0]}`, exact: true}).uncheck();
      await page.getByRole('button', {name: 'Keep this for those ticked'}).click();
      await page.getByText('Kirsty covers one department').waitFor();
      expect(/Kirsty/.test(await page.locator('tr', {hasText: units[1]}).textContent()), 'the other one is not kept');
      complaints.splice(0, complaints.length, ...complaints.filter((words) => !/422/.test(words)));
    }));
  }

  await runner.test('hand-overs: a librarian reads and may not hand over', () => asVisitor(world, {as: 'librarian'}, async (page) => {
    await page.goto('/hand-overs');
    expect(await page.getByRole('link', {name: 'Hand over…'}).count() === 0, 'there is a button');
    expect((await page.request.get('/hand-overs/new')).status() === 403, 'the form opens');
    await page.goto('/hand-overs/1');
    expect(await page.getByText('Undo this').count() === 0, 'it can be undone');
  }));

  await runner.test('hand-overs: the briefs print a page each', () => asVisitor(world, {as: 'librarian'}, async (page) => {
    await page.goto('/hand-overs/1/brief');
    await page.locator('main h2 a').first().click();
    await page.locator('.brief-sheet').first().waitFor();
    const sheets = await page.locator('.brief-sheet').count();
    const pages = (await page.pdf({format: 'A4', preferCSSPageSize: true})).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;
    expect(pages === sheets, `${sheets} sheets take ${pages} pages`);
  }));

  await runner.test('coverage: a number opens onto as many people', () => asVisitor(world, {as: 'librarian'}, async (page) => {
    await page.goto('/reports/coverage');
    const link = page.locator('a[href$="show=hello"]').first();
    const count = Number((await link.textContent()).match(/^\d+/)[0]);
    await link.click();
    await page.getByRole('heading', {level: 1, name: /no hello yet/}).waitFor();
    expect(await page.locator('main li[data-row]').count() === count, `not ${count} people`);
  }));

  await runner.test('team: what is due opens by department, on a phone without scrolling sideways', () => asVisitor(world, {as: 'librarian', viewport: phone}, async (page) => {
    await page.goto('/team');
    await page.getByRole('heading', {name: 'What is due'}).waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide === 0, `it is ${wide} px too wide`);
    const row = page.locator('a[href^="/team/due"]').first();
    await row.click();
    await page.getByRole('heading', {level: 1, name: /^Due/}).waitFor();
    expect(await page.locator('main li[data-row]').count() > 0, 'nothing is listed');
  }));

  await runner.test('portfolios: a day that the calendar lacks is refused and the words stay', () => asVisitor(world, {as: 'leader', javaScriptEnabled: false}, async (page, {complaints}) => {
    await chooseColleagues(page, 'Inês Carvalho', 'Dev Raman');
    await page.getByLabel('Why').fill('Kept words');
    await page.locator('#from_on').fill(inDays(10));
    await page.locator('#until_on').fill(inDays(2));
    await page.getByRole('button', {name: 'Hand over', exact: true}).click();
    await page.locator('#until_on-error').waitFor();
    expect(await page.getByLabel('Why').inputValue() === 'Kept words', 'the words are gone');
    complaints.splice(0, complaints.length, ...complaints.filter((words) => !/422/.test(words)));
  }));
}
