// Tabs of devices: readable without scripts, chosen by link, mouse and keyboard, all of them on paper.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open } from './site.js';

const path = '/en/set-up/pair-finch-by-bluetooth';
const shown = (page) => page.locator('.tabs > details[open] > summary').allTextContents();

for (const js of [true, false]) {
  for (const width of [1280, 360]) {
    test(`the first tab is open, and another takes its place: ${js ? 'with' : 'without'} scripts, ${width} wide`, async (t) => {
      const page = await open(t, path, { js, width });
      assert.deepEqual(await shown(page), ['iPhone or iPad']);
      await page.locator('.tabs summary', { hasText: 'Windows' }).click();
      assert.deepEqual(await shown(page), ['Windows']);
      assert.ok(await page.getByText('Add device > Bluetooth').isVisible());
      await page.locator('.tabs summary', { hasText: 'Mac' }).focus();
      await page.keyboard.press('Enter');
      assert.deepEqual(await shown(page), ['Mac']);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
      if (js) assert.equal(new URL(page.url()).hash, '#mac');
    });
  }

  test(`a link opens its tab: ${js ? 'with' : 'without'} scripts`, async (t) => {
    const page = await open(t, `${path}#android`, { js });
    assert.deepEqual(await shown(page), ['Android']);
  });

  test(`a search for what one tab says opens it: ${js ? 'with' : 'without'} scripts`, async (t) => {
    const page = await open(t, '/en/search?q=bluetooth+settings+android&product=finch', { js });
    await page.locator('.answer h2 a, .hit h2 a').first().click();
    await page.waitForURL(/#android$/);
    assert.deepEqual(await shown(page), ['Android']);
  });
}

test('an address whose fragment cannot be read opens nothing else', async (t) => {
  const page = await open(t, `${path}#%E0%A4%A`);
  assert.deepEqual(await shown(page), ['iPhone or iPad']);
});

test('all tabs are printed', async (t) => {
  const page = await open(t, path);
  await page.emulateMedia({ media: 'print' });
  for (const text of ['Other devices', 'Connected devices', 'Add device', 'Nearby Devices'])
    assert.ok(await page.locator('.tab-text strong', { hasText: text }).first().isVisible(), text);
});
