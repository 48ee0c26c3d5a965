// One capture form: the tinted line, the preview as one types, chips, the draft, Enter to save.
import {mirrorOf} from './capture_mirror';
import {namesOf} from './capture_names';
import {readDraft, writeDraft} from './capture_store';
import {afterAnswer, ask, beforeAnswer} from './hypermedia';

const previewEvent = 'rapport:preview';
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

/** A chip: its reading is turned back into plain words. The answer carries the new list of such readings. */
export function turnPlain(form: HTMLFormElement, index: string): void {
  hidden(previewOf(form) ?? form, 'plain', index);
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

/** The unfinished line comes back into a field that nobody has typed in. */
function restoreDraft(form: HTMLFormElement, line: HTMLTextAreaElement): void {
  const draft = readDraft();
  if (!draft) return;
  if (line.value === line.defaultValue) line.value = draft.line;
  if (line.value.startsWith(draft.line)) draft.chosen.forEach((id) => hidden(form, 'chosen', id));
}

function watchLine(form: HTMLFormElement, line: HTMLTextAreaElement, preview: HTMLElement): void {
  const mirror = mirrorOf(line);
  const names = namesOf(line, preview, mirror);
  const announce = announcer(form, preview);
  ask(line, {
    method: 'post',
    address: '/capture/preview',
    trigger: `input delay:120ms, ${previewEvent}`,
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
  line.addEventListener('input', () => {
    mirror.follow();
    keepDraft(form, line);
  });
  line.addEventListener('rapport:caret', names.look);
}

/** Makes a capture form live. Twice is as good as once. */
export function enhanceCapture(form: HTMLFormElement): void {
  const line = lineOf(form);
  const preview = previewOf(form);
  if (!line || !preview || form.dataset['live']) return;
  form.dataset['live'] = 'true';
  form.dataset['openedAt'] ??= String(Date.now());
  restoreDraft(form, line);
  watchLine(form, line, preview);
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
  if (line.value.trim() !== '') askPreview(form);
}
