// Where the focus is after a filter was set or taken away: on the control that was used, or beside where it was.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosenValues, settled, startSite } from './support.mjs';

const site = await startSite();
const isSearch = (url) => url.pathname === '/api/search' && !url.searchParams.has('format');
const chipOf = (page, name) => page.getByRole('button', { name: `Remove the filter ${name}` });

/** What has the focus: its key, else its label, its text, the id or the name of the element. */
function focused(page) {
  return page.evaluate(() => {
    const { dataset, ariaLabel, innerText, id, localName } = document.activeElement;
    return dataset.key ?? dataset.id ?? (ariaLabel || (id === 'results' ? id : innerText) || localName);
  });
}

/** Presses a control by key. The next answer is drawn when this is over. */
async function press(page, control, key = 'Enter') {
  await control.focus();
  const answered = page.waitForResponse((response) => isSearch(new URL(response.url())));
  await page.keyboard.press(key);
  await answered;
  await settled(page);
}

test('a value found by a part of its name keeps the focus when it is chosen, and when it is taken away again',
  () => site.visit('/?q=isis', {}, async (page) => {
    const row = page.locator('.facet.place .facet-search .value').filter({ hasText: 'Deir Hafer' });
    await page.getByLabel('Find in Places').fill('deir');
    for (const chosen of [true, false]) {
      const foundAgain = page.waitForResponse(/\/api\/facets/);
      await press(page, row.locator('input'), 'Space');
      await foundAgain;
      await page.waitForFunction((expected) => document.activeElement.checked === expected, chosen);
      assert.equal(await focused(page), 'place sy-deir-hafer');
    }
  }));

test('a value found by a part of its name hands on the focus when it is excluded', () => site.visit('/?q=isis', {}, async (page) => {
  const rows = page.locator('.facet.place .facet-search .value');
  await page.getByLabel('Find in Places').fill('deir');
  await rows.first().waitFor();
  const foundAgain = page.waitForResponse(/\/api\/facets/);
  await press(page, rows.first().locator('.exclude'));
  await foundAgain;
  await page.waitForTimeout(100); // what was found is drawn
  assert.match(await focused(page), /^not place |^Find in Places$/);
}));

test('an excluded value that goes from the tree leaves the focus with its neighbour', () => site.visit('/?q=isis', {}, async (page) => {
  const controls = page.locator('.facet.actor .exclude');
  const excluded = await controls.nth(1).getAttribute('data-key');
  await press(page, controls.nth(1));
  assert.equal((await chosenValues(page)).length, 1);
  const next = await controls.nth(1).getAttribute('data-key');
  assert.notEqual(next, excluded);
  assert.equal(await focused(page), next);
}));

test('removed filters leave the focus with the next, the last with the results',
  () => site.visit('/?q=isis&place=sy-mayadin&actor=sdf&not-place=iq', {}, async (page) => {
    await press(page, chipOf(page, 'Place: al-Mayadin'));
    assert.equal(await focused(page), 'place iq');
    await press(page, chipOf(page, 'Actor: Syrian Democratic Forces'));
    assert.equal(await focused(page), 'place iq');
    await press(page, chipOf(page, 'Place: not Iraq'));
    assert.deepEqual(await chosenValues(page), []);
    assert.equal(await focused(page), 'results');
  }));

test('on a narrow page the filters stay in sight while they are chosen from', () => site.visit('/?q=isis', { width: 360 }, async (page) => {
  await page.locator('#filters-toggle').click();
  const box = page.locator('.facet.actor .value').filter({ hasText: 'Syrian Arab Army' }).first().locator('input');
  await box.scrollIntoViewIfNeeded();
  await page.waitForTimeout(300); // scrolled, and noted
  const before = await page.evaluate(() => scrollY);
  assert.ok(before > 0);
  const answered = page.waitForResponse((response) => isSearch(new URL(response.url())));
  await box.click();
  await answered;
  await settled(page);
  const { y } = await box.boundingBox();
  assert.ok(y >= 0 && y < 800, `${y}`);
  await page.locator('#filters-toggle').click();
  await page.getByRole('button', { name: 'Remove the filter Actor: Syrian Arab Army' }).click();
  await settled(page);
  assert.equal(await page.evaluate(() => scrollY), 0);
}));

