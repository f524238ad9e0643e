// Beside the page on which a clerk takes an appeal down: who told of the same before. It is registered all the same; whoever
// dispatches it decides whether they are one.

const PAUSE = 900;

async function asked(body) {
  const answer = await fetch('/api/appeals/similar', {
    method: 'POST',
    credentials: 'same-origin',
    cache: 'no-store',
    headers: {'Accept': 'application/json', 'Content-Type': 'application/json', 'X-Requested-With': 'XMLHttpRequest'},
    body,
  });
  if (!answer.ok) {
    throw new Error(String(answer.status));
  }
  return (await answer.json()).similar;
}

function line(appeal) {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = `/desk/appeals/${appeal.number}`;
  link.target = '_blank';
  link.rel = 'noopener';
  link.textContent = `${appeal.number} ${appeal.title}`;
  const how = document.createElement('span');
  how.className = 'hint';
  how.textContent = ` ${appeal.statusName}，${appeal.place}，${appeal.reason}`;
  item.append(link, how);
  return item;
}

/** Asks when somebody pauses, and once more when he chose another place or category. */
export function similarBeside(form) {
  const box = document.getElementById('similar');
  const list = box.querySelector('ul');
  const {description, category} = form.elements;
  const unit = form.elements['location.unit'];
  let last = '';
  let turn = 0;
  let waiting;

  async function look() {
    const words = JSON.stringify({unit: unit.value, category: category.value, description: description.value.slice(0, 2000)});
    if (words === last || description.value.trim().length < 4) {
      return;
    }
    last = words;
    const mine = ++turn;
    try {
      const found = await asked(words);
      if (mine === turn) {
        list.replaceChildren(...found.map(line));
        box.hidden = !found.length;
      }
    } catch {
      // It only helps; the dispatcher sees them too.
      box.hidden = true;
    }
  }

  for (const field of [description, category, unit]) {
    for (const event of ['input', 'change']) {
      field.addEventListener(event, () => {
        clearTimeout(waiting);
        waiting = setTimeout(look, PAUSE);
      });
    }
  }
}
