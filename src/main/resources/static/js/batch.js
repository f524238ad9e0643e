// Many at once: Enter adds a line, and what is typed stays when the telephone rings in between.
import {belongTo, draftOf, dropDraft, keepDraft} from './kept.js';

const DRAFT = 'batch';
const MOST = 100;
const main = document.querySelector('main');
const {person} = main.dataset;
const form = document.getElementById('batch');
const draft = document.getElementById('draft');
const body = form.querySelector('tbody');

const lines = () => [...body.querySelectorAll('.entry')];
const field = (line, name) => line.querySelector(`[name="${name}"]`);

const newKey = () => ([1e7] + -1e3 + -4e3 + -8e3 + -1e11).replace(/[018]/g,
  it => (it ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> it / 4).toString(16));

/** Another line; the place is mostly that of the line above. */
function add() {
  const last = lines().at(-1);
  if (lines().length >= MOST) {
    draft.textContent = `一次最多 ${MOST} 行，请先登记。`;
    draft.hidden = false;
    return last;
  }
  const line = last.cloneNode(true);
  const number = Math.max(Number(form.elements.last.value), ...lines().map(one => Number(field(one, 'line').value))) + 1;
  line.querySelectorAll('.problem').forEach(problem => problem.remove());
  line.querySelectorAll('textarea, input[type=text], input[type=tel]').forEach(input => { input.value = ''; });
  field(line, 'line').value = number;
  line.querySelector('.number').textContent = number;
  field(line, 'key').value = newKey();
  field(line, 'unit').value = field(last, 'unit').value;
  body.append(line);
  return line;
}

/** A telephone number stays on no device. */
function keep() {
  const kept = keepDraft(person, DRAFT, {
    channel: form.elements.channel.value, book: form.elements.book.value, page: form.elements.page.value,
    lines: lines().map(line => ['line', 'key', 'description', 'unit', 'address', 'name'].map(name => field(line, name).value)),
  });
  draft.textContent = kept ? '' : '这台电脑存不下草稿，请不要离开本页。';
  draft.hidden = kept;
}

function fill(values) {
  form.elements.channel.value = values.channel;
  form.elements.book.value = values.book;
  form.elements.page.value = values.page;
  while (lines().length < Math.min(MOST, values.lines.length)) {
    add();
  }
  values.lines.slice(0, lines().length).forEach((line, i) => ['line', 'key', 'description', 'unit', 'address', 'name'].forEach((name, j) => {
    field(lines()[i], name).value = line[j];
  }));
}

belongTo(person);
const typed = lines().some(line => field(line, 'description').value);
const earlier = draftOf(person, DRAFT);
if (main.dataset.kept !== 'true') {
  dropDraft(person, DRAFT);
} else if (earlier && !typed) {
  fill(earlier.values);
  draft.textContent = '草稿已保留，接着录入。';
  draft.hidden = false;
}
form.addEventListener('input', keep);
form.addEventListener('keydown', event => {
  const line = event.target.closest('.entry');
  if (event.key !== 'Enter' || event.isComposing || !line || event.shiftKey) {
    return;
  }
  event.preventDefault();
  if (event.ctrlKey || event.metaKey) {
    form.requestSubmit(document.getElementById('submit'));
    return;
  }
  const next = line.nextElementSibling ?? add();
  field(next, 'description').focus();
  keep();
});
document.getElementById('add').addEventListener('click', event => {
  event.preventDefault();
  field(add(), 'description').focus();
  keep();
});
(lines().find(line => !field(line, 'description').value) ?? lines().at(-1))?.querySelector('textarea').focus();
