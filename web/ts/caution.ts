// The quiet caution: textarea[data-caution] with words about health, mood, belief or politics shows the
// [data-caution-text] beside it. The words come from the server (data-caution-words); nothing is held back.
import {through} from './page';

const fold = (text: string): string =>
    text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** Whole words or phrases; one that ends in * also as the beginning of a word. */
function mentions(text: string, words: string): boolean {
  const folded = ` ${fold(text)} `;
  return words.split(/[,\n]/).some((word) => {
    const wanted = fold(word);
    return wanted !== '' && folded.includes(word.trim().endsWith('*') ? ` ${wanted}` : ` ${wanted} `);
  });
}

function look(field: HTMLTextAreaElement): void {
  const place = field.closest('.field, form');
  const text = place?.querySelector<HTMLElement>('[data-caution-text]') ??
      field.form?.querySelector<HTMLElement>('[data-caution-text]');
  if (text) text.hidden = !mentions(field.value, field.dataset['cautionWords'] ?? '');
}

export function startCaution(): void {
  document.querySelectorAll<HTMLTextAreaElement>('textarea[data-caution]').forEach(look);
  document.addEventListener('input', (event) => {
    const field = through<HTMLTextAreaElement>(event, 'textarea[data-caution]');
    if (field) look(field);
  });
}
