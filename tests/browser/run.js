// Runs the tests in a browser: `node run.js [--update] [NAME...]`, where NAME is the beginning of a test file's name.
// The sample content is built and served once, and one browser is shared; each test has pages of its own.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const skipped = 77;  // what ctest takes for "not run"

if (!existsSync(join(here, 'node_modules'))) {
  console.log('skipped: run `npm ci` in tests/browser to test the pages in a browser');
  process.exit(skipped);
}

const { chromium } = await import('playwright-core');
const { root, serve } = await import('./server.js');

const wanted = process.argv.slice(2).filter((name) => !name.startsWith('-'));
const files = readdirSync(here)
  .filter((name) => name.endsWith('.test.js') && (!wanted.length || wanted.some((start) => name.startsWith(start))))
  .map((name) => join(here, name));

function run(site, browser) {
  const options = Number(process.versions.node.split('.')[0]) >= 20 ? ['--test-concurrency=2'] : [];
  const env = { ...process.env, FIRSTLINE_SITE: site.url, FIRSTLINE_OUTBOX: site.outbox, FIRSTLINE_BROWSER: browser.wsEndpoint() };
  if (process.argv.includes('--update')) env.FIRSTLINE_UPDATE = '1';
  const tests = spawn(process.execPath, ['--test', '--test-reporter=spec', ...options, ...files], { stdio: 'inherit', env });
  return new Promise((done) => { tests.once('exit', (code) => done(code ?? 1)); });
}

const site = await serve(join(root, 'content'));
try {
  const browser = await chromium.launchServer({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--hide-scrollbars', '--font-render-hinting=none'],
  });
  process.exitCode = await run(site, browser);
  await browser.close();
} finally {
  await site.stop();
}
