## Writes to business systems (bot.views.action, bot.routers.actions)

action-reading = 📖 { $title }: está sendo lido aquilo em que se baseia
action-waiting = 🔐 { $title }: precisa de aprovação
action-ready = ⚙️ { $title }: prestes a ser feito
action-running = ⚙️ { $title }: o pedido está no sistema
action-done = ✅ { $title }: feito
action-failed = ❌ { $title }: não foi feito
action-unknown = ❓ { $title }: ninguém sabe se foi feito. Veja no sistema e toque no que for verdade.
action-denied = ⛔ { $title }: a política não permite
action-escalated = 📣 { $title }: escalado
action-rejected = 🚫 { $title }: recusado
action-expired = ⌛ { $title }: ninguém decidiu a tempo, portanto é um não
action-void = ♻️ { $title }: sem efeito
action-why = ▸ { $reason }
action-words = { $by-is ->
        [empty] { $words }
       *[other] { $by }: { $words }
    }
action-reference = Referência: { $reference }
action-evidence = 🗄 { $name } ({ $tool }), lido { $at }
action-consequence = ➡️ { $words }
action-who = 👥 { $count ->
        [1] É preciso um sim, de
       *[other] { $count } pessoas têm de dizer sim, cada uma
    } { $role ->
        [agent] um agente
        [expert] um especialista
        [supervisor] um supervisor
       *[admin] um administrador
    } ou acima{ $skill-is ->
        [empty] {""}
       *[other] {""}, com a competência { $skill }
    }{ $four ->
        [0] {""}
       *[other] {""}, que não seja quem propôs nem quem responde
    }. Sem decisão até { $until }, é um não.
action-yes = 👍 { $names }{ $left ->
        [0] {""}
        [1] {""}, falta um
       *[other] {""}, faltam { $left }
    }
action-commands = /approve { $number } · /reject { $number } motivo · /amend { $number } name=value
action-words-evidence = Aquilo em que se baseava mudou entretanto.
action-words-closed = A solicitação foi encerrada antes da decisão.
action-words-policy = Pela política ou pelas funções de agora é preciso outra decisão.
action-words-replaced = Foi proposto de novo com outros valores.
action-words-not-asked = Não foi possível perguntar ao sistema.
action-words-no-answer = O sistema não respondeu.
action-words-looked-up = O sistema não respondeu; uma leitura mostra que está feito.
action-words-not-seen = O sistema não respondeu; uma leitura ainda não mostra nada.
action-unproven = Ainda não: { $reasons }. Proponha outra vez quando isso tiver mudado.
action-known = Isto já foi proposto, com os mesmos valores.
button-action-yes = ✅ Aprovar
button-action-no = ❌ Recusar
button-action-change = ✏️ Mudar
button-action-again = 🔄 Propor de novo
button-action-undo = ↩️ Desfazer
button-action-happened = Foi feito
button-action-didnot = Não foi feito
action-change = Copie isto, mude os valores e envie aqui:
approval-waits = ⏳ #{ $ticket }: { $tool } ainda espera aprovação.
approval-expired = ⌛ #{ $ticket }: ninguém decidiu a tempo sobre { $tool }, portanto é um não. Proponha de novo se ainda for preciso.
error-action-decided = Isso já está decidido, ou foi substituído; a mensagem diz como está.
error-not-entitled = { $anonymous ->
        [1] Escreva com o seu nome: o sim de um administrador anônimo não pode ser guardado.
       *[other] { $own ->
            [1] Outra pessoa tem de decidir: nem quem propôs nem quem responde este chamado.
           *[other] É preciso o sim de { $role ->
                [agent] um agente
                [expert] um especialista
                [supervisor] um supervisor
               *[admin] um administrador
            } ou acima{ $skill-is ->
                [empty] .
               *[other] {""}, com a competência { $skill }.
            }
        }
    }
error-no-such-action = Não há tal ação aqui; o número está na mensagem dela, como em /approve 12.
error-bad-arguments = Escreva assim: { $form }
error-reason-missing = Diga por quê, para que quem propôs aprenda: /reject 12 motivo
command-staff-approve = Dizer sim a uma ação: /approve 12
command-staff-reject = Dizer não a uma ação, e por quê: /reject 12 motivo
command-staff-amend = Propor uma ação com outros valores: /amend 12 amount_minor=1500
command-staff-act = Propor uma ação: /act billing.refund invoice_number=I-1 amount_minor=990
log-action_proposed = { $who } propôs { $words }
log-action_judged = { $who } · { $words }
log-action_approved = { $who } aprovou { $words }
log-action_moved = { $who } · { $words }
systems-contradict = ⚡ Dois sistemas contradizem-se: { $words } Veja e diga como é: toque num lado na nota dos especialistas, ou /decide.

# A ticket's plan on its card (bot.views.plan)

plan-head = { $title }: { $standing }
plan-unverified = primeiro é preciso verificar o cliente
plan-lacking = o cliente tem de indicar algo
plan-reading = a ler
plan-contradicted = dois sistemas contradizem-se
plan-waiting = em curso
plan-troubled = uma pessoa tem de ver
plan-refused = recusado
plan-answered = respondido
plan-done = feito
plan-read = { $name } { $at }
plan-told = cliente informado
plan-action-proposed = proposto
plan-action-waiting-approval = espera aprovação
plan-action-running = em curso
plan-action-done = feito
plan-action-rejected = recusado
plan-action-denied = não permitido
plan-action-failed = falhou
plan-action-unknown = ninguém sabe
