// Keys: single letters outside fields, off where <body data-keys="off">; Ctrl K always. Each has a link or a
// button that does the same.
import {openCapture} from './capture_dialog';
import {openFind} from './find';
import {isField} from './page';

const sections: Record<string, string> = {
  t: '/today',
  p: '/people',
  d: '/departments',
  b: '/bumps',
  r: '/relationships',
  a: '/plans',
};
const sequenceMs = 1500;
let goUntil = 0;

function follow(selector: string): boolean {
  const link = document.querySelector<HTMLElement>(selector);
  link?.click();
  return link !== null;
}

/** To the next or previous row that can be seen; its first link or button takes the focus. */
function step(by: number): boolean {
  const rows =
      [...document.querySelectorAll<HTMLElement>('[data-row]')].filter((row) => row.checkVisibility());
  const now = rows.findIndex((row) => row.contains(document.activeElement));
  const row = now < 0 ? rows[by > 0 ? 0 : rows.length - 1] : rows[now + by];
  const target = row?.matches('a, button') ? row : row?.querySelector<HTMLElement>('a, button');
  target?.focus();
  target?.scrollIntoView({block: 'nearest'});
  return target !== undefined;
}

function tick(): boolean {
  const row = document.activeElement?.closest('[data-row]');
  const found = row?.matches('[data-tick]') ? row : row?.querySelector('[data-tick]');
  const form = found instanceof HTMLFormElement ? found : found?.closest('form');
  form?.requestSubmit();
  return Boolean(form);
}

/** Answers the question in focus, or the first one on the page; the answer can be undone. */
function answer(key: string): boolean {
  const row = document.activeElement?.closest('[data-question]') ?? document.querySelector('[data-question]');
  const button = row?.querySelector<HTMLElement>(`[data-answer="${key}"]`);
  button?.click();
  return Boolean(button);
}

/** The meeting in focus, or else the next one. */
function logThis(): boolean {
  const row = document.activeElement?.closest('[data-row]') ?? document;
  const link = row.querySelector<HTMLElement>('[data-log]');
  link?.click();
  return link !== null;
}

/** The first field of a new action. */
function begin(): boolean {
  const field = document.querySelector<HTMLElement>('[data-new] :is(input:not([type=hidden]), textarea)');
  field?.focus();
  field?.scrollIntoView({block: 'center'});
  return field !== null;
}

/** One further with the action in focus; a button or a box in focus keeps the key. */
function changeState(): boolean {
  const focus = document.activeElement;
  if (focus?.matches('button, summary, input, [role=menuitem]')) return false;
  const form = focus?.closest('[data-row]')?.querySelector<HTMLFormElement>('form[data-state]');
  form?.querySelector('button')?.click();
  return Boolean(form);
}

function showKeys(): boolean {
  const dialog = document.querySelector<HTMLDialogElement>('dialog#keys');
  dialog?.showModal();
  return dialog !== null;
}

const singles: Record<string, () => boolean> = {
  '/': () => openFind(),
  c: () => openCapture(),
  g: () => ((goUntil = Date.now() + sequenceMs), true),
  j: () => step(1),
  k: () => step(-1),
  e: () => follow('[data-edit]'),
  b: () => follow('[data-brief]'),
  '[': () => follow('[data-previous]'),
  ']': () => follow('[data-next]'),
  x: tick,
  y: () => answer('y'),
  n: () => answer('n') || begin(),
  ' ': changeState,
  l: logThis,
  '?': showKeys,
};

function press(key: string): boolean {
  const section = Date.now() < goUntil ? sections[key] : undefined;
  goUntil = 0;
  if (section) return follow(`nav a[href="${section}"]`);
  return singles[key]?.() ?? false;
}

export function startKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const key = event.key.toLowerCase();
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && key === 'k') {
      if (openFind()) event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat && !/^[jk]$/.test(key)) return;
    if (document.body.dataset['keys'] === 'off' || isField(event.target)) return;
    if (document.querySelector('dialog:modal')) return;
    if (press(key)) event.preventDefault();
  });
}
