import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { request as ask, createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './server-process.ts';
import { until } from './wait.ts';

const PROGRAM = createRequire(import.meta.url).resolve('s3rver/bin/s3rver.js');
const BUCKET = 'folkmoot-media';
const REGION = 'eu-trial-1';
const SECRET = 'a secret of this test';

/**
 * Somebody else's store that speaks S3 (s3rver), with one bucket. It looks at no signature, so before it stands one who
 * does, by AWS's description (Signature Version 4).
 */
export class S3Store {
  /** What a server needs to keep its files there. */
  readonly env: Readonly<Record<string, string>>;
  private readonly dir: string;
  private readonly port: number;
  private readonly gate: Server;
  private process: ChildProcess | undefined;

  private constructor(dir: string, port: number, gatePort: number) {
    this.dir = dir;
    this.port = port;
    this.gate = createServer((request, response) => void this.letIn(request, response));
    this.gate.listen(gatePort, '127.0.0.1');
    this.env = {
      S3_ENDPOINT: `http://127.0.0.1:${gatePort}`,
      S3_BUCKET: BUCKET,
      S3_REGION: REGION,
      S3_ACCESS_KEY_ID: 'S3RVER',
      S3_SECRET_ACCESS_KEY: SECRET,
    };
  }

  static async open(): Promise<S3Store> {
    const dir = await mkdtemp(path.join(tmpdir(), 'folkmoot-s3-'));
    const store = new S3Store(dir, await freePort(), await freePort());
    await store.start();
    return store;
  }

  private async letIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const wrong = whatIsWrong(request, body);
    if (wrong !== undefined) return void response.writeHead(403).end(wrong);
    const { method = '', url: path, headers } = request;
    const asked = ask({ port: this.port, host: '127.0.0.1', method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    asked.on('error', () => response.destroy());
    asked.end(body);
  }

  async start(): Promise<void> {
    const where = ['-a', '127.0.0.1', '-p', String(this.port), '-d', this.dir, '--configure-bucket', BUCKET];
    this.process = spawn(process.execPath, [PROGRAM, ...where, '--silent', '--no-vhost-buckets'], { stdio: 'ignore' });
    await until('the store answers', () =>
      fetch(`http://127.0.0.1:${this.port}/`).then(
        (answer) => answer.body?.cancel().then(() => true),
        () => false,
      ),
    );
  }

  async stop(): Promise<void> {
    const running = this.process;
    this.process = undefined;
    if (running === undefined) return;
    const ended = once(running, 'exit');
    running.kill();
    await ended;
  }

  /** Names of the files in the bucket. */
  async names(): Promise<readonly string[]> {
    const found = await readdir(path.join(this.dir, BUCKET)).catch(() => []);
    return found.flatMap((name) => /^(.+)\._S3rver_object$/.exec(name)?.[1] ?? []);
  }
  content(name: string): Promise<Buffer> {
    return readFile(path.join(this.dir, BUCKET, `${name}._S3rver_object`));
  }

  async close(): Promise<void> {
    await this.stop();
    this.gate.close();
    this.gate.closeAllConnections();
    await rm(this.dir, { recursive: true, force: true });
  }
}

const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** What is wrong with a request's signature, if anything. */
function whatIsWrong({ method, url = '', headers }: IncomingMessage, body: Buffer): string | undefined {
  const said =
    /^AWS4-HMAC-SHA256 Credential=S3RVER\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;
  const [, day = '', region = '', signed = '', signature] = said.exec(headers.authorization ?? '') ?? [];
  if (signature === undefined) return 'not signed as it must be';
  if (region !== REGION) return 'another region';
  const at = String(headers['x-amz-date']);
  const time = Date.parse(at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (!at.startsWith(day) || !(Math.abs(Date.now() - time) < 15 * 60_000)) return 'another time';
  const content = String(headers['x-amz-content-sha256']);
  if (method === 'PUT' && content !== sha256(body)) return 'another content';
  const names = signed.split(';');
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => names.includes(name)))
    return 'too little is signed';
  const [pathname = '', query = ''] = url.split('?');
  const canonical = [
    ...[method, pathname, query],
    ...[...names.map((name) => `${name}:${String(headers[name]).trim()}`), ''],
    ...[signed, content],
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', at, scope, sha256(canonical)].join('\n');
  const parts = [day, region, 's3', 'aws4_request'];
  const key = parts.reduce<string | Buffer>((made, part) => hmac(made, part), `AWS4${SECRET}`);
  return hmac(key, toSign).toString('hex') === signature ? undefined : 'another signature';
}
