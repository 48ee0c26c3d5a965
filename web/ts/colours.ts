// Light or dark at once: form[data-theme-toggle] is a real form; here it switches first and posts behind.
import {through} from './page';

type Colours = 'light'|'dark';

const shown = (): Colours => {
  const chosen = document.documentElement.dataset['theme'];
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
};
const opposite = (colours: Colours): Colours => (colours === 'dark' ? 'light' : 'dark');

/** The button then offers the way back, in its value, its name and its icon. */
function offer(button: HTMLButtonElement, colours: Colours): void {
  const swap = (text: string): string => text.replace(/\b(light|dark)\b/, colours);
  if (button.value) button.value = colours;
  for (const name of ['aria-label', 'title']) {
    const words = button.getAttribute(name);
    if (words) button.setAttribute(name, swap(words));
  }
  const use = button.querySelector('use');
  use?.setAttribute(
      'href', (use.getAttribute('href') ?? '').replace(/#.*$/, colours === 'dark' ? '#moon' : '#sun'));
}

/** The button as the server drew it may offer what is already shown: on a device set to dark. */
function settle(form: HTMLFormElement): void {
  const button = form.querySelector('button');
  if (button) offer(button, opposite(shown()));
}

export function startColours(): void {
  document.querySelectorAll<HTMLFormElement>('form[data-theme-toggle]').forEach(settle);
  document.addEventListener('submit', (event) => {
    const form = through<HTMLFormElement>(event, 'form[data-theme-toggle]');
    if (!form) return;
    event.preventDefault();
    const next = opposite(shown());
    const button = form.querySelector('button');
    if (button?.value) button.value = next;
    const body = new URLSearchParams(new FormData(form, button) as unknown as Record<string, string>);
    document.documentElement.dataset['theme'] = next;
    if (button) offer(button, opposite(next));
    void fetch(form.action, {method: 'POST', body, keepalive: true}).catch(() => undefined);
  });
}
