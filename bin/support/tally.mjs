// Adds up the reports of test programs: node tally.mjs FILE.json ... Prints "passed failed" and, for each
// test that failed, a line on the error stream. A skipped test counts as failed: no run may look complete
// when it was not.
import fs from 'node:fs';

let passed = 0;
let failed = 0;
for (const file of process.argv.slice(2)) {
  for (const suite of JSON.parse(fs.readFileSync(file, 'utf8')).testsuites) {
    for (const test of suite.testsuite) {
      if (test.status === 'NOTRUN') continue;
      if (test.result === 'COMPLETED' && !test.failures) {
        ++passed;
        continue;
      }
      ++failed;
      console.error(`  failed: ${suite.name}.${test.name}${test.result === 'SKIPPED' ? ' (skipped)' : ''}`);
    }
  }
}
console.log(`${passed} ${failed}`);
