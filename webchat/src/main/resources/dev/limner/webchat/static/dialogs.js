// Dialogs: the browser's own element keeps the focus in, Escape closes, and the focus goes back.
import { $, say } from './dom.js';
import { ROOM, post } from './api.js';

export function open(dialog, problem) {
  if (problem) say(problem, '');
  if (!dialog.open) dialog.showModal();
}

export function closeAll() { document.querySelectorAll('dialog[open]').forEach((dialog) => dialog.close()); }

document.querySelectorAll('dialog').forEach((dialog) => {
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog || event.target.closest('[data-close]')) dialog.close();
  });
});

export function openPicture(picture) {
  $('picture-large').src = picture.url;
  $('picture-large').alt = picture.alt;
  $('picture-caption').textContent = picture.alt;
  $('picture-download').href = `${picture.url}?download`;
  $('picture-download').download = picture.fileName;
  open($('dialog-picture'));
}

let deletion = null;
export function confirmDelete(work, title = 'Delete this message?', what = 'It is deleted in the story too.') {
  deletion = work;
  $('confirm-title').textContent = title;
  $('confirm-what').textContent = what;
  open($('dialog-confirm'));
}
$('confirm-form').addEventListener('submit', (event) => {
  event.preventDefault();
  closeAll();
  deletion?.();
});

let form = null;
/** A text that Limner asks somebody to edit. */
export function openForm(request) {
  askText({ ...request, submit: (value) => post(`${ROOM}/forms`, { person: request.person, form: request.id, value }) });
}
/** A text that is edited; `submit` rejects where it cannot be taken. */
export function askText(request) {
  form = request;
  $('form-title').textContent = request.title;
  $('form-label').textContent = request.label;
  $('form-value').value = request.value;
  open($('dialog-form'), $('form-problem'));
  $('form-value').focus();
}
$('form-form').addEventListener('submit', async (event) => {
  event.preventDefault();
  try {
    await form.submit($('form-value').value);
    closeAll();
  } catch (refused) {
    say($('form-problem'), refused.message);
  }
});
$('form-value').addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) $('form-form').requestSubmit();
});
