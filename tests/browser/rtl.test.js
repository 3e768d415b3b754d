// Languages that run from right to left: Arabic and Hebrew, and Urdu, which has no texts of ours.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { compare, forPictures } from './pictures.js';
import { root, serve } from './server.js';
import { newPage } from './site.js';

const arabic = await serve(join(root, 'tests/browser/fixtures/right-to-left'));
after(() => arabic.stop());

const pages = {
  home: '/ar/', category: '/ar/orders/', article: '/ar/orders/track', results: `/ar/search?q=${encodeURIComponent('طرد')}`,
  nothing: `/ar/search?q=${encodeURIComponent('زرافة')}`, missing: '/ar/orders/none',
  contact: '/ar/contact',
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

test('a language without texts of ours runs its own way, with our words marked as English', async (t) => {
  const page = await newPage(t, { origin: arabic.url });
  for (const lang of ['he', 'ur']) {
    await page.goto(`/${lang}/orders/track`);
    assert.deepEqual(await page.locator('html').evaluate((html) => [html.dir, html.lang]), ['rtl', lang]);
  }
  // Every word in Latin letters is inside something that is marked as English.
  for (const path of ['/ur/', '/ur/orders/', '/ur/orders/track', '/ur/search?q=zzz', '/ur/contact', '/ur/none']) {
    await page.goto(path);
    const unmarked = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const around = node.parentElement.closest('[lang]');
        if (/[a-z]{2}/i.test(node.data) && around.lang === 'ur') found.push(node.data.trim());
      }
      return found;
    });
    assert.deepEqual(unmarked, [], path);
    assert.ok(await page.locator('[lang=en][dir=ltr]').count() > 3, path);
  }
  await page.goto('/ur/');
  const input = page.locator('#q');
  await input.fill('پار');
  await page.getByRole('option').first().waitFor();
  assert.equal(await page.locator('.options').evaluate((list) => getComputedStyle(list).direction), 'rtl');
  assert.match(await page.locator('[role=status][lang=en]').textContent(), /^1 suggestion/);
});

test('the language menu leads on from pages that are not translated', async (t) => {
  const page = await newPage(t, { origin: arabic.url });
  for (const path of ['/ar/orders/return', '/ar/orders/none', '/ar/orders/fax']) {
    await page.goto(path);
    await page.locator('.languages summary').click();
    const entry = page.locator('.languages a[lang=he]');
    assert.equal(await entry.textContent(), 'עברית דף הבית', path);
    await entry.click();
    assert.equal(new URL(page.url()).pathname, '/he/');
  }
  await page.goto('/ar/orders/return');
  await page.locator('.languages summary').click();
  const urdu = page.locator('.languages a[lang=ur]');
  assert.equal(await urdu.textContent(), 'اردو home page');
  assert.equal(await urdu.locator('[lang=en]').textContent(), 'home page');
});
