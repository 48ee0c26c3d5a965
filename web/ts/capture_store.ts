// What the capture line keeps on the device: the draft, and lines saved without a network until they are
// sent. Each belongs to one member of staff; sending a line twice is harmless because its key goes with it.
import {csrfToken, fragment, isSignedOut, staff} from './page';
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
  if (draft.line.trim() === '')
    eraseDraft();
  else
    device.write(draftKey(), draft);
}

const waiting = (): Waiting[] => device.read<Waiting[]>(queueKey()) ?? [];

/** [data-waiting] says how many lines wait on this device. */
export function showWaiting(): void {
  const {length} = waiting();
  document.querySelectorAll<HTMLElement>('[data-waiting]').forEach((place) => {
    place.hidden = length === 0;
    place.textContent = `${length} waiting`;
  });
}

function rewrite(lines: Waiting[]): boolean {
  const isKept = lines.length === 0 ? (device.erase(queueKey()), true) : device.write(queueKey(), lines);
  showWaiting();
  return isKept;
}

/** False where the device could not keep it. */
export function keepForLater(body: URLSearchParams): boolean {
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
  if (waiting().length === 0) return [];
  return navigator.locks ? navigator.locks.request(queueKey(), sendAll) : sendAll();
}
