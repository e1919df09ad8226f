// What a command can be completed to: its name first, then the values of its options.
import { $, el, say, show } from './dom.js';
import { session } from './api.js';
import { known } from './panel.js';

const MOST = 40;
const list = $('completion');
const field = $('text');
let options = [];
let selected = -1;

const path = (command) => (command.sub ? `${command.name} ${command.sub}` : command.name);
const takes = (command) => command.options.filter((option) => option.type !== 'IMAGE')
  .map((option) => (option.required ? option.name.toUpperCase() : `[${option.name}=…]`)).join(' ');

/** Looks again at what stands in the field. */
export function refresh() {
  const text = field.value;
  say($('usage'), '');
  if (!text.startsWith('/') || text.includes('\n') || field.selectionStart !== text.length) return close();
  const typed = text.slice(1).toLowerCase();
  const command = session.commands.find((one) => typed.startsWith(`${path(one)} `));
  if (command) offerValues(command, text.slice(path(command).length + 2));
  else offerCommands(typed);
}

function offerCommands(typed) {
  const words = typed.trim();
  const exact = session.commands.filter((one) => path(one).startsWith(words));
  const loose = session.commands.filter((one) => !exact.includes(one) && path(one).split(' ').some((word) => word.startsWith(words)));
  options = [...exact, ...loose].slice(0, MOST).map((command) => ({
    insert: `/${path(command)}${command.options.length ? ' ' : ''}`,
    complete: path(command) === typed.trim(),
    row: [el('span', {}, el('b', {}, `/${path(command)}`), el('span', { class: 'takes' }, ` ${takes(command)}`)), el('small', {}, command.description)],
  }));
  draw(options.length ? 0 : -1);
}

function offerValues(command, rest) {
  const given = rest.match(/(?:[^\s"]+=)?"[^"]*"?|\S+/g) || [];
  const current = rest === '' || /\s$/.test(rest) && (rest.split('"').length % 2 === 1) ? '' : given.pop() || '';
  const required = command.options.filter((option) => option.required && option.type !== 'IMAGE');
  const keyed = /^([a-z]+)=(.*)$/i.exec(current);
  const position = given.filter((word) => !/^[a-z]+=/i.test(word)).length;
  const option = keyed ? command.options.find((one) => one.name === keyed[1].toLowerCase()) : required[position];
  describe(command, option);
  const head = field.value.slice(0, field.value.length - current.length);
  const prefix = keyed ? `${keyed[1]}=` : '';
  const value = (keyed ? keyed[2] : current).replace(/"/g, '').toLowerCase();
  let values = option ? valuesOf(option) : [];
  if (!keyed && position >= required.length) {
    values = command.options.filter((one) => !one.required && !rest.includes(`${one.name}=`)).map((one) => ({ value: `${one.name}=`, what: one.description, open: true }));
  }
  options = values.filter((one) => one.value.toLowerCase().startsWith(value) && one.value.toLowerCase() !== value).slice(0, MOST).map((one) => ({
    insert: `${head}${prefix}${/\s/.test(one.value) ? `"${one.value}"` : one.value}${one.open ? '' : ' '}`,
    row: [el('b', {}, one.value), one.what && el('small', {}, one.what)],
  }));
  draw(-1);
}

function valuesOf(option) {
  const plain = (names, what) => names.map((value) => ({ value, what }));
  switch (option.type) {
    case 'CHOICE': return plain(option.choices, option.description);
    case 'AVATAR': return known.avatars.map((avatar) => ({ value: avatar.name, what: `${avatar.kind} avatar` }));
    case 'CHARACTER': return plain(known.characters.map((character) => character.name), 'character');
    case 'STYLE': return plain(['none', ...known.styles], 'style');
    case 'MEMBER': return plain(session.people.map((person) => person.name), 'in the room');
    default: return [];
  }
}

function describe(command, option) {
  const parts = command.options.flatMap((one) => {
    const name = one.type === 'IMAGE' ? '(attach a picture)' : one.required ? one.name.toUpperCase() : `[${one.name}=…]`;
    return [' ', one === option ? el('b', {}, name) : name];
  });
  $('usage').replaceChildren(`/${path(command)}`, ...parts, option ? ` · ${option.description}` : '');
  show($('usage'));
}

function draw(select) {
  selected = select;
  list.replaceChildren(...options.map((option, at) => el('div', {
    class: 'option', id: `option-${at}`, role: 'option', 'aria-selected': String(at === selected),
    data: { insert: option.insert }, onpointerdown: (event) => { event.preventDefault(); accept(at); },
  }, ...option.row.filter(Boolean))));
  show(list, options.length > 0);
  mark();
}

function mark() {
  [...list.children].forEach((row, at) => row.setAttribute('aria-selected', String(at === selected)));
  if (selected >= 0 && !list.hidden) {
    field.setAttribute('aria-activedescendant', `option-${selected}`);
    list.children[selected].scrollIntoView({ block: 'nearest' });
  } else field.removeAttribute('aria-activedescendant');
}

export function close() {
  options = [];
  draw(-1);
}

function accept(at) {
  field.value = options[at].insert;
  field.dispatchEvent(new Event('input'));
  field.focus();
}

/** Whether the key was for the list. Enter is, unless what stands there is a whole command. */
export function key(event) {
  if (list.hidden) return false;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    selected = (selected + (event.key === 'ArrowDown' ? 1 : -1) + options.length) % options.length;
    if (selected < 0) selected = options.length - 1;
    mark();
  } else if (event.key === 'Tab' && !event.shiftKey) accept(Math.max(selected, 0));
  else if (event.key === 'Enter' && !event.shiftKey && selected >= 0 && !options[selected].complete) accept(selected);
  else if (event.key === 'Escape') close();
  else return false;
  event.preventDefault();
  return true;
}
