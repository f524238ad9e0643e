// Draws /desk/map from the same question as the list beside it. Far away each unit has its counts, nearer each mark has its place.
// Nothing is asked of any other server, and without this script the list and the drawn picture remain.

const place = document.getElementById('map');
const css = getComputedStyle(document.documentElement);
const RED = css.getPropertyValue('--red').trim();
const GROUNDS = ['#ffffff', '#e8f0f8', '#d3e2f0', '#b9d0e6'];
const RADIUS = 7;
/** More labels than that hide each other and the ground. */
const MOST_LABELS = 60;

const ground = count => GROUNDS[count === 0 ? 0 : count < 5 ? 1 : count < 20 ? 2 : 3];

/** The same outlines as the legend and the drawn picture have. */
const FORMS = {
  circle: (path, x, y, r) => path.arc(x, y, r, 0, Math.PI * 2),
  triangle: (path, x, y, r) => corners(path, x, y, r, [[0, -1.2], [1.15, .85], [-1.15, .85]]),
  square: (path, x, y, r) => corners(path, x, y, r, [[-.9, -.9], [.9, -.9], [.9, .9], [-.9, .9]]),
  diamond: (path, x, y, r) => corners(path, x, y, r, [[0, -1.3], [1.3, 0], [0, 1.3], [-1.3, 0]]),
  cross: (path, x, y, r) => corners(path, x, y, r, [[-1, -.35], [-.35, -.35], [-.35, -1], [.35, -1], [.35, -.35], [1, -.35],
    [1, .35], [.35, .35], [.35, 1], [-.35, 1], [-.35, .35], [-1, .35]]),
};

function corners(path, x, y, r, all) {
  all.forEach(([dx, dy], at) => path[at ? 'lineTo' : 'moveTo'](x + dx * r, y + dy * r));
  path.closePath();
}

/** A mark on the canvas: form, colour, letter, and a ring where a limit is over. */
function markOf(L) {
  return L.CircleMarker.extend({
    _updatePath() {
      const renderer = this._renderer;
      if (!renderer._drawing || this._empty()) {
        return;
      }
      const {x, y} = this._point;
      const path = renderer._ctx;
      const {symbol, pressing} = this.options;
      if (pressing) {
        path.beginPath();
        path.arc(x, y, RADIUS * 1.8, 0, Math.PI * 2);
        path.lineWidth = 2.5;
        path.strokeStyle = RED;
        path.stroke();
      }
      path.beginPath();
      FORMS[symbol.form](path, x, y, RADIUS);
      path.fillStyle = symbol.colour;
      path.fill();
      path.lineWidth = 1;
      path.strokeStyle = '#ffffff';
      path.stroke();
      if (symbol.letter) {
        path.fillStyle = '#ffffff';
        path.font = '700 9px sans-serif';
        path.textAlign = 'center';
        path.textBaseline = 'middle';
        path.fillText(symbol.letter, x, y + .5);
      }
    },
  });
}

function element(name, text, className) {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className ?? '';
  return made;
}

/** Texts are put in as texts: whoever wrote them, nothing of them runs. */
function opened(mark) {
  const box = document.createElement('div');
  const link = element('a', `${place.dataset.open} ${mark.id}`);
  link.href = mark.href;
  box.append(element('strong', mark.title), element('p', `${mark.unitName} · ${mark.words.join(' · ')}`), link);
  return box;
}

function counted(unit, figures) {
  const box = document.createElement('div');
  box.append(element('span', unit.name));
  if (unit.figures && figures.length) {
    const [first, ...rest] = figures;
    box.append(element('b', unit.figures[first.code]));
    const signs = rest.filter(figure => figure.sign && unit.figures[figure.code]);
    if (signs.length) {
      box.append(element('em', signs.map(figure => `${figure.sign}${unit.figures[figure.code]}`).join(' ')));
    }
  }
  return box;
}

function narrowed(unit) {
  const query = new URLSearchParams(place.dataset.query);
  query.set('unit', unit);
  return `/desk/map?${query}`;
}

