// What the business systems beside the bot have on record, kept up to date while somebody looks.
import { h, patch } from './dom.js';

const REFRESH_MS = 2000;
const pause = () => new Promise((resolve) => setTimeout(resolve, REFRESH_MS));

/** The systems tab. A row that is new or says something new since the last look is marked until the next. */
export function systemsPanel(store) {
  const list = h('div', { class: 'systems' });
  const render = () => {
    for (const row of list.querySelectorAll('.changed')) row.classList.remove('changed');
    patch(list, store.systems, { key: (system) => system.name, signature: headings, build: block });
    const bodies = list.querySelectorAll('tbody');
    store.systems.flatMap((system) => system.tables).forEach((table, i) => fill(bodies[i], table.rows, 'changed'));
  };
  let looks = 0;
  const look = async () => {
    const mine = looks;
    while (mine === looks) {
      // A lost connection is told by the event source; the next round tries again.
      await store.refreshSystems().catch(() => null);
      await pause();
    }
  };
  store.on('systems', render);
  store.on('hood', (id) => {
    looks += 1;
    if (id === 'systems') look();
  });
  render();
  return [h('p', { class: 'hint' }, 'What the business systems beside the bot have on record: the first rows of each table.'), list];
}

/** All that a system shows apart from its rows. */
function headings({ tables }) {
  return JSON.stringify(tables.map(({ name, columns }) => [name, columns]));
}

function block(system) {
  return h(
    'section',
    { class: 'block' },
    h('h3', null, system.name),
    system.tables.map((table) => [h('h4', null, table.name), records(system, table)]),
  );
}

function records(system, { name, columns, rows }) {
  const body = h('tbody');
  fill(body, rows, null);
  return h(
    'div',
    { class: 'records', role: 'region', tabIndex: 0, 'aria-label': `${system.name}: ${name}` },
    h('table', null, h('thead', null, h('tr', null, columns.map((column) => h('th', { scope: 'col' }, column)))), body),
  );
}

function fill(body, rows, mark) {
  patch(body, told(rows), {
    key: (row) => row.key,
    signature: (row) => row.key,
    build: (row) => h('tr', { class: mark }, row.cells.map((cell) => h('td', { dir: 'auto' }, cell))),
  });
}

/** Rows have no number of their own: they are known by what they say, and equal ones by their order. */
function told(rows) {
  const times = new Map();
  return rows.map((cells) => {
    const words = JSON.stringify(cells);
    times.set(words, (times.get(words) ?? 0) + 1);
    return { cells, key: `${words} ${times.get(words)}` };
  });
}
