// How the page is loaded: what the first paint waits for, and what it does not.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { settled, sourceFolder, startSite } from './support.mjs';

const site = await startSite();
const sources = path.join(sourceFolder, 'searcher', 'page');

/** What the source `name` imports, at once or later. */
async function importsOf(name) {
  const text = await readFile(path.join(sources, name), 'utf8');
  const pattern = name.endsWith('.css') ? /@import '\.\/(.+?)';/g : /(?:\bfrom |\bimport\()'\.\/(.+?)'/g;
  return [...text.matchAll(pattern)].map(([, imported]) => imported);
}

/** `names`, what these lead to by `importsOf`, and so on. */
async function reachable(names, importedBy) {
  const found = new Set();
  for (const todo = [...names]; todo.length > 0;) {
    const name = todo.pop();
    if (found.has(name)) continue;
    found.add(name);
    todo.push(...await importedBy(name));
  }
  return found;
}

async function served(name) {
  const response = await fetch(`${site.url}/${name}`);
  assert.equal(response.status, 200, name);
  return response.text();
}

/** Scripts of the bundle that the script `name` needs at once. */
async function neededBy(name) {
  return [...(await served(name)).matchAll(/\b(?:from|import)"\.\/([\w-]+\.js)"/g)].map(([, needed]) => needed);
}

test('every source is in the bundle', async () => {
  const written = (await readdir(sources)).filter((name) => /\.(js|css)$/.test(name));
  const bundled = await reachable(['theme.js', 'app.js', 'style.css'], importsOf);
  assert.ok(written.length > 50);
  assert.deepEqual([...bundled].sort(), written.sort());
});

test('the page names all scripts that the hits wait for, and no other', async () => {
  const index = await served('');
  const named = (pattern) => [...index.matchAll(pattern)].map(([, name]) => name);
  const started = named(/type="module" src="\/(.*?)"/g);
  const preloaded = named(/rel="modulepreload" href="\/(.*?)"/g);
  assert.match(started.join(), /^app-[A-Z2-7]{8}\.js$/);
  assert.deepEqual([...started, ...preloaded].sort(), [...await reachable(started, neededBy)].sort());
});

test('no more than eight requests are made before the first hit is painted', () => site.visit('/', {}, async (page) => {
  await page.waitForLoadState('networkidle'); // the page before asks for nothing more
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${site.url}/?q=isis`);
  await settled(page);
  await page.locator('#map svg').waitFor();
  const late = asked.findIndex((name) => name.startsWith('/late_views-')); // asked for when the hits are painted
  assert.ok(asked.indexOf('/api/search') < late, asked.join());
  assert.ok(late > 0 && late <= 8, asked.join());
}));

test('hits that can be seen are painted before those below them and the filters', () => site.visit('/', {}, async (page) => {
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      const hits = document.querySelectorAll('.hit');
      if (hits.length === 0) return;
      observer.disconnect();
      globalThis.firstDrawn = {
        hits: hits.length,
        values: document.querySelectorAll('.value').length,
        end: [...hits].at(-1).getBoundingClientRect().bottom - innerHeight,
        opacity: getComputedStyle(document.getElementById('hits')).opacity,
      };
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(`${site.url}/?q=isis`);
  await settled(page);
  const { hits, values, end, opacity } = await page.evaluate(() => globalThis.firstDrawn);
  assert.ok(hits < 20, `${hits} hits`);
  assert.ok(end > 0, `${-end} pixels are left empty`);
  assert.deepEqual([values, opacity], [0, '1']);
  const ranks = await page.locator('.hit').evaluateAll((all) => all.map((hit) => hit.value));
  assert.deepEqual(ranks, Array.from({ length: 20 }, (_, i) => i + 1));
  assert.ok(await page.locator('.value').count() > 20);
}));

test('the list is whole when it is scrolled to where it was left', () => site.visit('/?q=isis', {}, async (page) => {
  await page.locator('.hit').nth(15).scrollIntoViewIfNeeded();
  const left = await page.evaluate(() => scrollY);
  assert.ok(left > 800);
  await page.waitForFunction((noted) => history.state?.scroll === noted, left);
  await page.reload();
  await settled(page);
  assert.equal(await page.evaluate(() => scrollY), left);
}));

test('one request brings hits and facets, before those of the views', () => site.visit('/', {}, async (page) => {
  await page.waitForLoadState('networkidle'); // the page before asks for nothing more
  const asked = [];
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    asked.push(searchParams.has('format') ? `places of ${pathname}` : pathname);
  });
  await page.goto(`${site.url}/?q=isis`);
  await settled(page);
  await page.locator('#map svg').waitFor();
  assert.equal(asked.filter((name) => name === '/api/search').length, 1);
  assert.ok(asked.indexOf('/api/search') < asked.findIndex((name) => name.startsWith('/late_views-')), asked.join());
}));

test('parts that cannot be loaded say so and are tried again, and the hits are there', () => site.visit('/', { expectedProblems: /Failed to load/ }, async (page) => {
  await page.route('**/late_views-*.js', (route) => route.abort());
  await page.goto(`${site.url}/?q=isis`);
  await settled(page);
  for (const part of ['#timeline', '#map']) await page.locator(part).getByText('could not be loaded').waitFor();
  assert.equal(await page.locator('.hit').count(), 20);
  await page.unroute('**/late_views-*.js');
  await page.locator('#timeline').getByRole('button', { name: 'Try again' }).click();
  await page.locator('#timeline svg').first().waitFor();
}));
