// Measures the first painted hit of loads in fresh browser contexts (nothing cached), and of navigations within the page.
// usage: first_paint.mjs LOADS    with the variables of support.mjs; scripts/bench-page sets them
import { openSite, searchFor } from './support.mjs';

const loads = Number(process.argv[2] ?? 10);
const queries = ['mayadin', 'isis', 'deir ez-zor', 'الرقة', 'siege airlift'];
const site = await openSite();

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** In the page: the time in ms from its navigation to the frame after the first hit was drawn. */
function timeOfFirstHit() {
  return new Promise((resolve) => {
    const painted = () => requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
    new MutationObserver((_, observer) => {
      if (!document.querySelector('.hit')) return;
      observer.disconnect();
      painted();
    }).observe(document, { childList: true, subtree: true });
  });
}

async function firstHit(query) {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript(`globalThis.firstHit = (${timeOfFirstHit})()`);
  await page.goto(`${site.url}/?q=${encodeURIComponent(query)}`);
  const time = await page.evaluate(() => globalThis.firstHit);
  await context.close();
  return time;
}

async function nextSearches() {
  const times = [];
  await site.visit('/', {}, async (page) => {
    for (let i = 0; i < loads; ++i) {
      const begin = performance.now();
      await searchFor(page, queries[i % queries.length]);
      times.push(performance.now() - begin);
    }
  });
  return times;
}

await firstHit(queries[0]); // the browser itself is cold once
const times = [];
for (let i = 0; i < loads; ++i) times.push(await firstHit(queries[i % queries.length]));
const shown = (values) => `median ${median(values).toFixed(0)} ms, worst ${Math.max(...values).toFixed(0)} ms of ${values.length}`;
console.log(`first hit painted after navigation: ${shown(times)}`);
console.log(`next search in the open page, keys included: ${shown(await nextSearches())}`);
await site.stop();
