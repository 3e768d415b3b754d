// The contact form, on a phone and on a desk, with scripts and without; and the address that can be copied.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { open, pages } from './site.js';

const outbox = process.env.FIRSTLINE_OUTBOX;
const messages = () => readdirSync(outbox).filter((name) => name.endsWith('.json')).map((name) => JSON.parse(readFileSync(join(outbox, name), 'utf8')));
// A form that is sent within two seconds is taken for a robot's.
const oldEnough = (page) => page.waitForTimeout(2100);

for (const js of [true, false]) {
  for (const width of [360, 1280]) {
    test(`a message is sent: ${width} px, ${js ? 'with' : 'without'} scripts`, async (t) => {
      const page = await open(t, pages['contact with a question'], { js, width });
      await page.getByRole('link', { name: 'Write to us' }).click();
      assert.equal(await page.getByLabel('What is it about?').inputValue(), 'my refund is late');
      const text = `It was promised on Monday. ${width} ${js}`;
      await page.getByLabel('Your message').fill(text);
      await page.getByLabel('Your email address').fill('ann@shop.example');
      await page.getByLabel('Order number').fill('4711');
      await oldEnough(page);
      await page.getByRole('button', { name: 'Send message' }).click();
      await page.getByRole('heading', { name: 'Your message is on its way' }).waitFor();
      assert.match(await page.locator('main').textContent(), /We reply by email to ann@shop\.example\./);
      const [message] = messages().filter((one) => one.message === text);
      assert.equal(message.question, 'my refund is late');
      assert.equal(message.order_number, '4711');
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    });
  }
}

test('a wrong address is said where it is, and nothing that was typed is lost', async (t) => {
  const page = await open(t, pages.message, { js: false });
  await page.getByLabel('Your message').fill('Hello');
  await page.getByLabel('Your email address').fill('ann@shop');
  await oldEnough(page);
  await page.getByRole('button', { name: 'Send message' }).click();
  await page.getByRole('alert').getByRole('link').click();
  assert.equal(await page.evaluate(() => document.querySelector(':target').id), 'message-reply-to');
  assert.equal(await page.getByLabel('Your message').inputValue(), 'Hello');
});

test('a file goes with the message, and is asked for again when something else is wrong', async (t) => {
  const page = await open(t, pages.message, { js: false });
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  const choose = () => page.getByLabel('A photo or document').setInputFiles({ name: 'box.png', mimeType: 'image/png', buffer: png });
  await page.getByLabel('Your message').fill('The box is crushed');
  await page.getByLabel('Your email address').fill('ann@shop');
  await choose();
  await oldEnough(page);
  await page.getByRole('button', { name: 'Send message' }).click();
  await page.getByRole('alert').getByRole('link', { name: 'Choose the file again' }).click();
  assert.equal(await page.evaluate(() => document.querySelector(':target').id), 'message-file');
  await page.getByLabel('Your email address').fill('ann@shop.example');
  await choose();
  await oldEnough(page);
  await page.getByRole('button', { name: 'Send message' }).click();
  await page.getByRole('heading', { name: 'Your message is on its way' }).waitFor();
  const [message] = messages().filter((one) => one.message === 'The box is crushed');
  assert.equal(message.file.name, 'box.png');
  assert.equal(message.file.type, 'image/png');
  assert.deepEqual(Buffer.from(message.file.base64, 'base64'), png);
});

test('a file that is too large is said to be so before it is sent', async (t) => {
  const page = await open(t, pages.message);
  const input = page.getByLabel('A photo or document');
  const choose = (bytes) => input.setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(bytes) });
  await choose(5 * 1024 * 1024 + 1);
  assert.match(await input.evaluate((field) => field.validationMessage), /larger than 5 MB/);
  await choose(5 * 1024 * 1024);
  assert.equal(await input.evaluate((field) => field.validationMessage), '');
});

test('the subject suggests articles, which open beside the message', async (t) => {
  const page = await open(t, pages.message);
  const subject = page.getByLabel('What is it about?');
  await subject.fill('');
  await subject.pressSequentially('refund');
  const option = page.locator('.suggests [role=option]').first();
  await option.waitFor();
  assert.equal(await option.getAttribute('target'), '_blank');
  await page.keyboard.press('Escape');
  assert.equal(await subject.inputValue(), 'refund');
});

test('an email address can be read, and copied', async (t) => {
  const page = await open(t, pages.contact, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.getByRole('button', { name: 'Copy the address' }).click();
  await page.getByText('Copied').first().waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'help@wrenfold.example');
});
