// What our views in Cockpit share. Texts reach the page as texts only: nothing here parses markup.

const style = document.createElement('link');
style.rel = 'stylesheet';
style.href = new URL('./minqing-cockpit-0.1.0.css', import.meta.url).href;
document.head.append(style);

/** An element with its attributes and children; texts stay texts, null and false are left out. */
export function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(key, value === true ? '' : value);
    }
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** An answer that is none, with words for whoever looks. */
export class Unanswered extends Error {
  constructor(status, words, fields = []) {
    super(words);
    this.status = status;
    this.fields = fields;
  }
}

/** What an address of ours answers. @throws Unanswered */
export async function get(address) {
  let answer;
  try {
    // The header keeps the browser from asking for a password in a window of its own when the session is over.
    answer = await fetch(address, {
      headers: { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' },
      credentials: 'same-origin',
    });
  } catch {
    throw new Unanswered(0, '连不上服务器，请检查网络后刷新。');
  }
  if (answer.ok) {
    return answer.json();
  }
  if (answer.status === 401) {
    throw new Unanswered(401, '登录已过期，请重新登录。');
  }
  if (answer.status === 404) {
    throw new Unanswered(404, '没有这项内容，或者您无权查看。');
  }
  const problem = await answer.json().catch(() => ({}));
  throw new Unanswered(answer.status, problem.detail || '暂时查不到，请稍后再试。', problem.errors || []);
}

let looking;

/** Who looks; asked once. */
export function person() {
  looking ??= get('/api/cockpit/person').catch((problem) => {
    looking = undefined;
    throw problem;
  });
  return looking;
}

// What only an administrator may change is offered to nobody else; see access-engine.csv and user-styles.css.
person().then(
  (who) => document.documentElement.classList.toggle('minqing-may-change', who.administrator),
  () => {},
);

/** Fills a box with what a promise brings; if it brings nothing, the box says so and the others are not concerned. */
export async function fill(box, promise, show) {
  box.setAttribute('aria-busy', 'true');
  try {
    box.replaceChildren(...[show(await promise)].flat());
  } catch (problem) {
    if (!(problem instanceof Unanswered)) {
      console.error(problem);
    }
    box.replaceChildren(trouble(problem));
  }
  box.removeAttribute('aria-busy');
}

export function trouble(problem) {
  const words = problem instanceof Unanswered ? problem.message : '这一项显示不出来。';
  return el('p', { class: 'mq-trouble', role: 'status' }, words);
}

export const waiting = () => el('p', { class: 'mq-hint' }, '正在查……');

/** 2026-11-21T19:00:00+08:00 as 11月21日 19:00; all our times are of Shanghai already. */
export function minute(iso) {
  const [, , month, day, time] = /^(\d+)-(\d+)-(\d+)T(\d+:\d+)/.exec(iso) ?? [];
  return month ? `${Number(month)}月${Number(day)}日 ${time}` : String(iso);
}

/** The same with its year, for tables that are sorted, where something ends: midnight is 2026-12-04 24:00. */
export function end(iso) {
  const minutes = iso.slice(0, 16).replace('T', ' ');
  if (!minutes.endsWith(' 00:00')) {
    return minutes;
  }
  const before = new Date(iso.slice(0, 10) + 'T00:00Z');
  before.setUTCDate(before.getUTCDate() - 1);
  return before.toISOString().slice(0, 10) + ' 24:00';
}

export function table(heads, rows, caption) {
  return el(
    'table',
    { class: 'mq-table' },
    caption && el('caption', {}, caption),
    el('thead', {}, el('tr', {}, heads.map((head) => el('th', { scope: 'col' }, head)))),
    el('tbody', {}, rows.map((cells) => el('tr', {}, cells.map((cell) => el('td', {}, cell))))),
  );
}

/** Runs at once and every minute while somebody looks. @returns what ends it */
export function everyMinute(run) {
  const tick = () => document.hidden || run();
  const timer = setInterval(tick, 60_000);
  document.addEventListener('visibilitychange', tick);
  run();
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', tick);
  };
}
