// What the server tells of its own accord, and what to do when it is gone.
import { $, el, say } from './dom.js';
import { ROOM, connect } from './api.js';

const KINDS = ['hello', 'message', 'edited', 'deleted', 'note', 'form', 'sample', 'people', 'changed'];
const PATIENCE = 1500;

/** Listens for good. Every (re)connection begins with `hello`: what was missed must be read anew. */
export function listen(handlers) {
  let source = null;
  let timer = null;

  function open() {
    clearTimeout(timer);
    source = new EventSource(`${ROOM}/events`);
    for (const kind of KINDS) {
      source.addEventListener(kind, (event) => {
        if (kind === 'hello') say($('banner'), '');
        handlers[kind]?.(JSON.parse(event.data));
      });
    }
    source.addEventListener('again', () => { source.close(); open(); });
    source.addEventListener('elsewhere', () => {
      source.close();
      $('banner').replaceChildren('Limner is open in too many tabs. ', el('button', { type: 'button', onclick: open }, 'Continue here'));
      $('banner').hidden = false;
    });
    source.onerror = () => {
      source.close();
      clearTimeout(timer);
      timer = setTimeout(again, PATIENCE);
    };
  }

  async function again() {
    try {
      await connect();
      open();
    } catch {
      say($('banner'), 'Limner is not running, reconnecting…');
      timer = setTimeout(again, PATIENCE);
    }
  }

  open();
}
