// The conversation: header, messages, scrolling. The composer stands below it.
import { h, patch } from './dom.js';
import { icon } from './icons.js';
import { avatar, nameOf, topicIcon } from './avatar.js';
import { messageRow, senderName } from './bubble.js';
import { count, day } from './format.js';
import { messageActs } from './acts.js';
import { placeMenu } from './place-menu.js';
import { summary } from './summary.js';

const PAGE = 150;
const RUN_SECONDS = 300;
const NEAR_BOTTOM = 80;

/**
 * Fill the conversation pane and keep it live.
 * @param {HTMLElement} root
 * @param {import('./store.js').Store} store
 * @param {any} composer
 */
export function conversation(root, store, composer) {
  const list = h('ol', { class: 'messages' });
  const scroller = h(
    'div',
    { class: 'scroller', tabIndex: -1, role: 'log', 'aria-label': 'Messages', 'aria-live': 'off' },
    list,
  );
  const header = h('header', { class: 'pane-header conversation-header' });
  const pinned = h('div', { class: 'pinned-slot' });
  const empty = h('div', { class: 'empty', hidden: true });
  const down = h(
    'button',
    {
      class: 'to-bottom icon-button',
      type: 'button',
      'aria-label': 'To the newest message',
      hidden: true,
      on: { click: () => toBottom('smooth') },
    },
    icon('down'),
  );
  const body = h('div', { class: 'conversation-body' }, scroller, empty, down);
  root.append(header, pinned, body, composer.element);

  const view = { key: null, limit: PAGE, stick: true };
  const acts = messageActs(store, composer, (id) => jump(id));
  const nearBottom = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_BOTTOM;
  const toBottom = (behavior = 'auto') => scroller.scrollTo({ top: scroller.scrollHeight, behavior });

  const render = () => {
    const { place } = store;
    root.classList.toggle('has-place', place !== null);
    const all = place ? (store.messages(place.chat, place.thread) ?? []) : [];
    const key = place ? `${store.me}/${place.chat}:${place.thread}` : null;
    const opened = key !== view.key;
    if (opened) Object.assign(view, { key, limit: PAGE, stick: true });
    renderHeader(header, store, all);
    renderPinned(pinned, all, store, jump);
    renderEmpty(empty, all, store, composer);
    const byId = new Map(all.map((message) => [message.message_id, message]));
    patch(list, lines(all.slice(-view.limit), byId, store), {
      key: (line) => line.key,
      signature: (line) => JSON.stringify(line),
      build: (line) =>
        line.heading ? h('li', { class: 'day' }, h('span', null, line.heading)) : messageRow(line, store, acts),
    });
    if (opened && list.contains(document.activeElement)) composer.focus();
    if (opened || view.stick) toBottom();
    roving(list);
    showDown();
    if (place && !document.hidden) store.markRead(place.chat, place.thread);
  };
  const showDown = () => {
    down.hidden = nearBottom();
  };

  function jump(id) {
    const all = store.messages(store.place.chat, store.place.thread) ?? [];
    const at = all.findIndex((message) => message.message_id === id);
    if (at < 0) return;
    if (all.length - at > view.limit) {
      view.limit = all.length - at + 20;
      render();
    }
    const row = list.querySelector(`[data-id="${Number(id)}"]`);
    view.stick = false;
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
    row?.classList.add('flash');
    setTimeout(() => row?.classList.remove('flash'), 1500);
  }

  scroller.addEventListener(
    'scroll',
    () => {
      view.stick = nearBottom();
      showDown();
      if (scroller.scrollTop < 200) earlier();
    },
    { passive: true },
  );
  new ResizeObserver(() => view.stick && toBottom()).observe(list);
  new ResizeObserver(() => view.stick && toBottom()).observe(scroller);

  function earlier() {
    const { place } = store;
    const total = place ? (store.messages(place.chat, place.thread)?.length ?? 0) : 0;
    if (view.limit >= total) return;
    const fromBottom = scroller.scrollHeight - scroller.scrollTop;
    view.limit += PAGE;
    render();
    scroller.scrollTop = scroller.scrollHeight - fromBottom;
  }

  keys(list, acts, store, composer);
  store.on('place', render);
  store.on('person', render);
  store.on('state', render);
  store.on('messages', ({ chat, thread }) => {
    if (store.place?.chat === chat && (store.place.thread ?? 0) === thread) render();
  });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && store.place) store.markRead(store.place.chat, store.place.thread);
  });
}

function lines(messages, byId, store) {
  const result = [];
  let previous = null;
  let today = null;
  messages.forEach((message, i) => {
    const heading = day(message.date, store.now());
    if (heading !== today) result.push({ key: `day:${heading}`, heading });
    const next = messages[i + 1];
    result.push({
      key: message.ephemeral ? `e:${message.ephemeral_message_id}` : String(message.message_id),
      message,
      me: store.me,
      showName: store.isGroup(store.place.chat) && message.from !== store.me,
      first: heading !== today || !sameRun(previous, message),
      last: !next || !sameRun(message, next),
      replied: message.reply_to_message_id ? (byId.get(message.reply_to_message_id) ?? null) : null,
      names: [nameOf(store, message.from)],
    });
    previous = message;
    today = heading;
  });
  return result;
}

