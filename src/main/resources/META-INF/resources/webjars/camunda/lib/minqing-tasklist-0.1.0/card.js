// Each task in the list says what it is about. The words come from the server, time left included, and are kept in this page only.
import { ask, element } from './server.js';

const known = new Map();
const waiting = new Map();
let asking;

/** How it stands to its limit: sign, word and what is left of which limit, all as the server says it. */
export function time(card, tag = 'p') {
  const left = element(tag, 'minqing-left minqing-' + card.due.state);
  const sign = element('span', 'minqing-sign', card.due.sign + ' ');
  sign.setAttribute('aria-hidden', 'true');
  left.append(sign, element('span', '', card.due.name));
  if (card.timeLeft) {
    left.append(element('span', '', ' ' + card.clock + card.timeLeft), element('small', '', '（' + card.dueAt + ' 到期）'));
  }
  return left;
}

function fill(place, card) {
  const line = element('p', 'minqing-line');
  line.append(element('strong', 'minqing-what', card.name), ...[card.urgencyName, card.news].filter(Boolean).map((tag) => element('span', 'minqing-tag', tag)));
  const holder = card.barred ? '须回避' : card.mine ? '我已认领' : card.holder ? '已认领：' + card.holder : '未认领';
  place.replaceChildren(
    element('p', 'minqing-title', card.title),
    element('p', 'minqing-place', card.place),
    time(card),
    line,
    element('p', 'minqing-number', card.number + ' · ' + holder),
  );
}

async function fetchAll() {
  const places = new Map(waiting);
  waiting.clear();
  asking = undefined;
  const cards = await ask('/api/tasks/cards?ids=' + [...places.keys()].slice(0, 50).join(','));
  if (known.size > 500) {
    known.clear();
  }
  for (const card of cards) {
    known.set(card.id, card);
    (places.get(card.id) || []).forEach((place) => fill(place, card));
  }
}

/** Tasklist makes its list anew each time it looks: what is known is shown at once, so that nothing flickers. */
export function show(place, id) {
  if (known.has(id)) {
    fill(place, known.get(id));
  }
  waiting.set(id, [...(waiting.get(id) || []), place]);
  asking = asking || setTimeout(() => fetchAll().catch((problem) => console.warn(problem.message)), 20);
}

export default {
  id: 'minqing.card',
  pluginPoint: 'tasklist.card',
  priority: 100,
  render: (node, { taskId }) => {
    node.className = 'minqing-card';
    show(node, taskId);
  },
};
