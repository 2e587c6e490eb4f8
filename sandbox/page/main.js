// Puts the parts together.
import { Store } from './store.js';
import { follow } from './live.js';
import { route } from './route.js';
import { peopleRail } from './people.js';
import { chatList } from './chats.js';
import { conversation } from './conversation.js';
import { Composer } from './composer.js';
import { hoodDrawer } from './hood.js';
import { callStrip } from './calls.js';
import { guide, help } from './guide.js';
import { themeSwitch } from './theme.js';
import { icon } from './icons.js';
import { senderName } from './bubble.js';
import { summary } from './summary.js';
import { h } from './dom.js';

const RETRY_MS = 1500;
const at = (id) => document.getElementById(id);

const store = new Store();
// First of all listeners: what the others measure must be on the screen.
store.on('place', () => at('shell').classList.toggle('in-chat', store.place !== null));
const composer = new Composer(store);
themeSwitch(at('theme'));
at('help').append(icon('help'));
at('help').setAttribute('aria-label', 'About this sandbox, and its keys');
at('help').addEventListener('click', help);
at('skip').addEventListener('click', (event) => {
  event.preventDefault();
  composer.focus();
});

peopleRail(at('people'), store);
chatList(at('chats'), store);
conversation(at('conversation'), store, composer);
guide(at('conversation'), store);
callStrip(at('strip'), store, hoodDrawer(at('hood'), store));

store.on('connection', (state) => {
  const lost = state === 'lost';
  at('link-state').hidden = !lost;
  at('link-state').textContent = lost ? 'Reconnecting…' : '';
});
store.on('incoming', ({ chat, thread, messages }) => {
  if (store.place?.chat !== chat || (store.place.thread ?? 0) !== thread) return;
  for (const message of messages.slice(-3)) {
    at('announcer').append(h('p', null, `${senderName(message, store)}: ${summary(message, store)}`));
  }
  while (at('announcer').childElementCount > 5) at('announcer').firstElementChild.remove();
});

async function start() {
  try {
    await store.refetchAll();
  } catch {
    store.emit('connection', 'lost');
    setTimeout(start, RETRY_MS);
    return;
  }
  store.emit('connection', 'live');
  route(store);
  follow(store);
  store.refreshSystems().catch(() => null);
}
start();
