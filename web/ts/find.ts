// Find from anywhere: Ctrl K or / opens a dialog with the form of the top bar; results come as one types.
// Enter follows the marked one; without any the form goes to the page of results.
import Combobox from '@github/combobox-nav';

import {afterAnswer, ask, beforeAnswer} from './hypermedia';
import {fragment, through} from './page';

let box: Combobox|null = null;

function theDialog(): HTMLDialogElement|null {
  const found = document.querySelector<HTMLDialogElement>('dialog#find-dialog');
  if (found?.dataset['live']) return found;
  const form = document.querySelector('.top form.find, form.find');
  if (!form && !found) return null;
  const dialog = found ?? document.createElement('dialog');
  dialog.id = 'find-dialog';
  dialog.setAttribute('aria-label', 'Find');
  if (!dialog.querySelector('form') && form) dialog.append(copyOf(form));
  if (!dialog.querySelector('#find-results'))
    dialog.append(fragment(
        '<div id="find-results" class="results" aria-live="off"></div><p class="vh" role="status"></p>'));
  if (!found) document.body.append(dialog);
  enliven(dialog);
  return dialog;
}

/** The same form with an id of its own, so that each label has one field. */
function copyOf(form: Element): Element {
  const copy = form.cloneNode(true) as Element;
  copy.querySelectorAll('[id]').forEach((element) => element.removeAttribute('id'));
  const field = copy.querySelector('input[name=q]');
  if (field) field.id = 'find-dialog-q';
  copy.querySelector('label')?.setAttribute('for', 'find-dialog-q');
  copy.append(fragment('<button type="button" class="btn s quiet only-m" data-close>Close</button>'));
  return copy;
}

/** The link in an option is the option itself: nothing that takes the focus may stand inside one. */
function becomeLink(option: HTMLElement): void {
  const link = option.querySelector('a');
  if (!link) return;
  option.setAttribute('role', 'presentation');
  link.setAttribute('role', 'option');
  link.tabIndex = -1;
}

/** Makes the arrow keys walk through the options in the results. */
function walk(field: HTMLInputElement, results: HTMLElement): void {
  box?.destroy();
  box = null;
  const options = [...results.querySelectorAll<HTMLElement>('[role=option]')];
  if (options.length === 0) return;
  results.querySelectorAll('[role=listbox]').forEach((part) => part.setAttribute('role', 'group'));
  results.setAttribute('role', 'listbox');
  results.setAttribute('aria-label', 'Results');
  options.forEach(becomeLink);
  box = new Combobox(field, results, {firstOptionSelectionMode: 'active', tabInsertsSuggestions: false});
  box.start();
}

function forget(results: HTMLElement): void {
  box?.destroy();
  box = null;
  results.removeAttribute('role');
  results.removeAttribute('aria-label');
}

function enliven(dialog: HTMLDialogElement): void {
  const form = dialog.querySelector('form');
  const field = dialog.querySelector<HTMLInputElement>('input[name=q]');
  const results = dialog.querySelector<HTMLElement>('#find-results');
  if (!form || !field || !results) return;
  dialog.dataset['live'] = 'true';
  field.autocomplete = 'off';
  ask(form, {
    method: 'get',
    address: form.getAttribute('action') ?? '/find',
    trigger: 'input delay:80ms',
    target: '#find-results',
    values: '{"partial": 1}'
  });
  form.addEventListener('htmx:config:request', (event) => {
    if (field.value.trim() !== '') return;
    event.preventDefault();
    forget(results);
    results.replaceChildren();
  });
  beforeAnswer(form, () => forget(results));
  afterAnswer(form, () => {
    walk(field, results);
    say(dialog, results);
  });
}

function say(dialog: HTMLElement, results: HTMLElement): void {
  const status = dialog.querySelector(':scope > [role=status]');
  const {length} = results.querySelectorAll('[role=option]');
  if (status)
    status.textContent = length === 0 ? 'Nothing found' : length === 1 ? 'One result' : `${length} results`;
}

/** Opens find; `words` begin the question. */
export function openFind(words = ''): boolean {
  const dialog = theDialog();
  const field = dialog?.querySelector<HTMLInputElement>('input[name=q]');
  if (!dialog || !field) return false;
  if (!dialog.open && document.querySelector('dialog:modal')) return true;
  if (!dialog.open) dialog.showModal();
  if (words) {
    field.value = words;
    field.dispatchEvent(new InputEvent('input', {bubbles: true}));
  } else
    field.select();
  field.focus();
  return true;
}

export function startFind(): void {
  document.addEventListener('click', (event) => {
    if (through(event, '.top form.find input[name=q]')) openFind();
  });
  document.addEventListener('input', (event) => {
    const field = through<HTMLInputElement>(event, '.top form.find input[name=q]');
    if (!field || (event as InputEvent).isComposing) return;
    openFind(field.value);
    field.value = '';
  });
}
