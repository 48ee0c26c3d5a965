// Dialogs: [data-dialog="ID"] opens one, [data-close] and a click beside it close it. Escape is the
// browser's.
import {through} from './page';

export function startDialogs(): void {
  document.addEventListener('click', (event) => {
    const opener = through(event, '[data-dialog]');
    const opened = opener && document.getElementById(opener.dataset['dialog'] ?? '');
    if (opened instanceof HTMLDialogElement) {
      event.preventDefault();
      opened.showModal();
      return;
    }
    const closer = through(event, 'dialog [data-close]');
    if (closer) event.preventDefault();
    if (closer)
      closer.closest('dialog')?.close();
    else if (event.target instanceof HTMLDialogElement && isBeside(event, event.target))
      event.target.close();
  });
}

/** On the veil: the dialog's own padding is not beside it. */
function isBeside(event: MouseEvent, dialog: HTMLDialogElement): boolean {
  const {left, right, top, bottom} = dialog.getBoundingClientRect();
  return event.clientX < left || event.clientX > right || event.clientY < top || event.clientY > bottom;
}
