// The day at a glance, above what the engine counts.
import { el, everyMinute, fill, get, minute, person, table, trouble, waiting } from './minqing-cockpit-parts-0.1.0.js';

const DAY = 86_400_000;

/** The legend of every screen. */
const SIGNS = { late: '●', soon: '▲' };

/** The day in Shanghai, so many days from now, as 2026-11-22. */
const day = (later = 0) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(Date.now() + later * DAY));

function figure(label, value, kind, hint) {
  return el(
    'a',
    { class: 'mq-figure ' + (value > 0 ? kind : ''), href: '/desk/supervision', title: hint },
    el('span', { class: 'mq-value' }, String(value)),
    el('span', {}, label),
  );
}

function open(summary) {
  return [
    figure('在办', summary.open, '', '还没有办结的诉求'),
    figure(SIGNS.soon + ' 即将超时', summary.dueSoon, 'mq-soon', '已经到提醒时间、还没有超时的诉求'),
    figure(SIGNS.late + ' 已超时', summary.overdue, 'mq-late', '有任何一项时限已过的诉求：签收、响应、到场、办结、回访、退回派单、裁定、会办意见、联系核实'),
    el('p', { class: 'mq-hint mq-wide' }, '截至 ' + minute(summary.asOf)),
  ];
}

const percent = (value) => (value === null || value === undefined ? '—' : value.toFixed(1) + '%');

function rate(today, month) {
  const { numerator, denominator, value } = today.total;
  const longer = month?.rates.find((r) => r.code === today.code)?.total;
  return el(
    'a',
    { class: 'mq-figure', href: '/desk/rates', title: today.definition },
    el('span', { class: 'mq-value' }, percent(value)),
    el('span', {}, '今日' + today.name + (denominator > 0 ? `（${numerator}/${denominator}）` : '，还没有可算的诉求')),
    longer &&
      el(
        'span',
        { class: 'mq-hint' },
        longer.denominator > 0
          ? `本月 ${percent(longer.value)}（${longer.numerator}/${longer.denominator}），95% 区间 ${percent(longer.low)}–${percent(longer.high)}`
          : '本月还没有可算的诉求',
      ),
  );
}

function units(summary) {
  if (summary.units.length === 0) {
    return el('p', {}, '没有在办的诉求。');
  }
  const cell = (count, state) => (count > 0 ? el('strong', { class: 'mq-' + state }, `${SIGNS[state]} ${count} 件`) : '0');
  return table(
    ['单位', '在办', SIGNS.soon + ' 即将超时', SIGNS.late + ' 已超时', '最久一件'],
    summary.units.map((u) => [
      el('a', { href: '/desk/supervision/appeals?unit=' + encodeURIComponent(u.unit) }, u.name),
      u.open + ' 件',
      cell(u.dueSoon, 'soon'),
      cell(u.overdue, 'late'),
      u.oldestDays === 0 ? '今天' : u.oldestDays + ' 天',
    ]),
  );
}

function help(summary) {
  if (summary.needsHelp.length === 0) {
    return summary.overdue > 0
      ? el('p', { class: 'mq-late' }, `${SIGNS.late} 有 ${summary.overdue} 件诉求已超时，还没有单位到“需要帮助”的线。`)
      : el('p', {}, '目前没有需要帮助的单位，也没有超时的诉求。');
  }
  return el(
    'ul',
    { class: 'mq-help' },
    summary.needsHelp.map((h) =>
      el('li', h.overdue > 0 ? { class: 'mq-late' } : {}, h.overdue > 0 && SIGNS.late + ' ', el('a', { href: '/desk/supervision/appeals?unit=' + encodeURIComponent(h.unit) }, h.name), '：' + h.reason),
    ),
  );
}

const section = (title, box) => el('section', { class: 'mq-part' }, el('h2', {}, title), box);

function supervisor(node, who) {
  const boxes = ['open', 'rates', 'units', 'help'].map(() => el('div', {}, waiting()));
  const [figures, rates, byUnit, needsHelp] = boxes;
  figures.className = 'mq-figures';
  rates.className = 'mq-figures';
  node.replaceChildren(
    el(
      'header',
      { class: 'mq-head' },
      el('h1', {}, who.localityName + '今日'),
      el('a', { class: 'mq-go', href: '/desk/supervision' }, '打开督办台'),
    ),
    el('div', { class: 'mq-two' }, section('在办诉求', figures), section('三率', rates)),
    el('div', { class: 'mq-two' }, section('谁需要帮助', needsHelp), section('各单位', byUnit)),
  );
  return everyMinute(() => {
    const summary = get('/api/supervision/summary');
    fill(figures, summary, open);
    fill(byUnit, summary, units);
    fill(needsHelp, summary, help);
    const today = get(`/api/evaluation/rates?from=${day()}&to=${day(1)}`);
    // Only an addition: without it the day's figures stand alone.
    const month = get('/api/evaluation/rates').catch(() => null);
    fill(rates, Promise.all([today, month]), ([now, longer]) => now.rates.map((r) => rate(r, longer)));
  });
}

function administrator(node) {
  node.replaceChildren(
    el('p', { class: 'mq-hint' }, '您管理整个系统，不属于哪个镇街，这里只有流程数字；诉求的三率和超时由各地监督人员查看。'),
  );
}

let stop = () => {};

export default {
  id: 'minqing.dashboard',
  pluginPoint: 'cockpit.dashboard',
  priority: 1000,
  render: (node) => {
    const box = el('div', { class: 'mq-board' }, waiting());
    node.append(box);
    stop();
    let gone = false;
    let end = () => {};
    stop = () => {
      gone = true;
      end();
    };
    person().then(
      (who) => {
        if (gone) {
          return;
        }
        if (who.supervisor && who.localityName) {
          end = supervisor(box, who);
        } else {
          administrator(box);
        }
      },
      (problem) => box.replaceChildren(trouble(problem)),
    );
  },
  unmount: () => stop(),
};
