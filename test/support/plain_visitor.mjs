// Somebody with a browser that knows nothing but links, forms and cookies; for journeys of the process.
import {randomUUID} from 'node:crypto';

import {expect} from './runner.mjs';

export class PlainVisitor {
  #address;
  #cookies = new Map();
  #csrf = '';

  constructor(address) {
    this.#address = address;
  }

  /** Answers {status, text, location}; follows nothing. Rejects where no whole answer comes. */
  async #ask(path, options = {}) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(this.#address + path, {
      ...options,
      redirect: 'manual',
      headers: {cookie, origin: this.#address, ...options.headers},
    });
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(response.headers.get('set-cookie') ?? '') ?? [];
    if (name) this.#cookies.set(name, value);
    return {status: response.status, text: await response.text(), location: response.headers.get('location')};
  }

  get(path) {
    return this.#ask(path);
  }

  post(path, fields) {
    return this.#ask(path, {method: 'POST', body: new URLSearchParams({csrf: this.#csrf, ...fields})});
  }

  isSignedIn() {
    return this.#cookies.size > 0;
  }

  async signIn({username, password}) {
    const {status} = await this.post('/sign-in', {username, password});
    expect(status === 303, `${username} was not signed in: ${status}`);
    this.#csrf = /name="csrf" value="([^"]+)"/.exec((await this.get('/capture')).text)?.[1] ?? '';
    return this;
  }

  /** Sends one capture line as a form of its own. */
  log(line, key = randomUUID()) {
    return this.post('/capture', {line, key});
  }

  /** The page of a person, found the way a librarian finds it. */
  async pageOf(name) {
    const {text} = await this.get(`/find?q=${encodeURIComponent(name)}`);
    const path = /href="(\/people\/(?!new)[^"/?]+)"/.exec(text)?.[1];
    expect(path, `find knows no ${name}`);
    return this.get(path);
  }
}
