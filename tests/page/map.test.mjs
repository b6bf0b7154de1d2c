// The map: circles that filter, pan and zoom, keys, the list beside it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessibilityViolations, settled, startSite } from './support.mjs';

const site = await startSite();

const marks = '#map .map-mark:not(.area)';
const parameters = (page) => new URL(page.url()).searchParams;
const mark = (page, id) => page.locator(`#map .map-mark[data-id="${id}"]`);

async function map(page) {
  await page.locator(marks).first().waitFor();
  await page.locator('#map .map-country').first().waitFor({ state: 'attached' });
}

async function answer(page, path) {
  return page.evaluate((wanted) => fetch(wanted).then((response) => response.json()), path);
}

async function totalShown(page) {
  return Number(/^[\d,]+/.exec(await page.locator('.totals').innerText())[0].replace(',', ''));
}

/** In pixels of the page. Marks are made anew with every view: one that is gone is looked for again. */
async function middleOf(locator) {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const box = await locator.boundingBox();
    if (box) return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }
  return assert.fail('it is not drawn');
}

test('a circle that is clicked is a filter, is shown as selected, and the others stay to be chosen too', () =>
  site.visit('/?q=siege', {}, async (page) => {
    await map(page);
    const { features } = await answer(page, '/api/search?q=siege&format=geojson');
    const { id, passages } = features.find((feature) => feature.properties.kind === 'city').properties;
    const before = await page.locator(marks).count();
    const at = await middleOf(mark(page, id));
    const timeline = page.waitForResponse(/\/api\/timeline.*place=/);
    await page.mouse.click(at.x, at.y);
    await page.waitForURL(/place=/);
    await settled(page);
    await (await timeline).finished();
    await page.waitForTimeout(100); // the timeline above is drawn anew
    assert.deepEqual(await middleOf(mark(page, id)), at, 'the circle stays under the pointer');
    assert.deepEqual(parameters(page).getAll('place'), [id]);
    assert.equal(await totalShown(page), passages);
    await page.locator(`#map .map-mark.selected[data-id="${id}"]`).waitFor();
    assert.equal(await mark(page, id).getAttribute('aria-pressed'), 'true');
    assert.equal(await page.locator(marks).count(), before);
    await page.mouse.click(at.x, at.y);
    await page.waitForURL((url) => !url.searchParams.has('place'));
  }));

test('the first view has most of the places in it, and circles lie where their places are', () =>
  site.visit('/?q=', {}, async (page) => {
    await map(page);
    const at = async (id) => middleOf(mark(page, id));
    const [homs, palmyra, aleppo] = [await at('sy-homs'), await at('sy-palmyra'), await at('sy-aleppo')];
    assert.ok(homs.x < palmyra.x, 'Homs lies west of Palmyra');
    assert.ok(aleppo.y < homs.y, 'Aleppo lies north of Homs');
    const [, places, outside] = /^(\d+) places, (\d+) of them outside/.exec(await page.locator('.map-notes').innerText());
    assert.ok(outside < places / 5);
    const { features } = await answer(page, '/api/search?format=geojson');
    assert.equal(Number(places), features.length);
    await page.getByRole('button', { name: 'Show all places' }).click();
    await page.waitForFunction(() => !/outside/.test(document.querySelector('.map-notes').textContent));
  }));

test('a drag pans and selects nothing; the wheel with Ctrl and the buttons zoom', () =>
  site.visit('/?q=siege', {}, async (page) => {
    await map(page);
    const palmyra = () => middleOf(mark(page, 'sy-palmyra'));
    const before = await palmyra();
    await page.mouse.move(before.x, before.y);
    await page.mouse.down();
    await page.mouse.move(before.x + 40, before.y + 25, { steps: 5 });
    await page.mouse.up();
    await page.waitForTimeout(100);
    const panned = await palmyra();
    assert.ok(Math.abs(panned.x - before.x - 40) < 2 && Math.abs(panned.y - before.y - 25) < 2, JSON.stringify([before, panned]));
    assert.equal(parameters(page).has('place'), false);

    const width = async () => (await page.locator('#map-land').boundingBox()).width;
    const unzoomed = await width();
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await page.waitForTimeout(100);
    const closer = await width();
    assert.ok(closer > unzoomed * 1.5);
    const under = await palmyra();
    await page.mouse.move(under.x, under.y);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, 200);
    await page.keyboard.up('Control');
    await page.waitForTimeout(100);
    assert.ok((await width()) < closer);
    const kept = await palmyra();
    assert.ok(Math.hypot(kept.x - under.x, kept.y - under.y) < 2, 'what is under the pointer stays there');
  }));

