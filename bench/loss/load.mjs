// node load.mjs URL CONNECTIONS OUT : asks without a pause over so many connections, until it is ended, and compares every answer with
// the first one to the same question. Every other request has a variable that never comes again, so that no kept answer
// serves it. Writes a line for each: when it was asked and answered (ms since 1970), status, code.
import http from 'node:http';
import fs from 'node:fs';

const [url, connections, out] = process.argv.slice(2);
const agent = new http.Agent({ keepAlive: true, maxSockets: Number(connections) });
const lines = fs.createWriteStream(out);
const questions = [
  n => `{ people(first: ${5 + n % 7}, orderBy: [{slug: ASC}]) { nodes { slug name } } }`,
  n => `{ organizations(first: ${4 + n % 5}, orderBy: [{slug: ASC}]) { totalCount nodes { slug members(first: 3) { nodes { person { slug } } } } } }`,
  n => `query Q { initiatives(first: ${3 + n % 4}, orderBy: [{slug: ASC}]) { nodes { slug name } pageInfo { hasNextPage } } }`,
];
const right = new Map();
let over = false;
process.on('SIGTERM', () => { over = true; });
let count = 0;

function ask(query, variables) {
  const body = JSON.stringify({ query, variables });
  return new Promise(done => {
    const request = http.request(url, {
      method: 'POST', agent, timeout: 15000,
      headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json', 'Content-Length': Buffer.byteLength(body) },
    }, response => {
      const parts = [];
      response.on('data', part => parts.push(part));
      response.on('end', () => done({ status: response.statusCode, retry: response.headers['retry-after'], body: Buffer.concat(parts).toString() }));
      response.on('error', () => done({ status: 0, body: '' }));
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => done({ status: 0, body: '' }));
    request.end(body);
  });
}

async function client() {
  while (!over) {
    const n = count++;
    const query = questions[n % questions.length](Math.floor(n / questions.length));
    const asked = Date.now();
    const answer = await ask(query, n % 2 ? { never: n } : {});
    const took = Date.now();
    let verdict = 'ok';
    if (answer.status === 200) {
      if (!right.has(query)) right.set(query, answer.body);
      if (right.get(query) !== answer.body) { verdict = 'WRONG'; fs.appendFileSync(out + '.wrong', query + '\n' + answer.body + '\n'); }
    } else {
      try { verdict = JSON.parse(answer.body).errors[0].extensions.code + (answer.retry ? '' : ' without Retry-After'); } catch { verdict = 'no answer'; }
    }
    lines.write(`${asked} ${took} ${answer.status} ${verdict}\n`);
    if (answer.status !== 200) await new Promise(done => setTimeout(done, 5));
  }
}
await Promise.all(Array.from({ length: Number(connections) }, client));
lines.end();
