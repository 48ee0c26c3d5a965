// The picture of a chain: one stop for the Tab key, arrow keys go from step to step. And links that copy their
// own address.
import {through} from './page';

const directions: Record<string, (at: number, last: number) => number> = {
  ArrowRight: (at, last) => Math.min(at + 1, last),
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

function walk(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const direction = directions[event.key];
  const link = event.target instanceof Element ? event.target.closest('[data-walk] a') : null;
  if (!direction || !link) return;
  const links = [...link.closest('[data-walk]')?.querySelectorAll<SVGAElement>('a') ?? []];
  const next = links[direction(links.findIndex((one) => one === link), links.length - 1)];
  if (!next) return;
  event.preventDefault();
  link.setAttribute('tabindex', '-1');
  next.setAttribute('tabindex', '0');
  next.focus({preventScroll: true});
  next.scrollIntoView({block: 'nearest', inline: 'center'});
}

async function copy(link: HTMLAnchorElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(link.href);
  } catch {
    return;  // the link is still there to be followed
  }
  const words = link.lastChild;
  const before = words?.textContent ?? '';
  if (!words || before === link.dataset['copy']) return;
  words.textContent = link.dataset['copy'] ?? before;
  setTimeout(() => (words.textContent = before), 2000);
}

/** A wide picture opens where the step is whose chain it is. */
function showFocus(): void {
  const region = document.querySelector('.chain-scroll');
  const here = region?.querySelector('.node.here');
  if (!region || !here) return;
  const middle = here.getBoundingClientRect().left - region.getBoundingClientRect().left;
  region.scrollLeft = Math.max(0, middle - region.clientWidth / 2);
}

export function startChain(): void {
  showFocus();
  document.addEventListener('keydown', walk);
  document.addEventListener('click', (event) => {
    const link = through<HTMLAnchorElement>(event, 'a[data-copy]');
    if (!link) return;
    event.preventDefault();
    void copy(link);
  });
}
