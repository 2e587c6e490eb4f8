## The end of a ticket: rating and comment (orchestration.ending.closing)

rating-asked = How did we do with #{ $ticket }? 1 is poor, 5 is great. To add a comment, reply to this message; if anything is still open, just write and we go on.
rated = Thank you! You rated #{ $ticket } { $score } of 5. To add a comment, reply to this message.
comment-kept = Thank you, your comment on #{ $ticket } has arrived.
error-not-ended = #{ $ticket } is still under way; you can rate it once it is resolved.

card-rating = Rated { $score } of 5
entry-comment = { $author } · comment on the rating
