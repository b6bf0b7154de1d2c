// Searching: the box and its completions, filters, order, pages, the export.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { chosenValues, searchFor, settled, startSite, totals } from './support.mjs';

const site = await startSite();
const facetBox = (page, dimension, name) =>
  page.locator(`.facet.${dimension} .value`).filter({ hasText: name }).first().locator('input');
const addressOf = (page) => new URL(page.url()).search;

test('a search shows hits with marks, and its address is the query', () => site.visit('/', {}, async (page) => {
  await searchFor(page, 'mayadin');
  assert.equal(addressOf(page), '?q=mayadin');
  assert.match(await totals(page), /^62 passages in 33 articles/);
  assert.equal(await page.locator('.hit').count(), 20);
  assert.ok((await page.locator('.hit mark').allInnerTexts()).includes('Mayadin'));
  assert.equal(await page.title(), 'mayadin · Furat');
  assert.match(await page.locator('#announcement').innerText(), /^62 passages/);
}));

test('marks are where the bytes say, in Arabic text too', () => site.visit('/?q=دير الزور', {}, async (page) => {
  const marks = await page.locator('.hit').first().locator('mark').allInnerTexts();
  assert.deepEqual(new Set(marks), new Set(['دير الزور']));
}));

test('a name taken from the completions becomes a filter, the other words stay', () => site.visit('/', {}, async (page) => {
  await page.locator('#query').pressSequentially('siege raqq');
  const option = page.getByRole('option').filter({ hasText: /^Raqqa place/ });
  await option.waitFor();
  assert.equal(await page.locator('#query').getAttribute('aria-expanded'), 'true');
  await page.keyboard.press('ArrowDown');
  const active = page.locator('[role=option][aria-selected=true]');
  assert.equal(await page.locator('#query').getAttribute('aria-activedescendant'), await active.getAttribute('id'));
  await option.click();
  await settled(page);
  assert.equal(addressOf(page), '?q=siege&place=sy-raqqa');
  assert.deepEqual(await chosenValues(page), ['Place: Raqqa']);
  assert.ok(await facetBox(page, 'place', 'Raqqa,').isChecked());
}));

test('a word taken from the completions completes the query', () => site.visit('/', {}, async (page) => {
  await page.locator('#query').pressSequentially('oil refin');
  await page.getByRole('option').filter({ hasText: /^oil refin/ }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  const word = await page.locator('[aria-selected=true] bdi').innerText();
  await page.keyboard.press('Enter');
  await settled(page);
  assert.match(word, /^oil refin\w+/);
  assert.equal(await page.inputValue('#query'), word);
}));

test('values of a facet are chosen together, their siblings stay listed, and the counts are those of the hits',
  () => site.visit('/?q=isis', {}, async (page) => {
    const row = page.locator('.facet.place .value').filter({ hasText: 'Abu Kamal' }).first();
    const count = Number(await row.locator('.number').first().innerText());
    await row.locator('input').check();
    await settled(page);
    assert.match(await totals(page), new RegExp(`^${count} passages`));
    await facetBox(page, 'place', 'al-Mayadin').check();
    await settled(page);
    assert.equal(addressOf(page), '?q=isis&place=sy-abu-kamal&place=sy-mayadin');
    assert.deepEqual(await chosenValues(page), ['Place: Abu Kamal', 'Place: al-Mayadin']);
    assert.ok(await page.locator('.facet.place .value').filter({ hasText: 'Iraq' }).first().isVisible());
    await page.goBack();
    await settled(page);
    assert.deepEqual(await chosenValues(page), ['Place: Abu Kamal']);
    assert.ok(!await facetBox(page, 'place', 'al-Mayadin').isChecked());
  }));

test('the focus stays on the value that was chosen', () => site.visit('/?q=isis', {}, async (page) => {
  await facetBox(page, 'actor', 'Government of Syria').focus();
  await page.keyboard.press('Space');
  await settled(page);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.key), 'actor syrian-government');
}));

