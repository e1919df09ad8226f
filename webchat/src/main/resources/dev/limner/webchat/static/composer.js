// Where one writes. What is not sent stays, also over a reload or a restart of the server.
import { $, say } from './dom.js';
import { ROOM, nonce, post, upload } from './api.js';
import { close, key, refresh } from './completion.js';
import { acting } from './people.js';
import { attach, attachedFile } from './upload.js';
import { commandGiven, toEnd } from './room.js';

const DRAFT = 'limner.draft';
const field = $('text');
let pending = null;
let given = '';
let busy = false;

function fit() {
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight}px`;
}

function changed() {
  localStorage.setItem(DRAFT, field.value);
  fit();
  refresh();
  if (field.value) say($('hint'), '');
}

/** The same words sent again, after a failure, are the same message. */
function nonceFor(text) {
  if (pending?.text !== text) pending = { text, nonce: nonce() };
  return pending.nonce;
}

async function send() {
  const text = field.value.trim();
  if (!text || busy) return;
  busy = true;
  $('send').disabled = true;
  say($('problem'), '');
  close();
  try {
    if (text.startsWith('/')) await command(text);
    else await message(text);
    if (field.value.trim() === text) field.value = '';
    pending = null;
    changed();
    toEnd();
  } catch (refused) {
    say($('problem'), refused.message);
  } finally {
    busy = false;
    $('send').disabled = false;
    field.focus();
  }
}

async function message(text) {
  const { person, character } = acting();
  await post(`${ROOM}/messages`, { person: person.id, character, text, nonce: nonceFor(text) });
}

async function command(text) {
  const file = attachedFile();
  commandGiven(text);
  given = text;
  await post(`${ROOM}/commands`, { person: acting().person.id, text, upload: file ? await upload(file) : null });
  attach(null);
}

$('composer').addEventListener('submit', (event) => { event.preventDefault(); send(); });
field.addEventListener('input', changed);
field.addEventListener('click', refresh);
field.addEventListener('blur', close);
field.addEventListener('keydown', (event) => {
  if (event.isComposing || key(event)) return;
  if (event.key === 'ArrowUp' && field.value === '' && given) { event.preventDefault(); field.value = given; changed(); }
  if (event.key === 'Enter' && !event.shiftKey) { event.preventDefault(); send(); }
});

field.value = localStorage.getItem(DRAFT) || '';
fit();
