// Runs the two programs: once to their end, or the daemon until a test is done with it.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const bin = resolve(process.env.FIRSTLINE_BIN ?? join(root, 'build/release/bin'));
export const environment = { ...process.env, PATH: `${bin}:${process.env.PATH}`, NO_COLOR: '1' };

export function run(command, args, options = {}) {
  const ended = spawnSync(command, args, { encoding: 'utf8', env: environment, timeout: 120000, ...options });
  if (ended.error) throw ended.error;
  return { code: ended.status, out: ended.stdout, err: ended.stderr, all: ended.stdout + ended.stderr };
}

export const indexer = (...args) => run(join(bin, 'firstline-indexer'), args);

// A folder that is gone when the test ends.
export function folder(t) {
  const path = mkdtempSync(join(tmpdir(), 'firstline-docs-'));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

export function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

export function copySample(to) {
  cpSync(join(root, 'content'), to, { recursive: true });
  return to;
}

// Starts the daemon, waits until it serves, and stops it when the test ends. `admin` is there with --admin.
export async function serve(t, args) {
  const daemon = spawn(join(bin, 'firstline-searchd'), args, { env: environment });
  let printed = '';
  const ended = new Promise((done) => daemon.once('exit', done));
  const stop = async () => {
    daemon.kill();
    await ended;
  };
  t.after(stop);
  await new Promise((done, fail) => {
    const look = (data) => {
      printed += data;
      if (/Serving \S+\n/.test(printed) && (!args.includes('--admin') || /event=admin_listening.*\n/.test(printed))) done();
    };
    daemon.stdout.on('data', look);
    daemon.stderr.on('data', look);
    daemon.once('exit', (code) => fail(new Error(`firstline-searchd ${args.join(' ')} ended with ${code}: ${printed}`)));
  });
  return { url: printed.match(/Serving (\S+)/)[1], admin: printed.match(/event=admin_listening url=(\S+)/)?.[1], stop };
}
