// Builds the browser's side: node web/build.mjs OUTDIR. Writes OUTDIR/files (each asset under its hashed
// name, with gzip and brotli twins), OUTDIR/assets.S (their bytes) and OUTDIR/assets.cpp (the table of
// src/ui/assets.hpp). The same sources give the same bytes. It does not install anything.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import zlib from 'node:zlib';

const web = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(web);
const modules = path.join(root, 'node_modules');

const contentTypes = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};
const packed = new Set(['.png', '.woff2']);  // formats that are compressed already

const fail = (message) => {
  console.error(`web/build.mjs: ${message}`);
  process.exit(1);
};

const hashed = (stem, extension, bytes) =>
    `${stem}-${crypto.createHash('sha256').update(bytes).digest('hex').slice(0, 8)}${extension}`;

/** Style sheet, script and the fonts that the sheet names, hashed by esbuild. */
async function bundle(esbuild) {
  const result = await esbuild.build({
    absWorkingDir: root,
    entryPoints: {app: 'web/ts/main.ts', style: 'web/css/app.css'},
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome123', 'firefox120', 'safari17.5'],
    loader: {'.woff2': 'file'},
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    publicPath: '/assets',
    outdir: 'out',
    write: false,
    legalComments: 'none',
    banner: {
      js: '/* With htmx.org (0BSD) and @github/combobox-nav (MIT, Copyright (c) GitHub, Inc.) */',
      css: '/* Fonts: Newsreader and Atkinson Hyperlegible Next, SIL Open Font License 1.1 */',
    },
    logLevel: 'warning',
  });
  return result.outputFiles.map(
      (file) => ({name: path.basename(file.path), bytes: Buffer.from(file.contents)}));
}

