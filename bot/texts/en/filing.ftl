## Filing tickets: subject, tags, priority, queues, links, merging, search

command-staff-subject = Another title: /subject words
command-staff-tag = Put on a tag, or take it off: /tag vip -refund
command-staff-priority = low, normal, high or urgent: /priority high
command-staff-link = It has to do with another ticket: /link #7
command-staff-merge = Bring another ticket of this customer in here: /merge #7
command-staff-search = Find words in all tickets: /search words
command-staff-history = All tickets of this customer

card-queue = Queue { $queue }
card-links = Has to do with { $tickets }
card-absorbed = Goes on here: { $tickets }
card-merged = Goes on in #{ $into }

error-unchanged = #{ $ticket } is so already; nothing has changed.
error-bad-tag = “{ $word }” cannot be a tag; a tag is one word of up to 32 letters, digits and _, such as /tag refund.
error-too-many-tags = #{ $ticket } can have { $most } tags; /tag -word takes one off.
error-unknown-priority = There is no priority “{ $word }”; it can be { $allowed }.
error-unknown-queue = There is no queue “{ $word }”; there are { $allowed }.
error-bad-ticket-number = “{ $word }” is no ticket's number; write it like this: { $form }
error-unknown-ticket = There is no ticket #{ $ticket }; /search finds tickets by their words.
error-same-ticket = That is #{ $ticket } itself; name the other ticket.
error-not-linked = #{ $ticket } has no link to #{ $other }; the card shows those it has.
error-too-many-links = A ticket can have { $most } links, and #{ $ticket } or #{ $other } has them; /link -#n takes one off.
error-not-one-customer = #{ $other } is another customer's, so it cannot go on in #{ $ticket }; /link #{ $other } shows that they have to do with each other.
error-nothing-to-search = Write the words to look for, with letters or digits, such as /search order 4711

search-found = { $count ->
        [one] One ticket in which “{ $words }” was said:
       *[other] The { $count } newest tickets in which “{ $words }” was said:
    }
    { $lines }
search-empty = Nobody said “{ $words }” in any ticket. All of the words must stand in one message; their beginnings, from three letters on, are enough.
history = Everything { $customer } asked for, the newest first:
    { $lines }
absorbed = { $by } brought #{ $other } in here; what its customer writes there goes on here.{ $lines-is ->
        [empty] {""}
       *[other] {" "}The last that was said there:
    }
    { $lines }
merged = { $by } brought this ticket into #{ $into }, where it goes on.
