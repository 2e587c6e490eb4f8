## Languages (bot.texts, orchestration.customers.languages)

language-name = Español
list-either = { $most } o { $last }
command-customer-language = Elegir su idioma
language-asked = ¿En qué idioma quiere que le escribamos?
language-chosen = A partir de ahora le escribiremos en español.
language-automatic = A partir de ahora le escribiremos en el idioma en que usted escriba.
button-language-automatic = Automático
error-unknown-language = Aún no hablamos «{ $word }»; /language muestra los idiomas disponibles.