function sameRun(one, two) {
  return Boolean(one) && !one.service && !two.service && one.from === two.from && two.date - one.date < RUN_SECONDS;
}

function renderHeader(header, store, all) {
  const { place } = store;
  const group = place && store.isGroup(place.chat) ? store.chat(place.chat) : null;
  const topic = group ? store.topic(place.chat, place.thread) : null;
  const [bot] = store.state.bots;
  const title = !place ? '' : group ? (topic?.name ?? 'General') : bot ? nameOf(store, bot.id) : 'Bot';
  const marks = [topic?.closed && 'closed', topic?.deleted && 'deleted'].filter(Boolean);
  const about = !place
    ? ''
    : group
      ? [group.title, count(all.filter((m) => !m.service).length, 'message'), ...marks].join(' · ')
      : ['bot', bot?.username && `@${bot.username}`].filter(Boolean).join(' · ');
  const signature = JSON.stringify([place, title, about, topic, store.me]);
  if (header.signature === signature) return;
  header.signature = signature;
  const focused = header.contains(document.activeElement) ? document.activeElement.className : null;
  header.replaceChildren(
    ...(place
      ? [
          h(
            'button',
            {
              class: 'icon-button back',
              type: 'button',
              'aria-label': 'Back to the chats',
              on: { click: () => store.go(null) },
            },
            icon('back'),
          ),
          group ? topicIcon(topic) : avatar(null, { bot: true }),
          h('div', { class: 'header-text' }, h('h2', { dir: 'auto' }, title), h('p', null, about)),
          h(
            'button',
            {
              class: 'icon-button place-menu',
              type: 'button',
              'aria-label': 'Chat menu',
              'aria-haspopup': 'menu',
              on: { click: (event) => placeMenu(store, event.currentTarget) },
            },
            icon('more'),
          ),
        ]
      : []),
  );
  if (focused) [...header.querySelectorAll('button')].find((one) => one.className === focused)?.focus();
}

function renderPinned(slot, all, store, jump) {
  const message = all.findLast((one) => one.pinned);
  const signature = message ? JSON.stringify([message.message_id, message.text, message.caption, store.me]) : '';
  if (slot.dataset.signature === signature) return;
  slot.dataset.signature = signature;
  slot.replaceChildren(
    ...(message
      ? [
          h(
            'button',
            { class: 'pinned', type: 'button', on: { click: () => jump(message.message_id) } },
            icon('pin'),
            h('b', null, 'Pinned'),
            h('span', null, `${senderName(message, store)}: ${summary(message, store)}`),
          ),
        ]
      : []),
  );
}

function renderEmpty(slot, all, store, composer) {
  const { place } = store;
  slot.hidden = all.length > 0;
  const mode = !place ? 'none' : store.isGroup(place.chat) ? 'group' : 'private';
  if (slot.hidden || slot.dataset.mode === mode) return;
  slot.dataset.mode = mode;
  const words = {
    none: ['Choose a chat', 'The list on the left shows what this person sees.'],
    group: ['Nothing here yet', 'New messages appear here as they are sent.'],
    private: ['A private chat with the bot', 'Press Start, or just write, as a customer would.'],
  }[mode];
  slot.replaceChildren(
    h(
      'div',
      { class: 'empty-card' },
      h('h3', null, words[0]),
      h('p', null, words[1]),
      mode === 'private' &&
        h('button', { class: 'primary', type: 'button', on: { click: () => composer.sendText('/start') } }, 'Start'),
    ),
  );
}

function roving(list) {
  if (list.querySelector('.row[tabindex="0"]')) return;
  list.querySelector('.row:last-child')?.setAttribute('tabindex', '0');
}

function keys(list, acts, store, composer) {
  list.addEventListener('focusin', (event) => {
    const row = event.target.closest('.row');
    list.querySelector('.row[tabindex="0"]')?.setAttribute('tabindex', '-1');
    row?.setAttribute('tabindex', '0');
  });
  list.addEventListener('keydown', (event) => {
    const row = event.target.closest('.row');
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      composer.focus();
      return;
    }
    if (event.target !== row && ['Enter', ' '].includes(event.key)) return;
    const rows = [...list.querySelectorAll('.row')];
    const to = { ArrowUp: -1, ArrowDown: 1, Home: -rows.length, End: rows.length }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      const at = rows.indexOf(row) + to;
      if (event.key === 'ArrowDown' && at >= rows.length) composer.focus();
      else rows[Math.max(0, Math.min(rows.length - 1, at))].focus();
      return;
    }
    const { chat, thread } = store.place;
    const message = store.messages(chat, thread).find((one) => one.message_id === Number(row.dataset.id));
    const act =
      message &&
      !message.service &&
      {
        r: () => acts.reply(message),
        e: () => acts.edit(message),
        x: () => acts.react(message, row.querySelector('.bubble'), row),
        m: () => acts.menu(message, row.querySelector('.bubble'), row),
        Enter: () => acts.menu(message, row.querySelector('.bubble'), row),
        Delete: () => acts.remove(message),
      }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
