// Pictures on their way in: by button, by dropping them anywhere, or pasted. A picture becomes an avatar, or goes with
// the command that is being typed.
import { $, quoted, say, show } from './dom.js';
import { ROOM, post, upload } from './api.js';
import { closeAll, open } from './dialogs.js';
import { acting } from './people.js';
import { commandGiven } from './room.js';

let attached = null;
let offered = null;

/** The file that goes with the next command, or null. */
export const attachedFile = () => attached;

export function attach(file) {
  attached = file;
  show($('attachment'), Boolean(file));
  $('attachment-name').textContent = file ? file.name : '';
}

function take(file) {
  if (!file) return;
  if ($('text').value.startsWith('/')) {
    attach(file);
    $('text').focus();
    return;
  }
  offered = file;
  URL.revokeObjectURL($('avatar-preview').src);
  $('avatar-preview').src = URL.createObjectURL(file);
  $('avatar-name').value = oneWord(file.name.replace(/\.[^.]*$/, ''));
  $('avatar-description').value = '';
  tag();
  open($('dialog-avatar'), $('avatar-problem'));
  $('avatar-name').focus();
  $('avatar-name').select();
}

const oneWord = (name) => name.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{M}\p{Nd}_-]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 32);
const kind = () => $('avatar-form').elements.kind.value;
const tag = () => { $('avatar-tag').textContent = `<be-${kind()}:${oneWord($('avatar-name').value) || 'name'}:0.3>`; };

$('avatar-form').addEventListener('input', tag);
$('avatar-form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const name = oneWord($('avatar-name').value);
  const description = $('avatar-description').value.trim();
  const text = `/avatar add ${kind()} ${name}${description ? ` description=${quoted(description)}` : ''}`;
  $('avatar-add').disabled = true;
  commandGiven(text);
  try {
    await post(`${ROOM}/commands`, { person: acting().person.id, text, upload: await upload(offered) });
    closeAll();
  } catch (refused) {
    say($('avatar-problem'), refused.message);
  } finally {
    $('avatar-add').disabled = false;
  }
});

$('attach').addEventListener('click', () => $('file').click());
$('file').addEventListener('change', () => { take($('file').files[0]); $('file').value = ''; });
$('detach').addEventListener('click', () => { attach(null); $('text').focus(); });
$('text').addEventListener('paste', (event) => {
  const file = [...event.clipboardData.files].find((one) => one.type.startsWith('image/'));
  if (file) { event.preventDefault(); take(file); }
});

const carriesFile = (event) => [...(event.dataTransfer?.types || [])].includes('Files');
document.addEventListener('dragover', (event) => {
  if (!carriesFile(event)) return;
  event.preventDefault();
  show($('drop'));
});
document.addEventListener('dragleave', (event) => { if (!event.relatedTarget) show($('drop'), false); });
document.addEventListener('drop', (event) => {
  if (!carriesFile(event)) return;
  event.preventDefault();
  show($('drop'), false);
  take(event.dataTransfer.files[0]);
});
