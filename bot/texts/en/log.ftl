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
log-replied_publicly = { $who } → customer: { $words }
log-system_said = { $who } → customer: { $words }
log-note_added = { $who } noted: { $words }
log-claimed = { $who } claimed it
log-assigned = { $who } gave it to { $to }
log-released = { $who } released it
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
