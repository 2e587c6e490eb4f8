// A message in a few words: for list previews, replies and announcements.
import { nameOf } from './avatar.js';

const KINDS = {
  photo: 'Photo',
  video: 'Video',
  voice: 'Voice message',
  audio: 'Audio',
  document: 'File',
  sticker: 'Sticker',
  animation: 'GIF',
  video_note: 'Video message',
  location: 'Location',
  contact: 'Contact',
  poll: 'Poll',
  dice: 'Dice',
};

/** The name of an attachment kind. */
export const kindName = (kind) => KINDS[kind] ?? (kind ?? 'Message').replaceAll('_', ' ');

/** One line for a message. */
export function summary(message, store) {
  if (message.service) return serviceText(message, store);
  const words = (message.text ?? message.caption ?? '').replace(/\s+/gu, ' ').trim();
  if (message.kind && message.kind !== 'text') {
    const what =
      message.kind === 'document' && message.file?.file_name ? message.file.file_name : kindName(message.kind);
    return words ? `${what} · ${words}` : what;
  }
  return words;
}

/** What a service message says. */
export function serviceText(message, store) {
  const who = nameOf(store, message.from);
  const kind = message.service;
  const name = message.details?.name ?? '';
  const words = {
    forum_topic_created: name ? `${who} created the topic “${name}”` : `${who} created the topic`,
    forum_topic_edited: name ? `${who} renamed the topic to “${name}”` : `${who} changed the topic`,
    forum_topic_closed: `${who} closed the topic`,
    forum_topic_reopened: `${who} reopened the topic`,
    pinned_message: `${who} pinned a message`,
    new_chat_members: `${who} joined the group`,
    left_chat_member: `${who} left the group`,
    new_chat_title: `${who} renamed the group`,
  };
  return words[kind] ?? `${who}: ${kind.replaceAll('_', ' ')}`;
}
