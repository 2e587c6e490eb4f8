// Circles for people and chats, icons for topics.
import { h } from './dom.js';
import { icon } from './icons.js';
import { colour, fullName, initials } from './format.js';

/** A person's or bot's circle. Hidden from assistive technology: the name stands beside it. */
export function avatar(user, { bot = false, size = '' } = {}) {
  return h(
    'span',
    { class: `avatar ${size} ${bot ? 'tone-bot' : colour(user?.id ?? 0)}`, 'aria-hidden': 'true' },
    bot ? icon('bot') : initials(user ? fullName(user) : '?'),
  );
}

/** The name to show for a user, a bot, or an id nobody knows. */
export function nameOf(store, id) {
  const user = store.user(id);
  if (!user) return id ? `User ${id}` : 'Telegram';
  return user.first_name ? fullName(user) : (user.username ?? `Bot ${id}`);
}

/**
 * A topic's icon: its emoji when the sandbox knows it, else its colour with the first letter, as Telegram draws it.
 * General has a hash sign.
 */
export function topicIcon(topic) {
  if (!topic) return h('span', { class: 'topic-icon general', 'aria-hidden': 'true' }, icon('hash'));
  if (topic.icon_emoji) return h('span', { class: 'topic-icon emoji', 'aria-hidden': 'true' }, topic.icon_emoji);
  const rgb = Number.isInteger(topic.icon_color) ? topic.icon_color : 0x6fb9f0;
  return h(
    'span',
    {
      class: 'topic-icon drop',
      'aria-hidden': 'true',
      vars: { '--topic': `#${(rgb & 0xffffff).toString(16).padStart(6, '0')}` },
    },
    letter(topic.name),
  );
}

function letter(name) {
  return (/\p{L}/u.exec(name) ?? /\p{N}/u.exec(name) ?? ['#'])[0].toUpperCase();
}
