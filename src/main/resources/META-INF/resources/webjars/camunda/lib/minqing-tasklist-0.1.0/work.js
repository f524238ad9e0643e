// Above the form: what time is left, one big button to take the task, the contact data; and after a task, the next one.
import { ask, button, element } from './server.js';
import { time } from './card.js';
import { reveal } from './contact.js';

const bar = element('div', 'minqing-bar');
let data;
let shown;
let completed = false;
let first = true;

function tell(text, kind = 'info') {
  bar.querySelector('.minqing-told')?.remove();
  const told = element('p', 'minqing-told minqing-told-' + kind, text);
  told.setAttribute('role', kind === 'problem' ? 'alert' : 'status');
  bar.prepend(told);
}

function search() {
  return new URLSearchParams(window.location.hash.replace(/^[^?]*\??/, ''));
}

function open(task) {
  const now = search();
  now.set('task', task.id);
  now.delete('work');
  window.location.hash = '#/?' + now;
}

async function claim(task) {
  const given = bar.querySelector('.minqing-claim');
  if (given) {
    given.disabled = true;
  }
  try {
    await ask('/api/tasks/' + task.id + '/claim', {});
  } catch (problem) {
    tell(problem.message, 'problem');
  }
  data.changed('task');
  data.changed('taskList');
}

function mayClaim(task) {
  return !task.assignee;
}

async function draw(task) {
  const told = shown && task && shown.id === task.id ? bar.querySelector('.minqing-told-problem') : undefined;
  const said = bar.querySelector('.minqing-told-next');
  shown = task;
  bar.replaceChildren(...[told || said].filter(Boolean));
  bar.hidden = !task && !said;
  if (!task) {
    return;
  }
  const acts = element('div', 'minqing-acts');
  if (mayClaim(task)) {
    acts.append(button('btn btn-primary btn-lg minqing-claim', '认领并办理', () => claim(task)));
  }
  bar.append(acts);
  const [card] = await ask('/api/tasks/cards?ids=' + task.id).catch(() => []);
  if (card && shown === task) {
    if (card.barred) {
      acts.querySelector('.minqing-claim')?.remove();
      acts.append(element('span', 'minqing-held', '须由他人办理：' + card.barred));
    } else if (!card.mine && card.holder) {
      acts.append(element('span', 'minqing-held', card.holder + '已认领，仅供查看'));
    }
    if (card.kind === 'appeal') {
      acts.append(button('btn btn-default minqing-contact', '查看联系方式', () => reveal(card.number)));
    }
    acts.append(time(card, 'span'));
  }
}

/** The link from the desk means: I am going to do this one. */
function asked(task) {
  if (search().has('work')) {
    open(task);
    if (mayClaim(task)) {
      claim(task);
    }
  }
}

function next(list) {
  const tasks = (list && list._embedded && list._embedded.task) || [];
  const opened = search().get('task');
  if (completed) {
    const other = tasks.find((task) => task.id !== completed);
    completed = false;
    first = false;
    bar.hidden = false;
    bar.querySelector('.minqing-told')?.remove();
    bar.prepend(element('p', 'minqing-told minqing-told-next', other ? '✓ 已办好。下一件：' : '✓ 已办好。这一类都办完了。'));
    bar.firstChild.setAttribute('role', 'status');
    if (other && !opened) {
      open(other);
    }
  } else if (first && list) {
    first = false;
    // Reading takes nothing: the nearest deadline lies open as soon as one comes in.
    if (!opened && tasks.length) {
      open(tasks[0]);
    }
  }
}

export default {
  id: 'minqing.work',
  pluginPoint: 'tasklist.header',
  priority: 2,
  render: (node, _, scope) => {
    data = scope.tasklistData.newChild(scope);
    document.querySelector('[cam-tasklist-task]').before(bar);
    bar.hidden = true;
    window.addEventListener('minqing:completed', (event) => {
      completed = event.detail || true;
    });
    data.observe('task', (task) => {
      if (task && bar.querySelector('.minqing-told-next') && shown && shown.id === task.id) {
        bar.querySelector('.minqing-told-next').remove();
      }
      draw(task);
      if (task) {
        asked(task);
      }
    });
    data.observe('taskList', next);
  },
};
