// No page makes noise: no error, no foreign request, no cookie (all of that fails any test here), and nothing moves
// once it is shown.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { newPage, pages, site } from './site.js';

const countShifts = () => {
  window.shifts = [];
  window.violations = [];
  const describe = ({ node, previousRect, currentRect }) => [node?.outerHTML?.slice(0, 120) ?? node?.nodeValue, JSON.stringify(previousRect), JSON.stringify(currentRect)];
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => window.shifts.push(...entry.sources.map(describe))))
    .observe({ type: 'layout-shift', buffered: true });
  addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective + ' ' + event.blockedURI));
};

// Goes down the page as a reader does, so that what loads late would show.
const readThrough = async () => {
  for (let top = 0; top < document.body.scrollHeight; top += innerHeight / 2) {
    scrollTo(0, top);
    await new Promise(requestAnimationFrame);
  }
  await new Promise((done) => setTimeout(done, 50));
};

// Opens a page whose style sheet comes once all of its HTML was read. Nothing is drawn before it, so that a slow machine
// draws no half a page; what moves then is the page's own fault. It is asked by a timer: a page that may not be drawn
// yet has no animation frames, in which waitForFunction would ask otherwise, and would wait for itself.
async function show(page, path) {
  await page.route(/\/assets\/.*\.css$/, async (route) => {
    await page.waitForFunction(() => document.readyState !== 'loading', undefined, { polling: 20 });
    await route.continue();
  });
  return page.goto(path, { waitUntil: 'commit' });
}

for (const width of [360, 1280]) {
  test(`at ${width} px nothing moves, no policy is broken, no cookie is set`, async (t) => {
    const page = await newPage(t, { width });
    await page.addInitScript(countShifts);
    for (const [name, path] of Object.entries(pages)) {
      const answer = await show(page, path);
      assert.equal(answer.headers()['set-cookie'], undefined, name);
      await page.waitForLoadState('load');
      await page.evaluate(readThrough);
      await page.unrouteAll({ behavior: 'wait' });
      assert.deepEqual(await page.evaluate('window.shifts'), [], `${name} moves`);
      assert.deepEqual(await page.evaluate('window.violations'), [], name);
    }
  });
}

// Holds back what a page loads until it was first drawn.
async function loadLate(page, path) {
  let release;
  const drawn = new Promise((done) => { release = done; });
  await page.route(/\/assets\/.*\.(js|svg|png)$/, async (route) => {
    await drawn;
    await route.continue().catch(() => {});
  });
  await show(page, path);
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length && document.querySelector('.foot, main'));
  release();
  await page.waitForLoadState('load');
  await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
  await page.unrouteAll({ behavior: 'wait' });
  return page.evaluate('window.shifts');
}

for (const width of [360, 1280]) {
  test(`at ${width} px nothing moves when scripts, icons and images come late`, async (t) => {
    const page = await newPage(t, { width });
    await page.addInitScript(countShifts);
    for (const [name, path] of Object.entries(pages)) assert.deepEqual(await loadLate(page, path), [], `${name} moves`);
  });
}

test('style sheet and script stay small', async () => {
  const html = await (await fetch(site + pages.home)).text();
  for (const [pattern, limit] of [[/href="([^"]*site[^"]*\.css)"/, 20_000], [/src="([^"]*site[^"]*\.js)"/, 8_000]]) {
    const file = Buffer.from(await (await fetch(site + html.match(pattern)[1])).arrayBuffer());
    assert.ok(gzipSync(file).length < limit, `${pattern} is ${gzipSync(file).length} bytes compressed`);
  }
});

test('the policy lets nothing in from elsewhere', async () => {
  const policy = (await fetch(site + pages.home)).headers.get('content-security-policy');
  const parts = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  assert.equal(policy, parts);
});
