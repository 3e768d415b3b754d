// Every width from 320 to 2,560 px, print, and what visitors asked their system for: less motion, more contrast, colours of
// their own, larger text.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPage, open, pages, site } from './site.js';

const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const js of [true, false]) {
  for (const width of [320, 2560]) {
    test(`nothing sticks out at ${width} px, ${js ? 'with' : 'without'} scripts`, async (t) => {
      const page = await newPage(t, { width, js });
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(path);
        assert.equal(await overflow(page), 0, name);
      }
    });
  }
}

test('on a very wide screen lines stay short and text grows', async (t) => {
  const page = await open(t, pages.article, { width: 2560, height: 1440 });
  const paragraph = await page.locator('.body > p').first().evaluate((p) => ({ width: p.clientWidth, size: parseFloat(getComputedStyle(p).fontSize) }));
  assert.ok(paragraph.size > 19, `${paragraph.size}`);
  assert.ok(paragraph.width / paragraph.size < 45, `${paragraph.width}`);
});

test('text at twice its size still fits', async (t) => {
  const page = await newPage(t, { width: 640, bypassCSP: true });
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(path);
    await page.addStyleTag({ content: ':root { font-size: 200% !important; }' });
    assert.equal(await overflow(page), 0, name);
  }
});

test('what is tapped is large enough to be hit', async (t) => {
  const page = await newPage(t, { width: 360, hasTouch: true });
  for (const name of ['home', 'article', 'answer box', 'results', 'nothing']) {
    await page.goto(pages[name]);
    const small = await page.locator('button:visible, summary:visible, input:visible, .paging a, .facets a, .options a, .button').evaluateAll((all) => all
      .filter((one) => one.offsetWidth < 24 || one.offsetHeight < 24).map((one) => one.outerHTML.slice(0, 100)));
    assert.deepEqual(small, [], name);
  }
});

