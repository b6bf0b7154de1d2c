// The reader: the right words marked, "why", steps between passages and hits, focus, citation, hostile and
// right-to-left articles.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessibilityViolations, settled, startSite } from './support.mjs';

const site = await startSite();

const hostile = await startSite({
  articles: {
    'hostile.txt': [
      'Title: <script>alert(1)</script> \u202etitle',
      'URL: javascript:alert(2)',
      '',
      'Markers <b onclick="alert(3)">in Raqqa</b> &amp; "quotes" on 4 October 2017 stay text. <img src=x onerror=alert(4)>',
      'An override \u202eends here\u202c, and so does a zero\u0000byte.',
    ].join('\n'),
    'arabic.txt': 'Title: معركة الميادين\n\nقال الجيش السوري إنه سيطر على مدينة الميادين في 14 تشرين الأول 2017، وانسحب تنظيم الدولة الإسلامية إلى البوكمال.\n',
  },
});

const parameters = (page) => new URL(page.url()).searchParams;
const reader = (page) => page.locator('#reader');

async function answer(page, path) {
  return page.evaluate((wanted) => fetch(wanted).then((response) => response.json()), path);
}

async function shown(page) {
  await page.locator('#reader .reader-passage[data-current]').waitFor();
}

const bytes = (text, [begin, end]) => Buffer.from(text).subarray(begin, end).toString();

/** What the page marks in each passage: {passage: {mentions: [[type, id, words]], marks: [words]}}. */
function markedWords(page) {
  return page.evaluate(() => Object.fromEntries([...document.querySelectorAll('.reader-passage')].map((passage) => {
    const words = new Map();
    for (const piece of passage.querySelectorAll('.mention')) {
      for (const mention of piece.mentions) {
        const key = JSON.stringify([mention.type, mention.id, mention.span]);
        words.set(key, (words.get(key) ?? '') + piece.textContent);
      }
    }
    const marks = [...passage.querySelectorAll('mark')].map((mark) => mark.textContent).join('');
    return [passage.dataset.passage, { mentions: Object.fromEntries(words), marks }];
  })));
}

/** The same from the answer of the API: the words that each mention is said to have, and its bytes of the text. */
function expectedWords(article) {
  return Object.fromEntries(article.passages.map((passage) => {
    const mentions = {};
    for (const [type, list] of [['place', 'places'], ['actor', 'actors'], ['date', 'dates']]) {
      for (const mention of passage[list]) {
        assert.equal(bytes(passage.text, mention.span), mention.text);
        mentions[JSON.stringify([type, mention.id, mention.span])] = mention.text;
      }
    }
    const marks = passage.marks.map((mark) => bytes(passage.text, mark)).join('');
    return [passage.passage, { mentions, marks }];
  }));
}

test('a hit opens in its article: the passage in sight, the address a permalink, Esc gives the focus back', () =>
  site.visit('/?q=mayadin', {}, async (page) => {
    const hit = page.locator('.hit').nth(3);
    const key = await hit.getAttribute('data-passage');
    await hit.locator('a.title').click();
    await shown(page);
    assert.equal(parameters(page).get('passage'), key);
    const current = page.locator('.reader-passage[data-current]');
    assert.equal(await current.getAttribute('data-passage'), key);
    const [box, dialog] = [await current.boundingBox(), await reader(page).boundingBox()];
    assert.ok(box.y + 20 > dialog.y && box.y < dialog.y + dialog.height);
    await page.keyboard.press('Escape');
    await reader(page).waitFor({ state: 'hidden' });
    assert.equal(parameters(page).has('passage'), false);
    assert.equal(await hit.locator('a.title').evaluate((link) => link === document.activeElement), true);
    await page.goBack();
    await shown(page);
    await page.goForward();
    await reader(page).waitFor({ state: 'hidden' });
  }));

for (const article of ['siege-questions.txt', 'mayadin-taken.txt'])
  test(`mentions and search words of ${article} stand at the bytes that the API says`, () =>
    site.visit(`/?q=siege+OR+mayadin&passage=${article}%231`, {}, async (page) => {
      await shown(page);
      const expected = expectedWords(await answer(page, `/api/articles/${article}?q=siege+OR+mayadin`));
      assert.ok(Object.values(expected).some(({ marks }) => marks !== ''));
      assert.deepEqual(await markedWords(page), expected);
      assert.equal(await page.locator('.mention .mention').count(), 0);
    }));