test('what was typed and not searched for yet stays when a filter is set', () => site.visit('/?q=isis', {}, async (page) => {
  await page.fill('#query', 'isis oil');
  await facetBox(page, 'place', 'al-Mayadin').check();
  await settled(page);
  assert.equal(await page.inputValue('#query'), 'isis oil');
  assert.equal(addressOf(page), '?q=isis&place=sy-mayadin');
}));

test('a value is excluded, and its chip takes that back', () => site.visit('/?q=isis', {}, async (page) => {
  const before = await totals(page);
  await page.locator('.facet.place .value').filter({ hasText: 'Iraq' }).first().hover();
  await page.getByRole('button', { name: 'Exclude Iraq', exact: true }).click();
  await settled(page);
  assert.equal(addressOf(page), '?q=isis&not-place=iq');
  assert.deepEqual(await chosenValues(page), ['Place: not Iraq']);
  assert.notEqual(await totals(page), before);
  await page.getByRole('button', { name: 'Remove the filter Place: not Iraq' }).click();
  await settled(page);
  assert.equal(await totals(page), before);
}));

test('passages without a value are a value', () => site.visit('/?q=isis', {}, async (page) => {
  await facetBox(page, 'place', 'no place').check();
  await settled(page);
  assert.deepEqual(await chosenValues(page), ['Place: no place']);
  assert.match(await totals(page), /^4 passages/);
}));

test('a name typed into the address is the value that it names', () => site.visit('/?place=Raqqa', {}, async (page) => {
  assert.deepEqual(await chosenValues(page), ['Place: Raqqa']);
  await facetBox(page, 'place', 'Raqqa,').uncheck();
  await settled(page);
  assert.equal(addressOf(page), '');
}));

test('values are found by a part of their names, and more of them are listed', () => site.visit('/', {}, async (page) => {
  const place = page.locator('.facet.place');
  const listed = await place.locator('.value').count();
  await page.getByLabel('Find in Places').fill('deir');
  await place.locator('.path').first().waitFor();
  const names = await place.locator('.value:visible label bdi:first-child').allInnerTexts();
  assert.ok(names.includes('Deir Hafer'), names.join());
  const sizes = await place.locator('.value:visible input').evaluateAll((boxes) => boxes.map((box) => box.getBoundingClientRect().width));
  assert.deepEqual(new Set(sizes), new Set([16])); // they were as wide as the field, or not there at all
  await page.getByLabel('Find in Places').press('Escape');
  await place.getByRole('button', { name: /^More of/ }).click();
  await page.waitForFunction((before) => document.querySelectorAll('.facet.place .value').length > before, listed);
}));

test('what a hit names filters', () => site.visit('/?q=mayadin', {}, async (page) => {
  await page.locator('.hit .names.actor .name').filter({ hasText: 'Islamic State' }).first().click();
  await settled(page);
  assert.equal(addressOf(page), '?q=mayadin&actor=isis');
  assert.equal(await page.locator('.hit .names.actor .name[aria-pressed=true]').first().innerText(), 'Islamic State');
}));

test('a time is typed, and read as one', () => site.visit('/?q=mayadin', {}, async (page) => {
  await page.getByLabel('Another time (Date)').fill('2017-10..2017-11');
  await page.keyboard.press('Enter');
  await settled(page);
  assert.deepEqual(await chosenValues(page), ['Date: 2017-10..2017-11']);
  await page.getByLabel('Dates that').selectOption('within');
  await settled(page);
  assert.equal(addressOf(page), '?q=mayadin&date=2017-10..2017-11&date-mode=within');
}));

test('order, grouping and copies are part of the search', () => site.visit('/?q=mayadin', {}, async (page) => {
  await page.getByLabel('Order').selectOption('published');
  await settled(page);
  const days = await page.locator('.origin time').allInnerTexts();
  assert.deepEqual(days, [...days].sort().reverse());
  await page.getByLabel('without copies').check();
  await settled(page);
  assert.equal(addressOf(page), '?q=mayadin&sort=published&unique=true');
}));

