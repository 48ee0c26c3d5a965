// A server that can be taken away: passes bytes on to the program until it is cut.
import net from 'node:net';

/** Listens on a free port. `cut` breaks what is open and takes no more; `mend` takes connections again. */
export async function startRelay(address) {
  const {hostname, port} = new URL(address);
  const open = new Set();
  const relay = net.createServer((from) => {
    const to = net.connect(port, hostname);
    for (const socket of [from, to]) {
      open.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => open.delete(socket));
    }
    from.pipe(to).pipe(from);
  });
  const listen = (on) => new Promise((resolve) => relay.listen(on, '127.0.0.1', resolve));
  await listen(0);
  const here = relay.address().port;
  return {
    address: `http://127.0.0.1:${here}`,
    async cut() {
      const closed = new Promise((resolve) => relay.close(resolve));
      open.forEach((socket) => socket.destroy());
      await closed;
    },
    mend: () => listen(here),
  };
}
