// The last Bot API calls: as a panel, and as a strip along the bottom.
import { h, patch } from './dom.js';
import { icon } from './icons.js';
import { nameOf } from './avatar.js';

const SHOWN = 200;
const IN_STRIP = 8;
const POLLING = new Set(['getUpdates']);

/** All kept calls, newest first; each opens to its parameters. */
export function callsPanel(store) {
  const list = h('ol', { class: 'calls' });
  const polls = h('input', { type: 'checkbox' });
  const only = h('input', { type: 'search', placeholder: 'Filter by method', 'aria-label': 'Filter by method' });
  const none = h('p', { class: 'hint' }, 'No calls yet. Each request of the bot appears here with its answer.');
  const render = () => {
    const wanted = only.value.trim().toLowerCase();
    const calls = store.calls.filter(
      (call) => (polls.checked || !POLLING.has(call.method)) && call.method.toLowerCase().includes(wanted),
    );
    none.hidden = calls.length > 0;
    patch(list, calls.slice(-SHOWN).reverse(), {
      key: (call) => String(call.n),
      signature: (call) => String(call.n),
      build: (call) => row(call, store),
    });
  };
  polls.addEventListener('change', render);
  only.addEventListener('input', render);
  store.on('call', render);
  render();
  return [h('div', { class: 'calls-bar' }, only, h('label', { class: 'check' }, polls, 'polling')), none, list];
}

function row(call, store) {
  const summary = h(
    'summary',
    null,
    h('span', { class: `status ${call.ok ? 'ok' : 'bad'}` }, call.ok ? 'ok' : String(call.error_code ?? 'lost')),
    h('span', { class: 'method' }, call.method),
    h('span', { class: 'call-chat' }, where(call, store)),
    h('time', null, time(call.at)),
  );
  const details = h('details', null, summary);
  details.addEventListener('toggle', () => {
    if (!details.open || details.childElementCount > 1) return;
    details.append(
      h(
        'div',
        { class: 'call-body' },
        call.description && h('p', { class: 'call-error' }, call.description),
        h('pre', null, JSON.stringify(call.params ?? {}, null, 2)),
      ),
    );
  });
  return h('li', null, details);
}

function where(call, store) {
  if (call.chat_id === undefined || call.chat_id === null) return '';
  return store.chat(call.chat_id)?.title || nameOf(store, call.chat_id);
}

function time(at) {
  const date = typeof at === 'number' ? new Date(at * 1000) : new Date(at);
  return Number.isNaN(date.getTime())
    ? ''
    : date.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', second: '2-digit' });
}

/**
 * The strip: the newest calls in one line, and the way to the drawer.
 * @param {HTMLElement} root
 * @param {import('./store.js').Store} store
 * @param {{toggle: (tab: string, opener?: HTMLElement) => void}} hood
 */
export function callStrip(root, store, hood) {
  const list = h('ol', { class: 'strip-calls' });
  const none = h('span', { class: 'strip-none' }, 'no calls yet');
  const button = (id, label, name) =>
    h(
      'button',
      {
        type: 'button',
        class: 'strip-button',
        dataset: { tab: id },
        'aria-label': label,
        'aria-expanded': 'false',
        on: { click: (event) => hood.toggle(id, event.currentTarget) },
      },
      icon(name),
      h('span', null, label),
    );
  const open = button('calls', 'Bot API', 'code');
  const systems = button('systems', 'Systems', 'records');
  systems.hidden = true;
  root.append(
    open,
    h('div', { class: 'strip-window' }, none, list),
    systems,
    button('faults', 'Faults', 'bolt'),
    button('clock', 'Clock', 'clock'),
  );
  const render = () => {
    const calls = store.calls
      .filter((call) => !POLLING.has(call.method))
      .slice(-IN_STRIP)
      .reverse();
    none.hidden = calls.length > 0;
    patch(list, calls, {
      key: (call) => String(call.n),
      signature: (call) => String(call.n),
      build: (call) =>
        h(
          'li',
          { class: call.ok ? 'ok' : 'bad', title: call.description ?? '' },
          h('span', { class: 'dot', 'aria-hidden': 'true' }),
          call.method,
          h('b', null, call.ok ? h('span', { class: 'sr-only' }, ' ok') : ` ${call.error_code ?? 'lost'}`),
        ),
    });
  };
  store.on('call', render);
  store.on('systems', () => {
    if (store.systems.length) systems.hidden = false;
  });
  store.on('hood', (id) => {
    for (const one of root.querySelectorAll('.strip-button'))
      one.setAttribute('aria-expanded', String(one.dataset.tab === id));
  });
  render();
}
