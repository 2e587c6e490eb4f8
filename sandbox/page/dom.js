// The only place that builds elements. Text always becomes a text node: no markup is ever parsed.

/**
 * Build an element.
 * Props: `class`, `dataset`, `on` (listeners), `vars` (CSS custom properties); `aria-*`, `role` and other
 * names with a dash become attributes; `true`/`false`/null set or leave out an attribute; the rest are properties.
 * @param {string} tag
 * @param {Record<string, any> | null} [props]
 * @param {...(Node | string | number | null | undefined | false | Array<any>)} children
 * @returns {HTMLElement}
 */
export function h(tag, props, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) setProp(element, name, value);
  add(element, children);
  return element;
}

function setProp(element, name, value) {
  if (value === undefined || value === null) return;
  if (name === 'class') element.className = value;
  else if (name === 'dataset') Object.assign(element.dataset, value);
  else if (name === 'vars') {
    for (const [key, v] of Object.entries(value)) element.style.setProperty(key, v);
  } else if (name === 'on') {
    for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
  } else if (name.includes('-') || name === 'role') {
    element.setAttribute(name, String(value));
  } else element[name] = value;
}

function add(element, children) {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) add(element, child);
    else element.append(child instanceof Node ? child : String(child));
  }
}

/**
 * Bring a container's children in line with a list, keeping every node whose signature did not change,
 * so that focus, scroll position, playing media and selections survive a live update.
 * @template T
 * @param {HTMLElement} parent
 * @param {T[]} items
 * @param {{key: (item: T) => string, signature: (item: T) => string, build: (item: T) => HTMLElement}} how
 */
export function patch(parent, items, how) {
  const wanted = new Set(items.map(how.key));
  const old = new Map();
  const focused = parent.contains(document.activeElement) ? document.activeElement : null;
  const row = focused && rowOf(parent, focused);
  const inside = row && [...row.querySelectorAll(FOCUSABLE)].indexOf(focused);
  for (const node of [...parent.children]) {
    if (wanted.has(node.dataset.key)) old.set(node.dataset.key, node);
    else node.remove();
  }
  let cursor = parent.firstElementChild;
  let focusedKey = null;
  for (const item of items) {
    const key = how.key(item);
    const signature = how.signature(item);
    let node = old.get(key);
    if (node && node === row) focusedKey = key;
    if (!node || node.signature !== signature) {
      const fresh = how.build(item);
      fresh.dataset.key = key;
      fresh.signature = signature;
      if (node) {
        if (node === cursor) cursor = fresh;
        node.replaceWith(fresh);
      }
      node = fresh;
      old.set(key, fresh);
    }
    if (node === cursor) cursor = cursor.nextElementSibling;
    else parent.insertBefore(node, cursor);
  }
  if (focusedKey !== null && !parent.contains(document.activeElement)) refocus(old.get(focusedKey), inside);
}

const FOCUSABLE = 'button, a, summary, [tabindex]';

function rowOf(parent, node) {
  let row = node;
  while (row && row.parentElement !== parent) row = row.parentElement;
  return row;
}

function refocus(row, index) {
  const inside = index >= 0 ? row.querySelectorAll(FOCUSABLE)[index] : null;
  (inside ?? row).focus({ preventScroll: true });
}

/**
 * Move the focus among the children of a list with the arrow keys, Home and End.
 * @param {HTMLElement} list
 * @param {string} selector what takes the focus
 */
export function arrowKeys(list, selector) {
  list.addEventListener('keydown', (event) => {
    const all = [...list.querySelectorAll(selector)];
    const at = all.indexOf(document.activeElement);
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const to = {
      ArrowDown: at + 1,
      ArrowRight: at + 1,
      ArrowUp: at - 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: all.length - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    all[Math.max(0, Math.min(all.length - 1, to))].focus();
  });
}
