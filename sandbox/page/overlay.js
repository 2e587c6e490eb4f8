// What lies over the page: menus, the reaction picker, dialogs and toasts.
import { h, arrowKeys } from './dom.js';
import { icon } from './icons.js';

let openNow = null;

/** Close the open menu, if any, and give the focus back. */
export function closeMenu(giveBack = true) {
  if (!openNow) return;
  const { element, opener } = openNow;
  openNow = null;
  const hadFocus = element.contains(document.activeElement);
  element.remove();
  opener?.setAttribute?.('aria-expanded', 'false');
  if (giveBack && hadFocus && opener?.isConnected) opener.focus({ preventScroll: true });
}

function place(element, anchor) {
  document.body.append(element);
  const box = anchor.getBoundingClientRect?.() ?? { left: anchor.x, right: anchor.x, top: anchor.y, bottom: anchor.y };
  const own = element.getBoundingClientRect();
  const below = box.bottom + own.height + 12 < innerHeight;
  const top = below ? box.bottom + 4 : Math.max(8, box.top - own.height - 4);
  const left = Math.max(8, Math.min(innerWidth - own.width - 8, box.right - own.width));
  element.style.setProperty('--top', `${top}px`);
  element.style.setProperty('--left', `${left}px`);
}

function open(element, anchor, opener) {
  closeMenu(false);
  openNow = { element, opener };
  opener?.setAttribute?.('aria-expanded', 'true');
  place(element, anchor);
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      closeMenu();
    }
  });
  element.querySelector('button')?.focus({ preventScroll: true });
}

addEventListener('pointerdown', (event) => {
  if (openNow && !openNow.element.contains(event.target)) closeMenu(false);
});
addEventListener('resize', () => closeMenu(false));

/**
 * A menu below an element or at a point.
 * @param {HTMLElement | {x: number, y: number}} anchor
 * @param {Array<{label: string, icon?: string, danger?: boolean, run: () => void} | null | false>} items
 * @param {HTMLElement} [opener] gets the focus back
 */
export function openMenu(anchor, items, opener = anchor) {
  const menu = h(
    'div',
    { class: 'menu', role: 'menu' },
    items.filter(Boolean).map((item) =>
      h(
        'button',
        {
          type: 'button',
          role: 'menuitem',
          class: item.danger ? 'danger' : '',
          on: {
            click() {
              closeMenu();
              item.run();
            },
          },
        },
        item.icon && icon(item.icon),
        h('span', null, item.label),
      ),
    ),
  );
  arrowKeys(menu, 'button');
  open(menu, anchor, opener);
}

/**
 * A grid of emoji to pick one of.
 * @param {HTMLElement} anchor
 * @param {string[]} emojis
 * @param {(emoji: string) => void} onPick
 */
export function openPicker(anchor, emojis, onPick, opener = anchor) {
  const grid = h(
    'div',
    { class: 'menu picker', role: 'menu', 'aria-label': 'Reactions' },
    emojis.map((emoji) =>
      h(
        'button',
        {
          type: 'button',
          role: 'menuitem',
          'aria-label': `React with ${emoji}`,
          on: {
            click() {
              closeMenu();
              onPick(emoji);
            },
          },
        },
        emoji,
      ),
    ),
  );
  arrowKeys(grid, 'button');
  open(grid, anchor, opener);
}

function modal(label, build) {
  return new Promise((resolve) => {
    const dialog = h('dialog', { class: 'dialog', 'aria-label': label });
    const finish = (value) => {
      dialog.close();
      dialog.remove();
      resolve(value);
    };
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      finish(null);
    });
    dialog.append(build(finish));
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Show words with one button. */
export function tell(title, ...content) {
  return modal(title, (finish) =>
    h(
      'form',
      {
        method: 'dialog',
        on: {
          submit: (e) => {
            e.preventDefault();
            finish(true);
          },
        },
      },
      h('h2', null, title),
      ...content,
      h('div', { class: 'dialog-buttons' }, h('button', { class: 'primary', autofocus: true }, 'OK')),
    ),
  );
}

/**
 * Ask for a yes, or for the fields given: answers true or the values by name, null when cancelled.
 * @param {string} title
 * @param {{text?: string, action: string, danger?: boolean, fields?: Array<{name: string, label: string, value?: string, required?: boolean, maxLength?: number, placeholder?: string}>}} how
 */
export function ask(title, { text, action, danger = false, fields = [] }) {
  return modal(title, (finish) => {
    const inputs = fields.map((field) =>
      h('input', {
        name: field.name,
        value: field.value ?? '',
        required: field.required ?? false,
        autocomplete: 'off',
        placeholder: field.placeholder ?? '',
        ...(field.maxLength ? { maxLength: field.maxLength } : {}),
      }),
    );
    const submit = (event) => {
      event.preventDefault();
      finish(fields.length ? Object.fromEntries(inputs.map((input) => [input.name, input.value.trim()])) : true);
    };
    return h(
      'form',
      { on: { submit } },
      h('h2', null, title),
      text && h('p', null, text),
      fields.map((field, i) => h('label', { class: 'field' }, h('span', null, field.label), inputs[i])),
      h(
        'div',
        { class: 'dialog-buttons' },
        h('button', { type: 'button', on: { click: () => finish(null) } }, 'Cancel'),
        h('button', { class: danger ? 'primary danger' : 'primary' }, action),
      ),
    );
  });
}

/**
 * A short message that goes away by itself.
 * @param {string} text
 * @param {'plain' | 'error'} [kind]
 */
export function toast(text, kind = 'plain') {
  const element = h('div', { class: `toast ${kind}`, role: kind === 'error' ? 'alert' : 'status' }, text);
  document.getElementById('toasts').append(element);
  setTimeout(() => element.remove(), kind === 'error' ? 7000 : 4500);
}

/** Run something that talks to the sandbox, and show what it refuses. */
export async function attempt(action) {
  try {
    return await action();
  } catch (error) {
    toast(error.message, 'error');
    return undefined;
  }
}
