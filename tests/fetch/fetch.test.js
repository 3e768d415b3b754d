// `firstline-indexer fetch-images` against a server on this machine: what is copied, what is refused, and that nothing
// else of a file changes.
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const indexer = join(resolve(process.env.FIRSTLINE_BIN ?? join(root, 'build/release/bin')), 'firstline-indexer');

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const bomb = gzipSync(Buffer.concat([png, Buffer.alloc(64 * 1024 * 1024)]));
const asked = [];
let server;
let site;

const image = (response, body, type = 'image/png') => response.writeHead(200, { 'Content-Type': type }).end(body);
const moved = (response, to) => response.writeHead(302, { Location: to }).end();
const routes = {
  '/a.png': (response) => image(response, png),
  '/plain.png': (response) => image(response, png, 'application/octet-stream'),
  '/moved.png': (response) => moved(response, 'a.png'),
  '/loop.png': (response) => moved(response, '/loop.png'),
  '/file.png': (response) => moved(response, 'file:///etc/passwd'),
  '/big.png': (response) => image(response, Buffer.concat([png, Buffer.alloc(11 * 1024 * 1024)])),
  '/endless.png': (response) => {
    response.writeHead(200, { 'Content-Type': 'image/png' }).write(png);
    const timer = setInterval(() => response.write('x'), 50);
    response.on('close', () => clearInterval(timer));
  },
  '/flood.png': (response) => {
    response.writeHead(200, { 'Content-Type': 'image/png' });
    const flood = () => { while (!response.destroyed && response.write(Buffer.alloc(65536))); };
    response.on('drain', flood);
    flood();
  },
  '/silent.png': () => {},
  '/headers.png': (response) => {
    response.socket.write('HTTP/1.1 200 OK\r\n');
    const timer = setInterval(() => response.socket.write('X-More: yes\r\n'), 20);
    response.socket.on('close', () => clearInterval(timer));
    response.socket.on('error', () => {});
  },
  '/page.png': (response) => image(response, '<!doctype html><script>alert(1)</script>', 'text/html'),
  '/lie.png': (response) => image(response, '<!doctype html><script>alert(1)</script>'),
  '/cut.png': (response) => image(response, png.subarray(0, 30)),
  '/script.png': (response) => image(response, Buffer.concat([png.subarray(0, 8), Buffer.from('<script>alert(1)</script>')])),
  '/draw.svg': (response) => image(response, '<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'),
  '/packed.png': (response) => response.writeHead(200, { 'Content-Type': 'image/png', 'Content-Encoding': 'gzip' })
    .end(gzipSync(png)),
  '/nothing.png': (response) => response.writeHead(204).end(),
  '/bomb.png': (response) => response.writeHead(200, { 'Content-Type': 'image/png', 'Content-Encoding': 'gzip' })
    .end(bomb),
};

