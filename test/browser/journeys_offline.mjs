// Without a network: the line opens, is kept on the device and sent once, as whoever wrote it.
import {startRelay} from './relay.mjs';
import {eventually, expect} from '../support/runner.mjs';
import {asVisitor, personAddress, phone, signIn} from './visitor.mjs';

const line = 'form[data-capture] textarea[name=line]';
/** What the browser itself notes when nothing answers. */
const isNetwork = (text) => /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_FAILED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/.test(text);
const forgive = (complaints) => complaints.splice(0, complaints.length, ...complaints.filter((text) => !isNetwork(text)));

/** Waits until the service worker answers for the pages of this visitor. */
async function isKept(page) {
  await page.goto('/today');
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, {once: true}));
  });
}

/** Writes one line where there is no network. */
async function keep(page, words) {
  await page.goto('/capture');
  await page.locator(line).fill(words);
  await page.locator(line).press('Enter');
  await eventually('it says that it is kept', async () => /Kept on this device/.test(await page.locator('main').textContent()));
}

async function expectOnce(page, words) {
  await page.goto(`/find?q=${encodeURIComponent(words)}`);
  const times = await page.locator('main a[href^="/conversations/"]').count();
  expect(times === 1, `“${words}” is there ${times} times`);
}

async function signOut(page) {
  await page.goto('/settings');
  await page.getByRole('button', {name: 'Sign out', exact: true}).click();
  await page.waitForURL((url) => url.pathname === '/sign-in');
}

