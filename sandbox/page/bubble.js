// One message as an element.
import { h } from './dom.js';
import { icon } from './icons.js';
import { avatar, nameOf } from './avatar.js';
import { attachment } from './attachment.js';
import { formatted, safeUrl } from './entities.js';
import { clock, colour } from './format.js';
import { serviceText, summary } from './summary.js';

const BIG_EMOJI = /^(?:\p{Extended_Pictographic}[\p{Emoji_Modifier}\uFE0F\u200D\p{Extended_Pictographic}]*){1,3}$/u;

/**
 * @typedef {object} Line
 * @property {any} message
 * @property {boolean} first of a run by the same sender
 * @property {boolean} last
 * @property {any} replied the message replied to, if it is here
 * @property {boolean} showName
 *
 * @typedef {object} Acts what can be done with a message
 * @property {(message: any) => void} reply
 * @property {(message: any, anchor: HTMLElement) => void} react
 * @property {(message: any, emoji: string) => void} toggle
 * @property {(message: any, anchor: any, opener: HTMLElement) => void} menu
 * @property {(message: any, button: any, element: HTMLElement) => void} press
 * @property {(id: number) => void} jump
 */

/**
 * @param {Line} line
 * @param {import('./store.js').Store} store
 * @param {Acts} acts
 * @returns {HTMLElement}
 */
export function messageRow(line, store, acts) {
  const { message } = line;
  return message.service ? serviceRow(message, store) : bubbleRow(line, store, acts);
}

function serviceRow(message, store) {
  return h(
    'li',
    { class: 'row service', tabIndex: -1, dataset: { id: message.message_id } },
    h('span', null, serviceText(message, store)),
  );
}

function bubbleRow({ message, first, last, replied, showName }, store, acts) {
  const own = message.from === store.me;
  const author = senderName(message, store);
  const text = message.text ?? message.caption ?? '';
  const body = h('div', { class: 'text', dir: 'auto' }, formatted(text, message.entities ?? []));
  const big = message.text && !message.entities?.length && BIG_EMOJI.test(message.text);
  const hasMedia = message.kind && message.kind !== 'text';
  const bubble = h(
    'div',
    {
      class: [
        'bubble',
        big && 'big',
        !text && 'bare',
        hasMedia && `with-${message.kind}`,
        message.ephemeral && 'ephemeral',
      ]
        .filter(Boolean)
        .join(' '),
    },
    showName &&
      first &&
      h(
        'div',
        { class: `author ${tone(message, store)}`, dir: 'auto' },
        author,
        message.sender_tag && h('bdi', { class: 'tag' }, message.sender_tag),
      ),
    message.forward && h('div', { class: 'forward' }, `Forwarded from ${message.forward}`),
    message.reply_to_message_id && quote(message, replied, store, acts),
    attachment(message),
    text && body,
    meta(message),
  );
  const stack = h(
    'div',
    { class: 'stack' },
    h('div', { class: 'bubble-line' }, bubble, tools(message, acts)),
    keyboard(message, acts),
    reactions(message, store, acts),
  );
  const row = h(
    'li',
    {
      class: `row ${own ? 'own' : 'other'}${first ? ' first' : ''}${last ? ' last' : ''}`,
      tabIndex: -1,
      dataset: { id: message.message_id },
      'aria-label': spoken(message, author, replied, store),
      on: {
        contextmenu(event) {
          if (event.target.closest('a, img')) return;
          event.preventDefault();
          acts.menu(message, { x: event.clientX, y: event.clientY }, row);
        },
        dblclick(event) {
          if (event.target.closest('.bubble') && !event.target.closest('a, button')) acts.reply(message);
        },
      },
    },
    showName &&
      h(
        'span',
        { class: 'gutter' },
        last && avatar(store.user(message.from), { bot: store.isBot(message.from), size: 'small' }),
      ),
    stack,
  );
  return row;
}

/** The name a message is signed with. */
export function senderName(message, store) {
  if (message.sender_chat) return store.chat(message.sender_chat)?.title ?? 'Anonymous';
  return nameOf(store, message.from);
}

