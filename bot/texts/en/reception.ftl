## Before a ticket, and when a customer writes a great deal (orchestration.customers.reception, flooding)

flood-gathered = You are writing a great deal, so we pass your messages on together. Every one of them arrives; just go on.
too-many-tickets = You have opened several requests within an hour, so this goes to #{ $ticket }. /tickets shows them all and lets you choose another one.
intake-waits = Your question was received. It waits for your answer to ours above; without one we go on by ourselves.
intake-asked =
    { $question }

    { $choices ->
        [0] Write your answer here. What you have written is kept.
       *[other] Please choose below. What you write meanwhile is kept.
    } Without an answer we go on in { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    }; /human goes on at once.
entry-gathered = { $author } · { $count } messages, gathered
card-flood = Writes a great deal: { $count } messages just now, shown together
card-intake = { $question } → { $answer-is ->
        [empty] no answer
       *[given] { $answer }
    }