test('words that two mentions share show both kinds, and "why" tells of both', () =>
  site.visit('/?q=&passage=siege-questions.txt%234', {}, async (page) => {
    await shown(page);
    const words = page.locator('.reader-passage[data-current] .mention.place.actor').first();
    const kinds = await words.evaluate((element) => element.mentions.map((mention) => mention.type));
    await words.click();
    await page.locator('.reader-reason').first().waitFor();
    assert.deepEqual((await page.locator('.reader-type').allTextContents()).sort(), kinds.sort());
  }));

test('"why" says what the command says, closes on Esc alone, and its button filters', () =>
  site.visit('/?q=siege&passage=siege-questions.txt%232', {}, async (page) => {
    await shown(page);
    const { mentions } = await answer(page, '/api/passages/siege-questions.txt%232/why');
    const palmyra = mentions.find((mention) => mention.text === 'Palmyra');
    const words = page.locator('.reader-passage[data-current] .mention', { hasText: 'Palmyra' });
    await page.locator('.reader-passage[data-current] .mention[tabindex="0"]').focus();
    while (!(await words.evaluate((element) => element === document.activeElement))) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const why = page.locator('.reader-why');
    await why.getByText(palmyra.rule).waitFor();
    assert.ok((await why.innerText()).includes(palmyra.reason));
    await page.keyboard.press('Escape');
    await why.waitFor({ state: 'hidden' });
    assert.equal(await reader(page).isVisible(), true);
    assert.equal(await words.evaluate((element) => element === document.activeElement), true);

    await words.click();
    await why.getByRole('button', { name: 'Only passages with it' }).click();
    await page.waitForURL(/place=sy-palmyra/);
    await settled(page);
    await reader(page).waitFor({ state: 'hidden' });
    assert.equal(parameters(page).has('passage'), false);
  }));

test('steps to the next passage and, over the end of the page, to the next hit', () =>
  site.visit('/?q=mayadin', {}, async (page) => {
    const hit = page.locator('.hit').last();
    await hit.locator('a.title').click();
    await shown(page);
    const { hits } = await answer(page, '/api/search?q=mayadin&offset=20&limit=1');
    await page.getByRole('button', { name: 'Next hit' }).click();
    await page.waitForURL((url) => url.searchParams.get('passage') === hits[0].passage);
    await page.getByRole('button', { name: 'Previous hit' }).click();
    const last = await hit.getAttribute('data-passage');
    await page.waitForURL((url) => url.searchParams.get('passage') === last);
    await page.goto(`${site.url}/?q=mayadin&passage=siege-questions.txt%231`);
    await shown(page);
    assert.equal(await page.getByRole('button', { name: 'Previous passage' }).isDisabled(), true);
    await page.getByRole('button', { name: 'Next passage' }).click();
    await page.locator('.reader-passage[data-current][data-passage="siege-questions.txt#2"]').waitFor();
    assert.equal(parameters(page).get('passage'), 'siege-questions.txt#2');
  }));

test('kinds can be hidden one by one', () => site.visit('/?q=siege&passage=siege-questions.txt%232', {}, async (page) => {
  await shown(page);
  const homs = page.locator('.reader-passage[data-current] .mention.place', { hasText: 'Homs' });
  const line = () => homs.evaluate((element) => getComputedStyle(element).textDecorationLine);
  assert.equal(await line(), 'underline');
  await page.getByRole('checkbox', { name: /^Places/ }).uncheck();
  assert.equal(await line(), 'none');
}));

test('the citation names source, day, file, bytes, digest and permalink', () =>
  site.visit('/?q=siege&passage=siege-questions.txt%232', { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    await shown(page);
    await page.getByRole('button', { name: 'Copy citation' }).click();
    await page.locator('.reader-said', { hasText: 'Copied' }).waitFor();
    const citation = await page.evaluate(() => navigator.clipboard.readText());
    const { passages, at } = await answer(page, '/api/passages/siege-questions.txt%232');
    const passage = passages[at];
    for (const part of [passage.article.title, passage.article.source, passage.article.published, passage.file,
      `bytes ${passage.start}-${passage.end}`, passage.file_digest, page.url()])
      assert.ok(citation.includes(part), `${part} in ${citation}`);
  }));

test('similar passages are listed and open here', () => site.visit('/?q=&passage=mayadin-taken.txt%231', {}, async (page) => {
  await shown(page);
  await page.getByRole('button', { name: 'Similar' }).click();
  const link = page.locator('.reader-similar li a').first();
  await link.waitFor();
  await link.click();
  await page.waitForURL((url) => url.searchParams.get('passage') !== 'mayadin-taken.txt#1');
  await shown(page);
}));

