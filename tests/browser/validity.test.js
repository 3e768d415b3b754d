// The pages, the style sheets and the icons are valid, says the W3C's checker. It is asked once for all of them, since
// it takes seconds to start.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pages, site } from './site.js';

const jar = join(createRequire(import.meta.url).resolve('vnu-jar/package.json'), '../build/dist/vnu.jar');

// The standard allows addresses without a scheme here; the checker wants one.
const notYetKnown = ['for attribute “ping” on element “a”: Must contain only “http” or “https” URLs'];

function check(folder) {
  const run = spawnSync('java', ['-Xss1024k', '-jar', jar, '--format', 'json', '--exit-zero-always', '--also-check-css', folder],
    { encoding: 'utf8', maxBuffer: 1 << 26 });
  assert.equal(run.status, 0, `java could not run the checker: ${run.stderr || run.error}`);
  return JSON.parse(run.stderr).messages
    .filter(({ type, message }) => type !== 'info' && !notYetKnown.some((known) => message.includes(known)))
    .map(({ url, lastLine, message, extract }) => `${url.split('/').pop()}:${lastLine}: ${message} (${extract?.trim()})`);
}

const text = async (path) => (await fetch(site + path)).text();

test('every kind of page is valid HTML, and its style sheets are valid CSS', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-valid-'));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const [name, path] of Object.entries(pages)) writeFileSync(join(folder, name.replaceAll(' ', '-') + '.html'), await text(path));
  const sheets = [...(await text(pages.home)).matchAll(/rel="stylesheet" href="([^"]+)"/g)].map((match) => match[1]);
  assert.equal(sheets.length, 1);
  for (const [i, path] of sheets.entries()) writeFileSync(join(folder, `${i}.css`), await text(path));
  assert.deepEqual(check(folder), []);
});
