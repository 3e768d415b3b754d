// From a result to the very words that were found, marked by the server and brought into view.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open } from './site.js';

const query = '/en/search?q=loud+music+battery';

for (const width of [390, 1280]) {
  for (const js of [true, false]) {
    test(`a result opens where its words stand: ${js ? 'with' : 'without'} scripts, ${width} px`, async (t) => {
      const page = await open(t, query, { js, width });
      const link = page.locator('.hit', { has: page.locator('.snippet mark') }).locator('h2 a').first();
      const address = await link.getAttribute('href');
      assert.equal(address.includes(':~:text='), js, address);
      await link.click();
      await page.waitForURL((url) => !url.pathname.endsWith('/search'));
      assert.ok(await page.locator('.body mark').count() > 0);
      const inView = () => page.locator('.body mark').evaluateAll((marks) => marks.some((mark) => {
        const { top, bottom } = mark.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      }));
      assert.ok(await inView(), 'a marked word is in view');
    });
  }
}
