## Languages (bot.texts, orchestration.customers.languages)

# Each language calls itself by its own name here.
language-name = English
# The end of a list of possibilities.
list-either = { $most } or { $last }

command-customer-language = Choose your language
language-asked = In which language shall we write to you?
language-chosen = From now on we write to you in English.
language-automatic = From now on we write to you in the language that you write in.
button-language-automatic = Automatic
error-unknown-language = We do not speak “{ $word }” yet; /language shows the languages there are.
