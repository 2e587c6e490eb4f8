## Specialists (bot.views.specialists, bot.reloading)

command-staff-specialists = Кто такие специалисты
specialists-list = 🧠 { $count ->
        [0] Специалистов нет: каждый из них – файл в desk/specialists.
       *[other] Специалистов: { $count }. Каждый – файл в desk/specialists, изменения действуют сразу:
    }
specialists-line = { $led ->
        [0] ▪️ { $name } ({ $id })
       *[other] ↳ { $name } ({ $id })
    } — { $description } С { $since }
specialists-more = … и ещё { $count }
specialists-broken = ⚠️ Не читается, действует прежнее: { $mistake }
files-broken =
    ⚠️ Файл деска не читается; пока его не исправят, действует то, что в нём было:
    { $lines }{ $more ->
        [0] {""}
       *[other] {" "}… и ещё { $more }, смотрите журнал
    }
