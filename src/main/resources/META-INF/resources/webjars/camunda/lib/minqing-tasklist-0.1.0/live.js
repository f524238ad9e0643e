// Tasklist hears of what is new as the desk does: its list and its counts are renewed, and what is typed into a form stays.
import { live } from '/js/live-core.js';
import { element } from './server.js';

const TASK = /\/desk\/tasks\/([0-9A-Za-z-]+)$/;

/** Whoever works here reads on here. */
function link(notice) {
  const task = TASK.exec(notice.link);
  return task ? '#/?task=' + task[1] : notice.link;
}

let heard = false;

export default {
  id: 'minqing.live',
  pluginPoint: 'tasklist.header',
  priority: 5,
  render: (node, _, scope) => {
    if (heard) {
      return;
    }
    heard = true;
    const data = scope.tasklistData.newChild(scope);
    const place = element('div', 'minqing-live-place');
    document.querySelector('[cam-tasklist-task]').before(place);
    // On a telephone the task lies below its list.
    const opened = () => place.scrollIntoView({ block: 'start' });
    live({ place, link, opened, renew: () => data.changed('taskList') });
  },
};