test('print shows the article and nothing to click', async (t) => {
  const page = await open(t, pages.troubleshooting);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const gone of ['.search', '.languages', '.toc-side', '.more-help', '.neighbours', '.foot', '.step-question', '.skip', '.notices']) {
    for (const element of await page.locator(gone).all()) assert.ok(!(await element.isVisible()), gone);
  }
  for (const stays of ['h1', '.lead', '.body', '.crumbs', '.brand']) assert.ok(await page.locator(stays).first().isVisible(), stays);
  assert.deepEqual(await page.locator('body').evaluate((body) => [getComputedStyle(body).color, getComputedStyle(body).backgroundColor]), ['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  assert.ok((await page.pdf({ format: 'A4' })).length > 10000);
});

test('print opens folded questions', async (t) => {
  const page = await open(t, pages.questions);
  const answer = page.locator('.body details > :not(summary)').first();
  assert.ok(!(await answer.isVisible()));
  await page.emulateMedia({ media: 'print' });
  assert.ok(await answer.isVisible());
});

test('less motion means none', async (t) => {
  const page = await open(t, pages.home, { reducedMotion: 'reduce' });
  const moving = await page.locator('body *').evaluateAll((all) => all.filter((one) => {
    const style = getComputedStyle(one);
    return style.transitionDuration.split(', ').some((time) => parseFloat(time) > 0) || style.animationName !== 'none' || style.scrollBehavior === 'smooth';
  }).map((one) => one.className));
  assert.deepEqual(moving, []);
});

test('more contrast reaches 7 to 1', async (t) => {
  for (const colorScheme of ['light', 'dark']) {
    const page = await open(t, pages['answer box'], { colorScheme, contrast: 'more' });
    const ratios = await page.evaluate(contrastRatios, ['h1', '.snippet', '.meta time', '.hit h2 a', '.answer-more a', '.foot a', '.facets a', '.search button']);
    for (const [selector, ratio] of Object.entries(ratios)) assert.ok(ratio >= 7, `${selector} ${ratio} ${colorScheme}`);
  }
});

test('colours of the system replace ours, and what is chosen is still seen', async (t) => {
  for (const colorScheme of ['light', 'dark']) {
    const page = await open(t, '/en/search?q=speaker&category=set-up', { forcedColors: 'active', colorScheme });
    const chosen = await page.locator('.facets [aria-current]').evaluate((one) => getComputedStyle(one).backgroundColor);
    const other = await page.locator('.facets a:not([aria-current])').first().evaluate((one) => getComputedStyle(one).backgroundColor);
    assert.notEqual(chosen, other);
    await page.locator('#q').fill('refu');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    const option = (selector) => page.locator(selector).first().evaluate((one) => getComputedStyle(one).backgroundColor);
    assert.notEqual(await option('[aria-selected=true]'), await option('[aria-selected=false]'));
    assert.notEqual(await page.locator('.search').first().evaluate((one) => getComputedStyle(one).borderTopStyle), 'none');
  }
});

test('a film plays where it stands, with captions in the language of the page, and nothing is loaded before', async (t) => {
  const page = await newPage(t, { width: 390 });
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/de/set-up/finch-per-bluetooth-koppeln');
  const film = page.locator('.player video');
  await film.scrollIntoViewIfNeeded();
  assert.equal(asked.filter((url) => url.endsWith('.mp4')).length, 0);
  assert.equal(await overflow(page), 0);
  const box = await film.boundingBox();
  assert.ok(Math.abs(box.width / box.height - 640 / 360) < 0.02, 'it has its room before it plays');
  const tracks = await film.evaluate((one) => [...one.textTracks].map((track) => [track.language, track.label, track.mode]));
  assert.deepEqual(tracks.map(([lang]) => lang), ['de', 'en', 'es']);
  assert.deepEqual(tracks.filter(([, , mode]) => mode === 'showing').map(([, label]) => label), ['Deutsch']);
  const transcript = await page.getByRole('link', { name: 'Text zum Nachlesen' }).getAttribute('href');
  const answer = await fetch(new URL(transcript, site));
  assert.match(await answer.text(), /Ein Ring um sie/);
  assert.equal(answer.headers.get('content-disposition'), null);

  if (!(await film.evaluate((one) => one.canPlayType('video/mp4; codecs="avc1.64001e"')))) return t.diagnostic('this browser plays no H.264');
  await film.evaluate((one) => one.play());
  await page.waitForFunction(() => document.querySelector('video').currentTime > 0.5);
  assert.ok(Math.abs(await film.evaluate((one) => one.duration) - 6) < 0.2);
  assert.match(await film.evaluate((one) => one.textTracks[0].activeCues[0].text), /Ein\/Aus-Taste/);
  await film.evaluate((one) => { one.currentTime = 5; });
  await page.waitForFunction(() => document.querySelector('video').currentTime >= 5);
});

test('a film stands on paper as a link, in the text for programs, too', async (t) => {
  const page = await open(t, '/en/set-up/pair-finch-by-bluetooth');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.player .played').innerText(), 'Video: Steps 1 and 2 on the Finch');
  assert.ok(await page.locator('.player .played').isVisible());
  assert.match(await (await fetch(new URL('/en/set-up/pair-finch-by-bluetooth.md', site))).text(), /\n\[Steps 1 and 2 on the Finch\]\(http\S+\.mp4 /);
});

test('a wide drawing scrolls sideways on a phone, by keyboard, too, instead of shrinking', async (t) => {
  const page = await open(t, pages['how-to with images'], { width: 360 });
  const box = page.locator('.body .wide').first();
  const sizes = await box.evaluate((one) => [one.scrollWidth, one.clientWidth, one.querySelector('img').clientWidth]);
  assert.ok(sizes[0] > sizes[1], `${sizes}`);
  assert.ok(sizes[2] >= 480, `${sizes}`);
  assert.equal(await overflow(page), 0);
  assert.equal(await box.getAttribute('tabindex'), '0');
  assert.equal(await box.getAttribute('aria-label'), await box.locator('img').getAttribute('alt'));
  await box.focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => document.querySelector('.body .wide').scrollLeft > 0);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.waitForFunction(() => !document.querySelector('.body .wide').hasAttribute('tabindex'));
});

test('without scripts a wide drawing scrolls, too', async (t) => {
  const page = await open(t, pages['how-to with images'], { width: 360, js: false });
  const [scroll, client] = await page.locator('.body .wide').first().evaluate((one) => [one.scrollWidth, one.clientWidth]);
  assert.ok(scroll > client);
  assert.equal(await overflow(page), 0);
});

for (const width of [360, 1280]) {
  test(`an enlarged image is at least twice as large, and scrolls: ${width} px`, async (t) => {
    const page = await open(t, pages['how-to with images'], { width, height: 600 });
    const image = page.locator('.body .zoom img').first();
    const before = await image.evaluate((one) => [one.clientWidth, one.naturalWidth]);
    await image.click();
    const large = page.locator('.zoomed img');
    await page.waitForFunction(() => document.querySelector('.zoomed img').complete);
    const after = await large.evaluate((one) => one.clientWidth);
    assert.ok(after >= 2 * before[0] && after >= before[1], `${before} ${after}`);
    const view = page.locator('.zoomed > div');
    const ranges = await view.evaluate((one) => [one.scrollWidth - one.clientWidth, one.scrollHeight - one.clientHeight]);
    for (const [axis, key] of [['scrollLeft', 'ArrowRight'], ['scrollTop', 'ArrowDown']]) {
      await page.keyboard.press(key);
      const moved = await view.evaluate((one, name) => one[name], axis);
      assert.equal(moved > 0, ranges[axis === 'scrollLeft' ? 0 : 1] > 0, `${axis} of ${ranges}`);
    }
    if (after > width) assert.ok(ranges[0] > 0);
    const close = await page.locator('.zoomed button').boundingBox();
    assert.ok(close.x >= 0 && close.x + close.width <= width);
    await page.keyboard.press('Escape');
    assert.ok(!(await large.isVisible()));
    assert.ok(await page.locator('.zoom').first().evaluate((one) => one === document.activeElement));
  });
}

// The lowest contrast of each selector's elements with what they stand on.
function contrastRatios(selectors) {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgb = (colours) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
    }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const luminance = (colour) => rgb(colour).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (element) => (element ? [...behind(element.parentElement), getComputedStyle(element).backgroundColor] : []);
  const ratio = (element) => {
    const [light, dark] = [luminance([...behind(element), getComputedStyle(element).color]), luminance(behind(element))].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  return Object.fromEntries(selectors.map((selector) => [selector, Math.min(...[...document.querySelectorAll(selector)].map(ratio))]));
}
