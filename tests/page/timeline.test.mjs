// The timeline: bars, the brush by mouse, touch and keys, zoom, and what is said of times without a bar.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessibilityViolations, settled, startSite } from './support.mjs';

const site = await startSite();

async function timeline(page) {
  const view = page.locator('#timeline');
  await view.locator('.timeline-bar').first().waitFor();
  return view;
}

async function answer(page, path) {
  return page.evaluate((wanted) => fetch(wanted).then((response) => response.json()), path);
}

const parameters = (page) => new URL(page.url()).searchParams;

/** What is announced from now on: one sentence may follow another before a test could read it. */
function announcements(page) {
  return page.evaluateHandle(() => {
    const texts = [];
    const region = document.querySelector('#announcement');
    new MutationObserver(() => texts.push(region.textContent)).observe(region, { childList: true, characterData: true });
    return texts;
  });
}

async function totalShown(page) {
  return Number(/^[\d,]+/.exec(await page.locator('.totals').innerText())[0].replace(',', ''));
}

/** The middle of the bar with this id, in pixels of the page. */
async function barAt(page, id) {
  const { rows } = await answer(page, `/api/timeline?q=${parameters(page).get('q')}`);
  const buckets = rows.filter((row) => row.kind === 'bucket');
  const at = buckets.findIndex((row) => row.id === id);
  assert.notEqual(at, -1, `there is no bar ${id}`);
  const box = await page.locator('.timeline-bar').nth(at).boundingBox();
  const surface = await page.locator('.timeline-surface').boundingBox();
  return { x: box.x + box.width / 2, y: surface.y + surface.height / 2, row: buckets[at] };
}

async function drag(page, from, to) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, from.y, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

test('a bar that is clicked is the filter of its time, and finds as many passages as it shows', () =>
  site.visit('/?q=siege', {}, async (page) => {
    await timeline(page);
    const bar = await barAt(page, '2016');
    await page.mouse.click(bar.x, bar.y);
    await page.waitForURL(/date=2016/);
    await settled(page);
    assert.deepEqual(parameters(page).getAll('date'), ['2016']);
    assert.equal(parameters(page).get('date-mode'), 'within');
    assert.equal(await totalShown(page), bar.row.passages);
    await page.mouse.click(bar.x, bar.y);
    await page.waitForURL((url) => !url.searchParams.has('date'));
    assert.equal(parameters(page).get('date-mode'), null);
  }));

test('a stretch brushed by mouse and one set by keys are the same filter, which the API counts the same', () =>
  site.visit('/?q=siege', {}, async (page) => {
    await timeline(page);
    await drag(page, await barAt(page, '2015'), await barAt(page, '2017'));
    await page.waitForURL(/date=2015/);
    await settled(page);
    assert.deepEqual(parameters(page).getAll('date'), ['2015..2017']);
    const { total_passages: expected } = await answer(page, '/api/search?q=siege&date=2015..2017&date-mode=within');
    assert.equal(await totalShown(page), expected);
    assert.match(await page.locator('.timeline-selected').innerText(), /2015 to 2017/);
    const brushed = page.url();

    await page.getByRole('button', { name: 'Clear dates' }).click();
    await page.waitForURL((url) => !url.searchParams.has('date'));
    const [from, to] = [page.getByRole('slider', { name: 'From' }), page.getByRole('slider', { name: 'To' })];
    const announced = await announcements(page);
    await from.focus();
    for (let i = 0; i < 2; i += 1) await page.keyboard.press('ArrowRight');
    assert.match(await from.getAttribute('aria-valuetext'), /^2015: 5 passages in 5 articles/);
    await page.keyboard.press('Tab');
    assert.equal(await to.evaluate((handle) => handle === document.activeElement), true);
    for (let i = 0; i < 2; i += 1) await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page.waitForURL(brushed);
    assert.ok((await announced.evaluate((texts) => texts)).includes('Only 2015 to 2017'));
    assert.equal(await to.evaluate((handle) => handle === document.activeElement), true);
  }));

test('a finger brushes from side to side', () => site.visit('/?q=siege', { hasTouch: true }, async (page) => {
  await timeline(page);
  const [from, to] = [await barAt(page, '2014'), await barAt(page, '2016')];
  const session = await page.context().newCDPSession(page);
  const touch = (type, points) => session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  await touch('touchStart', [{ x: from.x, y: from.y }]);
  for (let i = 1; i <= 5; i += 1) await touch('touchMove', [{ x: from.x + ((to.x - from.x) * i) / 5, y: from.y }]);
  await touch('touchEnd', []);
  await page.waitForURL(/date=2014..2016/);
}));

test('the brush stays over its bars, those beside it stay, and Escape gives up a drag', () =>
  site.visit('/?q=siege&date=2015..2017&date-mode=within', {}, async (page) => {
    const view = await timeline(page);
    assert.equal(await view.locator('.timeline-bar').count(), 7);
    assert.equal(await view.locator('.timeline-bar.unselected').count(), 4);
    const before = page.url();
    const [from, to] = [await barAt(page, '2013'), await barAt(page, '2014')];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 4 });
    assert.match(await page.locator('.timeline-selected').innerText(), /2013 to 2014/);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    assert.match(await page.locator('.timeline-selected').innerText(), /2015 to 2017/);
    assert.equal(page.url(), before);
  }));

