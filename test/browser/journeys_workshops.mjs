// A workshop: who is here, a canvas each, one save; with and without script, what is kept, the timer, on paper and on a
// phone.
import {today} from '../support/program.mjs';
import {eventually, expect} from '../support/runner.mjs';
import {faultsInAllForms} from './pages.mjs';
import {asVisitor, phone} from './visitor.mjs';

const inDays = (days) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
const hopes = (page) => page.getByLabel('What do we hope for?');
const withoutStatus = (complaints, status) =>
    complaints.splice(0, complaints.length, ...complaints.filter((words) => !words.includes(status)));

/** Colleagues name whom they choose, and about what; the others of the team are not here. */
async function choose(page, names, areas = []) {
  await page.goto('/relationships/workshop');
  const members = page.locator('.ws-member');
  for (let i = 0; i < await members.count(); ++i) {
    if (i < names.length)
      await members.nth(i).getByRole('textbox').fill(names[i]);
    else
      await members.nth(i).getByRole('checkbox').uncheck();
    if (i < areas.length) await members.nth(i).getByLabel('About').selectOption({label: areas[i]});
  }
  await page.getByRole('button', {name: 'To the screen'}).click();
}

async function screenFor(page, names) {
  await choose(page, names);
  await page.waitForURL(/workshop\/canvas\?.*pick=/);
}

async function fill(page, at, hope, due = inDays(12)) {
  const panel = page.locator('.ws-panel').nth(at);
  await panel.getByLabel('What do we hope for?').fill(hope);
  await panel.locator('[id$=step-1-words]').fill(`First step to: ${hope}`);
  await panel.locator('[id$=step-1-due]').fill(due);
}

const save = (page) => page.getByRole('button', {name: 'Save the plans'}).click();

