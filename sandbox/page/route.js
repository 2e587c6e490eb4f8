// The place in the address (#as=<user>&chat=<id>&topic=<id>), so that a reload and the back button keep it.
import { firstPlace } from './chats.js';
import { narrow } from './width.js';

/** Read the address. */
export function readRoute() {
  const params = new URLSearchParams(location.hash.slice(1));
  const number = (name) => (params.has(name) ? Number(params.get(name)) : null);
  const chat = number('chat');
  return { as: number('as'), place: chat ? { chat, thread: number('topic') ?? 0 } : null };
}

function write(store) {
  const params = new URLSearchParams();
  if (store.me !== null) params.set('as', store.me);
  if (store.place) {
    params.set('chat', store.place.chat);
    if (store.place.thread) params.set('topic', store.place.thread);
  }
  const hash = `#${params}`;
  if (hash !== location.hash) location.hash = hash;
}

/**
 * Take the place from the address, and keep the address in step.
 * On a wide page some conversation is always open; on a phone the list may stand alone.
 * @param {import('./store.js').Store} store
 */
export function route(store) {
  const wide = () => {
    if (!store.place && !narrow.matches) {
      const place = firstPlace(store);
      if (place) store.go(place);
    }
  };
  const apply = () => {
    const { as, place } = readRoute();
    const user = store.user(as) && !store.isBot(as) ? as : (store.me ?? store.state.users[0]?.id ?? null);
    if (user === null) return;
    const same =
      user === store.me &&
      (place?.chat ?? null) === (store.place?.chat ?? null) &&
      (place?.thread ?? 0) === (store.place?.thread ?? 0);
    if (!same) store.become(user, place);
  };
  store.on('place', () => {
    if (!store.place && !narrow.matches) wide();
    else write(store);
  });
  addEventListener('hashchange', apply);
  narrow.addEventListener('change', wide);
  apply();
  wide();
}