test('two fingers zoom the map', () => site.visit('/?q=siege', { hasTouch: true }, async (page) => {
  await map(page);
  const width = async () => (await page.locator('#map-land').boundingBox()).width;
  const before = await width();
  const { x, y } = await middleOf(page.locator('.map-surface'));
  const session = await page.context().newCDPSession(page);
  const touch = (type, apart) => session.send('Input.dispatchTouchEvent', {
    type, touchPoints: apart === null ? [] : [{ x: x - apart, y, id: 0 }, { x: x + apart, y, id: 1 }],
  });
  await touch('touchStart', 20);
  for (const apart of [30, 40, 50, 60]) await touch('touchMove', apart);
  await touch('touchEnd', null);
  await page.waitForTimeout(100);
  assert.ok((await width()) > 2 * before);
  assert.equal(parameters(page).has('place'), false);
}));

test('without a mouse: Tab to the most frequent, arrows to the next, Enter selects and the focus stays', () =>
  site.visit('/?q=siege', {}, async (page) => {
    await map(page);
    assert.equal(await page.locator('#map .map-mark[tabindex="0"]').count(), 1);
    await page.locator('#map .map-mark[tabindex="0"]').focus();
    const focused = () => page.evaluate(() => document.activeElement.dataset.id);
    const first = await focused();
    await page.keyboard.press('ArrowRight');
    const second = await focused();
    assert.notEqual(second, first);
    assert.match(await page.locator('.map-tip').innerText(), /passage/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/place=/);
    await settled(page);
    assert.deepEqual(parameters(page).getAll('place'), [second]);
    await page.locator('#map .map-mark.selected').waitFor();
    assert.equal(await focused(), second);
  }));

test('the list has every place with its counts and selects as the map does', () =>
  site.visit('/?q=siege', {}, async (page) => {
    await map(page);
    await page.locator('.map-list summary').click();
    const { features } = await answer(page, '/api/search?q=siege&format=geojson');
    await page.locator('.map-list li').first().waitFor();
    assert.equal(await page.locator('.map-list li').count(), features.length);
    const counted = page.waitForResponse(/format=geojson/);
    await page.locator('.map-list li', { hasText: /^Iraq country/ }).getByRole('button').click();
    await page.waitForURL(/place=iq/);
    await counted;
    await page.waitForFunction(() => document.activeElement.dataset.id === 'iq', null, { timeout: 2000 });
    await page.locator('#map .map-country.selected').first().waitFor({ state: 'attached' });
  }));

test('places on both sides of the date line lie side by side', () =>
  site.visit('/?q=', {}, async (page) => {
    const feature = (id, longitude) => ({
      type: 'Feature', id, geometry: { type: 'Point', coordinates: [longitude, -17] },
      properties: { id, name: id, kind: 'town', country: 'FJ', parent: null, passages: 3, articles: 2 },
    });
    await page.route('**/api/search?*format=geojson*', (route) => route.fulfill({
      json: { type: 'FeatureCollection', features: [feature('west', 178), feature('east', -178)], total_passages: 3 },
    }));
    await page.fill('#query', 'siege');
    await page.keyboard.press('Enter');
    await mark(page, 'east').waitFor();
    const [west, east] = [await middleOf(mark(page, 'west')), await middleOf(mark(page, 'east'))];
    assert.ok(east.x > west.x && east.x - west.x < 400, JSON.stringify([west, east]));
  }));

