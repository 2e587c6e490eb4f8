command-staff-macro = Respostas prontas: /macro nome
macro-list =
    { $count ->
        [0] Ainda não há macros. Responda a uma resposta com /macro save nome para criar uma.
        [one] Uma macro:
       *[other]
            { $more ->
                [0] { $count } macros. /macro e palavras encontra algumas delas:
               *[other] { $count } macros; estas são as primeiras. /macro e palavras encontra as outras:
            }
    }
macro-preview =
    Macro { $name }, ainda não enviada. O cliente leria:{ $then-is ->
        [empty] { "" }
       *[other] { " " }(e depois { $then })
    }
macro-preview-changed =
    A macro { $name } mudou desde que você a leu, por isso não foi enviada. O cliente leria:{ $then-is ->
        [empty] { "" }
       *[other] { " " }(e depois { $then })
    }
macro-saved = Guardada: /macro { $name } envia este texto, /macro forget { $name } a apaga.
macro-forgotten = A macro { $name } foi apagada.
button-send = Enviar
button-discard = Descartar
error-unknown-macro = Não existe a macro “{ $name }”; /macro mostra as que existem.
error-broken-macro = O texto da macro { $name } não pode ser preenchido aqui; escreva-o com /reply e mostre o arquivo dela ao responsável pelo serviço.
error-bad-macro-name = “{ $name }” não pode ser o nome de uma macro; use letras minúsculas, algarismos, - e _, a começar por uma letra, no máximo 32, e nem save nem forget.
error-macro-exists = Já existe uma macro { $name }; escolha outro nome, ou antes use /macro forget { $name }.
error-macro-is-a-file = A macro { $name } é um dos arquivos do serviço, que só o responsável por ele muda; escolha outro nome.
error-not-your-macro = { $owner } guardou a macro { $name }; só essa pessoa ou um supervisor pode apagá-la.
error-nothing-to-save = Responda com /macro save nome a uma resposta com texto que o cliente da #{ $ticket } recebeu.
command-staff-macro-save = Guardar a resposta mais recente como macro: o nome dela
button-macro-save = Guardar a resposta
error-no-answer-to-save = A resposta mais recente ao cliente da #{ $ticket } não tem texto para guardar, ou ainda não há nenhuma; responda a outra com /macro save nome, ou responda primeiro ao cliente.
