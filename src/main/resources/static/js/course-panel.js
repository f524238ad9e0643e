/** What the diagram tells about one step: each visit and what was decided there. Texts go in as text. */

const STATES = {completed: '完成', cancelled: '✕ 中止', running: '▶ 进行中'};

export function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  made.append(...children);
  return made;
}

const moment = iso => iso.slice(0, 19).replace('T', ' ');

export function fill(panel, course, activity, close) {
  const about = course.activities.find(a => a.activity === activity);
  const visits = course.steps.filter(s => s.activity === activity);
  const title = element('h3', '', about.name);
  title.id = 'panel-title';
  title.tabIndex = -1;
  const button = element('button', 'second', '关闭');
  button.type = 'button';
  button.addEventListener('click', close);
  panel.replaceChildren(
    element('div', 'head', title, button),
    element('p', '', visits.length > 1 ? `共 ${visits.length} 次，合计 ${about.total}` : `用时 ${about.total}`),
    element('ol', '', ...visits.map(visit)));
  const ids = new Set(visits.map(v => v.id));
  panel.append(...course.decisions.filter(d => ids.has(d.step)).flatMap(decision));
  panel.hidden = false;
}

function visit(s) {
  const line = element('li', '', `${moment(s.startedAt)} – ${s.endedAt ? moment(s.endedAt) : '现在'}，${s.spent}，${STATES[s.state]}`);
  if (s.who) {
    line.append(element('div', '', s.who));
  }
  line.append(...s.breaches.map(b => element('strong', 'late', `‼ ${b}超时 `)));
  return line;
}

function decision(d) {
  return [
    element('h4', '', `${d.name} 第 ${d.version} 版`),
    element('p', 'hint', moment(d.at)),
    cells(d.inputs),
    ...d.rules.map(r => element('p', 'rule', element('b', '', r.number ? `第 ${r.number} 行：` : `${r.id} `), r.text)),
    cells(d.outputs)];
}

function cells(values) {
  return element('dl', 'cells', ...values.map(v => element('div', '', element('dt', '', v.label ?? ''), element('dd', '', v.words))));
}
