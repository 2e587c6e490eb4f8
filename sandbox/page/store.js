// What the page knows: the cast, the messages it has fetched, who you are and where you look.
import { api } from './api.js';
import { recall, remember } from './format.js';

const PREFETCH_PEOPLE = 40;
const PRESENT = new Set(['creator', 'administrator', 'member', 'restricted']);

/** The key of one conversation: a private chat, General (1) or a topic. */
export const keyOf = (chat, thread) => `${chat}:${thread ?? 0}`;

export class Store {
  constructor() {
    this.state = { bots: [], users: [], chats: [] };
    this.me = null;
    this.place = null;
    this.lastStaff = null;
    this.threads = new Map();
    this.calls = [];
    this.systems = [];
    this.places = recall('sandbox.places', {});
    this.read = recall('sandbox.read', {});
    this.listeners = new Map();
    this.fetching = new Map();
  }

  /** Call `listener` whenever `name` happens: state, messages, place, person, read, incoming, connection, call, systems. */
  on(name, listener) {
    const all = this.listeners.get(name) ?? [];
    this.listeners.set(name, [...all, listener]);
  }

  emit(name, detail) {
    for (const listener of this.listeners.get(name) ?? []) listener(detail);
  }

  user(id) {
    return this.state.users.find((user) => user.id === id) ?? this.state.bots.find((bot) => bot.id === id) ?? null;
  }

  isBot(id) {
    return this.state.bots.some((bot) => bot.id === id);
  }

  chat(id) {
    return this.state.chats.find((chat) => chat.id === id) ?? null;
  }

  topic(chat, thread) {
    return this.chat(chat)?.topics?.find((topic) => topic.message_thread_id === thread) ?? null;
  }

  isMember(group, user) {
    return group.members?.some((member) => member.user_id === user && PRESENT.has(member.status)) ?? false;
  }

  /** Whoever is in a group, or is cast for one, counts as staff. */
  isStaff(user) {
    if (!user) return false;
    return (
      (Boolean(user.role) && user.role !== 'customer') || this.groups().some((group) => this.isMember(group, user.id))
    );
  }

  /** The sandbox's time, as far as the page can tell: its clock may have been moved ahead. */
  now() {
    let now = Math.max(Date.now() / 1000, this.movedTo ?? 0);
    for (const list of this.threads.values()) now = Math.max(now, list.at(-1)?.date ?? 0);
    return now;
  }

  groups() {
    return this.state.chats.filter((chat) => chat.type === 'supergroup');
  }

  isGroup(id) {
    return this.groups().some((chat) => chat.id === id);
  }

  /** The groups that the present person is in. */
  myGroups() {
    return this.groups().filter((group) => this.isMember(group, this.me));
  }

  messages(chat, thread) {
    const list = this.threads.get(keyOf(chat, thread));
    return list;
  }

  /** How many messages this person has not seen in a conversation. */
  unread(user, chat, thread) {
    const list = this.threads.get(keyOf(chat, thread)) ?? [];
    const seen = this.read[user]?.[keyOf(chat, thread)] ?? 0;
    const newest = list.at(-1)?.message_id ?? 0;
    const from = newest < seen ? 0 : seen;
    let unread = 0;
    for (let i = list.length - 1; i >= 0 && list[i].message_id > from; i -= 1) {
      if (list[i].from !== user && !list[i].service) unread += 1;
    }
    return unread;
  }

  /** Unread messages over everything that a person can see. */
  unreadOf(user) {
    let total = this.unread(user.id, user.id, 0);
    if (!this.isStaff(user)) return total;
    for (const group of this.groups()) {
      if (!this.isMember(group, user.id)) continue;
      total += this.unread(user.id, group.id, 1);
      for (const topic of group.topics ?? []) {
        if (!topic.deleted) total += this.unread(user.id, group.id, topic.message_thread_id);
      }
    }
    return total;
  }

  markRead(chat, thread) {
    const newest = this.threads.get(keyOf(chat, thread))?.at(-1)?.message_id ?? 0;
    const mine = (this.read[this.me] ??= {});
    if (!newest || mine[keyOf(chat, thread)] === newest) return;
    mine[keyOf(chat, thread)] = newest;
    remember('sandbox.read', this.read);
    this.emit('read');
  }

