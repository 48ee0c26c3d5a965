// The words of the capture line, drawn under its transparent field: plain at once as one types, tinted when
// the server has read them. What is a name or a day is decided on the server alone.

export interface Span {
  start: number;
  end: number;
}

export interface Mirror {
  /** Shows the field's words as they are now; tints of untouched parts stay. */
  follow(): void;
  /** Takes over the server's tinted words, unless the field has moved on since. */
  tint(answer: Element): void;
  /** Where the names stand that could be several people, in order. */
  unsure(): Span[];
}

/** How far two texts agree from the beginning and, beyond that, from the end. */
function agreement(before: string, now: string): {head: number; tail: number} {
  const most = Math.min(before.length, now.length);
  let head = 0;
  while (head < most && before[head] === now[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  return {head, tail};
}

function retype(mirror: Element, now: string): void {
  const before = mirror.textContent ?? '';
  const {head, tail} = agreement(before, now);
  let at = 0;
  let keptHead = 0;
  let firstOfTail: ChildNode|null = null;
  let keptTail = 0;
  for (const node of [...mirror.childNodes]) {
    const length = node.textContent?.length ?? 0;
    if (at + length <= head)
      keptHead = at + length;
    else if (at >= before.length - tail) {
      firstOfTail ??= node;
      keptTail += length;
    } else
      node.remove();
    at += length;
  }
  mirror.insertBefore(document.createTextNode(now.slice(keptHead, now.length - keptTail)), firstOfTail);
  mirror.normalize();
}

function unsureIn(mirror: Element): Span[] {
  let at = 0;
  const spans: Span[] = [];
  for (const node of mirror.childNodes) {
    const length = node.textContent?.length ?? 0;
    if (node instanceof Element && node.matches('.unsure')) spans.push({start: at, end: at + length});
    at += length;
  }
  return spans;
}

/** The mirror behind `field`: the page's own, or a new one. */
function place(field: HTMLTextAreaElement): HTMLElement {
  const box = field.parentElement ?? field;
  const mirror = box.querySelector<HTMLElement>('.mirror') ?? document.createElement('div');
  mirror.className = 'mirror';
  mirror.setAttribute('aria-hidden', 'true');
  field.before(mirror);
  if (mirror.textContent !== field.value) mirror.textContent = field.value;
  box.classList.add('mirrored');
  return mirror;
}

export function mirrorOf(field: HTMLTextAreaElement): Mirror {
  const mirror = place(field);
  return {
    follow: () => retype(mirror, field.value),
    tint: (answer) => {
      const nodes = answer instanceof HTMLTemplateElement ? answer.content : answer;
      if (nodes.textContent === field.value) mirror.replaceChildren(...nodes.childNodes);
    },
    unsure: () => unsureIn(mirror),
  };
}
