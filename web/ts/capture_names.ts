// Names that could be several people: the preview offers ul.opts, one list for each such name in the line, in
// order. Arrow keys move while the caret stands in the name, Tab or Enter takes it, a click always does.
import Combobox from '@github/combobox-nav';

import type {Mirror} from './capture_mirror';

interface Offer {
  list: HTMLElement;
  box: Combobox;
}

/** Remembers who was meant, beside the line: the server prefers the people chosen. */
function remember(form: HTMLFormElement, id: string): void {
  const chosen = document.createElement('input');
  chosen.type = 'hidden';
  chosen.name = 'chosen';
  chosen.value = id;
  form.append(chosen);
}

export interface Names {
  /** Looks again at the lists and at the caret. */
  look(): void;
  /** Before the lists are replaced. */
  forget(): void;
}

export function namesOf(field: HTMLTextAreaElement, preview: HTMLElement, mirror: Mirror): Names {
  let offer: Offer|null = null;
  const lists = (): HTMLElement[] => [...preview.querySelectorAll<HTMLElement>('ul.opts[role=listbox]')];

  const forget = (): void => {
    offer?.box.destroy();
    offer = null;
  };
  const look = (): void => {
    const caret = field.selectionStart;
    const at = mirror.unsure().findIndex(({start, end}) => start < caret && caret <= end);
    const list = at < 0 ? undefined : lists()[at];
    if (list === offer?.list) return;
    forget();
    if (!list) return;
    offer = {list, box: new Combobox(field, list, {firstOptionSelectionMode: 'active'})};
    offer.box.start();
    // A textarea stays a text field: those two belong to the role that the library would give it.
    field.removeAttribute('role');
    field.removeAttribute('aria-expanded');
  };
  const take = (option: HTMLElement, list: HTMLElement): void => {
    const span = mirror.unsure()[lists().indexOf(list)];
    const words = option.dataset['insert'];
    if (!span || !words) return;
    forget();
    const isFollowed = /^\s/.test(field.value.slice(span.end));
    field.setRangeText(isFollowed ? words : `${words} `, span.start, span.end, 'end');
    if (option.dataset['id'] && field.form) remember(field.form, option.dataset['id']);
    field.focus();
    field.dispatchEvent(new InputEvent('input', {bubbles: true}));
  };

  preview.addEventListener('mousedown', (event) => {
    if ((event.target as Element).closest('[role=option]')) event.preventDefault();
  });
  preview.addEventListener('click', (event) => {
    const option = (event.target as Element).closest<HTMLElement>('[role=option][data-insert]');
    const list = option?.closest<HTMLElement>('[role=listbox]');
    if (!option || !list) return;
    event.preventDefault();
    take(option, list);
  });
  return {look, forget};
}
