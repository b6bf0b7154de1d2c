// How the page is loaded: what the first paint waits for, and what it does not.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { settled, sourceFolder, startSite } from './support.mjs';

const site = await startSite();
const pageFile = (name) => readFile(path.join(sourceFolder, 'searcher', 'page', name), 'utf8');

/** Adds the modules that `name` imports at once, and what these import. */
async function addImports(name, found) {
  if (found.has(name)) return;
  found.add(name);
  for (const [, imported] of (await pageFile(name)).matchAll(/^(?:import|\}) .*?from '\.\/(\w+\.js)';$/gm)) await addImports(imported, found);
}

test('all modules that the hits wait for are preloaded, and no other', async () => {
  const index = await pageFile('index.html');
  const started = [...index.matchAll(/type="module" src="\/(.*?)"/g)].map(([, name]) => name);
  const preloaded = [...index.matchAll(/rel="modulepreload" href="\/(.*?)"/g)].map(([, name]) => name);
  const needed = new Set();
  for (const name of started) await addImports(name, needed);
  assert.ok(needed.size > 10);
  assert.deepEqual([...started, ...preloaded].sort(), [...needed].sort());
});

test('one request brings hits and facets, before those of the views', () => site.visit('/', {}, async (page) => {
  const asked = [];
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    asked.push(searchParams.has('format') ? `places of ${pathname}` : pathname);
  });
  await page.goto(`${site.url}/?q=isis`);
  await settled(page);
  await page.locator('#map svg').waitFor();
  assert.equal(asked.filter((name) => name === '/api/search').length, 1);
  assert.ok(asked.indexOf('/api/search') < asked.indexOf('/map.js'), asked.join());
}));

test('a part that cannot be loaded says so, and the others work', () => site.visit('/', { expectedProblems: /Failed to load/ }, async (page) => {
  await page.route('**/timeline.js', (route) => route.abort());
  await page.goto(`${site.url}/?q=isis`);
  await settled(page);
  await page.locator('#timeline').getByText('could not be loaded').waitFor();
  assert.equal(await page.locator('.hit').count(), 20);
}));
