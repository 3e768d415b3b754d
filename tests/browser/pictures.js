// Compares what a page looks like with a committed picture. `node run.js --update` takes the pictures anew.
//
// Pictures hold for Debian's Chromium with the fonts of fonts-dejavu-core, which the test style names; so that another
// version's smoothing of edges does not matter, a pixel may differ a little, and one in a thousand may differ a lot.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'baselines');
const update = Boolean(process.env.FIRSTLINE_UPDATE);
const perPixel = 0.2;
const differing = 0.001;

const plainFonts = ':root { --sans: "DejaVu Sans"; --display: "DejaVu Sans"; --mono: "DejaVu Sans Mono"; } * { caret-color: transparent !important; }';

// Half the size and sixteen shades of each colour: small files, in which a line that moved is still seen.
function reduce(picture) {
  const small = new PNG({ width: picture.width >> 1, height: picture.height >> 1 });
  for (let i = 0; i < small.data.length; i++) {
    const x = (i >> 2) % small.width, y = Math.floor((i >> 2) / small.width);
    const at = (row, column) => picture.data[((2 * y + row) * picture.width + 2 * x + column) * 4 + (i & 3)];
    small.data[i] = Math.round((at(0, 0) + at(0, 1) + at(1, 0) + at(1, 1)) / 4 / 17) * 17;
  }
  return small;
}

// What a page must be opened with: its policy would refuse the test's style.
export const forPictures = { bypassCSP: true, height: 1000 };

export async function compare(page, name) {
  await page.addStyleTag({ content: plainFonts });
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode().catch(() => {}))));
  const taken = reduce(PNG.sync.read(await page.screenshot({ animations: 'disabled' })));
  const file = join(folder, `${name}.png`);
  if (update) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, PNG.sync.write(taken, { colorType: 2, deflateLevel: 9, filterType: -1 }));
    return;
  }
  assert.ok(existsSync(file), `there is no ${file}; take it with: node run.js --update`);
  const expected = PNG.sync.read(readFileSync(file));
  assert.deepEqual([taken.width, taken.height], [expected.width, expected.height], `${name} has another size`);
  const difference = new PNG({ width: taken.width, height: taken.height });
  const pixels = pixelmatch(expected.data, taken.data, difference.data, taken.width, taken.height, { threshold: perPixel });
  if (pixels <= taken.width * taken.height * differing) return;
  const shown = join(tmpdir(), `firstline-${name}`);
  writeFileSync(`${shown}-taken.png`, PNG.sync.write(taken));
  writeFileSync(`${shown}-difference.png`, PNG.sync.write(difference));
  assert.fail(`${name} looks different in ${pixels} pixels: see ${shown}-difference.png; if that is meant, node run.js --update`);
}
