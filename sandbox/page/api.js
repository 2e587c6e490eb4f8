// The control API (/sim/...). A refused call throws an Error with the server's own words.

async function call(method, path, body) {
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new Error('The sandbox does not answer. Is it still running?');
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    const error = new Error(answer.error ?? `The sandbox answered ${response.status}`);
    error.status = response.status;
    throw error;
  }
  return answer;
}

const post = (path, body = {}) => call('POST', path, body);

export const api = {
  state: () => call('GET', '/sim/state'),
  /** Messages of a chat, or of one topic of it, as `viewer` sees them. */
  messages(chat, thread, viewer) {
    const query = new URLSearchParams({ chat_id: chat, viewer });
    if (thread) query.set('message_thread_id', thread);
    return call('GET', `/sim/messages?${query}`);
  },
  systems: () => call('GET', '/sim/systems'),
  calls: (since) => call('GET', `/sim/calls?since=${since}`),
  send: (body) => post('/sim/messages', body),
  edit: (body) => post('/sim/edits', body),
  react: (body) => post('/sim/reactions', body),
  press: (body) => post('/sim/presses', body),
  remove: (chat, ids) => post('/sim/deletions', { chat_id: chat, message_ids: ids }),
  topic: (body) => post('/sim/topics', body),
  block: (user, blocked) => post('/sim/blocks', { user_id: user, blocked }),
  addUser: (body) => post('/sim/users', body),
  fault: (body) => post('/sim/faults', body),
  clearFaults: () => call('DELETE', '/sim/faults'),
  limits: (body) => post('/sim/limits', body),
  advance: (seconds) => post('/sim/time', { advance_s: seconds }),
  reset: () => post('/sim/reset'),
  /** Address of a file's bytes. */
  fileUrl: (id) => `/sim/files/${encodeURIComponent(id)}`,
};
