// Ties the parts of the page together.
import { $, say } from './dom.js';
import { connect } from './api.js';
import { listen } from './live.js';
import { openForm } from './dialogs.js';
import * as people from './people.js';
import * as room from './room.js';
import * as panel from './panel.js';
import './composer.js';

const PATIENCE = 1500;

async function begin() {
  try {
    await connect();
  } catch {
    say($('banner'), 'Limner is not running, reconnecting…');
    setTimeout(begin, PATIENCE);
    return;
  }
  say($('banner'), '');
  people.draw();
  people.onChange(() => { room.redraw(); panel.changed(); });
  listen({
    hello: () => { room.load().catch(() => {}); panel.changed(); },
    message: (entry) => { room.add(entry); panel.changed(); },
    edited: (entry) => { room.replace(entry); if (entry.kind !== 'bot') panel.changed(); },
    deleted: (gone) => { room.remove(gone); panel.changed(); },
    note: (note) => { room.addNote(note); panel.changed(); },
    form: openForm,
    sample: room.addAccount,
    people: people.setPeople,
    changed: panel.changed,
  });
}

const toggle = $('theme-toggle');
const dark = () => (document.documentElement.dataset.theme || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
toggle.setAttribute('aria-pressed', String(dark()));
toggle.addEventListener('click', () => {
  document.documentElement.dataset.theme = dark() ? 'light' : 'dark';
  localStorage.setItem('limner.theme', document.documentElement.dataset.theme);
  toggle.setAttribute('aria-pressed', String(dark()));
});

begin();
