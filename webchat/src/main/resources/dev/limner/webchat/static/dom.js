// Elements are built, never parsed from text: what people write cannot become markup.

export const $ = (id) => document.getElementById(id);

export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'class') element.className = value;
    else if (name === 'data') Object.assign(element.dataset, value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** As one option of a command. */
export const quoted = (text) => `"${text.trim().replace(/\s+/g, ' ').replace(/"/g, '”')}"`;

export function show(element, visible = true) { element.hidden = !visible; }

/** Shows a text in its place, or hides the place when there is none. */
export function say(element, text) {
  element.textContent = text || '';
  element.hidden = !text;
}

const SPOKEN = /(\*\*[^*\n]+\*\*|\*[^*\n]+\*|\(\([\s\S]*?\)\)|["“][^"”\n]*["”])/g;

/** Roleplay markup: *action*, **stress**, "speech", ((aside)). */
export function words(text) {
  return text.split(SPOKEN).filter(Boolean).map((piece) => {
    if (/^\*\*[^*]+\*\*$/.test(piece)) return el('strong', {}, piece.slice(2, -2));
    if (/^\*[^*]+\*$/.test(piece)) return el('em', {}, piece.slice(1, -1));
    if (piece.startsWith('((') && piece.endsWith('))')) return el('span', { class: 'aside-talk' }, piece);
    return document.createTextNode(piece);
  });
}

const faces = new Map();

/** The pictures of those who have one, by folded name. */
export function setFaces(entries) {
  faces.clear();
  entries.forEach(([name, url]) => faces.set(name.toLowerCase(), url));
  document.querySelectorAll('.initial[data-name]').forEach((old) => old.replaceWith(initial(old.dataset.name)));
}

/** An author's sign: a face where there is one, otherwise an illuminated letter. */
export function initial(name) {
  const url = faces.get(name.toLowerCase());
  if (url) return el('span', { class: 'initial', 'aria-hidden': 'true', data: { name } }, el('img', { src: url, alt: '' }));
  let mixed = 2166136261;
  for (const letter of name) mixed = Math.imul(mixed ^ letter.codePointAt(0), 16777619);
  const hue = (mixed >>> 16) % 8;
  const letter = [...name.trim()][0] || '?';
  return el('span', { class: `initial hue-${hue}`, 'aria-hidden': 'true', data: { name } }, letter.toUpperCase());
}

/** Arrow keys move among the items of a menu or tab list; one of them is in the tab order. */
export function rove(container, selector) {
  container.addEventListener('keydown', (event) => {
    const items = [...container.querySelectorAll(selector)];
    const at = items.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    let next = null;
    if (step) next = items[(at + step + items.length) % items.length];
    if (event.key === 'Home') next = items[0];
    if (event.key === 'End') next = items[items.length - 1];
    if (next) { event.preventDefault(); next.focus(); }
  });
}