before(async () => {
  server = createServer((request, response) => {
    asked.push(request);
    const route = routes[request.url.replace(/\?.*/, '')];
    if (route) route(response); else response.writeHead(404).end('gone');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  site = `http://127.0.0.1:${server.address().port}`;
});
after(() => { server.closeAllConnections(); server.close(); });

function folder(t, files) {
  const content = mkdtempSync(join(tmpdir(), 'firstline-fetch-'));
  t.after(() => rmSync(content, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(content, name)), { recursive: true });
    writeFileSync(join(content, name), text);
  }
  return content;
}

const fetchImages = (content, ...flags) => new Promise((done) => {
  const env = { ...process.env, http_proxy: 'http://127.0.0.1:1', https_proxy: 'http://127.0.0.1:1' };
  execFile(indexer, ['fetch-images', content, ...flags], { env }, (error, out, err) => done({ code: error?.code ?? 0, out, err }));
});
const files = (content) => readdirSync(content, { recursive: true }).map(String).filter((name) => statSync(join(content, name)).isFile()).sort();

test('each image is copied once, only its address changes, and the article keeps its mode', async (t) => {
  const other = '---\r\ntitle: A\r\n---\r\n# A\r\n\r\n`![no](' + site + '/a.png)`\r\n';
  const content = folder(t, {
    'en/orders/a.md': `${other}![A](${site}/a.png "T") ![B](${site}/moved.png?x=1)\r\n<img src="${site}/a.png" width=3>\r\n`,
    'en/b.md': `[c]: <${site}/plain.png>\n\n![c]\n`,
  });
  chmodSync(join(content, 'en/b.md'), 0o640);
  asked.length = 0;
  const listed = await fetchImages(content, '--dry-run');
  assert.equal(listed.code, 0, listed.err);
  assert.deepEqual(listed.out.trim().split('\n').sort(), [`${site}/a.png`, `${site}/moved.png?x=1`, `${site}/plain.png`]);
  assert.equal(asked.length, 0);

  const done = await fetchImages(content, '--allow-private');
  assert.equal(done.code, 0, done.out + done.err);
  assert.match(done.err, /^Copied 3 images for 2 articles, 0\.0 MiB\n$/m);
  assert.deepEqual(asked.map((request) => request.url), ['/plain.png', '/a.png', '/moved.png?x=1', '/a.png']);
  for (const request of asked) {
    assert.equal(request.headers.cookie, undefined);
    assert.match(request.headers['user-agent'], /^firstline-indexer\//);
  }
  const text = readFileSync(join(content, 'en/orders/a.md'), 'utf8');
  const copies = [...text.matchAll(/\.\.\/\.\.\/(assets\/remote\/127\.0\.0\.1[\w-]*\/(?:a|moved)-[0-9a-f]{8}\.png)/g)].map((match) => match[1]);
  assert.equal(copies.length, 3);
  assert.equal(text, `${other}![A](../../${copies[0]} "T") ![B](../../${copies[1]})\r\n<img src="../../${copies[0]}" width=3>\r\n`);
  assert.deepEqual(readFileSync(join(content, copies[0])), png);
  assert.equal(statSync(join(content, 'en/b.md')).mode & 0o777, 0o640);
  assert.equal(files(content).length, 5);
  const again = await fetchImages(content, '--allow-private');
  assert.match(again.err, /^Copied 0 images for 0 articles/);
});

test('a server that compresses what it was asked not to is understood', async (t) => {
  const content = folder(t, { 'a.md': `![x](${site}/packed.png)\n` });
  const done = await fetchImages(content, '--allow-private');
  assert.equal(done.code, 0, done.out + done.err);
  const copy = files(content).find((name) => name.endsWith('.png'));
  assert.deepEqual(readFileSync(join(content, copy)), png);
});

test('what is no image, too big, too slow or nowhere is refused, and its article left as it is', async (t) => {
  const reasons = {
    '/gone.png': 'its server answers 404',
    '/loop.png': 'it leads through more than 5 redirects',
    '/file.png': "it leads to no address of the web without a user's name",
    '/big.png': 'it has more than 10 MiB',
    '/flood.png': 'it has more than 10 MiB',
    '/endless.png': 'it takes longer than 4 s',
    '/silent.png': 'it takes longer than 4 s',
    '/headers.png': 'it takes longer than 4 s',
    '/page.png': 'it is not a PNG, JPEG, GIF, WebP or AVIF image',
    '/lie.png': 'it is not a PNG, JPEG, GIF, WebP or AVIF image',
    '/draw.svg': 'it is not a PNG, JPEG, GIF, WebP or AVIF image',
    '/cut.png': 'it is an image that is cut off or damaged',
    '/script.png': 'it is an image that is cut off or damaged',
    '/nothing.png': 'its server answers 204',
    '/bomb.png': 'it has more than 10 MiB',
  };
  const article = Object.keys(reasons).map((path) => `![x](${site}${path})\n`).join('');
  const content = folder(t, { 'a.md': article });
  const done = await fetchImages(content, '--allow-private', '--timeout', '4');
  assert.equal(done.code, 1);
  for (const [path, reason] of Object.entries(reasons)) {
    assert.ok(done.out.includes(`the image ${site}${path} is not copied: ${reason} [image-not-fetched]`), `${path}: ${done.out}`);
  }
  assert.equal(readFileSync(join(content, 'a.md'), 'utf8'), article);
  assert.deepEqual(files(content), ['a.md']);
});

test('servers of this machine and its network are not asked without --allow-private', async (t) => {
  const { port } = server.address();
  const hosts = ['127.0.0.1', 'localhost', '[::1]', '0x7f.1', '2130706433', '[::ffff:127.0.0.1]'];
  const content = folder(t, { 'a.md': hosts.flatMap((host) => [`![x](http://${host}:${port}/a.png)`, `![x](http://${host}/a.png)`]).join('\n') });
  asked.length = 0;
  const done = await fetchImages(content);
  assert.equal(done.code, 1);
  assert.equal(asked.length, 0);
  assert.match(done.out, /127\.0\.0\.1 is no public address; --allow-private allows those of your own network/);
  assert.ok(done.out.includes(`its port ${port} is not the web's`));
  assert.deepEqual(files(content), ['a.md']);
});

test('link-local addresses are not asked, even with --allow-private', async (t) => {
  const hosts = ['169.254.169.254', '[fe80::1]', '[::ffff:169.254.169.254]', '2852039166'];
  const content = folder(t, { 'a.md': hosts.map((host) => `![x](http://${host}/latest/meta-data/a.png)`).join('\n') });
  const done = await fetchImages(content, '--allow-private');
  assert.equal(done.code, 1);
  for (const host of hosts) {
    const name = host.replace(/[[\]]/g, '');
    assert.ok(done.out.includes(`: ${name} is a link-local or metadata address; these are never asked`), done.out);
  }
  assert.deepEqual(files(content), ['a.md']);
});

test('a server whose certificate nobody vouches for is not believed', async (t) => {
  const keys = folder(t, {});
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=localhost', '-addext',
    'subjectAltName=DNS:localhost,IP:127.0.0.1', '-keyout', join(keys, 'key.pem'), '-out', join(keys, 'cert.pem')], { stdio: 'ignore' });
  const pem = (name) => readFileSync(join(keys, name));
  let requests = 0;
  const secure = createTlsServer({ key: pem('key.pem'), cert: pem('cert.pem') }, (request, response) => {
    requests += 1;
    image(response, png);
  });
  secure.on('tlsClientError', () => {});
  await new Promise((done) => secure.listen(0, '127.0.0.1', done));
  t.after(() => { secure.closeAllConnections(); secure.close(); });
  const { port } = secure.address();
  const content = folder(t, { 'a.md': `![x](https://localhost:${port}/a.png) ![y](https://127.0.0.1:${port}/a.png)\n` });
  const done = await fetchImages(content, '--allow-private');
  assert.equal(done.code, 1);
  for (const host of ['localhost', '127.0.0.1'])
    assert.ok(done.out.includes(`https://${host}:${port}/a.png is not copied: its server has no certificate that is trusted`), done.out);
  assert.equal(requests, 0);
  assert.deepEqual(files(content), ['a.md']);
});

