open-question = Заявка #{ $ticket } ещё не { $after }: вот что остаётся открытым.
open-consultation = { $who-is ->
        [empty] • Ответа эксперта ждут с { $since }
       *[other] • { $who }: ответа ждут с { $since }
    }
open-approval = • Согласования ждут с { $since }
open-lock = • { $who } отвечает до { $since }
open-macro = Отправка завершит заявку, а открытым остаётся:
button-end-anyway = { $after-is ->
        [closed] Всё равно закрыть
       *[other] Всё равно решена
    }
button-end-leave = Оставить как есть
button-send-anyway = Всё равно отправить
card-summary = Итог ({ $by }): { $words }
card-look = Просмотр супервизора: { $by }, { $at }
entry-summarised = 📝 { $author } · итог
question-withdrawn = { $who }, ваш ответ по #{ $ticket } больше не нужен: { $by-is ->
        [empty] клиенту больше ничего не требуется
       *[other] { $by } завершает заявку или ведёт её дальше
    }.
command-staff-summary = Для сотрудников: /summary чем закончилось
command-staff-looked = Супервизоры: заявка просмотрена
error-still-open = Заявка #{ $ticket } ещё не { $after }: кое-что остаётся открытым, и вопрос в её теме говорит, что именно.
error-asked-another = Об этом по #{ $ticket } спросили другого; /resolve или /close спросит вас.
error-moved-on = С тех пор как был задан этот вопрос, #{ $ticket } изменилась, поэтому ничего не сделано; /resolve или /close спросит заново.
error-not-wrapped-up = Заявку #{ $ticket } пока нельзя закрыть: сначала { $summary ->
        [0] { "" }
       *[other] запишите итог через /summary текст{ $look ->
            [0] { "" }
           *[other] { ", и " }
        }
    }{ $look ->
        [0] { "" }
       *[other] её должен просмотреть супервизор: /looked или закрыв её сам; /resolve попросит об этом
    }.
error-summary-stands = Итог по #{ $ticket } остаётся таким, как написан; его заменит новый /summary.
summary-keep = /summary текст сохраняет, чем всё закончилось.