export async function workshopJourneys(runner, world) {
  const pairs = {true: ['Psychology', 'English & Creative Writing'], false: ['Paramedic Science', 'Nursing & Midwifery']};
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with' : 'without';
    await runner.test(`workshops: what is in order is saved, what is not stays ${how} script`, () => asVisitor(world, {as: 'leader', javaScriptEnabled}, async (page, {complaints}) => {
      await screenFor(page, pairs[javaScriptEnabled]);
      await fill(page, 0, `A clinic ${how}`);
      await fill(page, 1, `A session ${how}`, '');
      await save(page);
      await page.locator('.errors').waitFor();
      expect(/One plan is saved/.test(await page.locator('main').textContent()), 'the first is not saved');
      expect(await hopes(page).inputValue() === `A session ${how}`, 'the words are gone');
      await page.locator('.errors a').click();
      await page.locator('[id$=step-1-due]').fill(inDays(20));
      await save(page);
      await page.waitForURL(/workshop\/plans\?/);
      const text = await page.locator('main').textContent();
      expect(text.includes(`A clinic ${how}`) && text.includes(`A session ${how}`), 'a plan is missing on the last page');
      expect(/Two plans/.test(text), 'it does not say how many');
      withoutStatus(complaints, '422');
    }));
  }

  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with' : 'without';
    const area = javaScriptEnabled ? 'Research' : 'Collections';
    await runner.test(`workshops: two plan for the same department, for an area each, ${how} script`, () => asVisitor(world, {as: 'leader', javaScriptEnabled, viewport: phone}, async (page, {complaints}) => {
      await choose(page, ['Civil & Mechanical Engineering', 'Civil & Mechanical Engineering'], ['Teaching', 'Teaching']);
      await page.locator('.errors', {hasText: 'the same relationship and service area'}).waitFor();
      expect(await page.getByLabel('About').nth(1).inputValue() === 'teaching', 'what was chosen is gone');
      await page.getByLabel('About').nth(1).selectOption({label: area});
      await page.getByRole('button', {name: 'To the screen'}).click();
      await page.waitForURL(/pick=[^&]*\.teaching&pick=/);
      await page.getByRole('heading', {name: `Civil & Mechanical Engineering, ${area.toLowerCase()}`}).waitFor();
      await fill(page, 1, `In an area ${how}`);
      await save(page);
      await page.waitForURL(/workshop\/plans\?/);
      await page.getByRole('link', {name: `Civil & Mechanical Engineering, ${area.toLowerCase()}`, exact: true}).click();
      expect((await page.locator('main').textContent()).includes(`In an area ${how}`), 'the plan is not in its area');
      withoutStatus(complaints, '422');
    }));
  }

  await runner.test('workshops: the colleague finds the step on Today', () => asVisitor(world, {as: 'leader'}, async (page) => {
    await page.goto('/relationships/workshop');
    const mine = page.locator('.ws-member', {hasText: 'Rhys Calloway'});
    const others = page.locator('.ws-member', {hasNotText: 'Rhys Calloway'});
    for (let i = 0; i < await others.count(); ++i) await others.nth(i).getByRole('checkbox').uncheck();
    await mine.getByRole('radio').first().check();
    await page.getByRole('button', {name: 'To the screen'}).click();
    await fill(page, 0, 'A hello', inDays(0));
    await save(page);
    await page.getByRole('link', {name: 'To Today'}).click();
    await eventually('the promise', async () => (await page.locator('main').textContent()).includes('First step to: A hello'));
  }));

  await runner.test('workshops: a colleague who was faster is named, and the words stay', () => asVisitor(world, {as: 'librarian'}, async (page, {context, complaints}) => {
    await screenFor(page, ['Public Health']);
    const other = await context.newPage();
    await other.goto(page.url());
    await fill(other, 0, 'A faster hope');
    await save(other);
    await other.waitForURL(/workshop\/plans\?/);
    await fill(page, 0, 'A slower hope');
    await save(page);
    await page.locator('.ws-clash').waitFor();
    expect(/A faster hope/.test(await page.locator('.ws-clash').textContent()), 'the other plan is not shown');
    expect(await hopes(page).inputValue() === 'A slower hope', 'the words are gone');
    withoutStatus(complaints, '409');
  }));

  await runner.test('workshops: words and timer survive a page that is loaded anew', () => asVisitor(world, {as: 'librarian'}, async (page) => {
    await screenFor(page, ['Wei Zhang', 'Law & Criminology']);
    await page.locator('.ws-panel').nth(1).getByLabel('Where are we now?').fill('We met once');
    await page.getByRole('button', {name: 'Start: timer'}).press('Enter');
    await eventually('it runs', async () => /^9:/.test(await page.getByRole('timer').textContent()));
    await page.getByRole('button', {name: 'Pause'}).press('Space');
    const stopped = await page.getByRole('timer').textContent();
    await page.reload();
    expect(await page.locator('.ws-panel').nth(1).getByLabel('Where are we now?').inputValue() === 'We met once', 'the words are gone');
    expect(await page.getByRole('timer').textContent() === stopped, 'the timer begins anew');
    await page.getByRole('button', {name: 'Go on'}).waitFor();
  }));

  await runner.test('workshops: the timer says five minutes, one and the end in words', () => asVisitor(world, {as: 'librarian'}, async (page) => {
    await page.clock.install();
    await screenFor(page, ['Law & Criminology']);
    await page.getByRole('button', {name: 'Start: timer'}).click();
    const said = () => page.locator('rapport-timer [role=status]').textContent();
    for (const [minutes, words] of [[4, ''], [1.1, 'Five minutes left.'], [4, 'One minute left.'], [1, 'Time is up. Save what you have.']]) {
      await page.clock.runFor(minutes * 60_000);
      expect(await said() === words, `it says “${await said()}” instead of “${words}”`);
    }
    expect(await page.getByRole('timer').textContent() === '0:00', 'it goes on');
    expect(await page.getByRole('button', {name: 'Save the plans'}).isEnabled(), 'the end takes the save away');
  }));

  await runner.test('workshops: its pages are clean for axe at every width, and on paper', () => asVisitor(world, {as: 'leader'}, async (page, somebody) => {
    await screenFor(page, ['Law & Criminology', 'Biosciences', 'Computer Science']);
    const found = await faultsInAllForms(somebody, page.url());
    await page.setViewportSize({width: 1440, height: 900});
    await screenFor(page, ['Education']);
    await fill(page, 0, 'A plan on paper');
    await save(page);
    await page.waitForURL(/workshop\/plans\?/);
    found.push(...await faultsInAllForms(somebody, page.url()));
    expect(found.length === 0, found.join('\n'));
    const sheets = (await page.pdf({format: 'A4', preferCSSPageSize: true})).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;
    expect(sheets === 1, `one plan takes ${sheets} sheets`);
  }));

  await runner.test('workshops: nothing is lost without script when the session has ended', () => asVisitor(world, {as: 'librarian', javaScriptEnabled: false, viewport: phone}, async (page, {context, complaints}) => {
    await screenFor(page, ['Law & Criminology']);
    await fill(page, 0, 'A hope that is longer than sixty characters, so that it can be read on the page');
    await context.clearCookies();
    await save(page);
    await page.getByText('Your words are still here').waitFor();
    expect((await page.content()).includes('A hope that is longer'), 'the words are gone');
    withoutStatus(complaints, '401');
  }));
}
