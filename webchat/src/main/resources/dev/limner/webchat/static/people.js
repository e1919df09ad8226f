// Who the person at the browser speaks as.
import { $, el, rove, say, show } from './dom.js';
import { post, session } from './api.js';
import { closeAll, open } from './dialogs.js';

const KEY = 'limner.voice';
const button = $('voice');
const menu = $('voice-menu');
let voice = { id: 'you', character: null };
let editing = null;
let whenChanged = () => {};

try { voice = JSON.parse(localStorage.getItem(KEY)) || voice; } catch { /* as before */ }

/** The person who speaks, and the character under whose name, if any. */
export function acting() {
  const person = session.people.find((one) => one.id === voice.id) || session.people[0];
  const character = person.characters.includes(voice.character) ? voice.character : null;
  return { person, character };
}

export function nameOf(id) { return session.people.find((one) => one.id === id)?.name || 'somebody who left'; }

export function onChange(listener) { whenChanged = listener; }

export function setPeople(people) {
  session.people = people;
  draw();
}

function choose(person, character) {
  voice = { id: person.id, character };
  localStorage.setItem(KEY, JSON.stringify(voice));
  toggle(false);
  draw();
  $('text').focus();
}

export function draw() {
  const { person, character } = acting();
  button.replaceChildren('Speaking as ', el('strong', {}, character || person.name));
  if (character) button.append(el('span', {}, `through ${person.name}`));
  const item = (one, as) => el('button', {
    type: 'button', role: 'menuitemradio', 'aria-checked': String(one.id === person.id && as === character),
    data: { person: one.id, character: as || '' }, onclick: () => choose(one, as),
  }, el('span', {}, as || one.name), el('span', { class: 'fine' }, as ? `${one.name}'s proxy` : one.moderator ? 'moderator' : ''));
  menu.replaceChildren(
    ...session.people.flatMap((one) => [item(one, null), ...one.characters.map((as) => item(one, as))]),
    el('hr'),
    el('button', { type: 'button', role: 'menuitem', id: 'voice-edit', onclick: () => edit(person) }, `Edit ${person.name}…`),
    el('button', { type: 'button', role: 'menuitem', id: 'voice-add', onclick: () => edit(null) }, 'Add somebody…'));
  whenChanged();
}

function toggle(visible) {
  show(menu, visible);
  button.setAttribute('aria-expanded', String(visible));
  if (visible) (menu.querySelector('[aria-checked="true"]') || menu.firstElementChild).focus();
}

function edit(person) {
  editing = person;
  toggle(false);
  $('person-title').textContent = person ? `Edit ${person.name}` : 'Add somebody';
  $('person-name').value = person?.name || '';
  $('person-characters').value = person?.characters.join(', ') || '';
  $('person-moderator').checked = person?.moderator || false;
  show($('person-remove'), Boolean(person) && session.people.length > 1);
  open($('dialog-person'), $('person-problem'));
}

async function change(work) {
  try {
    const saved = await work();
    closeAll();
    if (saved.id) voice = { id: saved.id, character: editing ? voice.character : saved.characters[0] || null };
    localStorage.setItem(KEY, JSON.stringify(voice));
    if (saved.id && !session.people.some((one) => one.id === saved.id)) session.people.push(saved);
    draw();
  } catch (refused) {
    say($('person-problem'), refused.message);
  }
}

$('person-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const characters = $('person-characters').value.split(',').map((name) => name.trim()).filter(Boolean);
  change(() => post('/api/people', { id: editing?.id || null, name: $('person-name').value, moderator: $('person-moderator').checked, characters }));
});
$('person-remove').addEventListener('click', () => change(() => post('/api/people/remove', { person: editing.id })));
button.addEventListener('click', () => toggle(menu.hidden));
menu.addEventListener('keydown', (event) => { if (event.key === 'Escape') { toggle(false); button.focus(); } });
document.addEventListener('pointerdown', (event) => {
  if (!menu.hidden && !menu.contains(event.target) && !button.contains(event.target)) toggle(false);
});
rove(menu, 'button');
