// On one process: the clocks of its appeal, how each deadline came about, and its ledger.
import { el, end, fill, get, person, table, waiting } from './minqing-cockpit-parts-0.1.0.js';

const MARKS = { RUNNING: '…', PAUSED: '‖', LATE: '!', MET: '✓', BREACHED: '✕', CANCELLED: '–' };

const times = (round) => (round > 0 ? `（第 ${round} 次重办）` : '');

function clocks(sheet) {
  if (sheet.clocks.length === 0) {
    return el('p', {}, '还没有开始计时。');
  }
  return el(
    'ul',
    { class: 'mq-clocks' },
    sheet.clocks.map((clock) =>
      el(
        'li',
        {},
        el(
          'p',
          { class: 'mq-line' },
          el('strong', {}, clock.clock + times(clock.round)),
          el('span', {}, '期限 ' + end(clock.dueAt)),
          el('span', { class: 'mq-state mq-' + clock.state.toLowerCase() }, MARKS[clock.state] + ' ' + clock.words),
        ),
        el('p', {}, clock.narration),
        el('details', {}, el('summary', {}, '期限是怎么来的'), el('ol', {}, clock.steps.map((step) => el('li', {}, step)))),
      ),
    ),
  );
}

function ledger(sheet) {
  if (sheet.ledger.length === 0) {
    return el('p', {}, '台账还没有记录。');
  }
  return table(
    ['时间', '时钟', '事项', '单位', '经办人', '详情'],
    sheet.ledger.map((fact) => [
      fact.at,
      fact.clock + times(fact.round),
      fact.kindName,
      fact.unitName,
      fact.actor || '居民或系统',
      fact.detail,
    ]),
  );
}

function links(sheet, who) {
  const number = encodeURIComponent(sheet.number);
  return el(
    'p',
    { class: 'mq-line' },
    who.supervisor && el('a', { href: '/desk/appeals/' + number }, '诉求卡片'),
    who.supervisor && el('a', { href: `/desk/appeals/${number}/process` }, '办理全程图'),
    who.auditor && el('a', { href: '/desk/ledger/' + number }, '审计台账'),
  );
}

const show = ([sheet, who]) => [
  el(
    'header',
    { class: 'mq-head' },
    el('h2', {}, sheet.number + (sheet.title ? ' ' + sheet.title : '')),
    el('span', { class: 'mq-hint' }, `${sheet.localityName}，${sheet.statusName}`),
    links(sheet, who),
  ),
  el('section', {}, el('h3', {}, '时限'), clocks(sheet)),
  el('section', {}, el('h3', {}, '台账'), ledger(sheet)),
];

export default {
  id: 'minqing.instance',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  priority: 1000,
  properties: { label: '时限与台账' },
  render: (node, { processInstanceId }) => {
    const box = el('div', { class: 'mq-board mq-tab' }, waiting());
    node.append(box);
    fill(box, Promise.all([get('/api/cockpit/instances/' + encodeURIComponent(processInstanceId)), person()]), show);
  },
};
