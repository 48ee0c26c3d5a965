// Somebody at a browser: a context of its own, signed in or not, that notices every complaint of the page.
import {expect} from '../support/runner.mjs';

export const wide = {width: 1440, height: 900};
export const phone = {width: 390, height: 844};
const waitMsMax = 60000;

const locatorsThatArrive = new WeakSet();

/**
 * What Playwright does on a page ends when the page that follows begins to come; what is counted then may not
 * stand there yet. With this it ends when that page is there.
 */
function arriveAfterActs(page) {
  const locators = Object.getPrototypeOf(page.locator('html'));
  if (locatorsThatArrive.has(locators)) return;
  locatorsThatArrive.add(locators);
  for (const act of ['check', 'click', 'press', 'selectOption']) {
    const begun = locators[act];
    locators[act] = async function(...words) {
      const done = await begun.apply(this, words);
      await this.page().waitForLoadState();
      return done;
    };
  }
}

/**
 * Options: as ('librarian' …, or nobody), in the session that is kept for all or, with signsIn, in one of its own by the
 * form: for whoever ends it. And those of Playwright's newContext.
 */
export async function visitor({browser, program}, {as, signsIn = false, ...options} = {}) {
  const context = await browser.newContext({baseURL: program.address, viewport: wide, reducedMotion: 'reduce', ...options});
  context.setDefaultTimeout(waitMsMax);
  if (as && !signsIn) await context.addCookies(program.sessions[as]);
  const page = await context.newPage();
  arriveAfterActs(page);
  const complaints = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  if (as && signsIn) await signIn(page, program.logins[as]);
  return {
    page,
    context,
    complaints,
    /**
     * Goes to an empty page first: Chromium may never finish closing a page that is on its way. A form that
     * was just sent may still overtake a try or two.
     */
    async leave() {
      for (let tries = 0; tries < 3; ++tries) if (await page.goto('about:blank').then(() => true, () => false)) break;
      await context.close();
    },
  };
}

export async function signIn(page, {username, password}) {
  if (!new URL(page.url(), 'http://nowhere').pathname.startsWith('/sign-in')) await page.goto('/sign-in');
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', {name: 'Sign in'}).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** Does `tried` as somebody and expects that the page complained of nothing meanwhile. */
export async function asVisitor(world, options, tried) {
  const somebody = await visitor(world, options);
  try {
    await tried(somebody.page, somebody);
    await somebody.page.waitForLoadState();
    expect(somebody.complaints.length === 0, `the page complained: ${somebody.complaints.join(' | ')}`);
  } finally {
    await somebody.leave();
  }
}

/** The page of a person by name, found the way a librarian finds it. */
export async function personAddress(page, name) {
  await page.goto(`/find?q=${encodeURIComponent(name)}`);
  return page.locator('main a[href^="/people/"]').first().getAttribute('href');
}

/** G, then a letter. The page's clock stands still, so that the two belong together on the slowest machine. */
export async function goBy(page, letter) {
  await page.clock.setFixedTime(new Date());
  await page.keyboard.press('g');
  await page.keyboard.press(letter);
}
