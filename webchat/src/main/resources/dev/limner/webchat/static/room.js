// The conversation: what stands in it, in which order, and where the reader is.
import { $, el, say, show } from './dom.js';
import { ROOM, get, nonce, post } from './api.js';
import { account, message, note } from './message.js';
import { confirmDelete } from './dialogs.js';
import { acting, nameOf } from './people.js';

const NEAR = 120;
const TOGETHER = 5 * 60 * 1000;
const entries = new Map();
const log = $('log');
const scroll = $('scroll');
let loading = false;
let lastCommand = null;

const actions = {
  isMine: (entry) => entry.person !== null && entry.person === acting().person.id,
  voiceOf: (entry) => `posted by ${nameOf(entry.person)} as a proxy`,
  press: (id, button) => attempt(() => {
    lastCommand = null;
    return post(`${ROOM}/buttons`, { person: acting().person.id, message: id, button });
  }),
  edit: (entry, text) => attempt(() => post(`${ROOM}/messages/${entry.id}/edit`, { person: entry.person, text })),
  remove: (entry) => confirmDelete(() => attempt(() => post(`${ROOM}/messages/${entry.id}/delete`, { person: entry.person }))),
};

async function attempt(work) {
  say($('problem'), '');
  try {
    await work();
    return true;
  } catch (refused) {
    say($('problem'), refused.message);
    return false;
  }
}

export function commandGiven(text) { lastCommand = text.length > 90 ? `${text.slice(0, 90)}…` : text; }

/** Reads the newest messages again, and keeps the notes where they stood. */
export async function load() {
  const stay = entries.size === 0 || atEnd();
  const before = [...entries.values()];
  const page = await get(`${ROOM}/messages`);
  const known = new Set(page.messages.map((entry) => entry.id));
  const first = page.messages.length ? page.messages[0].position : 0;
  // What came by event meanwhile may be newer than the page.
  for (const { id, position } of before) {
    if (!known.has(id) && position >= first) remove({ id });
  }
  // What lies between two stretches would never be read, so only the newer one stays.
  const newest = Math.max(...[...entries.values()].map((entry) => entry.position));
  if (page.more && newest < first) [...entries.keys()].forEach((id) => remove({ id }));
  page.messages.forEach((entry) => (entries.has(entry.id) ? replace(entry) : add(entry)));
  if (entries.size <= page.messages.length) show($('older'), page.more);
  empty();
  if (stay) toEnd();
}

async function older() {
  if (loading) return;
  loading = true;
  try {
    const oldest = Math.min(...[...entries.values()].map((entry) => entry.position));
    const page = await get(`${ROOM}/messages?before=${oldest}`);
    const height = scroll.scrollHeight;
    page.messages.forEach(add);
    scroll.scrollTop += scroll.scrollHeight - height;
    show($('older'), page.more);
  } finally {
    loading = false;
  }
}

/** Adds a message where its position puts it. */
export function add(entry) {
  if (entries.has(entry.id)) return replace(entry);
  const stay = atEnd();
  entries.set(entry.id, entry);
  const element = message(entry, actions);
  const later = [...log.children].find((other) => Number(other.dataset.position) > entry.position || Number(other.dataset.since) > entry.at);
  log.insertBefore(element, later || null);
  group(element);
  settle(element, stay);
  empty();
}

export function replace(entry) {
  const old = $(`m-${entry.id}`);
  const known = entries.get(entry.id);
  if (!old || !known) return add(entry);
  if (known.revision >= entry.revision) return;
  const stay = atEnd();
  entries.set(entry.id, entry);
  const element = message(entry, actions);
  old.replaceWith(element);
  group(element);
  settle(element, stay);
}

export function remove({ id }) {
  const element = $(`m-${id}`);
  entries.delete(id);
  if (element) {
    const next = element.nextElementSibling;
    element.remove();
    if (next) group(next);
  }
  empty();
}

/** Adds a note where its time puts it; they are told again to a page that was loaded again. */
export function addNote(entry) {
  if ($(entry.id) || dismissed().includes(entry.id)) return;
  const stay = atEnd();
  const element = note(entry, nameOf(entry.person), actions.press, lastCommand, () => dismiss(entry.id));
  const later = [...log.children].find((other) => Number(other.dataset.at || other.dataset.since) > entry.at);
  log.insertBefore(element, later || null);
  if (later) group(later);
  settle(element, stay, true);
}

const DISMISSED = 'limner.dismissed';
const dismissed = () => JSON.parse(sessionStorage.getItem(DISMISSED) || '[]');
const dismiss = (id) => sessionStorage.setItem(DISMISSED, JSON.stringify([...dismissed(), id].slice(-100)));

export function addAccount({ person, steps }) {
  const element = account(steps, nameOf(person));
  log.append(element);
  settle(element, true, true);
}

/** Draws everything again: whose messages can be changed depends on who speaks. */
export function redraw() {
  for (const [id, entry] of entries) {
    const old = $(`m-${id}`);
    if (old.classList.contains('editing')) continue;
    const element = message(entry, actions);
    old.replaceWith(element);
    group(element);
  }
}

/** Messages of one author that follow within minutes stand together, under one initial. */
function group(element) {
  [element, element.nextElementSibling].forEach((current) => {
    if (!current?.dataset.at) return;
    let before = current.previousElementSibling;
    if (before?.classList.contains('day')) { before.remove(); before = current.previousElementSibling; }
    const other = before?.dataset.at ? before : null;
    const near = other && Number(current.dataset.at) - Number(other.dataset.at) < TOGETHER;
    current.classList.toggle('follows', Boolean(near && other.dataset.author === current.dataset.author));
    const day = new Date(Number(current.dataset.at)).toDateString();
    const newDay = other && new Date(Number(other.dataset.at)).toDateString() !== day;
    if (newDay) current.before(el('div', { class: 'day' }, new Date(Number(current.dataset.at)).toLocaleDateString(undefined, { dateStyle: 'long' })));
  });
}

function empty() {
  const told = [...entries.values()].some((entry) => entry.kind !== 'bot');
  show($('empty'), !told);
}

function atEnd() { return scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR; }

export function toEnd() {
  scroll.scrollTop = scroll.scrollHeight;
  show($('newest'), false);
}

function settle(element, stay, always) {
  if (stay || always) {
    toEnd();
    element.querySelectorAll('img').forEach((image) => image.addEventListener('load', toEnd, { once: true }));
  } else if (element === log.lastElementChild) show($('newest'));
}

$('older').addEventListener('click', older);
$('newest').addEventListener('click', toEnd);
scroll.addEventListener('scroll', () => {
  if (atEnd()) show($('newest'), false);
  if (scroll.scrollTop < NEAR && !$('older').hidden) older();
}, { passive: true });
let telling = null;
$('load-sample').addEventListener('click', async () => {
  $('load-sample').disabled = true;
  telling ||= nonce();
  const done = await attempt(() => post(`${ROOM}/sample`, { person: acting().person.id, nonce: telling }));
  $('load-sample').disabled = false;
  if (done) {
    telling = null;
    say($('hint'), 'The story is told so far. Type /scene to see it.');
    $('text').focus();
    toEnd();
  }
});
