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