for (const passage of ['nope', 'nope#1', '#', '..#1', '../search#1', 'mayadin-taken.txt', 'mayadin-taken.txt#99'])
  test(`there is no passage ${passage}: that is said, and the search beside it works`, () =>
    site.visit(`/?q=mayadin&passage=${encodeURIComponent(passage)}`, { expectedProblems: /Failed to load resource/ }, async (page) => {
      const message = reader(page).getByRole('alert');
      await message.waitFor();
      assert.match(await message.innerText(), /^The archive has no passage (.*) \(any more\)/);
      assert.ok((await message.innerText()).includes(passage));
      const close = message.getByRole('button', { name: 'Close' });
      await page.waitForFunction(() => document.activeElement.textContent === 'Close');
      for (const name of ['Next passage', 'Similar', 'Copy citation'])
        assert.ok(await page.getByRole('button', { name }).isDisabled(), name);
      await close.press('Enter');
      await reader(page).waitFor({ state: 'hidden' });
      assert.equal(parameters(page).has('passage'), false);
      assert.match(await page.locator('.totals').innerText(), /^62 passages/);
      await page.locator('.hit a.title').first().click();
      await shown(page);
      assert.equal(await message.count(), 0);
    }));

const isArticle = (url) => url.pathname.startsWith('/api/articles/');
const failures = [
  ['no server', (route) => route.abort(), /The server does not answer/],
  ['503', (route) => route.fulfill({ status: 503, json: { error: { code: 'busy', message: 'Full.' } } }), /The server is busy\s+Full\./],
  ['504', (route) => route.fulfill({ status: 504, json: { error: { code: 'deadline', message: 'Late.' } } }), /The article took too long\s+Late\./],
  ['500', (route) => route.fulfill({ status: 500, json: { error: { code: 'internal', message: 'Odd.' } } }), /The passage cannot be shown\s+Odd\./],
  ['half an answer', (route) => route.fulfill({ contentType: 'application/json', body: '{"passages": [' }), /cut off/],
];
for (const [what, answered, said] of failures)
  test(`an article that fails to come (${what}) is asked for again with a key`, () =>
    site.visit('/?q=mayadin', { expectedProblems: /Failed to load resource/ }, async (page) => {
      let asked = 0;
      await page.route(isArticle, (route) => {
        asked += 1;
        return answered(route);
      });
      await page.locator('.hit a.title').first().click();
      const message = reader(page).getByRole('alert');
      const again = page.locator('#reader button:focus', { hasText: 'Try again' });
      await again.waitFor();
      assert.match(await message.innerText(), said);
      await again.evaluate((button) => button.classList.add('used'));
      await page.keyboard.press('Enter'); // fails again: the way to try once more stays
      await page.locator('#reader button:focus:not(.used)', { hasText: 'Try again' }).waitFor();
      assert.equal(asked, 2);
      await page.unroute(isArticle);
      await page.keyboard.press('Enter');
      await shown(page);
      assert.equal(await message.count(), 0);
      assert.ok(await page.evaluate(() => document.activeElement.matches('.reader-passage[data-current]')));
      assert.equal(await page.getByRole('button', { name: 'Similar' }).isEnabled(), true);
    }));

test('a reader whose modules do not come says so, is tried again and can be closed', () =>
  site.visit('/', { expectedProblems: /Failed to load resource/ }, async (page) => {
    await page.route('**/late_views-*.js', (route) => route.abort());
    await page.goto(`${site.url}/?q=mayadin&passage=mayadin-taken.txt%231`);
    await reader(page).getByText('could not be loaded').waitFor();
    await reader(page).getByRole('button', { name: 'Close' }).click();
    await reader(page).waitFor({ state: 'hidden' });
    assert.equal(parameters(page).has('passage'), false);
    await page.goBack();
    await reader(page).getByText('could not be loaded').waitFor();
    await page.unroute('**/late_views-*.js');
    await reader(page).getByRole('button', { name: 'Try again' }).click();
    await shown(page);
    assert.equal(await reader(page).getByText('could not be loaded').count(), 0);
  }));

test('a token that is missing is asked for in the reader, and serves the search behind it too', () =>
  site.visit('/', { expectedProblems: /Failed to load resource/ }, async (page) => {
    await page.route('**/api/**', (route) => (route.request().headers().authorization === 'Bearer s3cret'
      ? route.continue() : route.fulfill({ status: 401, json: { error: { code: 'unauthorized', message: 'A token is needed.' } } })));
    await page.goto(`${site.url}/?q=mayadin&passage=mayadin-taken.txt%231`);
    await reader(page).getByLabel('Token').fill('s3cret');
    await page.keyboard.press('Enter');
    await shown(page);
    await page.keyboard.press('Escape');
    await page.locator('.hit').first().waitFor();
    assert.match(await page.locator('.totals').innerText(), /^62 passages/);
  }));

