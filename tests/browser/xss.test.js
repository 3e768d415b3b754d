// Nothing a writer or a visitor types runs in a visitor's browser or calls another site. The pages are opened with their
// security policy switched off, so that it is not the policy alone that holds.
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { serve, temporaryFolder } from './server.js';
import { newPage } from './site.js';
import { vectors } from './vectors.js';

const folder = temporaryFolder();
mkdirSync(join(folder, 'en'));
for (const [i, vector] of vectors.entries()) {
  const text = JSON.stringify(vector);
  writeFileSync(join(folder, 'en', `v${i}.md`), `---\ntitle: ${text}\ndescription: ${text}\nquestions: [${text}]\n---\nBefore.\n\n${vector}\n\nAfter ${vector}\n`);
}
writeFileSync(join(folder, 'en', 'featured.md'), `---\ntitle: Plain\n---\nThe plain page.\n`);
const trapped = await serve(folder);
after(async () => {
  await trapped.stop();
  rmSync(folder, { recursive: true });
});

// What is in the page that must not be: run, or waiting to be clicked.
const traces = () => {
  const bad = [];
  const harmless = (address) => !URL.canParse(address, location.href) || /^(https?|mailto|tel):/.test(new URL(address, location.href).href);
  if (window.pwned) bad.push('a script ran');
  const main = document.querySelector('main');
  if (!main || !document.querySelector('footer.foot')) bad.push('the page is torn apart');
  for (const element of document.querySelectorAll('main, main *')) {
    if (element.closest('svg') && !element.closest('.prose')) continue;
    if (element.matches('script, iframe, object, embed, style, link, meta, base, template, portal, video, audio, frame, math')) bad.push(element.outerHTML);
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on') || name === 'style' || name === 'srcdoc' || name === 'formaction') bad.push(`${name}="${value}"`);
      if (['href', 'src', 'action', 'xlink:href'].includes(name) && !harmless(value)) bad.push(`${name}="${value}"`);
    }
  }
  return bad;
};

async function trappedPage(t, options) {
  const page = await newPage(t, { origin: trapped.url, bypassCSP: true, ...options });
  await page.route((url) => url.origin !== trapped.url && url.protocol.startsWith('http'), (route) => route.abort());
  return page;
}

test('what is looked for here would be found', async (t) => {
  const page = await trappedPage(t);
  await page.route('**/en/trap', (route) => route.fulfill({
    contentType: 'text/html', body: '<main><img src="data:," onerror="window.pwned=1"><a href="java&#10;script:0">x</a></main><footer class="foot"></footer>',
  }));
  await page.goto('/en/trap');
  await page.waitForFunction('window.pwned');
  assert.deepEqual(await page.evaluate(traces), ['a script ran', 'src="data:,"', 'onerror="window.pwned=1"', 'href="java\nscript:0"']);
});

test(`${vectors.length} attempts in the text, title and summary of articles`, async (t) => {
  assert.ok(vectors.length >= 150);
  const page = await trappedPage(t);
  for (const [i, vector] of vectors.entries()) {
    const answer = await page.goto(`/en/v${i}`, { waitUntil: 'domcontentloaded' });
    assert.equal(answer.status(), 200, vector);
    assert.deepEqual(await page.evaluate(traces), [], vector);
  }
});

test('attempts in lists: home, search results and suggestions', async (t) => {
  const page = await trappedPage(t);
  for (const path of ['/en/', '/en/search?q=script', '/en/search?q=onerror&page=2', '/en/search?q=before']) {
    await page.goto(path);
    assert.deepEqual(await page.evaluate(traces), [], path);
  }
  for (const typed of ['script', 'img src', 'svg', 'javascript']) {
    await page.locator('#q').fill(typed);
    await page.getByRole('option').first().waitFor();
    assert.deepEqual(await page.evaluate(traces), [], typed);
    assert.equal(await page.locator('.options').evaluate((list) => list.querySelectorAll('img, script, iframe').length), 0);
  }
});

test('attempts as questions', async (t) => {
  const page = await trappedPage(t);
  for (const vector of vectors) {
    const answer = await page.goto(`/en/search?${new URLSearchParams({ q: vector, page: vector })}`, { waitUntil: 'domcontentloaded' });
    assert.equal(answer.status(), 200, vector);
    assert.deepEqual(await page.evaluate(traces), [], vector);
    const plain = (text) => text.replace(/[\r\n]+/g, '').trim();  // breaks are kept in a field of several lines only
    assert.equal(plain(await page.locator('#q').inputValue()), plain(vector), 'it stands in the field as it was typed');
  }
});
