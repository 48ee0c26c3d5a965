// Forms: sent once, faults take the focus, filters apply themselves, long work shows how far it is.
import {ask} from './hypermedia';
import {through} from './page';
import {tab} from './store';

const buttonsOf = (form: HTMLFormElement): HTMLButtonElement[] => [...form.elements].filter(
    (e): e is HTMLButtonElement => e instanceof HTMLButtonElement && e.type === 'submit');

/** form[data-once]: a second press does nothing; the pressed button says that it is at work. */
function sendOnce(event: SubmitEvent): void {
  const form = through<HTMLFormElement>(event, 'form[data-once]');
  if (!form || event.defaultPrevented) return;
  if (form.dataset['sent']) return event.preventDefault();
  form.dataset['sent'] = 'true';
  buttonsOf(form).forEach((button) => button.setAttribute('aria-disabled', 'true'));
  const pressed = event.submitter;
  if (!(pressed instanceof HTMLButtonElement)) return;
  pressed.dataset['words'] = pressed.innerHTML;
  pressed.textContent = pressed.dataset['busy'] ?? 'One moment…';
}

/** Back through the browser's history: the form may be sent again. */
function allowAgain(): void {
  document.querySelectorAll<HTMLFormElement>('form[data-sent]').forEach((form) => {
    delete form.dataset['sent'];
    buttonsOf(form).forEach((button) => {
      button.removeAttribute('aria-disabled');
      if (button.dataset['words']) button.innerHTML = button.dataset['words'];
    });
  });
}

const filterFocus = 'rapport.filter';

/** form[data-filter-form]: a choice applies at once, and the focus is found again on the next page. */
function applyFilter(event: Event): void {
  const control = through(event, 'select, input[type=checkbox], input[type=radio], input[type=date]');
  const form = control?.closest<HTMLFormElement>('form[data-filter-form]');
  if (!control || !form) return;
  if (control.id) tab.write(filterFocus, control.id);
  form.requestSubmit();
}

function focusFirst(): void {
  const filtered = tab.read<string>(filterFocus);
  tab.erase(filterFocus);
  const errors = document.querySelector<HTMLElement>('.errors[tabindex="-1"]');
  const named = filtered ?? location.hash.slice(1);
  const control = named ? document.getElementById(named) : null;
  (errors ?? (control?.matches('input, select, textarea') ? control : null))?.focus();
}

/** [data-progress-href]: asks each second; the answer takes its place until it stops asking. */
function watchProgress(root: ParentNode): void {
  root.querySelectorAll<HTMLElement>('[data-progress-href]:not([hx-get])').forEach((element) => {
    ask(element, {
      method: 'get',
      address: element.dataset['progressHref'] ?? '',
      trigger: 'every 1s',
      swap: 'outerHTML'
    });
  });
}

export function startForms(): void {
  document.addEventListener('submit', sendOnce);
  document.addEventListener('change', applyFilter);
  document.addEventListener('htmx:after:swap', () => watchProgress(document));
  addEventListener('pageshow', (event) => event.persisted && allowAgain());
  watchProgress(document);
  focusFirst();
}
