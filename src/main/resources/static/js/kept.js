// What this device keeps of the person who works on it: drafts in the local storage, pages with the service worker.
// Nothing of it outlives a day, a sign-out, or the sign-in of somebody else. What was taken down and could not be sent has three
// days, because nobody else has it, and whoever signs out is asked first; its photos lie in a database of the browser (photos.js).

import {forgetPhotos, onlyPhotosOf} from './photos.js';

const DAY = 24 * 60 * 60 * 1000;
const UNSENT = 'minqing.unsent.';
const OWNER = 'minqing.owner';
const DRAFT = 'minqing.draft.';
const PAGES = 'minqing-pages-';

/** The local storage; null where the browser allows none. */
function storage() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function draftKeys() {
  return Object.keys(storage() ?? {}).filter(key => key.startsWith(DRAFT));
}

function read(key) {
  try {
    const draft = JSON.parse(storage().getItem(key));
    return Date.now() - draft.at < DAY ? draft : null;
  } catch {
    return null;
  }
}

const keyOf = (person, task) => `${DRAFT}${person}.${task}`;

export function draftOf(person, task) {
  return read(keyOf(person, task));
}

/** False if there is no room or no storage. */
export function keepDraft(person, task, values) {
  try {
    storage().setItem(keyOf(person, task), JSON.stringify({at: Date.now(), values}));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(person, task) {
  storage()?.removeItem(keyOf(person, task));
}

const unsentKeys = person => Object.keys(storage() ?? {}).filter(key => key.startsWith(UNSENT + person));

function readUnsent(key) {
  try {
    const unsent = JSON.parse(storage().getItem(key));
    return Date.now() - unsent.at < 3 * DAY ? unsent : null;
  } catch {
    return null;
  }
}

/** The oldest first; each has the key with which it is sent, and what is to be sent. */
export function unsentOf(person) {
  return unsentKeys(`${person}.`).map(readUnsent).filter(it => it).sort((a, b) => a.at - b.at);
}

/** False if there is no room or no storage. */
export function keepUnsent(person, unsent) {
  try {
    storage().setItem(`${UNSENT}${person}.${unsent.key}`, JSON.stringify(unsent));
    return true;
  } catch {
    return false;
  }
}

export function dropUnsent(person, key) {
  storage()?.removeItem(`${UNSENT}${person}.${key}`);
}

/** The worker may be fetching pages at this moment: it must stop first. */
async function stopKeeping() {
  const worker = (await navigator.serviceWorker?.getRegistration('/desk/tasks'))?.active;
  if (worker) {
    const {port1, port2} = new MessageChannel();
    const stopped = new Promise(done => { port1.onmessage = done; });
    worker.postMessage({forget: true}, [port2]);
    await stopped;
  }
}

/** Forgets everything of everybody. */
export async function forget() {
  [...draftKeys(), ...unsentKeys('')].forEach(key => storage().removeItem(key));
  storage()?.removeItem(OWNER);
  await forgetPhotos();
  await stopKeeping();
  if ('caches' in window) {
    const names = await caches.keys();
    await Promise.all(names.filter(name => name.startsWith(PAGES)).map(name => caches.delete(name)));
  }
}

/** Called by every page: whatever somebody else left behind goes, and so do drafts of yesterday. */
export function belongTo(person) {
  const owner = storage()?.getItem(OWNER);
  draftKeys()
    .filter(key => !key.startsWith(`${DRAFT}${person}.`) || read(key) === null)
    .forEach(key => storage().removeItem(key));
  unsentKeys('')
    .filter(key => !key.startsWith(`${UNSENT}${person}.`) || readUnsent(key) === null)
    .forEach(key => storage().removeItem(key));
  onlyPhotosOf(person);
  if (owner && owner !== person && 'caches' in window) {
    caches.keys().then(names => names
      .filter(name => name.startsWith(PAGES) && name !== PAGES + person)
      .forEach(name => caches.delete(name)));
  }
  try {
    storage()?.setItem(OWNER, person);
  } catch {
    // No room: drafts will not be kept either, and say so.
  }
}

/** Signing out forgets first. A browser that cannot do so in two seconds signs out all the same. */
export function forgetOnSignOut() {
  for (const form of document.querySelectorAll('form[action="/sign-out"]')) {
    form.addEventListener('submit', event => {
      event.preventDefault();
      const left = unsentKeys('').length;
      if (left && !window.confirm(`还有 ${left} 件登记没有发送，退出登录就没有了。仍然退出吗？`)) {
        return;
      }
      const patience = new Promise(done => setTimeout(done, 2000));
      Promise.race([forget(), patience]).finally(() => form.submit());
    });
  }
}
