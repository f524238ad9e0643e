// How to reach the resident. Each look is written down by the server before it answers; nothing of it is kept here.
import { ask, button, element } from './server.js';

const PURPOSES = ['电话联系居民，核实情况', '上门走访，约定时间', '反馈办理进展或结果', '回访满意度'];

function labelled(text, field) {
  const label = element('label', 'minqing-choice');
  label.append(field, ' ' + text);
  return label;
}

function radio(value) {
  const input = element('input');
  input.type = 'radio';
  input.name = 'purpose';
  input.value = value;
  return input;
}

function answer(contact) {
  const list = element('dl', 'minqing-found');
  const add = (name, value) => list.append(element('dt', '', name), element('dd', '', value));
  if (contact.anonymous && !contact.phone && !contact.name) {
    return element('p', '', '居民不公开身份，或没有留下联系方式。要联系他，请打开诉求详情，用“向居民提问”。');
  }
  add('姓名', contact.name || '没有留');
  add('电话', contact.phone || '没有留');
  contact.otherPhones.forEach((phone) => add('联系时登记的号码', phone));
  contact.relayedBy.forEach((who, i) => add((i ? '转报：' : '代为反映：') + who.as, [who.name || '没有留姓名', who.phone].filter(Boolean).join('　')));
  return list;
}

/** Asks for the purpose first; name and phone are gone when the window is closed. */
export function reveal(number) {
  const dialog = element('dialog', 'minqing-dialog');
  const form = element('form');
  const problem = element('p', 'minqing-told minqing-told-problem');
  problem.hidden = true;
  problem.setAttribute('role', 'alert');
  const other = element('input', 'form-control');
  other.type = 'text';
  other.maxLength = 200;
  other.setAttribute('aria-label', '其他原因');
  const choices = element('fieldset');
  choices.append(element('legend', '', '为什么要看？'), ...PURPOSES.map((p) => labelled(p, radio(p))), labelled('其他原因', radio('')), other);
  other.addEventListener('input', () => {
    form.elements.purpose.value = '';
  });
  const show = element('button', 'btn btn-primary', '查看');
  show.type = 'submit';
  const acts = element('div', 'minqing-acts');
  acts.append(show, button('btn btn-default', '关闭', () => dialog.close()));
  const heading = element('h3', '', '查看联系方式');
  heading.id = 'minqing-contact-title';
  dialog.setAttribute('aria-labelledby', heading.id);
  form.append(heading, element('p', 'minqing-number', number),
    element('p', '', '每次查看都会记录：谁、什么时间、为什么看。请只用于办理这件诉求。'), choices, problem, acts);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    show.disabled = true;
    try {
      const purpose = form.elements.purpose.value || other.value;
      const found = answer(await ask('/api/appeals/' + number + '/contact', { purpose }));
      choices.replaceWith(found);
      show.remove();
      problem.hidden = true;
    } catch (refused) {
      problem.textContent = refused.message;
      problem.hidden = false;
      show.disabled = false;
    }
  });
  dialog.append(form);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
