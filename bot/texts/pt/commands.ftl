## Commands as Telegram lists them

command-customer-new = Perguntar outra coisa
command-customer-tickets = Suas solicitações
command-customer-status = Como está sua solicitação
command-customer-close = Você não precisa mais de ajuda
command-customer-human = Falar com uma pessoa
command-customer-help = O que você pode fazer aqui
command-customer-id = Os identificadores deste chat
command-staff-reply = Responder ao cliente
command-staff-note = Guardar uma nota
command-staff-delete = Retirar a resposta a que você responde
command-staff-claim = Assumir esta solicitação
command-staff-assign = Passar a alguém: /assign @nome
command-staff-release = Devolver a solicitação
command-staff-status = Em que situação está, ou mudar: /status open
command-staff-resolve = Está resolvida
command-staff-reopen = Afinal não está resolvida
command-staff-close = Encerrar de vez
command-staff-help = O que você pode fazer aqui
command-staff-queue = O que está pendente
command-staff-id = Os identificadores deste chat
command-staff-notices = O que aviso a você em particular, para escolher com botões
command-staff-subscribe = O que aviso em particular, ou mais disso: /subscribe new
command-staff-mute = Menos disso: /mute status, /mute #12
command-staff-quiet = Quando não aviso nada: /quiet 22:00-7:00
command-staff-digest = Uma vez por dia, o que você segue: /digest 18:00
command-staff-oncall = Quem está de plantão, ou /oncall @nome