test('the steps between hits work when the search answers after the passage is there', () =>
  site.visit('/?q=mayadin', {}, async (page) => {
    const keys = await page.locator('.hit').evaluateAll((hits) => hits.map((hit) => hit.dataset.passage));
    let answerSearch;
    const held = new Promise((resolve) => { answerSearch = resolve; });
    await page.route((url) => url.pathname === '/api/search' && url.searchParams.has('facets'), async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${site.url}/?q=mayadin&passage=${encodeURIComponent(keys[1])}`);
    await shown(page);
    const [previous, next] = [page.getByRole('button', { name: 'Previous hit' }), page.getByRole('button', { name: 'Next hit' })];
    assert.ok(await previous.isDisabled() && await next.isDisabled(), 'nothing is known of the hits yet');
    answerSearch();
    await settled(page);
    assert.ok(await previous.isEnabled() && await next.isEnabled());
    await next.click();
    await page.waitForURL((url) => url.searchParams.get('passage') === keys[2]);
  }));

test('the place of a passage among the hits of another search is not taken for that among these', () =>
  site.visit('/?q=mayadin', {}, async (page) => {
    const hit = page.locator('.hit').nth(3);
    const key = await hit.getAttribute('data-passage');
    await hit.locator('a.title').click();
    await shown(page);
    await page.evaluate((passage) => {
      history.pushState({}, '', `?q=siege+airlift&passage=${encodeURIComponent(passage)}`);
      dispatchEvent(new PopStateEvent('popstate'));
    }, key);
    await page.waitForFunction(() => document.querySelector('#query').value === 'siege airlift');
    await settled(page);
    await shown(page);
    assert.equal(await page.locator('.hit.open').count(), 0);
    assert.ok(await page.getByRole('button', { name: 'Next hit' }).isDisabled());
  }));

test('a hostile article is text and nothing else', () => hostile.visit('/?q=raqqa&passage=hostile.txt%231', {}, async (page) => {
  await shown(page);
  assert.match(await page.locator('#reader-title').innerText(), /<script>alert\(1\)<\/script>/);
  const body = page.locator('.reader-body').first();
  assert.match(await body.innerText(), /<b onclick="alert\(3\)">in Raqqa<\/b> &amp; "quotes"/);
  assert.equal(await page.locator('#reader :is(script, img, b)').count(), 0);
  assert.equal(await page.locator('#reader a[href^="javascript"]').count(), 0);
  assert.equal(await page.locator('.reader-body .control').count() > 0, true);
  assert.equal(await page.locator('.reader-body .mention.place').innerText(), 'Raqqa');
  const expected = expectedWords(await answer(page, '/api/articles/hostile.txt?q=raqqa'));
  assert.deepEqual((await markedWords(page))['hostile.txt#1'].marks, expected['hostile.txt#1'].marks);
}));

test('an Arabic article runs from right to left, its names are marked at the right letters', () =>
  hostile.visit('/?q=mayadin&passage=arabic.txt%231', {}, async (page) => {
    await shown(page);
    const body = page.locator('.reader-body').first();
    assert.equal(await body.evaluate((element) => getComputedStyle(element).direction), 'rtl');
    const expected = expectedWords(await answer(page, '/api/articles/arabic.txt?q=mayadin'));
    assert.deepEqual(await markedWords(page), expected);
    assert.ok(Object.values(expected['arabic.txt#1'].mentions).includes('الميادين'));
  }));

test('at 360 pixels nothing reaches over the edge, "why" neither', () =>
  site.visit('/?q=siege&passage=siege-questions.txt%232', { width: 360, height: 640 }, async (page) => {
    await shown(page);
    await page.locator('.reader-passage[data-current] .mention').first().click();
    await page.locator('.reader-reason').first().waitFor();
    const widest = await page.evaluate(() => Math.max(...[...document.querySelectorAll('#reader, #reader *')]
      .map((element) => element.getBoundingClientRect().right)));
    assert.ok(widest <= 360, `${widest}`);
  }));

for (const colorScheme of ['light', 'dark'])
  test(`no accessibility rule is broken, ${colorScheme}`, () =>
    site.visit('/?q=siege&passage=siege-questions.txt%232', { colorScheme }, async (page) => {
      await shown(page);
      await page.locator('.reader-passage[data-current] .mention').first().click();
      await page.locator('.reader-reason').first().waitFor();
      assert.deepEqual(await accessibilityViolations(page), []);
    }));
