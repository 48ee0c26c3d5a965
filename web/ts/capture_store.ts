// What the capture line keeps on the device: the draft, and lines saved without a network until they are
// sent. Each belongs to one member of staff; sending a line twice is harmless because its key goes with it.
import {csrfToken, fragment, isOfflinePage, isSignedOut, staff} from './page';
import {device} from './store';

export interface Draft {
  line: string;
  chosen: string[];
}
interface Waiting {
  key: string;
  body: string;
  written_at: string;
}

const draftKey = (): string => `rapport.draft.${staff()}`;
const queueKey = (): string => `rapport.waiting.${staff()}`;

export const readDraft = (): Draft|null => device.read<Draft>(draftKey());
export const eraseDraft = (): void => device.erase(draftKey());
export function writeDraft(draft: Draft): void {
  if (staff() === '') return;
  if (draft.line.trim() === '')
    eraseDraft();
  else
    device.write(draftKey(), draft);
}

const waiting = (): Waiting[] => device.read<Waiting[]>(queueKey()) ?? [];

/** [data-waiting] says how many lines wait on this device; [data-waiting-list] shows them. */
export function showWaiting(): void {
  const lines = waiting();
  document.querySelectorAll<HTMLElement>('[data-waiting]').forEach((place) => {
    place.hidden = lines.length === 0;
    place.textContent = `${lines.length} waiting`;
  });
  document.querySelectorAll<HTMLElement>('[data-waiting-list]').forEach((place) => {
    place.hidden = lines.length === 0;
    place.querySelector('ul')?.replaceChildren(...lines.map(row));
  });
}

/** A line that waits, with a way to take it back. */
function row(line: Waiting): HTMLElement {
  const item = document.createElement('li');
  const words = document.createElement('span');
  words.className = 'grow';
  words.textContent = new URLSearchParams(line.body).get('line');
  const back = document.createElement('button');
  back.className = 'btn s';
  back.textContent = 'Change';
  back.dataset['takeBack'] = line.key;
  item.append(words, back);
  return item;
}

/** A waiting line leaves the queue to be changed; its words. */
export function takeBack(key: string): string {
  const line = waiting().find((other) => other.key === key);
  rewrite(waiting().filter((other) => other.key !== key));
  return new URLSearchParams(line?.body ?? '').get('line') ?? '';
}

function rewrite(lines: Waiting[]): boolean {
  const isKept = lines.length === 0 ? (device.erase(queueKey()), true) : device.write(queueKey(), lines);
  showWaiting();
  return isKept;
}

/** False where the device could not keep it, or nobody is known whose line it would be. */
export function keepForLater(body: URLSearchParams): boolean {
  if (staff() === '') return false;
  const key = body.get('key') ?? '';
  const line = {key, body: body.toString(), written_at: new Date().toISOString()};
  return rewrite([...waiting().filter((other) => other.key !== key), line]);
}

export function post(body: URLSearchParams): Promise<Response> {
  const token = csrfToken();
  body.set('csrf', token);
  return fetch('/capture', {
    method: 'POST',
    body,
    headers: {'Accept': 'text/html', 'X-Rapport-Partial': '1', 'X-CSRF-Token': token},
  });
}

async function send(line: Waiting): Promise<DocumentFragment|'refused'|'unreachable'> {
  const body = new URLSearchParams(line.body);
  body.set('written_at', line.written_at);
  const response = await post(body).catch(() => null);
  if (!response || isSignedOut(response) || response.status === 403 || response.status === 429 ||
      response.status >= 500)
    return 'unreachable';
  return response.ok ? fragment(await response.text()) : 'refused';
}

async function sendAll(): Promise<DocumentFragment[]> {
  const answers: DocumentFragment[] = [];
  for (const line of waiting()) {
    const answer = await send(line);
    if (answer === 'unreachable') break;
    if (answer === 'refused') continue;  // stays on the device: words are never thrown away
    rewrite(waiting().filter((other) => other.key !== line.key));
    answers.push(answer);
  }
  return answers;
}

/** Sends what waits, one tab at a time; the answers say how each line was read. */
export async function sendWaiting(): Promise<DocumentFragment[]> {
  if (waiting().length === 0 || isOfflinePage()) return [];
  return navigator.locks ? navigator.locks.request(queueKey(), sendAll) : sendAll();
}
