// What every open page of staff has in common, Tasklist too: it hears of what is new, says so, and sounds where somebody is in danger.

const PATIENCE = 3000;
const AGAIN = 20000;
const MARK = /^(⚠ )?\(\d+\) /;
const box = document.createElement('aside');
box.className = 'live';
box.setAttribute('aria-live', 'assertive');
const cut = document.createElement('p');
cut.className = 'box wrong live-cut';
cut.setAttribute('role', 'status');
cut.hidden = true;
cut.textContent = '实时提醒已断开，正在重新连接。在恢复以前，请刷新页面查看新的待办。';
let unseen = 0;
let sound = null;
let stream = null;
/** What the page does when there is something new, and where it reads on. */
let page = null;
const windows = 'BroadcastChannel' in window ? new BroadcastChannel('minqing-live') : null;

/** Browsers let a page sound only after somebody touched it. */
function allowSound() {
  try {
    sound = sound ?? new AudioContext();
    sound.resume();
  } catch {
    // Then it is seen only.
  }
}

function ring() {
  if (!sound || sound.state !== 'running') {
    return false;
  }
  for (const start of [0, 0.35, 0.7]) {
    const tone = sound.createOscillator();
    const volume = sound.createGain();
    tone.frequency.value = 880;
    volume.gain.value = 0.3;
    tone.connect(volume).connect(sound.destination);
    tone.start(sound.currentTime + start);
    tone.stop(sound.currentTime + start + 0.22);
  }
  return true;
}

function sayInTitle(grave) {
  // Tasklist writes its title after this script has begun.
  const title = document.title.replace(MARK, '');
  document.title = unseen ? `${grave ? '⚠ ' : ''}(${unseen}) ${title}` : title;
}

function seen(id) {
  fetch('/api/notices/seen', {
    method: 'POST', credentials: 'same-origin', headers: {'Content-Type': 'application/json', 'X-Requested-With': 'live'},
    body: JSON.stringify({upTo: id})}).catch(() => {});
}

function show(notice) {
  const item = document.createElement('div');
  item.className = notice.grave ? 'box wrong' : 'box';
  item.dataset.notice = notice.id;
  const what = document.createElement('strong');
  what.textContent = notice.title;
  const text = document.createElement('p');
  text.textContent = notice.text;
  const actions = document.createElement('p');
  actions.className = 'actions';
  const link = document.createElement('a');
  link.className = 'button';
  link.href = page.link(notice);
  link.textContent = '去看看';
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'second';
  close.textContent = '知道了';
  const done = () => {
    seen(notice.id);
    item.remove();
    unseen = box.childElementCount;
    sayInTitle(false);
  };
  close.addEventListener('click', done);
  // Where the page stays the box would lie on what it led to.
  link.addEventListener('click', () => setTimeout(() => {
    done();
    page.opened();
  }));
  actions.append(link, ' ', close);
  item.append(what, text, actions);
  box.prepend(item);
  // The newest ones; the rest stands in the list.
  while (box.childElementCount > 3) {
    box.lastElementChild.remove();
  }
}

function heard(text) {
  const notice = JSON.parse(text);
  unseen++;
  show(notice);
  sayInTitle(notice.grave);
  box.dataset.rang = String(notice.grave && ring());
  Promise.resolve(page.renew()).catch(() => {});
}

/** What happens to the one stream of this browser, in each of its windows. */
function act({kind, data}) {
  if (kind === 'notice') {
    heard(data);
  } else if (kind === 'open') {
    const missed = !cut.hidden;
    cut.hidden = true;
    box.dataset.listens = 'true';
    if (missed) {
      Promise.resolve(page.renew()).catch(() => {});
    }
  } else if (kind === 'cut') {
    cut.hidden = false;
    box.dataset.listens = 'false';
  } else if (kind === 'ended') {
    cut.textContent = '登录已结束，不再有实时提醒。请重新登录。';
    cut.hidden = false;
  } else if (kind === 'who' && stream?.readyState === EventSource.OPEN) {
    windows?.postMessage({kind: 'open'});
  }
}

function everywhere(said) {
  act(said);
  windows?.postMessage(said);
}

function listen() {
  let silent = null;
  stream = new EventSource('/desk/events');
  stream.addEventListener('open', () => {
    clearTimeout(silent);
    everywhere({kind: 'open'});
  });
  stream.addEventListener('notice', event => everywhere({kind: 'notice', data: event.data}));
  stream.addEventListener('ended', () => {
    clearTimeout(silent);
    stream.close();
    everywhere({kind: 'ended'});
  });
  stream.addEventListener('error', () => {
    // Another page is on its way, or the network comes back at once: then nobody needs to read of it.
    clearTimeout(silent);
    silent = setTimeout(() => everywhere({kind: 'cut'}), PATIENCE);
    // A refusal ends the stream for good; a lost network does not.
    if (stream.readyState === EventSource.CLOSED) {
      setTimeout(listen, AGAIN);
    }
  });
}

/** A browser opens six connections to us and no more, however many windows there are: one of them listens for all. */
function listenForAll() {
  if (navigator.locks && windows) {
    windows.onmessage = event => act(event.data);
    windows.postMessage({kind: 'who'});
    navigator.locks.request('minqing-live', () => new Promise(listen));
  } else {
    listen();
  }
}

/**
 * @param place  what the page says first, if it hears nothing any more: it goes there
 * @param renew  shows the lists as they are now
 * @param link   where a notice leads, from this page
 * @param opened called where a page stays that was led on
 */
export function live({place, renew, link = notice => notice.link, opened = () => {}}) {
  if (!('EventSource' in window) || page) {
    return;
  }
  page = {renew, link, opened};
  document.body.append(box);
  place?.prepend(cut);
  for (const touch of ['pointerdown', 'keydown']) {
    window.addEventListener(touch, allowSound, {once: true});
  }
  listenForAll();
}