function spoken(message, author, replied, store) {
  return [
    message.from === store.me ? 'You' : author,
    replied ? `replying to ${senderName(replied, store)}` : '',
    summary(message, store),
    message.edited ? 'edited' : '',
    message.ephemeral ? 'only you see this' : '',
    clock(message.date),
  ]
    .filter(Boolean)
    .join(', ');
}

const tone = (message, store) => (store.isBot(message.from) ? 'tone-bot' : colour(message.from));

function quote(message, replied, store, acts) {
  const text = message.quote ?? (replied ? summary(replied, store) : 'Deleted message');
  return h(
    'button',
    {
      class: `quote ${replied ? tone(replied, store) : ''}`,
      type: 'button',
      'aria-label': 'Go to the message replied to',
      on: { click: () => replied && acts.jump(replied.message_id) },
    },
    replied && h('b', null, senderName(replied, store)),
    h('span', { dir: 'auto' }, text),
  );
}

function meta(message) {
  return h(
    'span',
    { class: 'meta' },
    message.ephemeral && h('span', null, 'only you see this'),
    message.pinned && h('span', { title: 'Pinned' }, icon('pin')),
    message.edited && h('span', null, 'edited'),
    h('time', { dateTime: new Date(message.date * 1000).toISOString() }, clock(message.date)),
  );
}

function tools(message, acts) {
  const tool = (label, name, run) =>
    h(
      'button',
      {
        type: 'button',
        class: 'tool',
        tabIndex: -1,
        'aria-label': label,
        title: label,
        on: { click: (event) => run(event.currentTarget) },
      },
      icon(name),
    );
  return h(
    'div',
    { class: 'tools' },
    !message.ephemeral && tool('Reply', 'reply', () => acts.reply(message)),
    !message.ephemeral && tool('React', 'react', (anchor) => acts.react(message, anchor)),
    tool('More', 'more', (anchor) => acts.menu(message, anchor, anchor)),
  );
}

function keyboard(message, acts) {
  if (!message.buttons?.length) return null;
  return h(
    'div',
    { class: 'keyboard' },
    message.buttons.map((row) =>
      h(
        'div',
        { class: 'keyboard-row' },
        row.map((button) => {
          const style = ['success', 'danger', 'primary'].includes(button.style) ? ` ${button.style}` : '';
          if (button.url) {
            const href = safeUrl(button.url);
            if (!href?.startsWith('https:'))
              return h('span', { class: 'key off', title: 'Only https addresses open', dir: 'auto' }, button.text);
            return h(
              'a',
              { class: `key${style}`, href, target: '_blank', rel: 'noopener noreferrer', dir: 'auto' },
              button.text,
              icon('link'),
            );
          }
          return h(
            'button',
            {
              type: 'button',
              class: `key${style}`,
              dir: 'auto',
              on: { click: (event) => acts.press(message, button, event.currentTarget) },
            },
            button.text,
          );
        }),
      ),
    ),
  );
}

function reactions(message, store, acts) {
  if (!message.reactions?.length) return null;
  const byEmoji = new Map();
  for (const { from, emoji } of message.reactions) byEmoji.set(emoji, [...(byEmoji.get(emoji) ?? []), from]);
  return h(
    'div',
    { class: 'reactions' },
    [...byEmoji].map(([emoji, people]) => {
      const mine = people.includes(store.me);
      const names = people.map((id) => nameOf(store, id)).join(', ');
      return h(
        'button',
        {
          type: 'button',
          class: 'reaction',
          title: names,
          'aria-pressed': String(mine),
          'aria-label': `${emoji} by ${names}`,
          on: { click: () => acts.toggle(message, emoji) },
        },
        h('span', { class: 'emoji' }, emoji),
        people.length > 1
          ? people.length
          : avatar(store.user(people[0]), { bot: store.isBot(people[0]), size: 'tiny' }),
      );
    }),
  );
}
