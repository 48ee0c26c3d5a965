// Without a network: the service worker that makes the capture line open, and the page that it shows then.
// On that page a line is kept on the device; once the network is back, the page that was asked for comes.
import {labelSaves, lineOf} from './capture_form';
import {takeBack} from './capture_store';
import {isOfflinePage, rememberStaff, through} from './page';

/** After everything else, so that the first visit does not wait for it. */
function keepProgram(): void {
  if (!('serviceWorker' in navigator)) return;
  addEventListener('load', () => void navigator.serviceWorker.register('/service-worker.js').catch(() => undefined));
}

const theLine = (): HTMLTextAreaElement|null => {
  const form = document.querySelector<HTMLFormElement>('[data-offline] form[data-capture]');
  return form ? lineOf(form) : null;
};

/** The address asked for; words that came in it are in the line already, or kept. */
function leave(): void {
  const isLine = ['/offline', '/capture', '/start'].includes(location.pathname);
  location.replace(isLine ? '/capture' : location.href);
}

/** Goes where the network is, unless somebody is in the middle of a line. */
async function returnToNetwork(): Promise<void> {
  if (theLine()?.value.trim()) return;
  const answer = await fetch('/livez', {cache: 'no-store'}).catch(() => null);
  if (answer?.ok) leave();
}

function change(key: string): void {
  const line = theLine();
  if (!line) return location.reload();
  line.value = [line.value.trim(), takeBack(key)].filter(Boolean).join('\n');
  line.dispatchEvent(new InputEvent('input', {bubbles: true}));
  line.focus();
}

function startOfflinePage(): void {
  document.addEventListener('click', (event) => {
    const key = through(event, '[data-take-back]')?.dataset['takeBack'];
    if (key) change(key);
  });
  document.addEventListener('rapport:kept', () => void returnToNetwork());
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void returnToNetwork());
  addEventListener('online', () => void returnToNetwork());
}

export function startOffline(): void {
  keepProgram();
  rememberStaff();
  addEventListener('online', labelSaves);
  addEventListener('offline', labelSaves);
  if (isOfflinePage()) startOfflinePage();
}