// No public server answers a test, so the redirect begins on this machine and leads where even --allow-private does not.
test('a redirect from an address that may be asked to one that may not is refused', async (t) => {
  const hosts = ['169.254.169.254', '[fe80::1]', '[::ffff:169.254.169.254]'];
  hosts.forEach((host, i) => { routes[`/away${i}.png`] = (response) => moved(response, `http://${host}/latest/meta-data/a.png`); });
  const content = folder(t, { 'a.md': hosts.map((_, i) => `![x](${site}/away${i}.png)`).join('\n') });
  asked.length = 0;
  const done = await fetchImages(content, '--allow-private');
  assert.equal(done.code, 1);
  assert.equal(asked.length, hosts.length);
  hosts.forEach((host, i) => {
    const name = host.replace(/[[\]]/g, '');
    assert.ok(done.out.includes(`${site}/away${i}.png is not copied: ${name} is a link-local or metadata address`), done.out);
  });
  assert.deepEqual(files(content), ['a.md']);
});

test('what cannot be read or replaced is named, by a dry run, too', async (t) => {
  const content = folder(t, {
    'a.md': `<Card img="${site}/a.png">\n`,
    'latin.md': Buffer.from(`F\u00fcr ![x](${site}/a.png)\n`, 'latin1'),
  });
  const listed = await fetchImages(content, '--dry-run');
  assert.equal(listed.code, 0);
  const done = await fetchImages(content, '--allow-private');
  assert.equal(done.code, 1);
  for (const { out } of [listed, done]) {
    assert.match(out, /a\.md:1:12: error: the image \S+ is not copied: what it stands in is not known to show one/);
    assert.match(out, /latin\.md:1:2: warning: byte 0xFC is not UTF-8/);
  }
});

test('check and build ask no server', async (t) => {
  const content = folder(t, { 'a.md': `# A\n\n![x](${site}/a.png)\n` });
  asked.length = 0;
  await new Promise((done) => execFile(indexer, ['check', content], done));
  await new Promise((done) => execFile(indexer, ['build', content, '--index', join(content, '.index')], done));
  assert.equal(asked.length, 0);
});
