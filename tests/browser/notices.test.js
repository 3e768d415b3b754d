// Notices take one line, open on demand, and leave the article where it can be seen.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { join } from 'node:path';
import { root, serve } from './server.js';
import { newPage } from './site.js';

const site = await serve(join(root, 'tests/browser/fixtures/notices'));
after(() => site.stop());

const heightOf = async (locator) => (await locator.boundingBox()).height;

for (const width of [360, 390, 1280]) {
  for (const scripts of [true, false]) {
    test(`notices at ${width} px, ${scripts ? 'with' : 'without'} scripts`, async (t) => {
      const page = await newPage(t, { width, origin: site.url, javaScriptEnabled: scripts });
      await page.goto('/en/');
      const notices = page.locator('.notice');
      assert.equal(await notices.count(), 3);
      for (const notice of await notices.all()) assert.ok(await heightOf(notice) <= 48, 'one line each');
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
      const text = page.getByText('Snow has closed the roads', { exact: false });
      assert.equal(await text.isVisible(), false);
      await page.locator('.notice summary').first().click();
      assert.ok(await text.isVisible());
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
      await page.locator('main').getByRole('link', { name: 'Service status' }).click();
      assert.equal(await page.locator('main h3').count(), 5);
      assert.ok(await page.getByRole('heading', { name: 'Recently solved' }).isVisible());
    });
  }
}

test('notices: on a phone the title of an article is near the top, whatever is going on', async (t) => {
  for (const width of [320, 360, 390]) {
    const page = await newPage(t, { width, origin: site.url });
    await page.goto('/en/orders/change-the-address');
    assert.equal(await page.locator('.notice').count(), 2);
    assert.ok((await page.locator('.notice').last().boundingBox()).y < 640, 'they stand on the first screen, too');
    const top = (await page.locator('h1').boundingBox()).y;
    assert.ok(top < 300, `${top} px at ${width} px`);
  }
});

test('notices: the keyboard opens them, and they say what they are', async (t) => {
  const page = await newPage(t, { width: 390, origin: site.url });
  await page.goto('/en/');
  const first = page.locator('.notice summary').first();
  await first.focus();
  await page.keyboard.press('Enter');
  assert.ok(await page.getByText('Snow has closed the roads', { exact: false }).isVisible());
  assert.match(await first.innerText(), /Incident:/);
});