function draw(L, data) {
  const began = performance.now();
  const map = L.map(place, {
    preferCanvas: true, renderer: L.canvas({padding: .3}), zoomControl: false, attributionControl: false, zoomSnap: .25,
    fadeAnimation: false, maxZoom: 20, minZoom: 6,
  });
  L.control.zoom({zoomInTitle: place.dataset.in, zoomOutTitle: place.dataset.out, zoomInText: '＋', zoomOutText: '－'}).addTo(map);

  const units = data.units.map(unit => {
    const {smallest} = unit;
    const shape = L.polygon(unit.outline.map(ring => ring.map(([lng, lat]) => [lat, lng])), {
      color: smallest ? '#7b8592' : '#0a365d', weight: smallest ? 1 : unit.depth ? 2.2 : 3.5,
      fill: smallest, fillColor: ground(unit.figures ? unit.figures[data.figures[0].code] : 0), fillOpacity: 1, interactive: smallest,
    });
    return {...unit, shape};
  });
  // Not all ground of a larger one belongs to a smaller one.
  units.filter(it => !it.parent).forEach(it =>
    L.polygon(it.shape.getLatLngs(), {stroke: false, fillColor: GROUNDS[0], fillOpacity: 1, interactive: false}).addTo(map));
  // The larger ones over the smaller ones, whose edges would hide theirs.
  [...units.filter(it => it.smallest), ...units.filter(it => !it.smallest)].forEach(it => it.shape.addTo(map));
  units.filter(it => it.smallest).forEach(it => it.shape.on('click', () => location.assign(narrowed(clicked(it).unit))));

  /** What a click on that ground means: far away the area that has the label, nearer the unit itself. */
  function clicked(unit) {
    const above = units.find(it => it.unit === unit.parent);
    return place.dataset.level === 'units' && unit.depth > topmost && above ? clicked(above) : unit;
  }

  const whole = L.featureGroup(units.map(it => it.shape)).getBounds();
  const chosen = units.find(it => it.unit === place.dataset.unit);
  map.fitBounds(whole, {animate: false, padding: [6, 6]});
  const far = map.getZoom();
  if (chosen) {
    map.fitBounds(chosen.shape.getBounds(), {animate: false, padding: [6, 6]});
  }
  map.setMaxBounds(whole.pad(.6));

  const Mark = markOf(L);
  const symbols = Object.fromEntries(data.symbols.map(symbol => [symbol.code, symbol]));
  const marks = L.layerGroup(data.marks.map(mark =>
    new Mark([mark.lat, mark.lng], {radius: RADIUS * 1.9, symbol: symbols[mark.symbol], pressing: mark.pressing, mark})));
  marks.eachLayer(it => it.on('click', () => L.popup({minWidth: 180}).setLatLng(it.getLatLng()).setContent(opened(it.options.mark)).openOn(map)));

  const labels = L.layerGroup().addTo(map);
  const topmost = Math.min(...units.filter(it => it.depth > 0).map(it => it.depth));
  function label(near) {
    labels.clearLayers();
    units.filter(it => (near ? it.smallest : it.depth === topmost)).slice(0, MOST_LABELS).forEach(it =>
      L.tooltip({permanent: true, direction: 'center', className: near ? 'map-count quiet' : 'map-count', interactive: false, opacity: 1})
        .setLatLng(it.shape.getCenter()).setContent(counted(it, near ? [] : data.figures)).addTo(labels));
  }

  /** Counts far away, marks nearer; never both, or neither could be read. */
  function level() {
    const near = map.getZoom() >= far + Number(place.dataset.nearer) || Boolean(chosen);
    if (place.dataset.level !== (near ? 'marks' : 'units')) {
      place.dataset.level = near ? 'marks' : 'units';
      marks[near ? 'addTo' : 'removeFrom'](map);
      label(near);
    }
  }
  map.on('zoomend', level);
  level();
  place.dataset.drawn = Math.round(performance.now() - began);
  return map;
}

async function begin() {
  const L = window.L;
  const status = document.querySelector('.map-status');
  try {
    const answer = await fetch(place.dataset.source, {credentials: 'same-origin', headers: {'X-Requested-With': 'map'}});
    if (!answer.ok) {
      throw new Error(answer.status);
    }
    const data = await answer.json();
    place.hidden = false;
    place.mqMap = draw(L, data);
  } catch (e) {
    place.hidden = true;
    status.textContent = place.dataset.failed;
    throw e;
  }
}

if (place) {
  begin();
}
