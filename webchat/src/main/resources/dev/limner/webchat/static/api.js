// What is asked of the server. A session that ended with the server is renewed without anybody noticing.

export const ROOM = '/api/rooms/main';
export const session = { token: null, people: [], commands: [], limits: { text: 20000, file: 33554432 } };

export class Refused extends Error {
  constructor(status, message) { super(message); this.status = status; }
}

async function answer(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(response.status, body.error || `Limner answered ${response.status}.`);
  return body;
}

async function ask(path, options) {
  try {
    return await fetch(path, { credentials: 'same-origin', cache: 'no-store', ...options });
  } catch {
    throw new Refused(0, 'Limner is not running. What you wrote is kept here; send it again when it is back.');
  }
}

/** Names something that is asked for: asked again under the same name, when no answer came, it is done once. */
export const nonce = () => [...crypto.getRandomValues(new Uint8Array(12))].map((b) => b.toString(16).padStart(2, '0')).join('');

let connecting = null;

// One session for the whole page: whoever asks while one is being opened waits for that one.
export function connect() {
  connecting ||= ask('/api/session').then(answer).then((opened) => Object.assign(session, opened)).finally(() => { connecting = null; });
  return connecting;
}

async function within(once) {
  if (!session.token) await connect();
  const token = session.token;
  const response = await once();
  if (response.status !== 401) return answer(response);
  if (token === session.token) await connect();
  return answer(await once());
}

export const get = (path) => within(() => ask(path));

const send = (path, body, type) => within(() => ask(path, { method: 'POST', body, headers: { 'Content-Type': type, 'X-Limner-Token': session.token } }));

export const post = (path, body) => send(path, JSON.stringify(body), 'application/json');

export async function upload(file) {
  if (file.size > session.limits.file) throw new Refused(413, 'The file is larger than 32 MB. Make it smaller first.');
  const { upload: id } = await send(`/api/uploads?name=${encodeURIComponent(file.name)}`, file, 'application/octet-stream');
  return id;
}
