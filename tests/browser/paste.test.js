// A mail is pasted: into the field that a link opens, or into the search box, which then becomes that field.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { open, pages } from './site.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const mail = `Hello,\nhow can I track my order?\n${'x'.repeat(1500)}\nQuxley Zorblat`;
const tracking = '.hit h2 a[href*="/orders-and-payment/track-my-order"]';

async function barriers(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
}

const paste = (page, selector, text) => page.locator(selector).evaluate((field, pasted) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', pasted);
  field.focus();
  field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}, text);

async function isAnswered(page) {
  await page.locator(tracking).first().waitFor();
  assert.ok(!page.url().includes('Hello') && !page.url().includes('?q='), page.url());
  assert.equal(await page.locator('.search-head #q').inputValue(), mail);
  const links = await page.locator('a').evaluateAll((all) => all.map((link) => link.href));
  assert.deepEqual(links.filter((link) => link.includes('Hello') || link.includes('r=1')), []);
}

for (const js of [true, false]) {
  test(`the link below the box opens a field for a mail, ${js ? 'with' : 'without'} scripts`, async (t) => {
    const page = await open(t, pages['empty search'], { js });
    await page.getByRole('link', { name: 'Paste a longer text' }).click();
    await page.getByLabel('Paste an email, a chat or a log').fill(mail);
    await page.locator('.search-head').getByRole('button', { name: 'Search' }).click();
    await isAnswered(page);
    if (js) assert.deepEqual(await barriers(page), []);
  });
}

test('the box takes a pasted mail whole, keeps the focus and sends it in no address', async (t) => {
  const page = await open(t, pages.home);
  await page.locator('#q').fill('Dear team. ');
  await paste(page, '#q', mail);
  const area = page.locator('textarea#q');
  assert.equal(await area.inputValue(), `Dear team. ${mail}`);
  assert.ok(await area.evaluate((field) => document.activeElement === field && field.selectionStart === field.value.length));
  assert.deepEqual(await barriers(page), []);
  await area.fill(mail);
  await page.locator('.hero').getByRole('button', { name: 'Search' }).click();
  await isAnswered(page);
});

test('the box stays one line for what fits', async (t) => {
  const page = await open(t, pages.home);
  for (const text of ['track my order', 'track my order\n']) {
    await paste(page, '#q', text);
    assert.equal(await page.locator('#q').evaluate((field) => field.localName), 'input');
  }
});

test('a text over 64 KiB is cut between characters, and the box says so', async (t) => {
  const page = await open(t, pages.home);
  await paste(page, '#q', 'é水 '.repeat(20000));
  const bytes = await page.locator('textarea#q').evaluate((field) => new TextEncoder().encode(field.value).length);
  assert.ok(bytes <= 65536 && bytes > 65532, String(bytes));
  assert.ok(!(await page.locator('textarea#q').inputValue()).includes('\uFFFD'));
  const note = page.getByText('The text is too long').first();
  assert.ok(await note.isVisible());
  await page.locator('textarea#q').fill('short');
  assert.ok(!(await page.locator('.search-note').isVisible()));
});

test('on a phone the field fits, and so does the one in the header', async (t) => {
  for (const path of [pages['longer text'], pages.article]) {
    const page = await open(t, path, { width: 360 });
    if (path === pages.article) await paste(page, '#q', mail);
    assert.ok(await page.locator('textarea#q').isVisible());
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    assert.deepEqual(await barriers(page), []);
  }
});
