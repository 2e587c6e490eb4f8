## A ticket's log (bot.views.log); one sentence for each kind of event (orchestration.events)

command-staff-log = Who did what on this ticket
log-head = Log of #{ $ticket }{ $count ->
        [one] {""}
       *[other] {", "}page { $page } of { $count }
    }
log-line = { $at } { $mark }{ $what } { $move }
log-move = ({ $before } → { $after })
log-legend = ⚑ A supervisor stepped in on a colleague's ticket. Times are UTC.
log-desk = The desk
button-older = ← Older
button-newer = Newer →

log-opened = { $who } opened it: { $words }
log-customer_wrote = { $who } wrote: { $words }
log-replied_publicly = { $who } → customer{ $to-is ->
        [empty] {""}
       *[given] , in the words of { $to }
    }: { $words }{ $former-is ->
        [empty] {""}
       *[given] {" "}(suggested: { $former })
    }
log-system_said = { $who } → customer: { $words }
log-note_added = { $who } noted: { $words }
log-claimed = { $who } claimed it
log-assigned = { $who } gave it to { $to }{ $words-is ->
        [empty] {""}
       *[other] {" "}({ $words })
    }
log-released = { $who } released it{ $words-is ->
        [empty] {""}
       *[other] {" "}({ $words })
    }
log-status_set = { $who } set its status
log-people_called = { $who } asked for a person
log-triaged = { $who } read it as { $words }
log-alerted = { $who } alerted the supervisors: { $words }
log-delivery_failed = { $who } could not deliver: { $words }
log-customer_back = { $who } can be reached again
log-customer_edited = { $who } edited entry { $of }
log-reply_edited = { $who } edited the answer in entry { $of }
log-note_edited = { $who } edited the note in entry { $of }
log-reply_deleted = { $who } took back the answer in entry { $of }
log-customer_reacted = { $who } reacted to entry { $of }: { $words }
log-customer_banned = { $who } banned the customer: { $words }
log-customer_unbanned = { $who } lifted the ban
log-message_withheld = { $who } wrote while banned: { $words }
log-subject_changed = { $who } changed the subject to: { $words }
log-tagged = { $who } changed the tags: { $words }
log-priority_set = { $who } set the priority: { $words }
log-queue_changed = { $who } moved it to the queue { $words }
log-linked = { $who } linked it with { $words }
log-unlinked = { $who } took away the link with { $words }
log-absorbed = { $who } merged { $words } into it
log-merged = { $who } merged it into { $words }
log-joined = { $who } joined or brought in: { $words }
log-left = { $who } takes no part any more
log-staff_left = { $who } saw that { $words } left the staff
log-handed_over = { $who } handed it over to { $to }: { $words }
log-consulted = { $who } asked { $to }: { $words }
log-decided = { $who } decided: { $words }
log-rated = { $who } rated it: { $words }
log-rating_commented = { $who } said of the rating: { $words }
log-erasure_asked = { $who } asked to be forgotten
log-erasure_declined = { $who } declined to erase it
log-erased = { $who } erased every word of it
log-follow_up_set = { $who } set a follow-up: { $words }
log-follow_up_cancelled = { $who } cancelled a follow-up: { $words }
log-follow_up_fired = { $who } reminded of: { $words }
log-snoozed = { $who } let it sleep until { $words }
log-woken = { $who } woke it
log-lapsed = { $who } moved it on, because nobody answered
log-kept_open = { $who } keeps it open
log-summarised = { $who } summed it up: { $words }
log-looked = { $who } looked it through
log-consultation_withdrawn = { $who } withdrew the question to { $words }
log-incident_joined = { $who } put it to incident { $words }
log-incident_left = { $who } took it out of incident { $words }
log-update_drafted = { $who } drafted an update: { $words }
log-draft_discarded = { $who } discarded the draft
log-intake_asked = { $who } asked before it opened: { $words }
log-draft_locked = { $who } is answering until { $words }
log-draft_unlocked = { $who } ended the draft lock
log-reply_held = { $who } → customer, not sent: { $words }
log-reply_discarded = { $who } discarded the answer of entry { $of }
log-suggested = { $who } suggested: { $words }
log-suggestion_declined = { $who } declined the suggestion of entry { $of }
log-clock_at_risk = { $who } saw a clock at risk: { $clock }, due { $due }{ $late ->
        [0] {""}
        [one]{" "}(noticed one minute late)
       *[other]{" "}(noticed { $late } minutes late)
    }
log-clock_breached = { $who } saw a clock run out: { $clock }, due { $due }{ $late ->
        [0] {""}
        [one]{" "}(noticed one minute late)
       *[other]{" "}(noticed { $late } minutes late)
    }
log-escalated = { $who } escalated it to { $tier }: { $cause }{ $reason-is ->
        [empty] {""}
       *[other] {": "}{ $reason }
    }{ $people-is ->
        [empty] {""}
       *[other] {""}; works along now: { $people }
    }
log-deescalated = { $who } took back the escalation to { $tier }
log-specialist_asked = { $who } asked the specialists: { $words }
log-routed = { $who } called { $words }
log-advised = { $who } advised: { $words }
log-passed_on = { $who } passed work on to { $words }
log-reply_drafted = { $who } drafted an answer: { $words }
log-conflict_decided = { $who } decided between specialists: { $words }
log-route_corrected = { $who } corrected the route: { $words }
log-verification_asked = { $who } began to verify themselves: { $proof }
log-code_sent = { $who } is sent a code to the e-mail address on file
log-verification_failed = { $who } was not verified ({ $proof }): { $why }
log-customer_bound = { $who } bound the customer to { $record } ({ $proof }){ $before-is ->
        [empty] {""}
       *[other] {""}, before { $before }
    }
log-customer_unbound = { $who } took { $record } from the customer
log-article_approved = { $who } approved an article: { $words }