test('zooming to the selection shows finer bars, which are filters too; the whole time comes back', () =>
  site.visit('/?q=&date=2017&date-mode=within', {}, async (page) => {
    await timeline(page);
    await page.getByRole('button', { name: 'Zoom to selection' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.timeline-bar').length === 12);
    await page.getByText('As a table').click();
    const row = page.locator('.timeline-table tr', { hasText: 'September 2017' });
    const shown = Number(await row.locator('td').first().innerText());
    await row.getByRole('button').click();
    await page.waitForURL(/date=2017-09/);
    await settled(page);
    assert.equal(await totalShown(page), shown);
    assert.equal(await page.locator('.timeline-bar').count(), 12);
    await page.getByRole('button', { name: 'Whole time' }).click();
    await page.waitForFunction(() => /by the year/.test(document.querySelector('#timeline svg').getAttribute('aria-label')));
  }));

test('the other clock counts days of publication and sets their filter', () => site.visit('/?q=siege', {}, async (page) => {
  await timeline(page);
  await page.getByLabel('What time is counted').selectOption('published');
  await page.getByLabel('What a bar is').selectOption('year');
  await page.waitForFunction(() => /publication/.test(document.querySelector('#timeline svg').getAttribute('aria-label')));
  await page.getByText('As a table').click();
  const row = page.locator('.timeline-table tr.bucket').first();
  const [year, shown] = [await row.getByRole('button').innerText(), Number(await row.locator('td').first().innerText())];
  await row.getByRole('button').click();
  await page.waitForURL(/published=/);
  await settled(page);
  assert.deepEqual(parameters(page).getAll('published'), [year]);
  assert.equal(parameters(page).get('date-mode'), null);
  assert.equal(await totalShown(page), shown);
}));

test('what is known less closely stands beside the bars, what has none is said', () =>
  site.visit('/?q=siege', {}, async (page) => {
    const view = await timeline(page);
    const data = await answer(page, '/api/timeline?q=siege');
    assert.equal(await view.locator('.timeline-coarser').count(), data.rows.filter((row) => row.kind === 'coarser').length);
    const notes = await view.locator('.timeline-notes').innerText();
    assert.match(notes, new RegExp(`Shown: ${data.in_rows.passages} of ${data.total_passages} passages`));
    assert.match(notes, new RegExp(`${data.undated.passages} have no date`));
    await page.getByText('As a table').click();
    assert.match(await view.locator('tr.coarser th').first().innerText(), /^2010s, no year given$/);
  }));

test('a refused query shows its error there and breaks nothing else', () =>
  site.visit('/?q=siege', { expectedProblems: /the server responded with a status|Failed to load/ }, async (page) => {
    await timeline(page);
    await page.route('**/api/timeline*', (route) =>
      route.fulfill({ status: 503, contentType: 'application/json', body: '{"error":{"code":"busy","message":"too busy"}}' }));
    await page.getByLabel('What a bar is').selectOption('month');
    await page.locator('.timeline-error', { hasText: 'too busy' }).waitFor();
    assert.ok((await page.locator('.hit').count()) > 0);
  }));

test('before the first answer, and after one that failed, the timeline offers nothing and says nothing of times', () =>
  site.visit('/', { expectedProblems: /Failed to load/ }, async (page) => {
    let refuse;
    const held = new Promise((resolve) => { refuse = resolve; });
    await page.route('**/api/timeline?*', async (route) => {
      await held;
      await route.fulfill({ status: 500, json: { error: { code: 'internal', message: 'Odd.' } } });
    });
    await page.goto(`${site.url}/?q=siege`);
    await settled(page);
    await page.locator('#timeline h2').waitFor();
    const offered = () => page.locator('#timeline').locator('button, summary').locator('visible=true').allInnerTexts();
    assert.deepEqual(await offered(), []);
    refuse();
    await page.locator('.timeline-error', { hasText: 'No timeline: Odd.' }).waitFor();
    assert.deepEqual(await offered(), ['Try again']);
    assert.equal(await page.locator('.timeline-notes').innerText(), '');
    await page.unroute('**/api/timeline?*');
    await page.locator('.timeline-error').getByRole('button', { name: 'Try again' }).press('Enter');
    await timeline(page);
    assert.deepEqual(await offered(), ['As a table']);
  }));

for (const colorScheme of ['light', 'dark'])
  test(`no accessibility rule is broken, ${colorScheme}`, () =>
    site.visit('/?q=&date=2017', { colorScheme, reducedMotion: 'reduce' }, async (page) => {
      await timeline(page);
      await page.getByText('As a table').click();
      assert.deepEqual(await accessibilityViolations(page), []);
    }));

test('a late answer does not win over the unit that was chosen meanwhile', () => site.visit('/?q=siege', {}, async (page) => {
  await timeline(page);
  await page.route((url) => url.pathname === '/api/timeline' && url.searchParams.get('q') === 'oil', async (route) => {
    if (!new URL(route.request().url()).searchParams.has('by')) await new Promise((resolve) => setTimeout(resolve, 800));
    await route.continue().catch(() => {}); // given up
  });
  const asked = page.waitForRequest((request) => request.url().includes('/api/timeline?q=oil'));
  await page.fill('#query', 'oil');
  await page.press('#query', 'Enter');
  await asked;
  await page.getByLabel('What a bar is').selectOption('decade');
  const decades = (await answer(page, '/api/timeline?q=oil&by=decade')).rows.filter((row) => row.kind === 'bucket').length;
  await page.waitForFunction((bars) => document.querySelectorAll('.timeline-bar').length === bars, decades);
  await page.waitForTimeout(1000);
  assert.equal(await page.locator('.timeline-bar').count(), decades);
}));
