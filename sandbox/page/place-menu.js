// The menu of a conversation: a topic can be renamed, closed and deleted, a bot blocked.
import { api } from './api.js';
import { ask, attempt, openMenu } from './overlay.js';

/**
 * @param {import('./store.js').Store} store
 * @param {HTMLElement} anchor
 */
export function placeMenu(store, anchor) {
  const { chat, thread } = store.place;
  if (!store.isGroup(chat)) {
    const blocked = store.chat(chat)?.blocked;
    openMenu(anchor, [
      blocked
        ? { label: 'Unblock the bot', icon: 'check', run: () => block(store, false) }
        : { label: 'Block the bot', icon: 'block', danger: true, run: () => block(store, true) },
    ]);
    return;
  }
  const topic = store.topic(chat, thread);
  const act = (action, extra = {}) =>
    attempt(async () => {
      await api.topic({ chat_id: chat, message_thread_id: thread, action, by: store.me, ...extra });
      await store.refreshState();
      await store.refetch(chat, action === 'delete' ? null : thread);
    });
  if (!topic || topic.deleted) {
    openMenu(anchor, [
      { label: topic ? 'This topic was deleted' : 'General cannot be changed', icon: 'lock', run: () => {} },
    ]);
    return;
  }
  openMenu(anchor, [
    { label: 'Rename topic', icon: 'edit', run: () => rename(topic, act) },
    topic.closed
      ? { label: 'Reopen topic', icon: 'check', run: () => act('reopen') }
      : { label: 'Close topic', icon: 'lock', run: () => act('close') },
    { label: 'Delete topic', icon: 'trash', danger: true, run: () => drop(topic, act) },
  ]);
}

/** Block or unblock the bot as the present person. */
export function block(store, blocked) {
  return attempt(async () => {
    await api.block(store.me, blocked);
    await store.refreshState();
    await store.refetch(store.me);
  });
}

/** Make a topic as the present person, and open it. */
export async function newTopic(store, chat) {
  const values = await ask('New topic', {
    action: 'Create',
    fields: [{ name: 'name', label: 'Title', required: true, maxLength: 128 }],
  });
  if (!values) return;
  await attempt(async () => {
    const { message_thread_id: thread } = await api.topic({
      chat_id: chat,
      action: 'create',
      name: values.name,
      by: store.me,
    });
    await store.refreshState();
    await store.refetch(chat, thread);
    store.go({ chat, thread });
  });
}

async function rename(topic, act) {
  const values = await ask('Rename topic', {
    action: 'Rename',
    fields: [{ name: 'name', label: 'Title', value: topic.name, required: true, maxLength: 128 }],
  });
  if (values) await act('rename', { name: values.name });
}

async function drop(topic, act) {
  const sure = await ask(`Delete “${topic.name}”?`, {
    text: 'The topic and its messages go for everybody. As in Telegram, the bot is not told.',
    action: 'Delete',
    danger: true,
  });
  if (sure) await act('delete');
}
