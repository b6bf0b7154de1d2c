// Permalinks: the address is the query. Reload, back and forward restore what was shown.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosenValues, searchFor, settled, startSite, totals } from './support.mjs';

const site = await startSite();
const everything = '/?q=isis&place=sy-deir-ez-zor&not-actor=sdf&date=2017&date-mode=within&sort=date&group=article&match=any&unique=true';

test('an address restores the search it was copied from', () => site.visit(everything, {}, async (page) => {
  assert.equal(await page.inputValue('#query'), 'isis');
  assert.equal((await chosenValues(page)).length, 3);
  for (const [label, value] of [['Order', 'date'], ['Show', 'article'], ['With', 'any'], ['Dates that', 'within']]) {
    assert.equal(await page.getByLabel(label, { exact: true }).inputValue(), value);
  }
  assert.ok(await page.getByLabel('without copies').isChecked());
  const shown = [await totals(page), await page.locator('.hit a.title').allInnerTexts()];
  await page.reload();
  await settled(page);
  assert.deepEqual([await totals(page), await page.locator('.hit a.title').allInnerTexts()], shown);
  assert.equal(new URL(page.url()).search, everything.slice(1));
}));

test('filters without a control are shown, kept and can be taken away',
  () => site.visit('/?q=isis&near=sy-raqqa&within=50km', {}, async (page) => {
    assert.deepEqual(await chosenValues(page), ['Near: sy-raqqa', 'Within: 50km']);
    await page.getByLabel('Order').selectOption('date');
    await settled(page);
    assert.match(page.url(), /near=sy-raqqa&within=50km/);
    await page.getByRole('button', { name: 'Remove the filter Near: sy-raqqa' }).click();
    await settled(page);
    assert.deepEqual(await chosenValues(page), []);
  }));

test('what an address has that is none of the search is left out', () => site.visit('/?q=isis&utm_source=x&sort=chance&offset=-3', {},
  async (page) => assert.match(await totals(page), /^146 passages/)));

test('back and forward restore the search and how far it was scrolled', () => site.visit('/?q=isis', {}, async (page) => {
  await page.evaluate(() => window.scrollTo(0, 900));
  await page.waitForFunction(() => history.state?.scroll === 900);
  await searchFor(page, 'raqqa');
  assert.equal(await page.evaluate(() => scrollY), 0);
  await page.goBack();
  await settled(page);
  await page.waitForFunction(() => scrollY === 900);
  assert.equal(await page.inputValue('#query'), 'isis');
  await page.goForward();
  await settled(page);
  assert.equal(await page.inputValue('#query'), 'raqqa');
  await page.goBack();
  await settled(page);
  await page.reload();
  await settled(page);
  await page.waitForFunction(() => scrollY === 900);
}));

test('the open passage is in the address, and the list stays where it is', () => site.visit('/?q=mayadin', {}, async (page) => {
  const requests = [];
  page.on('request', (request) => requests.push(new URL(request.url())));
  await page.locator('.hit a.title').nth(3).click();
  const passage = new URL(page.url()).searchParams.get('passage');
  assert.equal(await page.locator('.hit.open').getAttribute('data-passage'), passage);
  assert.ok(!requests.some(({ pathname, searchParams }) => pathname === '/api/search' && searchParams.has('facets')));
  await page.reload();
  await settled(page);
  assert.equal(await page.locator('.hit.open').getAttribute('data-passage'), passage);
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('.hit.open') === null);
}));

test('links of hits and pages can be opened in a tab of their own', () => site.visit('/?q=mayadin&sort=date', {}, async (page) => {
  const link = await page.locator('.hit a.title').first().getAttribute('href');
  assert.match(link, /^\?q=mayadin&sort=date&passage=/);
  assert.equal(await page.getByRole('link', { name: 'Next' }).getAttribute('href'), '?q=mayadin&sort=date&offset=20');
}));

test('the token leaves the address at once and comes with every request', () => site.visit('/?q=isis#token=s3cret', {}, async (page) => {
  assert.equal(new URL(page.url()).hash, '');
  const [request] = await Promise.all([
    page.waitForRequest((asked) => asked.url().includes('/api/search')),
    searchFor(page, 'raqqa'),
  ]);
  assert.equal(request.headers().authorization, 'Bearer s3cret');
}));
