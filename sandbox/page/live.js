// Server-sent events, turned into as few fetches as will do.
import { api } from './api.js';

const SETTLE_MS = 40;
const RETRY_MS = 2000;
const KEEP_CALLS = 400;

/**
 * Follow the sandbox: refetch what changed, collect Bot API calls, say when the connection is lost.
 * @param {import('./store.js').Store} store
 */
export function follow(store) {
  const dirty = new Map();
  let timer = null;
  let lost = false;
  let everything = false;

  const settle = async () => {
    timer = null;
    const due = [...dirty.values()];
    dirty.clear();
    try {
      if (everything) {
        everything = false;
        await store.refetchAll();
        return;
      }
      await store.refreshState();
      await Promise.all(due.map(({ chat, thread }) => store.refetch(chat, thread)));
    } catch {
      // The event source reports the lost connection, and everything is fetched again afterwards.
    }
  };

  const addCalls = (calls) => {
    const last = store.calls.at(-1)?.n ?? 0;
    const fresh = calls.filter((call) => call.n > last);
    if (!fresh.length) return;
    store.calls = [...store.calls, ...fresh].slice(-KEEP_CALLS);
    store.emit('call', fresh);
  };
  const catchUp = async () => addCalls(await api.calls(store.calls.at(-1)?.n ?? 0));

  const connect = () => {
    const source = new EventSource('/sim/events');
    source.addEventListener('open', () => {
      // The sandbox may have been restarted and count its calls from one again.
      if (lost) store.calls = [];
      store.refetchAll().catch(() => null);
      lost = false;
      catchUp().catch(() => null);
      store.emit('connection', 'live');
    });
    source.addEventListener('error', () => {
      lost = true;
      store.emit('connection', 'lost');
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, RETRY_MS);
    });
    source.addEventListener('change', (event) => {
      const { chat_id: chat, message_thread_id: thread } = JSON.parse(event.data);
      if (!chat) everything = true;
      else dirty.set(`${chat}/${thread ?? ''}`, { chat, thread: store.isGroup(chat) ? thread : null });
      timer ??= setTimeout(settle, SETTLE_MS);
    });
    source.addEventListener('call', (event) => addCalls([JSON.parse(event.data)]));
  };
  connect();
}
