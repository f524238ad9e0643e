// Every timer through all processes, which Cockpit shows one process at a time.
import { el, end, get, minute, person, table, trouble, Unanswered, waiting } from './minqing-cockpit-parts-0.1.0.js';

const STATES = { WAITING: '等待', OVERDUE: '已过期未触发', RETRYING: '重试', SUSPENDED: '暂停', FAILED: '失败' };
const MARKS = { WAITING: '…', OVERDUE: '!', RETRYING: '↻', SUSPENDED: '‖', FAILED: '✕' };

const field = (name, label, input) => {
  input.id = 'mq-' + name;
  input.name = name;
  return el('p', { class: 'mq-field' }, el('label', { for: input.id }, label), input);
};

function search() {
  const any = el('option', { value: '' }, '不限');
  const states = Object.entries(STATES).map(([code, word]) => el('option', { value: code }, word));
  return el(
    'form',
    { class: 'mq-search', 'aria-label': '查询' },
    field('state', '状态', el('select', { class: 'form-control' }, any, states)),
    field('from', '触发时间从', el('input', { type: 'date', class: 'form-control' })),
    field('to', '到', el('input', { type: 'date', class: 'form-control' })),
    field('lateMinutes', '迟了超过（分钟）', el('input', { type: 'number', min: '0', class: 'form-control' })),
    field('appeal', '诉求编号', el('input', { type: 'text', class: 'form-control', autocomplete: 'off' })),
    field('unit', '单位（含下属）', el('select', { class: 'form-control' }, el('option', { value: '' }, '不限'))),
    el('button', { type: 'submit', class: 'btn btn-primary' }, '查询'),
    el('button', { type: 'reset', class: 'btn btn-default' }, '清空'),
  );
}

function check(it) {
  if (!it.differs) {
    return it.timer === 'OTHER' ? '不按时钟' : '一致';
  }
  return el('strong', { class: 'mq-late' }, '与时钟不符' + (it.askedAt ? '，应为 ' + end(it.askedAt) : ''));
}

function row(it, who) {
  const number = who.supervisor ? el('a', { href: '/desk/appeals/' + encodeURIComponent(it.appeal) }, it.appeal) : it.appeal;
  return [
    el('span', {}, number, it.alarm && el('span', { class: 'mq-alarm' }, '警报')),
    it.timerName,
    (who.administrator ? it.localityName + ' ' : '') + it.unitName,
    end(it.dueAt),
    el('span', { class: 'mq-state mq-' + it.state.toLowerCase() }, MARKS[it.state] + ' ' + it.stateName),
    it.late ?? '',
    String(it.retries),
    check(it),
  ];
}

function found(answer, who, turn) {
  const arrow = (page, words) => {
    const button = el('button', { type: 'button', class: 'btn btn-default' }, words);
    button.addEventListener('click', () => turn(page));
    return button;
  };
  return [
    el('p', { class: 'mq-hint', role: 'status' }, `查到 ${answer.total} 个定时器，截至 ${minute(answer.asOf)}`),
    answer.total > 0 &&
      answer.rows.length === 0 &&
      el('p', { class: 'mq-hint' }, `这一页没有内容。共 ${answer.total} 条，最后一页是第 ${answer.pages} 页。`),
    answer.rows.length > 0 &&
      table(
        ['诉求编号', '定时器', '单位', '触发时间', '状态', '迟了多久', '剩余重试', '和时钟比'],
        answer.rows.map((it) => row(it, who)),
      ),
    answer.pages > 1 &&
      el(
        'p',
        { class: 'mq-line' },
        answer.page > 1 && arrow(Math.min(answer.page - 1, answer.pages), '上一页'),
        el('span', {}, `第 ${answer.page} 页，共 ${answer.pages} 页`),
        answer.page < answer.pages && arrow(answer.page + 1, '下一页'),
      ),
  ].filter(Boolean);
}

const WORDS = { state: '状态', from: '触发时间', to: '触发时间', lateMinutes: '迟了超过', appeal: '诉求编号', unit: '单位' };

function refused(problem) {
  if (!(problem instanceof Unanswered) || problem.fields.length === 0) {
    return trouble(problem);
  }
  return el('ul', { class: 'mq-trouble', role: 'status' }, problem.fields.map((f) => el('li', {}, `${WORDS[f.field] ?? f.field}：${f.zh}`)));
}

function render(node) {
  const form = search();
  const box = el('div', {}, waiting());
  const hint = '到了时间由定时器提醒、判定超时、上报督办；它迟了或被人动过，结果仍以台账为准。被删除的定时器在台账的警报里。';
  node.append(el('div', { class: 'mq-board mq-page' }, el('h1', {}, '定时器'), el('p', { class: 'mq-hint' }, hint), form, box));
  document.title = '民情 · 监督 | 定时器';
  person().then(
    (who) => form.elements.unit.append(...who.units.map((unit) => el('option', { value: unit.code }, unit.name))),
    () => {},
  );
  let asked = 0;
  const look = async (page = 1) => {
    const mine = ++asked;
    const given = [...new FormData(form)].filter(([, value]) => value !== '');
    const question = new URLSearchParams([...given, ['page', page]]);
    let shown;
    try {
      const [answer, who] = await Promise.all([get('/api/sla/timers?' + question), person()]);
      shown = found(answer, who, look);
    } catch (problem) {
      shown = [refused(problem)];
    }
    // An answer that was overtaken by a later question is not shown.
    if (mine === asked) {
      box.replaceChildren(...shown);
    }
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    look();
  });
  form.addEventListener('reset', () => setTimeout(() => look()));
  look();
}

export default [
  { id: 'minqing.timers', pluginPoint: 'cockpit.route', properties: { path: '/timers', label: '/timers' }, render },
  {
    id: 'minqing.timers.entry',
    pluginPoint: 'cockpit.navigation',
    priority: 15,
    properties: { path: '/timers' },
    render: (node) => node.append(el('a', { href: '#/timers' }, '定时器')),
  },
];
