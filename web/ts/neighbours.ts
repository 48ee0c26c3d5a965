// Previous and next person: those of the list that this tab showed last, where the person stands in it. Without
// script, or from elsewhere, the server's links lead through the department.
import {tab} from './store';

const listKey = 'rapport.list';
type Row = [address: string, name: string];

function keepList(): void {
  const links = document.querySelectorAll<HTMLAnchorElement>('.people-list [data-row] th a');
  const rows = [...links].map((link): Row => [link.pathname, link.textContent?.trim() ?? '']);
  if (rows.length > 0) tab.write(listKey, rows);
}

function point(selector: string, row: Row|undefined): void {
  const link = document.querySelector<HTMLAnchorElement>(selector);
  if (!link) return;
  link.hidden = !row;
  if (!row) return link.removeAttribute('href');
  link.href = row[0];
  const name = link.querySelector('.vh');
  if (name) name.textContent = `: ${row[1]}`;
}

export function startNeighbours(): void {
  keepList();
  const rows = tab.read<Row[]>(listKey) ?? [];
  const at = rows.findIndex(([address]) => address === location.pathname);
  if (at < 0) return;
  point('[data-previous]', rows[at - 1]);
  point('[data-next]', rows[at + 1]);
}
