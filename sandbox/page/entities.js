// Bot API entities to elements. Offsets count UTF-16 units, as JavaScript strings do.
import { h } from './dom.js';

const PLAIN = {
  bold: () => h('strong'),
  italic: () => h('em'),
  underline: () => h('u'),
  strikethrough: () => h('s'),
  code: () => h('code'),
  blockquote: () => h('blockquote'),
};
// A block ends its line by itself: the line break behind it is not shown twice.
const BLOCKS = new Set(['pre', 'blockquote', 'expandable_blockquote']);
const MARKED = new Set(['mention', 'text_mention', 'hashtag', 'cashtag', 'bot_command', 'phone_number']);

/**
 * An address that may be followed, or null: only web and mail addresses are.
 * @param {string | undefined} address
 */
export function safeUrl(address) {
  try {
    const url = new URL(address);
    return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/**
 * Formatted text as a list of nodes.
 * @param {string} text
 * @param {Array<{type: string, offset: number, length: number, url?: string, language?: string}>} [entities]
 * @returns {Node[]}
 */
export function formatted(text, entities = []) {
  const sorted = entities
    .filter((one) => one.length > 0)
    .map((one, order) => ({ ...one, order }))
    .sort((a, b) => a.offset - b.offset || b.length - a.length || a.order - b.order);
  return span(text, 0, text.length, sorted);
}

function span(text, start, end, entities) {
  const nodes = [];
  let at = start;
  let rest = entities;
  while (rest.length) {
    const [entity, ...others] = rest;
    const from = Math.max(at, entity.offset);
    const to = Math.min(end, entity.offset + entity.length);
    if (to <= from) {
      rest = others;
      continue;
    }
    if (from > at) nodes.push(document.createTextNode(text.slice(at, from)));
    const inner = others.filter((one) => one.offset < to);
    const element = wrapper(entity, text.slice(from, to));
    (element.inner ?? element).append(...span(text, from, to, inner));
    nodes.push(element);
    at = BLOCKS.has(entity.type) && text[to] === '\n' ? to + 1 : to;
    rest = others.filter((one) => one.offset + one.length > to);
  }
  if (at < end) nodes.push(document.createTextNode(text.slice(at, end)));
  return nodes;
}

function wrapper(entity, text) {
  const { type } = entity;
  if (PLAIN[type]) return PLAIN[type]();
  if (type === 'pre') return preformatted(entity);
  if (type === 'expandable_blockquote') return expandable();
  if (type === 'spoiler') return spoiler();
  if (type === 'text_link') return link(safeUrl(entity.url));
  if (type === 'url') return link(safeUrl(text) ?? safeUrl(`https://${text}`));
  if (type === 'email') return link(safeUrl(`mailto:${text}`));
  return h('span', { class: MARKED.has(type) ? 'marked' : '' });
}

function link(href) {
  if (!href) return h('span', { class: 'marked' });
  return h('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' });
}

function preformatted({ language }) {
  const code = h('code');
  const block = h('pre', language ? { dataset: { language } } : null, code);
  block.inner = code;
  return block;
}

function expandable() {
  const inner = h('div', { class: 'quote-text' });
  const toggle = h('button', { class: 'quote-toggle', type: 'button', 'aria-expanded': 'false' }, 'Show more');
  const quote = h('blockquote', { class: 'expandable' }, inner, toggle);
  toggle.addEventListener('click', () => {
    const open = quote.classList.toggle('open');
    toggle.setAttribute('aria-expanded', String(open));
    toggle.textContent = open ? 'Show less' : 'Show more';
  });
  quote.inner = inner;
  return quote;
}

function spoiler() {
  const element = h('span', {
    class: 'spoiler',
    role: 'button',
    tabIndex: 0,
    'aria-label': 'Hidden text, press to show',
  });
  const show = () => {
    element.classList.add('shown');
    element.removeAttribute('aria-label');
    element.removeAttribute('role');
  };
  element.addEventListener('click', show);
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') show();
  });
  return element;
}
