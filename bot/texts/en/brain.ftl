## What the built-in brain says (orchestration.specialists.built_in.sentences)

# For the staff: one line, and the details below it.
brain-note-wants = “{ $words }”
brain-note-article = the article “{ $title }” answers this
brain-note-foreign = it is written in another language than the customer's: { $language }
brain-charged-again = Look into { $what }: { $value } was charged { $count } times alike, and one of them may have to be paid back.
brain-note-nothing = neither an article nor a system answers this: it needs a person
brain-note-perhaps = no article is sure to answer this; perhaps { $titles }
brain-note-missing = asks for { $what }
brain-note-verify = verify the customer first (/verify): until then the systems tell nothing of them
brain-note-not-found = { $what }: there is none, or it is not this customer's
brain-note-differ = ⚠️ { $what }: the systems differ in “{ $field }”
brain-note-failed = { $tool } did not answer
brain-note-tone = “{ $tone }” is no tone that I know: short, formal or friendly
brain-details-named = Named: { $what }
brain-details-read = { $tool }, { $when }: { $said }
brain-details-article =
    📄 { $title } ({ $id }): “{ $quote }”
brain-summary-by = Made without a model, of what was read and of fixed sentences.
brain-summary-first = { $who-is ->
        [empty] The customer
       *[other] { $who }
    } first wrote { $when }: “{ $words }”
brain-summary-latest = { $who-is ->
        [empty] The customer
       *[other] { $who }
    } wrote last { $when }: “{ $words }”
brain-summary-answer = Last answer{ $who-is ->
        [empty] {""}
       *[other] {" "}by { $who }
    }, { $when }: “{ $words }”
brain-summary-customer-waits = The customer waits for an answer.
brain-summary-we-wait = The last word is ours.

# For drafts.
brain-hello = { $name-is ->
        [empty] Hello,
       *[other] Hello { $name },
    }
brain-hello-formal = { $name-is ->
        [empty] Good day,
       *[other] Dear { $name },
    }
brain-hello-friendly = { $name-is ->
        [empty] Hi there!
       *[other] Hi { $name }!
    }
brain-close = If anything is still unclear, just write to us here.
brain-close-formal = Please do not hesitate to write to us if you have any further questions.
brain-close-friendly = Anything else? Just write – we are happy to help!
brain-ask = Could you please send us { $what }? Then we can look into it.
brain-ask-to-verify = So that we tell nobody but you about it, please write here: { $command }{ $what-is ->
        [empty] {""}
       *[other] {" "}and then { $what }.
    }
brain-ask-again = We cannot find { $what } among your records. Could you please check the number?
brain-questions = So that we can go on, we need to know:
brain-clarify = { $name-is ->
        [empty] Thank you
       *[other] Thank you, { $name }
    }, we have your message. Could you tell us in a sentence or two what it is about and what you would like us to do? If it is about an order or a payment, please add its number.
brain-quoted = Our article “{ $title }” has the answer: “{ $quote }”
brain-and = { $most } and { $last }
brain-comma = ,
brain-semicolon = ;
brain-facts = { $thing } – { $facts }

# What is asked for.
brain-ask-order = the order number
brain-ask-invoice = the invoice number
brain-ask-subscription = the subscription number
brain-ask-tracking = the tracking number
brain-ask-email = the e-mail address of your account
brain-ask-phone = the phone number
brain-ask-postcode = the postcode of the delivery address
brain-ask-address = the whole new address: street and number, postcode and city
brain-ask-amount = the amount
brain-ask-date = the date

# What was named.
brain-order = order { $value }
brain-invoice = invoice { $value }
brain-subscription = subscription { $value }
brain-tracking = parcel { $value }
brain-email = e-mail { $value }
brain-phone = phone { $value }
brain-postcode = postcode { $value }
brain-address = address { $value }
brain-amount = { $value }
brain-date = { $value }

# What business systems tell: fields, and what stands in them.
brain-status = status
brain-carrier = carrier
brain-expected = expected
brain-shipped-on = sent
brain-delivered-on = delivered
brain-total = total
brain-due = due
brain-paid-on = paid
brain-refunded-on = refunded
brain-plan = plan
brain-next-payment = next payment
brain-reason = reason
brain-processing = being processed
brain-packed = packed
brain-shipped = shipped
brain-in-transit = on its way
brain-out-for-delivery = out for delivery
brain-delivered = delivered
brain-cancelled = cancelled
brain-returned = returned
brain-refunded = refunded
brain-paid = paid
brain-unpaid = not paid yet
brain-failed = failed
brain-pending = pending
brain-active = active
brain-paused = paused
brain-ended = ended
