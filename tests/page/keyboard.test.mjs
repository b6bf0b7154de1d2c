// The page without a mouse.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchFor, settled, startSite } from './support.mjs';

const site = await startSite();
const focusedHit = (page) =>
  page.evaluate(() => [...document.querySelectorAll('.hit')].indexOf(document.activeElement.closest('.hit')));

test('a search is made, a hit opened and the next page shown with keys alone', () => site.visit('/?q=isis', {}, async (page) => {
  await page.keyboard.press('/');
  await page.keyboard.type('mayadin'); // what was there is selected, so that typing replaces it
  await page.keyboard.press('Enter');
  await settled(page);
  assert.equal(await page.inputValue('#query'), 'mayadin');
  await page.keyboard.press('j');
  assert.equal(await focusedHit(page), 0);
  await page.keyboard.press('j');
  await page.keyboard.press('ArrowDown');
  assert.equal(await focusedHit(page), 2);
  await page.keyboard.press('k');
  await page.keyboard.press('ArrowUp');
  assert.equal(await focusedHit(page), 0);
  await page.keyboard.press('n');
  await settled(page);
  assert.equal(await page.locator('#pages span').innerText(), '21–40 of 62');
  await page.keyboard.press('p');
  await settled(page);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  assert.equal(new URL(page.url()).searchParams.get('passage'), await page.locator('.hit').first().getAttribute('data-passage'));
}));

test('letters typed into a field are letters', () => site.visit('/', {}, async (page) => {
  await page.locator('#query').pressSequentially('j/k?');
  assert.equal(await page.inputValue('#query'), 'j/k?');
  assert.equal(await page.locator('#help').getAttribute('open'), null);
}));

test('help opens and closes, and the focus goes back', () => site.visit('/?q=isis', {}, async (page) => {
  await page.keyboard.press('j');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Help' }).waitFor();
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.getElementById('help').open);
  assert.equal(await focusedHit(page), 0);
}));

test('single letters can be turned off', () => site.visit('/?q=isis', {}, async (page) => {
  await page.keyboard.press('?');
  await page.getByLabel('Single letters work as keys').uncheck();
  await page.keyboard.press('Escape');
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('j');
  assert.equal(await focusedHit(page), -1);
}));

test('the first stop of the tabulator is the way to the results', () => site.visit('/?q=isis', {}, async (page) => {
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Skip to the results');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'results');
}));

test('Escape closes the completions and keeps what was typed', () => site.visit('/', {}, async (page) => {
  await page.locator('#query').pressSequentially('raq');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Escape');
  assert.ok(await page.locator('#completions').isHidden());
  assert.equal(await page.inputValue('#query'), 'raq');
}));

test('what has the focus shows it', () => site.visit('/?q=isis', {}, async (page) => {
  await searchFor(page, 'mayadin');
  for (let stop = 0; stop < 40; ++stop) {
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.notEqual(outline, 'none', await page.evaluate(() => document.activeElement.outerHTML.slice(0, 200)));
  }
}));
