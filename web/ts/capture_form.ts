// One capture form: the tinted line, the preview as one types, chips, the draft, Enter to save.
import {mirrorOf} from './capture_mirror';
import {namesOf} from './capture_names';
import {readDraft, writeDraft} from './capture_store';
import {afterAnswer, ask, beforeAnswer} from './hypermedia';
import {isOfflinePage} from './page';

const previewEvent = 'rapport:preview';
const askAfterMs = 120;
const spokenEveryMs = 1000;

export const lineOf = (form: HTMLFormElement): HTMLTextAreaElement|null =>
    form.querySelector<HTMLTextAreaElement>('textarea[name=line]');
const previewOf = (form: HTMLFormElement): HTMLElement|null => form.querySelector('#capture-preview');

/** Asks the server again how the line reads. */
export const askPreview = (form: HTMLFormElement): void => {
  lineOf(form)?.dispatchEvent(new Event(previewEvent));
};

function hidden(form: HTMLElement, name: string, value: string): void {
  const input = document.createElement('input');
  Object.assign(input, {type: 'hidden', name, value});
  form.append(input);
}

/** A chip: its reading is turned back into plain words, or another earlier conversation is meant. The answer carries the new list of such corrections. */
export function correct(form: HTMLFormElement, name: string, value: string): void {
  hidden(previewOf(form) ?? form, name, value);
  askPreview(form);
  lineOf(form)?.focus();
}

function inWords(preview: HTMLElement): string {
  const parts = [...preview.querySelectorAll('dl > div, ul.opts')];
  return (parts.length > 0 ? parts : [preview])
      .map((part) => part.getAttribute('aria-label') ?? part.textContent ?? '')
      .map((words) => words.replace(/\s+/g, ' ').trim())
      .filter(Boolean)
      .join('. ');
}

/** Reads the preview out politely, at most once a second: the output itself would speak at each key. */
function announcer(form: HTMLFormElement, preview: HTMLElement): () => void {
  preview.setAttribute('aria-live', 'off');
  const spoken = document.createElement('p');
  spoken.className = 'vh';
  spoken.setAttribute('aria-live', 'polite');
  form.append(spoken);
  let timer = 0;
  return () => {
    timer ||= window.setTimeout(() => {
      timer = 0;
      const words = inWords(preview);
      if (spoken.textContent !== words) spoken.textContent = words;
    }, spokenEveryMs);
  };
}

/** [data-sign="@"] puts the sign where the caret stands, for phones. */
function putSign(line: HTMLTextAreaElement, sign: string): void {
  const needsSpace = /\S$/.test(line.value.slice(0, line.selectionStart));
  line.setRangeText(`${needsSpace ? ' ' : ''}${sign}`, line.selectionStart, line.selectionEnd, 'end');
  line.focus();
  line.dispatchEvent(new InputEvent('input', {bubbles: true}));
}

const keepDraft = (form: HTMLFormElement, line: HTMLTextAreaElement): void =>
    writeDraft({line: line.value, chosen: new FormData(form).getAll('chosen').map(String)});

/** Words shared from another program arrive in the address; without a network nobody has put them in. */
function takeShared(line: HTMLTextAreaElement): boolean {
  const query = new URLSearchParams(location.pathname === '/capture' ? location.search : '');
  const shared = ['title', 'line', 'url'].map((name) => query.get(name)).filter(Boolean).join(' ');
  if (line.value === '') line.value = shared;
  return shared !== '';
}

/** The unfinished line comes back into a field that nobody has typed in, below what was shared. */
function restoreDraft(form: HTMLFormElement, line: HTMLTextAreaElement): void {
  const isShared = takeShared(line);
  const draft = readDraft();
  if (!draft) return;
  if (isShared && !line.value.includes(draft.line))
    line.value += `\n${draft.line}`;
  else if (!isShared && line.value === line.defaultValue)
    line.value = draft.line;
  if (line.value.startsWith(draft.line)) draft.chosen.forEach((id) => hidden(form, 'chosen', id));
}

/** How the line reads, as the server answers. */
function watchReading(form: HTMLFormElement, line: HTMLTextAreaElement, preview: HTMLElement): void {
  const mirror = mirrorOf(line);
  const names = namesOf(line, preview, mirror);
  const announce = announcer(form, preview);
  ask(line, {
    method: 'post',
    address: '/capture/preview',
    trigger: previewEvent,
    target: '#capture-preview'
  });
  beforeAnswer(line, (answer) => {
    names.forget();
    const tinted = answer.querySelector('[data-mirror]');
    if (!tinted) return;
    mirror.tint(tinted);
    tinted.remove();
  });
  afterAnswer(line, () => {
    names.look();
    announce();
  });
  let asking = 0;
  line.addEventListener('input', () => {
    mirror.follow();
    window.clearTimeout(asking);
    // A line that was saved meanwhile has left the page.
    asking = window.setTimeout(() => line.isConnected && askPreview(form), askAfterMs);
  });
  line.addEventListener('rapport:caret', names.look);
  if (line.value.trim() !== '') askPreview(form);
}

/** The button says where the line goes. */
function labelSave(form: HTMLFormElement): void {
  const words = form.querySelector('[data-save-words]');
  const place = matchMedia('(max-width: 60rem)').matches ? 'phone' : 'device';
  if (words) words.textContent = navigator.onLine && !isOfflinePage() ? 'Save' : `Save on this ${place}`;
}
export const labelSaves = (): void => document.querySelectorAll<HTMLFormElement>('form[data-capture]').forEach(labelSave);

/** Makes a capture form live. Twice is as good as once. */
export function enhanceCapture(form: HTMLFormElement): void {
  const line = lineOf(form);
  const preview = previewOf(form);
  if (!line || !preview || form.dataset['live']) return;
  form.dataset['live'] = 'true';
  form.dataset['openedAt'] ??= String(Date.now());
  restoreDraft(form, line);
  labelSave(form);
  line.addEventListener('input', () => keepDraft(form, line));
  if (!isOfflinePage()) watchReading(form, line, preview);
  form.addEventListener('click', (event) => {
    const sign = (event.target as Element).closest<HTMLElement>('[data-sign]')?.dataset['sign'];
    if (sign) putSign(line, sign);
  });
  form.addEventListener('keydown', (event) => {
    if (event.target !== line || event.key !== 'Enter' || event.defaultPrevented) return;
    if (event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
}
