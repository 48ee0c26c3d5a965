// Minutes of a meeting: what they become is asked of the server while they are typed, and read out at most
// once a second. Without script a button asks.
import {ask} from './hypermedia';

export function startMinutes(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-minutes]');
  const field = form?.querySelector<HTMLTextAreaElement>('textarea');
  if (!form || !field) return;
  ask(field, {
    method: 'post',
    address: form.dataset['minutes'] ?? '',
    trigger: 'input changed delay:1s',
    target: '#minutes-preview',
  });
}
