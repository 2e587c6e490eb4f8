# Every sentence of the desk in English. A name in `{ $name }` is a fact that the desk gives.
# Beside each word there is one to select on: `$owner-is` is `empty` or `given`, and
# `$status-is` is the status by its own name, such as `waiting_customer`.
# Warm, short, and always what is possible. What customers read reveals nothing of the inside.

## To customers (orchestration.sentences.PublicSentence)

greeting = Hello { $name }! Write your question here and we will answer in this chat.
greeting-staff =
    Hello { $name }! In this chat you are a customer, so you can try the desk: write a question and it becomes a ticket in the staff group.
    You also have /queue, /search, /subscribe, /mute, /quiet, /digest, /oncall, /away and /back here; /help lists what customers can do.
receipt = Thank you. Your request is #{ $ticket }; we will answer here.
help =
    Write your question here and we will answer in this chat.

    /new – ask about something else
    /tickets – see your requests and choose one
    /status – where your request stands
    /close – you need no more help
    /human – talk to a person
    /verify – show that you are our customer
    /language – choose your language
    /privacy – what we keep about you, and how to get it or have it erased
    /help – this list
next-is-new = Your next message starts a new request.
no-tickets = You have no requests yet. Write your question and it becomes one.
no-current = You have no request under way. Write your question and it becomes one, or choose one with /tickets.
ticket-list =
    { $count ->
        [one] You have one request.
       *[other] You have { $count } requests.
    }{ $current ->
        [0] {" "}Choose one to go on with it.
       *[other] {" "}Your messages go to #{ $current }; choose another to go on with it.
    }
switched = Your messages now go to #{ $ticket }: { $subject }
status = #{ $ticket } ({ $subject }) is { $status-is ->
        [new] new: we have it and will answer here
        [waiting_customer] waiting for your answer
        [resolved] resolved; write again and it is open
        [closed] closed; write again and a new request begins
       *[other] being worked on
    }.
resolved-by-customer = #{ $ticket } is resolved. If you need anything more, just write again.
already-ended = #{ $ticket } has ended already. If you need anything more, just write again.
people-called = A person will take care of #{ $ticket } and answer here.
people-already-called = A person already knows about #{ $ticket } and will answer here.
unsupported = I cannot take this kind of message. Please send text, a photo, a video, a voice message or a file.
protected = What you sent is protected from copying, so nobody here can see it. Please send it again without that protection.
unknown-command = I do not know { $command }. /help lists what you can do, or just write your question.
ids = This chat: { $chat }{ $thread ->
        [0] {""}
       *[other] , this topic: { $thread }
    }{ $user ->
        [0] {""}
       *[other] , you: { $user }
    }
answered-itself = 🤖 This is an automatic answer. Write /human and a person takes over.