for (const group of ['passage', 'article'])
  test(`without copies as many hits are said to be found as are listed: each ${group}`, () =>
    site.visit(`/?q=isis&group=${group}&unique=true`, {}, async (page) => {
      const said = /^(\d+) (passage|article)s without copies, of (\d+) passages in (\d+) articles/.exec(await totals(page));
      assert.ok(said, await totals(page));
      const [, count, noun, passages, articles] = said;
      assert.equal(noun, group);
      assert.ok(Number(count) < Number(group === 'article' ? articles : passages));
      assert.equal(await page.locator('#announcement').innerText(), await totals(page));
      let listed = await page.locator('.hit').count();
      for (const next = page.getByRole('link', { name: 'Next' }); await next.count() > 0; listed += await page.locator('.hit').count()) {
        assert.match(await page.locator('#pages span').innerText(), new RegExp(`of ${count}$`));
        await next.click();
        await settled(page);
      }
      assert.equal(listed, Number(count));
      await page.getByText('Export').click();
      assert.ok((await page.locator('.menu-body p').first().innerText()).startsWith(`All ${count} ${group}s`));
    }));

test('hits are paged through, and the last page ends the list', () => site.visit('/?q=mayadin', {}, async (page) => {
  for (const shown of ['21–40 of 62', '41–60 of 62', '61–62 of 62']) {
    await page.getByRole('link', { name: 'Next' }).click();
    await settled(page);
    assert.equal(await page.locator('#pages span').innerText(), shown);
  }
  assert.equal(await page.getByRole('link', { name: 'Next' }).count(), 0);
  assert.equal(await page.evaluate(() => scrollY), 0);
}));

test('the rank of a hit is explained when it is asked for', () => site.visit('/?q=mayadin', {}, async (page) => {
  await page.locator('.why summary').first().click();
  assert.match(await page.locator('.score li').first().innerText(), /^\d+\.\d\d\s+\S/);
}));

test('a misspelled query says what it was read as, and nothing found says what helps', async () => {
  await site.visit('/?q=myadin', {}, async (page) => {
    assert.match(await page.locator('.notes').innerText(), /myadin: read as al-Mayadin, by its sound/);
  });
  await site.visit('/?q=zzqqxx&place=sy-raqqa', {}, async (page) => {
    await page.getByRole('heading', { name: 'Nothing found' }).waitFor();
    await page.getByRole('button', { name: 'Search without the filters' }).click();
    await settled(page);
    assert.equal(addressOf(page), '?q=zzqqxx');
  });
});

test('an export holds all hits of the search', () => site.visit('/?q=mayadin&not-place=iq', {}, async (page) => {
  const found = Number((await totals(page)).split(' ')[0]);
  const exported = async (label) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: label, exact: true }).click()]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
  };
  await page.getByText('Export').click();
  const json = await exported('JSON');
  assert.equal(json.name, 'furat-mayadin.json');
  assert.equal(JSON.parse(json.text).hits.length, found);
  const csv = await exported('Table (CSV)');
  assert.match(csv.text, /^rank,score,passage,/);
  assert.equal(csv.text.match(/^\d+,/gm).length, found);
}));

test('an export that the server cut says so', () => site.visit('/?q=mayadin', {}, async (page) => {
  await page.route((url) => url.searchParams.get('format') === 'csv', (route) => route.fulfill({
    headers: { 'Furat-Hits': '10', 'Furat-Total-Hits': '62' }, contentType: 'text/csv', body: 'rank\n1\n',
  }));
  await page.getByText('Export').click();
  await page.getByRole('button', { name: 'Table (CSV)' }).click();
  await page.getByText('the first 10 of 62').waitFor();
}));
