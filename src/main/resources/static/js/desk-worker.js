// Keeps the desk and the pages of tasks for where there is no network. The server puts VERSION, a digest of our files, in front.
// Pages belong to one person (the header Desk-Person) and are kept for a day; contact data is answered to POST and never kept.

const FILES = `minqing-files-${VERSION}`;
const PAGES = 'minqing-pages-';
const DAY = 24 * 60 * 60 * 1000;
const PATIENCE = 8000;
const MOST_AHEAD = 30;
const FRESH = 5 * 60 * 1000;
const REPORT = '/desk/report';
const HOME = '/desk';
const TASKS = '/desk/tasks';
const NOTICES = '/desk/notices';
const PAGE = /^\/desk(\/(report|tasks(\/[0-9A-Za-z-]+)?))?$/;
const ACT = /^(\/desk\/tasks\/[0-9A-Za-z-]+)(\/claim|\/release|\/contact)?$/;
const FILE = /^\/(css\/|js\/|favicon\.svg$|desk\/manifest\.json$)/;
const KEPT_FILES = ['/css/minqing.css', '/css/tasks.css', '/css/register.css', '/js/tasks.js', '/js/live.js', '/js/live-core.js', '/js/kept.js', '/js/keeping.js', '/js/task-form.js', '/js/replies.js',
  '/js/report.js', '/js/report-photos.js', '/js/photos.js', '/js/sending.js', '/js/attachments.js', '/js/unsent.js', '/js/hinted.js', '/js/hints.js', '/favicon.svg'];

self.addEventListener('install', event => {
  self.skipWaiting();
  event.waitUntil(caches.open(FILES).then(cache => cache.addAll(KEPT_FILES)));
});

self.addEventListener('activate', event => event.waitUntil((async () => {
  const names = await caches.keys();
  await Promise.all(names
    .filter(name => name.startsWith('minqing-files-') && name !== FILES)
    .map(name => caches.delete(name)));
  await dropOld();
  await self.clients.claim();
})()));

self.addEventListener('fetch', event => {
  const {request} = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) {
    return;
  }
  if (request.method === 'GET' && request.mode === 'navigate' && PAGE.test(url.pathname)) {
    event.respondWith(page(event, url));
  } else if (request.method === 'GET' && request.mode === 'navigate') {
    event.respondWith(fetch(request).catch(nothing));
  } else if (request.method === 'GET' && FILE.test(url.pathname)) {
    event.respondWith(file(request));
  } else if (request.method === 'POST' && request.mode === 'navigate' && ACT.test(url.pathname)) {
    // Sent back to the page with the draft, which says that nothing was sent.
    event.respondWith(fetch(request).catch(() =>
      Response.redirect(`${ACT.exec(url.pathname)[1]}#unsent`, 303)));
  }
});

/** Rises whenever somebody signs out: what is still on its way then must not be kept. */
let turn = 0;

self.addEventListener('message', event => {
  if (event.data?.forget) {
    turn++;
    event.waitUntil(Promise.all([onlyOf(''), tellNobody()]).then(() => event.ports[0]?.postMessage('forgotten')));
  }
  if (event.data?.report) {
    const now = turn;
    event.waitUntil([REPORT, TASKS, HOME].reduce((before, path) => before.then(() => keepFresh(path, now)), Promise.resolve()));
  }
  if (Array.isArray(event.data?.ahead)) {
    event.waitUntil(keepAhead(event.data.ahead.map(id => `/desk/tasks/${id}`).filter(path => PAGE.test(path))));
  }
});

/** Whoever leaves is told nothing here any more; that the service says to us, too, when we next want to tell him. */
async function tellNobody() {
  await (await self.registration.pushManager?.getSubscription())?.unsubscribe().catch(() => {});
}

self.addEventListener('push', event => event.waitUntil(tell(event.data)));

self.addEventListener('notificationclick', event => {
  event.notification.close();
  event.waitUntil(openOwn(event.notification.data));
});

/** Nobody but us can seal what comes here; and a browser wants something shown each time. The same notice takes its own place. */
function tell(data) {
  let told = {};
  try {
    told = data.json();
  } catch {
    // Then it says that there is something, and no more.
  }
  return self.registration.showNotification(told.title ?? '有新的通知', {
    body: told.text ?? '请打开“民情”查看。', tag: told.key ?? 'notice', lang: 'zh-CN', icon: '/favicon.svg',
    requireInteraction: Boolean(told.grave), data: told.link ?? NOTICES});
}

/** A page of the desk and nothing else, in the window that shows it already if there is one. */
async function openOwn(link) {
  const asked = new URL(link, location.origin);
  const path = asked.origin === location.origin && asked.pathname.startsWith('/desk') ? asked.pathname : NOTICES;
  const windows = await self.clients.matchAll({type: 'window', includeUncontrolled: true});
  const open = windows.find(it => new URL(it.url).pathname === path);
  await (open ? open.focus() : self.clients.openWindow(path));
}

/** Under which name a page is kept: a list with what it lists, a task by itself. */
const nameOf = url => url.pathname === TASKS ? url.pathname + url.search : url.pathname;

