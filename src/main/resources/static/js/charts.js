// Draws the charts of /desk and /desk/rates from the tables beside them: what is drawn is what can be read, and without this script
// the tables remain. Colours are never alone: each standing has its own shape, each line its own dashes.

const css = getComputedStyle(document.documentElement);
const colour = name => css.getPropertyValue(name).trim();
const INK = colour('--ink');
const LINE = colour('--line');
const SHAPES = {
  above: { pointStyle: 'triangle', colour: colour('--green') },
  below: { pointStyle: 'triangle', rotation: 180, colour: colour('--red') },
  notDistinguishable: { pointStyle: 'circle', colour: colour('--blue') },
  ownLevel: { pointStyle: 'rect', colour: colour('--soft') },
};

const number = text => (text === undefined || text === '' ? null : Number(text));
const percent = value => `${value}%`;
const scale = { min: 0, max: 100, grid: { color: LINE }, ticks: { color: INK, callback: percent } };

/** Where the true rate of each unit may lie: a bar for the interval, a mark for the rate, a line for the whole. */
function intervals(table) {
  // A unit with too few cases has no rate to draw.
  const rows = [...table.tBodies[0].rows].map(row => row.dataset).filter(row => row.value);
  const shapes = rows.map(row => SHAPES[row.standing]);
  const whole = number(table.dataset.whole);
  return {
    height: 60 + 34 * rows.length,
    config: {
      type: 'bar',
      data: {
        labels: rows.map(row => row.name),
        datasets: [
          {
            type: 'scatter',
            data: rows.map(row => ({ x: number(row.value), y: row.name })),
            pointStyle: shapes.map(shape => shape.pointStyle),
            rotation: shapes.map(shape => shape.rotation ?? 0),
            // A mark at nothing or at all is whole too.
            clip: false,
            pointRadius: 7,
            pointBorderWidth: 2,
            borderColor: shapes.map(shape => shape.colour),
            backgroundColor: shapes.map(shape => shape.colour),
          },
          {
            data: rows.map(row => [number(row.low), number(row.high)]),
            backgroundColor: '#c9d8e8',
            borderColor: colour('--edge'),
            borderWidth: 1,
            borderSkipped: false,
            barThickness: 10,
          },
        ],
      },
      options: {
        indexAxis: 'y',
        scales: { x: scale, y: { type: 'category', labels: rows.map(row => row.name), grid: { display: false }, ticks: { color: INK, autoSkip: false } } },
        plugins: {
          tooltip: { callbacks: { label: item => words(rows[item.dataIndex]) } },
          wholeLine: { value: whole },
        },
      },
    },
  };
}

const words = row => `${row.value}%（${row.low}%–${row.high}%）`;

/** A rate over months with its band, and a unit beside it. */
function trend(table) {
  const rows = [...table.tBodies[0].rows].map(row => row.dataset);
  const own = table.dataset.ownName;
  return {
    height: 300,
    config: {
      type: 'line',
      data: {
        labels: rows.map(row => row.name),
        datasets: [
          ...band(rows, table.dataset.wholeName, ['value', 'low', 'high'], colour('--blue'), 'rgba(15, 76, 129, .15)', 'circle', []),
          ...(own ? band(rows, own, ['own', 'ownLow', 'ownHigh'], colour('--gold'), 'rgba(138, 90, 0, .15)', 'rectRot', [6, 4]) : []),
        ],
      },
      options: {
        scales: { y: scale, x: { grid: { display: false }, ticks: { color: INK } } },
        plugins: {
          legend: { display: true, labels: { color: INK, usePointStyle: true, filter: item => item.text !== '' } },
          tooltip: { filter: item => item.dataset.label !== '', callbacks: { label: item => `${item.dataset.label} ${item.formattedValue}%` } },
        },
      },
    },
  };
}

function band(rows, label, [value, low, high], line, ground, pointStyle, borderDash) {
  const edge = { label: '', pointRadius: 0, borderWidth: 0, backgroundColor: ground };
  return [
    { label, data: rows.map(row => number(row[value])), borderColor: line, backgroundColor: line, pointStyle, pointRadius: 5, clip: false, borderDash, spanGaps: false },
    { ...edge, data: rows.map(row => number(row[low])), fill: '+1' },
    { ...edge, data: rows.map(row => number(row[high])), fill: false },
  ];
}

