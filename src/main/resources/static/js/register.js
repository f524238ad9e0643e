// At the desk with a caller on the line: what his words hint at is told while they are written down, and the slip is printed.
import {hintsFor} from './hinted.js';
import {similarBeside} from './similar.js';

const form = document.getElementById('registration');
const print = document.getElementById('print');

function start() {
  hintsFor(form);
  similarBeside(form);
  document.getElementById('keys').hidden = false;
  form.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  // A second stroke sends nothing again; the key of the page would make it one appeal all the same.
  let sent = false;
  form.addEventListener('submit', event => {
    if (sent) {
      event.preventDefault();
    }
    sent = true;
  });
  window.addEventListener('pageshow', () => { sent = false; });
  (form.querySelector('[aria-invalid=true]') ?? form.elements.description).focus();
}

if (form) {
  start();
}
if (print) {
  print.hidden = false;
  print.addEventListener('click', () => window.print());
  document.getElementById('next').focus();
}
