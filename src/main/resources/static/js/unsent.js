// What was taken down where there was no network goes out when there is one again: each with its own key, so never twice.
import {dropUnsent, keepUnsent, unsentOf} from './kept.js';
import {dropPhotos, keepPhoto, photo} from './photos.js';

const PATIENCE = 20000;
const PATIENCE_WITH_FILES = 180000;
let sending = null;

async function post(path, key, body, patience) {
  const headers = {'Accept': 'application/json', 'Idempotency-Key': key, 'X-Requested-With': 'XMLHttpRequest'};
  if (typeof body === 'string') {
    headers['Content-Type'] = 'application/json';
  }
  const answer = await fetch(path, {
    method: 'POST', credentials: 'same-origin', cache: 'no-store', headers, body, signal: AbortSignal.timeout(patience)});
  const told = await answer.json().catch(() => ({}));
  return {status: answer.status, told};
}

const taken = status => status === 200 || status === 201;

/** Sends a photo unless the server has it. What was read last time is written down: a telephone may be switched off any time. */
async function sendPhoto(key) {
  const kept = await photo(key);
  if (!kept) {
    return {status: 400, told: {detail: '有照片已经不在这部手机上了，请重新拍或者不带照片登记'}};
  }
  if (kept.id) {
    return {status: 200, told: {id: kept.id}};
  }
  const body = new FormData();
  body.append('file', new Blob([kept.bytes], {type: kept.type}), kept.name);
  const answer = await post('/api/attachments', key, body, PATIENCE_WITH_FILES);
  if (taken(answer.status)) {
    await keepPhoto({...kept, id: answer.told.id});
  }
  return answer;
}

/** The photos first, then the words that name them. */
async function sendAll(unsent) {
  const attachments = [];
  for (const key of unsent.photos ?? []) {
    const answer = await sendPhoto(key);
    if (!taken(answer.status)) {
      return answer;
    }
    attachments.push(answer.told.id);
  }
  const body = attachments.length ? {...unsent.body, attachments} : unsent.body;
  return post('/api/registrations', unsent.key, JSON.stringify(body), PATIENCE);
}

/** What the server had of them may have died after a day: then they are sent anew. */
async function sendAgain(unsent, told) {
  if (!told.errors?.some(({field}) => field?.startsWith('attachments['))) {
    return null;
  }
  for (const key of unsent.photos) {
    const kept = await photo(key);
    await keepPhoto({...kept, id: undefined});
  }
  return sendAll(unsent);
}

/** What the server has to say about what it did not take, by field where it is one. */
function problemsOf(told) {
  return told.errors?.map(({field, zh}) => ({field, zh})) ?? [{field: '', zh: told.detail ?? '没有登记成功'}];
}

async function sendEach(person) {
  const sent = {};
  const tried = new Set();
  // Meanwhile he may have taken down another.
  const next = () => unsentOf(person).find(it => !it.problems && !tried.has(it.key));
  for (let unsent = next(); unsent; unsent = next()) {
    tried.add(unsent.key);
    let {status, told} = await sendAll(unsent);
    if (status === 400 && unsent.photos?.length) {
      ({status, told} = await sendAgain(unsent, told) ?? {status, told});
    }
    if (taken(status)) {
      dropUnsent(person, unsent.key);
      await dropPhotos(unsent.photos ?? []);
      sent[unsent.key] = told.number;
    } else if (status === 401 || status === 403) {
      return {sent, signIn: true};
    } else if (status === 429 || status >= 500 || status === 408 || status === 409) {
      return {sent, later: true};
    } else {
      keepUnsent(person, {...unsent, problems: problemsOf(told)});
    }
  }
  return {sent};
}

/**
 * Sends one after the other; what cannot be sent now stays.
 *
 * @returns the numbers by key, and why the rest stays
 */
export function sendUnsent(person) {
  if (!sending) {
    sending = sendEach(person).catch(() => ({sent: {}, later: true})).finally(() => { sending = null; });
  }
  return sending;
}

/** Behind a link, how many wait. */
export function sayHowMany(person, link) {
  const many = unsentOf(person).length;
  const count = link.parentNode.querySelector('.unsent-count');
  count.hidden = !many;
  count.textContent = many ? `待发送 ${many} 件` : '';
}
