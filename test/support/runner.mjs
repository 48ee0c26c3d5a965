// Counts tests and prints what failed. A test is a sentence and a function that throws.

// Generous: how quick something is is measured elsewhere, on a machine that stands still.
const testMsMax = 600000;
const eventuallyMsMax = 60000;

export class Runner {
  #wanted;
  #passed = 0;
  #failed = 0;

  constructor(wanted) {
    this.#wanted = new RegExp(wanted, 'i');
  }

  wants(sentence) {
    return this.#wanted.test(sentence);
  }

  async test(sentence, tried) {
    if (!this.wants(sentence)) return;
    const begun = Date.now();
    try {
      await withinTime(tried());
      ++this.#passed;
      console.log(`ok      ${sentence} (${Date.now() - begun} ms)`);
    } catch (error) {
      ++this.#failed;
      console.log(`FAILED  ${sentence}\n${String(error.stack ?? error).replace(/^/gm, '        ')}`);
    }
  }

  /** Prints the last line; answers the exit code. Nothing tried is a failure. */
  finish() {
    if (this.#passed + this.#failed === 0) this.#failed = 1;
    console.log(`${this.#passed} passed, ${this.#failed} failed`);
    return this.#failed === 0 ? 0 : 1;
  }
}

/** Rejects when a test takes so long that it will never end. */
function withinTime(running) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${testMsMax / 1000} s`)), testMsMax);
  });
  return Promise.race([running, late]).finally(() => clearTimeout(timer));
}

export function expect(isSo, otherwise) {
  if (!isSo) throw new Error(otherwise);
}

/** Asks again until `asked` answers something true; that is its answer. */
export async function eventually(what, asked, withinMs = eventuallyMsMax) {
  const until = Date.now() + withinMs;
  for (;;) {
    const answer = await asked();
    if (answer) return answer;
    if (Date.now() > until) throw new Error(`did not happen: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
