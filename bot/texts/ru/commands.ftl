## Commands as Telegram lists them

command-customer-new = Спросить о другом
command-customer-tickets = Ваши обращения
command-customer-status = Что с вашим обращением
command-customer-close = Помощь больше не нужна
command-customer-human = Поговорить с человеком
command-customer-help = Что здесь можно сделать
command-customer-id = Идентификаторы этого чата
command-staff-reply = Ответить клиенту
command-staff-note = Оставить заметку
command-staff-delete = Отозвать ответ, на который вы отвечаете
command-staff-claim = Взять эту заявку себе
command-staff-assign = Передать кому-то: /assign @имя
command-staff-release = Вернуть заявку
command-staff-status = Где она сейчас, или перевести: /status open
command-staff-resolve = Вопрос решён
command-staff-reopen = Всё-таки не решён
command-staff-close = Закрыть окончательно
command-staff-help = Что здесь можно сделать
command-staff-queue = Что ещё не сделано
command-staff-id = Идентификаторы этого чата
command-staff-notices = Что сообщать вам лично: выбрать кнопками
command-staff-subscribe = Что сообщать вам лично, или больше: /subscribe new
command-staff-mute = Сообщать меньше: /mute status, /mute #12
command-staff-quiet = Когда ничего не сообщать: /quiet 22:00-7:00
command-staff-digest = Раз в день то, за чем вы следите: /digest 18:00
command-staff-oncall = Кто дежурит, или /oncall @имя
