// The book beside the room: characters, avatars, and the prompt as composed.
import { $, el, initial, quoted, rove, say, setFaces, show } from './dom.js';
import { ROOM, get, post } from './api.js';
import { askText, confirmDelete, openPicture } from './dialogs.js';
import { acting } from './people.js';
import { promptLeaf } from './prompt.js';
import { commandGiven } from './room.js';

const OPEN = 'limner.panel';
const PAUSE = 150;
const NARROW = matchMedia('(max-width: 1000px)');
const tabs = ['characters', 'avatars', 'prompt'];
/** What is there to be named; for completion. */
export const known = { characters: [], avatars: [], styles: [] };
let current = 'characters';
let timer = null;

/** Looks again soon; many changes at once are looked at once. */
export function changed() {
  clearTimeout(timer);
  timer = setTimeout(() => load().catch(() => {}), PAUSE);
}

async function load() {
  const panel = await get(`${ROOM}/panel`);
  Object.assign(known, panel);
  status(panel.status);
  faces();
  $('characters').replaceChildren(...(panel.characters.length ? panel.characters.map(character) : [nothing('Nobody is described yet. Try ', '/character set Mira a lean elf of forty, cropped silver hair')]));
  $('avatars').replaceChildren(
    panel.avatars.length ? el('div', { class: 'gallery' }, ...panel.avatars.map(avatar)) : nothing('No avatars yet. Drop a portrait anywhere on the page, or use ', '/avatar add'),
    el('button', { class: 'quiet add', type: 'button', onclick: () => $('file').click() }, 'Add an avatar…'));
  if (current === 'prompt' && isOpen()) await loadPrompt();
}

// One at a time: where a scene writer words the prompt, an answer takes its while.
let composing = false;
let stale = false;

async function loadPrompt() {
  if (composing) {
    stale = true;
    return;
  }
  composing = true;
  try {
    do {
      stale = false;
      await showPrompt();
    } while (stale);
  } finally {
    composing = false;
  }
}

async function showPrompt() {
  const prompt = await get(`${ROOM}/prompt?person=${encodeURIComponent(acting().person.id)}`);
  $('prompt').replaceChildren(...promptLeaf(prompt));
}

const nothing = (text, example) => el('p', { class: 'nothing' }, text, el('code', {}, example), '.');

function status({ capturing, style, backend, model }) {
  const drawn = [...new Set([backend, model])].filter(Boolean).join(', ');
  say($('status'), `${capturing ? 'Following the story' : 'Not following the story'}${style ? ` · ${style}` : ''}${drawn ? ` · ${drawn}` : ''}`);
  $('status').classList.toggle('on', capturing);
}

/** A character's face is the picture that its tags name first. */
function faces() {
  setFaces(known.characters.flatMap((one) => {
    const named = /<be-face:([^:>]+):/i.exec([one.prefix, ...one.tags].join(' '))?.[1].toLowerCase();
    const found = known.avatars.find((avatar) => avatar.kind === 'face' && avatar.name === named);
    return found ? [one.name, one.proxy].filter(Boolean).map((name) => [name, found.url]) : [];
  }));
}

function character(one) {
  const played = [one.player && `played by ${one.player}`, one.proxy && `proxy ${one.proxy}`].filter(Boolean).join(', ');
  return el('article', { class: 'card', data: { character: one.name } },
    initial(one.name),
    el('div', { class: 'text' },
      el('h3', {}, one.name, one.inherited && el('span', { class: 'mark' }, 'inherited')),
      one.aliases.length > 0 && el('p', { class: 'fine' }, `also ${one.aliases.join(', ')}`),
      el('p', { class: 'prefix' }, one.prefix),
      one.state && el('p', {}, `Now: ${one.state}`),
      one.negative && el('p', { class: 'fine' }, `never: ${one.negative}`),
      one.tags.length > 0 && el('p', {}, ...one.tags.flatMap((tag) => [el('span', { class: 'tag' }, tag), ' '])),
      el('p', { class: 'fine' }, [played, `kept by ${one.owner}`].filter(Boolean).join(' · '))));
}

function avatar(one) {
  const owner = one.owner || 'the moderators';
  const mine = one.owner === acting().person.name || acting().person.moderator;
  const picture = { url: one.url, alt: one.description || `${one.kind} avatar ${one.name}`, fileName: `${one.name}.png` };
  return el('article', { class: 'avatar', data: { avatar: one.name } },
    el('img', { src: one.url, alt: picture.alt, loading: 'lazy', onclick: () => openPicture(picture) }),
    el('h3', {}, one.name, el('span', { class: 'mark' }, one.kind), one.shared && el('span', { class: 'mark' }, 'shared')),
    one.description && el('p', {}, one.description),
    el('p', {}, `${owner} · ${one.width} × ${one.height}`),
    mine && el('div', { class: 'row' },
      action('share', one.shared ? 'Stop sharing' : 'Share with everyone', () => give(`/avatar share ${one.name} ${one.shared ? 'nobody' : 'everyone'}`)),
      action('describe', 'Describe…', () => describe(one)),
      action('delete', 'Delete…', () => remove(one))));
}

const action = (name, label, onclick) => el('button', { type: 'button', data: { action: name }, onclick }, label);

function describe(one) {
  askText({
    title: `What ${one.name} shows`,
    label: 'For models that take no picture',
    value: one.description,
    submit: (text) => give(`/avatar describe ${one.name} ${quoted(text)}`),
  });
}

function remove(one) {
  confirmDelete(() => give(`/avatar remove ${one.name}`), `Delete the avatar ${one.name}?`, 'Tags that name it find nothing any more. Pictures that were drawn with it stay.');
}

function give(text) {
  commandGiven(text);
  return post(`${ROOM}/commands`, { person: acting().person.id, text, upload: null })
    .catch((refused) => say($('problem'), refused.message));
}

const isOpen = () => !$('panel').classList.contains('closed');

function toggle(visible, remember = true) {
  $('panel').classList.toggle('closed', !visible);
  $('panel-toggle').setAttribute('aria-expanded', String(visible));
  show($('shade'), visible && NARROW.matches);
  if (remember && !NARROW.matches) localStorage.setItem(OPEN, String(visible));
  if (visible) changed();
}

function select(name, focus) {
  current = name;
  for (const tab of tabs) {
    const chosen = tab === name;
    $(`tab-${tab}`).setAttribute('aria-selected', String(chosen));
    $(`tab-${tab}`).tabIndex = chosen ? 0 : -1;
    show($(tab), chosen);
  }
  if (focus) $(`tab-${name}`).focus();
  if (name === 'prompt') loadPrompt().catch((refused) => $('prompt').replaceChildren(el('p', { class: 'nothing' }, refused.message)));
}

tabs.forEach((name) => {
  $(`tab-${name}`).addEventListener('click', () => select(name));
  $(`tab-${name}`).addEventListener('focus', () => { if (current !== name) select(name); });
});
rove(document.querySelector('.tabs'), '[role="tab"]');
const dismiss = () => { toggle(false); $('panel-toggle').focus(); };
$('panel-toggle').addEventListener('click', () => {
  toggle(!isOpen());
  if (isOpen() && NARROW.matches) $(`tab-${current}`).focus();
});
$('panel-close').addEventListener('click', dismiss);
$('shade').addEventListener('click', dismiss);
$('panel').addEventListener('keydown', (event) => { if (event.key === 'Escape' && NARROW.matches) dismiss(); });
NARROW.addEventListener('change', () => toggle(!NARROW.matches && localStorage.getItem(OPEN) !== 'false', false));
toggle(!NARROW.matches && localStorage.getItem(OPEN) !== 'false', false);
