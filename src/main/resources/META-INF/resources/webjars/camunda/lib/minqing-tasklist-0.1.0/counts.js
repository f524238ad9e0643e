// Beside each list stands how many tasks it holds, not only beside the one that is open; and the first task of a list opens by itself.
import { ask, element } from './server.js';

/** Beside their numbers, as everywhere else. */
const SIGNS = { 已超时: '● ', 即将超时: '▲ ' };
let counts = new Map();

function place() {
  document.querySelectorAll('.task-filters .task-filter .name a').forEach((link) => {
    const name = (link.firstChild.textContent || '').trim();
    let badge = link.querySelector('.minqing-count');
    if (!counts.has(name)) {
      return;
    }
    if (!badge) {
      badge = link.appendChild(element('span', 'minqing-count'));
    }
    const sign = counts.get(name) > 0 ? SIGNS[name] || '' : '';
    const text = sign + counts.get(name);
    if (badge.textContent !== text) {
      badge.textContent = text;
    }
    badge.classList.toggle('minqing-alarm', name === '已超时' && counts.get(name) > 0);
    badge.classList.toggle('minqing-near', name === '即将超时' && counts.get(name) > 0);
  });
}

async function look() {
  counts = new Map((await ask('/api/tasks/counts')).map((c) => [c.name, c.count]));
  place();
}

const quietly = () => look().catch((problem) => console.warn(problem.message));

export default {
  id: 'minqing.counts',
  pluginPoint: 'tasklist.header',
  priority: 1,
  render: (node, _, scope) => {
    const data = scope.tasklistData.newChild(scope);
    data.observe('taskList', () => quietly());
    data.observe('filters', () => setTimeout(place));
    new MutationObserver(place).observe(document.querySelector('.task-filters'), { subtree: true, childList: true });
  },
};