test('"Remove all" leads to the results', () => site.visit('/?q=isis&place=sy-mayadin&not-actor=sdf', {}, async (page) => {
  await press(page, page.getByRole('button', { name: 'Remove all' }));
  assert.equal(await focused(page), 'results');
}));

test('what a hit names keeps the focus when it filters, behind "more" too', () => site.visit('/?q=isis', {}, async (page) => {
  const long = page.locator('.hit .names ul').filter({ has: page.getByRole('button', { name: /^\d+ more$/ }) }).first();
  const more = long.getByRole('button', { name: /^\d+ more$/ });
  await more.click();
  const name = page.locator('.hit .name:focus');
  const key = await name.getAttribute('data-key');
  await press(page, name);
  assert.equal(await focused(page), key);
  assert.equal(await name.getAttribute('aria-pressed'), 'true');
  await press(page, name);
  assert.match(await focused(page), new RegExp(`^${key.split(' ')[0]}( |$)`), 'the same hit has it');
}));

test('a name of a hit that is no longer listed leads to the results', () => site.visit('/?q=isis', {}, async (page) => {
  await page.route(isSearch, async (route) => {
    const answer = await (await route.fetch()).json();
    await route.fulfill({ json: { ...answer, hits: answer.hits.slice(-1) }, headers: { 'Furat-Total-Hits': '1' } });
  });
  await press(page, page.locator('.hit .name').first());
  assert.equal(await page.locator('.hit').count(), 1);
  assert.equal(await focused(page), 'results');
}));

test('"More" keeps the focus while there are more, then gives it to a value that is new', () => site.visit('/', {}, async (page) => {
  const place = page.locator('.facet.place');
  const keys = () => place.locator('.value input').evaluateAll((boxes) => boxes.map((box) => box.dataset.key));
  const more = place.getByRole('button', { name: /^More of/ });
  for (let before = await keys(); ; before = await keys()) {
    await press(page, more);
    await page.waitForFunction((count) => document.querySelectorAll('.facet.place .value').length > count, before.length);
    if (await more.isVisible()) {
      assert.match(await focused(page), /^More of/);
      continue;
    }
    assert.ok((await keys()).includes(await focused(page)));
    assert.ok(!before.includes(await focused(page)));
    return;
  }
}));

test('a way out of an empty list leads to the results', () => site.visit('/?q=mayadin&actor=none&place=none', {}, async (page) => {
  await press(page, page.getByRole('button', { name: 'Search without the filters' }));
  assert.ok(await page.locator('.hit').first().isVisible());
  assert.equal(await focused(page), 'results');
}));

test('a search that fails takes the focus to the results with the filters, and "Try again" keeps it there',
  () => site.visit('/?q=isis', { expectedProblems: /Failed to load/ }, async (page) => {
    await page.route(isSearch, (route) => route.fulfill({ status: 500, json: { error: { code: 'internal', message: 'No.' } } }));
    await press(page, page.locator('.facet.place .value input').first(), 'Space');
    assert.equal(await focused(page), 'results');
    await page.unroute(isSearch);
    await press(page, page.getByRole('button', { name: 'Try again' }));
    assert.equal(await focused(page), 'results');
  }));

test('"Clear places" and "Clear dates" leave the focus in the map and in the timeline',
  () => site.visit('/?q=siege&place=sy-palmyra&date=2016', {}, async (page) => {
    await page.locator('#map .map-mark').first().waitFor();
    await press(page, page.getByRole('button', { name: 'Clear places' }));
    assert.equal(await focused(page), 'As a list');
    assert.ok(await page.evaluate(() => document.activeElement.closest('#map') !== null));
    await page.locator('.timeline-bar').first().waitFor();
    await press(page, page.getByRole('button', { name: 'Clear dates' }));
    assert.equal(await focused(page), 'From');
  }));

test('"Zoom to selection" hands the focus to "Whole time"', () => site.visit('/?q=siege&date=2016', {}, async (page) => {
  await page.locator('.timeline-bar').first().waitFor();
  await page.getByRole('button', { name: 'Zoom to selection' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Zoom to selection' }).waitFor({ state: 'hidden' });
  assert.equal(await focused(page), 'Whole time');
}));
