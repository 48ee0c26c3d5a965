// What every behaviour needs to know about the page: who is signed in, the CSRF token, which elements are
// fields.
import {device} from './store';

const lastStaffKey = 'rapport.staff';

/** The page that opens without a network is the same for everybody: it knows nobody. */
export const isOfflinePage = (): boolean => document.querySelector('[data-offline]') !== null;

/**
 * The staff id that kept words belong to, so that two people on one machine never see each other's; on the
 * page without a network, whoever was signed in last on this device.
 */
export const staff = (): string =>
    isOfflinePage() ? device.read<string>(lastStaffKey) ?? '' : document.body.dataset['staff'] ?? '';

/** For the page without a network. */
export function rememberStaff(): void {
  const here = document.body.dataset['staff'];
  if (here) device.write(lastStaffKey, here);
}
export const forgetStaff = (): void => device.erase(lastStaffKey);

export const csrfToken = (): string =>
    document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? '';

/** Typing there is meant for the field, not for a shortcut. */
export function isField(target: EventTarget|null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches('textarea, select')) return true;
  return target instanceof HTMLInputElement &&
      !/^(checkbox|radio|button|submit|reset|file)$/.test(target.type);
}

/** The element that an event came through, if it matches. */
export const through = <T extends HTMLElement = HTMLElement>(event: Event, selector: string): T|null =>
    event.target instanceof Element ? event.target.closest<T>(selector) : null;

/** A plain click, not one that asks for a new tab. */
export const isPlainClick = (event: MouseEvent): boolean =>
    event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

/** An idempotency key: 128 random bits. */
export const randomKey = (): string => [...crypto.getRandomValues(new Uint8Array(16))]
                                           .map((byte) => byte.toString(16).padStart(2, '0'))
                                           .join('');

/** Markup from our own server, as nodes. */
export function fragment(markup: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = markup;
  return template.content;
}

/** A paragraph of our own words. */
export function message(words: string, className: string): HTMLElement {
  const element = document.createElement('p');
  element.className = className;
  element.setAttribute('role', 'status');
  element.textContent = words;
  return element;
}

/** True where the server answered with the sign-in page instead of what was asked for. */
export const isSignedOut = (response: Response): boolean =>
    response.status === 401 || (response.redirected && new URL(response.url).pathname.startsWith('/sign-in'));