  /** Become another person; the place is where they looked last. */
  become(user, place) {
    const changed = this.me !== user;
    this.me = user;
    if (this.isStaff(this.user(user))) this.lastStaff = user;
    if (changed) {
      this.dropPrivate();
      this.emit('person');
      // What fails now is fetched again once the connection is back.
      for (const chat of [user, ...this.myGroups().map((group) => group.id)]) this.refetch(chat).catch(() => null);
    }
    this.go(place === undefined ? (this.places[user] ?? null) : place);
  }

  /** Open a conversation ({chat, thread}), or none. */
  go(place) {
    this.place = place && this.canSee(place) ? place : null;
    if (this.place) {
      this.places[this.me] = this.place;
      remember('sandbox.places', this.places);
    }
    this.emit('place');
  }

  /** What only the last viewer could see of a group must not be shown to the next. */
  dropPrivate() {
    for (const [key, list] of this.threads) {
      if (list.some((message) => message.ephemeral))
        this.threads.set(
          key,
          list.filter((message) => !message.ephemeral),
        );
    }
  }

  canSee({ chat, thread }) {
    if (chat === this.me) return !thread;
    const group = this.myGroups().find((one) => one.id === chat);
    return Boolean(group) && (thread === 1 || this.topic(chat, thread) !== null);
  }

  async refreshState() {
    this.state = await api.state();
    this.emit('state');
  }

  /** Ask what the business systems have on record; most sandboxes have none beside them. */
  async refreshSystems() {
    ({ systems: this.systems } = await api.systems());
    this.emit('systems');
  }

  /** Fetch everything anew: at the start, after a lost connection, after a reset. */
  async refetchAll() {
    await this.refreshState();
    const people = this.state.users.slice(0, PREFETCH_PEOPLE).map((user) => user.id);
    if (this.me !== null && !people.includes(this.me)) people.push(this.me);
    await Promise.all([...people, ...this.groups().map((group) => group.id)].map((chat) => this.refetch(chat)));
  }

  viewerFor(chat) {
    if (!this.isGroup(chat)) return chat;
    const group = this.chat(chat);
    const candidates = [this.me, this.lastStaff, ...this.state.users.map((user) => user.id)];
    return candidates.find((id) => this.isMember(group, id)) ?? null;
  }

  /** Fetch one chat, or one topic of it. Calls made while one is under way are folded into one more. */
  refetch(chat, thread = null) {
    const key = `${chat}/${thread ?? ''}`;
    const running = this.fetching.get(key);
    if (running) {
      running.again ??= running.done.catch(() => null).then(() => this.refetch(chat, thread));
      return running.again;
    }
    const entry = { again: null, done: null };
    entry.done = this.load(chat, thread).finally(() => this.fetching.delete(key));
    this.fetching.set(key, entry);
    return entry.done;
  }

  async load(chat, thread) {
    const viewer = this.viewerFor(chat);
    if (viewer === null) return;
    const list = await api.messages(chat, thread, viewer);
    if (!this.isGroup(chat)) this.put(chat, 0, list);
    else if (thread) this.put(chat, thread, list);
    else this.putForum(chat, list);
  }

  putForum(chat, list) {
    const byThread = new Map([[1, []]]);
    for (const topic of this.chat(chat)?.topics ?? []) byThread.set(topic.message_thread_id, []);
    for (const message of list) {
      const thread = message.message_thread_id ?? 1;
      if (!byThread.has(thread)) byThread.set(thread, []);
      byThread.get(thread).push(message);
    }
    for (const [thread, messages] of byThread) this.put(chat, thread, messages);
  }

  put(chat, thread, list) {
    const key = keyOf(chat, thread);
    const before = this.threads.get(key);
    this.threads.set(key, list);
    const newest = before?.at(-1)?.message_id ?? 0;
    const incoming = before ? list.filter((m) => m.message_id > newest && m.from !== this.me && !m.service) : [];
    this.emit('messages', { chat, thread });
    if (incoming.length) this.emit('incoming', { chat, thread, messages: incoming });
  }

  /** Forget what this browser remembers of the old cast. */
  forget() {
    this.threads.clear();
    this.read = {};
    this.places = {};
    remember('sandbox.read', null);
    remember('sandbox.places', null);
    remember('sandbox.drafts', null);
  }
}
