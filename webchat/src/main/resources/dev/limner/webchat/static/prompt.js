// The prompt as composed: whose words are whose, what it costs, and what had to go.
import { el } from './dom.js';

const SOURCES = [['style', 'style'], ['character', 'character'], ['state', 'state'], ['scene', 'messages'], ['writer', 'scene writer'], ['command', 'command'], ['hint', 'hint'], ['limner', 'Limner']];
const CLASSES = { style: 'style', character: 'character', state: 'state', scene: 'scene', writer: 'writer', command: 'command', hint: 'hint-part', limner: 'limner' };
const NAMES = Object.fromEntries(SOURCES);
// A long story leaves out hundreds of sentences: the first rows tell what was cut and why, the rest wait to be asked for.
const SHOWN_LEFT_OUT = 12;

export function promptLeaf(prompt) {
  if (prompt.nothing) return [el('p', { class: 'nothing' }, prompt.nothing)];
  return [
    el('h3', {}, 'What would be sent'),
    el('p', { class: 'composed', id: 'prompt-text' }, ...prompt.parts.map((part) => (CLASSES[part.source]
      ? el('span', { class: CLASSES[part.source], title: part.label ? `${NAMES[part.source]}: ${part.label}` : NAMES[part.source] }, part.text)
      : part.text))),
    el('ul', { class: 'legend' }, ...SOURCES.filter(([source]) => prompt.parts.some((part) => part.source === source))
      .map(([source, label]) => el('li', {}, el('i', { class: CLASSES[source] }), label))),
    ...meter(prompt.tokens),
    ...section('Cast', prompt.cast.map((name, at) => el('li', {}, `${at + 1}. ${name}`))),
    ...section('References', prompt.references.map(reference)),
    prompt.negative && el('h3', {}, 'Not to be seen'),
    prompt.negative && el('p', {}, prompt.negative),
    ...leftOut(prompt.dropped),
    ...section('Notes', prompt.notes.map((text) => el('li', {}, text))),
    el('h3', {}, 'Format'),
    el('p', { class: 'fine' }, `${prompt.width} × ${prompt.height} pixels`),
  ].filter(Boolean);
}

function section(title, rows) {
  return rows.length ? [el('h3', {}, title), el('ul', { class: 'plain' }, ...rows)] : [];
}

function leftOut(dropped) {
  const rows = dropped.map((one) => el('li', {}, el('del', {}, one.text), el('div', { class: 'fine' }, `${one.what}: ${one.why}`)));
  const rest = rows.splice(SHOWN_LEFT_OUT);
  return [
    ...section('Left out', rows),
    ...(rest.length ? [el('details', { id: 'left-out-rest' }, el('summary', { class: 'fine' }, `and ${rest.length} more`), el('ul', { class: 'plain' }, ...rest))] : []),
  ];
}

function meter({ used, limit, encoder, exact }) {
  return [
    el('h3', {}, 'Length'),
    gauge(used / limit, 'Tokens used', used > limit * 0.95),
    el('p', { class: 'fine', id: 'prompt-tokens' }, `${exact ? '' : 'about '}${used} of ${limit} ${encoder === 'hosted' ? 'characters' : 'tokens'} (${encoder})`),
  ];
}

function gauge(share, label, full) {
  const fill = el('span');
  fill.style.width = `${Math.min(100, Math.round(share * 100))}%`;
  return el('div', { class: full ? 'meter full' : 'meter', role: 'meter', 'aria-label': label, 'aria-valuemin': 0, 'aria-valuemax': 100, 'aria-valuenow': Math.round(share * 100) }, fill);
}

function reference({ kind, name, weight, from }) {
  return el('li', {}, el('span', { class: 'weight' }, weight.toFixed(2)), el('span', { class: 'tag' }, `be-${kind}:${name}`), ' ', el('span', { class: 'fine' }, from), gauge(weight, `Weight of ${name}`, false));
}
