// Every page of the table of routes: axe finds nothing, the content security policy is not broken, nothing
// scrolls sideways. Pages with something in their address are found by following links.
import fs from 'node:fs';
import {createRequire} from 'node:module';

import {expect} from './runner.mjs';
import {phone, visitor, wide} from './visitor.mjs';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Not pages, or with a secret that no link carries: tested elsewhere. */
const notWalked = new Set(['/', '/livez', '/readyz', '/metrics', '/assets/{file}', '/password/{token}', '/welcome/{token}',
  // Reached by doing something first: the journeys walk these.
  '/capture/saved/{interaction}', '/import/{import}', '/import/{import}/columns', '/import/{import}/faults.csv']);
const linksFollowedMax = 400;

const isPage = (response) => (response?.headers()['content-type'] ?? '').startsWith('text/html');

function matcher(pattern) {
  const escaped = pattern.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+');
  return new RegExp(`^${escaped}$`);
}

/** One address for each GET route that this visitor finds by links. */
async function addressesFor(page, routes) {
  const found = new Map(routes.filter(({pattern}) => !pattern.includes('{')).map(({pattern}) => [pattern, pattern]));
  const patterns = routes.map(({pattern}) => ({pattern, match: matcher(pattern)}));
  const open = [...found.values()];
  const seen = new Set(open);
  for (let followed = 0; open.length > 0 && followed < linksFollowedMax && found.size < routes.length; ++followed) {
    const response = await page.request.get(open.shift());
    if (!isPage(response)) continue;
    for (const [, href] of (await response.text()).matchAll(/ (?:href|formaction)="(\/[^"#]*)"/g)) {
      const path = href.split('?')[0];
      const route = patterns.find(({match}) => match.test(path));
      if (!route || seen.has(path)) continue;
      seen.add(path);
      if (found.has(route.pattern)) continue;
      found.set(route.pattern, path);
      open.push(path);
    }
  }
  return found;
}

async function violations(page) {
  await page.evaluate(axe);
  const {violations} = await page.evaluate((tags) => globalThis.axe.run(document, {runOnly: tags}), tags);
  return violations.map(({id, help, nodes}) => `${id}: ${help}: ${nodes.slice(0, 3).map(({html}) => html.slice(0, 160)).join(' ; ')}`);
}

const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What is wrong with one page in one form, in words. */
async function faults(somebody, address, viewport, colorScheme) {
  const {page, complaints} = somebody;
  complaints.length = 0;
  await page.setViewportSize(viewport);
  await page.emulateMedia({colorScheme, reducedMotion: 'reduce'});
  const response = await page.goto(address);
  const where = `${viewport.width} px ${colorScheme}`;
  const found = response.status() === 200 ? [] : [`answered ${response.status()}`];
  found.push(...await violations(page));
  if (await overflow(page) > 0) found.push('scrolls sideways');
  return [...found, ...complaints].map((fault) => `${where}: ${fault}`);
}

async function faultsInAllForms(somebody, address) {
  const found = [];
  for (const viewport of [wide, phone])
    for (const colorScheme of ['light', 'dark']) found.push(...await faults(somebody, address, viewport, colorScheme));
  await somebody.page.setViewportSize({width: 320, height: 640});
  await somebody.page.goto(address);
  if (await overflow(somebody.page) > 0) found.push('320 px: scrolls sideways');
  return found;
}

const walks = [
  {as: undefined, who: ['anybody'], forms: faultsInAllForms},
  {as: 'administrator', who: ['staff', 'writers', 'leaders', 'administrators'], forms: faultsInAllForms},
  {as: 'leader', who: ['staff', 'writers', 'leaders'], forms: (somebody, address) => faults(somebody, address, wide, 'light')},
  {as: 'librarian', who: ['staff', 'writers'], forms: (somebody, address) => faults(somebody, address, wide, 'light')},
];

export async function pageTests(runner, world) {
  for (const {as, who, forms} of walks) {
    const somebody = await visitor(world, {as});
    const routes = world.program.routes.filter(
        (route) => route.method === 'GET' && who.includes(route.who) && !notWalked.has(route.pattern));
    const addresses = await addressesFor(somebody.page, routes);
    for (const {pattern} of routes) {
      await runner.test(`page ${pattern} for ${as ?? 'anybody'}`, async () => {
        const address = addresses.get(pattern);
        expect(address, 'no page links to one');
        if (!isPage(await somebody.page.request.get(address))) return;
        const found = await forms(somebody, address);
        expect(found.length === 0, [...new Set(found)].join('\n'));
      });
    }
    await somebody.leave();
  }
}
