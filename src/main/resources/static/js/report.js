// Taking an appeal down outdoors: it is kept on this telephone first and sent then, so that it is not lost and comes once.
import {belongTo, draftOf, dropDraft, dropUnsent, forgetOnSignOut, keepDraft, keepUnsent, unsentOf} from './kept.js';
import {startKeeping} from './keeping.js';
import {hintsFor} from './hinted.js';
import {photosFor} from './report-photos.js';
import {sendUnsent} from './unsent.js';

const DRAFT = 'report';
const AGAIN = 30000;
const main = document.querySelector('main');
const {person} = main.dataset;
const form = document.getElementById('report');
const network = document.getElementById('network');
const waiting = document.getElementById('waiting');
const draft = document.getElementById('draft');
const fields = [...form.elements].filter(field =>
  field.name && !field.name.startsWith('_') && !['key', 'attachments', 'photos'].includes(field.name));

const newKey = () => ([1e7] + -1e3 + -4e3 + -8e3 + -1e11).replace(/[018]/g,
  it => (it ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> it / 4).toString(16));

/** Whether the server has answered since this page was opened. */
let reached = false;

function say(place, text) {
  place.textContent = text;
  place.hidden = text === '';
}

/** What was typed, by name. A draft has no telephone number: that stays on no device but with what is on its way. */
function typed(whole) {
  const values = {};
  for (const field of fields) {
    if (/radio|checkbox/.test(field.type) ? field.checked : whole || field.type !== 'tel') {
      values[field.name] = field.value;
    }
  }
  return values;
}

function fill(values) {
  for (const field of fields) {
    if (/radio|checkbox/.test(field.type)) {
      field.checked = values[field.name] === field.value;
    } else {
      field.value = values[field.name] ?? '';
    }
  }
}

/** As a program would send it. */
function bodyOf(values) {
  const body = {};
  for (const [name, value] of Object.entries(values)) {
    const [first, second] = name.split('.');
    const given = form.elements[name].type === 'checkbox' ? true : value;
    if (second) {
      (body[first] ??= {})[second] = given;
    } else {
      body[first] = given;
    }
  }
  return body;
}

function button(text, act) {
  const one = document.createElement('button');
  one.type = 'button';
  one.className = 'second';
  one.textContent = text;
  one.addEventListener('click', act);
  return one;
}

function problemsOf(unsent) {
  return unsent.problems.map(({field, zh}) => {
    const label = field && document.querySelector(`label[for="${CSS.escape(field)}"]`);
    return label ? `${label.textContent}：${zh}` : zh;
  }).join('；');
}

function line(unsent) {
  const item = document.createElement('li');
  const words = document.createElement('p');
  words.className = 'what';
  words.textContent = unsent.values.description.slice(0, 40);
  const state = document.createElement('p');
  state.className = unsent.problems ? 'problem' : 'hint';
  state.textContent = unsent.problems ? `没有收下。${problemsOf(unsent)}` : '已存在这部手机上，有网自动发送。';
  const many = unsent.photos?.length ?? 0;
  if (many) {
    words.append(' ', Object.assign(document.createElement('span'), {className: 'tag', textContent: `照片和附件 ${many} 个`}));
  }
  item.append(words, state);
  if (unsent.problems) {
    const actions = document.createElement('p');
    actions.className = 'actions';
    actions.append(button('修改后再登记', () => {
      fill(unsent.values);
      dropUnsent(person, unsent.key);
      photos.give(unsent.photos ?? []);
      keepTyped();
      list();
      form.elements.description.focus();
    }));
    item.append(actions);
  }
  return item;
}

function list() {
  const all = unsentOf(person);
  waiting.hidden = !all.length;
  waiting.querySelector('.count').textContent = all.length || '';
  waiting.querySelector('ul').replaceChildren(...all.map(line));
}

function keepTyped() {
  const kept = keepDraft(person, DRAFT, typed(false));
  say(draft, kept ? '' : '这部手机存不下草稿，请不要离开本页。');
}

async function send() {
  if (!unsentOf(person).some(it => !it.problems)) {
    return {};
  }
  const {sent, signIn, later} = await sendUnsent(person);
  reached = !later;
  list();
  if (signIn) {
    network.replaceChildren('登录已过期，没有发送。', Object.assign(document.createElement('a'), {href: '/desk/report', textContent: '重新登录'}), '后自动发送。');
    network.hidden = false;
  } else {
    sayWhereWeAre();
  }
  return sent;
}

/** The worker marks a page that it kept; a browser may say that there is a network where there is none. */
function sayWhereWeAre() {
  const offline = !reached && (document.documentElement.dataset.kept || !navigator.onLine);
  say(network, offline ? '离线：照样可以登记，先存在这部手机上，有网自动发送。' : '');
}

async function file(event) {
  event.preventDefault();
  const values = typed(true);
  if (values.description.trim().length < 2) {
    say(network, '请先写原话。');
    form.elements.description.focus();
    return;
  }
  const taken = photos.take();
  const unsent = {key: newKey(), at: Date.now(), values, body: bodyOf(values), photos: taken};
  if (!keepUnsent(person, unsent)) {
    photos.give(taken);
    if (taken.length) {
      say(network, '这部手机存不下了，没有登记。请先在有网的地方登记，或者去掉照片。');
    } else {
      // Nothing can be kept here: the page is sent as if there were no script.
      form.submit();
    }
    return;
  }
  dropDraft(person, DRAFT);
  fill({channel: values.channel, 'location.unit': values['location.unit']});
  forgetHints();
  list();
  waiting.scrollIntoView({block: 'center'});
  const sent = await send();
  if (sent?.[unsent.key]) {
    location.assign('/desk/register/' + sent[unsent.key]);
  }
}

belongTo(person);
forgetOnSignOut();
const earlier = draftOf(person, DRAFT);
if (earlier && main.dataset.typed !== 'true') {
  fill(earlier.values);
}
const photos = photosFor(form, person, () => unsentOf(person).flatMap(unsent => unsent.photos ?? []), newKey);
const forgetHints = hintsFor(form);
form.addEventListener('input', keepTyped);
form.addEventListener('submit', file);
document.getElementById('offline').hidden = false;
document.getElementById('problems')?.scrollIntoView();
list();
sayWhereWeAre();
send();
window.addEventListener('online', send);
window.addEventListener('offline', () => {
  reached = false;
  sayWhereWeAre();
});
window.addEventListener('storage', list);
document.addEventListener('visibilitychange', () => document.hidden || send());
setInterval(send, AGAIN);
startKeeping({report: true}).catch(() => {});
