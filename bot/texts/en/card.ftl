## Statuses and urgency, as words in a sentence

status-new = new
status-open = open
status-waiting_customer = waiting for the customer
status-waiting_expert = waiting for an expert
status-waiting_approval = waiting for approval
status-snoozed = snoozed
status-resolved = resolved
status-closed = closed

urgency-low = low
urgency-normal = normal
urgency-high = high
urgency-urgent = urgent

## The card

card-since = { $status } since { $since }
card-owner = Answered by { $owner }
card-nobody = Answered by nobody yet
card-urgency = Urgency { $urgency }
card-intent = about { $intent }
card-language = in { $language }
language-de = German
language-en = English
language-es = Spanish
language-fa = Persian
language-fr = French
language-it = Italian
language-pt = Portuguese
language-ru = Russian
card-unreachable = Messages do not reach the customer
card-previous = Continues #{ $previous }
card-forwarded = Forwarded from { $origin }.
card-follows = The whole message follows below.
card-medium-follows = [{ $kind }] follows below.
card-how-to-answer = Reply to this message to answer { $customer }.

medium-photo = photo
medium-video = video
medium-animation = animation
medium-voice = voice message
medium-audio = audio
medium-document = file
medium-sticker = sticker
medium-video_note = video message
medium-location = location
medium-contact = contact
medium-poll = poll
medium-dice = dice
medium-other = message
medium-gone = [{ $kind }] It could not be copied here: { $reason }.

## Buttons (bot.callbacks.Press)

button-claim = Claim
button-release = Release
button-assign = Assign…
button-status = Status…
button-resolve = Resolve
button-reopen = Reopen
button-close = Close
button-back = Back
button-ask = Ask { $owner }
