// Builds content with the real indexer and serves it with the real daemon.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = resolve(process.env.FIRSTLINE_BIN ?? join(root, 'build/release/bin'));

export const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'firstline-browser-'));

function build(content, index) {
  const run = spawnSync(join(bin, 'firstline-indexer'), ['build', content, '--index', index, '--force'], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`The indexer refused ${content}:\n${run.stdout}${run.stderr}${run.error ?? ''}`);
}

async function firstLine(stream) {
  for await (const line of createInterface({ input: stream })) return line;
  return '';
}

// Serves a content folder on a free port. `templates` is another folder of templates.
export async function serve(content, { templates = join(root, 'templates') } = {}) {
  const folder = temporaryFolder();
  const index = join(folder, 'index');
  build(content, index);
  const daemon = spawn(join(bin, 'firstline-searchd'),
    ['--index', index, '--templates', templates, '--listen', '127.0.0.1:0', '--admin', '127.0.0.1:0', '--events', join(folder, 'events'),
      '--outbox', join(folder, 'outbox')],
    { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise((done) => daemon.once('exit', done).once('error', done));
  const line = await firstLine(daemon.stdout);
  const url = line.match(/^Serving (http:\S+)/)?.[1];
  const stop = async () => {
    daemon.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  if (!url) {
    await stop();
    throw new Error(`The daemon did not begin to serve: ${line}`);
  }
  return { url, stop, outbox: join(folder, 'outbox') };
}
