// The capture palette over any page: opens at once with a bare form, so that no key is lost, and takes the
// server's form when it comes. Without script the same link leads to /capture.
import {enhanceCapture, lineOf} from './capture_form';
import {wasInterrupted} from './capture_save';
import {readDraft} from './capture_store';
import {fragment, isPlainClick, isSignedOut, randomKey, through} from './page';

const bare = (): DocumentFragment =>
    fragment(`<form id="capture-form" method="post" action="/capture" data-capture>
<div class="cap-in"><label class="vh" for="cap">What happened?</label>
<textarea name="line" id="cap" rows="2"></textarea></div>
<input type="hidden" name="key" value="${randomKey()}"><output id="capture-preview" for="cap"></output>
<div class="pv-f"><button class="btn primary push"><span data-save-words>Save</span> <kbd>Enter</kbd></button></div></form>`);

/** A way out for fingers; others have Escape. */
function addClose(dialog: HTMLElement): void {
  if (dialog.querySelector('[data-close]')) return;
  (dialog.querySelector('.pv-f .push:not(button)') ?? dialog.querySelector('.pv-f'))
      ?.prepend(fragment('<button type="button" class="btn quiet only-m" data-close>Close</button>'));
}

/** The address whose form stands in the dialog. */
let content = '';
/** Something was logged: the page below no longer tells the truth. */
let isStale = false;

function theDialog(): HTMLDialogElement {
  const found = document.querySelector<HTMLDialogElement>('dialog#capture-dialog');
  if (found?.dataset['live']) return found;
  const dialog = found ?? document.createElement('dialog');
  dialog.id = 'capture-dialog';
  dialog.className = 'palette';
  dialog.setAttribute('aria-label', 'Log a conversation');
  dialog.dataset['live'] = 'true';
  if (!found) document.body.append(dialog);
  dialog.addEventListener('rapport:saved', () => (isStale = true));
  dialog.addEventListener('close', refresh);
  return dialog;
}

/** After something was logged the page below is read again, unless words stand unsaved in it. */
function refresh(): void {
  if (!isStale) return;
  const fields = document.querySelectorAll<HTMLInputElement|HTMLTextAreaElement>('main input, main textarea');
  const isTyped = [...fields].some((field) => field.value !== field.defaultValue);
  content = '';
  isStale = false;
  if (!isTyped) location.reload();
}

/** What the link asks for; on the page of a person, that person. */
function addressOf(link: HTMLAnchorElement|null): string {
  const address = new URL(link?.href ?? '/capture', location.href);
  const person = document.querySelector<HTMLElement>('main[data-person]')?.dataset['person'];
  if (person && !address.search) address.searchParams.set('person', person);
  address.searchParams.set('partial', '1');
  return `/capture${address.search}`;
}

const formIn = (dialog: HTMLElement): HTMLFormElement|null => dialog.querySelector('form[data-capture]');

function focusEnd(form: HTMLFormElement|null): void {
  const line = form ? lineOf(form) : null;
  line?.focus();
  line?.setSelectionRange(line.value.length, line.value.length);
}

/** The bare form with the unfinished line in it, if there is one. */
function showBare(dialog: HTMLDialogElement): void {
  dialog.replaceChildren(bare());
  const line = dialog.querySelector('textarea');
  if (line) line.value = readDraft()?.line ?? '';
  addClose(dialog);
}

/** The server's form instead of the bare one; what was typed meanwhile goes along. */
function exchange(dialog: HTMLDialogElement, form: DocumentFragment): void {
  const old = formIn(dialog);
  const typed = old ? lineOf(old)?.value ?? '' : '';
  const line = form.querySelector<HTMLTextAreaElement>('textarea[name=line]');
  if (line) line.value = readDraft() ? typed : line.value + typed;
  dialog.replaceChildren(form);
  addClose(dialog);
}

async function load(dialog: HTMLDialogElement, address: string): Promise<void> {
  const headers = {'Accept': 'text/html', 'X-Rapport-Partial': '1'};
  const response = await fetch(address, {headers}).catch(() => null);
  if (content !== address || !formIn(dialog)) return;
  if (response?.ok && !isSignedOut(response)) {
    const answer = fragment(await response.text());
    if (answer.querySelector('form[data-capture]')) exchange(dialog, answer);
  } else {
    content = '';  // asked again at the next opening
  }
  const form = formIn(dialog);
  if (!form) return;
  enhanceCapture(form);
  if (dialog.open) focusEnd(form);
}

/** Opens the palette; on the page of the capture line itself, goes to the line. */
export function openCapture(link: HTMLAnchorElement|null = null): boolean {
  const here = document.querySelector<HTMLFormElement>('main form[data-capture]');
  if (here) {
    focusEnd(here);
    return true;
  }
  const dialog = theDialog();
  const address = addressOf(link);
  if (content !== address || !formIn(dialog)) {
    content = address;
    showBare(dialog);
    void load(dialog, address);
  }
  const form = formIn(dialog);
  if (form) form.dataset['openedAt'] = String(Date.now());
  if (!dialog.open) dialog.showModal();
  focusEnd(form);
  return true;
}

export function startCapture(): void {
  document.querySelectorAll<HTMLFormElement>('form[data-capture]').forEach(enhanceCapture);
  document.addEventListener('click', (event) => {
    const link = through<HTMLAnchorElement>(event, '[data-capture-open]');
    if (!link || !isPlainClick(event)) return;
    event.preventDefault();
    openCapture(link instanceof HTMLAnchorElement ? link : null);
  });
  document.addEventListener('selectionchange', () => {
    const field = document.activeElement;
    if (field?.matches('form[data-capture] textarea')) field.dispatchEvent(new Event('rapport:caret'));
  });
  if (wasInterrupted()) openCapture();
}
