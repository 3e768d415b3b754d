// A language that runs from right to left: an Arabic site, with strings of its own in a copy of the templates.
import assert from 'node:assert/strict';
import { copyFileSync, cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { compare, forPictures } from './pictures.js';
import { root, serve, temporaryFolder } from './server.js';
import { newPage } from './site.js';

const here = join(root, 'tests/browser/fixtures');
const folder = temporaryFolder();
cpSync(join(root, 'templates'), folder, { recursive: true });
copyFileSync(join(here, 'ar.yaml'), join(folder, 'strings/ar.yaml'));
const arabic = await serve(join(here, 'arabic'), { templates: folder });
after(async () => {
  await arabic.stop();
  rmSync(folder, { recursive: true });
});

const pages = {
  home: '/ar/', category: '/ar/orders/', article: '/ar/orders/track', results: `/ar/search?q=${encodeURIComponent('طرد')}`,
  nothing: `/ar/search?q=${encodeURIComponent('زرافة')}`, missing: '/ar/orders/none',
};

for (const width of [320, 768, 1280]) {
  test(`Arabic pages run from right to left and fit: ${width} px`, async (t) => {
    const page = await newPage(t, { width, origin: arabic.url });
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(path);
      assert.deepEqual(await page.locator('html').evaluate((html) => [html.dir, html.lang]), ['rtl', 'ar'], name);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0, name);
    }
  });
}

test('Arabic looks right', async (t) => {
  const page = await newPage(t, { origin: arabic.url, ...forPictures });
  for (const name of ['home', 'article']) {
    await page.goto(pages[name]);
    await compare(page, `arabic-${name}`);
  }
});

test('things stand on the other side, code does not', async (t) => {
  const page = await newPage(t, { origin: arabic.url });
  await page.goto(pages.article);
  const left = (selector) => page.locator(selector).first().evaluate((element) => element.getBoundingClientRect().left);
  assert.ok(await left('.brand') > await left('.languages'));
  assert.ok(await left('.crumbs li:first-child') > await left('.crumbs li:last-child'));
  assert.ok(await left('article') > await left('.toc-side'));
  assert.equal(await page.locator('pre').evaluate((pre) => getComputedStyle(pre).direction), 'ltr');
});

test('numbers take the plural form of the language', async (t) => {
  const page = await newPage(t, { origin: arabic.url });
  await page.goto(pages.home);
  assert.match(await page.locator('.cell .meta').textContent(), /مقالات$/);
  await page.locator('#q').fill('طر');
  await page.getByRole('option').first().waitFor();
  const count = await page.getByRole('option').count() - 1;  // the last line searches
  const form = { 1: 'اقتراح واحد', 2: 'اقتراحان' }[count] ?? /^. اقتراحات$/;
  assert.match(await page.locator('[role=status]').textContent(), new RegExp(form));
});