/** The network first; what was kept if it does not answer in time. */
async function page(event, url) {
  const answer = fetch(event.request);
  const now = turn;
  event.waitUntil(answer.then(it => keep(nameOf(url), it.clone(), now)).catch(() => {}));
  const patience = new Promise(done => setTimeout(done, PATIENCE));
  const first = await Promise.race([answer.catch(() => null), patience]);
  if (first) {
    return first;
  }
  return await kept(nameOf(url)) ?? await kept(url.pathname) ?? await answer.catch(() => nothing());
}

async function file(request) {
  try {
    const answer = await fetch(request);
    if (answer.ok) {
      const copy = answer.clone();
      caches.open(FILES).then(cache => cache.put(request, copy));
    }
    return answer;
  } catch {
    const cache = await caches.open(FILES);
    // By its address: a script that another one asks for comes with other headers than when it was kept ahead.
    return await cache.match(new URL(request.url).pathname, {ignoreVary: true}) ?? Response.error();
  }
}

async function keep(name, answer, asked) {
  const person = answer.headers.get('Desk-Person');
  const body = await answer.blob();
  if (!person || answer.redirected || asked !== turn) {
    return;
  }
  await onlyOf(person);
  const cache = await caches.open(PAGES + person);
  if (!answer.ok) {
    await cache.delete(name);
    return;
  }
  const headers = new Headers(answer.headers);
  headers.set('Kept-At', Date.now());
  await cache.put(name, new Response(body, {headers}));
  if (asked !== turn) {
    await onlyOf('');
  }
}

/** What somebody else left behind goes. */
async function onlyOf(person) {
  const names = await caches.keys();
  await Promise.all(names
    .filter(name => name.startsWith(PAGES) && name !== PAGES + person)
    .map(name => caches.delete(name)));
}

async function dropOld() {
  for (const name of (await caches.keys()).filter(it => it.startsWith(PAGES))) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      if (age(await cache.match(request)) > DAY) {
        await cache.delete(request);
      }
    }
  }
}

const age = answer => Date.now() - Number(answer?.headers.get('Kept-At') ?? 0);

async function found(name) {
  for (const cacheName of (await caches.keys()).filter(it => it.startsWith(PAGES))) {
    const answer = await (await caches.open(cacheName)).match(name);
    if (answer && age(answer) < DAY) {
      return answer;
    }
  }
  return null;
}

/** The kept page, with a mark on it that says from when it is. */
async function kept(name) {
  const answer = await found(name);
  if (!answer) {
    return null;
  }
  const text = await answer.text();
  const at = Number(answer.headers.get('Kept-At'));
  return new Response(text.replace('<html ', `<html data-kept="${at}" `), {headers: answer.headers});
}

/** The pages that are there, with the time from when they are; of tasks their list tells. */
async function keptPages() {
  const names = [[HOME, '工作台'], [TASKS, '我的待办'], [REPORT, '随手登记']];
  const pages = await Promise.all(names.map(async ([path, name]) => ({path, name, answer: await found(path)})));
  return pages.filter(({answer}) => answer).map(({path, name, answer}) => ({path, name, at: clock(Number(answer.headers.get('Kept-At')))}));
}

const clock = at => new Date(at).toLocaleTimeString('zh-CN', {timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hour12: false});

async function nothing() {
  const links = (await keptPages()).map(({path, name, at}) => `<p><a class="button" href="${path}">${name}（${at} 保存）</a></p>`);
  const words = '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="UTF-8"><title>离线 · 民情</title>'
    + '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/css/minqing.css"></head>'
    + '<body><main><h1>离线</h1><p>这一页没有保存在手机上，有网后再打开。</p>'
    + (links.length ? `<p>手机上保存的有：</p>${links.join('')}` : '') + '</main></body></html>';
  return new Response(words, {status: 503, headers: {'Content-Type': 'text/html; charset=UTF-8'}});
}

/** One after the other, so that it does not get in the way of what somebody opens meanwhile. */
async function keepAhead(paths) {
  const now = turn;
  await dropOld();
  // Where the list is longer than what is fetched ahead, nobody knows here whether another task is done.
  const whole = paths.length < MOST_AHEAD;
  for (const name of (await caches.keys()).filter(it => whole && it.startsWith(PAGES))) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const {pathname} = new URL(request.url);
      if (![HOME, TASKS, REPORT, ...paths].includes(pathname)) {
        await cache.delete(request);
      }
    }
  }
  for (const path of [HOME, TASKS, ...paths]) {
    if (!await keepFresh(path, now)) {
      return;
    }
  }
}

/** False if somebody must sign in first. */
async function keepFresh(path, now) {
  if (now === turn && age(await found(path)) > FRESH) {
    // It says that nobody opened the page: after signing in he goes on where he was, and not here.
    const headers = {Accept: 'text/html', 'X-Requested-With': 'desk-worker'};
    const answer = await fetch(path, {headers, credentials: 'same-origin'});
    if (answer.redirected) {
      return false;
    }
    await keep(path, answer, now);
  }
  return true;
}
