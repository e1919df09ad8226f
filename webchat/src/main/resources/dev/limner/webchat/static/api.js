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

export async function connect() {
  Object.assign(session, await answer(await ask('/api/session')));
}

export async function get(path) {
  const response = await ask(path);
  if (response.status !== 401) return answer(response);
  await connect();
  return answer(await ask(path));
}

async function send(path, body, type) {
  const once = () => ask(path, { method: 'POST', body, headers: { 'Content-Type': type, 'X-Limner-Token': session.token || '' } });
  const response = await once();
  if (response.status !== 401) return answer(response);
  await connect();
  return answer(await once());
}

export const post = (path, body) => send(path, JSON.stringify(body), 'application/json');

export async function upload(file) {
  if (file.size > session.limits.file) throw new Refused(413, 'The file is larger than 32 MB. Make it smaller first.');
  const { upload: id } = await send(`/api/uploads?name=${encodeURIComponent(file.name)}`, file, 'application/octet-stream');
  return id;
}
