out-of-hours =
    Neste momento não há ninguém no atendimento. Sua mensagem chegou e espera por nós; estaremos de volta { $weekday ->
        [1] na segunda-feira
        [2] na terça-feira
        [3] na quarta-feira
        [4] na quinta-feira
        [5] na sexta-feira
        [6] no sábado
       *[7] no domingo
    }, { $day }, às { $time } ({ $zone }).
shift-digest = 🤝 { $count ->
        [0] Nada fica em aberto para o seu turno.
       *[other] Fica em aberto para o seu turno:
    }{ $late-is ->
        [empty] {""}
       *[other] {" "}(com atraso, era para { $late })
    }
shift-urgency = ▪️ { $urgency }
shift-line = #{ $ticket } { $subject } — { $status }{ $expert-is ->
        [empty] {""}
       *[other] {" "}({ $expert })
    } · { $owner-is ->
        [empty] ninguém responde
       *[other] { $owner }
    }{ $deadline-is ->
        [empty] {""}
       *[other] {" "}· { $deadline }
    }
shift-more = { $beyond ->
        [0] … e mais { $count }
       *[other] … e mais de { $count } outras
    }; /queue mostra as mais antigas.
command-staff-shift = O que está em aberto, por urgência e prazo
write-down = Registrar na base de conhecimento o que aprendemos com esta