test('names of places are text, whatever they say, and those from right to left have their circle', () =>
  site.visit('/?q=', {}, async (page) => {
    const names = ['<img src=x>', 'دير الزور', '\u202eabc'];
    const features = names.map((name, i) => ({
      type: 'Feature', id: `p${i}`, geometry: { type: 'Point', coordinates: [40 + 2 * i, 35 - i] },
      properties: { id: `p${i}`, name, kind: 'town', country: 'SY', parent: null, passages: 9 - i, articles: 2 },
    }));
    await page.route('**/api/search?*format=geojson*', (route) => route.fulfill({
      json: { type: 'FeatureCollection', features, total_passages: 9 },
    }));
    await page.fill('#query', 'siege');
    await page.keyboard.press('Enter');
    await mark(page, 'p2').waitFor();
    assert.deepEqual(await page.locator('#map .map-name').allTextContents(), names);
    assert.equal(await page.locator('#map img').count(), 0);
    await page.locator('.map-list summary').click();
    await mark(page, 'p0').hover();
    assert.match(await page.locator('.map-tip').innerText(), /<img src=x/);
  }));

const isPlaces = (url) => url.searchParams.get('format') === 'geojson';
const clear = (page) => page.getByRole('button', { name: 'Clear places' });

/** Holds the answers with places back until the returned function is called. */
async function holdPlaces(page) {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route(isPlaces, async (route) => {
    await held;
    await route.continue().catch(() => {}); // nobody waits for it any more
  });
  return release;
}

test('before the first answer the map says nothing of places, has no empty list and offers nothing to clear', () =>
  site.visit('/', {}, async (page) => {
    const release = await holdPlaces(page);
    await page.goto(`${site.url}/?q=siege`);
    await settled(page);
    await page.locator('#map .map-country').first().waitFor({ state: 'attached' });
    await page.setViewportSize({ width: 1400, height: 900 }); // the map is drawn anew
    await page.waitForTimeout(200);
    assert.equal(await page.locator('.map-notes').innerText(), '');
    assert.equal(await page.locator('.map-list').isVisible(), false);
    assert.equal(await clear(page).isVisible(), false);
    release();
    await page.waitForFunction(() => /^\d+ places/.test(document.querySelector('.map-notes').textContent));
    assert.ok(await page.locator('.map-list').isVisible());
    assert.equal(await clear(page).isVisible(), false);
  }));

test('"Clear places" goes with the last place, before any answer has come', () =>
  site.visit('/?q=siege&place=sy-palmyra', {}, async (page) => {
    await map(page);
    assert.ok(await clear(page).isVisible());
    await page.route('**/api/search?*', () => {}); // no answer at all
    await page.getByRole('button', { name: 'Remove the filter Place: Palmyra' }).click();
    await page.waitForURL((url) => !url.searchParams.has('place'));
    assert.equal(await clear(page).isVisible(), false);
    assert.equal(await page.locator('#map .selected').count(), 0);
  }));

test('places that cannot be had are said so instead of those of an earlier search, and are asked for again', () =>
  site.visit('/?q=siege', { expectedProblems: /Failed to load/ }, async (page) => {
    await map(page);
    await page.route(isPlaces, (route) => route.fulfill({ status: 500, json: { error: { code: 'internal', message: 'Odd.' } } }));
    await page.fill('#query', 'mayadin');
    await page.keyboard.press('Enter');
    await page.locator('.map-error', { hasText: 'No map: Odd.' }).waitFor();
    assert.equal(await page.locator('.map-notes').innerText(), '');
    assert.equal(await page.locator(marks).count(), 0);
    await page.unroute(isPlaces);
    await page.locator('.map-error').getByRole('button', { name: 'Try again' }).press('Enter');
    await map(page);
    assert.equal(await page.locator('.map-error').isVisible(), false);
    assert.equal(await page.evaluate(() => document.activeElement.closest('.map-list') !== null), true);
  }));

for (const colorScheme of ['light', 'dark'])
  test(`no accessibility rule is broken, ${colorScheme}`, () =>
    site.visit('/?q=siege&place=sy-palmyra', { colorScheme }, async (page) => {
      await map(page);
      await page.locator('.map-list summary').click();
      assert.deepEqual(await accessibilityViolations(page), []);
    }));
