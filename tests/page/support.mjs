// What the tests of the page share: an index, a server, a browser and a page that reports whatever went wrong in it.
//
// FURAT_BIN names the folder with the two programs, FURAT_SOURCE_DIR the source tree, FURAT_PAGE_MODULES the folder whose
// node_modules has playwright-core and axe-core (scripts/test fills it), CHROMIUM another browser than /usr/bin/chromium.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { promisify } from 'node:util';

function required(variable) {
  assert.ok(process.env[variable], `${variable} must be set; see tests/page/support.mjs`);
  return process.env[variable];
}

export const programs = required('FURAT_BIN');
export const sourceFolder = required('FURAT_SOURCE_DIR');
const require = createRequire(path.join(required('FURAT_PAGE_MODULES'), 'package.json'));
const { chromium } = require('playwright-core');

const browserArguments = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

// To the programs, variables named FURAT_... are settings.
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('FURAT_')));

async function temporaryFolder() {
  return mkdtemp(path.join(os.tmpdir(), 'furat-page-'));
}

/** An index in `folder` of the sample archive, or of `articles`: file names and their texts. */
export async function buildIndex(folder, articles = null) {
  let archive = path.join(sourceFolder, 'corpus', 'articles');
  if (articles) {
    archive = path.join(folder, 'archive');
    await mkdir(archive, { recursive: true });
    for (const [name, text] of Object.entries(articles)) await writeFile(path.join(archive, name), text);
  }
  const index = path.join(folder, 'index');
  await promisify(execFile)(path.join(programs, 'furat-index'), ['build', '--index', index, archive], {
    env: environment,
  });
  return index;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function serverCommand(index, port, options) {
  return [path.join(programs, 'furat-search'), ['serve', '--index', index, '--listen', `127.0.0.1:${port}`, ...options]];
}

async function answers(url, server) {
  for (let attempt = 0; attempt < 200; ++attempt) {
    assert.equal(server.exitCode, null, 'the server ended before it answered');
    if (await fetch(url).then((response) => response.ok, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`nothing answers at ${url}`);
}

/** `furat-search serve` on a free port of this machine; `options` are added to its command line. */
export async function startServer(index, options = [], port = null) {
  const chosen = port ?? (await freePort());
  const [program, parameters] = serverCommand(index, chosen, options);
  const server = spawn(program, parameters, { stdio: ['ignore', 'ignore', 'inherit'], env: environment });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const url = `http://127.0.0.1:${chosen}`;
  await answers(`${url}/`, server);
  return {
    url,
    port: chosen,
    async stop() {
      server.kill('SIGTERM');
      await ended;
    },
  };
}

/** Notes everything that a sound page never does: errors, refused scripts, dialogs, requests to elsewhere. */
function watch(page, url) {
  const problems = [];
  page.on('pageerror', (error) => problems.push(`error: ${error.stack ?? error}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(`${message.type()}: ${message.text()}`);
  });
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    dialog.dismiss().catch(() => {});
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(`${url}/`) && !request.url().startsWith('blob:')) problems.push(`request to ${request.url()}`);
  });
  return problems;
}

/** Waits until the page has its answer: hits, "nothing found" or an error. */
export async function settled(page) {
  await page.locator('#results[aria-busy="false"]').waitFor();
}

export async function searchFor(page, query) {
  await page.fill('#query', query);
  await page.press('#query', 'Enter');
  await settled(page);
}

/** The line above the hits. */
export function totals(page) {
  return page.locator('.totals').innerText();
}

/** The filters that are set, as their chips say them. */
export async function chosenValues(page) {
  const chips = await page.locator('.chip').allTextContents();
  return chips.map((chip) => chip.replace(/×$/, ''));
}

/** Violations of axe-core's rules, one line each. */
export async function accessibilityViolations(page) {
  await page.evaluate(require('axe-core').source); // evaluated by the debugger: the page's policy allows no foreign script
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary}`));
}

/** A served index and a browser; `stop()` ends both. */
export async function openSite({ articles = null, options = [] } = {}) {
  const folder = await temporaryFolder();
  const server = await startServer(await buildIndex(folder, articles), options);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: browserArguments,
  });
  async function stop() {
    await browser.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
  return { url: server.url, server, index: path.join(folder, 'index'), folder, browser, visit, stop };

  async function visit(address, choices, visitor) {
    const { width = 1280, height = 800, expectedProblems = null, server: visited = server, ...others } = choices;
    const context = await browser.newContext({ viewport: { width, height }, ...others });
    try {
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      const problems = watch(page, visited.url);
      await page.goto(visited.url + address);
      await settled(page);
      await visitor(page);
      assert.deepEqual(problems.filter((problem) => !expectedProblems?.test(problem)), []);
    } finally {
      await context.close();
    }
  }
}

/**
 * The same for all tests of a file; it ends with them.
 *   const site = await startSite();                 // the sample archive
 *   test('...', () => site.visit('/?q=mayadin', {width: 360, colorScheme: 'dark'}, async (page) => {...}));
 * A visit fails if the page did what no sound page does, but for what `expectedProblems` matches. `server` names another
 * server to visit; other choices are those of a browser context of Playwright.
 */
export async function startSite(content) {
  const site = await openSite(content);
  after(site.stop);
  return site;
}
