// The middle list: the private chat with the bot and, for staff, the forum with its topics.
import { h, patch, arrowKeys } from './dom.js';
import { icon } from './icons.js';
import { avatar, nameOf, topicIcon } from './avatar.js';
import { count, fullName, stamp } from './format.js';
import { summary } from './summary.js';
import { newTopic } from './place-menu.js';

/**
 * Fill the list of chats and keep it live.
 * @param {HTMLElement} root
 * @param {import('./store.js').Store} store
 */
export function chatList(root, store) {
  const title = h('h1', { class: 'chats-title' });
  const list = h('ul', { class: 'chat-list' });
  root.append(h('header', { class: 'pane-header' }, title), h('div', { class: 'chat-scroll' }, list));
  arrowKeys(list, '.chat-row');

  const render = () => {
    const me = store.user(store.me);
    title.textContent = me ? `${fullName(me)}’s chats` : 'Chats';
    patch(list, rows(store), {
      key: (row) => row.key,
      signature: (row) => JSON.stringify({ ...row, last: row.last ?? null }),
      build: (row) => (row.heading ? heading(row, store) : chatRow(row, store)),
    });
  };
  let due = false;
  const soon = () => {
    if (due) return;
    due = true;
    requestAnimationFrame(() => {
      due = false;
      render();
    });
  };
  for (const event of ['state', 'person', 'place', 'read', 'messages']) store.on(event, soon);
}

/** The first thing worth opening for the present person: their newest unread topic, else their first chat. */
export function firstPlace(store) {
  const all = rows(store).filter((row) => !row.heading && !row.deleted);
  const row =
    all.find((one) => one.thread > 1 && one.unread) ??
    all.find((one) => one.thread > 1) ??
    all.find((one) => one.thread === 1) ??
    all[0];
  return row ? { chat: row.chat, thread: row.thread } : null;
}

function rows(store) {
  if (store.me === null) return [];
  const [bot] = store.state.bots;
  const result = [
    entry(store, store.me, 0, {
      icon: 'bot',
      title: bot ? nameOf(store, bot.id) : 'Bot',
      about: 'private chat with the bot',
    }),
  ];
  for (const group of store.myGroups()) {
    const topics = group.topics ?? [];
    const open = topics.filter((topic) => !topic.deleted).length;
    result.push({
      key: `head:${group.id}`,
      heading: true,
      chat: group.id,
      title: group.title,
      about: count(open, 'topic'),
    });
    result.push(entry(store, group.id, 1, { icon: 'general', title: 'General', about: `in ${group.title}` }));
    const lines = topics.map((topic) =>
      entry(store, group.id, topic.message_thread_id, {
        topic,
        title: topic.name,
        about: `topic in ${group.title}`,
        closed: topic.closed,
        deleted: topic.deleted,
      }),
    );
    lines.sort((a, b) => Number(a.deleted ?? 0) - Number(b.deleted ?? 0) || b.rank - a.rank);
    result.push(...lines);
  }
  return result;
}

function entry(store, chat, thread, extra) {
  const last = store.messages(chat, thread)?.at(-1) ?? null;
  return {
    key: `${chat}:${thread}`,
    chat,
    thread,
    closed: false,
    deleted: false,
    unread: store.unread(store.me, chat, thread),
    here: store.place?.chat === chat && (store.place.thread ?? 0) === thread,
    rank: last?.message_id ?? thread,
    preview: last ? preview(store, last) : 'No messages yet',
    date: last?.date ?? null,
    ...extra,
  };
}

function preview(store, message) {
  const who = message.from === store.me ? 'You' : nameOf(store, message.from).split(' ')[0];
  const text = summary(message, store);
  return message.service ? text : `${who}: ${text}`.slice(0, 140);
}

function heading(row, store) {
  return h(
    'li',
    { class: 'list-heading' },
    h('h2', null, row.title),
    h('span', null, row.about),
    h(
      'button',
      {
        type: 'button',
        class: 'icon-button small',
        'aria-label': `New topic in ${row.title}`,
        title: 'New topic',
        on: { click: () => newTopic(store, row.chat) },
      },
      icon('plus'),
    ),
  );
}

function chatRow(row, store) {
  const state = [row.closed && 'closed', row.deleted && 'deleted'].filter(Boolean);
  const label = [row.title, row.about, ...state, row.unread ? `${row.unread} unread` : '', row.preview]
    .filter(Boolean)
    .join(', ');
  return h(
    'li',
    null,
    h(
      'button',
      {
        type: 'button',
        class: `chat-row${row.here ? ' here' : ''}${row.deleted ? ' deleted' : ''}`,
        dataset: { chat: row.chat, thread: row.thread },
        'aria-current': row.here ? 'page' : 'false',
        'aria-label': label,
        on: {
          click(event) {
            if (event.detail) event.currentTarget.blur(); // a click, not a key: writing comes next
            store.go({ chat: row.chat, thread: row.thread });
          },
        },
      },
      row.icon === 'bot' ? avatar(null, { bot: true }) : topicIcon(row.topic ?? null),
      h(
        'span',
        { class: 'chat-text' },
        h(
          'span',
          { class: 'chat-top' },
          h('span', { class: 'chat-title', dir: 'auto' }, row.title),
          row.closed && !row.deleted && h('span', { class: 'mark', title: 'Closed' }, icon('lock')),
          row.date && h('time', { class: 'chat-time' }, stamp(row.date, store.now())),
        ),
        h(
          'span',
          { class: 'chat-bottom' },
          h('span', { class: 'chat-preview', dir: 'auto' }, row.deleted ? 'Deleted' : row.preview),
          row.unread > 0 && h('span', { class: 'badge' }, row.unread > 99 ? '99+' : row.unread),
        ),
      ),
    ),
  );
}
