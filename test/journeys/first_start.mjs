// The first start on an empty database: a link that works once, and no password that anybody could guess.
import {PlainVisitor} from '../support/plain_visitor.mjs';
import {serve, withFolder} from '../support/program.mjs';
import {eventually, expect, Runner} from '../support/runner.mjs';

const ada = {username: 'ada', password: 'seven grey herons wade'};
const guesses = [['admin', 'admin'], ['admin', 'password'], ['administrator', ''], ['root', 'root'], ['rapport', 'rapport']];

const linkOf = async (server) =>
    new URL(await eventually('it prints a link', () => /http:\S+\/welcome\/\S+/.exec(server.said())?.[0])).pathname;

const runner = new Runner('');
await withFolder(async (folder) => {
  const file = `${folder}/rapport.db`;
  let server = await serve(file);
  const link = await linkOf(server);

  await runner.test('first start: says where to set it up, and prints no password', () => {
    expect(/Nobody can sign in yet\. Set it up here, once:/.test(server.said()), 'it does not say what the link is for');
    expect(!/password/i.test(server.said()), `it prints a password: ${server.said()}`);
  });

  await runner.test('first start: no usual name and password opens it', async () => {
    for (const [username, password] of guesses) {
      const visitor = new PlainVisitor(server.address);
      const {status} = await visitor.post('/sign-in', {username, password});
      expect(status >= 400 && !visitor.isSignedIn(), `${username} with "${password}" was answered ${status}`);
    }
  });

  await runner.test('first start: a link that was not printed opens nothing', async () => {
    const {status} = await new PlainVisitor(server.address).get(`${link}x`);
    expect(status === 404, `it was answered ${status}`);
  });

  await runner.test('first start: the link makes an administrator, once', async () => {
    const visitor = new PlainVisitor(server.address);
    expect((await visitor.get(link)).status === 200, 'the link does not open');
    const fields = {institution_name: 'University of Nowhere', zone: 'Europe/London', full_name: 'Ada Lind',
                    email: 'ada@library.example', ...ada, again: ada.password};
    const made = await visitor.post(link, fields);
    expect(made.status === 303, `it was answered ${made.status}`);
    await visitor.signIn(ada);
    const second = await visitor.post(link, {...fields, username: 'eve'});
    expect(second.status === 404, `a second time it was answered ${second.status}`);
  });

  await runner.test('first start: the second start prints no link and knows the administrator', async () => {
    expect(await server.stop() === 0, 'it did not end well');
    server = await serve(file);
    await new PlainVisitor(server.address).signIn(ada);
    expect(!/welcome/.test(server.said()), `it prints a link again: ${server.said()}`);
  });
  await server.stop();
});
process.exitCode = runner.finish();
