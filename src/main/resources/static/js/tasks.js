// The pages of tasks on a telephone: what to keep for where there is no network, and what to say about it.

import {belongTo, draftOf, dropDraft, forgetOnSignOut, keepDraft} from './kept.js';
import {startKeeping} from './keeping.js';
import {sendUnsent, sayHowMany} from './unsent.js';
import {fill, offerReplies, showWhatBelongs, typed} from './task-form.js';

const main = document.querySelector('main');
const {person, task, done, ahead} = main.dataset;
const report = document.querySelector('main a[href="/desk/report"]');
const form = document.getElementById('answers');
const network = document.getElementById('network');
const draft = document.getElementById('draft');
const TIME = {timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hour12: false};
const DATE = {timeZone: 'Asia/Shanghai', month: 'long', day: 'numeric'};

const clock = at => {
  const day = when => when.toLocaleDateString('zh-CN', DATE);
  const today = day(at) === day(new Date());
  return (today ? '' : day(at) + ' ') + at.toLocaleTimeString('zh-CN', TIME);
};

function say(place, text) {
  if (place) {
    place.textContent = text;
    place.hidden = text === '';
  }
}

/** The worker marks a page that it kept; a page from the network may lose it later. */
function sayWhereWeAre() {
  const kept = document.documentElement.dataset.kept;
  if (location.hash === '#unsent') {
    say(network, '没有网络，刚才没有提交成功。写的内容还在，有网后再点“提交”。');
  } else if (kept) {
    say(network, `离线：这是 ${clock(new Date(Number(kept)))} 时的内容。可以看、可以先写，有网后再提交。`);
  } else {
    say(network, navigator.onLine ? '' : '离线：可以看、可以先写，有网后再提交。');
  }
}

function keepTyped() {
  const kept = keepDraft(person, task, typed(form));
  say(draft, kept ? `草稿已保留在这部手机上（${clock(new Date())}）。` : '这部手机存不下草稿，请不要离开本页。');
}

function startForm() {
  const changed = () => {
    showWhatBelongs(form);
    keepTyped();
  };
  const earlier = draftOf(person, task);
  if (earlier && main.dataset.typed !== 'true') {
    fill(form, earlier.values);
    say(draft, `草稿已保留：这是 ${clock(new Date(earlier.at))} 写的内容。`);
  }
  showWhatBelongs(form);
  offerReplies(form);
  form.addEventListener('input', changed);
  form.addEventListener('submit', event => {
    keepTyped();
    if (!navigator.onLine) {
      event.preventDefault();
      say(network, '离线，没有提交。草稿已保留在这部手机上，有网后再点“提交”。');
      network.scrollIntoView({block: 'center'});
    }
  });
}

if (person) {
  belongTo(person);
  forgetOnSignOut();
  if (done) {
    dropDraft(person, done);
  }
  if (form) {
    startForm();
  }
  if (location.pathname.endsWith('/contact')) {
    // Loading the page again must not look the telephone number up again.
    history.replaceState(null, '', location.pathname.replace(/\/contact$/, ''));
  }
  document.getElementById('problems')?.scrollIntoView();
  sayWhereWeAre();
  if (report) {
    sayHowMany(person, report);
    sendUnsent(person).finally(() => sayHowMany(person, report));
  }
  for (const change of ['online', 'offline']) {
    window.addEventListener(change, () => {
      history.replaceState(null, '', location.pathname + location.search);
      sayWhereWeAre();
    });
  }
  // At a table there is a network; on the desk's own page only a telephone keeps tasks.
  if (main.classList.contains('field-work') || matchMedia('not all and (min-width: 40rem)').matches) {
    const fresh = !document.documentElement.dataset.kept;
    startKeeping(fresh && ahead !== undefined && {ahead: ahead.split(' ').filter(id => id), report: Boolean(report)}).catch(() => {});
  }
}
