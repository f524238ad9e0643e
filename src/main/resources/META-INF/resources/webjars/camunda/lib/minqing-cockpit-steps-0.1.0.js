// Where work waits: on the diagram of a process, and as a table under 人工任务.
import { el, everyMinute, fill, get, minute, table, waiting } from './minqing-cockpit-parts-0.1.0.js';

const ADDRESS = '/api/cockpit/steps';

function badge(step) {
  const late = step.late > 0 && el('span', { class: 'mq-badge-late' }, `● ${step.late} 已超时`);
  const words = `${step.name}：${step.waiting} 件在等，其中 ${step.late} 件已超时`;
  return el('div', { class: 'mq-badges', title: words }, el('span', { class: 'mq-badge' }, `${step.waiting} 等`), late);
}

function draw(viewer, steps) {
  const overlays = viewer.get('overlays');
  const shapes = viewer.get('elementRegistry');
  overlays.remove({ type: 'minqing-steps' });
  for (const step of steps.filter((it) => shapes.get(it.step))) {
    overlays.add(step.step, 'minqing-steps', {
      position: { top: -14, left: 2 },
      // Legible also where the whole process is on the screen.
      scale: { min: 0.9, max: 1.3 },
      show: { minZoom: -Infinity, maxZoom: Infinity },
      html: badge(step),
    });
  }
}

/** Says on the diagram why nothing is counted on it; without words it takes that back. */
function notice(viewer, words) {
  const box = viewer.get('canvas').getContainer();
  box.querySelector(':scope > .mq-notice')?.remove();
  if (words) {
    box.append(el('p', { class: 'mq-trouble mq-notice', role: 'status' }, '各环节件数：' + words));
  }
}

let stopDiagram = () => {};

const diagram = {
  id: 'minqing.steps',
  pluginPoint: 'cockpit.processDefinition.diagram.plugin',
  render: (viewer, { processDefinitionId }) => {
    stopDiagram();
    const address = ADDRESS + '?definition=' + encodeURIComponent(processDefinitionId);
    const show = (steps, words) => {
      draw(viewer, steps);
      notice(viewer, words);
    };
    // What could not be counted is taken away: the numbers of a minute ago would be read as those of now.
    stopDiagram = everyMinute(() =>
      get(address).then(
        (counted) => show(counted.steps),
        (problem) => show([], problem.message),
      ),
    );
  },
  unmount: () => stopDiagram(),
};

function list(counted) {
  const whose = counted.localityName ?? '各地合计';
  if (counted.steps.length === 0) {
    return el('p', {}, whose + '：没有等待办理的任务。');
  }
  return [
    el('p', { class: 'mq-hint' }, `${whose}，截至 ${minute(counted.asOf)}`),
    table(
      ['环节', '在等', '● 其中已超时'],
      counted.steps.map((s) => [
        s.name,
        `${s.waiting} 件`,
        s.late > 0 ? el('strong', { class: 'mq-late' }, `● ${s.late} 件已超时`) : '0',
      ]),
    ),
  ];
}

let stopList = () => {};

const tasks = {
  id: 'minqing.tasks',
  pluginPoint: 'cockpit.tasks.dashboard',
  priority: 100,
  render: (node) => {
    const box = el('div', {}, waiting());
    node.append(el('section', { class: 'mq-board' }, el('h1', {}, '各环节任务'), box));
    stopList();
    stopList = everyMinute(() => fill(box, get(ADDRESS), list));
  },
  unmount: () => stopList(),
};

export default [diagram, tasks];
