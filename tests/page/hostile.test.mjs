// Articles that were written to break the page. Each visit fails if a script runs, a dialog opens, the policy is violated or
// anything is asked for elsewhere (tests/page/support.mjs).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessibilityViolations, startSite } from './support.mjs';

const script = '<script>document.title = "run"; alert(1)</script>';
const handlers = '<img src=x onerror="alert(2)"><svg onload=alert(3)></svg><a href="javascript:alert(4)">Raqqa</a>';
const override = '\u202e';
const article = (fields) => JSON.stringify({ published: '2017-10-05', ...fields });

const site = await startSite({
  articles: {
    'hostile.jsonl': [
      article({
        id: '"><script>alert(5)</script>#1', title: `Markup ${script}`, source: `Wire ${handlers}`, url: 'javascript:alert(6)',
        text: `Hostile markup ${script} in the streets of Raqqa, said ${handlers} on 5 October 2017. ]]> --> </textarea></title>`,
      }),
      article({
        id: 'bidi', title: `Hostile title ${override}drawkcab`, source: `Wire ${override}ecruos`, author: `\u2067Isolate without end`,
        url: 'https://example.org/x" onmouseover="alert(7)',
        text: `Hostile letters ${override}evil\u202c in Raqqa. An embedding \u202b without an end, \u200f and a mark.`,
      }),
      article({
        id: 'wide', title: 'Hostile width', source: 'W'.repeat(300),
        text: `Hostile word ${'x'.repeat(5000)} in Raqqa. ${'Z\u0335\u0321\u0322\u0327\u0316\u0317\u0318\u0319\u0308\u030a\u030b\u030c'.repeat(40)}`,
      }),
      article({ id: 'rtl', title: 'الرقة بعد المعركة (2017)', source: 'دفتر', text: 'عادت العائلات إلى الرقة في 5 تشرين الأول 2017 Hostile.' }),
      article({ id: 'data', title: 'Hostile address', url: 'data:text/html,<script>alert(8)</script>', text: 'Hostile address in Raqqa.' }),
    ].join('\n'),
  },
});
const hit = (page, text) => page.locator('.hit').filter({ hasText: text }).first();

/** Nothing is wider than the window, and every hit is below the one before. */
async function assertLayoutHolds(page) {
  const { overflow, boxes } = await page.evaluate(() => ({
    overflow: document.documentElement.scrollWidth - innerWidth,
    boxes: [...document.querySelectorAll('.hit')].map((view) => view.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom]),
  }));
  assert.ok(overflow <= 0, `wider than the window by ${overflow} pixels`);
  boxes.slice(1).forEach(([top], i) => assert.ok(top >= boxes[i][1]));
}

for (const width of [1280, 360]) {
  test(`hostile articles are shown as what they say, ${width} pixels wide`, () => site.visit('/?q=hostile', { width }, async (page) => {
    assert.equal(await page.locator('.hit').count(), 5);
    assert.equal(await page.title(), 'hostile · Furat');
    assert.match(await hit(page, 'Markup').innerText(), /<script>document\.title = "run"; alert\(1\)<\/script>/);
    assert.equal(await page.locator('#hits script, #hits img, #hits svg, #facets img, #facets svg').count(), 0);
    await assertLayoutHolds(page);
    await page.locator('.hit a.title').evaluateAll((links) => links.forEach((link) => link.focus()));
  }));
}

test('only web addresses are links', () => site.visit('/?q=hostile', {}, async (page) => {
  const addresses = await page.locator('#hits a').evaluateAll((links) => links.map((link) => new URL(link.href).protocol));
  assert.deepEqual(new Set(addresses), new Set(['http:', 'https:']));
  assert.equal(await page.locator('#hits a[onmouseover]').count(), 0);
  assert.ok((await hit(page, 'Markup').innerText()).includes('javascript:alert(6)'));
}));

test('overrides of the writing direction are shown and have no effect', () => site.visit('/?q=hostile', {}, async (page) => {
  const title = hit(page, 'drawkcab').locator('a.title');
  assert.equal(await title.locator('.control').innerText(), 'RLO');
  const text = await page.locator('#hits').evaluate((hits) => hits.textContent);
  assert.ok(!/[\u202d\u202e]/.test(text));
  const source = hit(page, 'drawkcab').locator('.origin');
  const place = (selector) => source.locator(selector).first().boundingBox();
  assert.ok((await place('.source')).x < (await place('time')).x, 'what is after the source stays after it');
}));

test('right-to-left articles begin at the right, what is around them at the left', () => site.visit('/?q=hostile', {}, async (page) => {
  const arabic = hit(page, 'الرقة');
  const direction = (selector) => arabic.locator(selector).evaluate((node) => getComputedStyle(node).direction);
  assert.equal(await direction('h2'), 'rtl');
  assert.equal(await direction('.snippet'), 'rtl');
  assert.equal(await direction('.origin'), 'ltr');
}));

test('hostile values are only names in facets, chips and addresses', () => site.visit('/?q=hostile', {}, async (page) => {
  await page.locator('.facet.source summary').click();
  await page.locator('.facet.source .value').filter({ hasText: 'onerror' }).locator('input').check();
  await page.locator('.chip').filter({ hasText: 'onerror' }).waitFor();
  await page.reload();
  await page.locator('.chip').filter({ hasText: 'onerror' }).waitFor();
  await page.locator('.hit a.title').first().click();
  assert.match(new URL(page.url()).searchParams.get('passage'), /<script>alert\(5\)/);
}));

test('a hostile query is only text', async () => {
  const query = `${handlers} ${override}`;
  await site.visit(`/?q=${encodeURIComponent(query)}&passage=${encodeURIComponent(script)}`, { expectedProblems: /Failed to load/ },
    async (page) => assert.equal(await page.inputValue('#query'), query));
});

test('what the page has of hostile articles is accessible', () => site.visit('/?q=hostile', {}, async (page) => {
  assert.deepEqual(await accessibilityViolations(page), []);
}));
