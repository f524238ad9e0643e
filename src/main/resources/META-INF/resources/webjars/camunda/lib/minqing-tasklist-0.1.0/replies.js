// Common replies beside the free-text fields of a form. One can be changed like any other text, or for another.
import { pick, standing } from '/js/replies.js';
import { ask, button, element } from './server.js';

let texts = {};

/** The form library names its inputs after the fields, and our fields are named after their keys. */
function keyOf(field) {
  const found = field.id.match(/-Field_([A-Za-z]+)$/);
  return found && found[1];
}

/** Open at once: a menu would cost a tap each time. What stands in the field is marked. */
function menu(field, offered) {
  const box = element('div', 'minqing-replies');
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', '常用回复');
  box.append(element('span', 'minqing-hint', '常用回复，点一下填入，再点另一条就换：'));
  const choices = offered.map((text) => button('minqing-text', text, () => pick(field, text, offered)));
  const mark = () => {
    const taken = standing(field, offered);
    choices.forEach((choice) => choice.setAttribute('aria-pressed', String(choice.textContent === taken)));
  };
  field.addEventListener('input', mark);
  box.append(...choices);
  mark();
  return box;
}

function place() {
  document.querySelectorAll('[cam-tasklist-form-camunda] textarea, [cam-tasklist-form-camunda] input[type=text]').forEach((field) => {
    const holder = field.closest('.fjs-form-field');
    const offered = texts[keyOf(field)];
    const there = holder && holder.querySelector('.minqing-replies');
    if (field.disabled || field.readOnly || !offered) {
      there?.remove();
    } else if (holder && !there) {
      holder.append(menu(field, offered));
    }
  });
}

export default {
  id: 'minqing.replies',
  pluginPoint: 'tasklist.header',
  priority: 3,
  render: (node, _, scope) => {
    const data = scope.tasklistData.newChild(scope);
    let of;
    data.observe('task', async (task) => {
      if (!task || task.id === of) {
        return;
      }
      of = task.id;
      texts = {};
      const found = await ask('/api/tasks/' + task.id + '/replies').catch(() => ({}));
      if (of === task.id) {
        texts = found;
        place();
      }
    });
    // Before anything is painted: the form library takes them away when a field is left, and a form that is shorter for a moment
    // moves under the finger that is just pressing.
    new MutationObserver(place).observe(document.querySelector('.column-right') || document.body,
      { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled', 'readonly'] });
  },
};
