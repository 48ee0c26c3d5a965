// Saving a capture form: by script where it can, kept on the device without a network, nothing ever lost.
import {correct, lineOf} from './capture_form';
import {eraseDraft, keepForLater, post, readDraft, sendWaiting, showWaiting} from './capture_store';
import {forgetStaff, fragment, isOfflinePage, isSignedOut, message, randomKey, staff, through} from './page';
import {tab} from './store';

const reopenFlag = 'rapport.reopen';
const handedOnFlag = 'rapport.handed-on';

/** The answer to a form takes its place. */
function showAnswer(form: HTMLFormElement, answer: Node): HTMLElement {
  const place = document.createElement('div');
  place.className = 'cap-answer';
  place.dataset['captureAnswer'] = '';
  place.tabIndex = -1;
  place.append(answer);
  if (!place.querySelector('[data-capture-open]')) {
    const again = '<a class="btn s quiet" href="/capture" data-capture-open>Log another</a>';
    place.append(fragment(`<p class="row wrap">${again}</p>`));
  }
  form.replaceWith(place);
  place.focus();
  return place;
}

/** Says something in the form itself; the line stays as it is. */
function say(form: HTMLFormElement, note: HTMLElement): void {
  form.querySelector('[data-note]')?.remove();
  note.dataset['note'] = '';
  const foot = form.querySelector('.pv-f');
  if (foot)
    foot.before(note);
  else
    form.append(note);
}

const tryAgain = 'That did not save. Your words are still here. Try again.';

function signedOut(form: HTMLFormElement): void {
  tab.write(reopenFlag, true);
  const note = message('You have been signed out. Your words are kept. ', 'flash amber');
  const link = document.createElement('a');
  link.href = location.pathname + location.search;
  link.textContent = 'Sign in again';
  note.append(link);
  say(form, note);
}

const nobodyKnown =
    'Nobody is signed in on this device, so the line cannot be kept. Sign in once there is a network.';

function kept(form: HTMLFormElement, body: URLSearchParams): void {
  if (!keepForLater(body)) return say(form, message(staff() ? tryAgain : nobodyKnown, 'flash red'));
  eraseDraft();
  showAnswer(form, message('Kept on this device. It will be sent when you are back online.', 'flash amber'))
      .dispatchEvent(new CustomEvent('rapport:kept', {bubbles: true}));
}

async function saved(form: HTMLFormElement, response: Response): Promise<void> {
  eraseDraft();
  const answer = fragment(await response.text());
  const isPart = answer.querySelector('.saved') !== null;
  showAnswer(form, isPart ? answer : message('Logged.', 'saved'))
      .dispatchEvent(new CustomEvent('rapport:saved', {bubbles: true}));
}

/** Refused with a reason (nothing to save): the reason takes the preview's place. */
async function refused(form: HTMLFormElement, response: Response): Promise<void> {
  const words = await response.text();
  const preview = form.querySelector('#capture-preview');
  if (response.status === 422 && preview && !/^\s*<!doctype/i.test(words))
    preview.replaceChildren(fragment(words));
  else
    say(form, message(tryAgain, 'flash red'));
}

function bodyOf(form: HTMLFormElement, submitter: HTMLElement|null): URLSearchParams {
  const fields = new URLSearchParams();
  new FormData(form, submitter).forEach((value, name) => fields.append(name, String(value)));
  if (!fields.get('key')) fields.set('key', randomKey());
  const opened = Number(form.dataset['openedAt'] ?? Date.now());
  fields.set('typed_seconds', String(Math.max(0, Math.round((Date.now() - opened) / 1000))));
  return fields;
}

async function save(form: HTMLFormElement, submitter: HTMLElement|null): Promise<void> {
  const body = bodyOf(form, submitter);
  if (isOfflinePage()) return kept(form, body);
  const response = await post(body).catch(() => null);
  if (!response) return kept(form, body);
  if (isSignedOut(response)) return signedOut(form);
  return response.ok ? saved(form, response) : refused(form, response);
}

/** "Add detail" goes on to the full form with these words; when that page has come, the draft is done. */
function handOn(form: HTMLFormElement): void { tab.write(handedOnFlag, lineOf(form)?.value ?? ''); }
function settleHandedOn(): void {
  const line = tab.read<string>(handedOnFlag);
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (line === null || document.querySelector('.gate') || (entry?.responseStatus ?? 200) >= 400) return;
  tab.erase(handedOnFlag);
  if (readDraft()?.line === line) eraseDraft();
}

function submit(event: SubmitEvent): void {
  const form = through<HTMLFormElement>(event, 'form[data-capture]');
  if (!form || event.defaultPrevented) return;
  const button = event.submitter;
  const action = button?.getAttribute('formaction') ?? '/capture';
  if (!/^\/capture(\?|$)/.test(action)) return handOn(form);
  event.preventDefault();
  if (button instanceof HTMLButtonElement && (button.name === 'plain' || button.name === 'earlier'))
    return correct(form, button.name, button.value);
  if (form.dataset['saving']) return;
  form.dataset['saving'] = 'true';
  void save(form, button).finally(() => delete form.dataset['saving']);
}

/** Lines that waited on the device have been sent: how they were read stands on top of the page. */
async function sendAndShow(): Promise<void> {
  const answers = await sendWaiting();
  if (answers.length === 0) return;
  const place = document.createElement('section');
  place.className = 'stack-s mv-b';
  place.setAttribute('role', 'status');
  place.append(
      message(
          answers.length === 1 ? 'One line kept on this device has been sent.' :
                                 `${answers.length} lines kept on this device have been sent.`,
          'small soft'),
      ...answers);
  document.querySelector('main')?.prepend(place);
}

/** Somebody came back from a sign-in time-out with a line unfinished. */
export function wasInterrupted(): boolean {
  if (document.querySelector('.gate') || tab.read(reopenFlag) === null) return false;
  tab.erase(reopenFlag);
  return readDraft() !== null;
}

/** Signing out: what waits is sent first, then neither the draft nor whose device it was stays behind. */
export async function leaveDevice(): Promise<void> {
  await sendWaiting().catch(() => []);
  eraseDraft();
  forgetStaff();
}

export function startCaptureSaving(): void {
  document.addEventListener('submit', submit);
  document.addEventListener('rapport:signed-out', (event) => {
    const form = through<HTMLFormElement>(event, 'form[data-capture]');
    if (form) signedOut(form);
  });
  document.addEventListener(
      'visibilitychange', () => document.visibilityState === 'visible' && void sendAndShow());
  addEventListener('online', () => void sendAndShow());
  settleHandedOn();
  showWaiting();
  void sendAndShow();
}
