// A header with a long name and many links: nothing overlaps and nothing runs out of the page.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { root, serve } from './server.js';
import { newPage } from './site.js';

const site = await serve(join(root, 'tests/browser/fixtures/full-header'));
after(() => site.stop());

const overlap = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

for (const width of [320, 390, 768, 1024, 1280, 1920]) {
  test(`a full header at ${width} px`, async (t) => {
    const page = await newPage(t, { width, origin: site.url });
    for (const path of ['/en/', '/en/x/a', '/en/contact', '/en/none']) {
      await page.goto(path);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0, path);
      const boxes = [];
      for (const part of await page.locator('.top-in > *').all()) boxes.push(await part.boundingBox());
      assert.ok(boxes.length >= 2);
      boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => assert.ok(!overlap(a, b), `${path}: ${JSON.stringify([a, b])}`)));
      const search = page.locator('.top .search');
      if (await search.count()) assert.ok((await search.boundingBox()).width >= 180, path);
      assert.ok(await page.locator('.top a[href^="/en/contact"]').isVisible(), path);
      const inHeader = await page.locator('.top a', { hasText: 'Your account' }).isVisible();
      const inFooter = await page.locator('.foot a', { hasText: 'Your account' }).isVisible();
      assert.deepEqual([inHeader, inFooter], width > 960 ? [true, false] : [false, true], path);
    }
  });
}