/** The rate of the whole, upright through the bars. */
const wholeLine = {
  id: 'wholeLine',
  afterDatasetsDraw(chart, args, options) {
    if (options.value === null || options.value === undefined) {
      return;
    }
    const { ctx, chartArea, scales } = chart;
    const x = scales.x.getPixelForValue(options.value);
    ctx.save();
    ctx.strokeStyle = INK;
    ctx.setLineDash([5, 4]);
    ctx.beginPath();
    ctx.moveTo(x, chartArea.top);
    ctx.lineTo(x, chartArea.bottom);
    ctx.stroke();
    ctx.restore();
  },
};

const counts = { beginAtZero: true, grid: { color: LINE }, ticks: { color: INK, precision: 0 } };
const plain = { grid: { display: false }, ticks: { color: INK, autoSkip: false } };
const dataOf = table => [...table.tBodies[0].rows].map(row => row.dataset);
const heading = (table, at) => table.tHead.rows[0].cells[at].textContent;

/** What each unit has, what is late first; hatched by its edge and named in the legend, never by colour alone. */
function units(table) {
  const rows = dataOf(table);
  const part = (label, sign, of, fill) => ({ label: `${sign} ${label}`, data: rows.map(of), backgroundColor: fill, borderColor: INK, borderWidth: 1 });
  return {
    height: 90 + 34 * rows.length,
    config: {
      type: 'bar',
      data: {
        labels: rows.map(row => row.name),
        datasets: [
          part(heading(table, 1), '●', row => number(row.late), colour('--red')),
          part(heading(table, 2), '▲', row => number(row.soon), '#e8b54a'),
          part('其余在办', '○', row => row.open - row.late - row.soon, '#c9d8e8'),
        ],
      },
      options: {
        indexAxis: 'y',
        scales: { x: { ...counts, stacked: true }, y: { ...plain, stacked: true } },
        plugins: { legend: { display: true, labels: { color: INK } } },
      },
    },
  };
}

/** Two series of counts: bars for the one, a line with marks for the other. */
function twoCounts(table, bars, line) {
  const rows = dataOf(table);
  return {
    height: 280,
    config: {
      data: {
        labels: rows.map(row => row.name),
        datasets: [
          { type: 'line', label: heading(table, 2), data: rows.map(row => number(row[line])), borderColor: colour('--gold'), backgroundColor: colour('--gold'), borderDash: [6, 4], pointRadius: 3, pointStyle: 'rectRot' },
          { type: 'bar', label: heading(table, 1), data: rows.map(row => number(row[bars])), backgroundColor: '#9fbfdf', borderColor: colour('--blue'), borderWidth: 1 },
        ],
      },
      options: {
        scales: { x: { ...plain, ticks: { color: INK } }, y: counts },
        plugins: { legend: { display: true, labels: { color: INK, usePointStyle: true } } },
      },
    },
  };
}

const CHARTS = {
  intervals,
  trend,
  units,
  hours: table => twoCounts(table, 'today', 'usual'),
  days: table => twoCounts(table, 'received', 'ended'),
};

function draw(figure) {
  const table = document.getElementById(figure.dataset.table);
  const { height, config } = CHARTS[figure.dataset.chart](table);
  const canvas = figure.querySelector('canvas');
  figure.hidden = false;
  // A chart as wide as its place and as high as its lines.
  const frame = document.createElement('div');
  frame.className = 'frame';
  canvas.replaceWith(frame);
  frame.append(canvas);
  frame.style.height = `${height}px`;
  frame.style.position = 'relative';
  config.plugins = [wholeLine];
  config.options = {
    ...config.options,
    animation: false,
    maintainAspectRatio: false,
    layout: { padding: 10 },
    plugins: { legend: { display: false }, ...config.options.plugins },
  };
  new Chart(canvas, config);
}

Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
Chart.defaults.font.size = 13;
document.querySelectorAll('figure[data-chart]').forEach(draw);
