// Every page of the table of routes: axe finds nothing, the content security policy is not broken, nothing
// scrolls sideways. Pages with something in their address are found by following links.
import fs from 'node:fs';
import {createRequire} from 'node:module';

import {askToErase} from './journeys_erasures.mjs';
import {uploadPeople} from './journeys_forms.mjs';
import {expect} from '../support/runner.mjs';
import {phone, visitor, wide} from './visitor.mjs';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Not pages, or with a secret that no link carries: tested elsewhere. */
const notWalked = new Set([
  '/', '/livez', '/readyz', '/metrics', '/assets/{file}', '/password/{token}', '/welcome/{token}', '/wall/{token}', '/shared/{token}',
  '/bumps/{bump}/thanks', '/headlines/{year}/packs/{pack}', '/headlines/{year}/packs/{pack}/sheets.pdf',
  '/headlines/{year}/packs/{pack}/sheets.zip'
]);
const pagesReadMax = 400;
const examplesMax = 5;  // of one route: what the first person's page does not link to, another's may

const isPage = (response) => (response?.headers()['content-type'] ?? '').startsWith('text/html');

function matcher(pattern) {
  const escaped = pattern.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+');
  return new RegExp(`^${escaped}$`);
}

/** A request that somebody else made waits for this one. */
async function erasureAddresses(world, as) {
  if (as !== 'administrator' && as !== 'leader') return [];
  const asker = await visitor(world, {as: as === 'leader' ? 'administrator' : 'leader'});
  const request = await askToErase(asker.page, as === 'leader' ? 15 : 19);
  await asker.leave();
  return [request, `${request}/confirmation`];
}

/** Addresses that only an act leads to: a line just logged, a file with a fault just uploaded. */
async function actedAddresses({page}, as) {
  if (!as) return [];
  await page.goto('/capture');
  await page.locator('main textarea[name=line]').fill('met @Wei Zhang corridor 5m');
  const kept = page.waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith('/capture'));
  await page.locator('main form[data-capture] button.primary').first().click();
  const found = /\/capture\/(\d+)\//.exec(await (await kept).text())?.[1];
  const acted = found ? [`/capture/saved/${found}`] : [];
  if (as === 'administrator') {
    await uploadPeople(page, ['Quentin Imagined', '', 'L. Moretti']);
    const {pathname} = new URL(page.url());
    acted.push(pathname, pathname.replace(/\/columns$/, ''), pathname.replace(/columns$/, 'same'), pathname.replace(/columns$/, 'faults.csv'));
  }
  return acted;
}

/** One address for each GET route that this visitor finds by links, or by `known`. */
async function addressesFor(page, routes, known) {
  const patterns = [...routes].sort((a, b) => a.pattern.split('{').length - b.pattern.split('{').length)
      .map(({pattern}) => ({pattern, match: matcher(pattern)}));
  const found = new Map();
  const open = [];
  const add = (path) => {
    const pattern = patterns.find(({match}) => match.test(path))?.pattern;
    const examples = found.get(pattern) ?? [];
    if (!pattern || examples.includes(path) || examples.length === examplesMax) return;
    found.set(pattern, [...examples, path]);
    open.push(path);
  };
  for (const {pattern} of routes) if (!pattern.includes('{')) add(pattern);
  known.forEach(add);
  for (let read = 0; open.length > 0 && read < pagesReadMax; ++read) {
    const response = await page.request.get(open.shift());
    if (!isPage(response)) continue;
    for (const [, href] of (await response.text()).matchAll(/ (?:href|formaction)="(\/[^"#]*)"/g)) add(href.split('?')[0]);
  }
  return found;
}

export async function violations(page) {
  await page.evaluate(axe);
  const {violations} = await page.evaluate((tags) => globalThis.axe.run(document, {runOnly: tags}), tags);
  return violations.map(({id, help, nodes}) => `${id}: ${help}: ${nodes.slice(0, 3).map(({html}) => html.slice(0, 160)).join(' ; ')}`);
}

const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What is wrong with one page in one form, in words. */
export async function faults(somebody, address, viewport, colorScheme) {
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

export async function faultsInAllForms(somebody, address) {
  return faultsIn(somebody, address, [[wide, 'light'], [wide, 'dark'], [phone, 'light'], [phone, 'dark']]);
}

/** Both widths and both schemes of colours in two looks, crossed one way on one page and the other way on the next. */
function faultsCrossed(somebody, address, nth) {
  return faultsIn(somebody, address, nth % 2 === 0 ? [[wide, 'light'], [phone, 'dark']] : [[wide, 'dark'], [phone, 'light']]);
}

async function faultsIn(somebody, address, forms) {
  const found = [];
  for (const [viewport, colorScheme] of forms) found.push(...await faults(somebody, address, viewport, colorScheme));
  await somebody.page.setViewportSize({width: 320, height: 640});
  await somebody.page.goto(address);
  if (await overflow(somebody.page) > 0) found.push('320 px: scrolls sideways');
  return found;
}

const walks = [
  {as: undefined, who: ['anybody'], forms: faultsInAllForms},
  {as: 'administrator', who: ['staff', 'writers', 'leaders', 'administrators'], forms: faultsCrossed},
  {as: 'leader', who: ['staff', 'writers', 'leaders'], forms: (somebody, address) => faults(somebody, address, wide, 'light')},
  {as: 'librarian', who: ['staff', 'writers'], forms: (somebody, address) => faults(somebody, address, wide, 'light')},
];

/** So many of each role look at pages side by side. */
export async function pageTests(runner, world, sideBySide) {
  for (const {as, who, forms} of walks) {
    const sentence = ({pattern}) => `page ${pattern} for ${as ?? 'anybody'}`;
    const routes = world.program.routes.filter(
        (route) => route.method === 'GET' && who.includes(route.who) && !notWalked.has(route.pattern));
    const wanted = [...routes.entries()].filter(([, route]) => runner.wants(sentence(route)));
    if (wanted.length === 0) continue;
    const somebody = await visitor(world, {as});
    const addresses = await addressesFor(somebody.page, routes, [...await erasureAddresses(world, as), ...await actedAddresses(somebody, as)]);
    await somebody.leave();
    const open = wanted.values();
    await Promise.all(Array.from({length: sideBySide}, async () => {
      const looker = await visitor(world, {as});
      for (const [nth, route] of open) {
        await runner.test(sentence(route), async () => {
          const [address] = addresses.get(route.pattern) ?? [];
          expect(address, 'no page links to one');
          if (!isPage(await looker.page.request.get(address))) return;
          const found = await forms(looker, address, nth);
          expect(found.length === 0, [...new Set(found)].join('\n'));
        });
      }
      await looker.leave();
    }));
  }
}
