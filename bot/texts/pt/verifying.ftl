## De quem é cada registro (bot.routers.verifying)

command-customer-verify = Mostrar que é nosso cliente
command-staff-bind = Supervisores: de quem é o registro: /bind C-1001
command-staff-unbind = Supervisores: o registro não é dele

verify-how =
    Para lhe falar dos seus pedidos, preciso saber que são seus.{ $order ->
        [yes] {" "}Escreva o número de um pedido e o código postal para onde foi, por exemplo:
            /verify 4711 28013
       *[no] {""}
    }{ $email ->
        [yes] {""}
            { $order ->
                [yes] Ou escreva o e-mail que temos registrado, e envio um código para lá:
               *[no] Escreva o e-mail que temos registrado, e envio um código para lá:
            }
            /verify voce@example.org
       *[no] {""}
    }
verify-by-people = Isso eu não consigo verificar sozinho. Escreva-nos aqui, e uma pessoa trata disso.
verify-still-checking = Ainda estou verificando o que escreveu antes. Um momento, por favor.
verify-code-on-its-way = Se esse é o endereço que temos de você, um código de seis dígitos está a caminho. Escreva-o aqui dentro de { $minutes } minutos.
verify-wrong-code = Esse não é o código. { $left ->
        [one] Pode tentar mais uma vez.
       *[other] Pode tentar mais { $left } vezes.
    }
verify-no-match = Esses dois dados não combinam. Confira-os na confirmação do pedido e tente de novo.
verify-no-answer = Agora não consegui verificar isso. Tente de novo em alguns minutos ou escreva-nos aqui.
verify-paused = Por hoje foram tentativas demais. Tente amanhã ou escreva /human, e uma pessoa trata disso.
verified = Obrigado, agora sei que é nosso cliente.

bound = { $customer } está agora ligado ao registro { $record }. /unbind desfaz.
unbound = { $customer } já não está ligado a nenhum registro.
binding = Verificado como { $record }: { $proof }, por { $by }, { $since }. /unbind desfaz.
card-bound = Verificado como { $record } ({ $proof }) por { $by }
proof-order_postcode = pedido e código postal
proof-email_code = código por e-mail
proof-supervisor = supervisor
unproven-no_match = nada do que temos combina
unproven-wrong_code = um código errado
unproven-no_answer = não foi possível consultar o sistema
error-already-bound = { $customer } já está ligado a { $record }; /unbind desfaz.
error-not-bound = { $customer } não está ligado a nenhum registro; pode escrever /verify, ou um supervisor escreve /bind com o registro.
error-supervisors-bind = Só um supervisor diz qual registro é o do cliente da #{ $ticket }; peça-lhe que escreva /bind ou /unbind.
error-bad-record = Um registro é uma só linha de até { $most } caracteres, como /bind C-1001.
tools-broken =
    ⚠️ A mesa trabalha sem parte das suas ferramentas; `topicdesk doctor` diz mais:
    { $lines }{ $more ->
        [0] {""}
       *[other] {" "}… e mais { $more }, no log
    }
