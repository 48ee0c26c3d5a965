// The ladder: arrow keys go from card to card, M or a click opens the menu of levels, a card is dragged to
// another column. Each of them leads to the page that asks what changed.
import {isField, isPlainClick, through} from './page';

const cardSelector = '[data-ladder] [data-card]';

const linkOf = (card: Element|null|undefined): HTMLElement|null => card?.querySelector<HTMLElement>('h3 a') ?? null;
const columnOf = (card: Element): Element|null => card.closest('[data-level]');
const cardsOf = (column: Element|null|undefined): Element[] => [...column?.querySelectorAll('[data-card]') ?? []];

/** The form of a card's move, filled in with a level. */
function moveAddress(card: Element, level: string, isSlipping = false): string|null {
  const link = card.querySelector<HTMLAnchorElement>('[data-move]');
  if (!link) return null;
  const address = new URL(link.href);
  address.searchParams.set('level', level);
  if (isSlipping) address.searchParams.set('slipping', 'yes');
  return address.pathname + address.search;
}

// The arrow keys ----------------------------------------------------------------------------------

function beside(card: Element, by: number): Element|undefined {
  const columns = [...document.querySelectorAll('[data-ladder] [data-level]')];
  const row = cardsOf(columnOf(card)).indexOf(card);
  for (let at = columns.findIndex((one) => one === columnOf(card)) + by; columns[at]; at += by) {
    const cards = cardsOf(columns[at]);
    if (cards.length > 0) return cards[Math.min(row, cards.length - 1)];
  }
  return undefined;
}

function within(card: Element, by: number): Element|undefined {
  const cards = cardsOf(columnOf(card));
  return cards[cards.indexOf(card) + by];
}

const directions: Record<string, (card: Element) => Element|undefined> = {
  ArrowUp: (card) => within(card, -1),
  ArrowDown: (card) => within(card, 1),
  ArrowLeft: (card) => beside(card, -1),
  ArrowRight: (card) => beside(card, 1),
};

function walk(event: KeyboardEvent, card: Element): void {
  const next = linkOf(directions[event.key]?.(card));
  event.preventDefault();
  next?.focus();
  next?.scrollIntoView({block: 'nearest', inline: 'nearest'});
}

// The menu ----------------------------------------------------------------------------------------

function closeMenu(returnFocus = false): void {
  const menu = document.querySelector('.mv-menu');
  const opener = menu?.closest('[data-card]')?.querySelector<HTMLElement>('[data-move]');
  opener?.setAttribute('aria-expanded', 'false');
  menu?.remove();
  if (returnFocus) opener?.focus();
}

function entry(words: string, address: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.setAttribute('role', 'menuitem');
  link.href = address;
  link.textContent = words;
  return link;
}

function entriesOf(card: Element): HTMLAnchorElement[] {
  const here = columnOf(card);
  const level = here?.getAttribute('data-level') ?? '0';
  const entries = [...document.querySelectorAll('[data-ladder] [data-level]')].filter((column) => column !== here).map((column) =>
      entry(`Move to ${column.querySelector('h2')?.textContent ?? ''}…`, moveAddress(card, column.getAttribute('data-level') ?? '0') ?? '#'));
  const isSlipping = card.hasAttribute('data-slipping');
  const words = isSlipping ? 'Say that it is no longer slipping…' : 'Say that it is slipping…';
  if (level !== '0') entries.push(entry(words, moveAddress(card, level, !isSlipping) ?? '#'));
  const path = linkOf(card)?.dataset['path'];
  if (path) entries.push(entry('How it came to this', path));
  return entries.reverse();
}

function openMenu(card: Element): boolean {
  const opener = card.querySelector<HTMLElement>('[data-move]');
  if (!opener) return false;
  const isOpen = card.querySelector('.mv-menu') !== null;
  closeMenu();
  if (isOpen) return true;
  const menu = document.createElement('div');
  menu.className = 'mv-menu';
  menu.setAttribute('role', 'menu');
  menu.setAttribute('aria-label', opener.getAttribute('aria-label') ?? '');
  menu.append(...entriesOf(card));
  opener.setAttribute('aria-expanded', 'true');
  card.append(menu);
  menu.querySelector<HTMLElement>('a')?.focus();
  menu.scrollIntoView({block: 'nearest'});
  return true;
}

function stepInMenu(event: KeyboardEvent, menu: Element): void {
  if (event.key === 'Escape' || event.key === 'Tab') {
    if (event.key === 'Escape') event.preventDefault();
    closeMenu(true);
    return;
  }
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0) return;
  event.preventDefault();
  const links = [...menu.querySelectorAll<HTMLElement>('a')];
  const at = links.findIndex((link) => link === document.activeElement);
  links[(at + by + links.length) % links.length]?.focus();
}

// Dragging ----------------------------------------------------------------------------------------

let lifted: HTMLElement|null = null;

function lift(event: DragEvent): void {
  lifted = through(event, cardSelector);
  if (!lifted) return;
  closeMenu();
  lifted.classList.add('lifted');
  event.dataTransfer?.setData('text/plain', lifted.dataset['card'] ?? '');
}

function hover(event: DragEvent): void {
  const column = lifted ? through(event, '[data-ladder] [data-level]') : null;
  for (const other of document.querySelectorAll('.rung.over')) if (other !== column) other.classList.remove('over');
  if (!column || !lifted || column.contains(lifted)) return;
  event.preventDefault();
  column.classList.add('over');
}

function drop(event: DragEvent): void {
  const column = through(event, '[data-ladder] [data-level]');
  if (!column || !lifted || column.contains(lifted)) return;
  event.preventDefault();
  const address = moveAddress(lifted, column.dataset['level'] ?? '0');
  if (address) location.assign(address);
}

function letGo(): void {
  lifted?.classList.remove('lifted');
  document.querySelector('.rung.over')?.classList.remove('over');
  lifted = null;
}

function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
  const menu = through(event, '.mv-menu');
  if (menu) return stepInMenu(event, menu);
  const card = through(event, cardSelector);
  if (!card) return;
  if (directions[event.key]) return walk(event, card);
  const isMenuKey = event.key.toLowerCase() === 'm' && document.body.dataset['keys'] !== 'off';
  if (isMenuKey && openMenu(card)) event.preventDefault();
}

export function startLadder(): void {
  if (!document.querySelector('[data-ladder]')) return;
  for (const opener of document.querySelectorAll('[data-ladder] [data-move]')) {
    opener.setAttribute('role', 'button');
    opener.setAttribute('aria-haspopup', 'menu');
    opener.setAttribute('aria-expanded', 'false');
    opener.closest('[data-card]')?.setAttribute('draggable', 'true');
  }
  document.addEventListener('keydown', press);
  document.addEventListener('click', (event) => {
    const opener = through<HTMLAnchorElement>(event, '[data-ladder] [data-move]');
    const card = opener?.closest('[data-card]');
    if (card && isPlainClick(event)) {
      event.preventDefault();
      openMenu(card);
    } else if (!through(event, '.mv-menu')) {
      closeMenu();
    }
  });
  document.addEventListener('dragstart', lift);
  document.addEventListener('dragover', hover);
  document.addEventListener('drop', drop);
  document.addEventListener('dragend', letGo);
}
