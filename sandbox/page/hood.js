// Under the hood: a drawer with the last Bot API calls, the business systems, faults and limits, and the clock.
import { h, arrowKeys } from './dom.js';
import { icon } from './icons.js';
import { callsPanel } from './calls.js';
import { systemsPanel } from './systems.js';
import { faultsPanel } from './faults.js';
import { clockPanel } from './clock.js';

const TABS = [
  { id: 'calls', label: 'Calls', icon: 'code', build: callsPanel },
  { id: 'systems', label: 'Systems', icon: 'records', build: systemsPanel },
  { id: 'faults', label: 'Faults', icon: 'bolt', build: faultsPanel },
  { id: 'clock', label: 'Clock', icon: 'clock', build: clockPanel },
];

/**
 * Build the drawer; the answer opens and closes it.
 * @param {HTMLElement} root
 * @param {import('./store.js').Store} store
 * @returns {{toggle: (tab: string, opener?: HTMLElement) => void}}
 */
export function hoodDrawer(root, store) {
  let current = null;
  let opener = null;
  const panels = new Map();
  const tabs = h(
    'div',
    { class: 'tabs', role: 'tablist', 'aria-label': 'Under the hood' },
    TABS.map((tab) =>
      h(
        'button',
        {
          type: 'button',
          role: 'tab',
          id: `tab-${tab.id}`,
          'aria-controls': `panel-${tab.id}`,
          hidden: tab.id === 'systems',
          on: { click: () => show(tab.id) },
        },
        icon(tab.icon),
        tab.label,
      ),
    ),
  );
  store.on('systems', () => {
    if (store.systems.length) tabs.querySelector('#tab-systems').hidden = false;
  });
  arrowKeys(tabs, '[role=tab]:not([hidden])');
  const close = h(
    'button',
    { class: 'icon-button', type: 'button', 'aria-label': 'Close this panel', on: { click: () => hide() } },
    icon('close'),
  );
  const body = h('div', { class: 'hood-body' });
  root.append(h('header', { class: 'pane-header hood-header' }, tabs, close), body);
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) hide();
  });

  function show(id) {
    current = id;
    for (const tab of TABS) {
      const button = tabs.querySelector(`#tab-${tab.id}`);
      button.setAttribute('aria-selected', String(tab.id === id));
      button.tabIndex = tab.id === id ? 0 : -1;
    }
    if (!panels.has(id)) {
      const { build } = TABS.find((tab) => tab.id === id);
      panels.set(
        id,
        h(
          'div',
          { role: 'tabpanel', id: `panel-${id}`, class: `panel panel-${id}`, 'aria-labelledby': `tab-${id}` },
          build(store),
        ),
      );
    }
    body.replaceChildren(panels.get(id));
    root.hidden = false;
    document.body.classList.add('hood-open');
    store.emit('hood', id);
  }

  function hide() {
    current = null;
    root.hidden = true;
    document.body.classList.remove('hood-open');
    store.emit('hood', null);
    opener?.focus();
  }

  return {
    toggle(id, from = null) {
      if (current === id) {
        hide();
        return;
      }
      opener = from;
      show(id);
      tabs.querySelector('[aria-selected=true]').focus();
    },
  };
}
