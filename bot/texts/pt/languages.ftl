## Languages (bot.texts, orchestration.customers.languages)

language-name = Português
list-either = { $most } ou { $last }
command-customer-language = Escolher seu idioma
language-asked = Em que idioma você quer que escrevamos?
language-chosen = A partir de agora escrevemos para você em português.
language-automatic = A partir de agora escrevemos no idioma em que você escrever.
button-language-automatic = Automático
error-unknown-language = Ainda não falamos “{ $word }”; /language mostra os idiomas disponíveis.
