card-decision = Решение ({ $by }): { $words }
card-asked = Вопрос эксперту: { $expert }, с { $since }
card-collaborator =
    Участвуют: { $names }{ $more ->
        [0] { "" }
       *[other] { " " }и ещё { $more }
    }
card-watcher =
    Наблюдают: { $names }{ $more ->
        [0] { "" }
       *[other] { " " }и ещё { $more }
    }
button-team = Люди…
button-join = Подключиться
button-watch = Наблюдать
button-leave = Выйти
entry-handed-over = { $author } · передача дел: { $who }
entry-consulted = { $author } · вопрос эксперту: { $who }
entry-decided = ⚖️ { $author } · решение
command-staff-collab = Подключиться или подключить кого-то: /collab @имя или навык
command-staff-watch = Узнавать лично, где эта заявка сейчас
command-staff-leave = Больше не участвовать и не наблюдать
command-staff-handover = Передать дела: /handover @имя что нужно знать
command-staff-consult = Спросить эксперта: /consult @имя вопрос
command-staff-decide = Супервизоры: письменно решить то, что обязательно для всех
command-staff-role = Кто есть кто: /role @имя expert billing
relieved = { $by-is ->
    [empty] { $who }, клиент по #{ $ticket } ждал слишком долго, и она больше не ваша.
   *[other] { $who }, { $by } снимает с вас заявку #{ $ticket }.
}
handed-over = { $who }, { $by } передаёт вам дела по #{ $ticket }; что нужно знать, написано в её теме.
invited = { $who }, { $by } просит вас подключиться к #{ $ticket }.
consulted = { $who }, { $by } задаёт вам вопрос в теме #{ $ticket }; ваша следующая заметка там будет ответом.
expert-answered = { $who }, { $by } отвечает на ваш вопрос в #{ $ticket }.
expert-left = { $who }, { $by } больше не участвует, и ваш вопрос в #{ $ticket } остался без ответа; /consult спросит кого-то другого.
decided = { $who }, по #{ $ticket } принято решение ({ $by }); оно на карточке.
watch-needs-start = Теперь вы наблюдаете за #{ $ticket }. Чтобы я мог лично сообщать вам, когда в ней что-то сдвинется, напишите мне там один раз /start.
role-given =
    { $who } теперь { $role ->
        [agent] агент
        [expert] эксперт
        [supervisor] супервизор
       *[admin] администратор
    }{ $skills-is ->
        [empty] { "" }
       *[other] , навыки: { $skills }
    }.
roles =
    Кто здесь есть кто:
    { $lines }
error-already-taking-part = { $who } уже участвует в #{ $ticket } или наблюдает за ней; кто что делает, видно на карточке.
error-not-taking-part = Вы не участвуете в #{ $ticket } и не наблюдаете за ней; начать можно командами /collab и /watch.
error-already-asked = Вопрос в #{ $ticket } уже задан ({ $who }); следующая заметка эксперта будет ответом, а /status open прекращает ожидание.
error-ask-another = Спросить самого себя о #{ $ticket } нельзя; то, что вы знаете, сохранит /note.
error-supervisors-decide = Принимать решения по #{ $ticket } и менять их может только супервизор; ваше мнение можно записать через /note.
error-decision-stands = Решение по #{ $ticket } остаётся таким, как написано; его заменит новое /decide.
error-several-know = Навык «{ $skill }» есть у нескольких; спросите кого-то по имени: { $names }.
error-unknown-role = Роли «{ $role }» нет; возможно: agent, expert, supervisor или admin.
error-bad-skill = «{ $skill }» не может быть навыком; навыки есть только у экспертов, не больше десяти, каждый – одно слово из букв, цифр или дефисов.
error-cannot-grant = Вы не можете сменить роль { $who } на { $role }; роли дают супервизоры, а назначить или снять администратора может только администратор.
