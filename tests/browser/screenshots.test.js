// Pages look as they did when somebody last looked at them, at three widths.
import { test } from 'node:test';
import { compare, forPictures } from './pictures.js';
import { newPage, pages } from './site.js';

const shown = ['home', 'category', 'how-to with images', 'troubleshooting', 'known issue', 'answer box', 'corrected', 'nothing', 'missing'];
const inTheDark = ['home', 'troubleshooting', 'answer box'];

const nameOf = (kind, width, scheme) => `${kind.replaceAll(' ', '-')}-${width}${scheme === 'dark' ? '-dark' : ''}`;

for (const width of [360, 768, 1280]) {
  test(`pages look as before at ${width} px`, async (t) => {
    const page = await newPage(t, { width, ...forPictures });
    for (const kind of shown) {
      await page.goto(pages[kind]);
      await compare(page, nameOf(kind, width));
    }
  });
}

test('pages look as before in the dark', async (t) => {
  const page = await newPage(t, { colorScheme: 'dark', ...forPictures });
  for (const kind of inTheDark) {
    await page.goto(pages[kind]);
    await compare(page, nameOf(kind, 1280, 'dark'));
  }
});
