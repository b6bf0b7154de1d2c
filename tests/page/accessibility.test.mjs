// axe-core finds nothing in any state of the page, in both themes, wide and narrow.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessibilityViolations, searchFor, startSite } from './support.mjs';

const site = await startSite();
const looks = [
  { colorScheme: 'light' },
  { colorScheme: 'dark' },
  { colorScheme: 'light', width: 360 },
  { colorScheme: 'dark', width: 360 },
];
const name = ({ colorScheme, width = 1280 }) => `${colorScheme}, ${width} pixels wide`;

async function assertAccessible(page, state) {
  assert.deepEqual(await accessibilityViolations(page), [], state);
}

async function openPanels(page, { width }) {
  if (width === undefined) return;
  await page.locator('#filters-toggle').click();
  await page.locator('#overview-toggle').click();
}

for (const look of looks) {
  test(`hits, filters and menus: ${name(look)}`, () => site.visit('/?q=isis&not-place=iq&actor=isis', look, async (page) => {
    await openPanels(page, look);
    await page.locator('.facet').evaluateAll((facets) => facets.forEach((facet) => { facet.open = true; }));
    await page.locator('.why summary').first().click();
    await page.locator('.score').first().waitFor();
    await page.getByText('Export').click();
    await assertAccessible(page, 'everything unfolded');
  }));

  test(`the rest: ${name(look)}`, () => site.visit('/?q=zzqqxx&place=sy-raqqa', { ...look, expectedProblems: /Failed to load/ },
    async (page) => {
      await assertAccessible(page, 'nothing found');
      await searchFor(page, '"oil fields');
      await assertAccessible(page, 'an error');
      await page.locator('#query').fill('');
      await page.locator('#query').pressSequentially('siege raq');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await assertAccessible(page, 'completions');
      await page.keyboard.press('Escape');
      await page.locator('#help-button').click();
      await assertAccessible(page, 'help');
    }));
}

test('the theme is chosen, kept, and there before the first paint', () => site.visit('/?q=isis', { colorScheme: 'light' }, async (page) => {
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  const button = page.getByRole('button', { name: /^Theme/ });
  await button.click();
  assert.equal(await ground(), light);
  await button.click();
  assert.equal(await button.innerText(), 'Theme: dark');
  const dark = await ground();
  assert.notEqual(dark, light);
  await page.reload();
  assert.equal(await ground(), dark);
}));

test('nothing is wider than the window, at 360 pixels and at twice the size', async () => {
  for (const width of [360, 640]) { // 640 is 1280 at 200 %
    await site.visit('/?q=deir ez-zor&place=sy-deir-ez-zor-governorate', { width }, async (page) => {
      await openPanels(page, { width });
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    });
  }
});

test('nothing moves when an answer comes', () => site.visit('/?q=isis', {}, async (page) => {
  const shift = page.evaluate(() => new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += entry.hadRecentInput ? 0 : entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(sum), 500);
  }));
  assert.ok(await shift < 0.02, `layout shift ${await shift}`);
}));

test('print has the query, the hits and their sources, and no controls', () => site.visit('/?q=isis', {}, async (page) => {
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.locator('.hit .origin').first().isVisible());
  assert.equal(await page.locator('h1').innerText(), 'Search results: isis');
  for (const control of ['#search', '#export', '#facets', '#list-options', '.why']) {
    assert.ok(await page.locator(control).first().isHidden(), control);
  }
}));
