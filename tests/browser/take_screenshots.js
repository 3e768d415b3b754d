// Takes the pictures of docs/screenshots anew: node tests/browser/take_screenshots.js
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root, serve } from './server.js';

const shots = [
  { name: 'home', path: '/en/' },
  { name: 'home-dark', path: '/en/', colorScheme: 'dark' },
  { name: 'home-phone', path: '/en/', phone: true },
  { name: 'results', path: '/en/search?q=refund' },
  { name: 'results-dark', path: '/en/search?q=refund', colorScheme: 'dark' },
  { name: 'results-phone', path: '/en/search?q=refund', phone: true },
  { name: 'article', path: '/en/set-up/connect-heron-to-tv' },
  { name: 'article-dark', path: '/en/set-up/connect-heron-to-tv', colorScheme: 'dark' },
  { name: 'article-phone', path: '/en/set-up/connect-heron-to-tv', phone: true },
  { name: 'contact', path: '/en/contact?q=my+refund+is+late' },
  { name: 'contact-dark', path: '/en/contact?q=my+refund+is+late', colorScheme: 'dark' },
  { name: 'contact-phone', path: '/en/contact?q=my+refund+is+late', phone: true },
  { name: 'troubleshooting', path: '/en/troubleshooting/sound-keeps-dropping', scrollTo: '.step-question' },
];

const site = await serve(join(root, 'content'));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars'] });
for (const { name, path, colorScheme, phone, scrollTo } of shots) {
  const page = await browser.newPage({ viewport: phone ? { width: 390, height: 844 } : { width: 1280, height: 900 }, colorScheme, hasTouch: Boolean(phone), reducedMotion: 'reduce' });
  await page.goto(site.url + path);
  if (scrollTo) await page.locator(scrollTo).first().evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await page.screenshot({ path: join(root, 'docs/screenshots', `${name}.png`) });
  await page.close();
}
await browser.close();
await site.stop();
