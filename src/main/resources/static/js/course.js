/** Draws the course of an appeal on the diagram of the very version on which it ran. The page says the same without it. */
import {element, fill} from './course-panel.js';

const section = document.querySelector('#diagram');
if (section) {
  const fold = section.querySelector('details');
  let drawing;
  const unfold = () => {
    fold.open = true;
    drawing ??= draw().catch(problem => {
      section.hidden = true;
      document.querySelector('#diagram-failed').hidden = false;
      console.error(problem);
    });
    return drawing;
  };
  section.hidden = false;
  // What is folded has no size to draw in.
  fold.addEventListener('toggle', () => fold.open && unfold());
  document.querySelectorAll('a[data-step]').forEach(link => link.addEventListener('click', async event => {
    event.preventDefault();
    history.replaceState(null, '', link.hash);
    const choose = await unfold();
    if (choose?.fromAddress()) {
      section.querySelector('#panel-title').focus({preventScroll: true});
    } else {
      document.getElementById(link.hash.slice(1))?.scrollIntoView();
    }
  }));
  if (matchMedia('(min-width: 52rem)').matches || location.hash) {
    unfold();
  }
}

async function draw() {
  const answer = await fetch(section.dataset.source, {headers: {Accept: 'application/json'}});
  if (!answer.ok) {
    throw new Error(`The course was not sent: ${answer.status}`);
  }
  const course = await answer.json();
  const window_ = section.querySelector('.window');
  const holder = section.querySelector('.canvas');
  const viewer = new BpmnJS({container: holder});
  await viewer.importXML(course.xml);
  mark(viewer, course);
  const zoom = zoomer(viewer, window_, holder);
  const choose = chooser(viewer, course, window_, zoom);
  zoom.fit();
  zoom.readable();
  choose.fromAddress() || zoom.centre(lastOf(course));
  section.dataset.drawn = 'true';
  return choose;
}

/** Where somebody looks first: what runs, else where it ended. */
function lastOf(course) {
  const running = course.steps.filter(s => s.state === 'running' && s.kind === 'task');
  return running.length ? running[0].activity : (course.steps.find(s => s.id === course.end) ?? course.steps[0]).activity;
}

function mark(viewer, course) {
  const canvas = viewer.get('canvas');
  const overlays = viewer.get('overlays');
  const activities = new Map(course.activities.map(a => [a.activity, a]));
  const taken = new Set(course.flows);
  viewer.get('elementRegistry').forEach(shape => {
    const id = (shape.labelTarget ?? shape).id;
    const activity = activities.get(id);
    if (activity && shape.labelTarget) {
      canvas.addMarker(shape.id, 'named');
    } else if (activity) {
      canvas.addMarker(shape.id, 'step');
      canvas.addMarker(shape.id, activity.kind);
      if (activity.running) {
        canvas.addMarker(shape.id, 'running');
      } else if (activity.cancelled) {
        canvas.addMarker(shape.id, 'cancelled');
      }
      badges(overlays, shape, activity);
    } else if (taken.has(id)) {
      canvas.addMarker(shape.id, 'taken');
    } else if (shape.parent && shape.type !== 'bpmn:TextAnnotation') {
      canvas.addMarker(shape.id, 'untouched');
    }
  });
}

function badges(overlays, shape, activity) {
  const signs = [];
  const add = (text, kind) => signs.push(element('span', `badge ${kind}`, text));
  if (activity.running && activity.kind !== 'phase') {
    add('▶ 进行中', 'running');
  } else if (activity.cancelled && activity.kind !== 'phase') {
    add('✕ 中止', 'cancelled');
  }
  if (['task', 'phase', 'event'].includes(activity.kind) && (activity.totalMs >= 1000 || activity.running)) {
    add(activity.total, '');
  }
  // Gateways, starts and ends stand close together: there it would hide their names, and the panel tells it.
  if (activity.visits > 1 && !['gateway', 'start', 'end'].includes(activity.kind)) {
    add(`×${activity.visits}`, '');
  }
  if (activity.breaches.length) {
    add('‼ 超时', 'late');
  }
  if (signs.length) {
    const position = activity.kind === 'phase' ? {top: -12, left: 12} : {bottom: 10, left: -6};
    overlays.add(shape.id, {position, html: element('div', 'badges', ...signs), show: {minZoom: 0}, scale: {min: .8, max: 1.1}});
  }
}

/** The diagram is as large as it is, and its window scrolls as everything scrolls: wheel, finger and arrow keys. */
function zoomer(viewer, window_, holder) {
  const canvas = viewer.get('canvas');
  const {inner} = canvas.viewbox();
  const margin = 24;
  const size = {width: inner.width + 2 * margin, height: inner.height + 2 * margin};
  let scale = 1;
  function set(wanted) {
    const middle = {x: (window_.scrollLeft + window_.clientWidth / 2) / scale, y: (window_.scrollTop + window_.clientHeight / 2) / scale};
    scale = Math.min(2, Math.max(.15, wanted));
    holder.style.width = `${size.width * scale}px`;
    holder.style.height = `${size.height * scale}px`;
    canvas.resized();
    canvas.viewbox({x: inner.x - margin, y: inner.y - margin, width: size.width, height: size.height});
    window_.scrollTo(middle.x * scale - window_.clientWidth / 2, middle.y * scale - window_.clientHeight / 2);
    section.querySelector('#zoom').textContent = `${Math.round(scale * 100)}%`;
  }
  const fit = () => set(window_.clientWidth / size.width);
  const acts = {in: () => set(scale * 1.25), out: () => set(scale / 1.25), fit};
  section.querySelectorAll('[data-zoom]').forEach(button => button.addEventListener('click', acts[button.dataset.zoom]));
  return {
    fit,
    /** On a telephone the whole of it would be a stamp. */
    readable: () => scale < .45 && set(.7),
    centre(id) {
      const shape = viewer.get('elementRegistry').get(id);
      if (shape) {
        window_.scrollTo(
          (shape.x + shape.width / 2 - inner.x + margin) * scale - window_.clientWidth / 2,
          (shape.y + shape.height / 2 - inner.y + margin) * scale - window_.clientHeight / 2);
      }
    }};
}

function chooser(viewer, course, window_, zoom) {
  const canvas = viewer.get('canvas');
  const panel = section.querySelector('.panel');
  const known = new Set(course.activities.map(a => a.activity));
  const activityOf = id => course.steps.find(s => s.id === id)?.activity;
  let chosen;
  function close() {
    if (chosen) {
      canvas.removeMarker(chosen, 'chosen');
    }
    chosen = undefined;
    panel.hidden = true;
    history.replaceState(null, '', location.pathname);
    window_.focus({preventScroll: true});
  }
  function choose(activity) {
    if (chosen) {
      canvas.removeMarker(chosen, 'chosen');
    }
    chosen = activity;
    if (canvas.getGraphics(activity)) {
      canvas.addMarker(activity, 'chosen');
    }
    fill(panel, course, activity, close);
  }
  viewer.get('eventBus').on('element.click', ({element: shape}) => {
    const id = (shape.labelTarget ?? shape).id;
    if (known.has(id)) {
      choose(id);
      // Setting the hash would make the page jump to the row of the table.
      history.replaceState(null, '', `#${id}`);
    }
  });
  function fromAddress() {
    const activity = activityOf(decodeURIComponent(location.hash.slice(1)));
    if (activity) {
      choose(activity);
      section.scrollIntoView();
      zoom.centre(activity);
    }
    return Boolean(activity);
  }
  addEventListener('hashchange', fromAddress);
  return {fromAddress};
}
