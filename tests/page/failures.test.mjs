// What the page does when requests are late, refused or not answered at all.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchFor, settled, startServer, startSite, totals } from './support.mjs';

const site = await startSite();
const refused = /Failed to load resource/; // the browser's own note of a status that is no success
const isSearch = (url) => url.pathname === '/api/search';

/** What stands instead of the hits; other parts of the page have messages of their own. */
const alert = (page) => page.locator('#hits').getByRole('alert');

function refusing(page, status, error, headers = {}) {
  return page.route(isSearch, (route) => route.fulfill({ status, headers, json: { error } }));
}

test('a new search cancels the one before, and late answers do not win', () => site.visit('/?q=isis', {}, async (page) => {
  const cancelled = [];
  page.on('requestfailed', (request) => {
    const url = new URL(request.url());
    if (isSearch(url)) cancelled.push(url.searchParams.get('q'));
  });
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route((url) => isSearch(url) && url.searchParams.get('q') === 'raqqa', async (route) => {
    await held;
    await route.continue().catch(() => {}); // nobody waits for it any more
  });
  await page.fill('#query', 'raqqa');
  await page.press('#query', 'Enter');
  await searchFor(page, 'mayadin');
  release();
  await page.waitForTimeout(300);
  assert.deepEqual(cancelled, ['raqqa']);
  assert.match(await totals(page), /^62 passages/);
  assert.equal(await page.inputValue('#query'), 'mayadin');
  assert.ok(await page.locator('#progress').isHidden());
}));

test('a search that is refused says why and where', () => site.visit('/', { expectedProblems: refused }, async (page) => {
  await searchFor(page, '"oil fields');
  const message = alert(page);
  assert.match(await message.innerText(), /The search cannot be understood[\s\S]*closing/);
  await searchFor(page, '"oil fields"');
  assert.equal(await message.count(), 0);
}));

test('a suggestion takes the place of the value that was refused', () => site.visit('/', { expectedProblems: refused }, async (page) => {
  await refusing(page, 400, {
    code: 'bad_request', message: "'Lion Forces' is no actor.", argument: 'actor', text: 'Lion Forces', column: 0,
    suggestions: ['Tiger Forces'],
  });
  await page.goto(`${site.url}/?q=siege&actor=Lion+Forces`);
  const suggestion = page.getByRole('button', { name: 'Tiger Forces' });
  await suggestion.waitFor();
  await page.unroute(isSearch);
  await suggestion.click();
  await page.waitForURL(/actor=Tiger\+Forces|actor=tiger-forces/);
}));

test('the fault is marked in the query', () => site.visit('/', { expectedProblems: refused }, async (page) => {
  await refusing(page, 400, { code: 'bad_request', message: 'No.', argument: 'query', text: 'دير )', column: 7, suggestions: [] });
  await searchFor(page, 'دير )');
  assert.equal(await page.locator('.fault mark').innerText(), ')');
}));

test('the page says that the server is gone, and finds it again', async () => {
  const server = await startServer(site.index);
  let another = null;
  try {
    await site.visit('/?q=isis', { expectedProblems: refused, server }, async (page) => {
      await server.stop();
      await searchFor(page, 'mayadin');
      await page.getByRole('heading', { name: 'The server does not answer' }).waitFor();
      another = await startServer(site.index, [], server.port);
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.locator('.hit').first().waitFor();
      assert.match(await totals(page), /^62 passages/);
    });
  } finally {
    await server.stop();
    await another?.stop();
  }
});

const statuses = [
  [503, 'busy', 'The server is busy'],
  [504, 'deadline', 'The search took too long'],
  [500, 'internal', 'The search failed'],
];
for (const [status, code, title] of statuses) {
  test(`${status}: ${title}`, () => site.visit('/?q=isis', { expectedProblems: refused }, async (page) => {
    await refusing(page, status, { code, message: 'A sentence of the server.' });
    await searchFor(page, 'mayadin');
    const message = await alert(page).innerText();
    assert.ok(message.includes(title) && message.includes('A sentence of the server.'), message);
    await page.unroute(isSearch);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.hit').first().waitFor();
  }));
}

test('a server with a token asks for it', () => site.visit('/?q=isis', { expectedProblems: refused }, async (page) => {
  await refusing(page, 401, { code: 'unauthorized', message: 'A token is needed.' });
  await searchFor(page, 'mayadin');
  await page.getByLabel('Token').fill('s3cret');
  await page.unroute(isSearch);
  const [request] = await Promise.all([page.waitForRequest((asked) => asked.url().includes('/api/search')),
    page.getByRole('button', { name: 'Use it' }).click()]);
  assert.equal(request.headers().authorization, 'Bearer s3cret');
  await settled(page);
  assert.match(await totals(page), /^62 passages/);
}));

test('an answer that is cut off is no answer', () => site.visit('/?q=isis', { expectedProblems: refused }, async (page) => {
  await page.route(isSearch, (route) => route.fulfill({ contentType: 'application/json', body: '{"hits": [' }));
  await searchFor(page, 'mayadin');
  assert.match(await alert(page).innerText(), /cut off/);
}));
