// How one message looks, and a note that only one person sees.
import { el, initial, words } from './dom.js';
import { openPicture } from './dialogs.js';

const PERCENT = /\b(\d{1,3}) ?%\W*$/;
const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

/** How far something is, where a message of Limner's ends with a percentage; otherwise null. */
export function progressOf(text) {
  const found = PERCENT.exec(text);
  return found && Number(found[1]) <= 100 ? Number(found[1]) : null;
}

export function message(entry, actions) {
  const bot = entry.kind === 'bot';
  const when = new Date(entry.at);
  const sign = bot
    ? el('span', { class: 'initial', 'aria-hidden': 'true' }, el('img', { src: '/favicon.svg', alt: '' }))
    : initial(entry.name);
  return el('article', {
    class: `message ${entry.kind}`, id: `m-${entry.id}`, tabindex: '-1',
    data: { message: entry.id, author: `${entry.kind}/${entry.person || ''}/${entry.name}`, at: entry.at, position: entry.position },
    'aria-label': `${entry.name}, ${clock.format(when)}`,
  },
  sign,
  el('div', { class: 'body' },
    el('div', { class: 'byline' },
      el('span', { class: 'author' }, entry.name),
      entry.kind === 'proxy' && el('span', { class: 'kind' }, actions.voiceOf(entry)),
      el('time', { datetime: when.toISOString(), title: when.toLocaleString() }, clock.format(when))),
    ...content(entry, bot, (button) => actions.press(entry.id, button))),
  actions.isMine(entry) && el('div', { class: 'tools' },
    el('button', { type: 'button', data: { action: 'edit' }, onclick: () => edit(entry, actions) }, 'Edit'),
    el('button', { type: 'button', data: { action: 'delete' }, onclick: () => actions.remove(entry) }, 'Delete')));
}

function content(entry, bot, press) {
  const percent = bot && entry.pictures.length === 0 ? progressOf(entry.text) : null;
  const pictures = entry.pictures.map((picture) => shown(picture, entry.text));
  const text = entry.text && el('div', { class: 'words' }, ...(bot ? [entry.text] : words(entry.text)));
  return [
    text,
    !bot && entry.revision > 0 && el('span', { class: 'edited' }, 'edited'),
    percent !== null && bar(percent),
    ...pictures,
    buttons(entry.buttons, press),
  ].filter(Boolean);
}

function bar(percent) {
  const fill = el('span');
  fill.style.width = `${percent}%`;
  return el('div', { class: 'progress', role: 'progressbar', 'aria-label': 'Progress', 'aria-valuemin': 0, 'aria-valuemax': 100, 'aria-valuenow': percent }, fill);
}

function shown(picture) {
  if (!/^image\/(png|jpeg|webp|gif)$/.test(picture.mediaType)) {
    return el('a', { class: 'quiet file-link', href: `${picture.url}?download`, download: picture.fileName }, `Save ${picture.fileName}`);
  }
  const button = el('button', { type: 'button', class: picture.spoiler && 'veiled', 'aria-label': `Enlarge: ${picture.alt || picture.fileName}` },
    el('img', { src: picture.url, alt: picture.alt, decoding: 'async' }));
  button.addEventListener('click', () => {
    if (button.classList.contains('veiled')) button.classList.remove('veiled');
    else openPicture(picture);
  });
  return el('figure', { class: 'miniature' }, button, picture.alt && el('figcaption', {}, picture.alt));
}

function buttons(list, press) {
  if (list.length === 0) return null;
  return el('div', { class: 'buttons' }, ...list.map((button) => {
    const made = el('button', { type: 'button', data: { button: button.id } }, button.label);
    made.addEventListener('click', async () => {
      made.disabled = true;
      try { await press(button.id); } finally { made.disabled = false; }
    });
    return made;
  }));
}

function edit(entry, actions) {
  const article = document.getElementById(`m-${entry.id}`);
  if (article.classList.contains('editing')) return;
  const field = el('textarea', { 'aria-label': 'The message' });
  field.value = entry.text;
  const close = () => { box.remove(); article.classList.remove('editing'); article.focus(); };
  const save = async () => {
    if (field.value.trim() === entry.text) close();
    else if (await actions.edit(entry, field.value)) close();
  };
  const box = el('div', { class: 'edit-box' }, field, el('div', { class: 'row' },
    el('button', { type: 'button', class: 'primary', data: { action: 'save' }, onclick: save }, 'Save'),
    el('button', { type: 'button', class: 'quiet', onclick: close }, 'Cancel')));
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); save(); }
  });
  article.classList.add('editing');
  article.querySelector('.body').append(box);
  field.focus();
}

const onlyFor = (who) => `Only ${who === 'You' ? 'you' : who} can see this`;

/** An answer for one person's eyes; `given` is the command that it answers, where it is known. */
export function note(entry, who, press, given, dismiss) {
  const made = el('aside', { class: 'note', id: entry.id, data: { note: '', since: entry.at } },
    el('p', { class: 'who' }, el('span', {}, onlyFor(who)), given && el('code', {}, given)),
    ...content({ ...entry, kind: 'note', revision: 0 }, true, (button) => press(entry.id, button)));
  made.append(el('button', { type: 'button', class: 'icon dismiss', 'aria-label': 'Dismiss', onclick: () => { made.remove(); dismiss(); } }, '×'));
  return made;
}

/** What was done to set the sample up: each command with its answer. */
export function account(steps, who) {
  const made = el('aside', { class: 'note', data: { note: 'sample' } },
    el('p', { class: 'who' }, onlyFor(who)),
    el('div', { class: 'words' }, 'The sample story is set up. It took the same commands that you would type.'),
    el('details', {}, el('summary', {}, `The ${steps.length} commands`),
      el('dl', {}, ...steps.flatMap((step) => [el('dt', {}, el('code', {}, step.command)), el('dd', {}, step.answer)]))));
  made.append(el('button', { type: 'button', class: 'icon dismiss', 'aria-label': 'Dismiss', onclick: () => made.remove() }, '×'));
  return made;
}
