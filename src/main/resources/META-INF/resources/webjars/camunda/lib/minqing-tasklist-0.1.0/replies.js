// Common replies beside the free-text fields of a form. A text is inserted where the cursor is and can be changed like any other.
import { ask, button, element } from './server.js';

let texts = {};

/** The form library names its inputs after the fields, and our fields are named after their keys. */
function keyOf(field) {
  const found = field.id.match(/-Field_([A-Za-z]+)$/);
  return found && found[1];
}

/** As if it had been typed: the form library hears of it. */
export function insert(field, text) {
  field.focus();
  const room = field.selectionStart === field.selectionEnd && field.value && field.selectionStart === field.value.length ? '\n' : '';
  field.setRangeText(room + text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Open at once: a menu would cost a tap each time. */
function menu(field, offered) {
  const box = element('div', 'minqing-replies');
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', '常用回复');
  box.append(element('span', 'minqing-hint', '常用回复，点一下填入：'));
  offered.forEach((text) => box.append(button('minqing-text', text, () => insert(field, text))));
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
    let waiting = false;
    new MutationObserver(() => {
      if (!waiting) {
        waiting = true;
        requestAnimationFrame(() => {
          waiting = false;
          place();
        });
      }
    }).observe(document.querySelector('.column-right') || document.body,
      { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled', 'readonly'] });
  },
};
