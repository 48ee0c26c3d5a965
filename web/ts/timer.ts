// <rapport-timer minutes="10" data-name="…">: a length that counts down once somebody starts it, is paused and goes on by
// the same button, and says so in words at five minutes, at one, and at the end. It makes no sound and stops nothing.
// What is left survives a page that comes back. Without script the words in it stand as they are.
import {tab} from './store';

interface Kept {
  leftMs: number;
  endsAt: number|null;  // while it runs
}

const keptFor = 30 * 60_000;
const said: [number, string][] = [[5, 'Five minutes left.'], [1, 'One minute left.'], [0, 'Time is up. Save what you have.']];

const twoDigits = (number: number): string => String(number).padStart(2, '0');
const clock = (ms: number): string => {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${twoDigits(seconds % 60)}`;
};

function element<K extends keyof HTMLElementTagNameMap>(name: K, attributes: Record<string, string>):
    HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

class Timer extends HTMLElement {
  private readonly left = element('span', {class: 'ws-left num', role: 'timer', 'aria-label': 'Time left'});
  private readonly button = element('button', {type: 'button', class: 'btn'});
  private readonly words = element('span', {class: 'small soft', role: 'status'});
  private state: Kept = {leftMs: 0, endsAt: null};
  private ticking: number|undefined;

  connectedCallback(): void {
    this.state = this.stored() ?? {leftMs: this.fullMs(), endsAt: null};
    this.replaceChildren(this.left, this.button, this.words);
    this.button.addEventListener('click', () => this.press());
    this.ticking = window.setInterval(() => this.tick(), 250);
    this.show(this.leftMs());
  }

  disconnectedCallback(): void { clearInterval(this.ticking); }

  private fullMs(): number { return Number(this.getAttribute('minutes') ?? '10') * 60_000; }
  private key(): string { return `rapport.timer.${this.dataset['name'] ?? ''}`; }

  private stored(): Kept|null {
    const kept = tab.read<Kept>(this.key());
    const isOld = kept?.endsAt && kept.endsAt < Date.now() - keptFor;
    return isOld ? null : kept;
  }

  private leftMs(): number {
    const {leftMs, endsAt} = this.state;
    return endsAt === null ? leftMs : Math.max(0, endsAt - Date.now());
  }

  private press(): void {
    const left = this.leftMs();
    if (left === 0)
      this.state = {leftMs: this.fullMs(), endsAt: null};
    else
      this.state = this.state.endsAt === null ? {leftMs: left, endsAt: Date.now() + left} : {leftMs: left, endsAt: null};
    tab.write(this.key(), this.state);
    this.words.textContent = '';
    this.show(this.leftMs());
  }

  private tick(): void {
    if (this.state.endsAt === null) return;
    const left = this.leftMs();
    this.say(left);
    this.show(left);
  }

  /** Each once, when it is reached; a page that comes back later says where it stands. */
  private say(left: number): void {
    const reached = said.filter(([minutes]) => left <= minutes * 60_000 && this.fullMs() > minutes * 60_000);
    const words = reached.at(-1)?.[1] ?? '';
    if (this.words.textContent !== words) this.words.textContent = words;
  }

  /** What the button does. */
  private word(left: number): string {
    if (left === 0) return 'Again';
    if (this.state.endsAt !== null) return 'Pause';
    return left < this.fullMs() ? 'Go on' : 'Start';
  }

  private show(left: number): void {
    const text = clock(left);
    if (this.left.textContent !== text) this.left.textContent = text;
    const word = this.word(left);
    if (this.button.textContent !== word) {
      this.button.textContent = word;
      this.button.setAttribute('aria-label', `${word}: timer`);
    }
    this.classList.toggle('soon', this.state.endsAt !== null && left <= 60_000);
  }
}

export function startTimers(): void { customElements.define('rapport-timer', Timer); }
