// Words typed into form[data-keep] survive a sign-in time-out, a failed save and a closed page: kept in this
// tab until a save has gone through. Passwords, files and hidden fields are not kept, except `version`, so
// that words written over an older record still meet the newer one.
import {fragment, isField, staff, through} from './page';
import {tab} from './store';

interface Kept {
  fields: [string, string][];
  isSent: boolean;
}
type Control = HTMLInputElement|HTMLTextAreaElement|HTMLSelectElement;

const beginning = (): string => `rapport.keep.${staff()}.`;
const keyOf = (form: HTMLFormElement): string =>
    `${beginning()}${location.pathname}#${form.id || form.getAttribute('action') || ''}`;

const isChoice = (control: Element): control is HTMLInputElement =>
    control.matches('input[type=checkbox], input[type=radio]');
const isKept = (control: Element): control is Control =>
    control.matches('input[type=hidden][name=version]') ||
    ((isField(control) || isChoice(control)) &&
     control.matches('[name]:not([type=password], [type=hidden])'));

const controlsOf = (form: HTMLFormElement): Control[] => [...form.elements].filter(isKept);

function valuesOf(form: HTMLFormElement): [string, string][] {
  return controlsOf(form).map(
      (control) => isChoice(control) ? [`${control.name}=${control.value}`, String(control.checked)] :
                                       [control.name, control.value]);
}

function keep(form: HTMLFormElement, isSent: boolean): void {
  tab.write(keyOf(form), {fields: valuesOf(form), isSent} satisfies Kept);
}

/** Puts kept values back; true where that changed something. */
function restore(form: HTMLFormElement, kept: Kept): boolean {
  const left = [...kept.fields];
  let isChanged = false;
  for (const control of controlsOf(form)) {
    const name = isChoice(control) ? `${control.name}=${control.value}` : control.name;
    const at = left.findIndex(([key]) => key === name);
    const value = at < 0 ? undefined : left.splice(at, 1)[0]?.[1];
    if (value === undefined || value === (isChoice(control) ? String(control.checked) : control.value))
      continue;
    if (isChoice(control))
      control.checked = value === 'true';
    else
      control.value = value;
    isChanged = isChanged || control.type !== 'hidden';
  }
  return isChanged;
}

function sayRestored(form: HTMLFormElement): void {
  const note = fragment(
      '<p class="flash blue" role="status"><span class="grow">The words you had not saved are back.' +
      '</span><button type="button" class="btn s">Forget them</button></p>');
  note.querySelector('button')?.addEventListener('click', () => {
    tab.erase(keyOf(form));
    location.reload();
  });
  form.before(note);
}

/** 200 and an ordinary page of somebody signed in: what was sent has arrived. */
function hasArrived(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const status = entry?.responseStatus ?? 200;
  return status < 400 && document.querySelector('.errors, .oops, .gate') === null;
}

function settle(): void {
  const isDone = hasArrived();
  const here =
      new Map([...document.querySelectorAll<HTMLFormElement>('form[data-keep]')].map((f) => [keyOf(f), f]));
  const isSignedOut = document.querySelector('.gate') !== null;
  const hasFlash = document.querySelector('.flash:not(.red)') !== null;
  for (const key of tab.keys(isSignedOut ? 'rapport.keep.' : beginning())) {
    const kept = tab.read<Kept>(key);
    if (!kept) continue;
    const form = here.get(key);
    if (isSignedOut)
      tab.write(key, {...kept, isSent: false});
    else if (kept.isSent && isDone && (!form || hasFlash))
      tab.erase(key);
    else if (form && restore(form, kept))
      sayRestored(form);
  }
}

/** Signing out leaves no words behind in this tab. */
export function forgetKeptForms(): void { tab.keys('rapport.keep.').forEach((key) => tab.erase(key)); }

export function startKeep(): void {
  settle();
  document.addEventListener('input', (event) => {
    const form = through(event, 'form[data-keep] *')?.closest<HTMLFormElement>('form[data-keep]');
    if (form) keep(form, false);
  });
  document.addEventListener('submit', (event) => {
    const form = through<HTMLFormElement>(event, 'form[data-keep]');
    if (form && !event.defaultPrevented) keep(form, true);
  });
}