export async function offlineJourneys(runner, world) {
  const onPhone = {as: 'librarian', viewport: phone, hasTouch: true};

  await runner.test('offline: it can be installed, opens at the line and takes what is shared', () => asVisitor(world, onPhone, async (page, {context}) => {
    await isKept(page);
    const address = await page.locator('link[rel=manifest]').getAttribute('href');
    const manifest = await (await page.request.get(address)).json();
    for (const size of ['192x192', '512x512']) {
      const icon = manifest.icons.find(({sizes, type}) => sizes === size && type === 'image/png');
      const response = await page.request.get(icon.src);
      expect(response.headers()['content-type'] === 'image/png', `no picture of ${size}`);
    }
    await page.goto(manifest.start_url);
    expect(new URL(page.url()).pathname === '/capture', `it opens at ${page.url()}`);
    expect(await page.evaluate((selector) => document.activeElement?.matches(selector), line), 'the line has no focus');
    const {params} = manifest.share_target;
    await page.goto(`${manifest.share_target.action}?${params.title}=Reading+list&${params.text}=from+%40Wei+Zhang&${params.url}=https%3A%2F%2Fexample.ac.uk%2Fl`);
    expect(await page.locator(line).inputValue() === 'Reading list from @Wei Zhang https://example.ac.uk/l', 'what was shared is not in the line');
    const devtools = await context.newCDPSession(page);
    const {installabilityErrors} = await devtools.send('Page.getInstallabilityErrors');
    expect(installabilityErrors.every(({errorId}) => errorId === 'in-incognito'), JSON.stringify(installabilityErrors));
  }));

  await runner.test('offline: the line opens with the network cut, is kept on the phone and sent once on the next opening', () => asVisitor(world, onPhone, async (page, {context, complaints}) => {
    const words = 'met @Kofi Mensah corridor a quibble aboard the ferry';
    await isKept(page);
    await context.setOffline(true);
    await page.goto('/capture');
    expect(await page.getByRole('button', {name: 'Save on this phone'}).isVisible(), 'the button does not say where it saves');
    await keep(page, words);
    expect(/a quibble aboard the ferry/.test(await page.locator('[data-waiting-list]').textContent()), 'it is not among what waits');
    await page.goto('/people');
    expect(/Without a network/.test(await page.locator('h1').textContent()), 'another page does not tell that there is no network');
    await page.goto('about:blank');
    await context.setOffline(false);
    await page.goto('/today');
    await eventually('it was sent', async () => /has been sent/.test(await page.locator('main').textContent()));
    await page.locator('[data-waiting]').first().waitFor({state: 'hidden'});
    await expectOnce(page, 'quibble aboard the ferry');
    forgive(complaints);
  }));

  await runner.test('offline: with the server stopped the line opens, and leaves by itself once it is back', async () => {
    const relay = await startRelay(world.program.address);
    await asVisitor(world, {...onPhone, baseURL: relay.address}, async (page, {complaints}) => {
      await isKept(page);
      await relay.cut();
      await keep(page, 'phoned @Wei Zhang 5m the server was being mended');
      await page.goto('/capture');
      await page.locator(line).fill('half a line');
      await page.goto('/capture');
      expect(await page.locator(line).inputValue() === 'half a line', 'the unfinished line is gone');
      await page.locator(line).fill('');
      await relay.mend();
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      await eventually('the page that was asked for comes, and says so', async () => /has been sent/.test(await page.locator('main').textContent()));
      await expectOnce(page, 'server was being mended');
      forgive(complaints);
    });
    await relay.cut();
  });

  await runner.test('offline: an answer lost on its way makes no second conversation', () => asVisitor(world, onPhone, async (page, {context, complaints}) => {
    await page.goto('/capture');
    await page.locator(line).fill('met @Wei Zhang corridor the answer was lost in the tunnel');
    await page.locator('#capture-preview .pv').waitFor();
    await context.route('**/capture', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.locator(line).press('Enter');
    await eventually('it says that it is kept', async () => /Kept on this device/.test(await page.locator('main').textContent()));
    await context.unroute('**/capture');
    await page.goto('/today');
    await eventually('it was sent', async () => /has been sent/.test(await page.locator('main').textContent()));
    await expectOnce(page, 'lost in the tunnel');
    forgive(complaints);
  }));

  await runner.test('offline: what one person left waiting is never sent as another', () => asVisitor(world, onPhone, async (page, {context, complaints}) => {
    await isKept(page);
    await context.setOffline(true);
    await keep(page, 'met @Siân Probert corridor words of the first person');
    await page.goto('about:blank');
    await context.setOffline(false);
    await context.clearCookies();
    await signIn(page, world.program.logins.leader);
    await page.goto('/today');
    expect(await page.locator('[data-waiting]').first().isHidden(), 'the second person sees what waits');
    await page.goto('/find?q=words+of+the+first+person');
    expect(await page.locator('main a[href^="/conversations/"]').count() === 0, 'it was sent as the second person');
    await signOut(page);
    await signIn(page, world.program.logins.librarian);
    await eventually('it was sent', async () => /has been sent/.test(await page.locator('main').textContent()));
    await page.goto(await personAddress(page, 'Siân Probert'));
    expect(/words of the first person/.test(await page.locator('main').textContent()), 'it did not arrive as the first person');
    forgive(complaints);
  }));

  await runner.test('offline: the page without a network goes to the one asked for when the network is back', () => asVisitor(world, onPhone, async (page, {context, complaints}) => {
    await isKept(page);
    await context.setOffline(true);
    await page.goto('/people');
    await context.setOffline(false);
    await eventually('the list of people', async () => await page.locator('h1').textContent() === 'People');
    forgive(complaints);
  }));

  await runner.test('offline: where nobody is signed in nothing is kept, and the words stay in the line', () => asVisitor(world, {...onPhone, signsIn: true}, async (page, {context, complaints}) => {
    await isKept(page);
    await signOut(page);
    await context.setOffline(true);
    await page.goto('/capture');
    await page.locator(line).fill('whose line is this');
    await page.locator(line).press('Enter');
    await eventually('it says why', async () => /Nobody is signed in/.test(await page.locator('main').textContent()));
    expect(await page.locator(line).inputValue() === 'whose line is this', 'the words are gone');
    await context.setOffline(false);
    forgive(complaints);
  }));

  await runner.test('offline: nothing about anybody is kept on the device', () => asVisitor(world, onPhone, async (page) => {
    await isKept(page);
    await page.goto(await personAddress(page, 'Jane Smith'));
    const kept = await page.evaluate(async () => {
      const found = [];
      for (const name of await caches.keys())
        for (const request of await (await caches.open(name)).keys()) found.push(new URL(request.url).pathname);
      return found;
    });
    expect(kept.includes('/offline'), 'the page without a network is not kept');
    const others = kept.filter((path) => path !== '/offline' && !path.startsWith('/assets/'));
    expect(others.length === 0, `kept as well: ${others.join(', ')}`);
    const offline = await (await page.request.get('/offline')).text();
    expect(!/data-staff="\d/.test(offline) && !/csrf/.test(offline), 'the page without a network knows who asks');
  }));
}
