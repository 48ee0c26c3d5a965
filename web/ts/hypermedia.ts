// htmx, held short: no history, no styles of its own, no answer swapped in that is an error or the sign-in
// page. The hx- attributes are set here on real forms and links, so a page without script is the same page.
import htmx from 'htmx.org';

import {csrfToken, isSignedOut} from './page';

/** What is asked for with htmx: which events ask, where the answer goes. */
export interface Ask {
  method: 'get'|'post';
  address: string;
  trigger: string;
  target?: string;
  swap?: string;
  values?: string;
}

/** Lets `element` ask; a newer question ends an older one. */
export function ask(element: HTMLElement, {method, address, trigger, target, swap, values}: Ask): void {
  element.setAttribute(`hx-${method}`, address);
  element.setAttribute('hx-trigger', trigger);
  element.setAttribute('hx-sync', 'this:replace');
  element.setAttribute('hx-validate', 'false');
  element.setAttribute('hx-swap', swap ?? 'innerHTML');
  if (target) element.setAttribute('hx-target', target);
  if (values) element.setAttribute('hx-vals', values);
  htmx.process(element);
}

/** Runs before the answer to `element`'s question is put in; may take parts out of it. */
export function beforeAnswer(element: HTMLElement, work: (answer: DocumentFragment) => void): void {
  element.addEventListener('htmx:before:swap', (event) => {
    const [main] = event.detail.tasks as {fragment: DocumentFragment}[];
    if (main) work(main.fragment);
  });
}

/** Runs after the answer to `element`'s question stands in the page. */
export function afterAnswer(element: HTMLElement, work: () => void): void {
  element.addEventListener('htmx:after:swap', work);
}

export function startHypermedia(): void {
  Object.assign(htmx.config, {history: false, includeIndicatorCSS: false, defaultTimeout: 10_000});
  document.addEventListener('htmx:config:request', (event) => {
    const {headers} = event.detail.ctx.request;
    headers['X-CSRF-Token'] = csrfToken();
    headers['X-Rapport-Partial'] = '1';
  });
  document.addEventListener('htmx:after:request', (event) => {
    const {sourceElement, response} = event.detail.ctx;
    if (!response || (response.raw.ok && !isSignedOut(response.raw))) return;
    event.preventDefault();
    if (isSignedOut(response.raw))
      sourceElement.dispatchEvent(new CustomEvent('rapport:signed-out', {bubbles: true}));
  });
}