/** One sprite of the icons listed in icons.txt; a name that Tabler does not have ends the build. */
function sprite() {
  const names = fs.readFileSync(path.join(web, 'icons/icons.txt'), 'utf8')
                    .split('\n')
                    .map((line) => line.trim())
                    .filter((line) => line && !line.startsWith('#'));
  const symbols = [...new Set(names)].sort().map((name) => {
    const file = path.join(modules, '@tabler/icons/icons/outline', `${name}.svg`);
    if (!fs.existsSync(file)) fail(`icons.txt names "${name}", which @tabler/icons does not have`);
    const shapes = fs.readFileSync(file, 'utf8')
                       .replace(/^[\s\S]*?<svg[^>]*>/, '')
                       .replace('</svg>', '')
                       .replace(/<path stroke="none"[^>]*>/g, '')
                       .replace(/\s+/g, ' ')
                       .replaceAll(' />', '/>')
                       .replaceAll('> <', '><')
                       .trim();
    return `<symbol id="${name}" viewBox="0 0 24 24">${shapes}</symbol>`;
  });
  const origin = '<!-- Tabler Icons, MIT, Copyright (c) Paweł Kuna -->';
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${origin}${symbols.join('')}</svg>`);
}

function manifest({icon, icon192, icon512}) {
  const picture = (name, type, sizes, purpose = 'any') => ({src: `/assets/${name}`, type, sizes, purpose});
  const drawn = picture(icon, 'image/svg+xml', 'any');
  return Buffer.from(JSON.stringify({
    name: 'Rapport',
    short_name: 'Rapport',
    lang: 'en-GB',
    id: '/',
    start_url: '/start',
    scope: '/',
    display: 'standalone',
    background_color: '#faf7f0',
    theme_color: '#faf7f0',
    icons: [
      drawn,
      picture(icon192, 'image/png', '192x192'),
      picture(icon512, 'image/png', '512x512'),
      picture(icon512, 'image/png', '512x512', 'maskable'),
    ],
    shortcuts: [
      {name: 'Log a conversation', short_name: 'Log', url: '/capture', icons: [drawn]},
      {name: 'Today', url: '/today', icons: [drawn]},
    ],
    share_target: {
      action: '/capture',
      method: 'GET',
      enctype: 'application/x-www-form-urlencoded',
      params: {title: 'title', text: 'line', url: 'url'},
    },
  }));
}

/** What a page needs to open without a network; fonts for rarer letters come when they can. */
const isForOffline = ({name}) => !name.endsWith('.woff2') || /-latin-wght-/.test(name);

/** Its address stays the same, so it is not among the hashed files' names. */
async function serviceWorker(esbuild, found) {
  const files = found.filter(isForOffline).map(({name}) => `/assets/${name}`).sort();
  const result = await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['web/worker/service_worker.ts'],
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome123', 'firefox120', 'safari17.5'],
    define: {cacheName: JSON.stringify(hashed('rapport', '', files.join())), files: JSON.stringify(files)},
    write: false,
    logLevel: 'warning',
  });
  return Buffer.from(result.outputFiles[0].contents);
}

/** gzip and brotli twins, left empty where they would not be smaller. */
function twins(asset) {
  if (packed.has(path.extname(asset.name))) return {...asset, gzip: null, brotli: null};
  const smaller = (bytes) => (bytes.length < asset.bytes.length ? bytes : null);
  return {
    ...asset,
    gzip: smaller(zlib.gzipSync(asset.bytes, {level: 9})),
    brotli: smaller(zlib.brotliCompressSync(asset.bytes, {
      params: {
        [zlib.constants.BROTLI_PARAM_QUALITY]: 11,
        [zlib.constants.BROTLI_PARAM_LGWIN]: 22,
        [zlib.constants.BROTLI_PARAM_SIZE_HINT]: asset.bytes.length,
      }
    })),
  };
}

const variants = [['identity', 'bytes', ''], ['gzip', 'gzip', '.gz'], ['brotli', 'brotli', '.br']];
const label = (index, variant) => `rapport_asset_${index}_${variant}`;

function assembly(assets) {
  const lines = ['/* Made by web/build.mjs. Do not edit. */', '\t.section .rodata'];
  assets.forEach((asset, index) => {
    for (const [variant, key, suffix] of variants) {
      if (!asset[key]) continue;
      const name = label(index, variant);
      lines.push(
          `\t.globl ${name}`, `\t.hidden ${name}`, `${name}:`, `\t.incbin "files/${asset.name}${suffix}"`);
    }
  });
  return [...lines, '\t.section .note.GNU-stack,"",@progbits', ''].join('\n');
}

function table(assets, addresses) {
  const view = (asset, index, [variant, key]) =>
      (asset[key] ? `{${label(index, variant)}, ${asset[key].length}}` : '{}');
  const externs = assets.flatMap(
      (asset, index) => variants.filter(([, key]) => asset[key])
                            .map(([variant]) => `extern const char ${label(index, variant)}[];`));
  const rows = assets.map(
      (asset, index) =>
          `      {"/assets/${asset.name}", "${contentTypes[path.extname(asset.name)]}",\n       ` +
          variants.map((variant) => view(asset, index, variant)).join(', ') + '},');
  const fields = Object.entries(addresses).map(([field, name]) => `      .${field} = "/assets/${name}",`);
  return `// Made by web/build.mjs. Do not edit.
#include "ui/assets.hpp"

extern "C" {
${externs.join('\n')}
}

namespace rapport::ui {

std::span<const Asset> assets() {
  static constexpr Asset all[] = {
${rows.join('\n')}
  };
  return all;
}

const AssetAddresses& asset_addresses() {
  static constexpr AssetAddresses addresses{
${fields.join('\n')}
  };
  return addresses;
}

}  // namespace rapport::ui
`;
}

function report(assets) {
  for (const {name, bytes, gzip, brotli} of assets)
    console.log(`${name.padEnd(64)}${String(bytes.length).padStart(8)}${
        String(gzip?.length ?? '-').padStart(8)}${String(brotli?.length ?? '-').padStart(8)}`);
}

async function main() {
  const out = process.argv[2];
  if (!out) fail('say where to write: node web/build.mjs OUTDIR');
  const esbuild =
      await import('esbuild').catch(() => fail('the npm packages are not installed. Run bin/setup.'));

  const found = await bundle(esbuild);
  const add = (stem, extension, bytes) => {
    const name = hashed(stem, extension, bytes);
    found.push({name, bytes});
    return name;
  };
  const read = (file) => fs.readFileSync(path.join(web, 'icons', file));
  add('icons', '.svg', sprite());
  const pictures = {
    icon: add('icon', '.svg', read('icon.svg')),
    icon192: add('icon-192', '.png', read('icon-192.png')),
    icon512: add('icon-512', '.png', read('icon-512.png')),
  };
  add('rapport', '.webmanifest', manifest(pictures));
  const workerName = add('service-worker', '.js', await serviceWorker(esbuild, found));

  const assets = found.map(twins).sort((a, b) => (a.name < b.name ? -1 : 1));
  const named = (beginning, extension) =>
      assets.find(({name}) => name.startsWith(beginning) && name.endsWith(extension))?.name ??
      fail(`no asset ${beginning}*${extension} was built`);
  const addresses = {
    stylesheet: named('style-', '.css'),
    script: named('app-', '.js'),
    icons: named('icons-', '.svg'),
    icon: pictures.icon,
    touch_icon: pictures.icon192,
    service_worker: workerName,
    manifest: named('rapport-', '.webmanifest'),
    font_heading: named('newsreader-latin-wght', '.woff2'),
    font_text: named('atkinson-hyperlegible-next-latin-wght', '.woff2'),
  };

  const files = path.join(out, 'files');
  fs.rmSync(files, {recursive: true, force: true});
  fs.mkdirSync(files, {recursive: true});
  for (const asset of assets)
    for (const [, key, suffix] of variants)
      if (asset[key]) fs.writeFileSync(path.join(files, asset.name + suffix), asset[key]);
  fs.writeFileSync(path.join(out, 'assets.S'), assembly(assets));
  fs.writeFileSync(path.join(out, 'assets.cpp'), table(assets, addresses));
  report(assets);
}

await main();
