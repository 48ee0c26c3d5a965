// The office screen renews itself each minute. In full screen (F) the new picture is put in place, for a reload would
// leave it; otherwise the page is loaded anew. Where the library cannot be reached the old picture stays.

async function fresh(): Promise<Element|null> {
  const answer = await fetch(location.href, {cache: 'no-store'});
  if (!answer.ok) {
    location.reload();  // it does not work any more: show what the library says
    return null;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return page.querySelector('[data-screen]');
}

async function renew(screen: Element): Promise<void> {
  if (!document.fullscreenElement) {
    location.reload();
    return;
  }
  const next = await fresh();
  if (next) screen.replaceChildren(...next.childNodes);
}

function toggleFullScreen(): void {
  if (document.fullscreenElement)
    void document.exitFullscreen();
  else
    void document.documentElement.requestFullscreen();
}

export function startScreen(): void {
  const screen = document.querySelector<HTMLElement>('[data-screen]');
  if (!screen) return;
  const every = Number(screen.dataset['screen']) * 1000;
  setInterval(() => {
    if (navigator.onLine) renew(screen).catch(() => {});
  }, every);
  document.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 'f' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    toggleFullScreen();
  });
}
