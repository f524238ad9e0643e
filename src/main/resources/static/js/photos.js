// Photos that could not be sent yet, on this device: the local storage has no room for them. Each has its own key, with which it is
// sent, so that it comes once. The same rules as for what was taken down (kept.js): three days, a sign-out, somebody else's sign-in.

const NAME = 'minqing-photos';
const STORE = 'photos';
const LONGEST = 3 * 24 * 60 * 60 * 1000;

function opened() {
  return new Promise((done, failed) => {
    if (!window.indexedDB) {
      failed(new Error('none'));
      return;
    }
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, {keyPath: 'key'});
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
    request.onblocked = () => failed(new Error('blocked'));
  });
}

/** @param act gets the store and returns the request whose result is wanted */
async function within(mode, act) {
  const database = await opened();
  try {
    return await new Promise((done, failed) => {
      const transaction = database.transaction(STORE, mode);
      const request = act(transaction.objectStore(STORE));
      transaction.oncomplete = () => done(request.result);
      transaction.onerror = () => failed(transaction.error);
      // A full device aborts what it could not write.
      transaction.onabort = () => failed(transaction.error);
    });
  } finally {
    database.close();
  }
}

const fresh = photo => Date.now() - photo.at < LONGEST;

/**
 * Keeps one: `key`, `person`, `at`, `name`, `type`, the `bytes`, a `small` picture and, once the server has it, its `id`.
 *
 * @returns false if there is no room, or nothing can be kept here
 */
export async function keepPhoto(photo) {
  try {
    await within('readwrite', store => store.put(photo));
    return true;
  } catch {
    return false;
  }
}

/** The oldest first; none where nothing can be kept. */
export async function photosOf(person) {
  const all = await within('readonly', store => store.getAll()).catch(() => []);
  return all.filter(photo => photo.person === person && fresh(photo)).sort((a, b) => a.at - b.at);
}

/** @returns undefined if it is not here any more */
export function photo(key) {
  return within('readonly', store => store.get(key)).catch(() => undefined);
}

export function dropPhotos(keys) {
  return Promise.all(keys.map(key => within('readwrite', store => store.delete(key)).catch(() => {})));
}

/** What others left behind, and what is too old. */
export async function onlyPhotosOf(person) {
  const all = await within('readonly', store => store.getAll()).catch(() => []);
  await dropPhotos(all.filter(one => one.person !== person || !fresh(one)).map(one => one.key));
}

export function forgetPhotos() {
  return within('readwrite', store => store.clear()).catch(() => {});
}
