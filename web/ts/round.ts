// The round: a card is dragged to another column. What is sent is the card's own form, which does the same
// without script.
import {through} from './page';

let lifted: HTMLElement|null = null;

const columnUnder = (event: DragEvent): HTMLElement|null =>
    lifted ? through(event, '[data-round] [data-round-state]') : null;

function settle(): void {
  lifted?.classList.remove('lifted');
  lifted = null;
  document.querySelectorAll('.rd-col.over').forEach((column) => column.classList.remove('over'));
}

function lift(event: DragEvent): void {
  lifted = through(event, '[data-round-card]');
  lifted?.classList.add('lifted');
  event.dataTransfer?.setData('text/plain', '');
}

function hover(event: DragEvent): void {
  const column = columnUnder(event);
  document.querySelectorAll('.rd-col.over').forEach((other) => other !== column && other.classList.remove('over'));
  if (!column || column.contains(lifted)) return;
  event.preventDefault();
  column.classList.add('over');
}

function drop(event: DragEvent): void {
  const column = columnUnder(event);
  const form = lifted?.querySelector<HTMLFormElement>('form[data-round-move]');
  const choice = form?.querySelector<HTMLSelectElement>('select[name=state]');
  if (!column || !form || !choice || column.contains(lifted)) return;
  event.preventDefault();
  choice.value = column.dataset['roundState'] ?? choice.value;
  form.requestSubmit();
}

export function startRound(): void {
  const cards = document.querySelectorAll<HTMLElement>('[data-round-card]');
  if (cards.length === 0) return;
  cards.forEach((card) => (card.draggable = true));
  document.addEventListener('dragstart', lift);
  document.addEventListener('dragover', hover);
  document.addEventListener('drop', drop);
  document.addEventListener('dragend', settle);
}
